internal import Diagnostics
package import YAMLTree

/// Tells contracts and data products from other YAML, and which standard and version they follow.
package struct Recognition: Sendable {
    package var standard: Standard
    /// The version whose shapes judge the document.
    package var version: Version
    /// Version that the document declares, if that is no version of the standard.
    package var unknownVersion: Bool

    /// - Returns: nil for a document that is neither contract nor product.
    package static func recognise(_ tree: YAMLTree, _ document: YAMLTree.Document) -> Recognition? {
        let root = document.root
        guard tree[root].isMapping else {
            return isNamedAsContract(tree.source.name)
                ? Recognition(
                    standard: named(tree.source.name), version: named(tree.source.name).newest, unknownVersion: false)
                : nil
        }
        func text(_ key: String) -> String? { tree.value(of: key, in: root).map(tree.text(of:)) }
        func has(_ key: String) -> Bool { tree.value(of: key, in: root) != nil }

        if foreignStandard(tree, document) != nil { return nil }
        let kind = text("kind")
        let apiVersion = text("apiVersion")
        if has("dataContractSpecification") { return Recognition(.dcs, text("dataContractSpecification")) }
        for (key, standard) in meshKeys where has(key) { return Recognition(standard, text(key)) }
        switch kind?.lowercased() {
        case "datacontract": return Recognition(.odcs, apiVersion, isSecond: has("quantumName") || has("uuid"))
        case "dataproduct": return Recognition(.odps, apiVersion)
        default: break
        }
        // A version of ODCS that is spelt out tells a contract whose kind is missing or misspelt; `v2` alone is a Helm chart.
        if let declared = apiVersion.flatMap({ Version($0) }), (2...3).contains(declared.major),
            apiVersion?.first == "v"
        {
            return Recognition(.odcs, apiVersion)
        }
        if has("outputPorts"), apiVersion.flatMap({ Version($0) }) != nil { return Recognition(.odps, apiVersion) }
        guard isNamedAsContract(tree.source.name) else { return nil }
        if named(tree.source.name) == .odcs, has("models") || has("info") { return Recognition(.dcs, nil) }
        return Recognition(named(tree.source.name), apiVersion, isSecond: has("quantumName") || has("uuid"))
    }

    /// Name of the standard of a document that says of itself that it is a contract or a product, and by a standard which is
    /// none of ours; nil: it says no such thing.
    package static func foreignStandard(_ tree: YAMLTree, _ document: YAMLTree.Document) -> String? {
        let root = document.root
        guard tree[root].isMapping else { return nil }
        func value(_ key: String) -> NodeID? { tree.value(of: key, in: root) }
        func text(_ key: String) -> String? { value(key).map(tree.text(of:)) }
        if value("dataContractSpecification") != nil || meshKeys.contains(where: { value($0.key) != nil }) {
            return nil
        }
        if value("fluidVersion") != nil { return "FLUID" }
        let kind = text("kind")?.lowercased()
        if kind == "datacontract" || kind == "dataproduct" {
            // `group/version` is how Kubernetes and those who follow it write it; ours with a word in front is a slip.
            guard let version = text("apiVersion"), let slash = version.firstIndex(of: "/") else { return nil }
            let group = version[..<slash].lowercased()
            let isOurs = ["odcs", "odps", "bitol", "open-data-", "opendata"].contains { group.contains($0) }
            let isResource = value("spec") != nil || value("metadata") != nil
            return isOurs && !isResource ? nil : "a custom resource of \(Wording.quoted(version))"
        }
        if kind == nil, value("apiVersion") == nil, let product = value("product"), tree[product].isMapping,
            value("schema").map({ tree[$0].isText }) ?? isNamedAsContract(tree.source.name)
        {
            return "the Open Data Product Specification of the Open Data Product Initiative"
        }
        return nil
    }

    /// Keys that tell a product of DPS, and an agreement.
    private static let meshKeys: [(key: String, standard: Standard)] = [
        ("dataProductSpecification", .dps), ("dataUsageAgreementSpecification", .dua),
    ]

    /// `.contractlint.yaml`.
    package static let configuration = Recognition(standard: .configuration, version: "1.0.0", unknownVersion: false)

    /// A file of governance rules.
    package static let packLock = Recognition(standard: .packLock, version: "1.0.0", unknownVersion: false)
    package static let rulePack = Recognition(standard: .rulePack, version: "1.0.0", unknownVersion: false)

    /// A file of waivers.
    package static let waivers = Recognition(standard: .waivers, version: "1.0.0", unknownVersion: false)

    /// The findings that were known on some day.
    package static let baseline = Recognition(standard: .baseline, version: "1.0.0", unknownVersion: false)

    private init(standard: Standard, version: Version, unknownVersion: Bool) {
        self.standard = standard
        self.version = version
        self.unknownVersion = unknownVersion
    }

    /// - Parameter isSecond: whether keys of ODCS 2 stand at the root: decides when no version is declared.
    private init(_ standard: Standard, _ declared: String?, isSecond: Bool = false) {
        self.standard = standard
        let known = declared.flatMap { declared in
            // DCS, DPS and DUA write 1.1.0, the others v3.1.0.
            (declared.first == "v") == (standard == .odcs || standard == .odps) ? Version(declared) : nil
        }
        if let known, standard.versions.contains(known) {
            version = known
            unknownVersion = false
            return
        }
        // ODCS 2 allows any number behind `v2.2.2` and does not demand the key.
        let isODCS2 = standard == .odcs && (declared?.hasPrefix("v2.") ?? isSecond)
        version = isODCS2 ? "2.2.2" : standard.newest
        unknownVersion = declared != nil || isODCS2
    }

    /// True when a file's name says that it holds a contract or a product.
    package static func isNamedAsContract(_ name: String) -> Bool {
        ["yaml", "yml"].contains { ending in
            name.hasSuffix(".odcs.\(ending)") || name.hasSuffix(".odps.\(ending)")
                || name.hasSuffix("datacontract.\(ending)")
        }
    }

    private static func named(_ name: String) -> Standard {
        name.hasSuffix(".odps.yaml") || name.hasSuffix(".odps.yml") ? .odps : .odcs
    }

    /// True when the text of a file that cannot be read far enough to tell looks like a contract: by its name, or by a line
    /// that starts as one of the keys that tell.
    package static func looksLikeContract(name: String, text: [UInt8]) -> Bool {
        if isNamedAsContract(name) { return true }
        let starts = [
            "kind: Data", "apiVersion: v", "dataContractSpecification:", "dataProductSpecification:",
            "dataUsageAgreementSpecification:",
        ].map { Array($0.utf8) }
        var lineStart = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while lineStart < text.count {
            if starts.contains(where: { text[lineStart...].starts(with: $0) }) { return true }
            guard let end = text[lineStart...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { break }
            lineStart = end + 1
        }
        return false
    }
}
