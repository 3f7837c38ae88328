internal import YAMLTree

/// The form of `.contractlint.lock`, judged by the same tables and the same code as contracts.
package enum PackLockShapes {
    package static let table = ShapeTable(.packLock, [root, pack, file])

    private static let root = Shape(
        "PackLock", "the lock file", as: .other,
        rows: [
            Row(.version, .integer, required: .all, "Version of this file's form: 1"),
            Row(.packs, .list(of: .shape("LockedReference")), required: .all, "What the configuration refers to"),
            Row(.includes, .list(of: .shape("LockedFile")), "Files that packs include"),
        ])

    private static let pack = Shape(
        "LockedReference", "a locked reference", as: .other,
        rows: [
            Row(.reference, .text, required: .all, "The reference as the configuration writes it"),
            Row(.files, .list(of: .shape("LockedFile")), required: .all, "The files behind it"),
        ])

    private static let file = Shape(
        "LockedFile", "a locked file", as: .other,
        rows: [
            Row(.path, .text, required: .all, "Path of the file, relative to the folder of the configuration"),
            Row(.id, .text, required: .all, "The pack's id"),
            Row(.version, .text, required: .all, "The pack's version"),
            Row(.sha256, .text(matching: digest), required: .all, "SHA-256 of the file"),
        ])

    private static let digest = StandardPattern("^[0-9a-f]{64}$", "64 hexadecimal digits")
}
