"""The labelled clauses from which the weights are learned."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
SET = HERE.parent / "bench" / "findings-set"


@dataclass(frozen=True)
class Clause:
    """One clause, the measures that it takes, and those on which careful readers may differ."""

    text: str
    taken: dict[str, str]
    open: frozenset[str]
    writer: str
    law: str
    side: str = "dev"
    """`held` where the clause is kept aside."""
    judged: frozenset[str] | None = None
    """The concepts that were judged; nil where all were."""

    def settles(self, concept: str) -> bool:
        """Whether the concept was judged here, and all careful readers say the same of it."""
        return concept not in self.open and (self.judged is None or concept in self.judged)


def clauses(language: str, sets: tuple[Path, ...] = ()) -> list[Clause]:
    """Every clause that may be learned from, in the order of the files; what is kept aside is never read."""
    found: list[Clause] = []
    for file in sorted(SET.glob(f"*-{language}.jsonl")):
        found += [clause for clause in from_set(file) if clause.side == "dev"]
    for folder in (HERE / "lessons", *sets):
        for file in sorted(folder.glob(f"{language}-*.txt")):
            found += from_lessons(file)
    return found


def mined(language: str) -> list[Clause]:
    """Clauses that were picked or written because earlier weights were wrong about their like."""
    return [clause for file in sorted((HERE / "mined").glob(f"{language}-*.txt")) for clause in from_lessons(file)]


def from_set(file: Path) -> list[Clause]:
    """The clauses of one file of the labelled set."""
    found = []
    for line in file.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        labels = entry["labels"]
        mentioned = {label["concept"] for label in labels if label["polarity"] == "mentions"}
        taken = {label["concept"]: label["polarity"] for label in labels if label["polarity"] != "mentions"}
        found.append(
            Clause(
                entry["text"],
                taken,
                frozenset(mentioned | set(entry.get("also", ()))) - set(taken),
                file.stem,
                entry["law"],
                entry["split"],
            )
        )
    return found


def from_lessons(file: Path) -> list[Clause]:
    """The clauses of one file of lessons: `# title`, then `concept=polarity;?concept<TAB>clause` a line."""
    found, law = [], ""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("# "):
            law = line[2:]
        elif line.strip():
            labels, tab, text = line.partition("\t")
            if not tab or not law:
                raise SystemExit(f"{file}:{number}: a clause needs labels, a tab and its words, under a title")
            taken, doubtful = {}, set()
            for label in filter(None, map(str.strip, labels.split(";"))):
                if match := re.fullmatch(r"([a-z-]{3,})=([a-z-]+)", label):
                    if match[2] == "mentions":
                        doubtful.add(match[1])
                    else:
                        taken[match[1]] = match[2]
                elif label.startswith("?"):
                    doubtful.add(label[1:])
                elif label != "-" and not label.startswith("~"):
                    raise SystemExit(f"{file}:{number}: “{label}” is no label")
            found.append(Clause(text, taken, frozenset(doubtful - set(taken)), file.stem, law))
    return found
