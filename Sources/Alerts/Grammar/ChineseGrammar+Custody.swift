import Statute

/// Things in the hands of those who came across them in their work: what they may not do with them protects them.
extension ChineseGrammar {
    /// 检测中接触的源代码，应当归还: handed back, or destroyed.
    func isGivenBack(_ tail: Range<Int>) -> Bool {
        isHeldInTrust && sentence.holds(Self.givingBack, tail)
    }

    /// 不得留存、复制检查中接触的数据; 接触的源代码，不得留存副本.
    func isTakenAway(_ range: Range<Int>) -> Bool {
        isHeldInTrust && sentence.holds(Self.takingAway, range)
    }

    /// 方可接触技术资料: a bound on those who see it.
    func isAccess(_ between: Range<Int>) -> Bool {
        Self.access.begins(text, at: between.lowerBound, limit: between.upperBound)
    }

    private var isHeldInTrust: Bool {
        sentence.holds(Self.entrusted, span(sentence.clause.lowerBound, trigger.upperBound))
    }

    private static let entrusted = PhraseSet(
        .zh, "接触|知悉|获悉|知晓|收到|检查中|审查中|检测中|鉴定中|评估中|查验中|调取的|移交的|提交的|交存的|借阅的")
    private static let givingBack = PhraseSet(.zh, "归还|退还|返还|交还|销毁")
    private static let takingAway = PhraseSet(.zh, "留存|复制|带离|带出|拷贝|摘抄|截留|留存副本|保留副本")
    private static let access = PhraseSet(.zh, "接触|知悉|访问")
}
