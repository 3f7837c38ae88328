package import Diagnostics

/// Rules of the standards, judged by the version that a document declares.
package enum StandardRules {
    package static let unknownKey = RuleDescriptor(
        "standard/unknown-key", .error, "Every key is one of the standard's.",
        why: "Tools ignore or refuse keys they do not know, so what it says reaches nobody.")
    package static let missingKey = RuleDescriptor(
        "standard/missing-key", .error, "The keys that the standard demands are there.",
        why: "Tools that read the contract rely on it and refuse the file without it.")
    package static let wrongType = RuleDescriptor(
        "standard/wrong-type", .error, "Every value has the type that the standard gives its key.",
        why: "Tools that read the contract fail on it, or take it for something else.")
    package static let invalidValue = RuleDescriptor(
        "standard/invalid-value", .error, "Values are among those that the standard allows.",
        why: "Tools that read the contract do not know what it means.")
    package static let exclusiveKeys = RuleDescriptor(
        "standard/exclusive-keys", .error, "Keys that exclude each other do not stand together.",
        why: "Nobody can tell which of them counts.")
    package static let misplacedKey = RuleDescriptor(
        "standard/misplaced-key", .error, "Every key stands where the standard puts it.",
        why: "Tools look for it elsewhere, so what it says here reaches nobody.")
    package static let deprecatedKey = RuleDescriptor(
        "standard/deprecated-key", .warning, "Keys that the standard means to drop are not used.",
        why: "The next version of the standard may refuse them.")
    package static let unknownVersion = RuleDescriptor(
        "standard/unknown-version", .error, "The document declares a version of its standard that exists.",
        why: "It was judged by another version than its author may have had in mind.")
    package static let proseConflict = RuleDescriptor(
        "standard/prose-conflict", .warning,
        "What the text and the schema of the standard disagree on is said both ways.",
        why: "Tools follow one or the other, so the same contract passes here and fails there.", tier: .strict)

    package static let emptyValue = RuleDescriptor(
        "standard/empty-value", .warning, "Keys that the standard demands say something.",
        why: "A name or an identifier of nothing passes the schema, and nobody can refer to it.")

    package static let all = [
        unknownKey, missingKey, wrongType, invalidValue, exclusiveKeys, misplacedKey, deprecatedKey, unknownVersion,
        proseConflict, emptyValue,
    ]
}
