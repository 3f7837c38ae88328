internal import Patterns
package import YAMLTree

/// A pattern of a standard, with words for it.
package struct StandardPattern: Hashable, Sendable {
    /// RE2 syntax; searched for, so anchored where the standard says so.
    package let regex: String
    /// Completes "must be …".
    package let meaning: String

    package init(_ regex: String, _ meaning: String) {
        self.regex = regex
        self.meaning = meaning
    }
}

/// Demands on a value. Alternatives are told apart by the type of the value, so one `Kind` holds the demands for each
/// type it accepts.
package struct Kind: Hashable, Sendable {
    package var types: ValueTypes
    /// For text: the form that the standard's words demand, where its schema demands none.
    package var prose: StandardPattern?
    /// For text: one of these. Empty: any text.
    package var allowed: [String] = []
    /// For text: what people write by mistake, and which allowed value they mean.
    package var meant: [String: String] = [:]
    /// For text: any one of these patterns. Empty: any text.
    package var patterns: [StandardPattern] = []
    /// For numbers: at least this.
    package var minimum: Double?
    /// For numbers: more than this.
    package var above: Double?
    /// For lists.
    package var items: ListOf?
    /// For mappings of a known shape: its name.
    package var shape: String?
    /// For mappings of a known shape: the field that the key which holds the mapping fills. DCS writes a service level
    /// as `latency: {…}`, ODCS as `property: latency`.
    package var nameAs: Key?
    /// For mappings whose keys are the author's own.
    package var entries: MapOf?

    package struct ListOf: Hashable, Sendable {
        package var kind: Indirect<Kind>
        package var minimum: Int
        package var maximum: Int
        package var unique: Bool
    }

    package struct MapOf: Hashable, Sendable {
        package var kind: Indirect<Kind>
        package var minimum: Int
        /// Form of the keys.
        package var keys: StandardPattern?
        /// The field of each entry that its key fills: DCS names models and fields by key, ODCS by `name`.
        package var nameAs: Key?
        /// Keys that are not entries but have a kind of their own.
        package var except: [String: Indirect<Kind>]
    }

    private init(_ types: ValueTypes) { self.types = types }

    /// True when it demands nothing of a value but its type, nor does the standard's text.
    var isTypesAlone: Bool { self == Kind(types) }

    package static let text = Kind(.text)
    package static let boolean = Kind(.boolean)
    package static let integer = Kind(.integer)
    package static let number = Kind(.number)
    package static let null = Kind(.null)
    /// Any value that is no collection.
    package static let scalar = Kind(.scalar)
    package static let anything = Kind(.all)
    /// Any mapping, its content unchecked.
    package static let mapping = Kind(.mapping)
    /// Any list, its items unchecked.
    package static let list = Kind(.list)

    package static func text(_ allowed: String...) -> Kind {
        var kind = Kind.text
        kind.allowed = allowed
        return kind
    }

    /// Words that people write for an allowed value, in lower case.
    package func meaning(_ words: [String: String]) -> Kind {
        var kind = self
        kind.meant = words.filter { allowed.contains($0.value) }
        return kind
    }

    package static func text(in allowed: [String]) -> Kind {
        var kind = Kind.text
        kind.allowed = allowed
        return kind
    }

    /// Text that one of the patterns finds.
    package static func text(matching patterns: StandardPattern...) -> Kind {
        var kind = Kind.text
        kind.patterns = patterns
        return kind
    }

    /// Text of which the standard's words demand a form and its schema none.
    package static func text(inProse prose: StandardPattern) -> Kind {
        var kind = Kind.text
        kind.prose = prose
        return kind
    }

    /// True when a text is one that the kind allows, as far as its words tell.
    func accepts(_ text: String) -> Bool {
        guard types.contains(.text) else { return false }
        return allowed.contains(text) || patterns.contains { (try? Pattern($0.regex))?.isFound(in: text) ?? false }
    }

    package static func integer(atLeast minimum: Double) -> Kind {
        var kind = Kind.integer
        kind.minimum = minimum
        return kind
    }

    package static func number(above: Double) -> Kind {
        var kind = Kind.number
        kind.above = above
        return kind
    }

    package static func list(
        of kind: Kind, atLeast minimum: Int = 0, atMost maximum: Int = .max, unique: Bool = false
    ) -> Kind {
        var list = Kind.list
        list.items = ListOf(kind: Indirect(kind), minimum: minimum, maximum: maximum, unique: unique)
        return list
    }

    /// A mapping of the shape with this name.
    package static func shape(_ name: String, nameAs: Key? = nil) -> Kind {
        var kind = Kind.mapping
        kind.shape = name
        kind.nameAs = nameAs
        return kind
    }

    /// A mapping from the author's own keys to values of one kind.
    package static func map(
        of kind: Kind, keys: StandardPattern? = nil, atLeast minimum: Int = 0, nameAs: Key? = nil,
        except: [String: Kind] = [:]
    ) -> Kind {
        var map = Kind.mapping
        map.entries = MapOf(
            kind: Indirect(kind), minimum: minimum, keys: keys, nameAs: nameAs, except: except.mapValues(Indirect.init))
        return map
    }

    /// Either kind; the two must accept different types.
    package static func | (a: Kind, b: Kind) -> Kind {
        var kind = a
        kind.types.formUnion(b.types)
        if b.types.contains(.text) {
            kind.allowed = b.allowed
            kind.patterns = b.patterns
        }
        if !b.types.isDisjoint(with: .number) {
            kind.minimum = b.minimum
            kind.above = b.above
        }
        if b.types.contains(.list) { kind.items = b.items }
        if b.types.contains(.mapping) {
            kind.shape = b.shape
            kind.nameAs = b.nameAs
            kind.entries = b.entries
        }
        return kind
    }
}

/// A value kept apart, so that a type can hold one of its own kind.
package final class Indirect<Value: Hashable & Sendable>: Hashable, Sendable {
    package let value: Value
    package init(_ value: Value) { self.value = value }
    package static func == (a: Indirect, b: Indirect) -> Bool { a.value == b.value }
    package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
