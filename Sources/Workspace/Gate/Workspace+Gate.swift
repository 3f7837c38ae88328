extension Workspace {
    /// Judges a change before it is merged: what is new in the contracts, and whom their changes hurt.
    ///
    /// Faults of the earlier version are known, and do not count.
    ///
    /// - Throws: where the earlier version cannot be read: without it nothing may pass.
    package func gate(_ options: CompareOptions) throws(WorkspaceFault) -> Outcome {
        var check = CheckOptions(options.run)
        check.base = options.base
        check.isNewOnly = true
        let opened = try Sides(options.run, options.base, in: self)
        return try self.check(check, opened).joined(with: compare(options, opened))
    }
}
