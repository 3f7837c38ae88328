/// The bytes of a report while it is being written. Grows by appending only, so that writing stays linear.
struct Output {
    private(set) var bytes: [UInt8] = []

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func write(_ text: String) {
        bytes.append(contentsOf: text.utf8)
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
