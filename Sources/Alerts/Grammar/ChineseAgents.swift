import Statute

/// Finds the noun phrases of those who can act in folded Chinese text: 密码管理部门和有关部门及其工作人员.
enum ChineseAgents {
    /// Longer noun phrases are cut to their last part.
    private static let limit = 60

    private static let nouns = PhraseSet(
        .zh,
        """
        工作人员|人员|运营者|经营者|提供者|处理者|投资者|生产者|销售者|使用者|所有者|管理者|消费者|开发者|设计者|建设者|者|机关|部门|机构|单位|企业|组织|个人\
        |公司|平台|政府|国务院|法院|检察院|银行|协会|委员会|供应商|厂商|运营商|开发商|制造商|服务商|承包商|集成商|进口商|出口商|经销商|代理商|会员|公民|用户|研究所|研究院\
        |学校|申请人|负责人|当事人|采购人|行为人|投标人|中标人|招标人|经营人|承包人|管理人|受托人|许可人|义务人|权利人|责任人|知情人|承运人|保管人|监护人|发行人\
        |任何人|出口人|进口人|收货人|发货人|代理人|让与人|受让人|委托人|法人|所有人|持有人|合同人|网站|双方|场所|船长|医师|律师|股东|主体|国家\
        |我国|公安部门|商务部门|外交部门|财政部门|司法部门|公安部|商务部|外交部|国家安全部|工业和信息化部|财政部|司法部|国防部|网信办|办公室|总局|中心|工程师|专家|方
        """)
    private static let joiners = PhraseSet(.zh, "以及其|以及|及其|及|和|与|或者|或|、|并|等")
    private static let greaterBodies = PhraseSet(.zh, "政府|国务院|银行|企业|公司|平台|网站|学校|组织")
    private static let noNouns = PhraseSet(
        .zh,
        """
        或者|个人信息|个人隐私|个人数据|银行业|公司法|组织实施|组织开展|组织的|企业法|中心城|办公室内|数据中心业务\
        |方面|方式|方法|方可|方能|方得|方始|方准|方予|方案|方针|方向|方便|方才|地方|双方|政府采购|配方|处方|立方|平方|对方式
        """)
    private static let state = PhraseSet(
        .zh, "鼓励|支持|推动|推进|促进|引导|倡导|对|建立|实行|采取|保护|加强|保障|制定|坚持|依法|积极|反对|实施|尊重|健全|统筹|组织|设立")
    /// 国家 at the head of a clause acts, but not in 国家安全, 国家网信部门.
    private static let stateCompound = PhraseSet(
        .zh,
        """
        安全|秘密|机|标准|网|利益|有关|规定|密码|保密|工作|法|主权|技术|公布|信息|统计|数据|互联|金融|发展|市场|税|外汇|监|赔偿|重点|财政|核|关键|情报|移民\
        |知识|能源|电信|广播|药|档案|版权|认证|和|、|的|级|公园|禁止|限制|批准|另有|强制|行政|或|与|之间|及|主管|电影|新闻|邮政|铁路
        """)
    /// 用户个人信息, 企业数据: the noun only says whose.
    private static let possessed = PhraseSet(
        .zh, "个人信息|信息|数据|资料|身份|权益|隐私|账号|终端|设备|系统|网络|行为|名称|名义|利益|之间|意愿|情况|自愿|自主|活动|秘密|财产")
    /// Words that a bare noun phrase does not hold.
    private static let verbs = PhraseSet(
        .zh, "向|对|为|由|将|把|未|不得|应当|必须|按照|依照|违反|规定|建立|进行|开展|采取|执行|配合|协助|利用|形成|接受|委托|要求|收集|产生|的")
    /// After a greater body these show that it acts itself: 境内组织收到法院命令.
    private static let acting = PhraseSet(.zh, "收到|发现|使用|采购|办理|处理|从事|实施|应当|可以|必须")

    /// From the start to the end of the first run of joined agent nouns.
    static func group(in range: Range<Int>, of scalars: [Unicode.Scalar]) -> String? {
        run(in: range, of: scalars).flatMap { shortened(scalars[$0]) }
    }

