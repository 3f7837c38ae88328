/// The version of a contract, by Semantic Versioning 2.0.0 (https://semver.org). A `v` in front, and one or two numbers
/// alone, are taken as well: `v1.2` is 1.2.0.
package struct SemanticVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
    package var major: Int
    package var minor: Int
    package var patch: Int
    /// Behind `-`: what comes before the release.
    package var prerelease: [String]

    package init(_ major: Int, _ minor: Int, _ patch: Int, prerelease: [String] = []) {
        self.major = major
        self.minor = minor
        self.patch = patch
        self.prerelease = prerelease
    }

    /// - Returns: nil for what is no version: dates, words, numbers of more than nine digits.
    package init?(_ text: String) {
        guard text.utf8.count <= 200 else { return nil }
        var rest = text[...]
        if rest.first == "v" || rest.first == "V" { rest = rest.dropFirst() }
        rest = rest.prefix { $0 != "+" }
        let release = rest.prefix { $0 != "-" }
        let numbers = release.split(separator: ".", omittingEmptySubsequences: false).map { part in
            part.utf8.count <= 9 && part.utf8.allSatisfy(\.isDigit) ? Int(part) : nil
        }
        guard (1...3).contains(numbers.count), let major = numbers[0],
            let minor = numbers.count > 1 ? numbers[1] : 0, let patch = numbers.count > 2 ? numbers[2] : 0
        else { return nil }
        let labels = rest.dropFirst(release.count + 1).split(separator: ".").map(String.init)
        if rest.count > release.count, labels.isEmpty || numbers.count < 3 { return nil }
        self.init(major, minor, patch, prerelease: labels)
    }

    /// True when a text is a version to the letter: three numbers without leading zeros, no `v` before them.
    package static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let release = text.prefix { $0 != UInt8(ascii: "+") }
        let core = release.prefix { $0 != UInt8(ascii: "-") }
        let numbers = parts(core)
        return numbers.count == 3 && numbers.allSatisfy(isNumber)
            && areLabels(release[core.endIndex...]) { !$0.allSatisfy(\.isDigit) || isNumber($0) }
            // Behind the `+` a number may be written as `007`.
            && areLabels(text[release.endIndex...]) { _ in true }
    }

    /// Words of letters, digits and hyphens behind a mark, with dots between; or nothing at all.
    private static func areLabels(
        _ text: Slice<UnsafeBufferPointer<UInt8>>, _ isAllowed: (Slice<UnsafeBufferPointer<UInt8>>) -> Bool
    ) -> Bool {
        text.isEmpty
            || parts(text.dropFirst()).allSatisfy {
                !$0.isEmpty && $0.allSatisfy(isLabelCharacter) && isAllowed($0)
            }
    }

    private static func parts(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> [Slice<UnsafeBufferPointer<UInt8>>] {
        text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    }

    private static func isNumber(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        !text.isEmpty && text.allSatisfy(\.isDigit) && (text.count == 1 || text.first != UInt8(ascii: "0"))
    }

    private static func isLabelCharacter(_ byte: UInt8) -> Bool {
        byte.isDigit || byte.isLetter || byte == UInt8(ascii: "-")
    }

    package var description: String {
        "\(major).\(minor).\(patch)" + (prerelease.isEmpty ? "" : "-" + prerelease.joined(separator: "."))
    }

    /// Section 11: a prerelease comes before its release; numbers before words.
    package static func < (a: SemanticVersion, b: SemanticVersion) -> Bool {
        if (a.major, a.minor, a.patch) != (b.major, b.minor, b.patch) {
            return (a.major, a.minor, a.patch) < (b.major, b.minor, b.patch)
        }
        if a.prerelease.isEmpty || b.prerelease.isEmpty { return !a.prerelease.isEmpty && b.prerelease.isEmpty }
        for (own, other) in zip(a.prerelease, b.prerelease) where own != other {
            switch (Int(own), Int(other)) {
            case (let first?, let second?): return first < second
            case (nil, nil): return own < other
            case (let first, _): return first != nil
            }
        }
        return a.prerelease.count < b.prerelease.count
    }
}
