"""Characters as they are counted: references and numbers folded to one character each, blanks left out."""

import re
from dataclasses import dataclass

_DIGITS = "〇零一二三四五六七八九十百千万亿两0-9０-９"
_REFERENCE = (
    rf"第[{_DIGITS}]+(?:分编|[条款项目章节编])(?:之[{_DIGITS}]+)?"
    rf"|第?[（(][{_DIGITS}]+[）)]项?"
    r"|\b(?:Article|Articles|Chapter|Section|Paragraph|Item|paragraph|item|subparagraph) \(?\d+(?:-\d+)?\)?"
)
_PIECES = re.compile(
    rf"(?P<reference>(?:{_REFERENCE})+)|(?P<number>[{_DIGITS}]+(?:[.．,][0-9０-９]+)*)|(?P<blank>[\s\u200b\ufeff\u3000]+)"
)
REFERENCE, NUMBER = "\ue000", "\ue001"
_SENTENCE_ENDS = re.compile(r"(?<=[。；：！？\n])|(?<=[.;:] )")


@dataclass(frozen=True)
class Folded:
    """A text as counted characters."""

    characters: str
    """One a counted character: the scalar itself, REFERENCE or NUMBER."""
    starts: tuple[int, ...]
    """Where each counted character begins in the text, in Unicode scalars."""
    ends: tuple[int, ...]
    sentences: tuple[range, ...]
    """Ranges of counted characters, without gaps."""

    def covered(self, start: int, end: int) -> range:
        """The counted characters that a stretch of the text touches; an empty stretch touches what it stands inside."""
        first = last = 0
        lo, hi = 0, len(self.starts)
        while lo < hi:
            middle = (lo + hi) // 2
            lo, hi = (middle + 1, hi) if self.ends[middle] <= start else (lo, middle)
        first = last = lo
        while last < len(self.starts) and self.starts[last] < end:
            last += 1
        return range(first, last)


def fold(text: str) -> Folded:
    """Folds 第N条第N款第（N）项 and the like to one REFERENCE, other numerals to one NUMBER; drops blanks."""
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def add(character: str, start: int, end: int) -> None:
        characters.append(character)
        starts.append(start)
        ends.append(end)

    place = 0
    for piece in _PIECES.finditer(text):
        for offset in range(place, piece.start()):
            add(text[offset], offset, offset + 1)
        place = piece.end()
        if piece["blank"] is None:
            add(REFERENCE if piece["reference"] else NUMBER, piece.start(), piece.end())
    for offset in range(place, len(text)):
        add(text[offset], offset, offset + 1)
    return Folded("".join(characters), tuple(starts), tuple(ends), _sentences(text, starts))


def _sentences(text: str, starts: list[int]) -> tuple[range, ...]:
    """Sentences end with 。；：or a line; a fold that reaches over an end belongs to the sentence where it begins."""
    found = []
    first = next_one = 0
    for end in [match.end() for match in _SENTENCE_ENDS.finditer(text)] + [len(text)]:
        while next_one < len(starts) and starts[next_one] < end:
            next_one += 1
        if next_one > first:
            found.append(range(first, next_one))
            first = next_one
    return tuple(found)


def common(a: str, b: str) -> list[tuple[int, int]]:
    """A longest common subsequence, as places in both (Hyyrö's bit-parallel form; a big integer is one row)."""
    masks: dict[str, int] = {}
    for place, character in enumerate(a):
        masks[character] = masks.get(character, 0) | 1 << place
    full = (1 << len(a)) - 1
    # A bit is 0 where the subsequence grows with this character of `a`.
    rows = [full]
    for character in b:
        hit = rows[-1] & masks.get(character, 0)
        rows.append((rows[-1] + hit | rows[-1] - hit) & full)
    found = []
    i, j = len(a), len(b)
    while i and j:
        if rows[j] >> i - 1 & 1:
            i -= 1
        elif not rows[j - 1] >> i - 1 & 1:
            j -= 1
        else:
            i, j = i - 1, j - 1
            found.append((i, j))
    return found[::-1]
