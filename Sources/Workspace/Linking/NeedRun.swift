internal import Compatibility
internal import ContractModel
internal import Diagnostics
internal import Governance
internal import Mesh
internal import SystemPackage
internal import YAMLTree

/// Consumer contracts of a run, held against what their providers promise. Both files are read once more: interfaces keep no types.
struct NeedRun {
    private let mesh: Mesh
    private let scope: Scope
    private let files: [String: InputFile]

    private(set) var findings: [MeshFinding] = []
    private(set) var failures: [Report.Failure] = []
    /// Number of providers that are known from interface files alone.
    private(set) var unknown = 0
    /// Documents of the files that were read last, by file and by where they begin: one is held against many.
    private var held: [String: [Int: ContractDocument]] = [:]
    private static let mostHeld = 16
    private static let mostPairs = 100_000

    init(_ mesh: Mesh, _ scope: Scope, _ files: [InputFile]) {
        self.mesh = mesh
        self.scope = scope
        self.files = Dictionary(files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func run() {
        var compared = 0
        // File by file, so that what is held serves them all.
        let sorted = mesh.providers.sorted { a, b in
            (mesh.units[a.key].file, a.key) < (mesh.units[b.key].file, b.key)
        }
        for (consumer, providers) in sorted {
            let unit = mesh.units[consumer]
            guard unit.isJudged, unit.offset >= 0, let file = files[unit.file] else { continue }
            for provider in providers where provider != consumer {
                guard mesh.units[provider].offset >= 0 else {
                    unknown += 1
                    continue
                }
                guard let own = document(of: consumer), let other = document(of: provider) else { continue }
                compared += 1
                if compared > Self.mostPairs {
                    failures.append(
                        Report.Failure(
                            message:
                                "there are more than \(Self.mostPairs) pairs of a need and a promise: not all were compared"
                        ))
                    return
                }
                var options = file.configuration.comparison
                options.today = nil
                let satisfaction = Satisfaction(of: own, by: other, options)
                findings += satisfaction.findings(of: consumer, by: provider, in: mesh, own, other)
            }
        }
    }

    private mutating func document(of index: Int) -> ContractDocument? {
        let unit = mesh.units[index]
        if let known = held[unit.file] { return known[unit.offset] }
        let limits = files[unit.file]?.configuration.limits ?? YAMLLimits()
        do throws(FileFault) {
            let raw: [UInt8]
            if let content = files[unit.file]?.content {
                raw = content
            } else {
                raw = try scope.snapshot.read(scope.absolute(FilePath(unit.file)), limit: limits.fileBytes)
            }
            let tree = YAMLTree(name: unit.file, raw: raw, vocabulary: .contracts, limits: limits)
            if held.count >= Self.mostHeld { held.removeAll() }
            var all: [Int: ContractDocument] = [:]
            for part in tree.documents { all[part.range.start] = ContractDocument(tree, part) }
            held[unit.file] = all
            return all[unit.offset]
        } catch {
            failures.append(Report.Failure(file: unit.file, message: error.message))
            return nil
        }
    }
}

extension Workspace {
    /// Needs of consumer contracts that a provider does not meet, asked of files alone: each as a line for people.
    ///
    /// - Returns: the lines, and whether some need is certainly unmet.
    package func unmetNeeds(
        of consumers: [GivenPath], by provider: GivenPath
    ) throws(WorkspaceFault) -> (lines: [String], isUnmet: Bool) {
        let promise = try contract(provider)
        var lines: [String] = []
        var isUnmet = false
        for given in consumers {
            let (need, options) = try contract(given)
            for unmet in Satisfaction(of: need, by: promise.document, options).unmet {
                let place = need.tree.place(of: unmet.need, withExcerpt: false)
                let word = unmet.isCertain ? "unmet" : "unknown"
                let message = need.tree.secrets.beside(promise.document.tree.secrets).redacted(unmet.message)
                lines.append(
                    "\(place.file):\(place.start.line):\(place.start.column): \(word): "
                        + "\(unmet.element.map { "\($0): " } ?? "")\(message)")
                isUnmet = isUnmet || unmet.isCertain
            }
        }
        return (lines, isUnmet)
    }

    private func contract(
        _ given: GivenPath
    ) throws(WorkspaceFault) -> (document: ContractDocument, options: ComparisonOptions) {
        let (path, name) = located(given)
        let configuration = configurations.found(for: path.removingLastComponent()).configuration
        do throws(FileFault) {
            let raw = try FileReading.read(path, limit: configuration.limits.fileBytes)
            let tree = YAMLTree(name: name, raw: raw, vocabulary: .contracts, limits: configuration.limits)
            let document = tree.documents.lazy.compactMap { ContractDocument(tree, $0) }.first { $0.kind == .contract }
            guard let document else { throw FileFault("holds no data contract") }
            if document.isIncomplete { throw FileFault("breaks off inside: half a contract is no promise and no need") }
            return (document, configuration.comparison)
        } catch {
            throw WorkspaceFault(error.message, file: name)
        }
    }
}
