import Synchronization

/// A line on the terminal that says how far a long run has come.
final class ProgressLine: Sendable {
    private let start = ContinuousClock.now
    private let lastShown = Mutex<ContinuousClock.Instant?>(nil)

    /// Nothing is shown for a run this short.
    private static let patience = Duration.seconds(1)
    private static let interval = Duration.milliseconds(100)

    /// - Parameter isShown: false, or no terminal: there is none.
    init?(isShown: Bool = true) {
        guard isShown, StandardStream.error.isTerminal else { return nil }
    }

    /// Hears how many files of how many are done.
    var listener: @Sendable (Int, Int) -> Void { { done, total in self.note(done: done, of: total) } }

    private func note(done: Int, of total: Int) {
        guard done % 16 == 0 else { return }
        let now = ContinuousClock.now
        guard now - start > Self.patience else { return }
        lastShown.withLock { last in
            if let last, now - last < Self.interval { return }
            last = now
            StandardStream.error.write("\r\u{1B}[K\(done) of \(total) files")
        }
    }

    /// Takes the line away.
    func clear() {
        lastShown.withLock { last in
            if last != nil { StandardStream.error.write("\r\u{1B}[K") }
        }
    }
}
