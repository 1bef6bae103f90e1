"""What `lexwatch scan` finds in many texts, all of them read in one process."""

import json
import subprocess
import sys
from collections.abc import Iterable

from corpus import ROOT


def scanned(binary: str, laws: str, texts: Iterable[tuple[str, str]]) -> list[list[dict]]:
    """The findings of each text, given with its language, in order; ends the program where one does not come back."""
    lines = [json.dumps({"id": str(number), "lang": lang, "text": text}) for number, (lang, text) in enumerate(texts)]
    command = [binary, "scan", "--lines", "-", "--laws", laws, "--quiet"]
    run = subprocess.run(command, input="\n".join(lines).encode(), capture_output=True, check=False, cwd=ROOT)
    found = {int(one["id"]): one["findings"] for one in map(json.loads, run.stdout.splitlines())}
    if run.returncode != 0 or len(found) != len(lines):
        sys.exit(
            f"{binary} ended with {run.returncode}: {len(lines)} texts were given, {len(found)} came back: "
            f"{run.stderr.decode()[:400]}"
        )
    return [found[number] for number in range(len(lines))]
