package import YAMLTree

/// Keys that a mapping of a standard may and must hold, in all versions of the standard: the one place where it is written.
///
/// Decoding, the `standard/*` findings, "did you mean", the types of the rule language and reference pages all read
/// these tables.
package struct Shape: Sendable {
    /// Unique within a standard: what `Kind.shape` refers to.
    package let name: String
    /// Name that people use, with its article, in lower case: "a schema object".
    package let noun: String
    /// Kind of element that it decodes to in the typed AST. Nil: its fields become fields of the element that holds it.
    package let element: ElementKind?
    /// The versions whose schema lets unknown keys pass.
    package let open: Versions
    package let rows: [Row]
    package let variants: [Variant]
    package let constraints: [Constraint]
    /// Keys that people write by mistake, and what to write instead.
    package let mistakes: [String: String]

    package init(
        _ name: String, _ noun: String, as element: ElementKind?, open: Versions = .none, rows: [Row],
        variants: [Variant] = [], constraints: [Constraint] = [], mistakes: [String: String] = [:]
    ) {
        self.name = name
        self.noun = noun
        self.element = element
        self.open = open
        self.rows = rows
        self.variants = variants
        self.constraints = constraints
        self.mistakes = mistakes
    }
}

/// One key of a shape. A key whose kind changed between versions has a row for each.
package struct Row: Sendable {
    package let key: Key
    package let kind: Kind
    package let versions: Versions
    /// The versions in which the schema demands it.
    package let required: Versions
    /// The field of the typed AST it fills, in ODCS 3.2's words.
    package let field: Key
    /// True when a boolean means the opposite of its field (`isNullable` and `required`).
    package let isInverted: Bool
    package let deprecated: Deprecation?
    package let prose: ProseConflict?
    /// One line: what the key says.
    package let doc: String

    /// - Parameters:
    ///   - field: nil: the key itself.
    package init(
        _ key: Key, _ kind: Kind, _ versions: Versions = .all, required: Versions = .none, as field: Key? = nil,
        inverted: Bool = false, deprecated: Deprecation? = nil, prose: ProseConflict? = nil, _ doc: String
    ) {
        self.key = key
        self.kind = kind
        self.versions = versions
        self.required = required
        self.field = field ?? key
        self.isInverted = inverted
        self.deprecated = deprecated
        self.prose = prose
        self.doc = doc
    }

    /// True when the prose of a version demands the key while its schema rejects it.
    func isRejectedDemand(in version: Version) -> Bool {
        guard let prose, prose.claim == .rejectedBySchema else { return false }
        return prose.versions.contains(version) && !versions.contains(version) && required.contains(version)
    }

    /// A key of all versions that is nothing but its kind. (The general initializer cannot leave out its versions when no
    /// labelled argument follows.)
    package init(_ key: Key, _ kind: Kind, _ doc: String) {
        self.init(key, kind, .all, doc)
    }
}

/// A key, or one form of its value, that a standard means to drop.
package struct Deprecation: Sendable {
    package let versions: Versions
    /// Only values of these types are deprecated.
    package let types: ValueTypes
    /// Advice on what to write instead; completes "…; write …" or "use …".
    package let successor: String

    package init(_ versions: Versions, types: ValueTypes = .all, _ successor: String) {
        self.versions = versions
        self.types = types
        self.successor = successor
    }
}

/// Conflict of the prose of a standard and its schema. The schema decides the error.
package struct ProseConflict: Sendable {
    package enum Claim: Sendable {
        /// The prose demands the key, the schema does not.
        case requiredByProse
        /// The prose knows (and may demand) the key, the schema rejects it: the row holds for no such version.
        case rejectedBySchema
    }

    package let claim: Claim
    package let versions: Versions

    package init(_ claim: Claim, _ versions: Versions) {
        self.claim = claim
        self.versions = versions
    }
}

/// Rows and demands that hold when the discriminating key says so, as JSON Schema's `if`/`then` does.
package struct Variant: Sendable {
    /// Completes "belongs to …": "a server of type kafka".
    package let noun: String
    /// The variant holds when any of these does.
    package let conditions: [Condition]
    package let versions: Versions
    package let rows: [Row]
    /// Exactly one of these keys must be there, with a value of its kind. Empty: no such demand.
    package let exactlyOne: [Key]

    package init(
        _ noun: String, when conditions: [Condition], _ versions: Versions = .all, rows: [Row], exactlyOne: [Key] = []
    ) {
        self.noun = noun
        self.conditions = conditions
        self.versions = versions
        self.rows = rows
        self.exactlyOne = exactlyOne
    }
}

/// Condition under which a variant holds, asked of the mapping itself.
package enum Condition: Hashable, Sendable {
    /// The key's value is this text.
    case equals(Key, String)
    /// The key is not there. An unguarded `if` of JSON Schema holds then.
    case absent(Key, Versions)
    /// The key's value is some text.
    case isText(Key)
}

/// Demands on keys of one mapping together.
package enum Constraint: Hashable, Sendable {
    /// Both texts or both lists (`from` and `to` of a relationship).
    case sameForm(Key, Key)
}

/// The kinds of elements of the typed AST.
@frozen @usableFromInline
package enum ElementKind: String, CaseIterable, Sendable {
    case contract, product
    case object, property, options, mapTypes, enumValue, synonym, relationship, quality
    case sla, server, role, team, member, support, price
    case definition, customProperty, description, context, statement, constraint
    case inputPort, outputPort, managementPort, inputContract, sbom
    /// DCS: `definitions`, what fields refer to with `$ref`.
    case sharedDefinition
    /// DCS: `lineage` and what it holds.
    case lineage
    /// DUA: the agreement, and each of the two who made it.
    case agreement, party
    /// A mapping that holds nothing a rule speaks of.
    case other
}

/// All shapes of one standard, the root's first.
package struct ShapeTable: Sendable {
    package let standard: Standard
    package let shapes: [Shape]

    package init(_ standard: Standard, _ shapes: [Shape]) {
        self.standard = standard
        self.shapes = shapes
    }
}
