internal import Basics
internal import ColumnTypes
internal import ContractModel
internal import YAMLTree

/// Facts known of a logical and a physical type that stand together.
struct TypeVerdict {
    var logical: LogicalType?
    /// The physical type in each of the dialects asked; empty without one.
    var physical: [PhysicalType] = []
    /// True when the two fit in none of the dialects.
    var disagrees = false
    /// True when the physical type has arguments, so that a length or a scale was chosen.
    var hasArguments = false
}

/// Verdicts on types and compiled patterns, kept from one document to the next: contracts name few types, and each often.
///
/// Belongs to one thread at a time. Its size is bounded.
package struct TypeCache {
    private static let slotCount = 2048
    /// Number of slots, from its own on, that a verdict may lie in.
    private static let reach = 8
    /// Longer texts are read anew each time.
    private static let longest = 512

    private var hashes = [UInt64](repeating: 0, count: slotCount)
    private var texts = [[UInt8]](repeating: [], count: slotCount)
    /// The length of the first of two texts in one.
    private var lengths = [Int32](repeating: 0, count: slotCount)
    private var disagreements = [Bool](repeating: false, count: slotCount)
    private var verdicts = [TypeVerdict](repeating: TypeVerdict(), count: slotCount)
    /// Place of a verdict that no slot is free for.
    private var spare = TypeVerdict()
    var patterns = PatternCache()

    package init() {}

    subscript(number: Int) -> TypeVerdict { number < 0 ? spare : verdicts[number] }

    @inline(__always)
    func disagrees(_ number: Int) -> Bool { number < 0 ? spare.disagrees : disagreements[number] }

    /// The number of the verdict on two types, good until the next question.
    ///
    /// - Parameters:
    ///   - key: what it depends on beside the texts, as `TypeContext.key`.
    ///   - dialects: what the physical type is read in; nil: in those of the document.
    @inline(__always)
    mutating func verdict(
        logical: UnsafeBufferPointer<UInt8>, physical: UnsafeBufferPointer<UInt8>, key: UInt64,
        _ context: @autoclosure () -> TypeContext, _ dialects: [Dialect]? = nil
    ) -> Int {
        // 0 marks a free slot.
        let hash = ByteHash.of(physical, seed: ByteHash.of(logical, seed: key &+ 0x9e37_79b9_7f4a_7c15)) | 1
        var slot = Int(truncatingIfNeeded: hash >> 32) & (Self.slotCount - 1)
        for _ in 0..<Self.reach {
            if hashes[slot] == hash, isSame(slot, logical, physical) { return slot }
            if hashes[slot] == 0 { break }
            slot = (slot + 1) & (Self.slotCount - 1)
        }
        return decide(logical, physical, hash, dialects, context())
    }

    @inline(never)
    private mutating func decide(
        _ logical: UnsafeBufferPointer<UInt8>, _ physical: UnsafeBufferPointer<UInt8>, _ hash: UInt64,
        _ dialects: [Dialect]?, _ context: TypeContext
    ) -> Int {
        let verdict = Self.judge(logical, physical, dialects ?? context.dialects, context)
        guard logical.count + physical.count <= Self.longest else {
            spare = verdict
            return -1
        }
        let first = Int(truncatingIfNeeded: hash >> 32) & (Self.slotCount - 1)
        let free = (0..<Self.reach).lazy.map { (first + $0) & (Self.slotCount - 1) }.first { hashes[$0] == 0 }
        let slot = free ?? first
        hashes[slot] = hash
        texts[slot] = Array(logical) + Array(physical)
        lengths[slot] = Int32(logical.count)
        verdicts[slot] = verdict
        disagreements[slot] = verdict.disagrees
        return slot
    }

    private static func judge(
        _ logical: UnsafeBufferPointer<UInt8>, _ physical: UnsafeBufferPointer<UInt8>, _ dialects: [Dialect],
        _ context: TypeContext
    ) -> TypeVerdict {
        var verdict = TypeVerdict()
        verdict.logical = LogicalType(
            String(decoding: logical, as: UTF8.self), standard: context.standard, version: context.version)
        guard !physical.isEmpty else { return verdict }
        verdict.hasArguments = physical.contains(UInt8(ascii: "("))
        verdict.physical = dialects.map { PhysicalType(physical, dialect: $0) }
        guard let type = verdict.logical else { return verdict }
        let hasBound = zip(physical, physical.dropFirst()).contains {
            $0 == UInt8(ascii: "[") && (48...57).contains($1)
        }
        verdict.disagrees = zip(dialects, verdict.physical).allSatisfy { dialect, physical in
            let fit = TypeFit(dialect: dialect, context: context, isBare: !verdict.hasArguments, hasBound: hasBound)
            return !fit.fits(type, physical)
        }
        return verdict
    }

    @inline(__always)
    private func isSame(_ slot: Int, _ logical: UnsafeBufferPointer<UInt8>, _ physical: UnsafeBufferPointer<UInt8>)
        -> Bool
    {
        Int(lengths[slot]) == logical.count
            && texts[slot].withUnsafeBufferPointer { text in
                guard text.count == logical.count + physical.count else { return false }
                for index in 0..<logical.count where text[index] != logical[index] { return false }
                for index in 0..<physical.count where text[logical.count + index] != physical[index] { return false }
                return true
            }
    }
}
