"""One truth: pages, tables, data files and the command line count the same. The five, the five among
twenty invented councils, and each after an edit, a removal and an addition."""
import collections
import csv
import json
import re
import shutil
import sqlite3
import subprocess
import unittest
import zipfile

from concord import CLEAN, REPOSITORY, Case

RELATIONS = {"identical": 0, "vocabulary": 1, "reworded": 2, "contains": 3, "contained": 3, "overlaps": 3}
NUMBERS = re.compile(r"<(?:t[dh]|dd)[^>]*>(\d+)</(?:t[dh]|dd)>")


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def states_in_workbook(path):
    """How often the first sheet has each word of its column "State"."""
    with zipfile.ZipFile(path) as workbook:
        strings = ["".join(re.findall(r"<t[^>]*>([^<]*)</t>", each)) for each in
                   re.findall(r"<si>.*?</si>", workbook.read("xl/sharedStrings.xml").decode("utf-8"), re.DOTALL)]
        sheet = workbook.read("xl/worksheets/sheet1.xml").decode("utf-8")
    found = collections.Counter()
    for cell in re.findall(r'<c r="D\d+"[^>]* t="s"[^>]*><v>(\d+)</v>', sheet):
        found[strings[int(cell)]] += 1
    return found


def sections(page, mark):
    """The page in parts, each from one mark to the next."""
    starts = [found.start() for found in re.finditer(mark, page)]
    return [page[start:end] for start, end in zip(starts, [*starts[1:], len(page)])]


class Site:
    """What the data files of a build say, counted."""

    def __init__(self, folder):
        self.folder = folder
        data = json.loads((folder / "data/comparison.json").read_text(encoding="utf-8"))
        self.councils, self.rows, self.gaps = data["councils"], data["rows"], data.get("gaps")
        self.peers = {council: of["councils"] for council, of in data["peers"].items()}
        self.graded = collections.Counter(each["certainty"] for each in data["divergences"])
        # What is only possible stands in the data alone.
        self.divergences = [each for each in data["divergences"] if each["certainty"] != "possible"]
        self.links, self.differences = collections.Counter(), collections.Counter()
        for link in data["links"]:
            self.links[self.pair(link), RELATIONS[link["relation"]]] += 1
        for each in self.divergences:
            self.differences[self.pair(each), each["certainty"]] += 1
        self.surest = {}  # by kind and pair
        for each in self.divergences:
            key = each["type"], self.pair(each)
            self.surest[key] = min(self.surest.get(key, each["certainty"]), each["certainty"])
        self.certain = collections.Counter(
            pair for pair, _ in {(self.pair(each), (each["a"], each["b"]))
                                 for each in self.divergences if each["certainty"] == "certain"})
        self.stating = {row["id"]: self.councils_stating(row) for row in self.rows}

    @staticmethod
    def pair(link):
        return frozenset(link[end].split("#")[0] for end in "ab")

    @staticmethod
    def councils_stating(row):
        return {council for council, cell in row["cells"].items()
                if any(entry["state"] != "elsewhere" for entry in cell)}

    def page(self, path):
        return (self.folder / path).read_text(encoding="utf-8")

    def by_relation(self, one, other):
        pair = frozenset((one, other))
        return [self.links[pair, relation] for relation in range(4)] + [self.certain[pair]]

    def shared_by(self, council):
        return {row for row, having in self.stating.items() if council in having and len(having) > 1}

    def told_of(self, among):
        """How many differences of these councils are certain, and how many likely."""
        return [sum(count for (pair, grade), count in self.differences.items() if grade == asked and pair <= among)
                for asked in ("certain", "likely")]

    def differing(self, certainty):
        return {row["id"] for row in self.rows if row["differs"] == certainty}

    def alone_in(self, council):
        return {row for row, having in self.stating.items() if having == {council}}


