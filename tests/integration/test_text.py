"""Every output says what the source says: the same words in the same order, under the same identifiers.

The words are read from the Markdown here, by a reader of our own that knows just enough of it: what the
compiler's reader loses would otherwise be missing on both sides. The PDF is compared with protocol.json
by tests/conformance/pdf/validate.py, as pdftotext shows it and as it is spoken, and so with the source.
"""
import json
import os
import re
import unittest
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser

from concord import REPOSITORY

FIVE = ["leeds", "north-herts", "pitstone", "ware", "york"]
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"

NOTE = re.compile(r"\[\^(\w+)\]: ?")
MARKUP = [
    (re.compile(r"\{(?:[#.]|\w+=)[^}]*\}"), ""),  # attributes
    (re.compile(r"\[\^\w+\]"), ""),               # marks of footnotes
    (re.compile(r"\[([^]]*)\]\([^)]*\)"), r"\1"),  # links
    (re.compile(r"<((?:https?:|mailto:)?[^ >]+)>"), r"\1"),
    (re.compile(r"(?m)^ *(?:> ?)*(?:#+ |- )?"), ""),
    (re.compile(r"(?m)^\|[-| ]*$"), ""),  # the line below a table's header
    (re.compile(r"(?<!\\)\|"), " "),
    (re.compile(r"\\(\W)"), r"\1"),
]


def squeezed(text):
    """Without white space, which every output breaks in its own way."""
    return "".join(text.split())


def words_of_markdown(source):
    """The title, the rest of the text, and the footnotes with their numbers."""
    body = source.split("\n---\n", 1)[1]
    body, *notes = re.split(r"(?m)^(?=\[\^\w+\]:)", body)
    notes = [NOTE.sub(r"\1 ", note, count=1) for note in notes]
    for pattern, instead in MARKUP:
        body = pattern.sub(instead, body)
        notes = [pattern.sub(instead, note) for note in notes]
    title, text = body.strip().split("\n", 1)
    return squeezed(title), squeezed(text), [squeezed(note) for note in notes]


def words_of_json(data):
    words = [(clause["kind"], squeezed("".join(clause[key] or "" for key in ("number", "heading", "text"))))
             for clause in data["clauses"]]
    notes = [text for kind, text in words if kind == "footnote"]
    text = [text for kind, text in words if kind != "footnote"]
    return text[0], "".join(text[1:]), notes


def words_of_xml(tree):
    def own(element):
        """The element's words, those of its notes left out."""
        text = element.text or ""
        for child in element:
            text += (own(child) if child.tag != AKN + "authorialNote" else "") + (child.tail or "")
        return text

    notes = sorted(tree.iter(AKN + "authorialNote"), key=lambda note: int(note.get("marker")))
    return (squeezed("".join(own(title) for title in tree.iter(AKN + "docTitle"))),
            squeezed(own(tree.find(f".//{AKN}mainBody"))),
            [squeezed(note.get("marker") + own(note)) for note in notes])


class Page(HTMLParser):
    """The council's words on a page, and the identifiers of the clauses."""

    EMPTY = {"br", "hr", "img", "input", "link", "meta"}
    ADDED = {"sic", "repair", "note", "permalink"}

    def __init__(self, page):
        super().__init__()
        self.open = []  # the tags and classes of the elements around
        self.text, self.notes, self.ids = "", [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        classes = set((named.get("class") or "").split())
        if tag in self.EMPTY:
            return
        self.open.append(classes | {f"<{tag}>"})
        if "provision" in classes:
            self.ids.append(named["id"])
            if "footnote" in classes:
                self.notes.append("")

    def handle_endtag(self, tag):
        if tag not in self.EMPTY:
            self.open.pop()

    def handle_data(self, words):
        around = set().union(*self.open)
        if "provision" not in around or not around & {"words", "<th>", "<td>"} or around & self.ADDED:
            return
        if "footnote" in around:
            self.notes[-1] += squeezed(words)
        else:
            self.text += squeezed(words)


def data_of(folder):
    return json.loads((folder / "protocol.json").read_text(encoding="utf-8"))


def page_of(folder):
    return Page((folder / "index.html").read_text(encoding="utf-8"))


class TheFive(unittest.TestCase):
    """Looks at the folder that ctest built (CONCORD_OUTPUT), else at output/."""

    output = REPOSITORY / os.environ.get("CONCORD_OUTPUT", "output")
    maxDiff = 2000

    def of_each(self, words_of):
        """Compares what `words_of` finds in the folder of each protocol with the words of its source."""
        for name in FIVE:
            with self.subTest(name):
                source = (REPOSITORY / "protocols" / f"{name}.md").read_text(encoding="utf-8")
                expected = words_of_markdown(source)
                self.assertGreater(len(expected[1]), 5_000)
                found = words_of(self.output / name)
                self.assertEqual(found[0], expected[0])
                self.same(found[1], expected[1])
                self.assertEqual(found[2], expected[2])

    def same(self, found, expected):
        """Equal, or the place where they part."""
        part = os.path.commonprefix([found, expected])
        at = max(0, len(part) - 40)
        self.assertEqual(found[at:len(part) + 40], expected[at:len(part) + 40])

    def test_json(self):
        self.of_each(lambda folder: words_of_json(data_of(folder)))

    def test_xml(self):
        self.of_each(lambda folder: words_of_xml(ElementTree.parse(folder / "protocol.xml")))

    def test_markdown(self):
        self.of_each(lambda folder: words_of_markdown((folder / "protocol.md").read_text(encoding="utf-8")))

    def test_html(self):
        """But for the title, which the page has as the front matter gives it."""
        def words_of_html(folder):
            page = page_of(folder)
            return words_of_json(data_of(folder))[0], page.text, page.notes

        self.of_each(words_of_html)

    def test_identifiers(self):
        """tests/conformance compares those of XML and PDF with protocol.json."""
        for name in FIVE:
            with self.subTest(name):
                ids = [clause["id"].split("#", 1)[1] for clause in data_of(self.output / name)["clauses"]]
                self.assertEqual(len(ids), len(set(ids)))
                self.assertEqual(page_of(self.output / name).ids, [each for each in ids if each != "title"])


if __name__ == "__main__":
    unittest.main()
