import Foundation
import Statute
import TestSupport
import Testing

@testable import Redline

@Suite(.enabled(if: Corpus.isThere)) struct CorpusDecisionTests {
    @Test func debugDump() throws {
        let paths = Corpus.paths().filter { $0.contains("修正案") && !$0.contains("时间效力") || $0.contains("关于修改《") }
        for path in paths {
            let read = AmendingDecision.read(try Corpus.law(path))
            let short = drawn(read).split(separator: "\n").map { line in
                line.count > 150 ? line.prefix(150) + "…" : line
            }
            print("=== \(path): \(read.instructions.count) instructions, \(read.unread.count) unread")
            for line in short { print("   ", line) }
            for d in read.diagnostics { print("    !! \(d.line) \(d.category.rawValue) \(d.message)") }
        }
    }
}
