import Foundation
import Testing

@Suite struct WaiverListTests {
    private func request() throws -> PullRequest {
        let expired = PullRequest.waivers("acme/purpose", expires: "2026-05-31").replacingOccurrences(
            of: "apiVersion: contractlint/v1\nkind: Waivers\nwaivers:\n", with: "")
        return try PullRequest([
            "contracts/orders.odcs.yaml": PullRequest.contract(),
            "waivers/w.yaml": PullRequest.waivers("acme/tenant") + expired
                + "  - {rule: x/y, contract: z, reason: \"\\e[31mred\", requestedBy: a, approvedBy: b, expires: 2026-06-02}\n",
            ".contractlint.yaml": PullRequest.configuration + "waivers: [waivers]\n",
        ])
    }

    @Test func forPeople() throws {
        let request = try request()
        let run = try Run(["waivers", "list", "--today", "2026-06-01"], in: request.repository.folder)
        #expect(run.exitCode == 0)
        #expect(
            run.text == """
                waivers/w.yaml:4:11: acme/tenant for orders
                  until 2026-12-31, 213 days left
                  asked for by ann, approved by bob: An old feed.
                  hides 1 finding:
                    contracts/orders.odcs.yaml:3:5: acme/tenant: the contract names no tenant

                waivers/w.yaml:10:11: acme/purpose for orders
                  expired on 2026-05-31, 1 day ago
                  asked for by ann, approved by bob: An old feed.
                  does not hide 1 finding:
                    contracts/orders.odcs.yaml:3:5: acme/purpose: the contract says not what it is for

                waivers/w.yaml:16:12: x/y for z
                  until 2026-06-02, 1 day left; without effect: names no rule
                  asked for by a, approved by b: \\u{1B}[31mred
                  hides nothing

                3 waivers, 2 without effect

                """)
    }

    private struct List: Decodable {
        struct Waiver: Decodable {
            struct Finding: Decodable { var rule: String, file: String, fingerprint: String }
            var rule: String, file: String, line: Int, contract: String, approvedBy: String, daysLeft: Int
            var defect: String?
            var count: Int
            var findings: [Finding]
        }
        var version: Int
        var waivers: [Waiver]
    }

    @Test func forPrograms() throws {
        let request = try request()
        let run = try Run(["waivers", "--format", "json", "--today", "2026-06-01"], in: request.repository.folder)
        let list = try JSONDecoder().decode(List.self, from: run.output)
        #expect(list.waivers.map(\.daysLeft) == [213, -1, 1])
        #expect(list.waivers.map(\.defect) == [nil, "expired", "names no rule"])
        #expect(list.waivers.map(\.count) == [1, 1, 0])
        #expect(list.waivers[0].findings.map(\.rule) == ["acme/tenant"])
    }

    @Test func aConfigurationWithAMistakeIsTwo() throws {
        let request = try request()
        try request.write("waivers/w.yaml", "waivers: [\n")
        let run = try Run(["waivers", "list"], in: request.repository.folder)
        #expect(run.exitCode == 2)
        #expect(run.text == "No waivers\n")
        #expect(run.errors.contains("waivers/w.yaml:"))
    }
}
