package import Diagnostics
package import YAMLTree

/// A file that is written for contractlint itself: a configuration, a rule pack, a lock on packs, waivers, a baseline.
///
/// That it is one document of the shape that a table describes, and how its mistakes are told, is the same for all of them;
/// what is special about one stands with its own reader.
package struct OwnFile {
    package let tree: YAMLTree
    /// Root of the document; nil: there is no document, or it is no mapping.
    package let root: ElementRef?
    /// Faults of the file. Its own reader adds what only that can tell.
    package var issues: [Issue]
    /// No document at all.
    package var isEmpty: Bool { tree.documents.isEmpty }

    /// Words about the fault, and advice on it.
    package typealias Words = (message: String, help: String)

    /// - Parameters:
    ///   - shape: the table that describes the file.
    ///   - second: what is said of a second document; nil: nothing.
    ///   - empty: what is said of a file that holds no document; nil: nothing.
    ///   - allowsNull: whether a document without a value is a file that says nothing.
    package init(
        name: String, raw: [UInt8], as shape: Recognition, limits: YAMLLimits = YAMLLimits(), second: Words? = nil,
        empty: Words? = nil, allowsNull: Bool = false
    ) {
        let tree = YAMLTree(name: name, raw: raw, vocabulary: .contracts, limits: limits)
        self.tree = tree
        issues = tree.issues.filter { $0.severity == .error }
        guard let document = tree.documents.first else {
            root = nil
            if issues.isEmpty, let empty {
                issues.append(
                    Issue(StandardRules.missingKey, empty.message, at: SourceRange(0, 0), help: empty.help))
            }
            return
        }
        if tree.documents.count > 1, let second {
            issues.append(
                Issue(
                    StandardRules.unknownKey, second.message, at: tree.documents[1].range, help: second.help))
        }
        if allowsNull, tree[document.root].type == .null {
            root = nil
            return
        }
        let decoded = ContractDocument(tree, document, as: shape)
        issues += decoded.issues.map(\.issue)
        root = decoded.rootElement
    }

    /// Demands the one form of the file that exists.
    package mutating func demandFirstForm(_ message: String, help: String? = nil) {
        guard let version = root?.value(.version), version.type == .integer, version.number != 1 else { return }
        issues.append(Issue(StandardRules.invalidValue, message, at: version.range, help: help))
    }

    // MARK: Faults

    /// A file with mistakes, each with its place.
    package struct Invalid: Error {
        package let faults: [Report.Failure]

        package init(faults: [Report.Failure]) { self.faults = faults }
    }

    /// Faults of the file, in its own order: faults of the run, since nothing may hang on a typo.
    package var faults: [Report.Failure] { Self.faults(issues, in: tree) }

    /// - Throws: all that is wrong, if anything is.
    package func demandSound() throws(Invalid) {
        if !issues.isEmpty { throw Invalid(faults: faults) }
    }

    /// More than these help nobody.
    private static let mostFaults = 100

    package static func faults(_ issues: [Issue], in tree: YAMLTree) -> [Report.Failure] {
        func fault(_ message: String, at issue: Issue) -> Report.Failure {
            Report.Failure(
                file: tree.source.name, at: tree.place(of: issue.range, withExcerpt: false).start,
                message: tree.secrets.redacted(message))
        }
        let sorted = issues.sorted { ($0.range.start, $0.message) < ($1.range.start, $1.message) }
        var faults = sorted.prefix(mostFaults).map { issue in
            fault(issue.message + (issue.help.map { "; \($0)" } ?? ""), at: issue)
        }
        if sorted.count > mostFaults {
            faults.append(fault("more than \(mostFaults) mistakes; the rest is not listed", at: sorted[mostFaults]))
        }
        return faults
    }
}
