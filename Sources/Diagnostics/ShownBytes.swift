internal import Basics

/// A part of a text with a sign in place of each secret, and where its bytes have come to stand.
struct ShownBytes {
    private(set) var text = ""
    private let source: [UInt8]
    private let range: Range<Int>
    /// In order, none within another.
    private let hidden: [Range<Int>]

    private static let signLength = Secrets.sign.unicodeScalars.count

    init(_ source: [UInt8], _ range: Range<Int>, hiding hidden: [Range<Int>]) {
        self.source = source
        self.range = range
        self.hidden = hidden
        var start = range.lowerBound
        for secret in hidden {
            text += String(decoding: source[start..<secret.lowerBound], as: UTF8.self) + Secrets.sign
            start = secret.upperBound
        }
        text += String(decoding: source[start..<range.upperBound], as: UTF8.self)
    }

    /// Number of Unicode scalars that are shown before a byte of the source.
    ///
    /// - Parameter isEnd: whether one within a secret stands for its end, else for its start.
    func count(before offset: Int, isEnd: Bool) -> Int {
        var count = 0
        var start = range.lowerBound
        for secret in hidden where secret.lowerBound < offset {
            count += scalars(start, secret.lowerBound)
            if offset >= secret.upperBound || isEnd { count += Self.signLength }
            start = secret.upperBound
        }
        return count + scalars(start, offset)
    }

    private func scalars(_ from: Int, _ to: Int) -> Int {
        from < to ? source[from..<to].lazy.filter { $0 & 0xC0 != 0x80 }.count : 0
    }
}
