/// Texts without the secrets in them.
extension Secrets {
    /// Sign that stands in place of a secret, behind what tells its kind.
    package static let sign = "…REDACTED"

    /// A text without its secrets: `ghp_…REDACTED`, `postgres://etl:…REDACTED@db`.
    package static func redacted(_ text: String) -> String { redacted(text) { _ in [] } }

    /// - Parameter more: further ranges that are hidden.
    package static func redacted(
        _ text: String, and more: (UnsafeBufferPointer<UInt8>) -> [Range<Int>]
    ) -> String {
        // A text that lies in one piece, as nearly all do, is only looked at.
        func ranges(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
            let more = more(bytes)
            let own = Secrets.ranges(in: bytes, .hidden)
            return more.isEmpty ? own : joined(own + more)
        }
        if let found = text.utf8.withContiguousStorageIfAvailable(ranges) {
            return found.isEmpty ? text : without(found, Array(text.utf8))
        }
        let bytes = Array(text.utf8)
        let found = bytes.withUnsafeBufferPointer(ranges)
        return found.isEmpty ? text : without(found, bytes)
    }

    private static func without(_ ranges: [Range<Int>], _ bytes: [UInt8]) -> String {
        var shown: [UInt8] = []
        var end = 0
        for range in ranges {
            shown += bytes[end..<range.lowerBound]
            shown += sign.utf8
            end = range.upperBound
            // What was hidden once is not hidden again.
            if bytes[end...].starts(with: sign.utf8) { end += sign.utf8.count }
        }
        shown += bytes[end...]
        return String(decoding: shown, as: UTF8.self)
    }
}
