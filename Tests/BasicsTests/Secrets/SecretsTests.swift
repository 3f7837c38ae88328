import TestSupport
import Testing

@testable import Basics

/// Every secret here is made up, and put together from two parts so that no scanner takes it for a real one.
@Suite struct SecretsTests {
    /// So many characters as dice would throw them.
    private static func random(_ count: Int) -> String {
        String("Zq8Xv2Lm5Rt7Kp3Wn9Bd4Hs6Fj1Gc0Ty8Ua5Qe2Io7Px4Lz9Vb3Mk6Rn1Sd8".prefix(count))
    }

    private static func hex(_ count: Int) -> String {
        String("3f9a1c7e5b2d8046af13c95e7d20b86e41f7a3c9d5e80b26".prefix(count))
    }

    private struct Case: Sendable, CustomStringConvertible {
        let kind: String
        let text: String
        var description: String { kind }

        init(_ kind: String, _ parts: String...) {
            self.kind = kind
            text = parts.joined()
        }
    }

    private static let found: [Case] = [
        Case("an AWS access key", "AK", "IAQ3EGRZ5XJ4BWVT2N"),
        Case("a temporary AWS access key", "AS", "IAQ3EGRZ5XJ4BWVT2N"),
        Case("an AWS access key", "connect with AK", "IAQ3EGRZ5XJ4BWVT2N, please"),
        Case("a GitHub token", "gh", "p_", random(36)),
        Case("a GitHub token", "gh", "o_", random(36)),
        Case("a GitHub token", "gh", "s_", random(36)),
        Case("a GitHub token", "github_", "pat_", random(22), "_", random(30)),
        Case("a GitLab token", "glp", "at-", random(20)),
        Case("a Slack token", "xo", "xb-2318-", random(24)),
        Case("a Google API key", "AI", "za", random(35)),
        Case("a Stripe key", "sk_", "live_", random(24)),
        Case("a Databricks token", "da", "pi", hex(32)),
        Case("an npm token", "np", "m_", random(36)),
        Case("a PyPI token", "pypi-", "AgE", random(56)),
        Case("a SendGrid key", "S", "G.", random(22), ".", random(43)),
        Case("a Twilio key", "S", "K", hex(32)),
        Case("a private key", "-----BEGIN ", "RSA PRIVATE KEY-----\nMIIE"),
        Case("a private key", "-----BEGIN ", "PRIVATE KEY-----"),
        Case("a private key", "-----BEGIN ", "OPENSSH PRIVATE KEY-----"),
        Case("a JSON web token", "ey", "JhbGciOiJIUzI1NiJ9.ey", "JzdWIiOiI0MjAxIn0.", random(43)),
        Case("an Azure storage key", "AccountName=lake;Account", "Key=", random(60), "aB3xQ9mL2vR7==;EndpointSuffix=x"),
        Case("an Azure access key", "SharedAccessKeyName=read;SharedAccess", "Key=", random(43), "="),
        Case("a signature of an Azure address", "https://lake.acme.example/orders?sv=2024&si", "g=", random(40), "%3D"),
        Case("a password in an address", "postgres://etl:Xk29", "vTqL@db.acme.example/sales"),
        Case("a password in an address", "see https://bot:tr0ub4dor", "@chat.acme.example"),
        Case("a password", "Server=db1;User=etl;Pass", "word=Xk29vTqLm4"),
        Case("a password", "pw", "d: Xk29!vTqLm4"),
        Case("a password", "PASSWORD = \"", "Xk29vTqLm4\""),
        Case("a password", "{\"password\": \"", "Xk29!vTqLm4\"}"),
        Case("a secret key", "client_", "secret=", random(24)),
        Case("a secret key", "apiKey: ", random(24)),
        Case("a long random-looking token", "the key is ", random(40)),
        Case("a long random-looking token", random(20), "+", random(50), "=="),
    ]

