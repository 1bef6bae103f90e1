"""Faults of attached files: the page links a Word or PDF document, and something is wrong with that."""
import functools

from . import documents, pages, wire
from .documents import DOCX, PDF
from .law import foreign, law
from .fault import REFUSED, SAME_OR_HELD, SUSPECT, Fault

WORD, PRINT = "/files/text.docx", "/files/text.pdf"


def cover(law, path=WORD):
    """The page of a notice whose text is in the attachment."""
    return pages.page(law, body=f'<p>{law.title}全文见附件。</p><p>附件：<a href="{path}">{law.title}</a></p>')


def beside(law):
    return pages.page(law, body=pages.markup(law) + f'<p>附件：<a href="{WORD}">{law.title}.docx</a></p>')


def attached(name, what, expected, make, path=WORD, kind=None, **how):
    """A fault of the attachment of a page that holds none of the text. `make` draws its bytes from the law."""
    good = {WORD: (DOCX, documents.docx), PRINT: (PDF, documents.pdf)}[path]
    kind = kind or good[0]
    return Fault(name, what, expected, lambda visit: wire.response(cover(visit.law, path)), attachment="only",
                 files={path: lambda law: (good[0], good[1](law))}, dress=f"cover {path}", peers=False,
                 paths={path: lambda visit: wire.response(make(visit.law), kind=kind)}, **how)


def cut(make):
    return lambda law: make(law)[: len(make(law)) // 2]


def flipped(law):
    """One byte in the packed text is another."""
    data = bytearray(documents.docx(law))
    place = data.index(b"word/document.xml") + 400
    data[place] ^= 0x55
    return bytes(data)


def amended(law):
    return law.with_words(20, "三年", "三个月")


@functools.cache
def bomb():
    return documents.bomb(law(0))


@functools.cache
def bomb_of_text():
    return documents.bomb_of_text(law(0))


FAULTS = [
    attached("docx-cut", "half a Word document", REFUSED, cut(documents.docx)),
    attached("docx-flipped", "a Word document with one wrong byte", REFUSED, flipped),
    attached("docx-bomb", "a Word document with a gigabyte of blanks in one entry", REFUSED + ("unchanged",), lambda law: bomb(),
             heavy=True, prepare=lambda: bomb()),
    attached("docx-bomb-of-text", "a Word document whose text unfolds to 400 MB", REFUSED, lambda law: bomb_of_text(),
             heavy=True, prepare=lambda: bomb_of_text()),
    attached("docx-slip", "an entry whose path leads out of the archive", REFUSED + ("unchanged",),
             lambda law: documents.docx(law, ("../../../../../../tmp/lexwatch-slipped.txt", "slipped"),
                                        ("/tmp/lexwatch-slipped-2.txt", "slipped"))),
    attached("docx-entries-100000", "a Word document of 100,000 entries", REFUSED + ("unchanged",),
             lambda law: many(), heavy=True, prepare=lambda: many()),
    attached("docx-entities", "a document type with entities: a local file, and gigabytes", REFUSED, documents.entities),
    attached("docx-locked", "an encrypted Word document", REFUSED, lambda law: documents.sealed()),
    attached("docx-other-law", "the Word document of another law", SUSPECT, lambda law: other(law)),
    attached("docx-is-a-page", "a login page under the document's address", REFUSED, lambda law: pages.login().encode()),
    attached("docx-is-a-pdf", "the same text as PDF under the name and type of a Word document", SAME_OR_HELD,
             documents.pdf),
    attached("docx-gone", "the attachment is gone", REFUSED, lambda law: pages.missing().encode(), kind="text/html; charset=utf-8"),
    attached("docx-empty", "an attachment of no bytes", REFUSED, lambda law: b""),
    attached("docx-without-text", "a Word document without a word", REFUSED, lambda law: documents.docx(
        law, document=documents.body(law).split("<w:body>")[0] + "<w:body></w:body></w:document>")),
    attached("pdf-locked", "a PDF that asks for a password", REFUSED, lambda law: documents.pdf(law, "secret"), path=PRINT),
    attached("pdf-scanned", "a PDF of pictures", REFUSED, lambda law: documents.pdf(law, scanned=True), path=PRINT),
    attached("pdf-cut", "half a PDF", REFUSED, cut(documents.pdf), path=PRINT),
    Fault("attachment-unlinked", "the page has lost the link to its attachment", REFUSED, peers=False, attachment="only",
          answer=lambda v: wire.response(cover(v.law, "#")), dress=f"cover {WORD}",
          files={WORD: lambda law: (DOCX, documents.docx(law))}),
    Fault("attachment-disagrees", "page and attachment say different things", SUSPECT, attachment="beside", peers=False,
          answer=lambda v: wire.response(beside(v.law)), dress="beside",
          files={WORD: lambda law: (DOCX, documents.docx(law))},
          paths={WORD: lambda v: wire.response(documents.docx(amended(v.law)), kind=DOCX)}),
    Fault("attachment-disagrees-page-304", "the same; the page says that it has not been modified", SUSPECT, attachment="beside",
          peers=False, answer=lambda v: v.good(), dress="beside", validators=True,
          files={WORD: lambda law: (DOCX, documents.docx(law))},
          paths={WORD: lambda v: wire.response(documents.docx(amended(v.law)), kind=DOCX)}),
    Fault("page-disagrees", "the same, and the page is the one that changed", SUSPECT, attachment="beside", peers=False,
          answer=lambda v: wire.response(beside(amended(v.law))), dress="beside",
          files={WORD: lambda law: (DOCX, documents.docx(law))}),
]


@functools.cache
def many():
    """A hundred thousand empty entries."""
    return documents.docx(law(0), *((f"word/x{i}.xml", b"") for i in range(100_000)))


def other(law):
    """A law of another title and subject."""
    return documents.docx(foreign(law))
