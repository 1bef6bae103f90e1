"""pywb with WARC files of our own."""
import json
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
VENV = ROOT / ".build/origins-venv"
WANTED = Path(__file__).resolve().parent.parent / "origins-requirements.txt"

WRITER = """
import io, json, sys
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter
with open(sys.argv[1], 'wb') as out:
    writer = WARCWriter(out, gzip=True)
    for one in json.load(sys.stdin):
        head = StatusAndHeaders(one['status'], [('Content-Type', 'text/html; charset=utf-8')], protocol='HTTP/1.1')
        writer.write_record(writer.create_warc_record(
            one['url'], 'response', payload=io.BytesIO(one['body'].encode()), http_headers=head,
            warc_headers_dict={'WARC-Date': one['date']}))
"""


def installed() -> None:
    """Makes the environment that pywb runs in, when it is not there."""
    if (VENV / "bin/wayback").exists():
        return
    print("origins: installing pywb into .build/origins-venv", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    subprocess.run(
        [str(VENV / "bin/pip"), "install", "--quiet", "--disable-pip-version-check", "--requirement", str(WANTED)], check=True)


def is_state(line: str) -> bool:
    """Whether a line of pywb's log is a request for one state: `…/20150706040000id_/http…`."""
    return re.search(r'"GET /\w+/\d{14}(\w\w_)?/http', line) is not None


class Archive:
    """Two collections of the same captures: `plain` replays pages as they are, `framed` in a frame at the time gate."""

    def __init__(self, folder: Path, captures: list[dict], port: int) -> None:
        """`captures`: url, date (`2015-07-06T01:00:00Z`), status (`200 OK`), body."""
        self.folder, self.port = folder, port
        folder.mkdir(parents=True)
        warc = folder / "made-up.warc.gz"
        subprocess.run(
            [str(VENV / "bin/python"), "-c", WRITER, str(warc)], input=json.dumps(captures), text=True, check=True)
        for name in ("plain", "framed"):
            for words in (["init", name], ["add", name, str(warc)]):
                subprocess.run([str(VENV / "bin/wb-manager"), *words], cwd=folder, check=True, capture_output=True)
        (folder / "config.yaml").write_text(
            # The other collection is found by pywb itself.
            "framed_replay: true\nenable_memento: true\ncollections:\n"
            f"  plain:\n    index_paths: {folder}/collections/plain/indexes/\n"
            f"    archive_paths: {folder}/collections/plain/archive/\n    framed_replay: false\n")
        self.log = folder / "pywb.log"
        self.process = subprocess.Popen(
            [str(VENV / "bin/wayback"), "-b", "127.0.0.1", "-p", str(port)], cwd=folder, stdin=subprocess.DEVNULL,
            stdout=self.log.open("w"), stderr=subprocess.STDOUT)
        for _ in range(150):
            time.sleep(0.1)
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=2).close()
                return
            except urllib.error.HTTPError:
                return
            except OSError:
                if self.process.poll() is not None:
                    break
        raise RuntimeError(f"pywb does not answer: {self.log.read_text()[-800:]}")

    def asked(self) -> list[str]:
        """The requests so far, as pywb logs them."""
        return [line for line in self.log.read_text(errors="replace").splitlines() if '"GET ' in line]

    def close(self) -> None:
        self.process.terminate()
        self.process.wait()
