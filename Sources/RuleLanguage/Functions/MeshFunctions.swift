internal import CEL

/// Functions about other contracts: a fact that is not at hand until the whole mesh is read.
enum MeshFunctions {
    static let all: [Function] = ["upstreams", "downstreams"].map { name in
        Function(name, [.dyn], .list(.dyn), acceptsAbsent: true) { _, _ in CELValue(.unknown) }
    }
}
