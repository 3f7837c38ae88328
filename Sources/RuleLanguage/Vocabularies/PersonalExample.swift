internal import Basics

/// Kind of personal data that a value looks like, when it does not look invented.
enum PersonalExample: String, CaseIterable, Sendable {
    case email = "an e-mail address"
    case phone = "a telephone number"
    case iban = "an IBAN"
    case socialSecurity = "a US social security number"
    case card = "the number of a payment card"

    /// Kind that is seen in a value. An e-mail address counts anywhere in it, everything else only as the whole value.
    init?(in text: UnsafeBufferPointer<UInt8>) {
        var digits = 0
        var at = -1
        for index in 0..<text.count {
            if text[index].isDigit { digits += 1 }
            if text[index] == UInt8(ascii: "@"), at < 0 { at = index }
        }
        if at >= 0, Self.hasEmail(text, from: at) {
            self = .email
        } else if digits < 7 || text.count > 48 {
            return nil
        } else if IBAN.isReal(text) {
            self = .iban
        } else if Self.isSocialSecurity(text) {
            self = .socialSecurity
        } else if PaymentCard.isReal(text) {
            self = .card
        } else if PhoneNumber.isReal(text) {
            self = .phone
        } else {
            return nil
        }
    }

    // MARK: E-mail

    /// - Parameter at: the first `@` of the text.
    private static func hasEmail(_ text: UnsafeBufferPointer<UInt8>, from at: Int) -> Bool {
        var at = at
        while at < text.count {
            if isEmail(text, at) { return true }
            at += 1
            while at < text.count, text[at] != UInt8(ascii: "@") { at += 1 }
        }
        return false
    }

    private static func isEmail(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        var start = at
        // RFC 5321, 4.5.3.1: at most 64 bytes before the @ and 255 behind it.
        while start > 0, at - start < 64, isLocal(text[start - 1]) { start -= 1 }
        var end = at + 1
        while end < text.count, end - at <= 255, isDomain(text[end]) { end += 1 }
        // A full stop or a hyphen at the end belongs to the sentence.
        while end > at + 1, !text[end - 1].isLetter, !text[end - 1].isDigit { end -= 1 }
        guard start < at, end > at + 3 else { return false }
        let domain = UnsafeBufferPointer(rebasing: text[(at + 1)..<end])
        guard let dot = domain.lastIndex(of: UInt8(ascii: ".")), dot > 0, domain.count - dot > 2 else { return false }
        let top = UnsafeBufferPointer(rebasing: domain[(dot + 1)...])
        guard top.allSatisfy(\.isLetter) else { return false }
        return !isReserved(top, domain, dot)
    }

    private static func isLocal(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "'")
    }

    private static func isDomain(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    /// RFC 2606 and RFC 6761 keep `.example`, `.test`, `.invalid`, `.localhost` and `example` itself for examples; the
    /// other words are what people write when they invent.
    private static func isReserved(
        _ top: UnsafeBufferPointer<UInt8>, _ domain: UnsafeBufferPointer<UInt8>, _ dot: Int
    ) -> Bool {
        NameWords.with(top) { reservedTops.contains($0[0..<$0.count]) }
            || NameWords.with(UnsafeBufferPointer(rebasing: domain[..<dot])) { words in
                // `example.co.uk`: the top has two parts.
                let hasTwoTops = words.count > 1 && secondTops.contains(words[words.count - 1])
                return words.count > 0 && inventedDomains.contains(words[words.count - (hasTwoTops ? 2 : 1)])
            }
    }

    private static let secondTops = WordTable("co com org net ac gov edu or ne")
    private static let reservedTops = WordTable("example test invalid localhost local")
    private static let inventedDomains = WordTable(
        "example examples test testing domain yourdomain mydomain foo bar baz acme sample samples dummy fake invalid "
            + "company yourcompany mycompany anywhere nowhere email beispiel exemple ejemplo esempio voorbeeld exemplo")

    // MARK: Social security

    /// `123-45-6789` as the US Social Security Administration gives them out: no group of zeros, no 666 and nothing
    /// from 900 in front (https://www.ssa.gov/employer/randomization.html).
    private static func isSocialSecurity(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count == 11, text[3] == UInt8(ascii: "-"), text[6] == UInt8(ascii: "-") else { return false }
        var number = 0
        for (index, byte) in text.enumerated() where index != 3 && index != 6 {
            guard byte.isDigit else { return false }
            number = number * 10 + Int(byte - 0x30)
        }
        let (area, group, serial) = (number / 1_000_000, number / 10_000 % 100, number % 10_000)
        guard area != 0, area != 666, area < 900, group != 0, serial != 0 else { return false }
        // Counting up; a specimen on a wallet insert of 1938; one in a pamphlet of 1940. All void since.
        return number != 123_456_789 && number != 78_051_120 && number != 219_099_999
    }
}

