"""Whether a fault was survived."""
from dataclasses import dataclass, field

from . import register

MEMORY = 200
"""Megabytes that a run may hold at most."""
GRACE = 1.0
"""Seconds by which a deadline may be overrun."""
LINGERING = 3.0
"""Seconds that the server may take to see that a connection is gone."""


@dataclass
class Verdict:
    """On one fault."""

    site: object
    outcome: str = "–"
    detail: str = ""
    seconds: float = 0
    megabytes: float = 0
    problems: list = field(default_factory=list)
    """Why it was not survived."""
    surprise: str = ""
    """Survived, but the night ended as something else than was expected."""

    @property
    def survived(self):
        """No false version, no hang, everything accounted for, a real change found."""
        return not self.problems

    @property
    def right(self):
        """Survived, and as expected."""
        return self.survived and not self.surprise


def judge(site, nights, deadline, texts=None):
    """Judges from the nights around the fault: before, of the fault, after; and from later ones for what they recorded.

    `texts` shows a version's words: a function of instrument and version."""
    verdict = Verdict(site)
    fault, name, instrument = site.fault, register.source(site), register.instrument(site)
    before, during, after, *later = nights
    first = before.sources.get(name, {})
    if first.get("outcome") not in ("changed", "unchanged") or len(before.versions.get(instrument, [])) < 1:
        verdict.problems.append(f"was not taken in while all was well: {first.get('outcome')} {shown(first.get('detail') or '')}")
    line = during.sources.get(name)
    if line is None:
        verdict.problems.append("is missing from the report")
    else:
        verdict.outcome, verdict.detail = line["outcome"], shown(line.get("detail") or "")
        verdict.seconds = line.get("seconds") or 0
        if verdict.seconds > deadline + GRACE:
            verdict.problems.append(f"took {verdict.seconds:.1f} s where {deadline} s are the deadline")
        if line["outcome"] not in fault.expected:
            verdict.surprise = f"expected {' or '.join(fault.expected)}"
    held = before.versions.get(instrument, [])
    for night in (during, after, *later):
        versions = night.versions.get(instrument, [])
        added = [version for version in versions if version not in held]
        if len(added) > (1 if fault.is_control else fault.may_record):
            verdict.problems.append(f"false version {', '.join(added)}")
            break
        if not set(held) <= set(versions):
            verdict.problems.append("a version is gone")
            break
    if fault.is_control:
        verdict.problems += missed(site, [v for v in during.versions.get(instrument, []) if v not in held], texts)
    elif texts and held and not holds(texts(instrument, held[-1]), site.before):
        verdict.problems.append("the text that is kept is not that of the law")
    again = after.sources.get(name, {}).get("outcome")
    fine = {"unchanged"} | ({"deferred"} & set(fault.expected)) | (set(fault.expected) if fault.after and not fault.is_control else set())
    if again not in fine:
        verdict.problems.append(f"is {again} when all is well again: "
                                f"{shown(after.sources.get(name, {}).get('detail') or '')}")
    return verdict


def missed(site, versions, texts):
    """What a real change lacks; `versions` are those that were added."""
    if not versions:
        yield "the change was missed"
        return
    shown = plain(texts(register.instrument(site), versions[-1])) if texts else ""
    if texts and site.fault.words and plain(site.fault.words) not in shown:
        yield f"the new version does not say {site.fault.words}"
    if texts and site.fault.not_words and plain(site.fault.not_words) in shown:
        yield f"the new version still says {site.fault.not_words}"


def holds(shown, law):
    """Whether a shown text says what every article of the law says, and in its order."""
    shown, place = plain(shown), 0
    for article in law.articles:
        for _, text in article.lines:
            place = shown.find(plain(text), place)
            if place < 0:
                return False
    return True


def shown(words, most=200):
    """What another program said, fit for a terminal and for a line of a table."""
    return "".join(sign if sign.isprintable() else "·" for sign in words)[:most].replace("|", "¦")


def plain(text):
    """Without blanks and marks that only look."""
    return "".join(sign for sign in text if not sign.isspace() and sign not in "\u200b\ufeff")


def noted(log, deadline):
    """What visitors did that they must not: name to sentences."""
    found = {}
    for entry in log:
        if entry.get("note"):
            found.setdefault(entry["name"], {})[entry["note"]] = True
        if entry.get("held", 0) > deadline + GRACE + LINGERING:
            found.setdefault(entry["name"], {})[f"held a connection longer than the deadline of {deadline} s"] = True
    return {name: list(notes) for name, notes in found.items()}
