internal import Basics
internal import ContractModel
internal import Diagnostics
internal import RuleLanguage
internal import YAMLTree

/// Reads the layers of a configuration, and the rule packs they name, below the layers of the configurations above it.
struct LayerReader {
    private let source: PackSource
    /// Folder that patterns of paths are relative to.
    private let folder: FolderOfPaths
    private let tree: YAMLTree
    private(set) var faults: [Issue] = []
    private(set) var packFaults: [Report.Failure] = []
    private(set) var library: PackLibrary
    private(set) var rules: KnownRules
    /// True: a pack could not be read, so that nobody knows its rules.
    private var missesRules = false

    /// More layers than these govern nobody.
    private static let mostLayers = 2000
    private static let longestName = 200

    init(_ source: PackSource, _ tree: YAMLTree, in folder: FolderOfPaths, below upper: Policy?) {
        self.source = source
        self.tree = tree
        self.folder = folder
        library = upper?.library ?? PackLibrary()
        library.forgetReferences()
        rules = KnownRules(upper?.layers ?? [])
    }

    /// All layers, those above included.
    var layers: [Layer] { rules.layers }

    /// Adds what holds where no configuration names a layer.
    mutating func addRecommended() { rules.append(.recommended) }

    mutating func read(_ root: ElementRef) {
        for element in root.elements(.layers) {
            if layers.count >= Self.mostLayers {
                fault(
                    "there are more than \(Self.mostLayers) layers", at: element.range,
                    help: "one layer can match many domains")
                break
            }
            read(layer: element)
        }
        packFaults += library.takeFailures()
    }

    private mutating func read(layer element: ElementRef) {
        // Each finding of its rules repeats it.
        let name = element.text(.name)?.shortened(to: Self.longestName) ?? ""
        if let value = element.value(.name), let other = layers.first(where: { $0.name == name && $0.file != nil }) {
            let place = other.file == tree.source.name ? "" : ": the other one is in \(other.file ?? "")"
            fault(
                "two layers are named `\(name.shortened)`\(place)", at: value.range, help: "give each a name of its own"
            )
        }
        if let value = element.value(.under) { checkUpper(value) }
        faults += RuleScope.faults(element.elements(.match).first, StandardRules.invalidValue)
        var match = RuleScope(element.elements(.match).first)
        match.folder = folder
        var layer = Layer(name: name, match: match, rules: [])
        layer.file = tree.source.name
        for value in element.values(.packs) {
            let bundle = read(pack: value)
            layer.rules += bundle.rules
            layer.natives += bundle.natives
        }
        layer.addNamed(adjusted(element))
        for index in layer.rules.indices {
            layer.rules[index].note(layer: name)
            layer.rules[index].scope.folder = folder
        }
        rules.append(layer)
        if let node = element.node(.adjust), tree[node].isMapping { adjust(node, element) }
    }

    private mutating func checkUpper(_ value: Value) {
        let names = layers.map(\.name)
        if names.contains(value.text.shortened(to: Self.longestName)) { return }
        let near = Spelling.nearest(to: value.text, among: names)
        fault(
            "no layer above this one is named `\(value.text.shortened)`", at: value.range,
            help: near.map { "did you mean `\($0)`?" } ?? "name a layer of this file or of one in a folder above")
    }

    /// The rules that a layer names one by one, those that it turns off left out.
    private func adjusted(_ element: ElementRef) -> [String] {
        guard let node = element.node(.adjust), tree[node].isMapping else { return [] }
        return tree.entries(of: node).filter { entry in
            element.document.element(at: entry.value)?.text(.severity) != "off"
        }.map { tree.text(of: $0.key) }
    }

    private mutating func read(pack value: Value) -> RuleBundle {
        do throws(PackSource.Failure) {
            defer { if !library.failures.isEmpty { missesRules = true } }
            return try library.rules(value.text, from: source)
        } catch {
            missesRules = true
            fault(error.sentence(about: value.text), at: value.range, help: error.help)
            return RuleBundle()
        }
    }

    mutating func fault(_ message: String, at range: SourceRange, help: String? = nil) {
        faults.append(Issue(StandardRules.invalidValue, message, at: range, help: help))
    }

    // MARK: Adjustments

    /// Reads the adjustments of the last layer. Those of one rule go before those of its pack, wherever they stand.
    private mutating func adjust(_ node: NodeID, _ element: ElementRef) {
        var read: [(id: String, key: NodeID, reading: AdjustmentReader)] = []
        for entry in tree.entries(of: node) {
            let id = tree.text(of: entry.key)
            guard let targets = rules.targets(of: id) else {
                unknownRule(id, entry.key)
                continue
            }
            guard let own = element.document.element(at: entry.value) else { continue }
            let isPack = targets != [id]
            var reader = AdjustmentReader(
                own, id: id, rule: isPack ? nil : rules.rule(id), layer: layers.last?.name ?? "", folder: folder,
                library)
            reader.read(isPack: isPack)
            faults += reader.faults
            read.append((id, entry.key, reader))
        }
        take(read.map { ($0.id, $0.key, $0.reading.adjustment, $0.reading.ranges) })
    }

