"""Faults of characters: the same text in other bytes, or bytes that are no text."""
from . import pages, wire
from .fault import REFUSED, SAME, SAME_OR_HELD, SUSPECT, Fault
from .transfers import good

TRADITIONAL = str.maketrans("条业国务门会关规数据贸经营证书发开办险处构争议时长应当级动个实与对单权为标",
                            "條業國務門會關規數據貿經營證書發開辦險處構爭議時長應當級動個實與對單權為標")
VARIANTS = str.maketrans({"立": "\uf9f7", "理": "\uf9e4", "行": "\ufa08", "不": "\uf967", "利": "\uf9dd", "更": "\uf901"})
"""Compatibility ideographs: the same characters by Unicode's own word, other code points."""


def text(change):
    """The page with other characters in it."""
    return lambda visit: wire.response(change(pages.page(visit.law)))


def gbk(visit, label, header):
    return wire.response(pages.page(visit.law, charset=label).encode("gb18030"), kind=header)


def broken_gbk(visit):
    """One character has lost its second byte."""
    body = pages.page(visit.law, charset="gbk").encode("gbk")
    mark = "合同约定的用途".encode("gbk")
    place = body.index(mark)
    return wire.response(body[: place + 1] + b"\xff" + body[place + 2:], kind="text/html; charset=gbk")


def broken_utf8(visit):
    body = good(visit)
    place = body.index("合同约定的用途".encode())
    return wire.response(body[: place + 1] + body[place + 3:])


def big5(visit):
    """The traditional edition of the site, in its own character set."""
    body = pages.page(visit.law, charset="big5").translate(TRADITIONAL).encode("big5", "xmlcharrefreplace")
    return wire.response(body, kind="text/html; charset=big5")


def twice(page):
    """UTF-8 that was read as GBK and written as UTF-8 again."""
    return page.encode("utf-8").decode("gbk", "replace")


def entities(page):
    return "".join(f"&#x{ord(sign):X};" if ord(sign) > 127 else sign for sign in page)


FAULTS = [
    Fault("gbk-called-utf-8", "the same text in GBK; header and page say UTF-8", SAME,
          lambda v: gbk(v, "utf-8", wire.HTML)),
    Fault("utf-8-called-gbk", "the same bytes; the header says GBK", SAME,
          lambda v: wire.response(good(v), kind="text/html; charset=gbk")),
    Fault("gbk-honest", "the same text in GBK, said so", SAME, lambda v: gbk(v, "gbk", "text/html; charset=gbk")),
    Fault("gb2312-in-page", "the same text in GBK; only the page says gb2312", SAME, lambda v: gbk(v, "gb2312", "text/html")),
    Fault("gbk-unsaid", "the same text in GBK; nobody says so", SAME_OR_HELD, lambda v: gbk(v, "", "text/html")),
    Fault("utf-16", "the same text in UTF-16 with a mark", SAME,
          lambda v: wire.response(b"\xff\xfe" + pages.page(v.law, charset="utf-16").encode("utf-16-le"), kind="text/html")),
    Fault("byte-order-mark", "the same page behind a mark", SAME, lambda v: wire.response(b"\xef\xbb\xbf" + good(v))),
    Fault("charset-unknown", "the same page; the header names a character set that is none", SAME,
          lambda v: wire.response(good(v), kind="text/html; charset=x-sjis-gov")),
    Fault("gbk-broken", "one character of a GBK page has lost its second byte", REFUSED, broken_gbk),
    Fault("utf-8-broken", "one character of a UTF-8 page has lost two bytes", REFUSED, broken_utf8),
    Fault("big5-edition", "the traditional edition in Big5", SUSPECT, big5),
    Fault("traditional-edition", "the traditional edition in UTF-8", SUSPECT, text(lambda p: p.translate(TRADITIONAL))),
    Fault("decoded-twice", "UTF-8 that was taken for GBK on the way", REFUSED, text(twice)),
    Fault("question-marks", "a database that holds no Chinese: every rare sign is “?”", SUSPECT,
          text(lambda p: p.replace("履", "?").replace("徇", "?").replace("缔", "?").replace("泄", "?"))),
    Fault("replacement-characters", "U+FFFD where a byte was lost before us", SUSPECT, text(lambda p: p.replace("毁损", "毁\ufffd"))),
    Fault("private-use", "characters of a font that only the site has", SUSPECT,
          text(lambda p: p.replace("贸易主管", "\ue5e5易主管"))),
    Fault("bidi-override", "marks that turn the reading direction inside an article", SAME_OR_HELD,
          text(lambda p: p.replace("不少于三年", "不\u202e少于\u202c三年"))),
    Fault("compatibility-ideographs", "other code points for the same characters", SAME_OR_HELD, text(lambda p: p.translate(VARIANTS))),
    Fault("invisible-characters", "zero-width characters and other blanks", SAME,
          text(lambda p: p.replace("，", "，\u200b").replace("　　", "\u3000 ").replace("</p>", "\ufeff</p>\r\n"))),
    Fault("wide-forms", "half-width punctuation", SAME_OR_HELD, text(lambda p: p.replace("，", ",").replace("；", ";"))),
    Fault("character-references", "every character as a reference", SAME, text(entities)),
    Fault("nul-bytes", "NUL instead of characters", REFUSED,
          lambda v: wire.response(good(v).replace("贸易主管".encode(), b"\x00\x00\x00\x00\x00\x00"))),
    Fault("escape-sequences", "terminal escapes inside an article", SUSPECT + ("unchanged",),
          text(lambda p: p.replace("书面合同", "书面\x1b[31m合同\x1b[0m"))),
]
