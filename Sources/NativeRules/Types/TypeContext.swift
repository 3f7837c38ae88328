internal import ColumnTypes
package import ContractModel
internal import YAMLTree

/// Facts that the rules about types need to know of a document before they look at its properties. Made once for each document.
///
/// A class, since it goes along with every property: a structure would count the references in it each time.
package final class TypeContext {
    let document: ContractDocument
    let tree: YAMLTree
    let standard: Standard
    let version: Version
    let isDCS: Bool
    /// Dialects that the document's physical types are written in: one for each system among its servers, `generic` without any.
    let dialects: [Dialect]
    /// True when the standard has a logical type for a date with a time: ODCS has since 3.1.
    let hasTimestamps: Bool
    /// True when it has one for a time of day: ODCS has since 3.1, DCS since 1.2.
    let hasTimes: Bool
    /// `key` of the document's own dialects.
    private(set) var ownKey: UInt64 = 0

    package init(_ document: ContractDocument) {
        self.document = document
        tree = document.tree
        standard = document.standard
        version = document.version
        isDCS = standard == .dcs
        hasTimestamps = isDCS || version >= Version(3, 1, 0)
        hasTimes = version >= (isDCS ? Version(1, 2, 0) : Version(3, 1, 0))
        let dialects = document.rootElement.map(Dialect.all(of:)) ?? []
        self.dialects = dialects.isEmpty ? [.generic] : dialects
        ownKey = key(self.dialects)
    }

    /// Everything but the two texts that a verdict on two types depends on.
    func key(_ dialects: [Dialect]) -> UInt64 {
        let standards: UInt64 = isDCS ? 1 : version < Version(3, 0, 0) ? 2 : 0
        let words = dialects.reduce(UInt64(0)) { $0 | 1 << UInt64($1.rawValue) }
        return words << 8 | standards << 2 | (hasTimestamps ? 2 : 0) | (hasTimes ? 1 : 0)
    }
}
