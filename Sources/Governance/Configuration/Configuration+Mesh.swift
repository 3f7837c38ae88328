package import Basics
internal import ContractModel
internal import Diagnostics
internal import RuleLanguage
internal import YAMLTree

extension Configuration {
    /// The section `mesh`.
    package struct MeshSection: Sendable {
        /// Folders, globs and interface files.
        package var roots: [NamedFile] = []
        package var isComplete = false
        package var requiresAgreements = false
        package var consumerContracts: [PathPattern] = []
        /// True when some configuration has one.
        package var isWritten = false
    }

    mutating func readMesh(
        _ section: ElementRef, in folder: FolderOfPaths, isOutermost: Bool, _ faults: inout [Issue]
    ) {
        guard isOutermost else {
            faults.append(
                Issue(
                    StandardRules.invalidValue, "`mesh` stands in a configuration below another",
                    at: section.range, help: "write it in the outermost one: there is one mesh"))
            return
        }
        let own = folder.absolute ?? ""
        func files(_ key: Key) -> [NamedFile] {
            section.values(key).prefix(1000).filter { !$0.text.isEmpty }.map { value in
                NamedFile(path: value.text.hasPrefix("/") ? value.text : own + value.text, folder: own)
            }
        }
        mesh.isWritten = true
        mesh.roots = files(.roots)
        if let node = section.node(.lineage) {
            faults.append(
                Issue(
                    StandardRules.invalidValue, "`lineage` is not read by this version",
                    at: section.document.tree.range(of: node),
                    help: "leave it out: what it says would be passed over in silence"))
        }
        mesh.isComplete = section.truth(.complete) ?? false
        mesh.requiresAgreements = section.text(.agreements) == "required"
        mesh.consumerContracts = patterns(section.values(.consumerContracts), &faults)
    }
}
