import Alerts
import Foundation
import Statute

/// What one round found and took, in milliseconds of processor time.
struct Round: Encodable {
    var bytes = 0
    var linesWithTrigger = 0
    var findings = 0
    /// Every line of every file is asked whether a trigger can stand in it.
    var sieve = 0.0
    /// Texts are parsed.
    var parse = 0.0
    /// Parsed texts are scanned: triggers, masks, clause grammar, evidence.
    var scan = 0.0

    func least(_ other: Round) -> Round {
        var round = other
        round.sieve = min(sieve, other.sieve)
        round.parse = min(parse, other.parse)
        round.scan = min(scan, other.scan)
        return round
    }
}

/// The steps of a scan over all files, timed apart.
struct Race {
    let scanner: ConceptScanner
    let files: [[UInt8]]

    func run() -> Round {
        var round = Round()
        round.bytes = files.reduce(0) { $0 + $1.count }
        let start = Self.now
        for file in files { round.linesWithTrigger += lines(of: file) }
        let sieved = Self.now
        let texts = files.map { StatuteParser.parse(String(decoding: $0, as: UTF8.self), language: .zh).text }
        let parsed = Self.now
        for text in texts { round.findings += scanner.findings(in: text).count }
        round.sieve = sieved - start
        round.parse = parsed - sieved
        round.scan = Self.now - parsed
        return round
    }

    private func lines(of file: [UInt8]) -> Int {
        file.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return 0 }
            var count = 0
            var start = 0
            while start < bytes.count {
                let rest = bytes.count - start
                let found = memchr(base + start, 0x0A, rest)
                let length = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base + start) } ?? rest
                let line = UnsafeBufferPointer(start: base + start, count: length)
                if scanner.mayFind(in: line, .zh) { count += 1 }
                start += length + 1
            }
            return count
        }
    }

    /// Milliseconds of processor time since the process started.
    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
    }
}
