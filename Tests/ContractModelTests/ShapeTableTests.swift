import ContractModel
import Testing

/// What holds for the table of every standard.
@Suite struct ShapeTableTests {
    @Test(arguments: Standard.allCases)
    func everyNamedShapeIsThereAndReached(_ standard: Standard) {
        let table = standard.table
        let names = table.shapes.map(\.name)
        #expect(Set(names).count == names.count)

        var reached: Set<String> = []
        var waiting = [names[0]]
        while let name = waiting.popLast() {
            guard reached.insert(name).inserted else { continue }
            guard let shape = table.shapes.first(where: { $0.name == name }) else {
                Issue.record("no shape is named \(name)")
                continue
            }
            waiting += shape.scopes.flatMap(\.rows).flatMap { shapes(in: $0.kind) }
        }
        #expect(reached == Set(names))
    }

    @Test(arguments: Standard.allCases)
    func aKeyHasOneRowAVersion(_ standard: Standard) {
        for shape in standard.table.shapes {
            for scope in shape.scopes {
                for version in standard.versions where scope.versions.contains(version) {
                    let keys = scope.rows.filter { $0.versions.contains(version) }.map(\.key)
                    let twice = keys.filter { key in keys.count { $0 == key } > 1 }
                    #expect(twice.isEmpty, "\(shape.name) (\(scope.noun)) in \(version)")
                }
            }
        }
    }

    @Test(arguments: Standard.allCases)
    func everyRowHoldsSomewhereAndSaysWhatItIs(_ standard: Standard) {
        for shape in standard.table.shapes {
            for scope in shape.scopes {
                for row in scope.rows {
                    let place: Comment = "\(shape.name).\(row.key.rawValue) (\(scope.noun))"
                    let isRejected = row.prose?.claim == .rejectedBySchema
                    #expect(isRejected || standard.versions.contains(where: row.versions.contains), place)
                    #expect(row.doc.first?.isUppercase == true && !row.doc.hasSuffix(".") && row.doc.count < 100, place)
                }
            }
        }
    }

    @Test(arguments: Standard.allCases)
    func aDeprecationNamesAVersionAndAWayOut(_ standard: Standard) {
        for shape in standard.table.shapes {
            for row in shape.scopes.flatMap(\.rows) {
                guard let deprecated = row.deprecated else { continue }
                let place: Comment = "\(shape.name).\(row.key.rawValue)"
                #expect(standard.versions.contains(deprecated.versions.first), place)
                #expect(row.versions.contains(deprecated.versions.first), place)
                #expect(deprecated.successor.first?.isLowercase == true && !deprecated.successor.hasSuffix("."), place)
            }
        }
    }

    @Test(arguments: Standard.allCases)
    func aMistakeIsUnknownToSomeVersion(_ standard: Standard) {
        for shape in standard.table.shapes {
            for name in shape.mistakes.keys {
                let rows = shape.rows.filter { $0.key.rawValue == name }
                let unknowing = standard.versions.filter { version in !rows.contains { $0.versions.contains(version) } }
                #expect(!unknowing.isEmpty, "\(shape.name).\(name)")
            }
            for advice in shape.mistakes.values {
                #expect(advice.first?.isUppercase == true && !advice.hasSuffix("."), "\(shape.name): \(advice)")
            }
        }
    }

    @Test(arguments: Standard.allCases)
    func aVariantCanHold(_ standard: Standard) {
        for shape in standard.table.shapes {
            for variant in shape.variants {
                for version in standard.versions where variant.versions.contains(version) {
                    for case .equals(let key, let value) in variant.conditions {
                        let kind = shape.rows.first { $0.key == key && $0.versions.contains(version) }?.kind
                        #expect(kind != nil, "\(shape.name) has no \(key.rawValue) in \(version)")
                        let allowed = kind?.allowed ?? []
                        #expect(allowed.isEmpty || allowed.contains(value), "\(variant.noun) in \(version)")
                    }
                    let known = variant.rows.filter { $0.versions.contains(version) }.map(\.key)
                    #expect(variant.exactlyOne.allSatisfy(known.contains), "\(variant.noun) in \(version)")
                }
            }
        }
    }

    private func shapes(in kind: Kind) -> [String] {
        var found = kind.shape.map { [$0] } ?? []
        if let items = kind.items { found += shapes(in: items.kind.value) }
        if let entries = kind.entries {
            found += shapes(in: entries.kind.value) + entries.except.values.flatMap { shapes(in: $0.value) }
        }
        return found
    }
}

extension Shape {
    /// Rows that stand together: those of the shape itself, and those of each variant.
    fileprivate var scopes: [(noun: String, versions: Versions, rows: [Row])] {
        [(noun, .all, rows)] + variants.map { ($0.noun, $0.versions, $0.rows) }
    }
}
