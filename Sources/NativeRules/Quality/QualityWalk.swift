internal import ContractModel
internal import YAMLTree

/// The one walk over the quality rules and service levels of a document.
enum QualityWalk {
    static func check(_ document: ContractDocument, _ memory: DocumentMemory, _ found: inout IssueList) {
        var arguments = ArgumentSensible()
        for id in 0..<ElementID(memory.elementCount) {
            switch memory.kind(of: id) {
            case .quality:
                let element = document.element(id)
                ScheduleSensible.check(element, &found)
                arguments.check(element, &found)
            case .sla: ScheduleSensible.check(document.element(id), &found)
            default: break
            }
        }
    }
}
