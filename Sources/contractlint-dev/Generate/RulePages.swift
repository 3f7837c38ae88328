import Diagnostics
import Foundation
import Governance
import Reporters
import RuleLanguage

/// A page for each rule, and their index: from the packs in `rules/` and the descriptors of the rules in Swift.
enum RulePages {
    static let folder = "docs/rules"

    static func all() throws -> [GeneratedFile] {
        let packs = try packs()
        let guides = try NativeGuides()
        let pages = packs.flatMap { pack in
            pack.rules.map { rule in
                GeneratedFile(
                    path: "\(folder)/\(rule.id).md",
                    text: RulePage.page(
                        rule, guides.guide(of: rule.id).map(RulePage.Guide.init), silencing: silencing(rule)))
            }
        }
        return [GeneratedFile(path: "\(folder)/README.md", text: index(packs))] + pages
    }

    /// In the order of `rules list`: the rules in Swift first, then those of the packs.
    private static func packs() throws -> [PackFacts] {
        var packs = RuleListing.native
        for file in try PackTexts.files() {
            let own = RuleListing.facts(
                of: try RulePack(name: "rules/\(file.name).yaml", raw: Array(file.text.utf8)))
            if let index = packs.firstIndex(where: { $0.id == own.id }) {
                packs[index].rules += own.rules
                packs[index].description = own.description
            } else {
                packs.append(own)
            }
        }
        return packs
    }

    private static func index(_ packs: [PackFacts]) -> String {
        RulePage.index(
            packs, title: "The rules",
            """
            Every rule that comes with contractlint. `contractlint rules list` shows them as they are configured,
            `contractlint rules explain ID` shows a page in the terminal.
            """)
    }

    private static func silencing(_ rule: RuleFacts) -> String {
        let native = RuleCatalogue.native.first { $0.id == rule.id }
        if let native, !native.allowsExceptions {
            return "Nothing hides it: [exceptions](../../exceptions.md) say why."
        }
        return """
            - In the file, on the line or the one above it: `# contractlint:disable \(rule.id) -- the reason`.
            - For one contract and a while: a [waiver](../../exceptions.md#waivers), which another person approves.
            - For what is there today: a [baseline](../../exceptions.md#baselines).
            - For all contracts of a folder: `rules: {\(rule.id): off}` in its [configuration](../../configuration.md#rules).
            """
    }
}

extension RulePage.Guide {
    fileprivate init(_ guide: NativeGuides.Guide) {
        self.init(message: guide.message, remedy: guide.remedy, wrong: guide.wrong, right: guide.right)
    }
}
