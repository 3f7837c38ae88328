internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Statements of a contract about itself.
extension ContractComparison {
    mutating func compareDocuments() {
        let (own, other) = (old.root, new.root)
        addIfDifferent(.contractIDChanged, "id", own, own.node(.id), other, other.node(.id))
        compareStatus(own, other)
        compareStandards(own, other)
        addIfDifferent(.domainChanged, "domain", own, own.node(.domain), other, other.node(.domain))
        addIfDifferent(.tenantChanged, "tenant", own, own.node(.tenant), other, other.node(.tenant))
        compareTexts(.limitations, .limitationsChanged)
        compareTexts(.usage, .usageChanged)
        compareTexts(.purpose, .purposeChanged)
        compareTags(PropertyView(own), PropertyView(other))
        let (text, newText) = (own.elements(.description).first, other.elements(.description).first)
        if let text, let newText {
            compareDetails(text, newText, except: KeySet(.purpose, .usage, .limitations), Self.notes)
        } else if text == nil, newText == nil {
            addIfDifferent(
                .descriptionChanged, "description", own, own.node(.description), other, other.node(.description))
        }
        compareDefinitions()
        compareChecks()
        var kinds = Self.notes
        kinds[.billing] = .priceChanged
        compareDetails(own, other, except: Self.contractKeys, kinds)
    }

    private static let contractKeys = KeySet(
        .id, .version, .status, .apiVersion, .kind, .domain, .tenant, .limitations, .usage, .purpose, .tags,
        .description, .schema, .servers, .slaProperties, .slaDefaultElement, .roles, .team, .support, .price, .owner,
        .contact, .definitions, .quality)

    /// ODCS keeps the texts apart, DCS at the contract.
    private mutating func compareTexts(_ key: Key, _ kind: ChangeKind) {
        func holder(_ root: ElementRef) -> ElementRef {
            root.elements(.description).first { $0.has(key) } ?? root
        }
        let (own, other) = (holder(old.root), holder(new.root))
        addIfDifferent(kind, key.rawValue, own, own.node(key), other, other.node(key))
    }

    /// Parts that fields take from a definition (DCS) are compared at the fields.
    private mutating func compareDefinitions() {
        let (own, other) = (old.root.node(.definitions), new.root.node(.definitions))
        if own != nil || other != nil {
            addIfDifferent(.definitionsChanged, "definitions", old.root, own, new.root, other)
        }
    }

    /// The checks of all models, which DCS through 0.9.3 keeps at the contract in the language of another tool.
    private mutating func compareChecks() {
        let (own, other) = (old.root.elements(.quality).first, new.root.elements(.quality).first)
        switch (own, other) {
        case (nil, nil): break
        case (let own?, nil): list.add(.qualityRemoved, own.side(), new.root.holder, "the quality checks are gone")
        case (nil, let other?): list.add(.qualityAdded, old.root.holder, other.side(), "there are quality checks now")
        case (let own?, let other?):
            if isSame(own, other) { return }
            for key in [Key.type, .specification] {
                addIfDifferent(.qualityEdited, key.rawValue, own, own.node(key), other, other.node(key))
            }
            compareDetails(own, other, except: KeySet(.id, .type, .specification), Self.notes)
        }
    }

    private mutating func compareStandards(_ own: ElementRef, _ other: ElementRef) {
        let (first, second) = (own.side(own.node(.apiVersion)), other.side(other.node(.apiVersion)))
        if old.document.standard != new.document.standard {
            list.add(
                .standardChanged, first, second,
                "the contract follows \(new.document.standardName), and followed \(old.document.standardName)")
            return
        }
        let (before, after) = (old.document.version, new.document.version)
        if before == after {
            addIfDifferent(.detailChanged, "apiVersion", own, own.node(.apiVersion), other, other.node(.apiVersion))
            return
        }
        list.add(
            after > before ? .specificationRaised : .specificationLowered, first, second,
            Self.message("apiVersion", first, second))
    }

    // MARK: Status

    private mutating func compareStatus(_ own: ElementRef, _ other: ElementRef) {
        let (before, after) = (own.text(.status), other.text(.status))
        if before == after { return }
        let (first, second) = (own.side(own.node(.status)), other.side(other.node(.status)))
        let stage = Lifecycle(after)
        let kind: ChangeKind
        switch (Lifecycle(before), stage) {
        case (let same, stage) where same == stage: kind = .statusChanged
        case (_, .active): kind = .statusActivated
        case (_, .deprecated):
            let hasDate = other.elements(.slaProperties).contains { ServiceLevel.isEnding($0) && $0.has(.value) }
            kind = hasDate ? .statusDeprecated : .statusDeprecatedWithoutDate
        case (_, .retired): kind = .statusRetired
        case (.active, .draft): kind = .statusWithdrawn
        default: kind = .statusChanged
        }
        list.add(kind, first, second, Self.message("status", first, second))
    }
}

/// Stage of a contract's life.
enum Lifecycle: Equatable {
    case draft, active, deprecated, retired, other

    /// - Parameter status: the words of ODCS and DCS, and those that people use for them.
    init(_ status: String?) {
        switch status?.lowercased() {
        case "draft", "proposed", "in development", "development", "planned", "in progress": self = .draft
        case "active", "current", "production", "released", "live": self = .active
        case "deprecated": self = .deprecated
        case "retired", "archived", "decommissioned", "end of life", "sunset": self = .retired
        default: self = .other
        }
    }
}
