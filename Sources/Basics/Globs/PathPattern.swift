/// A pattern of paths as in `.gitignore`, relative to the folder of the file it stands in.
///
/// `*` and `?` stay within a folder, `**` crosses folders, `[a-z]` is a class. Without a `/` before its end a pattern
/// matches at any depth; one that ends in `/` matches folders. Whatever matches a folder matches all that is below.
///
/// The time is at most the product of both lengths.
package struct PathPattern: Sendable {
    /// Why a pattern is none.
    package struct Unusable: Error, Hashable, Sendable {
        package let reason: String
    }

    package let text: String
    /// Pattern that each folder on the way has to match; nil: any number of them, `**`.
    private let parts: [[UInt8]?]
    private let isFolderOnly: Bool

    /// - Throws: for a class that is none.
    package init(_ text: String) throws(Unusable) {
        self.text = text
        var body = Array(text.utf8)[...]
        if body.starts(with: "./".utf8) { body = body.dropFirst(2) }
        isFolderOnly = body.last == UInt8(ascii: "/")
        if isFolderOnly { body = body.dropLast() }
        let isAnchored = body.contains(UInt8(ascii: "/"))
        if body.first == UInt8(ascii: "/") { body = body.dropFirst() }
        var parts: [[UInt8]?] = isAnchored ? [] : [nil]
        for part in body.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            if let fault = Self.fault(part) { throw Unusable(reason: fault) }
            let isOpen = part.starts(with: "**".utf8)
            if isOpen { parts.append(nil) }
            // What else `**` begins is a name below.
            if part.count != 2 || !isOpen { parts.append(Array(isOpen ? part.dropFirst() : part)) }
        }
        // `a/**` is all that is below `a`.
        if parts.last == .some(nil) { parts.append([UInt8(ascii: "*")]) }
        self.parts = parts
    }

    /// - Parameters:
    ///   - path: relative to the pattern's folder, `/` between folders.
    ///   - isFolder: whether the path itself is a folder.
    package func matches(_ path: String, isFolder: Bool = false) -> Bool {
        var path = path
        return path.withUTF8 { matches($0, isFolder: isFolder) }
    }

    /// The last `**` takes one folder more whenever what follows it does not match.
    private func matches(_ path: UnsafeBufferPointer<UInt8>, isFolder: Bool) -> Bool {
        var names = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        // As if its path ended in a slash.
        if isFolder { names.append(path[path.endIndex...]) }
        var at = 0
        var next = 0
        var open: (part: Int, name: Int)?
        while true {
            if next == parts.count {
                // Whatever is left lies below a folder that matches.
                if at < names.count || !isFolderOnly { return true }
            } else if parts[next] == nil {
                open = (next, at)
                next += 1
                continue
            } else if at < names.count, matches(UnsafeBufferPointer(rebasing: names[at]), next) {
                at += 1
                next += 1
                continue
            }
            guard let (part, name) = open, name < names.count else { return false }
            open = (part, name + 1)
            next = part + 1
            at = name + 1
        }
    }

    private func matches(_ name: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        parts[index].map { part in
            part.withUnsafeBufferPointer { GlobPattern.matches(name, $0, .classes) }
        } ?? false
    }

    /// Fault in the classes of a name.
    private static func fault(_ part: ArraySlice<UInt8>) -> String? {
        Array(part).withUnsafeBufferPointer { part in
            var at = 0
            while at < part.count {
                if part[at] == UInt8(ascii: "\\") {
                    at += 2
                } else if part[at] == UInt8(ascii: "["), let members = GlobClass(part, at: at) {
                    if let range = members.fault { return "invalid character class range: \(range)" }
                    at = members.end
                } else {
                    at += 1
                }
            }
            return nil
        }
    }
}
