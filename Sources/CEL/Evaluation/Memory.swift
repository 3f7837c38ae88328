/// Memory that is handed out piece by piece and taken back all at once. What is handed out does not move.
///
/// A struct that owns: whoever holds it calls `release()` once.
struct Memory {
    private var next: UnsafeMutableRawPointer
    private var end: UnsafeMutableRawPointer
    private let first: UnsafeMutableRawBufferPointer
    private var others: [UnsafeMutableRawPointer] = []
    private var chunkSize: Int

    /// Bytes of the chunk that is kept: most evaluations build less.
    static let firstChunk = 4096
    /// Bytes of the largest chunk that holds many pieces.
    private static let largestChunk = 1 << 20

    init(firstChunk: Int = Memory.firstChunk) {
        first = .allocate(byteCount: firstChunk, alignment: 16)
        next = first.baseAddress.unsafelyUnwrapped
        end = next + firstChunk
        chunkSize = firstChunk
    }

    /// - Parameter count: bytes, not negative.
    /// - Returns: memory aligned to 8 bytes, its content undefined.
    @inline(__always)
    mutating func allocate(_ count: Int) -> UnsafeMutableRawPointer {
        let size = (count &+ 7) & ~7
        if size <= end - next {
            defer { next += size }
            return next
        }
        return allocateChunk(size)
    }

    @inline(never)
    private mutating func allocateChunk(_ size: Int) -> UnsafeMutableRawPointer {
        chunkSize = min(chunkSize * 2, Self.largestChunk)
        guard size <= chunkSize / 2 else {
            // A piece of its own; the chunk at hand goes on being filled.
            let piece = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
            others.append(piece)
            return piece
        }
        let chunk = UnsafeMutableRawPointer.allocate(byteCount: chunkSize, alignment: 16)
        others.append(chunk)
        next = chunk + size
        end = chunk + chunkSize
        return chunk
    }

    /// Takes everything back and keeps the first chunk.
    mutating func reset() {
        next = first.baseAddress.unsafelyUnwrapped
        end = next + first.count
        chunkSize = first.count
        if others.isEmpty { return }
        for chunk in others { chunk.deallocate() }
        others.removeAll(keepingCapacity: true)
    }

    mutating func release() {
        reset()
        first.deallocate()
    }
}
