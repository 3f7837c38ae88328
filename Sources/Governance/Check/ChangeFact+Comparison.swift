internal import Compatibility
package import ContractModel
internal import Diagnostics
package import RuleLanguage

/// Changes as the rule language knows them, made of what a comparison found.
extension ChangeFact {
    init(_ change: Change, _ plain: ChangeReport.Change) {
        self.init(
            plain, old: Version(change.old.owner, value: change.old.value),
            new: Version(change.new.owner, value: change.new.value), isOfWholeElement: change.isOfWholeElement)
    }

    /// The changes between two versions of a contract, one of which may not be there; for examples of rules.
    package static func between(_ old: ContractDocument?, _ new: ContractDocument?) -> [ChangeFact] {
        switch (old, new) {
        case (let old?, let new?):
            let result = Comparison(old: old, new: new, options: ComparisonOptions()).run()
            return zip(result.changes, result.report(withExcerpts: false).changes).map { ChangeFact($0, $1) }
        case (nil, let new?): return [fact(of: WholeContract(added: new))]
        case (let old?, nil): return [fact(of: WholeContract(removed: old))]
        case (nil, nil): return []
        }
    }

    private static func fact(of whole: WholeContract) -> ChangeFact {
        let change = whole.change(whole.place(withExcerpt: false), withExcerpt: false)
        return ChangeFact(change, whole: whole.document, isNew: whole.isNew)
    }
}
