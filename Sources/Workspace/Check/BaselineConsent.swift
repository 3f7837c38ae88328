internal import ContractModel
internal import Diagnostics
internal import Governance
internal import SystemPackage

/// Consent of the baselines of an earlier version: whoever changes contracts could change the baseline along with them.
struct BaselineConsent {
    /// The earlier version.
    let name: String
    private let baselines: [Baseline]

    /// - Parameter named: the baseline of the command line; nil: those of the configurations.
    /// - Returns: nil: whoever changes contracts cannot change the baseline.
    init?(_ base: Base, _ inputs: Inputs, named: String?) throws(WorkspaceFault) {
        name = base.name
        let scope = inputs.scope
        var paths: [FilePath] = []
        if let named {
            let path = scope.absolute(FilePath(named))
            if base.snapshot.path(of: path) == nil { return nil }
            paths = [path]
        } else {
            for file in inputs.files {
                let path = file.path ?? scope.workingFolder.pushing(FilePath(file.name))
                let found = base.configurations.found(for: path.removingLastComponent())
                for name in found.configuration.baselines.map(\.path) {
                    let baseline = scope.absolute(FilePath(name))
                    if !paths.contains(baseline) { paths.append(baseline) }
                }
            }
        }
        var baselines: [Baseline] = []
        for path in paths {
            if let baseline = try Self.read(path, base.snapshot) { baselines.append(baseline) }
        }
        self.baselines = baselines
    }

    private static func read(_ path: FilePath, _ snapshot: any Snapshot) throws(WorkspaceFault) -> Baseline? {
        let name = snapshot.name(of: path)
        do {
            if try snapshot.kind(of: path) == .missing { return nil }
            return try Baseline(name: name, raw: snapshot.readWhole(path, limit: Baseline.mostBytes))
        } catch let invalid as OwnFile.Invalid {
            let fault = invalid.faults[0]
            throw WorkspaceFault("\(fault.place ?? name): \(fault.message)")
        } catch {
            throw WorkspaceFault("\(name): \((error as? FileFault)?.message ?? "cannot be read")")
        }
    }

    func contains(_ fingerprint: String) -> Bool { baselines.contains { $0.contains(fingerprint) } }
}
