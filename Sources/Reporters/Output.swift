/// The bytes of a report while it is being written. Grows by appending only, so that writing stays linear.
///
/// With a sink, bytes go there as they come, and a report of a hundred thousand findings takes no memory of its own.
struct Output {
    /// Takes the next bytes of a report.
    typealias Sink = (UnsafeBufferPointer<UInt8>) -> Void

    /// What has not gone to the sink yet.
    private(set) var bytes: [UInt8] = []
    private let sink: Sink?

    private static let chunk = 1 << 16

    init(_ sink: Sink? = nil) { self.sink = sink }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func write(_ text: String) {
        // A text that lies in one piece, as nearly all do, is copied as such.
        let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { bytes.append(contentsOf: $0) }
        if isWritten == nil { bytes.append(contentsOf: text.utf8) }
        if bytes.count >= Self.chunk, let sink {
            bytes.withUnsafeBufferPointer(sink)
            bytes.removeAll(keepingCapacity: true)
        }
    }

    mutating func write(byte: UInt8) {
        bytes.append(byte)
    }

    mutating func write(_ scalar: Unicode.Scalar) {
        if scalar.isASCII { bytes.append(UInt8(scalar.value)) } else { bytes.append(contentsOf: UTF8.encode(scalar)!) }
    }

    mutating func write(_ number: Int) {
        write(String(number))
    }

    mutating func write(_ byte: UInt8, times: Int) {
        bytes.append(contentsOf: repeatElement(byte, count: max(0, times)))
    }

    mutating func write(_ output: Output) {
        bytes.append(contentsOf: output.bytes)
    }
}
