internal import Basics
internal import Diagnostics
package import YAMLTree

extension ContractDocument {
    /// Decodes a document and judges it by its standard, in one walk.
    ///
    /// - Returns: nil for a document that is neither contract nor product.
    package convenience init?(_ tree: YAMLTree, _ document: YAMLTree.Document) {
        guard let recognised = Recognition.recognise(tree, document) else { return nil }
        self.init(tree, document, as: recognised)
    }

    /// Decodes a document as what it is known to be.
    package convenience init(_ tree: YAMLTree, _ document: YAMLTree.Document, as recognised: Recognition) {
        let table = ResolvedTables.table(recognised.standard, recognised.version)
        let (elements, fields, elementOfNode, issues) = tree.withMemory { memory in
            var decoder = Decoder(tree: tree, memory: memory, table: table, document)
            decoder.run(document, recognised)
            return (decoder.elements, decoder.fields, decoder.elementOfNode, decoder.issues)
        }
        self.init(
            tree: tree, document: document, table: table, elements: elements, fields: fields,
            elementOfNode: elementOfNode,
            issues: issues)
    }
}

/// Walks a document by the shapes of its version: makes its elements and finds what the standard does not allow.
///
/// The walk keeps its own stack, so depth costs memory of ours and never the thread's stack.
struct Decoder {
    let tree: YAMLTree
    let memory: TreeMemory
    let table: ResolvedTable
    var elements: [Element] = []
    var fields: [Field] = []
    var elementOfNode: ElementIndex
    var issues: [ElementIssue] = []
    var issueCap = IssueCap(IssueCap.mostFound)
    /// Number of keys that were looked up for advice, and the keys of the mapping of the last one.
    var advisedKeys = 0
    var siblings: (mapping: NodeID, names: Set<ExactText>) = (-1, [])
    /// True when the version the document declares is none of the standard's: its own key is not judged then.
    private(set) var ignoresVersion = false

    private var pending: [Pending] = []

    /// A value to be judged.
    struct Pending {
        var node: NodeID
        var kind: Int32
        var owner: ElementID
        /// The key it stands behind, or that of the list it is an item of; -1: the root.
        var key: NodeID
        /// Decode only: a fault that was reported already explains whatever is wrong inside.
        var isSilent: Bool
        /// The field that `key` fills in the element made of it; 0: none.
        var nameAs: UInt16 = 0
    }

    var nodes: UnsafeBufferPointer<Node> { memory.nodes }

    init(tree: YAMLTree, memory: TreeMemory, table: ResolvedTable, _ document: YAMLTree.Document) {
        self.tree = tree
        self.memory = memory
        self.table = table
        elementOfNode = ElementIndex(document.nodes)
        // What contracts come to; others let the arrays grow.
        elements.reserveCapacity(document.nodes.count / 12 + 16)
        fields.reserveCapacity(document.nodes.count / 2 + 16)
        pending.reserveCapacity(document.nodes.count / 12 + 16)
    }

    mutating func run(_ document: YAMLTree.Document, _ recognised: Recognition) {
        ignoresVersion = recognised.unknownVersion
        if recognised.unknownVersion { reportVersion(document, recognised) }
        guard nodes[Int(document.root)].isMapping else {
            let isContract = table.standard.isOfContracts
            report(
                Issue(
                    StandardRules.missingKey,
                    isContract
                        ? "the file holds no contract"
                        : "\(table.shapes[0].shape.noun) must be a mapping",
                    at: tree.range(of: document.root),
                    help: isContract
                        ? "write the keys that \(table.standard.title) demands: apiVersion, kind, id, …"
                        : table.standard == .configuration || table.standard == .baseline
                            ? "begin with `version: 1`" : "begin with `apiVersion: contractlint/v1`",
                    subject: "root"),
                document.root, -1)
            return
        }
        mapping(Pending(node: document.root, kind: -1, owner: -1, key: -1, isSilent: false), shape: 0)
        while let next = pending.popLast() { value(next) }
    }

    // MARK: Values

    private mutating func value(_ item: Pending) {
        let node = nodes[Int(item.node)]
        if node.flags.contains(.unread) { return }
        let kind = table.kinds[Int(item.kind)]
        guard kind.types.contains(node.type) else {
            if !item.isSilent, !breaksOff(node) { wrongType(item, kind) }
            return
        }
        switch node.type {
        case .list:
            if kind.detail >= 0, !item.isSilent { table.withDetail(kind.detail) { judgeList(item, $0) } }
            guard kind.items >= 0 else { return }
            let items = table.kinds[Int(kind.items)]
            var child = node.firstChild
            while child >= 0 {
                if !isFine(child, items) {
                    pending.append(
                        Pending(
                            node: child, kind: kind.items, owner: item.owner, key: item.key, isSilent: item.isSilent))
                }
                child = nodes[Int(child)].next
            }
        case .mapping:
            if kind.shape >= 0 {
                mapping(item, shape: Int(kind.shape))
            } else {
                entries(item, kind)
            }
        default:
            if kind.isSimple || item.isSilent || (node.isText && kind.allows(memory.text(of: item.node))) { return }
            table.withDetail(kind.detail) { judgeScalar(item, $0) }
        }
    }

