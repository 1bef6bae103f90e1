"""The engines that we are compared with: how each is run, timed and read.

A peer is timed as processor time (user and system) of the comparisons alone: in process around the calls, or, for a
program, as that of the process less that of the same program on two files of one line each. What cannot be had or does
not end says so: the limit is one of processor time, and of four times as much on the clock.
"""

import json
import os
import resource
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import engine
import matchings
from corpus import ROOT
from engine import Texts
from matchings import Matching

HERE = Path(__file__).resolve().parent
PYTHON = ROOT / ".build" / "bench-venv" / "bin" / "python"


class Unable(Exception):
    """Why a peer gave no result."""


@dataclass(frozen=True)
class Peer:
    """One engine besides ours."""

    name: str
    about: str
    blocks: Callable[[Sequence[Texts], Path, float], list[Matching]]
    time: Callable[[Sequence[Texts], Path, float, float], tuple[float, int]]
    """Milliseconds and repetitions, from texts, scratch folder, seconds to spend and seconds allowed."""


def _read(texts: Texts) -> tuple[str, str]:
    return texts[0].read_text(encoding="utf-8"), texts[1].read_text(encoding="utf-8")


def _held(limit: float) -> Callable[[], None]:
    """For a child process: ends it after so many seconds of processor time."""
    seconds = int(limit)
    return lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


# Peers that are libraries, in a process with their own language.


def _library(command: Callable[[], list[str]], read: Callable[[Any, str, str], Matching]) -> tuple[Callable, Callable]:
    def run(task: str, texts: Sequence[Texts], scratch: Path, seconds: float, limit: float) -> Any:
        listed = scratch / "peer.tsv"
        listed.write_text("".join(f"{a}\t{b}\n" for a, b in texts), encoding="utf-8")
        before, *after = command()
        try:
            done = subprocess.run(
                [before, *after, task, str(listed), str(seconds)],
                capture_output=True, timeout=4 * limit, preexec_fn=_held(limit),
            )
        except subprocess.TimeoutExpired:
            raise Unable(f"over {limit:.0f} s") from None
        except OSError as error:
            raise Unable(f"not installed: {error.strerror}") from None
        if done.returncode < 0:
            raise Unable(f"over {limit:.0f} s")
        if done.returncode != 0:
            last = (done.stderr.decode(errors="replace").strip().splitlines() or ["no message"])[-1]
            raise Unable("more than 6 GB of memory" if "MemoryError" in last or "bad_alloc" in last else last[:80])
        return json.loads(done.stdout)

    def blocks(texts: Sequence[Texts], scratch: Path, limit: float) -> list[Matching]:
        return [read(found, *_read(pair)) for found, pair in zip(run("blocks", texts, scratch, 1, limit), texts)]

    def timed(texts: Sequence[Texts], scratch: Path, seconds: float, limit: float) -> tuple[float, int]:
        found = run("time", texts, scratch, seconds, limit)
        return found["milliseconds"], found["repetitions"]

    return blocks, timed


def _python(name: str) -> tuple[Callable, Callable]:
    def command() -> list[str]:
        if not PYTHON.exists():
            raise Unable("not installed: run scripts/setup --bench")
        return [str(PYTHON), str(HERE / "peer_worker.py"), name]

    def read(found: dict, old: str, new: str) -> Matching:
        links = [tuple(pair) for pair in found["links"]] if "links" in found else None
        return Matching([tuple(block) for block in found["blocks"]], links)

    return _library(command, read)


def _php() -> tuple[Callable, Callable]:
    def command() -> list[str]:
        return ["php", str(HERE / "wikidiff2.php")]

    return _library(command, lambda found, old, new: Matching(matchings.wikidiff2(found, old, new)))


# Peers that are programs.


