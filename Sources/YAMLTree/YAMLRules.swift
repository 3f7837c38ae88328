package import Diagnostics

/// Faults of a file before one asks what it means.
package enum YAMLRules {
    package static let syntax = RuleDescriptor(
        "yaml/syntax", .error, "The file is well-formed YAML.",
        why: "Whatever stands behind the fault is invisible to every tool that reads the contract.",
        reference: "https://yaml.org/spec/1.2.2/")
    package static let duplicateKey = RuleDescriptor(
        "yaml/duplicate-key", .error, "No mapping holds a key twice.",
        why: "Tools differ on which of the two counts, so readers of the contract are promised different things.",
        reference: "https://yaml.org/spec/1.2.2/#3213-node-comparison")
    package static let encoding = RuleDescriptor(
        "yaml/encoding", .error, "The file is UTF-8 (or UTF-16 with a byte order mark) without control characters.",
        why: "Tools read other bytes differently or refuse the whole file.",
        reference: "https://yaml.org/spec/1.2.2/#51-character-set")
    package static let tabIndentation = RuleDescriptor(
        "yaml/tab-indentation", .error, "Lines are indented with spaces.",
        why: "YAML forbids tabs in indentation, since their width is anybody's guess.",
        reference: "https://yaml.org/spec/1.2.2/#61-indentation-spaces")
    package static let limit = RuleDescriptor(
        "yaml/limit", .error, "The file stays within the limits of nesting, aliases and size.",
        why: "Beyond the limits nothing was checked.")
    package static let ambiguousScalar = RuleDescriptor(
        "yaml/ambiguous-scalar", .warning, "Values that YAML 1.1 and 1.2 read differently are quoted.",
        why: "Many tools still read YAML 1.1, so they see another value than the one written here.",
        reference: "https://yaml.org/spec/1.2.2/ext/changes/")
    package static let mergeKey = RuleDescriptor(
        "yaml/merge-key", .warning, "Contracts spell out their content instead of merging it with `<<`.",
        why: "The merge key is no part of YAML 1.2; tools that do not know it read a key named `<<`.",
        reference: "https://yaml.org/type/merge.html", tier: .strict)
    package static let anchorUnused = RuleDescriptor(
        "yaml/anchor-unused", .warning, "Every anchor has an alias.",
        why: "An anchor nobody refers to is often the remains of an edit, or a misspelt alias elsewhere.",
        reference: "https://yaml.org/spec/1.2.2/#692-node-anchors", tier: .strict)

    package static let all = [
        syntax, duplicateKey, encoding, tabIndentation, limit, ambiguousScalar, mergeKey, anchorUnused,
    ]
}
