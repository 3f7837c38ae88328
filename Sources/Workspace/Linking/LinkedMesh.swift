internal import Basics
package import Diagnostics
internal import Governance
internal import Mesh
internal import SystemPackage
internal import YAMLTree

/// A mesh that was linked for a question about it, with what could not be read.
package struct LinkedMesh {
    let mesh: Mesh
    /// Digest of each file of the paths, by name.
    let digests: [String: String]
    package let failures: [Report.Failure]
    /// True when nothing was found.
    package var isEmpty: Bool { mesh.units.isEmpty }

    // MARK: Overview

    package var overview: MeshOverview {
        var domains: [String: MeshOverview.Domain] = [:]
        for unit in mesh.units where unit.kind != .agreement {
            let key = unit.domain ?? ""
            var domain = domains[key] ?? MeshOverview.Domain(name: unit.domain)
            if unit.kind == .product { domain.products += 1 } else { domain.contracts += 1 }
            domains[key] = domain
        }
        let counts = Dictionary(grouping: mesh.dependencies, by: \.kind).mapValues(\.count)
        return MeshOverview(
            domains: domains.sorted { ($0.key.isEmpty ? 1 : 0, $0.key) < ($1.key.isEmpty ? 1 : 0, $1.key) }.map(
                \.value),
            agreements: mesh.units.count { $0.kind == .agreement },
            dependencies: Dependency.Kind.allCases.map { ($0.rawValue, counts[$0] ?? 0) }, unknown: mesh.missing.count,
            isComplete: mesh.options.isComplete)
    }

    // MARK: Impact

    /// - Parameter name: `CONTRACT` or `CONTRACT#object.property`; the contract by id, `ID@VERSION` or file.
    /// - Throws: where there is no such contract or element.
    package func impact(of name: String) throws(WorkspaceFault) -> MeshImpactReport {
        var (contract, element): (String, String?) = (name, nil)
        if mesh.contract(named: name) == nil, let hash = name.lastIndex(of: "#") {
            contract = String(name[..<hash])
            element = String(name[name.index(after: hash)...])
        }
        guard let origin = mesh.contract(named: contract) else {
            let ids = mesh.units.filter { $0.kind == .contract }.map(\.id)
            let near = Spelling.nearest(to: contract, among: ids).map { "; did you mean `\($0.shortened)`?" } ?? ""
            throw WorkspaceFault("there is no contract `\(contract.shortened)` under the roots\(near)")
        }
        if let element, !mesh.has(element, in: origin) {
            throw WorkspaceFault(
                "the contract `\(mesh.units[origin].id.shortened)` has no element `\(element.shortened)`: write `object` or `object.property`"
            )
        }
        return report(Impact(of: origin, element, in: mesh))
    }

    private func report(_ impact: Impact) -> MeshImpactReport {
        let origin = mesh.units[impact.origin]
        return MeshImpactReport(
            contract: origin.id, version: origin.version, element: impact.element,
            hits: impact.hits.map { hit in
                let unit = mesh.units[hit.unit]
                return MeshImpactReport.Hit(
                    unit: unit.label, kind: unit.kind.rawValue, element: hit.element, distance: hit.distance,
                    exactness: hit.exactness.rawValue, owner: unit.owner, support: unit.support,
                    path: impact.path(to: hit).map { number in
                        let dependency = mesh.dependencies[number]
                        let evidence = dependency.evidence
                        return MeshImpactReport.Hop(
                            unit: mesh.units[dependency.to].label, element: dependency.toElement ?? evidence.element,
                            place: evidence.spot.place(in: mesh.units[evidence.unit].file))
                    })
            }, unknown: mesh.options.isComplete ? 0 : mesh.missing.count { $0.isOutside })
    }

    // MARK: Graph

    /// - Parameters:
    ///   - nodes: what is a node: a product with the contracts between products as edges, a contract, or a domain.
    ///   - domain: only units of this domain, and what they are linked to directly; nil: all.
    package func graph(by nodes: MeshNodes, domain: String? = nil) -> MeshGraph {
        let isWanted = { (unit: Int) in domain.map { mesh.units[unit].domain == $0 } ?? true }
        var edges: [MeshGraph.Edge] = []
        var used: Set<Int> = []
        func node(of unit: Int) -> String {
            switch nodes {
            case .domain: "domain:\(mesh.units[unit].domain ?? "")"
            default: mesh.units[unit].label
            }
        }
        var seen: Set<String> = []
        func add(_ from: Int, _ to: Int, _ dependency: Dependency) {
            guard isWanted(from) || isWanted(to) else { return }
            let (start, end) = (node(of: from), node(of: to))
            if nodes == .domain, start == end { return }
            used.formUnion([from, to])
            // Of several between the same two, the picture shows one of a kind.
            guard seen.insert("\(start)\u{0}\(end)\u{0}\(nodes == .all ? dependency.kind.rawValue : "")").inserted
            else { return }
            let evidence = dependency.evidence
            edges.append(
                MeshGraph.Edge(
                    from: start, to: end, kind: dependency.kind.rawValue, exactness: dependency.exactness.rawValue,
                    isAssumed: dependency.isAssumed, place: evidence.spot.place(in: mesh.units[evidence.unit].file)))
        }
        for dependency in mesh.dependencies {
            switch nodes {
            case .all: add(dependency.from, dependency.to, dependency)
            case .contract:
                if mesh.units[dependency.from].kind == .contract, mesh.units[dependency.to].kind == .contract {
                    add(dependency.from, dependency.to, dependency)
                }
            case .product, .domain:
                guard dependency.kind == .input else { continue }
                for number in mesh.dependencies(to: dependency.from) {
                    let offer = mesh.dependencies[Int(number)]
                    if offer.kind == .offer { add(offer.from, dependency.to, dependency) }
                }
            }
        }
        return MeshGraph(nodes: graphNodes(nodes, isWanted, used), edges: edges)
    }

    private func graphNodes(_ nodes: MeshNodes, _ isWanted: (Int) -> Bool, _ used: Set<Int>) -> [MeshGraph.Node] {
        var found: [MeshGraph.Node] = []
        var seen: Set<String> = []
        for (index, unit) in mesh.units.enumerated() where isWanted(index) || used.contains(index) {
            switch (nodes, unit.kind) {
            case (_, .agreement), (.product, .contract), (.contract, .product): continue
            case (.domain, _):
                guard seen.insert(unit.domain ?? "").inserted else { continue }
                found.append(
                    MeshGraph.Node(
                        id: "domain:\(unit.domain ?? "")", kind: "domain", name: unit.domain ?? "(no domain)",
                        domain: nil))
            default:
                guard seen.insert(unit.label).inserted else { continue }
                found.append(
                    MeshGraph.Node(
                        id: unit.label, kind: unit.kind.rawValue, name: unit.name ?? unit.id, domain: unit.domain,
                        version: unit.kind == .contract ? unit.version : nil, status: unit.status, file: unit.file))
            }
        }
        return found
    }

    // MARK: Index

    /// Lines of the units under the paths, in the order of the units.
    package var index: [UInt8] {
        mesh.units.filter(\.isJudged).flatMap { unit in InterfaceWriter.line(unit, digest: digests[unit.file]) }
    }
}

