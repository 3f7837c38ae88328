import TestSupport
import Testing

@testable import RuleLanguage

@Suite struct PersonalDataTests {
    @Test(arguments: [
        // About something else: a count, a question, a machine, an organisation, a key.
        "email_count", "email_opt_in", "is_email_verified", "has_phone", "number_of_emails", "email_campaign",
        "emails_sent",
        "email_verified_at", "phone_model", "phone_country_code", "phone_type", "mobile_app_version", "is_mobile",
        "address_id", "address_type", "warehouse_address", "store_phone", "support_email", "company_name", "server_ip",
        "ip_rating", "ip_version", "birth_place_count", "birth_rate", "birth_weight", "tax_rate", "tax_amount",
        "card_type", "card_id", "credit_card_type", "passport_country_count", "street_view_url", "memory_address",
        // Protected already.
        "email_enc", "email_hash", "contact_cipher", "destination_cipher", "phone_masked", "ssn_token",
        // Names of things, keys and plain words.
        "name", "order_name", "product_name", "file_name", "display_name", "status", "channel", "region", "category",
        "score", "amount", "currency_code", "quantity", "created_at", "updated_at", "valid_from", "is_active",
        "order_id", "customer_id", "employee_id", "claim_id", "lead_id", "status_13", "region_21", "country_code",
        "carrier_code", "line_number", "article_number", "event_type", "week_start", "shipped_on", "parcel_number",
        "total_amount", "invoice_number", "description", "streetlight", "tin", "pan", "car", "cellar", "mobility",
        "recipe", "zip", "clip", "chip", "ship_date", "tip", "", "_", "42", "äöü",
    ])
    func isNone(_ name: String) {
        #expect(bytes(name, PersonalData.kind(ofName:)) == nil)
    }

    @Test(arguments: [
        (PersonalDataKind.email, "email"), (.email, "customer_email"), (.email, "contact_email"), (.email, "eMail"),
        (.email, "EMAIL_ADDRESS"), (.email, "emailAddress2"), (.email, "recipient_email"), (.email, "e-mail"),
        (.email, "courriel"), (.email, "correo_electronico"), (.email, "home_address_email"),
        (.phone, "phone_number"), (.phone, "phone"), (.phone, "mobile"), (.phone, "customerMobile"),
        (.phone, "mobile_2"),
        (.phone, "telefonnummer"), (.phone, "téléphone"), (.phone, "teléfono"), (.phone, "cellulare"),
        (.phone, "handy"),
        (.phone, "phone_home"), (.phone, "MobilePhone"), (.phone, "fax"),
        (.name, "first_name"), (.name, "FirstName"), (.name, "firstname"), (.name, "last_name"), (.name, "surname"),
        (.name, "customer_name"), (.name, "vorname"), (.name, "nachname"), (.name, "prénom"), (.name, "apellidos"),
        (.name, "cognome"), (.name, "achternaam"), (.name, "sobrenome"), (.name, "last_name_kana"),
        (.name, "user_name"),
        (.birth, "birth_date"), (.birth, "date_of_birth"), (.birth, "dateOfBirth"), (.birth, "dob"), (.birth, "DOB"),
        (.birth, "birthday"), (.birth, "geburtsdatum"), (.birth, "date_de_naissance"), (.birth, "data_nascita"),
        (.birth, "patient_birth_date"), (.birth, "geboortedatum"), (.birth, "data_de_nascimento"),
        (.address, "home_address"), (.address, "street"), (.address, "street_name"), (.address, "address"),
        (.address, "billingAddress"), (.address, "home_address_line_1"), (.address, "address_2"), (.address, "straße"),
        (.address, "customer_street"), (.address, "indirizzo"), (.address, "anschrift"), (.address, "endereço"),
        (.identity, "ssn"), (.identity, "social_security_number"), (.identity, "passport"),
        (.identity, "passportNumber"),
        (.identity, "national_id"), (.identity, "codice_fiscale"), (.identity, "personalausweisnummer"),
        (.tax, "tax_id"), (.tax, "steuernummer"), (.account, "iban"), (.account, "customer_iban"), (.account, "IBAN"),
        (.account, "bank_account_number"), (.card, "credit_card"), (.card, "creditCardNumber"), (.card, "cvv"),
        (.network, "ip_address"), (.network, "client_ip"), (.network, "ip"), (.network, "IPAddress"),
        (.network, "mac_address"),
        (.device, "imei"), (.vehicle, "license_plate"),
    ])
    func isPersonal(_ kind: PersonalDataKind, _ name: String) {
        #expect(bytes(name, PersonalData.kind(ofName:)) == kind)
    }

