/// A time zone: when its distance from UTC changes, as a TZif file lists it (RFC 9636).
struct ZoneFile: Equatable, Sendable {
    /// Moments of change in seconds since 1970, ascending.
    private var changes: [Int64]
    /// The distance from each change on, in seconds east of UTC; as many as `changes`.
    private var offsets: [Int32]
    /// The distance before the first change.
    private var first: Int32
    /// Rule that holds after the last change.
    private var rules: ZoneRules?

    /// Seconds east of UTC at a moment.
    func offset(at seconds: Int64) -> Int {
        if let rules, seconds >= changes.last ?? .min { return rules.offset(at: seconds) }
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle] <= seconds { low = middle + 1 } else { high = middle }
        }
        return Int(low == 0 ? first : offsets[low - 1])
    }

    /// Nil when the bytes are no TZif file, or one that is cut off or disagrees with itself.
    init?(_ bytes: [UInt8]) {
        guard let header = Header(bytes, at: 0) else { return nil }
        if header.version < UInt8(ascii: "2") {
            self.init(bytes, header, at: Header.length, timeWidth: 4)
            return
        }
        // From version 2 on the same data stand once more with times of 64 bits, and rules after them.
        let second = Header.length + header.bodyLength(timeWidth: 4)
        guard let header = Header(bytes, at: second) else { return nil }
        let body = second + Header.length
        self.init(bytes, header, at: body, timeWidth: 8)
        let footer = bytes[min(body + header.bodyLength(timeWidth: 8), bytes.count)...]
        guard footer.first == UInt8(ascii: "\n"), let end = footer.dropFirst().firstIndex(of: UInt8(ascii: "\n"))
        else { return nil }
        let text = footer[footer.startIndex + 1..<end]
        if !text.isEmpty {
            guard let rules = ZoneRules(text) else { return nil }
            self.rules = rules
        }
    }

    private init?(_ bytes: [UInt8], _ header: Header, at start: Int, timeWidth: Int) {
        guard header.typeCount > 0, bytes.count - start >= header.bodyLength(timeWidth: timeWidth) else { return nil }
        let indices = start + header.timeCount * timeWidth
        let types = indices + header.timeCount
        changes = []
        offsets = []
        changes.reserveCapacity(header.timeCount)
        offsets.reserveCapacity(header.timeCount)
        for change in 0..<header.timeCount {
            let place = start + change * timeWidth
            let time =
                timeWidth == 8
                ? bigEndian(bytes, place, as: Int64.self) : Int64(bigEndian(bytes, place, as: Int32.self))
            let type = Int(bytes[indices + change])
            guard type < header.typeCount, changes.last.map({ $0 < time }) ?? true else { return nil }
            changes.append(time)
            offsets.append(bigEndian(bytes, types + type * Header.typeLength, as: Int32.self))
        }
        first = bigEndian(bytes, types, as: Int32.self)
        // RFC 9636, section 3.2: within −25 and 26 hours. Beyond it the file is no time zone's.
        guard (offsets + [first]).allSatisfy({ (-89_999...93_599).contains($0) }) else { return nil }
    }

    private struct Header {
        static let length = 44
        static let typeLength = 6

        let version: UInt8
        private let utCount, standardCount, leapCount, characterCount: Int
        let timeCount, typeCount: Int

        init?(_ bytes: [UInt8], at start: Int) {
            guard start <= bytes.count - Self.length, bytes[start..<start + 4].elementsEqual("TZif".utf8) else {
                return nil
            }
            version = bytes[start + 4]
            var counts: [Int] = []
            for index in 0..<6 {
                let count = bigEndian(bytes, start + 20 + index * 4, as: UInt32.self)
                // A count beyond the file's size is a lie; so no sum below overflows.
                guard count <= bytes.count else { return nil }
                counts.append(Int(count))
            }
            (utCount, standardCount, leapCount) = (counts[0], counts[1], counts[2])
            (timeCount, typeCount, characterCount) = (counts[3], counts[4], counts[5])
        }

        func bodyLength(timeWidth: Int) -> Int {
            timeCount * (timeWidth + 1) + typeCount * Self.typeLength + characterCount
                + leapCount * (timeWidth + 4) + standardCount + utCount
        }
    }
}

private func bigEndian<Number: FixedWidthInteger>(_ bytes: [UInt8], _ start: Int, as type: Number.Type) -> Number {
    var number: Number = 0
    for index in start..<start + MemoryLayout<Number>.size {
        number = number << 8 | Number(truncatingIfNeeded: bytes[index])
    }
    return number
}
