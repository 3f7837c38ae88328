internal import Basics
package import Diagnostics

/// The forms in which the history of contracts is written.
package enum ChangelogFormat: String, CaseIterable, Sendable {
    case text
    /// For release notes and pages of a repository.
    case markdown
    /// One page; nothing is loaded from elsewhere.
    case html
    /// For programs: version 1 of our own format.
    case json

    /// The history as text that ends in a line break.
    package func render(_ changelog: ChangelogReport) -> String {
        switch self {
        case .text: ChangelogText.render(changelog)
        case .markdown: ChangelogMarkdown.render(changelog)
        case .html: ChangelogPage.render(changelog)
        case .json: ChangelogJSON.render(changelog)
        }
    }
}

/// Words and order that all forms share.
enum ChangelogWords {
    /// Changes of one kind of effect, as a release note has them.
    struct Part {
        var title: String
        var changes: [ChangeReport.Change]
        /// Number of those that are not listed.
        var left: Int
    }

    /// More than this nobody reads.
    private static let most = 50

    /// Parts in the order in which readers must know them: details are counted alone.
    static func parts(of report: ChangeReport) -> [Part] {
        let titles: [(Verdict, String)] = [
            (.breaking, "Breaking"), (.risky, "Worth a look"), (.compatible, "New and better"),
        ]
        return titles.compactMap { verdict, title in
            let changes = report.changes.filter { $0.verdict == verdict }
            if changes.isEmpty { return nil }
            return Part(title: title, changes: Array(changes.prefix(most)), left: max(0, changes.count - most))
        }
    }

    /// `3 informational: 2 description-changed, 1 tags-changed`; nil: there are none.
    static func details(of report: ChangeReport) -> String? {
        ChangeWords.details(report.changes.filter { $0.verdict == .informational })
    }

    /// `2.0.0, 2026-06-15`
    static func title(of release: ChangelogReport.Release) -> String {
        let version = release.report.new.version ?? release.report.old.version.map { "after \($0)" } ?? "no version"
        return ([version] + [release.day].compactMap(\.self)).joined(separator: ", ")
    }

    static func name(of contract: ChangelogReport.Contract) -> String { contract.id ?? contract.file }

    static func title(_ changelog: ChangelogReport) -> String {
        "Data contracts from \(changelog.from) to \(changelog.to)"
    }

    static let nothing = "No contract has changed."

    /// `orders.note`
    static func element(of change: ChangeReport.Change) -> String { change.element ?? "the contract" }
}

enum ChangelogText {
    static func render(_ changelog: ChangelogReport) -> String {
        var out = Output()
        out.write(safe: ChangelogWords.title(changelog))
        out.write("\n")
        if changelog.contracts.isEmpty { out.write("\n\(ChangelogWords.nothing)\n") }
        for contract in changelog.contracts {
            out.write("\n")
            out.write(safeAtLineStart: ChangelogWords.name(of: contract))
            out.write(safe: contract.id == nil ? "" : " (\(contract.file))")
            out.write("\n")
            for release in contract.releases {
                out.write("\n  ")
                out.write(safe: ChangelogWords.title(of: release))
                out.write("\n")
                for part in ChangelogWords.parts(of: release.report) {
                    out.write("    \(part.title)\n")
                    for change in part.changes {
                        out.write("      ")
                        out.write(safe: "\(ChangelogWords.element(of: change)): \(change.message)")
                        out.write("\n")
                        guard change.verdict >= .risky, let remedy = change.remedy else { continue }
                        out.write("        = way out: ")
                        out.write(safe: remedy)
                        out.write("\n")
                    }
                    if part.left > 0 { out.write("      and \(part.left) more\n") }
                }
                if let details = ChangelogWords.details(of: release.report) {
                    out.write("    ")
                    out.write(safe: details)
                    out.write("\n")
                }
            }
        }
        return out.text
    }
}

enum ChangelogMarkdown {
    static func render(_ changelog: ChangelogReport) -> String {
        var text = "# \(MarkdownText.escaped(ChangelogWords.title(changelog)))\n"
        if changelog.contracts.isEmpty { text += "\n\(ChangelogWords.nothing)\n" }
        for contract in changelog.contracts {
            text += "\n## \(MarkdownText.code(ChangelogWords.name(of: contract)))\n"
            for release in contract.releases {
                text += "\n### \(MarkdownText.escaped(ChangelogWords.title(of: release)))\n"
                for part in ChangelogWords.parts(of: release.report) {
                    text += "\n**\(part.title)**\n\n"
                    for change in part.changes {
                        let element = change.element.map(MarkdownText.code) ?? "the contract"
                        text += "- \(element): \(MarkdownText.escaped(change.message))"
                        if change.verdict >= .risky, let remedy = change.remedy {
                            text += ". Way out: \(MarkdownText.escaped(remedy))"
                        }
                        text += "\n"
                    }
                    if part.left > 0 { text += "- and \(part.left) more\n" }
                }
                if let details = ChangelogWords.details(of: release.report) {
                    text += "\n\(MarkdownText.escaped(details))\n"
                }
            }
        }
        return text
    }
}

enum ChangelogPage {
    static func render(_ changelog: ChangelogReport) -> String {
        var page = HTMLWriter(Output())
        HTMLReport.writeHead(&page, title: ChangelogWords.title(changelog))
        page.raw("<header>")
        page.element("h1", ChangelogWords.title(changelog))
        page.raw("</header>\n<main>\n")
        if changelog.contracts.isEmpty { page.element("p", ChangelogWords.nothing) }
        for contract in changelog.contracts {
            page.raw("<section>")
            page.element("h2", ChangelogWords.name(of: contract))
            for release in contract.releases {
                page.element("h3", ChangelogWords.title(of: release))
                for part in ChangelogWords.parts(of: release.report) {
                    page.raw("<p class=\"severity\">\(part.title)</p><ul>\n")
                    for change in part.changes {
                        page.raw("<li>")
                        page.element("code", ChangelogWords.element(of: change))
                        page.raw(" ")
                        page.prose(change.message)
                        if change.verdict >= .risky, let remedy = change.remedy {
                            page.raw("<p class=\"soft\">way out: ")
                            page.prose(remedy)
                            page.raw("</p>")
                        }
                        page.raw("</li>\n")
                    }
                    if part.left > 0 { page.raw("<li>and \(part.left) more</li>\n") }
                    page.raw("</ul>\n")
                }
                if let details = ChangelogWords.details(of: release.report) {
                    page.raw("<p class=\"soft\">")
                    page.prose(details)
                    page.raw("</p>\n")
                }
            }
            page.raw("</section>\n")
        }
        page.raw("</main>\n</body>\n</html>\n")
        return page.out.text
    }
}

enum ChangelogJSON {
    static func render(_ changelog: ChangelogReport) -> String {
        var json = JSONWriter(Output())
        json.object { json in
            json.member("version", 1)
            json.member("from", changelog.from)
            json.member("to", changelog.to)
            json.key("contracts")
            json.array { json in
                for contract in changelog.contracts { json.object { write(contract, to: &$0) } }
            }
        }
        json.end()
        return json.out.text
    }

    private static func write(_ contract: ChangelogReport.Contract, to json: inout JSONWriter) {
        json.member("id", contract.id)
        json.member("file", contract.file)
        json.key("releases")
        json.array { json in
            for release in contract.releases {
                json.object { json in
                    json.member("day", release.day)
                    json.member("commit", release.commit)
                    ChangeJSON.writeMembers(of: release.report, to: &json)
                }
            }
        }
    }
}
