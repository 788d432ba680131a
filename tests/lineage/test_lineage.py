"""What `concord redline` says of revisions that were made by hand: thirteen kinds of change, each by itself
(pairs/, with what is expected in pairs/fates.txt), and one revision of the York protocol (york.py).

CONCORD names the program.
"""
import itertools
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import york

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = os.environ.get("CONCORD", HERE.parents[1] / "build/release/concord")


def redline(before, after):
    run = subprocess.run(
        [PROGRAM, "redline", before, after, "--format", "json"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if not run.stdout:
        raise AssertionError(run.stderr)
    return json.loads(run.stdout)


def keys(clauses):
    return " ".join(clause.split("#", 1)[1] for clause in clauses)


def fates(data):
    """The changes but those that are none, as fates.txt has them."""
    return [
        f"{keys(change['before'])} -> {keys(change['after'])}: {change['fate']} ({change['class']})".strip()
        for change in data["changes"]
        if change["class"] != "none"
    ]


def expected():
    lines = (HERE / "pairs/fates.txt").read_text(encoding="utf-8").split("\n")
    blocks = "\n".join(line for line in lines if not line.startswith("#")).strip().split("\n\n")
    return {block.split("\n")[0]: block.split("\n")[1:] for block in blocks}


def text_of(data, version):
    """The words of one version, clause by clause: the redline rejected ("before") or applied ("after")."""
    other = {"before": "inserted", "after": "deleted"}[version]
    words = {}
    for change in data["changes"]:
        text = "".join(piece["text"] for piece in change["pieces"] if piece["kind"] != other)
        if change[version]:
            words[tuple(change[version])] = text
    return words


def table_text(rows, other):
    cells = ("".join(p["text"] for p in cell if p["kind"] != other) for row in rows for cell in row["cells"])
    return " ".join(cell for cell in cells if cell)


class Pairs(unittest.TestCase):
    def test_each_kind_of_change(self):
        for name, fate in expected().items():
            with self.subTest(name):
                pair = [HERE / f"pairs/{name}.{version}.md" for version in ("old", "new")]
                self.assertEqual(fates(redline(*pair)), fate)

    def test_each_pair_has_its_fates(self):
        self.assertEqual({path.name.split(".")[0] for path in HERE.glob("pairs/*.md")}, expected().keys())

    def test_turned_round_what_came_goes(self):
        for name in expected():
            with self.subTest(name):
                pair = [HERE / f"pairs/{name}.{version}.md" for version in ("old", "new")]
                there, back = redline(*pair), redline(*reversed(pair))
                self.assertEqual(text_of(there, "before"), text_of(back, "after"))
                self.assertEqual(there["summary"]["new"], back["summary"]["deleted"])
                self.assertEqual(there["summary"]["split"], back["summary"]["merged"])
                self.assertEqual(there["summary"]["unchanged"], back["summary"]["unchanged"])


class York(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def of(self, *edits):
        text = york.before()
        for edit in edits:
            text = edit(text)
        return redline(self.write("before.md", york.before()), self.write("after.md", text))

    def test_a_text_against_itself(self):
        data = self.of()
        self.assertEqual(fates(data), [])
        self.assertEqual(data["summary"]["unchanged"], len(data["changes"]))

    def test_every_edit_is_told_as_what_it_was(self):
        told = [line for line in fates(self.of(*york.EDITS)) if "renumbered (numbering)" not in line]
        self.assertEqual(told, [
            "-> 1.6: new (effect)",                           # the definition
            "4.4 -> 4.4: reworded (effect)",                  # must
            "4.4.b4 -> 4.4.b4: reworded (housekeeping)",      # Chief Executive
            "-> 4.6: borrowed (effect)",                           # from Leeds
            "5.3 -> 5.3 5.4: split in 2 (numbering)",
            "-> 5.5: new (effect)",                           # a record of every briefing
            "5.8 -> 5.10: reworded (housekeeping)",           # Chief Executive
            "7.2 -> 7.5: moved (numbering)",
            "9.3 -> : deleted (effect)",
            "12.1 -> 12.1: marks (wording)",                  # of the footnote
            "-> 14.2: new (effect)",                          # the table, and what leads into it
            "-> 14.2.t1: new (effect)",
            "-> fn1: new (effect)",
        ])  # fmt: skip

    def test_what_only_changed_its_number(self):
        told = [line for line in fates(self.of(*york.EDITS)) if "renumbered (numbering)" in line]
        numbers = [re.match(r"(\S+) -> (\S+):", line).groups() for line in told]
        self.assertEqual([pair for pair in numbers if pair[0].count(".") == 1], [
            ("4.6", "4.7"), ("5.4", "5.6"), ("5.5", "5.7"), ("5.6", "5.8"), ("5.7", "5.9"),
            ("7.3", "7.2"), ("7.4", "7.3"), ("7.5", "7.4"),
        ])  # fmt: skip

    def test_what_the_changes_do(self):
        data = self.of(*york.EDITS)
        effects = {
            f"{keys(change['before'])} -> {keys(change['after'])}": [effect["kind"] for effect in change["effects"]]
            for change in data["changes"]
            if change["effects"]
        }
        self.assertEqual(effects, {
            " -> 1.6": ["new-definition"],
            "4.4 -> 4.4": ["stronger"],
            " -> 4.6": ["new-advice"],
            " -> 5.5": ["new-duty"],
        })  # fmt: skip

    def test_the_title_is_told_once(self):
        self.assertEqual(self.of(*york.EDITS)["titles"], [
            {"before": "Chief Operating Officer", "after": "Chief Executive", "places": 2},
        ])  # fmt: skip

    def test_applied_and_rejected(self):
        """The redline applied has the words of the new text, rejected those of the old one; in tables too."""
        data = self.of(*york.EDITS)
        new = redline(self.folder / "after.md", self.folder / "after.md")
        old = redline(self.folder / "before.md", self.folder / "before.md")
        for version, alone in (("after", new), ("before", old)):
            plain = {key[0]: words for key, words in text_of(alone, "after").items()}
            for clauses, words in text_of(data, version).items():
                self.assertEqual(words, " ¶ ".join(plain[clause] for clause in clauses))
        for change in data["changes"]:
            if change["table"]:
                rows = [change["table"]["header"], *change["table"]["rows"]]
                self.assertEqual(table_text(rows, "deleted"), text_of(data, "after")[tuple(change["after"])])

    def test_the_order_of_the_edits_does_not_matter(self):
        alone = [york.strengthen, york.delete, york.note, york.move, york.rename]
        first = fates(self.of(*alone))
        for order in itertools.islice(itertools.permutations(alone), 1, None, 17):
            self.assertEqual(fates(self.of(*order)), first)


if __name__ == "__main__":
    unittest.main()
