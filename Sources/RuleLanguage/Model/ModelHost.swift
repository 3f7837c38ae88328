internal import Basics
internal import CEL
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Shows a document to expressions: objects are elements, lists are lists of its nodes, strings its own bytes. Nothing is
/// copied.
///
/// One for each thread; `enter` before expressions are evaluated on a document, and only as long as its memory holds.
final class ModelHost: Host {
    private(set) var memory: DocumentMemory
    private(set) var document: ContractDocument
    /// Evaluation in which texts are built that no document holds.
    unowned(unsafe) var evaluation: Evaluation
    /// The parameters of the rule that is evaluated.
    var params = UnsafeBufferPointer<CELValue>(start: nil, count: 0)
    /// The day that `today()` says, in seconds since 1970.
    var today: Int64 = 0
    private let names = NameMemory()
    /// The last name that was asked about, by its node: rules ask several things of one.
    private var lastName: (node: NodeID, facts: NameFacts) = (-1, NameFacts())
    /// Folder that the paths of files are relative to.
    var folder = FolderOfPaths.working
    /// Those of the configuration that rules are asked for.
    var classifications = ClassificationOrder.usual
    /// The last classification whose rank was asked for: those of a contract are few.
    private var lastRank: (word: [UInt8], rank: Int?) = ([], nil)
    /// Definitions that fields of the documents at hand refer to, once somebody has asked.
    private var definitions: [(document: ContractDocument, definitions: Definitions)] = []

    /// True where a document at hand has fields that refer to definitions, and models that name their keys.
    private var mayRefer = false
    /// True where a document at hand has words of its own for logical types: DCS, and ODCS before 3.0.
    private(set) var hasOtherTypes = false
    /// The key that a model names, of the object asked about last.
    private var modelKey: (object: ElementID, key: ModelKey?) = (-1, nil)

    /// All properties of the document, in its order, once somebody has asked for them.
    var properties: UnsafeMutableBufferPointer<CELValue>?
    /// Those of them that are marked as personal data.
    var personal: UnsafeMutableBufferPointer<CELValue>?
    /// The style that most of their names are written in, by the document's first node.
    var conventions: [NodeID: NameStyle] = [:]
    /// Contracts that the input ports of a product name, once somebody has asked for them.
    private var inputs: (product: ElementID, declared: DeclaredInputs)?

    /// Of two versions at once: which document is which part of the memory; empty: there is one document.
    private(set) var parts: [JoinedDocuments.Part] = []
    /// The change that rules are asked about.
    var change: ChangeFact?

    // The fields of the element that rules look at now, by key: most reads are of these.
    private var current: ElementID = -1
    private let slots: UnsafeMutablePointer<Int32>
    /// The keys whose slots are filled.
    private let filledSlots: UnsafeMutablePointer<UInt16>
    private var filledCount = 0

    init(_ document: ContractDocument, _ memory: DocumentMemory) {
        self.document = document
        self.memory = memory
        evaluation = Self.none
        slots = .allocate(capacity: Key.allCases.count + 1)
        slots.initialize(repeating: -1, count: Key.allCases.count + 1)
        filledSlots = .allocate(capacity: Key.allCases.count + 1)
    }

    deinit {
        slots.deallocate()
        filledSlots.deallocate()
        properties?.deallocate()
        personal?.deallocate()
    }

    /// Until the one that is made for this host.
    private nonisolated(unsafe) static let none = Evaluation()

    /// - Parameter parts: where several documents lie in the memory; `document` is the first of them.
    func enter(
        _ document: ContractDocument, _ memory: DocumentMemory, parts: [JoinedDocuments.Part] = []
    ) {
        leaveElement()
        self.parts = parts
        change = nil
        properties?.deallocate()
        properties = nil
        personal?.deallocate()
        personal = nil
        conventions.removeAll()
        inputs = nil
        lastName.node = -1
        definitions.removeAll()
        modelKey = (-1, nil)
        let documents = parts.map(\.document) + [document]
        mayRefer = documents.contains { $0.standard == .dcs }
        hasOtherTypes = mayRefer || documents.contains { $0.version.major < 3 }
        self.document = document
        self.memory = memory
    }

    // MARK: Documents

    /// The document that a node is of, and its number there.
    func home(of node: NodeID) -> (document: ContractDocument, node: NodeID) {
        guard let part = parts.first(where: { $0.nodes.contains(node) }) else { return (document, node) }
        return (part.document, part.ownNode(node))
    }

    func document(of element: ElementID) -> ContractDocument {
        parts.first { $0.elements.contains(element) }?.document ?? document
    }

    func element(_ id: ElementID) -> ElementRef {
        guard let part = parts.first(where: { $0.elements.contains(id) }) else { return document.element(id) }
        return part.document.element(part.ownElement(id))
    }

    /// A property with what it takes from a definition.
    func view(of property: ElementID) -> PropertyView {
        let element = element(property)
        if let known = definitions.first(where: { $0.document === element.document }) {
            return known.definitions.view(element)
        }
        let own = Definitions(element.document)
        definitions.append((element.document, own))
        return own.view(element)
    }

