"""The same faults for two tools that watch pages for changes: urlwatch and changedetection.io, both from PyPI.

Both get the selector of the law's element, and each fault three checks: good, fault, good again. Survived: no change
recorded, the check ended within `PATIENCE` seconds, the tool still ran; for a real change: recorded. Memory is told beside
and held against nobody. Both trust the test authority. Left out are attachments, robots.txt, and addresses that are out of
bounds: a guard against those is all or nothing with these tools, and the server itself stands on loopback."""
import json
import os
import resource
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from . import judge, program

PATIENCE = 70
"""Seconds. Both try again and wait between; urlwatch gives a silent server a minute."""
ADDRESS_SPACE = 6
"""Gigabytes."""
VENV = ".build/faults-venv"
REQUIREMENTS = "scripts/bench/faults_suite/requirements.txt"


@dataclass
class Result:
    """One tool on all faults."""

    tool: str
    outcomes: dict = field(default_factory=dict)
    """Name to: survived, false change, hang, died, missed, not taken in."""
    megabytes: float = 0
    idle: float = 0
    """Megabytes before the first fault."""
    seconds: float = 0


def compare(root, folder, scene, sites, tools, say):
    """The tools, one after the other."""
    binaries = root / VENV / "bin"
    if not (binaries / "urlwatch").exists():
        raise SystemExit(f"faults: no peers in {VENV}: run scripts/setup --bench")
    results = []
    for tool in (TOOLS[name] for name in tools):
        place = folder / tool.__name__.lower()
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        start = time.monotonic()
        result = tool(binaries, place, scene, say).run(sites)
        result.seconds = time.monotonic() - start
        results.append(result)
        say(f"{result.tool}: {survived(result)}/{len(result.outcomes)} survived, {result.megabytes:.0f} MB, {result.seconds:.0f} s")
    return results


def environment(scene, **more):
    """As for Lexwatch, with the names under which these look for authorities."""
    trusted = str(scene.authority)
    return {"PATH": os.environ["PATH"], "HOME": str(scene.folder), "LC_ALL": "C.UTF-8", "SSL_CERT_FILE": trusted,
            "REQUESTS_CA_BUNDLE": trusted, **more}


def judged(site, good, during, after, hung):
    """From the changes that were recorded in each check; `good` is whether the first one worked."""
    if not good:
        return "not taken in"
    if hung:
        return "hang"
    if site.fault.is_control:
        return "survived" if during else "missed"
    return "survived" if during + after <= site.fault.may_record else "false change"


class Urlwatch:
    """One process for all pages on good nights, one for each fault."""

    def __init__(self, binaries, folder, scene, say):
        self.binary, self.folder, self.scene, self.say = binaries / "urlwatch", folder, scene, say

    def run(self, sites):
        self.declare(sites)
        result = Result("urlwatch 2.29")
        self.scene.night(0, {site.name: ("good", 0) for site in sites})
        first = self.check(300)
        result.idle = first.megabytes
        taken = states(first.out, "NEW")
        during = {}
        for number, site in enumerate(sites, 1):
            self.scene.night(1, {site.name: ("fault", 1)})
            ended = self.check(PATIENCE, str(number))
            result.megabytes = max(result.megabytes, ended.megabytes)
            during[site.name] = ended
            if ended.was_stopped or ended.megabytes > judge.MEMORY:
                self.say(f"urlwatch, {site.name}: {ended.seconds:.0f} s, {ended.megabytes:.0f} MB")
        self.scene.night(2, {site.name: ("after", 2) for site in sites})
        after = states(self.check(300).out, "CHANGED")
        for site in sites:
            ended = during[site.name]
            died = ended.code != 0 and not ended.was_stopped
            changed = site.name in states(ended.out, "CHANGED")
            outcome = judged(site, site.name in taken, changed, site.name in after, ended.was_stopped)
            result.outcomes[site.name] = "died" if died and outcome == "survived" else outcome
        return result

    def declare(self, sites):
        jobs = [json.dumps({"name": site.name, "url": site.url, "filter": [{"css": "#zoom"}, {"html2text": "re"}]}) for site in sites]
        (self.folder / "urls.yaml").write_text("\n---\n".join(jobs) + "\n")
        shown = {kind: True for kind in ("new", "error", "unchanged", "empty-diff")}
        (self.folder / "urlwatch.yaml").write_text(json.dumps({"display": shown, "report": {
            "text": {"details": False, "footer": False, "line_length": 75}, "stdout": {"enabled": True, "color": False}}}))
        (self.folder / "hooks.py").write_text("")

    def check(self, seconds, *jobs):
        return program.run([self.binary, "--urls", "urls.yaml", "--config", "urlwatch.yaml", "--hooks", "hooks.py", "--cache", "cache.db",
                            *jobs], self.folder, environment(self.scene), seconds, ADDRESS_SPACE)


