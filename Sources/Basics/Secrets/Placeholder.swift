/// Text that stands where a secret will be.
enum Placeholder {
    /// A reference, or text that says of itself that it is an example: `changeme`, `AKIAIOSFODNN7EXAMPLE`.
    static func isOne(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if isReference(text) { return true }
        let first = text[0]
        if first == UInt8(ascii: "$") || first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return true }
        return NameWords.with(text) { words in
            for index in 0..<words.count where wordsOfExamples.contains(words[index]) { return true }
            return isSpecimen(text)
        }
    }

    /// `${PASSWORD}`, `{{ token }}`, `<password>`, `$TOKEN`, `%(key)s`, `****`, and what leads to a vault: nothing that anybody
    /// could use.
    static func isReference(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = text.first, let last = text.last else { return true }
        if first == UInt8(ascii: "<"), last == UInt8(ascii: ">") { return true }
        if first == UInt8(ascii: "%"), last == UInt8(ascii: "%") || last == UInt8(ascii: "s") { return true }
        if first == UInt8(ascii: "$"),
            text.dropFirst().allSatisfy({ $0.isUpper || $0.isDigit || $0 == UInt8(ascii: "_") })
        {
            return true
        }
        // A variable anywhere inside.
        for index in 0..<text.count - 1
        where text[index + 1] == UInt8(ascii: "{") || text[index + 1] == UInt8(ascii: "(") {
            let byte = text[index]
            if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "#") { return true }
        }
        return isRepeated(text) || leadsToVault(text)
    }

    static func isSame(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { $0.lowered == $1.lowered }
    }

    /// No more than three different characters: `****`, `xxxx-xxxx`, `0000`.
    private static func isRepeated(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var seen: (UInt8, UInt8, UInt8) = (text[0], text[0], text[0])
        for byte in text where byte != seen.0 && byte != seen.1 && byte != seen.2 {
            if seen.1 == seen.0 { seen.1 = byte } else if seen.2 == seen.0 { seen.2 = byte } else { return false }
        }
        return true
    }

    /// Beginnings of references to where a secret is kept, as the documentation of the vaults writes them.
    private static let vaults: [StaticString] = [
        "vault:", "secret:", "secrets.", "secretref:", "keyvault:", "akv:", "azkv:", "@microsoft.keyvault(",
        "aws-sm:", "awssm:", "arn:aws:secretsmanager:", "arn:aws:ssm:", "ssm:", "gcp-sm:", "gcpsm:", "sm:", "op:",
        "bws:",
        "doppler:", "conjur:", "env:", "env.", "env(", "env[", "enc[", "enc(", "ref+", "file:", "dbutils.secrets",
        "lookup(",
        "!vault",
    ]

    private static func leadsToVault(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if vaults.contains(where: { starts(text, 0, with: $0) }) { return true }
        // `projects/x/secrets/y` and `https://x.vault.azure.net/secrets/y`
        guard starts(text, 0, with: "projects/") || starts(text, 0, with: "https://") else { return false }
        return text.indices.contains { starts(text, $0, with: "/secrets/") }
    }

    private static func starts(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, with word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard start + count <= text.count else { return false }
        for index in 0..<count where text[start + index].lowered != word.utf8Start[index] { return false }
        return true
    }

    /// True for a word of the standards, or of everyday, that stands behind a name of secrets and is none: `token: string`.
    static func isPlainWord(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.withLowercase { plainWords.contains($0) } ?? false
    }

    private static let plainWords = WordTable(
        """
        null none true false string text varchar integer number boolean object array binary bytes date timestamp type
        name value password token secret required optional public private internal confidential restricted sensitive
        active basic bearer oauth oauth2 kerberos ldap header query cookie unknown hashed encrypted masked rotated
        """)

    /// True when the body of a token says of itself that it is none: `IOSFODNN7EXAMPLE`, `xxxx…`, `your_token_here`.
    ///
    /// Random letters form short words by chance, so only long ones count, wherever they stand.
    static func isSpecimen(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if text.isEmpty || isRepeated(text) { return true }
        for start in 0..<text.count {
            let first = text[start].lowered
            for word in specimens where word.utf8Start[0] == first {
                let count = word.utf8CodeUnitCount
                var index = 1
                while index < count, start + index < text.count, text[start + index].lowered == word.utf8Start[index] {
                    index += 1
                }
                if index == count { return true }
            }
        }
        return false
    }

    private static let specimens: [StaticString] = [
        "example", "xxxxx", "placeholder", "your_", "your-", "dummy", "redacted", "changeme", "00000000", "12345678",
    ]

    private static let wordsOfExamples = WordTable(
        """
        example sample dummy fake placeholder changeme change replace replaceme your my password passwd pwd pass secret
        token redacted masked hidden removed todo xxx xxxx xxxxx xxxxxxxx none null test abc foo bar here insert vault
        env
        """)
}
