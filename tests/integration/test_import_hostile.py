"""Documents that mean harm, or have come to some: each gets a clear line, and none takes long or much memory."""
import pathlib
import re
import shutil
import subprocess
import unittest
import zipfile

from concord import CLEAN, ERRORS, PROGRAM, REPOSITORY, Case

DOCUMENTS = REPOSITORY / "tests/intake"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MOST_MEMORY = 2_000_000  # KiB of data, of concord and of what it starts
LONGEST = 60  # seconds for any of them
ENTITY = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def pdf(pages, objects=()):
    """A PDF whose pages have these contents; the objects stand behind them."""
    count = len(pages)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(count))
    parts = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids),
             b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    for i, content in enumerate(pages):
        parts.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
                     b"/Contents %d 0 R>>" % (5 + 2 * i))
        parts.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
    parts += objects
    made, places = bytearray(b"%PDF-1.4\n"), []
    for number, part in enumerate(parts, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(made + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, start))


def line(words, x=72, y=700):
    return b"BT /F 11 Tf %d %d Td (%s) Tj ET\n" % (x, y, words.encode())


class Hostile(Case):
    def setUp(self):
        super().setUp()
        self.program = self.write("bounded", f'#!/bin/sh\nulimit -d {MOST_MEMORY}\nexec "{PROGRAM}" "$@"\n')
        self.program.chmod(0o700)

    def imported(self, name, content, status=CLEAN):
        if content is not None:
            self.write(name, content)
        result = self.run_concord("import", name, "-o", "out.md", program=self.program, timeout=LONGEST)
        said = result.stdout + result.stderr
        self.assertEqual(result.returncode, status, said)
        self.assertEqual((self.folder / "out.md").exists(), status == CLEAN, said)
        return said

    def refused(self, name, content, code, words):
        said = self.imported(name, content, ERRORS)
        self.assertRegex(said, rf"{re.escape(name)}: error\[{code}\]: .*{words}")
        self.assertEqual(len(said.strip().splitlines()), 1, said)

    def word(self, name, **members):
        """A Word file with more members, or others: word_vbaProject_bin is word/vbaProject.bin."""
        with zipfile.ZipFile(DOCUMENTS / "word/ware.docx") as old, \
                zipfile.ZipFile(self.folder / name, "w", zipfile.ZIP_DEFLATED) as new:
            for each in old.namelist():
                if each not in members:
                    new.writestr(each, old.read(each))
            for each, content in members.items():
                new.writestr(each, content)


class Word(Hostile):
    def test_encrypted(self):
        stream = "EncryptedPackage".encode("utf-16-le")
        self.refused("secret.docx", OLE + bytes(600) + stream + bytes(600), "IMP003", "encrypted")

    def test_of_before_2007(self):
        self.refused("old.doc", OLE + bytes(600) + "WordDocument".encode("utf-16-le"), "IMP001", "before 2007")

    def test_other_archives(self):
        for member, words in (("content.xml", "OpenDocument"), ("xl/workbook.xml", "workbook"),
                              ("ppt/presentation.xml", "slides"), ("a.txt", "not a Word file")):
            with zipfile.ZipFile(self.folder / "other.docx", "w") as file:
                file.writestr(member, "<x/>")
            self.refused("other.docx", None, "IMP001", words)

    def test_macros_are_left_out_and_said(self):
        self.word("macros.docm", **{"word/vbaProject.bin": OLE + b"Sub AutoOpen()"})
        said = self.imported("macros.docm", None)
        self.assertIn("warning[IMP008]", said)
        self.assertNotIn("AutoOpen", (self.folder / "out.md").read_text())

    def test_what_unpacks_to_very_much(self):
        self.word("bomb.docx", **{"word/document.xml": b"<w:document>" + b" " * 600_000_000})
        self.refused("bomb.docx", None, "IMP004", "unpacks to more")

    def test_entities(self):
        with zipfile.ZipFile(DOCUMENTS / "word/ware.docx") as file:
            text = file.read("word/document.xml")
        declaration, rest = text.split(b"?>", 1) if text.startswith(b"<?xml") else (b'<?xml version="1.0"', text)
        self.word("entity.docx", **{"word/document.xml": declaration + b"?>" + ENTITY + rest})
        self.refused("entity.docx", None, "IMP002", "document type")

    def test_names_that_lead_out_of_the_folder(self):
        self.word("paths.docx", **{"../../escaped.txt": "out", "/tmp/concord-escaped.txt": "out"})
        self.imported("paths.docx", None)
        self.assertFalse((self.folder.parent.parent / "escaped.txt").exists())
        self.assertFalse(pathlib.Path("/tmp/concord-escaped.txt").exists())


class Pdf(Hostile):
    ware = (DOCUMENTS / "pdf/ware.pdf").read_bytes()

    def qpdf(self, *options):
        made = self.folder / "made.pdf"
        subprocess.run(["qpdf", *options, DOCUMENTS / "pdf/ware.pdf", made], check=True)
        return made.read_bytes()

    @unittest.skipUnless(shutil.which("qpdf"), "needs qpdf")
    def test_encrypted(self):
        content = self.qpdf("--encrypt", "user", "owner", "256", "--")
        self.refused("secret.pdf", content, "IMP003", "password")

    @unittest.skipUnless(shutil.which("qpdf"), "needs qpdf")
    def test_whose_words_may_be_read_without_a_password(self):
        self.imported("open.pdf", self.qpdf("--encrypt", "", "owner", "256", "--modify=none", "--"))

    @unittest.skipUnless(shutil.which("qpdf"), "needs qpdf")
    def test_fonts_that_do_not_say_their_letters(self):
        content = self.qpdf("--qdf", "--object-streams=disable").replace(b"/ToUnicode", b"/XoUnicode")
        self.refused("glyphs.pdf", content, "IMP005", "fonts")

    def test_scan(self):
        self.refused("scan.pdf", pdf([b"0.9 g 50 50 400 700 re f"] * 3), "IMP005", "scan")

    def test_broken_table_of_objects(self):
        content = re.sub(rb"startxref\s+\d+", b"startxref\n99999999", self.ware)
        self.imported("broken.pdf", content)
        self.assertIn("practices to be employed", (self.folder / "out.md").read_text())

    def test_cut_short(self):
        self.refused("cut.pdf", self.ware[:len(self.ware) // 2], "IMP002", "damaged")

    def test_printed_markup(self):
        words = "".join(line(f"<p>Members advise.</p> <div>{i}</div>", y=800 - 12 * i) .decode() for i in range(40))
        self.refused("markup.pdf", pdf([words.encode()]), "IMP006", "markup")

    def test_ten_thousand_pages(self):
        pages = [line(f"{i}.1 Members and officers work together here.") for i in range(1, 10_001)]
        said = self.imported("long.pdf", pdf(pages))
        self.assertIn("page 1500: warning[IMP024]: only the first 1500 pages were read", said)

    def test_words_over_words(self):
        content = line("1.1 Members advise officers.") + line("DRAFT", x=74)
        self.assertIn("page 1: warning[IMP026]", self.imported("over.pdf", pdf([content + line("Words below.", y=600)])))


if __name__ == "__main__":
    unittest.main()
