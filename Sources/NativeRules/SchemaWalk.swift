internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// The one walk over a document's schema: objects, their properties, nested properties, items, the types of maps; then
/// the shared definitions of DCS. Each rule that needs no more than its surroundings is called on the way, the others
/// find what they need in `facts`.
///
/// The walk keeps its own stack: depth costs memory of ours and never the thread's stack.
struct SchemaWalk {
    private(set) var facts: SchemaFacts
    private(set) var found: IssueList
    private let memory: DocumentMemory
    private let tree: YAMLTree
    private var pending: [NodeID] = []
    private let typeContext: TypeContext
    // Of the context, for which a reference would be counted for each property.
    private let typeKey: UInt64
    private let isDCS: Bool
    /// The thread's: see `TypeCache`.
    private let types: UnsafeMutablePointer<TypeCache>
    private var primaryKey: KeyPositions
    private var partition: KeyPositions

    init(_ document: ContractDocument, _ memory: DocumentMemory, _ types: UnsafeMutablePointer<TypeCache>) {
        self.memory = memory
        self.types = types
        typeContext = TypeContext(document)
        typeKey = typeContext.ownKey
        isDCS = typeContext.isDCS
        tree = document.tree
        facts = SchemaFacts(document, memory)
        found = IssueList(document.tree)
        primaryKey = KeyPositions(.primary, document)
        partition = KeyPositions(.partition, document)
    }

    mutating func run(_ root: ElementID) {
        memory.forEachField(of: root) { key, node in
            switch key {
            case .schema: facts.schemas.append(node)
            case .definitions: facts.definitions.append(node)
            case .slaDefaultElement: facts.serviceLevels.append(.init(element: root, node: node))
            case .slaProperties: memory.forEachElement(in: node) { serviceLevel($0) }
            default: break
            }
        }
        for schema in facts.schemas {
            memory.forEachElement(in: schema) { object($0, in: schema) }
        }
        for definitions in facts.definitions {
            memory.forEachElement(in: definitions) { definition($0, in: definitions) }
        }
    }

    private mutating func serviceLevel(_ id: ElementID) {
        memory.forEachField(of: id) { key, node in
            switch key {
            // DCS measures a latency between two fields.
            case .element, .sourceTimestampField, .processedTimestampField:
                facts.serviceLevels.append(.init(element: id, node: node))
            default: break
            }
        }
    }

    private mutating func object(_ id: ElementID, in schema: NodeID) {
        facts.objects.append(id)
        var name: NodeID = -1
        memory.forEachField(of: id) { key, node in
            switch key {
            case .name: if name < 0, memory.isFilled(node) { name = node }
            case .properties: pending.append(node)
            case .relationships: facts.relationships.append(.init(element: id, node: node))
            case .primaryKey: facts.modelKeys.append(.init(element: id, node: node))
            default: break
            }
        }
        if name >= 0, let earlier = facts.names.insert(name, of: id, in: schema) {
            DuplicateObject.report(name, of: id, after: earlier.name, &found)
        }
        walkPending()
        primaryKey.judge(isPartial: facts.isPartial, &found)
        partition.judge(isPartial: facts.isPartial, &found)
    }

    private mutating func definition(_ id: ElementID, in definitions: NodeID) {
        var typeFields = TypeFields()
        memory.forEachField(of: id) { key, node in
            switch key {
            case .name: facts.names.insert(node, of: id, in: definitions)
            case .properties, .items, .key, .value: pending.append(node)
            default: typeFields.take(key, node)
            }
        }
        judgeTypes(of: id, typeFields)
        walkPending()
    }

    private mutating func walkPending() {
        while let holder = pending.popLast() {
            let isList = memory[holder].isList
            memory.forEachElement(in: holder) { property($0, in: holder, isList: isList) }
        }
    }

    private mutating func property(_ id: ElementID, in holder: NodeID, isList: Bool) {
        var outline = PropertyOutline(id, in: holder)
        var typeFields = TypeFields()
        memory.forEachField(of: id) { key, node in
            switch key {
            case .name: if outline.name < 0, memory.isFilled(node) { outline.name = node }
            case .physicalName: if memory.isFilled(node) { outline.physicalName = node }
            case .primaryKey: outline.primaryKey = Claim(tree, node)
            case .primaryKeyPosition: outline.primaryKeyPosition = node
            case .partitioned: outline.partitioned = Claim(tree, node)
            case .partitionKeyPosition: outline.partitionKeyPosition = node
            case .encryptedName: facts.encryptedNames.append(.init(element: id, node: node))
            case .relationships: facts.relationships.append(.init(element: id, node: node))
            case .references: facts.references.append(.init(element: id, node: node))
            case .ref: facts.definitionReferences.append(.init(element: id, node: node))
            case .properties, .items, .key, .value: pending.append(node)
            case .map: mapTypes(node)
            default: typeFields.take(key, node)
            }
        }
        judgeTypes(of: id, typeFields)
        if outline.name >= 0, let earlier = facts.names.insert(outline.name, of: id, in: holder), isList {
            DuplicateProperty.report(outline.name, of: id, after: earlier.name, facts.document, &found)
        }
        if outline.name >= 0 || outline.physicalName >= 0 {
            facts.properties.append(
                .init(element: id, scope: holder, name: outline.name, physicalName: outline.physicalName))
        }
        if outline.primaryKeyPosition >= 0 || outline.primaryKey == .yes {
            primaryKey.note(outline, outline.primaryKey, outline.primaryKeyPosition, &found)
        }
        if outline.partitionKeyPosition >= 0 || outline.partitioned == .yes {
            partition.note(outline, outline.partitioned, outline.partitionKeyPosition, &found)
        }
    }

    @inline(__always)
    private mutating func judgeTypes(of id: ElementID, _ fields: TypeFields) {
        let number = types.pointee.verdict(
            logical: typeText(fields.logical), physical: typeText(fields.physical), key: typeKey, typeContext)
        TypeRules.check(
            id, fields, number, isDCS: isDCS, context: typeContext, cache: &types.pointee, into: &found)
    }

    /// Text that stands for a type; nothing for a node that is none.
    @inline(__always)
    private func typeText(_ node: NodeID) -> UnsafeBufferPointer<UInt8> {
        node >= 0 && memory[node].isText ? memory.text(of: node) : UnsafeBufferPointer(start: nil, count: 0)
    }

    /// ODCS 3.2 keeps the types of a map's keys and values in a mapping of their own.
    private mutating func mapTypes(_ node: NodeID) {
        let types = memory.elementID(at: node)
        guard types >= 0 else { return }
        memory.forEachField(of: types) { key, node in
            if key == .key || key == .value { pending.append(node) }
        }
    }
}
