internal import Basics
internal import Diagnostics

/// Service levels, servers, the people, and the contract as a whole.
extension ChangeKind {
    static let service = [
        slaAdded, slaRemoved, slaWeakened, slaStrengthened, slaRespelled, slaChanged, retentionLengthened,
        retentionShortened,
        endOfLifeImminent, endOfLifeSooner, endOfLifeDeferred,
        serverAdded, productionServerRemoved, serverRemoved, productionServerChanged, serverChanged,
        serverEnvironmentChanged, serverDetailAdded, serverRespelled,
    ]

    static let slaAdded = ChangeKind(
        "sla-added", "service levels", .compatible, producer: .breaking, .narrows, .minor, opposites: ["sla-removed"],
        why: "the service promises more")
    static let slaRemoved = ChangeKind(
        "sla-removed", "service levels", .breaking, producer: .compatible, .widens, .major, opposites: ["sla-added"],
        why: "what was promised may no longer be kept",
        remedy: "keep the service level, or announce its end in a major version")
    static let slaWeakened = ChangeKind(
        "sla-weakened", "service levels", .breaking, producer: .compatible, .widens, .major,
        opposites: ["sla-strengthened"], why: "whoever planned with the old service level is let down",
        remedy: "keep the service level, or announce the new one in a major version")
    static let slaStrengthened = ChangeKind(
        "sla-strengthened", "service levels", .compatible, producer: .breaking, .narrows, .minor,
        opposites: ["sla-weakened"], why: "the service promises more")
    static let slaRespelled = ChangeKind(
        "sla-respelled", "spellings of service levels", .informational, .equal, .patch,
        why: "both spellings promise the same")
    static let slaChanged = ChangeKind(
        "sla-changed", "service levels that cannot be compared", .risky, .unknown, .minor,
        why: "whether the service promises as much as before cannot be told",
        remedy: "write both service levels in one unit")
    static let retentionLengthened = ChangeKind(
        "retention-lengthened", "how long data is kept", .risky, producer: .breaking, .narrows, .minor,
        opposites: ["retention-shortened"], why: "data that should be gone by law or by promise may still be there",
        remedy: "ask who answers for privacy")
    static let retentionShortened = ChangeKind(
        "retention-shortened", "how long data is kept", .breaking, producer: .risky, .widens, .major,
        opposites: ["retention-lengthened"], why: "old data that readers count on may be gone",
        remedy: "keep the data as long as before, or announce the new time in a major version")

    private static let endings = ["end-of-life-imminent", "end-of-life-sooner"]
    static let endOfLifeImminent = ChangeKind(
        "end-of-life-imminent", "ends of support and life within the notice window", .breaking, .major,
        opposites: ["end-of-life-deferred"], why: "readers have less time to move than they are promised",
        remedy: "choose a date beyond the notice window")
    static let endOfLifeSooner = ChangeKind(
        "end-of-life-sooner", "ends of support and life beyond the notice window", .risky, .minor,
        opposites: ["end-of-life-deferred"], why: "readers have to move by that day", remedy: "tell readers of the day")
    static let endOfLifeDeferred = ChangeKind(
        "end-of-life-deferred", "ends of support and life", .compatible, .patch, opposites: endings,
        why: "readers have more time")

    private static let serverRemovals = ["production-server-removed", "server-removed"]
    private static let serverChanges = ["production-server-changed", "server-changed"]
    static let serverAdded = ChangeKind(
        "server-added", "servers", .compatible, .minor, opposites: serverRemovals, why: "the others are still there")
    static let productionServerRemoved = ChangeKind(
        "production-server-removed", "servers in production", .breaking, .major, opposites: ["server-added"],
        why: "whoever reads from the server finds nothing",
        remedy: "add the new server first, and remove this one in a later major version")
    static let serverRemoved = ChangeKind(
        "server-removed", "servers that are not in production", .risky, .minor, opposites: ["server-added"],
        why: "tests and trials may read from it")
    static let productionServerChanged = ChangeKind(
        "production-server-changed", "type, location and format of servers in production", .breaking, .major,
        opposites: serverChanges + ["server-detail-added"],
        why: "whoever reads from the server does not find the data where, or as, it was",
        remedy: "add a server with the new settings, and remove this one in a later major version")
    static let serverChanged = ChangeKind(
        "server-changed", "type, location and format of servers", .risky, .minor,
        opposites: serverChanges + ["server-detail-added"],
        why: "whoever reads from the server may not find the data where, or as, it was")
    static let serverEnvironmentChanged = ChangeKind(
        "server-environment-changed", "environments of servers", .risky, .minor,
        opposites: ["server-environment-changed", "server-detail-added"],
        why: "what was for production may be for trials now, or the other way round")
    static let serverDetailAdded = ChangeKind(
        "server-detail-added", "settings of servers that are said for the first time", .informational, .patch,
        opposites: serverChanges + ["server-environment-changed"],
        why: "the server says now what was open, and is where it was")
    static let serverRespelled = ChangeKind(
        "server-respelled", "spellings of settings of servers", .informational, .equal, .patch,
        why: "both spellings lead to the same data")

    // MARK: People

    static let people = [
        roleAdded, roleRemoved, roleRenamed, roleAccessReduced, roleAccessRaised, roleAccessChanged,
        roleApproversChanged,
        ownerLost, ownerNamed, teamChanged, supportLost, supportOpened, supportChanged,
        priceRaised, priceLowered, priceChanged,
    ]