class Counts(Case):
    def build(self):
        self.expect(CLEAN, "build", "protocols", "--registers", REPOSITORY / "protocols/register",
                    "--formats", "html,json", "-o", "output")
        return Site(self.folder / "output")

    def copy_the_five(self):
        for text in (REPOSITORY / "protocols").glob("*.md"):
            (self.folder / "protocols").mkdir(exist_ok=True)
            shutil.copy(text, self.folder / "protocols")

    def invent(self, count):
        subprocess.run([REPOSITORY / "tests/bench/corpus.py", str(count), self.folder / "invented"], check=True)
        for text in (self.folder / "invented").glob("*.md"):
            shutil.copy(text, self.folder / "protocols")

    def edit(self, name):
        text = self.folder / f"protocols/{name}.md"
        head, body = text.read_text(encoding="utf-8").split("\n---\n", 1)
        text.write_text(head + "\n---\n" + body.replace(" must ", " may ", 3).replace(" should ", " must ", 3),
                        encoding="utf-8")

    def says(self, words, page):
        self.assertTrue(words in page, words)  # assertIn would print the page

    def counts_agree(self, site):
        self.library(site)
        for council in site.councils:
            self.council_page(site, council)
        for row in site.rows:
            self.provision_page(site, row)
        self.tables(site)
        (self.whole if site.gaps is not None else self.overview)(site)

    def library(self, site):
        self.says(f"Protocols: {len(site.councils)}.", site.page("index.html"))

    def council_page(self, site, council):
        page = site.page(f"compare/council/{council}/index.html")
        said = {name: int(count) for name, count in
                re.findall(r'<a href="#_([a-z]+)">[^<]*</a> <span class="have">(\d+)</span>', page)}
        parts = {re.search(r'id="_(\w+)"', part)[1]: part for part in sections(page, r'<section class="[a-z]+" id="_')}
        shared, own = site.shared_by(council), site.alone_in(council)
        listed = {name: re.findall(r'<li class="provision-row" id="([^"]+)"', parts.get(name, ""))
                  for name in ("states", "missing", "alone")}
        self.assertEqual(set(listed["states"]), shared, council)
        self.assertEqual(set(listed["alone"]), own, council)
        counts = {"peers": len(site.peers[council]), **{name: len(rows) for name, rows in listed.items()}}
        self.assertEqual(said, {name: count for name, count in counts.items() if count or name in ("peers", "states")})
        for row in listed["missing"]:
            self.assertNotIn(council, site.stating[row])
            self.assertTrue(site.stating[row] & set(site.peers[council]))
        peers = sections(parts["peers"], '<tr><th scope="row">')
        for peer, line in zip(site.peers[council], peers, strict=True):
            together = len(site.shared_by(council) & site.shared_by(peer))
            self.assertEqual([int(n) for n in NUMBERS.findall(line)], [together, *site.by_relation(council, peer)])
        self.differences_page(site, council, page)

    def differences_page(self, site, council, page):
        """Each clause that differs from a peer's speaks, and nobody else does; the counts are those of the entries."""
        differing = site.page(f"compare/council/{council}/differences.html")
        told = [sum(count for (pair, grade), count in site.differences.items()
                    if grade == asked and council in pair and pair <= {council, *site.peers[council]})
                for asked in ("certain", "likely")]
        words = "{} certain; {} likely, for a person to judge".format(*told)
        self.says(words, page)
        self.says(words, differing)
        self.grades_agree(site, differing, lambda pair: council in pair and pair <= {council, *site.peers[council]})
        certain = set(re.findall(r'data-pairs="[^"]*:differs [^"]*">\n<h2><a href="on-[^"]*#([^"]+)"', differing))
        marked = set(re.findall(r'id="([^"]+)" data-differs', sections(page, 'id="_states"')[0]))
        self.assertEqual(marked, certain, council)
        speaking = set(re.findall(r'<dd><a href="\.\./\.\./\.\./([^"/]+)/index\.html#([^"]+)"', differing))
        expected = {tuple(each[end].split("#", 1)) for each in site.divergences for end in "ab"
                    if council in site.pair(each) and site.pair(each) <= {council, *site.peers[council]}}
        self.assertEqual(speaking, expected, council)

    def grades_agree(self, site, page, shown):
        """Each pair of an entry has its own grade; each pair that differs has one in some entry."""
        graded = {}
        for kind, pairs in re.findall(r'<article [^>]*data-kind="([^"]+)" data-pairs="([^"]+)"', page):
            for a, b, grade in (pair.split(":") for pair in pairs.split()):
                graded.setdefault((kind, frozenset((a, b))), set()).add(grade)
        grades = {"certain": "differs", "likely": "may-differ"}
        self.assertEqual({key for key, of in graded.items() if "differs" in of},
                         {key for key, of in site.surest.items() if grades[of] == "differs" and shown(key[1])})
        self.assertEqual(set(graded), {key for key in site.surest if shown(key[1])})

    def provision_page(self, site, row):
        having = site.stating[row["id"]]
        path = site.folder / f"compare/provision/{row['id']}.html"
        self.assertEqual(path.exists(), len(having) > 1, row["id"])
        if len(having) < 2:
            return
        page = path.read_text(encoding="utf-8")
        own = [entry for cell in row["cells"].values() for entry in cell
               if entry["state"] != "elsewhere" and not entry["lead_in"]]
        letters = {entry["wording"] for entry in own}
        self.says(f"Councils: {len(having)} of {len(site.councils)}. Wordings: {len(letters)}.", page)
        named = set(re.findall(r'href="\.\./\.\./(?:compare/council/)?([^/"]+)/index\.html', page))
        self.assertEqual(named - {"compare"}, set(site.councils), row["id"])  # nobody is passed over
        parts = [part for part in sections(page, '<section class="provision-texts"') if "<h2>Wording" in part]
        self.assertEqual(len(parts), len(letters))
        self.assertEqual(sum(part.count('<li><a href="../../') for part in parts), len(own))

    def tables(self, site):
        tables = site.folder / "data/tables"
        database = sqlite3.connect(site.folder / "data/concord.sqlite")
        for path in tables.glob("*.csv"):
            rows = database.execute(f'SELECT count(*) FROM "{path.stem}"').fetchone()[0]
            self.assertEqual(rows, len(table(path)), path.stem)
        database.close()
        self.assertEqual({row["row"] for row in table(tables / "rows.csv")}, set(site.stating))
        self.assertEqual(len(table(tables / "links.csv")), sum(site.links.values()))
        graded = collections.Counter(row["certainty"] for row in table(tables / "differences.csv"))
        self.assertEqual(graded, site.graded)
        self.assertEqual({row["row"]: row["differs"] or None for row in table(tables / "rows.csv")},
                         {row["id"]: row["differs"] for row in site.rows})
        states = {(row["id"], council, state) for row in site.rows for council, state in row["states"].items()}
        cells = {(row["row"], row["council"]) for row in table(tables / "cells.csv")}
        self.assertEqual(cells, {(row, council) for row, council, _ in states})
        listed = table(site.folder / "compare/matrix.csv")
        self.assertEqual({line["row"] for line in listed}, set(site.stating))
        self.assertEqual(collections.Counter(line["state"] for line in listed),
                         collections.Counter(state for _, _, state in states))
        words = json.loads((REPOSITORY / "templates/words.json").read_text(encoding="utf-8"))["en"]
        in_words = collections.Counter(words["state_" + state.replace("-", "_")] for _, _, state in states)
        in_words[words["sheet_state"]] += 1  # the head of the column
        self.assertEqual(states_in_workbook(site.folder / "compare/matrix.xlsx"), in_words)

    def whole(self, site):
        """Of so few councils that one page shows all."""
        matrix, gaps = site.page("compare/index.html"), site.page("compare/gaps.html")
        self.says(f"Provisions, by topic: {len(site.rows)}.", matrix)
        self.assertEqual(set(re.findall(r'<tr class="provision-row" id="([^"]+)"', matrix)), set(site.stating))
        self.filters(site, matrix)
        differences = site.page("compare/differences.html")
        self.says("{} certain; {} likely, for a person to judge".format(*site.told_of(set(site.councils))), differences)
        self.grades_agree(site, differences, lambda pair: True)
        certain = set(re.findall(r'data-pairs="[^"]*:differs [^"]*">\n<h2><a href="on-[^"]*#([^"]+)"', differences))
        self.assertEqual(certain, site.differing("certain"))
        for council in site.councils:
            count = len(site.gaps[council])
            self.says(f'<a href="#{council}">', gaps)
            self.assertEqual(gaps.count(f'data-lacks="{council}"'), count)
            self.assertRegex(gaps, rf'<a href="#{council}">[^<]*</a> <span class="have">{count}</span>')
            page = site.page(f"compare/council/{council}/index.html")
            self.assertRegex(page, rf'href="#_missing">[^<]*</a> <span class="have">{count}</span>')
            said = self.expect(CLEAN, "gaps", council, "protocols", "--registers",
                               REPOSITORY / "protocols/register").stdout
            self.assertTrue(said.startswith(f"For {count} provisions of others"), said[:80])
        for i, one in enumerate(site.councils):
            for other in site.councils[i + 1:]:
                summary = sections(site.page(f"compare/{one}--{other}.html"), '<dl class="numbers"')[0]
                self.assertEqual([int(n) for n in NUMBERS.findall(summary)][:5], site.by_relation(one, other))
        one, other = site.councils[:2]
        said = self.expect(CLEAN, "compare", one, other, "protocols", "--registers",
                           REPOSITORY / "protocols/register").stdout
        self.says("{} identical, {} the same but for role words, {} reworded, {} in part; {} differ in effect"
                      .format(*site.by_relation(one, other)), said)

    def filters(self, site, matrix):
        """The choices of a filter say how many rows they leave."""
        said = {value: int(count) for value, count in
                re.findall(r'<option value="([^"]+)">[^<]*\((\d+)\)</option>', matrix)}
        having = collections.Counter(len(councils) > 1 for councils in site.stating.values())
        self.assertEqual(said, {
            "differs": len(site.differing("certain")), "may-differ": len(site.differing("likely")),
            "shared": having[True], "one": having[False],
            **{f"missing-{council}": len(site.gaps[council]) for council in site.councils}})
        self.assertEqual(matrix.count(" data-differs"), said["differs"])
        self.assertEqual(matrix.count(" data-may-differ"), said["may-differ"])

    def overview(self, site):
        """Of more."""
        page = site.page("compare/index.html")
        shared = [row for row, having in site.stating.items() if len(having) > 1]
        self.says(f"Councils compared: {len(site.councils)}.", page)
        self.says("Searched: each provision’s title", page)
        self.says("More than nine councils have no page of all gaps", page)
        for absent in ("gaps.html", "differences.html", "pictures.html", "matrix.pdf"):
            self.assertFalse((site.folder / "compare" / absent).exists(), absent)
        self.says(f": {len(shared)}.", page)
        listed = re.findall(r'<li><a href="provision/([^"]+)\.html"', page)
        self.assertEqual(sorted(listed), sorted(shared))
        found = re.findall(r'^\{"href":"provision/([^"]+)\.html"', site.page("compare/provisions.js"), re.MULTILINE)
        self.assertEqual(sorted(found), sorted(shared))
        topics = re.findall(r'<summary>[^<]*<span class="have">(\d+)</span></summary>.*?<p><a href="(on-[^"]+)">', page,
                            re.DOTALL)
        self.assertEqual(sum(int(count) for count, _ in topics), len(shared))
        for count, path in topics:
            self.assertEqual(site.page(f"compare/{path}").count('<tr class="provision-row"'), int(count), path)
        marked = re.findall(r'<li><a href="provision/([^"]+)\.html">[^<]*</a> <span class="mark differs">', page)
        self.assertEqual(set(marked), site.differing("certain") & set(shared))
        for council in site.councils:
            counts = re.search(rf'<a href="council/{council}/index.html">[^<]*</a> <span class="have">(\d+)[^,]*, (\d+)',
                               page)
            self.assertEqual([int(n) for n in counts.groups()],
                             [len(site.shared_by(council)), len(site.alone_in(council))], council)

    def test_of_the_five_and_after_edits(self):
        self.copy_the_five()
        self.counts_agree(self.build())
        self.edit("york")
        (self.folder / "protocols/ware.md").unlink()
        self.invent(2)
        self.counts_agree(self.build())

    def test_of_the_five_among_twenty_invented_and_after_edits(self):
        self.copy_the_five()
        self.invent(20)
        self.counts_agree(self.build())
        self.edit("c00003")
        (self.folder / "protocols/c00007.md").unlink()
        self.invent(22)
        (self.folder / "protocols/c00011.md").unlink()
        self.counts_agree(self.build())


if __name__ == "__main__":
    unittest.main()
