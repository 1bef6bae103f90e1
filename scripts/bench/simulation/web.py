"""One server for all the sites: each has its own loopback address, and the control file says which night it is.

Run by the benches as `python3 -m simulation.web KIND CONTROL …`; prints its port. `GET /_stats` on 127.0.0.1 gives what
was asked since the last time, as JSON.
"""

import asyncio
import hashlib
import json
import os
import socket
import struct
import sys
from collections import Counter
from pathlib import Path

from . import page as pages
from .law import enacted
from .world import Pair, World

ROBOTS = b"User-agent: *\nDisallow: /admin/\n"


class Control:
    """The number in the control file; read again when the file was replaced."""

    def __init__(self, path: str) -> None:
        self.path, self.seen, self.night = path, None, 0

    def __call__(self) -> int:
        status = os.stat(self.path)
        seen = (status.st_ino, status.st_mtime_ns)
        if seen != self.seen:
            self.night, self.seen = int(Path(self.path).read_text()), seen
        return self.night


class Answer:
    """Bytes to write, and what becomes of the connection."""

    def __init__(self, body: bytes = b"", status: str = "200 OK", kind: str = "text/html; charset=utf-8", *,
                 headers: dict[str, str] | None = None, length: int | None = None, then: str = "keep") -> None:
        lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}"]
        lines += [f"Content-Length: {len(body) if length is None else length}"]
        lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
        if then != "keep":
            lines.append("Connection: close")
        self.raw = "\r\n".join(lines).encode() + b"\r\n\r\n" + body
        self.status, self.then = status[:3], then


