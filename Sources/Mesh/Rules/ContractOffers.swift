internal import Basics

/// Products that offer a contract, and who has said what is needed of it: found once, since many ports may read one contract.
struct ContractOffers {
    /// The first ones, as many as a finding shows.
    private(set) var shown: [Dependency] = []
    /// True when an output port offers it that is active, as its product is or by its own status.
    private(set) var isActive = false
    /// The first of each product, and one more of them than a finding shows.
    private(set) var products: [Dependency] = []
    private var ids: Set<ExactText> = []
    private var domains: Set<String> = []
    /// Products that state their needs of it.
    private var consumers: Set<ExactText> = []
    private var isNeededByAny = false

    /// Domain of the products that offer it, where it is one.
    var domain: String? { domains.count == 1 ? domains.first : nil }

    func byAnother(than id: String, _ units: [Unit]) -> Dependency? {
        products.prefix(2).first { units[$0.from].id != id }
    }

    func isNeedStated(by id: String) -> Bool { isNeededByAny || consumers.contains(ExactText(id)) }

    static func all(in mesh: Mesh) -> [Int: ContractOffers] {
        var all: [Int: ContractOffers] = [:]
        var ports: [Int: [String: String?]] = [:]
        for dependency in mesh.dependencies {
            switch dependency.kind {
            case .offer:
                let product = mesh.units[dependency.from]
                if ports[dependency.from] == nil {
                    ports[dependency.from] = Dictionary(
                        product.outputs.map { ($0.path, $0.status) }, uniquingKeysWith: { first, _ in first })
                }
                let status = dependency.evidence.element.flatMap { ports[dependency.from]?[$0] } ?? nil
                all[dependency.to, default: ContractOffers()].add(
                    dependency, mesh.units, isActive: Lifecycle.isActive(status ?? product.status))
            case .need:
                let consumer = mesh.units[dependency.to].consumer
                all[dependency.from, default: ContractOffers()].addNeed(of: consumer)
            default: break
            }
        }
        return all
    }

    private mutating func add(_ offer: Dependency, _ units: [Unit], isActive: Bool) {
        if products.count <= MeshFinding.mostRelated, ids.insert(ExactText(units[offer.from].id)).inserted {
            products.append(offer)
        }
        if shown.count < MeshFinding.mostRelated { shown.append(offer) }
        if isActive { self.isActive = true }
        if let domain = units[offer.from].domain, domains.count < 2 { domains.insert(domain) }
    }

    private mutating func addNeed(of consumer: String?) {
        if let consumer { consumers.insert(ExactText(consumer)) } else { isNeededByAny = true }
    }
}
