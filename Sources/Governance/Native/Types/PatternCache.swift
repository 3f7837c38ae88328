internal import ContractModel

/// The patterns that contracts demand of their texts, compiled. Its size, and what one document may cost, are bounded.
struct PatternCache {
    enum Entry {
        case usable(Pattern)
        /// Why it is not checked.
        case unusable(String)
    }

    /// For each pattern, in bytes. A hundred repeats of a class of letters fit.
    private static let memory = 2 << 20
    private static let mostKept = 32
    /// Compiling may take milliseconds, so of each document so many different patterns are checked and no more.
    private static let mostForDocument = 128
    private static let longest = 4096

    private var entries: [String: Entry] = [:]
    private var document: ObjectIdentifier?
    /// The patterns of the document at hand. Counted whether they were compiled before or not: a finding must not depend on
    /// what was checked earlier.
    private var seen: Set<String> = []

    mutating func pattern(_ text: String, in document: ContractDocument) -> Entry {
        if self.document != ObjectIdentifier(document) {
            self.document = ObjectIdentifier(document)
            seen.removeAll(keepingCapacity: true)
        }
        guard text.utf8.count <= Self.longest else { return .unusable("it is longer than \(Self.longest) bytes") }
        if !seen.contains(text) {
            guard seen.count < Self.mostForDocument else {
                return .unusable("the contract has more than \(Self.mostForDocument) different patterns")
            }
            seen.insert(text)
        }
        if let known = entries[text] { return known }
        if entries.count >= Self.mostKept { entries.removeAll(keepingCapacity: true) }
        let entry = Self.compile(text)
        entries[text] = entry
        return entry
    }

    private static func compile(_ text: String) -> Entry {
        do throws(Pattern.Unusable) {
            return .usable(try Pattern(text, memory: memory))
        } catch {
            return .unusable(error.reason)
        }
    }
}
