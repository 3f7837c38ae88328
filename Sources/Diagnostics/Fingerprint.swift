/// The identity of a finding across edits that move it.
///
/// It depends on rule, contract (or file, without an id), clause, element and what was found, and on an ordinal where
/// all of these agree; never on a line.
package enum Fingerprint {
    /// - Parameter findings: in report order, which the ordinals follow.
    static func assign(to findings: inout [Finding]) {
        var seen: [String: Int] = [:]
        for index in findings.indices {
            let identity = identity(of: findings[index])
            let ordinal = seen[identity, default: 0]
            seen[identity] = ordinal + 1
            findings[index].fingerprint = SHA256.hexDigest(of: identity + "\u{0}\(ordinal)", bytes: 16)
        }
    }

    private static func identity(of finding: Finding) -> String {
        var identity = finding.rule
        identity += "\u{0}"
        if let id = finding.contract {
            identity += "id:"
            identity += id
        } else {
            identity += "file:"
            identity += finding.place.file
        }
        for part in [finding.clause ?? "", finding.element ?? "", finding.subject] {
            identity += "\u{0}"
            identity += part
        }
        return identity
    }
}
