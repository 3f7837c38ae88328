internal import Basics

/// Writes interfaces as lines of JSON: a unit a line, the same bytes for the same unit.
package struct InterfaceWriter {
    private var bytes: [UInt8] = []
    /// True where a comma comes before the next member or item.
    private var needsComma = false

    /// The form of the lines; it rises when older programs would read them wrong.
    static let form = 1

    /// One line, with the break at its end.
    ///
    /// - Parameter digest: of the file that the unit stands in.
    package static func line(_ unit: Unit, digest: String?) -> [UInt8] {
        var writer = InterfaceWriter()
        writer.write(unit, digest)
        writer.bytes.append(0x0A)
        return writer.bytes
    }

    private mutating func write(_ unit: Unit, _ digest: String?) {
        object {
            $0.member("mesh", Self.form)
            $0.member("kind", unit.kind.rawValue)
            $0.member("id", unit.id)
            $0.member("version", unit.version)
            $0.member("standard", unit.standard)
            $0.member("name", unit.name)
            $0.member("domain", unit.domain)
            $0.member("tenant", unit.tenant)
            $0.member("status", unit.status)
            $0.member("owner", unit.owner)
            $0.member("support", unit.support)
            $0.member("archetype", unit.archetype)
            $0.member("successor", unit.successor)
            $0.member("consumes", unit.consumes)
            $0.member("consumer", unit.consumer)
            $0.member("tags", unit.tags)
            $0.list("servers", unit.servers) { $0.write($1) }
            $0.list("objects", unit.objects) { $0.write($1) }
            $0.list("levels", unit.levels) { $0.write($1) }
            $0.list("inputs", unit.inputs) { writer, port in
                writer.object {
                    $0.member("name", port.name)
                    $0.member("contract", port.contract)
                    $0.member("place", port.spot)
                }
            }
            $0.list("outputs", unit.outputs) { $0.write($1) }
            if let agreement = unit.agreement { $0.write(agreement) }
            $0.list("references", unit.references) { writer, reference in
                writer.object {
                    $0.member("file", reference.file)
                    $0.member("path", reference.path)
                    $0.member("element", reference.element)
                    $0.member("place", reference.spot)
                }
            }
            $0.member("file", unit.file)
            $0.member("place", unit.spot)
            if let spot = unit.archetypeSpot { $0.member("archetypePlace", spot) }
            if unit.isIncomplete { $0.member("incomplete", true) }
            $0.member("digest", digest)
        }
    }

    private mutating func write(_ server: Unit.Server) {
        object {
            $0.member("name", server.name)
            $0.member("type", server.type)
            $0.member("environment", server.environment)
            $0.member("location", server.location)
            $0.member("database", server.database)
            $0.member("schema", server.schema)
            if server.foldsCase { $0.member("foldsCase", true) }
        }
    }

    private mutating func write(_ object: Unit.Object) {
        self.object {
            $0.member("name", object.name)
            $0.member("id", object.id)
            $0.member("physicalName", object.physicalName)
            $0.list("properties", object.properties) { $0.write($1) }
            $0.list("sources", object.sources) { $0.write($1) }
            $0.member("place", object.spot)
        }
    }

    private mutating func write(_ property: Unit.Property) {
        object {
            $0.member("path", property.path)
            $0.member("name", property.name)
            $0.member("id", property.id)
            $0.member("physicalName", property.physicalName)
            $0.member("logicalType", property.logicalType)
            $0.member("physicalFamily", property.family)
            $0.member("unit", property.unit)
            $0.member("format", property.format)
            $0.member("values", property.values)
            $0.member("classification", property.classification)
            $0.member("tags", property.tags)
            if let isPersonal = property.isPersonal { $0.member("personal", isPersonal) }
            $0.member("definitions", property.definitions)
            $0.list("sources", property.sources) { $0.write($1) }
            $0.member("place", property.spot)
        }
    }

    private mutating func write(_ source: Unit.Source) {
        object {
            $0.member("table", source.table)
            $0.member("namespace", source.namespace)
            $0.member("field", source.field)
            $0.member("place", source.spot)
        }
    }

    private mutating func write(_ level: Unit.Level) {
        object {
            $0.member("name", level.name)
            $0.member("path", level.path)
            $0.member("element", level.element)
            $0.member("value", level.value)
            $0.member("unit", level.unit)
            if level.isUnlimited { $0.member("unlimited", true) }
            $0.member("place", level.spot)
        }
    }

    private mutating func write(_ port: Unit.OutputPort) {
        object {
            $0.member("name", port.name)
            $0.member("id", port.id)
            $0.member("contract", port.contract)
            $0.member("status", port.status)
            $0.list("inputs", port.inputs) { $0.write($1) }
            $0.member("place", port.spot)
        }
    }

    private mutating func write(_ agreement: Unit.Agreement) {
        key("agreement")
        object {
            $0.member("status", agreement.status)
            if let active = agreement.active { $0.member("active", active) }
            if let day = agreement.start { $0.member("start", Day(number: day).text) }
            if let day = agreement.end { $0.member("end", Day(number: day).text) }
            if let day = agreement.reassessment { $0.member("reassessment", Day(number: day).text) }
            if let spot = agreement.reassessmentSpot { $0.member("reassessmentPlace", spot) }
            $0.member("product", agreement.product)
            $0.member("port", agreement.port)
            $0.member("contract", agreement.contract)
            $0.member("consumer", agreement.consumer)
            if agreement.isOfPeople { $0.member("people", true) }
            $0.member("consumerContract", agreement.consumerContract)
        }
    }

    private mutating func write(_ target: Unit.Target) {
        object {
            $0.member("id", target.id)
            $0.member("version", target.version)
            $0.member("place", target.spot)
            if let spot = target.versionSpot { $0.member("versionPlace", spot) }
        }
    }

    // MARK: JSON

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func object(_ body: (inout InterfaceWriter) -> Void) {
        separate()
        bytes.append(UInt8(ascii: "{"))
        needsComma = false
        body(&self)
        bytes.append(UInt8(ascii: "}"))
        needsComma = true
    }

    private mutating func list<Item>(
        _ name: String, _ items: [Item], _ body: (inout InterfaceWriter, Item) -> Void
    ) {
        if items.isEmpty { return }
        key(name)
        bytes.append(UInt8(ascii: "["))
        needsComma = false
        for item in items { body(&self, item) }
        bytes.append(UInt8(ascii: "]"))
        needsComma = true
    }

    private mutating func key(_ name: String) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    private mutating func member(_ name: String, _ text: String?) {
        guard let text else { return }
        key(name)
        quote(Secrets.redacted(text))
        needsComma = true
    }

    private mutating func member(_ name: String, _ number: Int) {
        key(name)
        bytes.append(contentsOf: String(number).utf8)
        needsComma = true
    }

    private mutating func member(_ name: String, _ truth: Bool) {
        key(name)
        bytes.append(contentsOf: (truth ? "true" : "false").utf8)
        needsComma = true
    }

    private mutating func member(_ name: String, _ target: Unit.Target?) {
        guard let target else { return }
        key(name)
        write(target)
    }

    private mutating func member(_ name: String, _ texts: [String]) {
        list(name, texts) { writer, text in
            writer.separate()
            writer.quote(Secrets.redacted(text))
        }
    }

    private mutating func member(_ name: String, _ spot: Spot) {
        key(name)
        bytes.append(contentsOf: "[\(spot.lines.map(String.init).joined(separator: ","))]".utf8)
        needsComma = true
    }

    /// RFC 8259, section 7; what would be unsafe in a terminal is escaped as well.
    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22, 0x5C:
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(UInt8(scalar.value))
            case ..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
                let hex = String(scalar.value, radix: 16)
                bytes.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - hex.count) + hex).utf8)
            default: bytes.append(contentsOf: String(scalar).utf8)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
