import Alerts
import Redline
import Rendering
import Statute

/// Values built by hand: a small law of our own words in two versions.
enum Fixtures {
    static func article(_ number: String, _ label: String, _ lines: String...) -> Provision {
        let path = ProvisionPath.root.appending(.article, number)
        var node = Provision(
            kind: .article, number: number, label: label, text: lines.first ?? "", path: path)
        node.children = lines.dropFirst().enumerated().map { index, text in
            Provision(
                kind: .item, number: "\(index + 1)", label: "（\(index + 1)）", text: text,
                path: path.appending(.item, "\(index + 1)"))
        }
        return node
    }

    static func text(_ title: String, _ chapters: [(String, String, [Provision])]) -> StatuteText {
        var root = Provision(kind: .body)
        root.children = chapters.enumerated().map { index, chapter in
            Provision(
                kind: .chapter, number: "\(index + 1)", label: chapter.0, heading: chapter.1,
                children: chapter.2,
                path: ProvisionPath.root.appending(.chapter, "\(index + 1)"))
        }
        return StatuteText(title: title, language: .zh, headnotes: ["（测试文本）"], root: root)
    }

    /// The edit that turns the one stretch of `before` in brackets into the one of `after` in brackets.
    static func edit(_ before: String, _ after: String, _ reason: ReasonClass) -> (String, String, Edit) {
        func parse(_ text: String) -> (String, Range<Int>) {
            var plain = String.UnicodeScalarView()
            var start = 0
            var end = 0
            for scalar in text.unicodeScalars {
                switch scalar {
                case "[": start = plain.count
                case "]": end = plain.count
                default: plain.append(scalar)
                }
            }
            return (String(plain), start..<end)
        }
        let (old, oldRange) = parse(before)
        let (new, newRange) = parse(after)
        return (old, new, Edit(before: oldRange, after: newRange, class: reason))
    }

    /// A change of one article whose changed words stand in brackets on both sides.
    static func modified(
        _ before: String, _ after: String, number: (String, String) = ("21", "23"),
        labels: (String, String) = ("第二十一条", "第二十三条"), reason: ReasonClass = .modality,
        words: (String, String)? = nil, direction: Direction = .tightened,
        significance: Significance = .substantive,
        fidelity: (Fidelity, Fidelity) = (.official, .official)
    ) -> ProvisionChange {
        let (old, new, edit) = edit(before, after, reason)
        let a = ArticleText(article(number.0, labels.0, old))
        let b = ArticleText(article(number.1, labels.1, new))
        return ProvisionChange(
            kind: .modified, before: [a], after: [b],
            links: [
                ProvisionLink(
                    before: a.path, after: b.path, similarity: 0.93333, ground: .wording, edits: [edit])
            ],
            moved: false, significance: significance,
            reasons: [
                Reason(
                    reason, before: words.map { ReasonValue(text: $0.0) },
                    after: words.map { ReasonValue(text: $0.1) },
                    direction: direction)
            ], fidelityBefore: fidelity.0, fidelityAfter: fidelity.1)
    }

    static func one(
        _ kind: ChangeKind, before: Provision? = nil, after: Provision? = nil,
        significance: Significance = .substantive,
        moved: Bool = false, fidelity: (Fidelity?, Fidelity?) = (.official, .official)
    ) -> ProvisionChange {
        let old = before.map(ArticleText.init)
        let new = after.map(ArticleText.init)
        var links: [ProvisionLink] = []
        if let old, let new {
            links = [
                ProvisionLink(before: old.path, after: new.path, similarity: 1, ground: .exact, edits: [])
            ]
        }
        return ProvisionChange(
            kind: kind, before: [old].compactMap { $0 }, after: [new].compactMap { $0 }, links: links,
            moved: moved,
            significance: significance, reasons: [], fidelityBefore: old == nil ? nil : fidelity.0,
            fidelityAfter: new == nil ? nil : fidelity.1)
    }

    static func changeSet(_ changes: [ProvisionChange], rewrite: Bool = false, title: String = "示例安全法")
        -> ChangeSet
    {
        func frame(_ articles: [ArticleText], _ title: String) -> Frame {
            Frame(of: text(title, [("第一章", "总则", articles.map(\.provision))]))
        }
        let old = changes.flatMap(\.before)
        let new = changes.flatMap(\.after)
        return ChangeSet(
            old: .init(title: title, language: .zh, articles: old.count),
            new: .init(title: title, language: .zh, articles: new.count), rewrite: rewrite, changes: changes,
            oldFrame: frame(old, title), newFrame: frame(new, title))
    }

