import TestSupport
import Testing

@testable import RuleLanguage

@Suite struct PersonalExampleTests {
    @Test(arguments: [
        // Reserved for examples, or invented.
        "jane@example.com", "jane@mail.example.org", "jane@acme.example", "jane@shop.test", "jane@localhost",
        "a@test.com",
        "jane.roe@example.co.uk", "john@company.com", "@handle", "a@b", "user@", "@", "x@y.z", "name@1.2.3.4",
        // No telephone numbers.
        "+1 202 555 0143", "(212) 555-0100", "+44 20 7946 0958", "+49 30 23125 000", "+1 555 867 5309", "2024-01-31",
        "2024-01-31T12:30:00Z", "1234567890", "+12345678", "+49 123 456789", "123-456-7890", "12.345.678,90",
        "0000-0000",
        "104-2330-1187", "+1 111 111 1111", "100.200.300-4000", "19:30:12.123456",
        // Account numbers that are wrong or specimens.
        "DE89370400440532013000", "GB82 WEST 1234 5698 7654 32", "DE00370400440532013001", "DE12345", "ABCD12345678901",
        // Social security numbers that nobody has.
        "000-12-3456", "666-12-3456", "912-34-5678", "123-00-4567", "123-45-0000", "123-45-6789", "078-05-1120",
        "12-345-6789",
        // Cards for tests, and numbers with the wrong check digit.
        "4111111111111111", "4242 4242 4242 4242", "5555555555554444", "378282246310005", "4539578763621487",
        // Other values.
        "accepted", "A104233", "129.9", "53581432-6c55-4ba2-a65f-72344a91553a", "EUR", "", "7", "+", "-", "Jane",
    ])
    func isInvented(_ value: String) {
        #expect(bytes(value) { PersonalExample(in: $0) } == nil)
    }

    // All of them made up: the bank code is unknown, the numbers are not given out.
    @Test(arguments: [
        (PersonalExample.email, "jane.roe@mail-provider.net"), (.email, "write to jane.roe@mail-provider.net."),
        (.email, "jane@example.com, jane@mail-provider.net"), (.email, "JANE+X@MAIL-PROVIDER.NET"),
        (.phone, "+49 30 80918273"), (.phone, "+1 (417) 962-8305"), (.phone, "(417) 962-8305"),
        (.phone, "417-962-8305"),
        (.phone, "1-417-962-8305"), (.phone, "+33 1 70 36 82 59"),
        (.iban, "DE37999999990000817264"), (.iban, "DE37 9999 9999 0000 8172 64"),
        (.socialSecurity, "417-29-6083"), (.card, "4929 1637 0582 7463"), (.card, "4929163705827463"),
    ])
    func looksReal(_ kind: PersonalExample, _ value: String) {
        #expect(bytes(value) { PersonalExample(in: $0) } == kind)
    }

    @Test func aLongTextIsInvented() {
        let signs = String(repeating: "@", count: 200_000)
        #expect(bytes(signs) { PersonalExample(in: $0) } == nil)
        #expect(bytes(String(repeating: "a", count: 200_000) + signs) { PersonalExample(in: $0) } == nil)
        #expect(bytes(String(repeating: "7", count: 200_000)) { PersonalExample(in: $0) } == nil)
    }
}
