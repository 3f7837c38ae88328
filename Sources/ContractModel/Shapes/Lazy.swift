internal import Synchronization

/// A value made at its first use, once, whichever thread comes first.
package final class Lazy<Value: Sendable>: Sendable {
    private let state: Mutex<Value?> = Mutex(nil)
    private let make: @Sendable () -> Value

    package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

    package var value: Value {
        state.withLock { state in
            if let made = state { return made }
            let made = make()
            state = made
            return made
        }
    }
}
