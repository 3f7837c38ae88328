internal import ContractModel
internal import YAMLTree

/// A reference as a contract writes it, cut into its parts.
struct ReferenceText {
    enum Form {
        /// Names with dots between: `orders.customer_id`.
        case shorthand
        /// Ids behind the names of their sections: `schema/orders_tbl/properties/cust_id`.
        case qualified
        /// One word.
        case bare
        /// To another file: what stands before `#`, and what behind.
        case external(file: Range<Int>, path: Range<Int>)
        /// Holds a placeholder or a wildcard, or is no reference at all, which is for the standard's own rules to say.
        case unreadable
    }

    let bytes: [UInt8]
    let form: Form
    /// Start of the path, behind `#` and `/`.
    private var start = 0
    /// The ends of the parts of the path.
    let ends: [Int]

    /// More parts than any schema is deep.
    private static let mostParts = 128

    init(_ tree: YAMLTree, _ node: NodeID) {
        self.init(tree.withText(of: node) { Array($0) })
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.isEmpty || bytes.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "*") })
            || Self.hasPlaceholder(bytes)
        {
            (form, ends) = (.unreadable, [])
            return
        }
        let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
        if let hash, hash > 0 {
            (form, ends) = (.external(file: 0..<hash, path: hash + 1..<bytes.count), [])
            return
        }
        let slash = UInt8(ascii: "/")
        var start = hash == nil ? 0 : 1
        let isPath = bytes[start...].contains(slash)
        if isPath, bytes[start] == slash { start += 1 }
        let separator = isPath ? slash : UInt8(ascii: ".")
        ends = (start..<bytes.count).filter { bytes[$0] == separator } + [bytes.count]
        self.start = start
        var previous = start - 1
        let isWellFormed =
            ends.count <= Self.mostParts
            && ends.allSatisfy { end in
                defer { previous = end }
                return end > previous + 1
            }
        if !isWellFormed || Self.isAddress(bytes) {
            form = .unreadable
        } else if isPath {
            form = ends.count > 1 ? .qualified : .unreadable
        } else {
            form = ends.count > 1 ? .shorthand : .bare
        }
    }

    var isExternal: Bool { if case .external = form { true } else { false } }

    /// The text of a part of the path.
    subscript(_ part: Int) -> Range<Int> { (part == 0 ? start : ends[part - 1] + 1)..<ends[part] }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    var text: String { text(0..<bytes.count) }

    /// The reference with one part put in place of another.
    func replacing(_ range: Range<Int>, with text: String) -> String {
        self.text(0..<range.lowerBound) + text + self.text(range.upperBound..<bytes.count)
    }

    func hasText(_ range: Range<Int>, _ word: StaticString) -> Bool {
        word.withUTF8Buffer { bytes[range].elementsEqual($0) }
    }

    /// `${NAME}` and `{{ name }}` are filled in by other tools.
    private static func hasPlaceholder(_ bytes: [UInt8]) -> Bool {
        guard let brace = bytes.firstIndex(of: UInt8(ascii: "{")) else { return false }
        let isDoubled = brace + 1 < bytes.count && bytes[brace + 1] == UInt8(ascii: "{")
        return isDoubled || (brace > 0 && bytes[brace - 1] == UInt8(ascii: "$"))
    }

    /// `https://…` and `file:///…` without a `#` name a file as a whole.
    private static func isAddress(_ bytes: [UInt8]) -> Bool {
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return false }
        return bytes[(colon + 1)...].starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")])
    }
}
