internal import Basics
internal import Diagnostics
internal import Governance
internal import SystemPackage

/// Options of setting a folder up.
package struct SetupOptions: Sendable {
    /// The set of standard packs that is to hold.
    package var tier: String
    /// True when what is found today is recorded, and need not be mended at once.
    package var withBaseline = false
    /// True when language models are told how to work with contracts here.
    package var forAgents = false
    /// The day that rules about dates go by, in days since 1970-01-01.
    package var today: Int

    package init(tier: String, today: Int) {
        self.tier = tier
        self.today = today
    }
}

/// Account of setting a folder up.
package struct Setup: Sendable {
    package fileprivate(set) var contracts = 0
    package fileprivate(set) var products = 0
    /// Names of the files that were written.
    package fileprivate(set) var written: [String] = []
    /// Files that are there already and left as they are, each with the text that would go into it.
    package fileprivate(set) var kept: [(name: String, missing: String)] = []
    /// Errors that are there today, none of them mended by setting up.
    package fileprivate(set) var errors = 0
}

extension Workspace {
    /// File that a baseline is written to.
    private static let baselineName = ".contractlint-baseline.json"

    /// Sets the folder up: a configuration, a hook and a workflow where they fit. Nothing is overwritten.
    ///
    /// - Throws: where there is a configuration already, or a file cannot be written.
    package func setUp(_ options: SetupOptions) throws(WorkspaceFault) -> Setup {
        guard kind(of: Configuration.fileName) == .missing else {
            throw WorkspaceFault("is there already, and is left as it is", file: Configuration.fileName)
        }
        var setup = Setup()
        let baseline = options.withBaseline ? Self.baselineName : nil
        if let baseline, kind(of: baseline) != .missing {
            throw WorkspaceFault("is there already, and is left as it is", file: baseline)
        }
        // The baseline is not there yet while the findings are made that it is to hold.
        let plain = StarterFiles.configuration(tier: options.tier, baseline: nil)
        try write(plain, to: Configuration.fileName, &setup)
        try look(options, baseline, &setup)
        if let baseline {
            setup.written.append(baseline)
            try replace(
                Configuration.fileName, with: StarterFiles.configuration(tier: options.tier, baseline: baseline))
        }
        if kind(of: ".git") != .missing {
            try add(
                ".pre-commit-config.yaml", StarterFiles.hook(toolVersion), missing: StarterFiles.hookEntry(toolVersion),
                naming: "contractlint", &setup)
        }
        if kind(of: ".gitlab-ci.yml") != .missing {
            setup.kept.append((".gitlab-ci.yml", StarterFiles.gitLabJob))
        } else if kind(of: ".github") == .folder {
            let text = StarterFiles.workflow(toolVersion)
            try add(".github/workflows/contractlint.yml", text, missing: "", naming: "", &setup)
        }
        if options.forAgents {
            try add(".agents/skills/data-contracts/SKILL.md", StarterFiles.skill, missing: "", naming: "", &setup)
        }
        return setup
    }

    /// Looks at what there is, by the configuration that has just been written.
    private func look(_ options: SetupOptions, _ baseline: String?, _ setup: inout Setup) throws(WorkspaceFault) {
        let fresh = Workspace(in: folder, toolVersion: toolVersion)
        var check = CheckOptions(RunOptions(today: options.today))
        check.baseline.writeBaseline = baseline
        let report = try fresh.check(check).report
        setup.contracts = report.count(of: .contract)
        setup.products = report.count(of: .product)
        setup.errors = baseline == nil ? report.count(of: .error) : 0
        if baseline != nil, !report.failures.isEmpty { throw WorkspaceFault(report.failures) }
    }

    private func kind(of name: String) -> FileReading.Kind {
        // What cannot be looked at is there, and so is a link to nothing.
        (try? DiskSnapshot(shownFrom: folder).kind(of: folder.appending(FilePath(name).components))) ?? .other
    }

    /// Adds a file, or says what one that is there lacks.
    ///
    /// - Parameter word: a text that it holds where it needs nothing.
    private func add(
        _ name: String, _ text: String, missing: String, naming word: String, _ setup: inout Setup
    ) throws(WorkspaceFault) {
        let path = folder.appending(FilePath(name).components)
        guard kind(of: name) == .missing else {
            let held = (try? FileReading.read(path, limit: 1 << 20)).map { String(decoding: $0, as: UTF8.self) } ?? ""
            if !missing.isEmpty, !held.contains(word) { setup.kept.append((name, missing)) }
            return
        }
        try write(text, to: name, &setup)
    }

    private func write(_ text: String, to name: String, _ setup: inout Setup) throws(WorkspaceFault) {
        let path = folder.appending(FilePath(name).components)
        do throws(FileFault) {
            try FileWriting.makeFolder(path.removingLastComponent())
            var text = text
            try FileWriting.write(to: path, isNew: true) { sink in text.withUTF8 { sink($0) } }
        } catch {
            throw WorkspaceFault(error.message, file: name)
        }
        setup.written.append(name)
    }

    private func replace(_ name: String, with text: String) throws(WorkspaceFault) {
        do throws(FileFault) {
            var text = text
            try FileWriting.write(to: folder.appending(name)) { sink in text.withUTF8 { sink($0) } }
        } catch {
            throw WorkspaceFault(error.message, file: name)
        }
    }
}
