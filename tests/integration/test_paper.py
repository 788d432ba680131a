"""What councils have in their texts reaches paper: links in the heads of long tables, letters of other
scripts, tables wider than the page, long words. What cannot be typeset stops neither the other formats nor
the other texts."""
import os
import re
import shutil
import subprocess
import unittest

from concord import CLEAN, ERRORS, REPOSITORY, Case, protocol

PRIVATE = "\ue000"  # no typeface has it
TEMPLATES = REPOSITORY / "templates"
LONG_TABLE = "1.3 Posts:\n\n| Post | Duty (see paragraph 1.1 above) | Act[^1] |\n|---|---|---|\n" + "".join(
    f"| Post {i} | keeps the paths of ward {i} | Local Government Act 1972 |\n" for i in range(60)
) + "\n[^1]: By ballot.\n"


def wide(columns, long="Authorisation"):
    words = ["Decision", "Council", "Cabinet", "Committee", "Monitoring Officer", "Consultation"]
    cells = [(words * 3)[i] if i % 4 else long for i in range(columns)]
    row = "| " + " | ".join(cells) + " |\n"
    return row + "|---" * columns + "|\n" + row * 3


def output_of(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


class Broken(Case):
    """A typesetter that refuses two protocols and ends at the third document, the matrix."""

    ANSWER = '{"job":%s,"bytes":0,"messages":[{"text":"no letter","clause":""}],"places":[]}'

    def setUp(self):
        super().setUp()
        answers = "".join(f"echo '{self.ANSWER % job}'\n" for job in (0, 1))
        node = self.write("programs/node", f"#!/bin/sh\n{answers}exit 1\n")
        node.chmod(0o755)
        self.environment = os.environ | {"PATH": f"{node.parent}:{os.environ['PATH']}"}

    def test_the_matrix_takes_no_site_with_it(self):
        for name in ("one", "two"):
            self.write(f"protocols/{name}.md", protocol(name.title()))
        told = self.expect(ERRORS, "build", environment=self.environment).stderr
        self.assertIn("compare/matrix.pdf: the typesetter failed: ", told)
        self.assertIn("compare/matrix.pdf is left out", told)
        self.assertTrue((self.folder / "output/compare/index.html").exists())
        self.assertFalse((self.folder / "output/compare/matrix.pdf").exists())


class Typeset(Case):
    def setUp(self):
        super().setUp()
        if not (TEMPLATES / "pdf/node_modules/source-sans").exists():
            self.skipTest("no typesetter here")


class Paper(Typeset):
    def pdf(self, words, **options):
        self.write("protocols/one.md", protocol("One") + "\n" + words)
        result = self.expect(CLEAN, "build", **options)
        self.assertNotIn("concord:", result.stderr.replace("concord: only one protocol", ""))
        return self.folder / "output/one/protocol.pdf"

    def boxes(self, pdf):
        """Of each page its width and height, and the place of every word."""
        for page in re.findall(r"<page ([^>]*)>(.*?)</page>", output_of("pdftotext", "-bbox", pdf, "-"), re.S):
            size = dict(re.findall(r'(\w+)="([^"]*)"', page[0]))
            words = re.findall(r'<word xMin="([^"]*)" yMin="([^"]*)" xMax="([^"]*)" yMax="([^"]*)">(.*?)</word>', page[1])
            yield float(size["width"]), float(size["height"]), [(*map(float, box), text) for *box, text in words]

    def assert_within_columns(self, pdf):
        for width, height, words in self.boxes(pdf):
            for n, (left, top, right, bottom, text) in enumerate(words):
                self.assertTrue(60 < left and right < width - 60, f"{text} leaves the column")
                for x0, y0, x1, y1, other in words[n + 1:]:
                    across = min(right, x1) - max(left, x0)
                    down = min(bottom, y1) - max(top, y0)
                    self.assertFalse(across > 1 and down > (bottom - top) / 2, f"{text} is over {other}")

    def test_the_head_of_a_long_table_keeps_its_links_and_repeats_without(self):
        pdf = self.pdf(LONG_TABLE)
        text = output_of("pdftotext", "-layout", pdf, "-")
        self.assertEqual(text.count("Duty (see paragraph 1.1"), 2, "the head does not repeat")
        self.assertEqual(text.count("By ballot."), 1)
        tree = output_of("pdfinfo", "-struct-text", pdf)
        head = tree[tree.index("THead"):tree.index("TBody")]
        self.assertEqual(head.count("Link"), 3, "reference, mark, and the way back from the note")
        self.assertNotIn("THead", tree[tree.index("TBody"):])

    def test_wide_tables_stay_on_the_page(self):
        for columns in (7, 9, 12):
            with self.subTest(columns):
                pdf = self.pdf(f"1.3 Who decides:\n\n{wide(columns)}")
                self.assert_within_columns(pdf)

    def test_the_words_that_lead_into_a_turned_table_stand_above_it(self):
        pdf = self.pdf(f"1.3 Who decides:\n\n{wide(12)}\n1.4 Nobody else.\n")
        [turned] = [words for width, height, words in self.boxes(pdf) if width > height]
        self.assertIn("decides:", [text for *_, text in turned])
        self.assertNotIn("else.", [text for *_, text in turned])

    def test_a_wide_table_in_an_item_stays_on_the_page(self):
        table = "".join(f"    {line}\n" for line in wide(9, "Responsibilities").splitlines())
        self.assert_within_columns(self.pdf(f"1.3 Who decides:\n\n(a) as follows:\n\n{table}"))

    def test_long_words_and_names_stay_on_the_page(self):
        long = "averyverylongnameofafile" * 8 + ".docx"
        address = "https://example.gov.uk/" + "part-5/protocols/" * 12 + "index.html?version=2024&form=html"
        name = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch " * 3
        line = "Signed " + "_" * 120 + "."
        self.write("protocols/one.md", protocol(name.strip(), f"See {long} and {address}.")
                   + f"\n1.3 {line}\n\n| File | Where |\n|---|---|\n| Form | {long} |\n\n"
                   + "1.4 " + "\u00a0".join(["Nothing may be parted here"] * 9) + "\n")
        self.expect(CLEAN, "build")
        pdf = self.folder / "output/one/protocol.pdf"
        self.assert_within_columns(pdf)
        self.assertIn(long, re.sub(r"\s", "", output_of("pdftotext", pdf, "-")))

    def test_words_of_other_scripts(self):
        names = "Zoë Ŵynne, Łódź, Иван, Ελλάδα, محمد العربي and שלום"
        pdf = self.pdf(f"1.3 Councillors {names} ✓ ☒.\n")
        fonts = {line.split("+")[-1].split()[0] for line in output_of("pdffonts", pdf).split("\n")[2:] if line}
        self.assertLessEqual({"NotoNaskhArabic-Regular", "NotoSansHebrew-Regular"}, fonts)

    def test_other_fonts_of_the_machine_change_nothing(self):
        words = "1.3 Councillor محمد العربي agrees ✓.\n"
        here = self.pdf(words).read_bytes()
        shutil.rmtree(self.folder / "output")
        home = {"HOME": str(self.folder), "FONTCONFIG_FILE": "/dev/null", "XDG_DATA_HOME": str(self.folder)}
        self.assertEqual(self.pdf(words, environment=home).read_bytes(), here)

    def test_notes_stand_apart(self):
        pdf = self.pdf("1.3 Page 2[^3] and both[^4][^5].\n\n[^3]: Three.\n\n[^4]: Four.\n\n[^5]: Five.\n")
        self.assertIn("Page 2 3 and both4, 5.", " ".join(output_of("pdftotext", pdf, "-").split()))
        page = (self.folder / "output/one/index.html").read_text(encoding="utf-8")
        shown = re.sub(r"<[^>]*>", "", page)
        self.assertIn("Page 2\u202f3 and both4, 5.", shown)

    def test_the_page_of_a_reference_is_no_word_of_the_council(self):
        pdf = self.pdf("1.3 See paragraph 1.1, or not.\n")
        self.assertIn("See paragraph 1.1 [p. 2], or not.", " ".join(output_of("pdftotext", pdf, "-").split()))


class Refused(Typeset):
    """Two texts, of which one has a letter that no typeface has."""

    def setUp(self):
        super().setUp()
        self.write("protocols/one.md", protocol("One"))
        self.write("protocols/two.md", protocol("Two"))
        self.expect(CLEAN, "build")
        self.assertTrue((self.folder / "output/one/protocol.pdf").exists())
        self.write("protocols/one.md", protocol("One", f"Here is {PRIVATE}."))

    def test_all_else_is_built(self):
        result = self.expect(ERRORS, "build")
        self.assertRegex(result.stderr, r"protocols/one.md:11:49: error\[PDF001\]: no typeface has .*\(U\+E000\)")
        self.assertIn("one/protocol.pdf is left out", result.stderr)
        self.assertIn("compare/matrix.pdf is left out", result.stderr)
        output = self.folder / "output"
        self.assertIn(PRIVATE, (output / "one/index.html").read_text(encoding="utf-8"))
        self.assertIn(PRIVATE, (output / "one/protocol.xml").read_text(encoding="utf-8"))
        self.assertTrue((output / "two/protocol.pdf").exists())

    def test_an_earlier_pdf_does_not_pass_for_this_text(self):
        self.expect(ERRORS, "build")
        self.assertFalse((self.folder / "output/one/protocol.pdf").exists())
        self.assertNotIn("protocol.pdf", (self.folder / "output/one/index.html").read_text(encoding="utf-8"))
        self.assertIn("protocol.pdf", (self.folder / "output/two/index.html").read_text(encoding="utf-8"))

    def test_check_knows_before_build(self):
        result = self.expect(ERRORS, "check")
        self.assertIn("error[PDF001]", result.stdout)

    def test_without_pdfs_it_is_no_matter(self):
        self.expect(CLEAN, "build", "--formats=html,json")

    def test_a_missing_package_is_named(self):
        templates = self.folder / "templates"
        shutil.copytree(TEMPLATES, templates, ignore=shutil.ignore_patterns("node_modules"))
        (templates / "pdf/node_modules").symlink_to(TEMPLATES / "pdf/node_modules")
        faces = templates / "pdf/typefaces.json"
        faces.write_text(faces.read_text().replace("/usr/share/fonts", "/nowhere"))
        self.write("protocols/one.md", protocol("One", "Councillor 王小明 and Councillor 李.") + "\n1.3 王小明.\n")
        result = self.expect(ERRORS, "build", "--templates", templates)
        self.assertEqual(result.stderr.count("error[PDF001]"), 1, "one cause, one finding")
        self.assertIn('"王小明" (U+738B U+5C0F U+660E); install one with "apt install fonts-noto-cjk"', result.stderr)
        self.assertRegex(result.stderr, r'one.md:11:\d+: note: "李" \(U\+674E\)')

    def test_what_typst_refuses_is_told_at_its_place(self):
        deep = "".join("    " * level + f"- level {level}\n\n" for level in range(60))
        self.write("protocols/one.md", protocol("One") + "\n1.3 Deep:\n\n" + deep)
        result = self.expect(ERRORS, "build")
        line = int(re.search(r"one.md:(\d+):\d+: error\[PDF001\]: lists stand too deep", result.stderr)[1])
        self.assertGreater(line, 17, "the place is one in the list")
        self.assertTrue((self.folder / "output/two/protocol.pdf").exists())


if __name__ == "__main__":
    unittest.main()
