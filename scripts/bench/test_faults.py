"""Tests of the fault suite: `python3 -m unittest discover -s scripts/bench`. A stub stands for Lexwatch."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import unittest
import zipfile
from io import BytesIO
from pathlib import Path

from faults_suite import catalogue, documents, fault, judge, names, pages, program, register, sites, suite, watch, watchers
from faults_suite.law import foreign, law, numeral

HERE = Path(__file__).resolve().parent


def site(name: str) -> sites.Site:
    """The site of a fault."""
    return sites.sites(catalogue.numbered([name]))[0]


class TheLaw(unittest.TestCase):
    """What is served when all is well."""

    def test_has_forty_articles_and_more_with_chapters_and_items(self) -> None:
        kinds = [kind for kind, _ in law(0).lines()]
        self.assertEqual((kinds.count("article"), kinds.count("chapter"), kinds.count("item")), (46, 7, 11))

    def test_no_two_addresses_share_a_title(self) -> None:
        titles = {entry.first.title for entry in sites.sites(catalogue.numbered())}
        self.assertEqual(len(titles), len(catalogue.ALL))

    def test_numbers_are_written_as_statutes_write_them(self) -> None:
        self.assertEqual([numeral(n) for n in (1, 10, 11, 20, 46)], ["一", "十", "十一", "二十", "四十六"])

    def test_an_inserted_article_renumbers_those_behind(self) -> None:
        lines = [text for kind, text in law(0).with_article(24, "新条文。").lines() if kind == "article"]
        self.assertTrue(lines[24].startswith("第二十五条　新条文。"))
        self.assertEqual(len(lines), 47)

    def test_another_law_shares_no_article_with_it(self) -> None:
        mine, others = ({line for article in entry.articles for line in article.lines} for entry in (law(3), foreign(law(3))))
        self.assertNotEqual(law(3).title, foreign(law(3)).title)
        self.assertLess(len(mine & others), len(mine))


class TheCatalogue(unittest.TestCase):
    """The faults as a set."""

    def test_holds_at_least_64_faults_with_names_of_their_own(self) -> None:
        faults = [entry.name for entry in catalogue.ALL if not entry.is_control]
        self.assertGreaterEqual(len(faults), 64)
        self.assertEqual(len({entry.name for entry in catalogue.ALL}), len(catalogue.ALL))

    def test_every_outcome_is_one_of_the_five(self) -> None:
        for entry in catalogue.ALL:
            self.assertLessEqual(set(entry.expected), set(fault.OUTCOMES), entry.name)
            self.assertEqual("changed" in entry.expected, entry.is_control or entry.may_record > 0, entry.name)

    def test_a_control_makes_its_words_and_unmakes_others(self) -> None:
        for place in sites.sites(catalogue.numbered()):
            if place.fault.is_control:
                before, since = ("".join(text for _, text in entry.lines()) for entry in (place.before, place.since))
                self.assertNotEqual(before, since, place.name)
                self.assertIn(place.fault.words, since, place.name)
                self.assertTrue(place.fault.not_words in before or not place.fault.not_words, place.name)
                self.assertTrue(place.fault.not_words not in since or not place.fault.not_words, place.name)

    def test_an_unknown_name_is_told(self) -> None:
        with self.assertRaisesRegex(LookupError, "no-such"):
            catalogue.numbered(["no-such"])

    def test_a_star_takes_all_that_begin_so(self) -> None:
        self.assertTrue(all(entry.name.startswith("tls-") for _, entry in catalogue.numbered(["tls-*"])))


class Documents(unittest.TestCase):
    """Word and PDF files."""

    def test_a_word_document_holds_every_line(self) -> None:
        with zipfile.ZipFile(BytesIO(documents.docx(law(0)))) as packed:
            told = packed.read("word/document.xml").decode()
        self.assertTrue(all(text in told for _, text in law(0).lines()))

    @unittest.skipUnless(shutil.which("pdftotext") and Path("/usr/share/poppler/cMap/Adobe-GB1").is_dir(), "needs poppler")
    def test_a_pdf_holds_every_line_unless_it_is_scanned_or_locked(self) -> None:
        def read(data: bytes) -> tuple:
            done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=False)
            return done.returncode, judge.plain(done.stdout.decode())
        code, told = read(documents.pdf(law(0)))
        self.assertEqual(code, 0)
        self.assertTrue(judge.holds(told, law(0)))
        self.assertEqual(read(documents.pdf(law(0), scanned=True)), (0, "\f".strip()))
        self.assertNotEqual(read(documents.pdf(law(0), password="secret"))[0], 0)

    def test_rc4_gives_the_known_answer(self) -> None:
        self.assertEqual(documents.rc4(b"Key", b"Plaintext").hex(), "bbf316e8d940af0ad3")


class Names(unittest.TestCase):
    """Answers of the server of names."""

    def test_a_question_is_read_and_answered(self) -> None:
        query = b"\x12\x34\x01\x00\x00\x01\0\0\0\0\0\0\x03Law\x04test\0\0\x01\0\x01"
        self.assertEqual(names.question(query), ("law.test", 1, len(query)))
        answer = names.reply(query, len(query), names.NO_ERROR, ["127.1.0.1"])
        self.assertEqual(answer[-4:], socket.inet_aton("127.1.0.1"))
        self.assertEqual(answer[:2], query[:2])


def night(place: sites.Site, outcome: str, versions: list, **more: object) -> watch.Night:
    """A night as a run may leave it."""
    line = {"source": register.source(place), "outcome": outcome, "detail": "", "seconds": 0.1, **more}
    ended = program.Ended(0, 1, 20, "", "", False)
    return watch.Night(ended, {"queued": []}, {line["source"]: line}, {register.instrument(place): versions})


class Judging(unittest.TestCase):
    """What counts as survived."""

    def problems(self, name: str, *nights: tuple, texts: object = None) -> list:
        place = site(name)
        return judge.judge(place, [night(place, *given) for given in nights], 8, texts).problems

    def test_a_refused_page_is_survived(self) -> None:
        self.assertEqual(self.problems("not-found", ("changed", ["a"]), ("failed", ["a"]), ("unchanged", ["a"])), [])

    def test_a_false_version_is_not(self) -> None:
        self.assertIn("false version b", self.problems("soft-404", ("changed", ["a"]), ("changed", ["a", "b"]), ("unchanged", ["a", "b"])))

    def test_a_false_version_of_a_later_night_is_found(self) -> None:
        nights = [("changed", ["a"]), ("quarantined", ["a"]), ("unchanged", ["a"]), ("changed", ["a", "b"])]
        self.assertIn("false version b", self.problems("soft-404", *nights))

    def test_a_lost_version_is_found(self) -> None:
        self.assertIn("a version is gone", self.problems("soft-404", ("changed", ["a"]), ("failed", []), ("unchanged", ["a"])))

    def test_a_missed_change_is_told(self) -> None:
        self.assertIn("the change was missed", self.problems("amended", ("changed", ["a"]), ("unchanged", ["a"]), ("unchanged", ["a"])))

    def test_a_change_must_say_the_new_words(self) -> None:
        nights = [("changed", ["a"]), ("changed", ["a", "b"]), ("unchanged", ["a", "b"])]
        self.assertEqual(self.problems("amended", *nights, texts=lambda *_: "十五日内"), [])
        self.assertEqual(len(self.problems("amended", *nights, texts=lambda *_: "三十日内向所在地")), 2)

    def test_a_deadline_is_kept_within_a_second(self) -> None:
        place = site("silent-server")
        nights = [night(place, "changed", ["a"]), night(place, "failed", ["a"], seconds=9.5), night(place, "unchanged", ["a"])]
        self.assertEqual(len(judge.judge(place, nights, 8).problems), 1)

    def test_a_source_that_stays_bad_is_told(self) -> None:
        self.assertEqual(len(self.problems("soft-404", ("changed", ["a"]), ("failed", ["a"]), ("quarantined", ["a"]))), 1)

    def test_another_outcome_is_a_surprise_and_no_failure(self) -> None:
        place = site("soft-404")
        verdict = judge.judge(place, [night(place, *n) for n in (("changed", ["a"]), ("unchanged", ["a"]), ("unchanged", ["a"]))], 8)
        self.assertTrue(verdict.survived)
        self.assertFalse(verdict.right)

    def test_a_run_must_account_for_all_and_exit_as_documented(self) -> None:
        report = {"expected": 1, "failed": 1}
        told = watch.Night(program.Ended(0, 1, 20, "", "", False), report, {"x": {"source": "x", "outcome": "failed"}}, {})
        self.assertEqual(list(watch.wrong(told, 2, 60)), ["2 sources, 1 expected, 1 accounted for", "exit 0 where 1 is documented"])

    def test_a_text_that_lost_an_article_does_not_hold_the_law(self) -> None:
        told = "".join(text for _, text in law(0).lines())
        self.assertTrue(judge.holds(told, law(0)))
        self.assertFalse(judge.holds("".join(text for _, text in law(0).without(21).lines()), law(0)))

    def test_faults_are_dealt_to_nights_of_a_size(self) -> None:
        every = sites.sites(catalogue.numbered())
        groups = suite.batches(every, 9)
        self.assertLessEqual(max(map(len, groups)), 9)
        self.assertEqual(sorted(place.index for group in groups for place in group), list(range(len(every))))
        self.assertEqual(suite.phases([["a"], ["b"]] and [[every[0]], [every[1]]], 2), {every[0].name: ("after", 2), every[1].name: ("fault", 1)})


class Peers(unittest.TestCase):
    """How the tools beside ours are judged."""

    def test_urlwatch_says_what_changed(self) -> None:
        out = "01. CHANGED: other-law\n02. UNCHANGED: chrome\n03. NEW: gone\n04. ERROR: silent-server\n"
        self.assertEqual(watchers.states(out, "CHANGED"), {"other-law"})
        self.assertEqual(watchers.states(out, "NEW"), {"gone"})

    def test_a_page_that_was_never_taken_in_proves_nothing(self) -> None:
        self.assertEqual(watchers.judged(site("other-law"), False, 0, 0, False), "not taken in")

    def test_a_change_back_is_a_false_change_too(self) -> None:
        self.assertEqual(watchers.judged(site("other-law"), True, 0, 1, False), "false change")
        self.assertEqual(watchers.judged(site("flip-flop"), True, 1, 0, False), "survived")
        self.assertEqual(watchers.judged(site("amended"), True, 0, 0, False), "missed")

    def test_a_mail_about_nothing_is_told(self) -> None:
        self.assertEqual(len(list(suite.misled(site("other-law"), {"cn/fault-other-law"}))), 1)
        self.assertEqual(list(suite.misled(site("amended"), {"cn/fault-amended"})), [])


class Running(unittest.TestCase):
    """The whole suite against a stub."""

    FAULTS = "other-law,soft-404,cut-short-of-length,silent-server,not-found,redirect-loopback,tls-self-signed,amended,sentence-deleted"

    def suite(self, kind: str, *more: str) -> subprocess.CompletedProcess:
        with tempfile.TemporaryDirectory() as folder:
            stub = Path(folder, "stub")
            stub.write_text(f"#!/bin/sh\nSTUB={kind} exec {sys.executable} {HERE / 'stub_watcher.py'} \"$@\"\n")
            stub.chmod(0o755)
            return subprocess.run([sys.executable, HERE / "faults", "--deadline", "2", "--only", self.FAULTS, *more, stub],
                                  capture_output=True, text=True, check=False, env=dict(os.environ), timeout=300)

    def test_a_careful_watcher_survives_all(self) -> None:
        done = self.suite("", "--how", "nights,alone")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("| all sites, a few faults a night | 7/7 | 7/7 | 2/2 |", done.stdout)
        self.assertIn("| each fault alone | 7/7 | 7/7 | 2/2 |", done.stdout)

    def test_a_gullible_watcher_is_caught(self) -> None:
        done = self.suite("gullible", "--how", "nights")
        self.assertEqual(done.returncode, 1)
        self.assertIn("false version", done.stdout)

    def test_a_deaf_watcher_misses_the_changes(self) -> None:
        done = self.suite("deaf", "--how", "nights")
        self.assertIn("| 0/2 |", done.stdout)
        self.assertIn("the change was missed", done.stdout)

    def test_a_watcher_that_leaves_a_source_out_is_caught(self) -> None:
        done = self.suite("forgetful", "--how", "nights")
        self.assertIn("is missing from the report", done.stdout)
        self.assertEqual(done.returncode, 1)


if __name__ == "__main__":
    unittest.main()
