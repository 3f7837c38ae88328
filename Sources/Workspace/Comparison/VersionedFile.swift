internal import Governance
internal import SystemPackage

/// A file of one of two versions that are compared: its bytes and what it is called.
struct VersionedFile: Sendable {
    /// Absolute, in the working folder.
    var path: FilePath
    /// As reports show it: `main:orders.odcs.yaml`.
    var name: String
    /// File for findings about what it does not hold any more.
    var workingName: String
    /// Path in the working folder, by which layers find what it holds.
    var placeName = ""
    /// Its path in the repository; nil: it is of none.
    var key: String?
    /// By which it is read.
    var configuration: Configuration
    var raw: [UInt8] = []
    /// Why its bytes are not here.
    var fault: String?
}
