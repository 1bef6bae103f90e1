import Alerts
import Statute
import Testing

private let code = SampleConcepts.sourceCode
private let local = SampleConcepts.localisation
private let review = SampleConcepts.review
private let help = SampleConcepts.assistance
private let transfer = SampleConcepts.transfer
private let outbound = SampleConcepts.outbound
private let secrets = SampleConcepts.secrets

@Suite("Chinese clauses")
struct ChineseClauseTests {
    static let scanner = ConceptScanner(concepts: SampleConcepts.all)

    static let duties: [Clause] = [
        .zh("销售金融软件的企业应当向主管部门报送源代码。", code, .requires, "duty", actor: "销售金融软件的企业", to: "主管部门"),
        .zh("软件源代码应当报送主管部门备案。", code, .requires, "duty", to: "主管部门"),
        .zh("供应商必须在签约前提交源代码。", code, .requires, "duty", actor: "供应商"),
        .zh("源代码应当由开发者提供。", code, .requires, "duty"),
        .zh("平台收集的用户信息须存储在境内。", local, .requires, "duty", actor: "平台"),
        .zh("运营者在开展业务中形成的数据应当在境内存储，但是法律另有规定的除外。", local, .requires, "duty", actor: "运营者"),
        .zh("日志的境内存储时间不得少于六个月。", local, .requires, "minimum"),
        .zh("网络平台不得将用户数据存储在境外。", local, .requires, "prohibition-of-opposite", actor: "网络平台"),
        .zh("采购单位采购网络产品，可能影响公共安全的，应当申报网络安全审查。", review, .requires, "duty", actor: "采购单位"),
        .zh("电信企业应当为公安机关侦查犯罪提供技术支持和协助。", help, .requires, "duty", actor: "电信企业", to: "公安机关"),
        .zh("公安机关依法调取数据的，有关单位应当予以配合。", help, .requires, actor: "有关单位"),
        .zh("主管部门要求提供源代码的，供应商应当如实提供。", code, .requires, "duty-to-comply"),
        .zh("主管部门要求提供源代码的，供应商不得拒绝。", code, .requires, "double-negation"),
        .zh("供应商不得拒绝提供源代码。", code, .requires, "double-negation", actor: "供应商"),
        .zh("未经安全审查的设备，不得采购。", review, .requires, "condition"),
        .zh("网络产品经安全审查合格后，方可采购。", review, .requires, "condition"),
        .zh("不提交源代码的，不予许可。", code, .requires, "condition"),
        .zh("未通过安全审查的产品不得采购。", review, .requires, "condition"),
        .zh("网络产品不得采购，但是通过安全审查的除外。", review, .requires, "condition"),
        .zh("外国投资者以转让技术为条件取得经营许可。", transfer, .requires, "condition"),
    ]

    static let penalties: [Clause] = [
        .zh("未按照规定，登记用户，或者报送源代码的，处一万元罚款。", code, .requires, "penalty-for-breach"),
        .zh("违反规定的，由主管部门责令停止采购，并对产品进行安全审查，处一万元罚款。", review, .mentions),
        .zh("运营者违反本办法规定，未在境内存储数据的，由主管部门责令改正，处一万元罚款。", local, .requires, "penalty-for-breach", actor: "运营者"),
        .zh("运营者违反规定，在境外存储数据的，由主管部门给予警告。", local, .requires, "penalty-for-breach", actor: "运营者"),
        .zh("拒不提供源代码的，处五万元以下罚款。", code, .requires, "penalty-for-breach"),
        .zh("使用未经安全审查的产品的，由主管部门责令停止使用。", review, .requires, "penalty-for-breach"),
        .zh("行政机关工作人员违反规定，强制外国投资者转让技术的，依法给予处分。", transfer, .forbids, "penalty-for-demand", actor: "行政机关工作人员"),
        .zh("检查人员泄露企业源代码的，依法给予处分。", code, .protects, "penalty-for-harm", actor: "检查人员"),
        .zh("供应商应当提交源代码；未按期提交的，责令改正。", code, .requires, "duty"),
    ]

