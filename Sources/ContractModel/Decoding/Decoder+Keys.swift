internal import Basics
internal import Diagnostics
internal import Patterns
internal import YAMLTree

/// Keys that are not there, not known, or not to stand together.
extension Decoder {
    // MARK: Unknown keys

    mutating func unknown(
        _ key: NodeID, _ value: NodeID, _ id: ElementID, in mapping: NodeID, _ shape: ResolvedShape, _ choice: Choice
    ) {
        let node = nodes[Int(key)]
        guard node.type.isSubset(of: .scalar) else {
            if shape.isOpen || !hasRoom(for: StandardRules.unknownKey) { return }
            report(
                Issue(
                    StandardRules.unknownKey, "a key must be a word, not \(Wording.value(tree, key))",
                    at: tree.range(of: key),
                    help: "check the indentation and the brackets around it", subject: "collection"),
                value, id)
            return
        }
        // Advice takes its time. Who has had this much of it needs no more to know that the key is wrong, and where any key
        // may stand it was no more than a guess.
        advisedKeys += 1
        guard advisedKeys <= Self.mostAdvisedKeys else {
            if !shape.isOpen, hasRoom(for: StandardRules.unknownKey) { report(plainlyUnknown(key, shape), value, id) }
            return
        }
        // A merge of what could not be read has its own issue.
        if node.word == Key.merge.number, nodes[Int(value)].flags.contains(.unread) { return }
        let name = tree.text(of: key)
        if siblings.mapping != mapping {
            siblings = (mapping, Set(tree.entries(of: mapping).map { ExactText(tree.text(of: $0.key)) }))
        }
        let advice = KeyAdvice(name, node.word, shape, table, present: siblings.names, choice)
        // Where the schema lets any key pass, only what looks like a slip is worth a word.
        if shape.isOpen, !advice.isLikelySlip { return }
        report(
            Issue(
                advice.isMisplaced ? StandardRules.misplacedKey : StandardRules.unknownKey, advice.message,
                at: tree.range(of: key), severity: shape.isOpen ? .warning : nil, help: advice.help, subject: name),
            value, id)
    }

    private static var mostAdvisedKeys: Int { 5000 }

    private func plainlyUnknown(_ key: NodeID, _ shape: ResolvedShape) -> Issue {
        let name = tree.text(of: key)
        return Issue(
            StandardRules.unknownKey,
            "\(shape.shape.noun) \(Wording.verb(shape.shape.noun, "has", "have")) no key \(Wording.quoted(name))",
            at: tree.range(of: key),
            help: "remove it", subject: name)
    }

    // MARK: Missing keys

    /// Place where a missing key is reported: at the value of what names the mapping, else at its first key. What was merged
    /// into it stands elsewhere.
    private func place(of mapping: NodeID) -> SourceRange {
        let isOwn = { (node: NodeID) in tree.isWritten(node, in: mapping) }
        for name in ["name", "id", "property", "server", "table", "column"] {
            if let value = tree.value(of: name, in: mapping), nodes[Int(value)].type.isSubset(of: .scalar),
                nodes[Int(value)].type != .null, isOwn(value)
            {
                return tree.range(of: value)
            }
        }
        let first = tree.entries(of: mapping).first { isOwn($0.key) }?.key
        return tree.range(of: first ?? mapping)
    }

    private mutating func missing(_ message: String, help: String?, _ mapping: NodeID, _ id: ElementID, subject: String)
    {
        report(
            Issue(StandardRules.missingKey, message, at: place(of: mapping), help: help, subject: subject), mapping, id)
    }

    /// Several variants hold because the key that chooses is not there, and together they allow nothing.
    mutating func missingDiscriminator(_ shape: ResolvedShape, _ choice: Choice, _ mapping: NodeID, _ id: ElementID) {
        guard let key = choice.absent, hasRoom(for: StandardRules.missingKey) else { return }
        let row = shape.rows.map { table.rows[Int($0)] }.first { $0.word == key.number && $0.variants == 0 }
        let allowed = row.flatMap { row -> [String]? in
            let detail = table.kinds[Int(row.kind)].detail
            return detail >= 0 ? table.details[Int(detail)].kind.allowed : nil
        }
        missing(
            "`\(key.rawValue)` is missing: without it \(shape.shape.noun) \(Wording.verb(shape.shape.noun, "has", "have")) to meet the demands of every \(key.rawValue) at once",
            help: "add `\(key.rawValue):` with one of \(Wording.choices(allowed ?? []))", mapping, id,
            subject: key.rawValue)
    }

    // MARK: Keys together

    /// Demands on a mapping as a whole, once all of its keys are known.
    mutating func judgeTogether(
        _ shape: ResolvedShape, _ choice: Choice, _ seen: RowSet, _ mapping: NodeID, _ id: ElementID,
        _ saidConflict: Bool
    ) {
        if choice.isLenient { return judgeRequired(shape, active: 0, choice, seen, mapping, id, saidConflict) }
        judgeRequired(shape, active: choice.active, choice, seen, mapping, id, saidConflict)
        if choice.active != 0 { judgeExclusive(shape, choice, seen, mapping, id) }
        for constraint in shape.shape.constraints { judge(constraint, mapping, id) }
        judgeProse(shape, choice, seen, mapping, id)
    }

