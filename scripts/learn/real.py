"""Sentences of real laws that were judged for some concepts: read from the corpus where it is, never kept here."""

import hashlib
import json
import re
from collections import defaultdict
from pathlib import Path

import numpy as np
from learning import Learner
from lessons import HERE, SET, Clause

import sys

sys.path.insert(0, str(SET.parent))
from corpus import place  # noqa: E402

SENTENCE = re.compile(r"[^。；]+[。；]?")
ARTICLE = re.compile(r"^(第[零〇一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?)(?:[\s\u3000]|$)")


def title(law: str) -> str:
    """The name of a law without its folder and date: what all its versions share."""
    return re.sub(r"\(\d{4}-\d{2}-\d{2}\)$", "", Path(law).stem)


def digest(sentence: str) -> str:
    """How a judged sentence is named."""
    return hashlib.sha256(re.sub(r"\s", "", sentence).encode()).hexdigest()[:20]


def labelled(learner: Learner) -> list[Clause]:
    """The labelled articles of the set: of one that takes a measure, the line that the learner thinks takes it."""
    found = []
    for file in sorted(SET.glob("*-corpus.jsonl")):
        if file.name.startswith("held"):
            continue
        for line in file.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            lines = [text for text in article(entry["law"], entry["article"]) if text.strip()]
            if not lines:
                continue
            concept, judged = entry["concept"], frozenset([entry["concept"]])
            where = {"writer": file.stem, "law": entry["law"], "judged": judged}
            if entry["polarity"] == "none":
                found += [Clause(text, {}, frozenset(), **where) for text in lines]
            elif entry["polarity"] != "mentions" and concept in learner.concepts:
                scores = learner.scores(lines)[:, learner.concepts.index(concept)]
                best = lines[int(np.argmax(scores))]
                found.append(Clause(best, {concept: entry["polarity"]}, frozenset(), **where))
    return found


def article(law: str, label: str) -> list[str]:
    """The lines of an article; none where the corpus is not there."""
    path = place() / law
    if not path.exists():
        return []
    lines, current = [], None
    for line in path.read_text(encoding="utf-8").split("\n"):
        if match := ARTICLE.match(line):
            current = match[1]
        elif line.startswith("#"):
            current = None
        if current == label:
            lines.append(line)
    return lines


FIELDS = re.compile("网络|数据|密码|信息|电信|计算机|互联网|国家安全|恐怖|间谍|保密|秘密|情报|技术|出口|外商|投资|贸易|电子|软件|标准|认证")
"""A law with one of these in its name may fine for what the concepts are about."""
FINES = 1500


def ordinary_fines() -> list[Clause]:
    """Sentences with fines from laws of other fields: a fine there enforces nothing that the catalogue knows."""
    found = {}
    for path in sorted((place() / "cn-laws").rglob("*.md")):
        if not FIELDS.search(title(path.name)):
            for line in path.read_text(encoding="utf-8").split("\n"):
                for sentence in SENTENCE.findall(line):
                    if "罚款" in sentence and not FIELDS.search(sentence):
                        found[digest(sentence)] = (sentence, title(path.name))
    judged_for = frozenset(["penalty-amounts"])
    return [
        Clause(sentence, {}, frozenset(), "fines", law, judged_for) for _, (sentence, law) in sorted(found.items())[:FINES]
    ]


def judged() -> list[Clause]:
    """The sentences that were judged one by one (real-*.tsv: digest, concept, `no` or a polarity)."""
    wanted: dict[str, dict[str, str]] = defaultdict(dict)
    for file in sorted(HERE.glob("real-*.tsv")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                name, concept, verdict = line.split("\t")
                wanted[name][concept] = verdict
    found = []
    for path in sorted((place() / "cn-laws").rglob("*.md")) if wanted else ():
        for line in path.read_text(encoding="utf-8").split("\n"):
            for sentence in SENTENCE.findall(line):
                if (verdicts := wanted.pop(digest(sentence), None)) is not None:
                    taken = {concept: verdict for concept, verdict in verdicts.items() if verdict not in ("no", "open")}
                    settled = frozenset(concept for concept, verdict in verdicts.items() if verdict != "open")
                    found.append(Clause(sentence, taken, frozenset(), "real", title(path.name), settled))
    return found
