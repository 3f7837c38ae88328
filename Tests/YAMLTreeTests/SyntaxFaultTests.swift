import Diagnostics
import TestSupport
import Testing
import YAMLTree

/// What cannot be read: the place where one has to look, and words that help. Text of several bytes stands before each.
@Suite struct SyntaxFaultTests {
    static let brackets = [
        FindingCase(
            "a list never closed", "größe: ⟦[⟧😀, b\n\n",
            ExpectedFinding("yaml/syntax", "the `[` that opens here is never closed", help: "the missing `]`")),
        FindingCase(
            "a mapping never closed", "größe: ⟦{⟧😀: b",
            ExpectedFinding("yaml/syntax", "the `{` that opens here is never closed", help: "the missing `}`")),
        FindingCase(
            "a list that runs into the next key", "größe: ⟦²[⟧😀, b\nid⟦:⟧ x\n",
            ExpectedFinding(
                "yaml/syntax", "a `,` or `]` is missing before this", help: "close it with `]`", related: [2])),
        FindingCase(
            "a comma forgotten", "⟦²{⟧\"größe\": \"😀\" ⟦\"id\":⟧ \"x\"}",
            ExpectedFinding("yaml/syntax", "a `,` or `}` is missing before this", related: [2])),
        FindingCase(
            "a bracket too many", "é: [😀]⟦]⟧\n",
            ExpectedFinding("yaml/syntax", "this `]` closes nothing", help: "remove it")),
        FindingCase(
            "a brace too many", "é: {a: 😀} ⟦}⟧ # c\n", ExpectedFinding("yaml/syntax", "this `}` closes nothing")),
        FindingCase(
            "a comma too many", "é: [😀, ⟦,⟧ b]\n",
            ExpectedFinding("yaml/syntax", "a value was expected here, not `,`", help: "remove the comma")),
        FindingCase(
            "a bracket where a value belongs", "é: 😀\nb: ⟦]⟧\n",
            ExpectedFinding("yaml/syntax", "a value was expected here, not `]`")),
        FindingCase(
            "text behind a bracket", "é: [😀] ⟦more⟧ text\n",
            ExpectedFinding("yaml/syntax", "text stands behind the closing `]`")),
        FindingCase(
            "a template", "é: {{ 😀 }}⟦-x⟧\n",
            ExpectedFinding(
                "yaml/syntax", "text stands behind the closing `}`", help: "put quotes around all of the text")),
        FindingCase(
            "a colon before a comma", "é: {😀⟦:,⟧ b: c}\n",
            ExpectedFinding("yaml/syntax", "`:` cannot stand before a comma", help: "a space behind it")),
    ]

    static let indentation = [
        FindingCase(
            "less than the keys above", "größe:\n    é: 1\n  ⟦b:⟧ 2\n",
            ExpectedFinding("yaml/syntax", "not indented like the lines above", help: "in the same column")),
        FindingCase(
            "more than the text above", "größe: 😀\n  name⟦:⟧ d\n",
            ExpectedFinding(
                "yaml/syntax", "the line above it has a value already", help: "indent the line like the line above")),
        FindingCase(
            "a list item among keys", "größe: 😀\n⟦-⟧ a: 1\n",
            ExpectedFinding("yaml/syntax", "a list item stands among the keys", help: "indent the list below its key")),
        FindingCase(
            "a key among list items", "é:\n  ⟦²-⟧ 😀\n  ⟦b:⟧ 1\n",
            ExpectedFinding(
                "yaml/syntax", "a list item was expected here", help: "start the item with `- `", related: [2])),
        FindingCase(
            "a list on the line of its key", "größe: ⟦-⟧ 😀\n",
            ExpectedFinding("yaml/syntax", "a list cannot start here", help: "on a line of its own")),
        FindingCase(
            "less than the first line", "  größe: 😀\n⟦id:⟧ a\n",
            ExpectedFinding("yaml/syntax", "behind the end of the document", help: "check the indentation")),
        FindingCase(
            "text behind the end", "größe: 😀\n...\n⟦more⟧\n",
            ExpectedFinding("yaml/syntax", "behind the end of the document")),
        FindingCase(
            "no key", "größe: 😀\n⟦naïve text⟧ # c\nid: 1\n",
            ExpectedFinding("yaml/syntax", "this line is no `key: value`", help: "add `:` behind the key")),
        FindingCase(
            "no key, at the end", "größe: 😀\n⟦naïve⟧", ExpectedFinding("yaml/syntax", "this line is no `key: value`")),
    ]

