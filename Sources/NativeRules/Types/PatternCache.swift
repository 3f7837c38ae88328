internal import ContractModel
internal import Patterns

/// The patterns that contracts demand of their texts, compiled. Its size, and what one document may cost, are bounded.
///
/// RE2 takes time linear in the text, but also in the size of the pattern: both together have a budget for each document. A
/// finding must not depend on what was checked earlier, so work counts whether it was done before or not.
struct PatternCache {
    enum Entry {
        case usable(Pattern)
        /// Why it is not checked.
        case unusable(String)
    }

    /// Outcome for one text.
    enum Outcome {
        case matches, differs
        /// The document has used up its budget; the first time that this is found.
        case exhausted
    }

    /// For each pattern, in bytes.
    private static let memory = 2 << 20
    private static let mostKept = 32
    /// The largest pattern, in estimated instructions: a hundred repeats of a class of letters.
    private static let largest = 100_000
    /// The patterns of one document together.
    private static let mostCompiled = 2_000_000
    /// Instructions times bytes of all searches in one document.
    private static let mostSearched = 500_000_000

    private var entries: [String: Entry] = [:]
    /// The document at hand; kept, so that the next one is told from it.
    private var document: ContractDocument?
    /// Its patterns with their sizes.
    private var sizes: [String: Int] = [:]
    private var compiled = 0
    private var searched = 0
    private var isExhausted = false

    mutating func pattern(_ text: String, in document: ContractDocument) -> Entry {
        begin(document)
        if sizes[text] == nil {
            let size = PatternSize.estimate(text) + 100
            guard size <= Self.largest, text.utf8.count <= Self.largest else { return .unusable("it is too large") }
            guard compiled + size <= Self.mostCompiled else {
                return .unusable("the contract has too many different patterns")
            }
            compiled += size
            sizes[text] = size
        }
        if let known = entries[text] { return known }
        if entries.count >= Self.mostKept { entries.removeAll(keepingCapacity: true) }
        let entry = Self.compile(text)
        entries[text] = entry
        return entry
    }

    /// Searches a text; nil when the budget was used up before.
    ///
    /// - Parameter source: the text of the pattern.
    mutating func search(
        _ text: UnsafeBufferPointer<UInt8>, for pattern: Pattern, _ source: String, in document: ContractDocument
    ) -> Outcome? {
        begin(document)
        if isExhausted { return nil }
        searched += text.count * (sizes[source] ?? Self.largest)
        if searched > Self.mostSearched {
            isExhausted = true
            return .exhausted
        }
        return pattern.isFound(in: text) ? .matches : .differs
    }

    private mutating func begin(_ document: ContractDocument) {
        guard self.document !== document else { return }
        self.document = document
        sizes.removeAll(keepingCapacity: true)
        compiled = 0
        searched = 0
        isExhausted = false
    }

    private static func compile(_ text: String) -> Entry {
        do throws(Pattern.Unusable) {
            return .usable(try Pattern(text, memory: memory))
        } catch {
            return .unusable(error.reason)
        }
    }
}
