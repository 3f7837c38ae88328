/// A number as people write it, kept as its digits and where their point is: `0.003` is 3 of a thousand, so that what
/// is made of it by whole factors is exact.
package struct DecimalNumber {
    private var digits: Double
    /// Places behind the point.
    private var scale: Int

    package var value: Double { times(1) }

    /// So many of a unit.
    package func times(_ unit: Double) -> Double {
        scale > 0 ? digits * unit / Self.power(scale) : digits * unit * Self.power(-scale)
    }

    private static func power(_ exponent: Int) -> Double {
        var power = 1.0
        for _ in 0..<exponent where power.isFinite { power *= 10 }
        return power
    }

    /// Reads `4`, `-1.5`, `0,5`, `1e3` and `0x10` at the start of a text.
    ///
    /// - Returns: nil where there is none, or one beyond all measure.
    package static func read(_ text: UnsafeBufferPointer<UInt8>) -> (number: DecimalNumber, length: Int)? {
        var at = 0
        let isNegative = text.first == UInt8(ascii: "-")
        if isNegative || text.first == UInt8(ascii: "+") { at = 1 }
        var number = DecimalNumber(digits: 0, scale: 0)
        if at + 2 < text.count, text[at] == 0x30, text[at + 1] | 0x20 == UInt8(ascii: "x"), text[at + 2].isHexadecimal {
            at += 2
            while at < text.count, let digit = text[at].hexadecimalValue {
                number.digits = number.digits * 16 + Double(digit)
                at += 1
            }
        } else {
            let start = at
            number.readDigits(text, &at)
            let hasWhole = at > start
            if at + 1 < text.count, text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ","), text[at + 1].isDigit
            {
                at += 1
                let point = at
                number.readDigits(text, &at)
                number.scale = at - point
            } else if !hasWhole {
                return nil
            }
            number.readExponent(text, &at)
        }
        if isNegative { number.digits = -number.digits }
        return number.value.isFinite ? (number, at) : nil
    }

    private mutating func readDigits(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) {
        while at < text.count, text[at].isDigit {
            digits = digits * 10 + Double(text[at] - 0x30)
            at += 1
        }
    }

    private mutating func readExponent(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) {
        guard at < text.count, text[at] | 0x20 == UInt8(ascii: "e") else { return }
        var end = at + 1
        let isNegative = end < text.count && text[end] == UInt8(ascii: "-")
        if isNegative || (end < text.count && text[end] == UInt8(ascii: "+")) { end += 1 }
        guard end < text.count, text[end].isDigit else { return }
        var exponent = 0
        while end < text.count, text[end].isDigit {
            exponent = min(exponent * 10 + Int(text[end] - 0x30), 1000)
            end += 1
        }
        scale += isNegative ? exponent : -exponent
        at = end
    }
}
