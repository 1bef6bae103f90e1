"""Versions to fill a store with: the corpus as it is, or laws made of its articles; for our store and for git fast-import."""

import hashlib
import itertools
import json
import random
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import corpus

COUNTRY = "cn"
HEADING = re.compile(corpus.ARTICLE.pattern + r"|^Article \d+\s")
NUMBERS = "零一二三四五六七八九"


@dataclass(frozen=True)
class Version:
    """One text of one law, as it is committed."""

    slug: str
    name: str
    time: int
    text: bytes

    @property
    def id(self) -> str:
        return f"{COUNTRY}/{self.slug}"

    @property
    def folder(self) -> str:
        """StoreLayout.folder: sharded by the first two hexadecimal digits of the slug's SHA-256."""
        return f"{COUNTRY}/{hashlib.sha256(self.slug.encode()).hexdigest()[:2]}/{self.slug}/{self.name}"

    @property
    def metadata(self) -> bytes:
        """About what version.json holds."""
        record = {
            "articles": self.text.count("\n第".encode()), "bytes": len(self.text), "id": self.id, "parser": 1, "schema": 1,
            "sha256": hashlib.sha256(self.text).hexdigest(), "version": self.name,
        }
        return (json.dumps(record, indent=1, sort_keys=True) + "\n").encode()

    @property
    def message(self) -> bytes:
        """CommitDraft.version's."""
        title = f"{self.id}: {self.name}"
        return f"{title}\n\nInstrument: {self.id}\nVersion: {self.name}\nParser: 1\n".encode()


def real() -> Iterator[Version]:
    """Every text of the corpus; versions of one title follow one another."""
    found: dict[str, list[tuple[str, Path]]] = {}
    for path in sorted((corpus.place() / "cn-laws").rglob("*.md")):
        dated = corpus.DATED.fullmatch(path.name)
        title, date = (dated["name"], dated[2]) if dated else (path.stem, "undated")
        found.setdefault(title, []).append((date, path))
    time = 1_700_000_000
    for title, versions in sorted(found.items()):
        slug = "t-" + hashlib.sha256(title.encode()).hexdigest()[:12]
        # Two files of one title and one date are in different folders: both are kept.
        for number, (date, path) in enumerate(sorted(versions)):
            time += 1
            yield Version(slug, f"{date}.text-{number + 1}", time, path.read_bytes())


def articles() -> list[str]:
    """Bodies of articles to make laws of: the corpus's, or, without it, those of our own seeds."""
    if (corpus.place() / "cn-laws").is_dir():
        texts = [version.text.decode("utf-8", "replace") for version in real()]
    else:
        texts = [path.read_text(errors="replace") for path in sorted((corpus.ROOT / "snapshots").rglob("*.txt"))]
    bodies: list[str] = []
    for text in texts:
        for line in text.splitlines():
            if heading := HEADING.match(line):
                bodies.append(line[heading.end():].strip())
            elif bodies and line.strip() and not line.startswith(("#", "<")):
                bodies[-1] += "\n" + line.strip()
    bodies = [body[:2_000] for body in bodies if len(body) >= 15]
    if len(bodies) < 50:
        sys.exit("store: neither the corpus nor our seeds have articles to make laws of")
    return bodies


def made(laws: int, versions: int, seed: int, size: int = 45) -> Iterator[Version]:
    """Laws of random articles, `size` on average; each version amends some of the last one's: reworded, new, repealed."""
    dice = random.Random(seed)
    bodies = articles()
    time = 1_600_000_000
    for law in range(laws):
        parts = [dice.choice(bodies) for _ in range(max(5, int(dice.gammavariate(2.0, size / 2))))]
        for version in range(versions):
            if version:
                amend(parts, bodies, dice)
            time += 1
            text = f"法律第{law}号\n\n" + "".join(f"第{chinese(n)}条　{part}\n\n" for n, part in enumerate(parts, 1))
            yield Version(f"law-{law:05}", f"{2000 + version * 4}-01-01.amended-{version}", time, text.encode())


def amend(parts: list[str], bodies: list[str], dice: random.Random) -> None:
    """An amendment touches one to a tenth of the articles."""
    for _ in range(dice.randint(1, max(1, len(parts) // 10))):
        place = dice.randrange(len(parts))
        kind = dice.random()
        if kind < 0.6:
            words = re.split(r"(?<=[，。；,;.])", parts[place])
            words[dice.randrange(len(words))] = dice.choice(bodies)[:40]
            parts[place] = "".join(words)
        elif kind < 0.85 or len(parts) < 5:
            parts.insert(place, dice.choice(bodies))
        else:
            del parts[place]


def chinese(number: int) -> str:
    """The number of an article, up to 9999."""
    words = ""
    for value, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, value)
        if digit:
            words += NUMBERS[digit] + unit
        elif words and number and not words.endswith("零"):
            words += "零"
    return words[1:] if words.startswith("一十") else words


def write(versions: Iterable[Version], ours: Path, theirs: Path) -> tuple[int, int]:
    """Writes what StoreBench reads and what git fast-import reads; returns how many versions and bytes of text.

    fast-import compares a blob only with the one before it, so the texts of a law follow one another in its stream, then
    what is said of them, then the commits: that is when it is fastest and its pack smallest.
    """
    count = size = 0
    with ours.open("wb", 1 << 20) as plain, theirs.open("wb", 1 << 20) as stream:
        stream.write(b"feature done\n")
        for _, group in itertools.groupby(versions, key=lambda version: version.slug):
            law = list(group)
            for version in law:
                metadata = version.metadata
                plain.write(f"{version.id} {version.name} {version.time} {len(version.text)} {len(metadata)}\n".encode())
                plain.write(version.text)
                plain.write(metadata)
                size += len(version.text)
            contents = [version.text for version in law] + [version.metadata for version in law]
            first = 2 * count + 1
            for mark, content in enumerate(contents, first):
                stream.write(b"blob\nmark :%d\ndata %d\n%s\n" % (mark, len(content), content))
            for mark, version in enumerate(law, first):
                hand = f"Lexwatch <lexwatch@localhost> {version.time} +0000\n"
                stream.write(f"commit refs/heads/versions\nauthor {hand}committer {hand}".encode())
                stream.write(b"data %d\n%s" % (len(version.message), version.message))
                stream.write(f"M 100644 :{mark} {version.folder}/zh.txt\n".encode())
                stream.write(f"M 100644 :{mark + len(law)} {version.folder}/version.json\n".encode())
            count += len(law)
        stream.write(b"done\n")
    return count, size
