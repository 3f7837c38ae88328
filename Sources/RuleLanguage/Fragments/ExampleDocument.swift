internal import Basics
internal import Diagnostics
internal import YAMLTree

/// An example of a rule as a whole document: its fragments merged into a minimal valid contract or product.
struct ExampleDocument {
    /// A version of the document.
    struct Version {
        let text: String
        /// Place in the pack of a part of the text; nil: it was filled in.
        let origin: (Range<Int>) -> SourceRange?
    }

    /// Of a rule about changes: the new version; nil: there is none.
    private(set) var new: Version?
    /// Of a rule about changes: the old version; nil: there is none.
    private(set) var old: Version?
    /// The clauses that must fail; nil: any.
    let clauses: [String]?
    /// Days since 1970-01-01; nil: that of the run.
    let today: Int?
    /// Point of the example, in a few words.
    let note: String?
    /// Path of the file that it stands for; nil: it does not say.
    let file: String?
    /// The node of its parameters, a mapping; nil: it sets none.
    let parameters: NodeID?
    /// True where a fault against the standard is part of the example.
    let isBroken: Bool

    var text: String? { new?.text }

    init(_ node: NodeID, in tree: YAMLTree, for selection: Selection) {
        func value(_ key: String) -> NodeID? { tree.value(of: key, in: node) }
        clauses = value("clauses").map { tree.items(of: $0).map { tree.text(of: $0) } }
        today = value("today").flatMap { node in tree.withText(of: node) { Day($0)?.number } }
        note = value("note").map { tree.text(of: $0).trimmed }
        file = value("file").map { tree.text(of: $0) }
        parameters = value("params").flatMap { tree[$0].isMapping ? $0 : nil }
        isBroken = value("broken").flatMap { tree.boolean(of: $0) } ?? false
        guard selection == .change else {
            new = Self.version(in: tree, [node], for: selection)
            return
        }
        new = value("new").map { Self.version(in: tree, [node, $0], for: selection) }
        old = value("old").map { Self.version(in: tree, [node, $0], for: selection) }
    }

    /// - Parameter nodes: mappings with fragments; what a later one says goes over the earlier.
    private static func version(in tree: YAMLTree, _ nodes: [NodeID], for selection: Selection) -> Version {
        func value(_ key: String) -> NodeID? { nodes.reversed().lazy.compactMap { tree.value(of: key, in: $0) }.first }
        func fragment(_ selection: Selection) -> Fragment? {
            let own = nodes.compactMap { tree.value(of: selection.rawValue, in: $0) }.map { Fragment($0, in: tree) }
            return own.dropFirst().reduce(own.first) { $0?.merging($1) }
        }
        if let yaml = value("yaml") {
            return Version(text: tree.text(of: yaml)) { tree.sourceRange(of: $0, in: yaml) }
        }
        let ports: [Selection] = [.product, .inputPort, .outputPort, .managementPort]
        let isProduct = ports.contains(selection) || ports.contains { value($0.rawValue) != nil }
        let root = isProduct ? product(fragment) : contract(fragment, hasKey: selection == .change)
        let writer = FragmentWriter(people(root, fragment))
        return Version(text: writer.text) { range in writer.origin(of: range).map { tree.range(of: $0) } }
    }

    /// - Parameter hasKey: whether its object has a property of its own, whatever else there is or is not.
    private static func contract(_ fragment: (Selection) -> Fragment?, hasKey: Bool) -> Fragment {
        var root = Fragment.mapping([
            ("apiVersion", .text("v3.2.0")), ("kind", .text("DataContract")), ("id", .text("example")),
            ("name", .text("Example")), ("version", .text("1.0.0")), ("status", .text("active")),
        ])
        root = root.merging(fragment(.contract))
        var object = fragment(.object)
        var property = fragment(.property)
        if property == nil, object == nil { property = .mapping([("name", .text("order_id"))]) }
        if property != nil || object != nil || fragment(.quality) != nil || fragment(.relationship) != nil {
            // What hangs on both hangs on the property, if there is one.
            for (selection, key) in [(Selection.quality, "quality"), (.relationship, "relationships")] {
                guard let part = fragment(selection) else { continue }
                if fragment(.property) != nil {
                    property = property?.with(key, .list([part]))
                } else {
                    object = (object ?? .mapping([])).with(key, .list([part]))
                }
            }
            var holder = (object ?? .mapping([])).with("name", .text("orders"))
            if let property {
                let key = Fragment.mapping([("name", .text("order_id"))])
                let own = property.with("name", .text("amount"))
                let isKey = fragment(.property) == nil
                holder = holder.setting("properties", to: .list(hasKey && !isKey ? [key, own] : [own]))
            }
            root = root.with("schema", .list([holder]))
        }
        if let server = fragment(.server) {
            let whole = server.with("server", .text("main")).with("type", .text("custom"))
            root = root.with("servers", .list([whole]))
        }
        if let level = fragment(.sla) { root = root.with("slaProperties", .list([level])) }
        if let role = fragment(.role) { root = root.with("roles", .list([role.with("role", .text("reader"))])) }
        return root
    }

    private static func product(_ fragment: (Selection) -> Fragment?) -> Fragment {
        var root = Fragment.mapping([
            ("apiVersion", .text("v1.1.0")), ("kind", .text("DataProduct")), ("id", .text("example")),
            ("name", .text("Example")), ("version", .text("1.0.0")), ("status", .text("active")),
        ])
        root = root.merging(fragment(.product))
        for (selection, key) in [
            (Selection.inputPort, "inputPorts"), (.outputPort, "outputPorts"), (.managementPort, "managementPorts"),
        ] {
            guard let port = fragment(selection) else { continue }
            root = root.with(key, .list([port.with("name", .text("port"))]))
        }
        return root
    }

    private static func people(_ root: Fragment, _ fragment: (Selection) -> Fragment?) -> Fragment {
        var root = root
        if let channel = fragment(.support) {
            root = root.with("support", .list([channel.with("channel", .text("help"))]))
        }
        if let member = fragment(.member) {
            let team = (root["team"] ?? .mapping([])).with("members", .list([member.with("username", .text("j.doe"))]))
            root = root.setting("team", to: team)
        }
        return root
    }
}