def with_validators(body: bytes, asked: dict[str, str], kind: str) -> Answer:
    """200 with an ETag, or 304 where the asker has it."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
    if asked.get("if-none-match") == tag:
        return Answer(b"", "304 Not Modified", kind, headers={"ETag": tag}, length=0)
    return Answer(body, kind=kind, headers={"ETag": tag})


class Nights:
    """The sites of a `World` or a `Pair`."""

    def __init__(self, world: World | Pair, control: Control) -> None:
        self.world, self.control = world, control

    def __call__(self, host: str, path: str, asked: dict[str, str]) -> Answer:
        index = int(host.rsplit(".", 1)[1]) - 2
        if not 0 <= index < self.world.count:
            return Answer(b"", "404 Not Found")
        world, night, source = self.world, self.control(), self.world.sources[index]
        kind, law = world.kind(night, index), world.text(night, index)
        if path == "/robots.txt":
            return Answer(ROBOTS, kind="text/plain") if index % 4 else Answer(b"", "404 Not Found")
        if kind in FAULTS and not path.endswith(".docx"):
            return FAULTS[kind](pages.page(law, source.design, night, lively=source.lively).encode())
        if path == "/law/file.docx":
            return self._file(kind, night, index)
        if path != "/law/":
            return Answer(pages.GONE.encode(), "404 Not Found")
        return self._page(kind, law, night, index, asked)

    def _page(self, kind, law, night, index, asked) -> Answer:
        source, charset = self.world.sources[index], self.world.charset(night, index)
        if source.attachment == "only":
            shown = pages.page(law, source.design, night, lively=source.lively, link="file.docx")
            start, end = shown.index("<h1>"), shown.index('<p class="file">')
            shown = shown[:start] + f"<h1>{law.title}</h1><p>全文见附件。</p>" + shown[end:]
        else:
            link = "file.docx" if source.attachment == "beside" else ""
            design = "redesigned" if kind == "redesigned" else source.design
            meta = {"gbk": "gbk", "gb2312-meta": "gb2312", "gbk-lie": "utf-8"}.get(charset, "utf-8")
            shown = pages.page(law, design, night, lively=source.lively, meta=meta, link=link)
        header = {"gbk": "text/html; charset=GBK", "gb2312-meta": "text/html", "utf8-bare": "text/html"}.get(
            charset, "text/html; charset=utf-8")
        body = shown.encode("gb18030" if charset.startswith("gb") else "utf-8")
        if charset == "utf8-bom":
            body = b"\xef\xbb\xbf" + body
        return with_validators(body, asked, header) if source.validators else Answer(body, kind=header)

    def _file(self, kind, night, index) -> Answer:
        packed = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        held = self.world.versions(index)
        law = self.world.text(night, index)
        if kind == "file-stale":
            # The page is new, the file is that of another law's page: they disagree.
            law = self.world.versions((index + 7) % self.world.count)[0][1] if len(held) < 2 else held[0][1]
        body = pages.document(law)
        if kind == "file-gone":
            return Answer(pages.GONE.encode(), "404 Not Found")
        if kind == "file-cut":
            return Answer(body[: len(body) // 2], kind=packed)
        return Answer(body, kind=packed)


FAULTS = {
    "reset": lambda body: Answer(body[:300], length=len(body), then="reset"),
    "hangup": lambda body: Answer(then="hangup"),
    "s500": lambda body: Answer(b"<html><body>error</body></html>", "500 Internal Server Error"),
    "s502": lambda body: Answer(b"<html><body>bad gateway</body></html>", "502 Bad Gateway"),
    "s503": lambda body: Answer(pages.MAINTENANCE.encode(), "503 Service Unavailable", headers={"Retry-After": "7200"}),
    "s403": lambda body: Answer(b"<html><body>forbidden</body></html>", "403 Forbidden"),
    "s404": lambda body: Answer(pages.GONE.encode(), "404 Not Found"),
    "truncated": lambda body: Answer(body[: len(body) * 2 // 3], length=len(body), then="close"),
    "chunk": lambda body: chunked_and_cut(body),
    "empty": lambda body: Answer(b""),
    "silent": lambda body: Answer(then="silent"),
    "waf": lambda body: Answer(pages.WAF.encode()),
    "waf412": lambda body: Answer(pages.WAF.encode(), "412 Precondition Failed"),
    "waf521": lambda body: Answer(b"<script>document.cookie='__jsl_clearance_s=1'</script>", "521 Web Server Is Down"),
    "maintenance": lambda body: Answer(pages.MAINTENANCE.encode()),
    "gone": lambda body: Answer(pages.GONE.encode()),
    "login": lambda body: Answer(pages.LOGIN.encode()),
}


def chunked_and_cut(body: bytes) -> Answer:
    answer = Answer(then="close")
    answer.raw = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
        + f"{len(body):x}\r\n".encode() + body[: len(body) // 2]
    )
    return answer


class Quiet:
    """`count` laws that never change, on 100 addresses; each with a frame that never changes either."""

    def __init__(self, count: int) -> None:
        self.bodies: dict[int, bytes] = {}
        self.count = count

    def __call__(self, host: str, path: str, asked: dict[str, str]) -> Answer:
        if path == "/robots.txt":
            return Answer(ROBOTS, kind="text/plain")
        number = int(path.strip("/").removesuffix(".htm")) if path.strip("/").removesuffix(".htm").isdigit() else -1
        if not 0 <= number < self.count:
            return Answer(b"", "404 Not Found")
        if number not in self.bodies:
            self.bodies[number] = pages.page(enacted(number, 7), "zoom", 1, lively=True).encode()
        return with_validators(self.bodies[number], asked, "text/html; charset=utf-8")


class Server:
    def __init__(self, site) -> None:
        self.site = site
        self.count: Counter = Counter()

    async def serve(self) -> None:
        server = await asyncio.start_server(self.talk, "0.0.0.0", 0, backlog=1024)
        print(server.sockets[0].getsockname()[1], flush=True)
        async with server:
            await server.serve_forever()

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        host = writer.get_extra_info("sockname")[0]
        self.count["connections"] += 1
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                self.count["bytes in"] += len(head)
                request, *lines = head.split("\r\n")
                path = request.split(" ")[1]
                asked = {}
                for line in lines:
                    name, _, value = line.partition(":")
                    asked[name.strip().lower()] = value.strip()
                if host == "127.0.0.1" and path == "/_stats":
                    body = json.dumps(self.count).encode()
                    self.count = Counter()
                    writer.write(Answer(body, kind="application/json", then="close").raw)
                    break
                answer = self.site(host, path, asked)
                self.count["robots" if path == "/robots.txt" else "requests"] += 1
                if path != "/robots.txt":
                    self.count[answer.status] += 1
                    if "if-none-match" in asked or "if-modified-since" in asked:
                        self.count["conditional"] += 1
                if answer.then == "silent":
                    await asyncio.sleep(30)
                    break
                if answer.then == "hangup":
                    break
                writer.write(answer.raw)
                self.count["bytes out"] += len(answer.raw)
                await writer.drain()
                if answer.then == "reset":
                    raw = writer.get_extra_info("socket")
                    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    writer.transport.abort()
                    return
                if answer.then == "close" or asked.get("connection", "").lower() == "close":
                    break
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError, IndexError):
            pass
        finally:
            if not writer.is_closing():
                writer.close()


def main() -> None:
    kind, *rest = sys.argv[1:]
    if kind == "nights":
        control, nights, seed, count = rest
        site = Nights(World(int(nights), int(seed), int(count)), Control(control))
    elif kind == "pair":
        site = Nights(Pair(), Control(rest[0]))
    else:
        site = Quiet(int(rest[0]))
    try:
        asyncio.run(Server(site).serve())
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
