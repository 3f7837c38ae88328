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
    /// Elements that were compared, whose fields nothing may pass over.
    var compared: [(old: ElementRef, new: ElementRef)] = []
    /// Values that a change speaks of beside those of its places.
    var settled: (old: Set<NodeID>, new: Set<NodeID>) = ([], [])

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
        compareRest()
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
}
