internal import Diagnostics
internal import NativeRules

/// Reference by names to an object that its own contract does not have: another contract of the run may.
package struct StrayReference: Sendable {
    /// Place among the findings of the file.
    package var finding: Int
    /// `object.property`.
    package var reference: String
    /// Hash of the object's name, as `FileResult.objects` has it.
    package var object: UInt64
}

extension FileResult {
    /// Notes which of the findings are about references to objects that are not there.
    mutating func noteStrays(from first: Int, isODCS31: Bool) {
        guard isODCS31 else { return }
        for index in findings.indices.dropFirst(first) {
            let finding = findings[index]
            guard finding.rule == "reference/dangling", finding.clause == nil, !finding.subject.contains("/") else {
                continue
            }
            let parts = finding.subject.split(separator: ".")
            guard parts.count == 2, finding.message.hasSuffix("there is no object `\(parts[0])`") else { continue }
            strays.append(
                StrayReference(
                    finding: index, reference: finding.subject, object: NamedObjects.hash(String(parts[0]))))
        }
    }
}
