import Statute

@testable import Redline

/// Runs the engine on rows, as the engine itself is run.
enum FlatBench {
    /// The flat redline of two parsed texts, as ``ChangeSet/between(_:_:provenance:)`` makes it.
    static func redline<Result>(
        _ old: StatuteText, _ new: StatuteText, _ body: (FlatRedline) -> Result
    ) -> Result {
        let before = FlatSource(Unit.all(of: old).map { ($0.text, $0.family) })
        let after = FlatSource(Unit.all(of: new).map { ($0.text, $0.family) })
        return before.bytes.withUnsafeBufferPointer { olds in
            after.bytes.withUnsafeBufferPointer { news in
                let arena = Arena(bytes: 1)
                return withExtendedLifetime(arena) {
                    var redline = FlatRedline(before.flat(olds, arena), after.flat(news, arena), arena)
                    _ = redline.group()
                    redline.addPartials()
                    return body(redline)
                }
            }
        }
    }

    /// Partners of two rows of small numbers as ``CommonSubsequence`` finds them.
    static func partners(_ old: [Int32], _ new: [Int32]) -> [Int] {
        let arena = Arena(bytes: 1)
        return withExtendedLifetime(arena) {
            let words = Int((old + new).max() ?? 0) + 1
            let search = CommonSubsequence(vocabulary: words, arena)
            let partner: Row<Int32> = arena.row(-1, old.count)
            search.run(row(old, arena), row(new, arena), into: partner)
            return partner.buffer.map(Int.init)
        }
    }

    private static func row(_ values: [Int32], _ arena: Arena) -> Row<Int32> {
        let row: Row<Int32> = arena.uninitialized(values.count)
        for (index, value) in values.enumerated() { row[index] = value }
        return row
    }

    /// The redline of two canonical texts from their bytes.
    static func canonical(_ old: String, _ new: String) -> CanonicalRedline? {
        Array(old.utf8).withUnsafeBufferPointer { old in
            Array(new.utf8).withUnsafeBufferPointer { new in CanonicalRedline(old: old, new: new) }
        }
    }
}
