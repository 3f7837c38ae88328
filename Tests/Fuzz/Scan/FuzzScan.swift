import Basics
import Diagnostics
import YAMLTree

/// libFuzzer's driver, with a function of ours in place of its `main`.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// Reads whatever bytes libFuzzer comes up with by the plain scan and by libyaml, and traps where they differ.
@main
enum FuzzScan {
    static func main() {
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        _ = runDriver(&count, &arguments) { bytes, length in
            FuzzScan.compare([UInt8](UnsafeBufferPointer(start: bytes, count: length)))
            return 0
        }
    }

    private static func compare(_ raw: [UInt8]) {
        let both = tree(raw, .both)
        for issue in both.issues {
            precondition(!issue.message.hasPrefix("the plain scan"), "\(issue.message) \(issue.range)")
        }
        guard both.isPlain else { return }
        let libyaml = tree(raw, .libyaml)
        precondition(both.decoded == libyaml.decoded, "other decoded texts")
        precondition(both.issues.count == libyaml.issues.count, "other issues")
        precondition(both.documents.map(\.range) == libyaml.documents.map(\.range), "other documents")
        both.withNodes { ours in
            libyaml.withNodes { theirs in
                precondition(
                    UnsafeRawBufferPointer(ours).elementsEqual(UnsafeRawBufferPointer(theirs)), "other nodes")
            }
        }
    }

    private static func tree(_ raw: [UInt8], _ scan: YAMLScan) -> YAMLTree {
        YAMLTree(name: "fuzz.yaml", raw: raw, vocabulary: words, scan: scan)
    }

    private static let words = Vocabulary(["id", "name", "<<"])
}
