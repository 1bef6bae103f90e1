"""A server of names that lies as it is told."""
import socket
import struct
import threading


ADDRESS = ("127.0.0.53", 53)
CANARY = "127.0.0.1"
NO_ERROR, SERVER_FAILURE, NO_SUCH_NAME = 0, 2, 3


class Names:
    """Answers for `NAME.law.test` and everything below; `how` says what tonight."""

    def __init__(self, sites, how):
        self.sites = {site.host: site for site in sites if site.fault.named}
        self.how = how
        self.asked = {}
        self.lock = threading.Lock()
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(ADDRESS)
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            query, sender = self.socket.recvfrom(4096)
            try:
                answer = self.answer(query)
            except (ValueError, IndexError, struct.error):
                continue
            if answer:
                self.socket.sendto(answer, sender)

    def answer(self, query):
        """The bytes of an answer; None for silence."""
        name, kind, end = question(query)
        site = next((site for host, site in self.sites.items() if name == host or name.endswith("." + host)), None)
        if site is None:
            return reply(query, end, NO_SUCH_NAME)
        how = self.how(site)
        if how == "unanswered":
            return None
        if how in ("missing", "servfail"):
            return reply(query, end, NO_SUCH_NAME if how == "missing" else SERVER_FAILURE)
        if kind != 1:
            return reply(query, end, NO_ERROR)
        with self.lock:
            first = name not in self.asked
            self.asked[name] = True
        places = {"private": [CANARY], "both": [site.address, CANARY], "rebind": [site.address if first else CANARY]}
        return reply(query, end, NO_ERROR, places.get(how, [site.address]))

    def forget(self, site):
        """A new night for a site."""
        with self.lock:
            self.asked = {name: moments for name, moments in self.asked.items() if not name.endswith(site.host)}


def question(query):
    """(name, type, where the question ends)."""
    place, labels = 12, []
    while query[place]:
        labels.append(query[place + 1:place + 1 + query[place]].decode("ascii").lower())
        place += 1 + query[place]
    kind, _ = struct.unpack("!HH", query[place + 1:place + 5])
    return ".".join(labels), kind, place + 5


def reply(query, end, code, addresses=()):
    head = query[:2] + struct.pack("!HHHHH", 0x8580 | code, 1, len(addresses), 0, 0)
    records = b"".join(b"\xc0\x0c" + struct.pack("!HHIH", 1, 1, 0, 4) + socket.inet_aton(address) for address in addresses)
    return head + query[12:end] + records
