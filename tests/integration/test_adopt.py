#!/usr/bin/env python3
"""A draft on its way to the council (`concord adopt -o`), and into force (`--into`)."""
import csv
import hashlib
import io
import json
import os
import re
import stat
import sys
import unittest
import zipfile

from concord import CLEAN, ERRORS, MACHINE, REPOSITORY, USAGE, Case, tree

sys.path.insert(0, str(REPOSITORY / "tests/lineage"))
sys.path.insert(0, str(REPOSITORY / "tests/schema"))
import validate  # noqa: E402
import york  # noqa: E402

QUICK = ("--formats", "html,docx,md,xlsx,csv,json")
MEETING = ("--date", "2026-12-10", "--body", "Council", "--minute", "47")

TEXT = """\
---
id: mine
council: Barchester Council
title: Protocol
{front}---

# Protocol

## 1. Conduct

{clauses}
"""
OLD = TEXT.format(
    front='status: adopted\nadopted: {date: 2023-05-15, body: Council, minute: "14"}\n'
          "roles:\n  chief-executive: [Chief Operating Officer]\n",
    clauses="1.1 Members should treat officers with respect.\n\n"
            "1.2 Officers reply within five days (see paragraph 1.3).\n\n"
            "1.3 The Chief Operating Officer keeps a record.\n\n"
            "1.4 The Chief Operating Officer may ask members for help.")
NEW = TEXT.format(
    front="status: draft\nroles:\n  chief-executive: [Chief Executive]\ndeleted:\n  - {clause: \"1.2\", reason: The charter says so}\n",
    clauses='1.1 Members must treat officers with respect. {reason="Two complaints in 2025"}\n\n'
            "1.2 The Chief Executive keeps a record. {formerly=1.3}\n\n"
            "1.3 The Chief Executive may ask members for help. {formerly=1.4}\n\n"
            "1.4 Officers must answer letters.")


ORIGIN = (f'source: {{retrieved: 2023-06-01, sha256: {"ab12" * 16}}}\n'
          'repairs:\n  - {at: "1.2", from: lawfu1, to: lawful}\n')


class Adopt(Case):
    def setUp(self):
        super().setUp()
        self.write("protocols/mine.md", OLD)
        self.write("protocols/mine.draft.md", NEW)

    def pack(self, *options, status=None, draft="mine@draft", old="mine@in-force"):
        said = self.run_concord("adopt", draft, "--since", old, "-o", "pack", *(options or QUICK))
        if status is not None:
            self.assertEqual(said.returncode, status, said.stderr)
        return said

    def rows(self, name="schedule.csv"):
        text = (self.folder / "pack" / name).read_bytes().decode()
        return list(csv.DictReader(io.StringIO(text)))

    def read(self, name):
        return (self.folder / "pack" / name).read_text(encoding="utf-8")


