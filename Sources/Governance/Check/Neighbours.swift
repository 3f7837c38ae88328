internal import Basics
internal import ContractModel
internal import NativeRules
internal import YAMLTree

/// Files beside those of a run, as whoever keeps them lets them be seen.
package struct Neighbours: Sendable {
    package enum File: Sendable {
        case missing
        case bytes([UInt8])
        /// Not to be looked at, or not to be read.
        case unknown
    }

    /// File that a path leads to, counted from the folder of a file of the run, which is known by its name in reports.
    private let reading: @Sendable (_ path: String, _ name: String) -> File

    package init(reading: @escaping @Sendable (_ path: String, _ name: String) -> File) { self.reading = reading }

    package func read(_ path: String, from name: String) -> File { reading(path, name) }

    /// Nothing is known of any file.
    package static let unknown = Neighbours { _, _ in .unknown }
}

/// Files that contracts of one folder refer to, read once for several of them.
struct NeighbourCache {
    private var known: [String: NeighbourReference.Neighbour] = [:]
    private var kept: [String] = []

    /// Files kept at once, and files that one contract may have read.
    private static let mostKept = 8
    static let mostRead = 100

    /// - Returns: what a path leads to, and whether it had to be read.
    mutating func file(
        _ path: String, from name: String, _ neighbours: Neighbours, _ limits: YAMLLimits
    ) -> (NeighbourReference.Neighbour, isRead: Bool) {
        let folder = name.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let key = "\(folder)\u{0}\(path)"
        if let found = known[key] { return (found, false) }
        let found: NeighbourReference.Neighbour =
            switch neighbours.read(path, from: name) {
            case .missing: .missing
            case .unknown: .unknown
            case .bytes(let raw): .file(YAMLTree(name: path, raw: raw, vocabulary: .contracts, limits: limits))
            }
        if kept.count >= Self.mostKept { known[kept.removeFirst()] = nil }
        known[key] = found
        kept.append(key)
        return (found, true)
    }
}
