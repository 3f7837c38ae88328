import Foundation
import Testing

@Suite struct RulesNewTests {
    @Test(arguments: [
        "", "rule", "Acme/rule", "acme/", "/rule", "a/b/c", "acme/two words", "privacy/mine", "yaml/mine",
    ])
    func anIDThatIsNone(_ id: String) throws {
        let scratch = try Scratch()
        let run = try Run(["rules", "new", id], in: scratch.folder)
        #expect(run.exitCode == 2)
        #expect(try scratch.names.isEmpty)
    }

    @Test func whatCannotBeSelectedIsRefused() throws {
        let scratch = try Scratch()
        let run = try Run(["rules", "new", "acme/rule", "--select", "colum"], in: scratch.folder)
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("nothing can be selected by 'colum'"))
        #expect(try scratch.names.isEmpty)
    }

    static let kinds = [
        "contract", "product", "object", "property", "quality", "relationship", "sla", "server", "role", "member",
        "support", "inputPort", "outputPort", "managementPort", "text",
    ]

    @Test(arguments: kinds) func aDraftPassesItsTests(_ kind: String) throws {
        let scratch = try Scratch()
        #expect(try Run(["rules", "new", "acme/first", "--select", kind], in: scratch.folder).exitCode == 0)
        let test = try Run(["rules", "test", "acme.yaml"], in: scratch.folder)
        #expect(test.exitCode == 0)
        #expect(test.text.hasSuffix("2 examples of 1 rule in 1 pack: all right\n"), "\(test.text)")
    }

    /// With a comment at its end, without a last line break, less indented: what is there stays as it is.
    @Test(arguments: [
        RulePackFiles.right, RulePackFiles.right + "# the end\n", String(RulePackFiles.right.dropLast(1)),
        RulePackFiles.right.replacingOccurrences(of: "  - id:", with: "- id:").replacingOccurrences(
            of: "\n    ", with: "\n  "),
    ]) func aRuleIsAddedBehindTheOthers(_ text: String) throws {
        let scratch = try Scratch()
        try scratch.write("packs/mine.yaml", text)
        let run = try Run(["rules", "new", "acme/second", "--pack", "packs/mine.yaml"], in: scratch.folder)
        #expect(run.exitCode == 0, "\(run.errors)")
        let grown = try scratch.read("packs/mine.yaml")
        #expect(
            grown.hasPrefix(text.trimmingCharacters(in: .newlines).replacingOccurrences(of: "\n# the end", with: "")))
        let test = try Run(["rules", "test", "packs/mine.yaml"], in: scratch.folder)
        #expect(test.exitCode == 0)
        #expect(test.text.hasSuffix("4 examples of 2 rules in 1 pack: all right\n"), "\(test.text)")
        let again = try Run(["rules", "new", "acme/second", "--pack", "packs/mine.yaml"], in: scratch.folder)
        #expect(again.exitCode == 2)
        #expect(again.errors == "contractlint: error: packs/mine.yaml: has a rule `second` already\n")
        #expect(try scratch.read("packs/mine.yaml") == grown)
    }

    @Test(arguments: [
        (RulePackFiles.contract(), "packs.yaml"), ("not a pack\n", "packs.yaml"),
        (
            RulePackFiles.right.replacingOccurrences(of: "id: acme\n", with: "id: other\n"),
            "is the pack `other`, not `acme`"
        ),
        (RulePackFiles.right.replacingOccurrences(of: "property.tags", with: "property.tgas"), "packs.yaml:13:"),
    ]) func aFileThatIsNoPackOfThatNameIsLeftAlone(_ text: String, _ message: String) throws {
        let scratch = try Scratch()
        try scratch.write("packs.yaml", text)
        let run = try Run(["rules", "new", "acme/second", "--pack", "packs.yaml"], in: scratch.folder)
        #expect(run.exitCode == 2)
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(try scratch.read("packs.yaml") == text)
        #expect(try scratch.names == ["packs.yaml"])
    }

    @Test func behindALinkTheFileIsWritten() throws {
        let scratch = try Scratch()
        try scratch.write("shared/acme.yaml", RulePackFiles.right)
        let link = scratch.url("link.yaml")
        try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "shared/acme.yaml")
        #expect(try Run(["rules", "new", "acme/second", "--pack", "link.yaml"], in: scratch.folder).exitCode == 0)
        #expect(try scratch.read("shared/acme.yaml").contains("id: second"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "shared/acme.yaml")
        try FileManager.default.createSymbolicLink(
            atPath: scratch.url("other.yaml").path, withDestinationPath: "nowhere.yaml")
        let dangling = try Run(["rules", "new", "other/first"], in: scratch.folder)
        #expect(dangling.exitCode == 2)
        #expect(dangling.errors == "contractlint: error: other.yaml: cannot be written: File exists\n")
        #expect(!scratch.exists("nowhere.yaml"))
    }

    @Test func aFolderThatDoesNotExistIsAnError() throws {
        let scratch = try Scratch()
        let run = try Run(["rules", "new", "acme/first", "--pack", "no/acme.yaml"], in: scratch.folder)
        #expect(run.exitCode == 2)
        #expect(run.errors == "contractlint: error: no/acme.yaml: cannot be written: No such file or directory\n")
    }
}
