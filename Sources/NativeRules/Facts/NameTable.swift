internal import Basics
internal import ContractModel
internal import YAMLTree

/// Elements by their name, each within a scope: the list or mapping that holds them.
///
/// Compares the bytes of the names where they lie in the tree, so that no string is made. One table serves all scopes of
/// a document, in constant time for each name.
struct NameTable {
    struct Entry {
        /// The scalar that is the name.
        var name: NodeID
        var scope: NodeID
        var element: ElementID
        /// The next entry of the same name and scope; -1: none. Behind the first entry they are in no order.
        var next: Int32
    }

    private let memory: DocumentMemory
    private(set) var entries: [Entry] = []
    private var slots: SlotTable

    init(_ memory: DocumentMemory, minimumCapacity: Int = 48) {
        self.memory = memory
        slots = SlotTable(minimumCapacity: minimumCapacity)
        entries.reserveCapacity(minimumCapacity)
    }

    /// Adds an element.
    ///
    /// - Returns: the first entry of the same name in the same scope, if there is one.
    @discardableResult
    mutating func insert(_ name: NodeID, of element: ElementID, in scope: NodeID) -> Entry? {
        let text = memory.text(of: name)
        let hash = Self.hash(text, scope)
        let entry = Entry(name: name, scope: scope, element: element, next: -1)
        guard let index = slots.first(hash, where: { isEntry($0, text, scope) }) else {
            slots.insert(entries.count, hash)
            entries.append(entry)
            return nil
        }
        entries.append(entry)
        entries[entries.count - 1].next = entries[index].next
        entries[index].next = Int32(entries.count - 1)
        return entries[index]
    }

    /// The first element of a name in a scope.
    func first(_ text: UnsafeBufferPointer<UInt8>, in scope: NodeID) -> Entry? {
        let hash = Self.hash(text, scope)
        return slots.first(hash) { isEntry($0, text, scope) }.map { entries[$0] }
    }

    @inline(__always)
    private func isEntry(_ index: Int, _ text: UnsafeBufferPointer<UInt8>, _ scope: NodeID) -> Bool {
        let entry = entries[index]
        guard entry.scope == scope else { return false }
        let other = memory.text(of: entry.name)
        guard other.count == text.count, let start = other.baseAddress else { return other.count == text.count }
        return ByteHash.isSame(start, text)
    }

    @inline(__always)
    private static func hash(_ text: UnsafeBufferPointer<UInt8>, _ scope: NodeID) -> UInt64 {
        ByteHash.of(text, seed: ByteHash.seed ^ UInt64(truncatingIfNeeded: scope) &* 0x9e37_79b9_7f4a_7c15)
    }
}
