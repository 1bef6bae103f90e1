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
        /// 方可, 只能, may only: a permission that closes everything else.
        case restriction
        /// 不得, 禁止, shall not.
        case prohibition
    }

    var force: Force

    /// Which way a change from `before` to `after` goes for those who are bound; unclear unless a rule knows.
    static func direction(_ before: Modality, _ after: Modality) -> Direction {
        direction(before.force, after.force)
    }

    static func direction(_ before: Force, _ after: Force) -> Direction {
        switch (before, after) {
        case let (a, b) where a == b: .neither
        case (.permission, .encouragement), (.encouragement, .permission): .unclear
        case (.prohibition, .obligation), (.prohibition, .strictObligation): .unclear
        case (.obligation, .prohibition), (.strictObligation, .prohibition): .unclear
        case (.restriction, .obligation), (.restriction, .strictObligation): .unclear
        case (.obligation, .restriction), (.strictObligation, .restriction): .unclear
        case (.permission, _), (.restriction, .prohibition), (.encouragement, .restriction): .tightened
        case (.encouragement, .obligation), (.encouragement, .strictObligation): .tightened
        case (.encouragement, .prohibition), (.obligation, .strictObligation): .tightened
        default: .loosened
        }
    }
}

extension Modality.Force {
    /// Whether more that is covered binds more: under a duty or a ban it does, under a permission it frees.
    var binds: Bool? {
        switch self {
        case .obligation, .strictObligation, .prohibition, .restriction: true
        case .permission: false
        case .encouragement: nil
        }
    }
}
