internal import CEL
package import ContractModel
package import Diagnostics
internal import YAMLTree

/// A change as rules see it: what `breaking` says of it, and the elements that it is about in both versions.
package struct ChangeFact {
    let change: ChangeReport.Change
    /// Kind of thing that changed, as `select` calls it.
    let kind: Selection
    /// The whole contract's path, for changes that are about no part of it.
    let contract: String
    let old: Side
    let new: Side

    /// The element that the change is about, and those that hold it, as far as a version has them.
    struct Side {
        var value: String?
        var file: String?
        /// By kind: the nearest of each.
        private var elements: [(kind: Selection, element: ElementRef)] = []

        init() {}

        /// - Parameter hidden: the kind of which this version has none, though what would hold one may be of that kind.
        init(_ element: ElementRef, value: String?, without hidden: Selection?) {
            self.value = value
            file = element.document.tree.source.name
            var here: ElementRef? = element
            while let element = here {
                if let kind = Selection(element: element.kind), kind != hidden, self[kind] == nil {
                    elements.append((kind, element))
                }
                here = element.parent
            }
        }

        subscript(_ kind: Selection) -> ElementRef? { elements.first { $0.kind == kind }?.element }
    }

    /// Facts that one version tells of a change, as whoever compares the two found it.
    package struct Version {
        /// The element that the change is about or, where this version does not have it, what would hold it.
        let element: ElementRef
        /// Nil where this version has nothing.
        let value: String?

        package init(_ element: ElementRef, value: String?) {
            self.element = element
            self.value = value
        }
    }

    /// - Parameter isOfWholeElement: whether an element came or went as a whole.
    package init(_ plain: ChangeReport.Change, old: Version, new: Version, isOfWholeElement: Bool) {
        change = plain
        let subject = new.value != nil || old.value == nil ? new.element : old.element
        kind = Self.kind(of: subject)
        contract = Self.name(of: subject.document)
        // What is part of a property, and came or went with all it says, leaves the property there.
        let hidden = isOfWholeElement ? Selection(element: subject.kind) : nil
        self.old = Side(old.element, value: old.value, without: old.value != nil ? nil : hidden)
        self.new = Side(new.element, value: new.value, without: new.value != nil ? nil : hidden)
    }

    /// A contract that only one version has.
    package init(_ plain: ChangeReport.Change, whole document: ContractDocument, isNew: Bool) {
        change = plain
        kind = .contract
        contract = Self.name(of: document)
        let side = document.rootElement.map { Side($0, value: document.id, without: nil) } ?? Side()
        old = isNew ? Side() : side
        new = isNew ? side : Side()
    }

    private static func kind(of element: ElementRef) -> Selection {
        var here: ElementRef? = element
        while let element = here {
            if let kind = Selection(element: element.kind) { return kind }
            here = element.parent
        }
        return .contract
    }

    private static func name(of document: ContractDocument) -> String {
        let root = document.rootElement
        return root?.text(.name) ?? root?.text(.id) ?? document.kind.rawValue
    }
}

/// Fields that rules can ask of a change: the names are those of its JSON.
enum ChangeField: String, CaseIterable {
    case id, verdict, relation, bump, kind, element, path, hurts, message, reason, remedy
    case profiles, consumer, producer, full
    case old, new
    case value, file
    case object, property, quality, relationship, sla, server, role, member, support

    /// Elements that a side has.
    static let elements: [ChangeField] = [
        .object, .property, .quality, .relationship, .sla, .server, .role, .member, .support,
    ]

    var number: UInt16 { UInt16(truncatingIfNeeded: Self.allCases.firstIndex(of: self) ?? 0) }

    init?(number: UInt16) {
        guard Int(number) < Self.allCases.count else { return nil }
        self = Self.allCases[Int(number)]
    }
}

extension ModelHost {
    /// The change at hand as the variable of rules.
    static let changeObject = CELValue.object(-1, node: -1, type: ModelTypes.number(of: ModelTypes.change))

    /// The change, its verdicts and its two sides are objects of no element; the sides are told apart by their node.
    func change(_ field: ChangeField?, of object: CELValue) -> CELValue {
        guard let field, let fact = change, object.tag == .object else { return .absent }
        let change = fact.change
        func string(_ text: String?) -> CELValue { text.map { evaluation.string($0) } ?? .absent }
        let side = object.objectNode == Self.oldSide ? fact.old : fact.new
        switch field {
        case .id: return string(change.id)
        case .verdict: return string(change.verdict.rawValue)
        case .relation: return string(change.relation?.rawValue)
        case .bump: return string(change.bump.rawValue)
        case .kind: return string(fact.kind.rawValue)
        case .element: return string(change.element)
        case .path: return string(change.element ?? fact.contract)
        case .hurts: return evaluation.list(change.hurts.map { evaluation.string($0.rawValue) })
        case .message: return string(change.message)
        case .reason: return string(change.reason)
        case .remedy: return string(change.remedy)
        case .profiles: return .object(-1, node: -1, type: ModelTypes.number(of: ModelTypes.verdicts))
        case .consumer: return string(change.consumer.rawValue)
        case .producer: return string(change.producer.rawValue)
        case .full: return string(change.full.rawValue)
        case .old: return .object(-1, node: Self.oldSide, type: ModelTypes.number(of: ModelTypes.changeSide))
        case .new: return .object(-1, node: Self.newSide, type: ModelTypes.number(of: ModelTypes.changeSide))
        case .value: return string(side.value)
        case .file: return string(side.file)
        default:
            guard let selection = Selection(rawValue: field.rawValue), let element = side[selection] else {
                return .absent
            }
            return self.object(element, type: ModelTypes.number(of: selection.rawValue))
        }
    }

    private static let newSide: NodeID = -2
    private static let oldSide: NodeID = -3
}
