"""A protocol in Welsh: every word around the council's own is Welsh, in the page and in the PDF."""
import html.parser
import json
import re
import subprocess
import unittest

from concord import CLEAN, ERRORS, REPOSITORY, Case

PROTOCOL = """\
---
id: abermaw
council: Cyngor Tref Abermaw
title: Protocol ar Berthnasau Aelodau a Swyddogion
status: adopted
language: cy
adopted: {date: 2023-05-15, body: Cyngor, minute: "34/2023"}
review: {date: 2024-08, due: 2025-02-01, owner: Clerc y Dref}
contact: {email: clerc@abermaw.example}
versions:
  - {version: "1.0", date: 2023-05-15, authority: Cyngor, minute: "34/2023", note: testun cyntaf}
signoff:
  - {role: Clerc, name: Mair Puw, date: 2023-05-16}
source: {url: "https://abermaw.example/protocol", retrieved: 2023-06-01}
repairs:
  - {at: "1.1", from: swyddogian, to: swyddogion}
---

# Protocol ar Berthnasau Aelodau a Swyddogion

## 1. Cyflwyniad

1.1 Mae aelodau a swyddogion yn cydweithio.[^1]

1.3 Gweler [paragraff 1.1](#1.1). {sic="mae 1.2 ar goll"}

Paragraff heb rif.

[^1]: Aelod: cynghorydd etholedig.
"""

# The furniture's words in both languages.
WORDS = json.loads((REPOSITORY / "templates" / "words.json").read_text(encoding="utf-8"))
# Those of several words, which stand in no Welsh page by chance.
ENGLISH = sorted(words.strip() for words in WORDS["en"].values() if len(words.split()) > 1 and "{" not in words)

DRAFT = PROTOCOL.replace("status: adopted", "status: draft").replace(
    'adopted: {date: 2023-05-15, body: Cyngor, minute: "34/2023"}\n', "").replace(
    "Paragraff heb rif.", "1.4 Rhaid i swyddogion roi cyngor diduedd.")


class Spoken(html.parser.HTMLParser):
    """The words that a reader sees or hears, piece by piece."""

    def __init__(self, page):
        super().__init__()
        self.pieces = []
        self.feed(page)

    @classmethod
    def text(cls, page):
        return " ".join(filter(None, cls(page).pieces)).replace(" ;", ";")

    def handle_data(self, data):
        self.pieces.append(" ".join(data.split()))

    def handle_starttag(self, tag, attrs):
        self.pieces.extend(value for name, value in attrs if name == "aria-label")