    static let tabs = [
        FindingCase(
            "in the indentation", "größe:\n⟦\t⟧é: 1\n",
            ExpectedFinding("yaml/tab-indentation", "indented with a tab", help: "indent with spaces")),
        FindingCase("behind spaces", "größe:\n  é: 1\n  ⟦\t⟧b: 1\n", ExpectedFinding("yaml/tab-indentation")),
        FindingCase("in a block text", "größe: |\n⟦\t⟧😀\n", ExpectedFinding("yaml/tab-indentation")),
        FindingCase("in plain text that goes on", "größe: 😀\n⟦\t⟧b\nc: d\n", ExpectedFinding("yaml/tab-indentation")),
        FindingCase("behind CRLF", "größe:\r\n⟦\t⟧é: 1\r\n", ExpectedFinding("yaml/tab-indentation")),
        FindingCase(
            "not the tab's fault", "⟦²{⟧\n\t\"größe\": 1,\n\t\"b\" ⟦2⟧\n}\n",
            ExpectedFinding("yaml/syntax", "a `,` or `}` is missing before this", related: [2])),
        FindingCase(
            "behind a dash", "größe:\n  -⟦\t⟧é: 1\n",
            ExpectedFinding("yaml/syntax", "a value cannot start with a tab", help: "use spaces")),
        FindingCase("where tabs may stand", "{\n\t\"größe\":\t[1,\n\t\t2]\n}\t# c\n"),
        FindingCase("between a key and its value, and at the end", "größe:\t😀\t\nb: |\n  c\n  \td\n"),
    ]

    static let quotes = [
        FindingCase(
            "double, never closed", "größe: ⟦\"⟧😀\nb: 1\n",
            ExpectedFinding("yaml/syntax", "the quote that opens here is never closed", help: "the closing quote")),
        FindingCase(
            "single, never closed", "größe: ⟦'⟧it''s",
            ExpectedFinding("yaml/syntax", "the quote that opens here is never closed")),
        FindingCase(
            "never closed before the next document", "é: ⟦²\"⟧😀\n⟦---⟧\nb: 1\n",
            ExpectedFinding("yaml/syntax", "the document ends inside a quoted text", related: [2])),
        FindingCase(
            "quotes in quotes", "größe: \"say \"⟦😀\"⟧ now\"\n",
            ExpectedFinding("yaml/syntax", "text stands behind the closing quote", help: "\\\" inside double quotes")),
        FindingCase(
            "an apostrophe in single quotes", "größe: 'it'⟦s'⟧\n",
            ExpectedFinding("yaml/syntax", "text stands behind the closing quote", help: "write ''")),
        FindingCase(
            "a path", "größe: \"C:⟦\\d⟧ata\"\n",
            ExpectedFinding("yaml/syntax", "`\\d` is no escape", help: "use single quotes")),
        FindingCase(
            "an escape of several bytes", "größe: \"⟦\\é⟧\"\n", ExpectedFinding("yaml/syntax", "`\\é` is no escape")),
        FindingCase(
            "an escape cut short", "größe: \"⟦\\u12⟧ 😀\"\n",
            ExpectedFinding("yaml/syntax", "`\\u12` is cut short", help: "4 hexadecimal digits")),
        FindingCase(
            "another", "größe: \"⟦\\x⟧\"\n",
            ExpectedFinding("yaml/syntax", "`\\x` is cut short", help: "2 hexadecimal digits")),
        FindingCase(
            "no character", "größe: \"⟦\\U00110000⟧0\"\n",
            ExpectedFinding("yaml/syntax", "`\\U00110000` is no character")),
        FindingCase(
            "a colon in plain text", "größe: Note⟦:⟧ this\n",
            ExpectedFinding("yaml/syntax", "text without quotes cannot hold `: `", help: "quotes around the whole text")
        ),
    ]

