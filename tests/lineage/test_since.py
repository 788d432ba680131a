"""What `concord check --since`, `renumber` and `borrow` do with revisions of the York protocol: the one in
york.py, read against what was done there, and one that puts a section in.

CONCORD names the program.
"""
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import york

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = pathlib.Path(os.environ.get("CONCORD", HERE.parents[1] / "build/release/concord")).resolve()
IN_FORCE = york.ROOT / "protocols/york.md"


class Revision(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="concord-since-")
        self.addCleanup(folder.cleanup)
        self.draft = pathlib.Path(folder.name) / "york.md"

    def run_concord(self, *arguments, status=0):
        run = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, status, run.stdout + run.stderr)
        return run.stdout

    def found(self):
        """What is wrong with references and identifiers since the text in force: code, and words that it names."""
        run = subprocess.run(
            [PROGRAM, "check", self.draft, "--since", IN_FORCE, "--format", "json"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        every = json.loads(run.stdout)["diagnostics"]
        return [
            each["code"] + " " + each["message"].split('"')[1]
            for each in every
            if re.match("REF01[2-6]|ID002|VER", each["code"])
        ]

    def renumber(self):
        return self.run_concord("renumber", self.draft, "--since", IN_FORCE)


class York(Revision):
    def test_identifiers_that_name_other_clauses(self):
        self.draft.write_text(york.after(), encoding="utf-8")
        moved = ["4.6", "5.4", "5.5", "5.6", "5.7", "5.8", "7.2", "7.3", "7.4", "7.5"]
        self.assertEqual(sorted(self.found()), ["ID002 9.3"] + [f"VER002 {key}" for key in moved])

    def test_renumber_says_where_they_went(self):
        self.draft.write_text(york.after(), encoding="utf-8")
        self.renumber()
        text = self.draft.read_text(encoding="utf-8")
        head, body = text.split("\n---\n", 1)
        head_before, body_before = york.after().split("\n---\n", 1)
        self.assertEqual(re.sub(r" \{formerly=[\d.]+\}| formerly=[\d.]+", "", body), body_before)
        places = [re.findall(r'at: "(.*?)"', each) for each in (head_before, head)]
        went = {"5.4(ii)": "5.6(ii)", "5.4(iii)": "5.6(iii)", "5.4(iv)": "5.6(iv)", "7.3": "7.2", "7.5": "7.4"}
        self.assertEqual(places[1], [went.get(place, place) for place in places[0]])
        was = dict(re.findall(r"(?ms)^(\d+\.\d+) (?:(?!\n\n).)*?formerly=([\d.]+)\}", text))
        self.assertEqual(was, {
            "4.7": "4.6", "5.6": "5.4", "5.7": "5.5", "5.8": "5.6", "5.9": "5.7", "5.10": "5.8",
            "7.2": "7.3", "7.3": "7.4", "7.4": "7.5", "7.5": "7.2",
        })  # fmt: skip
        self.assertEqual(self.found(), ["ID002 9.3"])
        self.assertTrue(self.renumber().endswith(": nothing to change\n"))

    def test_what_is_declared_deleted_is_not_missed(self):
        self.draft.write_text(york.after(), encoding="utf-8")
        self.renumber()
        declared = 'status: draft\ndeleted:\n  - {clause: "9.3", reason: in the Scrutiny Procedure Rules}\n'
        text = self.draft.read_text(encoding="utf-8").replace("status: draft\n", declared, 1)
        self.draft.write_text(text, encoding="utf-8")
        self.assertEqual(self.found(), [])


class SectionPutIn(Revision):
    """4.6 of York says "paragraph 13 below"; a new section comes before the one that it means."""

    SECTION = "## 13. Petitions\n\n13.1 Members present petitions to the Council at its next meeting.\n\n"

    def setUp(self):
        super().setUp()
        text = york.before().replace("## 13. Breaches", self.SECTION + "## 13. Breaches", 1)
        self.draft.write_text(text, encoding="utf-8")

    def test_renumber_takes_the_reference_along(self):
        self.renumber()
        text = self.draft.read_text(encoding="utf-8")
        for words in ("at paragraph 14 below", "## 13. Petitions", "## 14. Breaches of the protocol {formerly=13}"):
            self.assertIn(words, text)
        self.assertEqual(self.found(), [])

    def test_renumbered_by_hand_the_reference_is_found(self):
        self.renumber()
        text = self.draft.read_text(encoding="utf-8").replace("paragraph 14 below", "paragraph 13 below")
        self.draft.write_text(text, encoding="utf-8")
        self.assertEqual(self.found(), ["REF012 paragraph 13 below"])


class Borrowing(Revision):
    def borrow(self, *arguments, status=0):
        return self.run_concord(
            "borrow", "leeds#4.7", "--into", self.draft, "--after", "4.5", york.ROOT / "protocols", *arguments,
            status=status,
        )  # fmt: skip

    def test_a_clause_of_leeds_comes_into_york(self):
        self.draft.write_text(york.before(), encoding="utf-8")
        self.assertIn("+ #. A member should not raise matters openly", self.borrow("--dry-run"))
        self.assertEqual(self.draft.read_text(encoding="utf-8"), york.before())
        said = self.borrow()
        self.assertIn('role: "Officer" became "officer"\n', said)
        text = self.draft.read_text(encoding="utf-8")
        block = re.search(r"(?ms)^#\. .*?\n\n", text).group()
        self.assertTrue(block.endswith("{from=leeds#4.7}\n\n"), block)
        self.assertEqual(text.replace(block, "", 1), york.before())
        self.renumber()
        self.assertIn("\n4.7 Potential breaches", self.draft.read_text(encoding="utf-8"))

    def test_what_comes_in_has_the_line_ends_of_the_text(self):
        for ends in ("\n", "\r\n"):
            self.draft.write_bytes(york.before().replace("\n", ends).encode())
            self.assertNotIn("\\x0d", self.borrow())
            text = self.draft.read_bytes().decode()
            self.assertIn("{from=leeds#4.7}", text)
            self.assertEqual(text.count("\n"), text.count(ends))

    def test_no_clause_of_that_name(self):
        self.draft.write_text(york.before(), encoding="utf-8")
        self.run_concord("borrow", "leeds#99", "--into", self.draft, "--after", "4.5", york.ROOT / "protocols", status=2)
        self.run_concord("borrow", "leeds#4.7", "--into", self.draft, "--after", "5.4.ii", york.ROOT / "protocols", status=1)
        self.assertEqual(self.draft.read_text(encoding="utf-8"), york.before())


if __name__ == "__main__":
    unittest.main()
