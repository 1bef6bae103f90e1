import Foundation
import Synchronization

/// Traditional and variant ideographs as their simplified form, by ICU's own table (through Foundation).
///
/// One scalar becomes one scalar, so that a word keeps its length; what ICU would make several of stays as it is.
/// Filled as characters are met: asking for all of them takes 60 ms, which no single question should pay.
final class IdeographFold: Sendable {
    static let shared = IdeographFold()

    private static let first: UInt32 = 0x4E00
    private static let last: UInt32 = 0x9FFF
    private static let transform = StringTransform("Hant-Hans")

    /// The simplified form of each ideograph of the basic block; 0 where nobody has asked yet.
    private let known = Mutex([UInt16](repeating: 0, count: Int(last - first) + 1))

    /// The forms of many scalars at once.
    func folded(_ scalars: [UInt32]) -> [UInt32] {
        known.withLock { table in
            let missing = scalars.filter { Self.holds($0) && table[Int($0 - Self.first)] == 0 }
            if !missing.isEmpty { Self.fill(&table, Array(Set(missing)).sorted()) }
            return scalars.map { Self.holds($0) ? UInt32(table[Int($0 - Self.first)]) : $0 }
        }
    }

    /// The whole table, for a build.
    func table() -> [UInt16] {
        known.withLock { table in
            let missing = (Self.first...Self.last).filter { table[Int($0 - Self.first)] == 0 }
            if !missing.isEmpty { Self.fill(&table, missing) }
            return table
        }
    }

    static func holds(_ scalar: UInt32) -> Bool { (first...last).contains(scalar) }

    static func index(_ scalar: UInt32) -> Int { Int(scalar - first) }

    private static func fill(_ table: inout [UInt16], _ scalars: [UInt32]) {
        // Apart from each other: what a character becomes must not depend on its neighbours.
        var line = String.UnicodeScalarView()
        for scalar in scalars {
            guard let scalar = Unicode.Scalar(scalar) else { continue }
            line.append(scalar)
            line.append(" ")
        }
        let changed = String(line).applyingTransform(transform, reverse: false)
        let forms = changed.map { $0.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false) }
        for (index, scalar) in scalars.enumerated() {
            var form = scalar
            if let forms, forms.count > index, forms[index].count == 1, let only = forms[index].first,
                holds(only.value)
            {
                form = only.value
            }
            table[Int(scalar - first)] = UInt16(truncatingIfNeeded: form)
        }
    }
}
