import Alerts
import Statute

/// The concepts that the tests of the grammar use: fewer words than the declarations in `laws/`, the same kinds.
enum SampleConcepts {
    static let all = [sourceCode, localisation, review, assistance, transfer, outbound, secrets]

    static let sourceCode = concept(
        "source-code-disclosure", "Source-code disclosure",
        zh: words(
            triggers: ["源代码", "源程序", "源码"], masks: ["统一社会信用代码", "溯源码", "开源"],
            notNear: ["同一作品"],
            acts: ["披露", "提交", "提供", "报送", "备案", "移交", "公开", "开放", "托管", "索取"], harms: ["复制"]),
        en: words(
            triggers: ["source code*"], masks: ["open source"],
            acts: ["disclos*", "submi*", "provid*", "fil*", "hand* over", "deliver*", "demand*"],
            harms: ["copy", "copied"]),
        bearsOn: [
            bears(
                "xo-eco-6-no-forced-tech-transfer",
                [
                    .requires: .away, .mayRequire: .away, .permits: .depends, .forbids: .toward,
                    .protects: .toward,
                ]),
            bears(
                "xo-eco-4-ict-security-regs",
                [.requires: .depends, .mayRequire: .depends, .forbids: .toward, .protects: .depends]),
        ])

    static let localisation = concept(
        "data-localisation", "Data localisation",
        zh: words(
            triggers: ["境内存储", "存储在境内", "服务器设在境内"], inverse: ["境外存储", "存储在境外"], masks: ["境内外"],
            near: ["数据", "信息", "记录", "日志", "服务器"], notNear: ["粮食"], acts: ["存储", "留存"]),
        en: words(
            triggers: ["within the territory", "local storage"], inverse: ["outside the territory"],
            masks: ["collected within the territory"], near: ["stor*", "server*"], notNear: ["grain"],
            acts: ["stor*", "keep*"]),
        bearsOn: [bears("xo-eco-4-ict-security-regs", [.requires: .depends, .forbids: .depends])])

    static let review = concept(
        "ict-procurement-security-review", "Security review of ICT procurement",
        zh: words(
            triggers: ["国家安全审查", "网络安全审查", "安全审查"], masks: ["外商投资安全审查", "安全背景审查"],
            near: ["产品", "采购", "设备", "供应链"], acts: ["通过", "接受", "申报", "进行", "开展"]),
        en: words(
            triggers: ["security review*"], masks: ["foreign investment security review*"],
            near: ["product*", "purchas*", "procure*", "equipment"], acts: ["pass*", "undergo*", "conduct*"]),
        bearsOn: [bears("xo-eco-4-ict-security-regs", [.requires: .depends])])

    static let assistance = concept(
        "technical-assistance-to-security-organs", "Technical assistance to security organs",
        zh: words(
            triggers: ["技术支持和协助", "必要的支持", "提供协助", "予以配合", "调取数据"],
            near: ["公安机关", "国家安全机关", "侦查机关"], acts: ["提供", "协助", "配合", "调取"]),
        en: words(
            triggers: ["technical support*", "technical assistance", "necessary support"],
            near: ["public security organ*", "state security organ*"], acts: ["provid*", "give*"]),
        bearsOn: [bears("xo-cyb-4-no-ip-theft", [.requires: .depends, .mayRequire: .depends])])

    static let transfer = concept(
        "technology-transfer-as-condition", "Technology transfer as a condition",
        zh: words(
            triggers: ["转让技术", "技术转让", "强制转让", "转让其技术", "转让核心技术"], masks: ["技术转让合同"],
            near: ["条件", "强制", "要求", "许可", "行政手段", "外商", "外国投资者", "准入"],
            acts: ["转让", "要求", "强制"]),
        en: words(
            triggers: [
                "transfer of technology", "transfer technology", "transfer its technology",
                "technology transfer",
            ],
            masks: ["technology transfer contract*"],
            near: ["condition*", "requir*", "compel*", "approval*", "foreign*"],
            acts: ["transfer*", "requir*"]),
        bearsOn: [
            bears(
                "xo-eco-6-no-forced-tech-transfer",
                [.requires: .away, .mayRequire: .away, .forbids: .toward, .protects: .toward])
        ])

    /// The word is what is done, and not a thing that something is done with.
    static let outbound = concept(
        "cross-border-transfer-assessment", "Cross-border data transfer",
        zh: words(
            triggers: ["向境外提供", "发布漏洞", "协助请求"],
            acts: ["提供", "发布", "评估", "批准", "同意", "遵守", "执行"]),
        en: words(triggers: ["data abroad"], acts: ["provid*", "assess*"]),
        bearsOn: [bears("xo-eco-4-ict-security-regs", [.requires: .depends])])

    /// The word may itself be the harm.
    static let secrets = concept(
        "ip-theft-prohibition", "Prohibition of theft",
        zh: words(triggers: ["商业秘密", "电子侵入"], acts: ["提供"], harms: ["电子侵入", "胁迫", "贿赂"]),
        en: words(triggers: ["trade secret*"], acts: ["provid*"]),
        bearsOn: [bears("xo-cyb-4-no-ip-theft", [.protects: .toward])])

    private static func concept(
        _ id: String, _ title: String, zh: Concept.Words, en: Concept.Words, bearsOn: [Concept.BearsOn]
    ) -> Concept {
        Concept(
            id: id, titles: [.en: title], definition: "", words: [.zh: zh, .en: en], bearsOn: bearsOn,
            examples: [])
    }

    private static func bears(_ commitment: String, _ directions: [Polarity: Bearing]) -> Concept.BearsOn {
        Concept.BearsOn(
            commitment: commitment, directions: directions, reason: "It bears on the promise",
            limits: "Out of scope for a single case")
    }

    private static func words(
        triggers: [String], inverse: [String] = [], masks: [String] = [], near: [String] = [],
        notNear: [String] = [], acts: [String] = [], harms: [String] = []
    ) -> Concept.Words {
        var words = Concept.Words()
        words.triggers = triggers
        words.inverseTriggers = inverse
        words.masks = masks
        words.near = near
        words.notNear = notNear
        words.acts = acts
        words.harms = harms + ["泄露", "窃取", "出售", "非法向他人提供", "leak*", "steal*", "divulg*"]
        return words
    }
}
