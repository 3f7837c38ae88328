internal import Basics
package import Compatibility
package import ContractModel
package import Diagnostics
internal import YAMLTree

/// Answer to whether a provider promises what a consumer needs: by the same algebra as between two versions, the need being the old
/// one and the promise the new.
package struct Satisfaction {
    /// A need that is not met, or of which nobody can tell.
    package struct Unmet {
        /// Path of the consumer's element; nil: the contract itself.
        package var element: String?
        package var message: String
        package var remedy: String?
        /// False: the two cannot be compared.
        package var isCertain: Bool
        package var subject: String
        /// Place of the need, and of the promise or what would hold it.
        package var need: SourceRange
        package var promise: SourceRange
    }

    package let unmet: [Unmet]

    package init(of consumer: ContractDocument, by provider: ContractDocument, _ options: ComparisonOptions) {
        var options = options
        options.profile = .consumer
        options.isStrict = false
        let changes = Comparison(old: consumer, new: provider, options: options).run().changes
        unmet = changes.compactMap { change in
            guard Self.isCompared(change), let isCertain = Self.verdict(on: change) else { return nil }
            return Unmet(
                element: change.old.owner.path ?? change.element, message: change.message, remedy: nil,
                isCertain: isCertain,
                subject: change.id, need: change.old.range, promise: change.new.range)
        }
    }

    /// True: not met; false: nobody can tell; nil: it is met.
    private static func verdict(on change: Change) -> Bool? {
        switch change.relation {
        case .equal, .narrows: return nil
        case .widens, .overlaps, .disjoint: return true
        case .unknown: return false
        case nil: break
        }
        if removals.contains(change.id) { return true }
        return change.consumer == .breaking ? true : nil
    }

    private static let removals: Set<String> = ["deprecated-object-removed", "deprecated-property-removed"]

    /// True for what a need is about: objects and properties with their types, limits, keys and checks, and service levels. Servers,
    /// people, prices, names and the life of a contract are its provider's affair.
    private static func isCompared(_ change: Change) -> Bool {
        // Without a word of the consumer about the store the name alone is needed.
        if change.id.hasSuffix("physically-renamed") { return change.old.owner.has(.physicalName) }
        if others.contains(change.id) { return false }
        return kinds.contains { change.id.hasPrefix($0) }
    }

    private static let kinds = [
        "object-", "deprecated-object-removed", "property-", "deprecated-property-removed", "item-type-", "items-made-",
        "logical-type-", "physical-type-", "bounds-", "multiple-of-", "pattern-", "format-", "timezone-",
        "default-timezone-", "enum-", "vector-", "primary-key-", "quality-", "sla-", "retention-shortened",
    ]

    private static let others: Set<String> = [
        "object-renamed", "property-renamed", "object-physical-type-changed", "object-physical-type-removed",
        "object-table-view-changed", "quality-severity-changed",
    ]
}

extension Satisfaction {
    /// Findings at the consumer's elements.
    ///
    /// - Parameters:
    ///   - consumer: number of the unit of the consumer contract.
    ///   - provider: that of the contract that it relies on.
    package func findings(
        of consumer: Int, by provider: Int, in mesh: Mesh, _ consumerDocument: ContractDocument,
        _ providerDocument: ContractDocument
    ) -> [MeshFinding] {
        let own = mesh.units[provider]
        let name = Linker.quoted(own.id) + (own.version.map { " \($0.shortened)" } ?? "")
        return unmet.prefix(IssueCap.mostOfAKind).map { need in
            let place = consumerDocument.tree.place(of: need.need, withExcerpt: false)
            let promise = providerDocument.tree.place(of: need.promise, withExcerpt: false)
            return MeshFinding(
                rule: MeshRules.needUnmet, severity: need.isCertain ? nil : .warning, unit: consumer,
                spot: Spot(need.need, place), element: need.element,
                message: need.isCertain
                    ? "the contract \(name) does not promise what is needed here; from the need to the promise: \(need.message)"
                    : "nobody can tell whether the contract \(name) promises what is needed here; from the need to the promise: \(need.message)",
                help: "agree on it with the provider, or need less",
                related: [MeshFinding.Related(place: promise, message: "what the provider promises")],
                subject: "\(own.id)\u{0}\(need.subject)")
        }
    }
}
