internal import Governance
internal import YAMLTree

/// Exceptions of a comparison, file by file. Waivers count where both versions have them.
struct ComparisonExceptions: Sendable {
    private let exceptions: Exceptions
    /// By name of the file.
    private let jurisdictions: [String: Jurisdiction]
    var today: Int { exceptions.today }

    /// - Parameters:
    ///   - exceptions: of the run, for the files of this version.
    ///   - inputs: the files of this version, whichever of the two asks for them.
    ///   - bases: those of the earlier version, of which some may be gone.
    init(_ exceptions: Exceptions, _ inputs: Inputs, gone bases: [VersionedFile]) {
        self.exceptions = exceptions
        var jurisdictions = Dictionary(
            inputs.files.map { ($0.name, $0.jurisdiction) }, uniquingKeysWith: { first, _ in first })
        for base in bases where jurisdictions[base.workingName] == nil {
            jurisdictions[base.workingName] = inputs.file(named: base.workingName).jurisdiction
        }
        self.jurisdictions = jurisdictions
    }

    /// - Parameter tree: what the file holds now; nil: it is gone.
    func ofFile(_ name: String, _ tree: YAMLTree?) -> FileExceptions? {
        jurisdictions[name].flatMap { exceptions.ofFile(name, tree, $0) }
    }
}
