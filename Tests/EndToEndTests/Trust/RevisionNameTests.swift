import Foundation
import Testing

/// A name of a revision means one commit, or none.
@Suite struct RevisionNameTests {
    /// Each makes a second meaning of a name, after the branch has broken a contract.
    private static func evasion(_ name: String, _ script: String, against base: String, _ words: String) -> TrustCase {
        TrustCase(
            name, "worse sales/orders.odcs.yaml\ncommit\n" + script, ["--against", base], check: .wrong(words),
            breaking: .wrong(words), isCommitted: false)
    }

    private static let both = "this names more than one commit"

    static let evasions: [TrustCase] = [
        evasion("a tag with the name of a remote branch", "git tag origin/main", against: "origin/main", both),
        evasion("an annotated tag", "git tag -a -m x origin/main", against: "origin/main", both),
        evasion("a branch with the name of a remote branch", "git branch origin/main", against: "origin/main", both),
        evasion("a tag with the name of a branch", "git tag main", against: "main", both),
        evasion(
            "a remote branch with the name of a tag", "git tag v1 main; git update-ref refs/remotes/v1 HEAD",
            against: "v1", both),
        evasion("and what is behind it", "git tag origin/main", against: "origin/main~0", both),
        evasion("a tag with the name of a remote", "git tag origin", against: "origin", both),
        evasion("a reference right below refs", "git update-ref refs/origin/main HEAD", against: "origin/main", both),
        evasion("a tag named HEAD", "git update-ref refs/tags/HEAD main", against: "HEAD", both),
        evasion("a branch named HEAD", "git update-ref refs/heads/HEAD main", against: "HEAD~0", both),
        evasion("a tag of half a name", "git tag heads/main", against: "heads/main", both),
        evasion(
            "a branch whose name begins with refs",
            "git update-ref refs/heads/refs/remotes/up/main HEAD", against: "refs/remotes/up/main",
            "there is no revision"),
        evasion(
            "a tag whose name begins with refs", "git update-ref refs/tags/refs/heads/up HEAD",
            against: "refs/heads/up",
            "there is no revision"),
        evasion(
            "a tag and what follows a branch", "git tag main", against: "main@{0}", both),
    ]

    @Test(arguments: evasions) func twoMeaningsAreNone(_ evasion: TrustCase) throws {
        try evasion.judge()
    }

    @Test func aBranchNamedAsACommitIs() throws {
        let world = try TrustWorld()
        try world.run("worse sales/orders.odcs.yaml; commit; git branch $(git rev-parse --short=8 main)")
        let name = try world.run("git rev-parse --short=8 main").text.trimmingCharacters(in: .newlines)
        let run = try world.ask("breaking", ["--against", name])
        #expect(run.exitCode == 2)
        #expect(run.errors.contains(Self.both), "\(run.errors)")
    }

    @Test func bothAreNamedWithAWayOut() throws {
        let world = try TrustWorld()
        try world.run("worse sales/orders.odcs.yaml; commit; git tag origin/main")
        let names = try ["change", "main"].map { try world.run("git rev-parse --short=12 \($0)").text.dropLast() }
        let (tagged, main) = (names[0], names[1])
        let run = try world.ask("breaking", ["--against", "origin/main"])
        #expect(run.exitCode == 2)
        #expect(
            run.errors.contains(
                "--against origin/main: this names more than one commit: refs/tags/origin/main is \(tagged), and "
                    + "refs/remotes/origin/main is \(main); say which is meant by its full name, such as "
                    + "refs/remotes/origin/main, or by the commit"), "\(run.errors)")
        for base in ["refs/remotes/origin/main", "remotes/origin/main", "main", "HEAD~1"] {
            #expect(try world.ask("breaking", ["--against", base]).exitCode == 1, "\(base)")
        }
    }

    /// The branch that was left is meant by `@{-1}`, whatever tag has its name.
    @Test func theBranchLeft() throws {
        let world = try TrustWorld()
        try world.run("worse sales/orders.odcs.yaml; commit; git tag main")
        let run = try world.ask("breaking", ["--against", "@{-1}"])
        #expect(run.exitCode == 1, "\(run.errors)")
    }

    static let honest: [TrustCase] = [
        TrustCase("a tag of the same commit", "git tag origin/main origin/main", check: .green, breaking: .green),
        TrustCase("tags with other names", "git tag v1; git tag sales", check: .green, breaking: .green),
        TrustCase("the default branch of a remote", "", ["--against", "origin"], check: .green, breaking: .green),
        TrustCase("a commit before", "", ["--against", "HEAD~1"], check: .green, breaking: .green),
        TrustCase("the commit itself", "", ["--against", "HEAD^0"], check: .green, breaking: .green),
        TrustCase("another word for HEAD", "", ["--against", "@"], check: .green, breaking: .green),
        TrustCase("a full name", "", ["--against", "refs/heads/main"], check: .green, breaking: .green),
        TrustCase("half a name", "", ["--against", "heads/main"], check: .green, breaking: .green),
        TrustCase("an annotated tag", "git tag -a -m x v1 main", ["--against", "v1"], check: .green, breaking: .green),
        TrustCase(
            "what a branch follows", "git branch -q -u main change", ["--against", "@{u}"], check: .green,
            breaking: .green),
        TrustCase(
            "a branch whose name is a word of hexadecimal digits", "git branch feed main", ["--against", "feed"],
            check: .green, breaking: .green),
        TrustCase(
            "what was described", "git tag v1 main; git tag -a -m x v0 main; commit; git branch x HEAD",
            ["--against", "HEAD~1"], check: .green, breaking: .green),
    ]

    @Test(arguments: honest) func aPlainNameWorks(_ honest: TrustCase) throws { try honest.judge() }

    @Test func commitsByTheirHashes() throws {
        let world = try TrustWorld()
        try world.run(
            "worse sales/orders.odcs.yaml; git tag -a -m x v1 main; git checkout -q main; git commit -q --allow-empty -m y; git checkout -q change; commit"
        )
        for name in [
            "git rev-parse main~1", "git rev-parse --short main~1", "git describe main",
            "git rev-parse main~1 | tr a-f A-F",
        ] {
            let name = try world.run(name).text.trimmingCharacters(in: .newlines)
            let run = try world.ask("breaking", ["--against", name])
            #expect(run.exitCode == 1, "\(name): \(run.errors)")
        }
    }
}
