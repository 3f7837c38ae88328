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
    }

    /// Not because the bytes are the same: comments, anchors and aliases, quoted keys and their order say nothing.
    @Test(arguments: 0..<25) func theWayItIsWrittenIsNoChange(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let contract = RandomContract(&random, hasIDs: seed % 2 == 0)
        var styles: [RandomContract.Style] = []
        for number in 1..<16 {
            var style = RandomContract.Style()
            style.areKeysQuoted = number & 1 != 0
            style.hasComments = number & 2 != 0
            style.isShuffled = number & 4 != 0
            style.hasAliases = number & 8 != 0
            style.random = SeededGenerator(seed: seed)
            styles.append(style)
        }
        let plain = contract.text
        for text in styles.map(contract.text) + [plain.replacingOccurrences(of: ", ", with: ",  ")] {
            let (there, back) = (try changes(plain, text), try changes(text, plain))
            #expect(there + back == [], "\(text)")
        }
    }

    /// Each change turns around: its places are swapped, its relation flipped, its kind an opposite, and what hurt
    /// consumers hurts producers.
    @Test(arguments: 0..<150) func theWayBackMirrorsTheWayThere(_ seed: UInt64) throws {
        #expect(try asymmetries(seed) == [])
    }

    /// What of a pair does not turn around, or points out of its file.
    private func asymmetries(_ seed: UInt64) throws -> [String] {
        let (first, second) = pair(seed, edits: Int(seed % 12) + 1, hasIDs: seed % 2 == 0)
        let (old, new) = (try document(first), try document(second))
        var options = ComparisonOptions()
        options.readerProfile = seed % 3 == 0 ? .earlyBound : .lateBound
        options.today = 20_000
        let there = Comparison(old: old, new: new, options: options).run().changes
        var back = Comparison(old: new, new: old, options: options).run().changes
        var lines: [String] = []
        for change in there {
            let index = back.firstIndex { other in
                let isSamePlace = other.old.node == change.new.node && other.new.node == change.old.node
                return change.kind.opposites.contains(other.id) && (isSamePlace || change.id == "properties-reordered")
                    && other.relation == change.relation?.flipped
            }
            guard let index else {
                lines.append("\(summary(change)): \(change.message) does not turn around")
                continue
            }
            let other = back.remove(at: index)
            let isMirrored =
                other.old.isThere == change.new.isThere && other.new.isThere == change.old.isThere
                && (change.relation == nil || (change.consumer == other.producer && change.producer == other.consumer))
            if !isMirrored { lines.append("\(summary(change)) became \(summary(other))") }
            for (side, text) in [(change.old, first), (change.new, second)]
            where side.range.start >= side.range.end || Int(side.range.end) > text.utf8.count {
                lines.append("\(summary(change)) points at \(side.range)")
            }
        }
        return lines + back.map { "\(summary($0)): \($0.message) comes from nowhere" }
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
            "object-physically-renamed", "object-renamed", "property-physically-renamed", "property-renamed",
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
        func run(_ places: Int...) throws -> ComparisonResult {
            Comparison(old: try document(old.text), new: try document(edited(places).text)).run()
        }
        let (first, second, both) = (try run(count - 2), try run(count - 1), try run(count - 2, count - 1))
        #expect(both.worst == [first.worst, second.worst].compactMap(\.self).max())
        let all = (first.changes + second.changes).map { "\($0.element ?? "") \(summary($0)) \($0.message)" }
        #expect(both.changes.map { "\($0.element ?? "") \(summary($0)) \($0.message)" }.sorted() == all.sorted())
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
        let isDelimited = old.text.contains("format: csv")
        #expect(found.allSatisfy { $0.consumer == (isDelimited ? .risky : .informational) })
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
