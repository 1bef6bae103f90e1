"""Faults that look like success: a page comes with 200 and is not the law, or not the whole of it."""
from dataclasses import replace
from html import escape

from . import pages, wire
from .fault import REFUSED, SAME_OR_HELD, SUSPECT, Fault, says, sends, serves
from .law import foreign, rules


def body(make):
    """The usual page around another body; the body is drawn from the law."""
    return serves(lambda law: pages.page(law, body=make(law)))


def some(law, keep):
    """The body with the articles that `keep` wants; nothing is renumbered."""
    return pages.markup(_Some(law, keep))


class _Some:
    """A law of which a page shows a part only."""

    def __init__(self, whole, keep):
        self.whole, self.keep = whole, keep

    def lines(self):
        number = 0
        for kind, text in self.whole.lines():
            number += kind == "article"
            if number == 0 or kind == "chapter" or self.keep(number):
                yield kind, text


def without_items(law):
    """A site's new editor has lost all lists."""
    return "\n".join(pages.TAGS[kind].format(escape(text)) for kind, text in law.lines() if kind != "item")


def without_numbers(law):
    """The labels of the articles have become the numbers of a list, which the text does not hold."""
    words = [f"<li>{escape(text.split('　', 1)[1])}</li>" if kind == "article" else pages.TAGS[kind].format(escape(text))
             for kind, text in law.lines()]
    return "\n".join(words)


def shortened(law):
    """Every line is cut behind a few signs: the preview of a page that unfolds by script."""
    return "\n".join(pages.TAGS[kind].format(escape(text[:14] + ("……展开" if len(text) > 14 else "")))
                     for kind, text in law.lines())


def first_page(law):
    return some(law, lambda number: number <= 18) + '<div class="pages">1 <a href="/law_2.html">2</a> <a href="/law_3.html">下一页</a></div>'


def attached(law):
    return (f'<p>{law.title}已经公布，全文见附件。</p><p>附件：<a href="/files/text.docx">{law.title}.docx</a></p>')


def news(law):
    return (f"<p>新华社记者报道：{law.title}近日获得通过，共七章四十六条，自公布之日起引起各界关注。</p>"
            "<p>该法第八条规定，经营者应当办理登记。专家认为，第三十五条关于源代码的规定值得注意。</p>")


def explained(law):
    """An annotated edition: a gloss behind every article."""
    return "\n".join(pages.TAGS[kind].format(escape(text) + ("<br>【释义】本条是关于" + escape(text[4:12]) + "的规定。" if kind == "article" else ""))
                     for kind, text in law.lines())


def consultation(law):
    """A draft of a later amendment stands at the address of the law in force."""
    draft = law.with_words(8, "三十日", "十日").with_words(20, "三年", "五年")
    return replace(draft, title=law.title + "（修订草案征求意见稿）", headnote="（征求意见截止日期：2026年12月31日）")


def suspended(law):
    return f"<h1>{law.title}</h1><p>根据有关规定，本页内容正在更新中，敬请期待。</p>"


def english(law):
    lines = "".join(f"<p>Article {n} An operator shall keep what this Article names in good order.</p>" for n in range(1, 47))
    return f"<h1>Law on the Promotion of Trade in Data</h1>{lines}"


def two_laws(visit):
    """The implementing rules have been put below the law, on the same page."""
    return wire.response(pages.page(visit.law, body=pages.markup(visit.law) + "\n" + pages.markup(rules(visit.law))))


def tools_inside(law):
    """Buttons and a line of advertising inside the element that holds the law."""
    text = pages.markup(law)
    head = '<div class="tools">字号：大 中 小　打印本页　分享到：微信 微博</div>\n'
    return head + text + '\n<div class="qr">扫一扫在手机打开当前页</div><div>责任编辑：王小明</div>'


def related_inside(law):
    return pages.markup(law) + "\n<ul>" + "".join(f"<li>{words}</li>" for words in pages.NEIGHBOURS) + "</ul>"


def renamed_elements(visit):
    """A new design: other elements, another id, a table instead of paragraphs."""
    rows = "<table>" + pages.markup(visit.law, pages.ROWS) + "</table>"
    return wire.response(pages.page(visit.law, body=rows, hold="content_main_2026"))


def one_paragraph(law):
    """The same text with line breaks instead of paragraphs."""
    return "<p>" + "<br>\n".join(escape(text) for _, text in law.lines()) + "</p>"


def deep(law):
    return "<div>" * 200_000 + pages.markup(law) + "</div>" * 200_000


def attributes(law):
    return "<p " + " ".join(f"a{i}=''" for i in range(300_000)) + "></p>" + pages.markup(law)


def flip(visit):
    """A node of the cache with another text; which one answers changes from night to night."""
    return wire.response(pages.page(visit.law.with_words(22, "价格指数", "指导价格") if visit.nights % 2 else visit.law))



