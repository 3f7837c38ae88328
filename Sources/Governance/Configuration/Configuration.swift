package import Basics
package import Compatibility
internal import ContractModel
package import Diagnostics
internal import Patterns
package import RuleLanguage
package import YAMLTree

/// Contents of `.contractlint.yaml`, together with those in the folders above it, or what holds without one.
package struct Configuration: Sendable {
    /// The name the file is looked for by.
    package static let fileName = ".contractlint.yaml"

    package var failOn: FailOn?
    /// Of the nearest file alone, as `exclude` is. Nil: every `.yaml` and `.yml`.
    package var include: [PathPattern]?
    package var exclude: [PathPattern] = []
    package var limits = YAMLLimits()
    /// Keys of the organisation's own that its contracts may have; those of the configurations above count as well.
    package internal(set) var extensionKeys: [GlobPattern] = []
    /// Options that say which changes are breaking.
    package var comparison = ComparisonOptions()
    /// Rules of packs that govern each contract.
    package internal(set) var policy = Policy.recommended
    /// Waivers: contracts that need not obey a rule for a while.
    package internal(set) var waivers = WaiverBook.empty
    /// The most days from today that a waiver may last.
    package internal(set) var longestWaiver = 365
    /// The files of the findings that are known.
    package internal(set) var baselines: [NamedFile] = []

    /// A file that a configuration names.
    package struct NamedFile: Hashable, Sendable {
        /// Below the folder, unless it was written as an absolute one.
        package let path: String
        /// That of the configuration, with a slash at its end; empty: the working folder.
        package let folder: String
    }

    /// Identity as a value: two configurations of one id say the same in the same folder.
    package struct ID: Hashable, Sendable {
        /// SHA-256 of all that was read; empty: nothing was.
        let digest: String
    }

    package private(set) var id = ID(digest: "")

    /// The least severity that fails a run.
    package enum FailOn: String, CaseIterable, Sendable {
        case error, warning, info, never

        package func fails(_ severity: Severity) -> Bool {
            switch self {
            case .error: severity >= .error
            case .warning: severity >= .warning
            case .info: true
            case .never: false
            }
        }

        /// Whichever of the two fails more runs.
        package func stricter(_ other: FailOn) -> FailOn {
            let order: [FailOn] = [.info, .warning, .error, .never]
            return order.first { $0 == self || $0 == other } ?? self
        }
    }

    /// Folder of the configuration above all others: what `contract.file` is relative to.
    package private(set) var outermost = FolderOfPaths.working

    package init() {}

    /// Reads a configuration. What is wrong in it is reported, and what is right counts all the same.
    ///
    /// - Parameters:
    ///   - packs: where the files of rule packs are.
    ///   - folder: that of the file.
    ///   - upper: what the files in the folders above say, which holds as well; nil: there are none.
    /// - Throws: `Invalid`, with every mistake of the configuration and of the packs it names.
    package init(
        name: String, raw: [UInt8], packs: PackSource = .none, in folder: FolderOfPaths = .working,
        below upper: Configuration? = nil
    ) throws(Invalid) {
        if let upper {
            self = upper
            include = nil
            exclude = []
        }
        outermost = upper?.outermost ?? folder
        var file = OwnFile(
            name: name, raw: raw, as: .configuration,
            second: ("the configuration is one document; this is a second one", "remove `---` and what follows"),
            allowsNull: true)
        file.demandFirstForm(
            "`version` is the form of this file, not of your rules: only 1 exists", help: "write `version: 1`")
        var packFaults: [Report.Failure] = []
        var read = [id.digest, folder.absolute ?? "", SHA256.hexDigest(of: raw)]
        if let root = file.root { self.read(root, packs, folder, upper, &read, &file.issues, &packFaults) }
        id = ID(digest: Self.digest(read + [waivers.id.digest]))
        let faults = file.faults + packFaults
        if !faults.isEmpty { throw Invalid(faults: faults, configuration: self) }
    }

    /// True when an issue is about a key that the organisation has added to the standard.
    func allows(_ issue: Issue) -> Bool {
        !extensionKeys.isEmpty && issue.rule.id == StandardRules.unknownKey.id && !issue.standsForMore
            && extensionKeys.contains { $0.matches(issue.subject) }
    }

    /// A configuration with faults, and what it says beside them.
    package struct Invalid: Error {
        package let faults: [Report.Failure]
        package let configuration: Configuration
    }

    private mutating func read(
        _ root: ElementRef, _ packs: PackSource, _ folder: FolderOfPaths, _ upper: Configuration?,
        _ read: inout [String], _ faults: inout [Issue], _ packFaults: inout [Report.Failure]
    ) {
        var reader = LayerReader(packs, root.document.tree, in: folder, below: upper?.policy)
        let lock = reader.rules.lock
        var nesting = NestedKeys(root, below: upper, lock)
        failOn = nesting.failOn()
        if nesting.isReachOpen() {
            if root.has(.include) { include = patterns(root.values(.include), &faults) }
            exclude = patterns(root.values(.exclude), &faults)
        }
        if root.has(.layers) || upper == nil {
            if root.has(.layers) { reader.read(root) } else { reader.addRecommended() }
        }
        if let node = root.node(.rules), root.document.tree[node].isMapping { reader.read(rulesSection: node) }
        read += reader.library.digests
        policy = Policy(
            Policy.ID(file: root.document.tree.source.name, digest: Self.digest(read)), layers: reader.layers,
            reader.library)
        faults += reader.faults
        packFaults += reader.packFaults
        if let own = root.elements(.limits).first {
            readLimits(own)
            nesting.check(&limits, own)
        }
        if let own = root.elements(.standard).first, nesting.mayExtend() {
            extensionKeys += own.values(.extensionKeys).prefix(1000).map { GlobPattern($0.text) }
        }
        if let own = root.elements(.compatibility).first {
            comparison = ComparisonOptions(own, over: comparison)
            nesting.check(comparison, own)
        }
        readExceptions(root, packs, in: folder, below: upper, &faults, &packFaults)
        faults += nesting.faults
    }

    private static func digest(_ texts: [String]) -> String {
        SHA256.hexDigest(of: texts.joined(separator: "\u{0}"))
    }

    private func patterns(_ values: [Value], _ faults: inout [Issue]) -> [PathPattern] {
        var patterns: [PathPattern] = []
        for value in values where value.type == .text {
            do {
                patterns.append(try PathPattern(value.text))
            } catch {
                faults.append(
                    Issue(
                        StandardRules.invalidValue, "`\(value.text.shortened)` is no pattern of paths: \(error.reason)",
                        at: value.range,
                        help: "write it as in .gitignore"))
            }
        }
        return patterns
    }

    private mutating func readLimits(_ limits: ElementRef) {
        func read(_ key: Key, _ limit: inout Int) {
            guard let value = limits.value(key), value.type == .integer, let number = value.number, number >= 1 else {
                return
            }
            limit = Int(min(number, 1e9))
        }
        read(.flowNesting, &self.limits.flowNesting)
        read(.blockNesting, &self.limits.blockNesting)
        read(.aliasNodes, &self.limits.aliasNodes)
        read(.fileBytes, &self.limits.fileBytes)
        read(.nodes, &self.limits.nodes)
        // Beyond these libyaml's time and the walk's stack are no longer bounded, and places no longer fit their numbers.
        self.limits.flowNesting = min(self.limits.flowNesting, 1000)
        self.limits.blockNesting = min(self.limits.blockNesting, 2000)
        self.limits.aliasNodes = min(self.limits.aliasNodes, 100_000_000)
        self.limits.nodes = min(self.limits.nodes, 500_000_000)
    }
}
