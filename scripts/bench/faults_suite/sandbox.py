"""A network of our own: addresses, names and ports as the faults need them, and nobody else on it."""
import fcntl
import os
import shutil
import socket
import struct
import subprocess
import sys
from pathlib import Path

MARK = "LEXWATCH_FAULTS_SANDBOX"
SET_FLAGS, SET_ADDRESS, SET_MASK = 0x8914, 0x8916, 0x891C
UP, RUNNING = 0x1, 0x40


def enter(arguments):
    """Starts this program again inside the network; returns where that cannot be done."""
    if os.environ.get(MARK) or not shutil.which("unshare"):
        return
    mapped = [] if os.geteuid() == 0 else ["--map-root-user"]
    wrapper = ["unshare", *mapped, "--mount", "--net", "--"]
    if subprocess.run([*wrapper, "true"], capture_output=True, check=False).returncode:
        return
    os.environ[MARK] = "1"
    os.execvp("unshare", [*wrapper, sys.executable, *arguments])


def inside():
    """Whether names and foreign addresses are ours."""
    return bool(os.environ.get(MARK))


def furnish(folder, addresses, nameserver):
    """Raises the loopback device, gives it addresses, and makes the nameserver the only one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        fcntl.ioctl(control, SET_FLAGS, struct.pack("16sH14x", b"lo", UP | RUNNING))
        for number, address in enumerate(addresses, 1):
            alias = b"lo:%d" % number
            fcntl.ioctl(control, SET_ADDRESS, request(alias, address))
            fcntl.ioctl(control, SET_MASK, request(alias, "255.255.255.255"))
    resolver = Path(folder, "resolv.conf")
    resolver.write_text(f"nameserver {nameserver}\n")
    subprocess.run(["mount", "--bind", str(resolver), os.path.realpath("/etc/resolv.conf")], check=True)


def request(alias, address):
    return struct.pack("16sHH4s8x", alias, socket.AF_INET, 0, socket.inet_aton(address))
