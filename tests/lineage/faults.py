"""Faults that people make in a draft, each planted alone in the York revision of york.py.

A fault is its name, what does it, and the codes of which one has to be found that the draft without the fault does
not have. They are such as were seen in councils' papers: a number left behind, a paragraph pasted twice, a title of
the other governance model, a placeholder that went to the meeting.
"""
import re

from york import after, once, paragraph

DRAFT = after()


def words(old, new):
    return lambda text: once(text, old, new)


def behind(number, added):
    """A paragraph behind another."""
    return lambda text: text.replace(paragraph(text, number), paragraph(text, number) + added + "\n\n")


def front(line):
    """A line more in the front matter."""
    return lambda text: text.replace("\nstatus: draft\n", f"\nstatus: draft\n{line}\n", 1)


def twice(number):
    """The paragraph pasted again at the end of the text."""
    return lambda text: text.replace("14.2 The versions", paragraph(text, number) + "14.2 The versions")


def gone(number):
    return lambda text: text.replace(paragraph(text, number), "")


def numbered(old, new):
    return lambda text: re.sub(rf"(?m)^{re.escape(old)} ", f"{new} ", text)


FAULTS = [
    # References
    ("number that no paragraph has", words("paragraph 13 below", "paragraph 23 below"), "REF001"),
    ("item that the paragraph lacks", behind("5.10", "5.11 Paragraph 5.6(vii) applies to all groups."), "REF001 REF005"),
    ("number left behind when its section moved on",
     lambda text: numbered_sections(behind("12.1", "## 13. Questions\n\n13.1 Questions are answered in writing.")(text)),
     "REF012"),
    ("direction: above for what stands below", words("paragraph 13 below", "paragraph 13 above"), "REF003"),
    ("direction: below for what stands above", behind("14.1", "14.1A See paragraph 3.1 below."), "REF003"),
    ("reference to a paragraph that was deleted", lambda text: gone("13.6")(once(
        text, "13.7 Breaches of this protocol by an officer", "13.7 Subject to paragraph 13.6, breaches by an officer")),
     "REF001 REF013"),
    ("range whose end is not there", behind("5.10", "5.11 Paragraphs 5.6 to 5.19 apply."), "REF001 REF005"),
    ("section cited by another section's title",
     behind("5.10", "5.11 Breaches are considered in section 13 (Correspondence)."), "REF011"),
    ("link to an identifier that is not there", behind("5.10", "5.11 See [the rules](#rules)."), "REF001"),
    ("link whose words name another number", behind("5.10", "5.11 See [paragraph 5.2](#5.1)."), "REF002"),
    ("paragraph that refers to itself", behind("5.10", "5.11 This is subject to paragraph 5.11."), "REF006"),
    ("heading mentioned by its earlier words", lambda text: once(
        behind("14.1", "14.1A This is read with “Involvement of ward members”.")(text),
        "## 12. Involvement of ward members", "## 12. Working with wards"), "REF016"),
    ("link with a space in it", behind("5.10", "5.11 See [paragraph 5.1] (#5.1)."), "SYN011"),
    # Numbers
    ("paragraph number used twice", numbered("7.8", "7.7"), "NUM001"),
    ("gap after a paragraph was cut", gone("10.2"), "NUM002"),
    ("paragraphs out of order", lambda text: numbered("10.9", "10.2")(numbered("10.2", "10.3")(
        numbered("10.3", "10.9")(text))), "NUM003"),
    ("paragraph with the number of another section", numbered("11.7", "12.7"), "NUM008 NUM003"),
    ("section number used twice", words("## 12. Involvement", "## 11. Involvement"), "NUM001"),
    ("item letter used twice", words("- (b) In these circumstances", "- (a) In these circumstances"), "NUM001"),
    ("item skipped", words("- (b) They can comment", "- (c) They can comment"), "NUM002"),
    ("two numbers before one paragraph", words("10.1 Correspondence", "10.1 10.2 Correspondence"), "SYN001"),
    ("number run into its word", words("10.1 Correspondence", "10.1Correspondence"), "SYN014 NUM002"),
    # What was pasted or left over
    ("paragraph pasted twice", twice("4.3"), "DUP001"),
    ("word repeated", words("officers are accountable to the Council as", "officers are are accountable to the Council as"),
     "DUP002"),
    ("heading without words", behind("12.1", "## 12A."), "SYN013"),
    ("heading with nothing below it", lambda text: text.rstrip() + "\n\n## 15. Review\n", "SYN013 SYN012"),
    ("lead-in without its list", behind("14.1", "14.1A Officers must:"), "SYN012"),
    ("placeholder in square brackets", words("Joint Standards Committee in consultation", "[name of committee] in consultation"),
     "MET006"),
    ("TBC left in", behind("14.1", "14.1A The next review is on TBC."), "MET006"),
    ("date left open", behind("14.1", "14.1A This protocol takes effect on XX/XX/2026."), "MET006"),
    ("drafting note left in", behind("14.1", "14.1A Reviews are yearly. <!-- ask legal -->"), "SYN009"),
    ("drafting note that is not closed", behind("14.1", "14.1A Reviews are yearly. <!-- ask legal"), "SYN010"),
    # What contradicts itself
    ("number in words and in figures", behind("14.1", "14.1A Officers reply within five (6) days."), "MET010"),
    ("day that does not exist", behind("14.1", "14.1A The first review is on 31 November 2026."), "MET009"),
    ("weekday that the date is not", behind("14.1", "14.1A The first review is on Monday 1 December 2026."), "MET009"),
    ("term defined twice", behind("1.6", "1.7 In this protocol, “party group” means any group of members."), "DEF003"),
    ("term used as defined and defined nowhere", behind("14.1", "14.1A Key Officers (as defined above) attend."), "DEF001"),
    # Titles and laws
    ("titles of an executive under the committee system", words("governance: executive", "governance: committee"), "ROL003"),
    ("mayor of a council with a leader", behind("14.1", "14.1A The Elected Mayor is told."), "ROL003"),
    ("title that nobody knows", behind("14.1", "14.1A Complaints go to the Director of Bridges."), "ROL001 ROL002"),
    ("one role under two titles", words("the Chief Executive or appropriate Chief Officer",
                                        "the Managing Director or appropriate Chief Officer"), "ROL002 ROL001 ROL003"),
    ("Act of the wrong year", words("the Freedom of Information Act 2000", "the Freedom of Information Act 2001"), "EXT002"),
    ("Act that was repealed", behind("14.1", "14.1A This is made under the Data Protection Act 1998."), "EXT003"),
    # Footnotes and tables
    ("mark of a footnote that is not there", words("14.1 The application", "14.1[^9] The application"), "FN001"),
    ("footnote that nobody marks", lambda text: text.rstrip() + "\n\n[^8]: See the Code.\n", "FN002"),
    ("table row with a cell too many", words("| 2026 | Advice to party groups |", "| 2026 | Advice | to party groups |"),
     "SYN019"),
    # What says what the text is
    ("draft with a date of adoption", front("adopted: {date: 2026-12-10, body: Council}"), "MET008"),
    ("key that the front matter does not have", front("reviewd: {due: 2027-05}"), "FMT006"),
    ("formerly of what never was", words("5.5 Officers must keep a record of every briefing that they give to a party group.",
                                         "5.5 Officers must keep a record of every briefing that they give to a party "
                                         "group. {formerly=5.99}"), "VER001"),
    ("deleted: of what is still there", front('deleted: [{clause: "10.1", reason: "no longer needed"}]'), "VER003"),
    ("deleted: without a reason", front('deleted: [{clause: "9.3"}]'), "VER004"),
    ("from a clause that the lender does not have", words('{from="leeds#4.7"}', '{from="leeds#44.7"}'), "REF008"),
    ("from a clause of the lender that says something else", words('{from="leeds#4.7"}', '{from="leeds#1.2"}'), "REF017"),
    ("formerly on another paragraph than the one that has the words",
     words("5.5 Officers must keep a record of every briefing that they give to a party group.",
           "5.5 Officers must keep a record of every briefing that they give to a party group. {formerly=5.4}"), "VER001"),
    ("permalink of a deleted paragraph lost", gone("13.2"), "ID002 VER002"),
]


def numbered_sections(text):
    """The sections behind a new thirteenth, and their paragraphs, one up; what refers to them stays."""
    head, tail = text.split("13.1 Questions are answered in writing.\n\n")
    tail = tail.replace("## 14. ", "## 15. ").replace("## 13. ", "## 14. ")
    tail = re.sub(r"(?m)^14\.(\d+) ", r"15.\1 ", tail)
    tail = re.sub(r"(?m)^13\.(\d+) ", r"14.\1 ", tail)
    return head + "13.1 Questions are answered in writing.\n\n" + tail
