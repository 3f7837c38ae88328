extension CallSite.Candidate {
    /// - Parameter count: of arguments.
    init(_ overload: Overload, count: Int, proven: UInt64) {
        self.overload = overload.id
        self.proven = proven
        promises = overload.promises
        // What comes of elements that nobody looked at may be of any type.
        results = TypeTest(overload.testsElements ? overload.result : .dyn).tags
        implementation = overload.implementation
        parameters = (0..<count).map { index in
            // The last one of a variadic overload stands for all that follow.
            TypeTest(
                overload.parameters[min(index, overload.parameters.count - 1)],
                isProven: !overload.testsElements || index < 64 && proven & 1 << UInt64(index) != 0,
                acceptsAbsent: overload.acceptsAbsent)
        }
    }
}
