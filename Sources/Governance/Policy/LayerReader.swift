internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Reads the layers of a configuration, and the rule packs they name.
struct LayerReader {
    private let source: PackSource
    private(set) var faults: [Issue] = []
    private(set) var packFaults: [Report.Failure] = []
    /// The files that were read, each once.
    private(set) var packFiles: [PackSource.File] = []
    /// Packs that were read already, by file.
    private var files: [String: RulePack?] = [:]
    /// The file that each pack id came from.
    private var origins: [String: String] = [:]

    init(_ source: PackSource) { self.source = source }

    mutating func read(_ root: ElementRef) -> [Layer] {
        var layers: [Layer] = []
        var names: Set<String> = []
        for element in root.elements(.layers) {
            let name = element.text(.name) ?? ""
            if !names.insert(name).inserted, let value = element.value(.name) {
                fault("two layers are named `\(name.shortened)`", at: value.range, help: "give each a name of its own")
            }
            faults += RuleScope.faults(element.elements(.match).first, StandardRules.invalidValue)
            var layer = Layer(name: name, match: RuleScope(element.elements(.match).first), rules: [])
            for value in element.values(.packs) { layer.rules += rules(value, element.document.tree) }
            for index in layer.rules.indices { layer.rules[index].note(layer: name) }
            let all = layers.flatMap(\.rules) + layer.rules
            if let node = element.node(.adjust) { adjust(&layer, node, element, all) }
            layers.append(layer)
        }
        return layers
    }

    private mutating func fault(_ message: String, at range: SourceRange, help: String? = nil) {
        faults.append(Issue(StandardRules.invalidValue, message, at: range, help: help))
    }

    // MARK: Packs

    private mutating func rules(_ value: Value, _ tree: YAMLTree) -> [Rule] {
        let reference = value.text
        if let known = StandardPacks.rules(named: reference) { return known }
        let isFile = reference.contains("/") || reference.contains("*") || reference.contains(".")
        guard isFile else {
            let near = Spelling.nearest(to: reference, among: StandardPacks.names)
            fault(
                "there is no rule pack `\(reference.shortened)`", at: value.range,
                help: near.map { "did you mean `\($0)`?" }
                    ?? "name one of \(StandardPacks.names.joined(separator: ", ")), or a file such as ./rules.yaml")
            return []
        }
        do throws(PackSource.Failure) {
            let found = try source.files(reference)
            if found.isEmpty {
                fault(
                    "no file matches `\(reference.shortened)`", at: value.range,
                    help: "paths are relative to the folder of this file")
            }
            return found.flatMap { rules(of: $0, value) }
        } catch {
            fault("the rule pack `\(reference.shortened)` \(error.message)", at: value.range)
            return []
        }
    }

    private mutating func rules(of file: PackSource.File, _ value: Value) -> [Rule] {
        if let known = files[file.name] { return known?.rules ?? [] }
        do throws(RulePack.Invalid) {
            let pack = try RulePack(name: file.name, raw: file.raw)
            files[file.name] = pack
            let id = pack.identity.id
            if let origin = origins[id] ?? (StandardPacks.names.contains(id) ? "the standard packs" : nil) {
                packFaults.append(
                    Report.Failure(
                        file: file.name, at: pack.tree.source.place(of: pack.idPlace, withExcerpt: false).start,
                        message:
                            "a pack with the id `\(id.shortened)` is in \(origin) already; give it a name of its own"))
                return []
            }
            origins[id] = file.name
            packFiles.append(file)
            return pack.rules
        } catch {
            files[file.name] = .some(nil)
            packFaults += error.faults
            return []
        }
    }

    // MARK: Adjustments

    private mutating func adjust(_ layer: inout Layer, _ node: NodeID, _ element: ElementRef, _ rules: [Rule]) {
        let tree = element.document.tree
        let ids = rules.map(\.id)
        for entry in tree.entries(of: node) {
            let id = tree.text(of: entry.key)
            guard let rule = rules.first(where: { $0.id == id }) else {
                let near = Spelling.nearest(to: id, among: ids)
                fault(
                    "no pack of this layer or of one above it has a rule `\(id.shortened)`",
                    at: tree.range(of: entry.key),
                    help: near.map { "did you mean `\($0)`?" } ?? "`contractlint rules list` shows all rules")
                continue
            }
            guard let own = element.document.element(at: entry.value) else { continue }
            var adjustment = Layer.Adjustment()
            if let text = own.text(.severity) { adjustment.severity = .some(Severity(rawValue: text)) }
            if let parameters = own.node(.params), tree[parameters].isMapping {
                adjustment.replacement = replacement(of: rule, parameters, tree)
            }
            layer.adjustments[id] = adjustment
        }
    }

    /// The rule with other parameters. Its expressions are checked anew, since a parameter of another type may not fit them.
    private mutating func replacement(of rule: Rule, _ parameters: NodeID, _ tree: YAMLTree) -> Rule? {
        var overrides: [String: (tree: YAMLTree, node: NodeID)] = [:]
        let known = rule.parameterNames
        for entry in tree.entries(of: parameters) {
            let name = tree.text(of: entry.key)
            guard known.contains(name) else {
                let near = Spelling.nearest(to: name, among: known)
                fault(
                    "the rule `\(rule.id)` has no parameter `\(name.shortened)`", at: tree.range(of: entry.key),
                    help: near.map { "did you mean `\($0)`?" }
                        ?? (known.isEmpty
                            ? "it has none at all" : "its parameters are \(known.joined(separator: ", "))"))
                continue
            }
            overrides[name] = (tree, entry.value)
        }
        let pack =
            StandardPacks.pack(rule.pack.id) ?? files.values.lazy.compactMap { $0 }.first { $0.identity == rule.pack }
        guard let pack else { return nil }
        let (replacement, messages) = pack.rule(rule.id, overriding: overrides)
        for message in messages {
            fault("`\(rule.id)` cannot be asked with these parameters: \(message)", at: tree.range(of: parameters))
        }
        return replacement
    }
}
