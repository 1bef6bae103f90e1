"""How a site shows a law: its frame, what changes in the frame each night, and the file beside the page."""

import hashlib
import io
import zipfile
from html import escape

from .law import Law

TAGS = {"title": "h1", "headnote": "p", "chapter": "h2", "article": "p", "item": "p"}
DESIGNS = ["zoom", "article", "plain"]
XPATHS = {"zoom": "//div[@id='Zoom']", "article": "//article", "plain": None}


def body(law: Law) -> str:
    return "\n".join(f"<{TAGS[kind]}>{escape(words)}</{TAGS[kind]}>" for kind, words in law.lines())


def page(law: Law, design: str, night: int, *, lively: bool, meta: str = "utf-8", link: str = "") -> str:
    """A whole page.

    `design`: where the law stands; `redesigned` is a frame that no declared XPath fits.
    `lively`: the frame holds a counter, today's date, a token and news, other ones each night.
    """
    frame = ""
    if lively:
        token = hashlib.sha256(f"{law.title} {night}".encode()).hexdigest()[:24]
        news = "".join(
            f'<li><a href="/news/{night}-{place}.htm">要闻：第{night * 7 + place}期工作简报发布</a></li>' for place in range(6)
        )
        frame = (
            f'<div class="top">今天是第{night}日　您是第{100_000 + night * 317}位访问者</div>'
            f'<input type="hidden" name="token" value="{token}"><ul class="news">{news}</ul>'
        )
    beside = f'<p class="file">附件：<a href="{link}">{escape(law.title)}.docx</a></p>' if link else ""
    inner = body(law)
    if design == "zoom":
        main = f'<div class="con"><div id="Zoom">{inner}{beside}</div></div>'
    elif design == "article":
        main = f"<main><article>{inner}</article>{beside}</main>"
    elif design == "redesigned":
        main = f'<section class="n-body"><div class="n-text n-{night % 3}">{inner}</div>{beside}</section>'
    else:
        main = f"<table><tr><td>{inner}{beside}</td></tr></table>"
    return (
        f'<!doctype html>\n<html lang="zh-CN"><head><meta charset="{meta}"><title>{escape(law.title)}_法规库</title></head>'
        f'<body><div class="nav"><a href="/">首页</a> <a href="/law/">法规</a> <a href="/about.htm">关于我们</a></div>{frame}'
        f'{main}<div class="foot">主办单位：测试法规库　备案号：0{len(law.title)}号</div></body></html>\n'
    )


WAF = (
    '<!doctype html><html><head><title>安全验证</title><script src="/_challenge.js"></script></head>'
    "<body><p>正在检查您的浏览器，请稍候。请完成验证码后继续访问。</p></body></html>"
)
MAINTENANCE = "<!doctype html><html><head><title>系统维护</title></head><body><h1>系统维护中，请稍后访问</h1></body></html>"
GONE = "<!doctype html><html><head><title>提示</title></head><body><p>您访问的页面不存在或已被删除！</p></body></html>"
LOGIN = (
    "<!doctype html><html><head><title>用户登录</title></head><body><form><p>请登录后访问</p>"
    '<input name="user"><input type="password" name="password"></form></body></html>'
)

CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def document(law: Law) -> bytes:
    """The law as a Word document; the same bytes for the same law."""
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p>' for _, words in law.lines()
    )
    main = (
        '<?xml version="1.0" encoding="UTF-8"?><w:document '
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{paragraphs}</w:body></w:document>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in (
            ("[Content_Types].xml", CONTENT_TYPES), ("_rels/.rels", RELATIONS), ("word/document.xml", main)
        ):
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), words.encode(), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
