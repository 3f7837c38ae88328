import Foundation
import Testing

/// The cases of what must be said and what must not, where they lie beside the repository.
@Suite struct SharedCaseTests {
    /// Names of cases that are known to be wrong; none.
    static let known: Set<String> = []

    private static let shared = Run.root.deletingLastPathComponent().appendingPathComponent("shared")
    private static let tool = shared.appendingPathComponent("tools/cases.py").path
    private static let cases = shared.appendingPathComponent("cases/check.yaml").path

    static let isThere =
        FileManager.default.fileExists(atPath: tool) && FileManager.default.fileExists(atPath: cases)
        && (try? Run.shell("python3 -c 'import yaml'", in: Run.root))?.exitCode == 0

    @Test("each case is right", .enabled(if: isThere, "the cases, or python3 with PyYAML, are not here"))
    func cases() throws {
        let run = try Run.shell("python3 '\(Self.tool)' \"$CL\" '\(Self.cases)'", in: Run.root)
        let wrong = run.lines.filter { $0.hasPrefix("WRONG ") }
        let unknown = wrong.filter { line in !Self.known.contains { line.contains(" \($0): ") } }
        #expect(unknown.isEmpty, "\(unknown.joined(separator: "\n"))")
        #expect(wrong.count == Self.known.count, "a case that was known to be wrong is right now")
        #expect(run.lines.contains { $0.hasSuffix(" cases right") })
    }
}