    static let indicators = [
        FindingCase(
            "at", "größe: ⟦@😀⟧ x\n",
            ExpectedFinding("yaml/syntax", "cannot start with `@`", help: "put quotes around the value")),
        FindingCase("a backtick", "größe: ⟦`x`⟧\n", ExpectedFinding("yaml/syntax", "cannot start with a backtick")),
        FindingCase("per cent", "größe: ⟦%x⟧\n", ExpectedFinding("yaml/syntax", "cannot start with `%`")),
        FindingCase("a question mark", "größe: ⟦?⟧ 😀\n", ExpectedFinding("yaml/syntax", "`?` cannot stand here")),
        FindingCase(
            "a pattern of files", "größe: ⟦*.csv⟧\n",
            ExpectedFinding(
                "yaml/syntax", "`*` starts an alias here", help: "put quotes around text that starts with `*`")),
        FindingCase("bold", "größe: ⟦**é**⟧ x\n", ExpectedFinding("yaml/syntax", "`*` starts an alias here")),
        FindingCase("an ampersand", "größe: ⟦&⟧ 😀\n", ExpectedFinding("yaml/syntax", "`&` starts an anchor here")),
        FindingCase(
            "a tag's handle", "größe: ⟦!foo!bar⟧ 😀\n",
            ExpectedFinding("yaml/syntax", "the tag `!foo!bar` is not defined", help: "starts with `!`")),
        FindingCase("half a tag", "größe: ⟦!<foo⟧ 😀\n", ExpectedFinding("yaml/syntax", "the tag is not complete")),
        FindingCase(
            "text behind a block's mark", "größe: | ⟦é text⟧ # c\n  b\n",
            ExpectedFinding("yaml/syntax", "behind the mark of a block text", help: "on the next line")),
        FindingCase(
            "a block indented by nothing", "größe: |⟦0⟧\n  😀\n",
            ExpectedFinding("yaml/syntax", "1 to 9 columns", help: "remove the 0")),
        FindingCase(
            "a line with per cent", "größe: 😀\n⟦%é:⟧ a\n",
            ExpectedFinding("yaml/syntax", "a line that starts with `%` is a directive")),
        FindingCase(
            "an unknown directive", "⟦%FOO⟧ é\n---\na: b\n",
            ExpectedFinding("yaml/syntax", "a line that starts with `%` is a directive")),
        FindingCase(
            "a directive twice", "# é\n%YAML 1.2\n⟦%YAML⟧ 1.2\n---\na: b\n",
            ExpectedFinding("yaml/syntax", "stands here again")),
        FindingCase(
            "another YAML", "# é\n⟦%YAML⟧ 3.0\n---\na: b\n", ExpectedFinding("yaml/syntax", "neither 1.1 nor 1.2")),
        FindingCase(
            "a merge conflict", "größe: 😀\n⟦<<<<<<< HEAD⟧\nid: a\n=======\nid: b\n>>>>>>> x\n",
            ExpectedFinding("yaml/syntax", "a merge conflict", help: "resolve it")),
        FindingCase(
            "the rest of one", "größe: 😀\n⟦=======⟧\nid: b\n", ExpectedFinding("yaml/syntax", "a merge conflict")),
    ]

    @Test(arguments: brackets + indentation + tabs + quotes + indicators) func fault(_ test: FindingCase) {
        #expect(issueDifferences(test) == [])
    }

    @Test(arguments: [
        ("a comment", "# x"), ("a comment behind spaces", "  # x"), ("a document without content", "---"),
        ("two ends", "a: b\n...\n...\n"), ("a directive alone", "%YAML 1.1\n---\na: 1"),
    ])
    func noFault(_ what: String, _ source: String) {
        #expect(read(source).issues.map(\.message) == [])
    }
}