def states(out, kind):
    """The names of the jobs of which urlwatch's report says so: lines such as `01. NEW: other-law`."""
    found = set()
    for line in out.splitlines():
        head, _, name = line.rpartition(": ")
        if head.split(" ")[-1:] == [kind]:
            found.add(name.split(" (")[0].strip())
    return found


class ChangeDetection:
    """A server with twelve workers; another for the faults that may never end, and one for each that is heavy."""

    PORT = 5077

    def __init__(self, binaries, folder, scene, say):
        self.binary, self.folder, self.scene, self.say = binaries / "changedetection.io", folder, scene, say

    def run(self, sites):
        result = Result("changedetection.io 0.60.10")
        calm = [site for site in sites if not site.fault.slow and not site.fault.heavy]
        for number, group in enumerate([calm, [site for site in sites if site.fault.slow],
                                        *([site] for site in sites if site.fault.heavy)]):
            if group:
                self.group(number, group, result)
        return result

    def group(self, number, sites, result):
        """Three checks of some pages by one server."""
        store = self.folder / str(number)
        store.mkdir(parents=True)
        with Service(self.binary, store, self.PORT, environment(
                self.scene, ALLOW_IANA_RESTRICTED_ADDRESSES="true", MINIMUM_SECONDS_RECHECK_TIME="0", FETCH_WORKERS="12",
                DISABLE_VERSION_CHECK="true", LLM_FEATURES_DISABLED="true")) as service:
            self.scene.night(0, {site.name: ("good", 0) for site in sites})
            watches = {site.name: service.add(site.url) for site in sites}
            service.settle(watches, 90)
            first = service.histories(watches)
            result.idle = max(result.idle, service.peak())
            self.scene.night(1, {site.name: ("fault", 1) for site in sites})
            before = service.asked(watches)
            unfinished = service.settle(watches, PATIENCE if len(sites) < 20 else PATIENCE + len(sites), before)
            second = service.histories(watches)
            self.scene.night(2, {site.name: ("after", 2) for site in sites})
            before = service.asked(watches)
            # What hangs by itself will not be asked again.
            again = {name: uuid for name, uuid in watches.items() if len(sites) > 20 or name not in unfinished}
            unfinished |= service.settle(again, PATIENCE if len(sites) < 20 else PATIENCE + len(sites), before)
            third = service.histories(watches)
            late = ", ".join(sorted(unfinished)) if len(unfinished) < 20 else f"{len(unfinished)} of them"
            died = service.died()
            result.megabytes = max(result.megabytes, service.peak())
        for site in sites:
            name = site.name
            outcome = judged(site, first.get(name, 0) >= 1, second.get(name, 0) - first.get(name, 0),
                             third.get(name, 0) - second.get(name, 0), name in unfinished)
            result.outcomes[name] = "died" if died and name in unfinished else outcome
        self.say(f"changedetection.io, {'one' if len(sites) == 1 else len(sites)} {sites[0].name}…: "
                 f"{sum(result.outcomes[site.name] == 'survived' for site in sites)} survived, {result.megabytes:.0f} MB so far"
                 + (f"; not in time: {late}" if late else ""))


