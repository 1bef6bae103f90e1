"""Runs everything once: who found what on the labelled laws, and how long each engine takes on each input."""

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import corpus
import engine
import findings
import generate
from corpus import Gold
from engine import Texts
from peers import Peer, Unable
from score import Score, score

LIMIT_SECONDS = 60.0
"""How long a peer may take for one input before it is stopped."""


@dataclass
class Laws:
    """The scores of one engine on one set of laws, or why there are none."""

    engine: str
    scores: list[Score] = field(default_factory=list)
    reason: str = ""

    @property
    def total(self) -> Score:
        """All laws together."""
        total = Score()
        for one in self.scores:
            total.add(one)
        return total


@dataclass
class Timing:
    """The time of one engine on one input, or why there is none."""

    engine: str
    milliseconds: float | None = None
    repetitions: int = 0
    reason: str = ""
    core: float | None = None
    """Our core on the same input, measured just before and just after; the mean of both."""


@dataclass
class Input:
    """Pairs of canonical texts that are measured together."""

    key: str
    about: str
    texts: list[Texts]
    alone: bool = False
    """Whether only the floor and our engine are measured."""

    @property
    def megabytes(self) -> float:
        """The size of all texts, both sides, in 10^6 bytes."""
        return sum(path.stat().st_size for pair in self.texts for path in pair) / 1e6


@dataclass
class Hurt:
    """One run of our engine on a text that is meant to hurt."""

    name: str
    about: str
    result: dict | None
    reason: str = ""


def say(words: str) -> None:
    """Progress, for people who wait."""
    if sys.stderr.isatty():
        print(f"redline: {words}", file=sys.stderr)


def correctness(golds: Sequence[Gold], peers: Sequence[Peer], scratch: Path) -> list[Laws]:
    """Scores our engine and then each peer on the labelled laws."""
    texts = engine.canonical([gold.pair for gold in golds], scratch)
    documents = engine.scored(texts, scratch)
    ours = Laws("Lexwatch", [score(gold, findings.of_ours(document)) for gold, document in zip(golds, documents)])
    results = [ours]
    for peer in peers:
        say(f"{peer.name}: correctness")
        laws = Laws(peer.name)
        try:
            matched = peer.blocks(texts, scratch, LIMIT_SECONDS)
        except Unable as problem:
            laws.reason = str(problem)
            matched = []
        for gold, document, pair, matching in zip(golds, documents, texts, matched):
            old, new = (
                findings.Spans.of(path.read_text(encoding="utf-8"), findings.articles(document[side]))
                for path, side in zip(pair, ("old", "new"))
            )
            laws.scores.append(score(gold, findings.of_blocks(matching, old, new, gold.sure)))
        results.append(laws)
    return results


def insertion(scratch: Path) -> str:
    """How one inserted article and two changed words of duty are told: kinds and counts; empty without the law."""
    source = corpus.place() / "cn-laws" / "行政法" / "网络安全法(2016-11-07).md"
    if not source.exists():
        return ""
    canonical, _ = engine.canonical([corpus.VersionPair(source.name, source, source)], scratch)[0]
    articles = generate.bodies(canonical.read_text(encoding="utf-8"))
    document = engine.scored([_written(scratch, "one", generate.one_inserted(articles))], scratch)[0]
    told = Counter(
        " ".join([entry["kind"], *(sorted(set(entry["reasons"])) if entry["kind"] == "modified" else [])])
        for entry in document["entries"]
    )
    return ", ".join(f"{count} {kind}" for kind, count in sorted(told.items()))


INSERTION = "1 inserted, 2 modified modality, 72 renumbered, 5 unchanged"
"""What `insertion` has to say."""


