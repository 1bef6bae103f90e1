"""Faults of the transfer: what arrives is not what was sent, or never ends."""
import functools
import gzip
import os
import zlib

from . import pages, wire
from .fault import REFUSED, SAME, SUSPECT, Fault

MEGABYTE = 1 << 20


def good(visit):
    return pages.page(visit.law).encode("utf-8")


def cut(visit):
    """The first half of the page."""
    body = good(visit)
    return body[: len(body) // 2]


def chunked(*chunks, ended=True):
    """A body in chunks."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {wire.HTML}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
    body = b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks)
    return head.encode() + body + (b"0\r\n\r\n" if ended else b"")


@functools.cache
def bomb(size=1 << 30):
    """A gigabyte that folds into a few megabytes."""
    packer, block = zlib.compressobj(9, zlib.DEFLATED, 31), b"<p>law</p>" * (MEGABYTE // 10)
    return b"".join([*(packer.compress(block) for _ in range(size // len(block))), packer.flush()])


def slow_body(visit):
    body = good(visit)
    visit.connection.sendall(wire.response(body)[: -len(body)])
    wire.drip(visit.connection, body)


def slow_fields(visit):
    wire.drip(visit.connection, b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-Wait-%d: 1\r\n" % i for i in range(4000)), size=14)


def silent(visit):
    wire.hold(visit.connection)


def broken(visit):
    visit.connection.sendall(wire.response(good(visit))[:600])
    wire.abort(visit.connection)
    visit.connection.close()


def big(visit):
    head = pages.page(visit.law).encode("utf-8").split(b"</body>")[0]
    visit.connection.sendall(wire.response(head, length=None))
    block = ("<p>" + "附" * 340 + "</p>\n").encode("utf-8") * 1020
    for _ in range(100):
        visit.connection.sendall(block)
    visit.connection.sendall(b"</body></html>")


def endless(visit):
    wire.flood(visit.connection, wire.response(good(visit), length=None), b"<p>law</p>\n" * 6000)


def interim(visit):
    wire.flood(visit.connection, b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 2000)


def endless_field(visit):
    wire.flood(visit.connection, b"HTTP/1.1 200 OK\r\nX-Trace: ", b"a" * 65536)


def injected(visit):
    """Fields with characters that a log, a terminal or the next request could take for more."""
    fields = (
        'ETag: "v1\x1b]0;owned\x07"', "Last-Modified: Mon, 01 Jan 2024 00:00:00 GMT\rX-Injected: 1",
        "Server: \x1b[2J\x1b[31mroot", "X-Note: a\rX-Injected: yes", "Set-Cookie: id=1\x00; Path=/",
    )
    return wire.response(good(visit), fields=fields)


def spam_after_end(visit):
    """What a break-in appends to every page."""
    links = "".join(f'<a href="http://casino{i}.example/">第{i}条 开户即送彩金</a>' for i in range(40))
    return wire.response(pages.page(visit.law, after=f'<div style="display:none">{links}</div>'))


FAULTS = [
    Fault("cut-short-of-length", "half the page, then the connection ends before Content-Length",
          ("failed",), lambda v: wire.response(cut(v), length=len(good(v)))),
    Fault("length-too-short", "Content-Length announces half of what is sent", REFUSED,
          lambda v: wire.response(good(v), length=len(good(v)) // 2)),
    Fault("length-twice", "two lengths that contradict each other", REFUSED,
          lambda v: wire.response(good(v), fields=("Content-Length: 40",))),
    Fault("length-negative", "a negative length", REFUSED, lambda v: wire.response(good(v), length=-1)),
    Fault("cut-chunked", "chunks that stop without a last one", ("failed",),
          lambda v: chunked(cut(v), ended=False)),
    Fault("chunk-size-garbage", "a chunk whose size is no number", ("failed",),
          lambda v: chunked(cut(v), ended=False) + b"zz\r\n" + cut(v) + b"\r\n0\r\n\r\n"),
    Fault("cut-without-length", "half the page and no length: only the text can tell", SUSPECT,
          lambda v: wire.response(cut(v), length=None)),
    Fault("body-drips", "one byte every 0.3 seconds", ("failed",), slow_body, slow=True),
    Fault("fields-drip", "one field every 0.3 seconds, without end", ("failed",), slow_fields, slow=True),
    Fault("silent-server", "accepts the request and says nothing", ("failed",), silent, slow=True),
    Fault("connection-reset", "a reset in the middle of the page", ("failed",), broken),
    Fault("gzip-cut", "half of a gzip stream", ("failed",),
          lambda v: wire.response(gzip.compress(good(v))[:900], fields=("Content-Encoding: gzip",))),
    Fault("gzip-lie", "plain bytes that are called gzip", REFUSED,
          lambda v: wire.response(good(v), fields=("Content-Encoding: gzip",))),
    Fault("gzip-bomb", "a few megabytes that unfold to a gigabyte", ("failed",),
          lambda v: wire.response(bomb(), fields=("Content-Encoding: gzip",)), heavy=True, prepare=bomb),
    Fault("brotli-lie", "plain bytes that are called br although nobody asked for it", REFUSED,
          lambda v: wire.response(good(v), fields=("Content-Encoding: br",))),
    Fault("zstd-lie", "a coding that nobody asked for", REFUSED,
          lambda v: wire.response(b"\x28\xb5\x2f\xfd" + good(v), fields=("Content-Encoding: zstd",))),
    Fault("page-100-megabytes", "the law and 100 MB of filling behind it", ("failed",), big, heavy=True),
    Fault("page-endless", "the law and filling without end", ("failed",), endless, heavy=True),
    Fault("interim-endless", "100 Continue without end", ("failed",), interim, heavy=True),
    Fault("field-8-megabytes", "one field of 8 MB", ("failed",),
          lambda v: wire.response(good(v), fields=("X-Trace: " + "a" * (8 * MEGABYTE),)), heavy=True),
    Fault("field-endless", "one field without end", ("failed",), endless_field, heavy=True),
    Fault("fields-20000", "20,000 fields", ("failed",),
          lambda v: wire.response(good(v), fields=[f"X-Trace-{i}: a" for i in range(20000)])),
    Fault("bytes-at-random", "4 KB of noise instead of HTTP", ("failed",), lambda v: os.urandom(4096)),
    Fault("http-0.9", "a page without status line and fields", REFUSED, good),
    Fault("two-content-types", "a second Content-Type that names another character set", ("unchanged", "failed"),
          lambda v: wire.response(good(v), fields=("Content-Type: text/html; charset=gbk",))),
    Fault("wrong-content-type", "bytes of no PDF that are called PDF", REFUSED,
          lambda v: wire.response(b"%PDF-1.7 \n%%EOF\n", kind="application/pdf")),
    Fault("field-injection", "fields with line breaks, escape sequences and NUL", ("unchanged", "failed"), injected),
    Fault("spam-behind-the-end", "links in the style of articles behind </html>", ("unchanged", "quarantined"),
          spam_after_end),
    Fault("empty-body", "200 and not one byte", REFUSED, lambda v: wire.response(b"")),
    Fault("blanks-only", "200 and blanks", REFUSED, lambda v: wire.response(" \r\n\t　 ")),
    Fault("same-in-chunks", "the same page in chunks", SAME, lambda v: chunked(good(v)[:999], good(v)[999:])),
]
