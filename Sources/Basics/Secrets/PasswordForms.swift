/// Passwords by what stands around them.
enum PasswordForms {
    // MARK: Assignments

    /// Secrets behind a name that says so: `password=…`, `Pwd: …`, `AccountKey=…`, `client_secret=…`; JDBC and ODBC write
    /// them in connection strings, and so do Azure Storage and Service Bus (learn.microsoft.com, "Connection strings").
    ///
    /// - Returns: true: no more is asked for.
    static func findAssigned(
        in text: UnsafeBufferPointer<UInt8>, _ care: Secrets.Care, _ report: Secrets.Report
    ) -> Bool {
        var index = 1
        while index < text.count {
            defer { index += 1 }
            let isColon = text[index] == UInt8(ascii: ":")
            guard isColon || text[index] == UInt8(ascii: "="), let name = name(before: index, in: text) else {
                continue
            }
            if isAuthorization(name) {
                let value = credentials(behind: index, in: text)
                let token = UnsafeBufferPointer(rebasing: text[value])
                if value.count >= 8, care > .reported || token.contains(where: \.isDigit),
                    !Placeholder.isReference(token)
                {
                    if report(value, "credentials of a request") { return true }
                    index = value.upperBound - 1
                }
                continue
            }
            guard let form = SecretNames.form(of: name) else { continue }
            let value = value(behind: index, in: text)
            let bytes = UnsafeBufferPointer(rebasing: text[value])
            guard isSecret(bytes, form, care, isColon: isColon) else { continue }
            if report(value, form.kind) { return true }
            index = max(index, value.upperBound - 1)
        }
        return false
    }

    /// The word that ends before a sign; blanks and a quote may stand between.
    private static func name(before sign: Int, in text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        var end = sign
        while end > 0, sign - end < 3, text[end - 1] == 0x20 || isQuote(text[end - 1]) { end -= 1 }
        var start = end
        while start > 0, end - start < 40, Secrets.isToken(text[start - 1]) { start -= 1 }
        return end - start < 3 ? nil : UnsafeBufferPointer(rebasing: text[start..<end])
    }

    private static func value(behind sign: Int, in text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var start = sign + 1
        while start < text.count, start - sign < 4, text[start] == 0x20 || text[start] == UInt8(ascii: "\\") {
            start += 1
        }
        if start < text.count, isQuote(text[start]) {
            // To the same quote again.
            let quote = text[start]
            start += 1
            var end = start
            let limit = min(text.count, start + longest)
            while end < limit, text[end] != quote { end += 1 }
            if end < limit, text[end - 1] == UInt8(ascii: "\\") { return start..<max(start, end - 1) }
            if end < limit { return start..<end }
        }
        var end = start
        // No password is longer, and a text full of signs must not be read to its end for each of them.
        let limit = min(text.count, start + longest)
        while end < limit, text[end] > 0x20, !isQuote(text[end]), text[end] != UInt8(ascii: ";"),
            !endsValue(text, end)
        {
            end += 1
        }
        return start..<end
    }

    private static let longest = 1000

    /// True at a `&` or a `,` that begins the next parameter: a password may hold both.
    private static func endsValue(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        guard text[at] == UInt8(ascii: "&") || text[at] == UInt8(ascii: ",") else { return false }
        var end = at + 1
        if end < text.count, text[end] == 0x20 { return true }
        while end < text.count, end - at < 40, Secrets.isToken(text[end]) { end += 1 }
        return end == text.count || text[end] == UInt8(ascii: "=") || text[end] == UInt8(ascii: ":") || end == at + 1
    }

