import Foundation
import Testing

/// A link that a pull request puts somewhere does not lead away from what the base holds there.
@Suite struct HeadLinkTests {
    private static let worse = "worse sales/orders.odcs.yaml\n"
    private static let waive = """
        sed -i /tenant/d sales/orders.odcs.yaml
        mkdir -p easy/waivers
        sed 's/old/orders/' governance/waivers/w.yaml > easy/waivers/w.yaml

        """
    private static let configured = """
        mkdir ci; cp .contractlint.yaml ci/lint.yaml; sed -i 's,governance,../governance,' ci/lint.yaml
        commit; git update-ref refs/remotes/origin/main HEAD
        mkdir easy; lax easy/lint.yaml

        """
    private static let bases = ["--against", "origin/main"]

    static let cases: [TrustCase] = [
        TrustCase(
            "the configuration", worse + "lax easy.yaml; ln -sf easy.yaml .contractlint.yaml",
            check: .red("sales/purpose"),
            breaking: .red("compatibility/property-removed")),
        TrustCase(
            "the configuration above the working folder", worse + "lax easy.yaml; ln -sf easy.yaml .contractlint.yaml",
            in: "sales", check: .red("sales/purpose"), breaking: .red("compatibility/property-removed")),
        TrustCase(
            "the configuration above, out of the repository",
            worse + "lax ../easy.yaml; ln -sf ../easy.yaml .contractlint.yaml", in: "sales",
            check: .notGreen,
            breaking: .notGreen),
        TrustCase(
            "the packs",
            worse + "cp -r governance/packs easy; sed -i 's/filled(.*/\"true\"/' easy/sales.yaml; "
                + "rm -r governance/packs; ln -s ../easy governance/packs", check: .notGreen, breaking: nil),
        TrustCase(
            "the waivers", waive + "rm -r governance/waivers; ln -s ../easy/waivers governance/waivers",
            check: .red("acme/tenant")),
        TrustCase(
            "the waivers above the working folder",
            waive + "rm -r governance/waivers; ln -s ../easy/waivers governance/waivers", in: "sales",
            check: .red("acme/tenant")),
        TrustCase(
            "a file of waivers above the working folder",
            waive + "ln -sf ../../easy/waivers/w.yaml governance/waivers/w.yaml", in: "sales",
            check: .red("acme/tenant")),
        TrustCase(
            "the folder above --config", configured + worse + "rm -r ci; ln -s easy ci",
            ["--config", "ci/lint.yaml"] + bases, check: .red("sales/purpose"),
            breaking: .red("compatibility/property-removed")),
        TrustCase(
            "the folder above --config, out of the repository",
            configured + worse + "rm -r ci; mv easy ../easy; ln -s ../easy ci", ["--config", "ci/lint.yaml"] + bases,
            check: .notGreen, breaking: .notGreen),
        TrustCase(
            "the file of --config, from a folder within", configured + worse + "ln -sf ../easy/lint.yaml ci/lint.yaml",
            ["--config", "../ci/lint.yaml"] + bases, in: "sales", check: .red("sales/purpose"),
            breaking: .red("compatibility/property-removed")),
        TrustCase(
            "the folder above --config, from a folder within", configured + worse + "rm -r ci; ln -s easy ci",
            ["--config", "../ci/lint.yaml"] + bases, in: "sales", check: .red("sales/purpose"),
            breaking: .red("compatibility/property-removed")),
        // Honest.
        TrustCase(
            "a configuration that was a link before",
            "mv .contractlint.yaml governance/main.yaml; ln -s governance/main.yaml .contractlint.yaml\n"
                + "commit; git update-ref refs/remotes/origin/main HEAD", check: .green, breaking: .green),
        TrustCase(
            "and what is worse below it",
            "mv .contractlint.yaml governance/main.yaml; ln -s governance/main.yaml .contractlint.yaml\n"
                + "commit; git update-ref refs/remotes/origin/main HEAD\n" + worse, check: .red("sales/purpose"),
            breaking: .red("compatibility/property-removed")),
        TrustCase(
            "a path that was a link before",
            "ln -s sales latest; commit; git update-ref refs/remotes/origin/main HEAD", ["latest"] + bases,
            check: .green,
            breaking: .green),
        TrustCase(
            "and what is worse behind it",
            "ln -s sales latest; commit; git update-ref refs/remotes/origin/main HEAD\n" + worse, ["latest"] + bases,
            check: .red("sales/purpose"), breaking: .red("compatibility/property-removed")),
        TrustCase("a link elsewhere", "ln -s governance/packs rules", check: .green, breaking: .green),
    ]

    @Test(arguments: cases) func aLink(_ change: TrustCase) throws { try change.judge() }

    /// An entry of a baseline that only this version has, behind a folder that has become a link.
    @Test(arguments: ["", "sales"]) func theFolderAboveABaseline(_ folder: String) throws {
        let world = try TrustWorld()
        try world.run("sed -i /purpose/d sales/orders.odcs.yaml; mkdir easy")
        let up = folder.isEmpty ? "" : "../"
        #expect(try world.ask("check", ["--write-baseline", up + "easy/known.json"], in: folder).exitCode == 0)
        try world.run("rm -r governance/known; ln -s ../easy governance/known; commit")
        for more in [[], ["--baseline", up + "governance/known/known.json"]] {
            let run = try world.ask("check", Self.bases + more, in: folder)
            #expect(run.exitCode == 1, "\(more): \(run.text)")
        }
    }

    /// A way into the repository from outside is followed up to its root.
    @Test func aPathThatEntersTheRepositoryByALink() throws {
        let world = try TrustWorld()
        try world.run(
            Self.configured + Self.worse + "rm -r ci; ln -s easy ci; ln -s repository ../other; commit")
        let run = try world.ask(
            "check", ["--config", world.scratch.url("other/ci/lint.yaml").path] + Self.bases)
        #expect(run.exitCode == 1, "\(run.text) \(run.errors)")
    }
}
