import Basics
import Compatibility
import ContractModel
import TestSupport

/// Service levels, servers, people and the contract itself: a pair for every row, read in both directions.
enum ServiceFixtures {
    private static func level(_ text: String) -> String { "slaProperties:\n  - {\(text)}" }

    /// 2026-06-01, with 90 days of notice.
    private static var june: ComparisonOptions {
        var options = ComparisonOptions()
        options.today = DateTime(instant: "2026-06-01")?.day
        return options
    }

    static let levels: [PairCase] = [
        PairCase(
            "a level comes", contract: "", level("property: ⟦latency⟧, value: 4, unit: h"),
            "sla-added K/B minor narrows", back: ["sla-removed B/K major widens"]),
        PairCase(
            "a longer latency", contract: level("property: latency, value: ⟦4⟧, unit: h"),
            level("property: latency, value: ⟦24⟧, unit: h"), "sla-weakened B/K major widens",
            back: ["sla-strengthened K/B minor narrows"]),
        PairCase(
            "less availability, with another spelling of the property",
            contract: level("property: availability, value: ⟦99.9%⟧"),
            level("property: Availability, value: ⟦99.5%⟧"), "sla-weakened B/K major widens",
            back: ["sla-strengthened K/B minor narrows"]),
        PairCase(
            "one latency in two units", contract: level("property: latency, value: ⟦4⟧, unit: d"),
            level("property: latency, value: ⟦96⟧, unit: h"), "sla-respelled I/I patch equal"),
        PairCase(
            "one latency in two forms", contract: level("property: latency, value: PT1H30M"),
            level("property: latency, value: 90 minutes"), "sla-respelled I/I patch equal"),
        PairCase(
            "a month is not 30 days", contract: level("property: latency, value: 1, unit: month"),
            level("property: latency, value: 30, unit: d"), "sla-changed R/R minor unknown"),
        PairCase(
            "a month is more than 20 days", contract: level("property: latency, value: 1, unit: month"),
            level("property: latency, value: 20, unit: d"), "sla-strengthened K/B minor narrows",
            back: ["sla-weakened B/K major widens"]),
        PairCase(
            "an id goes to another level", contract: level("id: l, property: ⟦latency⟧, value: 4"),
            level("id: l, property: ⟦retention⟧, value: 4"), "sla-changed R/R minor unknown"),
        PairCase(
            "a later time of day", contract: level("property: timeOfAvailability, value: ⟦09:00-08:00⟧"),
            level("property: timeOfAvailability, value: ⟦10:00-08:00⟧"), "sla-weakened B/K major widens",
            back: ["sla-strengthened K/B minor narrows"]),
        PairCase(
            "a property of one's own", contract: level("property: happiness, value: 4"),
            level("property: happiness, value: 5"), "sla-changed R/R minor unknown"),
        PairCase(
            "a longer retention", contract: level("property: retention, value: ⟦1⟧, unit: y"),
            level("property: retention, value: ⟦18⟧, unit: months"), "retention-lengthened R/B minor narrows",
            back: ["retention-shortened B/R major widens"]),
        PairCase(
            "an end within the notice window", contract: "",
            level("property: endOfLife, value: ⟦'2026-08-01'⟧"), "end-of-life-imminent B/B major",
            back: ["end-of-life-deferred K/K patch"], options: june),
        PairCase(
            "an end beyond the notice window", contract: level("property: endOfSupport, value: ⟦'2027-08-01'⟧"),
            level("property: endOfSupport, value: ⟦'2026-12-01'⟧"), "end-of-life-sooner R/R minor",
            back: ["end-of-life-deferred K/K patch"], options: june),
        PairCase(
            "levels of two elements", contract: level("property: latency, value: 4, unit: h, element: a"),
            level(
                "property: latency, value: 4, unit: h, element: a}\n  - {property: ⟦latency⟧, value: 1, unit: h, element: b"
            ),
            "sla-added K/B minor narrows", back: ["sla-removed B/K major widens"]),
    ]

    private static func server(_ text: String) -> String { "servers:\n  - {\(text)}" }

