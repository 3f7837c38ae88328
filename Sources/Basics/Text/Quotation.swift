extension String {
    /// The text as a message quotes it: its beginning, if it is long. A contract can hold a name of a megabyte, and a
    /// thousand findings can speak of it.
    package var shortened: String { shortened(to: 60) }

    package func shortened(to most: Int) -> String {
        // Bytes are quick to count, and there are at least as many as scalars.
        guard utf8.count > most, let end = unicodeScalars.index(startIndex, offsetBy: most, limitedBy: endIndex),
            end < endIndex
        else { return self }
        return String(unicodeScalars[..<unicodeScalars.index(end, offsetBy: -3)]) + "…"
    }
}
