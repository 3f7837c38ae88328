internal import Basics

/// The forms of keys and tokens, from the documentation of those who issue them.
enum TokenForms {
    /// A form: what it starts with and what follows.
    private struct Form: Sendable {
        var prefix: StaticString
        /// Smallest number of characters that follow.
        var least: Int
        /// Largest number of characters that follow; nil: any number.
        var most: Int?
        var alphabet: Alphabet
        var kind: String

        init(_ prefix: StaticString, _ least: Int, _ most: Int?, _ alphabet: Alphabet, _ kind: String) {
            self.prefix = prefix
            self.least = least
            self.most = most
            self.alphabet = alphabet
            self.kind = kind
        }
    }

    private enum Alphabet: Sendable {
        case upperAndDigits, alphanumeric, hex
        /// Letters, digits, `-` and `_`.
        case base64URL
        /// The same with dots.
        case dotted

        func contains(_ byte: UInt8) -> Bool {
            switch self {
            case .upperAndDigits: byte.isUpper || byte.isDigit
            case .alphanumeric: byte.isLetter || byte.isDigit
            case .hex: byte.isDigit || (0x61...0x66).contains(byte)
            case .base64URL: Secrets.isToken(byte)
            case .dotted: Secrets.isToken(byte) || byte == UInt8(ascii: ".")
            }
        }
    }

    private static let forms: [Form] = [
        Form("AKIA", 16, 16, .upperAndDigits, "an AWS access key"),
        Form("ASIA", 16, 16, .upperAndDigits, "a temporary AWS access key"),
        Form("ABIA", 16, 16, .upperAndDigits, "an AWS bearer token"),
        Form("ghp_", 36, nil, .alphanumeric, "a GitHub token"),
        Form("gho_", 36, nil, .alphanumeric, "a GitHub token"),
        Form("ghu_", 36, nil, .alphanumeric, "a GitHub token"),
        Form("ghs_", 36, nil, .alphanumeric, "a GitHub token"),
        Form("ghr_", 36, nil, .alphanumeric, "a GitHub token"),
        Form("github_pat_", 40, nil, .base64URL, "a GitHub token"),
        Form("glpat-", 20, nil, .dotted, "a GitLab token"),
        Form("xoxa-", 10, nil, .base64URL, "a Slack token"),
        Form("xoxb-", 10, nil, .base64URL, "a Slack token"),
        Form("xoxp-", 10, nil, .base64URL, "a Slack token"),
        Form("xoxr-", 10, nil, .base64URL, "a Slack token"),
        Form("xoxs-", 10, nil, .base64URL, "a Slack token"),
        Form("xapp-", 10, nil, .base64URL, "a Slack token"),
        Form("AIza", 35, 35, .base64URL, "a Google API key"),
        Form("ya29.", 30, nil, .base64URL, "a Google access token"),
        Form("GOCSPX-", 28, 28, .base64URL, "a Google client secret"),
        Form("sk_live_", 20, nil, .alphanumeric, "a Stripe key"),
        Form("rk_live_", 20, nil, .alphanumeric, "a Stripe key"),
        Form("whsec_", 32, nil, .alphanumeric, "a Stripe signing secret"),
        Form("dapi", 32, 34, .hex, "a Databricks token"),
        Form("npm_", 36, 36, .alphanumeric, "an npm token"),
        Form("pypi-AgE", 50, nil, .base64URL, "a PyPI token"),
        Form("SG.", 60, nil, .dotted, "a SendGrid key"),
        Form("SK", 32, 32, .hex, "a Twilio key"),
        Form("sk-ant-", 40, nil, .base64URL, "an Anthropic key"),
        Form("sk-proj-", 40, nil, .base64URL, "an OpenAI key"),
        Form("hvs.", 24, nil, .base64URL, "a HashiCorp Vault token"),
        Form("dop_v1_", 64, 64, .hex, "a DigitalOcean token"),
        Form("shpat_", 32, 32, .hex, "a Shopify token"),
        Form("dckr_pat_", 27, nil, .base64URL, "a Docker token"),
        Form("lsv2_pt_", 32, nil, .base64URL, "a LangSmith key"),
        Form("hf_", 34, 34, .alphanumeric, "a Hugging Face token"),
        Form("eyJ", 30, nil, .dotted, "a JSON web token"),
    ]

    /// The forms by their first byte.
    private static let formsByByte: [[Form]] = (0..<128).map { byte in
        forms.filter { Int($0.prefix.utf8Start.pointee) == byte }
    }

    /// Bytes behind a prefix that are looked at.
    private static let longest = 600

    private static let privateKey: StaticString = "PRIVATE KEY"

    /// The first token of a known form.
    static func kind(in text: UnsafeBufferPointer<UInt8>) -> String? {
        var last: UInt8 = 0
        for index in 0..<text.count {
            let byte = text[index]
            defer { last = byte }
            // Forms start where a word does.
            if byte >= 128 || Secrets.isToken(last) && last != UInt8(ascii: "_") && last != UInt8(ascii: "-") {
                continue
            }
            if byte == UInt8(ascii: "-"), isPrivateKey(text, index) { return "a private key" }
            for form in formsByByte[Int(byte)] where matches(form, text, index) { return form.kind }
        }
        return nil
    }

    private static func matches(_ form: Form, _ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        let length = form.prefix.utf8CodeUnitCount
        guard starts(text, start, with: form.prefix) else { return false }
        var end = start + length
        let limit = min(text.count, end + longest)
        while end < limit, form.alphabet.contains(text[end]) { end += 1 }
        let count = end - start - length
        guard count >= form.least, count <= form.most ?? .max else { return false }
        // More of the same word: another thing that starts alike.
        if end < text.count, form.most != nil, Secrets.isToken(text[end]) { return false }
        let body = UnsafeBufferPointer(rebasing: text[(start + length)..<end])
        if form.kind == "a JSON web token" { return isWebToken(body) }
        // The short ones have numbers of workspaces in them.
        if form.least < 16, !body.contains(where: \.isDigit) { return false }
        return !Placeholder.isSpecimen(body)
    }

    /// `eyJhbGciOi….eyJzdWIiOi….signature` (RFC 7515): header and claims are JSON objects in base64.
    private static func isWebToken(_ body: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let dot = body.firstIndex(of: UInt8(ascii: ".")), dot >= 10 else { return false }
        return starts(body, dot + 1, with: "eyJ") && body[(dot + 1)...].contains(UInt8(ascii: "."))
    }

    /// `-----BEGIN RSA PRIVATE KEY-----` (RFC 7468).
    private static func isPrivateKey(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        guard starts(text, start, with: "-----BEGIN ") else { return false }
        // The kind of the key stands between: `OPENSSH`, `ENCRYPTED`, `EC`.
        for index in (start + 11)..<max(start + 11, min(start + 32, text.count)) {
            if starts(text, index, with: privateKey) { return true }
        }
        return false
    }

    private static func starts(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, with prefix: StaticString) -> Bool {
        let count = prefix.utf8CodeUnitCount
        guard start + count <= text.count else { return false }
        let other = prefix.utf8Start
        for index in 0..<count where text[start + index] != other[index] { return false }
        return true
    }
}
