import ArgumentParser

/// Status that a run ends with.
enum ExitStatus: Int32 {
    case clean = 0
    case findings = 1
    case wrongRun = 2
    case nothingToCheck = 3
}

/// A command that does something itself.
protocol AnsweringCommand: ParsableCommand {
    /// - Returns: what the run ends with.
    func answer() throws -> ExitStatus
}
