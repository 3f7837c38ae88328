/// The number of a version of a standard: `3.1.0`.
package struct Version: Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    package let major: Int
    package let minor: Int
    package let patch: Int

    package init(_ major: Int, _ minor: Int, _ patch: Int) {
        self.major = major
        self.minor = minor
        self.patch = patch
    }

    /// Reads `3.1.0` or `v3.1.0`: three decimal numbers of at most four digits; nil for anything else.
    package init?(_ text: some StringProtocol) {
        var numbers: [Int] = []
        var number = 0
        var digits = 0
        for byte in text.utf8.dropFirst(text.utf8.first == UInt8(ascii: "v") ? 1 : 0) {
            if byte == UInt8(ascii: "."), digits > 0, numbers.count < 2 {
                numbers.append(number)
                (number, digits) = (0, 0)
            } else {
                guard (48...57).contains(byte), digits < 4 else { return nil }
                number = number * 10 + Int(byte - 48)
                digits += 1
            }
        }
        guard digits > 0, numbers.count == 2 else { return nil }
        self.init(numbers[0], numbers[1], number)
    }

    /// For tables: a missing last number is 0 (`3.1` is 3.1.0).
    package init(stringLiteral text: String) {
        let numbers = text.split(separator: ".").map { Int($0) ?? 0 } + [0, 0]
        self.init(numbers[0], numbers[1], numbers[2])
    }

    package var description: String { "\(major).\(minor).\(patch)" }

    package static func < (a: Version, b: Version) -> Bool {
        (a.major, a.minor, a.patch) < (b.major, b.minor, b.patch)
    }
}

/// A span of versions, both ends included.
package struct Versions: Hashable, Sendable {
    package let first: Version
    package let last: Version

    private init(_ first: Version, _ last: Version) {
        self.first = first
        self.last = last
    }

    package static let all = Versions("0", Version(9999, 0, 0))
    package static let none = Versions(Version(9999, 0, 0), "0")
    package static func since(_ first: Version) -> Versions { Versions(first, all.last) }
    package static func through(_ last: Version) -> Versions { Versions(all.first, last) }
    package static func between(_ first: Version, _ last: Version) -> Versions { Versions(first, last) }

    package func contains(_ version: Version) -> Bool { first <= version && version <= last }
}

/// Standard that a document is written in: the standards of contracts and products, and the form of our own files, which the same
/// tables judge.
package enum Standard: String, CaseIterable, Sendable {
    case odcs, odps, dcs
    /// The Data Product Specification, and data usage agreements.
    case dps, dua
    case configuration, rulePack, packLock, waivers, baseline

    /// The name people use.
    package var title: String {
        switch self {
        case .odcs: "ODCS"
        case .odps: "ODPS"
        case .dcs: "DCS"
        case .dps: "DPS"
        case .dua: "DUA"
        case .configuration: "contractlint"
        case .rulePack: "rule pack"
        case .waivers: "waivers"
        case .baseline: "baseline"
        case .packLock: "lock file"
        }
    }

    /// True when its documents are contracts, products or agreements, not files of our own.
    package var isOfContracts: Bool { isJudgedByPacks || self == .dps || self == .dua }

    /// True when rules of packs are asked about its documents; the others are judged by their table and as part of the mesh.
    package var isJudgedByPacks: Bool { self == .odcs || self == .odps || self == .dcs }

    /// The versions read, oldest first.
    package var versions: [Version] {
        switch self {
        case .odcs: Self.odcsVersions
        case .odps: Self.odpsVersions
        case .dcs: Self.dcsVersions
        case .dps, .dua: Self.meshVersions
        case .configuration, .rulePack, .packLock, .waivers, .baseline: Self.ownVersions
        }
    }

    private static let odcsVersions: [Version] = [
        "2.2.0", "2.2.1", "2.2.2", "3.0.0", "3.0.1", "3.0.2", "3.1.0", "3.2.0",
    ]
    private static let odpsVersions: [Version] = ["0.9.0", "1.0.0", "1.1.0"]
    private static let dcsVersions: [Version] = ["0.9.0", "0.9.1", "0.9.2", "0.9.3", "1.1.0", "1.2.0", "1.2.1"]
    private static let meshVersions: [Version] = ["0.0.1"]
    private static let ownVersions: [Version] = ["1.0.0"]

    package var newest: Version { versions[versions.count - 1] }
}
