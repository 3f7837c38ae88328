/// Width of a character in columns of a terminal.
///
/// Terminals disagree about sequences (flags, skin tones, joined emoji), so only single characters are measured, as
/// `wcwidth` does: that keeps an underline in place for the scripts that contracts are written in.
enum ColumnWidth {
    /// Of text that is shown as it is.
    static func of(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + of($1) } }

    static func of(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return 1 }
        if isCombining(scalar) { return 0 }
        return isWide(scalar) ? 2 : 1
    }

    private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
        // The vowels and final consonants of a decomposed Hangul syllable join the (wide) consonant before them.
        if 0x1160...0x11FF ~= scalar.value || 0xD7B0...0xD7FF ~= scalar.value { return true }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return true
        default: return false
        }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x1100 else { return false }
        if wideBlocks.contains(where: { $0.contains(scalar.value) }) { return true }
        // Half of a flag is narrow, so that the two that make a flag take two columns.
        return scalar.properties.isEmojiPresentation && !(0x1F1E6...0x1F1FF ~= scalar.value)
    }

    /// The blocks of East Asian Width W and F (Unicode Standard Annex 11), unassigned characters within them included.
    /// The emoji, scattered over many blocks, are known to the standard library.
    private static let wideBlocks: [ClosedRange<UInt32>] = [
        0x1100...0x115F,  // Hangul initial consonants
        0x2329...0x232A,  // angle brackets
        0x2E80...0x303E,  // CJK radicals, CJK symbols and punctuation
        0x3041...0x3247,  // Kana, Bopomofo, Hangul compatibility letters, enclosed CJK
        0x3250...0xA4CF,  // enclosed CJK, CJK ideographs, Yi
        0xA960...0xA97F,  // Hangul initial consonants, extended
        0xAC00...0xD7A3,  // Hangul syllables
        0xF900...0xFAFF,  // CJK compatibility ideographs
        0xFE10...0xFE19, 0xFE30...0xFE6F,  // vertical and small forms
        0xFF01...0xFF60, 0xFFE0...0xFFE6,  // full-width forms
        0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,  // Tangut, Khitan, Kana supplements
        0x1F200...0x1F265,  // enclosed ideographs
        0x20000...0x2FFFD, 0x30000...0x3FFFD,  // the ideographic planes
    ]
}