/// Kinds of nodes of a picture.
package enum MeshNodes: String, CaseIterable, Sendable {
    case product, contract, domain
    /// Products and contracts with every dependency.
    case all
}

extension Workspace {
    /// Links all that lies under some paths and under the roots that their configurations name.
    ///
    /// - Throws: where it is more than can be linked, or a root cannot be read: a part is not taken for the whole.
    package func mesh(_ options: RunOptions) throws(WorkspaceFault) -> LinkedMesh {
        let scope = scope(options.paths)
        let inputs = Inputs(scope)
        let sections = MeshSections(inputs.files)
        let roots = MeshRoots(
            scope, sections, except: Set(inputs.files.compactMap(\.path)), jobs: options.jobs)
        if !roots.failures.isEmpty { throw WorkspaceFault(roots.failures) }
        let (files, snapshot) = (inputs.files, scope.snapshot)
        let read = sideBySide(files.count, jobs: options.jobs) { index -> Result<(String, [Unit]), FileFault> in
            let file = files[index]
            return Result { () throws(FileFault) in
                let limits = file.configuration.limits
                var raw = file.content ?? []
                if file.content == nil, let path = file.path { raw = try snapshot.read(path, limit: limits.fileBytes) }
                let read = FileUnits(name: file.name, raw: raw, limits, areJudged: true)
                if let fault = read.fault { throw FileFault(fault) }
                return (read.units.isEmpty ? "" : SHA256.hexDigest(of: raw), read.units)
            }
        }
        var units = roots.units
        var digests: [String: String] = [:]
        var failures = self.failures + inputs.failures
        for (file, read) in zip(files, read) {
            switch read {
            case .success((let digest, let found)):
                units += found
                digests[file.name] = digest
            case .failure(let fault): failures.append(Report.Failure(file: file.name, message: fault.message))
            }
        }
        do throws(Mesh.TooLarge) {
            let mesh = try Mesh.linked(units, sections.options(today: options.today))
            return LinkedMesh(mesh: mesh, digests: digests, failures: failures)
        } catch {
            throw WorkspaceFault(error.message)
        }
    }
}

extension Workspace {
    /// Answer to whether a file holds exactly some bytes.
    package func holds(_ bytes: [UInt8], in given: GivenPath) throws(WorkspaceFault) -> Bool {
        let (path, name) = located(given)
        do throws(FileFault) {
            return try FileReading.read(path, limit: bytes.count + 1) == bytes
        } catch {
            throw WorkspaceFault(error.message, file: name)
        }
    }

    /// Writes a file whole or not at all.
    package func write(_ bytes: [UInt8], to given: GivenPath) throws(WorkspaceFault) {
        let (path, name) = located(given)
        do throws(FileFault) {
            try FileWriting.write(to: path) { sink in bytes.withUnsafeBufferPointer { sink($0) } }
        } catch {
            throw WorkspaceFault(error.message, file: name)
        }
    }
}
