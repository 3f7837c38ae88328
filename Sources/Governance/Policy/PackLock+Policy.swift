internal import Diagnostics
internal import RuleLanguage

extension Policy {
    /// The references to files that the nearest configuration has read.
    package var packReferences: [String] { library.filesByReference.keys.sorted() }

    /// Lock on the packs as they are.
    ///
    /// - Parameters:
    ///   - references: those that it is about; empty: all.
    ///   - shown: the path of a file from the folder of the configuration, by its name in messages.
    package func lockedFiles(named references: [String], shown: (String) -> String) -> PackLock {
        var lock = PackLock()
        for (reference, files) in library.filesByReference where references.isEmpty || references.contains(reference) {
            lock.files[reference] = files.own.compactMap { file($0, shown) }
            lock.included += files.included.compactMap { file($0, shown) }
        }
        lock.included = Array(Set(lock.included)).sorted { $0.path < $1.path }
        return lock
    }

    private func file(_ name: String, _ shown: (String) -> String) -> PackLock.File? {
        library.pack(inFile: name).map { pack in
            PackLock.File(
                path: shown(name), id: pack.identity.id, version: pack.identity.version, digest: pack.identity.digest)
        }
    }
}

extension PackLock {
    /// The same with some references as another has them.
    package func replacing(with other: PackLock) -> PackLock {
        var lock = self
        lock.files.merge(other.files) { $1 }
        let paths = Set(other.included.map(\.path))
        lock.included = (included.filter { !paths.contains($0.path) } + other.included).sorted { $0.path < $1.path }
        return lock
    }
}
