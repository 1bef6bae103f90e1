import Statute

/// The closed word classes of Chinese legislative prose that the grammar works with.
enum ChineseWords {
    static let definition = PhraseSet(
        .zh, "是指|系指|是为|所称|的含义|即指|制定本法|制定本条例|制定本办法|制定本规定|制定本规则|制定本细则|制定本解释|制定本决定|制定本标准|制定本指南")
    static let punishment = PhraseSet(
        .zh,
        """
        罚款|责令|给予警告|处警告|予以警告|没收|吊销|给予处分|行政处分|追究刑事责任|追究其刑事责任|追究责任|法律责任|承担赔偿责任|承担民事责任|构成侵犯|拘留|处罚|有期徒刑\
        |拘役|罚金|撤职|开除|记过|记大过|降级|降职|政务处分|予以处分|纪律处分|通报批评|依法给予
        """)
    /// Leniency is no penalty.
    static let leniency = PhraseSet(
        .zh, "免予|免于|免除|从轻|减轻|从宽|不予处罚|不予行政处罚|不起诉|不再处罚|不承担|不予追究|不追究")
    static let breach = PhraseSet(.zh, "违反|违法")
    static let conductList = PhraseSet(.zh, "下列行为|情形之一|行为之一|下列情形")
    static let circumstanceList = PhraseSet(.zh, "情形之一|下列情形|下列情况|情况之一")
    static let conditionList = PhraseSet(
        .zh, "下列条件|下列要求|下列材料|下列文件|以下条件|以下材料|下列资料|下列申请材料")

    /// Not doing: 未经, 拒不 …
    static let negation = PhraseSet(
        .zh, "未|非经|拒不|拒绝|不履行|不按|不依|没有|逾期不|阻碍|阻挠|妨碍|规避|逃避|不|无")
    static let negationLookalike = PhraseSet(
        .zh,
        "未来|未成年|不正当|不仅|不但|不当|不法|不良|不同|不少于|不低于|不超过|不影响|不得|不含|不动产|不特定|无线|无人|无害|不断|不利|无偿|无论|不论|无关|不合理|未披露信息|未公开|未发布|尚未|不可抗力"
    )
    /// After a negated condition: what is then refused.
    /// Courts and tribunals that do not follow somebody: nothing is refused for want of the thing.
    static let unheeded = PhraseSet(.zh, "不予支持|不予认定|不予采纳|不予采信|不予处罚|不予追究")
    static let refusal = PhraseSet(
        .zh, "不得|不准|不予|禁止|严禁|不可|不能|不应|不批准|不受理|不核发|不给予|驳回")
    static let onlyThen = PhraseSet(.zh, "方可|方能|才可以|才可|才能|始得|始可|方准")
    static let exception = PhraseSet(.zh, "除外")
    static let but = PhraseSet(.zh, "但是|但")

    /// Verbs of demanding.
    static let demand = PhraseSet(
        .zh,
        """
        要求|强制|强迫|变相|责令|迫使|命令|勒令|索取|索要|强行|逼迫|胁迫|利用行政手段|作为|当作|为条件|的条件|前提|为由|强加
        """)
    /// 协同配合 of authorities among themselves is no compliance.
    static let amongThemselves = PhraseSet(.zh, "协同配合|相互配合|密切配合|协调配合|沟通配合|协作配合|相互协助|相互支持")
    static let coordination = PhraseSet(.zh, "和|或者|或|、|及|以及")
    static let passiveCondition = PhraseSet(.zh, "的条件|为条件|的前提|为前提|前提条件|必要条件|条件之一")
    /// 要求 as a noun: the word before or after it gives it away.
    static let demandNounBefore = PhraseSet(.zh, "的|性|符合|技术|安全|保密|标准|质量|有关|相关|管理|提出")
    static let demandNounAfter = PhraseSet(.zh, "，|。|；|、|的|）|,|和|：")
    /// Looking into it by authority.
    static let inspection = PhraseSet(
        .zh, "审查|检查|检测|调取|调阅|查阅|查验|复制|获取|索取|提取|收集|查询|检验|查看|评估|测评|抽查|核验|监测|约谈|询问")
    /// Doing what the thing names: looking into somebody only where the thing is a looking into.
    static let carryingOut = PhraseSet(.zh, "开展|进行|实施|组织|启动")
    /// Keeping rules is not what the rules are about: 遵守保守国家秘密、…的规定.
    static let observing = PhraseSet(.zh, "遵守|依照|按照|根据|符合")
    static let serving = PhraseSet(.zh, "为|给予|帮助|服务")
    static let authority = PhraseSet(
        .zh,
        """
        机关|部门|政府|主管|当局|工作人员|检查人员|执法人员|监管机构|监督管理机构|监管人员|审批机构|情报机构|情报工作机构|管理机构|国务院\
        |委员会|法院|检察院|海关|网信办|办公室|局
        """)

