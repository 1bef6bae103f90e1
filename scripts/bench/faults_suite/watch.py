"""Lexwatch under test: a register, a store, and nights."""
import json
import os
import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from . import judge, program, register
from .sites import NETWORK

FIRST_NIGHT = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)


def moment(night):
    """The clock of a night; nights are an hour more than a day apart, that nothing kept for a day is still fresh."""
    return FIRST_NIGHT + night * timedelta(hours=25)


@dataclass
class Night:
    """One run and what it left."""

    ended: program.Ended
    report: dict
    sources: dict
    """By name in the report: its line."""
    versions: dict
    """By instrument: how its versions are called, in order."""
    problems: list = field(default_factory=list)
    """Of the run as a whole."""


class Lexwatch:
    """The program with a folder of its own."""

    def __init__(self, binary, folder, sites, laws, authority, deadline):
        self.binary, self.folder, self.sites, self.deadline = str(binary), Path(folder), sites, deadline
        # What an earlier run has left would be taken for what this one did.
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        (self.folder / "home").mkdir(exist_ok=True)
        register.write(self.folder / "laws", sites, laws)
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.folder / "home"), "LC_ALL": "C.UTF-8", "SSL_CERT_FILE": str(authority),
            "LEXWATCH_ALLOW_ADDRESS": NETWORK, "LEXWATCH_DEADLINE": str(deadline), "LEXWATCH_CONTACT": "https://watch.test/bot",
        }

    def snapshot(self, night, seconds):
        """One nightly run."""
        file = self.folder / "report.json"
        file.unlink(missing_ok=True)
        command = [self.binary, "snapshot", "--laws", "laws", "--store", "snapshots/store.git", "--quiet",
                   "--now", moment(night).strftime("%Y-%m-%dT%H:%M:%SZ"), "--report-json", "report.json"]
        (self.folder / "snapshots").mkdir(exist_ok=True)
        ended = program.run(command, self.folder, self.environment, seconds)
        try:
            report = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            report = {}
        sources = {}
        problems = []
        for line in report.get("sources", []):
            if line["source"] in sources:
                problems.append(f"{line['source']} stands twice in the report")
            sources[line["source"]] = line
        found = Night(ended, report, sources, self.versions(), problems)
        problems += wrong(found, len(self.sites), seconds)
        return found

    def mailed(self):
        """The instruments of which a mail waits to be sent; an outbox's files begin with their names."""
        box = self.folder / "snapshots/out/outbox"
        return {".".join(file.name.split(".")[:2]).replace(".", "/", 1) for file in box.glob("*.eml")}

    def versions(self):
        """The versions in the store, by instrument."""
        ended = self.ask("list", "--all", "--format", "json")
        try:
            listed = json.loads(ended.out)["instruments"]
        except (ValueError, KeyError):
            return {}
        return {entry["id"]: entry["versions"] for entry in listed}

    def text(self, instrument, version):
        """The words of a version, as they are shown."""
        return self.ask("show", f"{instrument}@{version}").out

    def ask(self, *words):
        """A command that reads."""
        return program.run([self.binary, *words, "--laws", "laws", "--store", "snapshots/store.git"], self.folder,
                           self.environment, 120)


def wrong(night, sources, seconds):
    """What is wrong with a run as a whole."""
    report, ended = night.report, night.ended
    if ended.was_stopped:
        yield f"had not ended after {seconds:.0f} s"
        return
    if not report:
        last = (ended.complaint.strip().splitlines() or ["it said nothing"])[-1]
        yield f"left no report (exit {ended.code}): {judge.shown(last)}"
        return
    counts = {kind: report.get(kind, 0) for kind in ("changed", "unchanged", "quarantined", "failed", "deferred")}
    # What a source leads to, an attachment for one, may have a line of its own.
    if report.get("expected") != sum(counts.values()) or report.get("expected", 0) < sources:
        yield f"{sources} sources, {report.get('expected')} expected, {sum(counts.values())} accounted for"
    for kind, count in counts.items():
        told = sum(line["outcome"] == kind for line in night.sources.values())
        if told != count:
            yield f"{count} {kind} by the sum and {told} by the lines"
    needed = 1 if counts["quarantined"] or counts["failed"] or report.get("braked") else 0
    if ended.code != needed:
        yield f"exit {ended.code} where {needed} is documented"
