internal import CEL

/// Functions about other contracts: a fact that is not at hand until the whole mesh is read.
enum MeshFunctions {
    static let all: [Function] = [
        ("upstreams", "What a contract or product is made from: not known until the whole mesh is read"),
        ("downstreams", "What is made from a contract or product: not known until the whole mesh is read"),
    ].map { name, meaning in
        Function(
            means: meaning, Overload(name, [.dyn], .list(.dyn), acceptsAbsent: true) { _, _ in CELValue(.unknown) })
    }
}
