internal import Basics

/// Passwords by what stands around them.
enum PasswordForms {
    // MARK: Assignments

    /// A secret behind a name that says so: `password=…`, `Pwd: …`, `AccountKey=…`, `client_secret=…`.
    static func assigned(in text: UnsafeBufferPointer<UInt8>) -> String? {
        for index in 1..<max(1, text.count) where text[index] == UInt8(ascii: "=") || text[index] == UInt8(ascii: ":") {
            guard let name = name(before: index, in: text), let form = form(of: name) else { continue }
            let value = value(behind: index, in: text)
            if isSecret(value, form, isColon: text[index] == UInt8(ascii: ":")) { return form.kind }
        }
        return nil
    }

    private struct Form: Sendable {
        var kind: String
        var least: Int
    }

    private static let password = Form(kind: "a password", least: 6)
    private static let key = Form(kind: "a secret key", least: 16)

    /// By the last words of the name before the sign.
    private static let names = WordTable<Form>(phrases: [
        ("password, passwd, pwd, passphrase, pass word, kennwort, passwort", password),
        ("secret, secret key, api key, access key, client secret, auth token, access token, bearer token", key),
        ("refresh token, private key, storage key, sas token, secret access key", key),
        ("account key", Form(kind: "an Azure storage key", least: 40)),
        ("shared access key", Form(kind: "an Azure access key", least: 40)),
        ("shared access signature, sig", Form(kind: "a signature of an Azure address", least: 30)),
    ])

    private static func form(of name: UnsafeBufferPointer<UInt8>) -> Form? {
        NameWords.with(name) { words in
            for start in max(0, words.count - 4)..<max(0, words.count) {
                if let form = names[words[start..<words.count]] { return form }
            }
            return nil
        }
    }

    /// The word that ends before a sign; blanks and a quote may stand between.
    private static func name(before sign: Int, in text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        var end = sign
        while end > 0, sign - end < 3, text[end - 1] == 0x20 || isQuote(text[end - 1]) { end -= 1 }
        var start = end
        while start > 0, end - start < 40, Secrets.isToken(text[start - 1]) { start -= 1 }
        return end - start < 3 ? nil : UnsafeBufferPointer(rebasing: text[start..<end])
    }

    private static func value(behind sign: Int, in text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var start = sign + 1
        while start < text.count, start - sign < 4, text[start] == 0x20 || isQuote(text[start]) { start += 1 }
        var end = start
        // No password is longer, and a text full of signs must not be read to its end for each of them.
        let limit = min(text.count, start + 300)
        while end < limit, text[end] > 0x20, !isQuote(text[end]), text[end] != UInt8(ascii: ";"),
            text[end] != UInt8(ascii: "&"), text[end] != UInt8(ascii: ",")
        {
            end += 1
        }
        return UnsafeBufferPointer(rebasing: text[start..<end])
    }

    /// True when a value is one that nobody writes by way of example: with a digit and a letter, and behind a colon,
    /// where prose goes on too, with a third class of characters or a good length.
    private static func isSecret(_ value: UnsafeBufferPointer<UInt8>, _ form: Form, isColon: Bool) -> Bool {
        guard value.count >= form.least, !Placeholder.isOne(value) else { return false }
        var classes: Set<UInt8> = []
        for byte in value {
            classes.insert(byte.isDigit ? 0 : byte.isUpper ? 1 : byte.isLower ? 2 : 3)
        }
        guard classes.contains(0), classes.contains(1) || classes.contains(2) else { return false }
        return !isColon || classes.count >= 3 || value.count >= 16
    }

    private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

    // MARK: Addresses

    /// A password in an address: `scheme://user:password@host` (RFC 3986, 3.2.1).
    static func inAddress(_ text: UnsafeBufferPointer<UInt8>) -> String? {
        var at = 0
        while at + 3 < text.count {
            guard text[at] == UInt8(ascii: ":"), text[at + 1] == UInt8(ascii: "/"), text[at + 2] == UInt8(ascii: "/")
            else {
                at += 1
                continue
            }
            let start = at + 3
            var colon = -1
            var sign = -1
            var end = start
            while end < text.count, !endsAuthority(text[end]) {
                if text[end] == UInt8(ascii: ":"), colon < 0 { colon = end }
                if text[end] == UInt8(ascii: "@") { sign = end }
                end += 1
            }
            if colon >= 0, sign > colon + 1 {
                let password = UnsafeBufferPointer(rebasing: text[(colon + 1)..<sign])
                let user = UnsafeBufferPointer(rebasing: text[start..<colon])
                if password.count >= 3, !Placeholder.isOne(password), !Placeholder.isSame(password, user) {
                    return "a password in an address"
                }
            }
            at = max(end, start)
        }
        return nil
    }

    private static func endsAuthority(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
            || isQuote(byte) || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
    }
}

/// Text that stands where a secret will be.
enum Placeholder {
    /// `${PASSWORD}`, `{{ token }}`, `<password>`, `$TOKEN`, `%(key)s`, `****`, `changeme`, `AKIAIOSFODNN7EXAMPLE`.
    static func isOne(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = text.first, let last = text.last else { return true }
        if first == UInt8(ascii: "$") || first == UInt8(ascii: "{") || first == UInt8(ascii: "<")
            || first == UInt8(ascii: "[")
        {
            return true
        }
        if first == UInt8(ascii: "%"), last == UInt8(ascii: "%") || last == UInt8(ascii: "s") { return true }
        // A variable anywhere inside.
        for index in 0..<text.count - 1 where text[index + 1] == UInt8(ascii: "{") {
            if text[index] == UInt8(ascii: "$") || text[index] == UInt8(ascii: "{") || text[index] == UInt8(ascii: "#")
            {
                return true
            }
        }
        if isRepeated(text) { return true }
        return NameWords.with(text) { words in
            for index in 0..<words.count where wordsOfExamples.contains(words[index]) { return true }
            return isSpecimen(text)
        }
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
