"""Tests of the yardsticks: `python3 -m unittest discover -s scripts/bench`. All sentences are written for them."""

import random
import unittest
from pathlib import Path

import generate
import matchings
from corpus import Gold, Link, VersionPair
from findings import Article, Findings, FoundLink, Spans, of_blocks, of_ours
from folding import NUMBER, REFERENCE, common, fold
from matchings import Matching
from score import score
from truth import truth


def gold(links: list[tuple[str, str, bool]], inserted: str = "", deleted: str = "", unsure: str = "") -> Gold:
    """An alignment of single-digit articles; `unsure` names new articles whose links are not sure."""
    made = tuple(Link(old, new, main, new in unsure) for old, new, main in links)
    pair = VersionPair("示例法", Path("old"), Path("new"))
    return Gold("示例法", pair, made, frozenset(inserted), frozenset(deleted), 0, 0, "dev")


def side(*texts: str) -> dict[str, Article]:
    """Articles numbered from 1."""
    return {str(n): Article(str(n), f"第{generate.numeral(n)}条", text, fold(text)) for n, text in enumerate(texts, 1)}


def bodies(*texts: str) -> dict:
    """Their folded words alone."""
    return {number: article.folded for number, article in side(*texts).items()}


class Folding(unittest.TestCase):
    """Characters as they are counted."""

    def test_a_chain_of_references_is_one_character(self) -> None:
        self.assertEqual(fold("依照第十二条第三款第（二）项办理").characters, f"依照{REFERENCE}办理")

    def test_numerals_are_one_character_and_blanks_none(self) -> None:
        self.assertEqual(fold("三十日 以内\n100万元").characters, f"{NUMBER}日以内{NUMBER}元")

    def test_an_empty_stretch_inside_a_reference_touches_it(self) -> None:
        folded = fold("依照第五条")
        self.assertEqual(list(folded.covered(3, 3)), [2])
        self.assertEqual(list(folded.covered(2, 2)), [])

    def test_the_common_subsequence_is_as_long_as_the_slow_one(self) -> None:
        chance = random.Random(1)
        for _ in range(200):
            a, b = ("".join(chance.choices("甲乙丙丁", k=chance.randrange(30))) for _ in range(2))
            rows = [[0] * (len(b) + 1)]
            for x in a:
                row = [0]
                for j, y in enumerate(b):
                    row.append(rows[-1][j] + 1 if x == y else max(row[-1], rows[-1][j + 1]))
                rows.append(row)
            pairs = common(a, b)
            self.assertEqual(len(pairs), rows[-1][-1])
            self.assertTrue(all(a[i] == b[j] for i, j in pairs))


class TrulyChanged(unittest.TestCase):
    """The yardstick."""

    def test_a_changed_word_counts_on_both_sides(self) -> None:
        found = truth(gold([("1", "1", True)]), bodies("机关应当登记。"), bodies("机关可以登记。"))
        self.assertEqual(found.changed, {("old", "1"): 2, ("new", "1"): 2})

    def test_numbers_and_references_do_not_count(self) -> None:
        found = truth(gold([("1", "1", True)]), bodies("依照第五条三十日登记。"), bodies("依照第六条六十日登记。"))
        self.assertEqual(found.total, 0)

    def test_a_sentence_carried_away_is_kept_on_both_sides(self) -> None:
        old = bodies("机关应当逐年登记档案。保管人应当核对签名。")
        new = bodies("机关应当逐年登记档案。", "保管人应当核对签名。")
        self.assertEqual(truth(gold([("1", "1", True), ("1", "2", False)]), old, new).total, 0)

    def test_unsure_articles_are_left_out(self) -> None:
        made = gold([("1", "1", True)], unsure="1")
        self.assertEqual(truth(made, bodies("甲乙丙。"), bodies("丁戊己。")).changed, {})