    private mutating func unknownRule(_ id: String, _ key: NodeID) {
        // A pack that could not be read has been said; of its rules only a slip of the pen can be told.
        if missesRules, KnownRules.isStandard(id) { return }
        let near = Spelling.nearest(to: id, among: rules.names)
        if missesRules, near == nil { return }
        fault(
            "no pack of this layer or of one above it has a rule `\(id.shortened)`", at: tree.range(of: key),
            help: near.map { "did you mean `\($0)`?" } ?? "`contractlint rules list` shows all rules")
    }

    /// The section `rules` of a file: its lowest layer.
    mutating func read(rulesSection node: NodeID) {
        var layer = Layer(name: "rules in \(tree.source.name)", rules: [])
        layer.file = tree.source.name
        layer.isRulesSection = true
        layer.addNamed(tree.entries(of: node).filter { tree.text(of: $0.value) != "off" }.map { tree.text(of: $0.key) })
        rules.append(layer)
        var read: [(String, NodeID, Adjustment, [Adjustment.Part: SourceRange])] = []
        for entry in tree.entries(of: node) {
            let id = tree.text(of: entry.key)
            guard rules.targets(of: id) != nil else {
                let near = Spelling.nearest(to: id, among: rules.names)
                if missesRules && (KnownRules.isStandard(id) || near == nil) { continue }
                faults.append(
                    Issue(
                        StandardRules.unknownKey, "there is no rule `\(id.shortened)`", at: tree.range(of: entry.key),
                        help: near.map { "did you mean `\($0)`?" } ?? "docs/configuration.md lists the rules"))
                continue
            }
            let text = tree.text(of: entry.value)
            guard text == "off" || Severity(rawValue: text) != nil else { continue }
            let adjustment = Adjustment(severity: .some(Severity(rawValue: text)))
            read.append((id, entry.key, adjustment, [.severity: tree.range(of: entry.value)]))
        }
        take(read)
    }

    private mutating func take(
        _ read: [(id: String, key: NodeID, adjustment: Adjustment, ranges: [Adjustment.Part: SourceRange])]
    ) {
        var own: [String: Adjustment] = [:]
        for entry in read where !entry.id.hasSuffix("/*") {
            own[entry.id] = entry.adjustment
            judge([entry.id], entry.key, entry.adjustment, entry.ranges)
        }
        for entry in read where entry.id.hasSuffix("/*") {
            let targets = rules.targets(of: entry.id) ?? []
            judge(targets.filter { own[$0]?.severity == nil }, entry.key, entry.adjustment, entry.ranges)
            for id in targets { own[id] = own[id].map { $0.over(entry.adjustment) } ?? entry.adjustment }
        }
        rules.adjustLast(own)
    }

    /// More names than these help nobody.
    private static let mostNamed = 5

    /// Whatever is locked above may not be loosened: said once for each part of an adjustment, with the rules it would
    /// loosen.
    private mutating func judge(
        _ ids: [String], _ key: NodeID, _ adjustment: Adjustment, _ ranges: [Adjustment.Part: SourceRange]
    ) {
        var loosened: [Adjustment.Part: [(id: String, bound: LockBound, allowed: String)]] = [:]
        for id in ids {
            let bound = rules.bound(of: id)
            for clause in adjustment.clauses where bound.clauses.contains(clause.name) {
                fault(
                    "`\(id)` has a clause `\(clause.name.shortened)` already, and clauses are never replaced",
                    at: ranges[.clause(clause.name)] ?? tree.range(of: key), help: "give yours another name")
            }
            for (part, allowed) in bound.violations(of: adjustment, rules.rule(id)) {
                loosened[part, default: []].append((id, bound, allowed))
            }
        }
        for part in adjustment.parts {
            guard let all = loosened[part], let first = all.first else { continue }
            let names = all.prefix(Self.mostNamed).map { "`\($0.id)`" }.joined(separator: ", ")
            let more = all.count > Self.mostNamed ? " and \(all.count - Self.mostNamed) more" : ""
            let verb = first.bound.lock == .sealed ? "changes" : "loosens"
            fault(
                "this \(verb) \(names)\(more), which \(first.bound.owner) has locked (\(first.bound.lock.rawValue))",
                at: ranges[part] ?? tree.range(of: key), help: first.allowed)
        }
    }
}
