/// Names that say of their value that it is secret: `password`, `clientSecret`, `AWS_SECRET_ACCESS_KEY`.
enum SecretNames {
    struct Form: Sendable {
        var kind: String
        /// Smallest number of bytes of a value that is reported.
        var least: Int
    }

    private static let password = Form(kind: "a password", least: 6)
    private static let secret = Form(kind: "a secret key", least: 8)
    private static let key = Form(kind: "a secret key", least: 16)

    /// By the last words of the name.
    private static let names = WordTable<Form>(phrases: [
        ("password, passwd, pwd, passphrase, pass phrase, pass word, passcode, kennwort, passwort", password),
        ("secret, client secret, app secret, consumer secret, shared secret, webhook secret, signing secret", secret),
        ("secret key, api key, apikey, access key, auth token, access token, bearer token, api token, token", key),
        ("refresh token, session token, id token, private key, storage key, sas token, secret access key", key),
        ("encryption key, signing key, master key, license key, auth key, credential, credentials", key),
        ("account key", Form(kind: "an Azure storage key", least: 40)),
        ("shared access key", Form(kind: "an Azure access key", least: 40)),
        ("shared access signature, sig", Form(kind: "a signature of an Azure address", least: 30)),
        ("amz signature, goog signature", Form(kind: "a signature of an address", least: 30)),
    ])

    /// Form of the values of a name; nil: it says nothing of the kind. `password_hash` and `tokenType` do not.
    static func form(of name: UnsafeBufferPointer<UInt8>) -> Form? {
        // Nothing that ends in one of the words is shorter.
        guard name.count >= 3, name.count <= NameWords.capacity else { return nil }
        return NameWords.with(name) { words in
            var end = words.count
            // `password1`
            if end > 1, words[end - 1].allSatisfy(\.isDigit) { end -= 1 }
            for start in max(0, end - 4)..<max(0, end) {
                if let form = names[words[start..<end]] { return form }
            }
            return nil
        }
    }
}