    /// The contracts that the input ports of a product name.
    func declaredInputs(of product: CELValue) -> DeclaredInputs {
        if let inputs, inputs.product == product.elementID { return inputs.declared }
        let declared = DeclaredInputs(of: product, self)
        inputs = (product.elementID, declared)
        return declared
    }

    /// The node that findings about an element point at.
    func anchor(of id: ElementID) -> NodeID {
        guard let part = parts.first(where: { $0.elements.contains(id) }) else { return document.element(id).anchor }
        return part.node(part.document.element(part.ownElement(id)).anchor)
    }

    /// A node of the document that an element is of, by its number there, among those of all documents.
    func node(_ own: NodeID, ofDocumentOf id: ElementID) -> NodeID {
        parts.first { $0.elements.contains(id) }?.node(own) ?? own
    }

    /// An element of a document as an object of rules.
    func object(_ element: ElementRef, type: UInt8) -> CELValue {
        let part = parts.first { $0.document === element.document }
        let id = part?.element(element.id) ?? element.id
        return .object(id, node: memory.node(of: id), type: type)
    }

    /// Those of all documents.
    var nodes: Range<NodeID> { parts.isEmpty ? document.nodes : 0..<NodeID(memory.nodes.count) }

    /// The nodes of the document that an element is of.
    func nodes(around element: ElementID) -> Range<NodeID> {
        parts.first { $0.elements.contains(element) }?.nodes ?? document.nodes
    }

    // MARK: The current element

    /// Makes an element the one whose fields are at hand.
    ///
    /// - Parameter bits: a bit for each key that somebody asks about.
    /// - Returns: the bits of the keys that the element has.
    @inline(__always)
    func enter(_ element: ElementID, bits: UnsafePointer<UInt64>) -> UInt64 {
        leaveElement()
        current = element
        var mask: UInt64 = 0
        var filled = 0
        memory.forEachFieldIndex(of: element) { index, key in
            if slots[Int(key)] < 0 {
                slots[Int(key)] = index
                filledSlots[filled] = key
                filled += 1
            }
            mask |= bits[Int(key)]
        }
        filledCount = filled
        if mayRefer {
            if slots[Int(Key.ref.fieldNumber)] >= 0 { inherit(bits, &mask) }
            if slots[Int(Self.primaryKey)] < 0 {
                let index = modelKeyIndex(of: element)
                if index >= 0 {
                    slots[Int(Self.primaryKey)] = index
                    filledSlots[filledCount] = Self.primaryKey
                    filledCount += 1
                    mask |= bits[Int(Self.primaryKey)]
                }
            }
        }
        return mask
    }

    /// Adds what the current element takes from the definition that it refers to.
    private func inherit(_ bits: UnsafePointer<UInt64>, _ mask: inout UInt64) {
        let shared = definition(of: current)
        guard shared >= 0 else { return }
        var filled = filledCount
        memory.forEachFieldIndex(of: shared) { index, key in
            guard slots[Int(key)] < 0 else { return }
            slots[Int(key)] = index
            filledSlots[filled] = key
            filled += 1
            mask |= bits[Int(key)]
        }
        filledCount = filled
    }

    private static let primaryKey = Key.primaryKey.fieldNumber

    /// Index of the field in which a model of DCS names a field as part of its key; -1: it does not.
    private func modelKeyIndex(of property: ElementID) -> Int32 {
        guard memory.kind(of: property) == .property else { return -1 }
        let object = memory.parent(of: property)
        guard object >= 0, memory.kind(of: object) == .object else { return -1 }
        if modelKey.object != object { modelKey = (object, ModelKey(of: element(object))) }
        guard let key = modelKey.key, key.contains(element(property)) else { return -1 }
        return memory.fieldIndex(Self.primaryKey, of: object)
    }

    /// Definition that a field of a DCS contract refers to, and takes its keys from; -1: none.
    private func definition(of id: ElementID) -> ElementID {
        guard memory.kind(of: id) == .property, let shared = view(of: id).shared else { return -1 }
        return parts.first { $0.document === shared.document }?.element(shared.id) ?? shared.id
    }

    @inline(__always)
    private func leaveElement() {
        for index in 0..<filledCount { slots[Int(filledSlots[index])] = -1 }
        filledCount = 0
        current = -1
    }

    /// The index of an element's field that has a value; -1: none.
    @inline(__always)
    private func fieldIndex(_ key: UInt16, of element: ElementID) -> Int32 {
        if element == current { return slots[Int(key)] }
        if element < 0 { return -1 }
        let own = memory.fieldIndex(key, of: element)
        guard own < 0, mayRefer, key != Key.ref.fieldNumber else { return own }
        let shared = definition(of: element)
        let index = shared < 0 ? -1 : memory.fieldIndex(key, of: shared)
        return index < 0 && key == Self.primaryKey ? modelKeyIndex(of: element) : index
    }

