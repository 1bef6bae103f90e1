"""Runs one peer that is a Python package, in a process of its own: `peer_worker.py PEER blocks|time LIST SECONDS`.

LIST has lines of OLD<TAB>NEW. Prints JSON: the blocks of each pair (with the pairs of articles, where the peer matches
nodes of a tree), or the processor time of all pairs together in milliseconds, median, with the number of repetitions.
Run with the Python of .build/bench-venv, which scripts/setup --bench makes.
"""

import json
import re
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

MEMORY = 6 << 30
ARTICLE = re.compile(r"(第[〇零一二三四五六七八九十百千万]+条(?:之[一二三四五六七八九十]+)?|Article \d+) ")

Found = dict[str, list]


def fast_diff_match_patch() -> tuple[Callable, Callable]:
    """Characters, with the semantic clean-up."""
    from fast_diff_match_patch import diff

    def run(old: str, new: str) -> list:
        return diff(old, new, timelimit=0, cleanup="Semantic")

    def blocks(old: str, new: str) -> Found:
        found, i, j = [], 0, 0
        for kind, size in run(old, new):
            if kind == "=":
                found.append((i, j, size))
            i += size if kind != "+" else 0
            j += size if kind != "-" else 0
        return {"blocks": found}

    return run, blocks


def rapidfuzz() -> tuple[Callable, Callable]:
    """Characters: an optimal script of insertions and deletions."""
    from rapidfuzz.distance import Indel

    def blocks(old: str, new: str) -> Found:
        ops = Indel.opcodes(old, new)
        return {
            "blocks": [
                (op.src_start, op.dest_start, op.src_end - op.src_start) for op in ops if op.tag == "equal"
            ]
        }

    return Indel.opcodes, blocks


def redlines() -> tuple[Callable, Callable]:
    """Words between blanks, difflib."""
    from redlines import Redlines

    from matchings import from_segments

    def run(old: str, new: str) -> list:
        return Redlines(old, new).opcodes

    def blocks(old: str, new: str) -> Found:
        line = Redlines(old, new)
        segments = []
        for operation in line._diff_operations or line._diff_ops:
            tag, i1, i2, j1, j2 = operation.opcodes
            before, after = operation.source_chunk.text[i1:i2], operation.test_chunk.text[j1:j2]
            if tag == "equal":
                segments.append(("=", "".join(before).replace("¶", "")))
            else:
                segments += [("-", "".join(before).replace("¶", "")), ("+", "".join(after).replace("¶", ""))]
        return {"blocks": from_segments(segments, old, new)}

    return run, blocks


def xmldiff() -> tuple[Callable, Callable]:
    """A tree: law, articles, and a paragraph for each line; numbers are nodes of their own."""
    from lxml import etree
    from xmldiff.diff import Differ

    def tree(text: str) -> tuple:
        root = etree.Element("law")
        place, article = 0, None
        places = {}
        for line in text.split("\n"):
            label = ARTICLE.match(line)
            if label:
                article = etree.SubElement(root, "article")
                etree.SubElement(article, "num").text = label[1]
            start = label.end() if label else 0
            if line.strip():
                parent = root if article is None or line.startswith("#") else article
                node = etree.SubElement(parent, "heading" if parent is root else "p")
                node.text = line[start:]
                places[node] = place + start
            place += len(line) + 1
        return root, places

    def run(old: tuple, new: tuple) -> list:
        return list(Differ().diff(old[0], new[0]))

    def blocks(old: str, new: str) -> Found:
        (left, from_old), (right, from_new) = tree(old), tree(new)
        differ = Differ()
        differ.set_trees(left, right)
        # It works on a copy of the left tree.
        from_old = {copy: from_old[node] for node, copy in zip(left.iter(), differ.left.iter()) if node in from_old}
        articles = [{node: i for i, node in enumerate(root.findall("article"))} for root in (differ.left, right)]
        found, links = [], []
        for a, b, *_ in differ.match():
            if a in articles[0] and b in articles[1]:
                links.append((articles[0][a], articles[1][b]))
            elif a in from_old and b in from_new and a.text == b.text:
                found.append((from_old[a], from_new[b], len(a.text)))
        return {"blocks": found, "links": links}

    # The differ alters the trees: each run gets its own, made outside the clock.
    run.prepare = tree  # type: ignore[attr-defined]
    return run, blocks


def main() -> None:
    """Does what the arguments say."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    name, task, listed, seconds = sys.argv[1:5]
    run, blocks = {f.__name__: f for f in (fast_diff_match_patch, rapidfuzz, redlines, xmldiff)}[name]()
    pairs = [
        tuple(Path(path).read_text(encoding="utf-8") for path in line.split("\t"))
        for line in Path(listed).read_text(encoding="utf-8").splitlines()
    ]
    if task == "blocks":
        print(json.dumps([blocks(old, new) for old, new in pairs]))
        return
    prepare = getattr(run, "prepare", None)

    def once() -> float:
        ready = [(prepare(old), prepare(new)) for old, new in pairs] if prepare else pairs
        start = time.process_time()
        for old, new in ready:
            run(old, new)
        return time.process_time() - start

    # The first run warms up, and is the measurement where the time is used up by it.
    taken = [once()]
    if taken[0] < float(seconds) / 2:
        taken = [once() for _ in range(max(2, min(25, int(float(seconds) / max(taken[0], 1e-6)))))]
    print(json.dumps({"milliseconds": 1000 * statistics.median(taken), "repetitions": len(taken)}))


if __name__ == "__main__":
    main()
