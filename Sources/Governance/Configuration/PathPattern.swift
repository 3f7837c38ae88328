internal import Basics
package import Patterns

/// A pattern of paths as in `.gitignore`, relative to the folder of the file it stands in.
///
/// `*` and `?` stay within a folder, `**` crosses folders, `[a-z]` is a class. Without a `/` before its end a pattern
/// matches at any depth; one that ends in `/` matches folders. Whatever matches a folder matches all that is below.
package struct PathPattern: Sendable {
    package let text: String
    private let matcher: Pattern

    /// - Throws: `Pattern.Unusable` for a class that is none.
    package init(_ text: String) throws(Pattern.Unusable) {
        self.text = text
        matcher = try Pattern(Self.regex(text))
    }

    /// - Parameters:
    ///   - path: relative to the pattern's folder, `/` between folders.
    ///   - isFolder: whether the path itself is a folder.
    package func matches(_ path: String, isFolder: Bool = false) -> Bool {
        matcher.isFound(in: isFolder ? path + "/" : path)
    }

    private static func regex(_ glob: String) -> String {
        var body = Substring(glob)
        if body.hasPrefix("./") { body = body.dropFirst(2) }
        let isFolderOnly = body.hasSuffix("/")
        if isFolderOnly { body = body.dropLast() }
        let isAnchored = body.contains("/")
        if body.hasPrefix("/") { body = body.dropFirst() }
        return "^" + (isAnchored ? "" : "(?:.*/)?") + translate(body) + (isFolderOnly ? "/" : "(?:/.*)?$")
    }

    private static func translate(_ glob: Substring) -> String {
        var regex = "(?s:"
        var rest = glob
        while let character = rest.first {
            if rest.hasPrefix("**/") {
                regex += "(?:.*/)?"
                rest = rest.dropFirst(3)
                continue
            }
            if rest.hasPrefix("**") {
                regex += ".*"
                rest = rest.dropFirst(2)
                continue
            }
            rest = rest.dropFirst()
            switch character {
            case "*": regex += "[^/]*"
            case "?": regex += "[^/]"
            case "[":
                if let end = rest.dropFirst().firstIndex(of: "]") {
                    let inside = rest[..<end]
                    let isNegated = inside.hasPrefix("!") || inside.hasPrefix("^")
                    let members = (isNegated ? inside.dropFirst() : inside).map {
                        $0 == "\\" || $0 == "[" ? "\\\($0)" : String($0)
                    }
                    regex += "[" + (isNegated ? "^/" : "") + members.joined() + "]"
                    rest = rest[end...].dropFirst()
                } else {
                    regex += "\\["
                }
            case "\\" where !rest.isEmpty:
                regex += escaped(rest.removeFirst())
            default: regex += escaped(character)
            }
        }
        return regex + ")"
    }

    private static func escaped(_ character: Character) -> String {
        character.isASCII && !character.isLetter && !character.isNumber ? "\\\(character)" : String(character)
    }
}
