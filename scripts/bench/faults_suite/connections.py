"""Faults below HTTP: certificates, names, connections. The impostor serves a forged law to those who do not look."""
from . import pages, wire
from .fault import REFUSED, Fault


def forged(visit):
    """What an impostor serves: a law with another period in it."""
    return wire.response(pages.page(visit.law.with_words(20, "三年", "三个月")))


FAULTS = [
    Fault("tls-self-signed", "a certificate that nobody signed, and a forged law", ("failed",), forged, tls="self-signed"),
    Fault("tls-expired", "a certificate of last year, and a forged law", ("failed",), forged, tls="expired"),
    Fault("tls-not-yet", "a certificate of next year, and a forged law", ("failed",), forged, tls="not-yet"),
    Fault("tls-wrong-host", "a certificate of another host, and a forged law", ("failed",), forged, tls="wrong-host"),
    Fault("tls-unknown-ca", "a certificate of an authority that nobody knows", ("failed",), forged, tls="unknown-ca"),
    Fault("tls-is-plain", "plain HTTP on the port of TLS", ("failed",), forged, tls="plain"),
    Fault("tls-cut", "the connection ends in the middle of the handshake", ("failed",), forged, tls="cut"),
    Fault("connection-refused", "nobody listens", ("failed",), network="refused"),
    Fault("connection-silent", "the handshake of TCP is never answered", ("failed",), network="silent", slow=True),
    Fault("connection-closed", "the connection is closed before a byte comes", ("failed",), lambda v: b""),
    Fault("name-missing", "the name does not exist", ("failed",), network="missing", named=True),
    Fault("name-refused", "the server of names fails", ("failed",), network="servfail", named=True),
    Fault("name-unanswered", "the server of names says nothing", ("failed",), network="unanswered", named=True, slow=True),
    Fault("name-private", "the name leads to the machine itself", ("failed",), network="private", named=True, peers=False),
    Fault("name-both", "the name has the site's address and the machine's own", ("unchanged",) + REFUSED, lambda v: v.good(),
          network="both", named=True, peers=False),
    Fault("name-rebinds", "the name leads to the site when asked once, and to the machine when asked again",
          ("unchanged",) + REFUSED, lambda v: v.good(), network="rebind", named=True, peers=False),
]