/// The digits of a value that is nothing but digits and what people set between them.
struct DigitRow {
    private(set) var digits: [UInt8] = []
    private(set) var hasSeparator = false

    /// - Parameters:
    ///   - separators: what may stand between digits.
    ///   - most: with more digits than these it is nil.
    init?(_ text: some Collection<UInt8>, separators: StaticString, most: Int) {
        for byte in text {
            if byte.isDigit {
                guard digits.count < most else { return nil }
                digits.append(byte - 0x30)
            } else {
                guard separators.contains(byte) else { return nil }
                hasSeparator = true
            }
        }
    }

    /// True when somebody typed it without thinking: few different digits, or a run up or down or of one digit that takes
    /// most of it.
    var looksInvented: Bool {
        var seen: UInt16 = 0
        for digit in digits { seen |= 1 << UInt16(digit) }
        if seen.nonzeroBitCount <= 3 { return true }
        var longest = 1
        for step in [0, 1, -1] {
            var run = 1
            for index in digits.indices.dropFirst() {
                // 9 is followed by 0, and 0 by 9, as people type them.
                run = (Int(digits[index - 1]) + step + 10) % 10 == Int(digits[index]) ? run + 1 : 1
                longest = max(longest, run)
            }
        }
        return longest >= 6
    }
}

extension StaticString {
    fileprivate func contains(_ byte: UInt8) -> Bool {
        withUTF8Buffer { $0.contains(byte) }
    }
}

enum IBAN {
    /// True when a text is an account number with the right check digits (ISO 13616-1:2020) that is not a known specimen.
    static func isReal(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count >= 15, text[0].isUpper, text[1].isUpper, text[2].isDigit, text[3].isDigit else { return false }
        var characters: [UInt8] = []
        for byte in text where byte != 0x20 {
            guard byte.isUpper || byte.isDigit, characters.count < 34 else { return false }
            characters.append(byte)
        }
        guard characters.count >= 15 else { return false }
        var remainder = 0
        for byte in characters[4...] + characters[..<4] {
            remainder = byte.isDigit ? remainder * 10 + Int(byte - 0x30) : remainder * 100 + Int(byte) - 55
            remainder %= 97
        }
        guard remainder == 1 else { return false }
        return !specimens.contains { $0.withUTF8Buffer { $0.elementsEqual(characters) } }
    }

    /// Examples of the IBAN registry (SWIFT, release 98) that people copy most.
    private static let specimens: [StaticString] = [
        "DE89370400440532013000", "GB29NWBK60161331926819", "GB82WEST12345698765432", "GB33BUKB20201555555555",
        "FR1420041010050500013M02606", "FR7630006000011234567890189", "ES9121000418450200051332",
        "IT60X0542811101000000123456", "NL91ABNA0417164300", "NL02ABNA0123456789", "PT50000201231234567890154",
        "BE68539007547034", "BE71096123456769", "CH9300762011623852957", "CH5604835012345678009",
        "AT611904300234573201",
        "PL61109010140000071219812874", "SE4550000000058398257466", "NO9386011117947", "DK5000400440116243",
        "FI2112345600000785", "IE29AIBK93115212345678", "IE64IRCE92050112345678", "LU280019400644750000",
        "DE75512108001245126199", "AT483200000012345864",
    ]
}

enum PaymentCard {
    /// True when a text is the number of a card by its length, its first digits (ISO/IEC 7812) and Luhn's check digit,
    /// and not one of those that are given out for tests.
    static func isReal(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let row = DigitRow(text, separators: " -", most: 16), row.digits.count >= 15 else { return false }
        let digits = row.digits
        let two = digits[0] * 10 + digits[1]
        let isKnown: Bool
        switch digits.count {
        // American Express.
        case 15: isKnown = two == 34 || two == 37
        // Visa; Mastercard; Discover; JCB.
        default:
            isKnown =
                digits[0] == 4 || (51...55).contains(two) || (22...27).contains(two) || two == 60 || two == 65
                || two == 35
        }
        guard isKnown, isLuhn(digits), !row.looksInvented else { return false }
        return !specimens.contains { $0.withUTF8Buffer { $0.elementsEqual(digits.lazy.map { $0 + 0x30 }) } }
    }

