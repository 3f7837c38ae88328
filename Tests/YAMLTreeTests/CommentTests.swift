import Basics
import Diagnostics
import Testing
import YAMLTree

@Suite struct CommentTests {
    private func comments(_ text: String) -> [YAMLTree.Comment] {
        YAMLTree(name: "test.yaml", raw: Array(text.utf8), vocabulary: Vocabulary(["a"])).comments()
    }

    @Test func findsCommentsAndNothingElse() {
        let found = comments(
            """
            # one
            a: x # two
            b: "no # comment" # three
            c: 'no # comment'
            d: no#comment
            e: | # four
              # no comment
            f: [1, # five
              2]
            # six
            """)
        #expect(found.map(\.text) == [" one", " two", " three", " four", " five", " six"])
        #expect(found.map(\.ownsLine) == [true, false, false, false, false, true])
    }

    @Test func placesCountBytes() {
        let text = "\u{FEFF}# é\r\na: \"ü\" # ß\r\n"
        #expect(comments(text).map(\.range) == [SourceRange(3, 7), SourceRange(17, 21)])
    }

    @Test func stopsWhereTheFileBreaksOff() {
        #expect(comments("a: 1 # seen\nb: [ # seen\nc: \"x # unseen").map(\.text) == [" seen", " seen"])
    }

    @Test func valuesOfAliasesHideNoComment() {
        #expect(comments("a: &x y\nb: *x # after\n").map(\.text) == [" after"])
    }
}
