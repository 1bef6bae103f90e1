"""The fault server seen from outside: started, told what night it is, asked what it saw."""
import json
import subprocess
import sys
import threading
from pathlib import Path

from . import certificates
from .watch import moment


class Scene:
    """A running server. Ends with its context."""

    def __init__(self, folder, sites):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "log.jsonl").unlink(missing_ok=True)
        self.authority = self.folder / "certificates" / "ca.pem"
        secure = [site.address for site in sites if site.fault.tls]
        if secure:
            certificates.make(self.folder / "certificates", secure)
        self.lock, self.read = threading.Lock(), 0
        self.process = subprocess.Popen(
            [sys.executable, "-m", "faults_suite.server", str(self.folder), *(site.name for site in sites)],
            cwd=Path(__file__).resolve().parents[1], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.answer()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.terminate()
        self.process.wait()

    def answer(self):
        """The server's next line."""
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("the fault server has ended")
        return json.loads(line)

    def night(self, number, phases):
        """Sets a night for the sites that are named: name to (phase, nights since the fault)."""
        with self.lock:
            self.process.stdin.write(json.dumps({"now": moment(number).isoformat(), "phases": phases}) + "\n")
            self.process.stdin.flush()
            self.answer()

    def log(self):
        """What was asked since the last look."""
        with (self.folder / "log.jsonl").open(encoding="utf-8") as opened:
            opened.seek(self.read)
            lines = opened.readlines()
            if lines and not lines[-1].endswith("\n"):
                lines.pop()
            self.read += sum(len(line.encode("utf-8")) for line in lines)
        return [json.loads(line) for line in lines]
