package import Diagnostics
public import YAMLTree

/// The number of an element in its document.
@usableFromInline
package typealias ElementID = Int32

/// One element of the typed AST: a mapping, what it is, and its fields in ODCS 3.2's words.
@frozen @usableFromInline
package struct Element {
    @usableFromInline package var node: NodeID
    /// The element that holds it; -1: it is the document's root.
    @usableFromInline package var parent: ElementID
    @usableFromInline package var firstField: Int32
    @usableFromInline package var fieldCount: Int32
    @usableFromInline package var shape: Int16
    @usableFromInline package var kind: ElementKind
}

/// A field of an element: which one, and the node of its value.
@frozen @usableFromInline
package struct Field {
    @usableFromInline package var key: UInt16
    /// The boolean says the opposite (`isNullable` for `required`).
    @usableFromInline package var isInverted: Bool
    @usableFromInline package var node: NodeID
}

/// The elements of a document's nodes, as far as they make one.
///
/// It spans the nodes of its document only: a file can hold thousands of documents.
package struct ElementIndex {
    package let first: NodeID
    package private(set) var elements: [ElementID]

    /// - Parameter nodes: those of one document.
    init(_ nodes: Range<NodeID>) {
        first = nodes.lowerBound
        elements = [ElementID](repeating: -1, count: nodes.count)
    }

    /// -1: the node makes no element.
    subscript(_ node: NodeID) -> ElementID {
        get { elements[Int(node - first)] }
        set { elements[Int(node - first)] = newValue }
    }
}

/// One contract or data product: the typed AST of a document, in ODCS 3.2's words whatever the standard and version.
///
/// Elements and fields lie in flat arrays and refer to nodes of the YAML tree, so every value keeps its place and nothing
/// is copied. `ElementRef` is a number and a reference to this.
package final class ContractDocument {
    package let tree: YAMLTree
    package let root: NodeID
    /// Range of the document in its file.
    package let range: SourceRange
    /// True when the file broke off inside: what is missing may have been meant to come.
    package let isIncomplete: Bool
    package let standard: Standard
    /// The version whose shapes it was judged by.
    package let version: Version
    /// Faults by the standard.
    package internal(set) var issues: [ElementIssue]
    // For whoever reads the fields of all elements; everybody else goes by `ElementRef`.
    package let elements: [Element]
    package let fields: [Field]
    package let elementOfNode: ElementIndex
    let table: ResolvedTable

    init(
        tree: YAMLTree, document: YAMLTree.Document, table: ResolvedTable, elements: [Element], fields: [Field],
        elementOfNode: ElementIndex, issues: [ElementIssue]
    ) {
        self.tree = tree
        root = document.root
        range = document.range
        isIncomplete = document.isIncomplete
        standard = table.standard
        version = table.version
        self.table = table
        self.elements = elements
        self.fields = fields
        self.elementOfNode = elementOfNode
        self.issues = issues
    }

    /// The standard and version, as people say it: "ODCS 3.1.0".
    package var standardName: String { "\(standard.title) \(version)" }

    package var kind: Report.DocumentKind {
        switch standard {
        case .odps, .dps: .product
        case .dua: .agreement
        default: .contract
        }
    }

    /// The nodes of the document, its root first.
    package var nodes: Range<NodeID> {
        elementOfNode.first..<elementOfNode.first + NodeID(elementOfNode.elements.count)
    }

    /// The element of a mapping; nil where the mapping is none.
    package func element(at node: NodeID) -> ElementRef? {
        let id = elementOfNode[node]
        return id < 0 ? nil : ElementRef(document: self, id: id)
    }

    package func element(_ id: ElementID) -> ElementRef { ElementRef(document: self, id: id) }

    /// The root element; nil when the document is no mapping.
    package var rootElement: ElementRef? { element(at: root) }

    /// The document's own id.
    package var id: String? { rootElement?.text(.id) }

    /// Every element, parents before what they hold.
    package var allElements: some Sequence<ElementRef> {
        elements.indices.lazy.map { ElementRef(document: self, id: ElementID($0)) }
    }
}

/// Something wrong with a contract, and which part of it.
package struct ElementIssue: Sendable {
    package var issue: Issue
    /// The value the issue is about: decides the route.
    package var node: NodeID
    /// The element it belongs to; -1: the document.
    package var element: ElementID
    /// The clause that failed, for rules with several.
    package var clause: String?

    package init(_ issue: Issue, node: NodeID, element: ElementID, clause: String? = nil) {
        self.issue = issue
        self.node = node
        self.element = element
        self.clause = clause
    }
}

extension ContractDocument {
    /// The path of an element; nil for the document itself.
    package func path(of id: ElementID) -> String? {
        id < 0 ? nil : ElementRef(document: self, id: id).path
    }
}
