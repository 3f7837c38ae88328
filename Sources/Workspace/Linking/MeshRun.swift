internal import Basics
internal import Compatibility
internal import ContractModel
internal import Diagnostics
internal import Governance
internal import Mesh
internal import SystemPackage
internal import YAMLTree

/// Links the units of a run with all that is known under the roots, and asks the rules about the mesh.
struct MeshRun {
    private let scope: Scope
    private let options: RunOptions
    private let check: FileCheck

    init(scope: Scope, _ options: RunOptions, _ check: FileCheck) {
        self.scope = scope
        self.options = options
        self.check = check
    }

    /// True when some rule about the mesh is in force for some file: else nothing is linked.
    static func isAsked(by files: [InputFile]) -> Bool {
        var seen: Set<Policy.ID> = []
        return files.contains { file in
            file.jurisdiction.configurations.contains { configuration in
                seen.insert(configuration.policy.id).inserted && configuration.policy.mayAskAboutMesh
            }
        }
    }

    /// Adds what is found between the units of some files.
    func judge(_ result: inout RunResult, _ files: [InputFile]) {
        if result.units.isEmpty { return }
        let sections = MeshSections(files)
        let roots = MeshRoots(scope, sections, except: Set(files.compactMap(\.path)), jobs: options.jobs)
        result.failures += roots.failures
        // A part of the mesh is not taken for the whole.
        if !roots.failures.isEmpty { return }
        let mesh: Mesh
        var options = sections.options(today: options.today)
        // What could not be read may be what is not there.
        if !result.failures.isEmpty || result.findings.contains(where: \.descriptor.isOfUnreadText) {
            options.isComplete = false
        }
        do throws(Mesh.TooLarge) {
            mesh = try Mesh.linked(result.units + roots.units, options)
        } catch {
            result.failures.append(Report.Failure(message: error.message))
            return
        }
        let judgement = MeshCheck.run(mesh)
        result.failures += judgement.failures.map { Report.Failure(message: $0) }
        result.meshNotes = MeshNotes.notes(mesh, judgement)
        var needs = NeedRun(mesh, scope, files)
        needs.run()
        result.failures += needs.failures.filter { !result.failures.contains($0) }
        if needs.unknown > 0 {
            result.meshNotes.append(
                "mesh/need-unmet: \(needs.unknown) providers are known from interface files alone, and were not compared"
            )
        }
        add(judgement.findings + needs.findings, of: mesh, to: &result, files)
    }

    private func add(_ findings: [MeshFinding], of mesh: Mesh, to result: inout RunResult, _ files: [InputFile]) {
        let byFile = Dictionary(grouping: findings) { mesh.units[$0.unit].file }
        let concerned = files.filter { byFile[$0.name] != nil }
        let check = check
        let found = sideBySide(concerned.count, jobs: options.jobs) { index -> Result<FileResult, FileFault> in
            let file = concerned[index]
            return Self.read(file).map { raw in
                check.findings(byFile[file.name] ?? [], in: mesh, name: file.name, raw: raw, file.jurisdiction)
            }
        }
        for (file, found) in zip(concerned, found) {
            switch found {
            case .success(let found): result.add(found)
            case .failure(let fault):
                result.failures.append(Report.Failure(file: file.name, message: fault.message))
            }
        }
    }

    private static func read(_ file: InputFile) -> Result<[UInt8], FileFault> {
        Result { () throws(FileFault) in
            if let content = file.content { return content }
            guard let path = file.path else { return [] }
            let limit = file.jurisdiction.configurations.map(\.limits.fileBytes).max() ?? 0
            return try FileReading.read(path, limit: limit)
        }
    }
}

/// The sections `mesh` of the configurations of some files, which as a rule is one.
struct MeshSections {
    private(set) var all: [Configuration.MeshSection] = []
    private var classifications: [Configuration] = []

    init(_ files: [InputFile]) {
        var seen: Set<Configuration.ID> = []
        for file in files where seen.insert(file.configuration.id).inserted {
            if classifications.isEmpty { classifications = [file.configuration] }
            if file.configuration.mesh.isWritten { all.append(file.configuration.mesh) }
        }
    }

    /// Roots, each once.
    var roots: [Configuration.NamedFile] {
        all.flatMap(\.roots).reduce(into: []) { roots, next in if !roots.contains(next) { roots.append(next) } }
    }

    func options(today: Int) -> MeshOptions {
        var options = MeshOptions()
        options.today = today
        options.isComplete = !all.isEmpty && all.allSatisfy(\.isComplete)
        options.requiresAgreements = all.contains(where: \.requiresAgreements)
        options.consumerContracts = all.first?.consumerContracts ?? []
        if let first = classifications.first { options.classifications = first.comparison.classifications }
        return options
    }
}

/// Notes about what is not known of a mesh, for people.
enum MeshNotes {
    static func notes(_ mesh: Mesh, _ judgement: MeshJudgement) -> [String] {
        var notes: [String] = []
        let outside = mesh.options.isComplete ? [] : mesh.missing.filter(\.isOutside)
        if !outside.isEmpty {
            var names: [String] = []
            for entry in outside where !names.contains(entry.id) {
                names.append(entry.id)
                if names.count > 3 { break }
            }
            let shown =
                names.prefix(3).map { "`\($0.shortened)`" }.joined(separator: ", ") + (names.count > 3 ? ", …" : "")
            let count = outside.count == 1 ? "1 dependency leads" : "\(outside.count) dependencies lead"
            notes.append("\(count) out of the roots: \(shown); what is there was not judged")
        }
        for (rule, unknown) in judgement.unknown.sorted(by: { $0.key < $1.key }) {
            let count = unknown.count == 1 ? "1 case" : "\(unknown.count) cases"
            notes.append("\(rule): \(count) could not be judged: \(unknown.reason)")
        }
        return notes
    }
}
