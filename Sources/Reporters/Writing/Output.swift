/// The bytes of a report while it is being written. Grows by appending only, so that writing stays linear.
///
/// With a sink, bytes go there as they come, and a report of a hundred thousand findings takes no memory of its own.
struct Output {
    /// Takes the next bytes of a report.
    typealias Sink = (UnsafeBufferPointer<UInt8>) -> Void

    /// Bytes written, and room for more.
    private var memory: [UInt8] = []
    private var count = 0
    private let sink: Sink?

    private static let chunk = 1 << 16

    init(_ sink: Sink? = nil) { self.sink = sink }

    /// Bytes that have not gone to the sink yet.
    var bytes: ArraySlice<UInt8> { memory[..<count] }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Writes up to a number of bytes that `body` puts to memory; it says how many.
    @inline(__always)
    mutating func write(upTo most: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
        if memory.count - count < most { makeRoom(most) }
        let start = count
        count += memory.withUnsafeMutableBufferPointer { memory in
            // Nil where there is no room, and nothing to write.
            memory.baseAddress.map { body($0 + start) } ?? 0
        }
    }

    @inline(never)
    private mutating func makeRoom(_ least: Int) {
        if count > 0, let sink {
            bytes.withUnsafeBufferPointer(sink)
            count = 0
        }
        if memory.count - count >= least { return }
        memory.append(contentsOf: repeatElement(0, count: max(least, memory.count, sink == nil ? 64 : Self.chunk)))
    }

    mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
        write(upTo: bytes.count) { place in
            if let start = bytes.baseAddress { place.update(from: start, count: bytes.count) }
            return bytes.count
        }
    }

    mutating func write(_ text: String) {
        // A text that lies in one piece, as nearly all do, is copied as such.
        let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { write($0) }
        if isWritten == nil { Array(text.utf8).withUnsafeBufferPointer { write($0) } }
    }

    mutating func write(byte: UInt8) {
        write(upTo: 1) { place in
            place[0] = byte
            return 1
        }
    }

    mutating func write(_ scalar: Unicode.Scalar) {
        if scalar.isASCII { return write(byte: UInt8(scalar.value)) }
        for byte in UTF8.encode(scalar)! { write(byte: byte) }
    }

    mutating func write(_ number: Int) {
        guard 0..<10_000_000 ~= number else { return write(String(number)) }
        write(upTo: 7) { place in
            var count = 1
            var bound = 10
            while number >= bound {
                count += 1
                bound *= 10
            }
            var rest = number
            for index in (0..<count).reversed() {
                place[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
            return count
        }
    }

    mutating func write(_ byte: UInt8, times: Int) {
        let times = max(0, times)
        write(upTo: times) { place in
            place.update(repeating: byte, count: times)
            return times
        }
    }

    mutating func write(_ output: Output) {
        output.bytes.withUnsafeBufferPointer { write($0) }
    }
}
