#!/usr/bin/env python3
"""Each file says what it was made of; data files also whose they are and how to cite them."""
import io
import json
import sqlite3
import unittest
import zipfile

from concord import REPOSITORY, Case

TEXT = """\
---
id: {id}
council: {name} Council
title: Protocol
status: adopted
adopted: {{date: {date}, body: Council, minute: "14"}}
---

# Protocol

## 1. Conduct

1.1 Members must treat officers with respect at all times.

1.2 Officers {word} answer letters within five days.
"""
MADE = "Made with Concord"


def text(name, date="2023-05-15", word="must"):
    return TEXT.format(id=name.lower(), name=name, date=date, word=word)


def parts(bytes_):
    """All the XML of a Word file or workbook."""
    with zipfile.ZipFile(io.BytesIO(bytes_)) as pack:
        return "".join(pack.read(name).decode() for name in pack.namelist() if name.endswith(".xml"))


class Stamp(Case):
    def read(self, path):
        return (self.folder / path).read_bytes()

    def test_files_of_a_build(self):
        self.write("protocols/ash.md", text("Ash"))
        self.write("protocols/beech.md", text("Beech", word="should"))
        self.run_concord("build", "-o", "out", "--formats", "html,docx,xml,json", "--as-of", "2026-11-21")
        ash = f"{MADE} "
        for said in (parts(self.read("out/ash/protocol.docx")), self.read("out/ash/protocol.xml").decode()):
            self.assertIn(ash, said)
            self.assertIn("as at 21 November 2026: Ash", said)
            self.assertNotIn("Beech", said[said.index(ash):][:200])
        for said in (parts(self.read("out/compare/matrix.xlsx")), self.read("out/data/graph.graphml").decode()):
            for words in (MADE, "MIT licence", "The Concord developers."):
                self.assertIn(words, said)
        with sqlite3.connect(self.folder / "out/data/concord.sqlite") as database:
            about = dict(database.execute("SELECT name, value FROM about"))
        self.assertEqual(set(about), {"made", "licence", "citation"})
        self.assertIn("Ash", about["made"])
        self.assertIn("Beech", about["citation"])

    def test_the_file_of_how_to_cite_says_what_the_program_says(self):
        lines = (REPOSITORY / "CITATION.cff").read_text(encoding="utf-8").splitlines()
        cited = dict(line.strip(" -").split(": ", 1) for line in lines if ": " in line)
        self.assertEqual(self.run_concord("--version").stdout, f"{cited['title'].lower()} {cited['version']}\n")
        self.assertEqual(MADE, f"Made with {cited['title']}")
        self.write("protocols/ash.md", text("Ash"))
        self.run_concord("build", "-o", "out", "--formats", "json", "--no-comparison")
        data = json.loads(self.read("out/data/corpus.json"))
        self.assertTrue(data["cite"].startswith(
            f"{cited['name']}. {cited['title']} (version {cited['version']})."), data["cite"])
        self.assertIn(f"{cited['license']} licence", data["licence"])

    def test_a_redline_names_both_versions(self):
        self.write("old.md", text("Ash"))
        self.write("new.md", text("Ash", date="2025-06-01", word="should"))
        for name in ("redline.html", "redline.docx", "redline.json"):
            self.run_concord("redline", "old.md", "new.md", "-o", name)
        both = "adopted 15 May 2023); Ash Council (adopted 1 June 2025)"
        self.assertIn(both, self.read("redline.html").decode())
        self.assertIn(both, parts(self.read("redline.docx")))
        data = json.loads(self.read("redline.json"))
        self.assertEqual([each["version"] for each in data["made_of"]["texts"]],
                         ["adopted 15 May 2023", "adopted 1 June 2025"])
        self.assertIn("MIT licence", data["licence"])


if __name__ == "__main__":
    unittest.main()
