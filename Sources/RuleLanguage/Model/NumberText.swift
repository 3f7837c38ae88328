/// Numbers as YAML writes them.
enum NumberText {
    /// A whole number in decimal digits, as most are; or one written otherwise (`0x1F`, `5.0`, `1e3`) that is whole and fits.
    static func integer(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        var index = 0
        var isNegative = false
        if let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            isNegative = first == UInt8(ascii: "-")
            index = 1
        }
        guard index < text.count else { return nil }
        var value: Int64 = 0
        while index < text.count {
            let digit = Int64(text[index]) - 48
            guard (0...9).contains(digit) else { return unusual(text) }
            let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, isTooSmall) = product.subtractingReportingOverflow(digit)
            if isTooLarge || isTooSmall { return nil }
            // Counted downwards: there is one more negative number than there are positive ones.
            value = sum
            index += 1
        }
        return isNegative ? value : value == .min ? nil : -value
    }

    private static func unusual(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        let word = String(decoding: text.prefix(64), as: UTF8.self)
        if word.hasPrefix("0x") { return Int64(word.dropFirst(2), radix: 16) }
        if word.hasPrefix("0o") { return Int64(word.dropFirst(2), radix: 8) }
        return Double(word).flatMap(Int64.init(exactly:))
    }
}
