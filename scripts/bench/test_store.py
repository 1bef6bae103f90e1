"""The versions that scripts/bench/store writes."""

import tempfile
import unittest
from itertools import islice
from pathlib import Path

import versions


class Versions(unittest.TestCase):
    def test_articles_are_numbered_as_laws_number_them(self):
        words = {1: "一", 10: "十", 11: "十一", 20: "二十", 101: "一百零一", 110: "一百一十", 1010: "一千零一十", 1200: "一千二百"}
        self.assertEqual({number: versions.chinese(number) for number in words}, words)

    def test_a_folder_is_sharded_as_the_store_shards_it(self):
        law = versions.Version("cybersecurity-law", "2016-11-07.adopted", 1, b"x")
        # printf cybersecurity-law | sha256sum
        self.assertEqual(law.folder, "cn/c2/cybersecurity-law/2016-11-07.adopted")

    def test_the_same_seed_makes_the_same_laws_and_fewer_are_their_beginning(self):
        few = list(versions.made(3, 4, 7))
        self.assertEqual(few, list(islice(versions.made(5, 4, 7), 12)))
        self.assertNotEqual(few, list(versions.made(3, 4, 8)))
        self.assertEqual(len({version.text for version in few}), 12)
        self.assertEqual(len({version.folder for version in few}), 12)

    def test_both_files_hold_every_version(self):
        with tempfile.TemporaryDirectory() as folder:
            ours, theirs = Path(folder, "ours"), Path(folder, "theirs")
            made = list(versions.made(2, 3, 1))
            count, size = versions.write(made, ours, theirs)
            self.assertEqual((count, size), (6, sum(len(version.text) for version in made)))
            stream = theirs.read_bytes()
            self.assertEqual(stream.count(b"\ncommit refs/heads/versions\n") + stream.startswith(b"commit"), 6)
            for version in made:
                self.assertIn(version.text, ours.read_bytes())
                self.assertIn(version.text, stream)


if __name__ == "__main__":
    unittest.main()
