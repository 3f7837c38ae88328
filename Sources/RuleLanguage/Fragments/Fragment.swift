internal import YAMLTree

/// A piece of a contract apart from any file: what an example writes, merged into a contract that is otherwise minimal.
struct Fragment {
    indirect enum Content {
        /// A scalar as JSON writes it.
        case scalar(String)
        case list([Fragment])
        case mapping([Entry])
    }

    struct Entry {
        var key: String
        /// Node of the pack that it was written by; nil: it was filled in.
        var origin: NodeID?
        var value: Fragment
    }

    var content: Content
    /// Node of the pack that it was written by; nil: it was filled in.
    var origin: NodeID?

    init(_ node: NodeID, in tree: YAMLTree) {
        origin = node
        switch tree[node].type {
        case .list: content = .list(tree.items(of: node).map { Fragment($0, in: tree) })
        case .mapping:
            content = .mapping(
                tree.entries(of: node).map {
                    Entry(key: tree.text(of: $0.key), origin: $0.key, value: Fragment($0.value, in: tree))
                })
        case .text: content = .scalar(FragmentWriter.quoted(tree.text(of: node)))
        case .null: content = .scalar("null")
        default: content = .scalar(tree.text(of: node))
        }
    }

    private init(_ content: Content) { self.content = content }

    static func scalar(_ text: String) -> Fragment { Fragment(.scalar(text)) }
    static func text(_ text: String) -> Fragment { Fragment(.scalar(FragmentWriter.quoted(text))) }
    static func list(_ items: [Fragment]) -> Fragment { Fragment(.list(items)) }

    static func mapping(_ entries: [(key: String, value: Fragment)]) -> Fragment {
        Fragment(.mapping(entries.map { Entry(key: $0.key, value: $0.value) }))
    }

    subscript(_ key: String) -> Fragment? {
        if case .mapping(let entries) = content { entries.first { $0.key == key }?.value } else { nil }
    }

    /// The same mapping with a key set; what is no mapping becomes one.
    func setting(_ key: String, to value: Fragment, origin: NodeID? = nil) -> Fragment {
        guard case .mapping(var entries) = content else {
            return Fragment(.mapping([Entry(key: key, origin: origin, value: value)]))
        }
        if let index = entries.firstIndex(where: { $0.key == key }) {
            entries[index].value = value
            entries[index].origin = origin
        } else {
            entries.append(Entry(key: key, origin: origin, value: value))
        }
        var changed = self
        changed.content = .mapping(entries)
        return changed
    }

    /// The same mapping with a key set unless it has one.
    func with(_ key: String, _ value: @autoclosure () -> Fragment) -> Fragment {
        self[key] == nil ? setting(key, to: value()) : self
    }

    /// The same mapping with the keys of another over its own.
    func merging(_ other: Fragment?) -> Fragment {
        guard let other, case .mapping(let entries) = other.content else { return self }
        var merged = entries.reduce(self) { $0.setting($1.key, to: $1.value, origin: $1.origin) }
        merged.origin = merged.origin ?? other.origin
        return merged
    }
}