    /// What is commonly done when a thing is demanded, besides the acts of a concept.
    static let act = PhraseSet(
        .zh, "提供|提交|递交|报送|移交|交付|交出|公开|披露|备案|报备|存储|存放|保存|进行|接受|通过|履行|转让|给予|配合|协助|纳入|列入|列为|作为|考虑|经过")
    /// Events that set off a duty: 发现漏洞的，应当报告.
    static let event = PhraseSet(.zh, "发现|发生|出现|得知|获知|知悉|获悉|可能发生|遭受")
    /// What is received and must be dealt with: 收到请求后，应当办理.
    static let receipt = PhraseSet(.zh, "收到|接到|接收")
    static let request = PhraseSet(.zh, "请求|要求|通知|申请|指令")
    static let alternatives = PhraseSet(.zh, "之一")

    /// General harms, besides those of a concept.
    static let harm = PhraseSet(
        .zh,
        """
        泄露|泄漏|窃取|非法|出售|散布|侵犯|侵占|篡改|毁损|破坏|滥用|盗用|盗取|剽窃|假冒|骗取|挪用|丢失|损毁|刺探
        """)
    static let afterHarm = PhraseSet(.zh, "后|时|之后|事件|风险|情况")
    /// 以…为由: what somebody is not to rely on.
    static let pretext = PhraseSet(.zh, "为由|为名|为借口|为条件|为前提")
    /// Handing on by the one who holds the thing.
    static let handingOn = PhraseSet(
        .zh, "擅自公开|公开|披露|向他人提供|对外提供|提供给他人|提供给第三方|向第三方|给第三方|给第三人|给他人|给其他单位|转让给|转卖|公布|传播|用于其他")
    static let protection = PhraseSet(.zh, "保密|保守|妥善保管|予以保护|加以保护|防止|保护")
    /// Keeping to the least of it.
    static let narrowing = PhraseSet(.zh, "限定在|限于|限制在|必要的范围|必需的范围|必要范围|最小范围|知悉范围|接触范围")
    static let stopping = PhraseSet(.zh, "制止|停止|阻止|报告|补救|处置|防止|举报")
    /// Leave to do the thing, without which it is forbidden: 未经批准向境外提供 is doing it.
    static let leave = PhraseSet(.zh, "批准|同意|许可|授权|准许|委托|允许")
    static let secrecyOwed = PhraseSet(.zh, "负有|承担")
    /// After the thing: only what can be said of it.
    static let secrecy = PhraseSet(
        .zh, "采取保密措施|采取严格的保密措施|采取必要的保密措施|采取严格保密措施|采取保护措施|注意保护|保密|保守|妥善保管|予以保护|加以保护|受保护")
    static let protectionLookalike = PhraseSet(
        .zh,
        """
        保密行政|保密产品|保密技术|安全保密|保密设施|保密设备|保密协议|保密规定|保密法|保密要求|保密标准|保密期|保密审查|保密事项|保密制度|保密工作|保密管理|保密措施|保护义务|保护工作|保护制度|保护条例\
        |保护等级|等级保护|保护部门|保护法|保护规定|安全保护|信息保护|环境保护|保护人|保护范围|专利权保护
        """)
    /// A duty to leave off.
    static let refraining = PhraseSet(.zh, "避免|停止|拒绝|禁止|制止|取消|终止|不再|杜绝|防止")
    static let refusing = PhraseSet(.zh, "拒绝|拒不|阻碍|阻挠|妨碍|规避|逃避|拖延|推诿|隐瞒|不")
    static let voluntary = PhraseSet(.zh, "自愿|自行选择|自主选择|自行决定|自主决定|协商一致")
    static let complying = PhraseSet(.zh, "提供|配合|执行|照办|如实|报送|提交|协助|支持|办理")

    /// A trigger right before one of these is a time or a modifier and not the thing that the sentence is about.
    static let adverbial = PhraseSet(
        .zh, "期间|过程中|过程|时|中|前|后|之前|之后|人员|机构|办法|制度|机制|工作|活动|标准|规则|目录|费用|结果|意见|报告|的人")
    /// A duty to make rules about the thing is none to do it.
    static let ruleMaking = PhraseSet(.zh, "制定|公布|建立|完善|修订|健全|规定|修改|明确|确定|公告|规范|加强")
    static let ruleNoun = PhraseSet(
        .zh, "办法|制度|机制|目录|标准|规则|规定|条件|期限|时间|程序|体系|范围|工作|规范|的具体|的办法|的程序|的范围|的条件|的期限")
}
