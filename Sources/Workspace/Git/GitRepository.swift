package import SystemPackage

/// The repository around a folder, found by its `.git` entry alone.
///
/// Git itself takes a folder with `HEAD`, `objects` and `refs` for a repository as well, and such a folder can be committed
/// into another repository like any other: whoever changes a contract would decide with what it is compared.
package enum GitRepository {
    /// The nearest folder above with a `.git` entry, or the folder itself; nil: there is none.
    package static func folder(around folder: FilePath) -> FilePath? {
        var folder = folder
        while true {
            if has(folder) { return folder }
            guard folder.removeLastComponent() else { return nil }
        }
    }

    /// True when a folder has a `.git` entry: a repository's own folder, or the file of a worktree or of a submodule.
    static func has(_ folder: FilePath) -> Bool {
        ((try? FileReading.kind(of: folder.appending(".git"))) ?? .missing) != .missing
    }

    /// The folder that a repository or a worktree keeps its own files in; nil: it cannot be told.
    static func ownFolder(of root: FilePath) -> FilePath? {
        let entry = root.appending(".git")
        guard (try? FileReading.kind(of: entry)) == .file else { return entry }
        // `gitdir: <path>`
        guard let raw = FileReading.readOfGit(entry) else { return nil }
        let line = String(decoding: raw, as: UTF8.self).split(whereSeparator: \.isNewline).first ?? ""
        guard line.hasPrefix("gitdir: ") else { return nil }
        return root.pushing(FilePath(String(line.dropFirst(8))))
    }

    /// The folder of the repository around a folder.
    ///
    /// - Throws: where there is none, git refuses it, or git would ask another one.
    package static func root(around folder: FilePath) throws(Git.Fault) -> FilePath {
        let found = self.folder(around: folder)
        let answer = try Git(in: found ?? folder).run(["rev-parse", "--show-toplevel", "--absolute-git-dir"])
        guard answer.code == 0 else { throw answer.refusal }
        let lines = answer.output.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        guard lines.count == 2, let found else { throw Git.Fault.bare }
        let (root, own) = (FileReading.resolved(FilePath(lines[0])), FileReading.resolved(FilePath(lines[1])))
        // What git asks lies around the folder, and is no folder of plain files.
        guard FileReading.resolved(found).starts(with: root), own != root, own != FileReading.resolved(found) else {
            throw Git.Fault(
                "git takes \(lines[1]) for the repository of \(found), whose work tree is \(lines[0]); run contractlint in "
                    + "the work tree itself")
        }
        return root
    }
}
