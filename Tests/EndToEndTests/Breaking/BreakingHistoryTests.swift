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
        // What came with a major version that was accepted is past.
        let line = try repository.breaking("--against", "HEAD", "--profile", "consumer+transitive")
        #expect(try Repository.findings(line) == [])
        let run = try repository.breaking("--against", "HEAD", "--profile", "consumer+transitive-all")
        #expect(run.exitCode == 1)
        #expect(try Repository.findings(run) == ["property-removed error orders.odcs.yaml:7:11"])
        let name = isTagged ? "release-1" : "1.0.0"
        #expect(run.text.contains("; against the released version \(name)\""))
    }

    /// A file that was moved and edited in one commit keeps its past: what it was called then is read as well.
    @Test(arguments: [true, false]) func aFileThatWasRenamed(_ isTagged: Bool) throws {
        try write("1.0.0", Self.deprecated)
        try repository.commit(date: "2025-01-01T00:00:00Z")
        if isTagged { try repository.git("tag", "release-1") }
        try repository.git("mv", "orders.odcs.yaml", "moved.odcs.yaml")
        let text = Orders.text(version: "1.1.0", more: Self.deprecated).replacingOccurrences(
            of: "v3.1.0", with: "v3.2.0")
        try repository.write("moved.odcs.yaml", text)
        try repository.commit(date: "2026-05-01T00:00:00Z")
        try repository.write("moved.odcs.yaml", text.replacingOccurrences(of: Self.deprecated + "\n", with: ""))
        let run = try repository.breaking("--against", "HEAD", "--fail-on", "never")
        #expect(try Repository.findings(run).contains("deprecated-property-removed info moved.odcs.yaml:7:11"))
        try repository.commit(date: "2026-05-02T00:00:00Z")
        let transitive = try repository.breaking(
            "--against", "HEAD", "--profile", "consumer+transitive", "--fail-on", "never")
        #expect(try Repository.findings(transitive) == [])
        try repository.write(
            "moved.odcs.yaml",
            text.replacingOccurrences(of: "1.1.0", with: "2.0.0")
                .replacingOccurrences(of: Self.deprecated + "\n", with: ""))
        let later = try repository.breaking("--against", "HEAD", "--profile", "consumer+transitive")
        #expect(later.text.contains("; against the released version \(isTagged ? "release-1" : "1.0.0")\""))
    }

    /// A version that only a merge has, since both sides had to give way.
    @Test func aReleasedVersionOfAMerge() throws {
        try write("1.0.0")
        try repository.commit()
        try repository.git("checkout", "-q", "-b", "side")
        try write("1.1.0")
        try repository.commit()
        try repository.git("checkout", "-q", "main")
        try write("1.2.0")
        try repository.commit()
        // It leaves both sides as they were, and the text in between to us.
        try repository.git("merge", "-q", "--no-commit", "-s", "ours", "side")
        try write("1.3.0", Orders.note)
        try repository.commit()
        try write("2.0.0")
        try repository.commit()
        try write("2.0.1")
        let run = try repository.breaking("--against", "HEAD", "--profile", "consumer+transitive-all")
        #expect(try Repository.findings(run) == ["property-removed error orders.odcs.yaml:7:11"])
        #expect(run.text.contains("; against the released version 1.3.0\""))
    }

    @Test func twoFilesHaveNoReleases() throws {
        try write("1.0.0")
        let run = try Run(
            ["diff", "orders.odcs.yaml", "orders.odcs.yaml", "--profile", "full+transitive"], in: repository.folder)
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("two files have no history"))
    }
}
