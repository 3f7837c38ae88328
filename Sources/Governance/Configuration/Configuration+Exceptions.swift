internal import ContractModel
internal import Diagnostics
internal import YAMLTree

extension Configuration {
    mutating func readExceptions(
        _ root: ElementRef, _ source: PackSource, _ faults: inout [Issue], _ others: inout [Report.Failure]
    ) {
        if let days = root.number(.longestWaiver), days >= 1 { longestWaiver = Int(min(days, Self.mostDays)) }
        baseline = root.text(.baseline)
        if let value = root.value(.baseline), value.text.isEmpty {
            faults.append(
                Issue(
                    StandardRules.invalidValue, "`baseline` names no file", at: value.range,
                    help: "write one with `contractlint check --write-baseline FILE`, or leave the key out"))
            baseline = nil
        }
        guard root.has(.waivers) else { return }
        var reader = WaiverReader()
        var files: [PackSource.File] = []
        for value in root.values(.waivers) {
            do throws(PackSource.Failure) {
                let found = try source.files(value.text)
                if found.isEmpty {
                    faults.append(
                        Issue(
                            StandardRules.invalidValue, "no file matches `\(value.text.shortened)`", at: value.range,
                            help: "paths are relative to the folder of this file"))
                }
                for file in found where !files.contains(where: { $0.name == file.name }) {
                    files.append(file)
                    reader.read(file)
                }
            } catch {
                faults.append(
                    Issue(
                        StandardRules.invalidValue, "the waivers `\(value.text.shortened)` \(error.message)",
                        at: value.range))
            }
        }
        others += reader.faults
        waivers = WaiverBook(reader.waivers, files: files)
    }

    /// A hundred years: sums with dates stay within bounds.
    private static let mostDays: Double = 36_500
}
