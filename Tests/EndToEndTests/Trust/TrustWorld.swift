import Foundation
import Testing

/// A repository with an organisation that locks rules, two domains, a folder with a configuration of its own, waivers, a baseline
/// and vendored packs, as a server knows it (`origin/main`), and a branch that changes something.
///
/// Made once; each test has a copy.
final class TrustWorld {
    let scratch: Scratch
    let folder: URL

    // Made once, and copied by all.
    private nonisolated(unsafe) static let original: Result<Scratch, any Error> = Result { try make() }

    init() throws {
        scratch = try Scratch()
        folder = scratch.url("repository")
        let original = try Self.original.get().folder.appendingPathComponent("repository")
        try FileManager.default.copyItem(at: original, to: folder)
    }

    // MARK: What is on main

    private static func pack(_ id: String, _ rules: (name: String, condition: String, key: String)...) -> String {
        let head = "apiVersion: contractlint/v1\nkind: RulePack\nid: \(id)\nversion: 1.0.0\nrules:\n"
        return head
            + rules.map { rule in
                """
                  - id: \(rule.name)
                    severity: error
                    lock: tighten
                    select: contract
                    require: \(rule.condition)
                    message: the contract has no \(rule.name)
                    examples:
                      fail: [{contract: {version: 1.0.0}}]
                      pass: [{contract: {\(rule.key)}}]

                """
            }.joined()
    }

    static let configuration = """
        version: 1
        layers:
          - name: organisation
            packs: [governance/packs/acme.yaml]
          - name: sales
            match: {domains: [sales]}
            packs: [governance/packs/sales.yaml]
          - name: active
            match: {statuses: [active]}
            packs: [governance/packs/active.yaml]
          - name: folder
            match: {paths: ["sales/**"]}
            packs: [governance/packs/folder.yaml]
        waivers: [governance/waivers]
        baseline: governance/known/known.json
        compatibility: {strict: true}

        """

    /// What a pull request would rather have.
    static let lax = "version: 1\nlayers: [{name: none}]\nrules: {compatibility/*: off}\nfailOn: never\n"

