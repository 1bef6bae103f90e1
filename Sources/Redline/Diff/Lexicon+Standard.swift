extension Lexicon {
    /// Words that redlines keep whole and that the classifier reads.
    static let words = Lexicon(
        Modality.phrases.map { ($0.text, .modal($0.modality)) }
            + actors.map { ($0, .actor) }
            + plain.map { ($0, .plain) })

    /// Formulas: weighed down when articles are aligned.
    static let formulas = Lexicon(formulaTexts.map { ($0, .formula) })

    private static let actors = split(
        """
        网络运营者 关键信息基础设施运营者 关键信息基础设施的运营者 运营者 网络产品、服务的提供者 网络服务提供者 \
        个人信息处理者 数据处理者 重要数据的处理者 电子信息发送服务提供者 应用软件下载服务提供者 提供者 \
        国家网信部门 网信部门 国务院电信主管部门 电信主管部门 公安机关 国家安全机关 国家机关 军事机关 司法机关 \
        检察机关 人民法院 人民检察院 国务院 国务院公安部门 有关主管部门 主管部门 监督管理部门 密码管理部门 \
        国家密码管理部门 保密行政管理部门 地方各级人民政府 县级以上地方人民政府 人民政府 有关部门 有关机关 \
        全国人民代表大会 全国人民代表大会常务委员会 常务委员会 公民 法人 其他组织 组织 个人 单位 企业 机构 \
        国家工作人员 工作人员 直接负责的主管人员 其他直接责任人员 当事人 经营者 生产者 使用者 行业组织 \
        反洗钱行政主管部门 金融机构 特定非金融机构 中国人民银行
        """)

    private static let plain = split(
        """
        关键信息基础设施 个人信息 重要数据 核心数据 网络数据 国家安全 公共利益 社会公共利益 网络安全 数据安全 \
        网络产品 网络服务 源代码 加密 密码 商用密码 解密 技术支持 技术接口 安全审查 安全评估 安全认证 安全检测 \
        境内 境外 出境 存储 收集 使用 提供 公开 删除 传输 处理 罚款 违法所得 没收 吊销 警告 拘留 责令 改正 \
        停业整顿 营业执照 许可证 中华人民共和国 法律 行政法规 规定 办法 制定 组织 其他 以及 或者 并且 但是 除外 \
        以上 以下 以内 不超过 工作日 小时 个月 施行 适用 依照 按照 违反 情节严重 情节较重 构成犯罪 刑事责任 \
        负责 管理 监督 检查 调查 保护 保障 义务 权利 责任 措施 制度 标准 同意 批准 备案 报告 审批 许可 登记 \
        是指 包括 人员 信息 数据 系统 设施 活动 行为 有关 相关 国家 社会 经济 发展 工作 依法 根据 需要 必要 \
        相应 响应 供应 反应 适应 应用 对应 应对 应诉 认可 可靠 可行 可用 可信 可控 可疑 可持续 不可抗力 \
        可能 造成 危害 情形 要求 重大 重要 主要 应急 预案 事件 风险 安全 \
        不得少于 不得低于 不得超过 不得高于 不得多于 不得不 不得已 必须品 必需品 应当事人 有权机关 有权部门 禁止令 须知 \
        可否 可再生 可比 可见 可回收 可降解 可读 可追溯 可操作 可执行 可查询 可移动 可穿戴 可编程 可燃 可变 可逆 尚可 均可 \
        即可 亦可 也可 宁可 应聘 应试 应邀 应付 应收 应税 应纳 应届 应答 应有 应交 应缴 应激 报应 感应 接应 呼应 顺应 \
        不准确 不准时 歧视性的禁止 歧视性禁止 应征 应届毕业生 效应 一应 应力 应变 应付账款 应收账款
        """)

    private static let formulaTexts =
        split(
            """
            构成犯罪的，依法追究刑事责任 依法追究刑事责任 尚不构成犯罪的 构成违反治安管理行为的，依法给予治安管理处罚 \
            违反本法规定 违反本条例规定 由有关主管部门责令改正 责令改正，给予警告 责令限期改正 给予警告 拒不改正 \
            情节严重的 情节较重的 没收违法所得 有违法所得的 并处 处以 以上 以下罚款 元以上 元以下罚款 可以并处 \
            对直接负责的主管人员和其他直接责任人员 直接负责的主管人员和其他直接责任人员 依法给予处分 给予处分 \
            责令暂停相关业务、停业整顿、关闭网站、吊销相关业务许可证或者吊销营业执照 吊销营业执照 责令停产停业 \
            有下列情形之一的 有下列行为之一的 下列 应当履行下列职责 履行下列职责 自公布之日起施行 起施行 本法自 \
            本条例自 同时废止 法律、行政法规规定 法律、行政法规 法律、行政法规另有规定的，依照其规定 按照国家有关规定 \
            国家有关规定 中华人民共和国 全国人民代表大会及其常务委员会 全国人民代表大会常务委员会 全国人民代表大会 \
            国务院 根据宪法，制定本法 制定本法 适用本法 本法所称，是指 县级以上地方人民政府 县级以上人民政府 \
            省、自治区、直辖市 任何个人和组织 任何组织和个人 公民、法人和其他组织 个人和组织 应当 不得 可以 \
            由其规定 由国务院规定 具体办法由国务院 滥用职权、玩忽职守、徇私舞弊 给他人造成损害的，依法承担民事责任 \
            单位和个人 组织和个人 其他组织 依照刑法有关规定追究刑事责任 依照刑法有关规定 追究刑事责任 \
            依照治安管理处罚法的有关规定 依照治安管理处罚法有关规定 给予治安管理处罚 构成违反治安管理行为的 \
            造成他人人身、财产损害的 造成损害的 依法承担民事责任 徇私舞弊、滥用职权或者玩忽职守 \
            滥用职权、玩忽职守、徇私舞弊 玩忽职守、滥用职权、徇私舞弊 不构成犯罪的 情节显著轻微 直接责任人员 限期改正 \
            逾期不改正的 可以并处罚款 处罚款 予以处罚 依照前款规定处罚 处分 责令停业整顿 情节特别严重的 \
            由公安机关依照 依法给予 涉嫌犯罪的 依法追究法律责任
            """) + [
            "constitutes a crime", "shall be held criminally liable", "in accordance with the law",
            "in accordance with law", "shall be ordered to make corrections", "a warning", "unlawful gains",
            "illegal gains", "not less than", "not more than", "the person directly in charge",
            "other directly responsible persons", "shall come into force", "shall enter into force",
            "the provisions of this Law", "violates the provisions of this Law",
            "of the People's Republic of China",
            "laws and administrative regulations", "if the circumstances are serious", "a fine of",
            "any of the following", "the following", "shall", "the State Council", "of this Law",
            "the relevant competent department", "orders it to make corrections", "to make corrections",
            "gives it a warning", "gives a warning", "it may also be ordered to", "it may also order",
            "may also order", "or have its relevant business permit",
            "or its business licence revoked", "or revoke the relevant business permit",
            "or the business licence",
            "to cease business for rectification or", "the cessation of business for rectification, or",
            "suspend the business concerned, to cease business for rectification or to close its website, or",
            "the suspension of the business concerned or the cessation of business for rectification, or",
            "where the circumstances are serious, it may also",
            "confiscates the unlawful gains", "confiscates",
            "the unlawful gains or", "the unlawful gains", "and confiscates",
            "of not less than one time and not more than", "or, where there are no unlawful gains",
            "where there are no unlawful gains or", "where there are no unlawful gains",
            "serious, it may also",
            "there are no unlawful gains", "times the unlawful gains", "one time and not more than",
            "may also be imposed",
            "is also imposed", "may also order the suspension of the business concerned",
            "the suspension of the business concerned", "suspend the business concerned",
            "the cessation of business for rectification", "cease business for rectification",
            "close its website",
            "revoke the relevant business permit or the business licence", "the relevant business permit",
            "the business licence", "directly responsible persons in charge", "other directly liable persons",
            "the directly responsible persons in charge and other directly liable persons",
            "where the circumstances are serious", "or the circumstances are serious",
            "it refuses to make corrections",
            "are fined not less than", "is fined not less than", "does not constitute a crime",
            "imposes a fine of not less than", "a fine of not less than", "in violation of",
        ]

    private static func split(_ words: String) -> [String] {
        words.split(separator: " ").map(String.init)
    }
}
