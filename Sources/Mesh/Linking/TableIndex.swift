internal import Basics

/// Objects of all contracts by the name of the table that holds them.
struct TableIndex {
    /// Object of a contract, with the database and the schema it lies in as each server says.
    struct Entry {
        var unit: Int
        var object: Int
        var table: String
        var places: [Place]
    }

    struct Place: Hashable {
        var database: String?
        var schema: String?
        var folds: Bool
    }

    /// Name of a table as somebody writes it.
    struct Name {
        var table: String
        var schema: String?
        var database: String?

        init?(_ text: String) {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { part in
                part.trimmingCharacters(in: "\"`[]")
            }
            guard (1...3).contains(parts.count), !parts.contains("") else { return nil }
            table = parts[parts.count - 1]
            schema = parts.count > 1 ? parts[parts.count - 2] : nil
            database = parts.count > 2 ? parts[0] : nil
        }
    }

    private var byTable: [String: [Entry]] = [:]

    init(_ units: [Unit], _ names: UnitNames) {
        for (index, unit) in units.enumerated() where unit.kind == .contract && names.isFirst(index) {
            // Shared by all objects that say no place of their own.
            let plain = Array(
                Set(unit.servers.map { Place(database: $0.database, schema: $0.schema, folds: $0.foldsCase) }))
            for (number, object) in unit.objects.enumerated() {
                guard let own = Name(object.physicalName ?? object.name) else { continue }
                let isPlain = own.database == nil && own.schema == nil && !plain.isEmpty
                var places =
                    isPlain
                    ? plain
                    : unit.servers.map { server in
                        Place(
                            database: own.database ?? server.database, schema: own.schema ?? server.schema,
                            folds: server.foldsCase)
                    }
                if places.isEmpty { places = [Place(database: own.database, schema: own.schema, folds: true)] }
                let entry = Entry(
                    unit: index, object: number, table: own.table, places: isPlain ? plain : Array(Set(places)))
                byTable[own.table.lowercased(), default: []].append(entry)
                // People write the logical name as well.
                if object.name.lowercased() != own.table.lowercased() {
                    var logical = entry
                    logical.table = object.name
                    byTable[object.name.lowercased(), default: []].append(logical)
                }
            }
        }
    }

    /// More objects of one name than these are told apart by nothing that a person would follow.
    private static let mostOfOneName = 2000

    /// Objects that a name may mean: what is said agrees; nil: too many have this name.
    func entries(_ name: Name) -> [Entry]? {
        let all = byTable[name.table.lowercased()] ?? []
        if all.count > Self.mostOfOneName { return nil }
        return all.filter { entry in
            entry.places.contains { place in
                Self.isSame(name.table, entry.table, place.folds)
                    && Self.agrees(name.schema, place.schema, place.folds)
                    && Self.agrees(name.database, place.database, place.folds)
            }
        }
    }

    private static func isSame(_ a: String, _ b: String, _ folds: Bool) -> Bool {
        folds ? a.lowercased() == b.lowercased() : a == b
    }

    private static func agrees(_ said: String?, _ own: String?, _ folds: Bool) -> Bool {
        guard let said, let own else { return true }
        return isSame(said, own, folds)
    }
}

extension Substring {
    /// Text without the quotes of a dialect around it.
    fileprivate func trimmingCharacters(in quotes: String) -> String {
        var text = self
        while let first = text.first, quotes.contains(first) { text.removeFirst() }
        while let last = text.last, quotes.contains(last) { text.removeLast() }
        return String(text)
    }
}
