"""Texts that nobody has published: the large one (S) and those that are meant to hurt. Seeded; never committed."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SEED = 20250419
_LABEL = re.compile(r"^第[〇零一二三四五六七八九十百千万]+条(?:之[一二三四五六七八九十]+)?(?= )", re.MULTILINE)
# To an article of the law itself: 本法第五条, 依照第五条; not 公司法第五条, 《公司法》第五条.
_REFERENCE = re.compile(
    r"(?:(?<=本法)|(?<=本条例)|(?<=本规定)|(?<=本办法)|(?<=本规则)|(?<=本解释)|(?<![法例定则释》]))"
    r"第([零一二三四五六七八九十百千]+)条(?!之)"
)
_DIGITS = "零一二三四五六七八九"


def numeral(number: int) -> str:
    """A Chinese numeral below a hundred million: 十, 一百零五, 五万零三十."""
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        if low == 0:
            return numeral(high) + "万"
        tail = ("一" if 10 <= low < 20 else "") + numeral(low)
        return numeral(high) + "万" + ("零" if low < 1000 else "") + tail
    words, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            words += ("零" if gap and words else "") + _DIGITS[digit] + name
            gap = False
        else:
            gap = True
    return words[1:] if words.startswith("一十") else words


def value(words: str) -> int:
    """The number of a Chinese numeral below ten thousand."""
    total, digit = 0, 0
    for word in words:
        if word in "十百千":
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[word]
            digit = 0
        else:
            digit = _DIGITS.index(word)
    return total + digit


def bodies(canonical: str) -> list[str]:
    """The words of each article of a canonical text, its items and paragraphs with it, headings left out."""
    starts = [match.span() for match in _LABEL.finditer(canonical)]
    ends = [start for start, _ in starts[1:]] + [len(canonical)]
    kept = []
    for (_, start), end in zip(starts, ends):
        lines = [line for line in canonical[start:end].strip().split("\n\n") if not line.startswith(("#", ">", "附件"))]
        kept.append("\n\n".join(lines))
    return kept


@dataclass
class Clause:
    """An article on its way into a joined text."""

    body: str
    base: int
    """The index of the first article of its law, so that references can be carried along; -1: left alone."""


def _write(title: str, clauses: Sequence[Clause], numbers: dict[int, int]) -> str:
    """Numbers the articles through. `numbers`: from the index of an article before the edits to its number now."""
    lines = [f"# {title}"]
    for number, clause in enumerate(clauses, 1):
        body = clause.body
        if clause.base >= 0:

            def carried(match: re.Match[str], base: int = clause.base) -> str:
                target = numbers.get(base + value(match[1]) - 1)
                return f"第{numeral(target)}条" if target else match[0]

            body = _REFERENCE.sub(carried, body)
        lines.append(f"第{numeral(number)}条 {body}")
    return "\n\n".join(lines) + "\n"


_SWAPS = (
    ("应当", "可以"),
    ("可以", "应当"),
    ("不得", "禁止"),
    ("三十日", "六十日"),
    ("有关部门", "主管部门"),
    ("或者", "以及"),
)


def _edited(body: str, chance: random.Random) -> str:
    """One small change: a word for another, a clause more or a sentence less."""
    kinds = [swap for swap in _SWAPS if swap[0] in body]
    choice = chance.randrange(3)
    if choice == 0 and kinds:
        old, new = chance.choice(kinds)
        return body.replace(old, new, 1)
    sentences = body.split("。")
    if choice == 1 and len(sentences) > 2:
        del sentences[chance.randrange(len(sentences) - 1)]
        return "。".join(sentences)
    return body.replace("，", "，在国家规定的范围内，", 1) if "，" in body else "依照国家有关规定，" + body


def joined(laws: Sequence[list[str]], references: bool, seed: int = SEED) -> tuple[str, str]:
    """S: many laws in one text, 1 % of the articles edited, three inserted and two deleted near the front.

    Every later article is renumbered. With `references`, those to articles of the same law are renumbered with them on
    both sides; else they are left as they stood in their own law.
    """
    chance = random.Random(seed)
    old: list[Clause] = []
    for law in laws:
        base = len(old) if references else -1
        old += [Clause(body, base) for body in law]
    new: list[tuple[int | None, Clause]] = [(index, clause) for index, clause in enumerate(old)]
    for index in chance.sample(range(len(old)), len(old) // 100):
        new[index] = (index, Clause(_edited(old[index].body, chance), old[index].base))
    for place in sorted(chance.sample(range(10, min(60, len(new))), 2), reverse=True):
        del new[place]
    for count, place in enumerate(sorted(chance.sample(range(5, min(50, len(new))), 3))):
        body = f"国家建立第{numeral(count + 1)}类档案的登记簿，由保管人逐年核对并签名。"
        new.insert(place, (None, Clause(body, -1)))
    numbers = {index: number for number, (index, _) in enumerate(new, 1) if index is not None}
    return (
        _write("合编", old, {index: index + 1 for index in range(len(old))}),
        _write("合编", [clause for _, clause in new], numbers),
    )


def huge(laws: Sequence[list[str]], articles: int = 50_000, size: int = 260) -> tuple[str, str]:
    """10 MB in 50,000 articles: first sentences of real articles, taken round and round, edited as S is."""
    short = []
    for law in laws:
        for body in law:
            words = body.split("\n")[0]
            # Bytes, because the whole is measured in them; an ideograph has three.
            short.append(words[: size // 3 - 8].rstrip("。") + "。")
    texts = [short[index % len(short)] for index in range(articles)]
    return joined([texts], references=False, seed=SEED + 1)


def disjoint(articles: int = 5_600, length: int = 240, seed: int = SEED) -> tuple[str, str]:
    """Two texts that share no ideograph: 4 MB each."""
    chance = random.Random(seed)

    def text(first: int, last: int) -> str:
        clauses = [
            Clause("".join(chr(chance.randint(first, last)) for _ in range(length)) + "。", -1) for _ in range(articles)
        ]
        return _write("", clauses, {})

    return text(0x4E8C, 0x5EFF), text(0x6C00, 0x7FFF)


_SENTENCE = "违反本法规定，构成犯罪的，依法追究刑事责任。"
_OTHER = "违反本法规定，情节轻微的，由主管机关给予警告。"


def repeated_in_one(count: int = 100_000) -> tuple[str, str]:
    """One article that says one sentence 100,000 times; on the new side another stands in the middle."""
    half = count // 2
    old, new = _SENTENCE * count, _SENTENCE * half + _OTHER + _SENTENCE * (count - half - 1)
    return f"# 复述\n\n第一条 {old}\n", f"# 复述\n\n第一条 {new}\n"


def repeated_throughout(count: int = 100_000) -> tuple[str, str]:
    """As before, but the first and the last sentence differ too and one is missing: common ends cannot be cut off."""
    quarter = count // 4
    new = _OTHER + _SENTENCE * quarter + _OTHER + _SENTENCE * (count - quarter - 4) + _OTHER
    return f"# 复述\n\n第一条 {_SENTENCE * count}\n", f"# 复述\n\n第一条 {new}\n"


def repeated_articles(count: int = 100_000) -> tuple[str, str]:
    """100,000 articles of the same sentence; on the new side the one in the middle says another."""
    old = [Clause(_SENTENCE, -1)] * count
    new = [*old]
    new[count // 2] = Clause(_OTHER, -1)
    return _write("复述", old, {}), _write("复述", new, {})


def one_inserted(law: Sequence[str]) -> tuple[str, str]:
    """A law, and the same with an article after Article 5, 应当 → 可以 in one later article and → 必须 in another.

    All later articles are renumbered, and the references to them.
    """
    old = [Clause(body, 0) for body in law]
    new: list[tuple[int | None, Clause]] = list(enumerate(old))
    places = [index for index, body in enumerate(law) if index > 5 and body.count("应当") == 1][:2]
    for place, word in zip(places, ("可以", "必须")):
        new[place] = (place, Clause(law[place].replace("应当", word), 0))
    new.insert(5, (None, Clause("国家建立档案登记簿，由保管人逐年核对并签名。", -1)))
    numbers = {index: number for number, (index, _) in enumerate(new, 1) if index is not None}
    return (
        _write("一法", old, {index: index + 1 for index in range(len(old))}),
        _write("一法", [clause for _, clause in new], numbers),
    )


def laws_of(texts: Sequence[Path], count: int, seed: int = SEED) -> list[list[str]]:
    """The articles of `count` canonical texts of at least 30 articles, drawn with a fixed seed."""
    laws = [law for text in texts if len(law := bodies(text.read_text(encoding="utf-8"))) >= 30]
    return random.Random(seed).sample(laws, min(count, len(laws)))
