package import Diagnostics
internal import Governance
internal import SystemPackage

/// Waivers and comments for the findings of `breaking`. Waivers count where both versions have them.
package struct BreakingExceptions {
    private let judges: CheckJudges
    private let inputs: CheckInputs
    private let heads: [String: VersionedFile]
    private let files: [String: InputFile]
    package init(_ inputs: CheckInputs, _ heads: [VersionedFile], against name: String, today: Int) {
        self.inputs = inputs
        judges = CheckJudges(inputs, baseName: name, today: today, hides: true)
        self.heads = Dictionary(heads.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        files = Dictionary(inputs.files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether some file has waivers, or a comment that may be meant.
    package static func mayApply(to inputs: CheckInputs, _ heads: [VersionedFile]) -> Bool {
        inputs.files.contains { !$0.configuration.waivers.isEmpty }
            || heads.contains { ChangeExceptions.mayStand(in: $0.raw) }
    }

    /// The findings with what hides each of them, and what there is to say of that.
    package func applied(to findings: [Finding]) -> [Finding] {
        var findings = findings
        var used: Set<ObjectIdentifier> = []
        var said: [Finding] = []
        var start = 0
        while start < findings.count {
            let name = findings[start].place.file
            let end = findings[start...].firstIndex { $0.place.file != name } ?? findings.count
            let file = files[name] ?? inputs.file(named: name)
            let exceptions = ChangeExceptions(
                name: name, raw: heads[name]?.raw, file.configuration, base: file.base,
                judges.judges(of: [file])[0].waivers)
            for index in start..<end {
                exceptions.mark(&findings[index])
                if let exception = findings[index].exception { used.insert(ObjectIdentifier(exception)) }
            }
            said += exceptions.findings()
            start = end
        }
        return findings + said + judges.findings(ofUsed: used)
    }
}
