/// Finds actor phrases left of a Chinese modal word.
enum ChineseBearer {
    /// Nouns that name who acts, the longest first by the lexicon. 者 and 人 are endings of many more.
    private static let heads = Signs(
        [
            "人民代表大会", "代表大会", "常务委员会", "专门委员会", "委员长会议", "主任会议", "主席团", "者", "人", "人员", "方", "主体", "机关", "机构",
            "部门", "单位", "企业", "公司", "政府", "委员会", "法院", "检察院",
            "组织", "个人", "公民", "协会", "学会", "银行", "用户", "消费者", "家长", "业主", "商户", "平台", "社会", "国家", "国务院",
            "船长", "轮机长", "院长", "馆员", "学校", "医院", "教师", "乘客", "旅客", "车主", "雇主", "工会", "团体", "法人", "股东",
            "董事", "监事", "经理", "律师", "法官", "检察官", "警察", "军队", "党组织", "代表", "主席", "总理", "议会", "主任",
            "居民", "村民", "未成年人", "父母", "监护人", "运营商", "制造商", "供应商", "服务商", "进口商", "经销商", "主管部门",
        ],
        masks: [
            "或者", "再者", "前者", "后者", "人民", "个人信息", "人民币", "人工", "人身", "人数", "他人", "人次", "方式", "方案", "方面",
            "方法", "地方", "方可", "方能", "单位犯罪", "社会公共利益", "社会秩序", "国家安全", "国家秘密", "国家规定", "国家标准", "国家有关规定",
            "代表性", "用户信息", "人格", "人权", "人类", "人口", "人才", "人事", "人质", "人体", "人命", "人力", "人道", "个人隐私", "个人权益",
            "方针", "方向", "社会保障", "社会保险", "社会主义", "社会责任", "社会治安", "社会稳定", "企业所得税",
        ])
    /// Places and things that may bear a duty when they stand alone before the modal: 加油站应当.
    private static let endings: Set<UInt32> = [
        0x7AD9, 0x573A, 0x5E97, 0x6821, 0x9662, 0x6240, 0x5382, 0x884C, 0x53F8, 0x56E2, 0x961F, 0x4F1A,
        0x9986,
        0x5C40, 0x5385, 0x793E, 0x515A, 0x5FC3,
    ]
    /// Words that open a clause before its subject.
    private static let openings = Signs([
        "而", "但是", "但", "其中", "同时", "由", "并", "且", "因此", "凡", "鼓励", "禁止", "严禁", "提倡", "不得",
    ])
    /// Words that open what is not the subject: 对…, 在…, 为….
    private static let prepositions = Signs([
        "对", "对于", "在", "为", "为了", "向", "从", "按照", "根据", "依照", "依据", "经", "因", "自", "以", "将", "把", "于", "与",
        "违反",
        "当", "除", "本法", "本条例", "本办法", "本规定", "前款", "发生", "发现", "申请", "处理", "收集", "使用",
    ])
    /// Actors whose names begin like one of these.
    private static let notPrepositions = Signs([
        "对方", "自然人", "当事人", "从业人员", "从业者", "申请人", "申请者", "申请单位", "处理者", "收集者", "使用人", "使用者", "使用单位",
        "发现人", "经营者", "经营人", "经营主体", "经营单位", "经纪", "经理", "经办", "经销", "因公", "以上", "为首", "在职", "在校",
    ])

    private static func opensAside(_ place: Int, _ reading: Reading) -> Bool {
        prepositions.starting(at: place, reading) > 0 && notPrepositions.starting(at: place, reading) == 0
    }

    private static let joiners: Set<UInt32> = [0x3001, 0x548C, 0x6216, 0x53CA, 0x4EE5, 0x8005, 0x4E0E]

    /// Whether a noun for an actor ends just before a place.
    static func namesActor(before place: Int, _ reading: Reading) -> Bool {
        heads.ending(at: place, reading) > 0
    }

    static func of(_ modal: Range<Int>, in reading: Reading) -> Bearer? {
        let clause = reading.clause(at: modal.lowerBound)
        let before = clause.lowerBound..<max(clause.lowerBound, modal.lowerBound)
        if let found = subject(in: before, of: reading) { return found }
        if let alone = wholeClause(before, of: reading) { return alone }
        if before.isEmpty || openings.starting(at: before.lowerBound, reading) == before.count {
            // 鼓励数据处理者委托…: the addressed stands after the modal.
            let after = modal.upperBound..<clause.upperBound
            if let found = subject(in: after, of: reading), found.range.lowerBound == after.lowerBound {
                return found
            }
        }
        return earlier(than: clause, of: reading)
    }

    /// The subject of an earlier clause of the sentence, the nearest first: 当事人不服的，可以….
    private static func earlier(than clause: Range<Int>, of reading: Reading) -> Bearer? {
        let sentence = reading.sentence(at: clause.lowerBound)
        var end = clause.lowerBound
        for _ in 0..<4 where end - 1 > sentence.lowerBound {
            let previous = reading.clause(at: end - 2)
            guard previous.upperBound <= end, !previous.isEmpty else { return nil }
            if let found = subject(in: previous, of: reading) { return found }
            end = previous.lowerBound
        }
        return nil
    }

