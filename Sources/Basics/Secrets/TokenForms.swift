/// Keys and tokens by their forms.
enum TokenForms {
    /// The forms by their first byte.
    private static let formsByByte: [[TokenForm]] = (0..<128).map { byte in
        TokenForm.all.filter { Int($0.prefix.utf8Start.pointee) == byte }
    }

    /// Bytes behind a prefix by which a form is told.
    private static let longest = 600

    /// Bytes of a private key at most, with the indentation of its lines.
    private static let longestKey = 16_384

    private static let privateKey: StaticString = "PRIVATE KEY"

    /// Tokens of known forms.
    ///
    /// - Returns: true: no more is asked for.
    static func find(in text: UnsafeBufferPointer<UInt8>, _ care: Secrets.Care, _ report: Secrets.Report) -> Bool {
        var index = 0
        var last: UInt8 = 0
        while index < text.count {
            let byte = text[index]
            // Forms start where a word does.
            let isInside = Secrets.isToken(last) && last != UInt8(ascii: "_") && last != UInt8(ascii: "-")
            last = byte
            index += 1
            if byte >= 128 || isInside { continue }
            if byte == UInt8(ascii: "-"), let key = privateKey(text, index - 1) {
                if report(key, "a private key") { return true }
                (index, last) = (key.upperBound, 0)
                continue
            }
            for form in formsByByte[Int(byte)] {
                guard let body = body(of: form, text, index - 1, care) else { continue }
                if report(body, form.kind) { return true }
                (index, last) = (body.upperBound, 0)
                break
            }
        }
        return false
    }

    /// Body of a token behind the prefix of its form; nil: the text is none of it.
    private static func body(
        of form: TokenForm, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ care: Secrets.Care
    ) -> Range<Int>? {
        guard starts(text, start, with: form.prefix) else { return nil }
        let first = start + form.prefix.utf8CodeUnitCount
        var end = first
        let limit = min(text.count, first + longest)
        while end < limit, form.alphabet.contains(text[end]) { end += 1 }
        let count = end - first
        guard count >= form.least, count <= form.most ?? .max else { return nil }
        // More of the same word: another thing that starts alike.
        if end < text.count, form.most != nil, Secrets.isToken(text[end]) { return nil }
        let body = UnsafeBufferPointer(rebasing: text[first..<end])
        if form.kind == TokenForm.webToken { return isWebToken(body) ? first..<rest(of: form, text, end) : nil }
        // The short ones have numbers of workspaces in them.
        if form.least < 16, !body.contains(where: \.isDigit) { return nil }
        if care == .reported, Placeholder.isSpecimen(body) { return nil }
        return first..<rest(of: form, text, end)
    }

    /// The end of a token that has been told by its beginning.
    private static func rest(of form: TokenForm, _ text: UnsafeBufferPointer<UInt8>, _ end: Int) -> Int {
        var end = end
        while end < text.count, form.alphabet.contains(text[end]) { end += 1 }
        return end
    }

    /// `eyJhbGciOi….eyJzdWIiOi….signature` (RFC 7515): header and claims are JSON objects in base64.
    private static func isWebToken(_ body: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let dot = body.firstIndex(of: UInt8(ascii: ".")), dot >= 10 else { return false }
        return starts(body, dot + 1, with: "eyJ") && body[(dot + 1)...].contains(UInt8(ascii: "."))
    }

    /// The body of `-----BEGIN RSA PRIVATE KEY-----` (RFC 7468), to the line that ends it.
    static func privateKey(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Range<Int>? {
        guard starts(text, start, with: "-----BEGIN ") else { return nil }
        // The kind of the key stands between: `OPENSSH`, `ENCRYPTED`, `EC`.
        for index in (start + 11)..<max(start + 11, min(start + 32, text.count))
        where starts(text, index, with: privateKey) {
            var first = index + privateKey.utf8CodeUnitCount
            while first < text.count, text[first] == UInt8(ascii: "-") { first += 1 }
            // One without an end goes no further than any key does.
            var end = first
            let limit = min(text.count, first + longestKey)
            while end < limit, !starts(text, end, with: "-----END ") { end += 1 }
            return first..<end
        }
        return nil
    }

    private static func starts(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, with prefix: StaticString) -> Bool {
        let count = prefix.utf8CodeUnitCount
        guard start + count <= text.count else { return false }
        let other = prefix.utf8Start
        for index in 0..<count where text[start + index] != other[index] { return false }
        return true
    }
}
