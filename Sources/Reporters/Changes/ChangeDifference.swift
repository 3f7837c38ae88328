internal import Basics
internal import Diagnostics

/// Changes in the Open Metadata Difference Standard: YAML, a document for each contract that has both versions.
///
/// Bitol RFC-0039 (github.com/bitol-io/tsc, rfcs/0039-omds.md) leaves open how paths are written, and whose the classification is: paths
/// are those of its reference implementation, and the impact is what the change does to readers here.
enum ChangeDifference {
    static func render(_ reports: [ChangeReport]) -> String {
        let pairs = reports.filter { $0.old.id != nil && $0.new.id != nil }
        return pairs.map(document).joined(separator: "---\n")
    }

    private static func document(_ report: ChangeReport) -> String {
        var lines = ["apiVersion: v1.0.0", "kind: MetadataDifference", "sourceKind: DataContract"]
        for (key, version) in [("source1", report.old), ("source2", report.new)] {
            lines += ["\(key):", "  id: \(quoted(version.id ?? ""))", "  version: \(quoted(version.version ?? ""))"]
        }
        lines += ["scope: all", "impact:"]
        for bump in [Bump.major, .minor, .patch] {
            lines.append("  \(bump.rawValue): \(report.changes.lazy.filter { $0.bump == bump }.count)")
        }
        if let version = report.suggestedVersion { lines.append("suggestedVersion: \(quoted(version))") }
        lines.append(report.changes.isEmpty ? "diffs: []" : "diffs:")
        for change in report.changes { lines += entry(change) }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func entry(_ change: ChangeReport.Change) -> [String] {
        let type = change.old.value == nil ? "ADD" : change.new.value == nil ? "REMOVE" : "CHANGE"
        let side = change.new.value == nil ? change.old : change.new
        let path = side.selector ?? side.route ?? "/"
        let steps = steps(of: path)
        var lines = [
            "- type: \(type)", "  section: \(quoted(steps.first ?? "fundamentals"))",
            "  field: \(quoted(steps.last ?? change.id))", "  path: \(quoted(path))",
        ]
        if let value = change.old.value { lines.append("  value1: \(quoted(value))") }
        if let value = change.new.value { lines.append("  value2: \(quoted(value))") }
        lines.append("  message: \(quoted(change.message))")
        lines.append("  impactLevel: \(change.bump.rawValue.uppercased())")
        return lines
    }

    /// The keys of a path, without selectors and numbers.
    private static func steps(of path: String) -> [String] {
        var steps: [String] = []
        var step = ""
        var depth = 0
        for character in path {
            switch character {
            case "[": depth += 1
            case "]" where depth > 0: depth -= 1
            case "/" where depth == 0:
                steps.append(step)
                step = ""
            default: if depth == 0 { step.append(character) }
            }
        }
        return (steps + [step]).filter { !$0.isEmpty && Int($0) == nil }
    }

    /// A text in double quotes (YAML 1.2.2, section 7.3.1): everything that could mean something is escaped.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in Secrets.redacted(text).unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || isHidden(scalar):
                let digits = String(scalar.value, radix: 16)
                let width = scalar.value > 0xFFFF ? 8 : 4
                quoted += (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// Breaks of lines that are none of ASCII's, marks of direction, and what shows nothing.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .format || [0x2028, 0x2029, 0xFEFF].contains(scalar.value)
    }
}
