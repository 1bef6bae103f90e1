import Statute
import Testing

@testable import Redline

/// Equal bodies of different families are not one body.
@Suite struct BodyHashTests {
    @Test func theFamilyCountsWhateverTheLength() {
        for count in 0..<100 {
            let bytes = (0...count).map { UInt8($0) }
            let hashes = bytes.withUnsafeBufferPointer { buffer in
                (0..<4).map { seed in
                    buffer.baseAddress.map { BodyHash.hash($0, count, seed: seed) | 1 } ?? 0
                }
            }
            #expect(Set(hashes).count == 4, "\(count) bytes")
        }
    }

    /// The key of a provision without lines was that of another family's.
    @Test func aShortProvisionStaysUniqueBesideOneOfAnotherFamily() {
        let old = CanonicalText.parse("保存记录。\n\n第一条 甲\n\n第二条", language: .zh).text
        let new = CanonicalText.parse("保存记录。\n\n第一条 乙\n\n第二条\n\n## 附件\n\n保存记录。\n\n一、", language: .zh).text
        let grounds = FlatBench.redline(old, new) { redline in redline.links.map(\.ground) }
        #expect(grounds == [.exact, .exact])
    }
}
