import ArgumentParser
import Basics
import ContractModel
import Diagnostics
import Governance
import SystemPackage
import Workspace

/// `contractlint rules lock`
struct RulesLockCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "lock",
        abstract: "Write down which rule packs hold, to the last byte.",
        discussion: """
            Writes .contractlint.lock beside the configuration: for each reference to files in its 'packs' the files, their \
            packs and their SHA-256. From then on a file that differs, is gone or has come is an error. With REFERENCE only \
            these are written anew.
            """)

    @Argument(help: "References as the configuration writes them. (default: all that name files)")
    var references: [String] = []

    @Flag(help: "Write nothing: fail where the lock is not what would be written.")
    var check = false

    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var color: ColorOptions

    func answer() throws -> ExitStatus {
        let workspace = try configuration.workspace(verifyingLocks: false)
        let folder = workspace.folder
        let found = workspace.configurations.found(for: folder)
        guard found.isWritten else { throw ValidationError("there is no configuration here that names packs") }
        if !workspace.failures.isEmpty { throw WorkspaceFault(workspace.failures) }
        let path = found.folder.appending(PackLock.fileName)
        let name = path.displayName(in: folder)
        do {
            // Whatever it leads to is somebody else's file.
            if FileReading.isLink(path) {
                throw FileFault("is a symbolic link; the lock is a file of its own: remove the link first")
            }
            var raw: [UInt8]?
            if try FileReading.kind(of: path) != .missing {
                raw = try DiskSnapshot(shownFrom: folder).readWhole(path, limit: PackLock.mostBytes)
            }
            let old = references.isEmpty ? nil : try raw.map { try PackLock(name: name, raw: $0) }
            var text = try lock(found, folder, over: old ?? PackLock()).text
            if !check {
                try FileWriting.write(to: path) { sink in text.withUTF8 { sink($0) } }
            } else if !(raw.map { $0.elementsEqual(text.utf8) } ?? false) {
                throw FileFault("is not what the packs are now; look at them, then run `contractlint rules lock`")
            }
        } catch let invalid as OwnFile.Invalid {
            throw WorkspaceFault(invalid.faults)
        } catch let fault as FileFault {
            throw WorkspaceFault(fault.message, file: name)
        }
        try StandardStream.output.print("\(Message.escaped(name)) \(check ? "is up to date" : "was written")\n")
        return .clean
    }

    /// - Parameter old: what is not written anew.
    private func lock(_ found: Configurations.Found, _ folder: FilePath, over old: PackLock) throws -> PackLock {
        let packs = found.configuration.policy.lockedFiles(
            named: references,
            shown: { name in
                PackLock.relative(folder.pushing(FilePath(name)).lexicallyNormalized(), to: found.folder)
            })
        for reference in references where packs.files[reference] == nil {
            let near = Spelling.nearest(to: reference, among: found.configuration.policy.packReferences)
            throw ValidationError(
                "the configuration has no reference '\(Message.escaped(reference.shortened))' to files"
                    + (near.map { "; did you mean '\(Message.escaped($0))'?" } ?? ""))
        }
        return old.replacing(with: packs)
    }
}
