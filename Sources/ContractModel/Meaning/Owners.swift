internal import Basics
package import YAMLTree

/// Owner of a contract or product.
package enum Owner {
    /// A member of the team whose role says so.
    case member(ElementRef)
    /// The name of somebody or of a team: `info.owner` of DCS, the name of the team where no member is owner.
    case named(NodeID)

    /// Words of the roles that own: `owner`, `Data Owner`, `product_owner`.
    package static let roles = [
        "owner", "accountable", "responsible", "eigent\u{FC}mer", "verantwortlich", "propri\u{E9}taire", "propietario",
        "proprietario", "eigenaar",
    ]
}

extension ElementRef {
    /// Members of the team of a contract or product, whether it is written as an object (3.1) or as a list (until 3.0).
    package var members: [ElementRef] {
        elements(.team).flatMap { $0.kind == .team ? $0.elements(.members) : [$0] }
    }

    /// Owners of a contract or product, those included who have left. A team with a name answers for it where nobody does.
    ///
    /// - Parameter roles: words in lower case, one of which stands in the role of an owner.
    package func owners(by roles: [String] = Owner.roles) -> [Owner] {
        let tree = document.tree
        if document.standard == .dcs, let owner = node(.owner), tree.textLength(of: owner) > 0 {
            return [.named(owner)]
        }
        let own = members.filter { member in
            guard let role = member.text(.role)?.lowercased() else { return false }
            return Self.holds(role, oneOf: roles)
        }
        if !own.isEmpty { return own.map { .member($0) } }
        let name = elements(.team).lazy.filter { $0.kind == .team }.compactMap { $0.node(.name) }.first
        return name.flatMap { tree.trimmedText(of: $0).isEmpty ? nil : [.named($0)] } ?? []
    }

    /// True when a text holds one of some words. Nearly all are ASCII, where a letter is a byte and none need be made.
    private static func holds(_ text: String, oneOf words: [String]) -> Bool {
        var text = text
        let isFound: Bool? = text.withUTF8 { text in
            text.allSatisfy { $0 < 0x80 } ? words.contains { holds(text, $0) } : nil
        }
        return isFound ?? words.contains { text.contains($0) }
    }

    private static func holds(_ text: UnsafeBufferPointer<UInt8>, _ word: String) -> Bool {
        var word = word
        return word.withUTF8 { word in
            guard word.count <= text.count else { return false }
            return (0...text.count - word.count).contains { start in
                word.indices.allSatisfy { text[start + $0] == word[$0] }
            }
        }
    }

    /// Answer to whether a member has left: the last day is over. A date that nobody can read says nothing.
    ///
    /// - Parameter today: in days since 1970-01-01; nil: not known, and nobody with a last day is taken for one who is there.
    package func hasLeft(today: Int?) -> Bool {
        guard let left = text(.dateOut), let day = DateTime(instant: left)?.day else { return false }
        return today.map { day < $0 } ?? true
    }
}
