import Foundation
import Testing

/// The cases of what must be said and what must not, where they lie beside the repository.
@Suite struct SharedCaseTests {
    /// Names of cases that are known to be wrong; none.
    static let known: Set<String> = []

    @Test("each case is right", .enabled(if: SharedCases.areThere, "the cases, or python3 with PyYAML, are not here"))
    func cases() throws {
        let run = try Run.shell("python3 '\(SharedCases.tool)' \"$CL\" '\(SharedCases.file)'", in: Run.root)
        let wrong = run.lines.filter { $0.hasPrefix("WRONG ") }
        let unknown = wrong.filter { line in !Self.known.contains { line.contains(" \($0): ") } }
        #expect(unknown.isEmpty, "\(unknown.joined(separator: "\n"))")
        #expect(wrong.count == Self.known.count, "a case that was known to be wrong is right now")
        #expect(run.lines.contains { $0.hasSuffix(" cases right") })
    }
}

/// The cases and the tool that runs them.
private enum SharedCases {
    static let folder = Run.root.deletingLastPathComponent().appendingPathComponent("shared")
    static let tool = folder.appendingPathComponent("tools/cases.py").path
    static let file = folder.appendingPathComponent("cases/check.yaml").path

    static var areThere: Bool {
        let isTool = FileManager.default.fileExists(atPath: tool) && FileManager.default.fileExists(atPath: file)
        return isTool && (try? Run.shell("python3 -c 'import yaml'", in: Run.root))?.exitCode == 0
    }
}
