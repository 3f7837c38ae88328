internal import Basics
internal import Diagnostics
package import RuleLanguage

/// The waivers of a configuration, found by what a finding is about.
///
/// Thousands of waivers meet thousands of contracts, so they are looked up by the rule, the contract and the element where
/// these are written out, and by what a glob has beside its signs where they are not.
package final class WaiverBook: Sendable {
    package let waivers: [Waiver]
    /// The files that were read, each once.
    package let files: [PackSource.File]
    let id: ID
    /// By rule; "": those whose rule is a glob.
    private let shelves: [String: Shelf]

    /// Identity as a value: two books of one id hold the same.
    struct ID: Hashable, Sendable {
        /// SHA-256 of all that was read.
        let digest: String
    }

    package static let empty = WaiverBook([], files: [], ID(digest: ""))

    /// The same with the waivers of more files, which a configuration in a folder names.
    func adding(_ waivers: [Waiver], from files: [PackSource.File], in folder: String?) -> WaiverBook {
        let read = files.map { "\($0.name)\u{0}\(SHA256.hexDigest(of: $0.raw))" }
        let text = ([id.digest, folder ?? ""] + read).joined(separator: "\u{0}")
        return WaiverBook(
            self.waivers + waivers, files: self.files + files, ID(digest: SHA256.hexDigest(of: text)))
    }

    private init(_ waivers: [Waiver], files: [PackSource.File], _ id: ID) {
        self.waivers = waivers
        self.files = files
        self.id = id
        var shelves: [String: Shelf] = [:]
        for (index, waiver) in waivers.enumerated() {
            shelves[Waiver.isGlob(waiver.rule) ? "" : waiver.rule, default: Shelf()].add(waiver, index)
        }
        self.shelves = shelves
    }

    package var isEmpty: Bool { waivers.isEmpty }

    /// Calls `body` with the number of each waiver that a finding falls under, until it returns true.
    ///
    /// - Parameters:
    ///   - contract: nil: the document has no id; only globs that match everything are about it.
    ///   - element: nil: the finding is about the document.
    func forEach(rule: String, contract: String?, element: String?, _ body: (Int) -> Bool) {
        if waivers.isEmpty { return }
        let (contract, element) = (contract ?? "", element ?? "")
        func isMatch(_ index: Int) -> Bool {
            let waiver = waivers[index]
            return Self.matches(waiver.rule, rule) && Self.matches(waiver.contract, contract)
                && waiver.element.map { Self.matches($0, element) } ?? true
        }
        for key in [rule, ""] {
            guard let shelf = shelves[key] else { continue }
            if shelf.forEach(contract, element, { isMatch($0) && body($0) }) { return }
        }
    }

    static func matches(_ glob: String, _ text: String) -> Bool {
        Waiver.isGlob(glob) ? GlobPattern(glob).matches(text) : glob.utf8.elementsEqual(text.utf8)
    }
}

/// Waivers for one rule, or for rules by globs.
private struct Shelf {
    /// By the contract that is written out, then by element.
    private var byContract: [ExactText: PatternShelf] = [:]
    /// Of any contracts by globs.
    private var byElement = PatternShelf()
    private var byGlob = PatternShelf()

    mutating func add(_ waiver: Waiver, _ index: Int) {
        if !Waiver.isGlob(waiver.contract) {
            byContract[ExactText(waiver.contract), default: PatternShelf()].add(waiver.element, index)
        } else if let element = waiver.element, !element.utf8.allSatisfy(Waiver.isSign) {
            byElement.add(element, index)
        } else {
            byGlob.add(waiver.contract, index)
        }
    }

    /// - Returns: whether `body` has.
    func forEach(_ contract: String, _ element: String, _ body: (Int) -> Bool) -> Bool {
        if let shelf = byContract[ExactText(contract)], shelf.forEach(element, body) { return true }
        return byElement.forEach(element, body) || byGlob.forEach(contract, body)
    }
}
