"""The declarations of a register with one instrument for each site."""
import json
import shutil
from pathlib import Path

KEPT = ("schemas", "words.yml")
"""Of the project's own register: what any register needs."""


def instrument(site):
    """The instrument of a fault."""
    return f"cn/fault-{site.name.replace('.', '-')}"


def source(site):
    """How the run's report calls the one source of a fault."""
    return f"{instrument(site)}/page"


def write(folder, sites, laws):
    """Makes the folder anew."""
    folder = Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in KEPT:
        place = Path(laws) / name
        if place.is_dir():
            shutil.copytree(place, folder / name)
        elif place.exists():
            shutil.copy(place, folder / name)
    for site in sites:
        place = folder / instrument(site) / "instrument.yml"
        place.parent.mkdir(parents=True)
        place.write_text(declaration(site), encoding="utf-8")
    return folder


def declaration(site):
    """`instrument.yml`. Its titles are quoted as JSON, which YAML reads."""
    title, short = (json.dumps(words, ensure_ascii=False) for words in (
        site.first.title, site.first.title.removeprefix("中华人民共和国")))
    xpath = f"  xpath: {json.dumps(site.fault.xpath)}\n" if site.fault.xpath else ""
    return f"""schema: 1
id: {instrument(site)}
country: cn
type: law
titles:
  zh: {title}
  en: Trial Law {site.index + 1} on Trade in Data
  short:
    zh: {short}
    en: Trial Law {site.index + 1}
body:
  zh: 全国人民代表大会常务委员会
  en: Standing Committee of the National People's Congress
versions:
- stage: adopted
  title: {title}
  dates:
    signed: 2019-03-14
    published: 2019-03-14
    effective: 2019-09-01
  text: public
  articles: {len(site.first.articles)}
  confidence: text
sources:
- id: page
  type: http
  url: {site.url}
  role: official
  language: zh
  version: current
{xpath}  attachment: {site.fault.attachment}
"""
