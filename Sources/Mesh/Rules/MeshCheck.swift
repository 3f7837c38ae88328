internal import Basics
internal import Diagnostics

/// Asks the rules about a mesh. Findings stand in judged units only.
package struct MeshCheck {
    let mesh: Mesh
    /// By contract.
    let offers: [Int: ContractOffers]
    var judgement = MeshJudgement()
    /// Steps along dependencies that rules may still take: those that look through whole chains share them.
    var steps = 50_000_000

    var units: [Unit] { mesh.units }
    var options: MeshOptions { mesh.options }

    package static func run(_ mesh: Mesh) -> MeshJudgement {
        var check = MeshCheck(mesh: mesh, offers: ContractOffers.all(in: mesh))
        check.judgeNames()
        check.judgeCycles()
        check.judgePorts()
        check.judgeAgreements()
        check.judgeLevels()
        check.judgeProperties()
        check.judgeDefinitions()
        check.judgeTables()
        check.judgeContracts()
        check.judgeArchetypes()
        if check.steps <= 0 {
            check.judgement.failures.append(
                "the mesh is too large to be looked through: rules that follow its dependencies were not asked to the end"
            )
        }
        check.judgement.findings.sort(by: check.isBefore)
        return check.judgement
    }

    private func isBefore(_ a: MeshFinding, _ b: MeshFinding) -> Bool {
        if a.unit != b.unit { return a.unit < b.unit }
        let (own, other) = (a.spot, b.spot)
        if (own.line, own.column) != (other.line, other.column) {
            return (own.line, own.column) < (other.line, other.column)
        }
        return (a.rule.id, a.subject, a.message) < (b.rule.id, b.subject, b.message)
    }

    mutating func add(_ finding: MeshFinding) {
        guard units[finding.unit].isJudged, units[finding.unit].offset >= 0 else { return }
        var finding = finding
        if finding.related.count > MeshFinding.mostRelated {
            finding.related.removeLast(finding.related.count - MeshFinding.mostRelated)
        }
        judgement.findings.append(finding)
    }

    func quoted(_ text: String) -> String { Linker.quoted(text) }

    /// A unit in words: "the contract `sales-orders` (version 1.0.0)".
    func named(_ unit: Int) -> String {
        let unit = units[unit]
        let version = unit.kind == .contract ? unit.version.map { " \($0.shortened)" } ?? "" : ""
        return "the \(unit.kind.rawValue) \(quoted(unit.id))\(version)"
    }

    func related(_ unit: Int, _ message: String, at spot: Spot? = nil) -> MeshFinding.Related {
        MeshFinding.Related(place: (spot ?? units[unit].spot).place(in: units[unit].file), message: message)
    }

    /// A hop of a path as a related place: the value that made the dependency.
    func hop(_ dependency: Dependency) -> MeshFinding.Related {
        let evidence = dependency.evidence
        let assumed = dependency.isAssumed ? " (assumed: the output port does not say which inputs it uses)" : ""
        return related(
            evidence.unit, "\(named(dependency.to)) depends on \(named(dependency.from))\(assumed)", at: evidence.spot)
    }

    /// True when two units are of different domains, both of which are known; nil: one is not.
    func isCross(_ a: Int, _ b: Int) -> Bool? {
        guard let own = domain(a), let other = domain(b) else { return nil }
        return FoldedName(own).text != FoldedName(other).text
    }

    /// Domain of a unit; of a contract that says none, that of the product which offers it.
    func domain(_ unit: Int) -> String? {
        if let own = units[unit].domain { return own }
        guard units[unit].kind == .contract else { return nil }
        return offers[unit]?.domain
    }

    /// Dependencies by which products read a contract.
    func readers(of contract: Int) -> [Dependency] {
        mesh.dependencies(from: contract).map { mesh.dependencies[Int($0)] }.filter { $0.kind == .input }
    }

    /// Dependencies by which a product reads contracts.
    func inputs(of product: Int) -> [Dependency] {
        mesh.dependencies(to: product).map { mesh.dependencies[Int($0)] }.filter { $0.kind == .input }
    }
}
