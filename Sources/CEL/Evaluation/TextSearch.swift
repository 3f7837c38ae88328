#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Finds a text in another, in time linear in their lengths.
///
/// UTF-8 is compared byte by byte: a match of whole code points begins and ends with code points.
struct TextSearch {
    private let needle: UnsafeBufferPointer<UInt8>
    /// Knuth, Morris and Pratt's: by length of a matched beginning, the length of its longest border. Only for texts so
    /// long that trying at every place could take long.
    private let borders: [Int32]
    private let isBackwards: Bool

    private static let short = 16

    /// - Parameters:
    ///   - needle: not empty.
    ///   - backwards: whether it is `last` that will be asked for.
    init(_ needle: UnsafeBufferPointer<UInt8>, backwards: Bool = false) {
        self.needle = needle
        isBackwards = backwards
        guard needle.count > Self.short else {
            borders = []
            return
        }
        var borders: [Int32] = [0, 0]
        borders.reserveCapacity(needle.count + 1)
        var matched = 0
        for index in 1..<needle.count {
            let byte = Self.at(index, needle, backwards)
            while matched > 0, Self.at(matched, needle, backwards) != byte { matched = Int(borders[matched]) }
            if Self.at(matched, needle, backwards) == byte { matched += 1 }
            borders.append(Int32(truncatingIfNeeded: matched))
        }
        self.borders = borders
    }

    @inline(__always)
    private static func at(_ index: Int, _ text: UnsafeBufferPointer<UInt8>, _ backwards: Bool) -> UInt8 {
        text[backwards ? text.count - 1 - index : index]
    }

    /// Offset at which the first match at or after `start` begins.
    func first(in text: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
        guard text.count - start >= needle.count, let base = text.baseAddress, let pattern = needle.baseAddress else {
            return nil
        }
        if !borders.isEmpty {
            return match(UnsafeBufferPointer(rebasing: text[start...])).map { start + $0 - needle.count }
        }
        var place = start
        let last = text.count - needle.count
        while place <= last, let found = memchr(base + place, Int32(needle[0]), last - place + 1) {
            place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            if memcmp(base + place, pattern, needle.count) == 0 { return place }
            place += 1
        }
        return nil
    }

    /// Offset at which the last match that lies within the text begins.
    func last(in text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard text.count >= needle.count, let base = text.baseAddress, let pattern = needle.baseAddress else {
            return nil
        }
        if !borders.isEmpty { return match(text).map { text.count - $0 } }
        var place = text.count - needle.count
        while place >= 0 {
            if text[place] == needle[0], memcmp(base + place, pattern, needle.count) == 0 { return place }
            place -= 1
        }
        return nil
    }

    /// Number of bytes that have been read, in the direction of the search, when the first match is complete.
    private func match(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        var matched = 0
        for index in 0..<text.count {
            let byte = Self.at(index, text, isBackwards)
            while matched > 0, Self.at(matched, needle, isBackwards) != byte { matched = Int(borders[matched]) }
            if Self.at(matched, needle, isBackwards) == byte { matched += 1 }
            if matched == needle.count { return index + 1 }
        }
        return nil
    }
}
