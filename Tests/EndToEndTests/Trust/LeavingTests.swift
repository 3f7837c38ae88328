import Foundation
import Testing

/// Nobody leaves a layer, a folder's configuration or the reach of a run along with breaking what holds there.
@Suite struct LeavingTests {
    /// The contract stands in the other domain now, names it, is a draft, and is worse.
    private static let moved = "git mv sales/orders.odcs.yaml shop/orders.odcs.yaml; leave shop/orders.odcs.yaml\n"

    private static func leaving(_ name: String, _ script: String, _ paths: [String] = []) -> TrustCase {
        TrustCase(
            name, moved + script, paths + ["--against", "origin/main"], check: .red("sales/purpose"),
            breaking: .red("compatibility/property-removed"))
    }

    static let ways: [TrustCase] = [
        leaving("the old path is gone", ""),
        TrustCase(
            "a contract that was a link, removed with its target",
            "mkdir data; git mv sales/orders.odcs.yaml data/orders.txt; ln -s ../data/orders.txt sales/orders.odcs.yaml\n"
                + "commit; git update-ref refs/remotes/origin/main HEAD\n"
                + "git rm -q sales/orders.odcs.yaml data/orders.txt", breaking: .red("compatibility/contract-removed")),
        TrustCase(
            "a second name of a contract, removed",
            "ln -s orders.odcs.yaml sales/alias.odcs.yaml; commit; git update-ref refs/remotes/origin/main HEAD\n"
                + "git rm -q sales/alias.odcs.yaml", check: .green, breaking: .green),
        TrustCase(
            "a folder that poses as the base",
            "mkdir -p origin/next; cp -r sales shop origin/next; git rm -q sales/returns.odcs.yaml\n"
                + "cp origin/next/sales/orders.odcs.yaml sales", ["--against", "origin/next"],
            check: .wrong("there is no revision of this name"), breaking: .wrong("there is no revision of this name")),
        leaving("a folder in the old place", "mkdir sales/orders.odcs.yaml; touch sales/orders.odcs.yaml/a.txt"),
        leaving("a link to a folder in the old place", "ln -s ../governance sales/orders.odcs.yaml"),
        leaving("a file in the place of the folder", "git mv sales other; touch sales"),
        leaving("a link round in a circle", "ln -s orders.odcs.yaml sales/orders.odcs.yaml", ["shop"]),
        leaving("a link to nothing", "ln -s nothing sales/orders.odcs.yaml", ["shop"]),
        leaving("a link to the new place", "ln -s ../shop/orders.odcs.yaml sales/orders.odcs.yaml"),
        leaving("a file of no contract", "echo 'a: b' > sales/orders.odcs.yaml", ["shop"]),
        leaving(
            "the old file left where nobody looks",
            "git show origin/main:sales/orders.odcs.yaml > sales/orders.odcs.yaml", ["shop"]),
        leaving("only the new folder is asked about", "", ["shop"]),
        leaving("only the new file is asked about", "", ["shop/orders.odcs.yaml"]),
        leaving("the old folder is a link to the new one", "git mv sales other; ln -s shop sales", ["shop"]),
        leaving("another case of the name", "cp governance/packs/acme.yaml sales/Orders.odcs.yaml"),
        TrustCase(
            "the path itself is a link to the new place", moved + "git mv sales other; ln -s shop sales",
            ["sales", "--against", "origin/main"], check: .red("sales/purpose"),
            breaking: .red("compatibility/property-removed")),
        TrustCase(
            "the path of a file is a link to the new one",
            moved + "ln -s ../shop/orders.odcs.yaml sales/orders.odcs.yaml",
            ["sales/orders.odcs.yaml", "--against", "origin/main"], check: .red("sales/purpose"),
            breaking: .red("compatibility/property-removed")),
        TrustCase(
            "a limit below its size",
            moved + "echo 'limits: {fileBytes: 250}' >> .contractlint.yaml",
            ["shop/orders.odcs.yaml", "--against", "origin/main"], check: .red("sales/purpose"),
            breaking: .red("compatibility/property-removed")),
        TrustCase(
            "an excluded folder",
            moved + "echo 'exclude: [sales/**]' >> .contractlint.yaml\n"
                + "git show origin/main:sales/orders.odcs.yaml > sales/orders.odcs.yaml",
            check: .red("interoperability/id-unique"), breaking: .red("compatibility/property-removed")),
        TrustCase(
            "an excluded folder, of both versions",
            "echo 'exclude: [archive/**]' >> .contractlint.yaml; mkdir archive; git mv sales/orders.odcs.yaml archive\n"
                + "commit; git update-ref refs/remotes/origin/main HEAD\n"
                + "cp archive/orders.odcs.yaml shop; leave shop/orders.odcs.yaml", check: .red("sales/purpose"),
            breaking: .red("compatibility/property-removed")),
        TrustCase(
            "the domain alone", "leave sales/orders.odcs.yaml", check: .red("sales/purpose"),
            breaking: .red("compatibility/property-removed")),
        TrustCase(
            "the status alone", "sed -i -e 's/^status: .*/status: draft/' -e '/^name:/d' sales/orders.odcs.yaml",
            check: .red("active/name")),
        TrustCase(
            "the domain and the id",
            "leave sales/orders.odcs.yaml; sed -i 's/^id: .*/id: other/' sales/orders.odcs.yaml",
            check: .red("sales/purpose"), breaking: .red("compatibility/property-removed")),
        TrustCase(
            "the domain, and another contract with the id",
            moved
                + "cp shop/carts.odcs.yaml sales/orders.odcs.yaml; sed -i 's/^id: .*/id: new/' sales/orders.odcs.yaml",
            check: .red("sales/purpose"), breaking: .red("compatibility/property-removed")),
        TrustCase(
            "among others in one file",
            moved + "printf -- '---\\n' >> shop/carts.odcs.yaml\n"
                + "cat shop/orders.odcs.yaml >> shop/carts.odcs.yaml; git rm -qf shop/orders.odcs.yaml",
            check: .red("sales/purpose"), breaking: .red("compatibility/property-removed")),
        // Out of the folder of a configuration, which the domain has not changed.
        TrustCase(
            "out of a folder with a configuration",
            "git mv sales/eu/invoices.odcs.yaml shop; sed -i -e 's/, usage.*/}/' -e '/name: note/d' shop/invoices.odcs.yaml",
            check: .red("eu/usage"), breaking: .red("compatibility/property-removed")),
        TrustCase(
            "out of a folder, along with its configuration",
            "git mv sales/eu/invoices.odcs.yaml sales; git rm -rqf sales/eu; sed -i 's/, usage.*/}/' sales/invoices.odcs.yaml",
            check: .red("eu/usage")),
        TrustCase(
            "out of a folder, to a new one with a lax configuration",
            "mkdir new; git mv sales/eu/invoices.odcs.yaml new; lax new/.contractlint.yaml\n"
                + "sed -i 's/, usage.*/}/' new/invoices.odcs.yaml", check: .notGreen),
        TrustCase(
            "out of a folder, only the new one asked",
            "git mv sales/eu/invoices.odcs.yaml shop; sed -i 's/, usage.*/}/' shop/invoices.odcs.yaml",
            ["shop", "--against", "origin/main"], check: .red("eu/usage")),
        TrustCase(
            "out of a folder that a layer is about",
            "git mv sales/orders.odcs.yaml shop; sed -i 's/, limitations.*/}/' shop/orders.odcs.yaml",
            check: .red("folder/limits")),
        TrustCase(
            "out of every folder", "git rm -q sales/orders.odcs.yaml", breaking: .red("compatibility/contract-removed")),
        TrustCase(
            "to an ending that nobody looks for", "git mv sales/orders.odcs.yaml sales/orders.odcs.txt",
            breaking: .red("compatibility/contract-removed")),
    ]

