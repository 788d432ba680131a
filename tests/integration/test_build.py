"""A build of the five protocols, and what is promised about every build."""
import csv
import json
import os
import re
import shutil
import signal
import subprocess
import time
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile

from concord import CLEAN, MACHINE, PROGRAM, REPOSITORY, Case, protocol, tree

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
INERT = re.compile(r"^'(?=[=+@\t\r\n＝＋－＠-])")  # what keeps a spreadsheet from running a cell of the CSV
FIVE = ["leeds", "north-herts", "pitstone", "ware", "york"]
FAST = "--formats=html,xml,json,md"


def sources(folder):
    shutil.copytree(REPOSITORY / "protocols", folder / "protocols")


def cells_of_workbook(path):
    """The first sheet: the words of each row's cells."""
    with zipfile.ZipFile(path) as book:
        strings = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        words = ["".join(part.text or "" for part in string.iter(SHEET + "t")) for string in strings]
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    rows = []
    for row in sheet.iter(SHEET + "row"):
        values = [(cell.get("t"), cell.findtext(SHEET + "v")) for cell in row]
        rows.append([words[int(value)] if kind == "s" else value or "" for kind, value in values])
    return rows


class TheFive(unittest.TestCase):
    """Looks at the folder that ctest built (CONCORD_OUTPUT), else at output/."""

    output = REPOSITORY / os.environ.get("CONCORD_OUTPUT", "output")

    def test_every_format_of_every_protocol(self):
        files = set(tree(self.output))
        for name in FIVE:
            for file in ("index.html", "protocol.pdf", "protocol.docx", "protocol.xml", "protocol.json",
                         "protocol.md"):
                self.assertIn(f"{name}/{file}", files)
        for file in ("index.html", "data/corpus.json", "data/graph.graphml", "data/graph.dot",
                     "data/diagnostics.json"):
            self.assertIn(file, files)
        self.assertTrue(any(path.startswith("assets/fonts/") for path in files))

    def test_the_workbook_says_what_the_csv_says(self):
        headings, *rows = cells_of_workbook(self.output / "compare/matrix.xlsx")
        with open(self.output / "compare/matrix.csv", encoding="utf-8", newline="") as file:
            lines = list(csv.DictReader(file))
        columns = {"Row": "row", "Topic": "topic", "Provision": "provision", "Council": "council",
                   "Wording": "wording", "Councils with it": "have", "Clauses": "clauses",
                   "Row may change": "provisional", "Text": "text"}
        self.assertEqual(set(headings), set(columns) | {"State"})
        cells = [dict(zip(headings, row)) for row in rows]
        provisions = {cell["Row"] for cell in cells}
        self.assertGreater(len(provisions), 150)
        self.assertEqual(len(cells), len(FIVE) * len(provisions), "a line for each council of each row")
        self.assertEqual([{columns[name]: cell[name] for name in columns} for cell in cells],
                         [{name: INERT.sub("", line[name]) for name in columns.values()} for line in lines])
        states = {(line["state"], cell["State"]) for line, cell in zip(lines, cells)}
        self.assertEqual(len(states), len(dict(states)), "a state has one name for people")

    def test_what_the_csv_cannot_say_stands_beside_it(self):
        beside = json.loads((self.output / "compare/matrix.csv-metadata.json").read_text())
        with open(self.output / "compare" / beside["url"], encoding="utf-8", newline="") as file:
            head = next(csv.reader(file))
        self.assertEqual([column["name"] for column in beside["tableSchema"]["columns"]], head)
        version = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
        self.assertIn(f"Concord {version}", beside["dc:provenance"])
        self.assertIn("York", beside["dc:provenance"])
        self.assertTrue(beside["dc:license"] and beside["dc:bibliographicCitation"])

    def test_each_page_has_a_title_of_its_own_and_a_heading(self):
        """In a row of tabs "Roles of members" would be anything."""
        titles = {}
        for path in sorted(self.output.rglob("*.html")):
            page = path.read_text(encoding="utf-8")
            title = re.search(r"<title>(.+)</title>", page)[1]
            self.assertEqual(len(re.findall(r"<h1\b[^>]*>[^<]", page)), 1, path)
            self.assertNotIn(title, titles, path)
            titles[title] = path
        self.assertEqual(titles["Roles of members: what every council says"],
                         self.output / "compare/on-roles-of-members.html")

    def test_nothing_was_left_unlisted(self):
        listed = (self.output / "data/files.txt").read_text().splitlines()
        self.assertEqual(listed, sorted(listed))
        self.assertEqual(set(listed), set(tree(self.output)) - {".gitignore"})

    def test_no_path_of_this_machine_is_written(self):
        place = os.fsencode(REPOSITORY)
        found = [path for path, content in tree(self.output).items() if place in content]
        self.assertEqual(found, [])

    def test_no_errors(self):
        found = json.loads((self.output / "data/diagnostics.json").read_text())["diagnostics"]
        self.assertEqual([each for each in found if each["severity"] == "error"], [])
        self.assertGreater(len(found), 0, "each of these councils has slips of its own")


