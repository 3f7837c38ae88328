import Foundation
import Testing

/// Links in a pull request: one that leads out of the repository, or into `.git`, is exit code 2, and nothing of its target is in
/// any output.
@Suite struct LinkTests {
    /// A line that only the file holds that nobody may see.
    private static let line = "nobody-may-see-this"
    private static let contract =
        "apiVersion: v3.1.0\nkind: DataContract\nid: \(line)\nversion: 1.0.0\nstatus: \(line)\n\(line): x\n"

    /// A repository, a neighbour with a contract, and links in the repository.
    private static func place(_ links: [(name: String, target: String)]) throws -> Scratch {
        let scratch = try Scratch()
        try scratch.write("repo/.git/config", "[remote]\n\turl = https://x:\(line)@host\n\(contract)")
        try scratch.write("repo/sales/good.odcs.yaml", SampleContract.text)
        try scratch.write("outside/secret.odcs.yaml", contract)
        try scratch.write("outside/.git/HEAD", "ref: refs/heads/main\n")
        for (name, target) in links {
            let url = scratch.url("repo/" + name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            let target = target.replacing("$SCRATCH", with: scratch.folder.path)
            try FileManager.default.createSymbolicLink(atPath: url.path, withDestinationPath: target)
        }
        return scratch
    }

    private enum SampleContract {
        static let text = "apiVersion: v3.1.0\nkind: DataContract\nid: good\nversion: 1.0.0\nstatus: active\n"
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var links: [(name: String, target: String)]
        var arguments: [String]
    }

    static let leaks: [Case] = [
        Case(
            testDescription: "a contract beside the repository",
            links: [("sales/x.odcs.yaml", "../../outside/secret.odcs.yaml")], arguments: ["sales/x.odcs.yaml"]),
        Case(
            testDescription: "met on a walk", links: [("sales/x.odcs.yaml", "../../outside/secret.odcs.yaml")],
            arguments: ["."]),
        Case(
            testDescription: "of the staged set", links: [("sales/x.odcs.yaml", "../../outside/secret.odcs.yaml")],
            arguments: ["--staged", "sales/x.odcs.yaml"]),
        Case(
            testDescription: "an absolute target", links: [("x.odcs.yaml", "$SCRATCH/outside/secret.odcs.yaml")],
            arguments: ["x.odcs.yaml"]),
        Case(
            testDescription: "a chain of links",
            links: [("x.odcs.yaml", "a/y.yaml"), ("a/y.yaml", "../b"), ("b", "../outside/secret.odcs.yaml")],
            arguments: ["x.odcs.yaml"]),
        Case(
            testDescription: "out and in again by the neighbour's name",
            links: [("x.odcs.yaml", "sales/../../outside/../outside/secret.odcs.yaml")], arguments: ["x.odcs.yaml"]),
        Case(
            testDescription: "a folder above that is a repository itself", links: [("shop", "../outside")],
            arguments: ["shop/secret.odcs.yaml"]),
        Case(testDescription: "a folder that is walked", links: [("shop", "../outside")], arguments: ["shop"]),
        Case(
            testDescription: "a folder further above", links: [("shop", "..")],
            arguments: ["shop/outside/secret.odcs.yaml"]),
        Case(testDescription: "the users of the machine", links: [("x.odcs.yaml", "/etc/passwd")], arguments: ["."]),
        Case(
            testDescription: "the environment of the process", links: [("x.odcs.yaml", "/proc/self/environ")],
            arguments: ["."]),
        Case(testDescription: "a device", links: [("x.odcs.yaml", "/dev/zero")], arguments: ["x.odcs.yaml"]),
        Case(
            testDescription: "the repository's own configuration", links: [("x.odcs.yaml", ".git/config")],
            arguments: ["."]),
        Case(
            testDescription: "the repository's own folder", links: [("shop", ".git")], arguments: ["shop/config"]),
        Case(
            testDescription: "a configuration", links: [(".contractlint.yaml", "../outside/secret.odcs.yaml")],
            arguments: ["."]),
        Case(
            testDescription: "a configuration that is named", links: [("c.yaml", "../outside/secret.odcs.yaml")],
            arguments: ["--config", "c.yaml", "sales"]),
        Case(
            testDescription: "a baseline", links: [("b.json", "../outside/secret.odcs.yaml")],
            arguments: ["--baseline", "b.json", "sales"]),
    ]

    @Test(arguments: leaks, ["text", "json", "markdown", "junit", "github"])
    func nothingOfItsTargetIsSaid(_ example: Case, _ format: String) throws {
        let scratch = try Self.place(example.links)
        let run = try Run(["check", "--format", format] + example.arguments, in: scratch.url("repo"))
        #expect(run.exitCode == 2)
        let said = run.text + run.errors
        #expect(!said.contains(Self.line) && !said.contains("root:") && !said.contains("PATH="), "\(said)")
    }

    /// Packs and waivers are files of the configuration.
    @Test(arguments: [
        "layers: [{name: all, packs: [p.yaml]}]", "layers: [{name: all, packs: [packs]}]",
        "layers: [{name: all, packs: ['packs/*.yaml']}]", "waivers: [p.yaml]", "baseline: p.yaml",
    ])
    func norOfWhatAConfigurationNames(_ line: String) throws {
        let scratch = try Self.place([("p.yaml", "../outside/secret.odcs.yaml"), ("packs", "../outside")])
        try scratch.write("repo/.contractlint.yaml", "version: 1\n\(line)\n")
        let run = try Run(["check", "sales"], in: scratch.url("repo"))
        #expect(run.exitCode == 2)
        #expect(!(run.text + run.errors).contains(Self.line))
    }

    /// Without any link, a configuration names what lies elsewhere.
    @Test(arguments: [
        "layers: [{name: all, packs: [../outside/secret.odcs.yaml]}]", "layers: [{name: all, packs: [../outside]}]",
        "layers: [{name: all, packs: ['../outside/*.yaml']}]", "waivers: [../outside/secret.odcs.yaml]",
        "baseline: ../outside/secret.odcs.yaml", "waivers: [/proc/self/environ]",
    ])
    func norOfWhatLiesElsewhere(_ line: String) throws {
        let scratch = try Self.place([])
        try scratch.write("repo/.contractlint.yaml", "version: 1\n\(line)\n")
        let run = try Run(["check", "sales"], in: scratch.url("repo"))
        #expect(run.exitCode == 2)
        #expect(!(run.text + run.errors).contains(Self.line))
        // Wherever the lines of the text break.
        let words = (run.text + run.errors).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("lies outside of the repository that names it"))
    }

