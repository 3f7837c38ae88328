internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Facts that the walk over a document gathers for the rules that look across it.
struct SchemaFacts {
    let document: ContractDocument
    let memory: DocumentMemory
    /// True when part of the document could not be read: what is not there may have been meant to come.
    let isPartial: Bool

    /// The schema's objects, in order.
    var objects: [ElementID] = []
    /// The properties of all objects, however deep, as far as they have a name.
    var properties: [Named] = []
    /// Objects, properties and shared definitions by name. Their scope is the list or mapping that holds them.
    var names: NameTable
    /// The values of `schema` and `definitions` at the root; more than one when a key is there twice.
    var schemas: [NodeID] = []
    var definitions: [NodeID] = []
    /// The values of fields that refer to something, each with its element.
    var relationships: [Place] = []
    var references: [Place] = []
    var definitionReferences: [Place] = []
    var modelKeys: [Place] = []
    var encryptedNames: [Place] = []
    var serviceLevels: [Place] = []

    struct Named {
        var element: ElementID
        var scope: NodeID
        /// -1: none. The same for `physicalName`.
        var name: NodeID
        var physicalName: NodeID
    }

    /// A value and the element whose field it is.
    struct Place {
        var element: ElementID
        var node: NodeID
    }

    init(_ document: ContractDocument, _ memory: DocumentMemory) {
        self.document = document
        self.memory = memory
        names = NameTable(memory)
        isPartial = document.isIncomplete || document.tree.issues.contains { Self.hideParts.contains($0.rule) }
    }

    /// The faults of a file that keep part of it from being read.
    private static let hideParts = [YAMLRules.syntax, YAMLRules.limit, YAMLRules.encoding]

    var tree: YAMLTree { document.tree }

    /// True when anything refers to something else.
    var hasReferences: Bool {
        !(relationships.isEmpty && references.isEmpty && definitionReferences.isEmpty && modelKeys.isEmpty
            && encryptedNames.isEmpty && serviceLevels.isEmpty)
    }
}
