internal import CEL
internal import ColumnTypes
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Words that a field of the model can hold, where its vocabulary is closed: any other never stands there.
struct ModelWords {
    /// Kinds of changes; empty: nobody has said which there are.
    private let changeKinds: [String]

    init(changeKinds: [String]) { self.changeKinds = changeKinds }

    /// - Returns: nil: any text may stand there.
    func words(of field: String, in type: String) -> [String]? {
        switch (type, field) {
        case (ModelTypes.change, "id"): return changeKinds.isEmpty ? nil : changeKinds
        case (ModelTypes.change, "verdict"),
            (ModelTypes.verdicts, _) where field != "path":
            return Verdict.allCases.map(\.rawValue)
        case (ModelTypes.change, "bump"): return Bump.allCases.map(\.rawValue)
        case (ModelTypes.change, "relation"): return Relation.allCases.map(\.rawValue)
        case (ModelTypes.change, "kind"):
            return Selection.allCases.filter { $0.element != nil }.map(\.rawValue)
        case (ModelTypes.change, "hurts"): return ["consumer", "producer"]
        case (ModelTypes.physicalType, "family"): return PhysicalType.families
        case (_, "standard") where ["contract", "product"].contains(type): return ["ODCS", "DCS", "ODPS"]
        default: return Self.ofTables[type]?[field]
        }
    }

    /// Word of a closed vocabulary that people mean by another.
    static func meant(by word: String, field: String) -> String? {
        if field == Key.logicalType.rawValue {
            return LogicalType(word.lowercased(), standard: .dcs, version: Standard.dcs.newest)?.rawValue
        }
        return meantInTables[field]?[word.lowercased()]
    }

    /// By type and field, for fields that the newest version of their standard closes; with the words of all versions.
    private static let ofTables: [String: [String: [String]]] = {
        var words: [String: [String: [String]]] = [:]
        var open: [String: Set<String>] = [:]
        forEachRow { type, row, isNewest in
            let field = row.field.rawValue
            for kind in [row.kind, row.kind.items?.kind.value].compactMap({ $0 }) where kind.types.contains(.text) {
                if kind.allowed.isEmpty || !kind.patterns.isEmpty {
                    // What older versions left open, nobody writes who knows the newest.
                    if isNewest { open[type, default: []].insert(field) }
                } else {
                    let known = words[type]?[field] ?? []
                    words[type, default: [:]][field] = known + kind.allowed.filter { !known.contains($0) }
                }
            }
        }
        for (type, fields) in open { for field in fields { words[type]?[field] = nil } }
        // Whatever the standard writes, it is shown in ODCS's words.
        words["property"]?["logicalType"] = LogicalType.allCases.map(\.rawValue)
        return words
    }()

    private static let meantInTables: [String: [String: String]] = {
        var meant: [String: [String: String]] = [:]
        forEachRow { _, row, _ in meant[row.field.rawValue, default: [:]].merge(row.kind.meant) { known, _ in known } }
        return meant
    }()

    private static func forEachRow(_ body: (_ type: String, Row, _ isNewest: Bool) -> Void) {
        for table in [ODCS.table, ODPS.table, DCS.table] {
            for shape in table.shapes {
                guard let type = ModelTypes.typeName(of: shape) else { continue }
                for row in shape.rows + shape.variants.flatMap(\.rows) {
                    body(type, row, table.standard != .dcs && row.versions.contains(table.standard.newest))
                }
            }
        }
    }
}
