/// A form of keys and tokens, as those who issue them have published it: what it starts with and what follows.
struct TokenForm: Sendable {
    var prefix: StaticString
    /// Smallest number of characters that follow.
    var least: Int
    /// Largest number of characters that follow; nil: any number.
    var most: Int?
    var alphabet: Alphabet
    var kind: String
    /// Page on which the form is published.
    var source: StaticString

    init(
        _ prefix: StaticString, _ least: Int, _ most: Int?, _ alphabet: Alphabet, _ kind: String,
        _ source: StaticString
    ) {
        self.prefix = prefix
        self.least = least
        self.most = most
        self.alphabet = alphabet
        self.kind = kind
        self.source = source
    }

    enum Alphabet: Sendable {
        case upperAndDigits, alphanumeric, hex
        /// The same with `-`.
        case hexAndDash
        /// Letters, digits, `-` and `_`.
        case base64URL
        /// The same with dots.
        case dotted
        /// The same with `/`: paths, and base64 as it was first.
        case path

        func contains(_ byte: UInt8) -> Bool {
            switch self {
            case .upperAndDigits: byte.isUpper || byte.isDigit
            case .alphanumeric: byte.isLetter || byte.isDigit
            case .hex: byte.isDigit || (0x61...0x66).contains(byte)
            case .hexAndDash: byte.isDigit || (0x61...0x66).contains(byte) || byte == UInt8(ascii: "-")
            case .base64URL: Secrets.isToken(byte)
            case .dotted: Secrets.isToken(byte) || byte == UInt8(ascii: ".")
            case .path: Secrets.isToken(byte) || byte == UInt8(ascii: "/")
            }
        }
    }

    static let webToken = "a JSON web token"

    // MARK: The table

    private static let aws: StaticString = "docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html"
    private static let gitHub: StaticString =
        "github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats"
    private static let gitLab: StaticString = "docs.gitlab.com/security/tokens"
    private static let slack: StaticString = "docs.slack.dev/authentication/tokens"
    private static let google: StaticString = "cloud.google.com/docs/authentication/api-keys"
    private static let stripe: StaticString = "docs.stripe.com/keys"
    private static let vault: StaticString = "developer.hashicorp.com/vault/docs/concepts/tokens"
    private static let grafana: StaticString = "grafana.com/docs/grafana/latest/administration/service-accounts"
    private static let shopify: StaticString = "shopify.dev/docs/apps/build/authentication-authorization"
    private static let dbt: StaticString = "docs.getdbt.com/docs/dbt-cloud-apis/authentication"

