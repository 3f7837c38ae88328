/// One evaluation after another: the memory they build in, their errors, their budget. Not shared between threads.
package final class Evaluation {
    /// Whoever owns the objects.
    package let host: any Host
    /// State that changes while a program runs, apart from the object: reached without the checks of a class's properties.
    let state: UnsafeMutablePointer<State>
    private let steps: Int
    private let bytes: Int

    struct State {
        var memory = Memory()
        var steps: Int
        var bytes: Int
        /// Words of errors beyond their kind.
        var messages: [String] = []
        var patterns = PatternCache()
        /// Of the evaluation that runs.
        var variables: UnsafePointer<Value>
        var program: Unmanaged<Program>?
        /// Values of a program's own while it runs; a program with more, or one within another, gets another frame.
        let frame: UnsafeMutablePointer<Value>
        var isRunning = false

        static let frameSize = 64

        init(steps: Int, bytes: Int) {
            self.steps = steps
            self.bytes = bytes
            frame = .allocate(capacity: Self.frameSize)
            variables = UnsafePointer(frame)
        }
    }

    /// Steps an evaluation may take unless told otherwise: about a second's worth.
    package static let steps = 20_000_000
    /// Bytes an evaluation may build unless told otherwise.
    package static let bytes = 64 << 20

    /// - Parameters:
    ///   - host: who owns the objects that expressions speak of. Kept: a host that keeps its evaluation makes a cycle.
    ///   - steps: the most an evaluation may take: each iteration, each element copied or compared counts.
    ///   - bytes: the most an evaluation may build.
    package init(host: (any Host)? = nil, steps: Int = Evaluation.steps, bytes: Int = Evaluation.bytes) {
        self.host = host ?? NoHost()
        self.steps = steps
        // Lengths are 32 bits wide.
        self.bytes = min(bytes, 1 << 31)
        state = .allocate(capacity: 1)
        state.initialize(to: State(steps: steps, bytes: self.bytes))
    }

    deinit {
        state.pointee.memory.release()
        state.pointee.frame.deallocate()
        state.deinitialize(count: 1)
        state.deallocate()
    }

    /// Forgets all that was built: no value of an earlier evaluation is good after this. The budget begins anew.
    package func reset() {
        state.pointee.memory.reset()
        if !state.pointee.messages.isEmpty { state.pointee.messages.removeAll(keepingCapacity: true) }
        refill()
    }

    func refill() {
        state.pointee.steps = steps
        state.pointee.bytes = bytes
    }
}

/// The budget.
extension Evaluation {
    /// Takes steps from the budget.
    ///
    /// - Returns: false when it is used up: stop, and return `overBudget`.
    @discardableResult
    package func charge(steps count: Int) -> Bool {
        state.pointee.steps &-= count
        return state.pointee.steps >= 0
    }

    /// Takes bytes from the budget. What is made through `string`, `list` and their like is charged there.
    ///
    /// - Returns: false when it is used up: stop, and return `overBudget`.
    @discardableResult
    package func charge(bytes count: Int) -> Bool {
        if count > state.pointee.bytes {
            state.pointee.bytes = -1
            return false
        }
        state.pointee.bytes &-= count
        return true
    }

    /// Steps that the last evaluation has taken.
    @inline(__always)
    package var stepsTaken: Int { steps &- state.pointee.steps }

    /// True when steps or bytes are used up.
    package var isOverBudget: Bool { state.pointee.steps < 0 || state.pointee.bytes < 0 }

    package var overBudget: Value { .error(.overBudget) }
}

/// Errors.
extension Evaluation {
    /// An error of a function's. The evaluator adds the node of the call.
    package func error(_ message: String) -> Value { error(.invalidArgument, message) }

    package func error(_ kind: EvaluationError.Kind, _ message: String? = nil) -> Value {
        guard let message, charge(bytes: message.utf8.count + 16) else { return .error(kind) }
        state.pointee.messages.append(message)
        return .error(kind, message: UInt32(state.pointee.messages.count))
    }

    /// Words of an error or unknown value.
    package func error(of value: Value) -> EvaluationError {
        guard value.tag == .error else { return EvaluationError(.unknown) }
        let messages = state.pointee.messages
        let index = Int(value.extra) - 1
        return EvaluationError(
            value.errorKind, messages.indices.contains(index) ? messages[index] : nil,
            node: value.errorNode < 0 ? nil : value.errorNode)
    }
}
