"""Laws that we make up, and what a legislator may do to them."""

import random
from dataclasses import dataclass, field, replace

DIGITS = "零一二三四五六七八九"

SUBJECTS = [
    "平台经营者", "数据处理者", "登记机构", "检验机构", "主管部门", "县级以上地方人民政府", "服务提供者", "设备制造者",
    "仓储企业", "公共机构", "行业组织", "受托人", "运输企业", "建设单位", "使用单位", "审计机构", "培训机构", "代理人",
]
DUTIES = [
    "建立台账并如实记载", "制定应急预案并定期演练", "在营业场所公示收费标准", "保存记录不少于{n}年", "自收到申请之日起{n}日内作出决定",
    "指定专人负责日常检查", "对从业人员进行岗前培训", "每年公布上一年度的工作情况", "向所在地主管部门备案", "在合同中写明双方的责任",
    "采取措施防止损失扩大", "如实提供有关材料", "对收到的投诉在{n}日内答复", "按照国家标准标明产品的来源", "为残疾人提供便利",
    "委托有资质的机构进行检测", "在显著位置标明注意事项", "定期核对库存数量", "及时更正不准确的信息", "妥善保管交付的物品",
    "将检查结果告知当事人", "配合有关部门的调查", "建立内部举报渠道", "对重要环节进行双人复核", "限期整改发现的问题",
]
CONDITIONS = [
    "发生事故的，", "变更名称或者住所的，", "停止经营前，", "接到举报后，", "遇有特殊情况时，", "委托他人办理的，", "跨省开展业务的，",
    "涉及公共利益的，", "首次开展业务前，", "经催告仍不改正的，", "", "", "", "",
]
MODALS = ["应当", "应当", "应当", "可以", "必须"]
ENDS = [
    "法律另有规定的，从其规定。", "具体办法由国务院规定。", "任何单位和个人不得阻碍。", "所需经费列入年度预算。", "不得收取费用。",
    "违反规定的，处{n}万元以下的罚款。", "情节严重的，责令停业{n}个月。",
]
ITEMS = [
    "有固定的场所", "有{n}名以上专业人员", "有健全的管理制度", "近{n}年内没有重大违法记录", "有与业务相适应的设备", "符合当地的规划",
    "已经办理登记", "有不少于{n}万元的资金",
]
TOPICS = [
    "仓单流转", "公共停车", "检验检测", "档案寄存", "水路客运", "冷链运输", "电子凭证", "二手设备", "社区养老", "农机共享", "种苗登记",
    "岩心保管", "渔港管理", "航标维护", "桥梁检修", "隧道通风", "燃气计量", "热力供应", "建筑节材", "木材标识", "矿泉保护", "盐业储备",
    "茶叶原产", "丝绸标准", "陶瓷安全", "乐器检定", "眼镜配制", "钟表计时", "印刷备案", "翻译服务", "讲解服务", "标本交换", "气象服务",
    "地名使用", "测绘标志", "海图更新", "潮位观测", "雷电防护", "冰雪场地", "温泉利用",
]
CHAPTERS = ["总则", "登记与备案", "经营规范", "监督检查", "法律责任", "附则"]
SESSIONS = "第十四届全国人民代表大会常务委员会"


