package import Diagnostics
package import Governance
package import SystemPackage
internal import YAMLTree

/// A file of the base, or of the head: its bytes and what it is called.
package struct VersionedFile {
    /// Pairs files of both sides.
    package var key: String
    /// As reports show it: `main:orders.odcs.yaml`.
    package var name: String
    /// Where it would stand in the working folder.
    package var workingName: String
    package var configuration: Configuration
    /// Whether its contracts are missed where the head does not have them.
    package var isInScope: Bool
    package var raw: [UInt8]
    /// Why its bytes are not here.
    package var fault: String?
}

/// What of a command line's paths the base has.
package struct BaseScope {
    /// A path of the command line.
    package struct Root {
        package var path: FilePath
        package var isFolder: Bool
        package var glob: Glob?
    }

    package let workingFolder: FilePath
    package let roots: [Root]
    package let discovery: FileDiscovery
    package let paths: RepositoryPaths

    package init(workingFolder: FilePath, roots: [Root], discovery: FileDiscovery) {
        self.workingFolder = workingFolder
        self.roots = roots
        self.discovery = discovery
        paths = RepositoryPaths(workingFolder: workingFolder)
    }

    /// The root that holds a file; nil: none.
    package func root(of path: FilePath) -> Root? {
        roots.first { root in
            if let glob = root.glob { return glob.matches(path) }
            return path == root.path || (root.isFolder && path.below(root.path) != nil)
        }
    }

    // MARK: A revision

    /// The files of a revision that may hold what the head has or had.
    ///
    /// - Parameter heads: the head's files by key; the bytes of those that have not changed are taken from there.
    package func files(of revision: GitRevision, heads: [String: VersionedFile]) throws(Git.Fault) -> [VersionedFile] {
        var entries: [(entry: GitRevision.Entry, file: VersionedFile, isRead: Bool)] = []
        for entry in revision.files {
            let path = paths.workingPath(of: entry.path, in: revision)
            let root = root(of: path)
            let isHead = heads[entry.path] != nil
            var configuration: Configuration?
            if let root {
                configuration =
                    root.glob == nil && !root.isFolder
                    ? discovery.configuration(ofNamed: path)
                    : discovery.configuration(ofPossible: path, from: root.path, root.glob)
            } else if !isHead {
                // It may have been moved to where the command line looks.
                let isYAML = entry.path.hasSuffix(".yaml") || entry.path.hasSuffix(".yml")
                guard isYAML, (try? FileReading.kind(of: path)) == .missing else { continue }
            }
            if configuration == nil, root != nil, !isHead { continue }
            entries.append(
                (
                    entry,
                    VersionedFile(
                        key: entry.path, name: "\(revision.name):\(entry.path)",
                        workingName: path.displayName(in: workingFolder),
                        configuration: configuration ?? discovery.configuration(ofNamed: path),
                        isInScope: configuration != nil, raw: []),
                    false
                ))
        }
        let limit = entries.map(\.file.configuration.limits.fileBytes).max() ?? 0
        let objects = entries.map(\.entry.object)
        let paths = entries.map(\.entry.path)
        let isSame = sideBySide(entries.count, jobs: Machine.processors) { index in
            heads[paths[index]].map { GitObjectName.ofBlob($0.raw) == objects[index] } ?? false
        }
        var wanted: [String] = []
        for index in entries.indices {
            let entry = entries[index].entry
            if isSame[index], let head = heads[entry.path] {
                entries[index].file.raw = head.raw
                entries[index].isRead = true
            } else {
                wanted.append(entry.object)
            }
        }
        let blobs = try revision.blobs(wanted, limit: limit)
        var files: [VersionedFile] = []
        for (entry, file, isRead) in entries {
            if isRead {
                files.append(file)
                continue
            }
            var file = file
            if case .some(.some(let raw)) = blobs[entry.object] {
                file.raw = raw
            } else {
                file.fault = "is larger than \(limit) bytes"
            }
            files.append(file)
        }
        return files
    }

    // MARK: A folder or a file

    /// The paths by which a file of the head may be found in a base folder.
    package func keys(of path: FilePath) -> [String] {
        let root = root(of: path)
        let own = root.flatMap { $0.isFolder ? path.below($0.path) : nil }
        return [own, path.below(workingFolder), path.lastComponent?.string].compactMap { $0 }
    }

    package func files(of found: [InputFile], key: (FilePath) -> String, isInScope: Bool) -> (
        files: [VersionedFile], failures: [Report.Failure]
    ) {
        let wanted = found.filter { $0.path != nil }
        let places = wanted.map { (path: $0.path ?? "", limit: $0.configuration.limits.fileBytes) }
        let read = sideBySide(places.count, jobs: Machine.processors) { index -> Result<[UInt8], FileFault> in
            Result { () throws(FileFault) in try FileReading.read(places[index].path, limit: places[index].limit) }
        }
        var files: [VersionedFile] = []
        var failures: [Report.Failure] = []
        for (index, file) in wanted.enumerated() {
            switch read[index] {
            case .success(let raw):
                files.append(
                    VersionedFile(
                        key: key(places[index].path), name: file.name, workingName: file.name,
                        configuration: file.configuration, isInScope: isInScope, raw: raw))
            case .failure(let fault): failures.append(Report.Failure(file: file.name, message: fault.message))
            }
        }
        return (files, failures)
    }
}
