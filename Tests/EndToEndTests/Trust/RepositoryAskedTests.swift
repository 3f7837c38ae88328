import Foundation
import Testing

/// The repository around the working folder is asked, whatever a pull request puts into it.
@Suite struct RepositoryAskedTests {
    /// A repository without a work tree as plain files, whose `origin/main` is the pull request's own commit.
    private static func bare(_ folder: String, _ configuration: String) -> String {
        """
        worse sales/orders.odcs.yaml
        commit
        mkdir -p \(folder)
        git init -q --bare ../bare
        git push -q ../bare HEAD:refs/remotes/origin/main
        git -C ../bare symbolic-ref HEAD refs/remotes/origin/main
        printf '\(configuration)' > ../bare/config
        rm -rf ../bare/hooks
        git -C ../bare pack-refs --all || true
        mkdir -p ../bare/refs/heads
        touch ../bare/refs/heads/.keep
        cp -r ../bare/. \(folder)
        """
    }

    private static let worktree = "[core]\\n\\trepositoryformatversion = 0\\n\\tworktree = ..\\n"
    private static let plain = "[core]\\n\\trepositoryformatversion = 0\\n\\tbare = true\\n"

    private static let submodule = """
        worse sales/orders.odcs.yaml
        git init -q -b main ../inner
        cp -r sales/. ../inner
        (cd ../inner; rm -rf eu; commit; git update-ref refs/remotes/origin/main HEAD)
        git rm -rfq sales
        git submodule add -q "$PWD/../inner" sales
        git -C sales update-ref refs/remotes/origin/main HEAD
        """

    static let cases: [TrustCase] = [
        TrustCase(
            "a bare repository in the path's place, with a work tree", bare("sales", worktree),
            ["sales", "--against", "origin/main"], check: .red("sales/purpose"),
            breaking: .red("compatibility/property-removed")),
        TrustCase(
            "a bare repository in the path's place", bare("sales", plain), ["sales", "--against", "origin/main"],
            check: .red("sales/purpose"), breaking: .red("compatibility/property-removed")),
        TrustCase(
            "a bare repository above the path", bare("sales", worktree),
            ["sales/orders.odcs.yaml", "--against", "origin/main"],
            check: .red("sales/purpose"), breaking: .red("compatibility/property-removed")),
        TrustCase(
            "a bare repository at the root", bare(".", plain), ["--against", "origin/main"],
            check: .red("sales/purpose"), breaking: .red("compatibility/property-removed")),
        TrustCase(
            "a bare repository in the working folder", bare("sales", worktree), in: "sales",
            check: .red("sales/purpose"),
            breaking: .red("compatibility/property-removed")),
        TrustCase(
            "a submodule in the path's place", submodule, ["sales", "--against", "origin/main"],
            check: .red("sales/purpose"), breaking: .red("compatibility/property-removed")),
        TrustCase(
            "a submodule, and everything asked", submodule, check: .red("sales/purpose"),
            breaking: .red("compatibility/property-removed")),
        // Honest.
        TrustCase(
            "a submodule elsewhere",
            "git init -q -b main ../inner; (cd ../inner; echo a > b.txt; commit); git submodule add -q $PWD/../inner vendor/tool",
            check: .green, breaking: .green),
        TrustCase(
            "a bare repository elsewhere",
            "mkdir vendor; git init -q --bare vendor/cache; touch vendor/cache/refs/heads/.keep",
            check: .green, breaking: .green),
        TrustCase("a folder within", "", in: "sales", check: .green, breaking: .green),
        TrustCase(
            "a path beside the working folder", "", ["../sales", "--against", "origin/main"], in: "shop", check: .green,
            breaking: .green),
    ]

    @Test(arguments: cases) func theRepositoryAround(_ change: TrustCase) throws { try change.judge() }

    /// What a submodule holds that was there before is its own matter, and stays unread where it cannot be compared.
    @Test func aSubmoduleOfBefore() throws {
        let world = try TrustWorld()
        try world.run(
            """
            git init -q -b main ../inner
            (cd ../inner; cp ../repository/sales/orders.odcs.yaml inner.odcs.yaml; worse inner.odcs.yaml; commit)
            git submodule add -q "$PWD/../inner" module; commit; git update-ref refs/remotes/origin/main HEAD
            """)
        for path in ["module", "."] {
            let run = try world.ask("breaking", [path, "--against", "origin/main"])
            #expect(run.exitCode == 2)
            #expect(run.errors.contains("module/inner.odcs.yaml: lies in the submodule module"), "\(run.errors)")
        }
        // The organisation's configuration lies above it, and holds for it as for every folder below.
        let run = try world.ask("check", ["module", "--against", "origin/main"])
        #expect(try ReportFile(run).findings.contains { $0.rule == "sales/purpose" }, "\(run.text)")
    }

    @Test func aWorktreeAShallowCloneAndAHook() throws {
        let world = try TrustWorld()
        try world.run(
            """
            worse sales/orders.odcs.yaml; commit
            git worktree add -q --detach ../worktree HEAD
            git clone -q --depth 1 --branch change file://$PWD ../shallow
            """)
        for (folder, base) in [("../worktree", "origin/main"), ("../shallow", "HEAD")] {
            let run = try world.ask("breaking", ["--against", base], in: folder)
            #expect(run.exitCode == (base == "HEAD" ? 0 : 1), "\(folder): \(run.errors)")
        }
        for environment in [
            ["GIT_DIR": ".git"], ["GIT_DIR": ".git", "GIT_INDEX_FILE": ".git/index", "GIT_WORK_TREE": "."],
        ] {
            let run = try world.ask("breaking", ["--against", "origin/main"], environment)
            #expect(run.exitCode == 1, "\(run.errors)")
        }
        // The environment of another repository does not lead away from this one.
        let run = try world.ask(
            "breaking", ["--against", "origin/main"], ["GIT_DIR": world.scratch.url("shallow/.git").path])
        #expect(run.exitCode == 1, "\(run.errors)")
    }
}
