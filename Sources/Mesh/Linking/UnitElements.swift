internal import Basics

/// Elements of one contract by what references call them.
struct UnitElements {
    private var objects: [String: Int] = [:]
    private var objectIDs: [String: Int] = [:]
    private var paths: Set<String> = []
    private var pathsByID: [String: [String]] = [:]
    private let unit: Unit

    init(_ unit: Unit) {
        self.unit = unit
        for (index, object) in unit.objects.enumerated() {
            if objects[object.name] == nil { objects[object.name] = index }
            if let id = object.id, objectIDs[id] == nil { objectIDs[id] = index }
            for property in object.properties {
                paths.insert(property.path)
                if let id = property.id { pathsByID[id, default: []].append(property.path) }
            }
        }
    }

    enum Element: Equatable {
        case object(String)
        case property(String)
        case missing(String)
        /// No form that is known.
        case unreadable
    }

    /// Element that the text behind `#` of a reference means.
    func element(_ reference: String) -> Element {
        if reference.isEmpty { return .unreadable }
        let isPath = reference.contains("/")
        let steps = reference.split(separator: isPath ? "/" : ".").map(String.init)
        guard !steps.isEmpty, steps.count <= 100 else { return .unreadable }
        if !isPath { return member(steps) }
        guard ["schema", "models"].contains(steps[0]) else { return .unreadable }
        // Names stand behind the words of their sections.
        var names: [String] = []
        for (index, step) in steps.enumerated() where index % 2 == 1 {
            let section = steps[index - 1]
            guard index == 1 || ["properties", "fields"].contains(section) else { return .unreadable }
            names.append(step)
        }
        return steps.count % 2 == 0 ? member(names) : .unreadable
    }

    /// Property by the steps that lead to it, each a name or an id.
    func member(_ steps: [String]) -> Element {
        guard let index = objects[steps[0]] ?? objectIDs[steps[0]] else {
            return .missing("there is no object `\(steps[0].shortened)`")
        }
        var path = unit.objects[index].name
        for step in steps.dropFirst() {
            let named = "\(path).\(step)"
            if paths.contains(named) || paths.contains("\(path)[].\(step)") {
                path = paths.contains(named) ? named : "\(path)[].\(step)"
            } else if let own = pathsByID[step]?.first(where: { $0.hasPrefix(path + ".") || $0.hasPrefix(path + "[]") })
            {
                path = own
            } else {
                return .missing("`\(path.shortened)` has no property `\(step.shortened)`")
            }
        }
        return steps.count == 1 ? .object(path) : .property(path)
    }
}