class Determinism(Case):
    def test_two_builds_have_the_same_bytes(self):
        """In different folders, on one core and on several, PDFs included."""
        for name, jobs in (("first", 1), ("second", 4)):
            sources(self.folder / name)
            result = subprocess.run(
                [PROGRAM, "build", "--jobs", str(jobs)],
                cwd=self.folder / name,
                capture_output=True,
                text=True,
                env={**os.environ, "TZ": "Pacific/Auckland" if jobs == 4 else "UTC", "LC_ALL": "C"},
            )
            self.assertEqual(result.returncode, CLEAN, result.stderr)
        first, second = tree(self.folder / "first/output"), tree(self.folder / "second/output")
        self.assertEqual(sorted(first), sorted(second))
        self.assertEqual([path for path in first if first[path] != second[path]], [])
        self.assertIn("york/protocol.pdf", first)

    def test_order_of_arguments_does_not_matter(self):
        for name in ("a", "b", "c"):
            self.write(f"{name}.md", protocol(name))
        self.expect(CLEAN, "build", "a.md", "b.md", "c.md", "-o", "x", FAST)
        self.expect(CLEAN, "build", "c.md", "a.md", "./b.md", "b.md", "-o", "y", FAST)
        names = lambda folder: {p: c for p, c in tree(folder).items() if p.endswith((".html", ".xml"))}
        self.assertEqual(names(self.folder / "x"), names(self.folder / "y"))


class Day(Case):
    """The day on which reviews are looked at comes from the texts, never from the clock."""

    def overdue(self, *arguments, environment=None):
        self.write("protocols/a.md", protocol().replace(
            "status: superseded", "status: adopted\nreview: {due: 2025-06-30}\nsource: {retrieved: 2025-06-01}"))
        result = self.expect(CLEAN, "check", *arguments, environment=environment)
        return "MET002" in result.stdout

    def test_day_of_retrieval(self):
        self.assertFalse(self.overdue())

    def test_given_day(self):
        self.assertTrue(self.overdue("--as-of", "2025-07-01"))

    def test_source_date_epoch(self):
        self.assertTrue(self.overdue(environment={"SOURCE_DATE_EPOCH": "1764547200"}))
        self.assertFalse(self.overdue("--as-of", "2025-06-30",
                                      environment={"SOURCE_DATE_EPOCH": "1764547200"}))

    def test_today(self):
        self.assertTrue(self.overdue("--as-of", "today"))


