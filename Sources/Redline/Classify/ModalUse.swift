/// A modal word that binds, permits or forbids where it stands; the same letters in another sense are none.
struct ModalUse: Sendable, Hashable {
    var range: Range<Int>
    var force: Modality.Force

    /// Words that turn a permission of the clause that they open into a ban.
    static let none: Set<String> = ["no", "neither", "nobody", "none", "nothing"]
}

extension Reading {
    /// The modal words that touch a range of tokens, those in another sense left out.
    func modalUses(in range: Range<Int>) -> [ModalUse] {
        modals(in: range).compactMap { hit in
            if isWord(hit.range.lowerBound) { return englishUse(hit.range, hit.modality.force) }
            return isOtherSense(hit.range) ? nil : ModalUse(range: hit.range, force: hit.modality.force)
        }
    }

    // MARK: Chinese

    /// What follows 可以 and 可 where they mean that something is possible.
    private static let possibilities = Signs([
        "造成", "导致", "引起", "引发", "影响", "危害", "识别", "证明", "反映", "表明", "发现", "判断", "避免",
    ])
    /// 应…请求, 应…要求: at the request of.
    private static let requests = Signs(["请求", "要求", "邀请", "申请"])

    private func isOtherSense(_ range: Range<Int>) -> Bool {
        switch id(range.lowerBound) {
        case 0x53EF where range.count <= 2:  // 可 可以
            return Self.possibilities.starting(at: range.upperBound, self) > 0
        case 0x5E94 where range.count == 1:  // 应
            let clause = clause(at: range.lowerBound)
            guard clause.upperBound - range.upperBound <= 12, clause.upperBound > clause.lowerBound else {
                return false
            }
            return Self.requests.ending(at: clause.upperBound, self, from: range.upperBound) > 0
        default: return false
        }
    }

    // MARK: English

    private static let noun: Set<String> = ["to", "the", "a", "an", "of", "its", "with", "and/or"]
    private static let relatives: Set<String> = ["who", "which", "that", "what", "whatever"]

    private func englishUse(_ range: Range<Int>, _ force: Modality.Force) -> ModalUse? {
        let before = word(range.lowerBound - 1)
        let isSingle = range.count == 1
        if isSingle, Self.noun.contains(before) { return nil }
        // `users who may be affected`, `that may affect national security`: possible, not permitted.
        if isSingle, force == .permission, Self.relatives.contains(before) { return nil }
        let clause = clause(at: range.lowerBound)
        if force != .prohibition, clause.lowerBound < range.lowerBound,
            ModalUse.none.contains(word(clause.lowerBound))
        {
            return ModalUse(range: range, force: .prohibition)
        }
        return ModalUse(range: range, force: force)
    }
}
