internal import Compatibility
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Keys of a configuration below others, which may say nothing that lets a contract escape from what they have locked.
struct NestedKeys {
    private let root: ElementRef
    private let upper: Configuration?
    /// The first lock of the files above; nil: they lock nothing.
    private let lock: KnownRules.Locked?
    private(set) var faults: [Issue] = []

    /// - Parameter lock: of all layers above this file's.
    init(_ root: ElementRef, below upper: Configuration?, _ lock: KnownRules.Locked?) {
        self.root = root
        self.upper = upper
        self.lock = upper == nil ? nil : lock
    }

    private mutating func fault(_ message: String, at range: SourceRange, _ help: String) {
        faults.append(Issue(StandardRules.invalidValue, message, at: range, help: help))
    }

    // MARK: failOn

    mutating func failOn() -> Configuration.FailOn? {
        guard let value = root.value(.failOn), let own = Configuration.FailOn(rawValue: value.text) else {
            return upper?.failOn
        }
        // Where something is locked, what holds without a word holds for good.
        guard let least = upper?.failOn ?? (lock == nil ? nil : .error), own.strictness < least.strictness else {
            return own
        }
        let owner = upper?.failOn != nil ? "a configuration above" : "what \(lock?.owner ?? "") has locked"
        fault(
            "`failOn: \(own.rawValue)` is laxer than \(owner) demands", at: value.range,
            "write \(least.rawValue) or something stricter, or leave it out")
        return least
    }

    // MARK: Files out of reach

    /// True: the file may leave files out.
    mutating func isReachOpen() -> Bool {
        guard let lock else { return true }
        for key in [Key.include, .exclude] {
            guard let node = root.node(key) else { continue }
            fault(
                "`\(key.rawValue)` takes files out of reach of `\(lock.rule)`, which \(lock.owner) has locked",
                at: root.document.tree.range(of: node),
                "have them left out by the file that holds the lock, or ask for a waiver")
        }
        return false
    }

    /// True: the file may allow keys that no standard knows.
    mutating func mayExtend() -> Bool {
        guard let lock, let node = root.node(.standard) else { return true }
        fault(
            "`standard` allows keys that `standard/unknown-key` would find, below `\(lock.rule)`, which \(lock.owner) has locked",
            at: root.document.tree.range(of: node), "have the file that holds the lock allow them")
        return false
    }

    // MARK: limits

    /// Limits may only become narrower: what lies beyond one is a finding, and never unseen.
    mutating func check(_ limits: inout YAMLLimits, _ section: ElementRef) {
        guard let upper = upper?.limits else { return }
        let keys: [(Key, WritableKeyPath<YAMLLimits, Int>)] = [
            (.flowNesting, \.flowNesting), (.blockNesting, \.blockNesting), (.aliasNodes, \.aliasNodes),
            (.fileBytes, \.fileBytes), (.nodes, \.nodes),
        ]
        for (key, path) in keys where limits[keyPath: path] > upper[keyPath: path] {
            limits[keyPath: path] = upper[keyPath: path]
            guard let value = section.value(key) else { continue }
            fault(
                "`\(key.rawValue)` is greater than above, where it is \(upper[keyPath: path])", at: value.range,
                "write a smaller number, or raise it in the file above")
        }
    }

    // MARK: compatibility

    /// Options of comparisons: below a lock, what counts as breaking may only become more.
    mutating func check(_ own: ComparisonOptions, _ section: ElementRef) {
        guard let lock, let upper = upper?.comparison else { return }
        func check(_ key: Key, _ isLooser: Bool, _ help: String) {
            guard isLooser, let node = section.node(key) else { return }
            fault(
                "`\(key.rawValue)` is laxer than above, and \(lock.owner) has locked `\(lock.rule)`",
                at: section.document.tree.range(of: node), help)
        }
        let isOther = own.profile != upper.profile && own.profile != .full
        check(
            .profile,
            isOther || (upper.isTransitive && !own.isTransitive) || (upper.isOfAllMajors && !own.isOfAllMajors),
            "write \(upper.profileName), or a profile that demands more")
        check(.strict, upper.isStrict && !own.isStrict, "leave it out")
        check(.majorAllows, own.majorAllows && !upper.majorAllows, "leave it out")
        check(.readerProfile, upper.readerProfile == .earlyBound && own.readerProfile == .lateBound, "leave it out")
        check(.notice, own.noticeWindow < upper.noticeWindow, "write \(upper.noticeWindow) or more")
        check(.classifications, own.classifications != upper.classifications, "leave it out")
        check(.deprecatedProperty, own.deprecationProperty != upper.deprecationProperty, "leave it out")
    }
}

extension Configuration.FailOn {
    /// The greater, the more fails a run.
    fileprivate var strictness: Int {
        switch self {
        case .never: 0
        case .error: 1
        case .warning: 2
        case .info: 3
        }
    }
}