    /// True when a value is the last item of a list that the file breaks off in: it may have been meant to go on.
    private func breaksOff(_ node: Node) -> Bool {
        node.next < 0 && node.parent >= 0 && nodes[Int(node.parent)].isList && nodes[Int(node.parent)].isIncomplete
    }

    /// True when a value needs no further look: a scalar of the right type where no more is asked.
    @inline(__always)
    private func isFine(_ id: NodeID, _ kind: ResolvedKind) -> Bool {
        kind.isSimple && !nodes[Int(id)].type.intersection(kind.types).isDisjoint(with: .scalar)
    }

    /// A mapping whose keys are the author's own.
    private mutating func entries(_ item: Pending, _ kind: ResolvedKind) {
        let detail = kind.detail >= 0 ? table.details[Int(kind.detail)] : nil
        if let detail, !item.isSilent { judgeEntries(item, detail) }
        guard kind.values >= 0 else { return }
        var key = nodes[Int(item.node)].firstChild
        while key >= 0 {
            let value = nodes[Int(key)].next
            let single = detail.flatMap { $0.except.isEmpty ? nil : $0.except[tree.text(of: key)] }
            pending.append(
                Pending(
                    node: value, kind: single ?? kind.values, owner: item.owner, key: key, isSilent: item.isSilent,
                    nameAs: kind.nameAs))
            key = nodes[Int(value)].next
        }
    }

    // MARK: Mappings of a known shape

    private mutating func mapping(_ item: Pending, shape index: Int) {
        let kind = table.elements[index] ?? .other
        let id = ElementID(elements.count)
        elements.append(
            Element(
                node: item.node, parent: item.owner, firstField: Int32(fields.count), fieldCount: 0,
                shape: Int16(index),
                kind: kind))
        elementOfNode[item.node] = id
        let nameAs = item.nameAs > 0 ? item.nameAs : item.kind >= 0 ? table.kinds[Int(item.kind)].nameAs : 0
        if nameAs > 0 { fields.append(Field(key: nameAs, isInverted: false, node: item.key)) }
        fill(id, from: item, shape: index)
        elements[Int(id)].fieldCount = Int32(fields.count) - elements[Int(id)].firstField
    }

    /// Reads the entries of a mapping into an element. Shapes that make no element of their own are read into the one
    /// that holds them, at once, so that the fields of an element stay together.
    private mutating func fill(_ id: ElementID, from item: Pending, shape index: Int) {
        table.withShape(index) { fill(id, from: item, index, $0) }
    }

    private mutating func fill(_ id: ElementID, from item: Pending, _ index: Int, _ shape: ResolvedShape) {
        let isIncomplete = nodes[Int(item.node)].isIncomplete
        let choice = choose(item.node, shape)
        let rowOf = table.rowOf + index * ResolvedTable.wordCount
        var seen = RowSet()
        var saysConflict = false
        var key = nodes[Int(item.node)].firstChild
        while key >= 0 {
            let value = nodes[Int(key)].next
            let word = nodes[Int(key)].word
            let first = word > 0 ? rowOf[Int(word)] : -1
            var primary: Int32 = -1
            var hasOthers = false
            var hasConflict = false
            var row = first
            while row >= 0 {
                let head = table.rows[Int(row)]
                if head.variants == 0 || head.variants & choice.active != 0 {
                    seen.insert(head.index)
                    if primary < 0 {
                        primary = row
                    } else {
                        hasOthers = true
                        // Of several rows the one with a shape is walked; two shapes at once fit no value but an empty one.
                        let known = table.kinds[Int(table.rows[Int(primary)].kind)].shape
                        let other = table.kinds[Int(head.kind)].shape
                        if known < 0, other >= 0 { primary = row }
                        if known >= 0, other >= 0, known != other { hasConflict = true }
                    }
                }
                row = head.next
            }
            if primary >= 0 {
                let head = table.rows[Int(primary)]
                if head.deprecatedTypes.contains(nodes[Int(value)].type), !item.isSilent {
                    deprecated(head, key, value, shape, id)
                }
                if hasOthers, !item.isSilent { judgeOthers(than: primary, from: first, choice, key, value, id) }
                if hasConflict, nodes[Int(value)].isMapping, nodes[Int(value)].firstChild >= 0, !saysConflict,
                    !item.isSilent
                {
                    saysConflict = true
                    missingDiscriminator(shape, choice, item.node, id)
                }
                take(head, key, value, id, isSilent: item.isSilent || (hasConflict && nodes[Int(value)].isMapping))
            } else if choice.isLenient, first >= 0 {
                take(table.rows[Int(first)], key, value, id, isSilent: true)
            } else if !item.isSilent {
                unknown(key, value, id, in: item.node, shape, choice)
            }
            key = nodes[Int(value)].next
        }
        if isIncomplete || item.isSilent { return }
        judgeTogether(shape, choice, seen, item.node, id, saysConflict)
    }

