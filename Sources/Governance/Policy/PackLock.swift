internal import Basics
package import ContractModel
internal import Diagnostics
internal import RuleLanguage

/// `.contractlint.lock`: which files stand behind the references of a configuration, to the last byte but for the way that a
/// checkout ends their lines.
package struct PackLock: Sendable {
    package static let fileName = ".contractlint.lock"
    /// A program writes it, from packs that are written by hand.
    package static let mostBytes = 4 << 20

    package struct File: Hashable, Sendable {
        /// Relative to the folder of the configuration, `/` between folders.
        package var path: String
        package var id: String
        package var version: String
        /// In lower-case hexadecimal.
        package var digest: String
    }

    /// By reference as the configuration writes it.
    package var files: [String: [File]] = [:]
    /// Those that packs include.
    package var included: [File] = []
    /// SHA-256 that each file must have, of whichever reference.
    private var digests: [String: String] = [:]

    package init() {}

    // MARK: Reading

    /// - Throws: every mistake and its place.
    package init(name: String, raw: [UInt8]) throws(OwnFile.Invalid) {
        var file = OwnFile(name: name, raw: raw, as: .packLock)
        if file.isEmpty {
            throw OwnFile.Invalid(faults: [Report.Failure(file: name, message: "is empty; \(Self.remedy)")])
        }
        file.demandFirstForm("only the form 1 exists")
        for index in file.issues.indices { file.issues[index].help = Self.remedy }
        try file.demandSound()
        for element in file.root?.elements(.packs) ?? [] {
            files[element.text(.reference) ?? "", default: []] += Self.files(element, .files)
        }
        if let root = file.root { included = Self.files(root, .includes) }
        for file in files.values.joined() + included { digests[file.path] = file.digest }
    }

    private static func files(_ element: ElementRef, _ key: Key) -> [File] {
        element.elements(key).map { file in
            File(
                path: file.text(.path) ?? "", id: file.text(.id) ?? "", version: file.text(.version) ?? "",
                digest: file.text(.sha256) ?? "")
        }
    }

    private static let remedy = "`contractlint rules lock` writes it anew"

    // MARK: Verifying

    /// Difference between a file and its lock.
    package struct Difference: Error {
        package let message: String
        package let help: String
    }

    /// - Parameters:
    ///   - found: the files, by their paths from the folder of the configuration.
    ///   - reference: of the configuration, behind which they stand.
    /// - Throws: where the reference is locked, and a file has changed, is gone or has come.
    package func verify(_ found: [(path: String, raw: [UInt8])], of reference: String) throws(Difference) {
        guard let locked = files[reference] else { return }
        try verify(found)
        let paths = Set(found.map(\.path))
        if let gone = locked.first(where: { !paths.contains($0.path) }) {
            throw Self.difference("`\(gone.path.shortened)` is gone")
        }
    }

    /// - Parameter includer: the path of the pack that includes the files.
    /// - Throws: where that pack is locked, and these are not what they were.
    package func verify(_ found: [(path: String, raw: [UInt8])], includedBy includer: String) throws(Difference) {
        guard digests[includer] != nil else { return }
        try verify(found)
    }

    private func verify(_ found: [(path: String, raw: [UInt8])]) throws(Difference) {
        for file in found {
            guard let digest = digests[file.path] else {
                throw Self.difference("`\(file.path.shortened)` has come since")
            }
            if digest != SHA256.hexDigest(ofLines: file.raw), digest != SHA256.hexDigest(of: file.raw) {
                throw Self.difference("`\(file.path.shortened)` has changed")
            }
        }
    }

    private static func difference(_ what: String) -> Difference {
        Difference(
            message: "is not as \(fileName) has it: \(what)",
            help: "look at the difference, then write the lock anew with `contractlint rules lock`")
    }

    // MARK: Writing

    /// The file's text: the same for the same packs.
    package var text: String {
        var text = """
            # Which rule packs hold here, to the last byte. Written by `contractlint rules lock`; do not edit.
            version: 1
            packs:
            """
        for (reference, files) in files.sorted(by: { $0.key < $1.key }) {
            text += "\n  - reference: \(ParameterValue.inQuotes(reference))\n    files:" + Self.text(files, "      ")
        }
        if files.isEmpty { text += " []" }
        if !included.isEmpty { text += "\nincludes:" + Self.text(included, "  ") }
        return text + "\n"
    }

    private static func text(_ files: [File], _ indent: String) -> String {
        if files.isEmpty { return " []" }
        return files.sorted { $0.path < $1.path }.map { file in
            "\n\(indent)- path: \(ParameterValue.inQuotes(file.path))\n\(indent)  id: \(ParameterValue.inQuotes(file.id))"
                + "\n\(indent)  version: \(ParameterValue.inQuotes(file.version))\n\(indent)  sha256: \(file.digest)"
        }.joined()
    }
}
