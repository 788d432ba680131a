#!/usr/bin/python3
"""Runs the recipes of README.md over a build, and checks what they compute against the data files.

usage: run.py OUTPUT_FOLDER
"""
import contextlib
import io
import json
import os
import pathlib
import re
import shutil
import sqlite3
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
BLOCK = re.compile(r"^```(python|sql)\n(.*?)^```", re.M | re.S)
READS = re.compile(r"\(\.\./\.\./output/(data/[^)]+)\)")


def run(folder):
    """The variables of the Python blocks, and the rows that each SQL block finds."""
    variables, found = {}, []
    database = sqlite3.connect(folder / "data/concord.sqlite")
    with inside(folder):
        for language, block in BLOCK.findall((HERE / "README.md").read_text(encoding="utf-8")):
            if language == "sql":
                found.append(database.execute(block).fetchall())
            else:
                with contextlib.redirect_stdout(io.StringIO()):
                    exec(compile(block, "README.md", "exec"), variables)
    return variables, found


@contextlib.contextmanager
def inside(folder):
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


class Recipes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # In a copy of the data: the recipes write a figure.
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.scratch.name)
        shutil.copytree(OUTPUT / "data", cls.folder / "data")
        cls.variables, cls.found = run(cls.folder)
        cls.corpus = json.loads((OUTPUT / "data/corpus.json").read_text(encoding="utf-8"))
        cls.comparison = json.loads((OUTPUT / "data/comparison.json").read_text(encoding="utf-8"))

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def test_each_clause_is_there(self):
        ids = [clause["id"] for protocol in self.corpus["protocols"] for clause in protocol["clauses"]]
        self.assertEqual(list(self.variables["clauses"]["clause"]), ids)

    def test_strength_is_the_same_in_pandas_and_sql(self):
        strength = self.variables["strength"]
        self.assertGreater(len(self.found[0]), 10)
        for council, force, uses in self.found[0]:
            self.assertEqual(strength.loc[council, force], uses)
        self.assertEqual(strength.to_numpy().sum(), sum(row[2] for row in self.found[0]))

    def test_families_are_those_of_the_comparison(self):
        expected = {}
        for row in self.comparison["rows"]:
            letters = {council: {entry["wording"] for entry in cell if entry["wording"]}
                       for council, cell in row["cells"].items()}
            councils = sorted(letters)
            for i, a in enumerate(councils):
                for b in councils[i + 1:]:
                    if letters[a] & letters[b]:
                        expected[a, b] = expected.get((a, b), 0) + 1
        self.assertEqual(self.variables["families"].to_dict(), expected)

    def test_links_are_those_of_the_comparison(self):
        links = self.variables["links"]
        self.assertEqual(list(zip(links["a"], links["b"], links["relation"])),
                         [(link["a"], link["b"], link["relation"]) for link in self.comparison["links"]])

    def test_central_clauses_are_those_most_referred_to(self):
        cited = {(reference["from"], reference["to"])
                 for protocol in self.corpus["protocols"] for reference in protocol["references"]
                 if reference["to"] is not None}
        for clause, count in self.variables["central"]:
            self.assertEqual(sum(1 for _, to in cited if to == clause), count)

    def test_search_finds_forms_of_a_word(self):
        self.assertTrue(self.found[1])
        for _, _, text in self.found[1]:
            self.assertRegex(text.lower(), "dissatisf")

    def test_what_may_change_is_what_the_comparison_calls_provisional(self):
        self.assertEqual([row for row, _ in self.found[2]],
                         sorted(row["id"] for row in self.comparison["rows"] if row["provisional"]))

    def test_each_recipe_names_the_tables_that_it_reads(self):
        tables = {path.stem for path in (self.folder / "data/tables").iterdir()}
        sections = (HERE / "README.md").read_text(encoding="utf-8").split("\n## ")[1:]
        for section in sections:
            code = "\n".join(block for _, block in BLOCK.findall(section))
            linked = [pathlib.Path(path) for path in READS.findall(section)]
            for path in linked:
                self.assertTrue((self.folder / path).is_file(), path)
            self.assertEqual({path.stem for path in linked if path.suffix == ".csv"},
                             tables & set(re.findall(r"\w+", code)), section.splitlines()[0])

    def test_sql_can_be_pasted_into_the_shell(self):
        for language, block in BLOCK.findall((HERE / "README.md").read_text(encoding="utf-8")):
            self.assertTrue(language == "python" or block.endswith(";\n"), block)

    def test_the_figure_is_drawn(self):
        self.assertIn("<svg", (self.folder / "share.svg").read_text(encoding="utf-8"))


if __name__ == "__main__":
    OUTPUT = pathlib.Path(sys.argv.pop(1)).resolve()
    unittest.main(argv=sys.argv[:1])
