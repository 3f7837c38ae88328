/// The number of a node in its tree.
@usableFromInline
package typealias NodeID = Int32

/// One value, key or collection. Nodes lie in one flat array in the order of the document, so a subtree is a run of it.
///
/// Links are numbers: a class for each node would cost twice as much to build and ten times as much to walk.
@frozen @usableFromInline
package struct Node: Sendable {
    /// The bytes of the value in the source: of a scalar with its quotes, of a block collection from its first key or
    /// dash to the end of its last value. Without anchor and tag.
    @usableFromInline package var start: UInt32
    @usableFromInline package var end: UInt32
    /// Scalar: where its text starts. Collection: its first child.
    @usableFromInline package var payload: Int32
    /// Scalar: the length of its text in bytes. Collection: the number of its children; a mapping's keys and values both
    /// count.
    @usableFromInline package var count: Int32
    /// The next child of the same collection; in a mapping a key's next is its value. -1: the last.
    @usableFromInline package var next: NodeID
    /// The collection that holds it; -1: the root of a document.
    @usableFromInline package var parent: NodeID
    /// A key's number in the vocabulary, counted from 1; 0: not in it, or no key.
    @usableFromInline package var word: UInt16
    @usableFromInline package var type: ValueTypes
    @usableFromInline package var flags: Flags

    @frozen @usableFromInline
    package struct Flags: OptionSet, Sendable {
        @usableFromInline package let rawValue: UInt8
        @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Written without quotes.
        @inlinable package static var plain: Flags { Flags(rawValue: 1) }
        /// In single or double quotes.
        @inlinable package static var quoted: Flags { Flags(rawValue: 2) }
        /// A collection in brackets or braces.
        @inlinable package static var flow: Flags { Flags(rawValue: 2) }
        /// The text had to be decoded, so it does not stand in the source as it reads.
        @inlinable package static var decoded: Flags { Flags(rawValue: 4) }
        /// The file broke off inside: what is missing may have been meant to come.
        @inlinable package static var incomplete: Flags { Flags(rawValue: 8) }
        /// Came through an alias or a merge key: the place is that of the anchor's value.
        @inlinable package static var aliased: Flags { Flags(rawValue: 16) }
        @inlinable package static var key: Flags { Flags(rawValue: 32) }
        /// Stands for a value that could not be read: an alias without an anchor, or beyond a limit.
        @inlinable package static var unread: Flags { Flags(rawValue: 64) }
    }

    @inlinable package var isMapping: Bool { type == .mapping }
    @inlinable package var isList: Bool { type == .list }
    @inlinable package var isText: Bool { type == .text }
    @inlinable package var isIncomplete: Bool { flags.contains(.incomplete) }
    /// The first child of a collection; -1 when it is empty.
    @inlinable package var firstChild: NodeID { type.isDisjoint(with: [.list, .mapping]) ? -1 : payload }
}
