"""The tables, as Markdown: what is printed is what stands in docs/benchmarks/redline.md."""

from collections.abc import Iterable, Sequence

from measure import Hurt, Input, Laws, Timing
from score import Score

INTRODUCTION = """# The redline engine, side by side

Printed by `scripts/bench/redline --write docs/benchmarks/redline.md`; what the measures mean is said below each table.
`scripts/setup --bench` installs the peers.

All engines get the same bytes: texts of the corpus, and texts made of them, in canonical form (`CanonicalText`). Times
are processor time in a release build, start-up taken off, medians of one run on one machine: compare the ratios, not
the milliseconds. Our core is measured again before and after each peer, and the ratio is to the mean of these two; × floor
follows from it. Every sample comes after a run that is not counted. The **floor** is what no comparison can do without: one pass in C over both texts that splits lines,
hashes the bytes of each line and decodes every byte. **Lexwatch, core** goes from bytes to links and edits,
**whole** from bytes to the redline with its reasons. The peers are asked for less: none knows what an article is, and
what they print is a list of characters.
"""

MEASURES = """
**links**: precision and recall of article links against the hand-made ones; unsure ones count for neither side. A peer
that knows no articles is taken to link two of them when it matches at least half of the characters of the shorter one.
**reported / changed**: characters shown as inserted or deleted over characters that truly changed. Truly changed:
characters of inserted and deleted articles, and of each linked pair both bodies less twice their longest common
subsequence (a partial link only in the sentences that it carries); references and numbers count as one character each
and a change from one to another as none; of an article with several links, what one of them keeps is kept. **false
joins**: characters matched in pairs of articles that do not belong together, over all matched. **noise**: characters
shown as changed words that are nothing but renumbering (labels of linked articles, references that follow), over all
shown. In brackets: the worst law. `scripts/bench/truth.py` and `scripts/bench/score.py` are the definitions.
"""


def table(head: Sequence[str], rows: Iterable[Sequence[str]], left: int = 1) -> str:
    """A Markdown table; the first `left` columns are words, the others figures."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * left + "--:|" * (len(head) - left)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def correctness(title: str, results: Sequence[Laws]) -> str:
    """One row an engine; ours first."""
    rows = []
    for laws in results:
        name = f"**{laws.engine}**" if laws is results[0] else laws.engine
        if laws.reason:
            rows.append([name, laws.reason, "", "", "", ""])
            continue
        total = laws.total
        worst = max(one.reported_ratio for one in laws.scores)
        joined = max(one.false_joins for one in laws.scores)
        rows.append([
            name, f"{total.precision:.3f}", f"{total.recall:.3f}", f"{total.reported_ratio:.2f} ({worst:.2f})",
            f"{100 * total.false_joins:.1f} % ({100 * joined:.1f})", f"{100 * total.noise_share:.1f} %",
        ])
    head = ["engine", "links: precision", "recall", "reported / changed", "false joins", "noise"]
    return f"## {title}\n\n{table(head, rows)}\n"


def own_laws(results: Laws) -> str:
    """Our engine, law by law."""
    rows = [_law(one) for one in results.scores] + [_law(results.total)]
    head = ["law", "links: precision", "recall", "reported / changed", "false joins", "noise", "said to be a rewrite"]
    return f"### Lexwatch, law by law\n\n{table(head, rows)}\n"


def _law(one: Score) -> list[str]:
    return [
        one.law, f"{one.precision:.3f}", f"{one.recall:.3f}",
        f"{one.reported:,} / {one.changed:,} = {one.reported_ratio:.3f}",
        f"{100 * one.false_joins:.2f} %", f"{100 * one.noise_share:.2f} %", "yes" if one.rewrite else "",
    ]


def insertion(told: str) -> str:
    """The case that every reader of a law knows: one article more, and everything after it has another number."""
    return (
        "## One article inserted\n\nThe Cybersecurity Law (2016, 79 articles) with one article more after Article 5, "
        "all later ones and the references to them renumbered, 应当 → 可以 in one and 应当 → 必须 in another. "
        f"Lexwatch says: {told}.\n"
    )


def timing(given: Input, results: Sequence[Timing], abouts: dict[str, str]) -> str:
    """One input: milliseconds, and ratios to the floor and to our core."""
    known = {result.engine: result.milliseconds for result in results}
    names = {"floor": "floor (C)", "core": "**Lexwatch, core**", "whole": "**Lexwatch, whole**"}
    rows = []
    for result in results:
        name = names.get(result.engine, result.engine)
        about = abouts.get(result.engine, "")
        if result.milliseconds is None:
            rows.append([name, about, result.reason, "", ""])
            continue
        cores = result.milliseconds / (result.core or 1)
        floors = cores * (known["core"] or 1) / (known["floor"] or 1)
        rows.append([name, about, _figure(result.milliseconds), _figure(floors), _figure(cores)])
    head = ["engine", "", "CPU ms (this machine, this run)", "× floor", "× Lexwatch, core"]
    title = f"## {given.key}: {given.about} ({given.megabytes:.2f} MB)"
    return f"{title}\n\n{table(head, rows, left=2)}\n"


def hurting(results: Sequence[Hurt], bound: tuple[float, float]) -> str:
    """Texts that are meant to hurt: our engine alone, whole."""
    rows = []
    for one in results:
        if one.result is None:
            rows.append([one.name, one.about, "", one.reason, "", "", "", ""])
            continue
        found = one.result
        rows.append([
            one.name, one.about, f"{found['bytes'] / 1e6:.1f}", _figure(found["engineMilliseconds"]),
            _figure(found["engineMilliseconds"] / found["floorMilliseconds"]),
            _figure(found["coreMilliseconds"]) if found["coreMilliseconds"] else "", f"{found['megabytesPeak']:.0f}",
            _figure(found["megabytesPeak"] * 2**20 / found["bytes"]),
        ])
    head = ["input", "", "MB, both sides", "CPU ms (this machine, this run)", "× floor", "core alone, ms", "peak memory, MB", "× input"]
    return (
        f"## Texts that are meant to hurt\n\n{table(head, rows, left=2)}\n\n"
        f"Lexwatch, whole unless said, one run each in a process of its own, the two texts included in the memory. Bound: "
        f"{bound[0]:.0f} s and {bound[1]:,.0f} MB.\n"
    )


def _figure(value: float) -> str:
    """Three significant figures, thousands set off."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"
