internal import Basics
internal import ContractModel
internal import Diagnostics
internal import RuleLanguage
internal import YAMLTree

extension Configuration {
    /// - Parameter upper: what the files in the folders above say; their waivers and baselines go on to count.
    mutating func readExceptions(
        _ root: ElementRef, _ source: PackSource, in folder: FolderOfPaths, below upper: Configuration?,
        _ faults: inout [Issue], _ others: inout [Report.Failure]
    ) {
        if let value = root.value(.longestWaiver), let days = value.number, days >= 1 {
            let own = Int(min(days, Self.mostDays))
            if let upper, own > upper.longestWaiver {
                faults.append(
                    Issue(
                        StandardRules.invalidValue,
                        "`longestWaiver` is greater than above, where it is \(upper.longestWaiver)", at: value.range,
                        help: "write a smaller number, or raise it in the file above"))
            } else {
                longestWaiver = own
            }
        }
        if let value = root.value(.baseline) {
            if value.text.isEmpty {
                faults.append(
                    Issue(
                        StandardRules.invalidValue, "`baseline` names no file", at: value.range,
                        help: "write one with `contractlint check --write-baseline FILE`, or leave the key out"))
            } else {
                let own = folder.absolute ?? ""
                baselines.append(
                    NamedFile(path: value.text.hasPrefix("/") ? value.text : own + value.text, folder: own))
            }
        }
        guard root.has(.waivers) else { return }
        var reader = WaiverReader(folder: folder.absolute)
        var files: [PackSource.File] = []
        for value in root.values(.waivers) {
            do throws(PackSource.Failure) {
                let found = try source.others(value.text)
                if found.isEmpty {
                    faults.append(
                        Issue(
                            StandardRules.invalidValue, "no file matches `\(value.text.shortened)`", at: value.range,
                            help: "paths are relative to the folder of this file"))
                }
                for file in found where !(waivers.files + files).contains(where: { $0.name == file.name }) {
                    files.append(file)
                    reader.read(file)
                }
            } catch {
                faults.append(
                    Issue(
                        StandardRules.invalidValue, "the waivers `\(value.text.shortened)` \(error.message)",
                        at: value.range, help: error.help))
            }
        }
        others += reader.faults
        if !files.isEmpty { waivers = waivers.adding(reader.waivers, from: files, in: folder.absolute) }
    }

    /// A hundred years: sums with dates stay within bounds.
    private static let mostDays: Double = 36_500
}
