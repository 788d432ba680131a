"""Two versions of a protocol and what became of each clause, as a person asks for it."""
import json
import re
import subprocess
import sys
import unittest

from concord import CLEAN, REPOSITORY, USAGE, Case, protocol

sys.path.insert(0, str(REPOSITORY / "tests/schema"))
sys.path.insert(0, str(REPOSITORY / "tests/lineage"))
import validate  # noqa: E402
import york  # noqa: E402


class Redline(Case):
    def setUp(self):
        super().setUp()
        self.write("old.md", protocol(words="They should be polite."))
        self.write("new.md", protocol(words="They must be polite."))

    def test_text(self):
        text = self.expect(CLEAN, "redline", "old.md", "new.md").stdout
        self.assertIn("1 change: strengthens a rule.", text)
        self.assertIn("They [-should-]{+must+} be polite.", text)
        self.assertIn("Stronger rule: “should” becomes “must”", text)

    def test_no_changes(self):
        self.assertIn("No change of words.", self.expect(CLEAN, "redline", "old.md", "old.md").stdout)

    def test_a_version_without_a_date_is_named_by_its_status(self):
        undated = "---\ncouncil: Barchester\ntitle: Protocol\nstatus: adopted\n---\n\n1. Officers advise.\n"
        self.write("old.md", undated)
        self.expect(CLEAN, "redline", "old.md", "old.md", "-o", "r.html")
        self.assertIn("From adopted to adopted", (self.folder / "r.html").read_text(encoding="utf-8"))

    def test_what_leaves_the_effect_as_it_was_can_be_left_out(self):
        self.write("new.md", protocol(words="They should be polite!"))
        self.assertIn("1.1", self.expect(CLEAN, "redline", "old.md", "new.md").stdout)
        shown = self.expect(CLEAN, "redline", "old.md", "new.md", "--only", "effect").stdout
        self.assertNotIn("\n1.1", shown)

    def test_the_data_are_as_their_schema_says(self):
        self.write("york.md", york.before())
        self.write("york.new.md", york.after())
        for names in (("old.md", "new.md"), ("york.md", "york.new.md")):
            data = json.loads(self.expect(CLEAN, "redline", *names, "--format", "json").stdout)
            self.assertEqual(list(validate.schema_faults("redline", data)), [])

    def test_what_was_borrowed(self):
        """It is told from whom, and whether they have changed it since."""
        own = protocol() + "\n1.3 Officers keep a list of gifts."
        self.write("old.md", protocol())
        self.write("new.md", own + ' {from="lent@2020-01-01#1.3"}\n')
        self.write("protocols/lent.md", own.replace("status: superseded", "status: adopted\nadopted: {date: 2020-01-01}"))

        def told():
            text = self.expect(CLEAN, "redline", "old.md", "new.md").stdout
            return re.search(r"(?m)^1\.3  (.*)$", text)[1]

        self.assertEqual(told(), "borrowed from Barchester Council 1.3, unchanged there since")
        self.write("protocols/now.md", own.replace("list", "register")
                   .replace("status: superseded", "id: lent\nstatus: adopted\nadopted: {date: 2024-01-01}"))
        self.assertEqual(told(), "borrowed from Barchester Council 1.3 (adopted 1 January 2020), changed there since")
        (self.folder / "protocols/lent.md").unlink()
        self.assertEqual(told(), "borrowed from lent@2020-01-01#1.3")

    def test_files(self):
        """The name of the file says what it is to be; twice gives the same bytes."""
        for name, begins in (("r.html", b"<!DOCTYPE html>"), ("r.json", b"{"), ("a/r.text", b"Barchester"),
                             ("r.docx", b"PK")):
            self.expect(CLEAN, "redline", "old.md", "new.md", "-o", name)
            first = (self.folder / name).read_bytes()
            self.assertTrue(first.startswith(begins), first[:40])
            self.expect(CLEAN, "redline", "old.md", "new.md", "-o", name)
            self.assertEqual((self.folder / name).read_bytes(), first)

    def test_the_page_has_everything_in_it(self):
        page = self.expect(CLEAN, "redline", "old.md", "new.md", "--format", "html").stdout
        self.assertEqual(re.findall(r'(?:src|href)="(?!#)[^"]*"', page), [])
        self.assertIn('<del class="words"><span class="hidden">deleted: </span>should', page)

    def test_no_text_becomes_markup(self):
        self.write("new.md", protocol(words="They must &lt;script>alert(1)&lt;/script> be {{council}} polite."))
        page = self.expect(CLEAN, "redline", "old.md", "new.md", "--format", "html").stdout
        self.assertEqual(page.count("<script>"), 1)
        self.assertIn("{{council}}", page)

    def test_a_version_in_git(self):
        git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-C", str(self.folder)]
        for arguments in (["init", "-q"], ["add", "old.md"], ["commit", "-qm", "The text"]):
            subprocess.run(git + arguments, check=True)
        self.write("old.md", protocol(words="They must be polite."))
        text = self.expect(CLEAN, "redline", "HEAD:old.md", "old.md").stdout
        self.assertIn("They [-should-]{+must+} be polite.", text)
        self.assertIn("does not exist in", self.refused("HEAD:none.md", "old.md"))
        self.assertIn("nowhere", self.refused("nowhere:old.md", "old.md"))

    def refused(self, *arguments):
        result = self.expect(USAGE, "redline", *arguments)
        self.assertEqual(result.stdout, "")
        return result.stderr

    def test_mistakes(self):
        self.assertIn('there is no file "none.md"', self.refused("none.md", "new.md"))
        self.assertIn("is a folder", self.refused(".", "new.md"))
        self.assertIn("names no format", self.refused("old.md", "new.md", "-o", "r.rtf"))
        for form in ("pdf", "docx"):
            self.assertIn("name a file with -o", self.refused("old.md", "new.md", "--format", form))
        self.write("other.md", protocol("Allington"))
        self.assertIn("concord compare", self.refused("old.md", "other.md"))
        self.write("empty.md", "")
        self.assertIn("no text to compile", self.refused("old.md", "empty.md"))


if __name__ == "__main__":
    unittest.main()
