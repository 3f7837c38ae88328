internal import Basics
internal import ContractModel
internal import Diagnostics
internal import RuleLanguage
internal import YAMLTree

/// Reads files of waivers. A waiver with a mistake makes the run wrong: what it was to hide must not hang on a typo.
struct WaiverReader {
    /// That of the configuration; nil: not known.
    private let folder: String?
    private(set) var waivers: [Waiver] = []
    private(set) var faults: [Report.Failure] = []

    init(folder: String?) { self.folder = folder }

    mutating func read(_ source: PackSource.File) {
        var file = OwnFile(
            name: source.name, raw: source.raw, as: .waivers,
            second: ("a file of waivers is one document; this is a second one", "remove `---`, and the keys behind it"),
            empty: ("the file holds no waivers", "begin with `apiVersion: contractlint/v1`"))
        for element in file.root?.elements(.waivers) ?? [] { read(element, &file.issues) }
        faults += file.faults
    }

    private mutating func read(_ element: ElementRef, _ issues: inout [Issue]) {
        let tree = element.document.tree
        // What is missing or wrong by the table has been said.
        guard let rule = element.value(.rule), let contract = element.text(.contract),
            let reason = element.text(.reason),
            let requestedBy = element.text(.requestedBy), let approvedBy = element.value(.approvedBy),
            let expires = element.value(.expires)
        else { return }
        guard let day = Day(expires.text) else {
            // Of another form it has been said as well.
            if expires.text.utf8.count == 10 {
                issues.append(
                    Issue(
                        StandardRules.invalidValue, "`\(expires.text.shortened)` is no day of the calendar",
                        at: expires.range, help: "write the last day that the waiver counts, as 2026-12-31"))
            }
            return
        }
        func place(_ value: Value) -> Place { tree.source.place(of: value.range) }
        waivers.append(
            Waiver(
                rule: rule.text, contract: contract, element: element.text(.element),
                version: element.text(.version), from: element.text(.from), to: element.text(.to), reason: reason,
                ticket: element.text(.ticket), requestedBy: requestedBy, approvedBy: approvedBy.text, expires: day,
                expiresText: expires.text, place: place(rule), approvedByPlace: place(approvedBy),
                expiresPlace: place(expires), folder: folder))
    }
}
