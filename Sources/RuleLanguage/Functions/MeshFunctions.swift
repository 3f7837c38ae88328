internal import CEL

/// Functions about other contracts: what a product names of them, and a fact that is not at hand until the whole mesh is read.
enum MeshFunctions {
    static let all: [Function] =
        [
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
        + [
            ("upstreams", "What a contract or product is made from: not known until the whole mesh is read"),
            ("downstreams", "What is made from a contract or product: not known until the whole mesh is read"),
        ].map { name, meaning in
            Function(
                means: meaning,
                Overload(name, [.dyn], .list(.dyn), acceptsAbsent: true) { _, _ in CELValue(.unknown) })
        }
}