    private mutating func judgeRequired(
        _ shape: ResolvedShape, active: UInt64, _ choice: Choice, _ seen: RowSet, _ mapping: NodeID,
        _ id: ElementID,
        _ saidConflict: Bool
    ) {
        var saidConflict = saidConflict
        for index in shape.required {
            let row = table.rows[Int(index)]
            if seen.contains(row.index) || (row.variants != 0 && row.variants & active == 0) { continue }
            if !hasRoom(for: StandardRules.missingKey) { return }
            if row.variants != 0, choice.absent != nil, active.nonzeroBitCount > 1 {
                if !saidConflict { missingDiscriminator(shape, choice, mapping, id) }
                saidConflict = true
                continue
            }
            let key = Key(number: row.word)
            let owner = row.variants == 0 ? shape.shape.noun : variant(of: row.variants & active, shape).noun
            missing(
                "`\(key.rawValue)` is missing: \(owner) \(Wording.verb(owner, "needs", "need")) it",
                help: "add `\(key.rawValue):`\(hint(for: row, key, shape))", mapping,
                id, subject: key.rawValue)
        }
    }

    /// The first variant of a set.
    private func variant(of bits: UInt64, _ shape: ResolvedShape) -> Variant {
        shape.variants[bits.trailingZeroBitCount]
    }

    /// Form of the value of a missing key.
    private func hint(for row: ResolvedRow, _ key: Key, _ shape: ResolvedShape) -> String {
        let kind = table.kinds[Int(row.kind)]
        if kind.detail >= 0 {
            let allowed = table.details[Int(kind.detail)].kind.allowed
            if allowed.count == 1 { return " \(allowed[0])" }
            if !allowed.isEmpty { return " with one of \(Wording.choices(allowed))" }
        }
        let rows = shape.shape.rows + shape.variants.flatMap(\.rows)
        guard let doc = rows.first(where: { $0.key == key && $0.versions.contains(table.version) })?.doc,
            let first = doc.first
        else {
            return ""
        }
        let isAcronym = doc.dropFirst().first?.isUppercase == true
        return
            " (\(isAcronym ? String(first) : first.lowercased())\(doc.dropFirst().prefix { $0 != "." && $0 != ";" }))"
    }

    private mutating func judgeExclusive(
        _ shape: ResolvedShape, _ choice: Choice, _ seen: RowSet, _ mapping: NodeID, _ id: ElementID
    ) {
        guard
            let variant = shape.variants.enumerated().first(where: {
                choice.active >> UInt64($0) & 1 == 1 && !$1.exactlyOne.isEmpty
            })?.element
        else { return }
        let found = tree.entries(of: mapping).filter { entry in
            variant.exactlyOne.contains { $0.number == nodes[Int(entry.key)].word }
        }
        if found.isEmpty {
            missing(
                "\(variant.noun) needs a comparison",
                help: "add one of \(Wording.list(variant.exactlyOne.map(\.rawValue)))", mapping, id,
                subject: variant.exactlyOne[0].rawValue)
        }
        for extra in found.dropFirst() where hasRoom(for: StandardRules.exclusiveKeys) {
            let names = [tree.text(of: found[0].key), tree.text(of: extra.key)]
            report(
                Issue(
                    StandardRules.exclusiveKeys, "`\(names[1])` and `\(names[0])` exclude each other",
                    at: tree.range(of: extra.key),
                    help: "keep one comparison a rule; write a second rule for the other",
                    related: [(tree.range(of: found[0].key), "`\(names[0])` stands here")], subject: names[1]),
                extra.value, id)
        }
    }

    private mutating func judge(_ constraint: Constraint, _ mapping: NodeID, _ id: ElementID) {
        switch constraint {
        case .sameForm(let one, let other):
            guard let a = tree.value(of: one.rawValue, in: mapping), let b = tree.value(of: other.rawValue, in: mapping)
            else { return }
            let types: [ValueTypes] = [.text, .list]
            guard types.contains(nodes[Int(a)].type), types.contains(nodes[Int(b)].type),
                nodes[Int(a)].type != nodes[Int(b)].type,
                hasRoom(for: StandardRules.wrongType)
            else { return }
            report(
                Issue(
                    StandardRules.wrongType,
                    "`\(one.rawValue)` and `\(other.rawValue)` must both be text or both be lists",
                    at: tree.range(of: b), help: "write both as lists, one reference for each part of the key",
                    related: [(tree.range(of: a), "`\(one.rawValue)` stands here")], subject: other.rawValue),
                b, id)
        }
    }

    // MARK: Prose and deprecation

