internal import Basics
internal import CEL
internal import Diagnostics

/// A value as a message shows it.
enum ValueText {
    /// No value that is meant to be read is longer.
    private static let longest = 120
    private static let mostItems = 8

    static func text(of value: CELValue, _ evaluation: Evaluation, depth: Int = 0) -> String {
        switch value.tag {
        case .absent, .null, .optionalNone: return "(none)"
        case .string: return String(decoding: value.utf8.prefix(4 * longest + 8), as: UTF8.self).shortened(to: longest)
        case .bool: return value.asBool ? "true" : "false"
        case .int: return String(value.asInt)
        case .uint: return String(value.asUInt)
        case .double: return number(value.asDouble)
        case .timestamp, .duration: return TimeText.text(of: value)
        case .optionalSome: return text(of: value.held, evaluation, depth: depth)
        case .list, .hostList, .map, .hostMap:
            guard depth < 3 else { return "…" }
            var items: [String] = []
            var isMore = false
            evaluation.forEachElement(of: value) { item in
                isMore = items.count == mostItems
                if !isMore { items.append(text(of: item, evaluation, depth: depth + 1)) }
                return !isMore
            }
            return items.isEmpty ? "(none)" : items.joined(separator: ", ") + (isMore ? ", …" : "")
        case .object:
            return text(of: evaluation.model.derived(.path, of: value), evaluation, depth: depth + 1)
        default: return "(none)"
        }
    }

    /// A whole number without its point, anything else with at most two decimals: shares and limits.
    private static func number(_ value: Double) -> String {
        if let whole = Int64(exactly: value) { return String(whole) }
        guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
        let hundredths = Int64((abs(value) * 100).rounded())
        let fraction = hundredths % 100
        let digits = fraction % 10 == 0 ? "\(fraction / 10)" : (fraction < 10 ? "0" : "") + "\(fraction)"
        return (value < 0 ? "-" : "") + "\(hundredths / 100)." + digits
    }
}
