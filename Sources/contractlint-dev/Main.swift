import Diagnostics
import Foundation
import YAMLTree

@main struct Main {
    static func main() {
        let a = CommandLine.arguments
        let v = Vocabulary(["name","description","logicalType","physicalType","required","classification","schema","properties","version","id","kind"])
        if a[1] == "-" {
            var n = 0
            while let f = readLine() {
                let fd = fopen(f, "rb")!; fseek(fd, 0, SEEK_END); let size = ftell(fd); rewind(fd)
                let raw = [UInt8](unsafeUninitializedCapacity: size) { b, c in c = fread(b.baseAddress, 1, size, fd) }
                fclose(fd)
                n += YAMLTree(name: f, raw: raw, vocabulary: v).nodeCount
            }
            print(n)
            return
        }
        let t = YAMLTree(name: a[1], raw: [UInt8](FileManager.default.contents(atPath: a[1])!), vocabulary: v)
        for i in t.issues {
            let p = t.source.place(of: i.range)
            print("\(p.start.line):\(p.start.column)-\(p.end.line):\(p.end.column) \(i.rule.id): \(i.message) | \(i.help ?? "")")
        }
        for d in t.documents { dump(t, d.root, 0, ""); print("-- incomplete \(d.isIncomplete)") }
    }
    static func dump(_ t: YAMLTree, _ n: NodeID, _ depth: Int, _ label: String) {
        let p = t.source.place(of: t.range(of: n))
        let pre = String(repeating: "  ", count: depth) + label
        print("\(pre)[\(p.start.line):\(p.start.column)-\(p.end.line):\(p.end.column)] t\(t[n].type.rawValue) f\(t[n].flags.rawValue) \(t.text(of: n).debugDescription) \(t.route(to: n))")
        for i in t.items(of: n) { dump(t, i, depth + 1, "- ") }
        for e in t.entries(of: n) { dump(t, e.value, depth + 1, t.text(of: e.key) + ": ") }
    }
}