    @Test(arguments: [
        ["diff", "sales/good.odcs.yaml", "x.odcs.yaml"], ["diff", "x.odcs.yaml", "sales/good.odcs.yaml"],
        ["policy", "explain", "x.odcs.yaml"], ["rules", "test", "x.odcs.yaml"], ["rules", "impact", "x.odcs.yaml"],
        ["rules", "impact", "p.yaml", "x.odcs.yaml"],
    ])
    func norInOtherCommands(_ arguments: [String]) throws {
        let scratch = try Self.place([("x.odcs.yaml", "../outside/secret.odcs.yaml")])
        let run = try Run(arguments, in: scratch.url("repo"))
        #expect(run.exitCode == 2)
        #expect(!(run.text + run.errors).contains(Self.line))
    }

    @Test func theMessageSaysWhatToDo() throws {
        let scratch = try Self.place([("x.odcs.yaml", "../outside/secret.odcs.yaml"), ("y.odcs.yaml", ".git/config")])
        let run = try Run(["check", "--format", "json", "."], in: scratch.url("repo"))
        #expect(
            try ReportFile(run).failures == [
                .init(
                    file: "x.odcs.yaml",
                    message:
                        "is or lies behind a symbolic link that leads out of the repository; its target was not read: put a copy here"
                ),
                .init(file: "y.odcs.yaml", message: "leads into `.git`, which holds no contract and is not read"),
            ])
    }

    /// Within a repository a link is as good as its target, wherever it stands.
    @Test(arguments: [
        ("x.odcs.yaml", "sales/good.odcs.yaml", "x.odcs.yaml"), ("a/b/x.odcs.yaml", "../../sales/good.odcs.yaml", "a"),
        ("shop", "sales", "shop"), ("x.odcs.yaml", "$SCRATCH/repo/sales/good.odcs.yaml", "x.odcs.yaml"),
        ("x.odcs.yaml", "../repo/sales/good.odcs.yaml", "x.odcs.yaml"),
    ])
    func withinTheRepositoryItIsRead(_ name: String, _ target: String, _ path: String) throws {
        let scratch = try Self.place([(name, target)])
        let run = try Run(["check", "--fail-on", "never", "--format", "json", path], in: scratch.url("repo"))
        #expect(run.exitCode == 0, "\(run.text) \(run.errors)")
    }

    /// The checkout itself may be reached by a link: that is not the pull request's doing.
    @Test func theWayToTheRepositoryIsNotAsked() throws {
        let scratch = try Self.place([("x.odcs.yaml", "sales/good.odcs.yaml")])
        try FileManager.default.createSymbolicLink(
            atPath: scratch.url("checkout").path, withDestinationPath: "repo")
        #expect(try Run(["check", "--fail-on", "never", "checkout/x.odcs.yaml"], in: scratch.folder).exitCode == 0)
        #expect(try Run(["check", "--fail-on", "never", "x.odcs.yaml"], in: scratch.url("checkout")).exitCode == 0)
    }

    /// Outside of every repository the working folder takes its place.
    @Test func withoutARepositoryTheWorkingFolderCounts() throws {
        let scratch = try Scratch()
        try scratch.write("work/sales/good.odcs.yaml", SampleContract.text)
        try scratch.write("other/secret.odcs.yaml", Self.contract)
        for (name, target) in [
            ("in.odcs.yaml", "sales/good.odcs.yaml"), ("out.odcs.yaml", "../other/secret.odcs.yaml"),
        ] {
            try FileManager.default.createSymbolicLink(
                atPath: scratch.url("work/" + name).path, withDestinationPath: target)
        }
        #expect(try Run(["check", "--fail-on", "never", "in.odcs.yaml"], in: scratch.url("work")).exitCode == 0)
        let run = try Run(["check", "out.odcs.yaml"], in: scratch.url("work"))
        #expect(run.exitCode == 2)
        #expect(!(run.text + run.errors).contains(Self.line))
        // A folder that somebody names elsewhere is their own affair.
        #expect(try Run(["check", "--fail-on", "never", "../work/sales"], in: scratch.url("other")).exitCode == 0)
    }
}