    /// The actor phrase that opens a clause; nil where something else does.
    static func subject(in clause: Range<Int>, of reading: Reading) -> Bearer? {
        var start = clause.lowerBound
        start += openings.starting(at: start, reading)
        guard start < clause.upperBound, !opensAside(start, reading) else { return nil }
        let found = heads.found(in: start..<clause.upperBound, of: reading)
        guard let first = found.first, first.upperBound - start <= 24,
            !isVerbPhrase(start..<first.lowerBound, reading)
        else { return nil }
        var end = extended(first.upperBound, found, reading)
        // 关键信息基础设施的运营者, 收集个人信息的经营者: the head follows its modifier.
        if reading.id(end) == 0x7684, let head = found.first(where: { $0.lowerBound >= end }),
            head.lowerBound - end <= 4
        {
            end = extended(head.upperBound, found, reading)
        }
        return Bearer(range: start..<min(end, clause.upperBound))
    }

    /// Verbs whose object the actor is: 通知|人民检察院. With 的 between they only describe it.
    private static let verbs = Signs([
        "征得", "建议", "通知", "退回", "认定", "采取", "查阅", "遵守", "用", "审理", "作出", "录用", "要求", "责令", "委托", "保护", "保障",
        "报送",
        "移送", "提请", "指定", "派", "询问", "传唤", "告知", "允许", "使", "给", "会同", "协助", "支持", "加强", "完善", "建立", "制定",
        "提出", "提供",
        "作为", "属于", "涉及", "包括", "以", "凭", "出具", "需要", "依法", "邀请", "聘请", "组织开展", "组织实施", "接受", "取得", "听取",
        "维护", "尊重",
        "配合", "督促", "指导", "监督", "管理", "检查", "参加", "参与", "实施", "征求", "经过", "由于", "报请", "报告", "申报", "授权", "选举",
        "任命", "推荐",
        "和", "或者", "以及", "及", "或", "、", "应", "可", "不", "没有", "有", "是", "为", "向", "对", "与", "让", "请",
    ])

    private static func isVerbPhrase(_ range: Range<Int>, _ reading: Reading) -> Bool {
        guard verbs.starting(at: range.lowerBound, reading) > 0,
            notVerbs.starting(at: range.lowerBound, reading) == 0
        else { return false }
        return !range.contains { reading.id($0) == 0x7684 }  // 的
    }

    /// Names that begin like one of these verbs.
    private static let notVerbs = Signs([
        "监督管理", "管理人", "管理者", "管理机构", "管理部门", "管理单位", "检查人员", "检查机关", "检查机构", "保障部门", "有关", "不动产", "可信",
        "用人单位", "用户", "指导教师",
        "监督机构", "监督机关", "监督部门", "监督人员", "保护主管", "保护机构", "保护部门", "提供者", "派出所", "派出机构", "派出机关", "委托人", "委托方",
        "接受委托", "参加人",
        "对方", "为首", "应征公民", "维护人员", "使用", "用工单位", "选举委员会", "监督委员会", "监督", "依法", "有权", "授权",
    ])

    /// Takes in what follows directly or after a joiner: 船长、轮机长, 任何个人和组织.
    private static func extended(_ end: Int, _ heads: [Range<Int>], _ reading: Reading) -> Int {
        var end = end
        for head in heads where head.upperBound > end {
            if head.lowerBound == end {
                end = head.upperBound
                continue
            }
            let gap = end..<head.lowerBound
            if isOffice(head, after: end, gap, reading) {
                end = head.upperBound
                continue
            }
            guard gap.count <= 12, joiners.contains(reading.id(end)),
                gap.allSatisfy({ reading.passage.tokens[$0].kind == .sign || reading.id($0) == 0x3001 })
            else { break }
            end = head.upperBound
        }
        return end
    }

    /// 国务院|电信主管部门, 人民政府|交通主管部门: the office of a body.
    private static func isOffice(_ head: Range<Int>, after end: Int, _ gap: Range<Int>, _ reading: Reading)
        -> Bool
    {
        guard gap.count <= 8, bodies.ending(at: end, reading) > 0,
            offices.starting(at: head.lowerBound, reading) > 0
        else { return false }
        return gap.allSatisfy { reading.passage.tokens[$0].kind == .sign && reading.id($0) != 0x7684 }
    }

    private static let bodies = Signs(["国务院", "政府", "机关", "国家"])
    private static let offices = Signs(["部门", "主管部门", "机构", "委员会"])

    /// A short clause that is nothing but its subject: 小型餐饮店应当.
    private static func wholeClause(_ range: Range<Int>, of reading: Reading) -> Bearer? {
        var start = range.lowerBound
        start += openings.starting(at: start, reading)
        guard start < range.upperBound, range.upperBound - start <= 10,
            endings.contains(reading.id(range.upperBound - 1)),
            !opensAside(start, reading)
        else { return nil }
        return Bearer(range: start..<range.upperBound)
    }

    /// Words that name who does it: 由X制定, 被X受理, 会同X, 经X批准.
    private static let agents = Signs(["由", "被", "会同", "经"])

    /// The phrase after the last of them that stands before a place in its clause, or just at it.
    static func agent(around place: Int, in clause: Range<Int>, of reading: Reading) -> Bearer? {
        var start = min(place, clause.upperBound)
        while start > clause.lowerBound, place - start < 40 {
            let count = agents.ending(at: start, reading, from: clause.lowerBound)
            if count > 0, notPrepositions.starting(at: start - count, reading) == 0 {
                return subject(in: start..<clause.upperBound, of: reading)
            }
            start -= 1
        }
        return nil
    }
}