class Folder(Case):
    def setUp(self):
        super().setUp()
        self.write("protocols/one.md", protocol("One"))
        self.write("protocols/two.md", protocol("Two"))

    def test_only_the_formats_asked_for(self):
        self.expect(CLEAN, "build", "--formats=md")
        self.assertEqual(sorted(tree(self.folder / "output")),
                         ["data/files.txt", "one/protocol.md", "two/protocol.md"])
        self.expect(CLEAN, "build", "--formats=xml")
        self.assertEqual(sorted(tree(self.folder / "output")),
                         ["data/files.txt", "one/protocol.xml", "two/protocol.xml"])

    def test_a_page_offers_only_what_was_built(self):
        self.expect(CLEAN, "build", "--formats=html")
        page = (self.folder / "output/one/index.html").read_text()
        for name in ("protocol.pdf", "protocol.xml", "protocol.json", "protocol.md"):
            self.assertNotIn(name, page)

    def test_nothing_is_compared_unless_wanted(self):
        """Nothing of a comparison is left over an earlier one, and nothing is lacking over a build without."""
        self.expect(CLEAN, "build", FAST)
        compared = tree(self.folder / "output")
        self.assertIn("compare/index.html", compared)
        self.assertIn(b"counterpart", compared["data/graph.json"])
        self.assertIn(b"compare/index.html", compared["one/index.html"])
        without = ["build", FAST, "--no-comparison"]
        result = self.expect(CLEAN, *without)
        self.assertNotIn("compare", result.stderr)
        alone = tree(self.folder / "output")
        self.assertEqual(
            {path for path in alone if not path.startswith("assets/")},
            {"index.html", "data/corpus.json", "data/diagnostics.json", "data/files.txt", "data/graph.dot",
             "data/graph.graphml", "data/graph.json", "data/datapackage.json", "data/concord.sqlite"} |
            {f"data/schema/{path.name}" for path in (REPOSITORY / "templates/schema").iterdir()} |
            {f"data/tables/{name}.csv" for name in (
                "clauses", "councils", "definitions", "modals", "references", "roles")} |
            {f"{name}/{file}" for name in ("one", "two")
             for file in ("index.html", "protocol.xml", "protocol.json", "protocol.md")})
        for path in ("index.html", "one/index.html", "two/index.html"):
            self.assertNotIn(b"compare/", alone[path])
            self.assertNotIn(b"other councils", alone[path])
        self.assertNotIn(b"counterpart", alone["data/graph.json"])
        self.expect(CLEAN, *without, "-o", "clean")
        self.assertEqual(tree(self.folder / "clean"), alone)
        self.expect(CLEAN, "build", FAST)
        self.assertEqual(tree(self.folder / "output"), compared)

    def test_a_removed_protocol_is_gone_and_other_files_stay(self):
        self.expect(CLEAN, "build", FAST)
        self.write("output/CNAME", "protocols.example.org")
        (self.folder / "protocols/two.md").unlink()
        self.expect(CLEAN, "build", FAST)
        self.assertFalse((self.folder / "output/two").exists())
        self.assertEqual((self.folder / "output/CNAME").read_text(), "protocols.example.org")

    def test_an_unchanged_file_is_not_written_again(self):
        self.expect(CLEAN, "build", FAST)
        page = self.folder / "output/one/protocol.xml"  # the page says what other councils have
        before = page.stat().st_mtime_ns
        time.sleep(0.02)
        self.write("protocols/two.md", protocol("Two", "Changed."))
        self.expect(CLEAN, "build", FAST)
        self.assertEqual(page.stat().st_mtime_ns, before)

    def test_an_unchanged_text_is_not_typeset_again(self):
        """The second build has no Node: what is there was taken over from the first."""
        self.expect(CLEAN, "build")
        before = (self.folder / "output/one/protocol.pdf").read_bytes()
        self.write("protocols/two.md", protocol("Two", "Changed."))
        result = self.expect(CLEAN, "build", environment={"PATH": "/nonexistent"})
        self.assertIn("no PDFs", result.stderr)
        self.assertEqual((self.folder / "output/one/protocol.pdf").read_bytes(), before)
        self.assertFalse((self.folder / "output/two/protocol.pdf").exists())

    def test_without_node_everything_else_is_built(self):
        without = {"PATH": "/nonexistent"}
        result = self.expect(CLEAN, "build", environment=without)
        self.assertIn("node", result.stderr.lower())
        self.assertIn("one/protocol.xml", tree(self.folder / "output"))
        self.assertNotIn("protocol.pdf", (self.folder / "output/one/index.html").read_text())
        self.expect(MACHINE, "build", "--formats=pdf", environment=without)

    def test_warnings_can_be_denied(self):
        self.write("protocols/two.md", protocol("Two", "See paragraph 1.1 below."))
        self.expect(CLEAN, "build", FAST)
        before = tree(self.folder / "output")
        self.write("protocols/one.md", protocol("One", "Changed."))
        result = self.expect(1, "build", FAST, "--deny", "warnings")
        self.assertIn("was left as it was", result.stderr)
        self.assertEqual(tree(self.folder / "output"), before)


class Interrupted(Case):
    def test_killed_at_any_moment(self):
        """Whoever looks sees the old tree or the new one, and the next build clears up."""
        trees = []
        for words in ("First.", "Second. " * 5_000):
            self.write("protocols/a.md", protocol(words=words))
            self.expect(CLEAN, "build", FAST)
            trees.append(tree(self.folder / "output"))
        ended = set()
        for attempt in range(40):
            self.write("protocols/a.md", protocol(words=("First.", "Second. " * 5_000)[attempt % 2]))
            build = subprocess.Popen([PROGRAM, "build", FAST], cwd=self.folder,
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(0.002 * attempt)
            build.send_signal(signal.SIGKILL)
            ended.add(build.wait())
            self.assertIn(tree(self.folder / "output"), trees)
        self.assertIn(-signal.SIGKILL, ended, "no build was caught at work")
        self.expect(CLEAN, "build", FAST)
        self.assertEqual([path.name for path in self.folder.iterdir() if path.name.startswith(".")], [])

    def test_many_at_once(self):
        """One writes; the others wait for nobody: they say so and end."""
        self.write("protocols/a.md", protocol())
        self.expect(CLEAN, "build", FAST)
        before = tree(self.folder / "output")
        builds = [subprocess.Popen([PROGRAM, "build", FAST], cwd=self.folder, text=True,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                  for _ in range(8)]
        for build in builds:
            said = build.communicate()[1]
            self.assertIn(build.returncode, (CLEAN, MACHINE), said)
            if build.returncode == MACHINE:
                self.assertIn("another build", said)
        self.assertIn(CLEAN, [build.returncode for build in builds])
        self.assertEqual(tree(self.folder / "output"), before)


if __name__ == "__main__":
    unittest.main()