    static let bans: [Clause] = [
        .zh("任何部门不得要求企业向其披露源代码。", code, .forbids, "prohibition-of-demand", actor: "任何部门", to: "任何部门"),
        .zh("任何机关的工作人员不得借行政手段强制转让技术。", transfer, .forbids, "prohibition-of-demand", actor: "任何机关的工作人员"),
        .zh("主管部门不得以转让技术作为准入的条件。", transfer, .forbids, "prohibition-of-demand"),
        .zh("禁止检测机构向企业索取源代码。", code, .forbids, "prohibition-of-demand", actor: "检测机构", to: "企业"),
        .zh("未经企业同意，任何单位不得要求其提供源代码。", code, .forbids, "prohibition-of-demand", actor: "任何单位"),
        .zh("源代码不得作为许可的条件。", code, .forbids, "prohibition-of-demand"),
        .zh("不得要求企业披露源代码，法律另有规定的除外。", code, .forbids, "prohibition-of-demand"),
        .zh("公安机关不得要求企业无偿提供技术支持和协助。", help, .forbids, "prohibition-of-demand"),
        .zh("企业有权拒绝提供源代码。", code, .forbids, "right-to-refuse", actor: "企业"),
        .zh("各部门应当避免重复进行安全审查，减轻采购负担。", review, .forbids, "duty-to-refrain"),
    ]

    static let shields: [Clause] = [
        .zh("任何个人不得窃取企业的源代码。", code, .protects, "prohibition-of-harm", actor: "任何个人"),
        .zh("检测机构应当对接触到的源代码保密。", code, .protects, "duty-to-protect", actor: "检测机构"),
        .zh("源代码不得泄露。", code, .protects, "prohibition-of-harm"),
        .zh("接收单位不得公开所保管的源代码。", code, .protects, "prohibition-of-harm"),
        .zh("检测机构应当采取措施，防止源代码丢失。", code, .protects, "duty-to-protect"),
    ]

    static let powers: [Clause] = [
        .zh("主管部门可以要求供应商提交源代码。", code, .mayRequire, "power-to-demand", actor: "供应商"),
        .zh("检查机关有权查阅产品的源代码。", code, .mayRequire, "power-to-demand", actor: "检查机关"),
        .zh("国家网信部门可以对采购活动进行网络安全审查。", review, .mayRequire, "power-to-demand"),
        .zh("不得检查企业的技术文档，但是要求提供源代码的除外。", code, .mayRequire),
        .zh("开发者可以将源代码交由第三方托管。", code, .permits, "power", actor: "开发者"),
        .zh("国家鼓励企业公开源代码。", code, .permits, "encouragement", actor: "企业"),
        .zh("外国投资者可以自愿转让技术，不附加条件。", transfer, .permits, "voluntary"),
        .zh("小型企业无需提交源代码。", code, .permits, "exemption", actor: "小型企业"),
    ]

    static let mentions: [Clause] = [
        .zh("为了规范安全审查，促进采购，制定本办法。", review, .mentions, "definition"),
        .zh("供应商应当妥善使用源代码。", code, .mentions, "about-the-thing"),
        .zh("主管部门可以抽查，公安机关交通管理部门予以配合。", help, .mentions),
        .zh("本办法所称源代码，是指程序的文本。", code, .mentions, "definition"),
        .zh("安全审查的具体办法由主管部门会同采购部门制定。", review, .mentions, "no-modal"),
        .zh("国家完善网络产品安全审查制度。", review, .mentions),
        .zh("主管部门应当制定网络产品安全审查办法。", review, .mentions, "about-the-thing"),
        .zh("在安全审查期间，采购人不得更换产品。", review, .mentions),
        .zh("安全审查人员不得收受采购人的财物。", review, .mentions),
        .zh("转让技术取得收入的，外商应当依法纳税。", transfer, .mentions, "conditional-clause"),
    ]

