import Foundation
import Testing

/// Which files a command line means.
@Suite struct DiscoveryTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    /// The files of which something is reported: every contract here holds one error.
    private func files(_ arguments: String...) throws -> [String] {
        try ReportFile(Run(["check", "--format", "json"] + arguments, in: scratch.folder)).findings.map(\.file)
    }

    private func failures(_ arguments: String...) throws -> [ReportFile.Failure] {
        try ReportFile(Run(["check", "--format", "json"] + arguments, in: scratch.folder)).failures ?? []
    }

    private func write(_ names: String...) throws {
        for name in names { try scratch.write(name, Sample.contract("\(UUID())", "nmae: x")) }
    }

    @Test func aFolderIsWalkedForYAML() throws {
        try write("a.yaml", "b.yml", "c.json", "d.txt", "e/f/g.yaml", ".hidden/h.yaml", ".git/i.yaml", "noending")
        try scratch.write("j.yaml", "services: {}\n")
        #expect(try files(".") == ["a.yaml", "b.yml", "e/f/g.yaml"])
        #expect(try files() == files("."), "no path is the current folder")
        #expect(try files("e") == ["e/f/g.yaml"])
        #expect(try files("c.json", "d.txt", "noending") == ["c.json", "d.txt", "noending"], "what is named is read")
    }

    @Test func aFileIsCheckedOnce() throws {
        try write("a.yaml", "b/c.yaml")
        #expect(
            try files("a.yaml", "./a.yaml", "b/../a.yaml", scratch.url("a.yaml").path, ".", "b", "*.yaml") == [
                "a.yaml", "b/c.yaml",
            ])
    }

    @Test func globs() throws {
        try write(
            "a.odcs.yaml", "x/a.odcs.yaml", "x/b.yaml", "x/y/a.odcs.yaml", "x/y/z/a.odcs.yaml", "x/c.json",
            "[k]/a.yaml", "q/b.yaml")
        try scratch.write("x/logo.png", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        try scratch.write("x/README.md", "```yaml\nkind: DataContract\n```\n")
        #expect(try files("*.yaml") == ["a.odcs.yaml"], "a star stays in its folder")
        #expect(try files("x/*.yaml") == ["x/a.odcs.yaml", "x/b.yaml"])
        #expect(try files("*/*.odcs.yaml") == ["x/a.odcs.yaml"])
        #expect(
            try files("**/a.odcs.yaml") == ["a.odcs.yaml", "x/a.odcs.yaml", "x/y/a.odcs.yaml", "x/y/z/a.odcs.yaml"])
        #expect(try files("x/**/z/*.yaml") == ["x/y/z/a.odcs.yaml"])
        #expect(try files("x/?.yaml") == ["x/b.yaml"])
        #expect(try files("x/[ab].*yaml") == ["x/a.odcs.yaml", "x/b.yaml"])
        #expect(try files("x/*") == ["x/a.odcs.yaml", "x/b.yaml", "x/c.json", "x/y/a.odcs.yaml", "x/y/z/a.odcs.yaml"])
        #expect(try files("./x/../x/b*.yaml") == ["x/b.yaml"])
        #expect(try files(scratch.folder.path + "/q/*.yaml") == ["q/b.yaml"])
        #expect(try files("[k]/a.yaml") == ["[k]/a.yaml"], "what exists under this name is no glob")
        #expect(try failures("no*.yaml", "x/*.odcs.yaml") == [.init(file: "no*.yaml", message: "no file matches")])
        #expect(try failures("a.odcs.yaml", "*.yaml").isEmpty, "a glob may match what was named")
        #expect(try failures("[z-a].yaml") == [.init(file: "[z-a].yaml", message: "is no pattern of paths")])
    }

    /// A glob enters only folders in which something can match.
    @Test func aGlobDoesNotLookElsewhere() throws {
        try write("a/b.yaml", "a/c/d.yaml", "e/f/g.yaml")
        // Would be a failure wherever it is met.
        for folder in ["a/c", "e", "e/f"] {
            try FileManager.default.createSymbolicLink(
                atPath: scratch.url("\(folder)/dangling.yaml").path, withDestinationPath: "nowhere")
        }
        #expect(try failures("a/*.yaml").isEmpty)
        #expect(try failures("*/b.yaml").isEmpty)
        #expect(try failures("a/*/*.yaml").map(\.file) == ["a/c/dangling.yaml"])
        #expect(
            try failures("**/d*.yaml").map(\.file) == ["a/c/dangling.yaml", "e/dangling.yaml", "e/f/dangling.yaml"])
    }

    @Test func includeAndExclude() throws {
        try write(
            "contracts/a.yaml", "contracts/old/b.yaml", "contracts/c.tmp.yaml", "drafts/d.yaml", "x/drafts/e.yaml",
            "x/fixtures/y/f.yaml", "products/g.yaml")
        try scratch.write("contracts/README.md", "```yaml\nkind: DataContract\n```\n")
        func configure(_ text: String) throws { try scratch.write(".contractlint.yaml", "version: 1\n" + text) }
        try configure("include: ['contracts/**', 'products/**']\n")
        #expect(try files() == ["contracts/a.yaml", "contracts/c.tmp.yaml", "contracts/old/b.yaml", "products/g.yaml"])
        try configure("exclude: [drafts/, contracts/old/**, '**/fixtures/**', '*.tmp.yaml']\n")
        #expect(try files() == ["contracts/a.yaml", "products/g.yaml"])
        try configure("include: ['contracts/**']\nexclude: ['*.tmp.yaml']\n")
        #expect(try files() == ["contracts/a.yaml", "contracts/old/b.yaml"])
        #expect(
            try files("products/g.yaml", "contracts/c.tmp.yaml") == ["contracts/c.tmp.yaml", "products/g.yaml"],
            "named files")
        try configure("exclude: [drafts/, '**/fixtures/**', '*.tmp.yaml']\n")
        #expect(try files("drafts") == ["drafts/d.yaml"], "a folder that is named is walked")
        #expect(
            try files("contracts") == ["contracts/a.yaml", "contracts/old/b.yaml"], "other patterns still hold in it")
        #expect(try files("contracts/*.yaml") == ["contracts/a.yaml"], "and for globs")
    }

    @Test func staged() throws {
        try write("a.yaml", "drafts/b.yaml")
        try scratch.write(".contractlint.yaml", "version: 1\nexclude: [drafts/]\nlayers: [{name: none}]\n")
        try scratch.write("compose.yaml", "services: {}\n")
        try scratch.write("README.md", "# Read me\n")
        #expect(try files("--staged", "a.yaml", "drafts/b.yaml", "compose.yaml", "README.md") == ["a.yaml"])
        #expect(try Run(["check", "--staged", "compose.yaml", "drafts/b.yaml"], in: scratch.folder).exitCode == 0)
        #expect(try Run(["check", "--staged", "a.yaml"], in: scratch.folder).exitCode == 1)
        #expect(try Run(["check", "--staged", "gone.yaml"], in: scratch.folder).exitCode == 2)
        // A broken file never hides.
        try scratch.write("broken.yaml", "a: [\n")
        try scratch.write("broken.odcs.yaml", "a: [\n")
        let report = try ReportFile(
            Run(["check", "--staged", "--format", "json", "broken.yaml", "broken.odcs.yaml"], in: scratch.folder))
        #expect(report.findings.map(\.severity) == ["error", "error", "warning"])
    }

    /// A stranger's pull request can hold a file named like an option, and a hook passes it on.
    @Test func aFileNamedLikeAnOptionIsNoOption() throws {
        try write("--config=evil.yaml", "a.yaml")
        try scratch.write("evil.yaml", "version: 1\nfailOn: never\n")
        let run = try Run(["check", "--staged", "--config=evil.yaml", "a.yaml"], in: scratch.folder)
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("is an option and the name of a file"))
        #expect(try files("--", "--config=evil.yaml", "a.yaml") == ["--config=evil.yaml", "a.yaml"])
        #expect(try files("./--config=evil.yaml") == ["--config=evil.yaml"])
    }

    @Test func linksAreNotFollowedInCircles() throws {
        try write("a/good.yaml")
        let links = [
            ("a/up", "../a"), ("a/root", ".."), ("a/self.yaml", "self.yaml"), ("a/dangling.yaml", "nowhere"),
            ("a/link.yaml", "good.yaml"),
            ("a/folder.yaml", ".."), ("a/zero.yaml", "/dev/zero"),
        ]
        for (name, target) in links {
            try FileManager.default.createSymbolicLink(atPath: scratch.url(name).path, withDestinationPath: target)
        }
        let run = try Run(["check", "--format", "json", "a"], in: scratch.folder)
        #expect(run.exitCode == 2)
        let report = try ReportFile(run)
        #expect(
            report.findings.map(\.rule) == [
                "standard/unknown-key", "interoperability/id-unique", "standard/unknown-key",
            ])
        #expect(
            report.failures == [
                .init(file: "a/dangling.yaml", message: "is a symbolic link to nothing"),
                .init(file: "a/self.yaml", message: "symbolic links lead round in a circle"),
            ])
        #expect(
            try files("a/up") == files("a").map { $0.replacing("a/", with: "a/up/") }, "a link that is named is walked")
    }

    /// Whatever is no regular file is passed over in a folder, refused when it is named or named as a contract, and never
    /// waited for.
    @Test func devicesPipesAndSockets() throws {
        try write("a.yaml")
        #expect(mkfifo(scratch.url("pipe.odcs.yaml").path, 0o600) == 0)
        let socket = try Run.shell(
            "python3 -c \"import socket; socket.socket(socket.AF_UNIX).bind('sock.odcs.yaml')\" 2>/dev/null; test -S sock.odcs.yaml",
            in: scratch.folder)
        #expect(mkfifo(scratch.url("values.yaml").path, 0o600) == 0)
        #expect(try files(".") == ["a.yaml"])
        let contracts = ["pipe.odcs.yaml"] + (socket.exitCode == 0 ? ["sock.odcs.yaml"] : [])
        #expect(
            try failures(".")
                == contracts.map { .init(file: $0, message: "is no regular file (a pipe, socket or device)") })
        let odd = ["pipe.odcs.yaml", "/dev/zero"] + (socket.exitCode == 0 ? ["sock.odcs.yaml"] : [])
        for name in odd {
            #expect(
                try failures(name, "a.yaml") == [
                    .init(file: name, message: "is no regular file (a pipe, socket or device)")
                ])
            #expect(try files(name, "a.yaml") == ["a.yaml"])
        }
    }

    /// Names are bytes, and messages are read by terminals and by log servers.
    @Test func hostileNames() throws {
        try write("new\nline.yaml", "esc\u{1B}[31m.yaml", "::error::x.yaml", "##[error]x.yaml")
        let bytes = try Run.shell(
            #"cp ::error::x.yaml $'bad\xff.yaml'; "$CL" check --format json $'bad\xff.yaml'"#, in: scratch.folder)
        #expect(try ReportFile(bytes).findings.map(\.file) == ["bad\u{FFFD}.yaml"])
        let two = try Run.shell(
            #"cp ::error::x.yaml $'bad\xfe.yaml'; "$CL" check --format json $'bad\xff.yaml' $'bad\xfe.yaml' $'gone\xff'"#,
            in: scratch.folder)
        #expect(try ReportFile(two).failures == [.init(file: "gone\u{FFFD}", message: "no such file or folder")])
        #expect(try ReportFile(two).findings.map(\.rule).filter { $0 == "standard/unknown-key" }.count == 2)
        for format in ["text", "json", "junit", "github"] {
            let run = try Run(
                ["check", "--format", format, ".", "gone\u{1B}\n::error::", "##[error]gone"], in: scratch.folder)
            #expect(run.exitCode == 2)
            for stream in [run.text, run.errors] {
                #expect(!stream.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
                #expect(format == "json" || !stream.contains("##[error]"), "\(format)")
                let lines = stream.split(separator: "\n")
                #expect(!lines.contains { $0.hasPrefix("::error::") || $0.hasPrefix("::") && format != "github" })
            }
        }
    }

    @Test func deepAndLong() throws {
        let deep = Array(repeating: "d", count: 60).joined(separator: "/") + "/a.yaml"
        let long = String(repeating: "n", count: 250) + ".yaml"
        try write(deep, long)
        #expect(try files(".") == [deep, long])
    }

    @Test func unreadableFilesAndFolders() throws {
        try write("a.yaml", "secret.yaml", "locked/b.yaml")
        let run = try Run.shell(
            """
            chmod 755 . && chmod 644 a.yaml && chmod 000 secret.yaml locked
            # Nobody is root's equal before a file's mode.
            if [ "$(id -u)" -eq 0 ]; then as="setpriv --reuid=65534 --clear-groups"; fi
            $as true && test -r "$CL" && $as test -x "$CL" || exit 77
            $as "$CL" check --format json .
            """, in: scratch.folder)
        if run.exitCode == 77 {
            withKnownIssue("there is no way to run as somebody else here", isIntermittent: true) {}
            return
        }
        #expect(run.exitCode == 2)
        let report = try ReportFile(run)
        #expect(report.findings.map(\.file) == ["a.yaml"])
        #expect(
            report.failures == [
                .init(file: "locked", message: "permission denied"),
                .init(file: "secret.yaml", message: "permission denied"),
            ])
    }
}
