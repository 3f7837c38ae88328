internal import ContractModel
package import Diagnostics
package import Governance
package import SystemPackage

/// The earlier version that a check must agree with: its configuration, rule packs, waivers and baseline.
///
/// Whoever changes a contract can change these files along with it. What holds is what was agreed on before.
package struct CheckBase {
    /// As it was asked for.
    package let name: String
    package let base: Base
    package let access: FileAccess
    package let configurations: Configurations
    private let workingFolder: FilePath

    /// Finds the earlier version that a check is to agree with.
    ///
    /// - Parameter named: the configuration of the command line; nil: they are looked for.
    package init(_ text: String, _ meaning: Base.Meaning, _ inputs: CheckInputs, named: FilePath?) throws(Base.Fault) {
        let base = try Base.find(
            text, meaning, in: inputs.workingFolder,
            repository: Base.repository(of: inputs.arguments, in: inputs.workingFolder))
        switch base {
        case .file:
            throw Base.Fault(
                message: "--against \(text): this is a file; a check is compared with a revision or a folder")
        case .nothing: throw Base.Fault(message: "--against \(text): the repository has no commit yet")
        case .revision, .folder: self.init(base, name: text, inputs, named: named)
        }
    }

    /// - Parameters:
    ///   - name: what it was asked for by.
    ///   - named: the configuration of the command line; nil: they are looked for.
    package init(_ base: Base, name: String, _ inputs: CheckInputs, named: FilePath?) {
        workingFolder = inputs.workingFolder
        self.name = name
        self.base = base
        switch base {
        case .revision(let revision): access = revision.access(from: workingFolder)
        case .folder(let folder):
            access = .folder(folder, inPlaceOf: Self.counterpart(inputs), shownFrom: workingFolder)
        // These bring no configuration along.
        case .file, .nothing:
            access = .disk(shownFrom: workingFolder)
            configurations = inputs.configurations
            return
        }
        guard let named else {
            configurations = Configurations(workingFolder: workingFolder, named: nil, from: access)
            return
        }
        let path = workingFolder.pushing(named).lexicallyNormalized()
        if Self.isOutside(path, base, inputs) {
            configurations = inputs.configurations
        } else if (try? access.kind(path)) == .missing {
            configurations = Configurations(everywhere: Configuration(), in: workingFolder)
        } else {
            configurations = Configurations(workingFolder: workingFolder, named: named, from: access)
        }
    }

    /// The folder that a base folder stands for: the one that is checked, or the working folder where there are several.
    private static func counterpart(_ inputs: CheckInputs) -> FilePath {
        guard inputs.arguments.count == 1 else { return inputs.workingFolder }
        let path = inputs.workingFolder.pushing(inputs.arguments[0].path).lexicallyNormalized()
        return (try? FileReading.kind(of: path)) == .folder ? path : inputs.workingFolder
    }

    /// Whether a file is none of those that a change of the contracts can bring along.
    private static func isOutside(_ path: FilePath, _ base: Base, _ inputs: CheckInputs) -> Bool {
        switch base {
        case .revision(let revision): RepositoryPaths.key(of: path, in: revision) == nil
        case .folder: path.below(counterpart(inputs)) == nil
        case .file, .nothing: true
        }
    }

    package func isOutside(_ path: FilePath, _ inputs: CheckInputs) -> Bool { Self.isOutside(path, base, inputs) }

    /// The files to check: those that either version asks for, each with the configuration of the earlier version where that
    /// differs.
    package func files(_ inputs: CheckInputs) -> (files: [InputFile], failures: [Report.Failure]) {
        let found = inputs.discovered(by: configurations)
        var files = inputs.files
        var known = Set(files.compactMap(\.path))
        for index in files.indices {
            files[index].base = configuration(for: files[index], inputs)
        }
        for var file in found.files {
            guard let path = file.path, known.insert(path).inserted else { continue }
            file.configuration = inputs.configurations.found(for: path.removingLastComponent()).configuration
            file.base = configuration(for: file, inputs) ?? file.configuration
            file.isIncluded = false
            files.append(file)
        }
        if case .folder(let folder) = base {
            // The base is no part of what is compared with it.
            files.removeAll { $0.path?.below(folder) != nil && folder != Self.counterpart(inputs) }
        }
        return (files, found.failures.filter { !inputs.failures.contains($0) })
    }

    /// Whether some folder has another configuration now, of those that hold files in either version.
    package func hasOtherConfigurations(than inputs: CheckInputs) -> Bool {
        var folders = Set(inputs.files.compactMap { $0.path?.removingLastComponent() })
        let roots = inputs.arguments.map { workingFolder.pushing($0.path).lexicallyNormalized() }
        for root in roots { folders.formUnion([root, root.removingLastComponent()]) }
        if case .revision(let revision) = base {
            let paths = RepositoryPaths(workingFolder: workingFolder)
            for entry in revision.files where entry.path.hasSuffix(".yaml") || entry.path.hasSuffix(".yml") {
                folders.insert(paths.workingPath(of: entry.path, in: revision).removingLastComponent())
            }
        }
        return folders.contains { folder in
            let (own, earlier) = (inputs.configurations.found(for: folder), configurations.found(for: folder))
            return !own.configuration.isSame(as: earlier.configuration)
        }
    }

    /// The earlier configuration for a file; nil: it is the same.
    package func configuration(for file: InputFile, _ inputs: CheckInputs) -> Configuration? {
        let path = file.path ?? workingFolder.pushing(FilePath(file.name)).lexicallyNormalized()
        let folder = path.removingLastComponent()
        let (own, earlier) = (inputs.configurations.found(for: folder), configurations.found(for: folder))
        return own.configuration.isSame(as: earlier.configuration) ? nil : earlier.configuration
    }

    // MARK: The baseline

    /// The fingerprints that the earlier version knows as well; nil: whoever changes contracts cannot change the baseline.
    package func consent(_ inputs: CheckInputs, named: String?) throws(Base.Fault) -> ((String) -> Bool)? {
        var paths: [FilePath] = []
        if let named {
            let path = workingFolder.pushing(FilePath(named)).lexicallyNormalized()
            if isOutside(path, inputs) { return nil }
            paths = [path]
        } else {
            for file in inputs.files {
                let path = file.path ?? workingFolder.pushing(FilePath(file.name))
                let found = configurations.found(for: path.removingLastComponent())
                for name in found.configuration.baselines {
                    let baseline = workingFolder.pushing(FilePath(name)).lexicallyNormalized()
                    if !paths.contains(baseline) { paths.append(baseline) }
                }
            }
        }
        var baselines: [Baseline] = []
        for path in paths {
            do {
                if try access.kind(path) == .missing { continue }
                baselines.append(
                    try Baseline(name: access.name(path), raw: access.read(path, Baseline.mostBytes)))
            } catch let invalid as OwnFile.Invalid {
                let fault = invalid.faults[0]
                throw Base.Fault(message: "\(fault.place ?? access.name(path)): \(fault.message)")
            } catch {
                throw Base.Fault(
                    message: "\(access.name(path)): \((error as? FileFault)?.message ?? "cannot be read")")
            }
        }
        return { fingerprint in baselines.contains { $0.contains(fingerprint) } }
    }
}

extension Base {
    /// The folder in which git is asked: that of the first path.
    package static func repository(of paths: [GivenPath], in workingFolder: FilePath) -> FilePath {
        var folder = workingFolder.pushing(paths.first?.path ?? ".").lexicallyNormalized()
        while (try? FileReading.kind(of: folder)) != .folder, folder.removeLastComponent() {}
        return folder
    }
}

extension FileAccess {
    /// A folder in the place of another one; what lies outside of that is the same for both.
    package static func folder(_ folder: FilePath, inPlaceOf other: FilePath, shownFrom workingFolder: FilePath)
        -> FileAccess
    {
        let disk = FileAccess.disk(shownFrom: workingFolder)
        @Sendable func path(_ path: FilePath) -> FilePath {
            path.lexicallyNormalized().below(other).map { $0.isEmpty ? folder : folder.pushing(FilePath($0)) } ?? path
        }
        return FileAccess(
            kind: { asked throws(FileFault) in try disk.kind(path(asked)) },
            read: { asked, limit throws(FileFault) in try disk.read(path(asked), limit) },
            list: { asked throws(FileFault) in try disk.list(path(asked)) },
            name: { disk.name(path($0)) })
    }
}
