"""Layouts that tests/intake has none of: each becomes the source that a careful person would make of it."""
import shutil
import sys
import unittest

from concord import CLEAN, PROGRAM, REPOSITORY, Case

sys.path.insert(0, str(REPOSITORY / "tests/intake"))
import layouts
import published
import score_import

OFFICE = shutil.which("soffice") is not None
FLOOR = 0.97  # clauses right
# What is less right in terse words, with the share that is: a clause of a few words without a stop, in a text where
# nothing sets headings apart; "shall not -" whose dash pdftotext takes for a hyphen; a title over two lines.
LESS = {"text_unnumbered_wrapped": 0.85, "text_flow": 0.85, "text_raw": 0.95, "pdf_hyphenated": 0.95}
# Likewise of published.py: a heading of one word beside a clause that is one; a scan of few lines, which show little
# of how wide they are; a table whose head stands on the page before.
PUBLISHED_LESS_TERSE = {"word_lines_of_a_scan": 0.95, "pdf_table_of_roles": 0.95}


class Layouts(Case):
    def low(self, golds, less):
        """The layouts of which less than the floor, or than what is expected of them, is right."""
        low = []
        for file, source in golds.items():
            result = self.run_concord("import", file, "-o", f"out/{file.name}.md", "--changes", "accept")
            self.assertEqual(result.returncode, CLEAN, f"{file.name}: {result.stderr}")
            self.assertNotIn("IMP014", result.stdout, f"{file.name}: words are lost or added")
            wanted = self.write(f"wanted/{file.name}.md", source)
            figures, _ = score_import.score(str(wanted), str(self.folder / f"out/{file.name}.md"), str(PROGRAM))
            f1 = 2 * figures["right"] / (figures["gold"] + figures["candidate"])
            if f1 < less.get(file.stem, FLOOR):
                low.append(f"{file.name}: {f1:.3f}")
        return low

    def test_each_is_read(self):
        self.assertEqual(self.low(layouts.lay_out(self.folder, OFFICE), {}), [])

    def test_each_is_read_in_terse_words(self):
        layouts.lay_out_terse()
        self.assertEqual(self.low(layouts.lay_out(self.folder, OFFICE), LESS), [])

    def test_each_that_councils_publish_is_read(self):
        golds = published.lay_out(self.folder, published.PLANNING, OFFICE)
        self.assertEqual(self.low(golds, {}), [])

    def test_each_that_councils_publish_is_read_in_terse_words(self):
        golds = published.lay_out(self.folder, published.TERSE, OFFICE)
        self.assertEqual(self.low(golds, PUBLISHED_LESS_TERSE), [])


if __name__ == "__main__":
    unittest.main()
