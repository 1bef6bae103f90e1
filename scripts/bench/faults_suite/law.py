"""The laws that the fault server serves: an invented statute, with as many titles as there are addresses."""
from dataclasses import dataclass, replace
from pathlib import Path

SKELETON = Path(__file__).with_name("law.txt")
DIGITS = "零一二三四五六七八九"
SUBJECTS = [
    colour + place for place in "山河林原洲港岛桥城泉湖岭溪滩峰谷" for colour in "青白赤金玉星云春秋海石松竹兰"
]
"""Words that make titles differ from each other; they name nothing."""


def numeral(number):
    """A number below 100 as statutes write it: 21 is 二十一."""
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else DIGITS[tens]) + "十" if tens else ""
    return head + (DIGITS[ones] if ones or not tens else "")


@dataclass(frozen=True)
class Article:
    """What stands under one number: a first paragraph, then paragraphs and items."""

    lines: tuple
    chapter: int


@dataclass(frozen=True)
class Law:
    """A statute that can be amended as legislatures do, and told as lines."""

    title: str
    subject: str
    articles: tuple
    chapters: tuple
    headnote: str = "（2019年3月14日第十三届全国人民代表大会常务委员会第九次会议通过）"

    def lines(self):
        """(kind, text), kind one of title, note, chapter, article, paragraph and item."""
        yield "title", self.title
        yield "note", self.headnote
        shown = 0
        for number, article in enumerate(self.articles, 1):
            while shown < article.chapter:
                yield "chapter", f"第{numeral(shown + 1)}章　{self.chapters[shown]}"
                shown += 1
            yield "article", f"第{numeral(number)}条　{article.lines[0][1]}"
            item = 0
            for kind, text in article.lines[1:]:
                item += kind == "item"
                yield kind, f"（{numeral(item)}）{text}" if kind == "item" else text

    def with_words(self, number, old, new):
        """The law with other words in one article."""
        article = self.articles[number - 1]
        lines = tuple((kind, text.replace(old, new)) for kind, text in article.lines)
        if lines == article.lines:
            raise ValueError(f"article {number} does not say {old}")
        return self._with(number - 1, 1, replace(article, lines=lines))

    def with_article(self, after, text):
        """The law with one more article; those after it are renumbered, as legislatures do."""
        return self._with(after, 0, Article((("paragraph", text),), self.articles[after - 1].chapter))

    def without(self, first, last=None):
        """The law without some articles, the others renumbered: only a legislature does that."""
        return self._with(first - 1, (last or first) - first + 1)

    def amended(self, date="2026年11月20日"):
        """The same words under a headnote that names an amendment."""
        note = self.headnote.removesuffix("）") + f"　根据{date}第十四届全国人民代表大会常务委员会第二十六次会议"
        return replace(self, headnote=f"{note}《关于修改〈{self.title}〉的决定》修正）")

    def _with(self, start, count, *articles):
        return replace(self, articles=self.articles[:start] + articles + self.articles[start + count:])


def law(index):
    """The law at one address. No two share a title or a subject."""
    name = SUBJECTS[index % len(SUBJECTS)]
    if index >= len(SUBJECTS):
        raise ValueError("there are no more names for laws")
    subject = f"{name}数据贸易"
    chapters, articles = [], []
    for line in SKELETON.read_text(encoding="utf-8").replace("SUBJECT", subject).splitlines():
        kind, text = line.split(" ", 1)
        if kind == "#":
            chapters.append(text)
        elif kind == "条":
            articles.append(Article((("paragraph", text),), len(chapters)))
        else:
            added = ("item" if kind == "项" else "paragraph", text)
            articles[-1] = replace(articles[-1], lines=(*articles[-1].lines, added))
    return Law(f"中华人民共和国{subject}促进法", subject, tuple(articles), tuple(chapters))


def foreign(law):
    """Another law of the same build: other title, other subject, other duties."""
    def words(text):
        return text.replace(law.subject, "海域养殖").replace("数据", "苗种").replace("三十日", "四十日").replace("三年", "六年")
    articles = tuple(
        replace(article, lines=tuple((kind, words(text)) for kind, text in article.lines)) for article in law.articles)
    return replace(law, title="中华人民共和国海域养殖管理法", subject="海域养殖", articles=articles,
                   headnote="（2021年4月29日第十三届全国人民代表大会常务委员会第二十八次会议通过）")


def rules(law):
    """Rules that a ministry made under the law."""
    return replace(foreign(law), title=law.title.removeprefix("中华人民共和国") + "实施办法",
                   articles=foreign(law).articles[:20], headnote="（2020年2月1日国务院贸易主管部门令第3号公布）")
