import Compatibility
import Diagnostics
import TestSupport
import Testing

/// What holds for every kind of change, and for each with its opposites.
@Suite struct RegistryTests {
    @Test func idsAreUniqueAndWellFormed() {
        let ids = ChangeKind.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        let malformed = ids.filter { id in
            !id.contains("-") || !id.allSatisfy { $0 == "-" || ($0.isASCII && $0.isLowercase) }
        }
        #expect(malformed == [])
    }

    @Test(arguments: ChangeKind.all.map(\.id)) func aKindIsTheOppositeOfItsOpposites(_ id: String) throws {
        let kind = try #require(ChangeKind.named(id))
        for other in kind.opposites {
            let opposite = try #require(ChangeKind.named(other), "\(id) names \(other), which is none")
            #expect(opposite.opposites.contains(id), "\(other) does not name \(id)")
        }
    }

    /// With a relation, what holds for producers is what holds for consumers the other way round.
    @Test(arguments: ChangeKind.all.filter { $0.relation != nil }.map(\.id))
    func relationsTurnAround(_ id: String) throws {
        let kind = try #require(ChangeKind.named(id))
        // Days and instants are graver than their kinds alone, and turn around in that form: `ValueFixtures`, `LawTests`.
        let days: Set = ["physical-type-widened", "physical-type-changed"]
        for opposite in kind.opposites.compactMap(ChangeKind.named) where Set([id, opposite.id]) != days {
            #expect(opposite.relation == kind.relation?.flipped)
            #expect(opposite.consumer == kind.producer)
            #expect(opposite.escalation?.consumer == kind.escalation?.producer)
        }
    }

    /// The bump is the consumer's: what breaks them needs a major version.
    @Test(arguments: ChangeKind.all.map(\.id)) func whatBreaksConsumersIsMajor(_ id: String) throws {
        let kind = try #require(ChangeKind.named(id))
        if kind.consumer == .breaking { #expect(kind.bump == .major) }
        if let escalation = kind.escalation, escalation.consumer == .breaking { #expect(escalation.bump == .major) }
        if kind.consumer == .risky { #expect(kind.bump == .minor) }
        #expect(kind.bump != .none)
    }

    @Test(arguments: ChangeKind.all.map(\.id)) func whatHurtsHasAReason(_ id: String) throws {
        let kind = try #require(ChangeKind.named(id))
        #expect(!kind.reason.isEmpty && !kind.subject.isEmpty)
        if kind.consumer == .breaking { #expect(kind.remedy != nil) }
    }
}
