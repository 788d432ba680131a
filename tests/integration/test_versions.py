#!/usr/bin/env python3
"""Several versions of one protocol side by side: pages, names, comparison, data."""
import io
import json
import sys
import unittest
import xml.etree.ElementTree as ET
import zipfile

from concord import CLEAN, ERRORS, REPOSITORY, USAGE, Case, protocol, tree

sys.path.insert(0, str(REPOSITORY / "tests/schema"))
import validate  # noqa: E402

CLAUSES = {
    "ask": "Members {modal} ask officers for help.",
    "reply": "Officers reply within five working days.",
    "press": "The press office answers journalists.",
    "record": "A record is kept of each meeting.",
}


def york(clauses, front="", modal="should"):
    """A text of the clauses, numbered 1.1, 1.2, …"""
    lines = [f"1.{n} {CLAUSES[name].format(modal=modal)}" for n, name in enumerate(clauses, 1)]
    return (f"---\nid: york\ncouncil: York Council\ntitle: Protocol\n{front}---\n\n# Protocol\n\n"
            "## 1. Conduct\n\n" + "\n\n".join(lines) + "\n")


EARLIER = york(["ask", "press", "reply"],
               "status: superseded\nadopted: {date: 2017-04-11, body: Full Council, minute: \"12\"}\n")
IN_FORCE = york(["ask", "reply", "record"],
                "status: adopted\nadopted: {date: 2023-05-15, body: Standards Committee}\n"
                "versions:\n  - {version: \"2.1\", date: 2023-05-15, note: Press moved to the media protocol}\n"
                "  - {date: 2020-02-01, authority: delegated, note: Job titles}\n")
DRAFT = york(["record", "ask", "reply"], "status: draft\n", "must")


