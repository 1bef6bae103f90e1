"""lexwatch run as cron would: settings in a folder of its own, an empty environment, a fixed clock."""

import json
import os
import resource
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from .law import Law
from .page import XPATHS

ROOT = Path(__file__).resolve().parents[3]
HUNG = 999
"""Stands for an exit code where there was none in time."""


@dataclass
class Run:
    code: int
    seconds: float
    processor: float
    """Seconds of processor time, which do not depend on who else is working."""
    report: dict
    said: str

    def outcomes(self) -> dict[str, dict]:
        """What became of each source, by the slug of its instrument."""
        return {one["source"].split("/")[1]: one for one in self.report.get("sources", [])}


@dataclass
class Program:
    binary: Path
    folder: Path
    settings: dict[str, str] = field(default_factory=dict)

    def prepare(self, *, bare: bool = False) -> None:
        """An empty place: settings, and the declarations that are no instruments; `bare`: none that only say what a change
        means."""
        (self.folder / "laws").mkdir(parents=True, exist_ok=True)
        (self.folder / "snapshots").mkdir(exist_ok=True)
        for part in ("schemas", "words.yml") if bare else ("schemas", "words.yml", "concepts", "agreements", "weights"):
            place = ROOT / "laws" / part
            if place.is_dir():
                shutil.copytree(place, self.folder / "laws" / part, dirs_exist_ok=True)
            elif place.exists():
                shutil.copy(place, self.folder / "laws" / part)
        lines = {
            "store": "store.git", "laws": "laws", "snapshots": "snapshots", "out": "out",
            "allow-address": "127.0.0.0/8", "contact": "bench@example.org", **self.settings,
        }
        (self.folder / "lexwatch.yml").write_text("".join(f"{name}: {value}\n" for name, value in lines.items()))

    def declare(self, slug: str, law: Law, url: str, *, design: str, attachment: str = "none") -> None:
        """One instrument whose text in force stands at one address."""
        signed = law.headnotes[0].split("日")[0].replace("年", "-").replace("月", "-").split("-")
        day = f"{signed[0]}-{int(signed[1]):02d}-{int(signed[2]):02d}"
        xpath = f"  xpath: {XPATHS[design]}\n" if XPATHS[design] else ""
        beside = f"  attachment: {attachment}\n" if attachment != "none" else ""
        short = law.title.removeprefix("中华人民共和国")
        folder = self.folder / "laws" / "cn" / slug
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "instrument.yml").write_text(
            f"schema: 1\nid: cn/{slug}\ncountry: cn\ntype: law\n"
            f"titles:\n  zh: {law.title}\n  en: Made-up law {slug}\n  short:\n    zh: {short}\n    en: {slug}\n  also: []\n"
            "body:\n  en: Nobody\npredecessors: []\nsuccessors: []\nrelated: []\n"
            f"sources:\n- id: page\n  type: http\n  url: {url}\n  role: official\n  version: current\n{xpath}{beside}"
            f"versions:\n- stage: adopted\n  title: {law.title}\n"
            f"  dates:\n    signed: {day}\n    published: null\n    effective: null\n  text: public\n  confidence: text\n"
            "claims: []\n"
        )

    def command(self, *words: str, prefix: tuple[str, ...] = (), timeout: float = 300) -> subprocess.CompletedProcess:
        """The program with some words; one that does not end in time is killed with all its children, and has the code
        `HUNG`."""
        command = [*prefix, str(self.binary), *words]
        child = subprocess.Popen(
            command, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            start_new_session=True,
            # A trap should end the process, not start a tool that prints for minutes.
            env={"LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"], "HOME": str(self.folder), "SWIFT_BACKTRACE": "enable=no"})
        try:
            out, err = child.communicate(timeout=timeout)
            return subprocess.CompletedProcess(command, child.returncode, out, err)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            out, err = child.communicate()
            return subprocess.CompletedProcess(command, HUNG, out, err)

    def snapshot(self, now, *words: str, prefix: tuple[str, ...] = (), timeout: float = 300) -> Run:
        """One night. `now`: an aware `datetime` in UTC."""
        report = self.folder / "report.json"
        report.unlink(missing_ok=True)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        done = self.command(
            "snapshot", "--quiet", "--now", now.strftime("%Y-%m-%dT%H:%M:%SZ"), "--report-json", str(report), *words,
            prefix=prefix, timeout=timeout)
        seconds = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        try:
            read = json.loads(report.read_text())
        except (OSError, ValueError):
            read = {}
        return Run(done.returncode, seconds, processor, read, (done.stdout + done.stderr).strip())


def started(kind: str, *rest: str) -> tuple[subprocess.Popen, int]:
    """The server of `simulation.web` and its port."""
    server = subprocess.Popen(
        ["python3", "-m", "simulation.web", kind, *rest], cwd=ROOT / "scripts/bench", stdout=subprocess.PIPE, text=True)
    return server, int(server.stdout.readline())


def stats(port: int) -> dict:
    """What the server was asked since the last call."""
    import urllib.request

    with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stats") as answer:
        return json.load(answer)


def wanted(given: Path | None) -> Path:
    """The program to run: given, or the release build."""
    return (given or Path(os.environ.get("LEXWATCH_BINARY", ROOT / ".build/release/lexwatch"))).absolute()


def knows_sources(binary: Path) -> bool:
    """Whether this build can do what the benches ask for."""
    try:
        said = subprocess.run([str(binary), "snapshot", "--help"], capture_output=True, text=True).stdout
    except OSError:
        return False
    return "--now" in said and "--report-json" in said