class ThePack(Adopt):
    def test_the_schedule(self):
        self.pack()
        rows = self.rows()
        self.assertEqual(list(rows[0]), ["Part", "No.", "Provision now", "Proposed", "Current words",
                                         "Proposed words", "Effect", "Reason", "Source", "Decided by"])
        told = [(row["No."], row["Provision now"], row["Proposed"], row["Decided by"]) for row in rows]
        self.assertEqual(told, [
            ("1", "1.1", "1.1", "Council"),
            ("2", "1.2", "", "Council"),
            ("3", "1.3", "1.2", "Monitoring Officer (delegated)"),
            ("4", "1.4", "1.3", "Monitoring Officer (delegated)"),
            ("5", "", "1.4", "Council"),
        ])  # fmt: skip
        self.assertEqual({row["Part"] for row in rows}, {"1. Conduct"})
        self.assertEqual(rows[0]["Current words"], "Members should treat officers with respect.")
        self.assertEqual(rows[0]["Proposed words"], "Members must treat officers with respect.")
        self.assertIn("Stronger rule: “should” becomes “must”.", rows[0]["Effect"])
        self.assertEqual(rows[0]["Reason"], "Two complaints in 2025")
        self.assertEqual(rows[1]["Proposed words"], "")
        self.assertEqual(rows[1]["Reason"], "The charter says so")
        self.assertEqual(rows[2]["Reason"], "The post has a new title.")
        self.assertEqual(rows[4]["Current words"], "")
        self.assertEqual(rows[4]["Reason"], "[To be written: the reason for this change]")

    def test_the_numbers_are_those_of_the_redline(self):
        self.pack()
        page = self.read("redline.html")
        for row in self.rows():
            clause = page[page.index(f'id="change-{row["No."]}"'):]
            self.assertIn((row["Proposed words"] or row["Current words"]).split()[0], clause[:1500])

    def test_every_file(self):
        self.pack()
        files = set(tree(self.folder / "pack"))
        papers = {f"{name}.{ending}" for name in ("report", "schedule", "destinations", "consequential", "checks")
                  for ending in ("html", "docx", "md")}
        texts = {f"{name}.{ending}" for name in ("proposed", "current", "redline") for ending in ("html", "docx")}
        tables = {"schedule.xlsx", "schedule.csv", "schedule.json", "destinations.xlsx", "destinations.csv",
                  "destinations-derivations.csv", "destinations.json", "consequential.xlsx", "consequential.json",
                  "consequential-titles.csv", "checks.json", "redline.json"}
        self.assertLessEqual(papers | texts | tables | {"manifest.json"}, files)
        self.assertNotIn("peers.html", files)

    def test_formats(self):
        self.pack("--formats", "csv")
        endings = {path.rsplit(".", 1)[-1] for path in tree(self.folder / "pack")}
        self.assertEqual(endings, {"csv", "json", "txt"})  # the manifest, and the list of files
        said = self.expect(USAGE, "adopt", "mine@draft", "--since", "mine@in-force", "-o", "p", "--formats", "doc")
        self.assertIn("doc", said.stderr)
        self.assertFalse((self.folder / "p").exists())

    def test_data_say_what_they_were_made_of(self):
        self.pack()
        for name in ("schedule", "destinations", "consequential", "checks", "redline"):
            data = json.loads(self.read(f"{name}.json"))
            self.assertRegex(data["made_of"]["version"], r"^\d+\.\d+\.\d+$", name)
        with zipfile.ZipFile(self.folder / "pack/schedule.xlsx") as book:
            self.assertIn("Made with Concord", book.read("docProps/core.xml").decode())

    def test_the_manifest(self):
        self.pack()
        manifest = json.loads(self.read("manifest.json"))
        self.assertEqual(list(validate.schema_faults("manifest", manifest)), [])
        listed = {each["path"]: each["sha256"] for each in manifest["files"]}
        files = {path: hashlib.sha256(bytes_).hexdigest() for path, bytes_ in tree(self.folder / "pack").items()
                 if path != "manifest.json" and not path.startswith("data/")}
        self.assertEqual(listed, files)
        sources = {each["role"]: each for each in manifest["sources"]}
        self.assertEqual(sources["proposed"]["sha256"], hashlib.sha256(NEW.encode()).hexdigest())
        self.assertEqual(sources["current"]["sha256"], hashlib.sha256(OLD.encode()).hexdigest())
        self.assertEqual(sources["current"]["adopted"], "2023-05-15")
        self.assertEqual(sources["proposed"]["file"], "mine.draft.md")

    def test_a_text_of_which_the_month_of_adoption_is_known(self):
        self.write("protocols/mine.md", OLD.replace("date: 2023-05-15", "date: 2023-05"))
        self.pack("--formats", "md")
        self.assertIn("The present text was adopted in May 2023 by the Council, minute 14.", self.read("report.md"))

    def test_a_review_is_due_or_was(self):
        """As of a day that is given; where none is, only what is past for certain is said to be."""
        today = {"SOURCE_DATE_EPOCH": "1795219200"}  # 21 November 2026
        for due, environment, words in (("2027-05", today, "Its review is due in May 2027."),
                                        ("2026-05", today, "Its review was due in May 2026."),
                                        ("2026-11-21", today, "Its review is due on 21 November 2026."),
                                        ("2023-06", {}, "Its review was due in June 2023."),
                                        ("2026-05", {}, "Its review date is May 2026.")):
            self.write("protocols/mine.md", OLD.replace("roles:", f"review: {{due: {due}}}\nroles:"))
            self.write("protocols/mine.draft.md", NEW.replace("roles:", "source: {retrieved: 2023-08-01}\nroles:"))
            self.run_concord("adopt", "mine@draft", "--since", "mine@in-force", "-o", "pack", "--formats", "md",
                             environment=environment)
            self.assertIn(words, self.read("report.md"))

    def test_the_report(self):
        said = self.pack()
        report = self.read("report.md")
        self.assertIn("adopted on 15 May 2023 by the Council, minute 14", report)
        self.assertIn("approves the changes numbered 1, 2 and 5 in Appendix 3 and, with them, the revised Protocol "
                      "as set out in Appendix 1;", report)
        self.assertIn("notes the changes numbered 3 and 4 in Appendix 3, which the Monitoring Officer makes under "
                      "delegated powers;", report)
        self.assertIn("delegates to the Monitoring Officer the correction of typographical errors", report)
        self.assertIn("takes effect on **\\[To be written: the date on which it takes effect\\]**.".replace("\\", "")
                      .replace("[", "\\[").replace("]", "\\]"), report)
        for gap in ("why the protocol is being revised now", "the legal implications, by the monitoring officer"):
            self.assertIn(gap, report)
            self.assertIn(gap, said.stdout)
        self.assertIn("the reason for this change", said.stdout)

    def test_gaps_are_marked_in_every_format(self):
        self.pack()
        gap = "To be written: what led to the revision"
        self.assertRegex(self.read("report.html"), rf'<mark class="to-write">\[{gap}\]</mark>')
        with zipfile.ZipFile(self.folder / "pack/report.docx") as word:
            document = word.read("word/document.xml").decode()
        self.assertRegex(document, rf'<w:rStyle w:val="ToWrite"/></w:rPr><w:t[^>]*>\[{gap}\]')

    def test_a_schedule_in_word_breaks_no_word_of_its_heads(self):
        self.pack()
        with zipfile.ZipFile(self.folder / "pack/schedule.docx") as word:
            document = word.read("word/document.xml").decode()
            styles = word.read("word/styles.xml").decode()
        self.assertIn('w:orient="landscape"', document)
        for table in re.findall(r"<w:tbl>.*?</w:tbl>", document, re.S):
            widths = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"', table)]
            head = re.findall(r"<w:tc>.*?</w:tc>", table.split("</w:tr>")[0], re.S)
            self.assertLessEqual(sum(widths), 14004)
            for width, cell in zip(widths, head, strict=True):
                words = "".join(re.findall(r"<w:t[^>]*>([^<]*)", cell)).split()
                self.assertGreaterEqual(width, 140 * max(map(len, words)), words)
        # What stands right in header and footer stands at the turned page's edge.
        for style in ("Header", "Footer"):
            self.assertRegex(styles, rf'(?s)w:styleId="{style}">.{{,400}}?<w:tab w:val="right" w:pos="14004"/>')

    def test_destinations(self):
        self.pack()
        told = [(row["Provision now"], row["Proposed provision"], row["What became of it"])
                for row in self.rows("destinations.csv") if row["Provision now"].startswith("1.")]
        self.assertEqual(told, [("1.1", "1.1", "reworded"), ("1.2", "", "deleted"),
                                ("1.3", "1.2", "reworded, renumbered"), ("1.4", "1.3", "reworded, renumbered")])
        back = {row["Proposed provision"]: row["Comes from"] for row in self.rows("destinations-derivations.csv")}
        self.assertEqual([back[number] for number in ("1.1", "1.2", "1.3", "1.4")], ["1.1", "1.3", "1.4", ""])

    def test_consequential(self):
        self.write("protocols/mine.draft.md", NEW.replace("keeps a record.", "keeps a record (see paragraph 1.3)."))
        old = OLD.replace("keeps a record.", "keeps a record (see paragraph 1.4).")
        self.write("protocols/mine.md", old)
        self.pack()
        (reference,) = self.rows("consequential-references.csv")
        self.assertEqual((reference["In provision"], reference["Says now"], reference["Will say"]),
                         ("1.2", "1.4", "1.3"))
        (title,) = self.rows("consequential-titles.csv")
        self.assertEqual(title["Title now"], "Chief Operating Officer")
        self.assertIn("“Chief Operating Officer”, which becomes “Chief Executive”", self.read("consequential.md"))

    def test_checks_tell_and_do_not_stop(self):
        self.write("protocols/mine.draft.md", NEW.replace("answer letters.", "answer letters (see paragraph 9.9)."))
        said = self.pack(status=ERRORS)
        self.assertIn("see checks", said.stderr)
        found = [row for row in json.loads(self.read("checks.json"))["tables"][0]["rows"] if row["code"] == "REF001"]
        self.assertEqual([row["severity"] for row in found], ["error"])
        self.assertEqual(found[0]["clause"], "1.4")
        self.assertRegex(found[0]["place"], r"^mine\.draft\.md:\d+:\d+$")
        self.assertGreaterEqual(json.loads(self.read("manifest.json"))["errors"], 1)

    def test_an_error_of_the_present_text_is_open_too(self):
        """It would stop the adoption, however old it is."""
        for name, text in (("mine.md", OLD), ("mine.draft.md", NEW)):
            self.write(f"protocols/{name}", text.replace("Members", "Under paragraph 9.9, members", 1))
        self.pack("--formats", "json", status=ERRORS)
        rows = json.loads(self.read("checks.json"))["tables"][0]["rows"]
        self.assertIn(("error", "REF001", "1.1"), [(each["severity"], each["code"], each["clause"]) for each in rows])
        said = self.run_concord("adopt", "mine@draft", "--since", "mine@in-force", "--into", "protocols", *MEETING)
        self.assertEqual(said.returncode, ERRORS)

    def test_the_proposed_text_was_not_taken_from_where_the_present_one_was(self):
        for name, text in (("mine.md", OLD), ("mine.draft.md", NEW)):
            self.write(f"protocols/{name}", text.replace("roles:", ORIGIN + "roles:"))
        self.pack("--formats", "html")
        for words in ("ab12ab12", "lawful"):
            self.assertIn(words, self.read("current.html"))
            self.assertNotIn(words, self.read("proposed.html"))

    def test_two_drafts_that_nothing_tells_apart(self):
        self.write("protocols/mine.other.md", NEW)
        before = tree(self.folder)
        said = self.pack(status=USAGE)
        self.assertIn("nothing tells these versions apart", said.stderr)
        for name in ("mine.draft.md", "mine.other.md"):
            self.assertIn(name, said.stderr)
        self.assertEqual(tree(self.folder), before)
        self.pack("--formats", "md", draft="protocols/mine.other.md")
        self.assertTrue((self.folder / "pack/report.md").exists())

    def test_who_decides_is_the_councils_own(self):
        self.write("protocols/mine.draft.md", NEW.replace(
            "status: draft\n", "status: draft\nauthority:\n  job-title: {decides: committee, body: Standards Committee}\n"))
        self.pack()
        self.assertEqual([row["Decided by"] for row in self.rows()],
                         ["Council", "Council", "Standards Committee", "Standards Committee", "Council"])
        self.assertIn("are for the Standards Committee to decide;", self.read("report.md"))
        self.write("protocols/register/authority.yaml",
                   "authority:\n  - {id: other, title: All else, decides: council, body: Full Council}\n")
        self.pack()
        self.assertEqual(self.rows()[0]["Decided by"], "Full Council")
        self.assertIn("That the Full Council:", self.read("report.md"))

    def test_faults_of_the_register(self):
        for entry, said in (("{id: numbers, title: N, decides: council}", "numbering"),
                            ("{id: numbering, title: N, decides: parish}", "delegated"),
                            ("{id: numbering, title: N}", "decides")):
            bad = self.write("protocols/register/authority.yaml", f"authority:\n  - {entry}\n")
            result = self.expect(ERRORS, "check", "protocols/mine.md")
            self.assertIn("REG001", result.stdout)
            self.assertIn(said, result.stdout)
            bad.unlink()
        self.write("protocols/mine.draft.md", NEW.replace("status: draft\n", "status: draft\nauthority: {titles: council}\n"))
        self.assertIn("FMT006", self.run_concord("check", "protocols/mine.draft.md").stdout)

    def test_same_bytes(self):
        self.pack()
        first = tree(self.folder / "pack")
        self.write("pack/agenda.txt", "ours")
        self.pack()
        second = tree(self.folder / "pack")
        self.assertEqual(second.pop("agenda.txt"), b"ours")
        self.assertEqual(first, second)

    def test_what_stands_there_is_not_replaced(self):
        self.write("pack/report.md", "ours")
        said = self.pack(status=MACHINE)
        self.assertIn("report.md", said.stderr)
        self.assertEqual(tree(self.folder / "pack"), {"report.md": b"ours"})

    def test_texts_that_are_no_step(self):
        undated = OLD.replace("adopted: {date: 2023-05-15, body: Council, minute: \"14\"}\n", "")
        for old, new, said in (
                (OLD.replace("status: adopted", "status: draft"), NEW, "both drafts"),
                (undated, NEW, "does not say when it was adopted"),
                (OLD.replace("id: mine", "id: other"), NEW, "two versions of one protocol"),
                (OLD.replace("Barchester", "Ambridge"), NEW, "two versions of one protocol"),
                (OLD, NEW.replace("status: draft", "status: adopted"), "only a draft can be adopted")):
            self.write("old.md", old)
            self.write("new.md", new)
            result = self.expect(USAGE, "adopt", "new.md", "--since", "old.md", "-o", "pack")
            self.assertIn(said, result.stderr)
            self.assertFalse((self.folder / "pack").exists())
        self.assertIn("-o", self.expect(USAGE, "adopt", "new.md", "--since", "old.md").stderr)

    def test_hostile_words(self):
        self.write("protocols/mine.draft.md", NEW.replace("Two complaints in 2025", "=HYPERLINK(1) <b>|~~*"))
        self.pack()
        self.assertEqual(self.rows()[0]["Reason"], "'=HYPERLINK(1) <b>|~~*")
        self.assertIn("=HYPERLINK(1) &lt;b&gt;|~~*", self.read("schedule.html"))
        self.assertIn("\\<b\\>\\|\\~\\~\\*", self.read("schedule.md"))


