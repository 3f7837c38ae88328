import Diagnostics
import Governance
import Testing

/// Files of waivers, read as critically as a configuration.
@Suite struct WaiverFileTests {
    private func faults(_ text: String) -> [String] {
        do {
            _ = try Excepting.configuration("waivers: [w.yaml]\n", files: ["w.yaml": text])
            return []
        } catch let invalid as Configuration.Invalid {
            return invalid.faults.map { "\($0.place ?? ""): \($0.message)" }
        } catch {
            return ["\(error)"]
        }
    }

    struct Case: Sendable {
        let entry: String
        let fault: String
    }

    static let head = "apiVersion: contractlint/v1\nkind: Waivers\nwaivers:\n  - "
    static let whole = "{rule: a/b, contract: c, reason: r, requestedBy: x, approvedBy: y, expires: 2026-06-30"

    @Test func aWholeOneHasNoFault() {
        #expect(faults(Self.head + Self.whole + "}\n") == [])
        #expect(faults(Self.head + Self.whole + ", element: e, ticket: 12}\n") == [])
        #expect(faults("apiVersion: contractlint/v1\nkind: Waivers\nwaivers: []\n") == [])
    }

    @Test(arguments: ["rule", "contract", "reason", "requestedBy", "approvedBy", "expires"])
    func whatItMustSayIsDemanded(_ key: String) {
        let without = Self.whole.split(separator: ",").map(String.init).filter { !$0.contains(key + ":") }
        let text = (without[0].hasPrefix("{") ? "" : "{") + without.joined(separator: ",") + "}\n"
        let found = faults(Self.head + text)
        #expect(found.count == 1, "\(found)")
        #expect(found.first?.contains("`\(key)`") == true)
        let empty = faults(
            Self.head + Self.whole.replacing("\(key): ", with: "\(key): '' #").replacing(" #", with: "") + "}\n")
        #expect(!empty.isEmpty)
    }

    @Test(arguments: [
        Case(entry: whole + ", line: 4}", fault: "w.yaml:4:93: "),
        Case(
            entry: whole.replacing("2026-06-30", with: "2026-02-30") + "}",
            fault:
                "w.yaml:4:81: `2026-02-30` is no day of the calendar; write the last day that the waiver counts, as 2026-12-31"
        ),
        Case(entry: whole.replacing("2026-06-30", with: "30.6.2026") + "}", fault: "w.yaml:4:81: "),
        Case(entry: whole.replacing("reason: r", with: "reason: ' '") + "}", fault: "w.yaml:4:38: "),
        Case(entry: whole + ", elemnt: e}", fault: "w.yaml:4:93: "),
        Case(entry: "text", fault: "w.yaml:4:5: "),
    ]) func aMistakeHasItsPlace(_ example: Case) {
        let found = faults(Self.head + example.entry + "\n")
        #expect(found.count == 1 && found[0].hasPrefix(example.fault), "\(found)")
    }

    @Test(arguments: [
        "", "a: [", "- 1", "kind: Waivers\n", "apiVersion: contractlint/v1\nkind: RulePack\nwaivers: []\n", "\u{0}",
    ])
    func aFileThatIsNoneIsAFault(_ text: String) { #expect(!faults(text).isEmpty) }

    @Test func aFileThatIsNotThereIsAFaultOfTheConfiguration() {
        #expect(throws: Configuration.Invalid.self) { try Excepting.configuration("waivers: [gone.yaml]\n") }
    }

    @Test func tenThousandMistakesAreNotAllListed() {
        let text = Self.head + String(repeating: "{rule: 1}\n  - ", count: 10_000) + "{}\n"
        let found = faults(text)
        #expect((1...200).contains(found.count))
    }
}
