"""What a named fault is."""
from collections.abc import Callable
from dataclasses import dataclass, field

from . import pages, wire

OUTCOMES = ("changed", "unchanged", "quarantined", "failed", "deferred")
REFUSED = ("failed", "quarantined")
"""Not taken for the law; whether the transfer or the gate says so is not for us to settle."""
SUSPECT = ("quarantined", "failed")
"""As REFUSED, where the transfer itself is in order."""
SAME = ("unchanged",)
SAME_OR_HELD = ("unchanged", "quarantined")
"""Best seen through; a hint to a person does no harm."""
PUT_OFF = ("deferred", "failed")
CHANGED = ("changed",)


@dataclass(frozen=True)
class Fault:
    """A page that is good, then faulty, then good again."""

    name: str
    """Lower case with hyphens; also the slug of its instrument."""
    what: str
    """One line for the table."""
    expected: tuple
    """What the night of the fault may end as, the best first."""
    answer: Callable = None
    """From a Visit of the document's address to the bytes of an answer; None when it has sent them itself."""
    after: Callable = None
    """The same for the nights after; None when all is well again."""
    paths: dict = field(default_factory=dict)
    """Other addresses of the site in the night of the fault, the same way; `/robots.txt` is one."""
    amend: Callable = None
    """From the law to the law in force since the night of the fault: a real change, which must be found."""
    words: str = ""
    """Of a real change: words that stand in the text that is recorded for it."""
    not_words: str = ""
    """Of a real change: words that no longer do."""
    may_record: int = 0
    """Versions that may come of it although it is no control."""
    attachment: str = "none"
    """none, beside or only, as in the declaration."""
    files: dict = field(default_factory=dict)
    """Paths of files of the site on good nights: path to a function from the law to (type, bytes)."""
    xpath: str | None = "//div[@id='zoom']"
    tls: str | None = None
    """Nil for http; otherwise which certificate the night of the fault shows."""
    network: str | None = None
    """refused, silent; or of the name: missing, unanswered, private, rebind."""
    named: bool = False
    """Reached by a name and not by its address."""
    validators: bool | None = None
    """Whether good answers carry an ETag and conditional requests get 304; None: the server picks."""
    base: Callable = None
    """From the law to the law that is in force when all begins."""
    dress: str = "whole"
    """What good pages hold: the whole law, a cover with a link to `/files/…`, or both (beside)."""
    prepare: Callable = None
    """Makes what takes long to make, before the night begins."""
    peers: bool = True
    """Whether tools that watch one page each can be asked the same."""
    heavy: bool = False
    """So much comes that it is measured apart from others."""
    slow: bool = False
    """The whole deadline may pass."""

    @property
    def is_control(self):
        """Whether the law really changes."""
        return self.amend is not None


def serves(make, **how):
    """An answer with status 200 and the page that `make` draws from the law."""
    return lambda visit: wire.response(make(visit.law), **how)


def says(text, **how):
    """An answer with a fixed page."""
    return lambda visit: wire.response(text() if callable(text) else text, **how)


def sends(text, **how):
    """An answer with the page of a law that is not the law of this address."""
    return lambda visit: wire.response(pages.page(text(visit)), **how)
