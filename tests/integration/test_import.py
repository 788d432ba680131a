"""Documents become sources: what is right in them, what is said, what is left alone."""
import io
import json
import os
import pathlib
import sys
import unittest
import zipfile

from concord import CLEAN, ERRORS, PROGRAM, REPOSITORY, USAGE, Case

sys.path.insert(0, str(REPOSITORY / "tests/intake"))
import score_import

FIVE = ["leeds", "north-herts", "pitstone", "york", "ware"]
DOCUMENTS = REPOSITORY / "tests/intake"

# Clauses right (F1 over the five), and what is left to mend by hand.
FLOORS = {"text": (0.98, 10), "html": (0.97, 14), "word": (0.98, 10), "pdf": (0.97, 14),
          "tagged": (0.98, 8)}


def heading_of(source):
    """The title as the text prints it."""
    line = next(line for line in source.read_text().splitlines() if line.startswith("# "))
    return line[2:].split(" {")[0]


class Figures(Case):
    def score(self, files):
        right = both = fixes = 0
        for name, file in zip(FIVE, files):
            result = self.run_concord("import", file, "-o", f"{name}.md")
            self.assertEqual(result.returncode, CLEAN, result.stderr)
            gold = REPOSITORY / f"protocols/{name}.md"
            figures, _ = score_import.score(str(gold), str(self.folder / f"{name}.md"), str(PROGRAM))
            right += figures["right"]
            both += figures["gold"] + figures["candidate"]
            fixes += figures["fixes"]
            self.assertNotIn("IMP014", result.stdout, "words are lost or added")
        return 2 * right / both, fixes

    def reach(self, kind, ending):
        f1, fixes = self.score([DOCUMENTS / f"{kind}/{name}.{ending}" for name in FIVE])
        self.assertGreaterEqual(f1, FLOORS[kind][0])
        self.assertLessEqual(fixes, FLOORS[kind][1])

    def test_text(self):
        self.reach("text", "txt")

    def test_html(self):
        self.reach("html", "html")

    def test_pdf(self):
        self.reach("pdf", "pdf")

    def test_word(self):
        self.reach("word", "docx")

    def test_tagged_pdf(self):
        self.reach("tagged", "pdf")


class Own(Case):
    """What Concord made of the five comes back clause for clause, without cover, contents, notes."""

    def comes_back(self, site, name, file):
        source = f"{name}-{file}.md"
        self.expect(CLEAN, "import", site / name / file, "-o", source)
        gold = REPOSITORY / f"protocols/{name}.md"
        figures, shown = score_import.score(str(gold), str(self.folder / source), str(PROGRAM))
        # "Leeds City Council's form" is no council's name, and stands as a heading then.
        self.assertLessEqual(figures["candidate"], figures["gold"] + 1, f"{source} {shown}")
        # A cover has the title as the front matter spells it, and the text may have it in capitals.
        self.assertGreaterEqual(figures["right"], figures["gold"] - 1, f"{source} {shown}")

    def test_pdf_and_page(self):
        site = pathlib.Path(os.environ["CONCORD_OUTPUT"])
        for name in FIVE:
            self.comes_back(site, name, "index.html")
            if (site / name / "protocol.pdf").exists():  # without Node there is none
                self.comes_back(site, name, "protocol.pdf")

    def test_word_file(self):
        sources = [REPOSITORY / f"protocols/{name}.md" for name in FIVE]
        self.expect(CLEAN, "build", *sources, "-o", "site", "--formats", "docx", "--no-comparison")
        for name in FIVE:
            self.comes_back(self.folder / "site", name, "protocol.docx")


    def test_word_file_has_the_title_as_the_text_prints_it(self):
        for name in FIVE:
            source = REPOSITORY / f"protocols/{name}.md"
            self.expect(CLEAN, "build", source, "-o", name, "--formats", "docx", "--no-comparison")
            word = next((self.folder / name).rglob("protocol.docx"))
            self.expect(CLEAN, "import", word, "-o", f"{name}.md")
            self.assertEqual(heading_of((self.folder / f"{name}.md")), heading_of(source))

    def test_redline_has_title_and_status(self):
        gold = (REPOSITORY / "protocols/york.md").read_text()
        self.write("old.md", gold.replace("Officers can expect", "Officers may expect"))
        self.write("new.md", gold)
        self.expect(CLEAN, "redline", "old.md", "new.md", "-o", "r.docx")
        result = self.expect(CLEAN, "import", "r.docx", "--changes", "accept", "-o", "back.md")
        self.assertEqual(heading_of(self.folder / "back.md"), heading_of(self.folder / "new.md"))
        self.assertIn("\nstatus: adopted\n", (self.folder / "back.md").read_text())
        self.assertNotIn("IMP011", result.stdout)