class Versions(Case):
    def setUp(self):
        super().setUp()
        self.write("protocols/york.md", IN_FORCE)
        self.write("protocols/york.draft.md", DRAFT)
        self.write("protocols/earlier/york-2017-04-11.md", EARLIER)
        self.write("protocols/other.md", protocol("Barchester", "Members should ask officers for help."))

    def page(self, path):
        return (self.folder / "output" / path).read_text()

    def test_drafting_notes(self):
        """They are in no output unless asked for; then beside the draft and in its Word file, nowhere else."""
        note = "Ask legal: may we?"
        for name, text in (("york.md", IN_FORCE), ("york.draft.md", DRAFT)):
            self.write("protocols/" + name, text.replace("Officers reply", f"Officers <!-- {note} --> reply"))
        formats = ("--formats", "html,docx,json,xml,md")
        self.expect(CLEAN, "build", *formats)
        self.assertEqual(self.files_that_say(note), [])
        self.expect(CLEAN, "build", *formats, "--notes")
        self.assertEqual(self.files_that_say(note), ["york/draft/index.html", "york/draft/protocol.docx"])
        page = self.page("york/draft/index.html")
        clause = page[page.index('id="1.3"'):]
        self.assertIn(f'<span class="says">Drafting note</span> {note}', clause)
        before = (self.folder / "protocols/york.draft.md").read_text()
        word = self.folder / "output/york/draft/protocol.docx"
        self.expect(CLEAN, "import", word, "--onto", "protocols/york.draft.md")
        self.assertEqual((self.folder / "protocols/york.draft.md").read_text(), before)

    def files_that_say(self, words):
        found = []
        for path, content in tree(self.folder / "output").items():
            if path.endswith(".docx"):
                with zipfile.ZipFile(io.BytesIO(content)) as parts:
                    content = b"".join(parts.read(name) for name in parts.namelist())
            if words.encode() in content:
                found.append(path)
        return found

    def test_pages(self):
        self.expect(CLEAN, "build", "--formats", "html,json,xml,md")
        in_force, draft = self.page("york/index.html"), self.page("york/draft/index.html")
        earlier = self.page("york/versions/2017-04-11/index.html")
        self.assertNotIn('class="notice"', in_force)
        self.assertIn("has not adopted this text", draft)
        self.assertIn("A later text has replaced this one", earlier)
        self.assertIn('href="../../../assets/concord.css"', earlier)
        for page, others in ((in_force, ("../york/draft/", "../york/versions/2017-04-11/")),
                             (draft, ("../../york/", "../../york/versions/2017-04-11/")),
                             (earlier, ("../../../york/draft/", "../../../york/"))):
            for other in others:
                self.assertIn(f'<a href="{other}index.html">', page)
        self.assertIn("must ask", self.page("york/draft/protocol.md"))
        library = self.page("index.html")
        self.assertEqual(library.count('href="york/index.html"'), 1)
        self.assertEqual(library.count('href="york/draft/index.html"'), 1)
        self.assertEqual(library.count('href="york/changes.html"'), 1)
        self.assertNotIn("other/changes.html", library)

    def test_timeline(self):
        self.expect(CLEAN, "build", "--formats", "html")
        timeline = self.page("york/changes.html")
        steps = ["<h2>Draft", '="2023-05-15"', '="2020-02-01"', '="2017-04-11"']
        places = [timeline.index(step) for step in steps]
        self.assertEqual(places, sorted(places))
        self.assertIn("Full Council, minute 12", timeline)
        self.assertIn("Press moved to the media protocol", timeline)
        for step in ("draft", "in-force"):
            self.assertIn(f'href="changes/{step}.html"', timeline)
            self.assertIn("<ins", self.page(f"york/changes/{step}.html"))
        self.assertFalse((self.folder / "output/other/changes.html").exists())

    def test_a_redline_of_the_timeline_leads_to_its_texts(self):
        self.expect(CLEAN, "build", "--formats", "html")
        redline = self.page("york/changes/in-force.html")
        masthead = redline[redline.index('<div class="banner">'):redline.index('<div class="facts')]
        self.assertRegex(masthead, r'<a href="\.\./\.\./york/versions/2017-04-11/index\.html">[^<]*11 April 2017')
        self.assertRegex(masthead, r'<a href="\.\./\.\./york/index\.html">adopted 15 May 2023, version 2\.1</a>')
        self.assertIn('<a href="../changes.html">', masthead)
        self.expect(CLEAN, "redline", "york@in-force", "york@draft", "-o", "alone.html")
        self.assertNotIn("<a href=\"..", (self.folder / "alone.html").read_text())

    def test_where_a_clause_was_taken_from(self):
        taken = protocol("Barchester", 'Members ask. {from="york@2017-04-11#1.2"}').replace(
            "1.1 above.", "1.1 above. {from=york#1.3}\n\n1.3 Officers answer. {from=lost#1.1}")
        self.write("protocols/other.md", taken)
        said = self.expect(CLEAN, "check", "--all").stdout
        self.assertIn("REF017", said)  # the press office went
        self.assertIn("REF009", said)
        self.expect(CLEAN, "build", "--formats", "html")
        page = self.page("other/index.html")
        self.assertRegex(page, r'class="taken">.*<a href="\.\./york/versions/2017-04-11/index\.html#1\.2">York Council 1\.2</a>')
        self.assertRegex(page, r'class="taken">.*<a href="\.\./york/index\.html#1\.3">York Council 1\.3</a>')
        self.assertRegex(page, r'class="taken">.*lost#1\.1</p>')
        self.assertIn('id="1.3"', self.page("york/index.html"))

    def test_an_earlier_text_that_still_says_it_is_adopted(self):
        self.write("protocols/earlier/york-2017-04-11.md", EARLIER.replace("superseded", "adopted"))
        said = self.expect(CLEAN, "check").stdout
        self.assertIn("york-2017-04-11.md:5:1: warning[VER005]", said)
        self.assertIn("another text is in force: adopted on 15 May 2023, version 2.1", said)
        self.assertIn("status: superseded", said)
        self.assertEqual(said.count("VER005"), 1)
        self.setUp()
        self.assertNotIn("VER005", self.expect(CLEAN, "check", "--all").stdout)

    def test_versions_wherever_a_clause_is_named(self):
        self.expect(CLEAN, "peers", "york@draft#1.2")
        self.expect(CLEAN, "explain-link", "york@2017-04-11#1.1", "other#1.1")
        self.assertIn("journalists", self.expect(
            CLEAN, "borrow", "york@2017-04-11#1.2", "--into", "protocols/other.md", "--after", "other#1.1",
            "--dry-run").stdout)
        self.assertIn("no clause of", self.expect(
            USAGE, "borrow", "york#1.2", "--into", "protocols/other.md", "--after", "york#1.1").stderr)
        decide = ("--same", "--because", "The same rule")
        said = self.expect(USAGE, "link", "york@2017-04-11#1.3", "other#1.1", *decide).stderr
        self.assertIn("a decision is about the texts in force", said)
        self.expect(CLEAN, "link", "york@2017-04-11#1.1", "other#1.1", *decide)

    def test_earlier_identifiers_lead_to_their_successors(self):
        self.write("protocols/earlier/york-2017-04-11.md", EARLIER.replace("1.2 ", "1.4 ").replace("1.3 ", "1.2 "))
        self.write("protocols/york.md", IN_FORCE.replace("1.2 Officers", "1.20 Officers"))
        self.expect(CLEAN, "build", "--formats", "html,xml,json")
        page = self.page("york/index.html")
        self.assertIn('<span class="former" id="1.2"></span>', page)
        self.assertLess(page.index('id="1.20"'), page.index('id="1.2"'))
        self.assertLess(page.index('id="1.2"'), page.index("Officers reply"))
        self.assertIn('formerly="1.2"', self.page("york/protocol.xml"))
        anchors = json.loads(self.page("data/versions.json"))["protocols"][0]["anchors"]
        self.assertIn({"version": "in-force", "former": "1.2", "clause": "1.20"}, anchors)

    def test_data(self):
        self.expect(CLEAN, "build", "--formats", "json,xml")
        data = json.loads(self.page("data/versions.json"))
        self.assertEqual(list(validate.schema_faults("versions", data)), [])
        (york_data,) = data["protocols"]
        self.assertEqual([each["name"] for each in york_data["versions"]], ["2017-04-11", "in-force", "draft"])
        self.assertEqual([(each["from"], each["to"]) for each in york_data["steps"]],
                         [("2017-04-11", "in-force"), ("in-force", "draft")])
        self.assertIn({"before": ["1.2"], "after": [], "fate": "deleted", "class": "effect"},
                      york_data["steps"][0]["fates"])
        corpus = json.loads(self.page("data/corpus.json"))["protocols"]
        self.assertEqual([each["id"] for each in corpus], ["other", "york"])

    def test_akoma_ntoso(self):
        self.expect(CLEAN, "build", "--formats", "xml")
        akn = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
        work = "/akn/gb/doc/protocol/york-council/2017-04-11/york"
        for path, version, events in (
                ("york/versions/2017-04-11", "@2017-04-11", ["2017-04-11", "2023-05-15"]),
                ("york", "@2023-05-15", ["2017-04-11", "2020-02-01", "2023-05-15"]),
                ("york/draft", "@draft", ["2017-04-11", "2020-02-01", "2023-05-15"])):
            root = ET.fromstring(self.page(path + "/protocol.xml"))
            uris = [each.get("value") for each in root.iter(akn + "FRBRuri")]
            self.assertEqual(uris[:2], [work, work + "/eng" + version], path)
            self.assertEqual([each.get("date") for each in root.iter(akn + "eventRef")], events, path)

    def test_names(self):
        for name, words in (("york@2017-04-11", "journalists"), ("york@2017", "journalists"),
                            ("york@2.1", "record"), ("york@in-force", "record"), ("york@draft", "must ask")):
            self.assertIn(words, self.expect(CLEAN, "dump", "--stage", "view", name).stdout, name)
        said = self.expect(CLEAN, "redline", "york@in-force", "york@draft").stdout
        self.assertIn("[-should-]{+must+}", said)
        self.expect(CLEAN, "check", "york@draft", "--since", "york@in-force")
        self.expect(CLEAN, "renumber", "york@draft", "--since", "york@in-force", "--dry-run")
        self.assertIn("journalists", self.expect(CLEAN, "compare", "york@2017-04-11", "other").stdout)
        self.assertIn("must", self.expect(CLEAN, "compare", "york", "other", "--drafts").stdout)
        self.assertIn("1.2", self.expect(CLEAN, "impact", "york@2017-04-11#1.2").stdout)

    def test_names_that_are_none(self):
        for arguments, said in ((("redline", "york@2016", "york@draft"), "2017-04-11, in-force, draft"),
                                (("redline", "york@in-force#1.1", "york@draft"), "is a clause"),
                                (("redline", "kork@draft", "york@draft"), 'no protocol "kork"'),
                                (("compare", "york@draft", "york@in-force"), "concord redline")):
            self.assertIn(said, self.expect(USAGE, *arguments).stderr)
        self.write("protocols/york.second.md", DRAFT.replace("draft\n", "draft\nversions:\n  - {version: b}\n"))
        said = self.expect(USAGE, "redline", "york@in-force", "york@draft").stderr
        self.assertIn("more than one text is version", said)
        self.assertIn("draft, draft-b", said)
        self.expect(CLEAN, "redline", "york@in-force", "york@draft-b")

    def test_two_texts_of_one_standing(self):
        self.write("protocols/york.second.md", DRAFT)
        said = self.expect(ERRORS, "check").stdout
        self.assertIn("york.second.md:5:1: error[ID003]", said)
        self.assertIn("york.draft.md:5:1: note", said)
        self.expect(ERRORS, "build")
        self.assertFalse((self.folder / "output").exists())

    def test_a_council_is_never_compared_with_itself(self):
        self.expect(CLEAN, "build", "--formats", "json")
        data = json.loads(self.page("data/comparison.json"))
        compared = {text["folder"]: text["compared"] for text in data.pop("made_of")["texts"]}
        self.assertTrue(compared["york"])
        self.assertFalse(compared["york/draft"])
        self.assertNotIn("york/", json.dumps(data))
        self.assertIn("only one", self.expect(USAGE, "matrix", "protocols/york.md", "protocols/york.draft.md").stderr)


if __name__ == "__main__":
    unittest.main()
