internal import Basics
internal import Diagnostics
package import RuleLanguage

/// The waivers of a configuration, found by what a finding is about.
///
/// Thousands of waivers meet thousands of contracts, so they are looked up by the rule, the contract and the element where
/// these are written out, and by the text before the first `*` or `?` of a contract where it is a glob.
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
    private struct Part: Hashable {
        var contract: ExactText
        var element: ExactText
    }

    private var byElement: [Part: [Int]] = [:]
    /// Without an element, or with a glob.
    private var byContract: [ExactText: [Int]] = [:]
    /// By what stands before the first sign of a glob.
    private var byBeginning: [ExactText: [Int]] = [:]
    /// In bytes, of the beginnings there are.
    private var lengths: [Int] = []

    mutating func add(_ waiver: Waiver, _ index: Int) {
        if Waiver.isGlob(waiver.contract) {
            let beginning = String(
                decoding: waiver.contract.utf8.prefix { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "?") },
                as: UTF8.self)
            byBeginning[ExactText(beginning), default: []].append(index)
            let length = beginning.utf8.count
            if !lengths.contains(length) { lengths.append(length) }
        } else if let element = waiver.element, !Waiver.isGlob(element) {
            byElement[Part(contract: ExactText(waiver.contract), element: ExactText(element)), default: []].append(
                index)
        } else {
            byContract[ExactText(waiver.contract), default: []].append(index)
        }
    }

    /// - Returns: whether `body` has.
    func forEach(_ contract: String, _ element: String, _ body: (Int) -> Bool) -> Bool {
        let key = ExactText(contract)
        if let found = byElement[Part(contract: key, element: ExactText(element))], found.contains(where: body) {
            return true
        }
        if let found = byContract[key], found.contains(where: body) { return true }
        for length in lengths where length <= contract.utf8.count {
            let beginning = ExactText(String(decoding: contract.utf8.prefix(length), as: UTF8.self))
            if let found = byBeginning[beginning], found.contains(where: body) { return true }
        }
        return false
    }
}
