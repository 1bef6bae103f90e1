"""What truly changed between two versions, by a hand-made alignment: the yardstick of `scripts/bench/redline`.

Everything is counted in folded characters (folding.py): a reference or a number is one character, blanks none.

- A character is kept when a longest common subsequence (LCS) of a gold link holds it; all others truly changed: those
  of articles that the gold calls inserted or deleted, and of each linked pair both bodies less twice their LCS.
- The LCS of a main link is that of the two bodies. A partial link keeps characters only in the sentences it carries:
  those with a sentence on the other side with which they share an LCS of at least 6 characters and of 0.6 of the
  shorter of the two. Sentences end with 。；： or with a line.
- Every character is counted once: of an article with several links, what one of them keeps is kept.
- Links that the labeller was unsure of count for neither side: an article that has no other link is left out of what
  truly changed and of what is reported.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from corpus import Gold
from folding import Folded, common

SHARED_AT_LEAST = 6
SHARE_AT_LEAST = 0.6

Bodies = dict[str, Folded]
"""The folded words of each article, by its number."""

End = tuple[str, str]
"""One article: "old" or "new", and its number."""


@dataclass
class Truth:
    """The truly changed characters of one law."""

    changed: dict[End, int] = field(default_factory=dict)
    """For each article that counts."""
    neutral: set[End] = field(default_factory=set)
    """The articles that count for neither side."""

    @property
    def total(self) -> int:
        """All truly changed characters of both sides."""
        return sum(self.changed.values())


def truth(gold: Gold, old: Bodies, new: Bodies) -> Truth:
    """Counts what truly changed; articles that the gold names and the texts lack are passed over."""
    kept: dict[End, set[int]] = defaultdict(set)
    linked: set[End] = set()
    unsure: set[End] = set()
    for link in gold.links:
        ends = (("old", link.old), ("new", link.new))
        if link.old not in old or link.new not in new:
            continue
        if link.unsure:
            unsure.update(ends)
            continue
        linked.update(ends)
        a, b = old[link.old], new[link.new]
        pairs = common(a.characters, b.characters) if link.main else _carried(a, b)
        kept[ends[0]].update(i for i, _ in pairs)
        kept[ends[1]].update(j for _, j in pairs)
    neutral = unsure - linked
    return Truth(
        {
            (side, number): len(body.characters) - len(kept[side, number])
            for side, bodies in (("old", old), ("new", new))
            for number, body in bodies.items()
            if (side, number) not in neutral
        },
        neutral,
    )


def _carried(a: Folded, b: Folded) -> list[tuple[int, int]]:
    """The characters that a partial link keeps."""
    places: tuple[set[int], set[int]] = (set(), set())
    for sentence in a.sentences:
        words = a.characters[sentence.start : sentence.stop]
        for other in b.sentences:
            size = min(len(words), len(other))
            if size < SHARED_AT_LEAST:
                continue
            shared = len(common(words, b.characters[other.start : other.stop]))
            if shared >= max(SHARED_AT_LEAST, SHARE_AT_LEAST * size):
                places[0].update(sentence)
                places[1].update(other)
    left, right = sorted(places[0]), sorted(places[1])
    pairs = common("".join(a.characters[i] for i in left), "".join(b.characters[j] for j in right))
    return [(left[i], right[j]) for i, j in pairs]