    static func contract(_ id: String, domain: String = "sales") -> String {
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: \(id)
        version: 1.0.0
        status: active
        domain: \(domain)
        tenant: acme
        name: A name
        description: {purpose: For reading., limitations: None.}
        schema:
          - name: \(id)
            properties:
              - {name: id, logicalType: string}
              - {name: note, logicalType: string}

        """
    }

    private static func make() throws -> Scratch {
        let scratch = try Scratch()
        func write(_ name: String, _ text: String) throws { try scratch.write("repository/" + name, text) }
        try write(".contractlint.yaml", configuration)
        try write("governance/packs/acme.yaml", pack("acme", ("tenant", "filled(contract.tenant)", "tenant: a")))
        try write(
            "governance/packs/sales.yaml",
            pack("sales", ("purpose", "filled(contract.description.?purpose)", "description: {purpose: a}")))
        try write("governance/packs/active.yaml", pack("active", ("name", "filled(contract.name)", "name: a")))
        try write(
            "governance/packs/folder.yaml",
            pack("folder", ("limits", "filled(contract.description.?limitations)", "description: {limitations: a}")))
        try write("governance/waivers/w.yaml", PullRequest.waivers("acme/tenant", contract: "old"))
        try write("governance/known/known.json", "{\"version\": 1, \"findings\": []}\n")
        try write("sales/orders.odcs.yaml", contract("orders"))
        try write("sales/returns.odcs.yaml", contract("returns"))
        try write(
            "sales/eu/.contractlint.yaml", "version: 1\nlayers: [{name: eu, packs: [eu.yaml]}]\n")
        try write(
            "sales/eu/eu.yaml", pack("eu", ("usage", "filled(contract.description.?usage)", "description: {usage: a}")))
        try write(
            "sales/eu/invoices.odcs.yaml",
            contract("invoices").replacingOccurrences(of: "None.}", with: "None., usage: Join on id.}"))
        try write("shop/carts.odcs.yaml", contract("carts", domain: "shop"))
        try write(
            "shop/old.odcs.yaml", contract("old", domain: "shop").replacingOccurrences(of: "tenant: acme\n", with: ""))
        let folder = scratch.url("repository")
        try Repository.git(["init", "-q", "-b", "main", "."], in: folder)
        try Repository.git(["add", "-A"], in: folder)
        try Repository.git(["commit", "-q", "-m", "what holds"], in: folder, date: "2025-01-01T00:00:00Z")
        try Repository.git(["update-ref", "refs/remotes/origin/main", "main"], in: folder)
        try Repository.git(["symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main"], in: folder)
        try Repository.git(["checkout", "-q", "-b", "change"], in: folder)
        return scratch
    }

    // MARK: What a pull request does

    /// Runs a script of the shell in the repository, where `worse FILE` takes the description and a property out of a
    /// contract, and `leave FILE` its domain and status as well.
    @discardableResult
    func run(_ script: String, in subfolder: String = "") throws -> Run {
        let run = try Run.shell(
            """
            set -e
            export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org
            export GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org
            export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=protocol.file.allow GIT_CONFIG_VALUE_0=always
            export GIT_AUTHOR_DATE="${DATE:-2026-05-01T00:00:00Z}" GIT_COMMITTER_DATE="${DATE:-2026-05-01T00:00:00Z}"
            worse() { sed -i -e '/purpose/d' -e '/name: note/d' "$1"; }
            leave() { sed -i -e 's/^domain: .*/domain: shop/' -e 's/^status: .*/status: draft/' "$1"; worse "$1"; }
            lax() { printf '%s' '\(Self.lax)' > "$1"; }
            commit() { git add -A; git commit -q --allow-empty -m change; }
            at() { export GIT_AUTHOR_DATE="$1T00:00:00Z" GIT_COMMITTER_DATE="$1T00:00:00Z"; }
            """ + "\n" + script, in: folder.appendingPathComponent(subfolder))
        #expect(run.exitCode == 0, "\(script): \(run.errors)")
        return run
    }

    /// Runs a command with a JSON report.
    func ask(_ command: String, _ arguments: [String], in subfolder: String = "", _ environment: [String: String] = [:])
        throws -> Run
    {
        try Run(
            [command, "--format", "json", "--today", "2026-06-01"] + arguments,
            in: folder.appendingPathComponent(subfolder),
            environment: environment)
    }
}

/// A change of a pull request, and what the gate says of it.
struct TrustCase: Sendable, CustomTestStringConvertible {
    enum Verdict: Sendable, Equatable {
        case green
        /// Exit code 1, with an error of this rule among the findings.
        case red(String)
        /// Exit code 2, which says this.
        case wrong(String)
        /// Red or wrong, whichever.
        case notGreen
    }

    let testDescription: String
    let script: String
    /// Arguments behind the command.
    var arguments = ["--against", "origin/main"]
    /// The folder in which the commands run.
    var folder = ""
    var check: Verdict?
    var breaking: Verdict?
    var isCommitted = true

    init(
        _ description: String, _ script: String, _ arguments: [String] = ["--against", "origin/main"],
        in folder: String = "",
        check: Verdict? = nil, breaking: Verdict? = nil, isCommitted: Bool = true
    ) {
        testDescription = description
        self.script = script
        self.arguments = arguments
        self.folder = folder
        self.check = check
        self.breaking = breaking
        self.isCommitted = isCommitted
    }

    func judge() throws {
        let world = try TrustWorld()
        try world.run(script + (isCommitted ? "\ncommit" : ""))
        for (command, verdict) in [("check", check), ("breaking", breaking)] {
            guard let verdict else { continue }
            let run = try world.ask(command, arguments, in: folder)
            let said = "\(command): \(run.exitCode) \(run.text) \(run.errors)"
            switch verdict {
            case .green: #expect(run.exitCode == 0, "\(said)")
            case .notGreen: #expect([1, 2].contains(run.exitCode), "\(said)")
            case .wrong(let words):
                #expect(run.exitCode == 2, "\(said)")
                #expect(run.errors.contains(words) || run.text.contains(words), "\(said)")
            case .red(let rule):
                #expect(run.exitCode == 1, "\(said)")
                let findings = try ReportFile(run).findings
                #expect(findings.contains { $0.rule == rule && $0.severity == "error" }, "\(said)")
            }
        }
    }
}
