package import YAMLTree

/// What a contract says to a question of yes or no.
package enum Claim {
    case yes, no, absent
    /// Something else, which the standard's own rules report.
    case unclear

    /// ODCS 2.2.0 and 2.2.1 write truth as text.
    package init(_ tree: YAMLTree, _ node: NodeID) {
        if let truth = tree.boolean(of: node) {
            self = truth ? .yes : .no
        } else {
            switch tree.text(of: node).lowercased() {
            case "true", "yes", "y": self = .yes
            case "false", "no", "n": self = .no
            default: self = .unclear
            }
        }
    }
}