    static let servers: [PairCase] = [
        PairCase(
            "a server in production", contract: "", server("server: ⟦a⟧, type: api, location: l, environment: prod"),
            "server-added K/K minor", back: ["production-server-removed B/B major"]),
        PairCase(
            "a server for tests", contract: "", server("server: ⟦a⟧, type: api, location: l, environment: test"),
            "server-added K/K minor", back: ["server-removed R/R minor"]),
        PairCase(
            "another location in production", contract: server("server: a, type: api, location: ⟦l⟧"),
            server("server: a, type: api, location: ⟦m⟧"), "production-server-changed B/B major"),
        PairCase(
            "another location for tests", contract: server("server: a_test, type: api, location: ⟦l⟧"),
            server("server: a_test, type: api, location: ⟦m⟧"), "server-changed R/R minor"),
        PairCase(
            "a setting that is said for the first time", contract: server("server: ⟦a⟧, type: redshift, database: d"),
            server("server: a, type: redshift, database: d, region: ⟦r⟧"), "server-detail-added I/I patch",
            back: ["production-server-changed B/B major"]),
        PairCase(
            "another name of the system", contract: server("server: a, type: ⟦postgres⟧, host: h"),
            server("server: a, type: ⟦postgresql⟧, host: h"), "server-respelled I/I patch equal"),
        PairCase(
            "a host in capitals", contract: server("server: a, type: api, location: 'https://u:Pass@H/x'"),
            server("server: a, type: api, location: 'https://u:Pass@h/x'"), "server-respelled I/I patch equal"),
        PairCase(
            "a login in capitals is another login",
            contract: server("server: a, type: api, location: 'https://u:Pass@h/x'"),
            server("server: a, type: api, location: 'https://u:PASS@h/x'"), "production-server-changed B/B major"),
        PairCase(
            "a default that is written out", contract: server("server: a, type: kafka, host: h"),
            server("server: a, type: kafka, host: h, format: json")),
        PairCase(
            "another environment", contract: server("server: a, type: api, location: l, environment: ⟦test⟧"),
            server("server: a, type: api, location: l, environment: ⟦qa⟧"), "server-environment-changed R/R minor"),
        PairCase(
            "a server with another name", contract: server("server: ⟦a⟧, type: api, location: l"),
            server("server: ⟦b⟧, type: api, location: l"), "server-changed R/R minor"),
        PairCase(
            "pre-production is none", contract: server("server: a, type: api, location: l, environment: pre-prod"),
            server("server: a, type: api, location: m, environment: pre-prod"), "server-changed R/R minor"),
    ]

    static let people: [PairCase] = [
        PairCase(
            "a role comes", contract: "", "roles: [{role: ⟦reader⟧}]", "role-added K/K minor",
            back: ["role-removed B/B major"]),
        PairCase(
            "a role with another name", contract: "roles: [{id: r, role: ⟦a⟧}]", "roles: [{id: r, role: ⟦b⟧}]",
            "role-renamed B/B major"),
        PairCase(
            "less access", contract: "roles: [{role: r, access: ⟦read-write⟧}]", "roles: [{role: r, access: ⟦read⟧}]",
            "role-access-reduced B/B major", back: ["role-access-raised K/K minor"]),
        PairCase(
            "some other access", contract: "roles: [{role: r, access: ⟦gold⟧}]", "roles: [{role: r, access: ⟦read⟧}]",
            "role-access-changed R/R minor"),
        PairCase(
            "another approver", contract: "roles: [{role: r, firstLevelApprovers: ⟦a⟧}]",
            "roles: [{role: r, firstLevelApprovers: ⟦b⟧}]", "role-approvers-changed I/I patch"),
        PairCase(
            "the last owner goes", contract: "team: {members: [{username: a, role: Data Owner}, {username: b}]}",
            "team: {members: [{username: b}]}", "owner-lost R/R minor", "team-changed I/I patch",
            back: ["team-changed I/I patch", "owner-named I/I patch"].reversed()),
        PairCase(
            "one of two owners goes",
            contract: "team: {name: t, members: [{username: a, role: owner}, {username: b, role: owner}]}",
            "team: {name: t, members: [{username: b, role: owner}]}", "team-changed I/I patch"),
        PairCase(
            "a team in both forms", contract: "team: [{username: a, role: owner}]",
            "team: {members: [{username: a, role: owner}]}"),
        PairCase(
            "the last support channel goes", contract: "support: [{channel: ⟦c⟧}]", "", "support-lost R/R minor",
            back: ["support-opened I/I patch"]),
        PairCase(
            "another support channel", contract: "support: [{channel: c, url: ⟦u⟧}]",
            "support: [{channel: c, url: ⟦v⟧}]", "support-changed I/I patch"),
        PairCase(
            "a higher price", contract: "price: {priceAmount: ⟦1⟧, priceUnit: GB}",
            "price: {priceAmount: ⟦2⟧, priceUnit: GB}", "price-raised R/R minor", back: ["price-lowered I/I patch"]),
        PairCase(
            "another currency", contract: "price: {priceAmount: 1, priceCurrency: ⟦EUR⟧}",
            "price: {priceAmount: 1, priceCurrency: ⟦USD⟧}", "price-changed R/R minor"),
        PairCase(
            "a price comes", contract: "", "price: {priceAmount: ⟦1⟧}", "price-raised R/R minor",
            back: ["price-lowered I/I patch"]),
    ]

