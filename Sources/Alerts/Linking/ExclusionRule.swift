import Statute

/// Which limit of a commitment takes a statement out of it, by date and by whom the statement binds.
enum ExclusionRule {
    /// The date of the change comes before the promise.
    static let predates = "predates-commitment"
    /// Limits that leave out government, the military and State secrets, in the order in which they are named.
    private static let commercialLimits = [
        "commercial-sectors", "condition-of-doing-business", "generally-applicable",
    ]

    static func exclusion(of findings: [Finding], from commitment: Commitment, on date: VersionMark)
        -> String?
    {
        if date.isBefore(commitment.since) { return predates }
        guard !findings.isEmpty, findings.allSatisfy(isPublicOnly) else { return nil }
        return commercialLimits.first { id in commitment.limits.contains { $0.id == id } }
            ?? commitment.limits.first { $0.takesOut.contains(.publicBodies) }?.id
    }

    /// Whether a duty binds only government bodies or concerns only military or secret matters. A ban that binds
    /// officials is no such case: it protects those who deal with them.
    static func isPublicOnly(_ finding: Finding) -> Bool {
        switch finding.polarity {
        case .requires, .permits, .mayRequire: break
        case .forbids, .protects, .mentions: return false
        }
        let words = Self.folded((finding.leadIn ?? "") + " " + finding.evidence)
        if publicMatters.contains(where: { $0.isFound(in: words, words.indices) }) {
            return !commercial.contains { $0.isFound(in: words, words.indices) }
        }
        guard finding.polarity != .mayRequire, let actor = finding.actor else { return false }
        let subject = Self.folded(actor)
        return publicBodies.contains { $0.isFound(in: subject, subject.indices) }
            && !commercial.contains { $0.isFound(in: subject, subject.indices) }
    }

    /// Binds operators of critical information infrastructure, and nobody else by name.
    static func isInfrastructureOnly(_ finding: Finding) -> Bool {
        let words = Self.folded(finding.actor ?? finding.evidence)
        guard infrastructure.contains(where: { $0.isFound(in: words, words.indices) }) else { return false }
        let count = infrastructure.reduce(0) { $0 + $1.all(in: words, words.indices).count }
        return !otherOperators.contains { $0.isFound(in: words, words.indices) } && count > 0
    }

    static let infrastructureNote =
        "It applies to operators of critical information infrastructure; whether that is a commercial sector is disputed."

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
