internal import Patterns
internal import YAMLTree

/// Picks what holds for one version out of a table of shapes.
struct ShapeResolver {
    let table: ShapeTable
    let version: Version
    private(set) var shapes: [ResolvedShape] = []
    private(set) var rows: [ResolvedRow] = []
    private(set) var kinds: [ResolvedKind] = []
    private(set) var details: [KindDetail] = []
    private(set) var rowOf: [Int32]
    private let indexOfShape: [String: Int32]
    private var indexOfKind: [Kind: Int32] = [:]
    /// Of kinds that are nothing but types, which most are, by the types: hashing all that the others demand takes long.
    private var indexOfTypes = [Int32](repeating: -1, count: 256)
    /// By regular expression.
    private var patterns: [String: Pattern] = [:]

    init(_ table: ShapeTable, _ version: Version) {
        self.table = table
        self.version = version
        rowOf = [Int32](repeating: -1, count: table.shapes.count * ResolvedTable.wordCount)
        indexOfShape = Dictionary(
            table.shapes.enumerated().map { ($1.name, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func run() {
        for index in table.shapes.indices { resolve(table.shapes[index], index) }
    }

    private mutating func resolve(_ shape: Shape, _ index: Int) {
        let variants = shape.variants.filter { $0.versions.contains(version) }
        precondition(variants.count <= 64, "a shape has more variants than there are bits for them")
        let first = Int32(rows.count)
        var required: [Int32] = []
        var requiredByProse: [Int32] = []
        let all =
            shape.rows.map { ($0, UInt64(0)) }
            + variants.enumerated().flatMap { at, variant in
                variant.rows.map { ($0, UInt64(1) << UInt64(at)) }
            }
        for (row, mask) in all where row.versions.contains(version) {
            let number = Int32(rows.count)
            precondition(number - first < RowSet.capacity, "a shape has more rows than there are bits for them")
            let slot = index * ResolvedTable.wordCount + Int(row.key.number)
            let isRequired = row.required.contains(version)
            var deprecatedTypes: ValueTypes = []
            if row.deprecated?.versions.contains(version) == true {
                // Of several rows of one key the first speaks for it.
                for (other, _) in all where other.key == row.key && other.versions.contains(version) {
                    guard let deprecation = other.deprecated, deprecation.versions.contains(version) else { continue }
                    deprecatedTypes = deprecation.types
                    break
                }
            }
            rows.append(
                ResolvedRow(
                    word: row.key.number, field: row.field.number, kind: resolve(row.kind), variants: mask,
                    next: rowOf[slot], index: number - first, isInverted: row.isInverted, isRequired: isRequired,
                    deprecatedTypes: deprecatedTypes))
            rowOf[slot] = number
            if isRequired { required.append(number) }
            if let prose = row.prose, prose.claim == .requiredByProse, prose.versions.contains(version) {
                requiredByProse.append(number)
            }
        }
        shapes.append(
            ResolvedShape(
                shape, isOpen: shape.open.contains(version), rows: first..<Int32(rows.count), variants: variants,
                discriminators: discriminators(of: variants), required: required, requiredByProse: requiredByProse,
                hasRejectedDemands: variants.contains { $0.rows.contains { $0.isRejectedDemand(in: version) } }))
    }

    private func discriminators(of variants: [Variant]) -> [ResolvedShape.Discriminator] {
        var order: [Key] = []
        var values: [Key: [(text: [UInt8], variants: UInt64)]] = [:]
        var absent: [Key: UInt64] = [:]
        var anyText: [Key: UInt64] = [:]
        for (at, variant) in variants.enumerated() {
            let bit = UInt64(1) << UInt64(at)
            for condition in variant.conditions {
                let key: Key
                switch condition {
                case .equals(let its, let text):
                    key = its
                    let text = Array(text.utf8)
                    if let known = values[key]?.firstIndex(where: { $0.text == text }) {
                        values[key]![known].variants |= bit
                    } else {
                        values[key, default: []].append((text, bit))
                    }
                case .absent(let its, let versions):
                    key = its
                    if versions.contains(version) { absent[key, default: 0] |= bit }
                case .isText(let its):
                    key = its
                    anyText[key, default: 0] |= bit
                }
                if !order.contains(key) { order.append(key) }
            }
        }
        return order.map {
            ResolvedShape.Discriminator(
                key: $0, number: $0.number, values: values[$0] ?? [], absent: absent[$0] ?? 0, anyText: anyText[$0] ?? 0
            )
        }
    }

    private mutating func resolve(_ kind: Kind) -> Int32 {
        let number = Int32(kinds.count)
        if kind.isTypesAlone {
            let known = indexOfTypes[Int(kind.types.rawValue)]
            if known >= 0 { return known }
            indexOfTypes[Int(kind.types.rawValue)] = number
        } else {
            if let known = indexOfKind[kind] { return known }
            indexOfKind[kind] = number
        }
        kinds.append(ResolvedKind(types: kind.types, isSimple: true))
        var resolved = ResolvedKind(types: kind.types, isSimple: true)
        if let name = kind.shape {
            guard let shape = indexOfShape[name] else { preconditionFailure("no shape is named \(name)") }
            resolved.shape = shape
            resolved.nameAs = kind.nameAs?.number ?? 0
        }
        if let items = kind.items { resolved.items = resolve(items.kind.value) }
        var except: [String: Int32] = [:]
        if let entries = kind.entries {
            resolved.values = resolve(entries.kind.value)
            resolved.nameAs = entries.nameAs?.number ?? 0
            for (key, kind) in entries.except { except[key] = resolve(kind.value) }
        }
        let isBounded = kind.items.map { $0.minimum > 0 || $0.maximum < .max || $0.unique } ?? false
        let hasKeys = kind.entries.map { $0.minimum > 0 || $0.keys != nil || !$0.except.isEmpty } ?? false
        let asksScalars =
            !kind.allowed.isEmpty || !kind.patterns.isEmpty || kind.minimum != nil || kind.above != nil
            || kind.prose != nil
        if asksScalars || isBounded || hasKeys {
            resolved.isSimple = !asksScalars
            if kind.patterns.isEmpty, !kind.allowed.isEmpty { resolved.allowed = keep(kind.allowed) }
            resolved.detail = Int32(details.count)
            details.append(
                KindDetail(
                    kind, patterns: kind.patterns.map { pattern($0) },
                    keyPattern: kind.entries?.keys.map { pattern($0) }, prosePattern: kind.prose.map { pattern($0) },
                    except: except))
        }
        kinds[Int(number)] = resolved
        return number
    }

    private func keep(_ texts: [String]) -> UnsafeBufferPointer<UnsafeBufferPointer<UInt8>> {
        let all = UnsafeMutableBufferPointer<UnsafeBufferPointer<UInt8>>.allocate(capacity: texts.count)
        for (index, text) in texts.enumerated() {
            let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
            _ = bytes.initialize(from: text.utf8)
            all.initializeElement(at: index, to: UnsafeBufferPointer(bytes))
        }
        return UnsafeBufferPointer(all)
    }

    private mutating func pattern(_ standard: StandardPattern) -> Pattern {
        if let known = patterns[standard.regex] { return known }
        do {
            let pattern = try Pattern(standard.regex)
            patterns[standard.regex] = pattern
            return pattern
        } catch {
            preconditionFailure("the standard's pattern \(standard.regex) does not compile: \(error.reason)")
        }
    }
}