    static let oldCaption = VersionCaption(
        "2015-07-06.draft-1", events: [.init("published", "2015-07-06")], fidelity: .reported,
        source: "https://example.org/draft-1")
    static let newCaption = VersionCaption(
        "2016-11-07.adopted", events: [.init("adopted", "2016-11-07"), .init("in force", "2017-06-01")],
        fidelity: .official, source: "https://example.org/adopted")

    static func view(_ changes: [ProvisionChange], findings: SidedFindings = SidedFindings()) -> RedlineView {
        RedlineView(changeSet(changes), old: oldCaption, new: newCaption, findings: findings)
    }

    static func finding(
        _ article: ProvisionPath, _ range: Range<Int>, concept: String = "source-code-disclosure",
        polarity: Polarity = .requires
    ) -> Finding {
        Finding(
            concept: concept, polarity: polarity, path: article, article: article, actor: "网络运营者",
            beneficiary: "主管部门", evidence: "应当提交源代码", range: range, rule: "duty")
    }

    static let alert = Alert(
        id: "a1b2c3", instrument: "cn/example-law", from: "2015-07-06.draft-1", to: "2016-11-07.adopted",
        before: [ProvisionPath("art_21")], after: [ProvisionPath("art_23")],
        concept: "source-code-disclosure",
        polarity: .requires, effect: .introduced, commitment: "xo-eco-6-no-forced-tech-transfer",
        direction: .away,
        excludedBy: nil, force: .political, severity: .high, confidence: .medium, fidelity: .reported,
        reason: "The text now lets an authority demand source code.",
        limits: "A rule that applies to everybody alike may fall outside.",
        evidence: [.init(side: .after, path: ProvisionPath("art_23"), text: "应当向主管部门提交源代码")])

    /// A law with one change of every kind.
    static var sample: RedlineView {
        let changed = modified(
            "网络运营者[可以]向主管部门提交其产品的源代码，主管部门对知悉的商业秘密不负保密义务。",
            "网络运营者[应当]向主管部门提交其产品的源代码，主管部门对知悉的商业秘密不负保密义务。",
            words: ("可以", "应当"))
        let source = article("27", "第二十七条", "任何人不得非法侵入他人网络、干扰网络正常功能；不得提供专门用于从事侵入网络活动的程序、工具。")
        let first = article("29", "第二十九条", "任何人不得非法侵入他人网络、干扰网络正常功能。")
        let second = article("30", "第三十条", "任何个人和组织不得提供专门用于从事侵入网络活动的程序、工具。")
        let a = ArticleText(source)
        let b = ArticleText(first)
        let c = ArticleText(second)
        let splitAt = 22
        let total = a.string.unicodeScalars.count
        let split = ProvisionChange(
            kind: .split, before: [a], after: [b, c],
            links: [
                ProvisionLink(
                    before: a.path, after: b.path, similarity: 0.7, ground: .wording,
                    edits: [Edit(before: splitAt..<(total - 1), after: splitAt..<splitAt, class: .text)]),
                ProvisionLink(
                    before: a.path, after: c.path, similarity: 0.6, ground: .partial,
                    edits: [Edit(before: 0..<(splitAt + 1), after: 0..<7, class: .text)]),
            ], moved: false, significance: .substantive, reasons: [], fidelityBefore: .reported,
            fidelityAfter: .official)
        var changes: [ProvisionChange] = []
        for number in 1...5 {
            let words = article("\(number)", "第\(number)条", "第\(number)段没有变化的文字。")
            changes.append(one(.unchanged, before: words, after: words))
        }
        changes.append(
            one(
                .inserted,
                after: article(
                    "6", "第六条", "国家鼓励有关企业开展网络安全认证，并建立下列制度：", "个人信息应当在境内存储；", "确需向境外提供的，应当进行安全评估。")))
        for number in 6...20 {
            changes.append(
                one(
                    .renumbered, before: article("\(number)", "第\(number)条", "相同的文字之\(number)。"),
                    after: article("\(number + 1)", "第\(number + 1)条", "相同的文字之\(number)。"),
                    significance: .formal))
        }
        changes.append(changed)
        changes.append(
            modified(
                "违反本法规定的，由有关主管部门处[五万元]以下罚款。", "违反本法规定的，由有关主管部门处[十万元]以下罚款。",
                number: ("22", "24"), labels: ("第二十二条", "第二十四条"), reason: .amount, words: ("五万元", "十万元")))
        changes.append(
            one(.repealed, before: article("23", "第二十三条", "有关部门可以要求提供“解密接口”<script>alert(1)</script>。")))
        changes.append(
            one(
                .renumbered, before: article("40", "第四十条", "本法所称网络，是指由计算机组成的系统。"),
                after: article("25", "第二十五条", "本法所称网络，是指由计算机组成的系统。"), significance: .formal, moved: true))
        changes.append(split)
        for number in 31...38 {
            let words = article("\(number)", "第\(number)条", "推定相同的文字之\(number)。")
            changes.append(one(.unchanged, before: words, after: words, fidelity: (.assumed, .official)))
        }
        var view = view(
            changes,
            findings: SidedFindings(
                before: [finding(ProvisionPath("art_21"), 18..<21, polarity: .permits)],
                after: [
                    finding(ProvisionPath("art_23"), 18..<21),
                    finding(ProvisionPath("art_6"), 30..<37, concept: "data-localisation"),
                ]))
        view.changes.oldFrame = Frame(
            of: text("示例安全法（草案）", [("第一章", "总则", changes.flatMap(\.before).map(\.provision))]))
        view.changes.newFrame = Frame(
            of: text(
                "示例安全法",
                [
                    ("第一章", "总则", changes.prefix(6).flatMap(\.after).map(\.provision)),
                    ("第二章", "网络运行安全", changes.dropFirst(6).flatMap(\.after).map(\.provision)),
                ]))
        return view
    }

