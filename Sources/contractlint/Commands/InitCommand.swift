import ArgumentParser
import Diagnostics
import Governance
import SystemPackage
import Workspace

/// `contractlint init`
struct InitCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a starter .contractlint.yaml into the current folder.",
        discussion:
            "What it says holds without it as well; its comments show what can be changed. Nothing is overwritten.")

    @Option(help: "The rules to begin with: core (what is wrong), recommended (and what everybody needs), or strict.")
    var tier = Tier.recommended

    func answer() throws -> ExitStatus {
        let path = try ConfigurationOptions.parse([]).workspace().folder.appending(Configuration.fileName)
        do throws(FileFault) {
            if try FileReading.kind(of: path) != .missing {
                throw FileFault("is there already, and is left as it is")
            }
            var text = Self.text(tier)
            try FileWriting.write(to: path, isNew: true) { sink in text.withUTF8 { sink($0) } }
        } catch {
            throw WorkspaceFault(error.message, file: Configuration.fileName)
        }
        try StandardStream.output.print("\(Configuration.fileName) was written\nnext: contractlint check\n")
        return .clean
    }

    static func text(_ tier: Tier) -> String {
        """
        # What contractlint checks below this folder: docs/configuration.md describes every key.
        version: 1

        # Files and folders that are left out, as in .gitignore.
        # exclude: ["**/fixtures/**"]

        # The least severity that fails a run: error, warning, info or never.
        failOn: error

        # Who governs what, the highest first.
        layers:
          - name: organisation
            packs: [\(tier.rawValue)]      # core, recommended or strict, and your own: governance/*.yaml
            # adjust:
            #   privacy/pii-classified: {lock: tighten}     # lower layers may only make it stricter
          # - name: sales
          #   match: {domains: [sales]}
          #   adjust:
          #     documentation/purpose-present: {severity: error}

        """
    }
}

extension Tier: ExpressibleByArgument {}
