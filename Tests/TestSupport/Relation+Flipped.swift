package import Diagnostics

extension Relation {
    /// The relation of the old values to the new.
    package var flipped: Relation {
        switch self {
        case .narrows: .widens
        case .widens: .narrows
        default: self
        }
    }
}
