"""The nights of the suite, and what they come to."""
import shutil
import subprocess
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from . import judge, register
from .watch import Lexwatch

AT_ONCE = 0.6
"""The share of sites that turn in one night, where many do."""
START = 3.0
"""Seconds that a run may need beside its documents."""
MASS = ("all in maintenance", "all altered")


@dataclass
class Part:
    """One way of running the faults."""

    verdicts: list = field(default_factory=list)
    problems: list = field(default_factory=list)
    """Of runs, and of no single fault."""
    nights: int = 0
    seconds: float = 0
    megabytes: float = 0
    """The most that a run held."""

    def add(self, night, title):
        """Counts a run."""
        self.nights += 1
        self.seconds = max(self.seconds, night.ended.seconds)
        self.megabytes = max(self.megabytes, night.ended.megabytes)
        self.problems += [f"{title}: {problem}" for problem in night.problems]
        if night.ended.megabytes > judge.MEMORY:
            self.problems.append(f"{title}: {night.ended.megabytes:.0f} MB")


def batches(sites, most):
    """Sites by the night of their fault: at most so many, of all kinds, in one."""
    count = -(-len(sites) // most)
    return [sites[start::count] for start in range(count)]


def phases(groups, night):
    """What each site does in a night; night 0 is good for all, group 0 has its fault in night 1."""
    found = {}
    for start, group in enumerate(groups, 1):
        for site in group:
            found[site.name] = ("good", 0) if night < start else ("fault" if night == start else "after", night - start + 1)
    return found


def spread(lexwatch, scene, sites, most, cap, say):
    """All sites in every run; each night a few of them have their fault. Then nights in which many turn at once."""
    part, groups = Part(), batches(sites, most)
    nights = []
    for number in range(len(groups) + 2):
        scene.night(number, phases(groups, number))
        found = lexwatch.snapshot(number, cap)
        told = ", ".join(site.name for site in groups[number - 1]) if 0 < number <= len(groups) else "all is well"
        nights.append(found)
        part.add(found, f"night {number}")
        say(f"night {number}: {found.ended.seconds:.1f} s, {found.ended.megabytes:.0f} MB, {told}"
            + "".join(f"\n    {problem}" for problem in found.problems))
    noted = judge.noted(scene.log(), lexwatch.deadline)
    for start, group in enumerate(groups, 1):
        for site in group:
            around = (nights[start - 1], nights[start], *nights[start + 1:])
            verdict = judge.judge(site, around, lexwatch.deadline, lexwatch.text)
            verdict.problems += noted.get(site.name, [])
            part.verdicts.append(verdict)
    mailed = lexwatch.mailed()
    for verdict in part.verdicts:
        verdict.problems += misled(verdict.site, mailed)
    return part


def misled(site, mailed):
    """A mail about a change that was none."""
    if register.instrument(site) in mailed and not site.fault.is_control and not site.fault.may_record:
        yield "a mail about it waits in the outbox"


def worst(lexwatch, scene, sites, first, cap, say):
    """Every fault in one night; then a notice of maintenance, and then the same small edit, on most sites."""
    part, number = Part(), first
    shared = [site for site in sites if site.fault.attachment == "none" and not site.fault.tls and not site.fault.network
              and not site.fault.after]
    most = {site.name: None for site in shared[: max(1, round(len(shared) * AT_ONCE))]}
    well = {site.name: ("after", 3) for site in sites}
    for title, scenery in (("every fault in one night", {site.name: ("fault", 1) for site in sites}),
                           *((f"{title}, {len(most)} sites", {name: (title, 1) for name in most}) for title in MASS)):
        before = lexwatch.versions()
        scene.night(number, {**well, **scenery})
        found = lexwatch.snapshot(number, cap)
        part.add(found, title)
        added = {name: versions for name, versions in found.versions.items() if versions != before.get(name)}
        told = [f"false version of {name}" for name in added if not allowed(name, sites, title)]
        if title.startswith(MASS[1]) and not found.report.get("braked"):
            told.append("was not braked")
        scene.night(number + 1, well)
        after = lexwatch.snapshot(number + 1, cap)
        part.add(after, f"the night after {title}")
        told += [f"false version of {name} in the night after" for name, versions in after.versions.items()
                 if versions != found.versions.get(name) and not allowed(name, sites, title)]
        part.problems += [f"{title}: {problem}" for problem in told]
        counts = {kind: found.report.get(kind) for kind in ("changed", "unchanged", "quarantined", "failed", "deferred", "braked")}
        part.verdicts.append((title, counts, found.ended.seconds, found.ended.megabytes, told))
        say(f"{title}: {found.ended.seconds:.1f} s, {found.ended.megabytes:.0f} MB, {counts}" + "".join(
            f"\n    {problem}" for problem in (*found.problems, *told)))
        number += 2
    return part


def allowed(instrument, sites, title):
    """Whether a version may come of a night in which everything happens."""
    return any(instrument.endswith("fault-" + site.name) and (site.fault.is_control or site.fault.may_record) for site in sites) \
        and not title.startswith(MASS)


def alone(make, scene, sites, deadline, cap, jobs, say):
    """Each fault with a run, a register and a store of its own."""
    part, lock = Part(), threading.Lock()

    def one(site):
        lexwatch, nights = make(site), []
        for number, phase in enumerate(("good", "fault", "after")):
            scene.night(number, {site.name: (phase, number)})
            nights.append(lexwatch.snapshot(number, cap))
        verdict = judge.judge(site, nights, lexwatch.deadline, lexwatch.text)
        verdict.megabytes = max(night.ended.megabytes for night in nights)
        verdict.seconds = nights[1].ended.seconds
        verdict.problems += misled(site, lexwatch.mailed())
        told = [f"night {number}: {problem}" for number, night in enumerate(nights) for problem in night.problems]
        # Where a run left nothing, all that is missed is missed for that reason.
        verdict.problems = told[:1] if any(not night.report for night in nights) else verdict.problems + told
        # A passing failure is tried once more at the end of a run; an attachment is a second document.
        longest = (deadline + judge.GRACE) * 2 * (1 if site.fault.attachment == "none" else 2) + START
        if nights[1].ended.seconds > longest:
            verdict.problems.append(f"the run took {nights[1].ended.seconds:.1f} s, at most {longest:.0f} s is right")
        if verdict.megabytes > judge.MEMORY:
            verdict.problems.append(f"held {verdict.megabytes:.0f} MB")
        with lock:
            part.nights += 3
            part.megabytes = max(part.megabytes, verdict.megabytes)
            part.seconds = max([part.seconds, *(night.ended.seconds for night in nights)])
            say(f"{site.name}: {verdict.outcome}, {verdict.seconds:.1f} s, {verdict.megabytes:.0f} MB"
                + "".join(f"\n    {problem}" for problem in (*verdict.problems, verdict.surprise) if problem))
        shutil.rmtree(lexwatch.folder, ignore_errors=True)
        return verdict

    with ThreadPoolExecutor(jobs) as pool:
        part.verdicts = list(pool.map(one, sites))
    noted = judge.noted(scene.log(), deadline)
    for verdict in part.verdicts:
        verdict.problems += noted.get(verdict.site.name, [])
    return part


def store_problems(folder):
    """What stock git finds wrong with a store."""
    if not shutil.which("git") or not folder.is_dir():
        return []
    done = subprocess.run(["git", "-C", str(folder), "fsck", "--full", "--strict"], capture_output=True, text=True, check=False)
    said = [line for line in (done.stdout + done.stderr).splitlines() if line and not line.startswith(("dangling", "notice", "Checking"))]
    return [f"git fsck: {line}" for line in said[:5]]
