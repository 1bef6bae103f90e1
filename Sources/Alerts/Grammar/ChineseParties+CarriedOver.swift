import Statute

/// Who is bound where only the sentence before names them.
extension ChineseParties {
    /// 运营者应当将数据存储在境内。确需向境外提供的，应当进行评估: the sentence before names who must.
    func carriedOver(_ anchor: Modal?) -> String? {
        let before = sentence.passage.preceding
        guard let anchor, anchor.kind == .duty || anchor.kind == .prohibition, !before.isEmpty,
            trigger.lowerBound > anchor.range.upperBound || sentence.isConditional
        else { return nil }
        let start =
            text[..<anchor.range.lowerBound].lastIndex(where: ChineseSentence.isBorder).map { $0 + 1 } ?? 0
        // 目录应当包括…: the clause has a subject, only nobody's.
        guard anchor.range.lowerBound - start <= 4 else { return nil }
        let earlier = Array(before)
        let border = earlier.firstIndex(where: ChineseSentence.isBorder) ?? earlier.count
        return ChineseSubject(text: earlier).words(in: 0..<Self.modalStart(earlier, before: border))
    }

    private static func modalStart(_ text: [Unicode.Scalar], before border: Int) -> Int {
        ChineseModals.modals(in: text, avoiding: 0..<0).first.map { min($0.range.lowerBound, border) }
            ?? border
    }
}
