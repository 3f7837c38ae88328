internal import Patterns
internal import Synchronization

/// A pattern that a program has as a constant: compiled when the first text is matched.
final class ConstantPattern: Sendable {
    let text: String
    private let compiled = AtomicLazyReference<Pattern>()

    /// - Parameter text: known to compile.
    init(_ text: String) { self.text = text }

    init(compiling text: String) throws(Pattern.Unusable) {
        self.text = text
        _ = compiled.storeIfNil(try Pattern(text))
    }

    func isFound(in text: UnsafeBufferPointer<UInt8>) -> Bool { pattern.isFound(in: text) }

    private var pattern: Pattern {
        if let known = compiled.load() { return known }
        do throws(Pattern.Unusable) {
            return compiled.storeIfNil(try Pattern(text))
        } catch {
            preconditionFailure("the pattern of a program does not compile: \(error.reason)")
        }
    }

    /// As the content of an instruction, which does not keep it alive.
    var value: Value { Value(.null, bits: UInt64(UInt(bitPattern: Unmanaged.passUnretained(self).toOpaque()))) }
}
