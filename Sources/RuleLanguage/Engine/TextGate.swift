internal import Basics
internal import ContractModel
internal import YAMLTree

/// A `TextProbe` as plain memory: asked of every string of a document.
struct TextGate {
    enum Kind { case always, prefix, key, secret }

    let kind: Kind
    let word: UnsafeMutableBufferPointer<UInt8>
    /// The rule's index in its set.
    let rule: Int

    init(_ probe: TextProbe, rule: Int) {
        self.rule = rule
        var bytes: [UInt8] = []
        switch probe {
        case .always: kind = .always
        case .secret: kind = .secret
        case .prefix(let prefix):
            kind = .prefix
            bytes = prefix
        case .key(let key):
            kind = .key
            bytes = key
        }
        word = .allocate(capacity: bytes.count)
        _ = word.initialize(from: bytes)
    }

    /// Shorter strings never pass, in bytes.
    var least: Int {
        switch kind {
        case .always, .key: 0
        case .prefix: word.count
        case .secret: Secrets.shortestNamed
        }
    }

    private static let names = NamesOfSecrets(.contracts)

    private func isNamedAsSecret(_ node: NodeID, _ memory: DocumentMemory) -> Bool {
        let name = Self.names.name(of: node, in: memory.nodes)
        return name >= 0 && Secrets.isName(memory.text(of: name))
    }

    /// True when the rule has to be asked about a string.
    @inline(__always)
    func passes(_ node: NodeID, _ text: UnsafeBufferPointer<UInt8>, _ memory: DocumentMemory) -> Bool {
        switch kind {
        case .always: return true
        case .secret: return Secrets.mayHold(text) || isNamedAsSecret(node, memory)
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
