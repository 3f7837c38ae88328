internal import Diagnostics

/// Whole contracts, which only a comparison of two folders or revisions can miss.
extension ChangeKind {
    static let contracts = [contractAdded, contractRemoved]

    package static let contractAdded = ChangeKind(
        "contract-added", "contracts", .compatible, .minor, opposites: ["contract-removed"],
        why: "nobody relies on it yet")
    package static let contractRemoved = ChangeKind(
        "contract-removed", "contracts", .breaking, .major, opposites: ["contract-added"],
        why: "whoever relies on the contract finds none any more",
        remedy: "deprecate it with a date, retire it then, and remove its file when nobody is left")
}