def _program(command: list[str], precise: list[str], segments: Callable) -> tuple[Callable, Callable]:
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1", "HOME": "/nonexistent"}

    def spent(pair: Texts, limit: float) -> float:
        process = subprocess.Popen(
            [*command, str(pair[0]), str(pair[1])], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=environment, preexec_fn=_held(limit),
        )
        deadline = time.monotonic() + 4 * limit
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                process.returncode = 0
                if os.WIFSIGNALED(status):
                    raise Unable(f"over {limit:.0f} s")
                return usage.ru_utime + usage.ru_stime
            if time.monotonic() > deadline:
                process.kill()
                process.wait()
                raise Unable(f"over {limit:.0f} s")
            time.sleep(0.0005)

    def installed() -> None:
        if shutil.which(command[0]) is None:
            raise Unable("not installed: run scripts/setup --bench")

    def timed(texts: Sequence[Texts], scratch: Path, seconds: float, limit: float) -> tuple[float, int]:
        installed()
        tiny = (scratch / "tiny.old", scratch / "tiny.new")
        tiny[0].write_text("一\n", encoding="utf-8")
        tiny[1].write_text("二\n", encoding="utf-8")
        start = statistics.median(spent(tiny, limit) for _ in range(15))
        totals: list[float] = []
        began = time.monotonic()
        while len(totals) < 15 and (len(totals) < 1 or time.monotonic() - began < seconds):
            totals.append(sum(spent(pair, limit) - start for pair in texts))
        return 1000 * max(0.0, statistics.median(totals)), len(totals)

    def blocks(texts: Sequence[Texts], scratch: Path, limit: float) -> list[Matching]:
        installed()
        found = []
        for pair in texts:
            try:
                done = subprocess.run(
                    [*precise, str(pair[0]), str(pair[1])], capture_output=True, timeout=4 * limit, env=environment
                )
            except subprocess.TimeoutExpired:
                raise Unable(f"over {limit:.0f} s") from None
            found.append(Matching(matchings.from_segments(segments(done.stdout.decode()), *_read(pair))))
        return found

    return blocks, timed


def _libgit2() -> tuple[Callable, Callable]:
    def blocks(texts: Sequence[Texts], scratch: Path, limit: float) -> list[Matching]:
        found = engine.hunks(texts, scratch)
        return [Matching(matchings.lines(hunks, *_read(pair))) for hunks, pair in zip(found, texts)]

    def timed(texts: Sequence[Texts], scratch: Path, seconds: float, limit: float) -> tuple[float, int]:
        found = engine.times(texts, scratch, seconds, ["libgit2 lines"])["libgit2 lines"]
        return found["milliseconds"], found["repetitions"]

    return blocks, timed


_MARKED = ["-w", "\x01", "-x", "\x02", "-y", "\x03", "-z", "\x04"]
_GIT = ["git", "-c", "core.pager=cat", "diff", "--no-index", "--no-color", "--word-diff-regex=."]
_DWDIFF = ["dwdiff", "--no-profile", "-P"]

PEERS = [
    Peer("libgit2 lines", "`git_diff_buffers`, in process", *_libgit2()),
    Peer(
        "git word-diff", "`git diff --no-index --word-diff-regex=.`",
        *_program([*_GIT, "--word-diff=plain"], [*_GIT, "--word-diff=porcelain", "-U10000000"], matchings.porcelain),
    ),
    Peer("GNU wdiff", "words between blanks", *_program(["wdiff"], ["wdiff", *_MARKED], matchings.marked)),
    Peer(
        "dwdiff", "`-P`: words between blanks and punctuation",
        *_program(_DWDIFF, [*_DWDIFF, *_MARKED], matchings.marked),
    ),
    Peer("fast-diff-match-patch", "characters, semantic clean-up, in process", *_python("fast_diff_match_patch")),
    Peer("rapidfuzz", "`Indel.opcodes`: characters, shortest script, in process", *_python("rapidfuzz")),
    Peer("wikidiff2", "lines, then words or characters, in process", *_php()),
    Peer("redlines", "words between blanks, in process", *_python("redlines")),
    Peer("xmldiff", "a tree of articles and paragraphs, in process", *_python("xmldiff")),
]
