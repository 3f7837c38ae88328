package import Governance
internal import NativeRules

/// What a run that checks one file and nothing else finds in it.
package func checked(
    name: String, raw: [UInt8], _ configuration: Configuration, withExcerpts: Bool = true, today: Int = 0
) -> FileResult {
    let jurisdiction = Jurisdiction(configuration)
    var result = FileCheck(Exceptions([jurisdiction], today: today), withExcerpts: withExcerpts)
        .run(name: name, raw: raw, jurisdiction, CheckCache())
    var ids = ContractIDs()
    for id in result.ids { ids.add(id) }
    result.findings += ids.findings()
    return result
}
