"""Tests/AlertsTests/Weigh/SentenceFeaturesTests.swift holds the scanner to the same cases."""

import unittest

from features import chinese, english, stem


class FeaturesTest(unittest.TestCase):
    """What of a clause is weighed."""

    def test_chinese(self) -> None:
        """Each ideograph and each pair, not across a mark or a digit."""
        expected = ["留", "存", "日", "志", "个", "月", "留存", "存日", "日志", "个月"]
        self.assertEqual(chinese("留存日志，6个月"), set(expected))
        self.assertEqual(chinese("GB/T 1。"), set())

    def test_english(self) -> None:
        """Stems, pairs of all words and of the rarer ones, pieces of the rarer ones."""
        words = ["no", "key", "shall", "be", "stor", "no key", "key shall", "shall be", "be stor", "key stor"]
        pieces = ["~^key", "~key$", "~^sto", "~stor", "~tore", "~ored", "~red$"]
        self.assertEqual(english("No key shall be stored."), set(words + pieces))

    def test_stems(self) -> None:
        """An ending is cut where four signs are left."""
        cases = {"disclosing": "disclos", "keys": "keys", "codes": "code", "certified": "certif", "parties": "part"}
        for word, expected in cases.items():
            self.assertEqual(stem(word), expected)
        self.assertEqual(stem("secretly"), "secret")


if __name__ == "__main__":
    unittest.main()
