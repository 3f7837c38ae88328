internal import CEL

/// Functions about other contracts: what a product names of them. What the mesh makes of it is no function: a rule sees one
/// document, and what is not at hand would be neither held nor broken.
enum MeshFunctions {
    static let all: [Function] = [
        Function(
            "declaresInput",
            means:
                "Whether an input port of a product names the contract with this id; with a third argument whether one does in this version or in whatever version",
            [
                Overload("declaresInput", [.object("product"), .string], .bool) { arguments, evaluation in
                    let id = evaluation.text(of: arguments[1])
                    return .bool(evaluation.model.declaredInputs(of: arguments[0]).contains(id))
                },
                Overload("declaresInput_version", [.object("product"), .string, .string], .bool) {
                    arguments, evaluation in
                    let (id, version) = (evaluation.text(of: arguments[1]), evaluation.text(of: arguments[2]))
                    let declared = evaluation.model.declaredInputs(of: arguments[0])
                    return .bool(declared.contains(id, version: version))
                },
            ])
    ]
}
