"""Turns what a peer prints into a matching: blocks of characters that stand in both texts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Block = tuple[int, int, int]
"""Old place, new place, length: characters that a peer matches, in Unicode scalars of the whole texts."""


@dataclass
class Matching:
    """What a peer matches in one pair."""

    blocks: list[Block]
    links: list[tuple[int, int]] | None = None
    """Pairs of articles, counted from 0, where the peer itself matches them."""


Segment = tuple[str, str]
""""=", "-" or "+", and the words that are kept, deleted or inserted."""

MARKS = {"\x01": "-", "\x02": "=", "\x03": "+", "\x04": "="}
"""What word differs are told to print before and after deleted and inserted words."""


def from_segments(segments: Iterable[Segment], old: str, new: str) -> list[Block]:
    """Follows the segments through both texts; blanks are passed over, because differs print them as they like."""
    blocks: list[Block] = []
    i = j = 0
    for kind, words in segments:
        for word in words:
            if word.isspace():
                continue
            if kind != "+":
                i = _find(old, word, i)
            if kind != "-":
                j = _find(new, word, j)
            if kind == "=":
                if blocks and blocks[-1][0] + blocks[-1][2] == i and blocks[-1][1] + blocks[-1][2] == j:
                    blocks[-1] = (blocks[-1][0], blocks[-1][1], blocks[-1][2] + 1)
                else:
                    blocks.append((i, j, 1))
            i += kind != "+"
            j += kind != "-"
    return blocks


def _find(text: str, word: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    if place >= len(text) or text[place] != word:
        raise ValueError(f"the output does not follow the text at {place}")
    return place


def marked(output: str) -> Iterator[Segment]:
    """The output of wdiff and dwdiff with MARKS."""
    kind, start = "=", 0
    for place, character in enumerate(output):
        if character in MARKS:
            yield kind, output[start:place]
            kind, start = MARKS[character], place + 1
    yield kind, output[start:]


def porcelain(output: str) -> Iterator[Segment]:
    """The output of `git diff --word-diff=porcelain` with the whole text as context."""
    body = output.split("\n@@", 1)
    for line in body[1].split("\n")[1:] if len(body) > 1 else []:
        if line[:1] in ("-", "+"):
            yield line[0], line[1:]
        elif line[:1] == " ":
            yield "=", line[1:]


def lines(hunks: Iterable[list[int]], old: str, new: str) -> list[Block]:
    """Hunks of a line diff, first line 1; where a side has no lines its start is the line before."""
    starts = [_line_starts(text) for text in (old, new)]
    blocks = []
    i = j = 0
    for first_old, count_old, first_new, count_new in hunks:
        a, b = first_old - (count_old > 0), first_new - (count_new > 0)
        blocks += _equal(starts, i, j, a - i)
        i, j = a + count_old, b + count_new
    return blocks + _equal(starts, i, j, len(starts[0]) - 1 - i)


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return starts


def _equal(starts: list[list[int]], i: int, j: int, count: int) -> list[Block]:
    if count <= 0:
        return []
    return [(starts[0][i], starts[1][j], starts[0][i + count] - starts[0][i])]


def wikidiff2(document: dict, old: str, new: str) -> list[Block]:
    """The JSON of wikidiff2_inline_json_diff: lines with highlighted ranges, in bytes."""
    places = [_places(text) for text in (old, new)]
    blocks: list[Block] = []
    for line in document["diff"]:
        kind, offset = line["type"], line["offset"]
        if kind == 0:
            blocks.append((places[0][offset["from"]], places[1][offset["to"]], len(line["text"])))
        if kind not in (3, 5):
            continue
        i, j = places[0].get(offset["from"], -1), places[1].get(offset["to"], -1)
        if i < 0 or j < 0:
            continue
        data, place = line["text"].encode(), 0
        for mark in [*line["highlightRanges"], {"start": len(data), "length": 0, "type": 0}]:
            size = len(data[place : mark["start"]].decode())
            if size:
                blocks.append((i, j, size))
            i, j = i + size, j + size
            place = mark["start"] + mark["length"]
            changed = len(data[mark["start"] : place].decode())
            i, j = (i, j + changed) if mark["type"] == 0 else (i + changed, j)
    return blocks


def _places(text: str) -> dict[int, int]:
    """From byte offsets of characters to scalar offsets."""
    places, offset = {}, 0
    for place, character in enumerate(text):
        places[offset] = place
        offset += len(character.encode())
    places[offset] = len(text)
    return places