    static let documents: [PairCase] = [
        PairCase(
            "a draft gets active", contract: "status: ⟦draft⟧", "status: ⟦active⟧", "status-activated K/K patch",
            back: ["status-withdrawn B/B major"]),
        PairCase(
            "deprecated without a date", contract: "status: ⟦active⟧", "status: ⟦deprecated⟧",
            "status-deprecated-without-date R/R minor", back: ["status-activated K/K patch"]),
        PairCase(
            "deprecated with a date", contract: level("property: endOfLife, value: '2030-01-01'") + "\nstatus: active",
            level("property: endOfLife, value: '2030-01-01'") + "\nstatus: deprecated", "status-deprecated I/I patch",
            back: ["status-activated K/K patch"]),
        PairCase(
            "retired", contract: "status: ⟦deprecated⟧", "status: ⟦retired⟧", "status-retired B/B major",
            back: ["status-deprecated-without-date R/R minor"]),
        PairCase(
            "some other status", contract: "status: ⟦draft⟧", "status: ⟦proposed⟧", "status-changed I/I patch"),
        PairCase(
            "the id", "apiVersion: v3.1.0\nkind: DataContract\nid: ⟦a⟧\nversion: 1.0.0\nstatus: active\n",
            "apiVersion: v3.1.0\nkind: DataContract\nid: ⟦b⟧\nversion: 1.0.0\nstatus: active\n",
            "contract-id-changed B/B major"),
        PairCase("the domain", contract: "domain: ⟦a⟧", "domain: ⟦b⟧", "domain-changed R/R minor"),
        PairCase("the tenant", contract: "tenant: ⟦a⟧", "tenant: ⟦b⟧", "tenant-changed R/R minor"),
        PairCase(
            "limitations", contract: "description: {limitations: ⟦a⟧}", "description: {limitations: ⟦b⟧}",
            "limitations-changed R/R minor"),
        PairCase(
            "usage", contract: "description: {usage: ⟦a⟧}", "description: {usage: ⟦b⟧}", "usage-changed R/R minor"),
        PairCase(
            "purpose", contract: "description: {purpose: ⟦a⟧}", "description: {purpose: ⟦b⟧}",
            "purpose-changed I/I patch"),
        PairCase(
            "the version of the standard", Text.contract(version: "⟦v3.1.0⟧"), Text.contract(version: "⟦v3.2.0⟧"),
            "specification-raised I/I patch", back: ["specification-lowered R/R minor"]),
        PairCase(
            "the standard", "apiVersion: ⟦v3.1.0⟧\nkind: DataContract\nid: a\nversion: 1.0.0\n",
            "dataContractSpecification: ⟦1.2.1⟧\nid: a\ninfo: {version: 1.0.0}\n", "standard-changed R/R minor"),
        PairCase(
            "the version is no change", "apiVersion: v3.1.0\nkind: DataContract\nid: a\nversion: 1.0.0\n",
            "apiVersion: v3.1.0\nkind: DataContract\nid: a\nversion: 2.0.0\n"),
    ]
}
