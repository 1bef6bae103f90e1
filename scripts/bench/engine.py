"""Runs RedlineBench, the executable that measures our engine in process."""

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from corpus import ROOT, VersionPair

Texts = tuple[Path, Path]
"""The canonical texts of one pair, the older first."""


def binary() -> Path:
    """The release build; REDLINE_BENCH names another."""
    return Path(os.environ.get("REDLINE_BENCH", ROOT / ".build" / "release" / "RedlineBench"))


def _run(arguments: Sequence[str]) -> list:
    run = subprocess.run([str(binary()), *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if run.returncode != 0:
        raise RuntimeError(f"RedlineBench {arguments[0]} ended with {run.returncode}: {run.stderr.decode()[:400]}")
    return [json.loads(line) for line in run.stdout.splitlines()]


def _listed(rows: Sequence[tuple[Path, Path]], scratch: Path) -> str:
    file = scratch / "list.tsv"
    file.write_text("".join(f"{a}\t{b}\n" for a, b in rows), encoding="utf-8")
    return str(file)


def canonical(pairs: Sequence[VersionPair], scratch: Path) -> list[Texts]:
    """Writes the canonical text of every version into the scratch folder, once, and says where."""
    targets: dict[Path, Path] = {}
    for pair in pairs:
        for source in (pair.old, pair.new):
            targets.setdefault(source, scratch / f"{len(targets):04}.txt")
    _run(["canonical", _listed(list(targets.items()), scratch)])
    return [(targets[pair.old], targets[pair.new]) for pair in pairs]


def scored(texts: Sequence[Texts], scratch: Path) -> list[dict]:
    """What our engine finds, a document for each pair."""
    return _run(["score", _listed(texts, scratch)])


def hunks(texts: Sequence[Texts], scratch: Path) -> list[list[list[int]]]:
    """What libgit2 finds, a list of hunks for each pair."""
    return _run(["lines", _listed(texts, scratch)])


def times(texts: Sequence[Texts], scratch: Path, seconds: float, runners: Sequence[str] = ()) -> dict[str, dict]:
    """Processor time of each runner for all pairs together, measured in turns in one process."""
    return _run(["time", str(seconds), _listed(texts, scratch), *runners])[0]


def once(old: Path, new: Path) -> dict:
    """One run on one pair, with the peak of its memory."""
    return _run(["once", str(old), str(new)])[0]
