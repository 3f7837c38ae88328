internal import Basics
internal import ColumnTypes
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Compares two versions of a contract part by part; what it finds goes into `list`.
///
/// Properties wait in lists of its own, so that nesting costs no stack, and each pair is looked at once.
struct ContractComparison {
    let old: ContractVersion
    let new: ContractVersion
    let options: ComparisonOptions
    var list: ChangeList
    var pending: [PropertyPair] = []
    /// Properties that only one version has where they stand; they may have moved.
    var removed: [Leftover] = []
    var added: [Leftover] = []
    /// Number of places that leftovers may be missing from.
    var scopes = 0
    /// Elements that may hold foreign keys, to be compared last.
    var referring: [(old: ElementRef, new: ElementRef)] = []
    var renames = Renamings()
    /// Versions before the old one, and which types their properties had, as far as that was asked for.
    let earlier: [ContractVersion]
    var formerFamilies: [String: Set<String>]?
    /// Shifts from one physical type to another, by both texts: a contract has few, many times.
    var shifts: [String: TypeShift] = [:]
    /// Number of names that may still be compared to see what was perhaps renamed.
    var comparisons = 20_000
    /// True when what is written with the same bytes says the same.
    let isTextEnough: Bool

    /// Two properties that are the same.
    struct PropertyPair {
        var old: PropertyView
        var new: PropertyView
        /// True when what holds them lists them among its required ones.
        var isDemandedByOld = false
        var isDemandedByNew = false
    }

    /// A property that only one version has in its place.
    struct Leftover {
        var view: PropertyView
        /// Element that would hold it in the other version.
        var holder: ElementRef
        var isRequired: Bool
        /// The place it is missing from: leftovers of one place may be renamings of each other.
        var scope: Int
    }

    init(
        _ old: ContractVersion, _ new: ContractVersion, earlier: [ContractVersion], _ options: ComparisonOptions
    ) {
        self.earlier = earlier
        self.old = old
        self.new = new
        self.options = options
        list = ChangeList(options)
        isTextEnough =
            old.isSelfContained && new.isSelfContained && old.document.standard == new.document.standard
            && old.document.version == new.document.version
    }

    mutating func run() {
        compareDocuments()
        compareSchemas()
        compareServiceLevels()
        compareServers()
        compareRoles()
        compareTeams()
        compareSupport()
        comparePrices()
    }

    /// True when two elements need no further look.
    func isSame(_ old: ElementRef, _ new: ElementRef) -> Bool {
        isTextEnough && ValueEquality.isSameText(self.old.tree, old.node, self.new.tree, new.node)
    }

    func isEqual(_ old: NodeID?, _ new: NodeID?) -> Bool {
        ValueEquality.isEqual(self.old.tree, old, self.new.tree, new)
    }

    /// Adds a change of one value where the two differ.
    mutating func addIfDifferent(
        _ kind: ChangeKind, _ name: String, _ old: ElementRef, _ oldNode: NodeID?, _ new: ElementRef,
        _ newNode: NodeID?
    ) {
        if isEqual(oldNode, newNode) { return }
        let (first, second) = (old.side(oldNode), new.side(newNode))
        list.add(kind, first, second, Self.message(name, first, second))
    }

    /// "`name` went from A to B", "is new", "is gone".
    static func message(_ name: String, _ old: Change.Side, _ new: Change.Side) -> String {
        message(name, old.value, new.value)
    }

    static func message(_ name: String, _ old: String?, _ new: String?) -> String {
        switch (old?.shortened, new?.shortened) {
        case (let old?, let new?) where old == new: "`\(name)` changed"
        case (let old?, let new?): "`\(name)` went from \(shown(old)) to \(shown(new))"
        case (nil, let new?): "`\(name)` is new: \(shown(new))"
        case (let old?, nil): "`\(name)` is gone: \(shown(old))"
        case (nil, nil): "`\(name)` changed"
        }
    }

    private static func shown(_ value: String) -> String { value.isEmpty ? "nothing" : value }

    // MARK: Whatever else there is

    /// The fields that a comparison has seen to.
    struct KeySet: Sendable {
        private var contains = [Bool](repeating: false, count: Key.allCases.count + 1)

        init(_ keys: Key...) {
            for key in keys {
                if let place = Self.places[key] { contains[place] = true }
            }
        }

        subscript(_ number: UInt16) -> Bool { Int(number) < contains.count && contains[Int(number)] }

        private static let places = Dictionary(
            uniqueKeysWithValues: Key.allCases.enumerated().map { ($1, $0 + 1) })
        /// By their number in a field, less 1.
        static let all = Key.allCases
    }

    /// Compares every field that nothing else has seen to.
    ///
    /// - Parameter kinds: what a difference is called; `detail-changed` for fields that are not among them.
    mutating func compareDetails(
        _ old: ElementRef, _ new: ElementRef, except handled: KeySet, _ kinds: [Key: ChangeKind] = [:]
    ) {
        compareUnknownKeys(old, new)
        var seen: [UInt16] = []
        for element in [old, new] {
            let record = element.document.elements[Int(element.id)]
            for index in Int(record.firstField)..<Int(record.firstField + record.fieldCount) {
                let number = element.document.fields[index].key
                if handled[number] || seen.contains(number) { continue }
                seen.append(number)
                guard number > 0, Int(number) <= KeySet.all.count else { continue }
                let key = KeySet.all[Int(number) - 1]
                addIfDifferent(kinds[key] ?? .detailChanged, key.rawValue, old, old.node(key), new, new.node(key))
            }
        }
    }

    /// Keys that the standard does not know: they promise nothing, but a reader of the change wants to see them.
    private mutating func compareUnknownKeys(_ old: ElementRef, _ new: ElementRef) {
        // Where the versions differ, what one does not know the other may; DCS spreads an element over several
        // mappings.
        guard self.old.document.standard == .odcs, new.document.standard == .odcs,
            self.old.document.version == new.document.version
        else { return }
        let (own, other) = (Self.unknownKeys(old), Self.unknownKeys(new))
        for (key, node) in own {
            let counterpart = other.first { $0.key.utf8.elementsEqual(key.utf8) }?.node
            addIfDifferent(.detailChanged, key.shortened, old, node, new, counterpart)
        }
        for (key, node) in other where !own.contains(where: { $0.key.utf8.elementsEqual(key.utf8) }) {
            addIfDifferent(.detailChanged, key.shortened, old, nil, new, node)
        }
    }

    /// More of them in one mapping are not looked at.
    private static let mostUnknownKeys = 50

    private static func unknownKeys(_ element: ElementRef) -> [(key: String, node: NodeID)] {
        let document = element.document
        let record = document.elements[Int(element.id)]
        // More than the standard has keys: one is there again and again.
        guard record.fieldCount <= 100 else { return [] }
        let known = document.fields[Int(record.firstField)..<Int(record.firstField + record.fieldCount)]
        var found: [(key: String, node: NodeID)] = []
        for entry in document.tree.entries(of: element.node) where !known.contains(where: { $0.node == entry.value }) {
            found.append((document.tree.text(of: entry.key), entry.value))
            if found.count == mostUnknownKeys { break }
        }
        return found
    }

    /// Notes that objects, properties and other parts have in common.
    static let notes: [Key: ChangeKind] = [
        .description: .descriptionChanged, .businessName: .businessNameChanged, .synonyms: .businessNameChanged,
        .examples: .examplesChanged, .authoritativeDefinitions: .definitionsChanged, .links: .definitionsChanged,
        .customProperties: .customPropertiesChanged, .transformDescription: .transformDescriptionChanged,
        .tags: .tagsChanged,
    ]
}
