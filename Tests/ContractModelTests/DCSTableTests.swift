import ContractModel
import Testing

/// Numbers counted in the official schemas, and what is peculiar to single versions.
@Suite struct DCSTableTests {
    @Test(
        arguments: zip(
            Standard.dcs.versions,
            [
                [8, 7, 0, 0, 0], [9, 5, 3, 6, 0], [10, 5, 3, 19, 13], [13, 6, 5, 29, 24], [10, 6, 8, 33, 25],
                [10, 6, 9, 33, 25],
                [10, 6, 9, 33, 25],
            ]))
    func keysOfAVersion(_ version: Version, _ counts: [Int]) throws {
        for (name, count) in zip(["Contract", "Info", "Model", "Field", "Definition"], counts) where count > 0 {
            #expect(try rows(of: name, version).count == count, "\(name) in \(version)")
        }
    }

    @Test(arguments: zip(Standard.dcs.versions, [6, 6, 9, 18, 17, 18, 18]))
    func serverTypesOfAVersion(_ version: Version, _ count: Int) throws {
        let types = try shape("Server").variants.filter { $0.versions.contains(version) }
        #expect(types.count == count)
        #expect(Set(types.flatMap(\.conditions)).count == count + 1, "bigquery has two spellings")
        let allowed = try #require(rows(of: "Server", version).first { $0.key == .type }).kind.allowed
        #expect(allowed.count == (version < "1.2.0" ? count + 1 : 0))
    }

    @Test(arguments: Standard.dcs.versions)
    func serverTypesDemandBySchemaOrByProse(_ version: Version) throws {
        for variant in try shape("Server").variants where variant.versions.contains(version) {
            for row in variant.rows where row.versions.contains(version) {
                let place: Comment = "\(variant.noun): \(row.key.rawValue)"
                if version < "1.1.0" {
                    #expect(row.prose == nil, place)
                } else {
                    #expect(row.kind == .anything && !row.required.contains(version), place)
                }
            }
        }
        let redshift = try #require(shape("Server").variants.first { $0.conditions == [.equals(.type, "redshift")] })
        let demanded = redshift.rows.filter { row in
            row.versions.contains(version)
                && (row.required.contains(version) || row.prose?.versions.contains(version) == true)
        }
        #expect(Set(demanded.map(\.key)) == [.account, .database, .schema])
    }

    /// The conditions of the schema do not ask whether `type` is there.
    @Test func withoutATypeEveryQualityVariantHolds() throws {
        let quality = try shape("Quality")
        #expect(quality.variants.count == 4)
        #expect(quality.variants.allSatisfy { $0.conditions.contains(.absent(.type, .all)) })
    }

    @Test(arguments: [("1.1.0", Kind.number), ("1.2.0", .integer), ("1.2.1", .number)] as [(Version, Kind)])
    func thresholdsOfQueries(_ version: Version, _ kind: Kind) throws {
        let query = try #require(shape("Quality").variants.first { $0.conditions.contains(.equals(.type, "sql")) })
        let rows = query.rows.filter { $0.versions.contains(version) }
        #expect(rows.first { $0.key == .mustBeLessThan }?.kind == kind)
        #expect(rows.first { $0.key == .mustBeBetween }?.kind == .list(of: kind, atLeast: 2, atMost: 2))
        #expect(rows.contains { $0.key == .mustBeLessOrEqualTo } == (version == "1.2.1"))
    }

    @Test(arguments: Standard.dcs.versions)
    func aVersionKnowsItselfAndThoseBefore(_ version: Version) throws {
        let row = try #require(rows(of: "Contract", version).first { $0.key == .dataContractSpecification })
        #expect(Set(row.kind.allowed) == Set(Standard.dcs.versions.filter { $0 <= version }.map(\.description)))
    }

    @Test func everyServiceLevelIsAnSLAPropertyWithAValue() throws {
        let levels = try shape("ServiceLevels").rows
        #expect(levels.count == 7)
        for level in levels {
            #expect(level.field == .slaProperties && level.kind.nameAs == .property)
            let fields = try shape(#require(level.kind.shape)).rows.map(\.field)
            #expect(fields.contains(.value), "\(level.key.rawValue)")
        }
    }

    private func shape(_ name: String) throws -> Shape {
        try #require(DCS.table.shapes.first { $0.name == name })
    }

    private func rows(of name: String, _ version: Version) throws -> [Row] {
        try shape(name).rows.filter { $0.versions.contains(version) }
    }
}
