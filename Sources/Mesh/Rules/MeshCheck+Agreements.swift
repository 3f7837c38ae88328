internal import Basics
internal import Diagnostics

/// Agreements: those that are in force, and readers who have none.
extension MeshCheck {
    mutating func judgeAgreements() {
        let agreements = AgreementIndex(mesh)
        let isRequired = options.requiresAgreements || !agreements.isEmpty
        for product in units.indices where units[product].kind == .product && units[product].isJudged && isRequired {
            if Lifecycle.isRetired(units[product].status) { continue }
            for input in inputs(of: product) where input.evidence.unit == product {
                judge(input, of: product, agreements)
            }
        }
        for index in units.indices where units[index].kind == .agreement && units[index].isJudged {
            if let agreement = units[index].agreement { judge(agreement, index) }
        }
    }

    private mutating func judge(_ input: Dependency, of product: Int, _ agreements: AgreementIndex) {
        let own = agreements.agreements(of: product, about: input.from)
        if own.contains(where: { units[$0].agreement?.isActive(on: options.today) ?? false }) { return }
        if let first = own.first {
            let states = own.map { state(of: $0) }
            add(
                MeshFinding(
                    rule: MeshRules.agreementInactive, unit: product, spot: input.evidence.spot,
                    element: input.evidence.element,
                    message:
                        "the product reads \(named(input.from)), and its agreement \(quoted(units[first].id)) \(states[0])",
                    help: "have the provider approve an agreement for today, or stop reading",
                    related: zip(own, states).map { related($0, "the agreement \($1)") }, subject: units[input.from].id)
            )
            return
        }
        guard let isCross = isCross(input.from, product) else {
            judgement.note(unknown: MeshRules.agreementMissing, "a product or a contract says no domain")
            return
        }
        guard isCross else { return }
        add(
            MeshFinding(
                rule: MeshRules.agreementMissing, unit: product, spot: input.evidence.spot,
                element: input.evidence.element,
                message:
                    "the product reads \(named(input.from)) of the domain \(quoted(domain(input.from) ?? "")) without an agreement",
                help: "ask its owner for a data usage agreement",
                related: [related(input.from, "the contract")], subject: units[input.from].id))
    }

    private func state(of index: Int) -> String {
        guard let agreement = units[index].agreement else { return "is not there" }
        let status = agreement.status?.lowercased()
        if status != "approved" { return status.map { "is \($0.shortened)" } ?? "has no status" }
        if agreement.active == false { return "is not active" }
        if let end = agreement.end, end < options.today { return "ended on \(Day(number: end).text)" }
        if let start = agreement.start, start > options.today { return "begins on \(Day(number: start).text)" }
        return "is active"
    }

    private mutating func judge(_ agreement: Unit.Agreement, _ index: Int) {
        let isOver = (agreement.end ?? .max) < options.today
        if let day = agreement.reassessment, day < options.today, !isOver, agreement.active != false,
            agreement.status?.lowercased() == "approved"
        {
            add(
                MeshFinding(
                    rule: MeshRules.agreementReassessmentDue, unit: index,
                    spot: agreement.reassessmentSpot ?? units[index].spot, element: nil,
                    message: "the agreement was to be looked at again by \(Day(number: day).text)",
                    help: "look whether its purpose still holds, then set the next date, or end it",
                    subject: Day(number: day).text))
        }
        guard agreement.isActive(on: options.today), let consumer = agreement.consumer,
            case .found(let product) = mesh.names.resolve(.product, consumer.id, nil),
            // A product of DPS has no word for the contracts that it reads.
            units[product].standard == "ODPS"
        else { return }
        let contracts = AgreementIndex.contracts(of: agreement, mesh)
        if contracts.isEmpty { return }
        let read = Set(units[product].inputs.compactMap { $0.contract.map { ExactText($0.id) } })
        if contracts.contains(where: { read.contains(ExactText($0)) }) { return }
        // A port that leads nowhere may be meant for it, and is said itself.
        if read.contains(where: { mesh.names.all(.contract, $0.text).isEmpty }) { return }
        add(
            MeshFinding(
                rule: MeshRules.agreementWithoutReading, unit: index, spot: consumer.spot, element: nil,
                message:
                    "\(named(product)) has no input port for \(contracts.prefix(3).map { quoted($0) }.joined(separator: ", ")), "
                    + "which the agreement lets it read",
                help: "end the agreement, or declare the input port",
                related: [related(product, "the consumer")], subject: consumer.id))
    }
}

/// Agreements by their consumer.
struct AgreementIndex {
    private var byConsumer: [ExactText: [Int]] = [:]
    private var contracts: [Int: Set<ExactText>] = [:]
    private let mesh: Mesh

    var isEmpty: Bool { contracts.isEmpty }

    init(_ mesh: Mesh) {
        self.mesh = mesh
        for (index, unit) in mesh.units.enumerated() {
            guard let agreement = unit.agreement else { continue }
            contracts[index] = Set(Self.contracts(of: agreement, mesh).map { ExactText($0) })
            if let consumer = agreement.consumer { byConsumer[ExactText(consumer.id), default: []].append(index) }
        }
    }

    /// Agreements by which a product may read a contract, in whatever version.
    func agreements(of product: Int, about contract: Int) -> [Int] {
        let id = ExactText(mesh.units[contract].id)
        return (byConsumer[ExactText(mesh.units[product].id)] ?? []).filter { contracts[$0]?.contains(id) ?? false }
    }

    /// Ids of the contracts that an agreement is about, as far as they are known.
    static func contracts(of agreement: Unit.Agreement, _ mesh: Mesh) -> [String] {
        if let contract = agreement.contract {
            return mesh.names.all(.contract, contract.id).isEmpty ? [] : [contract.id]
        }
        guard let target = agreement.product, case .found(let product) = mesh.names.resolve(.product, target.id, nil)
        else { return [] }
        let outputs = mesh.units[product].outputs.filter { port in
            agreement.port.map { $0.id == port.name || $0.id == port.id } ?? true
        }
        return outputs.compactMap { $0.contract?.id }.filter { !mesh.names.all(.contract, $0).isEmpty }
    }
}
