"""More councils than one matrix shows: who is compared with whom, and that nothing is left out silently."""
import csv
import json
import re
import unittest

from concord import CLEAN, ERRORS, USAGE, Case

SHARED = [
    "Members and officers must treat one another with respect and courtesy at all times.",
    "Officers must attend the meetings of party groups when they are asked.",
    "The chief executive alone answers questions from newspapers on behalf of the council.",
    "A member must not ask an officer to change a professional recommendation.",
]
HEAD = "---\ncouncil: {name} Council\ntitle: Protocol\nstatus: superseded\n{more}---\n\n# Protocol\n\n## 1. Conduct\n\n"
NAMES = ["ash", "birch", "cedar", "dogwood", "elm", "fir", "gorse", "hazel", "ivy", "juniper", "kerria", "larch",
         "maple"]
FORMATS = "--formats=html,json"
LINK = re.compile(r'href="([^"#:]+)(?:#([^"]*))?"')


def text(name, statements, more=""):
    clauses = [*statements, f"The {name} tree in the square is lit on winter evenings by the {name} warden."]
    return HEAD.format(name=name.title(), more=more) + "".join(
        f"1.{i} {words}\n\n" for i, words in enumerate(clauses, 1))


class Many(Case):
    def setUp(self):
        super().setUp()
        for i, name in enumerate(NAMES):
            self.write(f"protocols/{name}.md", text(name, SHARED[: 1 + i % 4]))

    def build(self, *options, status=CLEAN):
        return self.expect(status, "build", FORMATS, *options)

    def page(self, path):
        return (self.folder / "output" / path).read_text(encoding="utf-8")

    def data(self):
        return json.loads(self.page("data/comparison.json"))

    def test_every_council_and_every_shared_provision_has_a_page(self):
        self.build()
        for name in NAMES:
            page = self.page(f"compare/council/{name}/index.html")
            self.assertIn("Compared with the councils that share most provisions with it: 8 of 12.", page)
            self.assertTrue((self.folder / f"output/compare/council/{name}/differences.html").exists())
            topics = set(re.findall(r'href="(on-[^"#]+)#', page))
            self.assertTrue(topics)
            stated = "".join(self.page(f"compare/council/{name}/{topic}") for topic in topics)
            for provision in re.findall(r'href="on-[^"#]+#([^"]+)"', page):
                self.assertIn(f'id="{provision}"', stated)
        shared = [row for row in self.data()["rows"] if len(row["cells"]) > 1]
        self.assertEqual(len(shared), len(SHARED) + 1)  # that on trees is one, whatever the tree
        for row in shared:
            page = self.page(f"compare/provision/{row['id']}.html")
            for council in row["cells"]:
                self.assertIn(f'href="../../{council}/index.html#', page)

    def test_no_link_leads_nowhere(self):
        self.build()
        output = self.folder / "output"
        for page in output.rglob("*.html"):
            for address, fragment in LINK.findall(page.read_text(encoding="utf-8")):
                place = (page.parent / address).resolve()
                self.assertTrue(place.is_file(), f"{page}: {address}")
                if fragment and place.suffix == ".html":
                    self.assertIn(f'id="{fragment}"', place.read_text(encoding="utf-8"), f"{page}: {address}")

    def test_pages_and_data_say_what_was_made(self):
        self.build()
        data = self.data()
        pairs = {tuple(sorted((link["a"].split("#")[0], link["b"].split("#")[0]))) for link in data["links"]}
        peers = {tuple(sorted((council, peer))) for council, of in data["peers"].items() for peer in of["councils"]}
        self.assertFalse(data["complete"])
        self.assertLessEqual(pairs, peers)
        self.assertEqual({of["chosen_by"] for of in data["peers"].values()}, {"nearest"})
        self.assertIn(f"{len(peers)} of 78 pairs", self.page("compare/index.html"))
        for one, other in peers:
            self.assertTrue((self.folder / f"output/compare/{one}--{other}.html").exists())
        with open(self.folder / "output/data/tables/pairs.csv", encoding="utf-8-sig", newline="") as file:
            self.assertEqual({(row["a"], row["b"]) for row in csv.DictReader(file)}, peers)

    def test_peers_of_the_front_matter(self):
        self.write("protocols/ash.md", text("ash", SHARED[:1], "peers: [maple, birch]\n"))
        self.build()
        self.assertEqual(self.data()["peers"]["ash"],
                         {"chosen_by": "front-matter", "councils": ["birch", "maple"]})
        self.assertIn("Compared with the councils that its source file names: 2 of 12.",
                      self.page("compare/council/ash/index.html"))

    def test_peers_that_there_are_not(self):
        self.write("protocols/ash.md", text("ash", SHARED[:1], "peers: [mapel, ash, birch, birch]\n"))
        said = self.expect(CLEAN, "check", "protocols").stdout
        self.assertIn('ash.md:5:9: warning[MET011]: "peers" names "mapel", but no protocol with that id was read', said)
        self.assertIn('did you mean "maple"?', said)
        self.assertIn('"peers" names "ash", which is this protocol itself', said)
        self.assertIn('"peers" names "birch" twice', said)
        self.build()
        self.assertEqual(self.data()["peers"]["ash"]["councils"], ["birch"])
        self.assertNotIn("MET011", self.expect(CLEAN, "check", "protocols/ash.md").stdout)

    def test_councils_that_are_asked_for(self):
        self.build("--councils", "elm,fir")
        peers = self.data()["peers"]
        self.assertEqual(peers["ash"], {"chosen_by": "command-line", "councils": ["elm", "fir"]})
        self.assertEqual(peers["elm"]["councils"], ["fir"])
        self.assertIn('did you mean "fir"?', self.expect(USAGE, "build", "--councils", "fri").stderr)

    def test_all_pairs(self):
        self.build("--all-pairs")
        self.assertTrue(self.data()["complete"])
        self.assertEqual(len(list((self.folder / "output/compare").glob("*--*.html"))), 78)

    def test_a_build_says_its_time_and_memory(self):
        self.assertRegex(self.build().stdout, r"; \d+\.\d\d s, \d+\.\d MB of memory\n$")

    def test_progress_is_for_terminals_alone(self):
        self.assertEqual(self.build().stderr.replace("\r", "").count("writing"), 0)

    def test_the_library_is_grouped_by_initial(self):
        self.build()
        library = self.page("index.html")
        self.assertIn('<h2 class="initial" id="_A" data-heading>A</h2>', library)
        self.assertEqual(library.count("<h3"), 13)
        self.assertIn("data-filters hidden", library)


