"""Word files come back: edits that another program made in them, and nothing else, reach the source."""
import copy
import json
import random
import unittest
import zipfile

import docx
from concord import CLEAN, ERRORS, REPOSITORY, USAGE, Case
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

FIVE = ["leeds", "north-herts", "pitstone", "york", "ware"]

SOURCE = """\
---
council: Barchester City Council
title: Protocol
status: draft
---

# Protocol

## 1. Conduct {#conduct}

1.1 Members treat officers with *respect*[^1]
and in line with paragraph 1.3. {#respect}

1.2 Members do not:

- (a) ask officers to act for a party;
- (b) press them for advice.

1.3 Officers answer within [ten days](#conduct).

| Who | Days |
|---|---|
| Clerk | 5 |
| Others | 10 |

[^1]: Co-opted members too.
"""


COMMENTS = """\
<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:comment w:id="7" w:author="Jo Bloggs"><w:p><w:r><w:t>Too harsh?</w:t></w:r></w:p></w:comment>
</w:comments>"""


def commented(name, content):
    """The part with what a comment on "press them for advice" adds to it."""
    if name == "[Content_Types].xml":
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
        return content.replace(
            b"</Types>", f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>'.encode())
    if name == "word/_rels/document.xml.rels":
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
        return content.replace(
            b"</Relationships>",
            f'<Relationship Id="rIdC" Type="{kind}" Target="comments.xml"/></Relationships>'.encode())
    if name == "word/document.xml":
        at = content.index(b"</w:r>", content.index(b"press them")) + len(b"</w:r>")
        return content[:at] + b'<w:r><w:commentReference w:id="7"/></w:r>' + content[at:]
    return content


def named(paragraph):
    return any((mark.get(qn("w:name")) or "").startswith("c_") for mark in paragraph._p.iter(qn("w:bookmarkStart")))


def find(document, words):
    return next(p for p in document.paragraphs if words in p.text and named(p))


def new_paragraph(after, words):
    """A paragraph as its neighbour, behind it, as Enter makes one: with its look, without its bookmark."""
    made = copy.deepcopy(after._p)
    for child in list(made):
        if child.tag != qn("w:pPr"):
            made.remove(child)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = words
    run.append(text)
    made.append(run)
    after._p.addnext(made)


def replace(paragraph, old, new):
    run = next(run for run in paragraph.runs if old in run.text)
    run.text = run.text.replace(old, new, 1)


def track(paragraph, old, new):
    """The same as Word records it."""
    run = next(run for run in paragraph.runs if old in run.text)
    before, after = run.text.split(old, 1)
    parts = []
    for kind, words in ((None, before), ("w:del", old), ("w:ins", new), (None, after)):
        part = copy.deepcopy(run._r)
        for child in list(part):
            if child.tag != qn("w:rPr"):
                part.remove(child)
        text = OxmlElement("w:delText" if kind == "w:del" else "w:t")
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        text.text = words
        part.append(text)
        if kind:
            change = OxmlElement(kind)
            change.set(qn("w:id"), str(9000 + len(parts)))
            change.set(qn("w:author"), "Jo")
            change.append(part)
            part = change
        parts.append(part)
    for part in parts:
        run._r.addprevious(part)
    run._r.getparent().remove(run._r)


class Onto(Case):
    def setUp(self):
        super().setUp()
        self.source = self.write("in/test.md", SOURCE)
        self.word = self.make(self.source)

    def make(self, source):
        self.expect(CLEAN, "build", source, "-o", f"out-{source.stem}", "--formats", "docx", "--no-comparison")
        return next((self.folder / f"out-{source.stem}").rglob("protocol.docx"))

    def edit(self, action):
        document = docx.Document(self.word)
        action(document)
        document.save(self.folder / "edited.docx")
        return self.expect(CLEAN, "import", "edited.docx", "--onto", "in/test.md")

    def becomes(self, *replacements):
        wanted = SOURCE
        for old, new in replacements:
            self.assertIn(old, wanted)
            wanted = wanted.replace(old, new, 1)
        self.assertEqual(self.source.read_text(), wanted)

    def test_a_file_without_an_edit_changes_no_byte(self):
        for name in FIVE:
            source = self.write(f"five/{name}.md", (REPOSITORY / f"protocols/{name}.md").read_bytes())
            before = source.read_bytes()
            result = self.expect(CLEAN, "import", self.make(source), "--onto", source)
            self.assertEqual(source.read_bytes(), before, name)
            self.assertIn("nothing to change", result.stdout)

    def test_words_change_and_nothing_around_them(self):
        self.edit(lambda d: replace(find(d, "Members treat"), "in line", "always in line"))
        self.becomes(("and in line", "and always in line"))

    def test_tracked_words_are_taken_or_left(self):
        document = docx.Document(self.word)
        track(find(document, "press them"), "advice", "favours")
        document.save(self.folder / "edited.docx")
        result = self.expect(CLEAN, "import", "edited.docx", "--onto", "in/test.md", "--changes", "reject")
        self.assertIn("2 tracked changes rejected", result.stdout)
        self.becomes()
        result = self.expect(CLEAN, "import", "edited.docx", "--onto", "in/test.md")
        self.assertIn("2 tracked changes accepted", result.stdout)
        self.becomes(("press them for advice", "press them for favours"))

    def test_a_new_paragraph_takes_its_number_and_what_follows_moves_on(self):
        self.edit(lambda d: new_paragraph(find(d, "Members treat"), "Members listen."))
        self.becomes(
            ("paragraph 1.3. {#respect}\n", "paragraph 1.4. {#respect}\n\n1.2 Members listen.\n"),
            ("1.2 Members do not", "1.3 Members do not"),
            ("1.3 Officers", "1.4 Officers"),
        )

    def test_a_paragraph_at_either_end_of_the_file_opens_or_closes_the_text(self):
        def add(document):
            document.paragraphs[0].insert_paragraph_before("First words.")
            document.add_paragraph("Last words.")

        self.edit(add)
        self.becomes(("# Protocol\n\n", "# Protocol\n\nFirst words.\n\n"),
                     ("Co-opted members too.\n", "Co-opted members too.\n\nLast words.\n"))

    def test_items_come_and_go_in_their_list(self):
        self.edit(lambda d: new_paragraph(find(d, "ask officers to act"), "write to them in anger;"))
        self.becomes(
            ("for a party;\n", "for a party;\n- (b) write to them in anger;\n"),
            ("- (b) press", "- (c) press"),
        )

    def test_a_deleted_paragraph_goes(self):
        def delete(document):
            for words in ("Members do not", "ask officers to act", "press them"):
                element = find(document, words)._p
                element.getparent().remove(element)

        self.edit(delete)
        self.becomes(
            ("1.2 Members do not:\n\n- (a) ask officers to act for a party;\n- (b) press them for advice.\n\n1.3 ",
             "1.2 "),
            ("paragraph 1.3.", "paragraph 1.2."),
        )

    def test_a_moved_item_moves(self):
        self.edit(lambda d: find(d, "press them")._p.addnext(find(d, "ask officers to act")._p))
        self.becomes(
            ("- (a) ask officers to act for a party;\n- (b) press them for advice.",
             "- (a) press them for advice.\n- (b) ask officers to act for a party;"),
        )

    def test_cells_and_rows_of_a_table(self):
        def change(document):
            table = next(t for t in document.tables if "Clerk" in t.cell(1, 0).text)
            table.cell(1, 1).paragraphs[0].runs[0].text = "7"
            row = copy.deepcopy(table.rows[2]._tr)
            table.rows[2]._tr.addnext(row)
            table.rows[3].cells[0].paragraphs[0].runs[0].text = "Mayor"

        self.edit(change)
        self.becomes(("| Clerk | 5 |", "| Clerk | 7 |"), ("| Others | 10 |", "| Others | 10 |\n| Mayor | 10 |"))

    def test_words_decide_where_the_bookmarks_are_gone(self):
        def change(document):
            for mark in list(document.element.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
                mark.getparent().remove(mark)
            replace(next(p for p in document.paragraphs if "press them" in p.text), "advice", "favours")

        self.edit(change)
        self.becomes(("press them for advice", "press them for favours"))

    def test_comments_become_drafting_notes_once(self):
        with zipfile.ZipFile(self.word) as word, zipfile.ZipFile(self.folder / "edited.docx", "w") as edited:
            for name in word.namelist():
                edited.writestr(name, commented(name, word.read(name)))
            edited.writestr("word/comments.xml", COMMENTS)
        for _ in range(2):
            self.expect(CLEAN, "import", "edited.docx", "--onto", "in/test.md")
            self.becomes(("them for advice.", "them for advice. <!-- Jo Bloggs: Too harsh? -->"))

    def rewrite(self, text):
        """The source made anew, and the Word file of it."""
        self.source.write_bytes(text.encode())
        self.word = self.make(self.source)

    def test_an_item_behind_the_only_one_that_opens_the_text(self):
        head = SOURCE[: SOURCE.index("# Protocol")]
        self.rewrite(head + "- (a) Members ask officers;\n\nOfficers answer members in writing.\n")
        self.edit(lambda d: new_paragraph(find(d, "Members ask"), "Members thank officers;"))
        self.assertEqual(
            self.source.read_text(),
            head + "- (a) Members ask officers;\n- (b) Members thank officers;\n\n"
            "Officers answer members in writing.\n")

    def test_a_title_changes_in_the_front_matter_however_it_is_spelt(self):
        for spelt in ("title: Protocol", 'title:   "Protocol"', "'title': Protocol  # of the council"):
            self.rewrite(SOURCE.replace("title: Protocol", spelt))
            document = docx.Document(self.word)
            replace(find(document, "Protocol"), "Protocol", 'Members: a "protocol" # 2')
            document.save(self.folder / "edited.docx")
            self.run_concord("import", "edited.docx", "--onto", "in/test.md")
            self.assertIn("# Members: a", self.source.read_text(), spelt)
            self.expect(CLEAN, "build", "in/test.md", "-o", "again", "--formats", "json", "--no-comparison")
            made = json.loads((self.folder / "again/test/protocol.json").read_text())
            self.assertEqual(made["title"], 'Members: a "protocol" # 2', spelt)

    def test_a_note_leaves_a_file_with_carriage_returns_without_a_trace(self):
        text = SOURCE.replace("[^1]: Co-opted members too.\n", "[^1]: Co-opted members too.\n\n[^2]: Both.\n")
        text = text.replace("for advice.", "for advice.[^2]").replace("\n", "\r\n")
        self.rewrite(text)

        def drop_the_first(document):
            mark = next(find(document, "Members treat")._p.iter(qn("w:footnoteReference")))
            mark.getparent().getparent().remove(mark.getparent())

        self.edit(drop_the_first)
        self.assertEqual(
            self.source.read_bytes().decode(),
            text.replace("[^1]: Co-opted members too.\r\n\r\n", "").replace("*respect*[^1]\r\nand", "*respect* and"))

    def test_a_dry_run_writes_nothing(self):
        document = docx.Document(self.word)
        replace(find(document, "press them"), "advice", "favours")
        document.save(self.folder / "edited.docx")
        result = self.expect(CLEAN, "import", "edited.docx", "--onto", "in/test.md", "--dry-run")
        self.assertIn("{+favours+}", result.stdout)
        self.becomes()

    def test_what_stands_around_the_text_is_said_and_not_taken(self):
        document = docx.Document(self.word)
        next(p for p in document.paragraphs if p.style.name == "Council").runs[0].text = "Silverbridge Council"
        document.save(self.folder / "edited.docx")
        result = self.expect(ERRORS, "import", "edited.docx", "--onto", "in/test.md")
        self.assertIn("warning[IMP028]", result.stdout)
        self.assertIn("Silverbridge Council", result.stdout)
        self.becomes()

    def test_a_file_of_another_text_is_refused(self):
        self.write("in/test.md", SOURCE.replace("press them", "beg them"))
        result = self.expect(ERRORS, "import", self.word, "--onto", "in/test.md")
        self.assertIn("error[IMP027]", result.stderr)
        self.assertIn("has changed since", result.stderr)
        self.expect(USAGE, "import", "in/test.md", "--onto", "in/test.md")
        self.expect(USAGE, "import", "in", "--onto", "in/test.md")


class Seeded(Case):
    """Edits at random places of the five: each arrives, and no other."""

    def test_edits_arrive(self):
        wanted = arrived = 0
        for name in FIVE:
            source = self.write(f"in/{name}.md", (REPOSITORY / f"protocols/{name}.md").read_bytes())
            self.expect(CLEAN, "build", source, "-o", name, "--formats", "docx", "--no-comparison")
            document = docx.Document(next((self.folder / name).rglob("protocol.docx")))
            edits = self.seed(document, random.Random(len(name)))
            document.save(self.folder / "edited.docx")
            self.run_concord("import", "edited.docx", "--onto", source)
            text = source.read_text()
            original = (REPOSITORY / f"protocols/{name}.md").read_text()
            wanted += len(edits)
            arrived += sum(text.count(new) == 1 for new in edits)
            changed = set(text.splitlines()) ^ set(original.splitlines())
            self.assertLessEqual(len(changed), 2 * len(edits) + 2, f"{name}: more than the edits")
        self.assertGreaterEqual(arrived / wanted, 0.98)

    @staticmethod
    def seed(document, pick):
        """Words exchanged in some ten runs, every other one tracked."""
        runs = [
            (paragraph, run.text)
            for paragraph in document.paragraphs
            if named(paragraph) and paragraph.style.name != "Title"
            for run in paragraph.runs
            if len(run.text.split()) > 8
        ]
        edits = []
        for number, (paragraph, words) in enumerate(pick.sample(runs, min(10, len(runs)))):
            old = pick.choice([word for word in words.split() if len(word) > 3 and word.isalpha()])
            new = f"zebra{number}"
            (track if number % 2 else replace)(paragraph, old, new)
            edits.append(new)
        return edits


if __name__ == "__main__":
    unittest.main()
