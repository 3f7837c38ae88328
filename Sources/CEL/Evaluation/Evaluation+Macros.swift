/// Range of a macro: the elements of a list or the entries of a map, set into the frame one after another.
private struct Walk {
    let at: UnsafePointer<Instruction>
    let range: Value
    let slots: UnsafeMutablePointer<Value>
    var cursor = ElementCursor()
    var number: Int64 = 0
    /// Error by which there is nothing to go over.
    let failure: Value?

    init(_ at: UnsafePointer<Instruction>, _ frame: UnsafeMutablePointer<Value>, _ evaluation: Evaluation) {
        self.at = at
        range = evaluation.run(at.first, frame)
        slots = frame + Int(at.pointee.number)
        failure =
            range.isList || range.isMap
            ? nil : evaluation.failure(range, at.first) ?? evaluation.noOverload(at.first, "a macro", range)
    }

    /// Sets the macro's variables for the next iteration.
    ///
    /// - Returns: false at the end, and over the budget.
    mutating func next(_ evaluation: Evaluation) -> Bool {
        guard evaluation.charge(steps: Int(at.pointee.cost)), let element = evaluation.next(in: range, &cursor) else {
            return false
        }
        if !at.pointee.flag {
            slots[0] = element
        } else if range.isList {
            slots[0] = .int(number)
            slots[1] = element
            number &+= 1
        } else {
            slots[0] = element
            if range.tag == .map {
                slots[1] = range.mapContent.value(Int(cursor.position) - 1)
            } else {
                slots[1] = evaluation.value(of: element, in: range) ?? .absent
            }
        }
        return true
    }
}

/// The macros (language definition, "Macros"; two-variable comprehensions; lists, "sortBy").
extension Evaluation {
    /// Error of a condition that is neither true nor false.
    private func notBool(_ value: Value, _ place: UnsafePointer<Instruction>) -> Value {
        failure(value, place) ?? noOverload(place, "a condition", value)
    }

    @inline(never)
    func all(_ at: UnsafePointer<Instruction>, _ frame: UnsafeMutablePointer<Value>) -> Value {
        aggregate(at, frame, decided: false)
    }

    @inline(never)
    func exists(_ at: UnsafePointer<Instruction>, _ frame: UnsafeMutablePointer<Value>) -> Value {
        aggregate(at, frame, decided: true)
    }

    /// As a chain of `&&` or `||`: one element can decide, whatever errors the others give.
    private func aggregate(
        _ at: UnsafePointer<Instruction>, _ frame: UnsafeMutablePointer<Value>, decided: Bool
    ) -> Value {
        var walk = Walk(at, frame, self)
        if let failure = walk.failure { return failure }
        var result = Value.bool(!decided)
        while walk.next(self) {
            let value = run(at.second, frame)
            if value.tag == .bool {
                if value.asBool == decided { return value }
            } else if result.tag == .bool || value.tag == .unknown && result.tag == .error {
                result = notBool(value, at.second)
            }
        }
        return result
    }

    @inline(never)
    func existsOne(_ at: UnsafePointer<Instruction>, _ frame: UnsafeMutablePointer<Value>) -> Value {
        var walk = Walk(at, frame, self)
        if let failure = walk.failure { return failure }
        var count = 0
        while walk.next(self) {
            let value = run(at.second, frame)
            guard value.tag == .bool else { return notBool(value, at.second) }
            if value.asBool { count += 1 }
        }
        return .bool(count == 1)
    }

    /// True when the iteration's element passes the macro's filter; an error when that cannot be told.
    @inline(__always)
    private func passes(
        _ at: UnsafePointer<Instruction>, _ frame: UnsafeMutablePointer<Value>, _ error: inout Value?
    ) -> Bool {
        guard at.pointee.third != 0 else { return true }
        let condition = run(at.third, frame)
        if condition.tag == .bool { return condition.asBool }
        error = notBool(condition, at.third)
        return false
    }

    @inline(never)
    func mapped(_ at: UnsafePointer<Instruction>, _ frame: UnsafeMutablePointer<Value>) -> Value {
        var walk = Walk(at, frame, self)
        if let failure = walk.failure { return failure }
        var list = ListBuilder(capacity: at.pointee.third == 0 ? count(of: walk.range) : 0, self)
        var error: Value?
        while walk.next(self) {
            guard passes(at, frame, &error) else {
                if let error { return error }
                continue
            }
            let value = run(at.second, frame)
            if let failure = failure(value, at.second) { return failure }
            guard list.append(value, self) else { return overBudget.located(at.node) }
        }
        return list.list
    }

    @inline(never)
    func filter(_ at: UnsafePointer<Instruction>, _ frame: UnsafeMutablePointer<Value>) -> Value {
        var walk = Walk(at, frame, self)
        if let failure = walk.failure { return failure }
        var list = ListBuilder(capacity: 0, self)
        while walk.next(self) {
            let value = run(at.second, frame)
            guard value.tag == .bool else { return notBool(value, at.second) }
            if value.asBool, !list.append(walk.slots[0], self) { return overBudget.located(at.node) }
        }
        return list.list
    }

    /// `transformMap` keeps the keys; `transformMapEntry` has a map for body, whose entries it takes.
    @inline(never)
    func transformMap(_ at: UnsafePointer<Instruction>, _ frame: UnsafeMutablePointer<Value>) -> Value {
        var walk = Walk(at, frame, self)
        if let failure = walk.failure { return failure }
        var map = MapBuilder()
        var error: Value?
        while walk.next(self) {
            guard passes(at, frame, &error) else {
                if let error { return error }
                continue
            }
            let value = run(at.second, frame)
            if let failure = failure(value, at.second) { return failure }
            if at.pointee.opcode == .transformMap {
                if let error = map.insert(walk.slots[0], value, self) { return error.located(at.node) }
                continue
            }
            guard value.isMap else { return noOverload(at.second, "transformMapEntry", value) }
            var cursor = ElementCursor()
            while let key = next(in: value, &cursor) {
                let content = self.value(of: key, in: value) ?? .null
                if let error = map.insert(key, content, self) { return error.located(at.node) }
            }
        }
        return map.finish(self)
    }

    @inline(never)
    func sortBy(_ at: UnsafePointer<Instruction>, _ frame: UnsafeMutablePointer<Value>) -> Value {
        var walk = Walk(at, frame, self)
        if let failure = walk.failure { return failure }
        guard walk.range.isList else { return noOverload(at, "sortBy", walk.range) }
        var pairs: [(key: Value, element: Value)] = []
        while walk.next(self) {
            let key = run(at.second, frame)
            if let failure = failure(key, at.second) { return failure }
            guard charge(bytes: 2 * MemoryLayout<Value>.stride) else { return overBudget.located(at.node) }
            guard Self.isSortable(key), key.tag == pairs.first?.key.tag ?? key.tag else {
                return error(.invalidArgument, "the keys to sort by are not of one type that has an order")
                    .located(at.second.node)
            }
            pairs.append((key, walk.slots[0]))
        }
        return sort(pairs.map(\.element), by: pairs.map(\.key)).located(at.node)
    }

    private static func isSortable(_ key: Value) -> Bool {
        switch key.tag {
        case .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration: true
        default: false
        }
    }
}