    static let all: [TokenForm] = [
        TokenForm("AKIA", 16, 16, .upperAndDigits, "an AWS access key", aws),
        TokenForm("ASIA", 16, 16, .upperAndDigits, "a temporary AWS access key", aws),
        TokenForm("ABIA", 16, 16, .upperAndDigits, "an AWS bearer token", aws),
        TokenForm("ghp_", 36, nil, .alphanumeric, "a GitHub token", gitHub),
        TokenForm("gho_", 36, nil, .alphanumeric, "a GitHub token", gitHub),
        TokenForm("ghu_", 36, nil, .alphanumeric, "a GitHub token", gitHub),
        TokenForm("ghs_", 36, nil, .alphanumeric, "a GitHub token", gitHub),
        TokenForm("ghr_", 36, nil, .alphanumeric, "a GitHub token", gitHub),
        TokenForm("github_pat_", 40, nil, .base64URL, "a GitHub token", gitHub),
        TokenForm("glpat-", 20, nil, .dotted, "a GitLab token", gitLab),
        TokenForm("gldt-", 20, nil, .base64URL, "a GitLab deploy token", gitLab),
        TokenForm("glrt-", 20, nil, .dotted, "a GitLab runner token", gitLab),
        TokenForm("glptt-", 20, nil, .base64URL, "a GitLab trigger token", gitLab),
        TokenForm("xoxa-", 10, nil, .base64URL, "a Slack token", slack),
        TokenForm("xoxb-", 10, nil, .base64URL, "a Slack token", slack),
        TokenForm("xoxp-", 10, nil, .base64URL, "a Slack token", slack),
        TokenForm("xoxr-", 10, nil, .base64URL, "a Slack token", slack),
        TokenForm("xoxs-", 10, nil, .base64URL, "a Slack token", slack),
        TokenForm("xoxe-", 10, nil, .base64URL, "a Slack token", slack),
        TokenForm("xapp-", 10, nil, .base64URL, "a Slack token", slack),
        TokenForm("hooks.slack.com/services/", 20, nil, .path, "the address of a Slack webhook", slack),
        TokenForm("AIza", 35, 35, .base64URL, "a Google API key", google),
        TokenForm("ya29.", 30, nil, .base64URL, "a Google access token", google),
        TokenForm("GOCSPX-", 28, 28, .base64URL, "a Google client secret", google),
        TokenForm("sk_live_", 20, nil, .alphanumeric, "a Stripe key", stripe),
        TokenForm("rk_live_", 20, nil, .alphanumeric, "a Stripe key", stripe),
        TokenForm("whsec_", 32, nil, .alphanumeric, "a Stripe signing secret", stripe),
        TokenForm("dapi", 32, 34, .hexAndDash, "a Databricks token", "docs.databricks.com/dev-tools/auth/pat"),
        TokenForm("dbtc_", 30, nil, .base64URL, "a dbt token", dbt),
        TokenForm("dbtu_", 30, nil, .base64URL, "a dbt token", dbt),
        TokenForm("npm_", 36, 36, .alphanumeric, "an npm token", "docs.npmjs.com/about-access-tokens"),
        TokenForm("pypi-AgE", 50, nil, .base64URL, "a PyPI token", "pypi.org/help/#apitoken"),
        TokenForm("SG.", 60, nil, .dotted, "a SendGrid key", "docs.sendgrid.com/ui/account-and-settings/api-keys"),
        TokenForm("SK", 32, 32, .hex, "a Twilio key", "twilio.com/docs/iam/api-keys"),
        TokenForm("sk-ant-", 40, nil, .base64URL, "an Anthropic key", "docs.anthropic.com/en/api/overview"),
        TokenForm("sk-proj-", 40, nil, .base64URL, "an OpenAI key", "platform.openai.com/docs/api-reference"),
        TokenForm("sk-svcacct-", 40, nil, .base64URL, "an OpenAI key", "platform.openai.com/docs/api-reference"),
        TokenForm("sk-", 48, 48, .alphanumeric, "an OpenAI key", "platform.openai.com/docs/api-reference"),
        TokenForm("hvs.", 24, nil, .base64URL, "a HashiCorp Vault token", vault),
        TokenForm("hvb.", 24, nil, .base64URL, "a HashiCorp Vault token", vault),
        TokenForm("dop_v1_", 64, 64, .hex, "a DigitalOcean token", "docs.digitalocean.com/reference/api"),
        TokenForm("shpat_", 32, 32, .hex, "a Shopify token", shopify),
        TokenForm("shpss_", 32, 32, .hex, "a Shopify secret", shopify),
        TokenForm("dckr_pat_", 27, nil, .base64URL, "a Docker token", "docs.docker.com/security/access-tokens"),
        TokenForm("lsv2_pt_", 32, nil, .base64URL, "a LangSmith key", "docs.langchain.com/langsmith"),
        TokenForm("hf_", 34, 34, .alphanumeric, "a Hugging Face token", "huggingface.co/docs/hub/security-tokens"),
        TokenForm("glsa_", 32, nil, .base64URL, "a Grafana token", grafana),
        TokenForm("glc_", 32, nil, .path, "a Grafana Cloud token", grafana),
        TokenForm(
            "ATATT3", 60, nil, .base64URL, "an Atlassian token", "id.atlassian.com/manage-profile/security/api-tokens"),
        TokenForm("sbp_", 40, 40, .hex, "a Supabase token", "supabase.com/docs/reference/api"),
        TokenForm("AGE-SECRET-KEY-1", 50, nil, .upperAndDigits, "an age key", "age-encryption.org/v1"),
        TokenForm("eyJ", 30, nil, .dotted, webToken, "RFC 7519"),
    ]
}
