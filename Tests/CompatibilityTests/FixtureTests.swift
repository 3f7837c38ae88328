import Compatibility
import Testing

/// Every row of COMPATIBILITY's table, in both directions, with both places.
@Suite struct FixtureTests {
    static let all =
        SchemaFixtures.objects + SchemaFixtures.properties + SchemaFixtures.keys + ValueFixtures.types
        + ValueFixtures.limits + GovernanceFixtures.properties + GovernanceFixtures.quality + ServiceFixtures.levels
        + ServiceFixtures.servers + ServiceFixtures.people + ServiceFixtures.documents

    @Test(arguments: all) func changesAreAsTheTableSays(_ pair: PairCase) throws {
        let differences = try pair.differences()
        #expect(differences == [])
    }

    /// What is said of a kind in the registry is shown by some pair.
    @Test func everyKindHasAPair() {
        let shown = Set(Self.all.flatMap { $0.forward + $0.backward }.map { $0.text.prefix { $0 != " " } })
        let missing = ChangeKind.all.map(\.id).filter { !shown.contains($0[...]) }
        // Notice needs a proof from outside: see `DeprecationTests`. Whole contracts are no pair.
        #expect(
            missing == [
                "deprecated-object-removed", "deprecated-property-removed", "contract-added", "contract-removed",
            ])
    }
}
