"""What an engine says of one pair, in one shape for our engine and for its peers."""

from collections import defaultdict
from dataclasses import dataclass, field

from folding import REFERENCE, Folded, fold
from matchings import Matching

NOT_TEXT = {"cross-reference"}
"""Classes of edits that are shown as a change of numbers, not of words."""


@dataclass
class Article:
    """One article of one side."""

    number: str
    label: str
    text: str
    folded: Folded


@dataclass
class FoundLink:
    """Two articles that an engine matches characters of."""

    old: str
    new: str
    kept_old: set[int] = field(default_factory=set)
    """Counted characters of the old article that are shown as kept."""
    kept_new: set[int] = field(default_factory=set)
    counts: bool = True
    """Whether the engine's match is a link of articles."""


@dataclass
class Findings:
    """All that is scored of one engine on one pair."""

    old: dict[str, Article]
    new: dict[str, Article]
    links: list[FoundLink]
    noise: int = 0
    """Scalars shown as changed that are nothing but renumbering."""
    shown: int = 0
    """Scalars shown as changed, as they stand in the text."""
    rewrite: bool = False
    faults: list[str] = field(default_factory=list)


def articles(listed: list[dict]) -> dict[str, Article]:
    """The articles of a text by number; what is no article (preamble, annex) is left out."""
    return {
        entry["number"]: Article(entry["number"], entry["label"], entry["text"], fold(entry["text"]))
        for entry in listed
        if entry["kind"] == "article" and entry["path"] == f"art_{entry['number']}"
    }


def of_ours(document: dict) -> Findings:
    """Reads what `RedlineBench score` printed."""
    found = Findings(articles(document["old"]), articles(document["new"]), [], rewrite=document["rewrite"])
    for side, key in (("old", "before"), ("new", "after")):
        seen = [path for entry in document["entries"] for path in entry[key]]
        if sorted(seen) != sorted(entry["path"] for entry in document[side]):
            found.faults.append(f"the provisions of the {side} text are not each in exactly one entry")
    links = [link for entry in document["entries"] for link in entry["links"]]
    touched = {("old", link["old"]) for link in links} | {("new", link["new"]) for link in links}
    for side, listed in (("old", found.old), ("new", found.new)):
        # What stands in no link was inserted or repealed, all of it.
        alone = (article for number, article in listed.items() if (side, f"art_{number}") not in touched)
        found.shown += sum(len(article.text) for article in alone)
    for link in links:
        _add(found, link)
    return found


def _add(found: Findings, link: dict) -> None:
    old, new = (found.old.get(link["old"].removeprefix("art_")), found.new.get(link["new"].removeprefix("art_")))
    if old is None or new is None:
        return
    a, b = old.folded, new.folded
    result = FoundLink(old.number, new.number, set(range(len(a.characters))), set(range(len(b.characters))))
    for (from_old, to_old, from_new, to_new), kind in zip(link["edits"], link["classes"]):
        if kind in NOT_TEXT:
            continue
        before, after = a.covered(from_old, to_old), b.covered(from_new, to_new)
        size = to_old - from_old + to_new - from_new
        found.shown += size
        words = a.characters[before.start : before.stop]
        if words == b.characters[after.start : after.stop]:
            found.noise += size if REFERENCE in words else 0
            continue
        result.kept_old -= set(before)
        result.kept_new -= set(after)
    found.links.append(result)


@dataclass
class Spans:
    """Where the articles stand in one whole text."""

    text: str
    articles: dict[str, Article]
    owner: list[tuple[str, int] | None] = field(default_factory=list)
    """For each scalar its article and its counted character; None for headings, labels and blanks."""
    labels: dict[str, range] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, articles: dict[str, Article]) -> "Spans":
        """Finds each article in canonical text: its label begins a line, the next heading or label ends it."""
        spans = cls(text, articles, [None] * len(text))
        starts = []
        place = 0
        for article in articles.values():
            place = text.index("\n" + article.label, place) + 1
            starts.append(place)
        for article, start, end in zip(articles.values(), starts, [*starts[1:], len(text)]):
            heading = text.find("\n#", start, end)
            end = heading if heading >= 0 else end
            body = start + len(article.label)
            spans.labels[article.number] = range(start, body)
            folded = fold(text[body:end])
            article.folded = folded
            for index, (first, last) in enumerate(zip(folded.starts, folded.ends)):
                for offset in range(first, last):
                    spans.owner[body + offset] = (article.number, index)
        return spans


def of_blocks(matching: Matching, old: Spans, new: Spans, linked: set[tuple[str, str]]) -> Findings:
    """Reads a matching of characters. Articles are linked where the peer links them itself; where it knows none, when
    at least half of the counted characters of the shorter one are matched.

    Noise: characters shown as changed in the labels of articles that are linked in truth, and in references that
    are kept but for their number.
    """
    pairs: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    kept_old, kept_new = bytearray(len(old.text)), bytearray(len(new.text))
    for from_old, from_new, length in matching.blocks:
        kept_old[from_old : from_old + length] = b"\1" * length
        kept_new[from_new : from_new + length] = b"\1" * length
        for before, after in zip(old.owner[from_old : from_old + length], new.owner[from_new : from_new + length]):
            if before and after:
                pairs[before[0], after[0]].append((before[1], after[1]))
    found = Findings(old.articles, new.articles, [])
    for (a, b), matched in pairs.items():
        link = _link(a, b, matched, old.articles[a].folded, new.articles[b].folded)
        shorter = min(len(old.articles[a].folded.characters), len(new.articles[b].folded.characters))
        link.counts = 2 * len(link.kept_old) >= shorter > 0
        found.links.append(link)
    if matching.links is not None:
        ordered = (list(old.articles), list(new.articles))
        own = {(ordered[0][a], ordered[1][b]) for a, b in matching.links}
        for link in found.links:
            link.counts = (link.old, link.new) in own
        found.links += [FoundLink(a, b) for a, b in sorted(own - pairs.keys())]
    for spans, kept, numbers, side in (
        (old, kept_old, {a for a, _ in linked}, "kept_old"), (new, kept_new, {b for _, b in linked}, "kept_new")
    ):
        found.shown += kept.count(0)
        found.noise += sum(kept[i] == 0 for n in numbers if n in spans.labels for i in spans.labels[n])
        tokens = {(getattr(link, side[-3:]), token) for link in found.links for token in getattr(link, side)}
        for place, owner in enumerate(spans.owner):
            if owner and not kept[place] and owner in tokens:
                found.noise += spans.articles[owner[0]].folded.characters[owner[1]] == REFERENCE
    return found


def _link(a: str, b: str, matched: list[tuple[int, int]], x: Folded, y: Folded) -> FoundLink:
    """Characters matched one by one; a stretch between two matches that is equal once folded is kept as well."""
    link = FoundLink(a, b)
    before = (-1, -1)
    for i, j in [*matched, (len(x.characters), len(y.characters))]:
        if i > before[0] + 1 and x.characters[before[0] + 1 : i] == y.characters[before[1] + 1 : j]:
            link.kept_old |= set(range(before[0] + 1, i))
            link.kept_new |= set(range(before[1] + 1, j))
        if i < len(x.characters):
            link.kept_old.add(i)
            link.kept_new.add(j)
        before = (i, j)
    return link
