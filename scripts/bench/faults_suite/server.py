"""The server of all faults, a process of its own: `python3 -m faults_suite.server FOLDER`.

Reads JSON lines, `{"now": "2026-11-24T18:30:00+00:00", "phases": {NAME: ["fault", 1]}}`: the sites that are named begin
a night in that phase, the night's number counted from the fault's. Answers each line with one; writes what was asked of it
into FOLDER/log.jsonl."""
import json
import socket
import ssl
import sys
import threading
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256
from pathlib import Path

from . import attachments, catalogue, names, pages, sandbox, wire
from .connections import forged
from .sites import CANARIES, CANARY_PORT, FAR, PORT, TLS_PORT, sites

DOCUMENTS = ("/law", "/moved", "/2026/law")
"""Beginnings of paths at which the law, or what stands for it, is to be had."""
MASS = {
    "all in maintenance": lambda visit: wire.response(pages.maintenance()),
    "all altered": lambda visit: wire.response(pages.page(visit.law.with_words(22, "参考", "遵照执行"))),
}
"""Phases in which many sites do the same at once."""
LONGEST_WAIT = 10 * 365 * 86400


class Visit:
    """One request to one site."""

    def __init__(self, server, site, connection, secure):
        self.server, self.site, self.connection, self.secure = server, site, connection, secure
        self.phase, self.nights, self.now = server.scene(site)
        self.path, self.fields, self.number = "/", {}, 0

    @property
    def law(self):
        """The law in force."""
        return self.site.before if self.phase == "good" else self.site.since

    def good(self):
        """The page as it should be; 304 where the visitor has it and the site knows such things."""
        return self.not_modified() or wire.response(self.page(), fields=self.validators())

    def page(self):
        dress, _, path = self.site.fault.dress.partition(" ")
        if dress == "cover":
            return attachments.cover(self.law, path)
        return attachments.beside(self.law) if dress == "beside" else pages.page(self.law)

    def validators(self):
        """The fields for later conditional requests, where the site gives any."""
        wanted = self.site.fault.validators
        if wanted is False or wanted is None and self.site.index % 2:
            return ()
        return (f"ETag: {self.etag()}",)

    def etag(self):
        return '"' + sha256(self.page().encode("utf-8")).hexdigest()[:16] + '"'

    def first_etag(self):
        """As `etag`, of the page before the change."""
        return '"' + sha256(pages.page(self.site.before).encode("utf-8")).hexdigest()[:16] + '"'

    def not_modified(self):
        """304 to a condition that holds."""
        if self.validators() and self.fields.get("if-none-match") == self.etag():
            return f"HTTP/1.1 304 Not Modified\r\nETag: {self.etag()}\r\nConnection: close\r\n\r\n".encode()
        return None

    def elsewhere(self, what="same"):
        """An address of another site."""
        return f"http://{FAR}:{PORT}/{what}/{self.site.name}"

    def note(self, words):
        """What a visitor must not do and has done."""
        self.server.log(name=self.site.name, note=words)

    def may_come_back_in(self, wait):
        """Who comes back earlier is noted."""
        try:
            seconds = int(wait)
        except ValueError:
            seconds = int((parsedate_to_datetime(wait) - self.now).total_seconds())
        if 0 < seconds < LONGEST_WAIT:
            self.server.not_before[self.site.name] = time.monotonic() + seconds - 0.1

    def serve(self):
        """Reads a request and answers it."""
        head = read_head(self.connection)
        if not head:
            return
        lines = head.decode("latin-1").split("\r\n")
        self.path = lines[0].split(" ")[1] if lines[0].count(" ") >= 2 else "/"
        self.path = self.path.split("?")[0]
        self.fields = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
        if "x-injected" in self.fields or any(sign in head.replace(b"\r\n", b"") for sign in b"\r\n\x1b\x00"):
            self.note("sent on what a field had smuggled in")
        if time.monotonic() < self.server.not_before.get(self.site.name, 0):
            self.note("came back before Retry-After")
        if self.path.startswith(DOCUMENTS):
            self.number = self.server.count(self.site.name)
        self.server.log(name=self.site.name, path=self.path, phase=self.phase, agent=self.fields.get("user-agent", ""))
        answer = self.answer()
        if answer is not None:
            self.connection.sendall(answer)

    def answer(self):
        """The bytes that the visitor gets."""
        fault = self.site.fault
        if fault.tls and not self.secure:
            self.note("came by plain HTTP")
            return forged(self)
        chosen = {"fault": fault.answer, "after": fault.after, **MASS}.get(self.phase)
        if self.phase == "fault" and self.path in fault.paths:
            return fault.paths[self.path](self)
        if self.path in fault.files:
            kind, data = fault.files[self.path](self.law)
            return wire.response(data, kind=kind)
        if self.path.startswith(DOCUMENTS):
            return chosen(self) if chosen else self.good()
        return wire.response(pages.missing(), "404 Not Found")


