internal import Basics
internal import Compatibility
internal import ContractModel
internal import Diagnostics
internal import RuleLanguage
internal import YAMLTree

/// Verdicts of rules of packs on changes: `select: change`.
extension ChangeFindings {
    /// Asks about the changes of a pair.
    ///
    /// - Parameter suffix: what a message ends with.
    mutating func judge(
        _ changes: [(Change, ChangeReport.Change)], of result: ComparisonResult, _ effective: EffectivePolicy,
        _ suffix: String
    ) {
        guard effective.rules.asksAboutChanges else { return }
        let judgement = cache.engine(for: effective, configuration).judge(
            changes.map { ChangeFact($0, $1) }, old: result.old, new: result.new, file: nil)
        note(judgement)
        for issue in judgement.issues {
            let (change, plain) = changes[issue.change]
            writer.change?.old = plain.old.value
            writer.change?.new = plain.new.value
            var main = (range: change.new.range, place: plain.new.place, route: plain.new.route)
            var earlier = plain.old.place
            if let (document, node) = issue.pointed {
                let range = document.tree.range(of: node)
                let place = document.tree.place(of: range, withExcerpt: withExcerpts)
                if document === result.new {
                    main = (range, place, document.tree.route(to: node))
                } else {
                    earlier = place
                }
            }
            append(
                Issue(
                    issue.rule, issue.message + suffix, at: main.range, help: issue.help,
                    subject: "\(plain.id)\u{0}\(plain.old.value ?? "")\u{0}\(plain.new.value ?? "")"),
                effective, most: .error, contract: result.new.id ?? result.old.id, element: plain.element,
                clause: issue.clause,
                FindingWriter.Spot(
                    place: main.place, route: main.route,
                    related: [RelatedPlace(earlier, "before: \(plain.old.value?.shortened(to: 100) ?? "nothing")")],
                    change: plain))
        }
    }

    /// Asks about a contract that only one version has.
    ///
    /// - Parameter place: where it stands, or stood, in the working folder.
    mutating func judge(
        _ whole: WholeContract, _ effective: EffectivePolicy, at place: Place, _ related: [RelatedPlace]
    ) {
        let document = whole.document
        guard effective.rules.asksAboutChanges else { return }
        let change = whole.change(place, withExcerpt: withExcerpts)
        let judgement = cache.engine(for: effective, configuration).judge(
            [ChangeFact(change, whole: document, isNew: whole.isNew)], old: whole.isNew ? nil : document,
            new: whole.isNew ? document : nil, file: place.file)
        note(judgement)
        for issue in judgement.issues {
            var pointed = place
            if let (document, node) = issue.pointed {
                pointed = document.tree.place(of: document.tree.range(of: node), withExcerpt: withExcerpts)
                pointed.file = place.file
            }
            append(
                Issue(issue.rule, issue.message, at: whole.range, help: issue.help, subject: whole.kind.id),
                effective, most: .error, contract: document.id, clause: issue.clause,
                FindingWriter.Spot(place: pointed, related: related))
        }
    }

    private mutating func note(_ judgement: ChangeJudgement) {
        writer.result.failures += judgement.failures.map { $0.redacted(secrets) }
        writer.result.unknown.formUnion(judgement.unknown)
    }
}
