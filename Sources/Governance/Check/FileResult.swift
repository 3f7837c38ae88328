package import Diagnostics
package import Mesh
package import NativeRules
package import RuleLanguage

/// Result of a check or a comparison of one file: plain values, so that the file's text and tree can go.
package struct FileResult: Sendable {
    package var documents: [Report.Document] = []
    package var findings: [Finding] = []
    /// Evaluations of rules that came to nothing.
    package var failures: [RuleFailure] = []
    /// Rules that could not judge a document or a change for want of a fact.
    package var unknown: Set<String> = []
    /// The ids of its documents, to be compared with those of other files.
    package var ids: [ContractIDs.Entry] = []
    /// The demands of each pair of versions on its version.
    package var comparisons: [ChangeReport] = []
    /// Number of findings that are hidden and not listed, by what hides them.
    package var unlisted: [Finding.Exception.Kind: Int] = [:]
    /// The waivers that its findings fall under.
    package var waivers: Set<WaiverUse> = []
    /// The least severity that fails a run, where a configuration that its contracts have left demands one.
    package var failOn: Configuration.FailOn?
    /// Number of nodes of its tree.
    package var nodeCount = 0
    package var byteCount = 0
    /// Hashes of the names of its objects, which other contracts may refer to.
    package var objects: [UInt64] = []
    /// References by names to objects that its contracts do not have.
    package var strays: [StrayReference] = []
    /// Interfaces of its documents, for whoever links them.
    package var units: [Unit] = []
    /// Name of the standard, none of ours, that a document of the file is written in.
    package var foreignStandard: String?

    /// True when nothing but its bytes, its configurations and the day decided it: no other file, no comment in it.
    var isOfItsFileAlone = true

    package init(findings: [Finding] = []) { self.findings = findings }
}
