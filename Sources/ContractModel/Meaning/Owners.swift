internal import Basics
package import YAMLTree

/// Owner of a contract or product.
package enum Owner {
    /// A member of the team whose role says so.
    case member(ElementRef)
    /// DCS `info.owner`: the name of somebody or of a team.
    case named(NodeID)
}

extension ElementRef {
    /// Members of the team of a contract or product, whether it is written as an object (3.1) or as a list (until 3.0).
    package var members: [ElementRef] {
        elements(.team).flatMap { $0.kind == .team ? $0.elements(.members) : [$0] }
    }

    /// Owners of a contract or product, those included who have left.
    package var owners: [Owner] {
        if document.standard == .dcs, let owner = node(.owner), document.tree.textLength(of: owner) > 0 {
            return [.named(owner)]
        }
        return members.filter(\.isOwning).map { .member($0) }
    }

    /// Answer to whether the role of a member is one of owners: `owner`, `Data Owner`, `product_owner`.
    private var isOwning: Bool {
        guard var role = text(.role) else { return false }
        return role.withUTF8 { $0.contains(lowercase: "owner") }
    }

    /// Answer to whether a member has left: the last day is over. A date that nobody can read says nothing.
    ///
    /// - Parameter today: in days since 1970-01-01; nil: not known, and nobody with a last day is taken for one who is there.
    package func hasLeft(today: Int?) -> Bool {
        guard let left = text(.dateOut), let day = DateTime(instant: left)?.day else { return false }
        return today.map { day < $0 } ?? true
    }
}