def numeral(number: int) -> str:
    """A number below 1,000 as it stands in 第…条."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    written = DIGITS[hundreds] + "百" if hundreds else ""
    if tens:
        written += ("" if tens == 1 and not hundreds else DIGITS[tens]) + "十"
    elif hundreds and ones:
        written += "零"
    return written + (DIGITS[ones] if ones else "")


def chinese_day(day) -> str:
    """A `datetime.date` in the words of a headnote."""
    return f"{day.year}年{day.month}月{day.day}日"


@dataclass(frozen=True)
class Article:
    paragraphs: tuple[str, ...]
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class Law:
    title: str
    headnotes: tuple[str, ...]
    chapters: tuple[tuple[str, tuple[Article, ...]], ...]

    @property
    def articles(self) -> list[Article]:
        return [article for _, articles in self.chapters for article in articles]

    def lines(self) -> list[tuple[str, str]]:
        """(kind, words): title, headnote, chapter, article, item; as a page shows them."""
        out = [("title", self.title), ("headnote", "（" + "　".join(self.headnotes) + "）")]
        number = 0
        for index, (heading, articles) in enumerate(self.chapters, 1):
            out.append(("chapter", f"第{numeral(index)}章　{heading}"))
            for article in articles:
                number += 1
                for place, paragraph in enumerate(article.paragraphs):
                    label = f"第{numeral(number)}条　" if place == 0 else ""
                    out.append(("article", label + paragraph))
                for place, item in enumerate(article.items, 1):
                    stop = "。" if place == len(article.items) else "；"
                    out.append(("item", f"（{numeral(place)}）{item}{stop}"))
        return out

    def with_article(self, at: int, *articles: Article) -> "Law":
        """The article at `at` (from 0, through the whole law) replaced by these; by none, taken out."""
        chapters = []
        for heading, old in self.chapters:
            if 0 <= at < len(old):
                chapters.append((heading, old[:at] + articles + old[at + 1 :]))
            else:
                chapters.append((heading, old))
            at -= len(old)
        return replace(self, chapters=tuple(chapters))


@dataclass
class Drafter:
    """Writes sentences that it has not written before."""

    dice: random.Random
    written: set[str] = field(default_factory=set)

    def sentence(self) -> str:
        while True:
            end = self.dice.choice(ENDS) if self.dice.random() < 0.35 else ""
            words = (
                f"{self.dice.choice(CONDITIONS)}{self.dice.choice(SUBJECTS)}{self.dice.choice(MODALS)}"
                f"{self.filled(self.dice.choice(DUTIES))}，并{self.filled(self.dice.choice(DUTIES))}。{self.filled(end)}"
            )
            if words not in self.written:
                self.written.add(words)
                return words

    def filled(self, words: str) -> str:
        return words.replace("{n}", numeral(self.dice.randint(2, 60)))

    def article(self) -> Article:
        if self.dice.random() < 0.2:
            items = self.dice.sample(ITEMS, self.dice.randint(3, 5))
            lead = f"{self.dice.choice(SUBJECTS)}从事前条业务，应当具备下列条件："
            return Article((lead,), tuple(self.filled(item) for item in items))
        return Article(tuple(self.sentence() for _ in range(self.dice.choice((1, 1, 2)))))


def enacted(index: int, seed: int) -> Law:
    """The law of one source as it was adopted; always the same for the same numbers."""
    dice = random.Random(f"law {seed} {index}")
    drafter = Drafter(dice)
    topic = TOPICS[index % len(TOPICS)]
    again = index // len(TOPICS)
    title = f"中华人民共和国{topic}{numeral(again + 1) + '类' if again else ''}法"
    sizes = [dice.randint(4, 9) for _ in CHAPTERS]
    chapters = tuple(
        (heading, tuple(drafter.article() for _ in range(size))) for heading, size in zip(CHAPTERS, sizes)
    )
    first = Article((f"为了规范{topic}活动，保护当事人的合法权益，制定本法。",))
    year, month, day = dice.randint(2009, 2019), dice.randint(1, 12), dice.randint(1, 28)
    last = Article((f"本法自{year + 1}年{dice.randint(1, 12)}月1日起施行。",))
    chapters = (
        (chapters[0][0], (first,) + chapters[0][1]), *chapters[1:-1], (chapters[-1][0], chapters[-1][1][:2] + (last,))
    )
    session = f"第十二届全国人民代表大会常务委员会第{numeral(dice.randint(2, 30))}次会议"
    return Law(title, (f"{year}年{month}月{day}日{session}通过",), chapters)


def amended(law: Law, how: str, dice: random.Random, day=None) -> Law:
    """The law after one act of the legislator.

    `how`: `article` (one article gets other words), `inserted`, `repealed` (both renumber what follows), `revision`
    (most of it anew). With `day` the headnotes name the decision.
    """
    drafter = Drafter(dice, {words for article in law.articles for words in article.paragraphs})
    articles = law.articles
    # Never the first and the last: purpose and date of effect.
    plain = [at for at, article in enumerate(articles) if 0 < at < len(articles) - 1 and not article.items]
    at = dice.choice(plain)
    if how == "article":
        law = law.with_article(at, Article((drafter.sentence(),) + articles[at].paragraphs[1:]))
    elif how == "inserted":
        law = law.with_article(at, articles[at], drafter.article())
    elif how == "repealed":
        law = law.with_article(at)
    elif how == "revision":
        for place in plain:
            if dice.random() < 0.6:
                law = law.with_article(place, drafter.article())
        law = law.with_article(plain[0], law.articles[plain[0]], drafter.article(), drafter.article())
    else:
        raise ValueError(how)
    if day is None:
        return law
    session = f"{SESSIONS}第{numeral(dice.randint(2, 40))}次会议"
    if how == "revision":
        note = f"{chinese_day(day)}{session}修订"
    else:
        note = f"根据{chinese_day(day)}{session}《关于修改〈{law.title}〉的决定》修正"
    return replace(law, headnotes=law.headnotes + (note,))


def without_items(law: Law) -> Law:
    """What a careless relaunch of a site does: every list is gone, and the last article with it."""
    chapters = [
        (heading, tuple(replace(article, items=(), paragraphs=article.paragraphs[:1]) for article in articles))
        for heading, articles in law.chapters
    ]
    heading, articles = chapters[-1]
    return replace(law, chapters=tuple(chapters[:-1] + [(heading, articles[:-1])]))
