internal import Basics
internal import ContractModel
internal import Diagnostics

/// Promises that rest on others: how fresh data is, and how long it is kept.
extension MeshCheck {
    /// Service level with its amount, which is read once.
    private struct Promise {
        let level: Unit.Level
        let quantity: Quantity
    }

    /// Promises of the contracts by name.
    private typealias Promises = [Int: [String: [Promise]]]

    private func promises() -> Promises {
        var promises: Promises = [:]
        for contract in units.indices where units[contract].kind == .contract {
            for level in units[contract].levels
            where ["latency", "freshness", "frequency", "retention"].contains(level.name) {
                promises[contract, default: [:]][level.name, default: []].append(
                    Promise(level: level, quantity: level.quantity))
            }
        }
        return promises
    }

    mutating func judgeLevels() {
        let promises = promises()
        for contract in units.indices where units[contract].kind == .contract && units[contract].isJudged {
            if mesh.providers[contract] != nil { continue }
            for level in units[contract].levels {
                switch level.name {
                case "latency", "freshness", "frequency": judgeFreshness(level, of: contract, promises)
                case "retention": judgeRetention(level, of: contract, promises)
                default: break
                }
            }
        }
    }

    private mutating func judgeFreshness(_ level: Unit.Level, of contract: Int, _ promises: Promises) {
        let own = level.quantity
        let met = upstream(of: contract) { promises[$0]?[level.name] != nil }
        var broken: [(Met, Unit.Level)] = []
        for source in met {
            // Of several promises about parts of the source nobody knows which one counts: the best does.
            let theirs = promises[source.unit]?[level.name] ?? []
            steps -= theirs.count
            if steps <= 0 { return }
            let orders = theirs.map { own.order($0.quantity) }
            if orders.contains(where: { $0.map { $0 >= 0 } ?? false }) { continue }
            guard !orders.contains(nil), let first = theirs.first else {
                judgement.note(unknown: MeshRules.fresherThanUpstream, "two promises are not comparable")
                continue
            }
            broken.append((source, first.level))
        }
        guard let (source, theirs) = broken.first else { return }
        add(
            MeshFinding(
                rule: MeshRules.fresherThanUpstream, unit: contract, spot: level.spot, element: level.path,
                message:
                    "the contract promises a \(level.name) of \(level.text), and \(named(source.unit)), which it is made from, "
                    + "one of \(theirs.text)",
                help: "promise no more than the source does, or agree on more with its owner"
                    + assumption(source.path),
                related: broken.prefix(10).flatMap { met, level in
                    met.path.map { hop($0) } + [related(met.unit, "its \(level.name)", at: level.spot)]
                }, subject: level.name))
    }

    private func assumption(_ path: [Dependency]) -> String {
        path.contains(where: \.isAssumed)
            ? "; if the data is not made from it, say which inputs the output port uses (`inputContracts`)" : ""
    }

    private mutating func judgeRetention(_ level: Unit.Level, of contract: Int, _ promises: Promises) {
        if units[contract].tags.contains(where: isReleasing) { return }
        let own = level.quantity
        let met = upstream(of: contract) { promises[$0]?["retention"] != nil }
        for source in met where isProtected(source.unit) {
            let theirs = promises[source.unit]?["retention"] ?? []
            steps -= theirs.count
            if steps <= 0 { return }
            let orders = theirs.map { own.order($0.quantity) }
            if orders.contains(where: { $0.map { $0 <= 0 } ?? false }) { continue }
            guard !orders.contains(nil), let first = theirs.first else {
                judgement.note(unknown: MeshRules.retentionBeyondUpstream, "two promises are not comparable")
                continue
            }
            add(
                MeshFinding(
                    rule: MeshRules.retentionBeyondUpstream, unit: contract, spot: level.spot, element: level.path,
                    message:
                        "the contract keeps data for \(level.text), and \(named(source.unit)), which it is made from and which "
                        + "holds personal or restricted data, for \(first.level.text)",
                    help: "keep it no longer, or say by a tag what makes it harmless (such as anonymised)"
                        + assumption(source.path),
                    related: source.path.map { hop($0) } + [
                        related(source.unit, "its retention", at: first.level.spot)
                    ],
                    subject: level.name))
            return
        }
    }

    func isReleasing(_ tag: String) -> Bool {
        let tag = tag.lowercased()
        return options.released.contains { $0.lowercased() == tag }
    }

    /// True for a contract with personal data, or with data of the strictest classification.
    private func isProtected(_ unit: Int) -> Bool {
        let strictest = options.classifications.rank(of: "restricted") ?? options.classifications.highest
        return units[unit].tags.contains { $0.lowercased() == "pii" }
            || units[unit].objects.contains { object in
                object.properties.contains { property in
                    property.isPersonal == true
                        || property.classification.flatMap(options.classifications.rank(of:)).map { $0 >= strictest }
                            ?? false
                }
            }
    }
}

extension Unit.Level {
    var quantity: Quantity {
        isUnlimited ? .unlimited : Quantity(value, unit: unit, isFrequency: name == "frequency")
    }

    /// As people say it.
    var text: String {
        isUnlimited ? "unlimited time" : "`\([value, unit].compactMap { $0?.shortened }.joined(separator: " "))`"
    }
}
