import Foundation
import Testing

/// The way a repository is checked out says nothing of the contracts.
@Suite struct CheckoutTests {
    /// What a sparse checkout leaves out is not gone.
    @Test func aSparseCheckout() throws {
        let world = try TrustWorld()
        try world.run(
            "git update-index -q --refresh; git sparse-checkout set --no-cone '/*' '!/shop/' '!/governance/waivers/'")
        #expect(!world.scratch.exists("repository/shop/old.odcs.yaml"))
        for arguments in [["check", "--against", "origin/main"], ["breaking", "--against", "origin/main"], ["check"]] {
            let run = try world.ask(arguments[0], arguments.dropFirst() + ["--fail-on", "info"])
            #expect(run.exitCode == 0, "\(arguments): \(run.text) \(run.errors)")
            #expect(try PullRequest.rules(run) == [])
        }
        // What is staged as gone is gone, and what is worse is seen.
        try world.run("git rm -q --sparse --cached shop/carts.odcs.yaml; git commit -q -m x")
        let run = try world.ask("breaking", ["--against", "origin/main"])
        #expect(run.exitCode == 1)
        #expect(try PullRequest.rules(run) == ["compatibility/contract-removed"])
    }

    @Test func aSparseCheckoutWithAConfigurationLeftOut() throws {
        let world = try TrustWorld()
        try world.run(
            "worse sales/orders.odcs.yaml; commit; git update-index -q --refresh; git sparse-checkout set --no-cone '/sales/'"
        )
        #expect(!world.scratch.exists("repository/.contractlint.yaml"))
        let run = try world.ask("check", ["--against", "origin/main"])
        #expect(run.exitCode == 1, "\(run.text) \(run.errors)")
        #expect(try Set(PullRequest.rules(run)) == ["folder/limits", "sales/purpose"])
    }

    /// A hook judges what is staged, and not what is edited.
    @Test func whatIsStaged() throws {
        let world = try TrustWorld()
        let good = try world.scratch.read("repository/sales/orders.odcs.yaml")
        try world.run("worse sales/orders.odcs.yaml; git add -A")
        try world.scratch.write("repository/sales/orders.odcs.yaml", good)
        let check = try world.ask("check", ["--staged", "sales/orders.odcs.yaml"])
        #expect(check.exitCode == 1, "\(check.text)")
        #expect(try Set(PullRequest.rules(check)) == ["folder/limits", "sales/purpose"])
        let breaking = try world.ask("breaking", ["--staged", "--against", "HEAD"])
        #expect(try PullRequest.rules(breaking).contains("compatibility/property-removed"), "\(breaking.text)")
        // The other way round.
        try world.run("git add -A; worse sales/orders.odcs.yaml")
        #expect(try world.ask("check", ["--staged", "sales/orders.odcs.yaml"]).exitCode == 0)
        #expect(try world.ask("breaking", ["--staged", "--against", "HEAD"]).exitCode == 0)
        #expect(try world.ask("check", ["sales/orders.odcs.yaml"]).exitCode == 1)
        // The configuration that is staged.
        try world.run("git checkout -q .; lax .contractlint.yaml; worse sales/orders.odcs.yaml; git add sales")
        #expect(try world.ask("check", ["--staged", "sales/orders.odcs.yaml"]).exitCode == 1)
    }

    @Test func whatIsStagedAndNotThereAnyMore() throws {
        let world = try TrustWorld()
        try world.run(
            "cp sales/orders.odcs.yaml sales/new.odcs.yaml; worse sales/new.odcs.yaml; git add -A; rm sales/new.odcs.yaml"
        )
        let check = try world.ask("check", ["--staged", "sales/new.odcs.yaml"])
        #expect(try PullRequest.rules(check).contains("sales/purpose"), "\(check.text)")
        try world.run("git rm -q -f sales/new.odcs.yaml sales/returns.odcs.yaml")
        let run = try world.ask("breaking", ["--staged", "--against", "HEAD"])
        #expect(try PullRequest.rules(run) == ["compatibility/contract-removed"])
    }

    /// The index that a hook was started for need not be the repository's.
    @Test func theIndexOfAHook() throws {
        let world = try TrustWorld()
        try world.run("worse sales/orders.odcs.yaml; GIT_INDEX_FILE=.git/other git add -A; git checkout -q sales")
        let run = try world.ask("check", ["--staged", "sales/orders.odcs.yaml"], ["GIT_INDEX_FILE": ".git/other"])
        #expect(run.exitCode == 1, "\(run.text)")
        #expect(try world.ask("check", ["--staged", "sales/orders.odcs.yaml"]).exitCode == 0)
    }

    /// Lines that end as in Windows are the same lines to the lock on packs.
    @Test func theLockOnPacksInACheckoutWithOtherLineEnds() throws {
        let world = try TrustWorld()
        #expect(try Run(["rules", "lock"], in: world.folder).exitCode == 0)
        try world.run(
            "commit; git update-ref refs/remotes/origin/main HEAD; git -c core.autocrlf=true clone -q . ../windows")
        #expect(try world.scratch.read("windows/governance/packs/acme.yaml").contains("\r\n"))
        for arguments in [["check"], ["check", "--against", "HEAD"], ["breaking", "--against", "HEAD"]] {
            let run = try world.ask(arguments[0], Array(arguments.dropFirst()), in: "../windows")
            #expect(run.exitCode == 0, "\(arguments): \(run.text) \(run.errors)")
        }
        #expect(try Run(["rules", "lock", "--check"], in: world.folder).exitCode == 0)
        // Whatever else differs is a difference.
        try world.run("sed -i 's/severity: error/severity: info /' governance/packs/acme.yaml", in: "../windows")
        #expect(try world.ask("check", [], in: "../windows").exitCode == 2)
    }

    // MARK: Writing

    @Test func aLockThatIsALink() throws {
        let world = try TrustWorld()
        try world.run("echo mine > ../precious; ln -s ../precious .contractlint.lock")
        let run = try Run(["rules", "lock"], in: world.folder)
        #expect(run.exitCode == 2)
        #expect(run.errors.contains(".contractlint.lock: is a symbolic link"), "\(run.errors)")
        #expect(try world.scratch.read("precious") == "mine\n")
    }

    /// A file that may grow no more ends the run as a full disk does: the old file stays, and nothing lies beside it.
    @Test func aFileThatMayGrowNoMore() throws {
        let world = try TrustWorld()
        try world.run("worse sales/orders.odcs.yaml; echo old > ../report.json")
        let names = try world.scratch.names
        let run = try Run.shell(
            "ulimit -f 0; \"$CL\" check --report json=../report.json --format text", in: world.folder)
        #expect(run.exitCode == 2, "\(run.exitCode) \(run.errors)")
        #expect(try world.scratch.read("report.json") == "old\n")
        #expect(try world.scratch.names == names)
    }

    @Test func aReportIsWholeAndHasNoNeighbour() throws {
        let world = try TrustWorld()
        let before = try world.scratch.names
        for _ in 0..<2 {
            _ = try Run(["check", "--report", "json=../report.json"], in: world.folder)
            #expect(try world.scratch.read("report.json").hasSuffix("}\n"))
        }
        #expect(try world.scratch.names == (before + ["report.json"]).sorted())
    }
}
