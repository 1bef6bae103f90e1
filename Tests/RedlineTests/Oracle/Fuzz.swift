import Foundation

/// How long the property tests run, and the seeds they run with.
enum Fuzz {
    /// - Parameter usual: rounds in an ordinary test run; `LEXWATCH_FUZZ=N` asks for N instead.
    /// - Returns: the seeds of one suite, always the same ones first.
    static func seeds(_ usual: Int) -> Range<UInt64> {
        let wanted = ProcessInfo.processInfo.environment["LEXWATCH_FUZZ"].flatMap { Int($0) }
        return 0..<UInt64(max(wanted ?? usual, 1))
    }
}
