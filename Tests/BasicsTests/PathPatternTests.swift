import Basics
import Testing

@Suite struct PathPatternTests {
    @Test(arguments: [
        // A pattern without a folder matches at any depth, and what matches a folder matches all below.
        ("*.tmp.yaml", "a.tmp.yaml", true), ("*.tmp.yaml", "x/y/a.tmp.yaml", true), ("*.tmp.yaml", "a.yaml", false),
        ("drafts", "drafts/a.yaml", true), ("drafts", "x/drafts/y/a.yaml", true), ("drafts", "mydrafts/a.yaml", false),
        ("drafts/", "drafts/a.yaml", true), ("drafts/", "drafts", false), ("drafts/", "x/drafts/a.yaml", true),
        // With a folder it is anchored.
        ("contracts/old/**", "contracts/old/a.yaml", true), ("contracts/old/**", "x/contracts/old/a.yaml", false),
        ("/a.yaml", "a.yaml", true), ("/a.yaml", "x/a.yaml", false), ("./a/b.yaml", "a/b.yaml", true),
        ("**/fixtures/**", "fixtures/a.yaml", true), ("**/fixtures/**", "x/fixtures/y/a.yaml", true),
        ("**/fixtures/**", "x/fixture/a.yaml", false), ("a/**/b.yaml", "a/b.yaml", true),
        ("a/**/b.yaml", "a/x/y/b.yaml", true),
        // One star and a question mark stay within a folder.
        ("a/*.yaml", "a/b.yaml", true), ("a/*.yaml", "a/b/c.yaml", false), ("a/?.yaml", "a/b.yaml", true),
        ("a/?.yaml", "a/bc.yaml", false),
        ("a/?/c", "a///c", false),
        // Classes.
        ("v[0-9].yaml", "v1.yaml", true), ("v[0-9].yaml", "vx.yaml", false), ("v[!0-9].yaml", "vx.yaml", true),
        ("v[!0-9].yaml", "v1.yaml", false),
        ("a[", "a[", true),
        // What means something to a regular expression means itself.
        ("a.yaml", "axyaml", false), ("a+(b).yaml", "a+(b).yaml", true), ("\\*.yaml", "*.yaml", true),
        ("\\*.yaml", "a.yaml", false),
        ("größe*.yaml", "größe1.yaml", true),
    ])
    func matches(_ pattern: String, _ path: String, _ expected: Bool) throws {
        #expect(try PathPattern(pattern).matches(path) == expected)
    }

    @Test func aFolderPatternMatchesTheFolderItself() throws {
        #expect(try PathPattern("drafts/").matches("x/drafts", isFolder: true))
        #expect(try !PathPattern("drafts/").matches("x/drafts.yaml"))
        #expect(try PathPattern("old/**").matches("old", isFolder: true))
        #expect(try !PathPattern("old/**").matches("old"))
    }

    @Test func aClassThatIsNone() {
        #expect {
            try PathPattern("x/[z-a].yaml")
        } throws: { error in
            (error as? PathPattern.Unusable)?.reason == "invalid character class range: z-a"
        }
    }

    /// As long as both together, not as their product to the third.
    @Test(arguments: ["*a*a*a*a*a*b", "**/a/**/a/**/a/**/b", "**/*a*a*a*b/**"])
    func noPatternTakesLong(_ pattern: String) throws {
        let path = String(repeating: String(repeating: "a", count: 200) + "/", count: 40) + "a"
        let clock = ContinuousClock()
        let pattern = try PathPattern(pattern)
        let time = clock.measure { for _ in 0..<20 { #expect(!pattern.matches(path)) } }
        #expect(time < .seconds(5))
    }
}
