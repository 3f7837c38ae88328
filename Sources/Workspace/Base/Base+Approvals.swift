internal import Governance
internal import SystemPackage

extension Base {
    /// Approvals of the change, with the owners of files as the earlier version names them.
    ///
    /// - Parameter people: for whom the forge vouches; without any there are none.
    func approvals(by people: [String]) throws(WorkspaceFault) -> Approvals? {
        guard !people.isEmpty else { return nil }
        guard let snapshot = snapshot as? GitSnapshot else {
            throw WorkspaceFault("--approved-by: \(name) is no revision, and only a repository says who owns what")
        }
        for place in CodeOwners.places {
            let path = snapshot.path(ofKey: place)
            guard (try? snapshot.kind(of: path)) == .file else { continue }
            do throws(FileFault) {
                let raw = try snapshot.readWhole(path, limit: CodeOwners.mostBytes)
                let owners = CodeOwners(String(decoding: raw, as: UTF8.self))
                let folder = scope.workingFolder
                return Approvals(by: people, owners) { file in
                    snapshot.key(of: folder.pushing(FilePath(file)).lexicallyNormalized())
                }
            } catch {
                throw WorkspaceFault(error.message, file: snapshot.name(of: path))
            }
        }
        throw WorkspaceFault("--approved-by: \(name) has no file CODEOWNERS, so that nobody owns a contract")
    }
}
