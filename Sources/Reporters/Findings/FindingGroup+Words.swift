internal import Diagnostics

/// Words on a group.
extension FindingGroup {
    /// The most elements that a group names.
    private static let mostNames = 12

    /// Such as "14 of 20 properties of `orders` have no description: a, b, c"; of what says the same, that of the first.
    func message(in report: Report) -> String {
        let first = report.findings[members[0]]
        switch form {
        case .single, .alike: return first.message
        case .topics:
            let topics = members.compactMap { report.findings[$0].topic }
            if let element = first.element { return "`\(element)` has no \(Prose.list(topics, "or"))" }
            return "the \(document?.kind == .product ? "product" : "contract") says nothing about: "
                + topics.joined(separator: ", ")
        case .missing(let topic, let holder):
            let names = members.map { Self.name(of: report.findings[$0], in: holder) }
            return "\(share(names, holder)) have no \(topic): \(Prose.list(names, most: Self.mostNames))"
        }
    }

    /// Such as "14 of 20 properties of `orders`".
    private func share(_ names: [String], _ holder: String) -> String {
        let objects = document?.properties ?? [:]
        if holder.isEmpty, !names.allSatisfy({ objects[$0] != nil }) { return "\(names.count) elements" }
        let total = holder.isEmpty ? objects.count : objects[holder] ?? 0
        let share = total >= names.count ? "\(names.count) of \(total)" : "\(names.count)"
        return holder.isEmpty ? share + " objects" : "\(share) properties of `\(holder)`"
    }

    /// The findings of what says the same behind the first: their elements where only these differ, else what is said of each.
    func others(in report: Report) -> [(label: String, note: String)] {
        guard case .alike(let holder) = form else { return [] }
        let others = members.dropFirst().map { report.findings[$0] }
        let pattern = Self.pattern(of: report.findings[members[0]])
        if others.allSatisfy({ Self.pattern(of: $0) == pattern }) {
            let names = others.map { "\(Self.name(of: $0, in: holder)) (\(Self.place(of: $0)))" }
            return [("also", "the same of \(Prose.list(names, most: Self.mostNames))")]
        }
        let listed = others.prefix(Self.mostNames).map { (label: Self.place(of: $0), note: $0.message) }
        let rest = others.count - listed.count
        return rest > 0 ? listed + [("also", "\(rest) more")] : listed
    }

    /// Text around the element's name.
    private static func pattern(of finding: Finding) -> [Substring] {
        finding.message.split(separator: "`\(finding.element ?? "")`", omittingEmptySubsequences: false)
    }

    private static func place(of finding: Finding) -> String {
        "\(finding.place.start.line):\(finding.place.start.column)"
    }

    /// Name of an element in the object that holds it.
    private static func name(of finding: Finding, in holder: String) -> String {
        let element = finding.element ?? ""
        if holder.isEmpty || !element.hasPrefix(holder) { return element }
        return String(element.dropFirst(holder.count).drop { $0 == "." })
    }
}
