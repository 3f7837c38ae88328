package import ContractModel
package import Diagnostics
package import YAMLTree

/// One difference between two versions of a contract, with what it does to those who rely on it.
package struct Change {
    package let kind: ChangeKind
    /// The path of names, of the new version where the element is there; nil: the contract itself.
    package let element: String?
    package let consumer: Verdict
    package let producer: Verdict
    /// By the profile of the comparison; `strict` counts risky as breaking.
    package let verdict: Verdict
    package let relation: Relation?
    package let bump: Bump
    package let old: Side
    package let new: Side
    package let message: String
    package let reason: String
    package let remedy: String?

    /// Side of a change: what stands in one of the two versions.
    package struct Side {
        /// The element that the change is about or, where this version does not have it, what would hold it.
        package let owner: ElementRef
        package let node: NodeID
        /// Nil where this version has nothing.
        package let value: String?

        package var isThere: Bool { value != nil }
        package var range: SourceRange { owner.document.tree.range(of: node) }
    }

    package var id: String { kind.id }
    package var full: Verdict { max(consumer, producer) }

    package func verdict(for profile: CompatibilityProfile) -> Verdict {
        switch profile {
        case .consumer: consumer
        case .producer: producer
        case .full: full
        }
    }

    /// True when an element came or went as a whole: in the version without it, the side is what would hold it.
    package var isOfWholeElement: Bool {
        let side = new.isThere ? new : old
        return old.isThere != new.isThere && side.node == side.owner.anchor
    }

    /// Whom it hurts.
    package var hurts: [CompatibilityProfile] {
        (consumer >= .risky ? [.consumer] : []) + (producer >= .risky ? [.producer] : [])
    }
}
