internal import CEL
internal import ContractModel
internal import YAMLTree

/// A `TextProbe` as plain memory: asked of every string of a document.
struct TextGate {
    enum Kind { case always, prefix, key, clue }

    let kind: Kind
    let word: UnsafeMutableBufferPointer<UInt8>
    private let clue: Promises.Clue?
    /// The rule's index in its set.
    let rule: Int

    init(_ probe: TextProbe, rule: Int) {
        self.rule = rule
        var bytes: [UInt8] = []
        switch probe {
        case .always: kind = .always
        case .clue: kind = .clue
        case .prefix(let prefix):
            kind = .prefix
            bytes = prefix
        case .key(let key):
            kind = .key
            bytes = key
        }
        clue = if case .clue(let overload) = probe { GovernanceLibrary.clues[overload] } else { nil }
        word = .allocate(capacity: bytes.count)
        _ = word.initialize(from: bytes)
    }

    /// Shorter strings never pass, in bytes.
    var least: Int {
        switch kind {
        case .always, .key: 0
        case .prefix: word.count
        case .clue: clue?.shortest ?? 0
        }
    }

    /// True when the rule has to be asked about a string.
    @inline(__always)
    func passes(
        _ node: NodeID, _ text: UnsafeBufferPointer<UInt8>, _ memory: DocumentMemory, _ evaluation: Evaluation
    ) -> Bool {
        switch kind {
        case .always: return true
        case .clue: return clue?.isFound(.object(-1, node: node, type: 0), evaluation) ?? true
        case .prefix:
            guard text.count >= word.count else { return false }
            for index in 0..<word.count where text[index] != word[index] { return false }
            return true
        case .key:
            let key = memory.key(of: node)
            if key < 0 { return word.count == 0 }
            let own = memory.text(of: key)
            guard own.count == word.count else { return false }
            for index in 0..<word.count where own[index] != word[index] { return false }
            return true
        }
    }
}