class Command(Case):
    TEXT = (
        "Barchester City Council\n\nMember Officer Protocol\n\n1. Introduction\n\n"
        "1.1 Members and officers work together.\n\nPage 2 of 9\n\n1.2 Officers advise members.\n"
    )

    def test_writes_a_source_named_by_the_council_that_compiles(self):
        self.write("in/some name.txt", self.TEXT)
        result = self.run_concord("import", "in/some name.txt", "-o", "out")
        self.assertEqual(result.returncode, CLEAN, result.stderr)
        self.assertTrue((self.folder / "out/barchester.md").is_file())
        self.assertIn("removed[IMP015]: page number: \"Page 2 of 9\"", result.stdout)
        self.assertEqual(self.run_concord("check", "out/barchester.md").returncode, CLEAN)

    def test_words_of_ones_own(self):
        """A list in the import.yaml beside the sources replaces the program's; the others stay."""
        self.write("in/a.txt", self.TEXT.replace("Page 2 of 9", "Sheet 2"))
        self.assertNotIn("Sheet 2", self.run_concord("import", "--dry-run", "in", "-o", "out").stdout)
        self.write("own/import.yaml", "page_numbers: [\"sheet #\"]\n")
        result = self.run_concord("import", "--dry-run", "in", "-o", "out", "--registers", "own")
        self.assertEqual(result.returncode, CLEAN, result.stderr)
        self.assertIn("removed[IMP015]: page number: \"Sheet 2\"", result.stdout)
        self.assertIn("in/a.txt", result.stdout)
        self.write("out/register/import.yaml", "page_numbers: [\"sheet #\", \"Sheet #\"]\n")
        result = self.run_concord("import", "in", "-o", "out")
        self.assertIn("removed[IMP015]: page number: \"Sheet 2\"", result.stdout)
        self.assertRegex(result.stderr, r"out/register/import\.yaml:1:27: error\[REG001\].*each word once")
        self.assertTrue((self.folder / "out/barchester.md").is_file())

    def test_dry_run_writes_nothing(self):
        self.write("a.txt", self.TEXT)
        self.assertEqual(self.run_concord("import", "--dry-run", "a.txt").returncode, CLEAN)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["a.txt"])

    def test_never_replaces_a_source(self):
        self.write("a.txt", self.TEXT)
        self.write("out/barchester.md", "mine")
        result = self.run_concord("import", "a.txt", "-o", "out")
        self.assertEqual(result.returncode, ERRORS)
        self.assertIn("there already", result.stderr)
        self.assertEqual((self.folder / "out/barchester.md").read_text(), "mine")

    def test_a_folder_becomes_a_corpus_with_one_report(self):
        self.write("in/a.txt", self.TEXT)
        self.write("in/deep/b.txt", self.TEXT)
        self.write("in/picture.txt", b"\x89PNG\r\n\x1a\n\0\0")
        result = self.run_concord("import", "in", "-o", "out", "--report", "report.json")
        self.assertEqual(result.returncode, ERRORS)
        self.assertIn("in/picture.txt: error[IMP001]", result.stderr)
        names = sorted(path.name for path in (self.folder / "out").iterdir())
        self.assertEqual(names, ["barchester-2.md", "barchester.md"])
        report = json.loads((self.folder / "report.json").read_text())
        self.assertEqual([file["file"] for file in report["files"]],
                         ["in/a.txt", "in/deep/b.txt", "in/picture.txt"])
        self.assertEqual(report["made_of"]["program"], "Concord")
        self.assertEqual(report["files"][0]["recognised"]["clauses"], 2)
        self.assertEqual(report["files"][0]["removed"][1]["words"], "Page 2 of 9")
        self.assertEqual(report["files"][2]["refused"]["code"], "IMP001")

    def test_a_document_of_nothing_but_headers_is_no_source(self):
        self.write("in/a.txt", self.TEXT)
        self.write("in/b.txt", "".join(f"Page {page} of 9\n\f" for page in range(1, 10)))
        result = self.run_concord("import", "in", "-o", "out")
        self.assertEqual(result.returncode, ERRORS)
        self.assertIn("in/b.txt: error[IMP005]", result.stderr)
        self.assertIn("2 documents: 1 source,", result.stdout)
        self.assertEqual([path.name for path in (self.folder / "out").iterdir()], ["barchester.md"])

    def test_documents_of_one_id_are_told_with_what_to_do(self):
        self.write("in/a.txt", self.TEXT)
        self.write("in/b.txt", self.TEXT)
        self.write("in/c.txt", self.TEXT.replace("Member Officer Protocol", "Protocol on Planning"))
        self.write("in/d.odt", b"PK\x03\x04")
        result = self.run_concord("import", "in", "-o", "out")
        overview = result.stdout[result.stdout.index("4 documents: 3 sources"):]
        self.assertIn("No source was made (1):\n  in/d.odt: ", overview)
        self.assertIn("The id was taken (2):\n  in/b.txt: same council and title as in/a.txt, so this source has the "
                      "id \"barchester-2\"", overview)
        self.assertIn('in/c.txt: same id as in/a.txt, so this source has the id "barchester-3"', overview)

    def test_a_report_says_what_was_not_written(self):
        self.write("a.txt", self.TEXT)
        self.write("out/barchester.md", "mine")
        self.run_concord("import", "a.txt", "-o", "out", "--report", "report.json")
        file = json.loads((self.folder / "report.json").read_text())["files"][0]
        self.assertEqual(file["refused"]["code"], "IMP029")
        self.assertNotIn("written", file)

    def test_each_place_of_a_report_has_its_code(self):
        self.write("a.txt", self.TEXT)
        self.run_concord("import", "a.txt", "-o", "out", "--report", "report.json")
        self.run_concord("import", "a.txt", "-o", "again", "--report", "report.html")
        file = json.loads((self.folder / "report.json").read_text())["files"][0]
        self.assertEqual({each["code"] for each in file["removed"]}, {"IMP015"})
        self.assertIn("IMP015: page number", (self.folder / "report.html").read_text())

    def test_id_and_council_are_taken_from_the_command(self):
        self.write("a.txt", "A Protocol\n\n1. Roles\n\n1.1 Members attend.\n")
        self.run_concord("import", "a.txt", "-o", "x.md", "--id", "mine", "--council", "Mine Council")
        text = (self.folder / "x.md").read_text()
        self.assertIn("id: mine\n", text)
        self.assertIn("council: Mine Council\n", text)

    def test_several_documents_need_a_folder(self):
        self.write("a.txt", self.TEXT)
        self.write("b.txt", self.TEXT)
        self.assertEqual(self.run_concord("import", "a.txt", "b.txt", "-o", "x.md").returncode, USAGE)
        self.assertEqual(self.run_concord("import", "nowhere").returncode, USAGE)

    def test_other_commands_say_what_a_document_is(self):
        for path, kind in (("word/ware.docx", "Word file"), ("pdf/ware.pdf", "PDF"), ("html/ware.html", "web page")):
            result = self.run_concord("check", DOCUMENTS / path)
            self.assertEqual(result.returncode, ERRORS)
            self.assertIn("error[IMP025]: this is a " + kind, result.stdout + result.stderr)
        self.assertEqual(self.run_concord("new", "mine.docx").returncode, USAGE)
        said = self.run_concord("redline", DOCUMENTS / "word/ware.docx", DOCUMENTS / "pdf/ware.pdf").stderr
        self.assertIn('ware.docx" cannot be read: this is a Word file', said)

    def test_other_commands_say_what_to_do_with_a_document_that_cannot_be_imported(self):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as file:
            file.writestr("content.xml", "<x/>")
        for name, content, kind in (("old.md", b"\xd0\xcf\x11\xe0\xa1\xb1", "a Word file from before 2007"),
                                    ("other.md", made.getvalue(), "an OpenDocument file"),
                                    ("rich.md", b"{\\rtf1 Members attend.}", "rich text")):
            self.write(name, content)
            result = self.run_concord("check", name)
            self.assertEqual(result.returncode, ERRORS)
            self.assertIn(f"error[IMP001]: this is {kind}", result.stdout)
            self.assertIn("save it as .docx", result.stdout)

    def test_refuses_what_it_cannot_read_and_writes_nothing(self):
        self.write("broken.pdf", b"%PDF-1.7\nnothing")
        self.write("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
        for path, code in (("broken.pdf", "IMP002"), ("old.doc", "IMP001")):
            result = self.run_concord("import", path, "-o", "out")
            self.assertEqual(result.returncode, ERRORS)
            self.assertIn(f"error[{code}]", result.stderr)
        self.assertFalse((self.folder / "out").exists())


if __name__ == "__main__":
    unittest.main()
