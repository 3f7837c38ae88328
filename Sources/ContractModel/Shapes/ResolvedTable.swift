package import Basics
internal import Patterns
internal import YAMLTree

/// The shapes of one version of a standard, made ready for the walk over a document: keys by number, rows and kinds in
/// flat arrays. Made once for each version a run meets, and kept until the process ends.
final class ResolvedTable: Sendable {
    let standard: Standard
    let version: Version
    let table: ShapeTable
    let shapes: [ResolvedShape]
    /// Details of kinds that ask for more than a type.
    let details: [KindDetail]

    // Plain values in memory of their own: the walk reads them for every key of every file, and counting references to
    // an array there would cost more than the reading.
    nonisolated(unsafe) let rows: UnsafePointer<ResolvedRow>
    nonisolated(unsafe) let kinds: UnsafePointer<ResolvedKind>
    /// For each shape and each word of the vocabulary its first row; -1: the shape does not know the word.
    nonisolated(unsafe) let rowOf: UnsafePointer<Int32>
    /// For each shape what a mapping of it is; nil: it makes no element of its own.
    nonisolated(unsafe) let elements: UnsafePointer<ElementKind?>
    nonisolated(unsafe) private let uncountedShapes: UnsafePointer<Unmanaged<ResolvedShape>>
    nonisolated(unsafe) private let uncountedDetails: UnsafePointer<Unmanaged<KindDetail>>

    static let wordCount = Key.allCases.count + 1

    init(_ table: ShapeTable, _ version: Version) {
        var resolver = ShapeResolver(table, version)
        resolver.run()
        self.standard = table.standard
        self.version = version
        self.table = table
        shapes = resolver.shapes
        details = resolver.details
        rows = Self.keep(resolver.rows)
        kinds = Self.keep(resolver.kinds)
        rowOf = Self.keep(resolver.rowOf)
        elements = Self.keep(shapes.map(\.shape.element))
        uncountedShapes = Self.keep(shapes.map(Unmanaged.passUnretained))
        uncountedDetails = Self.keep(details.map(Unmanaged.passUnretained))
    }

    // All threads use the same shapes and details, which live as long as the table. Were references to them counted, the
    // threads would wait for each other at every mapping.

    @inline(__always)
    func withShape<Result>(_ index: Int, _ body: (ResolvedShape) -> Result) -> Result {
        uncountedShapes[index]._withUnsafeGuaranteedRef(body)
    }

    @inline(__always)
    func withDetail<Result>(_ index: Int32, _ body: (KindDetail) -> Result) -> Result {
        uncountedDetails[Int(index)]._withUnsafeGuaranteedRef(body)
    }

    private static func keep<Value>(_ values: [Value]) -> UnsafePointer<Value> {
        let memory = UnsafeMutablePointer<Value>.allocate(capacity: max(1, values.count))
        memory.initialize(from: values, count: values.count)
        return UnsafePointer(memory)
    }
}

/// One key of a shape in one version.
struct ResolvedRow {
    var word: UInt16
    /// The number of the field it fills, as `Key.number`.
    var field: UInt16
    var kind: Int32
    /// The variants it belongs to, a bit for each; 0: it holds whatever the variant.
    var variants: UInt64
    /// The next row of the same key; -1: none.
    var next: Int32
    /// Its index within the shape.
    var index: Int32
    var isInverted: Bool
    var isRequired: Bool
    /// Values of these types are deprecated.
    var deprecatedTypes: ValueTypes
}

/// Demands on a value, as far as plain values can say it.
struct ResolvedKind {
    var types: ValueTypes
    /// True when a scalar of the right type is right.
    var isSimple: Bool
    /// The shape of a mapping; -1: none.
    var shape: Int32 = -1
    /// The kind of items; -1: any.
    var items: Int32 = -1
    /// The kind of a mapping's values; -1: any, or a shape decides.
    var values: Int32 = -1
    /// The field that the key of the mapping, or of each of its entries, fills; 0: none.
    var nameAs: UInt16 = 0
    /// In `details`; -1: none.
    var detail: Int32 = -1
    /// Texts that are right without a look at the details; they live as long as the process.
    var allowed: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>?

    @inline(__always)
    func allows(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let allowed else { return false }
        for candidate in allowed where candidate.count == text.count {
            var index = 0
            while index < text.count, candidate[index] == text[index] { index += 1 }
            if index == text.count { return true }
        }
        return false
    }
}

/// Demands of a kind beyond types.
final class KindDetail: Sendable {
    let kind: Kind
    let allowed: [[UInt8]]
    let patterns: [Pattern]
    let keyPattern: Pattern?
    /// Form that only the words of the standard demand.
    let prosePattern: Pattern?
    /// Kinds of single keys of a map.
    let except: [String: Int32]

    init(_ kind: Kind, patterns: [Pattern], keyPattern: Pattern?, prosePattern: Pattern?, except: [String: Int32]) {
        self.kind = kind
        allowed = kind.allowed.map { Array($0.utf8) }
        self.patterns = patterns
        self.keyPattern = keyPattern
        self.prosePattern = prosePattern
        self.except = except
    }
}

/// A shape in one version.
final class ResolvedShape: Sendable {
    let shape: Shape
    let isOpen: Bool
    let rows: Range<Int32>
    let variants: [Variant]
    let discriminators: [Discriminator]
    /// Rows a valid mapping must have.
    let required: [Int32]
    /// Rows that only the prose demands.
    let requiredByProse: [Int32]
    /// True when some variant has a key that the prose demands and the schema rejects.
    let hasRejectedDemands: Bool

    init(
        _ shape: Shape, isOpen: Bool, rows: Range<Int32>, variants: [Variant], discriminators: [Discriminator],
        required: [Int32], requiredByProse: [Int32], hasRejectedDemands: Bool
    ) {
        self.shape = shape
        self.isOpen = isOpen
        self.rows = rows
        self.variants = variants
        self.discriminators = discriminators
        self.required = required
        self.requiredByProse = requiredByProse
        self.hasRejectedDemands = hasRejectedDemands
    }

    /// A key that decides which variants hold.
    struct Discriminator: Sendable {
        let key: Key
        let number: UInt16
        let values: [(text: [UInt8], variants: UInt64)]
        let absent: UInt64
        let anyText: UInt64
    }
}

extension Key {
    /// The key's number in `Vocabulary.contracts`: its place among the cases, from 1.
    @inline(__always)
    var number: UInt16 { unsafeBitCast(self, to: UInt16.self) + 1 }

    init(number: UInt16) { self = Self.allCases[Int(number) - 1] }
}

extension Vocabulary {
    /// The keys of all standards.
    package static let contracts: Vocabulary = {
        // An enum without payloads is stored as the index of its case; were that to change, nothing here would hold.
        precondition(Key.allCases.enumerated().allSatisfy { $1.number == UInt16($0 + 1) })
        return Vocabulary(Key.allCases.map(\.rawValue))
    }()
}
