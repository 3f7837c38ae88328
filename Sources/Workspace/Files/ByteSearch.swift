extension [UInt8] {
    /// True when the bytes of a word stand somewhere in these.
    func contains(word: String) -> Bool {
        let word = Array(word.utf8)
        guard let first = word.first, count >= word.count else { return false }
        return withUnsafeBufferPointer { bytes in
            for start in 0...bytes.count - word.count where bytes[start] == first {
                if word.indices.allSatisfy({ bytes[start + $0] == word[$0] }) { return true }
            }
            return false
        }
    }
}
