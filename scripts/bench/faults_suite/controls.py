"""Laws that really change. What is missed here would make every other number worthless."""
from . import documents, pages, wire
from .attachments import DOCX, WORD, cover
from .fault import CHANGED, Fault

NEW = "经营者可以自行选择数据的存储地点，任何单位不得附加不合理的条件。"


def shorter(law):
    return law.with_words(8, "三十日内", "十五日内")


def control(name, what, amend, words="", not_words="", answer=None, **how):
    """A law that changes in the night and stays as it then is; `answer` serves it in that night and after."""
    answer = answer or (lambda visit: visit.good())
    return Fault(name, what, CHANGED, answer, after=answer, amend=amend, words=words, not_words=not_words, **how)


def in_gbk(visit):
    return wire.response(pages.page(visit.law, charset="gbk").encode("gb18030"), kind="text/html; charset=gbk")


def redesigned(visit):
    rows = "<table>" + pages.markup(visit.law, pages.ROWS) + "</table>"
    return wire.response(pages.page(visit.law, body=rows, hold="detail-2026", counter=55, today="2026年11月24日"))


def same_etag(visit):
    """The page is new; its ETag and date are those of the old one."""
    return wire.response(pages.page(visit.law), fields=(f"ETag: {visit.first_etag()}", "Last-Modified: Thu, 14 Mar 2019 08:00:00 GMT"))


def busy_first(visit):
    """Busy once in the night, then the new page."""
    if visit.number == 1:
        visit.may_come_back_in(1)
        return wire.response(pages.notice("服务繁忙", "请稍后再试。"), "503 Service Unavailable", fields=("Retry-After: 1",))
    return visit.good()


def moved(visit):
    if visit.path == "/law.html":
        return wire.redirect("/2026/law.html", "301 Moved Permanently")
    return visit.good()


FAULTS = [
    control("amended", "a period is shortened; the headnote names the amendment", lambda law: shorter(law).amended(), "十五日内", "三十日内向所在地"),
    control("amended-silently", "the same, and the headnote is as before", shorter, "十五日内", "三十日内向所在地"),
    control("one-character", "one character of a number", lambda law: law.with_words(26, "一次", "二次"), "二次风险评估", "一次风险评估"),
    control("article-inserted", "an article is inserted and those behind are renumbered", lambda law: law.with_article(24, NEW).amended(), NEW),
    control("article-repealed", "an article is repealed and those behind are renumbered; the headnote says so",
            lambda law: law.without(35).amended(), not_words="公开源代码"),
    control("sentence-deleted", "a sentence is deleted", lambda law: law.with_words(10, "不予登记的，应当书面说明理由。", ""),
            not_words="书面说明理由"),
    control("item-added-silently", "an item is added to a list", lambda law: law.with_words(17, "权属存在争议且尚未解决的。", "权属存在争议、尚未解决或者被依法查封的。"),
            "依法查封"),
    control("much-amended", "nine articles at once; the headnote names the amendment", lambda law: many(law).amended(), "十五日内"),
    control("amended-in-new-design", "amended, and the site has a new design", lambda law: shorter(law).amended(), "十五日内", answer=redesigned),
    control("amended-in-gbk", "amended, and the character set is another", lambda law: shorter(law).amended(), "十五日内", answer=in_gbk),
    control("amended-old-etag", "amended; ETag and date are those of the old page", shorter, "十五日内", answer=same_etag, validators=True),
    control("amended-behind-busy", "amended; the first answer of the night is “busy”", shorter, "十五日内", answer=busy_first),
    control("amended-and-moved", "amended, and moved to another path", lambda law: shorter(law).amended(), "十五日内", answer=moved),
    control("amended-attachment", "amended in the attached Word document; the page is as before", lambda law: shorter(law).amended(),
            "十五日内", attachment="only", dress=f"cover {WORD}", peers=False, answer=lambda v: wire.response(cover(v.law)),
            files={WORD: lambda law: (DOCX, documents.docx(law))}),
    control("amended-attachment-page-304", "the same; the page says that it has not been modified", lambda law: shorter(law).amended(),
            "十五日内", attachment="only", dress=f"cover {WORD}", peers=False, validators=True,
            files={WORD: lambda law: (DOCX, documents.docx(law))}),
]


def many(law):
    for number, old, new in ((8, "三十日内", "十五日内"), (10, "二十个", "十个"), (11, "五年", "三年"), (12, "三十日", "二十日"), (13, "九十日", "六十日"),
                             (20, "三年", "五年"), (21, "十五日", "三十日"), (24, "十日内通知", "二十日内通知"), (28, "二十四小时", "十二小时")):
        law = law.with_words(number, old, new)
    return law