class WhereClausesComeFrom(Adopt):
    """What `from=` and `formerly=` say is repeated by the pack and by the pages, so that it has to be so."""

    LENDER = TEXT.replace("id: mine", "id: other").replace("Barchester", "Allington")
    LENT = "Members should not approach junior staff about their casework without asking the manager first."
    AMENDED = LENT.replace("should not", "must never")

    def setUp(self):
        super().setUp()
        for name, status, date, words in (("other.md", "adopted", "2024-05-01", self.AMENDED),
                                          ("earlier/other-2020-05-01.md", "superseded", "2020-05-01", self.LENT)):
            front = f'status: {status}\nadopted: {{date: {date}, body: Council, minute: "1"}}\n'
            self.write(f"protocols/{name}", self.LENDER.format(front=front, clauses="1.1 " + words))

    def draft(self, clause, old=OLD):
        self.write("protocols/mine.md", old)
        self.write("protocols/mine.draft.md", NEW.rstrip() + f"\n\n1.5 {clause}\n")

    def refused(self, words, code):
        """Nothing is written before the meeting or after it, and the place is named."""
        before = tree(self.folder)
        for goal in (("-o", "pack", *QUICK), ("--into", "protocols", *MEETING)):
            said = self.expect(ERRORS, "adopt", "mine@draft", "--since", "mine@in-force", *goal)
            self.assertRegex(said.stderr, rf"protocols/mine(\.draft)?\.md:\d+:\d+: error\[{code}\]: .*{words}")
            self.assertEqual(tree(self.folder), before)

    def accepted(self):
        self.pack("--formats", "md", status=CLEAN)
        self.expect(CLEAN, "adopt", "mine@draft", "--since", "mine@in-force", "--into", "protocols", *MEETING)

    def test_from_that_leads_nowhere(self):
        self.draft(self.LENT + ' {from="other#9.9"}')
        self.refused('"from" names clause "9.9", which "other" does not have', "REF008")
        self.draft(self.LENT + ' {from="other 1.1"}')
        self.refused("expected a protocol and one of its clauses", "REF008")

    def test_from_whose_words_have_changed_since(self):
        self.draft(self.LENT + ' {from="other@2020-05-01#1.1"}')
        self.refused('"other@2020-05-01#1.1" is gone', "REF017")
        self.draft(self.LENT + ' {from="other@2020-05-01#1.1" sic="as Allington had it in 2020"}')
        self.accepted()

    def test_from_an_identifier_whose_words_have_changed_since(self):
        for name in ("other.md", "earlier/other-2020-05-01.md"):
            path = self.folder / "protocols" / name
            path.write_text(path.read_text().replace("first.", "first. {#staff}"))
        self.draft(self.LENT + ' {from="other@2020-05-01#staff"}')
        self.refused('the words of "other@2020-05-01#staff" have changed since', "REF017")

    def test_from_that_names_another_text(self):
        self.draft("The press office answers journalists and publishes whatever they were told. {from=other#1.1}")
        self.refused("has hardly a word in common", "REF017")

    def test_what_was_adopted_in_those_words_stays(self):
        """Another council's amendment does not stop this one's."""
        clause = self.LENT + ' {from="other@2020-05-01#1.1"}'
        self.draft(clause, OLD.rstrip() + f"\n\n1.5 {clause}\n")
        self.accepted()

    def test_from_that_is_so(self):
        for clause in (self.LENT + ' {from="other@2024-05-01#1.1"}', self.LENT + ' {from="other#1.1"}',
                       self.LENT + ' {from="unheard-of#4.7"}'):
            with self.subTest(clause):
                self.draft(clause)
                self.pack("--formats", "md", status=CLEAN)

    def test_formerly_that_leads_nowhere(self):
        self.draft("Officers answer telephones. {formerly=5.99}")
        self.refused("formerly=5.99 names a clause that the version before does not have", "VER001")

    def test_formerly_on_another_clause_than_it_names(self):
        self.draft("Officers answer telephones. {formerly=1.3}",
                   OLD.replace("The Chief Operating Officer keeps", "The Chief Executive keeps"))
        draft = self.folder / "protocols/mine.draft.md"
        draft.write_text(draft.read_text().replace("keeps a record. {formerly=1.3}", "keeps a record."))
        self.refused('formerly=1.3 is on "1.5", but the words of that clause are now those of "1.2"', "VER001")

    def test_reference_that_leads_elsewhere_stops_the_adoption(self):
        """The text alone does not show it: only the one before does."""
        self.write("protocols/mine.md", OLD.rstrip() + "\n\n1.5 For help see paragraph 1.4.\n")
        self.write("protocols/mine.draft.md", NEW.rstrip() + "\n\n1.5 For help see paragraph 1.4.\n")
        before = tree(self.folder)
        said = self.expect(ERRORS, "adopt", "mine@draft", "--since", "mine@in-force", "--into", "protocols", *MEETING)
        self.assertIn("REF012", said.stderr)
        self.assertIn("Officers must answer letters", said.stderr)
        self.assertEqual(tree(self.folder), before)


