internal import ContractModel
internal import YAMLTree

/// Finds what references lead to: objects and properties of the same document, by name or by id.
final class ReferenceResolver {
    let facts: SchemaFacts
    let memory: DocumentMemory
    /// The elements of all lists by id; nil: the document has no ids.
    let ids: NameTable?
    private lazy var physicalNames = makePhysicalNames()
    /// True when elements were left out while a reference was looked up.
    private var isCutShort = false
    /// Amount that may still be looked up in this document: what was made to take long takes a second, no more.
    private var budget = 3_000_000

    init(_ facts: SchemaFacts, ids: NameTable?) {
        self.facts = facts
        self.ids = ids
        memory = facts.memory
    }

    /// Names that a part of a reference may be compared with.
    struct Lookup: OptionSet {
        let rawValue: UInt8
        static let name = Lookup(rawValue: 1)
        static let id = Lookup(rawValue: 2)
        static let physicalName = Lookup(rawValue: 4)
    }

    enum Resolution {
        case found(ElementID)
        /// Either of two elements.
        ///
        /// - Parameter isByName: the second is what a reader finds who takes a path of ids for one of names.
        case ambiguous(ElementID, ElementID, isByName: Bool)
        case missing(Missing)
        /// No reference that could be judged.
        case unjudged
    }

    /// Place at which a reference leads nowhere.
    struct Missing {
        enum Problem {
            /// The holder has no entry of this name or id.
            case noEntry
            /// The holder has no items, or is no map.
            case noSuchPart
            /// The path does not start with `schema`.
            case outsideSchema
            /// The path leads to a part of an element that is no property.
            case noProperty
        }

        var problem: Problem
        /// The element in which the part was looked for; nil: the schema.
        var holder: ElementID?
        /// The part of the reference.
        var part: Range<Int>
        var isByID: Bool
    }

    func resolve(_ reference: ReferenceText) -> Resolution {
        switch reference.form {
        case .shorthand: return shorthand(reference, by: .name)
        case .qualified:
            isCutShort = false
            let resolution = qualified(reference)
            if isCutShort, case .missing = resolution { return .unjudged }
            return resolution
        case .bare, .external, .unreadable: return .unjudged
        }
    }

    /// A property of an element by its name alone.
    func member(_ reference: ReferenceText, of holder: ElementID) -> Resolution {
        if let element = elements(reference[0], of: reference, in: containers(of: holder), by: .name).first {
            return .found(element)
        }
        return .missing(Missing(problem: .noEntry, holder: holder, part: reference[0], isByID: false))
    }

    // MARK: What an element holds

    /// The lists and mappings that hold the properties of an element, those of its items and of a map's values included;
    /// nil: the objects of the schema.
    func containers(of holder: ElementID?) -> [NodeID] {
        guard let holder else { return facts.schemas }
        var found: [NodeID] = []
        var pending = [holder]
        while let next = pending.popLast() {
            budget -= 1
            memory.forEachField(of: next) { key, node in
                switch key {
                case .properties: found.append(node)
                case .items, .map, .value:
                    let inner = memory.elementID(at: node)
                    if inner >= 0 { pending.append(inner) }
                default: break
                }
            }
        }
        return found
    }

    /// The most elements that go by one name and are followed side by side. Where there are more, what is not found may
    /// lie behind one of them.
    private static let mostReadings = 16

    /// The elements of containers that go by a text.
    private func elements(
        _ part: Range<Int>, of reference: ReferenceText, in containers: [NodeID], by lookup: Lookup
    ) -> [ElementID] {
        var found: [ElementID] = []
        budget -= 1 + containers.count
        if budget < 0 {
            isCutShort = true
            return []
        }
        func add(_ table: NameTable, _ text: UnsafeBufferPointer<UInt8>, _ container: NodeID) {
            var entry = table.first(text, in: container)
            while let next = entry {
                if !found.contains(next.element) { found.append(next.element) }
                if found.count > Self.mostReadings {
                    isCutShort = true
                    return
                }
                entry = next.next < 0 ? nil : table.entries[Int(next.next)]
            }
        }
        let physicalNames = lookup.contains(.physicalName) ? self.physicalNames : nil
        reference.bytes.withUnsafeBufferPointer { bytes in
            let text = UnsafeBufferPointer(rebasing: bytes[part])
            for container in containers {
                if lookup.contains(.name) { add(facts.names, text, container) }
                if lookup.contains(.id), let ids { add(ids, text, container) }
                if let physicalNames { add(physicalNames, text, container) }
            }
        }
        return found
    }

    private func makePhysicalNames() -> NameTable {
        var table = NameTable(memory, minimumCapacity: facts.properties.count)
        for property in facts.properties where property.physicalName >= 0 {
            table.insert(property.physicalName, of: property.element, in: property.scope)
        }
        for object in facts.objects {
            let name = memory.node(.physicalName, of: object)
            if name >= 0 { table.insert(name, of: object, in: memory[memory.node(of: object)].parent) }
        }
        return table
    }

    // MARK: Names with dots

    private struct Search {
        /// Point that it came to: in what nothing was found, and for which part.
        var holder: ElementID?
        var part = 0
        var hits: [ElementID] = []
        /// Steps left: names with dots allow many readings, and may be made to allow any number.
        var steps = 500
    }

