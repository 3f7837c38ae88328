/// A number written out in decimal digits, without a sign: exactly, so that rounding it is exact too.
struct DecimalDigits: Equatable {
    /// 0...9, the most significant first, the first not 0; none for zero.
    private(set) var digits: [UInt8]
    /// Number of them before the decimal point: more than there are for 1e300, negative for 1e-300.
    private(set) var point: Int

    /// - Parameter value: finite; its sign is left out.
    init(exactly value: Double) {
        guard value != 0 else {
            digits = []
            point = 0
            return
        }
        // value = significand * 2^exponent, both whole.
        let significand = value.magnitude.significandBitPattern | (value.isNormal ? 1 << 52 : 0)
        let zeros = significand.trailingZeroBitCount
        let exponent = (value.isNormal ? Int(value.exponentBitPattern) : 1) - 1075 + zeros
        var number = BigNumber(significand >> zeros)
        if exponent >= 0 {
            number.multiply(by: 2, times: exponent, atOnce: 29)
        } else {
            // significand * 5^n / 10^n
            number.multiply(by: 5, times: -exponent, atOnce: 12)
        }
        digits = number.digits
        point = digits.count + min(exponent, 0)
    }

    init(_ value: UInt64) {
        digits = value == 0 ? [] : String(value).utf8.map { $0 - 0x30 }
        point = digits.count
    }

    /// The fewest digits that mean this value and no other double.
    ///
    /// - Parameter value: finite; its sign is left out.
    init(shortest value: Double) {
        var digits: [UInt8] = []
        var point: Int?
        var exponent = 0
        var exponentSign = 0
        for byte in value.magnitude.description.utf8 {
            switch byte {
            case UInt8(ascii: "."): point = digits.count
            case UInt8(ascii: "e"): exponentSign = 1
            case UInt8(ascii: "-"): exponentSign = -1
            case UInt8(ascii: "+"): break
            default:
                if exponentSign == 0 { digits.append(byte - 0x30) } else { exponent = exponent * 10 + Int(byte - 0x30) }
            }
        }
        self.digits = digits
        self.point = (point ?? digits.count) + exponentSign * exponent
        normalize()
    }

    private mutating func normalize() {
        while digits.last == 0 { digits.removeLast() }
        let zeros = digits.prefix { $0 == 0 }.count
        digits.removeFirst(zeros)
        point = digits.isEmpty ? 0 : point - zeros
    }

    /// Rounds to so many digits in all, halves to the even neighbour.
    private mutating func round(to count: Int) {
        guard count < digits.count else { return }
        guard count >= 0 else {
            self = DecimalDigits(UInt64(0))
            return
        }
        let rest = digits[count...]
        let isOdd = count > 0 && digits[count - 1] % 2 == 1
        let isAboveHalf = rest.first.map { $0 > 5 || $0 == 5 && rest.dropFirst().contains { $0 != 0 } } ?? false
        let isUp = isAboveHalf || rest.first == 5 && isOdd
        digits.removeLast(digits.count - count)
        guard isUp else {
            normalize()
            return
        }
        while digits.last == 9 { digits.removeLast() }
        if digits.isEmpty {
            digits = [1]
            point += 1
        } else {
            digits[digits.count - 1] += 1
        }
    }

    /// `1234.50`: with exactly so many digits after the point.
    ///
    /// - Parameter precision: nil for as many as there are.
    func appendFixed(precision: Int?, to text: inout [UInt8]) {
        var rounded = self
        if let precision { rounded.round(to: point + precision) }
        let point = rounded.point
        if point <= 0 { text.append(0x30) } else { for place in 0..<point { text.append(rounded.digit(place)) } }
        let count = precision ?? max(rounded.digits.count - point, 0)
        guard count > 0 else { return }
        text.append(UInt8(ascii: "."))
        for place in point..<point + count { text.append(rounded.digit(place)) }
    }

    /// `1.234e+03`: with exactly so many digits after the point, and at least two in the exponent.
    func appendScientific(precision: Int, to text: inout [UInt8]) {
        var rounded = self
        rounded.round(to: precision + 1)
        text.append(rounded.digit(0))
        if precision > 0 {
            text.append(UInt8(ascii: "."))
            for place in 1...precision { text.append(rounded.digit(place)) }
        }
        let exponent = rounded.digits.isEmpty ? 0 : rounded.point - 1
        text += (exponent < 0 ? "e-" : "e+").utf8
        if exponent.magnitude < 10 { text.append(0x30) }
        text += String(exponent.magnitude).utf8
    }

    /// The digit at a place, as a character; 0 where there is none.
    private func digit(_ place: Int) -> UInt8 { 0x30 + (digits.indices.contains(place) ? digits[place] : 0) }
}

/// A whole number without bounds, which can be multiplied and written.
private struct BigNumber {
    /// Nine decimal digits each, the least significant first.
    private var limbs: [UInt32]
    private static let base: UInt64 = 1_000_000_000

    init(_ value: UInt64) {
        limbs = []
        var rest = value
        while rest > 0 {
            limbs.append(UInt32(rest % Self.base))
            rest /= Self.base
        }
    }

    /// Multiplies by a power.
    ///
    /// - Parameter atOnce: how many factors make a product that is still below 2^32.
    mutating func multiply(by factor: UInt32, times: Int, atOnce: Int) {
        var left = times
        while left > 0 {
            var product: UInt32 = 1
            for _ in 0..<min(left, atOnce) { product *= factor }
            multiply(by: product)
            left -= atOnce
        }
    }

    private mutating func multiply(by factor: UInt32) {
        var carry: UInt64 = 0
        for index in limbs.indices {
            let product = UInt64(limbs[index]) * UInt64(factor) + carry
            limbs[index] = UInt32(product % Self.base)
            carry = product / Self.base
        }
        while carry > 0 {
            limbs.append(UInt32(carry % Self.base))
            carry /= Self.base
        }
    }

    var digits: [UInt8] {
        var digits: [UInt8] = []
        for limb in limbs.reversed() {
            var divisor: UInt32 = 100_000_000
            while divisor > 0 {
                digits.append(UInt8(limb / divisor % 10))
                divisor /= 10
            }
        }
        digits.removeFirst(digits.prefix { $0 == 0 }.count)
        return digits
    }
}
