package import Diagnostics
internal import RuleLanguage
internal import Synchronization
package import YAMLTree

/// Exceptions of one run: for each jurisdiction the waivers, as they count on a day.
///
/// From it comes what can hide the findings of one file (`FileExceptions`), from that what hides one finding
/// (`Finding.Exception`); and back from all of them what was of use (`WaiverUse`), of which it says what there is to say.
package final class Exceptions: Sendable {
    /// In days since 1970-01-01.
    package let today: Int
    /// True: what is hidden is not among the findings that count.
    package let hides: Bool
    private let approvals: Approvals?
    private let courts: [Court]
    private let numbers: [Jurisdiction.ID: Int]
    private let knownRules = Mutex<Set<String>?>(nil)

    /// A jurisdiction of the run with its waivers.
    private struct Court {
        var jurisdiction: Jurisdiction
        var waivers: JudgedWaivers
    }

    /// All that decides which waivers count: folders within each other share waivers, which are judged once.
    private struct Grounds: Hashable {
        var own: WaiverBook.ID
        var longest: Int
        var base: WaiverBook.ID?
        var baseLongest: Int?

        init(_ jurisdiction: Jurisdiction) {
            own = jurisdiction.own.waivers.id
            longest = jurisdiction.own.longestWaiver
            base = jurisdiction.base?.waivers.id
            baseLongest = jurisdiction.base?.longestWaiver
        }
    }

    /// - Parameters:
    ///   - all: the jurisdiction of each file; the same one may come again.
    ///   - base: what the earlier version is called, whose waivers must agree.
    ///   - approvals: of waivers that the earlier version does not have; nil: there are none.
    ///   - today: in days since 1970-01-01.
    ///   - hides: false: all that is found counts, whatever excepts it.
    package init(
        _ all: some Sequence<Jurisdiction>, base: String? = nil, approvals: Approvals? = nil, today: Int,
        hides: Bool = true
    ) {
        self.approvals = approvals
        self.today = today
        self.hides = hides
        var distinct: [Jurisdiction] = []
        var numbers: [Jurisdiction.ID: Int] = [:]
        for jurisdiction in all {
            let id = jurisdiction.id
            if numbers[id] != nil { continue }
            numbers[id] = distinct.count
            distinct.append(jurisdiction)
        }
        self.numbers = numbers
        // Most runs have no waivers, and need not know which rules there are.
        let rules = distinct.allSatisfy(\.own.waivers.isEmpty) ? [] : Self.rules(of: distinct)
        var judged: [Grounds: JudgedWaivers] = [:]
        courts = distinct.map { jurisdiction in
            func judge(_ configuration: Configuration, _ earlier: JudgedWaivers?) -> JudgedWaivers {
                JudgedWaivers(
                    configuration.waivers, today: today, longest: configuration.longestWaiver, rules: rules,
                    base: earlier.flatMap { earlier in base.map { (earlier, $0) } })
            }
            let grounds = Grounds(jurisdiction)
            let waivers = judged[grounds] ?? judge(jurisdiction.own, jurisdiction.base.map { judge($0, nil) })
            judged[grounds] = waivers
            return Court(jurisdiction: jurisdiction, waivers: waivers)
        }
    }

    private static func rules(of jurisdictions: some Sequence<Jurisdiction>) -> Set<String> {
        var rules = Set(RuleCatalogue.all.map(\.id))
        var seen: Set<Policy.ID> = []
        for jurisdiction in jurisdictions {
            for policy in [jurisdiction.own.policy] + (jurisdiction.base.map { [$0.policy] } ?? [])
            where seen.insert(policy.id).inserted {
                rules.formUnion(policy.rules.lazy.map(\.id))
            }
        }
        return rules
    }

    /// Every rule that some pack of the run knows.
    var rules: Set<String> {
        knownRules.withLock { known in
            if let known { return known }
            let made = Self.rules(of: courts.lazy.map(\.jurisdiction))
            known = made
            return made
        }
    }

    // MARK: Of a file

    /// Exceptions of a file; nil: nothing can hide its findings.
    ///
    /// - Parameters:
    ///   - name: of the file, as messages have it.
    ///   - tree: what it holds, for the comments in it; nil: it is gone.
    ///   - jurisdiction: where it is none of the run's, nothing is waived.
    package func ofFile(_ name: String, _ tree: YAMLTree?, _ jurisdiction: Jurisdiction) -> FileExceptions? {
        let waivers = numbers[jurisdiction.id].map { courts[$0].waivers }
        let suppressions = tree.flatMap { Suppressions($0) }
        if waivers?.book.isEmpty ?? true, suppressions == nil { return nil }
        return FileExceptions(
            name, waivers, approvals, suppressions, earlier: jurisdiction.base?.policy.everywhere, hides: hides)
    }

    // MARK: What is to be said of them

    /// Findings about the waivers.
    ///
    /// - Parameters:
    ///   - uses: the waivers that findings of the run fall under.
    ///   - coverage: what the run has looked at; nil: nothing is said of waivers that no finding falls under.
    package func findings(after uses: Set<WaiverUse>, _ coverage: RunCoverage?) -> [Finding] {
        // Of what several jurisdictions share is said once what there is to say.
        var said: Set<Waiver.ID> = []
        return courts.flatMap { court in
            court.waivers.findings(after: uses, coverage, except: &said, severity: court.jurisdiction.severity)
        }
    }

    /// Every waiver with what it hides or fails to hide, in the order of files and places.
    package func waivers(after findings: SortedFindings) -> [WaiverFacts] {
        var marked: [Waiver.ID: [Finding]] = [:]
        for finding in findings.all {
            guard let use = WaiverUse(finding) else { continue }
            marked[use.waiver, default: []].append(finding)
        }
        var seen: Set<Waiver.ID> = []
        return courts.flatMap { $0.waivers.facts(marked, except: &seen) }
            .sorted { ($0.place.file, $0.place.start) < ($1.place.file, $1.place.start) }
    }

    /// The files of waivers, by name, each with whose they are.
    package var waiverFiles: [(name: String, jurisdiction: Jurisdiction)] {
        courts.flatMap { court in court.waivers.book.files.map { ($0.name, court.jurisdiction) } }
    }
}
