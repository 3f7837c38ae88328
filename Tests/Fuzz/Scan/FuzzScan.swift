import Basics
import Diagnostics
import FuzzDriver
import YAMLTree

/// Reads whatever bytes libFuzzer comes up with by the plain scan and by libyaml, and traps where they differ.
@main
enum FuzzScan {
    static func main() {
        fuzz { bytes, length in
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
