import Basics
import TestSupport
import Testing

/// Texts without their secrets. Every secret here is made up, and put together from two parts.
@Suite struct RedactionTests {
    @Test(
        arguments: [
            ("connect with AK" + "IAQ3EGRZ5XJ4BWVT2N, please", "connect with AKIA…REDACTED, please"),
            ("AK" + "IAIOSFODNN7EXAMPLE", "AKIA…REDACTED"),
            (
                "see postgres://etl:Xk29" + "vTqL@db.acme.example/sales",
                "see postgres://etl:…REDACTED@db.acme.example/sales"
            ),
            ("postgres://etl:p/a#ss" + "@db/sales", "postgres://etl:…REDACTED@db/sales"),
            ("redis://:Xk29" + "vTqL@cache:6379", "redis://:…REDACTED@cache:6379"),
            (
                "Server=db1;User=etl;Pass" + "word=Xk29,vT&qLm4;Encrypt=true",
                "Server=db1;User=etl;Password=…REDACTED;Encrypt=true"
            ),
            ("jdbc:x://h?user=u&pass" + "word=Xk29vTqLm4&ssl=true", "jdbc:x://h?user=u&password=…REDACTED&ssl=true"),
            ("{\"pass" + "word\": \"Xk29 vTq 4\"}", "{\"password\": \"Xk29 vTq 4\"}"),
            ("client_" + "secret='Zq8Xv2Lm5Rt7Kp3Wn9'", "client_secret='…REDACTED'"),
            ("Authorization: Bear" + "er Zq8Xv2Lm5Rt7Kp3Wn9Bd4Hs6", "Authorization: Bearer …REDACTED"),
            ("authorization = Bas" + "ic dXNlcjpYazI5dlRxTG00", "authorization = Basic …REDACTED"),
            (
                "-----BEGIN " + "PRIVATE KEY-----\nMIIEabc\n-----END PRIVATE KEY-----.",
                "-----BEGIN PRIVATE KEY-----…REDACTED-----END PRIVATE KEY-----."
            ),
            (
                "https://hooks.slack" + ".com/services/T0AB12CD3/B0AB12CD3/Zq8Xv2Lm5Rt7Kp3Wn9Bd",
                "https://hooks.slack.com/services/…REDACTED"
            ),
            (
                "two: gh" + "p_Zq8Xv2Lm5Rt7Kp3Wn9Bd4Hs6Fj1Gc0Ty8Ua5 and xo" + "xb-2318-Zq8Xv2Lm5Rt7",
                "two: ghp_…REDACTED and xoxb-…REDACTED"
            ),
            ("nothing at all", "nothing at all"), ("", ""), ("password=${DB_PASSWORD}", "password=${DB_PASSWORD}"),
        ] as [(String, String)])
    func redacted(_ text: String, _ shown: String) {
        #expect(Secrets.redacted(text) == shown)
        #expect(Secrets.redacted(Secrets.redacted(text)) == shown, "what was hidden once is not hidden again")
    }

    /// Lines of a file are read with more doubt: what stands behind such a name is hidden, whatever it looks like.
    @Test(
        arguments: [
            ("password: swordfish", ["swordfish"]), ("  dbPassword: \"correct horse\"  # x", ["correct horse"]),
            ("token: string", []), ("password: ${PW}", []), ("secret: vault:sales/db", []), ("api_key: <key>", []),
            ("passwordHash: abcdefgh", []),
            (
                "# aws_secret_access_key = a/b+Zq8Xv2Lm5Rt7Kp3Wn9Bd4Hs6Fj1Gc0Ty8",
                ["a/b+Zq8Xv2Lm5Rt7Kp3Wn9Bd4Hs6Fj1Gc0Ty8"]
            ),
        ] as [(String, [String])])
    func doubted(_ line: String, _ hidden: [String]) {
        let bytes = Array(line.utf8)
        let ranges = bytes.withUnsafeBufferPointer { Secrets.ranges(in: $0, .doubted) }
        #expect(ranges.map { String(decoding: bytes[$0], as: UTF8.self) } == hidden)
    }

    @Test(
        arguments: [
            ("password", "Xk29vTqLm4", true), ("dbPassword", "hunter2", true), ("DB_PASSWD_1", "hunter2!", true),
            ("client-secret", "Zq8Xv2Lm5", true), ("api_key", "Zq8Xv2Lm5Rt7Kp3W", true), ("api_key", "Zq8Xv2", false),
            ("password", "swordfish", false), ("password", "op://vault/item/field9", false), ("password", "", false),
            ("password", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-Ab12Cd", false),
            ("token", "projects/acme/secrets/token-9/versions/1", false), ("tokenType", "Zq8Xv2Lm5Rt7Kp3W", false),
            ("password", "ask for it in room 12", false), ("name", "Zq8Xv2Lm5Rt7Kp3W", false),
        ] as [(String, String, Bool)])
    func named(_ name: String, _ value: String, _ isSecret: Bool) {
        let kind = bytes(name) { name in bytes(value) { Secrets.kind(of: $0, named: name) } }
        #expect((kind != nil) == isSecret)
    }

    // MARK: Words

    private func found(_ words: [String], in text: String) -> [String] {
        let words = SecretWords(words.map { Array($0.utf8) })
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer(words.ranges(in:)).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test func wordsAreFoundWhereTheyStand() {
        #expect(found(["hunter2"], in: "`hunter2` is not hunter22, but HUNTER2 is") == ["hunter2", "HUNTER2"])
        #expect(
            found(["hunter2", "hunter2long", "hunter"], in: "hunter2lon hunter2long hunter2 hunter") == [
                "hunter2long", "hunter2", "hunter",
            ])
        #expect(found(["swordfish9"], in: "xswordfish9y") == ["swordfish9"], "a long one is told anywhere")
        #expect(found(["abcdefghijklmnop"], in: "cut: abcdefghij…") == ["abcdefghij"])
        #expect(found(["abcdefghijklmnop"], in: "abcdefghij is something else").isEmpty)
        #expect(found([], in: "text").isEmpty)
        #expect(found(["abc"], in: "abc").isEmpty, "too short to tell")
    }

    /// However many there are, and however alike.
    @Test func manyWordsTakeNoTime() {
        let words = (0..<20_000).map { "aaaaaaaaaaaaaaaa\($0)" }
        let text = String(repeating: "aaaaaaaaaaaaaaaa1234 ", count: 5000)
        #expect(found(words, in: text).count == 5000)
        #expect(found(words, in: String(repeating: "a", count: 100_000)).isEmpty)
    }
}
