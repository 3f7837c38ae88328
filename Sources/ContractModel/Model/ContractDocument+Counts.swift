extension ContractDocument {
    /// The number of named properties by object, nested ones among them.
    package var propertyCounts: [String: Int] {
        var counts: [String: Int] = [:]
        var objects: [ElementID: String] = [:]
        // Parents come before what they hold.
        var owners = [ElementID](repeating: -1, count: elements.count)
        for (index, element) in elements.enumerated() {
            let id = ElementID(index)
            if element.kind == .object, let path = path(of: id) {
                objects[id] = path
                owners[index] = id
                counts[path] = counts[path] ?? 0
            } else if element.parent >= 0 {
                owners[index] = owners[Int(element.parent)]
                if element.kind == .property, self.element(id).text(.name) != nil, let object = objects[owners[index]] {
                    counts[object, default: 0] += 1
                }
            }
        }
        return counts
    }
}
