"""Sentences of real laws that were judged for some concepts: read from the corpus where it is, never kept here."""

import hashlib
import json
import re
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from learning import Learner
from lessons import HERE, SET, Clause

sys.path.insert(0, str(SET.parent))
from corpus import ROOT, articles, place  # noqa: E402

SENTENCE = re.compile(r"[^。；]+[。；]?")
ENGLISH_SENTENCE = re.compile(r"\S.*?(?:[.;](?=\s|$)|$)")


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
        for line in file.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            if entry["split"] == "held":
                continue
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
    return articles(path.read_text(encoding="utf-8")).get(label, "").split("\n")


def lines_with(pairs: list[str]) -> np.ndarray:
    """In how many lines of the corpus each pair of ideographs stands; all 0 where the corpus is not there."""
    rows = {pair: row for row, pair in enumerate(pairs)}
    counts = np.zeros(len(pairs))
    for path in sorted((place() / "cn-laws").rglob("*.md")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            for pair in {line[at : at + 2] for at in range(len(line) - 1)}:
                if (row := rows.get(pair)) is not None:
                    counts[row] += 1
    return counts


FIELDS = re.compile(
    "网络|数据|密码|信息|电信|计算机|互联网|国家安全|恐怖|间谍|保密|秘密|情报|技术|出口|外商|投资|贸易|电子|软件|标准|认证"
)
"""A law with one of these in its name may fine for what the concepts are about."""
FINES = 1500


def kept_aside() -> set[str]:
    """The laws with labels that are kept aside: nothing is learned from any version of theirs."""
    entries = [
        json.loads(line)
        for file in sorted(SET.glob("*-corpus.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    return {title(entry["law"]) for entry in entries if entry["split"] == "held"}


def ordinary_fines() -> list[Clause]:
    """Sentences with fines from laws of other fields: a fine there enforces nothing that the catalogue knows."""
    found = {}
    aside = kept_aside()
    for path in sorted((place() / "cn-laws").rglob("*.md")):
        if title(path.name) not in aside and not FIELDS.search(title(path.name)):
            for line in path.read_text(encoding="utf-8").split("\n"):
                for sentence in SENTENCE.findall(line):
                    if "罚款" in sentence and not FIELDS.search(sentence):
                        found[digest(sentence)] = (sentence, title(path.name))
    judged_for = frozenset(["penalty-amounts"])
    chosen = [found[name] for name in sorted(found)[:FINES]]
    return [Clause(sentence, {}, frozenset(), "fines", law, judged=judged_for) for sentence, law in chosen]


def sentences(text: str, language: str) -> list[str]:
    """The sentences of a text, cut at semicolons too."""
    pattern = SENTENCE if language == "zh" else ENGLISH_SENTENCE
    return [found.strip() for line in text.split("\n") for found in pattern.findall(line) if len(found.strip()) > 8]


def tracked(language: str) -> list[Path]:
    """The texts of the tracked laws of China: our English, and the Chinese of the corpus with their titles.

    A Chinese text whose clauses are kept aside is left out; its English tells the Chinese weights nothing.
    """
    english = sorted((ROOT / "snapshots" / "cn").glob("*/*.en.txt"))
    if language == "en":
        return english
    titles = set()
    for folder in {file.parent.name for file in english}:
        declared = (ROOT / "laws" / "cn" / folder / "instrument.yml").read_text(encoding="utf-8")
        titles |= set(re.findall(r"^\s+(?:zh:|-)\s*(\S+)\s*$", declared, re.MULTILINE))
    short = {name.removeprefix("中华人民共和国") for name in titles} - kept_aside()
    files = sorted((place() / "cn-laws").rglob("*.md"))
    return [file for file in files if title(file.name).removeprefix("中华人民共和国") in short]


def judged(language: str) -> list[Clause]:
    """Sentences with verdicts (real-*.tsv), and all others of the tracked laws, which take no measure."""
    verdicts: dict[str, dict[str, str]] = defaultdict(dict)
    file = HERE / f"real-{language}.tsv"
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, concept, verdict = line.split("\t")
            verdicts[name][concept] = verdict
    ours = tracked(language)
    aside = kept_aside()
    others = sorted((place() / "cn-laws").rglob("*.md")) if language == "zh" else []
    others = [path for path in others if title(path.name) not in aside]
    found, seen = [], set()
    for path in ours + [other for other in others if other not in set(ours)]:
        for sentence in sentences(path.read_text(encoding="utf-8"), language):
            name = digest(sentence)
            own = verdicts.get(name)
            if name in seen or (own is None and path not in ours):
                continue
            seen.add(name)
            own = own or {}
            taken = {concept: verdict for concept, verdict in own.items() if verdict not in ("no", "open")}
            doubtful = frozenset(concept for concept, verdict in own.items() if verdict == "open")
            settled = None if path in ours else frozenset(own) - doubtful
            found.append(Clause(sentence, taken, doubtful, "real", title(path.name), judged=settled))
    return found
