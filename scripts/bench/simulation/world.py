"""What happens on each night at each source: a pure function of the seed, asked by the server and by the judge alike."""

import datetime
import random
from dataclasses import dataclass, field

from . import law as laws
from .law import Law

FIRST = datetime.datetime(2024, 1, 1, 18, 30, tzinfo=datetime.UTC)
"""The first night: half past two in Beijing on 2 January 2024."""

OUTAGES = ["reset", "hangup", "s500", "s502", "s503", "s403", "s404", "truncated", "chunk", "empty", "silent"]
DISGUISES = ["waf", "waf412", "waf521", "maintenance", "gone", "login", "another"]
CHARSETS = ["utf8", "gbk", "gb2312-meta", "gbk-lie", "utf8-bom", "utf8-bare"]
HICCUPS = ["file-gone", "file-cut", "file-stale"]

LOST = {"failed", "quarantined", "deferred"}
ALLOWED = {
    "good": {"unchanged"},
    "amended": {"changed"},
    "redesigned": {"unchanged"},
    "stale": {"unchanged", "quarantined"},
    "relaunch": {"quarantined", "deferred", "failed", "unchanged"},
    **{kind: LOST for kind in OUTAGES + DISGUISES},
    # The page alone still holds the text; what cannot be compared may be named or held, never made a change.
    **{kind: LOST | {"unchanged"} for kind in HICCUPS},
}
"""What a source may end as. `held` beside it counts how often a good page was kept back needlessly."""


@dataclass(frozen=True)
class Source:
    index: int
    design: str
    lively: bool
    attachment: str
    """`none`, `beside` or `only`, as declared."""
    validators: bool
    """Whether the server sends ETag and answers 304."""

    @property
    def slug(self) -> str:
        return f"law-{self.index + 1:02d}"

    @property
    def host(self) -> str:
        return f"127.0.0.{self.index + 2}"


@dataclass(frozen=True)
class Amendment:
    night: int
    source: int
    how: str
    dated: bool
    """Whether the headnotes name it."""
    group: str = ""
    """`omnibus` for those of one decision, `masked` for one that came while the source was down."""


