extension Modality {
    /// The modal words and phrases, Chinese and English. Capitals count: May is a month, may is a permission.
    static let phrases: [(text: String, modality: Modality)] =
        [
            (
                [
                    "可以", "可", "有权", "无需", "不必", "无须", "不需要", "可以不", "may", "is entitled to",
                    "are entitled to",
                    "has the right to", "have the right to", "need not", "is not required to",
                    "are not required to", "is not obliged to", "are not obliged to", "is permitted to",
                    "are permitted to", "is allowed to", "are allowed to", "does not have to",
                    "do not have to",
                ],
                .permission
            ),
            (
                [
                    "鼓励", "提倡", "倡导", "should", "is encouraged to", "are encouraged to", "encourages",
                    "encourage",
                ],
                .encouragement
            ),
            (
                [
                    "应当", "应", "须", "有义务", "负有义务", "shall", "is required to", "are required to",
                    "is obliged to",
                    "are obliged to", "is under a duty to", "are under a duty to", "has a duty to",
                    "have a duty to",
                ],
                .obligation
            ),
            (["必须", "务必", "must"], .strictObligation),
            (["方可", "方能", "只能", "只可", "仅可", "仅能", "may only", "shall only", "must only"], .restriction),
            (
                [
                    "不得", "禁止", "严禁", "不可以", "不应当", "不应", "不准", "不许", "无权", "may not", "shall not",
                    "must not",
                    "should not", "is prohibited from", "are prohibited from", "is prohibited to",
                    "is forbidden to",
                    "are forbidden to", "is not permitted to", "are not permitted to", "is not allowed to",
                    "are not allowed to", "cannot",
                ], .prohibition
            ),
        ].flatMap { (words: [String], force: Force) in words.map { ($0, Modality(force: force)) } }
}