    static let roleAdded = ChangeKind(
        "role-added", "roles", .compatible, .minor, opposites: ["role-removed"], why: "the others are still there")
    static let roleRemoved = ChangeKind(
        "role-removed", "roles", .breaking, .major, opposites: ["role-added"],
        why: "whoever has access by the role loses it",
        remedy: "give those who have the role another one before it goes")
    static let roleRenamed = ChangeKind(
        "role-renamed", "names of roles", .breaking, .major, why: "access is asked for, and given, by the name",
        remedy: "add a role of the new name, and remove the old one when nobody has it any more")
    static let roleAccessReduced = ChangeKind(
        "role-access-reduced", "what roles allow", .breaking, .major, opposites: ["role-access-raised"],
        why: "whoever has the role can do less", remedy: "add a role with less access, and keep this one")
    static let roleAccessRaised = ChangeKind(
        "role-access-raised", "what roles allow", .compatible, .minor, opposites: ["role-access-reduced"],
        why: "whoever has the role can do more")
    static let roleAccessChanged = ChangeKind(
        "role-access-changed", "what roles allow, where it cannot be compared", .risky, .minor,
        why: "whether the role allows as much as before cannot be told")
    static let roleApproversChanged = ChangeKind(
        "role-approvers-changed", "who approves requests for roles", .informational, .patch,
        why: "it changes no access that was given")
    static let ownerLost = ChangeKind(
        "owner-lost", "owners in the team", .risky, .minor, opposites: ["owner-named"],
        why: "nobody answers for the data any more", remedy: "name an owner in the team")
    static let ownerNamed = ChangeKind(
        "owner-named", "owners in the team", .informational, .patch, opposites: ["owner-lost"],
        why: "somebody answers for the data now")
    static let teamChanged = ChangeKind(
        "team-changed", "the team", .informational, .patch, why: "it changes no data")
    static let supportLost = ChangeKind(
        "support-lost", "support channels", .risky, .minor, opposites: ["support-opened"],
        why: "there is no place to ask any more", remedy: "keep a support channel")
    static let supportOpened = ChangeKind(
        "support-opened", "support channels", .informational, .patch, opposites: ["support-lost"],
        why: "there is a place to ask now")
    static let supportChanged = ChangeKind(
        "support-changed", "support channels", .informational, .patch, why: "it changes no data")
    static let priceRaised = ChangeKind(
        "price-raised", "the price", .risky, .minor, opposites: ["price-lowered"], why: "readers pay more",
        remedy: "tell readers before the new price holds")
    static let priceLowered = ChangeKind(
        "price-lowered", "the price", .informational, .patch, opposites: ["price-raised"], why: "readers pay less")
    static let priceChanged = ChangeKind(
        "price-changed", "unit and currency of the price", .risky, .minor,
        why: "whether readers pay more cannot be told", remedy: "tell readers what it comes to")

    // MARK: The contract

    static let documents = [
        statusActivated, statusDeprecated, statusDeprecatedWithoutDate, statusRetired, statusWithdrawn, statusChanged,
        contractIDChanged, domainChanged, tenantChanged, limitationsChanged, usageChanged, purposeChanged,
        specificationRaised, specificationLowered, standardChanged,
    ]

    /// A status goes anywhere from anywhere.
    private static let statuses = [
        "status-activated", "status-deprecated", "status-deprecated-without-date", "status-retired",
        "status-withdrawn", "status-changed",
    ]
    static let statusActivated = ChangeKind(
        "status-activated", "status", .compatible, .patch, opposites: statuses, why: "readers can rely on it now")
    static let statusDeprecated = ChangeKind(
        "status-deprecated", "status", .informational, .patch, opposites: statuses,
        why: "it is still there, and readers know until when")
    static let statusDeprecatedWithoutDate = ChangeKind(
        "status-deprecated-without-date", "status", .risky, .minor, opposites: statuses,
        why: "it will go, and readers do not know when",
        remedy: "say when under slaProperties, as endOfSupport or endOfLife")
    static let statusRetired = ChangeKind(
        "status-retired", "status", .breaking, .major, opposites: statuses, why: "readers find no data any more",
        remedy: "deprecate it first, with a date")
    static let statusWithdrawn = ChangeKind(
        "status-withdrawn", "status", .breaking, .major, opposites: statuses,
        why: "what readers rely on may now change at any time",
        remedy: "keep it active, and draft the next version beside it")
    static let statusChanged = ChangeKind(
        "status-changed", "status", .informational, .patch, opposites: statuses, why: "it changes no data")
    static let contractIDChanged = ChangeKind(
        "contract-id-changed", "the contract's id", .breaking, .major,
        why: "data products and rules that refer to the contract do not find it", remedy: "keep the id")
    static let domainChanged = ChangeKind(
        "domain-changed", "the domain", .risky, .minor, why: "another domain answers for the data, by other rules")
    static let tenantChanged = ChangeKind(
        "tenant-changed", "the tenant", .risky, .minor, why: "another organisation answers for the data")
    static let limitationsChanged = ChangeKind(
        "limitations-changed", "what the data must not be used for", .risky, .minor,
        why: "what readers do with the data may no longer be allowed", remedy: "tell readers what is new")
    static let usageChanged = ChangeKind(
        "usage-changed", "how the data is to be used", .risky, .minor,
        why: "what readers do with the data may no longer be what it is for", remedy: "tell readers what is new")
    static let purposeChanged = ChangeKind(
        "purpose-changed", "what the data is for", .informational, .patch, why: "it changes no data")
    static let specificationRaised = ChangeKind(
        "specification-raised", "the version of the standard", .informational, .patch,
        opposites: ["specification-lowered"], why: "the same words mean the same")
    static let specificationLowered = ChangeKind(
        "specification-lowered", "the version of the standard", .risky, .minor, opposites: ["specification-raised"],
        why: "tools that go by the newer version may miss what it has")
    static let standardChanged = ChangeKind(
        "standard-changed", "the standard", .risky, .minor,
        why: "tools that read the old standard cannot read the contract",
        remedy: "tell readers which standard it is now")
}
