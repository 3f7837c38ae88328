import Compatibility
import Diagnostics
import TestSupport
import Testing

/// What holds whatever the contracts are.
@Suite struct LawTests {
    private func pair(_ seed: UInt64, edits: Int, hasIDs: Bool) -> (old: String, new: String) {
        var random = SeededGenerator(seed: seed)
        let old = RandomContract(&random, hasIDs: hasIDs)
        var new = old
        for _ in 0..<edits { new.edit(&random) }
        return (old.text, new.text)
    }

    @Test(arguments: 0..<60) func nothingChangesFromAContractToItself(_ seed: UInt64) throws {
        let text = pair(seed, edits: 0, hasIDs: seed % 2 == 0).old
        let result = Comparison(old: try document(text), new: try document(text)).run()
        #expect(result.changes.map(summary) == [])
        #expect(result.minimumBump == .none && result.suggestedVersion == nil && result.gate.outcome == .satisfied)
        // Not because the bytes are the same.
        let spaced = text.replacingOccurrences(of: ", ", with: ",  ")
        #expect(try changes(text, spaced) == [])
        #expect(try changes(spaced, text) == [])
    }

    /// Each change turns around: its places are swapped, its relation flipped, its kind an opposite, and what hurt
    /// consumers hurts producers.
    @Test(arguments: 0..<150) func theWayBackMirrorsTheWayThere(_ seed: UInt64) throws {
        let (first, second) = pair(seed, edits: Int(seed % 12) + 1, hasIDs: seed % 2 == 0)
        let (old, new) = (try document(first), try document(second))
        var options = ComparisonOptions()
        options.readerProfile = seed % 3 == 0 ? .earlyBound : .lateBound
        options.today = 20_000
        let there = Comparison(old: old, new: new, options: options).run().changes
        var back = Comparison(old: new, new: old, options: options).run().changes
        #expect(there.count == back.count, "\(there.map(summary)) \(back.map(summary))")
        for change in there {
            let index = back.firstIndex { other in
                let isSamePlace = other.old.node == change.new.node && other.new.node == change.old.node
                return change.kind.opposites.contains(other.id) && (isSamePlace || change.id == "properties-reordered")
                    && other.relation == change.relation?.flipped
            }
            guard let index else {
                Issue.record("\(summary(change)): \(change.message) does not turn around; \(back.map(summary))")
                continue
            }
            let other = back.remove(at: index)
            #expect(other.old.isThere == change.new.isThere && other.new.isThere == change.old.isThere)
            if change.relation != nil {
                #expect(change.consumer == other.producer && change.producer == other.consumer, "\(change.id)")
            }
            #expect(change.full == max(change.consumer, change.producer))
        }
    }

    @Test(arguments: 0..<40) func whatIsRenamedByIDIsNeitherRemovedNorAdded(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let old = RandomContract(&random, hasIDs: true)
        var new = old
        for object in new.objects.indices {
            new.objects[object].name = "renamed\(object)"
            for property in new.objects[object].properties.indices {
                new.objects[object].properties[property].name = "renamed\(property)"
            }
        }
        let ids = Set(Comparison(old: try document(old.text), new: try document(new.text)).run().changes.map(\.id))
        let allowed: Set = [
            "object-physically-renamed", "property-physically-renamed", "property-renamed",
        ]
        #expect(ids.subtracting(allowed) == [])
    }

    @Test(arguments: 0..<40) func editsOfTwoPropertiesAddUp(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var old = RandomContract(&random, hasIDs: false)
        // Keys are of several properties together.
        let extra = [old.property(&random, depth: 3), old.property(&random, depth: 3)]
        old.objects[0].properties += extra
        for place in old.objects[0].properties.indices {
            old.objects[0].properties[place].fields.removeAll { ["primaryKey", "partitioned"].contains($0.key) }
        }
        let count = old.objects[0].properties.count
        func edited(_ places: [Int]) -> RandomContract {
            var new = old
            for place in places {
                var random = SeededGenerator(seed: seed &+ UInt64(place))
                RandomContract.editField(of: &new.objects[0].properties[place], &random)
                new.objects[0].properties[place].fields.removeAll {
                    ["primaryKey", "partitioned", "physicalName", "businessName"].contains($0.key)
                }
            }
            return new
        }
        old.objects[0].properties.indices.forEach { place in
            old.objects[0].properties[place].fields.removeAll { ["physicalName", "businessName"].contains($0.key) }
        }
        func worst(_ new: RandomContract) throws -> Verdict? {
            Comparison(old: try document(old.text), new: try document(new.text)).run().worst
        }
        let (a, b) = (try worst(edited([count - 2])), try worst(edited([count - 1])))
        #expect(try worst(edited([count - 2, count - 1])) == [a, b].compactMap(\.self).max())
    }

    @Test(arguments: 0..<40) func orderChangesNothingElse(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let old = RandomContract(&random, hasIDs: true)
        var new = old
        new.objects.shuffle(using: &random)
        for object in new.objects.indices { new.objects[object].properties.shuffle(using: &random) }
        for name in new.sections.keys where name != "servers" && name != "roles" && name != "slaProperties" {
            new.sections[name]?.shuffle(using: &random)
        }
        let found = Comparison(old: try document(old.text), new: try document(new.text)).run().changes
        #expect(found.filter { $0.id != "properties-reordered" }.map(summary) == [])
        #expect(found.allSatisfy { $0.consumer == .informational })
    }

    @Test(arguments: 0..<20) func theSameInputGivesTheSame(_ seed: UInt64) throws {
        let (old, new) = pair(seed, edits: 20, hasIDs: seed % 2 == 0)
        func run() throws -> [String] {
            Comparison(old: try document(old), new: try document(new)).run().changes.map { summary($0) + $0.message }
        }
        #expect(try run() == run())
    }
}

extension String {
    fileprivate func replacingOccurrences(of old: String, with new: String) -> String {
        split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    }
}