    /// The node of a field; -1: none.
    func node(_ key: UInt16, of object: CELValue) -> NodeID {
        let index = fieldIndex(key, of: object.elementID)
        return index < 0 ? -1 : memory.field(index).node
    }

    /// The rank of a classification, whatever its case; nil: it is none of those known.
    func rank(of classification: UnsafeBufferPointer<UInt8>) -> Int? {
        let isLast = lastRank.word.withUnsafeBufferPointer { last in
            guard last.count == classification.count, let start = last.baseAddress else { return false }
            return ByteHash.isSame(start, classification)
        }
        if !isLast {
            lastRank = (
                Array(classification), classifications.rank(of: String(decoding: classification, as: UTF8.self))
            )
        }
        return lastRank.rank
    }

    /// The document as the variable `contract`; absent where it is a product.
    var contract: CELValue {
        guard document.kind == .contract else { return .absent }
        return .object(0, node: memory.node(of: 0), type: Self.contractType)
    }

    private static let contractType = ModelTypes.number(of: "contract")

    /// Facts that a name tells about what is called by it.
    @inline(__always)
    func facts(ofName node: NodeID) -> NameFacts {
        if lastName.node != node { lastName = (node, names.facts(of: memory.text(of: node))) }
        return lastName.facts
    }

    /// The text of a field of the current element, as numbers.
    @inline(__always)
    func text(_ key: UInt16) -> HostText {
        let index = slots[Int(key)]
        guard index >= 0 else { return HostText() }
        let node = memory.field(index).node
        return memory[node].type.isDisjoint(with: .scalar) ? HostText() : HostText(memory.text(of: node))
    }

    // MARK: Host

    func field(_ number: Int, of object: CELValue) -> CELValue {
        let form = FieldForm(number)
        switch form.kind {
        case .derived: return derived(DerivedField(rawValue: form.key), of: object)
        case .change: return change(ChangeField(number: form.key), of: object)
        case .objects:
            return object.elementID < 0
                ? entries(form, in: object.objectNode) : .objects(form.key, of: object.elementID, type: form.type)
        default: break
        }
        if form.kind == .param { return params[Int(form.key)] }
        let index = fieldIndex(form.key, of: object.elementID)
        guard index >= 0 else {
            // DCS writes options at the field itself.
            if form.kind == .object, form.key == Self.optionsKey, object.elementID >= 0,
                document(of: object.elementID).standard == .dcs
            {
                return .object(object.elementID, node: -1, type: form.type)
            }
            return form.kind == .scalars ? .emptyList : .absent
        }
        let field = memory.field(index)
        let node = memory[field.node]
        switch form.kind {
        case .string:
            return node.type.isDisjoint(with: .scalar) ? .absent : .string(at: memory.text(of: field.node))
        case .bool:
            guard let truth = boolean(field.node) else {
                // A model names the fields of its key, as a list or, wrongly, as a text.
                return form.key == Self.primaryKey && modelKeyIndex(of: object.elementID) == index ? .true : .absent
            }
            return .bool(truth != field.isInverted)
        case .int:
            guard !node.type.isDisjoint(with: .number) else { return .absent }
            return NumberText.integer(memory.text(of: field.node)).map(CELValue.int) ?? .absent
        case .double:
            return self.number(field.node).map(CELValue.double) ?? .absent
        case .scalars:
            return .scalars(field.node)
        case .object:
            let element = memory.elementID(at: field.node)
            return element < 0 ? .absent : .object(element, node: field.node, type: form.type)
        default:
            return value(of: field.node)
        }
    }

    private static let optionsKey = Key.logicalTypeOptions.fieldNumber

    @inline(__always)
    private func boolean(_ node: NodeID) -> Bool? {
        let text = memory.text(of: node)
        if memory[node].type == .boolean { return text.count > 0 && text[0] | 0x20 == UInt8(ascii: "t") }
        return Truth.of(text)
    }

    private func number(_ node: NodeID) -> Double? {
        let (document, own) = home(of: node)
        return document.tree.number(of: own)
    }

    /// Any node as a value.
    func value(of node: NodeID) -> CELValue {
        let type = memory[node].type
        switch type {
        case .null: return .null
        case .boolean: return .bool(boolean(node) ?? false)
        case .text: return .string(at: memory.text(of: node))
        case .list: return .scalars(node)
        case .mapping: return CELValue(.hostMap, bits: UInt64(UInt32(bitPattern: node)))
        default:
            if let whole = NumberText.integer(memory.text(of: node)) { return .int(whole) }
            return self.number(node).map(CELValue.double) ?? .null
        }
    }

    func value(of key: UnsafeBufferPointer<UInt8>, in map: CELValue) -> CELValue? {
        var child = memory[map.collectionNode].firstChild
        while child >= 0 {
            let value = memory[child].next
            if memory.text(of: child).elementsEqual(key) { return self.value(of: value) }
            child = memory[value].next
        }
        return nil
    }

    func isEqual(_ a: CELValue, _ b: CELValue) -> Bool { a.bits == b.bits && a.extra == b.extra }

    func typeName(of object: CELValue) -> StaticString { "object" }
}
