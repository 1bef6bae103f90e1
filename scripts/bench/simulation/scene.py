"""Small laws of our own in a folder of declarations, for benches that need one law, one concept and one alert."""

from pathlib import Path

INSTRUMENT = """schema: 1
id: {id}
country: cn
type: law
titles: {{zh: {title}, en: {title}, short: {{zh: {title}, en: {title}}}}}
body: {{zh: 某部, en: Some Ministry}}
versions:
{versions}"""
VERSION = """- stage: {stage}
  dates: {{signed: {day}, published: {day}, effective: null}}
  text: public
  confidence: sourced
  sources: [{{url: "https://example.org/{day}", role: official}}]
"""
CONCEPT = """schema: 1
id: source-code-disclosure
title: {en: Source-code disclosure, zh: 源代码披露}
definition: A duty to hand over source code.
zh: {triggers: [源代码], acts: [提交, 提供]}
en: {triggers: ["source code"], acts: ["submi*", "provid*"]}
bears_on:
- commitment: xo-eco-6-no-forced-tech-transfer
  directions: {requires: away, may-require: away, permits: depends, forbids: toward, protects: toward}
  reason: Handing over source code can amount to a transfer.
  limits: A single case is outside.
examples:
- lang: en
  text: Firms shall submit source code to the regulator.
  polarity: requires
"""
PROVENANCE = """schema: 1
text: {name}.en.txt
language: en
translated_by: Lexwatch
default: {{fidelity: rendered, source: [a bench]}}
provisions: []
"""


def declared(folder: Path, instrument: str, days: tuple[str, ...] = ("2016-01-01",)) -> None:
    """Declares an instrument whose versions are adopted on some days; all but the first amend it."""
    place = folder / "laws" / instrument
    place.mkdir(parents=True, exist_ok=True)
    versions = "".join(VERSION.format(stage="amended" if number else "adopted", day=day) for number, day in enumerate(days))
    title = instrument.split("/")[1].replace("-", " ").title()
    (place / "instrument.yml").write_text(INSTRUMENT.format(id=instrument, title=title, versions=versions))


def concept(folder: Path) -> None:
    """The one concept of this scene. `Program.prepare` brings the agreements."""
    place = folder / "laws/concepts"
    place.mkdir(parents=True, exist_ok=True)
    (place / "source-code-disclosure.yml").write_text(CONCEPT)


def seeded(folder: Path, instrument: str, version: str, articles: list[str]) -> None:
    """Puts a text among the bundled ones."""
    place = folder / "snapshots" / instrument
    place.mkdir(parents=True, exist_ok=True)
    title = instrument.split("/")[1].replace("-", " ").title()
    body = "".join(f"Article {number} {words}\n\n" for number, words in enumerate(articles, 1))
    (place / f"{version}.en.txt").write_text(f"# {title}\n\n{body.rstrip()}\n")
    (place / f"{version}.en.provenance.yml").write_text(PROVENANCE.format(name=version))
