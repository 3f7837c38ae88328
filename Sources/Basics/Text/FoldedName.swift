/// A name as people read it: without what nobody sees or tells apart.
///
/// White space and dots at its ends, invisible characters, the case of letters, and letters of other scripts that look like Latin
/// ones make no other name: `Sales`, `" sales"`, `sales.` and `sаles` with a Cyrillic letter are `sales`.
package struct FoldedName: Hashable, Sendable {
    package let text: String
    /// True when letters were replaced that look like others, or invisible ones left out.
    package let isDisguised: Bool

    package init(_ name: String) {
        if name.utf8.allSatisfy(Self.isPlain), !name.utf8.isEmpty {
            (text, isDisguised) = (name, false)
            return
        }
        var scalars: [Unicode.Scalar] = []
        var isDisguised = false
        for scalar in name.unicodeScalars {
            if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
                scalars.append(" ")
            } else if Self.isInvisible(scalar) {
                isDisguised = true
            } else if let latin = Self.latin(scalar) {
                scalars.append(latin)
                isDisguised = true
            } else {
                scalars.append(scalar)
            }
        }
        func isEdge(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "." }
        while let last = scalars.last, isEdge(last) { scalars.removeLast() }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars.drop(while: isEdge))
        text = String(view).lowercased()
        self.isDisguised = isDisguised
    }

    /// Letters that stay as they are; a name of these alone is folded already.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "?"):
            true
        default: false
        }
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .format
    }

    // MARK: Letters that look like Latin ones

    /// Cyrillic, Greek and other letters of both cases, each before the Latin one that it looks like.
    private static let pairs =
        "аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwвbкkмmнhтtӏlгrпnАaВbЕeКkМmНhОoРpСcТtХxУyІiЈjЅsԌgԚqԜw"
        + "αaοoρpνvυuιiκkτtεeχxηnγyωwϲcμuΑaΒbΕeΖzΗhΙiΚkΜmΝnΟoΡpΤtΥyΧxϹc"
        + "ıiɑaɡgſsɩiʟlɴnʀrⅼlⅽcⅾdⅿmⅰiⅴvⅹxօoսuոnհhցgꮪsꭺaԍg。.．."

    private static let known: [Unicode.Scalar: Unicode.Scalar] = {
        let scalars = Array(pairs.unicodeScalars)
        return Dictionary(
            stride(from: 0, to: scalars.count - 1, by: 2).map { (scalars[$0], scalars[$0 + 1]) },
            uniquingKeysWith: { first, _ in first })
    }()

    /// The Latin letter that another letter looks like; nil: none.
    private static func latin(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case ..<0x80: return nil
        // Full width, and letters of formulas: 26 of each case, font after font.
        case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0)
        case 0x1D400...0x1D6A3: return Unicode.Scalar(UInt8(ascii: "a") + UInt8((scalar.value - 0x1D400) % 26))
        case 0x1D7CE...0x1D7FF: return Unicode.Scalar(UInt8(ascii: "0") + UInt8((scalar.value - 0x1D7CE) % 10))
        default: return known[scalar]
        }
    }
}
