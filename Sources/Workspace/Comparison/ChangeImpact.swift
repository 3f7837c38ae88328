internal import Basics
internal import ContractModel
internal import Diagnostics
internal import Governance
internal import Mesh
internal import SystemPackage
internal import YAMLTree

/// Readers that changes of a comparison may hurt, as far as they are known under the paths and the roots.
struct ChangeImpact {
    private let mesh: Mesh
    /// By contract and element: changes of one element hurt the same.
    private var known: [String: [Impact.Hit]] = [:]
    /// Units that one finding names.
    private static let mostNamed = 10

    /// - Parameters:
    ///   - inputs: files of this version.
    ///   - sides: for the contracts as they were: their readers rely on the version that they read.
    /// - Returns: nil where nothing is known to read anything.
    init?(_ inputs: Inputs, _ sides: ComparisonSides, _ options: RunOptions, _ failures: inout [Report.Failure]) {
        let sections = MeshSections(inputs.files)
        let roots = MeshRoots(
            inputs.scope, sections, except: Set(inputs.files.compactMap(\.path)), jobs: options.jobs)
        failures += roots.failures.filter { !failures.contains($0) }
        if !roots.failures.isEmpty { return nil }
        let heads = sides.heads
        let bases = sides.bases
        let units = sideBySide(heads.count, jobs: options.jobs) { index in
            FileUnits(name: heads[index].name, raw: heads[index].raw, heads[index].configuration.limits).units
        }.flatMap { $0 }
        // Without a reader there is nobody to be hurt.
        guard (units + roots.units).contains(where: { $0.kind != .contract || $0.consumes != nil }) else { return nil }
        let before = sideBySide(bases.count, jobs: options.jobs) { index in
            FileUnits(name: bases[index].workingName, raw: bases[index].raw, bases[index].configuration.limits).units
        }.flatMap { $0 }.filter { $0.kind == .contract }
        let changed = Set(before.map { ExactText($0.id) })
        let now = units.filter { $0.kind != .contract || !changed.contains(ExactText($0.id)) }
        guard let mesh = try? Mesh.linked(now + before + roots.units, sections.options(today: options.today)) else {
            return nil
        }
        self.mesh = mesh
    }

    /// Adds to a finding about a change who may be hurt, nearest first.
    mutating func note(_ finding: inout Finding) {
        guard let change = finding.change?.change, change.verdict >= .risky, change.hurts.contains(.consumer),
            let contract = finding.contract
        else { return }
        let element = finding.element.flatMap { $0.contains(":") ? nil : $0 }
        let key = "\(contract)\u{0}\(element ?? "")"
        if known[key] == nil {
            known[key] = mesh.contract(named: contract).map { Impact(of: $0, element, in: mesh).hits } ?? []
        }
        let hits = known[key] ?? []
        if hits.isEmpty { return }
        // Needs are what a consumer relies on for sure; then whoever reads, the most exact first.
        let sorted = hits.sorted { a, b in
            (a.exactness == b.exactness) ? (a.distance, a.unit) < (b.distance, b.unit) : a.exactness > b.exactness
        }
        for hit in sorted.prefix(Self.mostNamed) {
            let evidence = mesh.dependencies[hit.last].evidence
            let unit = mesh.units[hit.unit]
            let owner = unit.owner.map { ", owner: \($0.shortened)" } ?? ""
            let steps = hit.distance == 1 ? "directly" : "\(hit.distance) steps away"
            finding.related.append(
                RelatedPlace(
                    evidence.spot.place(in: mesh.units[evidence.unit].file),
                    "may hurt \(unit.label.shortened(to: 120)) (\(hit.exactness.rawValue), \(steps)\(owner))"))
        }
        let more = hits.count > Self.mostNamed ? ", of which \(Self.mostNamed) are shown" : ""
        let count = hits.count == 1 ? "1 unit downstream" : "\(hits.count) units downstream"
        finding.help = [finding.help, "\(count) may be hurt\(more)"].compactMap { $0 }.joined(separator: "; ")
    }
}
