internal import Basics

/// Reads interface files: lines of JSON that `mesh index` wrote. A file with a fault gives no unit at all.
package enum InterfaceReader {
    package struct Fault: Error {
        package let line: Int
        package let message: String
    }

    /// Name that such files end with.
    package static let ending = ".mesh.ndjson"
    package static let mostBytes = 4 << 30
    private static let longestLine = 256 << 20

    package static func units(_ raw: [UInt8]) throws(Fault) -> [Unit] {
        var units: [Unit] = []
        var start = 0
        var number = 0
        while start < raw.count {
            let end = raw[start...].firstIndex(of: 0x0A) ?? raw.count
            number += 1
            let line = raw[start..<end]
            start = end + 1
            if line.allSatisfy({ $0 <= 0x20 }) { continue }
            if line.count > longestLine { throw Fault(line: number, message: "the line is too long") }
            do throws(JSONText.Fault) {
                units.append(try unit(try JSONText(line)))
            } catch {
                throw Fault(line: number, message: error.message)
            }
        }
        return units
    }

    private static func unit(_ json: JSONText) throws(JSONText.Fault) -> Unit {
        guard case .object = json, let form = json["mesh"] else {
            throw JSONText.Fault(message: "this is no line of an interface file; `contractlint mesh index` writes them")
        }
        guard form.integer == InterfaceWriter.form else {
            throw JSONText.Fault(
                message:
                    "it is written in another form than \(InterfaceWriter.form): write it again with `contractlint mesh index`"
            )
        }
        guard let kind = json["kind"]?.text.flatMap(Unit.Kind.init), let id = json["id"]?.text, !id.isEmpty,
            id.utf8.count <= UnitReader.longestID
        else { throw JSONText.Fault(message: "it says no kind, or no id that can be one") }
        var unit = Unit(
            kind, id: id, standard: json["standard"]?.text ?? "", file: try text("file", of: json), offset: -1,
            spot: try spot("place", of: json))
        unit.isJudged = false
        unit.version = json["version"]?.text
        unit.name = json["name"]?.text
        unit.domain = json["domain"]?.text
        unit.tenant = json["tenant"]?.text
        unit.status = json["status"]?.text
        unit.owner = json["owner"]?.text
        unit.support = json["support"]?.text
        unit.archetype = json["archetype"]?.text
        unit.successor = json["successor"]?.text
        unit.consumes = try target("consumes", of: json)
        unit.consumer = json["consumer"]?.text
        unit.tags = texts("tags", of: json)
        unit.isIncomplete = json["incomplete"]?.truth ?? false
        if json["archetypePlace"] != nil { unit.archetypeSpot = try spot("archetypePlace", of: json) }
        for item in items("servers", of: json) {
            unit.servers.append(
                Unit.Server(
                    name: item["name"]?.text, type: item["type"]?.text, environment: item["environment"]?.text,
                    location: texts("location", of: item), database: item["database"]?.text,
                    schema: item["schema"]?.text, foldsCase: item["foldsCase"]?.truth ?? false))
        }
        for item in items("objects", of: json) { unit.objects.append(try object(item)) }
        for item in items("levels", of: json) {
            unit.levels.append(
                Unit.Level(
                    name: try text("name", of: item), path: try text("path", of: item), element: item["element"]?.text,
                    value: try text("value", of: item), unit: item["unit"]?.text,
                    isUnlimited: item["unlimited"]?.truth ?? false, spot: try spot("place", of: item)))
        }
        for item in items("inputs", of: json) {
            unit.inputs.append(
                Unit.InputPort(
                    name: try text("name", of: item), contract: try target("contract", of: item),
                    spot: try spot("place", of: item)))
        }
        for item in items("outputs", of: json) {
            var port = Unit.OutputPort(
                name: try text("name", of: item), id: item["id"]?.text, contract: try target("contract", of: item),
                status: item["status"]?.text, spot: try spot("place", of: item))
            for input in items("inputs", of: item) { port.inputs.append(try target(input)) }
            unit.outputs.append(port)
        }
        for item in items("references", of: json) {
            unit.references.append(
                Unit.Reference(
                    file: try text("file", of: item), path: try text("path", of: item), element: item["element"]?.text,
                    spot: try spot("place", of: item), isJudged: true))
        }
        if let agreement = json["agreement"] { unit.agreement = try self.agreement(agreement) }
        return unit
    }

    private static func object(_ json: JSONText) throws(JSONText.Fault) -> Unit.Object {
        var object = Unit.Object(
            name: try text("name", of: json), id: json["id"]?.text, physicalName: json["physicalName"]?.text,
            spot: try spot("place", of: json))
        object.sources = try sources(of: json)
        for item in items("properties", of: json) {
            var property = Unit.Property(
                path: try text("path", of: item), name: try text("name", of: item), spot: try spot("place", of: item))
            property.id = item["id"]?.text
            property.physicalName = item["physicalName"]?.text
            property.logicalType = item["logicalType"]?.text
            property.family = item["physicalFamily"]?.text
            property.unit = item["unit"]?.text
            property.format = item["format"]?.text
            property.values = texts("values", of: item)
            property.classification = item["classification"]?.text
            property.tags = texts("tags", of: item)
            property.isPersonal = item["personal"]?.truth
            property.definitions = texts("definitions", of: item)
            property.sources = try sources(of: item)
            object.properties.append(property)
        }
        return object
    }

    private static func sources(of json: JSONText) throws(JSONText.Fault) -> [Unit.Source] {
        var sources: [Unit.Source] = []
        for item in items("sources", of: json) {
            sources.append(
                Unit.Source(
                    table: try text("table", of: item), namespace: item["namespace"]?.text, field: item["field"]?.text,
                    spot: try spot("place", of: item)))
        }
        return sources
    }

    private static func agreement(_ json: JSONText) throws(JSONText.Fault) -> Unit.Agreement {
        var agreement = Unit.Agreement()
        agreement.status = json["status"]?.text
        agreement.active = json["active"]?.truth
        agreement.start = json["start"]?.text.flatMap { Day($0)?.number }
        agreement.end = json["end"]?.text.flatMap { Day($0)?.number }
        agreement.reassessment = json["reassessment"]?.text.flatMap { Day($0)?.number }
        if json["reassessmentPlace"] != nil { agreement.reassessmentSpot = try spot("reassessmentPlace", of: json) }
        agreement.product = try target("product", of: json)
        agreement.port = try target("port", of: json)
        agreement.contract = try target("contract", of: json)
        agreement.consumer = try target("consumer", of: json)
        agreement.isOfPeople = json["people"]?.truth ?? false
        agreement.consumerContract = json["consumerContract"]?.text
        return agreement
    }

    // MARK: Parts

    private static func items(_ key: String, of json: JSONText) -> [JSONText] { json[key]?.items ?? [] }
    private static func texts(_ key: String, of json: JSONText) -> [String] { items(key, of: json).compactMap(\.text) }

    private static func text(_ key: String, of json: JSONText) throws(JSONText.Fault) -> String {
        guard let text = json[key]?.text else { throw JSONText.Fault(message: "`\(key)` is missing") }
        return text
    }

    private static func spot(_ key: String, of json: JSONText) throws(JSONText.Fault) -> Spot {
        guard let spot = Spot(lines: items(key, of: json).compactMap(\.integer)) else {
            throw JSONText.Fault(message: "`\(key)` is no place")
        }
        return spot
    }

    private static func target(_ key: String, of json: JSONText) throws(JSONText.Fault) -> Unit.Target? {
        guard let own = json[key] else { return nil }
        return try target(own)
    }

    private static func target(_ json: JSONText) throws(JSONText.Fault) -> Unit.Target {
        Unit.Target(
            id: try text("id", of: json), version: json["version"]?.text, spot: try spot("place", of: json),
            versionSpot: json["versionPlace"] == nil ? nil : try spot("versionPlace", of: json))
    }
}
