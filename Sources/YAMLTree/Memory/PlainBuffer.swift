/// A run of plain values that grows, in memory of its own.
///
/// The builder reads and writes nodes here and there for each event; an array would ask each time whether it is the only
/// holder of its memory.
struct PlainBuffer<Element: BitwiseCopyable>: ~Copyable {
    private var base: UnsafeMutablePointer<Element>
    private var capacity: Int
    private(set) var count = 0

    init(minimumCapacity: Int) {
        capacity = max(1, minimumCapacity)
        base = UnsafeMutablePointer.allocate(capacity: capacity)
    }

    deinit { base.deallocate() }

    /// Hands the memory over: who takes it deallocates it.
    consuming func release() -> UnsafeBufferPointer<Element> {
        let memory = UnsafeBufferPointer(start: base, count: count)
        discard self
        return memory
    }

    subscript(index: Int) -> Element {
        @inline(__always)
        _read {
            precondition(index >= 0 && index < count)
            yield base[index]
        }
        @inline(__always)
        _modify {
            precondition(index >= 0 && index < count)
            yield &base[index]
        }
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { grow() }
        (base + count).initialize(to: element)
        count += 1
    }

    @discardableResult
    @inline(__always)
    mutating func removeLast() -> Element {
        precondition(count > 0)
        count -= 1
        return base[count]
    }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
        capacity *= 2
    }
}
