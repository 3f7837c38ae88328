internal import Basics

/// The identity of a finding across edits that move it.
///
/// It depends on rule, contract (or file, without an id), clause, element and what was found, and on an ordinal where
/// all of these agree; never on a line. Of SHA-256 it is the first half.
package struct Fingerprint: Hashable, Sendable {
    private var high: UInt64 = 0
    private var low: UInt64 = 0

    init() {}

    private init(of message: [UInt8]) {
        let words = message.withUnsafeBytes { SHA256.words(after: $0) }
        high = UInt64(words[0]) << 32 | UInt64(words[1])
        low = UInt64(words[2]) << 32 | UInt64(words[3])
    }

    /// In lower-case hexadecimal.
    var text: String {
        String(unsafeUninitializedCapacity: 32) { hex in
            for index in 0..<32 {
                let word = index < 16 ? high : low
                let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - index % 16 * 4)) & 15
                hex[index] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
            }
            return 32
        }
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(low) }

    /// - Parameter findings: in report order, which the ordinals follow: those that count first, so that a finding which
    ///   counts keeps its fingerprint whatever is hidden beside it.
    static func assign(to findings: inout [Finding]) {
        // How many there were of those that are the first of their kind, by their fingerprint.
        var seen: [Fingerprint: Int] = [:]
        seen.reserveCapacity(findings.count)
        var message: [UInt8] = []
        findings.withUnsafeMutableBufferPointer { findings in
            let isHidden = findings.indices.contains { findings[$0].isExcepted }
            for isHiding in isHidden ? [false, true] : [false] {
                for index in findings.indices where findings[index].isExcepted == isHiding {
                    message.removeAll(keepingCapacity: true)
                    // Part by part, NUL between them: a copy of the finding would cost more than all that is read of it.
                    message.append(findings[index].rule)
                    message.append(0)
                    if let contract = findings[index].contract {
                        message.append("id:")
                        message.append(contract)
                    } else {
                        message.append("file:")
                        message.append(findings[index].place.file)
                    }
                    message.append(0)
                    if let clause = findings[index].clause { message.append(clause) }
                    message.append(0)
                    if let element = findings[index].element { message.append(element) }
                    message.append(0)
                    message.append(findings[index].subject)
                    message.append(0)
                    let end = message.count
                    message.append(UInt8(ascii: "0"))
                    let first = Fingerprint(of: message)
                    let ordinal = seen[first, default: 0]
                    seen[first] = ordinal + 1
                    if ordinal > 0 {
                        message.removeSubrange(end...)
                        message.append(String(ordinal))
                    }
                    findings[index].identity = ordinal == 0 ? first : Fingerprint(of: message)
                }
            }
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ text: String) {
        let isAppended: Void? = text.utf8.withContiguousStorageIfAvailable { append(contentsOf: $0) }
        if isAppended == nil { append(contentsOf: text.utf8) }
    }
}
