package import Diagnostics

extension LogicalType {
    /// Relation of the values of another type, the new one, to those of this.
    ///
    /// Whole numbers are numbers, and DCS's `json` holds anything; text is no top: a reader of numbers cannot read them
    /// as text. `unknown`: a date read as a timestamp, or the other way round, is the same day said otherwise.
    package func relation(to new: LogicalType) -> Relation {
        switch (self, new) {
        case _ where self == new: .equal
        case (_, .any), (.integer, .number): .widens
        case (.any, _), (.number, .integer): .narrows
        case (.date, .timestamp), (.timestamp, .date): .unknown
        default: .disjoint
        }
    }

    /// True when values have parts, and of which kind.
    package var structure: Structure {
        switch self {
        case .array, .vector: .list
        case .object: .record
        case .map: .map
        case .any: .any
        default: .single
        }
    }

    package enum Structure: Sendable { case single, list, record, map, any }
}
