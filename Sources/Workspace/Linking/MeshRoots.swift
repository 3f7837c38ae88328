internal import Diagnostics
internal import Governance
internal import Mesh
internal import SystemPackage
internal import YAMLTree

/// Units under the roots that configurations name: known, and never judged.
struct MeshRoots {
    private(set) var units: [Unit] = []
    private(set) var failures: [Report.Failure] = []

    /// - Parameter known: files of the run.
    init(_ scope: Scope, _ sections: MeshSections, except known: Set<FilePath>, jobs: Int) {
        var files: [InputFile] = []
        for root in sections.roots {
            let path = scope.absolute(FilePath(root.path))
            var discovery = FileDiscovery(
                workingFolder: scope.workingFolder, configurations: scope.configurations, isStaged: false)
            discovery.add(GivenPath(text: path.string, path: path))
            failures += discovery.failures.map { failure in
                Report.Failure(
                    file: path.displayName(in: scope.workingFolder), message: "a root of the mesh: \(failure.message)")
            }
            files += discovery.files.filter { file in file.path.map { !known.contains($0) } ?? false }
        }
        let snapshot = scope.snapshot
        let all = files
        let found = sideBySide(all.count, jobs: jobs) { index -> Result<[Unit], FileFault> in
            let file = all[index]
            return Result { () throws(FileFault) in
                guard let path = file.path else { return [] }
                let limits = file.configuration.limits
                let raw = try snapshot.read(path, limit: limits.fileBytes)
                return FileUnits.units(name: file.name, raw: raw, limits)
            }
        }
        var seen: Set<String> = []
        for (file, found) in zip(all, found) where seen.insert(file.name).inserted {
            switch found {
            case .success(let found): units += found
            case .failure(let fault): failures.append(Report.Failure(file: file.name, message: fault.message))
            }
        }
    }
}