class York(Adopt):
    """The York revision, read line by line against what was done (tests/lineage/york.py)."""

    def setUp(self):
        super().setUp()
        dated = york.before().replace("status: adopted\n", "status: adopted\nadopted: {date: 2023-09-21, body: "
                                      "Council, minute: \"33\"}\n")
        after = york.after()
        after = york.once(after, "an officer must:", 'an officer must: {reason="Model Code 2020"}')
        self.write("protocols/york.md", dated)
        self.write("protocols/york.draft.md", after)
        self.write("protocols/leeds.md", (REPOSITORY / "protocols/leeds.md").read_text())
        self.pack("--formats", "csv,md,json", draft="york@draft", old="york@in-force")

    def test_the_schedule(self):
        told = [(row["No."], row["Part"].split(" ")[0], row["Provision now"], row["Proposed"],
                 row["Decided by"].split(" (")[0]) for row in self.rows()]
        self.assertEqual(told, [
            ("1", "1.", "", "1.6", "Council"),                      # the definition
            ("2", "4.", "4.4", "4.4", "Council"),                   # must
            ("3", "4.", "4.4, item 4", "4.4, item 4", "Monitoring Officer"),  # Chief Executive
            ("4", "4.", "", "4.6", "Council"),                      # from Leeds
            ("5", "5.", "5.3", "5.3; 5.4", "Council"),              # in two
            ("6", "5.", "", "5.5", "Council"),                      # a record of every briefing
            ("7", "5.", "5.8", "5.10", "Monitoring Officer"),       # Chief Executive
            ("8", "7.", "7.2", "7.5", "Council"),                   # moved
            ("9", "9.", "9.3", "", "Council"),                      # deleted
            ("10", "12.", "12.1", "12.1", "Council"),               # the footnote's mark
            ("11", "12.", "", "footnote 1", "Council"),
            ("12", "14.", "", "14.2", "Council"),
            ("13", "14.", "", "14.2, table 1", "Council"),
        ])  # fmt: skip

    def test_words(self):
        rows = {row["No."]: row for row in self.rows()}
        self.assertIn("Stronger rule: “should” becomes “must”.", rows["2"]["Effect"])
        self.assertEqual(rows["2"]["Reason"], "Model Code 2020")
        self.assertIn("Defines “party group”, used in 13 clauses.", rows["1"]["Effect"])
        self.assertIn("Borrowed from Leeds-style 4.7.", rows["4"]["Effect"])
        self.assertEqual(rows["10"]["Effect"].splitlines()[0],
                         "Footnote 1 added: “Invitations are sent ten working days before the meeting.”")
        self.assertEqual(rows["4"]["Source"], "Leeds City Council's form, 4.7")
        self.assertEqual(len(rows["5"]["Proposed words"].splitlines()), 2)
        self.assertEqual(len(rows["5"]["Current words"].splitlines()), 1)
        self.assertIn("New duty", rows["6"]["Effect"])
        self.assertIn("Moved from 7.2.", rows["8"]["Effect"])
        self.assertTrue(rows["9"]["Current words"].startswith("Wherever possible Scrutiny should"))
        self.assertEqual(rows["13"]["Proposed words"], "Version | What changed\n2026 | Advice to party groups")
        gaps = [number for number, row in rows.items() if row["Reason"].startswith("[To be written")]
        self.assertEqual(gaps, ["1", "4", "5", "6", "8", "9", "10", "11", "12", "13"])

    def test_destinations(self):
        to = {row["Provision now"]: row["Proposed provision"] for row in self.rows("destinations.csv")}
        self.assertEqual([to[each] for each in ("4.6", "5.3", "5.4", "5.4(iv)", "7.2", "7.3", "9.3", "14.1")],
                         ["4.7", "5.3; 5.4", "5.6", "5.6(iv)", "7.5", "7.2", "", "14.1"])
        origin = {row["Proposed provision"]: row["Comes from"] for row in self.rows("destinations-derivations.csv")}
        self.assertEqual([origin[each] for each in ("1.6", "5.4", "5.5", "7.5")], ["", "5.3", "", "7.2"])

    def test_who_decides(self):
        report = self.read("report.md")
        self.assertIn("approves the changes numbered 1, 2, 4 to 6 and 8 to 13 in Appendix 3", report)
        self.assertIn("notes the changes numbered 3 and 7 in Appendix 3, which the Monitoring Officer makes", report)
        self.assertIn("“Chief Operating Officer” becomes “Chief Executive” throughout, in 2 places.", report)
        numbers = {row["Number now"]: row["Proposed number"] for row in self.rows("consequential-numbers.csv")}
        self.assertEqual([numbers[each] for each in ("4.6", "5.5", "7.4")], ["4.7", "5.7", "7.3"])


    def test_what_other_councils_say(self):
        peers = self.read("peers.md")
        heads = [line[3:] for line in peers.splitlines() if line.startswith("## ")]
        self.assertIn("York 4.4 (proposed text)", heads)
        self.assertIn("York 5.5 (proposed text)", heads)
        self.assertEqual(peers.count("Made with Concord"), 1)
        self.assertEqual(heads[-2:], ["York 9.3 (present text, to be deleted)", "How this was made"])
        self.assertNotIn("York 1.1 (proposed text)", heads)
        self.assertIn("### Leeds-style", peers)
        report = self.read("report.md")
        self.assertIn("What other councils say on what changes", report)
        data = json.loads(self.read("peers.json"))
        (borrowed,) = [each for each in data["choices"] if each["label"] == "4.6 (proposed text)"]
        self.assertIn("leeds", json.dumps(borrowed["peers"]))
        manifest = json.loads(self.read("manifest.json"))
        self.assertEqual(list(validate.schema_faults("manifest", manifest)), [])
        sources = [(each["role"], each["file"]) for each in manifest["sources"]]
        self.assertEqual(sources, [("proposed", "york.draft.md"), ("current", "york.md"), ("other", "leeds.md"),
                                   ("other", "mine.draft.md"), ("other", "mine.md")])
        leeds = (self.folder / "protocols/leeds.md").read_bytes()
        self.assertEqual(manifest["sources"][2]["sha256"], hashlib.sha256(leeds).hexdigest())
        listed = {each["path"] for each in manifest["files"]}
        self.assertLessEqual({"peers.md", "peers.json"}, listed)
        self.pack("--formats", "html,docx", draft="york@draft", old="york@in-force")
        self.assertIn("What other councils say", self.read("peers.html"))
        self.assertTrue((self.folder / "pack/peers.docx").exists())

    def test_no_peers_where_there_is_no_other_text(self):
        for name in ("leeds.md", "mine.md", "mine.draft.md"):
            os.remove(self.folder / "protocols" / name)
        self.pack("--formats", "md", draft="york@draft", old="york@in-force")
        self.assertFalse((self.folder / "pack/peers.md").exists())
        self.assertNotIn("What other councils say", self.read("report.md"))