    /// True when a value is one that nobody writes by way of example: with a digit and a letter, and behind a colon,
    /// where prose goes on too, with a third class of characters or a good length.
    static func isSecret(
        _ value: UnsafeBufferPointer<UInt8>, _ form: SecretNames.Form, _ care: Secrets.Care, isColon: Bool = false
    ) -> Bool {
        if care == .doubted {
            return value.count >= 4 && !Placeholder.isReference(value) && !Placeholder.isPlainWord(value)
        }
        guard value.count >= form.least, !Placeholder.isOne(value) else { return false }
        var classes: Set<UInt8> = []
        for byte in value {
            // Several words are a sentence about one.
            if byte <= 0x20 { return false }
            classes.insert(byte.isDigit ? 0 : byte.isUpper ? 1 : byte.isLower ? 2 : 3)
        }
        guard classes.contains(0), classes.contains(1) || classes.contains(2) else { return false }
        return !isColon || classes.count >= 3 || value.count >= 16
    }

    private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

    // MARK: Credentials of a request

    /// `Authorization: Bearer …`, `Proxy-Authorization: Basic …` (RFC 9110, 11.6.2).
    private static func isAuthorization(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let word: StaticString = "authorization"
        guard name.count >= word.utf8CodeUnitCount else { return false }
        let end = name.suffix(word.utf8CodeUnitCount)
        return zip(end, UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)).allSatisfy {
            $0.lowered == $1
        }
    }

    /// The last word of a header's value, behind its scheme.
    private static func credentials(behind sign: Int, in text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var start = sign + 1
        while start < text.count, start - sign < 4, text[start] == 0x20 || isQuote(text[start]) { start += 1 }
        var end = start
        while end < text.count, text[end].isLetter { end += 1 }
        guard end < text.count, text[end] == 0x20 else { return start..<start }
        start = end + 1
        end = start
        while end < text.count, text[end] > 0x20, !isQuote(text[end]) { end += 1 }
        return start..<end
    }

    // MARK: Addresses

    /// Passwords in addresses: `scheme://user:password@host` (RFC 3986, 3.2.1).
    ///
    /// - Returns: true: no more is asked for.
    static func findInAddress(
        _ text: UnsafeBufferPointer<UInt8>, _ care: Secrets.Care, _ report: Secrets.Report
    ) -> Bool {
        var at = 0
        while at + 3 < text.count {
            guard text[at] == UInt8(ascii: ":"), text[at + 1] == UInt8(ascii: "/") else {
                at += 1
                continue
            }
            // Read as a path, one of the two slashes is gone.
            let isWhole = text[at + 2] == UInt8(ascii: "/")
            if !isWhole, care == .reported {
                at += 1
                continue
            }
            let start = at + (isWhole ? 3 : 2)
            var colon = -1
            var sign = -1
            var end = start
            while end < text.count, !endsAuthority(text[end]) {
                if text[end] == UInt8(ascii: ":"), colon < 0 { colon = end }
                if text[end] == UInt8(ascii: "@") { sign = end }
                end += 1
            }
            if care > .reported, colon >= 0, sign < 0, let late = lateSign(in: text, from: end, port: colon + 1..<end) {
                (sign, end) = (late, late)
            }
            if colon >= 0, sign > colon + 1 {
                let password = UnsafeBufferPointer(rebasing: text[(colon + 1)..<sign])
                let user = UnsafeBufferPointer(rebasing: text[start..<colon])
                let isOne =
                    care > .reported
                    ? !Placeholder.isReference(password)
                    : password.count >= 3 && !Placeholder.isOne(password) && !Placeholder.isSame(password, user)
                if isOne, report(colon + 1..<sign, "a password in an address") { return true }
            }
            at = max(end, start)
        }
        return false
    }

    /// The `@` behind a password with a sign in it that should have been escaped: `u:pa/ss@host`.
    private static func lateSign(in text: UnsafeBufferPointer<UInt8>, from start: Int, port: Range<Int>) -> Int? {
        if port.allSatisfy({ text[$0].isDigit }) { return nil }
        var end = start
        while end < min(text.count, start + 100), text[end] > 0x20, !isQuote(text[end]) {
            if text[end] == UInt8(ascii: "@") { return end }
            end += 1
        }
        return nil
    }

    private static func endsAuthority(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
            || isQuote(byte) || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
    }
}
