"""The made-up laws and nights: what the judge believes must be what the server shows."""

import io
import random
import unittest
import zipfile

from simulation import law, page
from simulation.web import FAULTS, Answer, Nights
from simulation.world import ALLOWED, LOST, Pair, World


class Laws(unittest.TestCase):
    def test_numerals(self):
        self.assertEqual([law.numeral(n) for n in (1, 10, 11, 20, 21, 100, 101, 110, 119)],
                         ["一", "十", "十一", "二十", "二十一", "一百", "一百零一", "一百一十", "一百一十九"])

    def test_one_seed_is_one_law(self):
        self.assertEqual(law.enacted(3, 1), law.enacted(3, 1))
        self.assertNotEqual(law.enacted(3, 1).lines()[3:], law.enacted(3, 2).lines()[3:])

    def test_titles_differ(self):
        self.assertEqual(len({law.enacted(n, 7).title for n in range(1000)}), 1000)

    def test_each_act_changes_the_text_and_nothing_else(self):
        old = law.enacted(8, 1)
        for how, more in (("article", 0), ("inserted", 1), ("repealed", -1), ("revision", 2)):
            new = law.amended(old, how, random.Random(4))
            self.assertNotEqual(new.articles, old.articles, how)
            self.assertEqual(len(new.articles), len(old.articles) + more, how)
            self.assertEqual((new.title, new.headnotes, new.articles[0], new.articles[-1]),
                             (old.title, old.headnotes, old.articles[0], old.articles[-1]), how)

    def test_a_careless_relaunch_drops_every_list(self):
        self.assertTrue(any(article.items for article in law.enacted(3, 1).articles))
        self.assertFalse(any(article.items for article in law.without_items(law.enacted(3, 1)).articles))

    def test_the_file_holds_what_the_page_holds(self):
        one = law.enacted(3, 1)
        with zipfile.ZipFile(io.BytesIO(page.document(one))) as archive:
            text = archive.read("word/document.xml").decode()
        for _, words in one.lines():
            self.assertIn(words, text)


class Worlds(unittest.TestCase):
    def test_the_promised_number_of_amendments(self):
        world = World(1000, 1)
        self.assertEqual((len(world.amendments), len(world.sources)), (60, 40))
        self.assertEqual(sum(one.group == "omnibus" for one in world.amendments), 5)
        self.assertGreater(sum(one.group == "masked" for one in world.amendments), 0)

    def test_every_amendment_can_be_seen_on_its_night(self):
        for seed in range(5):
            world = World(200, seed)
            for one in world.amendments:
                self.assertEqual(world.kind(one.night, one.source), "amended")
                before, after = (world.text(night, one.source) for night in (one.night - 1, one.night))
                if world.kind(one.night - 1, one.source) not in LOST:
                    self.assertNotEqual(before.lines(), after.lines(), (seed, one))

    def test_nobody_changes_a_law_on_other_nights(self):
        world = World(100, 2)
        turned = {(one.night, one.source) for one in world.amendments}
        for source in range(world.count):
            for night in range(1, world.nights):
                if (night, source) not in turned and {world.kind(night, source), world.kind(night - 1, source)} <= {
                        "good", "amended"}:
                    self.assertEqual(world.text(night, source), world.text(night - 1, source))

    def test_every_kind_of_night_has_a_rule_and_an_answer(self):
        world = World(1000, 1)
        kinds = {world.kind(night, source) for night in range(1000) for source in range(40)}
        self.assertLessEqual(kinds, ALLOWED.keys())
        self.assertLessEqual(FAULTS.keys(), ALLOWED.keys())
        nights = {}
        for night in range(1000):
            for source in range(40):
                nights.setdefault(world.kind(night, source), (night, source))
        now = [0]
        site = Nights(world, lambda: now[0])
        for night, source in nights.values():
            now[0] = night
            self.assertIsInstance(site(f"127.0.0.{source + 2}", "/law/", {}), Answer)

    def test_a_known_tag_gets_304(self):
        site = Nights(Pair(), lambda: 0)
        whole = site("127.0.0.3", "/law/", {})
        tag = whole.raw.split(b"ETag: ")[1].split(b"\r\n")[0].decode()
        self.assertEqual(site("127.0.0.3", "/law/", {"if-none-match": tag}).status, "304")
        self.assertEqual(site("127.0.0.3", "/law/", {"if-none-match": '"other"'}).status, "200")


if __name__ == "__main__":
    unittest.main()
