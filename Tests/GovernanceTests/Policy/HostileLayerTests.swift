import Basics
import ContractModel
import Diagnostics
import RuleLanguage
import Testing
import YAMLTree

@testable import Governance

/// Configurations that nobody writes by hand: read in bounded time, with a word for what is too much.
@Suite struct HostileLayerTests {
    private func load(_ text: String) -> (configuration: Configuration, faults: [Report.Failure]) {
        do {
            return (try Configuration(name: "c.yaml", raw: Array(text.utf8)), [])
        } catch {
            return (error.configuration, error.faults)
        }
    }

    @Test func thousandsOfLayersAreTooMany() {
        let layers = (0..<5000).map { "- {name: l\($0), adjust: {yaml/merge-key: {severity: error}}}\n" }.joined()
        let (configuration, faults) = load("version: 1\nlayers:\n" + layers)
        #expect(faults.map(\.message) == ["there are more than 2000 layers; one layer can match many domains"])
        #expect(faults.first?.place == "c.yaml:2003:3")
        #expect(configuration.policy.layers.count == 2000)
    }

    /// All that a thousand layers say of one locked rule is judged against all of them.
    @Test func layersThatAllSpeakOfOneRule() {
        let layers = (0..<1000).map { number in
            "- {name: l\(number), match: {domains: [d\(number), shared]}, adjust: {yaml/merge-key: "
                + "{severity: \(number == 999 ? "info" : "warning"), lock: tighten}}}\n"
        }.joined()
        let (_, faults) = load("version: 1\nlayers:\n" + layers)
        #expect(faults.count == 1)
        #expect(
            faults.first?.message.hasPrefix(
                "this loosens `yaml/merge-key`, which the layer `l0` (c.yaml:3:97) has locked (tighten)") == true,
            "\(faults.first?.message ?? "")")
    }

    @Test func giantListsOfNames() {
        let names = { (prefix: String) in (0..<30_000).map { "\(prefix)\($0)" }.joined(separator: ", ") }
        let layers = """
            version: 1
            layers:
            - {name: a, match: {domains: [\(names("a"))]}, adjust: {yaml/merge-key: {severity: error, lock: sealed}}}
            - {name: b, match: {domains: [\(names("b"))]}, adjust: {yaml/merge-key: {severity: info}}}
            - {name: c, match: {domains: [\(names("b*"))]}, adjust: {yaml/merge-key: {severity: warning}}}
            """
        let (configuration, faults) = load(layers)
        // Words that differ are told apart; a long list of patterns is not compared, and so may meet anything.
        #expect(faults.map(\.place) == ["c.yaml:5:\(faults.first?.position?.column ?? 0)"])
        let text = "apiVersion: v3.1.0\nkind: DataContract\ndomain: a29999\n"
        let tree = YAMLTree(name: "a.yaml", raw: Array(text.utf8), vocabulary: .contracts)
        let document = ContractDocument(tree, tree.documents[0])!
        let rule = configuration.policy.effective(for: document, today: 0).effective(
            RuleCatalogue.native("yaml/merge-key")!)
        #expect(rule?.severity == .error && rule?.provenance.lock == .sealed)
    }

    @Test(arguments: ["\\e[31m", "\\u202E", "</script>", "::error::x", "\\0", String(repeating: "x", count: 1000)])
    func namesOfStrangersAreOnlyNames(_ name: String) {
        let (configuration, faults) = load(
            """
            version: 1
            layers:
            - {name: "\(name)", under: "\(name)", adjust: {"\(name)": {severity: error}, yaml/merge-key: {severity: off, lock: sealed}}}
            - {name: "\(name)", adjust: {yaml/merge-key: {severity: error}}}
            """)
        #expect(faults.count == 4 || faults.count == 5, "\(faults.map(\.message))")
        #expect(faults.allSatisfy { $0.message.count < 1000 })
        #expect(configuration.policy.layers.count == 2)
    }

    // MARK: Directions and scopes

    @Test(arguments: [
        (ParameterValue.int(3), ParameterValue.int(5), Tightening?.some(.max), true, ParameterValue.int(3)),
        (.int(5), .int(3), .max, false, .int(3)), (.double(5.5), .int(5), .min, true, .double(5.5)),
        (.list([.string("a")]), .list([.string("a"), .string("b")]), .subset, true, .list([.string("a")])),
        (
            .list([.string("a"), .string("c")]), .list([.string("a"), .string("b")]), .subset, false,
            .list([.string("a")])
        ),
        (.list([.string("a")]), .list([.string("b")]), .superset, false, .list([.string("b"), .string("a")])),
        (.string("a"), .string("b"), nil, false, .string("b")), (.string("a"), .string("a"), nil, true, .string("a")),
    ])
    func parametersHaveDirections(
        _ own: ParameterValue, _ bound: ParameterValue, _ direction: Tightening?, _ isStrict: Bool,
        _ joined: ParameterValue
    ) {
        #expect(own.isAsStrict(as: bound, direction) == isStrict)
        #expect(bound.joined(with: own, direction) == joined)
        #expect(joined.isAsStrict(as: bound, direction) && (direction == nil || joined.isAsStrict(as: own, direction)))
    }

    @Test func pathsAreThoseOfTheConfigurationsFolder() {
        let below = FolderOfPaths(shown: "a/b", above: "", absolute: "/w/a/b")
        #expect(below.path(of: "a/b/c.yaml") == "c.yaml")
        let here = FolderOfPaths(shown: nil, above: "", absolute: "/w")
        #expect(here.path(of: "a/b/c.yaml") == "a/b/c.yaml")
        let above = FolderOfPaths(shown: nil, above: "w/x", absolute: "/")
        #expect(above.path(of: "c.yaml") == "w/x/c.yaml")
        #expect(above.path(of: "/other/c.yaml") == "other/c.yaml")
        #expect(below.path(of: "/w/a/b/d/c.yaml") == "d/c.yaml")
    }

    @Test(arguments: [(0, "1970-01-01"), (-1, "1969-12-31"), (11_016, "2000-02-29"), (20_605, "2026-06-01")])
    func daysAreWrittenAsTheyAreRead(_ number: Int, _ text: String) {
        #expect(Day(number: number).text == text)
        #expect(Day(text)?.number == number)
    }
}
