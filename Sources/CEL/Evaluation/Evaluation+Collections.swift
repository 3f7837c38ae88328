/// Lists and maps as they are written.
extension Evaluation {
    @inline(never)
    func list(_ at: UnsafePointer<Instruction>, _ frame: UnsafeMutablePointer<Value>) -> Value {
        let operands = at.operands
        guard charge(steps: operands.count), let elements = allocate(Value.self, operands.count) else {
            return overBudget.located(at.node)
        }
        var count = 0
        for operand in operands {
            let place = at + Int(operand.distance)
            var element = run(place, frame)
            if let failure = failure(element, place) { return failure }
            if operand.isOptional {
                guard element.isOptional else { return noOptional(place) }
                if element.tag == .optionalNone { continue }
                element = element.held
            }
            elements[count] = element
            count += 1
        }
        return .list(at: UnsafeBufferPointer(start: elements, count: count))
    }

    @inline(never)
    func map(_ at: UnsafePointer<Instruction>, _ frame: UnsafeMutablePointer<Value>) -> Value {
        let operands = at.operands
        var builder = MapBuilder(capacity: operands.count / 2)
        var index = 0
        while index < operands.count {
            let keyPlace = at + Int(operands[index].distance)
            let valuePlace = at + Int(operands[index + 1].distance)
            let key = run(keyPlace, frame)
            if let failure = failure(key, keyPlace) { return failure }
            var value = run(valuePlace, frame)
            if let failure = failure(value, valuePlace) { return failure }
            let isOptional = operands[index].isOptional
            index += 2
            if isOptional {
                guard value.isOptional else { return noOptional(valuePlace) }
                if value.tag == .optionalNone { continue }
                value = value.held
            }
            if let error = builder.insert(key, value, self) { return error.located(keyPlace.node) }
        }
        return builder.finish(self)
    }

    private func noOptional(_ place: UnsafePointer<Instruction>) -> Value {
        error(.noSuchOverload, "what is written with `?` must be an optional").located(place.node)
    }
}
