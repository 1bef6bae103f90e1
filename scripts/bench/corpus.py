"""Where the laws and the hand-made alignments are, and which versions follow one another."""

import json
import os
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = re.compile(r"^(第[零〇一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?)(?:[\s\u3000]|$)")
DATED = re.compile(r"(?P<name>.+)\((?P<date>\d{4}-\d{2}-\d{2})\)\.md$")


def place() -> Path:
    """The folder of the corpus: LEXWATCH_CORPUS, else ../shared/corpus beside the project."""
    return Path(os.environ.get("LEXWATCH_CORPUS", ROOT / ".." / "shared" / "corpus"))


@dataclass(frozen=True)
class VersionPair:
    """Two published texts of one law, the older first."""

    name: str
    old: Path
    new: Path

    @property
    def bytes(self) -> int:
        """The size of both texts as published."""
        return self.old.stat().st_size + self.new.stat().st_size


@dataclass(frozen=True)
class Link:
    """One hand-made link; article numbers as printed in the gold file (an int, or a string such as 120-1)."""

    old: str
    new: str
    main: bool
    unsure: bool


@dataclass(frozen=True)
class Gold:
    """The hand-made alignment of one pair: ../shared/corpus/alignments/README.md says what the fields mean."""

    law: str
    pair: VersionPair
    links: tuple[Link, ...]
    inserted: frozenset[str]
    deleted: frozenset[str]
    old_articles: int
    new_articles: int
    group: str
    """`corpus`: one of the laws that came with the corpus; `dev` and `aside`: labelled for this benchmark.

    Whoever works on the engine looks at errors in all but `aside`.
    """

    @property
    def sure(self) -> set[tuple[str, str]]:
        """The links that count."""
        return {(link.old, link.new) for link in self.links if not link.unsure}

    @property
    def unsure(self) -> set[tuple[str, str]]:
        """The links that count for neither side."""
        return {(link.old, link.new) for link in self.links if link.unsure}


def golds() -> list[Gold]:
    """All hand-made alignments whose texts are there: those of the corpus, then those of scripts/bench/gold."""
    found = []
    for folder in (place() / "alignments", ROOT / "scripts" / "bench" / "gold"):
        for file in sorted(folder.glob("*.json")):
            gold = _gold(json.loads(file.read_text(encoding="utf-8")))
            if gold.pair.old.exists() and gold.pair.new.exists():
                found.append(gold)
    return found


def _gold(data: dict) -> Gold:
    folder, name = data["source_dir"].rsplit("__", 1)
    where = place() / "cn-laws" / folder.replace("__", "/")
    old, new = (where / f"{name}({data[side]}).md" for side in ("old_version", "new_version"))
    return Gold(
        law=data["law"],
        pair=VersionPair(data["law"], old, new),
        links=tuple(
            Link(str(link["old"]), str(link["new"]), link["role"] == "main", bool(link["unsure"]))
            for link in data["links"]
        ),
        inserted=frozenset(str(number) for number in data["inserted"]),
        deleted=frozenset(str(number) for number in data["deleted"]),
        old_articles=data["old_articles"],
        new_articles=data["new_articles"],
        group=data.get("set", "corpus"),
    )


def consecutive() -> list[VersionPair]:
    """All pairs of consecutive versions: files NAME(DATE).md of one NAME in one folder, by date."""
    versions: dict[tuple[Path, str], list[tuple[str, Path]]] = defaultdict(list)
    for file in texts():
        if dated := DATED.fullmatch(file.name):
            versions[file.parent, dated["name"]].append((dated["date"], file))
    return [
        VersionPair(f"{name} {older[0]} → {newer[0]}", older[1], newer[1])
        for (_, name), dates in sorted(versions.items(), key=lambda entry: (entry[0][1], str(entry[0][0])))
        for older, newer in pairwise(sorted(dates))
    ]


def texts() -> Iterator[Path]:
    """Every text of the corpus, in the same order everywhere."""
    return iter(sorted((place() / "cn-laws").rglob("*.md")))


def articles(text: str) -> dict[str, str]:
    """The articles of a law by their labels, as the hashes of the labelled sets were taken."""
    found: dict[str, list[str]] = {}
    current = None
    for line in text.split("\n"):
        if match := ARTICLE.match(line):
            current = match[1]
            found.setdefault(current, []).append(line)
        elif line.startswith("#"):
            current = None
        elif current:
            found[current].append(line)
    return {label: "\n".join(rows).strip() for label, rows in found.items()}