@dataclass
class World:
    nights: int
    seed: int
    count: int = 40
    amendments: list[Amendment] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)

    def __post_init__(self) -> None:
        dice = random.Random(f"world {self.seed} {self.nights} {self.count}")
        self.sources = [
            Source(
                index, "zoom" if index % 12 in (3, 5) else random.Random(f"design {self.seed} {index}").choice(
                    ["zoom", "article", "plain"]),
                lively=index % 2 == 0, attachment="beside" if index % 12 == 3 else "only" if index % 24 == 5 else "none",
                validators=index % 3 != 0,
            )
            for index in range(self.count)
        ]
        self._kinds: list[dict[int, str]] = [{} for _ in range(self.nights)]
        self._charsets: list[dict[int, str]] = [{} for _ in range(self.nights)]
        self.mass: dict[int, str] = {}
        self.amendments = self._planned(dice)
        self._noise(dice)
        self._enact()

    # What is asked.

    def now(self, night: int) -> datetime.datetime:
        return FIRST + datetime.timedelta(days=night)

    def kind(self, night: int, source: int) -> str:
        return self._kinds[night].get(source, "good")

    def charset(self, night: int, source: int) -> str:
        return self._charsets[night].get(source, "utf8")

    def text(self, night: int, source: int) -> Law:
        """What a reader of the page sees on that night, if he sees a law at all."""
        stages = self._stages[source]
        held = [law for since, law in stages if since <= night]
        kind = self.kind(night, source)
        if kind == "stale" and len(held) > 1:
            return held[-2]
        if kind == "relaunch":
            return laws.without_items(held[-1])
        if kind == "another":
            return self._stages[(source + 1) % self.count][0][1]
        return held[-1]

    def versions(self, source: int) -> list[tuple[int, Law]]:
        """The texts that the law truly had, each with the first night on which it could be seen."""
        return self._stages[source]

    def expected(self, night: int) -> dict[int, Amendment]:
        return {one.source: one for one in self.amendments if one.night == night}

    # How it is made.

    def _planned(self, dice: random.Random) -> list[Amendment]:
        wanted = 60 if self.nights >= 1000 else max(9, self.nights * 60 // 1000)
        quiet = 3 if self.nights >= 100 else 2
        nights = range(quiet, self.nights - 1)
        if self.nights >= 100:
            for start in (1, 2):
                for share in (3, 7):
                    self.mass[self.nights * share // 10 + start * 13] = "maintenance" if start == 1 else "relaunch"
            self.mass[self.nights * 9 // 10] = "relaunch"
            self.mass[self.nights * 5 // 10] = "maintenance"
        else:
            self.mass[self.nights * 4 // 10] = "maintenance"
            self.mass[self.nights * 7 // 10] = "relaunch"
        near_mass = {night + off for night in self.mass for off in (-1, 0, 1)}
        free = [night for night in nights if night not in near_mass]
        omnibus = dice.choice(free[len(free) // 3 : 2 * len(free) // 3])
        out = [Amendment(omnibus, source, "article", True, "omnibus") for source in dice.sample(range(self.count), 5)]
        busy = {one.source: [omnibus] for one in out}
        hows = ["revision", "inserted", "repealed"] + dice.choices(
            ["article", "inserted", "repealed", "revision"], [5, 3, 2, 1], k=wanted)
        masked = max(1, wanted // 20)
        gap = 25 if self.nights >= 200 else 8
        while len(out) < wanted:
            night, source = dice.choice(free), dice.randrange(self.count)
            if night == omnibus or any(abs(night - other) < gap for other in busy.get(source, [])):
                continue
            if sum(one.night == night for one in out) >= 3:
                continue
            busy.setdefault(source, []).append(night)
            group = "masked" if masked and night > 6 and dice.random() < 0.2 else ""
            masked -= group == "masked"
            out.append(Amendment(night, source, hows[len(out) - 5], dice.random() < 0.6, group))
        return sorted(out, key=lambda one: (one.night, one.source))

    def _noise(self, dice: random.Random) -> None:
        turned = {(one.night, one.source) for one in self.amendments}
        for source in self.sources:
            night = 1
            while night < self.nights:
                chance = dice.random()
                if chance < 0.006:
                    kind, length = dice.choice(OUTAGES[:-1]), 1 + int(dice.expovariate(0.4))
                elif chance < 0.0063:
                    kind, length = "silent", 1
                elif chance < 0.013:
                    kind, length = dice.choice(DISGUISES), 1 + int(dice.expovariate(1.0))
                elif chance < 0.015:
                    kind, length = "redesigned", 1 + int(dice.expovariate(0.1))
                elif chance < 0.017:
                    for when in range(night, min(self.nights, night + 1 + int(dice.expovariate(0.1)))):
                        self._charsets[when][source.index] = dice.choice(CHARSETS[1:])
                    night += 1
                    continue
                elif chance < 0.06 and source.attachment != "none":
                    kind, length = dice.choice(HICCUPS), 1
                    if source.attachment == "only" and kind == "file-stale":
                        kind = "file-gone"
                else:
                    night += 1
                    continue
                for when in range(night, min(self.nights, night + length)):
                    self._kinds[when][source.index] = kind
                night += length + 1
        for one in self.amendments:
            # On its night, and on the one before, the source shows its text; a masked one comes out of an outage.
            for when in (one.night - 1, one.night):
                self._kinds[when].pop(one.source, None)
            if one.group == "masked":
                for when in range(max(2, one.night - 4), one.night):
                    self._kinds[when][one.source] = "s502"
            elif dice.random() < 0.3:
                for when in range(one.night + 1, min(self.nights, one.night + 8)):
                    self._kinds[when].pop(one.source, None)
                    if dice.random() < 0.5:
                        self._kinds[when][one.source] = "stale"
        for night, what in self.mass.items():
            for source in self.sources:
                if dice.random() < 0.8:
                    self._kinds[night][source.index] = what
                # No second source of trouble on the night after: what it shows is what counts.
                if night + 1 < self.nights:
                    self._kinds[night + 1].pop(source.index, None)
        for night, source in turned:
            self._kinds[night][source] = "amended"
        self._kinds[0].clear()

    def _enact(self) -> None:
        self._stages: list[list[tuple[int, Law]]] = []
        for source in self.sources:
            stages = [(0, laws.enacted(source.index, self.seed))]
            for one in self.amendments:
                if one.source == source.index:
                    dice = random.Random(f"amend {self.seed} {one.night} {one.source}")
                    # The decision is some days older than the page.
                    day = (self.now(one.night) + datetime.timedelta(hours=8)).date() - datetime.timedelta(
                        days=3 if one.group == "omnibus" else dice.randint(1, 5))
                    stages.append((one.night, laws.amended(stages[-1][1], one.how, dice, day if one.dated else None)))
            self._stages.append(stages)


@dataclass
class Pair:
    """Two nights of a few sources: on the second one law is amended. What does not matter is as in `World`."""

    count: int = 4
    seed: int = 11

    def __post_init__(self) -> None:
        self.sources = [Source(index, "zoom", False, "none", True) for index in range(self.count)]
        first = [laws.enacted(source.index, self.seed) for source in self.sources]
        day = (FIRST + datetime.timedelta(hours=8)).date() - datetime.timedelta(days=2)
        self.stages = [[(0, law)] for law in first]
        self.stages[0].append((1, laws.amended(first[0], "inserted", random.Random(self.seed), day)))

    def now(self, night: int) -> datetime.datetime:
        return FIRST + datetime.timedelta(days=night)

    def kind(self, night: int, source: int) -> str:
        return "good"

    def charset(self, night: int, source: int) -> str:
        return "utf8"

    def text(self, night: int, source: int) -> Law:
        return [law for since, law in self.stages[source] if since <= night][-1]

    def versions(self, source: int) -> list[tuple[int, Law]]:
        return self.stages[source]