FAULTS = [
    Fault("maintenance-page", "a notice of maintenance, 200", REFUSED, says(pages.maintenance)),
    Fault("captcha-page", "a firewall's challenge, 200", REFUSED, says(pages.challenge)),
    Fault("soft-404", "“the page does not exist”, 200", REFUSED, says(pages.missing)),
    Fault("login-wall", "a login form at the same address, 200", REFUSED, says(pages.login)),
    Fault("block-page-200", "“access denied”, 200", REFUSED, says(pages.notice("访问受限", "您所在的地区暂不支持访问本站。"))),
    Fault("site-closed", "the site has moved to an app", REFUSED, says(pages.notice("通知", "本网站已停止更新，请下载客户端查看。"))),
    Fault("parked-name", "the name has been sold", REFUSED, says(pages.notice("域名出售", "本域名可转让，请联系客服。", hold="main"))),
    Fault("shell-without-law", "the site's frame, and nothing inside", REFUSED, body(lambda law: "")),
    Fault("script-shell", "an empty element that a script would fill", REFUSED,
          says('<html><head><meta charset="utf-8"></head><body><div id="app"></div><script src="/app.js"></script></body></html>')),
    Fault("being-updated", "the title and “being updated”", REFUSED, body(suspended)),
    Fault("attachment-only-page", "the text has moved into an attachment", SUSPECT, body(attached)),
    Fault("news-of-the-law", "a report on the law under its title", SUSPECT, body(news)),
    Fault("other-law", "another law, well formed", SUSPECT, sends(lambda v: foreign(v.law))),
    Fault("other-law-same-frame", "another law's text in the page of this one", SUSPECT,
          lambda v: wire.response(pages.page(v.law, body=pages.markup(foreign(v.law))))),
    Fault("draft-at-the-address", "the draft of an amendment under the law's address", SUSPECT,
          serves(lambda law: pages.page(consultation(law)))),
    Fault("english-version", "the English version", SUSPECT, body(english)),
    Fault("two-laws", "a second text below the law", SUSPECT, two_laws),
    Fault("annotated", "an edition with a gloss behind every article", SUSPECT, body(explained)),
    Fault("old-version", "a cache serves the law before its amendment", ("quarantined",),
          lambda v: wire.response(pages.page(v.site.first), fields=("Age: 1209600", "X-Cache: HIT")),
          base=lambda law: law.with_words(8, "三十日内", "二十日内").amended("2023年12月29日")),
    Fault("half-the-law", "the first half, in good order, with the page's end", SUSPECT,
          body(lambda law: some(law, lambda n: n <= 23))),
    Fault("first-of-three-pages", "the text has been spread over three pages", SUSPECT, body(first_page)),
    Fault("last-chapter-lost", "the last articles are missing", SUSPECT, body(lambda law: some(law, lambda n: n <= 43))),
    Fault("first-chapter-lost", "the text begins with Article 8", SUSPECT, body(lambda law: some(law, lambda n: n >= 8))),
    Fault("article-lost", "one article in the middle is missing", SUSPECT, body(lambda law: some(law, lambda n: n != 21))),
    Fault("items-lost", "“the following:” and nothing follows", SUSPECT, body(without_items)),
    Fault("numbers-lost", "the articles' numbers are those of an HTML list", SUSPECT, body(without_numbers)),
    Fault("articles-twice", "one article stands twice", SUSPECT,
          body(lambda law: pages.markup(law).replace("\n<p>　　第二十二条", "\n<p>　　第二十一条　见上。</p>\n<p>　　第二十二条"))),
    Fault("preview", "every line is cut: “… unfold”", SUSPECT, body(shortened)),
    Fault("flip-flop", "two nodes of a cache with two texts", ("changed", "quarantined"), flip, after=flip, may_record=1),
    Fault("tools-inside", "buttons, a code and the editor's name inside the law's element", SAME_OR_HELD, body(tools_inside)),
    Fault("neighbours-inside", "links to other notices inside the law's element", SAME_OR_HELD, body(related_inside)),
    Fault("new-design", "other elements and another id around the same text", SAME_OR_HELD, renamed_elements),
    Fault("line-breaks", "the same text with <br> instead of paragraphs", SAME_OR_HELD, body(one_paragraph)),
    Fault("nested-200000", "200,000 elements inside each other around the same text", SAME_OR_HELD + ("failed",), body(deep), heavy=True),
    Fault("attributes-300000", "an element with 300,000 attributes before the same text", SAME_OR_HELD + ("failed",), body(attributes), heavy=True),
    Fault("chrome", "another counter, day and advertisement around the same text", ("unchanged",),
          lambda v: wire.response(pages.page(v.law, counter=981_237, today="2026年11月24日",
                                             extra=f'<div class="ad" data-csrf="{v.nights}f00">双节优惠</div>'))),
    Fault("chrome-without-xpath", "the same where no element is declared", ("unchanged",), xpath=None,
          answer=lambda v: wire.response(pages.page(v.law, counter=981_237, today="2026年11月24日",
                                                    extra='<div class="ad">双节优惠</div>'))),
]
