package import Diagnostics
package import Governance
internal import SystemPackage

/// Who judges which file, and what may hide what they find.
package struct CheckJudges {
    /// A configuration of the run with its waivers.
    private struct Court {
        package var configuration: Configuration
        /// Of the earlier version, where it differs.
        package var base: Configuration?
        package var waivers: JudgedWaivers

        /// As grave as the graver of both versions says; nil: it is off in both.
        package func severity(of rule: RuleDescriptor) -> Severity? {
            let both = [configuration] + (base.map { [$0] } ?? [])
            return both.compactMap { $0.policy.everywhere.effective(rule)?.severity }.max()
        }
    }

    private struct Key: Hashable {
        package var own: ObjectIdentifier
        package var base: ObjectIdentifier?
    }

    /// What decides which waivers count.
    private struct Waivers: Hashable {
        package var own: ObjectIdentifier
        package var longest: Int
        package var base: ObjectIdentifier?
        package var baseLongest: Int?

        package init(_ file: InputFile) {
            own = ObjectIdentifier(file.configuration.waivers)
            longest = file.configuration.longestWaiver
            base = file.base.map { ObjectIdentifier($0.waivers) }
            baseLongest = file.base?.longestWaiver
        }
    }

    package let exceptions: RunExceptions
    /// For each file.
    package let judges: [RunExceptions.Judges]
    private let courts: [Court]
    private let known: [Key: Int]

    /// - Parameters:
    ///   - baseName: what the earlier version is called that must agree.
    ///   - hides: false: all that is found counts, whatever excepts it.
    package init(_ inputs: CheckInputs, baseName: String?, today: Int, hides: Bool) {
        let all = inputs.files.flatMap { [$0.configuration] + ($0.base.map { [$0] } ?? []) }
        let exceptions = RunExceptions(all, today: today, hides: hides)
        var courts: [Court] = []
        var known: [Key: Int] = [:]
        // Folders within each other share waivers, which are judged once.
        var judged: [Waivers: JudgedWaivers] = [:]
        judges = inputs.files.map { file in
            let key = Key(
                own: ObjectIdentifier(file.configuration.policy), base: file.base.map { ObjectIdentifier($0.policy) })
            let index = known[key] ?? courts.count
            if index == courts.count {
                known[key] = index
                let base = file.base.flatMap { base in baseName.map { (base, $0) } }
                let waivers = Waivers(file)
                let own = judged[waivers] ?? exceptions.judged(file.configuration, base: base)
                judged[waivers] = own
                courts.append(Court(configuration: file.configuration, base: file.base, waivers: own))
            }
            return RunExceptions.Judges(Self.configurations(of: file), courts[index].waivers)
        }
        self.exceptions = exceptions
        self.courts = courts
        self.known = known
    }

    /// Who judges other files under the same configurations. Where none is known, nothing is waived.
    package func judges(of files: [InputFile]) -> [RunExceptions.Judges] {
        files.map { file in
            let key = Key(
                own: ObjectIdentifier(file.configuration.policy), base: file.base.map { ObjectIdentifier($0.policy) })
            let waivers = known[key].map { courts[$0].waivers } ?? exceptions.judged(Configuration())
            return RunExceptions.Judges(Self.configurations(of: file), waivers)
        }
    }

    private static func configurations(of file: InputFile) -> [Configuration] {
        (file.base.map { [$0] } ?? []) + (file.isIncluded ? [file.configuration] : [])
    }

    /// What there is to say of the waivers.
    package func findings(after outcome: CheckRun.Outcome, _ inputs: CheckInputs) -> [Finding] {
        let contracts = Set(outcome.documents.lazy.compactMap(\.id))
        let isComplete = outcome.failures.isEmpty
        return findings(ofUsedOnly: false) {
            JudgedWaivers.Run(
                distinctWaivers, marked: outcome.waivers, contracts: contracts,
                covers: { isComplete && inputs.covers(configurationIn: $0) },
                isAsked: { !$0.hasPrefix(CompatibilityRules.pack + "/") })
        }
    }

    /// What there is to say of waivers that a comparison needed, and of no others.
    package func findings(ofUsed used: Set<ObjectIdentifier>) -> [Finding] {
        findings(ofUsedOnly: true) {
            JudgedWaivers.Run(
                distinctWaivers, marked: used, contracts: [], covers: { _ in false }, isAsked: { _ in false })
        }
    }

    private var distinctWaivers: [JudgedWaivers] {
        var seen: Set<ObjectIdentifier> = []
        return courts.map(\.waivers).filter { seen.insert(ObjectIdentifier($0)).inserted }
    }

    /// Configurations of folders within each other share waivers: of each is said once what there is to say.
    private func findings(ofUsedOnly: Bool, _ run: () -> JudgedWaivers.Run) -> [Finding] {
        if courts.allSatisfy(\.waivers.book.isEmpty) { return [] }
        let run = run()
        var said: Set<Waiver.ID> = []
        return courts.flatMap { court in
            court.waivers.findings(after: run, except: &said, ofUsedOnly: ofUsedOnly, severity: court.severity)
        }
    }

    /// Every waiver with what it hides or fails to hide.
    package func facts(after findings: SortedFindings) -> [WaiverFacts] {
        var marked: [ObjectIdentifier: [Finding]] = [:]
        for finding in findings.all {
            guard let exception = finding.exception, exception.kind == .waiver else { continue }
            marked[ObjectIdentifier(exception), default: []].append(finding)
        }
        var facts: [Waiver.ID: WaiverFacts] = [:]
        for waivers in distinctWaivers {
            for (id, own) in waivers.facts(marked) {
                if facts[id] == nil { facts[id] = own } else { facts[id]?.findings += own.findings }
            }
        }
        return facts.values.sorted { ($0.place.file, $0.place.start) < ($1.place.file, $1.place.start) }
    }

    /// The files of waivers, for the severity that fails a run.
    package var waiverFiles: [InputFile] {
        courts.flatMap { court in
            court.waivers.book.files.map {
                InputFile(
                    path: nil, name: $0.name, configuration: court.configuration, isNamed: false, base: court.base)
            }
        }
    }
}
