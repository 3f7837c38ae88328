import Foundation
import Testing

/// What only the history of a file can tell.
@Suite struct BreakingHistoryTests {
    private let repository: Repository
    private static let deprecated = "      - {name: note, logicalType: string, deprecated: true}"

    init() throws { repository = try Repository() }

    private func write(_ version: String, _ more: String = "") throws {
        try repository.write(
            "orders.odcs.yaml",
            Orders.text(version: version, more: more).replacingOccurrences(of: "v3.1.0", with: "v3.2.0"))
    }

    /// - Parameter day: of the deprecation; the run is on 2026-06-01 and the window 90 days: from 2026-03-03 on.
    @Test(arguments: [
        ("2026-03-03", "deprecated-property-removed info"), ("2026-03-04", "property-removed error"),
        ("2025-01-01", "deprecated-property-removed info"),
    ])
    func theAgeOfADeprecation(_ day: String, _ expected: String) throws {
        try write("1.0.0", Orders.note)
        try repository.commit(date: "2024-01-01T00:00:00Z")
        try write("1.1.0", Self.deprecated)
        try repository.commit(date: "\(day)T12:00:00Z")
        try write("1.2.0", Self.deprecated)
        try repository.commit(date: "2026-05-01T00:00:00Z")
        try write("2.0.0")
        let run = try repository.breaking("--against", "HEAD")
        #expect(try Repository.findings(run) == ["\(expected) orders.odcs.yaml:7:11"])
    }

    @Test func aDeprecationThatWasWithdrawnInBetween() throws {
        for (day, more) in [("2024", Self.deprecated), ("2025", Orders.note), ("2026", Self.deprecated)] {
            try write("1.0.0", more)
            try repository.commit(date: "\(day)-05-01T00:00:00Z")
        }
        try write("2.0.0")
        let run = try repository.breaking("--against", "HEAD")
        #expect(try Repository.findings(run) == ["property-removed error orders.odcs.yaml:7:11"])
    }

    @Test(arguments: [true, false]) func aReleasedVersionThatBreaks(_ isTagged: Bool) throws {
        try write("1.0.0", Orders.note)
        try repository.commit()
        if isTagged { try repository.git("tag", "release-1") }
        try write("2.0.0")
        try repository.commit()
        if isTagged { try repository.git("tag", "release-2") }
        try write("2.0.1")
        #expect(try Repository.findings(try repository.breaking("--against", "HEAD")) == [])
        let run = try repository.breaking("--against", "HEAD", "--profile", "consumer+transitive")
        #expect(run.exitCode == 1)
        #expect(try Repository.findings(run) == ["property-removed error orders.odcs.yaml:7:11"])
        let name = isTagged ? "release-1" : "1.0.0"
        #expect(run.text.contains("; against the released version \(name)\""))
    }

    @Test func twoFilesHaveNoReleases() throws {
        try write("1.0.0")
        let run = try Run(
            ["diff", "orders.odcs.yaml", "orders.odcs.yaml", "--profile", "full+transitive"], in: repository.folder)
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("two files have no history"))
    }
}
