/// Calls of functions.
extension Evaluation {
    @inline(never)
    func call(_ at: UnsafePointer<Instruction>, _ frame: UnsafeMutablePointer<Value>) -> Value {
        let site = UnsafePointer<CallSite>(bitPattern: UInt(at.pointee.value.bits)).unsafelyUnwrapped
        let arguments = frame + Int(at.pointee.number)
        let count = site.pointee.count
        var fits = true
        for index in 0..<count {
            let argument = run(at + Int(site.pointee.arguments[index]), frame)
            arguments[index] = argument
            fits = fits && site.pointee.masks[index] & (1 << UInt32(argument.tag.rawValue)) != 0
        }
        let given = UnsafeBufferPointer(start: UnsafePointer(arguments), count: count)
        if fits, let single = site.pointee.single {
            let result = single(given, self)
            assert(site.pointee.candidates[0].isKept(result, given, self), "\(site.pointee.name) breaks its promises")
            return result.tag == .error ? result.located(at.node) : result
        }
        return dispatch(at, site, given)
    }

    /// Picks the first overload that takes the arguments.
    private func dispatch(
        _ at: UnsafePointer<Instruction>, _ site: UnsafePointer<CallSite>, _ arguments: UnsafeBufferPointer<Value>
    ) -> Value {
        for argument in arguments where argument.tag == .unknown { return argument }
        for (index, argument) in arguments.enumerated() where argument.tag == .error {
            return argument.located((at + Int(site.pointee.arguments[index])).node)
        }
        for candidate in site.pointee.candidates {
            let fits = zip(candidate.parameters, arguments).allSatisfy { $0.accepts($1, self) }
            guard fits else { continue }
            let result = candidate.implementation(arguments, self)
            assert(candidate.isKept(result, arguments, self), "\(site.pointee.name) breaks its promises")
            return result.located(at.node)
        }
        for (index, argument) in arguments.enumerated() where argument.tag == .absent {
            return .error(.absent, node: (at + Int(site.pointee.arguments[index])).node)
        }
        return noOverload(at.node, site.pointee.name, Array(arguments))
    }
}
