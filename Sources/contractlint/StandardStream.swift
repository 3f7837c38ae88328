#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import SystemPackage

/// Standard output and standard error.
enum StandardStream {
    case output, error

    private var descriptor: FileDescriptor { self == .output ? .standardOutput : .standardError }

    /// Writes all of a text. A reader that has gone away is no fault of the run.
    func write(_ text: String) {
        var text = text
        text.withUTF8 { _ = try? descriptor.writeAll($0) }
    }

    func write(_ bytes: UnsafeBufferPointer<UInt8>) {
        _ = try? descriptor.writeAll(bytes)
    }

    var isTerminal: Bool { isatty(descriptor.rawValue) == 1 }
}

/// A pipe whose reader has gone (`| head`) ends writing, not the process.
func ignoreBrokenPipe() {
    signal(SIGPIPE, SIG_IGN)
}

func exitProcess(_ code: Int32) -> Never {
    exit(code)
}

/// The value of an environment variable.
func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
}
