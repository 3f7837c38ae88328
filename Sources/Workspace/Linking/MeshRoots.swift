internal import Diagnostics
internal import Governance
internal import Mesh
internal import SystemPackage
internal import YAMLTree

/// Units under the roots that configurations name, and in interface files: known, and never judged.
struct MeshRoots {
    private(set) var units: [Unit] = []
    private(set) var failures: [Report.Failure] = []

    /// - Parameter known: files of the run.
    init(_ scope: Scope, _ sections: MeshSections, except known: Set<FilePath>, jobs: Int) {
        let snapshot = scope.snapshot
        var files: [InputFile] = []
        var interfaces = InterfaceFiles(snapshot)
        for path in scope.paths { interfaces.add(scope.absolute(path), scope.workingFolder) }
        for root in sections.roots {
            let path = scope.absolute(FilePath(root.path))
            let before = interfaces.files.count
            interfaces.add(path, scope.workingFolder)
            if InterfaceFiles.isNamed(root.path), interfaces.files.count > before || interfaces.files.contains(path) {
                continue
            }
            var discovery = FileDiscovery(
                workingFolder: scope.workingFolder, configurations: scope.configurations, isStaged: false)
            discovery.add(GivenPath(text: path.string, path: path))
            failures += discovery.failures.map { failure in
                Report.Failure(
                    file: path.displayName(in: scope.workingFolder), message: "a root of the mesh: \(failure.message)")
            }
            files += discovery.files.filter { file in file.path.map { !known.contains($0) } ?? false }
        }
        read(files, snapshot, jobs)
        read(interfaces.files, snapshot, jobs)
    }

    private mutating func read(_ all: [InputFile], _ snapshot: any Snapshot, _ jobs: Int) {
        let found = sideBySide(all.count, jobs: jobs) { index -> Result<[Unit], FileFault> in
            let file = all[index]
            return Result { () throws(FileFault) in
                guard let path = file.path else { return [] }
                let limits = file.configuration.limits
                let raw = try snapshot.read(path, limit: limits.fileBytes)
                let read = FileUnits(name: file.name, raw: raw, limits)
                // What is missing of it would be missing in the mesh.
                if let fault = read.fault { throw FileFault(fault) }
                return read.units
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

    private mutating func read(_ all: [FilePath], _ snapshot: any Snapshot, _ jobs: Int) {
        let found = sideBySide(all.count, jobs: jobs) { index -> Result<[Unit], Fault> in
            Result { () throws(Fault) in
                let raw: [UInt8]
                do throws(FileFault) {
                    raw = try snapshot.readWhole(all[index], limit: InterfaceReader.mostBytes)
                } catch {
                    throw Fault(line: nil, message: error.message)
                }
                do throws(InterfaceReader.Fault) {
                    return try InterfaceReader.units(raw)
                } catch {
                    throw Fault(line: error.line, message: error.message)
                }
            }
        }
        for (path, found) in zip(all, found) {
            switch found {
            case .success(let found): units += found
            case .failure(let fault):
                failures.append(
                    Report.Failure(
                        file: snapshot.name(of: path), at: fault.line.map { Position(line: $0, column: 1) },
                        message: "an interface file: \(fault.message)"))
            }
        }
    }

    private struct Fault: Error {
        var line: Int?
        var message: String
    }
}
