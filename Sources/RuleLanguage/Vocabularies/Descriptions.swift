internal import Basics

/// Test whether a description says something.
enum Descriptions {
    /// True when a description has a word that is none of the name's, and is no promise to write one later.
    ///
    /// `order_status`, `The order status.`, `TODO`, `n/a` and `-` say nothing about `order_status`; `Where the order
    /// stands` does. Words that any description has (`the`, `of`, `field`, …) do not count, in English, German, French
    /// and Spanish.
    ///
    /// - Parameter name: that of what is described, as it is written; may be empty.
    static func isMeaningful(_ description: UnsafeBufferPointer<UInt8>, name: UnsafeBufferPointer<UInt8>) -> Bool {
        if hasPlainWords(description, name) { return true }
        return NameWords.with(name) { nameWords in
            var isFirst = true
            var at = 0
            while let word = nextWord(of: description, &at) {
                if isFirst, isPromise(word, followedBy: at < description.count ? description[at] : 0) { return false }
                isFirst = false
                if counts(word, nameWords) { return true }
            }
            return false
        }
    }

    /// True when words say something of their own at first sight, as in nearly every description that is one: long words in
    /// small letters whose beginnings are nowhere in the name.
    private static func hasPlainWords(
        _ description: UnsafeBufferPointer<UInt8>, _ name: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var isFirst = true
        var at = 0
        while let word = nextWord(of: description, &at) {
            if word.count >= 6, !isFirst, isLowerCase(word), !common.contains(word), !hasBeginning(of: word, in: name) {
                return !startsWithPromise(description)
            }
            isFirst = false
        }
        return false
    }

    private static func isLowerCase(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in word where !byte.isLower { return false }
        return true
    }

    /// True when the first four letters of a word stand anywhere in a name.
    private static func hasBeginning(
        of word: UnsafeBufferPointer<UInt8>, in name: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard name.count >= 4 else { return false }
        for start in 0...name.count - 4
        where name[start].lowered == word[0] && name[start + 1].lowered == word[1]
            && name[start + 2].lowered == word[2] && name[start + 3].lowered == word[3]
        {
            return true
        }
        return false
    }

    private static func startsWithPromise(_ description: UnsafeBufferPointer<UInt8>) -> Bool {
        var at = 0
        guard let word = nextWord(of: description, &at) else { return false }
        return isPromise(word, followedBy: at < description.count ? description[at] : 0)
    }

    /// The next word: letters and digits. What is beyond ASCII counts as letters.
    private static func nextWord(
        of text: UnsafeBufferPointer<UInt8>, _ at: inout Int
    ) -> UnsafeBufferPointer<UInt8>? {
        while at < text.count, !isWordByte(text[at]) { at += 1 }
        let start = at
        while at < text.count, isWordByte(text[at]) { at += 1 }
        return at == start ? nil : UnsafeBufferPointer(rebasing: text[start..<at])
    }

    private static func isWordByte(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte >= 0x80 }

    /// True when a word says something of its own.
    private static func counts(_ word: UnsafeBufferPointer<UInt8>, _ nameWords: NameWords) -> Bool {
        guard word.count <= NameWords.capacity else { return true }
        if let isOwn = countsPlain(word, nameWords) { return isOwn }
        return NameWords.with(word) { parts in
            // `orderStatus` in a description is the name again, if both of its words are.
            for index in 0..<parts.count where !isCommon(parts[index]) && !isPart(parts[index], of: nameWords) {
                return true
            }
            return false
        }
    }

    /// The same for what most words are: lower-case letters, maybe behind one capital. Nil: it is another kind of word.
    private static func countsPlain(_ word: UnsafeBufferPointer<UInt8>, _ nameWords: NameWords) -> Bool? {
        for index in 1..<word.count where !word[index].isLower { return nil }
        if word[0].isLower { return !isCommon(word) && !isPart(word, of: nameWords) }
        guard word[0].isUpper, word.count <= 32 else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { lowered in
            _ = lowered.initialize(from: word)
            lowered[0] = word[0].lowered
            let word = UnsafeBufferPointer(rebasing: lowered[..<word.count])
            return !isCommon(word) && !isPart(word, of: nameWords)
        }
    }

    private static func isCommon(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        word.count == 1 && word[0] < 0x80 || common.contains(word)
    }

    /// Singular and plural are the same word.
    private static func isPart(_ word: UnsafeBufferPointer<UInt8>, of name: NameWords) -> Bool {
        let stem = stem(word)
        for index in 0..<name.count where isSame(self.stem(name[index]), stem) { return true }
        return false
    }

    private static func stem(_ word: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let isPlural = word.count > 3 && word[word.count - 1] == UInt8(ascii: "s")
        return UnsafeBufferPointer(start: word.baseAddress, count: isPlural ? word.count - 1 : word.count)
    }

    private static func isSame(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        guard a.count == b.count else { return false }
        for index in 0..<a.count where a[index] != b[index] { return false }
        return true
    }

    /// A word that says that the description is still to be written: in capitals, or standing alone, as in `todo: …`.
    /// Text that goes on as a sentence may be about tasks.
    private static func isPromise(_ word: UnsafeBufferPointer<UInt8>, followedBy next: UInt8) -> Bool {
        NameWords.with(word) { parts in
            guard parts.count == 1 else { return false }
            if fillers.contains(parts[0]) { return true }
            return (next != 0x20 || word.allSatisfy(\.isUpper)) && promises.contains(parts[0])
        }
    }

    private static let promises = WordTable("todo tbd tba fixme wip xxx placeholder tbc")
    private static let fillers = WordTable("lorem asdf")

    private static let common = WordTable(
        """
        the an of for in on at to and or is are was be it its this that these by as with from per each which
        column field attribute property value values data description desc table object name none null na tbd unknown
        undefined same see above below
        der die das den dem des ein eine einer und oder ist von für in im zu spalte feld wert
        le la les un une de du des et ou est dans pour champ colonne valeur
        el los las una del es en para campo columna valor
        """)
}
