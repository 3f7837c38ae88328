import Diagnostics
import Foundation
import Reporters
import Testing

/// What no report may hold, whatever a contract says.
@Suite struct HostileTextTests {
    @Test(arguments: ReportFormat.allCases, HostileText.all)
    func nothingUnsafeGetsThrough(_ format: ReportFormat, _ hostile: HostileText) throws {
        try expectSafe(format, hostile.text)
    }

    /// Random texts, weighted to the characters that matter; the same ones on every run.
    @Test(arguments: ReportFormat.allCases)
    func nothingUnsafeGetsThroughAtRandom(_ format: ReportFormat) throws {
        var random = SplitMix(state: 2026)
        for _ in 0..<150 {
            var text = ""
            for _ in 0..<Int.random(in: 0...40, using: &random) { text.unicodeScalars.append(scalar(&random)) }
            try expectSafe(format, text)
        }
    }

    /// Controls, separators and formats never pass; letters and digits always do.
    @Test func everyCharacterIsJudgedByItsCategory() {
        let scalars = (Array(0...0xFFFF) + Array(0xE0000...0xE0FFF)).compactMap { Unicode.Scalar(UInt32($0)) }
        let place = Place(file: "f", start: Position(line: 1, column: 1), end: Position(line: 1, column: 1))
        let message = String(String.UnicodeScalarView(scalars))
        let finding = Finding(rule: "a/b", severity: .error, message: message, place: place)
        let output = ReportFormat.concise.render(report([finding], documents: []))
        let shown = Set(output.unicodeScalars.prefix { $0 != "\n" })
        #expect(output.split(separator: "\n").count == 2)
        var wrong: [String] = []
        for scalar in scalars {
            let value = Int(scalar.value)
            let isExpected: Bool
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: isExpected = false
            // Signs above or below the digits of a number: visible, formats by name only.
            case .format:
                isExpected = [0x600...0x605, 0x6DD...0x6DD, 0x70F...0x70F, 0x890...0x891, 0x8E2...0x8E2].contains {
                    $0 ~= value
                }
            // Fillers are letters by name only.
            case .otherLetter: isExpected = ![0x115F, 0x1160, 0x3164, 0xFFA0].contains(value)
            case .uppercaseLetter, .lowercaseLetter, .decimalNumber: isExpected = true
            default: continue
            }
            if shown.contains(scalar) != isExpected { wrong.append(String(value, radix: 16)) }
        }
        #expect(wrong == [])
    }

    @Test func commentsWithHashesStayAsTheyAre() {
        let text = "## section ##### [x] ## [y] #[z] vso[ ##vso ##teamcity"
        let place = Place(file: "f", start: Position(line: 1, column: 1), end: Position(line: 1, column: 1))
        let finding = Finding(rule: "a/b", severity: .error, message: text, place: place)
        #expect(ReportFormat.text.render(report([finding])).contains(text))
    }

    private func expectSafe(_ format: ReportFormat, _ text: String) throws {
        let hostile = hostileReport(text)
        let output = format.render(hostile, style: .init(verbose: true))
        for scalar in output.unicodeScalars where scalar != "\n" {
            #expect(!isForbidden(scalar), "\(format): \(String(scalar.value, radix: 16)) from \(text.debugDescription)")
        }
        for command in ["##[", "##vso[", "##teamcity["] { #expect(!output.contains(command)) }
        for line in output.unicodeScalars.split(separator: "\n") {
            let line = line.drop { $0.properties.isWhitespace }
            if format == .github,
                line.starts(with: "::error ".unicodeScalars) || line.starts(with: "::notice ".unicodeScalars)
            {
                continue
            }
            #expect(!line.starts(with: "::".unicodeScalars), "\(format): a command from \(text.debugDescription)")
        }
        switch format {
        case .json:
            let json = try #require(parsed(output) as? [String: Any])
            let finding = try #require((json["findings"] as? [[String: Any]])?.first)
            #expect((finding["message"] as? String).map { Array($0.utf8) } == Array(text.utf8))
        case .junit:
            let junit = try JUnit(output)
            #expect(junit.suites.count == 2)
        case .github: #expect(output.utf8.count { $0 == UInt8(ascii: "\n") } == 5)
        case .markdown:
            // Nothing of it begins a block of its own, and outside of code spans there is no HTML and no mention.
            for line in output.split(separator: "\n") where !line.hasSuffix(" more not shown.") {
                #expect(["### contractlint: ", "- **", "  - "].contains(where: line.hasPrefix), "\(line)")
            }
        case .sarif, .gitlab, .rdjson, .shields: _ = try parsed(output)
        case .ndjson: for line in output.split(separator: "\n") { _ = try parsed(String(line)) }
        case .html:
            #expect(output.components(separatedBy: "<script").count == 2)
            #expect(!output.contains("<injected") && !output.contains("]]><"))
        case .badge: #expect(!output.contains("injected"))
        case .text, .concise, .summary, .agent: break
        }
    }

    /// Stated apart from the reporters' own table.
    private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE...0xFFFF: true
        default: false
        }
    }

    private func scalar(_ random: inout SplitMix) -> Unicode.Scalar {
        let ranges: [ClosedRange<UInt32>] = [
            0...0x1F, 0x20...0x7E, 0x7F...0xA0, 0x2000...0x206F, 0xFE00...0xFFFF, 0x10000...0x10FFFF, 0x300...0x36F,
        ]
        let pieces: [Unicode.Scalar] = [
            ":", "#", "[", "]", ">", "<", "&", "%", "\"", "\\", "\n", "\r", "\t", "\u{1B}", ",",
        ]
        if Bool.random(using: &random) { return pieces.randomElement(using: &random)! }
        return Unicode.Scalar(UInt32.random(in: ranges.randomElement(using: &random)!, using: &random)) ?? "x"
    }
}

/// Steele, Lea, Flood: "Fast splittable pseudorandom number generators" (2014).
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
