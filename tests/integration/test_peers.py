"""What other councils say on chosen clauses: concord peers, in every format; and the matrix on paper."""
import html
import json
import re
import subprocess
import zipfile

from concord import CLEAN, REPOSITORY, USAGE, Case, protocol

CLAUSES = "york#5.3,york#4.3"


class Peers(Case):
    def peers(self, *arguments):
        return self.expect(CLEAN, "peers", CLAUSES, REPOSITORY / "protocols", *arguments)

    def data(self, *arguments):
        return json.loads(self.peers("--format", "json", *arguments).stdout)

    def test_each_council_is_accounted_for_once(self):
        for choice in self.data()["choices"]:
            having = [peer["council"]["id"] for peer in choice["peers"]]
            lacking = [council["id"] for council in choice["no_counterpart_found"]]
            elsewhere = {place["council"] for place in choice["elsewhere"]}
            self.assertEqual(sorted(set(having) | set(lacking) | elsewhere), ["leeds", "north-herts", "pitstone", "ware"])
            self.assertFalse(set(having) & set(lacking))
            self.assertFalse(set(lacking) & elsewhere)

    def test_the_words_are_the_councils_own(self):
        sources = {council: " ".join((REPOSITORY / f"protocols/{council}.md").read_text(encoding="utf-8").split())
                   for council in ("leeds", "north-herts", "pitstone", "ware")}
        for choice in self.data()["choices"]:
            for peer in choice["peers"]:
                for clause in peer["clauses"]:
                    words = "".join(piece["text"] for piece in clause["pieces"])
                    opening = " ".join(words.split()[:6])
                    self.assertIn(opening, sources[peer["council"]["id"]].replace("*", ""))

    def test_it_agrees_with_the_comparison(self):
        self.expect(CLEAN, "build", REPOSITORY / "protocols", "--formats", "json", "-o", "output")
        comparison = json.loads((self.folder / "output/data/comparison.json").read_text())
        for choice in self.data()["choices"]:
            mine = f"{choice['council']}#{choice['clause']}"
            linked = {other for link in comparison["links"] for one, other in
                      ((link["a"], link["b"]), (link["b"], link["a"])) if one == mine}
            shown = {f"{clause['council']}#{clause['clause']}" for peer in choice["peers"] for clause in peer["clauses"]}
            self.assertLessEqual(linked, shown)
            certain = {frozenset((d["a"], d["b"])) for d in comparison["divergences"] if d["certainty"] == "certain"}
            for peer in choice["peers"]:
                for clause in peer["clauses"]:
                    both = frozenset((mine, f"{clause['council']}#{clause['clause']}"))
                    self.assertEqual(bool(clause["divergences"]), both in certain, both)

    def test_text_marks_the_words_that_differ(self):
        said = self.peers().stdout
        self.assertIn("\nYork 5.3\n", said)
        self.assertRegex(said, r"\{\+[^+]+\+\}")
        self.assertIn("Made with Concord", said)

    def test_a_page_that_is_one_file(self):
        self.peers("-o", "peers.html")
        page = (self.folder / "peers.html").read_text(encoding="utf-8")
        self.assertIn("What other councils say", page)
        for asked in ("<script", "<link", " src="):
            self.assertNotIn(asked, page)

    def test_paper_of_two_to_four_pages(self):
        self.peers("-o", "peers.pdf")
        info = subprocess.run(["pdfinfo", self.folder / "peers.pdf"], capture_output=True, text=True, check=True).stdout
        pages = int(info.split("Pages:")[1].split()[0])
        self.assertIn(pages, (2, 3, 4))
        self.assertIn("Tagged:          yes", info)
        words = subprocess.run(["pdftotext", self.folder / "peers.pdf", "-"], capture_output=True, text=True, check=True).stdout
        self.assertIn("What other councils say", words)

    def test_a_word_file(self):
        self.peers("-o", "peers.docx")
        with zipfile.ZipFile(self.folder / "peers.docx") as file:
            words = re.sub("<[^>]+>", "", file.read("word/document.xml").decode())
        for choice in self.data()["choices"]:
            self.assertIn(f"{choice['name']} {choice['label']}", words)
            for peer in choice["peers"]:
                for clause in peer["clauses"]:
                    said = "".join(piece["text"] for piece in clause["pieces"])
                    self.assertIn(html.escape(said, quote=False), words)

    def test_twice_the_same(self):
        self.peers("-o", "one.pdf")
        self.peers("-o", "two.pdf")
        self.assertEqual((self.folder / "one.pdf").read_bytes(), (self.folder / "two.pdf").read_bytes())

    def test_some_councils_only(self):
        for choice in self.data("--councils", "leeds,ware")["choices"]:
            named = {peer["council"]["id"] for peer in choice["peers"]} | {c["id"] for c in choice["no_counterpart_found"]}
            self.assertLessEqual(named, {"leeds", "ware"})

    def test_what_cannot_be_asked(self):
        self.assertIn("did you mean", self.expect(USAGE, "peers", "york#5.33", REPOSITORY / "protocols").stderr)
        self.expect(USAGE, "peers", ",", REPOSITORY / "protocols")
        self.expect(USAGE, "peers", CLAUSES, REPOSITORY / "protocols", "--format", "pdf")
        self.write("protocols/barchester.md", protocol())
        self.assertIn("two protocols", self.expect(USAGE, "peers", "barchester#1.1").stderr)


class MatrixOnPaper(Case):
    def words(self, *arguments):
        self.expect(CLEAN, "matrix", REPOSITORY / "protocols", *arguments, "-o", "matrix.pdf")
        return subprocess.run(["pdftotext", "-layout", self.folder / "matrix.pdf", "-"], capture_output=True, text=True,
                              check=True).stdout

    def test_it_says_what_it_shows(self):
        words = " ".join(self.words("--topic", "party-groups", "--councils", "york,leeds").split())
        self.assertIn("Only the topic “Advice to party groups” is shown.", words)
        self.assertIn("Only 2 of the 5 councils compared are shown: Leeds-style, York.", words)
        self.assertIn("States and letters go by the base wording (A) of all the councils compared.", words)
        self.assertEqual(words.count("Pitstone"), 1)  # among what the comparison was made of

    def test_a_whole_one_says_nothing_of_the_kind(self):
        self.assertNotIn("is shown", self.words())

    def test_the_base_wording_of_a_council_that_is_not_shown_is_named(self):
        def told(*arguments):
            return self.expect(CLEAN, "matrix", REPOSITORY / "protocols", *arguments).stdout

        both = told("--councils", "ware,york")
        self.assertRegex(both, r"\n  base wording \(A\), not shown: \w")
        self.assertNotRegex(both, r"not shown: [^\n]*(Ware|York)")
        self.assertNotIn("not shown", told())

    def test_a_topic_that_there_is_not(self):
        self.expect(USAGE, "matrix", REPOSITORY / "protocols", "--topic", "parking", "-o", "matrix.pdf")