    /// Where that run stands, from the start of `range` on.
    static func run(in range: Range<Int>, of scalars: [Unicode.Scalar]) -> Range<Int>? {
        var end: Int?
        var possessor: Int?
        var index = range.lowerBound
        var reach = range.upperBound
        while index < reach {
            guard let hit = agent(at: index, in: scalars, limit: range.upperBound, from: range.lowerBound)
            else {
                index += 1
                continue
            }
            let next = afterBrackets(hit.upperBound, in: scalars, limit: range.upperBound)
            index = max(next, hit.upperBound)
            // 运营者的数据: the agent only modifies.
            if next < range.upperBound, scalars[next] == "的" { continue }
            if possessed.begins(scalars, at: next, limit: range.upperBound) {
                possessor = possessor ?? hit.upperBound
                continue
            }
            if let joiner = joiners.match(at: next, in: scalars, limit: range.upperBound) {
                end = hit.upperBound
                index = joiner.upperBound
                reach = min(range.upperBound, joiner.upperBound + 24)
                // …者和…的…者，: the noun phrase is the whole clause.
                if let last = lastAgentEnd(in: range, of: scalars), last == range.upperBound {
                    end = last
                    break
                }
                continue
            }
            // 机关工作人员: one noun after another is one noun.
            if next == hit.upperBound,
                agent(at: next, in: scalars, limit: range.upperBound, from: range.lowerBound) != nil
            {
                continue
            }
            // 人民政府化学工业主管部门, 国务院…部门: the greater body only modifies.
            if let further = furtherAgent(than: hit, in: scalars, limit: range.upperBound) {
                index = further
                continue
            }
            end = next
            break
        }
        return (end ?? possessor).map { range.lowerBound..<$0 }
    }

    /// Where the next agent noun begins when `hit` only opens a longer name.
    private static func furtherAgent(than hit: Range<Int>, in scalars: [Unicode.Scalar], limit: Int) -> Int? {
        guard greaterBodies.match(at: hit.lowerBound, in: scalars, limit: hit.upperBound) != nil else {
            return nil
        }
        for index in span(hit.upperBound, min(limit, hit.upperBound + 14)) {
            if verbs.begins(scalars, at: index, limit: limit)
                || index == hit.upperBound && acting.begins(scalars, at: index, limit: limit)
            {
                return nil
            }
            if let found = agent(at: index, in: scalars, limit: limit, from: index) {
                return found.lowerBound
            }
        }
        return nil
    }

    /// A subject that holds a verb is none, unless the verb belongs to a relative clause: 从事…的单位.
    static func isClause(_ subject: String) -> Bool {
        let scalars = Array(subject.unicodeScalars)
        return !scalars.contains("的") && scalars.last != "者" && verbs.isFound(in: scalars, scalars.indices)
    }

    /// An agent noun at `index`, look-alikes left out; 国家 only where it acts.
    static func agent(at index: Int, in scalars: [Unicode.Scalar], limit: Int, from start: Int) -> Range<Int>?
    {
        guard let hit = nouns.match(at: index, in: scalars, limit: limit) else { return nil }
        let window = span(max(0, index - 1), min(scalars.count, hit.upperBound + 3))
        let clashes = noNouns.all(in: scalars, window).contains {
            $0.overlaps(hit) && scalars[$0].asString != "双方"
        }
        if clashes { return nil }
        if scalars[hit].asString == "国家" || scalars[hit].asString == "我国", hit.upperBound < scalars.count {
            let acts = state.begins(scalars, at: hit.upperBound, limit: scalars.count)
            let heads =
                index == start && !stateCompound.begins(scalars, at: hit.upperBound, limit: scalars.count)
            return acts || heads ? hit : nil
        }
        return hit
    }

    private static func afterBrackets(_ index: Int, in scalars: [Unicode.Scalar], limit: Int) -> Int {
        guard index < limit, scalars[index] == "（" || scalars[index] == "(" else { return index }
        return scalars[index..<limit].firstIndex { $0 == "）" || $0 == ")" }.map { $0 + 1 } ?? index
    }

    static func lastAgentEnd(in range: Range<Int>, of scalars: [Unicode.Scalar]) -> Int? {
        for index in span(max(range.lowerBound, range.upperBound - 8), range.upperBound) {
            if let hit = agent(at: index, in: scalars, limit: range.upperBound, from: range.lowerBound),
                hit.upperBound == range.upperBound
            {
                return hit.upperBound
            }
        }
        return nil
    }

    static func shortened(_ phrase: ArraySlice<Unicode.Scalar>) -> String? {
        var phrase = phrase.drop { $0 == "（" || $0 == " " || $0 == "\u{3000}" || $0 == "“" }
        if let enumerator = phrase.first,
            enumerator.properties.numericType != nil || "一二三四五六七八九十".unicodeScalars.contains(enumerator),
            let close = phrase.prefix(6).firstIndex(where: { $0 == "）" || $0 == ")" || $0 == "、" })
        {
            phrase = phrase[(close + 1)...]
        }
        if phrase.count > limit, let cut = phrase.lastIndex(of: "的") { phrase = phrase[(cut + 1)...] }
        let short = phrase.suffix(limit)
        return short.isEmpty ? nil : Array(short).asString
    }
}
