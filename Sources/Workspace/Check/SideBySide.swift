internal import Dispatch
internal import Synchronization

/// Does something for each number below a count, on several threads. The result does not depend on how many.
package func sideBySide<Value: Sendable>(_ count: Int, jobs: Int, _ body: @Sendable (Int) -> Value) -> [Value] {
    var results = [Value?](repeating: nil, count: count)
    let next = Atomic<Int>(0)
    results.withUnsafeMutableBufferPointer { results in
        // Each index is written by the one thread that drew it.
        nonisolated(unsafe) let slots = results
        DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, count))) { _ in
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < count else { return }
                slots[index] = body(index)
            }
        }
    }
    return results.compactMap { $0 }
}