class Service:
    """A running changedetection.io, asked through its API."""

    def __init__(self, binary, store, port, env):
        def limit():
            resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE << 30, ADDRESS_SPACE << 30))
        self.store, self.base = store, f"http://127.0.0.1:{port}/api/v1/"
        self.told = (store / ".log").open("wb")
        self.process = subprocess.Popen([binary, "-C", "-d", store, "-h", "127.0.0.1", "-p", str(port), "-l", "WARNING"], env=env,
                                        cwd=store, stdin=subprocess.DEVNULL, stdout=self.told, stderr=self.told,
                                        start_new_session=True, preexec_fn=limit)
        self.key = ""

    def __enter__(self):
        end = time.monotonic() + 60
        while time.monotonic() < end:
            try:
                self.key = json.loads((self.store / "changedetection.json").read_text())["settings"]["application"]["api_access_token"]
                for uuid in self.call("watch"):
                    self.call(f"watch/{uuid}", method="DELETE")
                return self
            except (OSError, ValueError, KeyError, TypeError):
                time.sleep(0.5)
        self.__exit__()
        raise RuntimeError("changedetection.io did not start")

    def __exit__(self, *_):
        program.kill(self.process.pid)
        self.process.wait()
        self.told.close()

    def call(self, path, body=None, method=None):
        """An answer of the API."""
        asked = urllib.request.Request(self.base + path, data=json.dumps(body).encode() if body else None, method=method,
                                       headers={"x-api-key": self.key, "Content-Type": "application/json"})
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(asked, timeout=20) as answer:
            return json.loads(answer.read() or b"null")

    def add(self, url):
        """The id of a new watch; adding one checks it."""
        return self.call("watch", {"url": url, "include_filters": ["#zoom"], "fetch_backend": "html_requests"})["uuid"]

    def state(self, uuid):
        try:
            return self.call(f"watch/{uuid}")
        except (OSError, ValueError):
            return {}

    def asked(self, watches):
        """Asks for a check of all; returns how many each has had."""
        before = {name: self.state(uuid).get("check_count", 0) for name, uuid in watches.items()}
        for uuid in watches.values():
            try:
                self.call(f"watch/{uuid}?recheck=1")
            except (OSError, ValueError):
                pass
        return before

    def settle(self, watches, seconds, before=None):
        """Waits until all have been checked once more; returns the names of those that were not."""
        end, open_ = time.monotonic() + seconds, set(watches)
        while open_ and time.monotonic() < end and not self.died():
            time.sleep(1)
            open_ = {name for name in open_ if self.state(watches[name]).get("check_count", 0) <= (before or {}).get(name, 0)}
        return open_

    def histories(self, watches):
        """How many texts have been recorded for each."""
        return {name: self.state(uuid).get("history_n", 0) for name, uuid in watches.items()}

    def peak(self):
        """Megabytes that the process has held at most."""
        try:
            status = Path(f"/proc/{self.process.pid}/status").read_text()
        except OSError:
            return 0
        return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0)

    def died(self):
        return self.process.poll() is not None


TOOLS = {"urlwatch": Urlwatch, "changedetection": ChangeDetection}


def survived(result):
    return sum(outcome == "survived" for outcome in result.outcomes.values())


def drawn(results, sites, parts):
    """The table of peers, ours beside them on the same faults."""
    names = {site.name for site in sites}
    real = {site.name for site in sites if site.fault.is_control}
    out = ["\n## Beside tools that watch pages\n\n", (__doc__ or "").partition("\n\n")[2].replace("\n", " ").replace("`PATIENCE`", str(PATIENCE)),
           "\n\n| tool | faults survived | false changes | hangs | real changes found | most memory |\n|---|---|---|---|---|---|\n"]
    for title, part in parts.items():
        ours = [verdict for verdict in part.verdicts if isinstance(verdict, judge.Verdict) and verdict.site.name in names]
        if not ours:
            continue
        faults = [verdict for verdict in ours if not verdict.site.fault.is_control]

        def told(words, faults=faults):
            return sum(any(words in problem for problem in verdict.problems) for verdict in faults)

        found = sum(verdict.survived for verdict in ours if verdict.site.fault.is_control)
        out.append(f"| Lexwatch, {title} | {sum(v.survived for v in faults)}/{len(faults)} | {told('false version')} | "
                   f"{told('deadline') + told('had not ended')} | {found}/{len(real)} | {part.megabytes:.0f} MB |\n")
    for result in results:
        faults = {name: outcome for name, outcome in result.outcomes.items() if name not in real}
        counts = {kind: sum(outcome == kind for outcome in faults.values()) for kind in ("survived", "false change", "hang", "died")}
        found = sum(result.outcomes.get(name) == "survived" for name in real)
        out.append(f"| {result.tool} | {counts['survived']}/{len(faults)} | {counts['false change']} | {counts['hang'] + counts['died']} | "
                   f"{found}/{len(real)} | {result.megabytes:.0f} MB |\n")
    for result in results:
        other = {}
        for name, outcome in result.outcomes.items():
            if outcome != "survived":
                other.setdefault(outcome, []).append(f"`{name}`")
        out.append(f"\n{result.tool}, not survived. " + " ".join(f"{kind.capitalize()}: {', '.join(found)}." for kind, found in other.items()) + "\n")
    return "".join(out)
