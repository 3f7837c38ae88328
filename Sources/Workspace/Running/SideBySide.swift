internal import Dispatch
internal import Synchronization

/// Hears how many of how many pieces of work are done.
package typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void

/// Does something for each number below a count, on several threads. The result does not depend on how many.
func sideBySide<Value: Sendable>(_ count: Int, jobs: Int, _ body: @Sendable (Int) -> Value) -> [Value] {
    sideBySide(count, jobs: jobs, keeping: {}) { index, _ in body(index) }
}

/// The same with something that a thread keeps from one piece to the next.
func sideBySide<Value: Sendable, Memory>(
    _ count: Int, jobs: Int, keeping memory: @Sendable () -> Memory, progress: Progress? = nil,
    _ body: @Sendable (Int, Memory) -> Value
) -> [Value] {
    var results = [Value?](repeating: nil, count: count)
    let next = Atomic<Int>(0)
    results.withUnsafeMutableBufferPointer { results in
        // Each index is written by the one thread that drew it.
        nonisolated(unsafe) let slots = results
        DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, count))) { _ in
            let memory = memory()
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < count else { return }
                slots[index] = body(index, memory)
                progress?(index + 1, count)
            }
        }
    }
    return results.compactMap { $0 }
}

/// A value that one thread has made and another takes over: never two at a time have it.
struct Handed<Value>: @unchecked Sendable {
    let value: Value
}
