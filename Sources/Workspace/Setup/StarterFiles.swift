/// Texts of the files that a folder starts with.
enum StarterFiles {
    /// - Parameters:
    ///   - tier: the set of standard packs that holds.
    ///   - baseline: the file of what was found on the first day; nil: there is none.
    static func configuration(tier: String, baseline: String?) -> String {
        """
        # What contractlint checks below this folder: docs/configuration.md describes every key.
        version: 1

        # Files and folders that are left out, as in .gitignore.
        # exclude: ["**/fixtures/**"]

        # The least severity that fails a run: error, warning, info or never.
        failOn: error

        \(baseline.map { "# What was found on the first day and need not be mended at once.\nbaseline: \($0)\n\n" } ?? "")\
        # Who governs what, the highest first.
        layers:
          - name: organisation
            packs: [\(tier)]      # and your own: governance/*.yaml
            # adjust:
            #   privacy/pii-classified: {lock: tighten}     # lower layers may only make it stricter
          # - name: sales
          #   match: {domains: [sales]}
          #   adjust:
          #     documentation/purpose-present: {severity: error}

        """
    }

    static func hook(_ version: String) -> String {
        """
        repos:
        \(hookEntry(version))
        """
    }

    /// The part that goes under `repos` of a file that is there already.
    static func hookEntry(_ version: String) -> String {
        """
          - repo: https://github.com/your-organisation/contractlint
            rev: v\(version)
            hooks:
              - id: contractlint

        """
    }

    static func workflow(_ version: String) -> String {
        """
        name: Data contracts

        on:
          pull_request:
          push:
            branches: [main]

        permissions:
          contents: read

        jobs:
          contracts:
            runs-on: ubuntu-latest
            steps:
              - uses: actions/checkout@v4
                with:
                  fetch-depth: 0      # the earlier versions, which changes are compared with
                  persist-credentials: false
              - uses: your-organisation/contractlint/.github/actions/contractlint@v\(version)
                with:
                  against: ${{ github.base_ref && format('origin/{0}', github.base_ref) || '' }}

        """
    }

    static let gitLabJob = """
        contracts:
          image: {name: "contractlint:latest", entrypoint: [""]}
          variables: {GIT_DEPTH: 0}
          script:
            - contractlint check --report gitlab=contracts.json
          artifacts:
            when: always
            reports: {codequality: contracts.json}

        """

    /// Notes for a language model at work with contracts here.
    static let skill = """
        ---
        name: data-contracts
        description: Check and change data contracts (ODCS, DCS) and data products (ODPS) in this repository with contractlint.
        ---

        # Working with data contracts

        - After each change of a contract run `contractlint check --format agent PATH`. Each line is `line:column element` below
          the rule and its remedy. Exit code 0: nothing that fails the run. 1: findings. 2: the run itself went wrong: read standard
          error. 3: no contract was found.
        - Before you hand a change over run `contractlint breaking --against origin/main`. A change that breaks readers needs the
          owner's consent: never lower the severity of a rule, add a waiver or a comment to silence it without being asked to.
        - `contractlint rules explain RULE` says why a rule exists and shows an example that fails and one that passes.
        - `contractlint diff OLD NEW` lists every change between two files with its verdict and the version that it asks for.
        - `contractlint policy explain CONTRACT` says which rules hold for a contract, and who made them hold.

        """
}