    private mutating func judgeProse(
        _ shape: ResolvedShape, _ choice: Choice, _ seen: RowSet, _ mapping: NodeID, _ id: ElementID
    ) {
        if shape.requiredByProse.isEmpty && !shape.hasRejectedDemands || !hasRoom(for: StandardRules.proseConflict) {
            return
        }
        let standard = "\(table.standard.title) \(table.version)"
        var demanded: [ResolvedRow] = []
        for index in shape.requiredByProse {
            let row = table.rows[Int(index)]
            if !seen.contains(row.index), row.variants == 0 || row.variants & choice.active != 0 {
                demanded.append(row)
            }
        }
        if let first = demanded.first {
            let keys = demanded.map { Key(number: $0.word).rawValue }
            let owner = first.variants == 0 ? shape.shape.noun : variant(of: first.variants & choice.active, shape).noun
            report(
                Issue(
                    StandardRules.proseConflict,
                    "the text of \(standard) demands \(Wording.list(keys, "and")) of \(owner), its JSON Schema does not",
                    at: place(of: mapping),
                    help: "add \(keys.count == 1 ? "it" : "them") to satisfy tools that follow either",
                    subject: keys.joined(separator: ",")),
                mapping, id)
        }
        guard shape.hasRejectedDemands else { return }
        for (at, variant) in shape.variants.enumerated() where choice.active >> UInt64(at) & 1 == 1 {
            for row in variant.rows
            where row.isRejectedDemand(in: table.version) && tree.value(of: row.key.rawValue, in: mapping) == nil {
                report(
                    Issue(
                        StandardRules.proseConflict,
                        "the text of \(standard) demands `\(row.key.rawValue)` of \(variant.noun), its JSON Schema rejects it",
                        at: place(of: mapping),
                        help: "leave it out: tools that validate refuse it; say it in customProperties",
                        subject: row.key.rawValue),
                    mapping, id)
            }
        }
    }

    mutating func deprecated(
        _ row: ResolvedRow, _ key: NodeID, _ value: NodeID, _ shape: ResolvedShape, _ id: ElementID
    ) {
        guard hasRoom(for: StandardRules.deprecatedKey) else { return }
        let rows = shape.shape.rows + shape.variants.flatMap(\.rows)
        guard
            let deprecation = rows.first(where: {
                $0.key.number == row.word && $0.versions.contains(table.version)
                    && $0.deprecated?.versions.contains(table.version) == true
            })?.deprecated, deprecation.types.contains(nodes[Int(value)].type)
        else { return }
        let form =
            deprecation.types == .all
            ? "`\(tree.text(of: key))`" : "`\(tree.text(of: key))` as \(Wording.types(deprecation.types))"
        report(
            Issue(
                StandardRules.deprecatedKey, "\(table.standard.title) \(deprecation.versions.first) deprecates \(form)",
                at: tree.range(of: key), help: deprecation.successor, subject: tree.text(of: key)),
            value, id)
    }

    /// True when the schema accepts a version that there is none of.
    private func isAccepted(_ version: NodeID) -> Bool {
        guard nodes[Int(version)].isText else { return false }
        let text = memory.text(of: version)
        return table.shapes[0].rows.contains { index in
            let row = table.rows[Int(index)]
            guard row.word == Key.apiVersion.number, row.variants == 0 else { return false }
            let detail = table.kinds[Int(row.kind)].detail
            return detail >= 0 && table.details[Int(detail)].patterns.contains { $0.isFound(in: text) }
        }
    }

    /// The document declares a version that its standard does not have, or none.
    mutating func reportVersion(_ document: YAMLTree.Document, _ recognised: Recognition) {
        let name = recognised.standard == .dcs ? "dataContractSpecification" : "apiVersion"
        let prefix = recognised.standard == .dcs ? "" : "v"
        let known = recognised.standard.versions.map { prefix + $0.description }
        let title = recognised.standard.title
        let judged = "it is judged by \(title) \(recognised.version)"
        let value = tree.value(of: name, in: document.root)
        guard let value, nodes[Int(value)].type != .null else {
            report(
                Issue(
                    StandardRules.unknownVersion,
                    "\(table.shapes[0].shape.noun) has to declare its version of \(title); \(judged)",
                    at: value.map(tree.range) ?? place(of: document.root), severity: value == nil ? .warning : nil,
                    help: "write `\(name): \(prefix)\(recognised.version)`", subject: name),
                value ?? document.root, -1)
            return
        }
        let text = tree.text(of: value)
        // Of versions equally near the newest; `3.1` is short for one.
        func number(_ version: String) -> Substring { version.first == "v" ? version.dropFirst() : version[...] }
        let near =
            Spelling.nearest(to: text, among: known.reversed())
            ?? known.last { number($0).hasPrefix(number(text) + ".") }
        report(
            Issue(
                StandardRules.unknownVersion, "\(title) has no version \(Wording.quoted(text)); \(judged)",
                at: tree.range(of: value),
                // The schema of ODCS 2 accepts any number behind `v`.
                severity: isAccepted(value) ? .warning : nil,
                help: (near.map { "did you mean `\($0)`? " } ?? "") + "known: \(Wording.list(known, "and"))",
                subject: text),
            value, -1)
    }
}
