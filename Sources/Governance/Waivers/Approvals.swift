/// Approvals of the change that is looked at, for which the forge vouches: whoever names them has asked it, not the branch.
///
/// A waiver that the change itself brings along counts when its approver has approved the change and owns the file, as the
/// earlier version says who owns what.
package struct Approvals: Sendable {
    private let people: Set<String>
    private let owners: CodeOwners
    private let key: @Sendable (_ file: String) -> String?

    /// - Parameters:
    ///   - people: logins, with or without `@`.
    ///   - owners: of the earlier version.
    ///   - key: gives the path from the repository's root of a file as messages name it; nil: it lies outside.
    package init(by people: [String], _ owners: CodeOwners, key: @escaping @Sendable (_ file: String) -> String?) {
        self.people = Set(people.map(Self.person))
        self.owners = owners
        self.key = key
    }

    func accept(_ waiver: Waiver, of file: String) -> Bool {
        let approver = Self.person(waiver.approvedBy)
        guard people.contains(approver), let path = key(file) else { return false }
        return owners.owners(of: path).contains(approver)
    }

    /// A login as forges compare them: without `@`, upper and lower case the same.
    static func person(_ name: String) -> String {
        let name = name.lowercased()
        return name.hasPrefix("@") ? String(name.dropFirst()) : name
    }
}
