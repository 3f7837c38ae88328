import Basics
import TestSupport
import Testing

@Suite struct SemanticVersionTests {
    @Test(
        arguments: [
            "", "v", "a", "1.", ".1", "1.2.3.4", "1.2.x", "-1.0.0", "1.0.0-", "1-rc", "2024-06-01", "1.0.0000000001",
            String(repeating: "1", count: 500),
        ])
    func whatIsNoVersion(_ text: String) { #expect(SemanticVersion(text) == nil) }

    @Test(arguments: [
        ("1.2.3", "1.2.3"), ("v2", "2.0.0"), ("1.4", "1.4.0"), ("1.0.0-rc.1+b5", "1.0.0-rc.1"), ("1.0.0+b-5", "1.0.0"),
    ])
    func versions(_ text: String, _ expected: String) { #expect(SemanticVersion(text)?.description == expected) }

    /// Semantic Versioning 2.0.0, section 11.
    @Test func precedence() throws {
        let order = [
            "0.9.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11",
            "1.0.0-rc.1", "1.0.0", "1.0.1", "1.1.0", "2.0.0",
        ].compactMap(SemanticVersion.init)
        #expect(order.count == 12)
        for (index, version) in order.enumerated() {
            for (other, later) in order.enumerated() { #expect((version < later) == (index < other)) }
        }
    }

    @Test(arguments: [
        ("1.0.0", true), ("0.0.0", true), ("10.20.30", true), ("1.2.3-rc.1", true), ("1.2.3-rc.1+build.05", true),
        ("1.2.3+001", true), ("1.0.0-alpha-beta", true), ("1.0.0--", true), ("99999999999999999999.0.0", true),
        ("v1.0.0", false), ("v1", false), ("1", false), ("1.0", false), ("1.0.0.0", false), ("01.0.0", false),
        ("1.0.0-01", false),
        ("1.0.0-", false), ("1.0.0+", false), ("1.0.0-a..b", false), ("1.0.0 ", false), ("", false), ("a.b.c", false),
        ("1..0", false),
        ("2024-06-01", false), ("-1.0.0", false), ("1.0.0-é", false),
    ])
    func readsVersions(_ version: String, _ expected: Bool) {
        #expect(bytes(version, SemanticVersion.isValid) == expected)
    }
}