class Scoring(unittest.TestCase):
    """What an engine is told to have done."""

    def test_an_engine_that_does_as_the_gold_says_reports_what_truly_changed(self) -> None:
        old, new = side("机关应当登记。", "此条删去。"), side("机关可以登记。", "此条新增。")
        pairs = common(old["1"].folded.characters, new["1"].folded.characters)
        link = FoundLink("1", "1", {i for i, _ in pairs}, {j for _, j in pairs})
        found = score(gold([("1", "1", True)], inserted="2", deleted="2"), Findings(old, new, [link]))
        self.assertEqual((found.reported, found.precision, found.recall, found.false_joins), (14, 1, 1, 0))
        self.assertEqual(found.reported, found.changed)

    def test_what_joins_strangers_is_a_false_join(self) -> None:
        old, new = side("甲乙丙丁。"), side("甲乙丙戊。")
        found = score(gold([], inserted="1", deleted="1"), Findings(old, new, [FoundLink("1", "1", {0, 1}, {0, 1})]))
        self.assertEqual((found.wrong, found.falsely_kept, found.false_joins), (1, 2, 1))

    def test_our_edits_of_numbers_alone_are_not_reported(self) -> None:
        document = {
            "rewrite": False,
            "old": [{"kind": "article", "path": "art_1", "number": "1", "label": "第一条", "text": "三十日登记"}],
            "new": [{"kind": "article", "path": "art_1", "number": "1", "label": "第一条", "text": "六十日登记"}],
            "entries": [
                {
                    "before": ["art_1"],
                    "after": ["art_1"],
                    "links": [{"old": "art_1", "new": "art_1", "edits": [[0, 3, 0, 3]], "classes": ["deadline"]}],
                }
            ],
        }
        found = score(gold([("1", "1", True)]), of_ours(document))
        self.assertEqual((found.reported, found.shown, found.noise), (0, 6, 0))

    def test_a_label_shown_as_changed_is_noise(self) -> None:
        old, new = side("机关登记。"), side("机关登记。")
        new = {"2": Article("2", "第二条", "机关登记。", fold("机关登记。"))}
        texts = ("# 法\n\n第一条 机关登记。\n", "# 法\n\n第二条 机关登记。\n")
        spans = (Spans.of(texts[0], old), Spans.of(texts[1], new))
        # All but the numeral and the rest of the label.
        blocks = [(0, 0, 5), (8, 8, len(texts[0]) - 8)]
        found = score(gold([("1", "2", True)]), of_blocks(Matching(blocks), *spans, {("1", "2")}))
        self.assertEqual((found.reported, found.hits, found.noise, found.shown), (0, 1, 6, 6))


class Reading(unittest.TestCase):
    """What peers print."""

    def test_marked_words_are_followed_through_both_texts(self) -> None:
        output = "机关\x01应当\x02\x03可以\x04 登记。\n"
        blocks = matchings.from_segments(matchings.marked(output), "机关应当登记。", "机关可以登记。")
        self.assertEqual(blocks, [(0, 0, 2), (4, 4, 3)])

    def test_lines_between_hunks_are_equal(self) -> None:
        blocks = matchings.lines([[2, 1, 1, 0]], "a\nb\nc\n", "a\nc\n")
        self.assertEqual(blocks, [(0, 0, 2), (4, 2, 2)])


class Generating(unittest.TestCase):
    """Texts that nobody has published."""

    def test_numerals_are_read_back(self) -> None:
        self.assertTrue(all(generate.value(generate.numeral(n)) == n for n in range(1, 10_000)))
        self.assertEqual([generate.numeral(n) for n in (10_012, 50_000)], ["一万零一十二", "五万"])

    def test_references_follow_the_renumbering(self) -> None:
        laws = [["甲。"] * 40 + ["依照本法第三十条、公司法第三十条登记。"] + ["乙。"] * 60]
        old, new = generate.joined(laws, references=True)
        self.assertIn("依照本法第三十条、公司法第三十条登记。", old)
        self.assertNotIn("依照本法第三十条、", new)
        self.assertEqual(generate.joined(laws, references=True), (old, new))


if __name__ == "__main__":
    unittest.main()
