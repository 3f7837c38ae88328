/// libFuzzer's driver, with a function of ours in place of its `main`.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// Hands whatever bytes libFuzzer comes up with to a function that traps where an invariant does not hold.
package func fuzz(_ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32) {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    _ = runDriver(&count, &arguments, test)
}
