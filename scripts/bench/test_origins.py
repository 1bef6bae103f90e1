"""Tests of what the bench origins makes itself: texts, files and the reading of a log."""
import io
import unittest
import zipfile

from origins_suite import texts
from origins_suite.archive import is_state


class Texts(unittest.TestCase):
    def test_a_page_holds_its_law_and_no_changed_one(self):
        law = texts.enacted(0)
        self.assertTrue(texts.holds(texts.page(law), law))
        self.assertFalse(texts.holds(texts.page(law), texts.changed(law, 1)))

    def test_a_page_that_only_links_holds_no_law(self):
        law = texts.enacted(1)
        self.assertFalse(texts.holds(texts.page(law, link="a.docx", whole=False), law))

    def test_a_draft_has_no_headnote(self):
        draft = texts.draft(texts.enacted(2))
        self.assertNotIn("headnote", [kind for kind, _ in texts.lines(draft)])
        self.assertTrue(draft.title.endswith("（草案）"))

    def test_an_ofd_names_each_page_it_holds(self):
        with zipfile.ZipFile(io.BytesIO(texts.ofd(texts.enacted(3)))) as packed:
            pages = [name for name in packed.namelist() if "/Page_" in name]
            declared = packed.read("Doc_0/Document.xml").decode()
            for name in pages:
                self.assertIn(name.removeprefix("Doc_0/"), declared)
            self.assertGreater(len(pages), 1)


class Log(unittest.TestCase):
    def test_a_state_is_told_from_the_map_and_the_gate(self):
        page = "http://www.npc.test/npc/flca/2015-07/06/content_1.htm"
        self.assertTrue(is_state(f'x "GET /plain/20150706040000id_/{page} HTTP/1.1" 200'))
        self.assertTrue(is_state(f'x "GET /framed/20150706040000mp_/{page} HTTP/1.1" 200'))
        self.assertFalse(is_state(f'x "GET /plain/{page} HTTP/1.1" 307'))
        self.assertFalse(is_state(f'x "GET /plain/timemap/link/{page} HTTP/1.1" 200'))


if __name__ == "__main__":
    unittest.main()