def read_head(connection):
    """A request without its body; nothing when there is none."""
    connection.settimeout(120)
    head = b""
    while b"\r\n\r\n" not in head and len(head) < 65536:
        part = connection.recv(65536)
        if not part:
            return b""
        head += part
    return head


class Server:
    """All sites, the canaries and the names."""

    def __init__(self, folder, faults):
        self.folder, self.sites = Path(folder), sites(faults)
        self.by_name = {site.name: site for site in self.sites}
        self.phases, self.counts, self.not_before = {}, {}, {}
        self.lock, self.written = threading.Lock(), (self.folder / "log.jsonl").open("a", encoding="utf-8")
        self.listeners, self.fillers = {}, {}
        for site in self.sites:
            self.open(site, False)
        self.contexts = {}
        if any(site.fault.tls for site in self.sites):
            for file in (self.folder / "certificates").glob("*.pem"):
                if file.stem not in ("ca", "stranger"):
                    self.contexts[file.stem] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                    self.contexts[file.stem].load_cert_chain(file)
        self.listen((FAR, PORT), self.far)
        for address in CANARIES:
            for port in (CANARY_PORT, PORT):
                try:
                    self.listen((address, port), lambda connection, address=address: self.canary(connection, address))
                except OSError as error:
                    self.log(missing=f"{address}:{port}: {error}")
        self.names = names.Names(self.sites, self.name_fault) if sandbox.inside() else None

    def scene(self, site):
        """(phase, nights since the fault, moment) of a site."""
        return self.phases.get(site.name, ("good", 0, datetime.now(UTC)))

    def name_fault(self, site):
        """What the server of names does for a site tonight."""
        return site.fault.network if self.scene(site)[0] == "fault" else None

    def log(self, **entry):
        """One line; the moment is added."""
        with self.lock:
            self.written.write(json.dumps({"at": round(time.time(), 3), **entry}, ensure_ascii=False) + "\n")
            self.written.flush()

    def count(self, name):
        """How often the document has been asked for tonight."""
        with self.lock:
            self.counts[name] = self.counts.get(name, 0) + 1
            return self.counts[name]

    def listen(self, place, serve, backlog=64):
        """Accepts for as long as the listener is open."""
        listener = socket.socket(socket.AF_INET6 if ":" in place[0] else socket.AF_INET)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(place)
        except OSError:
            listener.close()
            raise
        listener.listen(backlog)

        def accept():
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                threading.Thread(target=self.guarded, args=(serve, connection), daemon=True).start()

        if serve:
            threading.Thread(target=accept, daemon=True).start()
        return listener

    def guarded(self, serve, connection):
        start = time.monotonic()
        try:
            with connection:
                name = serve(connection)
        except (OSError, ValueError):
            name = None
        if name:
            self.log(name=name, held=round(time.monotonic() - start, 3))

    def open(self, site, silent):
        """The ports of a site; `silent`: a port whose queue is full, so that no handshake is answered."""
        self.close(site)
        ports = [PORT, TLS_PORT] if site.fault.tls else [PORT]
        if silent:
            self.listeners[site.name] = [self.listen((site.address, PORT), None, 0)]
            self.fillers[site.name] = [self.fill(site.address) for _ in range(4)]
            return
        self.listeners[site.name] = [
            self.listen((site.address, port), lambda connection, port=port: self.visited(site, connection, port)) for port in ports]

    @staticmethod
    def fill(address):
        filler = socket.socket()
        filler.setblocking(False)
        filler.connect_ex((address, PORT))
        return filler

    def close(self, site):
        """Nobody listens any more."""
        for listener in self.listeners.pop(site.name, []):
            try:
                listener.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            listener.close()
        for filler in self.fillers.pop(site.name, []):
            filler.close()

    def visited(self, site, connection, port):
        """One connection to a site. Returns its name, that the log may say how long it was held."""
        secure = port == TLS_PORT
        fault = site.fault
        if secure:
            kind = fault.tls if self.scene(site)[0] == "fault" else "good"
            if kind == "cut":
                connection.recv(64)
                return site.name
            if kind == "plain":
                connection.recv(4096)
                connection.sendall(wire.response(pages.page(site.before), "400 Bad Request"))
                finish(connection)
                return site.name
            context = self.contexts.get(kind) or self.contexts["good"]
            connection.settimeout(60)
            connection = context.wrap_socket(connection, server_side=True)
        with connection:
            try:
                Visit(self, site, connection, secure).serve()
                finish(connection)
            except OSError:
                pass
        return site.name

    def far(self, connection):
        """The other site: `/same/NAME` shows the law of a site, `/other/NAME` another law."""
        from .law import foreign
        head = read_head(connection).decode("latin-1")
        what, _, name = head.split(" ")[1].strip("/").partition("/")
        site = self.by_name.get(name)
        if site is None:
            connection.sendall(wire.response(pages.missing(), "404 Not Found"))
        else:
            connection.sendall(wire.response(pages.page(site.before if what == "same" else foreign(site.before))))
        finish(connection)

    def canary(self, connection, address):
        """Nobody may come here. Who does is told apart by the address asked for, or by the name it came by."""
        head = read_head(connection).decode("latin-1")
        if not head:
            return
        line = head.split("\r\n")[0]
        name = line.partition("of=")[2].split(" ")[0]
        host = next((line[5:].strip() for line in head.split("\r\n") if line.lower().startswith("host:")), "")
        site = self.by_name.get(name) or next((site for site in self.sites if site.host == host.split(":")[0]), None)
        if site is None:
            self.log(note=f"a canary at {address} was asked: {line[:80]}", name="")
            return
        self.log(name=site.name, note=f"reached {address}, which is out of bounds")
        if "robots.txt" in line:
            connection.sendall(wire.response("", "404 Not Found"))
        else:
            connection.sendall(wire.response(pages.page(site.before.with_words(20, "三年", "三个月"))))
        finish(connection)

    def night(self, now, phases):
        """Sets the scene of the sites that are named."""
        for name, (phase, nights) in phases.items():
            site = self.by_name[name]
            before = self.scene(site)[0]
            if phase == "fault" and site.fault.prepare:
                site.fault.prepare()
            self.phases[name] = (phase, nights, datetime.fromisoformat(now))
            self.counts.pop(name, None)
            self.not_before.pop(name, None)
            if self.names:
                self.names.forget(site)
            if site.fault.network not in ("refused", "silent") or "fault" not in (phase, before):
                continue
            if phase != "fault":
                self.open(site, False)
            elif site.fault.network == "refused":
                self.close(site)
            else:
                self.open(site, True)


def finish(connection):
    """Ends the answer and lets the other side read it all before the socket goes."""
    try:
        connection.shutdown(socket.SHUT_WR)
        connection.settimeout(2)
        while connection.recv(65536):
            pass
    except OSError:
        pass


def main():
    """Serves until its standard input ends."""
    folder, only = sys.argv[1], sys.argv[2:]
    server = Server(folder, catalogue.numbered(only))
    print(json.dumps({"sites": len(server.sites)}), flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        server.night(order["now"], order["phases"])
        print(json.dumps({"ready": True}), flush=True)


if __name__ == "__main__":
    main()
