internal import Basics
internal import Diagnostics
internal import Governance
internal import Synchronization
package import SystemPackage

/// Results of files that were checked before, kept in a folder from one run to the next.
///
/// A result is found again by the digest of all that decided it: the file's bytes and its name, the program, the
/// configurations with all packs and waivers that they name, the day, what reports show. What depends on anything else (other
/// files, an earlier version, comments that suppress) and what may quote a secret is not kept (`FileResult.kept`).
///
/// One file holds all. It is read whole when a run starts and replaced as a whole when it ends, so that two runs at once cost
/// each other some results at most. A file that is damaged, or of another program, is as none; and that it cannot be written
/// is no fault of the contracts.
package final class ResultCache: Sendable {
    private let path: FilePath
    /// Folder that the names of files are relative to.
    private let workingFolder: FilePath
    private let header: Header
    private let bytes: [UInt8]
    private let rules: [RuleDescriptor]
    private let known: [Key: Kept]
    private let changes: Mutex<Changes>

    /// Digest of all that decides a result.
    struct Key: Hashable, Sendable {
        let words: SIMD8<UInt32>
    }

    private struct Kept {
        var range: Range<Int>
        /// The last day it was of use, in days since 1970-01-01.
        var day: Int
    }

    private struct Changes: Sendable {
        var used: Set<Key> = []
        var added: [(key: Key, bytes: [UInt8])] = []
        var rules: KeptRules
    }

    static let fileName = "contractlint-results"
    private static let mostBytes = 64 << 20
    private static let mostBytesOfResult = 256 << 10
    private static let mostRules = 20_000

    /// - Parameters:
    ///   - folder: made when there is none.
    ///   - workingFolder: that which the names of files are relative to.
    ///   - program: that which runs.
    /// - Throws: where the folder is something else.
    package init(in folder: FilePath, for workingFolder: FilePath, _ program: Program) throws(WorkspaceFault) {
        self.workingFolder = workingFolder
        path = folder.appending(Self.fileName)
        try Self.demandCache(folder, path)
        let bytes = FileReading.readOwn(path, limit: Self.mostBytes) ?? []
        let found = bytes.withUnsafeBufferPointer { bytes in
            try? Self.read(bytes.count > Self.mostBytes ? UnsafeBufferPointer(start: nil, count: 0) : bytes, program)
        }
        header = found?.header ?? Header(program)
        self.bytes = bytes
        rules = found?.rules.all ?? []
        known = found?.known ?? [:]
        changes = Mutex(Changes(rules: found?.rules ?? KeptRules([])))
    }

    /// A folder of somebody's own would be filled with what is not theirs.
    private static func demandCache(_ folder: FilePath, _ file: FilePath) throws(WorkspaceFault) {
        let kind = try? FileReading.kind(of: folder)
        if kind == .missing { return }
        guard kind == .folder else {
            throw WorkspaceFault(
                "--cache \(folder): this is no folder; give paths before --cache, or a folder of its own")
        }
        if (try? FileReading.kind(of: file)) == .file { return }
        guard let entries = try? FolderListing(folder).entries, entries.isEmpty else {
            throw WorkspaceFault(
                "--cache \(folder): this folder holds other files; give paths before --cache, or a folder of its own")
        }
    }

    // MARK: The file

    private static let form = Array("contractlint results 1\n".utf8)

    /// Start of the file.
    private struct Header {
        var program: String
        var digest: String

        init(_ program: Program) { self.init(program: program.identity, digest: program.digest()) }

        init(program: String, digest: String) {
            self.program = program
            self.digest = digest
        }
    }

    private static func read(
        _ all: UnsafeBufferPointer<UInt8>, _ program: Program
    ) throws -> (header: Header, rules: KeptRules, known: [Key: Kept]) {
        var reader = KeptReader(all)
        guard try reader.raw(form.count).elementsEqual(form) else { throw KeptReader.Damaged() }
        var header = Header(program: try reader.text(), digest: try reader.text())
        if header.program != program.identity {
            // The same program in another place, as on each new machine.
            guard header.digest == program.digest() else { throw KeptReader.Damaged() }
            header.program = program.identity
        }
        var part = KeptReader(try checked(&reader))
        let rules = try KeptRules(from: &part)
        guard rules.all.count <= mostRules else { throw KeptReader.Damaged() }
        var known: [Key: Kept] = [:]
        known.reserveCapacity(all.count / 1024)
        while !reader.isAtEnd {
            var words = SIMD8<UInt32>()
            for index in 0..<4 {
                let bits = try reader.bits()
                words[2 * index] = UInt32(truncatingIfNeeded: bits)
                words[2 * index + 1] = UInt32(truncatingIfNeeded: bits >> 32)
            }
            let day = try reader.number()
            let start = reader.offset
            _ = try reader.bits()
            _ = try reader.raw(try reader.number())
            known[Key(words: words)] = Kept(range: start..<reader.offset, day: day)
        }
        return (header, rules, known)
    }

    /// Bytes behind their hash and their number.
    private static func checked(_ reader: inout KeptReader) throws(KeptReader.Damaged) -> UnsafeBufferPointer<UInt8> {
        let hash = try reader.bits()
        let bytes = try reader.raw(try reader.number())
        guard ByteHash.of(bytes, seed: 0) == hash else { throw KeptReader.Damaged() }
        return bytes
    }

    private static func write(checked bytes: [UInt8], to out: inout KeptWriter) {
        out.write(bits: bytes.withUnsafeBufferPointer { ByteHash.of($0, seed: 0) })
        out.write(bytes.count)
        out.write(raw: bytes)
    }

    // MARK: Results

    /// - Parameter grounds: all beside the bytes and the program that decides: see `FileCheck.grounds`.
    func key(_ raw: [UInt8], _ grounds: String) -> Key {
        var message = Array(grounds.utf8) + [0] + Array(workingFolder.string.utf8) + [0]
        let digest = raw.withUnsafeBytes(SHA256.words)
        for index in 0..<8 {
            withUnsafeBytes(of: digest[index].littleEndian) { message.append(contentsOf: $0) }
        }
        return Key(words: message.withUnsafeBytes(SHA256.words))
    }

    func result(_ key: Key, named name: String) -> FileResult? {
        guard let kept = known[key] else { return nil }
        let result: FileResult? = bytes.withUnsafeBufferPointer { all in
            var reader = KeptReader(UnsafeBufferPointer(rebasing: all[kept.range]))
            return try? FileResult(kept: Self.checked(&reader), named: name, rules)
        }
        if result != nil { changes.withLock { _ = $0.used.insert(key) } }
        return result
    }

    func keep(_ result: FileResult, _ key: Key, named name: String) {
        changes.withLock { changes in
            guard let bytes = result.kept(named: name, &changes.rules), bytes.count <= Self.mostBytesOfResult else {
                return
            }
            changes.added.append((key, bytes))
        }
    }

    /// Number of the results that were found.
    package var usedCount: Int { changes.withLock { $0.used.count } }

    /// Writes what has come to be known. What nobody has asked for since the day before is dropped.
    func save(today: Int) {
        let changes = changes.withLock { $0 }
        let isOld = known.contains { changes.used.contains($0.key) && $0.value.day != today }
        if changes.added.isEmpty, !isOld { return }
        var out = KeptWriter()
        out.write(raw: Self.form)
        out.write(header.program)
        out.write(header.digest)
        var rules = KeptWriter()
        changes.rules.write(to: &rules)
        Self.write(checked: rules.bytes, to: &out)
        var seen: Set<Key> = []
        for (key, bytes) in changes.added where seen.insert(key).inserted {
            guard out.bytes.count + bytes.count < Self.mostBytes - 1024 else { break }
            write(key, today, to: &out)
            Self.write(checked: bytes, to: &out)
        }
        for (key, kept) in known where !seen.contains(key) {
            let isUsed = changes.used.contains(key)
            guard isUsed || kept.day >= today else { continue }
            guard out.bytes.count + kept.range.count < Self.mostBytes - 1024 else { break }
            write(key, isUsed ? today : kept.day, to: &out)
            out.write(raw: bytes[kept.range])
        }
        let content = out.bytes
        try? FileWriting.makeFolder(path.removingLastComponent())
        try? FileWriting.write(to: path) { sink in content.withUnsafeBufferPointer(sink) }
    }

    private func write(_ key: Key, _ day: Int, to out: inout KeptWriter) {
        for index in 0..<4 {
            out.write(bits: UInt64(key.words[2 * index]) | UInt64(key.words[2 * index + 1]) << 32)
        }
        out.write(day)
    }
}
