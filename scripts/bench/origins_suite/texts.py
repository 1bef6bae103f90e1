"""The texts that the servers show, and the files that hold them."""
import io
import random
import zipfile
from dataclasses import replace
from html import escape

from simulation import law as laws
from simulation.law import Law

SEED = 29
LONG_AGO = (2020, 1, 1, 0, 0, 0)
OFD = "http://www.ofdspec.org/2016"


def enacted(index: int) -> Law:
    """A law in force."""
    return laws.enacted(index, SEED)


def changed(law: Law, seed: int, day=None) -> Law:
    """The same with one article in other words; `day`: of the decision that the headnotes name."""
    return laws.amended(law, "article", random.Random(seed), day)


def draft(law: Law) -> Law:
    """The same as a draft: nobody has adopted it."""
    return replace(law, title=law.title + "（草案）", headnotes=())


def lines(law: Law) -> list[tuple[str, str]]:
    """What a reader sees; a draft has no headnote."""
    return [(kind, words) for kind, words in law.lines() if words != "（）"]


def page(law: Law, *, meta: str = "utf-8", link: str = "", whole: bool = True) -> str:
    """A page in the manner of npc.gov.cn; `whole`: with the text, not the link alone."""
    said = lines(law) if whole else [("title", law.title), ("article", "全文见附件。")]
    body = "\n".join(f"<p>{escape(words)}</p>" for _, words in said)
    beside = f'<p>附件：<a href="{link}">{escape(law.title)}</a></p>' if link else ""
    return (
        f'<!doctype html>\n<html><head><meta charset="{meta}"><title>{escape(law.title)}_测试人大网</title></head><body>'
        '<div class="nav"><a href="/">首页</a><a href="/flca/">法律草案征求意见</a></div>'
        f'<div class="text_con"><div id="Zoom">{body}{beside}</div></div>'
        '<div class="foot">测试人大网　版权所有</div></body></html>\n')


def plain(law: Law) -> str:
    return "\n\n".join(words for _, words in lines(law)) + "\n"


def ofd(law: Law) -> bytes:
    """The law in the Chinese format of fixed layout (GB/T 33190), 40 signs a line."""
    rows = []
    for kind, words in lines(law):
        words = words if kind in ("title", "chapter") else "　　" + words
        rows += [words[at:at + 40] for at in range(0, len(words), 40)]
    pages = [rows[at:at + 35] for at in range(0, len(rows), 35)]
    declared = "".join(f'<ofd:Page ID="{at + 1}" BaseLoc="Pages/Page_{at}/Content.xml"/>' for at in range(len(pages)))
    parts = {
        "OFD.xml": f'<ofd:OFD xmlns:ofd="{OFD}" DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocInfo/>'
                   "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f'<ofd:Document xmlns:ofd="{OFD}"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297'
                              f"</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>{declared}</ofd:Pages></ofd:Document>",
    }
    number = 1000
    for at, page_ in enumerate(pages):
        drawn = ""
        for row, words in enumerate(page_):
            number += 1
            drawn += (f'<ofd:TextObject ID="{number}" Boundary="20 {20 + row * 7} 170 5" Font="900" Size="4"><ofd:TextCode X="0" '
                      f'Y="4" DeltaX="g {max(1, len(words) - 1)} 4">{escape(words)}</ofd:TextCode></ofd:TextObject>')
        parts[f"Doc_0/Pages/Page_{at}/Content.xml"] = (
            f'<ofd:Page xmlns:ofd="{OFD}"><ofd:Content><ofd:Layer ID="{500 + at}">{drawn}</ofd:Layer></ofd:Content></ofd:Page>')
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, words in parts.items():
            archive.writestr(
                zipfile.ZipInfo(name, LONG_AGO), '<?xml version="1.0" encoding="UTF-8"?>' + words, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def squeezed(words: str) -> str:
    """Without the blanks that no reader minds."""
    return "".join(words.split()).replace("\u3000", "")


def holds(shown: str, law: Law) -> bool:
    """Whether all articles and items of the law stand in a text."""
    shown = squeezed(shown)
    return all(squeezed(words) in shown for kind, words in lines(law) if kind in ("article", "item"))
