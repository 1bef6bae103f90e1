import Statute

/// Whom a statement binds, so far as a limit of a commitment asks: public bodies, their purchases, the operators of
/// critical information infrastructure.
enum BoundScope {
    /// Whether a duty binds only government bodies or concerns only military or secret matters. A ban that binds
    /// officials is no such case: it protects those who deal with them.
    static func isPublicOnly(_ finding: Finding) -> Bool {
        guard owes(finding) else { return false }
        let words = folded((finding.leadIn ?? "") + " " + finding.evidence)
        if publicMatters.contains(where: { $0.isFound(in: words, words.indices) }) {
            return !commercial.contains { $0.isFound(in: words, words.indices) }
        }
        guard finding.polarity != .mayRequire, let actor = finding.actor else { return false }
        let subject = folded(actor)
        return publicBodies.contains { $0.isFound(in: subject, subject.indices) }
            && !commercial.contains { $0.isFound(in: subject, subject.indices) }
    }

    /// Whether it concerns what public bodies buy, and nothing else.
    static func isProcurementOnly(_ finding: Finding) -> Bool {
        guard owes(finding) else { return false }
        let words = folded((finding.leadIn ?? "") + " " + finding.evidence)
        return procurement.contains { $0.isFound(in: words, words.indices) }
    }

    /// Binds operators of critical information infrastructure, and nobody else by name.
    static func isInfrastructureOnly(_ finding: Finding) -> Bool {
        let words = folded(finding.actor ?? finding.evidence)
        return infrastructure.contains { $0.isFound(in: words, words.indices) }
            && !otherOperators.contains { $0.isFound(in: words, words.indices) }
    }

    static let infrastructureNote =
        "It applies to operators of critical information infrastructure; whether that is a commercial sector is disputed."

    private static func owes(_ finding: Finding) -> Bool {
        switch finding.polarity {
        case .requires, .permits, .mayRequire: true
        case .forbids, .protects, .mentions: false
        }
    }

    private static func folded(_ text: String) -> [Unicode.Scalar] {
        WordPattern.folded(Array(text.unicodeScalars), .en)
    }

    private static let publicMatters = [
        PhraseSet(.zh, "军事|军队|武装力量|国防|国家秘密|涉密|政府采购|武器装备|政务数据"),
        PhraseSet(
            .en,
            "military|armed forces|state secret*|government procurement|classified information|national defence"
        ),
    ]
    private static let procurement = [
        PhraseSet(.zh, "政府采购|国家机关采购|政务部门采购"),
        PhraseSet(.en, "government procurement|procured by government|procurement by government"),
    ]
    private static let publicBodies = [
        PhraseSet(.zh, "国家机关|政府|军队|军事机关|机关、单位|行政机关|公共机构|事业单位|政务部门"),
        PhraseSet(
            .en,
            "state organ*|government bod*|government department*|government agenc*|administrative organ*|public institution*"
        ),
    ]
    private static let commercial = [
        PhraseSet(.zh, "企业|经营者|运营者|供应商|公司|商业|市场主体|处理者|提供者|厂商|任何单位|任何组织|商用"),
        PhraseSet(
            .en,
            "enterprise*|compan*|operator*|supplier*|vendor*|commercial*|provider*|any unit|any organisation*|handler*"
        ),
    ]
    private static let infrastructure = [
        PhraseSet(.zh, "关键信息基础设施的运营者|关键信息基础设施运营者"),
        PhraseSet(
            .en,
            "operator* of critical information infrastructure*|critical information infrastructure operator*|operator* of key information infrastructure*"
        ),
    ]
    private static let otherOperators = [
        PhraseSet(.zh, "网络运营者|处理者|提供者|企业|任何"),
        PhraseSet(.en, "network operator*|handler*|processor*|provider*|any person"),
    ]
}
