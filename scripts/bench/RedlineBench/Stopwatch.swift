import Foundation

/// Processor time of this process, every thread, and the memory that it ever held.
enum Stopwatch {
    /// Nanoseconds of processor time since the process started.
    static var processorTime: UInt64 { nanoseconds() }

    /// Megabytes (2^20 bytes) that were resident at most.
    static var peakMegabytes: Double {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        return Double(usage.ru_maxrss) / 1024
    }

    private static func nanoseconds() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    /// Milliseconds of processor time that `work` takes once.
    static func milliseconds(_ work: () -> Void) -> Double {
        let start = processorTime
        work()
        return Double(processorTime - start) / 1_000_000
    }
}
