/// Position of a walk over a list or over a map's keys.
struct ElementCursor {
    var position: UInt64 = 0
}

/// Collections, whoever owns them.
extension Evaluation {
    /// Number of elements of a list or entries of a map.
    package func count(of collection: Value) -> Int {
        switch collection.tag {
        case .list, .map: Int(collection.extra)
        case .hostList, .hostMap: host.count(of: collection)
        default: 0
        }
    }

    /// The next element of a list, or the next key of a map; nil at the end.
    @inline(__always)
    func next(in collection: Value, _ cursor: inout ElementCursor) -> Value? {
        switch collection.tag {
        case .list:
            guard cursor.position < UInt64(collection.extra) else { return nil }
            defer { cursor.position &+= 1 }
            return collection.elements[Int(cursor.position)]
        case .map:
            guard cursor.position < UInt64(collection.extra) else { return nil }
            defer { cursor.position &+= 1 }
            return collection.mapContent.key(Int(cursor.position))
        case .hostList, .hostMap: return host.next(in: collection, &cursor.position)
        default: return nil
        }
    }

    /// Goes over the elements of a list, or over the keys of a map.
    ///
    /// - Parameter body: returns false to stop.
    @inlinable
    package func forEachElement(of collection: Value, _ body: (Value) -> Bool) {
        if collection.tag == .list {
            for element in collection.elements where !body(element) { return }
        } else {
            forEachOther(of: collection, body)
        }
    }

    @usableFromInline
    func forEachOther(of collection: Value, _ body: (Value) -> Bool) {
        var cursor = ElementCursor()
        while let element = next(in: collection, &cursor) {
            guard body(element) else { return }
        }
    }

    package func elements(of collection: Value) -> [Value] {
        var elements: [Value] = []
        forEachElement(of: collection) {
            elements.append($0)
            return true
        }
        return elements
    }

    /// - Returns: nil when the map has no such key.
    package func value(of key: Value, in map: Value) -> Value? {
        switch map.tag {
        case .map:
            let content = map.mapContent
            return content.find(key).map(content.value)
        case .hostMap: return key.tag == .string ? host.value(of: key.utf8, in: map) : nil
        default: return nil
        }
    }

    /// - Returns: negative, 0 or positive; nil when the two have no order.
    package func compare(_ a: Value, _ b: Value) -> Int? { Comparison.compare(a, b) }
}
