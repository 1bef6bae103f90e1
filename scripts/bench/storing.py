"""Runs what scripts/bench/store compares: our store and stock git, each as a process of its own."""

import json
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from versions import Version

# Everything synced to disk, as ours is; nobody else's configuration, no clean-up in between.
SETTINGS = ("core.fsync=all", "core.fsyncMethod=fsync", "gc.auto=0", "pack.threads=2", "user.name=x", "user.email=x@x")
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C", "GIT_CONFIG_NOSYSTEM": "1", "HOME": "/nonexistent"}


@dataclass
class Run:
    """One process: seconds on the wall, of processor time, and what it printed."""

    wall: float
    cpu: float
    said: str


def ran(command: list[str], source: Path | None = None, cwd: Path | None = None) -> Run:
    """Runs a command to its end; ours or git, it must succeed."""
    start = time.perf_counter()
    with open(source or os.devnull, "rb") as given:
        child = subprocess.Popen(
            command, stdin=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=cwd, env=ENVIRONMENT)
        said, errors = child.stdout.read(), child.stderr.read()
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"store: {' '.join(command[:6])}: exit {child.returncode}: {errors.decode(errors='replace')[-500:]}")
    return Run(time.perf_counter() - start, used.ru_utime + used.ru_stime, said.decode(errors="replace"))


def git(folder: Path, *words: str, source: Path | None = None) -> Run:
    """git in a folder."""
    settings = [word for setting in SETTINGS for word in ("-c", setting)]
    return ran(["git", *settings, "-C", str(folder), *words], source)


def packed(store: Path) -> int:
    """Bytes of packs and their indexes."""
    return sum(file.stat().st_size for file in (store / "objects/pack").iterdir())


@dataclass
class Import:
    """What writing some versions took, ours and fast-import's, round by round."""

    about: str
    versions: int
    bytes: int
    ours: list[Run] = field(default_factory=list)
    theirs: list[Run] = field(default_factory=list)
    load: str = ""
    packs: int = 0
    memory: int = 0
    size: int = 0
    fast_import_size: int = 0
    repacked_size: int = 0
    same: bool = False
    clean: bool = False

    @property
    def wall(self) -> float:
        """How many times as fast as fast-import on the wall: the median of the rounds."""
        return statistics.median(b.wall / a.wall for a, b in zip(self.ours, self.theirs))

    @property
    def cpu(self) -> float:
        return statistics.median(b.cpu / a.cpu for a, b in zip(self.ours, self.theirs))

    @property
    def rate(self) -> float:
        """Versions a second, ours."""
        return self.versions / statistics.median(run.wall for run in self.ours)

    @property
    def their_rate(self) -> float:
        return self.versions / statistics.median(run.wall for run in self.theirs)

    @property
    def growth(self) -> float:
        """The size of our packs over that of git's after `git repack -adf`."""
        return self.size / self.repacked_size


class Stage:
    """The files of one run of the benchmark."""

    def __init__(self, bench: Path, place: Path, batch: int) -> None:
        self.bench, self.place, self.batch = bench, place, batch

    def written(self, versions: Path, store: Path) -> Run:
        """Our store of the versions in a file."""
        ran(["rm", "-rf", str(store)])
        return ran([str(self.bench), "write", str(store), str(versions), str(self.batch)])

    def imported(self, stream: Path, store: Path) -> Run:
        """git's repository of the same, by fast-import."""
        ran(["rm", "-rf", str(store)])
        ran(["git", "init", "-q", "--bare", "--initial-branch=versions", str(store)])
        return git(store, "fast-import", "--quiet", "--done", source=stream)

    def raced(self, about: str, count: int, size: int, files: tuple[Path, Path], rounds: int, *, fsck: bool) -> Import:
        """Both, turn about; then the sizes, and whether both made the same."""
        result = Import(about, count, size, load=f"{os.getloadavg()[0]:.1f}")
        ours, theirs = self.place / "ours.git", self.place / "theirs.git"
        for number in range(rounds):
            for turn in ("ours", "theirs") if number % 2 == 0 else ("theirs", "ours"):
                if turn == "ours":
                    result.ours.append(self.written(files[0], ours))
                else:
                    result.theirs.append(self.imported(files[1], theirs))
        said = json.loads(result.ours[-1].said)
        result.packs, result.memory = said["packs"], said["memory"] << 10
        tips = [git(store, "rev-parse", "refs/heads/versions").said for store in (ours, theirs)]
        # One id for all: the same commits, trees and texts.
        result.same = tips[0] == tips[1] and said["versions"] == count
        result.clean = not fsck or not git(ours, "fsck", "--full", "--strict", "--no-progress").said
        result.size, result.fast_import_size = packed(ours), packed(theirs)
        git(theirs, "repack", "-adfq")
        result.repacked_size = packed(theirs)
        return result

    def porcelain(self, store: Path, sample: list[Version]) -> tuple[int, float]:
        """`git add` and `git commit` of versions in a work tree of everything: documents there, versions a second."""
        tree = self.place / "tree"
        ran(["rm", "-rf", str(tree)])
        ran(["git", "clone", "-q", "--shared", str(store), str(tree)])
        documents = len(git(tree, "ls-files", "*.txt").said.splitlines())
        git(tree, "add", ".")
        start = time.perf_counter()
        for version in sample:
            folder = tree / version.folder
            folder.mkdir(parents=True)
            (folder / "zh.txt").write_bytes(version.text)
            (folder / "version.json").write_bytes(version.metadata)
            git(tree, "add", version.folder)
            git(tree, "commit", "-q", "-m", version.message.decode())
        rate = len(sample) / (time.perf_counter() - start)
        ran(["rm", "-rf", str(tree)])
        return documents, rate

    def read(self, store: Path, count: int, seed: int) -> dict:
        """Random reads through our store."""
        return json.loads(ran([str(self.bench), "read", str(store), str(count), str(seed)]).said)


def median_ms(times: list[float]) -> float:
    return statistics.median(times) * 1_000
