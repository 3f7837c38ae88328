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
        fileprivate var hash: UInt32
    }

    private let memory: DocumentMemory
    private(set) var entries: [Entry] = []
    /// For each slot an index into `entries`, plus 1; 0: empty.
    private var slots: [Int32]

    init(_ memory: DocumentMemory, minimumCapacity: Int = 48) {
        self.memory = memory
        var size = 32
        while size < minimumCapacity * 2 { size *= 2 }
        slots = [Int32](repeating: 0, count: size)
        entries.reserveCapacity(minimumCapacity)
    }

    /// Adds an element.
    ///
    /// - Returns: the first entry of the same name in the same scope, if there is one.
    @discardableResult
    mutating func insert(_ name: NodeID, of element: ElementID, in scope: NodeID) -> Entry? {
        let text = memory.text(of: name)
        let hash = Self.hash(text, scope)
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] > 0 {
            let index = Int(slots[slot] - 1)
            if isEntry(index, text, scope, hash) {
                entries.append(Entry(name: name, scope: scope, element: element, next: entries[index].next, hash: hash))
                entries[index].next = Int32(entries.count - 1)
                return entries[index]
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        entries.append(Entry(name: name, scope: scope, element: element, next: -1, hash: hash))
        slots[slot] = Int32(entries.count)
        if entries.count * 2 > slots.count { grow() }
        return nil
    }

    /// The first element of a name in a scope.
    func first(_ text: UnsafeBufferPointer<UInt8>, in scope: NodeID) -> Entry? {
        let hash = Self.hash(text, scope)
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] > 0 {
            let index = Int(slots[slot] - 1)
            if isEntry(index, text, scope, hash) { return entries[index] }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    @inline(__always)
    private func isEntry(_ index: Int, _ text: UnsafeBufferPointer<UInt8>, _ scope: NodeID, _ hash: UInt32) -> Bool {
        let entry = entries[index]
        guard entry.hash == hash, entry.scope == scope else { return false }
        let other = memory.text(of: entry.name)
        guard other.count == text.count else { return false }
        for index in 0..<text.count where other[index] != text[index] { return false }
        return true
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 2)
        // Entries that are reached through the `next` of another need no slot.
        var isBehind = [Bool](repeating: false, count: entries.count)
        for entry in entries where entry.next >= 0 { isBehind[Int(entry.next)] = true }
        for index in entries.indices where !isBehind[index] {
            var slot = Int(entries[index].hash) & (slots.count - 1)
            while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(index + 1)
        }
    }

    // MARK: Hash

    /// Another one in every process: names chosen to collide gain nothing.
    private static let seed = UInt64.random(in: .min ... .max)

    /// Multiplies eight bytes at a time into 128 bits and folds them, as wyhash does.
    @inline(__always)
    private static func hash(_ text: UnsafeBufferPointer<UInt8>, _ scope: NodeID) -> UInt32 {
        var hash = seed ^ UInt64(truncatingIfNeeded: scope) &* 0x9e37_79b9_7f4a_7c15
        let bytes = UnsafeRawBufferPointer(text)
        var offset = 0
        while offset + 8 <= bytes.count {
            hash = fold(hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        var tail = UInt64(truncatingIfNeeded: bytes.count) << 56
        while offset < bytes.count {
            tail = tail << 8 ^ UInt64(bytes[offset])
            offset += 1
        }
        return UInt32(truncatingIfNeeded: fold(hash ^ tail) >> 16)
    }

    @inline(__always)
    private static func fold(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
        return product.high ^ product.low
    }
}
