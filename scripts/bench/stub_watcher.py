"""Stands for Lexwatch in the tests of the fault suite: speaks its options, report and exit codes, and keeps a store of JSON.

With `LEXWATCH_CONTACT` as it comes it looks at what it fetches; the environment variable STUB makes it worse:
`gullible` records whatever comes, `forgetful` leaves sources out, `deaf` never sees a change."""
import json
import os
import re
import socket
import ssl
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

KIND = os.environ.get("STUB", "")
DEADLINE = float(os.environ.get("LEXWATCH_DEADLINE", "60"))


def option(name, default=None):
    return sys.argv[sys.argv.index(name) + 1] if name in sys.argv else default


class NoRedirects(urllib.request.HTTPRedirectHandler):
    """Any other address is refused."""

    def redirect_request(self, *_):
        return None


def fetched(url):
    """The body of an answer, read until the deadline."""
    trusted = ssl.create_default_context(cafile=os.environ.get("SSL_CERT_FILE") if KIND != "gullible" else None)
    opener = urllib.request.build_opener(NoRedirects, urllib.request.HTTPSHandler(context=trusted))
    end, body = time.monotonic() + DEADLINE, b""
    with opener.open(url, timeout=DEADLINE) as answer:
        if answer.status != 200:
            raise ValueError(f"status {answer.status}")
        while part := answer.read1(65536):
            body += part
            if time.monotonic() > end or len(body) > 1 << 20:
                raise ValueError("too slow or too much")
        if answer.length:
            raise ValueError("cut short")
    return body


def told(body, title):
    """The lines of a law; nothing when the page is not its page."""
    page = body.decode("utf-8", "replace" if KIND == "gullible" else "strict")
    lines = [line for line in re.sub(r"<[^>]*>", "", page.partition('id="zoom"')[2].partition('<div class="side"')[0]).split("\n") if line.strip()]
    numbers = sum(line.lstrip("　").startswith("第") for line in lines)
    if KIND == "gullible" or (title in page and numbers > 45 and page.rstrip().endswith("</html>")):
        return lines
    return None


def snapshot(store):
    laws, lines = Path(option("--laws")), []
    for file in sorted(laws.glob("*/*/instrument.yml")):
        declared = file.read_text(encoding="utf-8")
        name = re.search(r"^id: (.*)$", declared, re.M)[1]
        title = json.loads(re.search(r"^  zh: (.*)$", declared, re.M)[1])
        held, start = store.setdefault(name, []), time.monotonic()
        try:
            text = told(fetched(re.search(r"^  url: (.*)$", declared, re.M)[1]), title)
            outcome = "quarantined" if text is None else "unchanged" if held and (held[-1][1] == text or KIND == "deaf") else "changed"
        except (OSError, ValueError, urllib.error.URLError, socket.timeout) as error:
            text, outcome = [str(error)], "failed"
            if KIND == "gullible" and not isinstance(error, urllib.error.HTTPError):
                outcome = "changed"
        if outcome == "changed":
            held.append((option("--now")[:10] + ".observed", text))
        lines.append({"source": f"{name}/page", "outcome": outcome, "detail": "", "seconds": round(time.monotonic() - start, 2)})
    counts = {kind: sum(line["outcome"] == kind for line in lines) for kind in ("changed", "unchanged", "quarantined", "failed", "deferred")}
    if KIND == "forgetful":
        lines = lines[1:]
    Path(option("--report-json")).write_text(json.dumps({"sources": lines, "expected": sum(counts.values()), **counts, "braked": False}))
    return 1 if counts["quarantined"] or counts["failed"] else 0


def main():
    file = Path(option("--store"))
    store = json.loads(file.read_text()) if file.exists() else {}
    if sys.argv[1] == "snapshot":
        code = snapshot(store)
        file.write_text(json.dumps(store))
        return code
    if sys.argv[1] == "list":
        print(json.dumps({"instruments": [{"id": name, "versions": [version for version, _ in held]} for name, held in store.items()]}))
    if sys.argv[1] == "show":
        name, _, wanted = sys.argv[2].partition("@")
        print("\n".join(line for version, lines in store[name] if version == wanted for line in lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
