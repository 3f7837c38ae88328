internal import Basics
internal import Diagnostics

/// Names that lead to no unit.
extension MeshCheck {
    mutating func judgeNames() {
        var said: Set<Said> = []
        for entry in mesh.missing {
            if entry.isOutside, !options.isComplete { continue }
            // A missing object is one finding, not one for each property.
            if let detail = entry.detail, !said.insert(Said(unit: entry.unit, detail: detail)).inserted { continue }
            add(
                MeshFinding(
                    rule: Self.rule(of: entry), unit: entry.unit, spot: entry.spot, element: entry.element,
                    message: message(of: entry), help: help(for: entry),
                    subject: [entry.id, entry.version].compactMap { $0 }.joined(separator: "@")))
        }
        for stray in mesh.strayReferences {
            let reference = stray.reference
            let text = reference.file + (reference.path.isEmpty ? "" : "#\(reference.path)")
            add(
                MeshFinding(
                    rule: Self.danglingReference, unit: stray.unit, spot: reference.spot, element: reference.element,
                    message: "\(quoted(text)) refers to nothing: \(stray.problem)",
                    help: "name the file of the other contract by its path from the folder of this one, or its id",
                    subject: text, clause: "elsewhere"))
        }
    }

    /// The rule that `NativeRules` asks of one document, here about several: whoever writes findings knows it by its id.
    static let danglingReference = RuleDescriptor(
        "reference/dangling", .error, "References lead to something that is there.", why: "")

    private struct Said: Hashable {
        var unit: Int
        var detail: String
    }

    private static func rule(of entry: Missing) -> RuleDescriptor {
        switch entry.use {
        case .inputPort, .outputPort:
            entry.versions.isEmpty ? MeshRules.portContractExists : MeshRules.portVersionExists
        default: MeshRules.danglingDependency
        }
    }

    private func message(of entry: Missing) -> String {
        if let detail = entry.detail { return detail }
        let noun = entry.kind.rawValue
        let subject: String =
            switch entry.use {
            case .inputPort: "the input port reads the \(noun) \(quoted(entry.id))"
            case .outputPort: "the output port offers the \(noun) \(quoted(entry.id))"
            case .inputContract: "the output port is made from the \(noun) \(quoted(entry.id))"
            case .agreementConsumer: "the agreement is with the \(noun) \(quoted(entry.id))"
            case .agreementContract, .agreementProduct, .agreementPort:
                "the agreement is about the \(noun) \(quoted(entry.id))"
            case .source: "it is made from \(quoted(entry.id))"
            case .provider: "it relies on the \(noun) \(quoted(entry.id))"
            }
        if !entry.versions.isEmpty, let version = entry.version {
            return "\(subject) in version \(quoted(version)), which does not exist"
        }
        return "\(subject), which is nowhere in the mesh"
    }

    private func help(for entry: Missing) -> String? {
        if !entry.versions.isEmpty {
            let list = entry.versions.map { quoted($0) }.joined(separator: ", ")
            return "there \(entry.versions.count == 1 ? "is version" : "are the versions") \(list)"
        }
        if entry.detail != nil { return nil }
        if !entry.similar.isEmpty {
            return
                "there is \(entry.similar.map { quoted($0) }.joined(separator: ", ")): ids are the same only byte by byte"
        }
        return "correct the id, or add the folder or the interface file that holds it to `mesh.roots`"
    }
}