def inputs(scratch: Path) -> tuple[list[Input], list[list[str]]]:
    """L, G, A and S; and the articles of every law, for the texts that are meant to hurt."""
    pairs = corpus.consecutive()
    canonical = engine.canonical(pairs, scratch)
    by_name = dict(zip((pair.name for pair in pairs), canonical))
    found = []
    chosen = [pair for pair in pairs if pair.name == "立法法 2015-03-15 → 2023-03-13"]
    if chosen:
        found.append(Input("L", "立法法 2015 → 2023", [by_name[chosen[0].name]]))
    if pairs:
        largest = max(pairs, key=lambda pair: pair.bytes)
        found.append(Input("G", f"the largest pair: {largest.name}", [by_name[largest.name]]))
        found.append(Input("A", f"all {len(pairs)} pairs of consecutive versions", canonical))
    sources = [corpus.VersionPair(file.name, file, file) for file in corpus.texts()]
    (scratch / "all").mkdir(exist_ok=True)
    everything = [old for old, _ in engine.canonical(sources, scratch / "all")]
    laws = generate.laws_of(everything, 100)
    texts = generate.joined(laws, references=False)
    about = f"100 laws in one text of {sum(map(len, laws)):,} articles, 1 % edited, all but the first renumbered"
    found.append(Input("S", about, [_written(scratch, "S", texts)]))
    following = generate.joined(laws, references=True)
    about = "as S, and the references follow the renumbering"
    found.append(Input("S′", about, [_written(scratch, "Sr", following)], alone=True))
    return found, generate.laws_of(everything, len(everything))


def _written(scratch: Path, name: str, texts: tuple[str, str]) -> Texts:
    paths = (scratch / f"{name}.old.txt", scratch / f"{name}.new.txt")
    for path, text in zip(paths, texts):
        path.write_text(text, encoding="utf-8")
    return paths


def times(given: Input, peers: Sequence[Peer], scratch: Path, seconds: float) -> list[Timing]:
    """Times the floor and our engine in turns, then each peer on one input, our core before and after each of them."""
    say(f"{given.key}: time")
    own = engine.times(given.texts, scratch, seconds, ["floor", "core", "whole"])
    core = own["core"]["milliseconds"]
    results = [
        Timing(name, own[name]["milliseconds"], own[name]["repetitions"], core=core)
        for name in ("floor", "core", "whole")
    ]
    if given.alone:
        return results
    # The speed of a machine that others use changes within minutes: a ratio holds between neighbours only.
    before = _core(given, scratch, seconds)
    for peer in peers:
        say(f"{given.key}: {peer.name}")
        try:
            taken = peer.time(given.texts, scratch, seconds, LIMIT_SECONDS)
        except Unable as problem:
            results.append(Timing(peer.name, reason=str(problem)))
            continue
        after = _core(given, scratch, seconds)
        results.append(Timing(peer.name, *taken, core=(before + after) / 2))
        before = after
    return results


def _core(given: Input, scratch: Path, seconds: float) -> float:
    return engine.times(given.texts, scratch, seconds / 2, ["core"])["core"]["milliseconds"]


def hurts(laws: list[list[str]], scratch: Path) -> list[Hurt]:
    """Our engine alone on texts that are meant to hurt, each in a process of its own."""
    made: list[tuple[str, str, Callable[[], tuple[str, str]]]] = [
        ("huge", "50,000 articles, 1 % edited, all renumbered", lambda: generate.huge(laws)),
        ("nothing in common", "5,600 articles a side, no ideograph shared", generate.disjoint),
        ("repetition, one article", "one sentence 100,000 times, another in the middle", generate.repeated_in_one),
        ("repetition, both ends", "as before, both ends differ and one is missing", generate.repeated_throughout),
        ("repetition, articles", "100,000 articles of one sentence, one differs", generate.repeated_articles),
    ]
    results = []
    for name, about, make in made:
        say(name)
        texts = _written(scratch, "hurt", make())
        try:
            results.append(Hurt(name, about, engine.once(*texts, limit=LIMIT_SECONDS)))
        except RuntimeError as problem:
            results.append(Hurt(name, about, None, str(problem)))
    return results