class IntoForce(Adopt):
    def built(self, name):
        self.expect(CLEAN, "build", "protocols", "-o", "out", "--formats", "html")
        return (self.folder / "out" / name).read_text(encoding="utf-8")

    def into(self, *options, draft="protocols/mine.draft.md", old="protocols/mine.md"):
        return self.run_concord("adopt", draft, "--since", old, "--into", "protocols", *MEETING, *options)

    def setUp(self):
        super().setUp()
        self.write("protocols/mine.draft.md", NEW.replace("1.4 Officers", "#. Officers").replace(
            "answer letters.", "answer letters. <!-- Ask legal -->"))

    def test_a_draft_becomes_the_text_in_force(self):
        before = tree(self.folder)
        said = self.into("--dry-run")
        self.assertEqual(said.returncode, CLEAN, said.stderr)
        self.assertEqual(tree(self.folder), before)
        said = self.into("--label", "2.0")
        self.assertEqual(said.returncode, CLEAN, said.stderr)
        self.assertIn("drafting note taken out: Ask legal", said.stdout)
        self.assertIn("reason taken out: 1.1: Two complaints in 2025", said.stdout)
        self.assertIn("1 automatic number written out", said.stdout)
        files = {path: text.decode() for path, text in tree(self.folder).items()}
        self.assertEqual(set(files), {"protocols/mine.md", "protocols/earlier/mine-2023-05-15.md"})
        now = files["protocols/mine.md"]
        self.assertIn("status: adopted\n", now)
        self.assertIn('adopted: {date: 2026-12-10, body: Council, minute: 47}\n', now)
        self.assertIn("versions:\n  - {version: 2.0, date: 2026-12-10, authority: Council, minute: 47}\n", now)
        self.assertIn("1.1 Members must treat officers with respect.\n", now)
        self.assertIn("1.4 Officers must answer letters.\n", now)
        self.assertEqual(files["protocols/earlier/mine-2023-05-15.md"],
                         OLD.replace("status: adopted", "status: superseded"))
        self.expect(CLEAN, "check", "protocols")
        self.assertIn("keeps a record", self.expect(CLEAN, "redline", "mine@2023-05-15", "mine@in-force").stdout)

    def test_what_others_call_otherwise_is_told(self):
        self.write("protocols/register/links.yaml",
                   "links:\n  - {a: \"mine#1.3\", b: other#1.1, verdict: same, because: x}\n"
                   "  - {a: mine@2023-05-15#1.3, b: mine#1.1, verdict: same, because: x}\n")
        self.write("protocols/other.md", OLD.replace("id: mine", "id: other").replace("Barchester", "Allington")
                   .replace("with respect.", "with respect. {from=mine#1.2}"))
        command = ("adopt", "mine@draft", "--since", "mine@in-force", "--into", "protocols", *MEETING)
        links = self.folder / "protocols/register/links.yaml"
        before = links.read_text()
        self.assertIn("links.yaml:2:10: mine#1.3 would become mine#1.2\n",
                      self.expect(CLEAN, *command, "--dry-run").stdout)
        self.assertEqual(links.read_text(), before)
        said = self.expect(CLEAN, *command)
        self.assertEqual(links.read_text(), before.replace('"mine#1.3"', '"mine#1.2"'))
        told = [line for line in said.stdout.splitlines() if "mine#" in line]
        self.assertEqual(told, ["protocols/register/links.yaml:2:10: mine#1.3 becomes mine#1.2",
                                f"protocols/other.md:{self.line_of('protocols/other.md', 'mine#')}:55: mine#1.2 is gone"])

    def line_of(self, path, words):
        lines = (self.folder / path).read_text().splitlines()
        return next(number for number, line in enumerate(lines, 1) if words in line)

    def test_a_second_run(self):
        self.into()
        after = tree(self.folder)
        for draft in ("protocols/mine.draft.md", "mine@draft"):
            said = self.into(draft=draft)
            self.assertEqual(said.returncode, CLEAN, said.stderr)
            self.assertIn("nothing to do", said.stdout)
        self.assertEqual(tree(self.folder), after)

    def test_a_draft_outside_the_folder_stays(self):
        (self.folder / "protocols/mine.draft.md").rename(self.folder / "mine.md")
        said = self.into(draft="mine.md")
        self.assertEqual(said.returncode, CLEAN, said.stderr)
        self.assertTrue((self.folder / "mine.md").exists())
        said = self.into(draft="mine.md")
        self.assertIn("nothing to do", said.stdout)

    @unittest.skipIf(os.geteuid() == 0, "root may write anywhere")
    def test_a_folder_that_may_not_be_written(self):
        before = tree(self.folder)
        folder = self.folder / "protocols"
        folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
        self.addCleanup(folder.chmod, 0o755)
        self.assertEqual(self.into().returncode, MACHINE)
        folder.chmod(0o755)
        self.assertEqual(tree(self.folder), before)

    def test_a_place_that_is_taken(self):
        """earlier/ is a file: no folder can be made of it, not even by root."""
        self.write("protocols/earlier", "a note")
        before = tree(self.folder)
        said = self.into()
        self.assertEqual(said.returncode, MACHINE)
        self.assertNotIn("written", said.stdout)
        self.assertEqual(tree(self.folder), before)

    def test_what_the_text_before_was_taken_from_stays_with_it(self):
        front = ORIGIN + "roles:"
        draft = NEW.replace("roles:", front)
        self.write("protocols/mine.md", OLD.replace("roles:", front))
        self.write("protocols/mine.draft.md", draft)
        self.assertIn("source and repairs taken out", self.into().stdout)
        now = self.folder / "protocols/mine.md"
        self.assertNotIn("source:", now.read_text())
        self.assertNotIn("repairs:", now.read_text())
        self.assertIn(ORIGIN, (self.folder / "protocols/earlier/mine-2023-05-15.md").read_text())
        page = self.built("mine/index.html")
        self.assertNotIn("ab12ab12", page)
        self.assertIn("as at 10 December 2026", page)

    def test_a_source_of_its_own_stays(self):
        self.write("protocols/mine.draft.md", NEW.replace("roles:", ORIGIN + "roles:"))
        self.assertNotIn("taken out: they", self.into().stdout)
        self.assertIn(ORIGIN, (self.folder / "protocols/mine.md").read_text())

    def test_line_ends_stay_as_they_were(self):
        for name, text in (("mine.md", OLD), ("mine.draft.md", NEW)):
            (self.folder / "protocols" / name).write_bytes(text.replace("\n", "\r\n").encode())
        self.assertEqual(self.into().returncode, CLEAN)
        for path, text in tree(self.folder).items():
            self.assertEqual(text.count(b"\n"), text.count(b"\r\n"), path)

    def test_a_step_that_fails_takes_back_those_before_it(self):
        """The new text cannot take its place, which is a folder now: the earlier one goes again."""
        (self.folder / "protocols/mine.md").rename(self.folder / "old.md")
        (self.folder / "protocols/mine.md").mkdir()
        self.write("protocols/mine.md/keep.txt", "a note")
        before = tree(self.folder)
        said = self.into(old="old.md")
        self.assertNotEqual(said.returncode, CLEAN)
        self.assertNotIn("written", said.stdout)
        self.assertEqual(tree(self.folder), before)

    def test_what_is_missing_or_wrong(self):
        before = tree(self.folder)
        for options, said in ((("--date", "2026-12-10", "--body", "Council"), "--minute"),
                              (("--date", "10 December", "--body", "C", "--minute", "1"), "2026-12-10"),
                              (("--date", "2020-01-01", "--body", "C", "--minute", "1"), "supersedes")):
            result = self.expect(USAGE, "adopt", "mine@draft", "--since", "mine@in-force", "--into", "protocols",
                                 *options)
            self.assertIn(said, result.stderr)
        self.write("protocols/earlier/mine-2023-05-15.md", OLD.replace("status: adopted", "status: superseded")
                   .replace("respect", "courtesy"))
        self.assertIn("already, with another text", self.into().stderr)
        (self.folder / "protocols/earlier/mine-2023-05-15.md").unlink()
        (self.folder / "protocols/earlier").rmdir()
        self.assertEqual(tree(self.folder), before)

    def test_errors_of_an_adopted_text_stop_it(self):
        self.write("protocols/mine.draft.md", NEW.replace("answer letters.", "answer letters (see paragraph 9.9)."))
        before = tree(self.folder)
        said = self.into()
        self.assertEqual(said.returncode, ERRORS)
        self.assertIn("REF001", said.stderr)
        self.assertEqual(tree(self.folder), before)


if __name__ == "__main__":
    unittest.main()