    static let nothing: [Clause] = [
        .zh("企业应当公示统一社会信用代码。", code, nil),
        .zh("食品应当标注溯源码。", code, nil),
        .zh("国家支持开源软件发展。", code, nil),
        .zh("源程序和目标程序为同一作品。", code, nil),
        .zh("农业推广机构可以开展技术转让。", transfer, nil),
        .zh("进口粮食应当在境内存储，数据应当上报。", local, nil),
        .zh("主管部门应当为运营者提供技术支持和协助。", help, nil),
        .zh("外资企业采购设备时应当通过外商投资安全审查。", review, nil),
    ]

    static let doings: [Clause] = [
        .zh("企业因业务需要，确需向境外提供的，应当按照有关办法进行评估。", outbound, .requires, "duty-when-doing", actor: "企业"),
        .zh("向境外提供数据的，应当取得本人同意。", outbound, .requires, "duty-when-doing"),
        .zh("开展测试，向社会发布漏洞等信息，应当遵守国家规定。", outbound, .requires),
        .zh("向境外提供数据的，应当保存记录。", outbound, .mentions, "conditional-clause"),
        .zh("开发者使用源代码的，应当提供说明。", code, .mentions, "conditional-clause"),
        .zh("主管机关收到协助请求后，应当依法执行。", outbound, .requires, "duty-upon-event", actor: "主管机关"),
        .zh("违反规定，未经批准向境外提供数据的，处十万元罚款。", outbound, .forbids, "penalty-for-act"),
        .zh("任何个人不得未经批准向境外提供数据。", outbound, .forbids, "prohibition"),
        .zh("发现违法信息的，平台应当立即停止传输，提供源代码。", code, .requires, "duty"),
        .zh("发现产品含有源代码的，应当停止提供服务。", code, .mentions, "conditional-clause"),
        .zh("运营者只能使用通过安全审查的产品。", review, .requires, "duty", actor: "运营者"),
    ]

    static let silences: [Clause] = [
        .zh("任何人不得实施电子侵入。", secrets, .protects, "prohibition-of-harm"),
        .zh("实施电子侵入的，处五万元罚款。", secrets, .protects, "penalty-for-harm"),
        .zh("检查人员对商业秘密负有保密义务。", secrets, .protects, "duty-to-protect", actor: "检查人员"),
        .zh("主管部门要求企业提供商业秘密的，应当限定在必要的范围内。", secrets, .protects, "duty-to-protect"),
        .zh("企业提供源代码的，检测机构应当予以保密。", code, .protects, "duty-to-protect", actor: "检测机构"),
        .zh("企业提交源代码的，接收单位不得泄露。", code, .protects, "prohibition-of-harm"),
        .zh("平台发现窃取商业秘密的，应当立即制止。", secrets, .protects, "duty-to-protect"),
    ]

