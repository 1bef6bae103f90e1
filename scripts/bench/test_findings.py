"""Tests of how findings are scored: `python3 -m unittest discover -s scripts/bench`. All sentences are ours."""

import importlib.machinery
import importlib.util
import unittest
from pathlib import Path

_LOADER = importlib.machinery.SourceFileLoader("findings_score", str(Path(__file__).with_name("findings")))
_SPEC = importlib.util.spec_from_loader("findings_score", _LOADER)
score = importlib.util.module_from_spec(_SPEC)
_LOADER.exec_module(score)


def label(concept: str, polarity: str, actor: str | None = None, **more: object) -> dict:
    """One label of a clause."""
    return {"concept": concept, "polarity": polarity, "actor": actor, **more}


def finding(concept: str, polarity: str, actor: str | None = None) -> dict:
    """One finding, as the document has it."""
    return {"concept": concept, "polarity": polarity, "actor": actor, "path": "art_1"}


def judged(labels: list[dict], found: list[dict], **more: object) -> tuple:
    """The counts of one clause, and the kinds of its misses."""
    tally = score.Tally()
    case = score.Case(("written", "dev", "zh"), "x", "", labels, found, **more)
    return tally, [miss[0] for miss in score.judge(case, tally)]


class Scoring(unittest.TestCase):
    """What counts for and against."""

    def test_a_mention_where_nothing_is_labelled_is_no_error(self) -> None:
        tally, misses = judged([], [finding("log-retention", "mentions")])
        self.assertEqual((tally.counts["found"], tally.counts["mentions aside"], misses), (0, 1, []))

    def test_a_mention_does_not_meet_a_label_with_polarity(self) -> None:
        tally, misses = judged([label("log-retention", "requires")], [finding("log-retention", "mentions")])
        self.assertEqual((tally.measures["recall"], misses), (0, ["missed"]))

    def test_a_concept_that_could_be_defended_counts_neither_way(self) -> None:
        tally, misses = judged([], [finding("log-retention", "requires")], also=["log-retention"])
        self.assertEqual((tally.counts["found"], misses), (0, []))

    def test_a_second_reading_is_right_but_not_strict(self) -> None:
        wanted = [label("log-retention", "may-require", **{"or": ["permits"]})]
        tally, misses = judged(wanted, [finding("log-retention", "permits")])
        self.assertEqual((tally.measures["polarity"], tally.measures["strict"], misses), (1, 0, []))

    def test_one_of_two_polarities_is_not_enough(self) -> None:
        wanted = [label("log-retention", "requires"), label("log-retention", "protects")]
        tally, misses = judged(wanted, [finding("log-retention", "requires")])
        self.assertEqual((tally.measures["polarity"], misses), (0, ["polarity"]))

    def test_a_polarity_on_a_bare_mention_is_a_false_finding(self) -> None:
        tally, misses = judged([label("log-retention", "mentions")], [finding("log-retention", "requires")])
        self.assertEqual((tally.measures["precision"], misses), (0, ["false"]))


class Actors(unittest.TestCase):
    """Whether two phrases name one party."""

    def test_an_article_and_what_qualifies_the_head_do_not_matter(self) -> None:
        self.assertTrue(score.same_actor("supplier", "The supplier", True))
        self.assertTrue(score.same_actor("平台", "提供直播服务的平台", True))
        self.assertTrue(score.same_actor("Operators", "Operators of registries", True))

    def test_another_party_is_another(self) -> None:
        self.assertFalse(score.same_actor("供应商", "主管部门", True))
        self.assertFalse(score.same_actor("provider", None, True))


class Places(unittest.TestCase):
    """Numbers of articles."""

    def test_numerals_go_there_and_back(self) -> None:
        for number in (1, 10, 11, 20, 31, 100, 105, 110, 164, 864):
            self.assertEqual(score.value(f"第{score.numeral(number, 'zh')}条"), number)


if __name__ == "__main__":
    unittest.main()
