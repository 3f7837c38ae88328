internal import Basics

/// References by file, or by the id of a contract.
extension Linker {
    /// Contracts of a file, by its path from the folder of another contract's.
    mutating func units(inFile path: String, from contract: Int) -> [Int]? {
        byFile[RelativePath.joined(path, to: units[contract].file)]
    }

    func unit(ofID id: String) -> [Int]? {
        if case .found(let index) = names.resolve(.contract, id, nil) { [index] } else { nil }
    }

    mutating func linkReferences(_ contract: Int) {
        for reference in units[contract].references {
            let found = units(inFile: reference.file, from: contract) ?? unit(ofID: reference.file)
            guard let found else {
                // A name that is no path names a contract, and none has it.
                if !reference.isJudged, reference.isName {
                    strays.append(
                        Mesh.StrayReference(
                            unit: contract, reference: reference,
                            problem: "there is no file and no contract \(Self.quoted(reference.file))"))
                }
                continue
            }
            var problem: String?
            var isThere = false
            for unit in found where !isThere {
                switch elements(of: unit).element(reference.path) {
                case .missing(let words): problem = problem ?? words
                case .unreadable: isThere = true
                case .object(let path), .property(let path):
                    isThere = true
                    if unit == contract { continue }
                    dependencies.append(
                        Dependency(
                            kind: .reference, from: unit, to: contract, exactness: .property, flows: false,
                            fromElement: path, toElement: reference.element,
                            evidence: .init(unit: contract, spot: reference.spot, element: reference.element)))
                }
            }
            if !isThere, let problem, !reference.isJudged, !found.contains(where: { units[$0].isIncomplete }) {
                strays.append(
                    Mesh.StrayReference(
                        unit: contract, reference: reference,
                        problem: "in \(Self.quoted(reference.file)) \(problem)"))
            }
        }
    }

    mutating func link(_ found: [Int], _ path: String, of contract: Int, element: String, spot: Spot) {
        for unit in found where unit != contract {
            let (from, exactness): (String, Dependency.Exactness)
            switch elements(of: unit).element(path) {
            case .object(let name): (from, exactness) = (name, .object)
            case .property(let name): (from, exactness) = (name, .property)
            case .missing(let words):
                missing.append(
                    Missing(
                        use: .source, unit: contract, kind: .contract, id: path, element: element, spot: spot,
                        detail: "in \(Self.quoted(units[unit].file)) \(words)"))
                return
            case .unreadable: continue
            }
            dependencies.append(
                Dependency(
                    kind: .lineage, from: unit, to: contract, exactness: exactness, fromElement: from,
                    toElement: element, evidence: .init(unit: contract, spot: spot, element: element)))
            return
        }
    }
}

extension Unit.Reference {
    /// True when what stands before `#` is no path of a file, so that it may be the id of a contract.
    package var isName: Bool {
        !file.contains("/") && !file.contains(":")
            && ![".yaml", ".yml", ".json"].contains { file.lowercased().hasSuffix($0) }
    }
}

/// Paths of files by names alone.
enum RelativePath {
    /// A path that counts from the folder of a file, as it is from where the file's own path counts.
    static func joined(_ path: String, to file: String) -> String {
        if path.hasPrefix("/") { return path }
        var parts = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
        for step in path.split(separator: "/") where step != "." {
            if step == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else {
                parts.append(String(step))
            }
        }
        return parts.joined(separator: "/")
    }
}
