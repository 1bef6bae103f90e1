"""Correctness of an engine on one law: links, noise, reported over truly changed, false joins.

- **links**: precision and recall of the article links against the gold; unsure ones count for neither side.
- **reported**: folded characters of articles that the engine keeps in none of its links, inserted and repealed bodies
  among them. Edits of class `cross-reference`, and edits whose sides are equal once references and numbers are folded,
  keep their characters. A character of an article with several links is reported when none of them keeps it.
- **truly changed**: truth.py.
- **false joins**: kept characters of the old side in pairs that the gold does not link (sure or unsure), over all
  kept characters, pair by pair.
- **noise**: scalars shown as changed words that are nothing but renumbering (labels, references that follow), over all
  scalars shown as changed.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from corpus import Gold
from findings import Findings
from truth import Truth, truth


@dataclass
class Score:
    """The counts of one engine on one law; they add up over laws."""

    law: str = "all"
    hits: int = 0
    wrong: int = 0
    missed: int = 0
    reported: int = 0
    changed: int = 0
    kept: int = 0
    falsely_kept: int = 0
    shown: int = 0
    noise: int = 0
    rewrite: bool = False
    faults: list[str] = field(default_factory=list)
    offenders: list[str] = field(default_factory=list)
    """What went wrong most, for people."""

    @property
    def precision(self) -> float:
        """Of the links found, how many are true."""
        return self.hits / max(1, self.hits + self.wrong)

    @property
    def recall(self) -> float:
        """Of the true links, how many were found."""
        return self.hits / max(1, self.hits + self.missed)

    @property
    def reported_ratio(self) -> float:
        """Reported over truly changed characters."""
        return self.reported / max(1, self.changed)

    @property
    def false_joins(self) -> float:
        """Share of the kept characters that join what does not belong together."""
        return self.falsely_kept / max(1, self.kept)

    @property
    def noise_share(self) -> float:
        """Share of what is shown as changed that is only renumbering."""
        return self.noise / max(1, self.shown)

    def add(self, other: "Score") -> None:
        """Adds the counts of another law."""
        for name in ("hits", "wrong", "missed", "reported", "changed", "kept", "falsely_kept", "shown", "noise"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.faults += [f"{other.law}: {fault}" for fault in other.faults]


def score(gold: Gold, found: Findings) -> Score:
    """Scores what an engine found in one law."""
    old, new = ({number: article.folded for number, article in side.items()} for side in (found.old, found.new))
    true = truth(gold, old, new)
    linked = {(link.old, link.new) for link in found.links if link.counts}
    result = Score(
        gold.law,
        hits=len(linked & gold.sure),
        wrong=len(linked - gold.sure - gold.unsure),
        missed=len(gold.sure - linked),
        changed=true.total,
        shown=found.shown,
        noise=found.noise,
        rewrite=found.rewrite,
        faults=list(found.faults),
    )
    for side, bodies, count in (("old", old, gold.old_articles), ("new", new, gold.new_articles)):
        if len(bodies) != count:
            result.faults.append(f"{len(bodies)} {side} articles were read, the gold has {count}")
    reported = _reported(found, true)
    result.reported = sum(reported.values())
    falsely = {}
    for link in found.links:
        result.kept += len(link.kept_old)
        if (link.old, link.new) not in gold.sure | gold.unsure:
            falsely[link.old, link.new] = len(link.kept_old)
    result.falsely_kept = sum(falsely.values())
    result.offenders = [
        *(f"wrong link {a} → {b}" for a, b in sorted(linked - gold.sure - gold.unsure, key=_order)),
        *(f"missed link {a} → {b}{_role(gold, a, b)}" for a, b in sorted(gold.sure - linked, key=_order)),
        *_excess(gold, reported, true),
        *(
            f"false join {a} → {b}: {size} characters"
            for (a, b), size in sorted(falsely.items(), key=lambda entry: -entry[1])[:10]
        ),
    ]
    return result


def _order(pair: tuple[str, str]) -> tuple[int, str, str]:
    return int(pair[1].split("-")[0]), pair[1], pair[0]


def _role(gold: Gold, a: str, b: str) -> str:
    return "" if any(link.main for link in gold.links if (link.old, link.new) == (a, b)) else " (partial)"


def _reported(found: Findings, true: Truth) -> dict[tuple[str, str], int]:
    kept: dict[tuple[str, str], set[int]] = defaultdict(set)
    for link in found.links:
        kept["old", link.old] |= link.kept_old
        kept["new", link.new] |= link.kept_new
    return {
        (side, number): len(article.folded.characters) - len(kept[side, number])
        for side, articles in (("old", found.old), ("new", found.new))
        for number, article in articles.items()
        if (side, number) not in true.neutral
    }


def _excess(gold: Gold, reported: dict[tuple[str, str], int], true: Truth) -> list[str]:
    """The groups of linked articles whose reported characters differ most from what truly changed, worst first."""
    group = {key: key for key in reported}

    def root(key: tuple[str, str]) -> tuple[str, str]:
        while group[key] != key:
            key = group[key]
        return key

    for a, b in gold.sure:
        if ("old", a) in group and ("new", b) in group:
            group[root(("old", a))] = root(("new", b))
    sums: dict[tuple[str, str], list] = defaultdict(lambda: [0, 0, [], []])
    for key in reported:
        entry = sums[root(key)]
        entry[0] += reported[key]
        entry[1] += true.changed.get(key, 0)
        entry[2 if key[0] == "old" else 3].append(key[1])
    worst = sorted(sums.values(), key=lambda entry: -abs(entry[0] - entry[1]))
    return [
        f"reported {shown} for {real} truly changed: {' '.join(olds) or '–'} → {' '.join(news) or '–'}"
        for shown, real, olds, news in worst[:12]
        if abs(shown - real) > 5
    ]
