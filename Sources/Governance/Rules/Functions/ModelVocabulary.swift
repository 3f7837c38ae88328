/// The words that an organisation chooses for itself and that functions of rules know.
struct ModelVocabulary: Sendable {
    /// From the least to the most protected.
    var classifications = ["public", "internal", "confidential", "restricted"]

    /// The place of a classification, in any case, in that order, from 0; nil: it is none of them.
    func rank(of classification: UnsafeBufferPointer<UInt8>) -> Int? {
        classifications.firstIndex { known in
            known.utf8.count == classification.count
                && zip(known.utf8, classification).allSatisfy { $0.lowered == $1.lowered }
        }
    }
}
