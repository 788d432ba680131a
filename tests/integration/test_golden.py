"""What small protocols become in every format, as somebody has read it.

tests/golden/protocols has two, for the files of a protocol; tests/golden/compared three that agree and
differ in the ways that a comparison tells apart, for its pages. `make update-golden`
(CONCORD_UPDATE_GOLDEN) writes what is made now instead; the difference is to be read. Of a PDF the
golden is the text, as pdftotext shows it and as the structure tree has it spoken.
"""
import os
import re
import shutil
import subprocess
import unittest

from concord import CLEAN, REPOSITORY, Case

GOLDEN = REPOSITORY / "tests" / "golden"
WITHOUT_TYPESETTER = ("build", "--formats", "html,xml,json,md")
FILES = ["alder/index.html", "alder/protocol.json", "alder/protocol.md", "alder/protocol.xml",
         "data/graph.dot", "data/graph.graphml", "data/comparison.json", "compare/matrix.csv"]
PAGES = ["compare/index.html", "compare/on-gifts.html", "compare/ash--beech.html", "compare/gaps.html",
         "compare/differences.html", "compare/pictures.html"]

# The score is the model's, which is trained anew from time to time.
SCORE = re.compile(rb'"score":[0-9.]+')


def output_of(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout


def spoken(pdf):
    """The structure tree: elements and words, without what only lays them out."""
    tree = output_of("pdfinfo", "-struct-text", pdf)
    return b"".join(line for line in tree.splitlines(keepends=True)
                    if not line.lstrip().startswith((b"/", b"Object ")))


class Golden(Case):
    def build(self, protocols, *command):
        shutil.copytree(GOLDEN / protocols, self.folder / "protocols")
        self.expect(CLEAN, *command)
        return self.folder / "output"

    def compare(self, name, made):
        golden = GOLDEN / "output" / name
        if os.environ.get("CONCORD_UPDATE_GOLDEN"):
            golden.parent.mkdir(parents=True, exist_ok=True)
            golden.write_bytes(made)
        with self.subTest(name):
            self.assertEqual(made.decode().splitlines(), golden.read_text(encoding="utf-8").splitlines())

    def test_every_format_but_pdf(self):
        output = self.build("protocols", *WITHOUT_TYPESETTER)
        for name in FILES:
            self.compare(name, SCORE.sub(b'"score":0', (output / name).read_bytes()))

    def test_the_pages_of_a_comparison(self):
        output = self.build("compared", *WITHOUT_TYPESETTER)
        for name in PAGES:
            self.compare(name, (output / name).read_bytes())

    def test_pdf(self):
        output = self.build("protocols", "build")
        pdf = output / "alder" / "protocol.pdf"
        if not pdf.exists():
            self.skipTest("no typesetter here: the text of the PDF is not compared")
        self.assertIn('<a href="protocol.pdf">', (output / "alder" / "index.html").read_text(encoding="utf-8"))
        self.assertIn('<a href="matrix.pdf">', (output / "compare" / "index.html").read_text(encoding="utf-8"))
        self.compare("alder/protocol.pdf.txt", output_of("pdftotext", "-layout", pdf, "-"))
        self.compare("alder/protocol.pdf.spoken.txt", spoken(pdf))


if __name__ == "__main__":
    unittest.main()
