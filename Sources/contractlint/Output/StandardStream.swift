import SystemPackage
import Workspace

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Standard output and standard error.
enum StandardStream {
    case output, error

    private var descriptor: FileDescriptor { self == .output ? .standardOutput : .standardError }

    /// Writes all of a text.
    ///
    /// - Returns: why it could not be written. A reader that has gone away (`| head`) is no fault of the run.
    @discardableResult
    func write(_ text: String) -> FileFault? {
        var text = text
        return text.withUTF8(write)
    }

    @discardableResult
    func write(_ bytes: UnsafeBufferPointer<UInt8>) -> FileFault? {
        do {
            _ = try descriptor.writeAll(bytes)
            return nil
        } catch Errno.brokenPipe {
            return nil
        } catch {
            return FileFault(cannot: "be written", error)
        }
    }

    /// Writes what was asked for.
    func print(_ text: String) throws(WorkspaceFault) {
        if let fault = write(text) { throw WorkspaceFault([.standardOutput(fault)]) }
    }

    /// Columns of the terminal, or those that the variable COLUMNS gives; nil: nobody says.
    var columns: Int? {
        var size = winsize()
        if isTerminal, ioctl(descriptor.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 {
            return Int(size.ws_col)
        }
        return Machine.environment("COLUMNS").flatMap(Int.init).flatMap { $0 >= 20 ? $0 : nil }
    }

    var isTerminal: Bool { isatty(descriptor.rawValue) == 1 }

    /// Keeps the numbers of the three standard streams from files opened later: who starts the process may have closed them,
    /// and a report meant for the terminal would then end up in a file. Reading or writing them still fails.
    static func reserve() {
        for (number, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
        where fcntl(number, F_GETFD) == -1 {
            _ = open("/dev/null", mode)
        }
    }
}

/// A pipe whose reader has gone (`| head`) ends writing, not the process.
func ignoreBrokenPipe() {
    signal(SIGPIPE, SIG_IGN)
}

func exitProcess(_ code: Int32) -> Never {
    exit(code)
}
