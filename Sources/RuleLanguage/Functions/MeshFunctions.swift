internal import CEL

/// Functions about other contracts: what a product names of them, and a fact that is not at hand until the whole mesh is read.
enum MeshFunctions {
    static let all: [Function] =
        [
            Function(
                "declaresInput",
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
        + ["upstreams", "downstreams"].map { name in
            Function(name, [.dyn], .list(.dyn), acceptsAbsent: true) { _, _ in CELValue(.unknown) }
        }
}
