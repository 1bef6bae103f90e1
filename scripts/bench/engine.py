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


def build() -> None:
    """Builds the release that is measured, unless REDLINE_BENCH names one."""
    if "REDLINE_BENCH" not in os.environ:
        command = ["swift", "build", "--package-path", str(ROOT), "-c", "release", "--product", "RedlineBench"]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if done.returncode != 0:
            raise RuntimeError(f"RedlineBench does not build:\n{done.stdout.decode()[-2000:]}")


def _run(arguments: Sequence[str], limit: float | None = None) -> list:
    try:
        run = subprocess.run([str(binary()), *arguments], capture_output=True, timeout=limit)
    except subprocess.TimeoutExpired:
        raise RuntimeError(f"over {limit:.0f} s") from None
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


def once(old: Path, new: Path, limit: float) -> dict:
    """One run on one pair, with the peak of its memory; RuntimeError when it takes longer than `limit` seconds."""
    return _run(["once", str(old), str(new)], limit)[0]