    /// A name may be as long as a file; only its start counts, and nothing breaks.
    @Test func aNameOfAnyLengthIsRead() {
        #expect(bytes("email_" + String(repeating: "address_", count: 4000), PersonalData.kind(ofName:)) == .email)
        #expect(bytes(String(repeating: "a_", count: 4000), PersonalData.kind(ofName:)) == nil)
        #expect(bytes(String(repeating: "aB9", count: 4000), PersonalData.kind(ofName:)) == nil)
        #expect(bytes(String(repeating: "é", count: 4000), PersonalData.kind(ofName:)) == nil)
    }

    @Test(arguments: [("email", true), ("idn-email", true), ("uuid", false), ("", false), ("uri", false)])
    func readsAFormat(_ format: String, _ isEmail: Bool) {
        #expect((bytes(format, PersonalData.kind(ofFormat:)) == .email) == isEmail)
    }

    @Test(arguments: [
        (#"^[^@]+@[^@]+\.[a-z]+$"#, true), (#"[\w.]+@[\w-]+[.]\w{2,}"#, true), (#"^[A-Z]{3}$"#, false), ("@", false),
        ("@.", false), (#"^@handle\.x$"#, true), (#"a@b"#, false), ("", false), (#"x@\"#, false),
    ])
    func readsAPattern(_ pattern: String, _ isEmail: Bool) {
        #expect((bytes(pattern, PersonalData.kind(ofPattern:)) == .email) == isEmail)
    }

    @Test(arguments: [
        ("badge_number", "badge_*", true), ("BADGE_NUMBER", "badge_*", true), ("old_badge", "badge_*", false),
        ("old_badge", "*badge", true), ("badge", "badge_?", false), ("badge_1", "badge_?", true),
        ("oldBadgeNumber", "badge", true), ("oldBadgeNumber", "badge number", true),
        ("oldBadgeNumber", "number_badge", false),
        ("badgers", "badge", false), ("anything", "", false), ("", "*", true), ("", "badge", false),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "*a*a*a*a*a*c", false),
    ])
    func findsNamesOfOnesOwn(_ name: String, _ pattern: String, _ expected: Bool) {
        #expect(bytes(name) { name in bytes(pattern) { NamePattern.matches(name, $0) } } == expected)
    }

    @Test(arguments: [
        "health_check", "health_check_url", "server_health", "health", "health_status", "race", "race_id", "union_id",
        "diagnosis_count", "machine_diagnosis", "fingerprint", "file_fingerprint", "party_id", "political_map_version",
        "sex_ratio", "condition", "treatment", "order_status", "", "status", "category", "faith",
    ])
    func isNoSpecialCategory(_ name: String) {
        #expect(bytes(name) { SpecialCategory(ofName: $0) } == nil)
    }

    @Test(arguments: [
        (SpecialCategory.health, "diagnosis_code"), (.health, "diagnosis"), (.health, "icd10"), (.health, "blood_type"),
        (.health, "is_pregnant"), (.health, "has_disability"), (.health, "patient_health_status"),
        (.health, "krankheit"),
        (.health, "employeeTreatment"), (.religion, "religion"), (.religion, "konfession"), (.origin, "ethnicity"),
        (.origin, "person_race"), (.politics, "political_party"), (.union, "trade_union"), (.union, "gewerkschaft"),
        (.union, "union_membership"), (.genetics, "dna_profile"), (.biometrics, "fingerprint_template"),
        (.biometrics, "user_fingerprint"), (.biometrics, "biometricHash"), (.sexuality, "sexual_orientation"),
    ])
    func isSpecialCategory(_ category: SpecialCategory, _ name: String) {
        #expect(bytes(name) { SpecialCategory(ofName: $0) } == category)
    }
}