class Uneven(Case):
    """Texts with faults among others: what is wrong with which, and the others built."""

    def test_faults_are_told_by_text_and_the_others_built(self):
        for name in NAMES[:4]:
            self.write(f"protocols/{name}.md", text(name, SHARED))
        self.write("protocols/broken.md", "---\ncouncil: [\n---\n\nText.\n")
        self.write("protocols/nameless.md", "Text without front matter.\n")
        self.write("protocols/other/ash.md", text("Ashford", SHARED))
        result = self.expect(ERRORS, "build", FORMATS, "--keep-going")
        left_out = result.stdout.splitlines()[-1].removeprefix("left out: ").split("; ")
        self.assertRegex(left_out[0], r"^protocols/broken\.md: .*\(FMT\d+\)$")
        self.assertRegex(left_out[1], r"^protocols/nameless\.md: .*\(FMT\d+\)$")
        self.assertEqual(left_out[2:], ["protocols/other/ash.md: two protocols have one identifier (ID003)"])
        self.assertIn('write "id: ashford-council" in the front matter; no other text has that', result.stderr)
        self.assertTrue((self.folder / "output/ash/index.html").exists())
        self.assertFalse((self.folder / "output/broken").exists())
        self.assertFalse((self.folder / "output/nameless").exists())

    def test_a_faulty_version_takes_no_other_protocol_with_it(self):
        self.write("protocols/ash.md", text("ash", SHARED).replace("superseded", "adopted"))
        self.write("protocols/ash.draft.md", text("ash", [*SHARED, "See [this](javascript:x)."]).replace(
            "superseded", "draft"))
        self.write("protocols/birch.md", text("birch", [*SHARED, "See [this](javascript:x)."]))
        self.write("protocols/cedar.md", text("cedar", SHARED).replace("superseded", "adopted"))
        self.write("protocols/cedar.draft.md", text("cedar", SHARED).replace("superseded", "draft"))
        self.expect(ERRORS, "build", FORMATS, "--keep-going")
        self.assertTrue((self.folder / "output/ash/index.html").exists())
        self.assertFalse((self.folder / "output/ash/draft").exists())
        self.assertFalse((self.folder / "output/birch").exists())
        self.assertTrue((self.folder / "output/cedar/draft/index.html").exists())


if __name__ == "__main__":
    unittest.main()