    /// Names may hold dots themselves (`com.acme.orders.id`), so every way to cut the reference is tried.
    ///
    /// - Parameter holder: where to start; nil: at the objects of the schema.
    func shorthand(_ reference: ReferenceText, by lookup: Lookup, in holder: ElementID? = nil) -> Resolution {
        isCutShort = false
        var search = Search(holder: holder)
        self.search(reference, from: 0, in: holder, by: lookup, &search)
        if search.hits.count > 1 { return .ambiguous(search.hits[0], search.hits[1], isByName: false) }
        if let only = search.hits.first { return .found(only) }
        if search.steps <= 0 || isCutShort { return .unjudged }
        return .missing(Missing(problem: .noEntry, holder: search.holder, part: reference[search.part], isByID: false))
    }

    private func search(
        _ reference: ReferenceText, from part: Int, in holder: ElementID?, by lookup: Lookup, _ search: inout Search
    ) {
        if part > search.part {
            search.part = part
            search.holder = holder
        }
        let containers = containers(of: holder)
        let start = reference[part].lowerBound
        for last in part..<reference.ends.count {
            search.steps -= 1
            if search.steps <= 0 || search.hits.count > 1 { return }
            for element in elements(start..<reference.ends[last], of: reference, in: containers, by: lookup) {
                if last < reference.ends.count - 1 {
                    self.search(reference, from: last + 1, in: element, by: lookup, &search)
                } else if !search.hits.contains(element) {
                    search.hits.append(element)
                }
            }
        }
    }

    // MARK: Paths of ids

    private func qualified(_ reference: ReferenceText) -> Resolution {
        switch follow(reference, by: .id) {
        case .success(let hits):
            guard let hit = hits.first else { return .unjudged }
            if hits.count > 1 { return .ambiguous(hit, hits[1], isByName: false) }
            // Who reads the path as names may end elsewhere.
            guard case .success(let others) = follow(reference, by: [.id, .name]) else { return .found(hit) }
            return others.first { $0 != hit }.map { .ambiguous(hit, $0, isByName: true) } ?? .found(hit)
        case .failure(let missing): return .missing(missing)
        }
    }

    private enum Path {
        case success([ElementID])
        case failure(Missing)
    }

    private func follow(_ reference: ReferenceText, by lookup: Lookup) -> Path {
        func fail(_ problem: Missing.Problem, _ holder: ElementID?, _ part: Int) -> Path {
            .failure(Missing(problem: problem, holder: holder, part: reference[part], isByID: true))
        }
        let count = reference.ends.count
        guard reference.hasText(reference[0], "schema") else { return fail(.outsideSchema, nil, 0) }
        var readings: [ElementID?] = [nil]
        var part = 0
        while part < count {
            let section = reference[part]
            var next: [ElementID] = []
            if part == 0 || reference.hasText(section, "properties") {
                guard part + 1 < count else { return .success([]) }
                for holder in readings {
                    next += elements(reference[part + 1], of: reference, in: containers(of: holder), by: lookup)
                }
                if next.isEmpty { return fail(.noEntry, readings[0], part + 1) }
                part += 2
            } else if let key = inner(section, of: reference) {
                next = readings.compactMap { $0.flatMap { inner(key, of: $0) } }
                if next.isEmpty { return fail(.noSuchPart, readings[0], part) }
                part += 1
                // The items of an array are one element; its id may be named or left out.
                if key == .items, part < count, !isSection(reference[part], of: reference) {
                    let named = next.filter { goesBy(reference[part], of: reference, $0, lookup) }
                    if named.isEmpty { return fail(.noSuchPart, next[0], part) }
                    next = named
                    part += 1
                }
            } else {
                return fail(.noProperty, readings[0], part)
            }
            if next.count > Self.mostReadings { isCutShort = true }
            readings = next.prefix(Self.mostReadings).map { $0 }
        }
        return .success(readings.compactMap { $0 })
    }

    private func isSection(_ part: Range<Int>, of reference: ReferenceText) -> Bool {
        reference.hasText(part, "properties") || inner(part, of: reference) != nil
    }

    private func inner(_ part: Range<Int>, of reference: ReferenceText) -> Key? {
        if reference.hasText(part, "items") { return .items }
        if reference.hasText(part, "map") { return .map }
        if reference.hasText(part, "key") { return .key }
        return reference.hasText(part, "value") ? .value : nil
    }

    private func inner(_ key: Key, of holder: ElementID) -> ElementID? {
        let node = memory.node(key, of: holder)
        if node < 0 { return nil }
        let element = memory.elementID(at: node)
        return element < 0 ? nil : element
    }

    private func goesBy(_ part: Range<Int>, of reference: ReferenceText, _ element: ElementID, _ lookup: Lookup) -> Bool
    {
        func matches(_ key: Key) -> Bool {
            let node = memory.node(key, of: element)
            return node >= 0 && memory.text(of: node).elementsEqual(reference.bytes[part])
        }
        return (lookup.contains(.id) && matches(.id)) || (lookup.contains(.name) && matches(.name))
    }
}
