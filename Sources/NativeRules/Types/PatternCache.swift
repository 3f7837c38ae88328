internal import ContractModel
internal import Patterns
internal import YAMLTree

/// The patterns that contracts demand of their texts, compiled. Its size, and what one file may cost, are bounded.
///
/// RE2 takes time linear in the text, but also in the size of the pattern: both together have a budget for each file, however
/// many documents it holds. A finding must not depend on what was checked earlier, so work counts whether it was done before
/// or not.
struct PatternCache {
    enum Entry {
        case usable(Pattern)
        /// Why it is not checked.
        case unusable(String)
    }

    /// Outcome for one text.
    enum Outcome {
        case matches, differs
        /// The file has used up its budget; the first time that this is found.
        case exhausted
    }

    /// For each pattern, in bytes.
    private static let memory = 2 << 20
    /// From one file to the next.
    private static let mostKept = 32
    /// The largest pattern, in estimated instructions: a hundred repeats of all letters there are.
    private static let largest = 150_000
    /// Instructions of the patterns of one file together, of which RE2 compiles about a million in a second.
    private static let mostCompiled = 400_000
    /// Beside its instructions a pattern costs as much as so many.
    private static let overhead = 100
    /// Instructions times bytes of all searches in one file.
    private static let mostSearched = 400_000_000

    private var entries: [String: Entry] = [:]
    /// The file at hand; kept, so that the next one is told from it.
    private var tree: YAMLTree?
    /// Its patterns with their sizes.
    private var sizes: [String: Int] = [:]
    private var compiled = 0
    private var searched = 0
    private var isExhausted = false

    mutating func pattern(_ text: String, in document: ContractDocument) -> Entry {
        begin(document.tree)
        if sizes[text] != nil, let known = entries[text] { return known }
        let estimate = PatternSize.estimate(text) + Self.overhead
        guard estimate <= Self.largest, text.utf8.count <= Self.largest else { return .unusable("it is too large") }
        guard compiled + estimate <= Self.mostCompiled else {
            return .unusable("the file has too many different patterns")
        }
        let entry = entries[text] ?? Self.compile(text)
        let size = if case .usable(let pattern) = entry { pattern.size + Self.overhead } else { estimate }
        entries[text] = entry
        sizes[text] = size
        compiled += size
        return entry
    }

    /// Searches a text; nil when the budget was used up before.
    ///
    /// - Parameter source: the text of the pattern.
    mutating func search(
        _ text: UnsafeBufferPointer<UInt8>, for pattern: Pattern, _ source: String, in document: ContractDocument
    ) -> Outcome? {
        begin(document.tree)
        if isExhausted { return nil }
        searched += text.count * (sizes[source] ?? Self.largest)
        if searched > Self.mostSearched {
            isExhausted = true
            return .exhausted
        }
        return pattern.isFound(in: text) ? .matches : .differs
    }

    private mutating func begin(_ tree: YAMLTree) {
        guard self.tree !== tree else { return }
        self.tree = tree
        if entries.count > Self.mostKept { entries.removeAll() }
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
