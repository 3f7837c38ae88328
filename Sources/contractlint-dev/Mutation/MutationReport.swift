internal import Diagnostics
internal import Governance
import RuleLanguage

/// Fate of the mutants of all packs, as text.
struct MutationReport {
    private let isVerbose: Bool
    private(set) var lines: [String] = []
    private var killed = 0
    private var survived = 0
    private var invalid = 0
    /// True when something could not be measured.
    private(set) var isIncomplete = false

    init(isVerbose: Bool) { self.isVerbose = isVerbose }

    /// Of the changes that make sense, the percentage that an example notices.
    var share: Double { killed + survived == 0 ? 100 : Double(killed) * 100 / Double(killed + survived) }

    var summary: String {
        // Down to a tenth: 89.96 is not 90.
        let tenths = Int(share * 10)
        return "\(killed) killed, \(survived) survived, \(invalid) invalid: \(tenths / 10).\(tenths % 10) %"
    }

    mutating func add(_ faults: [Report.Failure]) {
        isIncomplete = true
        for fault in faults { lines.append("\(fault.place ?? fault.file ?? "error"): \(fault.message)") }
    }

    mutating func add(_ rules: [RuleMutation]) {
        for rule in rules {
            if let problem = rule.problem {
                isIncomplete = true
                lines.append("\(rule.rule)  an example is wrong as it is: \(problem)")
                continue
            }
            killed += rule.killed
            survived += rule.survivors.count
            invalid += rule.invalid
            lines.append("\(rule.rule)  \(rule.killed)/\(rule.killed + rule.survivors.count)")
            for mutant in isVerbose ? rule.mutants : rule.survivors { lines.append("  " + line(mutant)) }
        }
    }

    private func line(_ mutant: Mutant) -> String {
        let place = "\(mutant.place.file):\(mutant.place.start.line):\(mutant.place.start.column)"
        let change =
            "\(Self.shown(mutant.original)) → \(mutant.mutated.isEmpty ? "left out" : Self.shown(mutant.mutated))"
        guard isVerbose else { return "\(place)  \(change)" }
        switch mutant.fate {
        case .killed(let problem): return "\(place)  \(change)  killed: \(problem)"
        case .survived: return "\(place)  \(change)  SURVIVED"
        case .invalid(let fault): return "\(place)  \(change)  invalid: \(fault)"
        }
    }

    private static func shown(_ text: String) -> String {
        "`\(text.split { $0.isWhitespace }.joined(separator: " "))`"
    }
}