    @Test(arguments: found)
    private func isFound(_ example: Case) {
        #expect(bytes(example.text, Secrets.kind(in:)) == example.kind)
    }

    @Test(
        arguments: [
            // Placeholders.
            "Server=db1;Password=${DB_PASSWORD}", "password: {{ vault.password }}", "password=<password>",
            "password=********",
            "password=changeme123", "pwd=$PASSWORD1", "postgres://etl:${PW}@db/sales",
            "postgres://user:password@db/sales",
            "https://user:<token>@host", "postgres://postgres:postgres@localhost/x", "AKIAIOSFODNN7EXAMPLE",
            "client_secret=your-client-secret-123456", "password=%DB_PASSWORD%", "token: xxxxxxxxxxxxxxxxxxxx",
            "https://user:****@host/x", "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            // Talk.
            "Ask the team for a password, and never store it in the contract.", "password: ask the owner of the data",
            "The password=secret pattern is forbidden.", "Reset your password: https://acme.example/reset",
            "Join on the primary key; do not read while the nightly load runs.", "pass: 12345", "key: customer_id",
            "token: none",
            "The secret: start small.", "Tokens: letters, digits and underscores in upper and lower case",
            // Identifiers and checksums.
            "53581432-6c55-4ba2-a65f-72344a91553a", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "sha256-47DEQpj8HBSa/ZhqTIjTCQqk2LJYyAHB0iVwmZ4tSsA=", "sha256:47DEQpj8HBSaZhqTIjTCQqk2LJYyAHB0iVwmZ4tSsA",
            "https://docs.acme.example/d/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms/edit",
            "arn:aws:iam::123456789012:role/service-role/AmazonSageMaker-ExecutionRole-20240101T000001",
            "s3://acme-lake/prod/Orders2024/PartitionedByDayAndRegion/v2",
            "/mnt/data/Orders2024/PartitionedByDayAndRegion/V2",
            "CustomerOrderHistoryWithReturns2024AndAllLinesV2", "getCustomerOrderHistory2024ForAllRegionsInEurope",
            "customer_order_history_with_returns_and_all_lines_2024",
            "ACME_SALES_ORDERS_HISTORY_2024_EUROPE_PARTITIONED",
            "urn:acme:sales:orders:Zq8Xv2Lm5Rt7Kp3Wn9Bd4Hs6Fj1Gc0Ty8Ua",
            "^[A-Za-z0-9]{8}-[A-Fa-f0-9]{4}-[A-Za-z0-9_]{12,64}$",
            "SELECT COUNT(*) FROM orders o WHERE NOT EXISTS (SELECT 1 FROM lines l WHERE l.order_id = o.order_id)",
            "TIMESTAMP WITH TIME ZONE", "mailto:sales-data@acme.example", "https://chat.acme.example/sales-data-help",
            "https://acme.example:8443/a@b", "git@github.com:acme/contracts.git", "skill_live_demo", "dapifoo",
            "SKU12345",
            "AKIA", "AKIAQ3", "npm_config_registry", "eyJust.a.word", "SG.A", "", "=", ":", "://", "://:@", "a:/",
            "@@@@", "password=",
            "password", "-----BEGIN CERTIFICATE-----", "-----BEGIN ", "ghp_", "xoxo-love-and-kisses",
            "eyJhbGciOiJIUzI1NiJ9",
        ] as [String])
    func isNone(_ text: String) {
        #expect(bytes(text, Secrets.kind(in:)) == nil)
    }

    /// Texts made to be slow are read to their end.
    @Test(arguments: [
        "a", "=", ":", "@", "://", "A:b@", "password=", "-----BEGIN ", "eyJ.", "aB3", "${", "xoxb-", "://a:", "sha",
        "\u{FF}",
    ])
    func isNoneHoweverLong(_ part: String) {
        #expect(bytes(String(repeating: part, count: 200_000 / part.utf8.count), Secrets.kind(in:)) == nil)
    }
}
