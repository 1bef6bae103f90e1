/// How strongly a clause binds, by its modal word.
struct Modality: Sendable, Hashable {
    /// What the modal does.
    enum Force: Sendable, Hashable {
        /// 可以, 有权, may; 无需, need not.
        case permission
        /// 鼓励, is encouraged to, should.
        case encouragement
        /// 应当, 应, 须, shall.
        case obligation
        /// 必须, must.
        case strictObligation
        /// 不得, 禁止, shall not.
        case prohibition
    }

    var force: Force

    /// Which way a change from `before` to `after` goes for those who are bound; unclear unless a rule knows.
    static func direction(_ before: Modality, _ after: Modality) -> Direction {
        switch (before.force, after.force) {
        case let (a, b) where a == b: .neither
        case (.permission, .encouragement), (.encouragement, .permission): .unclear
        case (.prohibition, .obligation), (.prohibition, .strictObligation): .unclear
        case (.obligation, .prohibition), (.strictObligation, .prohibition): .unclear
        case (.permission, _), (.encouragement, .obligation), (.encouragement, .strictObligation): .tightened
        case (.encouragement, .prohibition), (.obligation, .strictObligation): .tightened
        default: .loosened
        }
    }

    /// The modal words and phrases, Chinese and English.
    static let phrases: [(text: String, modality: Modality)] =
        [
            (
                [
                    "可以", "可", "有权", "无需", "不必", "无须", "may", "is entitled to", "are entitled to",
                    "has the right to", "have the right to", "need not", "is not required to",
                    "are not required to",
                ],
                .permission
            ),
            (
                ["鼓励", "提倡", "should", "is encouraged to", "are encouraged to", "encourages", "encourage"],
                .encouragement
            ),
            (["应当", "应", "须", "shall", "is required to", "are required to"], .obligation),
            (["必须", "务必", "must"], .strictObligation),
            (
                [
                    "不得", "禁止", "严禁", "不可以", "不应当", "不应", "不准", "may not", "shall not", "must not",
                    "should not", "is prohibited from", "are prohibited from", "cannot",
                ], .prohibition
            ),
        ].flatMap { (words: [String], force: Force) in words.map { ($0, Modality(force: force)) } }
}
