"""One run of a program: how it ended, how long it took, how much memory it held at most, children counted."""
import os
import resource
import signal
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Ended:
    """What became of a run."""

    code: int
    """Of the exit; negative for a signal."""
    seconds: float
    megabytes: float
    out: str
    complaint: str
    was_stopped: bool
    """By us, because its time was up."""


def run(command, folder, environment, seconds, gigabytes=None):
    """Runs a program with no standard input; stops it and its children when the time is up.

    `gigabytes` limits its address space. This process must stay small: Linux counts what the parent held at the fork."""
    folder = Path(folder)
    out, complaint = folder / ".out", folder / ".err"

    def limit():
        if gigabytes:
            resource.setrlimit(resource.RLIMIT_AS, (gigabytes << 30, gigabytes << 30))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    start = time.monotonic()
    with out.open("wb") as told, complaint.open("wb") as cried:
        process = subprocess.Popen(list(map(str, command)), cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=told,
                                   stderr=cried, start_new_session=True, preexec_fn=limit)
        stopped = threading.Event()

        def stop():
            stopped.set()
            kill(process.pid)

        clock = threading.Timer(seconds, stop)
        clock.start()
        _, status, used = os.wait4(process.pid, 0)
        clock.cancel()
    took = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    kill(process.pid)
    return Ended(process.returncode, took, used.ru_maxrss / 1024, text(out), text(complaint), stopped.is_set())


def kill(group):
    """What a process has started, and the process."""
    try:
        os.killpg(group, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass


def text(file, most=1 << 24):
    """The beginning of a file."""
    with file.open("rb") as opened:
        return opened.read(most).decode("utf-8", "replace")