    static let honest: [TrustCase] = [
        TrustCase("nothing", "", check: .green, breaking: .green),
        TrustCase(
            "a move within a layer", "mkdir sales/new; git mv sales/orders.odcs.yaml sales/new/", check: .green,
            breaking: .green),
        TrustCase(
            "another name", "git mv sales/orders.odcs.yaml sales/purchases.odcs.yaml", check: .green, breaking: .green),
        TrustCase(
            "a move to another domain that keeps all rules",
            "git mv sales/orders.odcs.yaml shop; sed -i 's/^domain: .*/domain: shop/' shop/orders.odcs.yaml",
            check: .green),
        TrustCase(
            "a new contract",
            "sed 's/carts/baskets/' shop/carts.odcs.yaml > shop/baskets.odcs.yaml", check: .green, breaking: .green),
        TrustCase(
            "a new contract of a domain without rules",
            "sed -e 's/carts/parcels/' -e '/purpose/d' -e 's/domain: shop/domain: logistics/' shop/carts.odcs.yaml > "
                + "shop/parcels.odcs.yaml", check: .green, breaking: .green),
        TrustCase(
            "a draft that goes",
            "sed -i 's/^status: .*/status: draft/' shop/carts.odcs.yaml; commit; git update-ref refs/remotes/origin/main HEAD\n"
                + "git rm -q shop/carts.odcs.yaml", check: .green, breaking: .green),
        TrustCase(
            "a folder that becomes a file elsewhere",
            "mkdir notes; echo a > notes/a.txt; commit; git rm -rq notes; echo a > notes",
            check: .green, breaking: .green),
        TrustCase(
            "a large file of another kind",
            "head -c 3000000 /dev/zero | tr '\\0' 'a' > data.yaml\ncommit\n"
                + "git update-ref refs/remotes/origin/main HEAD\n"
                + "sed 's/carts/baskets/' shop/carts.odcs.yaml > shop/baskets.odcs.yaml",
            ["shop", "--against", "origin/main"],
            check: .green, breaking: .green),
        TrustCase(
            "one folder, with a broken contract in another",
            "echo 'kind: DataContract: x' > sales/broken.odcs.yaml; commit; git update-ref refs/remotes/origin/main HEAD\n"
                + "sed 's/carts/baskets/' shop/carts.odcs.yaml > shop/baskets.odcs.yaml",
            ["shop", "--against", "origin/main"],
            check: .green, breaking: .green),
        TrustCase(
            "a property more, in a higher version",
            "sed -i -e 's/^version: .*/version: 1.1.0/' -e '$a\\      - {name: more, logicalType: string}' shop/carts.odcs.yaml",
            check: .green, breaking: .green),
    ]