    private static func isLuhn(_ digits: [UInt8]) -> Bool {
        var sum = 0
        for (index, digit) in digits.reversed().enumerated() {
            let value = index % 2 == 1 ? Int(digit) * 2 : Int(digit)
            sum += value > 9 ? value - 9 : value
        }
        return sum % 10 == 0
    }

    /// Those that payment services publish for tests and that do not look invented.
    private static let specimens: [StaticString] = [
        "4242424242424242", "4012888888881881", "5555555555554444", "5105105105105100", "378282246310005",
        "371449635398431", "378734493671000", "6011000990139424", "3566002020360505", "5200828282828210",
        "4917610000000000", "2223003122003222", "4263982640269299", "4263970000005262", "5425233430109903",
        "2222420000001113", "374245455400126", "378282246310005", "4539578763621486", "4716059847098706",
    ]
}

enum PhoneNumber {
    /// True when a text is a telephone number in the international form (ITU-T E.164) or in that of North America, and
    /// not one that is kept for fiction.
    static func isReal(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let isInternational = text[0] == UInt8(ascii: "+")
        let body = isInternational ? text[1...] : text[...]
        guard let row = DigitRow(body, separators: " -().", most: 15), !row.looksInvented else { return false }
        var digits = row.digits[...]
        if isInternational {
            guard digits.count >= 8, digits.first != 0 else { return false }
            if digits.first == 1 { return digits.count == 11 && isNorthAmerican(digits.dropFirst()) }
            return !isFiction(digits)
        }
        // Without a plus only what is written like one: (212) 736-5000, 212-736-5000, 1-212-736-5000.
        if digits.count == 11, digits.first == 1 { digits = digits.dropFirst() }
        guard digits.count == 10, isWrittenLikeOne(text) else { return false }
        return isNorthAmerican(digits)
    }

    /// Three digits, three, four, with `-` or `.` before the last four.
    private static func isWrittenLikeOne(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count >= 12 else { return false }
        let separator = text[text.count - 5]
        guard separator == UInt8(ascii: "-") || separator == UInt8(ascii: ".") else { return false }
        return text[(text.count - 4)...].allSatisfy(\.isDigit)
            && text[(text.count - 8)..<(text.count - 5)].allSatisfy(\.isDigit) && !text[text.count - 9].isDigit
    }

    /// The North American Numbering Plan: area and exchange start with 2 to 9. The exchange 555 is for directories and
    /// fiction.
    private static func isNorthAmerican(_ digits: ArraySlice<UInt8>) -> Bool {
        let digits = Array(digits)
        let exchange = digits[3..<6]
        return digits[0] >= 2 && digits[3] >= 2 && !exchange.elementsEqual([5, 5, 5])
            && !digits[0..<3].elementsEqual([5, 5, 5])
    }

    /// Ranges for drama: Ofcom, "Telephone numbers for use in TV and radio drama programmes" (United Kingdom);
    /// Bundesnetzagentur, notice 148/2021 (Germany); ACMA (Australia); Arcep, decision 2018-0881 (France).
    private static func isFiction(_ digits: ArraySlice<UInt8>) -> Bool {
        fiction.contains { range in
            range.withUTF8Buffer { $0.count <= digits.count && digits.starts(with: $0.lazy.map { $0 - 0x30 }) }
        }
    }

    private static let fiction: [StaticString] = [
        "441134960", "441144960", "441154960", "441164960", "441174960", "441184960", "441214960", "441314960",
        "441414960", "441514960", "441614960", "442079460", "441914980", "442896496", "442920180", "447700900",
        "441632960", "443069990", "448081570", "449098790", "493023125", "496990009", "4940669", "4922147", "498999998",
        "4917139200", "4917223925", "491742391", "491634201", "61255501", "61355501", "61755501", "61855501",
        "61491570",
        "3319900", "3326191", "3335301", "3346571", "3353649", "3363998",
    ]
}