class Welsh(Case):
    def build(self):
        self.write("protocols/abermaw.md", PROTOCOL)
        self.expect(CLEAN, "build", "--as-of", "2026-01-01")
        return self.folder / "output"

    def test_every_language_has_the_same_words(self):
        self.assertEqual(list(WORDS["cy"]), list(WORDS["en"]))

    def assert_no_english(self, page):
        text = page.read_text(encoding="utf-8")
        self.assertIn('<html lang="cy">', text)
        pieces = Spoken(text).pieces
        for piece in pieces:
            for words in ENGLISH:
                with self.subTest(page=page.name, words=words):
                    self.assertNotRegex(piece, rf"\b{re.escape(words)}\b")

    def test_versions_and_redline(self):
        self.write("protocols/abermaw.draft.md", DRAFT)
        output = self.build()
        for page in ("changes.html", "draft/index.html", "changes/draft.html"):
            self.assert_no_english(output / "abermaw" / page)
        redline = (output / "abermaw/changes/draft.html").read_text(encoding="utf-8")
        self.assertIn("O’r testun: mabwysiadwyd 15 Mai 2023, fersiwn 1.0; i’r testun: drafft, fersiwn 1.0", Spoken.text(redline))

    def test_a_citation_of_clauses_that_is_mutated(self):
        self.write("protocols/abermaw.md", PROTOCOL.replace("Paragraff heb rif.", "Dyma weddill o gymalau 1.1 a 1.3."))
        self.expect(CLEAN, "build", "--formats", "json")
        data = json.loads((self.folder / "output/abermaw/protocol.json").read_text(encoding="utf-8"))
        self.assertIn(("gymalau 1.1", "abermaw#1.1"),
                      [(reference["text"], reference["to"]) for reference in data["references"]])

    def test_pack_joins_lists_and_names_bodies_in_welsh(self):
        self.write("protocols/abermaw.md", PROTOCOL)
        self.write("protocols/abermaw.draft.md", DRAFT.replace(
            "1.1 Mae aelodau a swyddogion yn cydweithio.[^1]",
            "1.1 Rhaid i aelodau a swyddogion gydweithio.[^1]").replace("1.4 Rhaid i swyddogion roi cyngor diduedd.", ""))
        self.run_concord("adopt", "abermaw@draft", "--since", "abermaw@in-force", "-o", "pack", "--formats", "md")
        report = (self.folder / "pack/report.md").read_text(encoding="utf-8")
        self.assertIn("y newidiadau â’r rhifau 1 a 2", report)
        self.assertIn("I’r corff hwn: Cyngor.", report)
        self.assertNotIn("Council", report)
        self.assertNotIn("Monitoring Officer", report)

    def test_pack(self):
        self.write("protocols/abermaw.md", PROTOCOL)
        self.write("protocols/abermaw.draft.md", DRAFT)
        self.expect(ERRORS, "adopt", "abermaw@draft", "--since", "abermaw@in-force", "-o", "pack",
                    "--formats", "html,md,docx")
        for paper in ("report", "schedule", "destinations", "consequential", "redline", "proposed", "current"):
            self.assert_no_english(self.folder / "pack" / f"{paper}.html")
        report = (self.folder / "pack/report.md").read_text(encoding="utf-8")
        self.assertIn("\\[I’w ysgrifennu: y goblygiadau cyfreithiol, gan y swyddog monitro\\]", report)

    def test_page(self):
        page = (self.build() / "abermaw/index.html").read_text(encoding="utf-8")
        self.assertIn('<html lang="cy">', page)
        pieces = Spoken(page).pieces
        for words in ("Statws", "Mabwysiadwyd", "15 Mai 2023", "Adolygwyd ddiwethaf", "Awst 2024",
                      "Adolygiad nesaf", "1 Chwefror 2025", "yn hwyr", "Cyswllt", "Hanes fersiynau",
                      "Cynnwys", "Llofnodion", "Troednodiadau", "Am y testun hwn", "Cyfeirir ato gan",
                      "Dolen barhaol i adran 1", "Dolen barhaol i 1.3, paragraff 2",
                      "Yn ôl i 1.1", "troednodyn 1", "gyhoeddiad y cyngor ei hun",
                      "sic: am y geiriau hyn yn 1.3"):
            with self.subTest(words):
                self.assertIn(words, pieces)
        self.assert_no_english(self.folder / "output/abermaw/index.html")

    def test_library_of_welsh_texts_is_welsh(self):
        self.assert_no_english(self.build() / "index.html")

    def test_library_says_what_is_not_english(self):
        self.write("protocols/aber.md", "---\ncouncil: Aber\ntitle: Protocol\n---\n\n1. Officers advise.\n")
        library = (self.build() / "index.html").read_text(encoding="utf-8")
        self.assertIn('<html lang="en-GB">', library)
        self.assertIn('<time lang="cy" datetime="2023-05-15">15 Mai 2023</time>', library)

    def test_pdf(self):
        pdf = self.build() / "abermaw/protocol.pdf"
        if not pdf.exists():
            self.skipTest("no typesetter here")
        text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout
        text = " ".join(text.decode().split())
        for words in ("Statws Mabwysiadwyd", "Mabwysiadwyd 15 Mai 2023, Cyngor, cofnod 34/2023",
                      "Adolygwyd ddiwethaf Awst 2024", "Adolygiad nesaf 1 Chwefror 2025 (yn hwyr)",
                      "Fersiynau", "Cynnwys", "Tudalen 2 o 2", "1.1 [t. 2]", "Llofnodion",
                      "Am y testun hwn", "sydd bellach yn darllen", "fersiwn 1.0"):
            with self.subTest(words):
                self.assertIn(words, text)
        for words in ("Status", "Adopted", "Review", "Contents", "Page", "About", "[p. "):
            with self.subTest(words):
                self.assertNotIn(words, text)


if __name__ == "__main__":
    unittest.main()
