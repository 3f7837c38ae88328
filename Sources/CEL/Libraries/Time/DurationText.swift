/// Durations as the language definition writes them: `1h30m`, `-1.5s`, `0`.
enum DurationText {
    enum Fault: Error, Equatable {
        case malformed
        /// Its nanoseconds do not fit in an Int64.
        case outOfRange
    }

    /// A sign, then numbers with units (`h`, `m`, `s`, `ms`, `us`, `µs`, `ns`) in any order; a zero needs no unit.
    /// Fractions of a nanosecond are cut off.
    static func parse(_ text: UnsafeBufferPointer<UInt8>) throws(Fault) -> Span {
        var position = 0
        let isNegative = text.first == UInt8(ascii: "-")
        if isNegative || text.first == UInt8(ascii: "+") { position = 1 }
        if text.count == position + 1, text[position] == 0x30 { return Span(nanoseconds: 0) }
        guard position < text.count else { throw .malformed }
        // Gathered as a magnitude, which can be one more than the greatest Int64.
        var total: UInt64 = 0
        var overflows = false
        while position < text.count {
            let part = try Part(text, &position)
            let (sum, overflow) = total.addingReportingOverflow(part.nanoseconds)
            overflows = overflows || overflow || part.overflows
            total = sum
        }
        let limit = UInt64(Int64.max) + (isNegative ? 1 : 0)
        guard !overflows, total <= limit else { throw .outOfRange }
        return Span(nanoseconds: Int64(bitPattern: isNegative ? 0 &- total : total))
    }

    /// Seconds, with as many digits of a fraction as are not zero: `5400s`, `-1.5s`.
    static func write(_ span: Span, into output: inout [UInt8]) {
        if span.nanoseconds < 0 { output.append(UInt8(ascii: "-")) }
        let magnitude = span.nanoseconds.magnitude
        output += String(magnitude / UInt64(Span.nanosPerSecond)).utf8
        TimestampText.appendFraction(nanos: Int(magnitude % UInt64(Span.nanosPerSecond)), to: &output)
        output.append(UInt8(ascii: "s"))
    }

    /// One number with its unit.
    private struct Part {
        var nanoseconds: UInt64 = 0
        var overflows = false

        init(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) throws(Fault) {
            var whole: UInt64 = 0
            var digits = 0
            while position < text.count, let digit = decimalDigit(text[position]) {
                let (product, high) = whole.multipliedReportingOverflow(by: 10)
                let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
                overflows = overflows || high || carry
                whole = sum
                digits += 1
                position += 1
            }
            // At most 18 digits of the fraction: those after cannot reach a nanosecond, not even of hours.
            var fraction: UInt64 = 0
            var scale: UInt64 = 1
            if position < text.count, text[position] == UInt8(ascii: ".") {
                position += 1
                while position < text.count, let digit = decimalDigit(text[position]) {
                    if scale < 1_000_000_000_000_000_000 {
                        fraction = fraction * 10 + UInt64(digit)
                        scale *= 10
                    }
                    digits += 1
                    position += 1
                }
            }
            guard digits > 0, let unit = Self.unit(text, &position) else { throw .malformed }
            let (product, high) = whole.multipliedReportingOverflow(by: unit)
            // fraction / scale of a unit: below 3.6e12, so the quotient fits.
            let part = scale.dividingFullWidth(fraction.multipliedFullWidth(by: unit)).quotient
            let (sum, carry) = product.addingReportingOverflow(part)
            overflows = overflows || high || carry
            nanoseconds = sum
        }

        /// The unit's nanoseconds; `µ` is the micro sign or the Greek letter.
        private static func unit(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> UInt64? {
            let start = position
            while position < text.count, text[position] != UInt8(ascii: "."), decimalDigit(text[position]) == nil {
                position += 1
            }
            switch (position - start, text[start..<position].first) {
            case (1, UInt8(ascii: "h")): return 3_600_000_000_000
            case (1, UInt8(ascii: "m")): return 60_000_000_000
            case (1, UInt8(ascii: "s")): return 1_000_000_000
            case (2...3, let first?) where text[position - 1] == UInt8(ascii: "s"):
                switch (first, position - start == 2 ? 0 : text[start + 1]) {
                case (UInt8(ascii: "m"), 0): return 1_000_000
                case (UInt8(ascii: "u"), 0), (0xC2, 0xB5), (0xCE, 0xBC): return 1000
                case (UInt8(ascii: "n"), 0): return 1
                default: return nil
                }
            default: return nil
            }
        }
    }
}