    static var digest: DigestView {
        let redline = EntryRedline(sample.drawn[1], findings: sample.findings).parts.first?.stretches ?? []
        return DigestView(
            headline: "示例安全法: the adopted text makes the handing over of source code a duty",
            instrument: "Example Security Law", chineseTitle: "示例安全法", from: oldCaption, to: newCaption,
            sections: [
                .init(
                    commitment: "xo-eco-6-no-forced-tech-transfer", title: "No forced transfer of technology",
                    force: .political, since: "2015-09-25",
                    items: [
                        .init(
                            title: "第二十一条 → 第二十三条, modified", concept: "source-code-disclosure",
                            polarity: .requires, effect: .strengthened, direction: .away, severity: .high,
                            confidence: .medium, fidelity: .reported,
                            sentence:
                                "What operators were allowed to do they now have to do: hand over source code.",
                            reason: "A duty to hand over source code as such transfers technology.",
                            limits: "A rule that applies to all alike, for security, may fall outside.",
                            before: [
                                .init(
                                    label: "第二十一条", text: "网络运营者可以向主管部门提交其产品的源代码，主管部门对知悉的商业秘密不负保密义务。",
                                    language: .zh, fidelity: .reported)
                            ],
                            after: [
                                .init(
                                    label: "第二十三条", text: "网络运营者应当向主管部门提交其产品的源代码，主管部门对知悉的商业秘密不负保密义务。",
                                    language: .zh, fidelity: .official)
                            ], redline: redline, link: "https://lexwatch.example/cn/example-law#after-art_23")
                    ])
            ],
            claims: [
                .init(
                    Claim(
                        id: "c", date: "2015-10", by: "a law firm's client alert",
                        concept: "source-code-disclosure",
                        claim: "the draft demands source code.", about: ["draft-1"],
                        answer: "the draft allows it only.",
                        confidence: "sourced", sources: ["https://example.org/alert"]),
                    fact: "0 findings in 2 texts.")
            ], otherChanges: ["第二十四条: 五万元→十万元 (tightened)"],
            formal: "15 articles renumbered only: 6–20 → 7–21.",
            unknown: "8 articles of the draft are only assumed to read as later: 31–38.",
            trust: ["2015-07-06.draft-1: 8 provisions assumed"],
            sources: ["https://example.org/draft-1", "https://example.org/adopted"],
            footer: [
                "You get this because you follow Example Security Law.",
                "https://lexwatch.example/unsubscribe",
            ])
    }

    static func envelope(subject: String = "示例安全法: 1 change bears on commitments") -> MailMessage {
        MailMessage(
            from: MailAddress("digest@lexwatch.example", name: "Lexwatch 法律观察"),
            to: [MailAddress("reader@example.org", name: "Müller, A.")], date: 1_478_500_000,
            subject: subject,
            listID: "example-law.lexwatch.example", listName: "Example Security Law",
            unsubscribe: ["https://lexwatch.example/u/abc", "mailto:stop@lexwatch.example"], text: "",
            html: nil)
    }
}
