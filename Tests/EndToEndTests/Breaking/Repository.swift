import Foundation
import Testing

/// A git repository in a folder that goes when the test is over.
final class Repository {
    let scratch: Scratch
    let folder: URL

    /// - Parameter clone: the address of another repository, and options of `git clone`.
    init(cloning clone: [String]? = nil) throws {
        scratch = try Scratch()
        folder = scratch.url("repository")
        if let clone {
            try Self.git(["clone", "-q"] + clone + [folder.path], in: scratch.folder)
        } else {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Self.git(["init", "-q", "-b", "main", "."], in: folder)
        }
    }

    /// Without the configuration of whoever runs the tests.
    @discardableResult
    static func git(_ arguments: [String], in folder: URL, date: String = "2026-01-01T00:00:00Z") throws -> String {
        let words = (["-c", "protocol.file.allow=always"] + arguments)
            .map { "'" + $0.replacingOccurrences(of: "'", with: "'\\''") + "'" }.joined(separator: " ")
        let run = try Run.shell(
            """
            export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org
            export GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org
            export GIT_AUTHOR_DATE='\(date)' GIT_COMMITTER_DATE='\(date)'
            git \(words)
            """, in: folder)
        #expect(run.exitCode == 0, "git \(arguments): \(run.errors)")
        return run.text
    }

    @discardableResult
    func git(_ arguments: String...) throws -> String { try Self.git(arguments, in: folder) }

    func write(_ name: String, _ text: String) throws { try scratch.write("repository/" + name, text) }
    func write(_ name: String, _ data: Data) throws { try scratch.write("repository/" + name, data) }
    func remove(_ name: String) throws { try FileManager.default.removeItem(at: folder.appendingPathComponent(name)) }

    func commit(_ message: String = "a commit", date: String = "2026-01-01T00:00:00Z") throws {
        try Self.git(["add", "-A"], in: folder)
        try Self.git(["commit", "-q", "--allow-empty", "-m", message], in: folder, date: date)
    }

    /// Runs `breaking` with a JSON report, unless another form is asked for.
    func breaking(_ arguments: String..., in subfolder: String = "") throws -> Run {
        try Run(
            ["breaking", "--format", "json", "--today", "2026-06-01"] + arguments,
            in: subfolder.isEmpty ? folder : folder.appendingPathComponent(subfolder))
    }

    /// Rule, severity, file, line and column of each finding.
    static func findings(_ run: Run) throws -> [String] {
        let report = try run.json()
        return try #require(report["findings"] as? [[String: Any]]).map { finding in
            let start = (finding["range"] as? [String: [String: Int]])?["start"] ?? [:]
            let rule = (finding["rule"] as? String ?? "").replacingOccurrences(of: "compatibility/", with: "")
            return "\(rule) \(finding["severity"] ?? "") \(finding["file"] ?? ""):\(start["line"] ?? 0):"
                + "\(start["column"] ?? 0)"
        }
    }
}

/// A small contract whose parts tests change.
enum Orders {
    static func text(
        id: String = "orders", version: String = "1.0.0", type: String = "BIGINT", status: String = "active",
        more: String = ""
    ) -> String {
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: \(id)
        version: \(version)
        status: \(status)
        schema:
          - name: orders
            properties:
              - name: amount
                logicalType: integer
                physicalType: \(type)
        \(more)

        """
    }

    static let note = "      - {name: note, logicalType: string}"
}
