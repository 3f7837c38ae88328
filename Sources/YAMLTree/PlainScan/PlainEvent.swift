/// An event of a text, as libyaml would give it, with places in bytes.
struct PlainEvent: BitwiseCopyable {
    enum Kind: UInt8 {
        case documentStart, documentEnd
        case mappingStart, flowMappingStart, mappingEnd
        case listStart, flowListStart, listEnd
        case scalar
    }

    /// The style of a scalar, by libyaml's numbers.
    enum Style: UInt8 {
        case none = 0
        case plain, singleQuoted, doubleQuoted, literal, folded
    }

    var start: UInt32
    var end: UInt32
    /// The value of a scalar: where it lies in the text, or in what was decoded of it.
    var value: UInt32 = 0
    var valueCount: UInt32 = 0
    var kind: Kind
    var style = Style.none
    var isDecoded = false
}

/// A text that the plain scan leaves to libyaml, whether it is YAML or not, and the byte at which it saw that.
struct PlainRefusal: Error {
    let offset: Int
}
