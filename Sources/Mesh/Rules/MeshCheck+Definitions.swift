internal import Basics
internal import Diagnostics

/// Properties that are linked to one authoritative definition.
extension MeshCheck {
    private struct Member {
        var unit: Int
        var property: Unit.Property
    }

    mutating func judgeDefinitions() {
        var byURL: [String: [Member]] = [:]
        for (index, unit) in units.enumerated() where unit.kind == .contract && mesh.names.isFirst(index) {
            var own: [String: [Member]] = [:]
            for object in unit.objects {
                for property in object.properties where !property.definitions.isEmpty {
                    for url in Set(property.definitions) {
                        own[url, default: []].append(Member(unit: index, property: property))
                    }
                }
            }
            for (url, members) in own {
                // What means unlike properties of one contract is a page about many things, and defines none of them.
                if members.contains(where: { $0.property.conflict(with: members[0].property) != nil }) { continue }
                byURL[url, default: []] += members
            }
        }
        for (url, members) in byURL.sorted(by: { $0.key < $1.key }) where members.count > 1 { judge(url, members) }
    }

    private mutating func judge(_ url: String, _ members: [Member]) {
        // Members of one meaning are alike: one of each is compared.
        var kinds: [Unit.Property] = []
        for member in members where kinds.count < 20 && !kinds.contains(where: { $0.isAlike(member.property) }) {
            kinds.append(member.property)
        }
        if kinds.count < 2 { return }
        // Kinds that differ in what one of them does not say are no conflict.
        let isConflict = kinds.contains { a in kinds.contains { $0.conflict(with: a) != nil } }
        if kinds.count < 20, !isConflict { return }
        // Units of one id are versions of one contract, of which each may mean what it did.
        for member in members.reversed() where units[member.unit].isJudged {
            steps -= members.count
            if steps <= 0 { return }
            guard
                let other = members.first(where: {
                    units[$0.unit].id != units[member.unit].id && $0.property.conflict(with: member.property) != nil
                }), let what = other.property.conflict(with: member.property)
            else { continue }
            add(
                MeshFinding(
                    rule: MeshRules.definitionConflict, unit: member.unit, spot: member.property.spot,
                    element: member.property.path,
                    message:
                        "the property and \(quoted(other.property.path)) of \(named(other.unit)) are linked to one definition, "
                        + "\(quoted(url)), and their \(what.name) differs: \(quoted(what.second)) here, \(quoted(what.first)) there",
                    help: "agree on one \(what.name), or link them to two definitions",
                    related: members.filter { $0.unit != member.unit }.prefix(20).map {
                        related($0.unit, "linked to the same definition", at: $0.property.spot)
                    }, subject: url))
            return
        }
    }
}

extension Unit.Property {
    /// First matter in which two properties of one definition disagree. Silence is no disagreement.
    fileprivate func conflict(with other: Unit.Property) -> (name: String, first: String, second: String)? {
        func differ(_ name: String, _ a: String?, _ b: String?) -> (name: String, first: String, second: String)? {
            guard let a, let b, a.lowercased() != b.lowercased() else { return nil }
            return (name, a, b)
        }
        if let found = differ("logical type", logicalType, other.logicalType) { return found }
        if let found = differ("physical type", family, other.family) { return found }
        if let found = differ("unit", unit, other.unit) { return found }
        if let found = differ("format", format, other.format) { return found }
        if !values.isEmpty, !other.values.isEmpty, values != other.values {
            return ("list of values", values.joined(separator: ", "), other.values.joined(separator: ", "))
        }
        return nil
    }

    fileprivate func isAlike(_ other: Unit.Property) -> Bool {
        logicalType == other.logicalType && family == other.family && unit == other.unit && format == other.format
            && values == other.values
    }
}
