extension Checker {
    mutating func list(_ elements: [ExprID], _ optional: Set<Int>) -> CELType {
        var joined: CELType?
        for (index, element) in elements.enumerated() {
            let next = optional.contains(index) ? unwrapped(optional: element) : types[Int(element)]
            joined = relation.join(joined, next)
        }
        return .list(joined ?? relation.fresh())
    }

    mutating func map(_ entries: [ExprNode.MapEntry]) -> CELType {
        var key: CELType?
        var value: CELType?
        for entry in entries {
            checkKey(entry.key)
            key = relation.join(key, types[Int(entry.key)])
            value = relation.join(value, entry.isOptional ? unwrapped(optional: entry.value) : types[Int(entry.value)])
        }
        return .map(key ?? relation.fresh(), value ?? relation.fresh())
    }

    private mutating func checkKey(_ key: ExprID) {
        switch type(key) {
        case .int, .uint, .bool, .string, .dyn, .error, .parameter: break
        case let other:
            fault(
                "\(other.withArticle) cannot be the key of a map", at: expression[key].range,
                help: "keys are int, uint, bool or string")
        }
    }

    /// Type of `?element` when it is there.
    private mutating func unwrapped(optional id: ExprID) -> CELType {
        switch type(id) {
        case .optional(let value): return value
        case .dyn: return .dyn
        case .error: return .error
        case .parameter(let name):
            let value = relation.fresh()
            return relation.assign(.parameter(name), to: .optional(value)) ? value : .error
        case let other:
            fault(
                "`?` takes an optional, this is \(other.withArticle)", at: expression[id].range,
                help: "leave the `?` out, or write `optional.of(…)`")
            return .error
        }
    }

    // MARK: Macros

    mutating func comprehension(_ id: ExprID, _ macro: Comprehension) -> CELType {
        let name = macro.macro == .existsOne ? "exists_one" : macro.macro.rawValue
        let range = type(macro.range)
        switch range {
        case .map where macro.macro != .sortBy: break
        case .list, .dyn, .parameter: break
        case .error: return .error
        default:
            let what = macro.macro == .sortBy ? "a list" : "a list or a map"
            let help: String? =
                if case .optional = range { "`.orValue([])` takes the list out of the optional" } else { nil }
            fault(
                "`\(name)` goes over \(what), this is \(range.withArticle)", at: expression[macro.range].range,
                help: help)
            return .error
        }
        if let filter = macro.filter { condition(filter, of: "the condition of `\(name)`") }
        let body = types[Int(macro.body)]
        switch macro.macro {
        case .all, .exists, .existsOne:
            condition(macro.body, of: "the condition of `\(name)`")
            return .bool
        case .filter:
            condition(macro.body, of: "the condition of `\(name)`")
            switch range {
            case .list, .parameter: return range
            case .map(let key, _): return .list(key)
            default: return .list(.dyn)
            }
        case .map, .transformList: return .list(body)
        case .transformMap:
            switch range {
            case .list: return .map(.int, body)
            case .map(let key, _): return .map(key, body)
            default: return .map(.dyn, body)
            }
        case .transformMapEntry:
            return entryType(macro.body)
        case .sortBy:
            sortKey(macro.body)
            return range
        }
    }

    private mutating func entryType(_ body: ExprID) -> CELType {
        let entry = CELType.map(relation.fresh(), relation.fresh())
        let found = type(body)
        guard relation.assign(found, to: entry) else {
            fault(
                "`transformMapEntry` makes entries, this is \(found.withArticle)", at: expression[body].range,
                help: "an entry is a map: `{key: value}`")
            return .error
        }
        return entry
    }

    private mutating func sortKey(_ body: ExprID) {
        switch type(body) {
        case .int, .uint, .double, .bool, .string, .bytes, .timestamp, .duration, .dyn, .error, .parameter: break
        case let other:
            fault("`sortBy` cannot order by \(other.withArticle)", at: expression[body].range)
        }
    }

    /// - Parameter role: what it is, for the message.
    mutating func condition(_ id: ExprID, of role: String) {
        let found = type(id)
        guard !relation.assign(found, to: .bool) else { return }
        fault("\(role) is \(found.withArticle), not a bool", at: expression[id].range, help: boolHelp(id, found))
    }

    private func boolHelp(_ id: ExprID, _ found: CELType) -> String? {
        switch found {
        case .optional: "`.hasValue()` tells whether there is one, `.orValue(false)` gives a default"
        case .list, .map, .string: "`size(…) > 0` tells whether it is not empty"
        case .int, .uint, .double: "compare it: `… != 0`"
        default: nil
        }
    }

    mutating func optionalMap(_ id: ExprID, _ operand: ExprID, _ body: ExprID, isFlat: Bool) -> CELType {
        let name = isFlat ? "optFlatMap" : "optMap"
        switch type(operand) {
        case .optional, .dyn, .parameter: break
        case .error: return .error
        case let other:
            fault(
                "`\(name)` takes an optional, this is \(other.withArticle)", at: expression[operand].range,
                help: "`x.?field`, `x[?index]` and `optional.of(x)` are optionals")
            return .error
        }
        guard isFlat else { return .optional(types[Int(body)]) }
        let found = type(body)
        guard relation.assign(found, to: .optional(relation.fresh())) else {
            fault(
                "the result of `optFlatMap` is \(found.withArticle), not an optional", at: expression[body].range,
                help: "`optMap` makes it one")
            return .error
        }
        return found
    }
}
