extension Standard {
    /// The shapes of all its versions.
    package var table: ShapeTable {
        switch self {
        case .odcs: ODCS.table
        case .odps: ODPS.table
        case .dcs: DCS.table
        case .dps: DPS.table
        case .dua: DUA.table
        case .configuration: ConfigurationShapes.table
        case .rulePack: RulePackShapes.table
        case .waivers: WaiverShapes.table
        case .baseline: BaselineShapes.table
        case .packLock: PackLockShapes.table
        }
    }
}

/// The tables of the versions that this process has met, each made when it is first asked for: a run over one standard pays
/// for one version.
enum ResolvedTables {
    private static let all: [Standard: [Lazy<ResolvedTable>]] = Dictionary(
        uniqueKeysWithValues: Standard.allCases.map { standard in
            (standard, standard.versions.map { version in Lazy { ResolvedTable(standard.table, version) } })
        })

    /// - Parameter version: one of the standard's.
    static func table(_ standard: Standard, _ version: Version) -> ResolvedTable {
        guard let index = standard.versions.firstIndex(of: version), let table = all[standard]?[index] else {
            preconditionFailure("\(standard.title) has no version \(version)")
        }
        return table.value
    }
}
