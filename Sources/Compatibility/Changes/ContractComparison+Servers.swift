internal import Basics
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Servers and roles.
extension ContractComparison {
    mutating func compareServers() {
        let (own, other) = (old.root.elements(.servers), new.root.elements(.servers))
        // One that only got another name is where it was.
        func place(_ server: ElementRef) -> String? {
            let parts = Self.placeKeys.map { ServerSetting.meaning(of: $0, server) ?? "" }
            if !Self.placeKeys.contains(where: server.has) { return nil }
            return ([ServerSetting.type(server) ?? ""] + parts).joined(separator: "\u{0}")
        }
        let matching = ElementMatching(own, other, by: [{ NaturalKey(of: $0)?.text }, place])
        for (own, other) in matching.pairs { compareServers(own, other) }
        for server in matching.removed {
            let isProduction = Self.isProduction(server)
            list.add(
                isProduction ? .productionServerRemoved : .serverRemoved, server.side(), new.root.holder,
                "the server `\(Self.name(ofServer: server))` is gone")
        }
        for server in matching.added {
            list.add(
                .serverAdded, old.root.holder, server.side(), "the server `\(Self.name(ofServer: server))` is new")
        }
    }

    private static func name(ofServer server: ElementRef) -> String { (server.text(.server) ?? "?").shortened }

    /// By its environment; without one, everything counts as production that does not say otherwise by its name.
    private static func isProduction(_ server: ElementRef) -> Bool {
        let words = (server.text(.environment) ?? server.text(.server) ?? "").lowercased()
            .split { !$0.isLetter && !$0.isNumber }.map(String.init)
        if words.contains(where: production.contains) { return !words.contains(where: nonProduction.contains) }
        return !words.contains(where: trials.contains) && (server.text(.environment) == nil || words.isEmpty)
    }

    private static let production: Set<String> = ["prod", "production", "prd", "live"]
    /// `pre-prod` is none.
    private static let nonProduction: Set<String> = ["pre", "non", "nonprod", "preprod"]
    private static let trials: Set<String> = [
        "dev", "development", "test", "testing", "tst", "stage", "staging", "stg", "qa", "uat", "int", "integration",
        "sandbox", "local", "demo", "acc", "acceptance", "preprod", "pre", "nonprod", "ci",
    ]

    private mutating func compareServers(_ own: ElementRef, _ other: ElementRef) {
        if isSame(own, other) { return }
        let isProduction = Self.isProduction(own)
        addIfDifferent(.serverChanged, "server", own, own.node(.server), other, other.node(.server))
        compareSetting(.environment, own, other, .serverEnvironmentChanged)
        compareSetting(.type, own, other, isProduction ? .productionServerChanged : .serverChanged)
        for key in Self.placeKeys {
            compareSetting(key, own, other, isProduction ? .productionServerChanged : .serverChanged)
        }
        // What computes is no place.
        for key in [Key.warehouse, .workgroup, .stagingDir, .staging_dir, .driver, .regionName] {
            compareSetting(key, own, other, .serverChanged)
        }
        compareRoles(own.elements(.roles), other.elements(.roles), own, other)
        compareDetails(own, other, except: Self.serverKeys, Self.notes)
    }

    /// Settings that mean the same are at most spelt otherwise; one that is said for the first time moves nothing.
    private mutating func compareSetting(_ key: Key, _ own: ElementRef, _ other: ElementRef, _ kind: ChangeKind) {
        let (before, after) = (ServerSetting.meaning(of: key, own), ServerSetting.meaning(of: key, other))
        if before == after {
            // What the standard takes for said is the same.
            if own.has(key), other.has(key) {
                addIfDifferent(.serverRespelled, key.rawValue, own, own.node(key), other, other.node(key))
            }
            return
        }
        let isNew = before == nil && key != .type
        addIfDifferent(
            isNew ? .serverDetailAdded : kind, key.rawValue, own, own.node(key), other, other.node(key))
    }

    private static let serverKeys = KeySet(
        .id, .server, .environment, .type, .warehouse, .workgroup, .stagingDir, .staging_dir, .driver, .regionName,
        .roles, .account, .catalog, .catalogUrl, .clusterIdentifier, .database, .dataset, .delimiter, .encoding,
        .endpoint,
        .endpointUrl, .format, .host, .location, .namespace, .path, .port, .project, .region, .schema, .serviceName,
        .share, .stream, .topic)

    private static let placeKeys: [Key] = [
        .account, .catalog, .catalogUrl, .clusterIdentifier, .database, .dataset, .delimiter, .encoding, .endpoint,
        .endpointUrl, .format, .host, .location, .namespace, .path, .port, .project, .region, .schema, .serviceName,
        .share, .stream, .topic,
    ]

    // MARK: Roles

    mutating func compareRoles() {
        compareRoles(old.root.elements(.roles), new.root.elements(.roles), old.root, new.root)
    }

    private mutating func compareRoles(
        _ own: [ElementRef], _ other: [ElementRef], _ holder: ElementRef, _ newHolder: ElementRef
    ) {
        let matching = ElementMatching(own, other, by: [{ NaturalKey(of: $0)?.text }])
        for (own, other) in matching.pairs where !isSame(own, other) {
            addIfDifferent(.roleRenamed, "role", own, own.node(.role), other, other.node(.role))
            compareAccess(own, other)
            for key in [Key.firstLevelApprovers, .secondLevelApprovers] {
                addIfDifferent(.roleApproversChanged, key.rawValue, own, own.node(key), other, other.node(key))
            }
            compareDetails(
                own, other, except: KeySet(.id, .role, .access, .firstLevelApprovers, .secondLevelApprovers),
                Self.notes)
        }
        for role in matching.removed {
            list.add(
                .roleRemoved, role.side(), newHolder.holder, "the role `\((role.text(.role) ?? "?").shortened)` is gone"
            )
        }
        for role in matching.added {
            list.add(
                .roleAdded, holder.holder, role.side(), "the role `\((role.text(.role) ?? "?").shortened)` is new")
        }
    }

    private mutating func compareAccess(_ own: ElementRef, _ other: ElementRef) {
        if isEqual(own.node(.access), other.node(.access)) { return }
        let (first, second) = (own.side(own.node(.access)), other.side(other.node(.access)))
        var kind = ChangeKind.roleAccessChanged
        if let before = Self.rights(own), let after = Self.rights(other) {
            if before == after { return }
            kind =
                after.isSuperset(of: before)
                ? .roleAccessRaised : after.isSubset(of: before) ? .roleAccessReduced : kind
        }
        list.add(kind, first, second, Self.message("access", first, second))
    }

    /// Rights of a role; nil for words that are not understood, and where nothing is said.
    private static func rights(_ role: ElementRef) -> Set<String>? {
        guard let text = role.text(.access)?.lowercased() else { return nil }
        var rights = Set<String>()
        for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            switch word {
            case "r", "read", "select", "readonly", "reader", "only", "view": rights.insert("read")
            case "w", "write", "insert", "update", "delete", "writer", "modify": rights.formUnion(["write"])
            case "rw", "readwrite": rights.formUnion(["read", "write"])
            case "admin", "all", "owner", "full", "administrator": rights.formUnion(["read", "write", "admin"])
            case "and", "or", "access": break
            default: return nil
            }
        }
        return rights.isEmpty ? nil : rights
    }
}