    /// Puts a value into a field and sees to what is inside.
    @inline(__always)
    private mutating func take(_ row: ResolvedRow, _ key: NodeID, _ value: NodeID, _ id: ElementID, isSilent: Bool) {
        let kind = table.kinds[Int(row.kind)]
        let item = Pending(node: value, kind: row.kind, owner: id, key: key, isSilent: isSilent)
        if kind.shape >= 0, nodes[Int(value)].isMapping, table.elements[Int(kind.shape)] == nil {
            fill(id, from: item, shape: Int(kind.shape))
            return
        }
        fields.append(Field(key: row.field, isInverted: row.isInverted, node: value))
        if row.isRequired, nodes[Int(value)].type == .text, !isSilent, kind.isSimple { judgeEmpty(key, value, id) }
        if isFine(value, kind) { return }
        if ignoresVersion, row.word == Self.versionWords.0 || row.word == Self.versionWords.1,
            elements[Int(id)].parent < 0
        {
            return
        }
        pending.append(item)
    }

    private static let versionWords = (Key.apiVersion.number, Key.dataContractSpecification.number)

    /// Judges a value by the rows that hold beside the one it is walked by.
    private mutating func judgeOthers(
        than primary: Int32, from first: Int32, _ choice: Choice, _ key: NodeID, _ value: NodeID, _ id: ElementID
    ) {
        var row = first
        while row >= 0 {
            let head = table.rows[Int(row)]
            if row != primary, head.variants == 0 || head.variants & choice.active != 0 {
                let kind = table.kinds[Int(head.kind)]
                let own = Pending(node: value, kind: head.kind, owner: id, key: key, isSilent: false)
                if !kind.types.contains(nodes[Int(value)].type) {
                    // One type fault a value is enough: the primary row's comes first.
                    if table.kinds[Int(table.rows[Int(primary)].kind)].types.contains(nodes[Int(value)].type) {
                        wrongType(own, kind)
                    }
                } else if !nodes[Int(value)].isMapping {
                    pending.append(own)
                }
            }
            row = head.next
        }
    }

    // MARK: Variants

    /// Variants of a shape that hold for a mapping.
    struct Choice {
        var active: UInt64 = 0
        /// The value that should have chosen is none of those that choose: its own row reports it, and keys of any variant
        /// may have been meant.
        var isLenient = false
        /// The key that should have chosen and is not there, though several variants hold for that.
        var absent: Key?
    }

    private func choose(_ node: NodeID, _ shape: ResolvedShape) -> Choice {
        var choice = Choice()
        for discriminator in shape.discriminators {
            let number = discriminator.number
            var key = nodes[Int(node)].firstChild
            while key >= 0, nodes[Int(key)].word != number { key = nodes[Int(nodes[Int(key)].next)].next }
            guard key >= 0 else {
                // Where it has to be there, that it is not is reported, and keys of any variant may have been meant.
                if nodes[Int(node)].isIncomplete || isRequired(number, shape) { choice.isLenient = true }
                choice.active |= discriminator.absent
                if discriminator.absent.nonzeroBitCount > 1 { choice.absent = discriminator.key }
                continue
            }
            let value = nodes[Int(key)].next
            guard nodes[Int(value)].isText else {
                if !discriminator.values.isEmpty { choice.isLenient = true }
                continue
            }
            choice.active |= discriminator.anyText
            let text = memory.text(of: value)
            let match = discriminator.values.first { $0.text.count == text.count && $0.text.elementsEqual(text) }?
                .variants
            if let match {
                choice.active |= match
            } else if !discriminator.values.isEmpty, shape.isOpen || !isAllowed(value, discriminator.key, shape) {
                choice.isLenient = true
            }
        }
        return choice
    }

    private func isRequired(_ word: UInt16, _ shape: ResolvedShape) -> Bool {
        shape.required.contains { table.rows[Int($0)].word == word && table.rows[Int($0)].variants == 0 }
    }

    private func isAllowed(_ value: NodeID, _ key: Key, _ shape: ResolvedShape) -> Bool {
        shape.rows.contains { index in
            let row = table.rows[Int(index)]
            guard row.word == key.number, row.variants == 0 else { return false }
            let detail = table.kinds[Int(row.kind)].detail
            guard detail >= 0 else { return true }
            let allowed = table.details[Int(detail)].allowed
            let text = memory.text(of: value)
            return allowed.isEmpty || allowed.contains { $0.elementsEqual(text) }
        }
    }
}