    @Test(arguments: ways) func leavingIsSeen(_ way: TrustCase) throws { try way.judge() }

    @Test(arguments: honest) func anHonestChangeIsGreen(_ change: TrustCase) throws { try change.judge() }

    /// The same with a folder as base, which stands for the repository, for one of its folders or for the working folder.
    @Test(arguments: [
        (["."], "../base", ""), (["sales", "shop"], "../base", ""), (["shop"], "../base/shop", ""),
        (["shop"], "../base", ""), (["."], "../../base/shop", "shop"), (["."], "../../base", "shop"),
    ]) func aFolderAsBase(_ paths: [String], _ base: String, _ folder: String) throws {
        let world = try TrustWorld()
        try world.run("git worktree add -q --detach ../base origin/main; sed -i /purpose/d shop/carts.odcs.yaml")
        // The configuration above is the base's own.
        try world.run(
            "sed -i 's/domain: shop/domain: sales/' shop/carts.odcs.yaml ../base/shop/carts.odcs.yaml; "
                + "lax .contractlint.yaml; commit")
        let run = try world.ask("check", paths + ["--against", base], in: folder)
        #expect(run.exitCode == 1, "\(run.text) \(run.errors)")
        #expect(try PullRequest.rules(run).contains("sales/purpose"), "\(run.text)")
        try world.run("sed -i '/name: note/d' shop/carts.odcs.yaml; commit")
        let breaking = try world.ask("breaking", paths + ["--against", base], in: folder)
        #expect(breaking.exitCode == 1, "\(breaking.text) \(breaking.errors)")
    }

    @Test func aFolderAsBaseAndALayerLeft() throws {
        for script in [
            "", "mkdir sales/orders.odcs.yaml", "git mv sales other; touch sales",
            "ln -s ../governance sales/orders.odcs.yaml",
        ] {
            let world = try TrustWorld()
            try world.run("git worktree add -q --detach ../base origin/main\n" + Self.moved + script + "\ncommit")
            for command in ["check", "breaking"] {
                let run = try world.ask(command, ["--against", "../base"])
                #expect(run.exitCode == 1, "\(command) \(script): \(run.text) \(run.errors)")
            }
        }
    }

    /// A folder of the base that cannot be looked at might have held the contract.
    @Test func aBaseThatCannotBeRead() throws {
        guard getuid() != 0 else { return }
        let world = try TrustWorld()
        try world.run("git worktree add -q --detach ../base origin/main; chmod 000 ../base/sales")
        for command in ["check", "breaking"] {
            let run = try world.ask(command, ["shop", "--against", "../base"])
            #expect(run.exitCode == 2, "\(run.text)")
        }
    }
}
