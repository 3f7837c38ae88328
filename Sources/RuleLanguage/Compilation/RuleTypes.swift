internal import CEL

/// The contract model as one rule sees it: with its own parameters.
struct RuleTypes: TypeProvider {
    static let params = "params"

    let parameters: [String: FieldDeclaration]

    /// - Parameter parameters: names and types, in the order of their values.
    init(_ parameters: [(name: String, type: CELType)]) {
        var fields: [String: FieldDeclaration] = [:]
        for (index, parameter) in parameters.enumerated() {
            let form = FieldForm(kind: .param, key: UInt16(truncatingIfNeeded: index))
            fields[parameter.name] = FieldDeclaration(parameter.type, number: form.number, isOptional: false)
        }
        self.parameters = fields
    }

    func field(_ name: String, of type: String) -> FieldDeclaration? {
        type == Self.params ? parameters[name] : ModelTypes.shared.field(name, of: type)
    }

    func fieldNames(of type: String) -> [String]? {
        type == Self.params ? parameters.keys.sorted() : ModelTypes.shared.fieldNames(of: type)
    }
}
