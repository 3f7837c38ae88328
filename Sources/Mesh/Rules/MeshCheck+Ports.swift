internal import Basics
internal import Diagnostics

/// Products by what their input ports read.
extension MeshCheck {
    mutating func judgePorts() {
        for product in units.indices where units[product].kind == .product && units[product].isJudged {
            // Agreements are judged by themselves: there is no port that could stand for them.
            let inputs = inputs(of: product).filter { $0.evidence.unit == product }
                .sorted {
                    ($0.evidence.spot.line, $0.evidence.spot.column) < ($1.evidence.spot.line, $1.evidence.spot.column)
                }
            for input in inputs { judgeLife(input, of: product) }
            for input in inputs { judgeOffer(input, of: product) }
            for input in inputs where isCross(input.from, product) ?? false { judgeNeed(input, of: product) }
            judgeSkew(inputs, of: product)
        }
    }

    private mutating func judgeLife(_ input: Dependency, of product: Int) {
        guard Lifecycle.isActive(units[product].status) else { return }
        let contract = units[input.from]
        let end = contract.end(before: options.today)
        if Lifecycle.isOver(contract.status) || end != nil {
            let status = Lifecycle.isOver(contract.status) ? "is \(contract.status?.lowercased() ?? "over")" : nil
            let passed = end.map { "ended on \($0.value.shortened)" }
            let what = [status, passed].compactMap { $0 }.joined(separator: " and ")
            let due = contract.ending.map { " (its end: \($0.value.shortened))" } ?? ""
            let successor = contract.successor.map { "read its successor, \(quoted($0))" }
            add(
                MeshFinding(
                    rule: MeshRules.dependsOnDeprecated, unit: product, spot: input.evidence.spot,
                    element: input.evidence.element,
                    message: "the active product reads \(named(input.from)), which \(what)\(end == nil ? due : "")",
                    help: successor ?? "move to a version that is active, or agree on a later end with its owner",
                    related: [related(input.from, "the contract")], subject: contract.label))
        } else if Lifecycle.isDraft(contract.status) {
            add(
                MeshFinding(
                    rule: MeshRules.dependsOnDraft, unit: product, spot: input.evidence.spot,
                    element: input.evidence.element,
                    message:
                        "the active product reads \(named(input.from)), which is \(contract.status?.lowercased() ?? "a draft")",
                    help: "wait until the contract is active, or read a version that is",
                    related: [related(input.from, "the contract")], subject: contract.label))
        }
    }

    private mutating func judgeOffer(_ input: Dependency, of product: Int) {
        guard let isCross = isCross(input.from, product) else {
            if !isDomainless(input.from, product) {
                judgement.note(unknown: MeshRules.pointToPoint, "a product or a contract says no domain")
            }
            return
        }
        guard isCross else { return }
        let offers = offers[input.from] ?? ContractOffers()
        if offers.isActive { return }
        add(
            MeshFinding(
                rule: MeshRules.pointToPoint, unit: product, spot: input.evidence.spot, element: input.evidence.element,
                message:
                    "the input port reads \(named(input.from)) of the domain \(quoted(domain(input.from) ?? "")), "
                    + (offers.shown.isEmpty ? "which no product offers" : "which no active output port offers"),
                help: "read it from the output port of a product, or have its owners offer one",
                related: offers.shown.map {
                    related($0.evidence.unit, "an output port that is not active", at: $0.evidence.spot)
                }
                    + [related(input.from, "the contract")], subject: units[input.from].label))
    }

    /// True when neither says a domain: where nobody uses domains, nothing is unknown.
    private func isDomainless(_ a: Int, _ b: Int) -> Bool { domain(a) == nil && domain(b) == nil }

    private mutating func judgeNeed(_ input: Dependency, of product: Int) {
        if offers[input.from]?.isNeedStated(by: units[product].id) ?? false { return }
        add(
            MeshFinding(
                rule: MeshRules.needUnstated, unit: product, spot: input.evidence.spot, element: input.evidence.element,
                message: "no consumer contract says what the product needs of \(named(input.from))",
                help:
                    "write a contract of the objects and properties that it reads, with the custom property `consumes`",
                related: [related(input.from, "the contract")], subject: units[input.from].id))
    }

    private mutating func judgeSkew(_ inputs: [Dependency], of product: Int) {
        var byID: [ExactText: [Dependency]] = [:]
        var order: [ExactText] = []
        for input in inputs {
            let id = ExactText(units[input.from].id)
            if byID[id] == nil { order.append(id) }
            byID[id, default: []].append(input)
        }
        for id in order {
            let own = byID[id] ?? []
            if let other = own.first(where: { $0.from != own[0].from }) {
                add(
                    MeshFinding(
                        rule: MeshRules.versionSkew, unit: product, spot: other.evidence.spot,
                        element: other.evidence.element,
                        message:
                            "the product reads \(quoted(id.text)) in two versions, \(version(own[0].from)) and \(version(other.from))",
                        help: "read one version: the newer",
                        related: [related(product, "the other input port", at: own[0].evidence.spot)], subject: id.text)
                )
                continue
            }
            guard let first = own.first, let newest = newestActive(id.text), newest != first.from,
                let old = units[first.from].version.flatMap(SemanticVersion.init),
                let new = units[newest].version.flatMap(SemanticVersion.init), old.major < new.major
            else { continue }
            add(
                MeshFinding(
                    rule: MeshRules.versionSkew, unit: product, spot: first.evidence.spot,
                    element: first.evidence.element,
                    message:
                        "the product reads \(quoted(id.text)) in version \(old), and the newest active one is \(new)",
                    help: "move to \(new)", related: [related(newest, "the newest active version")], subject: id.text))
        }
    }

    private func version(_ unit: Int) -> String { units[unit].version?.shortened ?? "without a version" }

    private func newestActive(_ id: String) -> Int? {
        // The newest that is active comes first.
        guard case .found(let newest) = mesh.names.resolve(.contract, id, nil),
            Lifecycle.isActive(units[newest].status)
        else { return nil }
        return newest
    }
}

extension Unit {
    /// Date at which support or life ends.
    var ending: Level? { levels.first { $0.name == "endoflife" } ?? levels.first { $0.name == "endofsupport" } }

    /// An end that has passed on a day.
    func end(before today: Int) -> Level? {
        levels.first { level in
            guard level.name == "endoflife" || level.name == "endofsupport" else { return false }
            return DateTime(instant: level.value).map { $0.day < today } ?? false
        }
    }
}
