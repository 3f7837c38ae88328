internal import CEL
internal import ContractModel
internal import YAMLTree

/// Packing of objects and lists of a document into values.
extension CELValue {
    /// - Parameters:
    ///   - element: -1: the object is made of the node alone (a bare list of members).
    ///   - type: its number in `ModelTypes`.
    @inline(__always)
    static func object(_ element: ElementID, node: NodeID, type: UInt8) -> CELValue {
        CELValue(
            .object, bits: UInt64(UInt32(bitPattern: element)) | UInt64(UInt32(bitPattern: node)) << 32,
            extra: UInt32(type))
    }

    /// The objects that a field of an element holds: all of them, if it has the field several times.
    @inline(__always)
    static func objects(_ key: UInt16, of element: ElementID, type: UInt8) -> CELValue {
        CELValue(
            .hostList, bits: UInt64(UInt32(bitPattern: element)) | UInt64(key) << 32, extra: 1 | UInt32(type) << 8)
    }

    /// The values of a list; a lone scalar is a list of one.
    @inline(__always)
    static func scalars(_ node: NodeID) -> CELValue {
        CELValue(.hostList, bits: UInt64(UInt32(bitPattern: node)))
    }

    static var emptyList: CELValue { .scalars(-1) }

    /// The element of an object or of a list of objects; -1 for an absent one.
    @inline(__always)
    var elementID: ElementID {
        tag == .absent ? -1 : ElementID(bitPattern: UInt32(truncatingIfNeeded: bits))
    }

    /// The node of an object.
    @inline(__always)
    var objectNode: NodeID { tag == .object ? NodeID(bitPattern: UInt32(truncatingIfNeeded: bits >> 32)) : -1 }

    @inline(__always)
    var isObjects: Bool { tag == .hostList && extra & 1 != 0 }

    @inline(__always)
    var collectionNode: NodeID { NodeID(bitPattern: UInt32(truncatingIfNeeded: bits)) }
}
