import SystemPackage
import Workspace

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Text that `--stats` prints.
enum Statistics {
    /// - Parameter fromCache: files whose results were known; nil: nobody asked.
    static func text(_ outcome: Outcome, elapsed: Duration, jobs: Int, fromCache: Int?) -> String {
        var usage = rusage()
        #if canImport(Glibc)
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        #else
            getrusage(RUSAGE_SELF, &usage)
        #endif
        let cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime)
        let wall = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        return """
            files       \(outcome.files)\(fromCache.map { ", of which \($0) from the cache" } ?? "")
            bytes       \(outcome.bytes)
            values      \(outcome.nodes)
            threads     \(jobs)
            wall        \(rounded(wall)) s
            cpu         \(rounded(cpu)) s
            throughput  \(rounded(Double(outcome.bytes) / 1e6 / max(wall, 1e-9))) MB/s
            peak memory \(rounded(Double(ownPeak ?? usage.ru_maxrss) / 1024)) MiB

            """
    }

    /// In KiB; nil where the system does not tell. What `getrusage` says counts the program that started this one as well,
    /// since Linux keeps the mark over `exec`.
    private static var ownPeak: Int? {
        guard let raw = try? FileReading.read("/proc/self/status", limit: 1 << 16) else { return nil }
        let line = String(decoding: raw, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(separator: " ").compactMap { Int($0) }.first
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

    /// Three decimals, without a formatter that would bring ICU along.
    private static func rounded(_ number: Double) -> String {
        let thousandths = Int((number * 1000).rounded())
        let fraction = String(thousandths % 1000)
        return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - fraction.count))\(fraction)"
    }
}