    static let readings: [Clause] = [
        .zh("检查人员对检查中接触的源代码，应当依法予以保密。", code, .protects, "duty-to-protect", actor: "检查人员"),
        .zh("检查人员对检查中知悉的商业秘密，负有保密义务。", secrets, .protects, "duty-to-protect"),
        .zh("检查人员执行任务，应当出示证件，对知悉的商业秘密，应当保密。", secrets, .protects, "duty-to-protect"),
        .zh("检查人员不得调查与案件无关的信息，对知悉的商业秘密应当保密。", secrets, .protects, "duty-to-protect"),
        .zh("对企业的源代码，主管部门不得公开。", code, .protects, "prohibition-of-harm"),
        .zh("检查人员未出示证件，或者对商业秘密未予以保密的，依法给予处分。", secrets, .protects, "penalty-for-harm"),
        .zh("违法披露企业提交的商业秘密、未披露信息的，依法给予处分。", secrets, .protects, "penalty-for-harm"),
        .zh("以盗窃、电子侵入等手段获取商业秘密后尚未使用的，处一万元罚款。", secrets, .protects, "penalty-for-harm"),
        .zh("法院应当认定被告没有侵犯商业秘密。", secrets, .mentions),
        .zh("被告主张未侵犯商业秘密的，法院不予支持。", secrets, .mentions),
        .zh("企业应当遵守保守国家秘密、个人信息保护、安全审查等规定，依法采购。", review, .mentions),
        .zh("主管部门应当对通过安全审查的产品进行抽查。", review, .mentions, "about-the-thing"),
        .zh("主管部门可以开展源代码保护的交流。", code, .mentions),
        .zh("违法传输禁止出境的资料的，由海关没收，并可以要求企业提供源代码。", code, .mayRequire),
        .zh("采购人不得改变源代码所注明的日期。", code, .mentions),
        .zh("发现产品含有病毒的，应当提交源代码。", code, .requires, "duty"),
        .zh("主管部门不得以源代码为由拖延办理。", code, .forbids, "prohibition-of-demand"),
        .zh("主管部门不得要求企业在数据泄露后提交源代码。", code, .forbids, "prohibition-of-demand"),
        .zh("平台应当配合公安机关、保密行政管理部门开展工作，提供技术支持和协助。", help, .requires, "duty"),
        .zh("公安机关因办案需要调取数据，应当办理手续，有关单位应当予以配合。", help, .requires, "duty-to-comply"),
        .zh("主管部门不得阻挠和强制转让技术。", transfer, .forbids),
        .zh("明知或者应知是他人窃取的商业秘密仍然使用的，视为侵犯商业秘密。", secrets, .mentions),
        .zh("检查人员对知悉的商业秘密，除应当公示的外，应当予以保密。", secrets, .protects, "duty-to-protect"),
        .zh("经营者不得违反保守商业秘密的要求。", secrets, .protects, "prohibition-of-harm"),
        .zh("将企业提交的源代码出售给他人的，处一万元罚款。", code, .protects, "penalty-for-harm"),
        .zh("未通过评估的，不得向境外提供数据。", outbound, .requires, "condition"),
        .zh("未经批准，不得向境外提供数据。", outbound, .forbids, "prohibition"),
        .zh("不得要求企业提供公开的源代码。", code, .forbids),
        .zh("任何部门不得将依法公开的信息与源代码一并提交。", code, .forbids, "prohibition"),
        .zh("主管部门可以就源代码约谈供应商。", code, .mayRequire, "power-to-demand"),
        .zh("以不合理的条件强制外国投资者转让技术的，依法给予处分。", transfer, .forbids, "penalty-for-demand"),
    ]

    @Test("are read in full", arguments: readings)
    func reading(_ clause: Clause) { clause.check(Self.scanner) }

    @Test("say what doing it calls for", arguments: doings)
    func conduct(_ clause: Clause) { clause.check(Self.scanner) }

    @Test("keep it secret", arguments: silences)
    func secrecy(_ clause: Clause) { clause.check(Self.scanner) }

    @Test("say who must", arguments: duties)
    func duty(_ clause: Clause) { clause.check(Self.scanner) }

    @Test("punish what is owed", arguments: penalties)
    func penalty(_ clause: Clause) { clause.check(Self.scanner) }

    @Test("forbid the demand", arguments: bans)
    func ban(_ clause: Clause) { clause.check(Self.scanner) }

    @Test("shield the thing", arguments: shields)
    func shield(_ clause: Clause) { clause.check(Self.scanner) }

    @Test("leave it to somebody", arguments: powers)
    func power(_ clause: Clause) { clause.check(Self.scanner) }

    @Test("only name it", arguments: mentions)
    func mention(_ clause: Clause) { clause.check(Self.scanner) }

    @Test("are false friends", arguments: nothing)
    func falseFriend(_ clause: Clause) { clause.check(Self.scanner) }
}
