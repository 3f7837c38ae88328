package import ContractModel

/// The type of a property's values, whatever their storage, in ODCS 3.2's words and two of DCS's.
package enum LogicalType: String, CaseIterable, Sendable {
    case string, date, timestamp, time, number, integer, object, array, boolean, map, vector
    /// DCS `bytes`; ODCS has no word for it.
    case bytes
    /// DCS `json` and `variant`: any value at all.
    case any

    /// - Parameters:
    ///   - word: what the contract writes.
    /// - Returns: nil for a word that the standard does not know, and for DCS's `null`.
    package init?(_ word: String, standard: Standard, version: Version) {
        if standard == .dcs {
            guard let type = Self.dcsWords[word] else { return nil }
            self = type
        } else if version < Version(3, 0, 0) {
            // ODCS 2 takes any text: its examples use the words of 3, people those of their database.
            guard let type = Self(rawValue: word.lowercased()) ?? Self.dcsWords[word.lowercased()] else { return nil }
            self = type
        } else {
            guard let type = Self(rawValue: word), type != .bytes, type != .any else { return nil }
            self = type
        }
    }

    /// DCS 1.2.1, "Data Types" (https://datacontract-specification.com/#data-types): several words mean one type.
    private static let dcsWords: [String: LogicalType] = [
        "string": .string, "text": .string, "varchar": .string,
        "number": .number, "decimal": .number, "numeric": .number, "float": .number, "double": .number,
        "int": .integer, "integer": .integer, "long": .integer, "bigint": .integer,
        "timestamp": .timestamp, "timestamp_tz": .timestamp, "timestamp_ntz": .timestamp,
        "date": .date, "time": .time, "boolean": .boolean,
        "array": .array, "object": .object, "record": .object, "struct": .object, "map": .map,
        "bytes": .bytes, "variant": .any, "json": .any,
    ]
}
