"""What of a clause is weighed: signs and pairs of signs in Chinese; stems, pairs of stems and pieces of words in English.

Sources/Alerts/Weigh/SentenceFeatures.swift finds the same, and a test holds both to the same scores.
"""

import re

HAN = re.compile(r"[\u3400-\u9fff]+")
WORD = re.compile(r"[a-z0-9]+")
ENDINGS = ("ing", "ied", "ies", "ed", "es", "s", "ly")
COMMON = frozenset(
    "a an and any are as at be been being but by for from had has have if in into is it its may must no not of on or "
    "other shall should such than that the their them there these they this those to under upon was were where which "
    "who whom whose will with within would".split()
)
PIECE = "~"
"""Pieces of words begin with it; they tell concepts, not polarities."""
PIECE_LENGTH = 4


def stem(word: str) -> str:
    """The word less a common ending, where four signs or more are left."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def chinese(text: str) -> set[str]:
    """Every ideograph and every pair that stands side by side."""
    found: set[str] = set()
    for run in HAN.findall(text):
        found.update(run)
        found.update(run[place : place + 2] for place in range(len(run) - 1))
    return found


def english(text: str) -> set[str]:
    """Every stem; pairs of neighbours, among all words and among those that are not the commonest; pieces of these."""
    words = WORD.findall(text.lower())
    stems = [stem(word) for word in words]
    rarer = [stem(word) for word in words if word not in COMMON]
    found = set(stems)
    for row in (stems, rarer):
        found.update(f"{one} {two}" for one, two in zip(row, row[1:]))
    for word in words:
        if word not in COMMON:
            framed = f"^{word}$"
            last = max(1, len(framed) - PIECE_LENGTH + 1)
            found.update(PIECE + framed[place : place + PIECE_LENGTH] for place in range(last))
    return found


OF = {"zh": chinese, "en": english}
