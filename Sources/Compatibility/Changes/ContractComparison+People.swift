internal import Basics
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// The team, the support channels, the price.
extension ContractComparison {
    mutating func compareTeams() {
        let (own, other) = (old.root.members, new.root.members)
        let (oldOwner, newOwner) = (presentOwner(old.root), presentOwner(new.root))
        if let oldOwner, newOwner == nil {
            list.add(.ownerLost, oldOwner.side(), new.root.holder, "nobody in the team is owner any more")
        } else if oldOwner == nil, let newOwner {
            list.add(.ownerNamed, old.root.holder, newOwner.side(), "the team has an owner now")
        }
        let matching = ElementMatching(own, other, by: [{ NaturalKey(of: $0)?.text }, { $0.text(.name) }])
        for (own, other) in matching.pairs where !isSame(own, other) {
            compareDetails(own, other, except: KeySet(.id), Self.teamKinds)
        }
        for member in matching.removed {
            list.add(.teamChanged, member.side(), new.root.holder, "a member of the team is gone")
        }
        for member in matching.added {
            list.add(.teamChanged, old.root.holder, member.side(), "a member of the team is new")
        }
        let (team, newTeam) = (Self.team(old.root), Self.team(new.root))
        if let team, let newTeam { compareDetails(team, newTeam, except: KeySet(.id, .members), Self.teamKinds) }
        addIfDifferent(.teamChanged, "owner", old.root, old.root.node(.owner), new.root, new.root.node(.owner))
        addIfDifferent(.teamChanged, "contact", old.root, old.root.node(.contact), new.root, new.root.node(.contact))
    }

    /// Whatever differs in a team is one kind of change.
    private static let teamKinds = Dictionary(uniqueKeysWithValues: Key.allCases.map { ($0, ChangeKind.teamChanged) })
    private static let supportKinds = Dictionary(
        uniqueKeysWithValues: Key.allCases.map { ($0, ChangeKind.supportChanged) })

    private static func team(_ root: ElementRef) -> ElementRef? { root.elements(.team).first { $0.kind == .team } }

    /// First of those who answer for the data and have not left; where DCS names one, the contract that does.
    private func presentOwner(_ root: ElementRef) -> ElementRef? {
        for owner in root.owners() {
            switch owner {
            case .named: return root
            case .member(let member): if !member.hasLeft(today: options.today) { return member }
            }
        }
        return nil
    }

    mutating func compareSupport() {
        let (own, other) = (old.root.elements(.support), new.root.elements(.support))
        if let first = own.first, other.isEmpty {
            list.add(.supportLost, first.side(), new.root.holder, "no support channel is left")
        } else if own.isEmpty, let first = other.first {
            list.add(.supportOpened, old.root.holder, first.side(), "there is a support channel now")
        } else {
            let matching = ElementMatching(own, other, by: [{ NaturalKey(of: $0)?.text }, { $0.text(.url) }])
            for (own, other) in matching.pairs where !isSame(own, other) {
                compareDetails(own, other, except: KeySet(.id), Self.supportKinds)
            }
            for channel in matching.removed {
                list.add(.supportChanged, channel.side(), new.root.holder, "a support channel is gone")
            }
            for channel in matching.added {
                list.add(.supportChanged, old.root.holder, channel.side(), "a support channel is new")
            }
        }
    }

    // MARK: The price

    mutating func comparePrices() {
        let (own, other) = (old.root.elements(.price).first, new.root.elements(.price).first)
        let (first, second) = (own ?? old.root, other ?? new.root)
        let (oldAmount, newAmount) = (own?.node(.priceAmount), other?.node(.priceAmount))
        if own == nil && other == nil { return }
        for key in [Key.priceCurrency, .priceUnit] where own != nil && other != nil {
            addIfDifferent(.priceChanged, key.rawValue, first, first.node(key), second, second.node(key))
        }
        if let own, let other {
            compareDetails(
                own, other, except: KeySet(.id, .priceAmount, .priceCurrency, .priceUnit), Self.notes)
        }
        if isEqual(oldAmount, newAmount) {
            // A price without an amount.
            if own == nil || other == nil {
                list.add(.priceChanged, first.side(own?.node), second.side(other?.node), "the price changed")
            }
            return
        }
        func amount(_ tree: YAMLTree, _ node: NodeID?) -> Double? {
            guard let node else { return 0 }
            return tree.number(of: node) ?? Double(tree.text(of: node))
        }
        var kind = ChangeKind.priceChanged
        if let before = amount(old.tree, oldAmount), let after = amount(new.tree, newAmount), !before.isNaN,
            !after.isNaN
        {
            if before == after, oldAmount != nil, newAmount != nil { return }
            kind = after >= before && oldAmount == nil || after > before ? .priceRaised : .priceLowered
        }
        list.add(
            kind, first.side(oldAmount), second.side(newAmount),
            Self.message("priceAmount", first.side(oldAmount), second.side(newAmount)))
    }
}
