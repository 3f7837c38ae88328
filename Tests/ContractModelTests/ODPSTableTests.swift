import ContractModel
import Testing

/// Numbers counted in the official schemas, and what is peculiar to single versions.
@Suite struct ODPSTableTests {
    @Test(arguments: [
        ("DataProduct", [18, 18, 22]), ("Description", [5, 5, 5]), ("CustomProperty", [3, 3, 5]),
        ("AuthoritativeDefinition", [3, 3, 4]), ("InputPort", [3, 6, 8]), ("OutputPort", [7, 10, 14]),
        ("SBOM", [2, 2, 6]),
        ("InputContract", [2, 2, 2]), ("ManagementPort", [9, 9, 11]), ("Support", [9, 9, 10]),
        ("TeamMember", [10, 10, 11]),
    ])
    func keysOfAShape(_ name: String, _ counts: [Int]) throws {
        for (version, count) in zip(Standard.odps.versions, counts) {
            #expect(try rows(of: name, version).count == count, "\(name) in \(version)")
        }
    }

    @Test(arguments: zip(Standard.odps.versions, [14, 15, 10]))
    func demandedKeys(_ version: Version, _ count: Int) throws {
        let names = ["DataProduct", "InputPort", "OutputPort", "SBOM", "Support", "ManagementPort", "TeamMember"]
        let demanded = try names.flatMap { try rows(of: $0, version).filter { $0.required.contains(version) } }
        #expect(demanded.count == count)
    }

    @Test func noShapeIsOpen() {
        for version in Standard.odps.versions {
            #expect(ODPS.table.shapes.filter { $0.open.contains(version) }.isEmpty)
        }
    }

    @Test func theTeamIsAListAndThenAnObject() throws {
        let kinds = try Standard.odps.versions.map { version in
            try #require(rows(of: "DataProduct", version).first { $0.key == .team }).kind
        }
        #expect(kinds == [.list(of: .shape("TeamMember")), .shape("Team"), .shape("Team")])
    }

    private func rows(of name: String, _ version: Version) throws -> [Row] {
        try #require(ODPS.table.shapes.first { $0.name == name }).rows.filter { $0.versions.contains(version) }
    }
}
