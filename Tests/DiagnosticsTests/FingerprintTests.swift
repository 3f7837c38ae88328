import Diagnostics
import TestSupport
import Testing

@Suite struct FingerprintTests {
    static let contract = """
        apiVersion: v3.1.0
        kind: DataContract
        id: orders
        version: 1.0.0
        status: active
        schema:
          - name: orders
            properties:
              - name: id
                clasification: public
              - name: city
                clasification: public
                nullable: true
          - name: customers
            clasification: public

        """

    private func fingerprints(_ text: String, file: String = "orders.odcs.yaml") -> [String] {
        check(bytes: Array(text.utf8), file: file).findings.map(\.fingerprint)
    }

    @Test func everyFindingHasItsOwn() {
        let found = fingerprints(Self.contract)
        #expect(found.count == 4)
        #expect(Set(found).count == 4)
        #expect(
            found.allSatisfy {
                $0.utf8.count == 32 && $0.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
            })
    }

    struct Edit: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let apply: @Sendable (String) -> String

        init(_ description: String, _ apply: @escaping @Sendable (String) -> String) {
            testDescription = description
            self.apply = apply
        }
    }

    @Test(arguments: [
        Edit("comments above") { "# one\n# two\n\n" + $0 },
        Edit("Windows line ends") { $0.replacing("\n", with: "\r\n") },
        Edit("a byte order mark") { "\u{FEFF}" + $0 },
        Edit("a new property before") {
            $0.replacing("      - name: id\n", with: "      - name: new\n      - name: id\n")
        },
        Edit("other values") { $0.replacing("public", with: "restricted") },
        Edit("deeper indentation") { $0.replacing("\n      ", with: "\n          ") },
    ])
    func linesMoveAndTheyStay(_ edit: Edit) {
        let edited = edit.apply(Self.contract)
        #expect(edited != Self.contract)
        #expect(fingerprints(edited) == fingerprints(Self.contract))
    }

    @Test func theContractCountsAndNotTheFile() {
        #expect(fingerprints(Self.contract, file: "moved/there.yaml") == fingerprints(Self.contract))
        let other = fingerprints(Self.contract.replacing("id: orders", with: "id: sales"))
        #expect(Set(other).isDisjoint(with: fingerprints(Self.contract)))
    }

    @Test func withoutAnIdTheFileCounts() {
        let nameless = Self.contract.replacing("id: orders\n", with: "")
        #expect(Set(fingerprints(nameless, file: "a.yaml")).isDisjoint(with: fingerprints(nameless, file: "b.yaml")))
    }

    @Test func whatWasFoundCounts() {
        let before = fingerprints(Self.contract)
        let after = fingerprints(Self.contract.replacing("nullable", with: "nulable"))
        #expect(zip(before, after).map { $0 == $1 } == [true, true, false, true])
    }

    @Test func anOrdinalTellsEqualFindingsApart() {
        let finding = Finding(
            rule: "a/b", severity: .error, message: "x",
            place: Place(file: "f", start: Position(line: 1, column: 1), end: Position(line: 1, column: 2)),
            subject: "s")
        var later = finding
        later.offset = 9
        let alone = Report(toolVersion: "", documents: [], findings: [finding]).findings
        let both = Report(toolVersion: "", documents: [], findings: [later, finding]).findings
        #expect(both.map(\.offset) == [0, 9])
        #expect(both[0].fingerprint == alone[0].fingerprint)
        #expect(both[1].fingerprint != alone[0].fingerprint)
    }

    @Test func partsDoNotRunIntoEachOther() {
        func fingerprint(_ clause: String, _ element: String) -> String {
            let place = Place(file: "f", start: Position(line: 1, column: 1), end: Position(line: 1, column: 2))
            let finding = Finding(
                rule: "a/b", severity: .error, message: "", place: place, element: element, clause: clause)
            return Report(toolVersion: "", documents: [], findings: [finding]).findings[0].fingerprint
        }
        #expect(fingerprint("a", "bc") != fingerprint("ab", "c"))
    }
}
