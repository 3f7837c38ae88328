#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What `--stats` prints.
enum Statistics {
    static func text(files: Int, bytes: Int, nodes: Int, elapsed: Duration, jobs: Int) -> String {
        var usage = rusage()
        #if canImport(Glibc)
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        #else
            getrusage(RUSAGE_SELF, &usage)
        #endif
        let cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime)
        let wall = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        return """
            files       \(files)
            bytes       \(bytes)
            values      \(nodes)
            threads     \(jobs)
            wall        \(rounded(wall)) s
            cpu         \(rounded(cpu)) s
            throughput  \(rounded(Double(bytes) / 1e6 / max(wall, 1e-9))) MB/s
            peak memory \(rounded(Double(usage.ru_maxrss) / 1024)) MiB

            """
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

    /// Three decimals, without a formatter that would bring ICU along.
    private static func rounded(_ number: Double) -> String {
        let thousandths = Int((number * 1000).rounded())
        let fraction = String(thousandths % 1000)
        return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - fraction.count))\(fraction)"
    }
}
