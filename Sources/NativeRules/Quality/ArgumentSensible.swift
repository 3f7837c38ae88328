internal import Basics
internal import ContractModel
internal import Diagnostics
internal import Patterns
internal import YAMLTree

/// Arguments of metrics with which no engine can measure anything: a pattern that is none, values that are allowed twice or not at
/// all, properties that the object does not have.
struct ArgumentSensible {
    static let rule = RuleDescriptor(
        "quality/argument-sensible", .warning, "A metric can be measured with the arguments that it is given.",
        why: "No engine can run such a rule; some pass it over in silence, so that what it promises is never checked.",
        reference: "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/data-quality/")

    /// Names of the properties of the object at hand, once somebody has asked.
    private var known: (object: ElementID, names: Set<String>) = (-1, [])

    /// A contract repeats few patterns; beyond this many no more are tried.
    private var patternsLeft = 500

    mutating func check(_ element: ElementRef, _ found: inout IssueList) {
        // ODCS 3.0 lists the values beside the metric.
        if let values = element.node(.validValues) { judge(values: values, element, &found) }
        guard let arguments = element.node(.arguments), found.tree[arguments].isMapping else { return }
        for (key, value) in found.tree.entries(of: arguments) {
            switch found.tree.text(of: key) {
            case "pattern": judge(pattern: value, element, &found)
            case "validValues": judge(values: value, element, &found)
            case "properties" where element.text(.metric) == "duplicateValues":
                judge(properties: value, element, &found)
            default: break
            }
        }
    }

    // MARK: Patterns

    private mutating func judge(pattern node: NodeID, _ element: ElementRef, _ found: inout IssueList) {
        guard found.tree[node].isText, found.tree.textLength(of: node) < 10_000, patternsLeft > 0 else { return }
        patternsLeft -= 1
        do throws(Pattern.Unusable) {
            _ = try Pattern(found.tree.text(of: node), memory: 1 << 20)
        } catch {
            // What other engines know, such as a look ahead, is no fault.
            guard Self.faults.contains(where: error.reason.hasPrefix) else { return }
            add("\(found.quoted(node)) is no regular expression: \(error.reason)", node, element, &found)
        }
    }

    /// Words of RE2 on patterns that no engine can read.
    private static let faults = [
        "missing ", "unexpected )", "no argument for repetition operator", "trailing \\",
        "invalid character class range",
    ]

    // MARK: Values

    private func judge(values list: NodeID, _ element: ElementRef, _ found: inout IssueList) {
        let tree = found.tree
        guard tree[list].isList else { return }
        if tree[list].count == 0 {
            add("no value is valid: the list is empty", list, element, &found)
            return
        }
        let property = element.enclosing(.property)
        let type = property?.text(.logicalType)
        let isText = type == nil || type == "string"
        var first: [ExactText: NodeID] = [:]
        for item in tree.items(of: list) where !tree[item].type.isDisjoint(with: [.text, .number, .boolean]) {
            let key = ExactText(ValueEquality.value(tree, item, isText: isText))
            guard let earlier = first[key] else {
                first[key] = item
                continue
            }
            add(
                "\(found.quoted(item)) is listed twice", item, element, &found,
                related: [(tree.rangeOfUse(of: earlier), "the first")])
        }
        guard property?.truth(.required) == true else { return }
        for item in tree.items(of: list) where tree[item].type == .null {
            add("null is listed as valid, although the property is required", item, element, &found)
        }
    }

    // MARK: Properties

    private mutating func judge(properties list: NodeID, _ element: ElementRef, _ found: inout IssueList) {
        guard found.tree[list].isList, let object = element.parent, object.kind == .object, object.has(.properties)
        else {
            return
        }
        if known.object != object.id {
            known = (
                object.id,
                Set(
                    object.elements(.properties).flatMap { [$0.text(.name), $0.text(.physicalName)] }.compactMap(\.self)
                )
            )
        }
        for item in found.tree.items(of: list) where found.tree[item].isText {
            let name = found.tree.text(of: item)
            // A property of a property is named by its path.
            let own =
                name.hasPrefix((object.text(.name) ?? "") + ".") ? String(name.drop { $0 != "." }.dropFirst()) : name
            if known.names.contains(name) || known.names.contains(String(own.prefix { $0 != "." && $0 != "[" })) {
                continue
            }
            guard found.hasRoom(for: Self.rule) else { return }
            let near =
                found.affords(comparisons: known.names.count)
                ? Spelling.nearest(to: name, among: known.names.sorted()) : nil
            add(
                "\(Wording.quoted(name)) is no property of \(Wording.quoted(object.text(.name) ?? "the object"))", item,
                element, &found, help: near.map { "did you mean \(Wording.quoted($0))?" })
        }
    }

    private func add(
        _ message: String, _ node: NodeID, _ element: ElementRef, _ found: inout IssueList, help: String? = nil,
        related: [(range: SourceRange, message: String)] = []
    ) {
        guard found.hasRoom(for: Self.rule) else { return }
        let tree = found.tree
        let subject = tree[node].isList ? "list" : tree.text(of: node)
        found.add(
            Issue(
                Self.rule, message, at: tree.rangeOfUse(of: node), help: help ?? "correct it, or remove it",
                related: related, subject: subject),
            at: node, of: element.id)
    }
}
