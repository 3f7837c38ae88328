internal import Basics

/// Units by kind, id and version. Ids are compared byte by byte.
struct UnitNames {
    private struct Name: Hashable {
        var kind: Unit.Kind
        var id: ExactText
    }

    private struct Exact: Hashable {
        var name: Name
        var version: ExactText?
    }

    /// The first of each name and version, in the order of the units.
    private var exact: [Exact: Int] = [:]
    /// The first of each version.
    private var byID: [Name: [Int]] = [:]
    private var newest: [Name: Int] = [:]
    /// Newest versions of each name, as people are told them.
    private var shown: [Name: [String]] = [:]
    private static let mostShown = 20
    private let units: [Unit]

    /// - Parameter units: in their order.
    init(_ units: [Unit]) {
        self.units = units
        for (index, unit) in units.enumerated() {
            let name = Name(kind: unit.kind, id: ExactText(unit.id))
            let own = Exact(name: name, version: unit.version.map { ExactText($0) })
            if exact[own] != nil { continue }
            exact[own] = index
            byID[name, default: []].append(index)
        }
        for (name, versions) in byID {
            newest[name] = Self.newest(of: versions, units)
            let sorted = versions.compactMap { units[$0].version }.sorted { Self.isLower($0, $1) }
            shown[name] = Array(sorted.suffix(Self.mostShown))
        }
    }

    enum Resolution {
        case found(Int)
        /// The id is there, in other versions.
        case otherVersion([String])
        case nowhere
    }

    func resolve(_ kind: Unit.Kind, _ id: String, _ version: String?) -> Resolution {
        let name = Name(kind: kind, id: ExactText(id))
        guard let first = newest[name] else { return .nowhere }
        guard let version else { return .found(first) }
        if let index = exact[Exact(name: name, version: ExactText(version))] { return .found(index) }
        // One without a version may be any.
        if let index = exact[Exact(name: name, version: nil)] { return .found(index) }
        return .otherVersion(shown[name] ?? [])
    }

    /// The units of an id, one for each version.
    func all(_ kind: Unit.Kind, _ id: String) -> [Int] { byID[Name(kind: kind, id: ExactText(id))] ?? [] }

    /// True when a unit is the one that its name leads to.
    func isFirst(_ index: Int) -> Bool {
        let unit = units[index]
        let name = Name(kind: unit.kind, id: ExactText(unit.id))
        return exact[Exact(name: name, version: unit.version.map { ExactText($0) })] == index
    }

    /// The newest that is active, else the newest.
    private static func newest(of indices: [Int], _ units: [Unit]) -> Int {
        let active = indices.filter { Lifecycle.isActive(units[$0].status) }
        let candidates = active.isEmpty ? indices : active
        return candidates.max { isLower(units[$0].version ?? "", units[$1].version ?? "") } ?? indices[0]
    }

    static func isLower(_ a: String, _ b: String) -> Bool {
        switch (SemanticVersion(a), SemanticVersion(b)) {
        case (let a?, let b?) where a != b: a < b
        case (nil, _?): true
        case (_?, nil): false
        default: a < b
        }
    }

    /// Ids of a kind by what people read: letters of any case, whatever Unicode form.
    func folded(_ kind: Unit.Kind) -> [String: [String]] {
        var folded: [String: [String]] = [:]
        for name in byID.keys where name.kind == kind {
            folded[FoldedName(name.id.text).text, default: []].append(name.id.text)
        }
        return folded.mapValues { $0.sorted() }
    }
}

/// Stages of the life of a unit.
package enum Lifecycle {
    static func isActive(_ status: String?) -> Bool {
        guard let status else { return false }
        return ["active", "current", "production"].contains(status.lowercased())
    }

    static func isDraft(_ status: String?) -> Bool {
        guard let status = status?.lowercased() else { return false }
        return ["draft", "proposed", "in development", "in-development", "development"].contains(status)
    }

    static func isOver(_ status: String?) -> Bool {
        guard let status = status?.lowercased() else { return false }
        return status == "retired" || status == "deprecated"
    }

    static func isRetired(_ status: String?) -> Bool { status?.lowercased() == "retired" }
}
