internal import Diagnostics

/// One id in two contracts of a run.
enum IDUnique {
    static let rule = RuleDescriptor(
        "interoperability/id-unique", .error,
        "No two contracts have the same id, unless they are versions of one contract.",
        why: "Data products and catalogues find a contract by its id; with two they take either.",
        reference: "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/fundamentals/")
}
