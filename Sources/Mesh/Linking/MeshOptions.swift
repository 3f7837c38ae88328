package import Basics
package import ContractModel

/// Decisions of an organisation about its mesh: the section `mesh` of the outermost configuration.
package struct MeshOptions: Sendable {
    /// True when every unit of the mesh is under the roots: what is not there is nowhere.
    package var isComplete = false
    /// True when reading across domains demands an agreement, whether any is known or not.
    package var requiresAgreements = false
    /// Files that hold consumer contracts.
    package var consumerContracts: [PathPattern] = []
    package var classifications = ClassificationOrder.usual
    /// Tags that say why a property is classified lower than what it is made from.
    package var released = [
        "anonymised", "anonymized", "aggregated", "hashed", "masked", "tokenised", "tokenized", "pseudonymised",
        "pseudonymized",
    ]
    /// Tags that go along with the data.
    package var keptTags = ["pii"]
    /// In days since 1970-01-01.
    package var today = 0

    package init() {}
}
