"""Layouts as English and Welsh councils publish their constitutions: pages of committee systems, Word files numbered
by hand, tables that lay text out, PDFs with stamps in their footers, texts that OCR and "save as text" left. Each is a
function of a protocol (`Protocol`), so that it can be made of any words. `lay_out` writes them, as in layouts.py.
"""
import dataclasses
import html

from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

import layouts
from layouts import field, letter, new, number, numbering, para, roman, wrapped


@dataclasses.dataclass
class Protocol:
    council: str
    title: str
    text: list

    def clauses(self):
        """Each clause: section, its heading, clause of the section, clause of all, words, items."""
        n = 0
        for s, (heading, clauses) in enumerate(self.text, 1):
            for c, (words, items) in enumerate(clauses, 1):
                n += 1
                yield s, heading, c, n, words, items

    def gold(self, text=None, **how):
        return layouts.gold(text or self.text, self.title, self.council, **how)


PLANNING = Protocol("Ashcombe District Council", "Code of Practice on Planning Matters", [
    ("Purpose of this Code", [
        ("This Code says how councillors and officers deal with planning applications, with the making of the Local Plan and with enforcement. It replaces the guidance that the Council issued in 2014.", []),
        ("It adds to the Members’ Code of Conduct, which comes first where the two differ.", []),
        ("In this Code:", [
            "“application” includes a notice under Part 3 of the Order of 2015;",
            "“the Committee” means the Planning Committee; and",
            "“site visit” means a visit arranged under paragraph 4.1 of this Code.",
        ]),
    ]),
    ("Lobbying", [
        ("Lobbying is a normal part of the planning process. Those who may be affected by a decision will often seek to influence it by an approach to their ward councillor or to a member of the Committee.", []),
        ("A councillor who is lobbied should:", [
            "listen, and explain that he or she cannot say how he or she will vote before all the evidence has been heard;",
            "advise the lobbyist to write to the case officer, so that what is said can be part of the report;",
            "pass on to the case officer any letter, e-mail or plan that was received; and",
            "tell the Monitoring Officer of any undue or excessive pressure.",
        ]),
        ("No councillor may accept a gift from an applicant. Hospitality worth £25 or more that cannot be avoided is declared within 28 days, whether or not the application has been decided.", []),
    ]),
    ("Meetings with Applicants and Developers", [
        ("Members of the Committee should not meet an applicant alone. Where a meeting is thought useful, an officer arranges it, attends it and keeps a note, which is placed on the file.", []),
        ("Pre-application discussions are led by officers. It is made clear at the outset that:", [
            "the discussions do not bind the Council; and",
            "views expressed are personal and provisional.",
        ]),
        ("Presentations by developers are open to all councillors, who may ask questions but do not debate the merits.", []),
        ("The case officer keeps a written record of each discussion. A follow-up letter is sent where documents have been left with the Council.", []),
    ]),
    ("Site Visits", [
        ("A visit is arranged only where the Committee, or the Chair with the Head of Planning, finds that there is a real benefit from seeing the site.", []),
        ("Visits are for looking. No decision is taken on site, and no representation is heard from the applicant, the objectors or any other person.", []),
        ("Members who cannot attend should make themselves familiar with the site from places to which the public have access.", []),
    ]),
    ("Speaking at the Committee", [
        ("Anyone who has made a written representation may speak, provided that they tell Democratic Services by noon on the working day before the meeting.", []),
        ("The order of speaking is as follows:", [
            "objectors;",
            "the parish or town council;",
            "the ward councillor, if not a member of the Committee; and",
            "the applicant or agent.",
        ]),
        ("Each speaker has three minutes. The Chair may extend this where an application is complex, and the same extension is then given to all.", []),
    ]),
    ("Decisions Contrary to the Officers’ Recommendation", [
        ("A member who proposes a decision that differs from the recommendation gives planning reasons for it before the vote. The reasons are minuted.", []),
        ("The officer is given an opportunity to explain what the decision would imply, including the likelihood of an appeal and of an award of costs.", []),
        ("If the Committee is minded to refuse against advice, the Head of Planning may defer the item once, to the next ordinary meeting.", []),
    ]),
    ("Training and Review", [
        ("No member sits on the Committee without training. The training is renewed every year.", []),
        ("The Monitoring Officer reports to the Standards Committee each June on how this Code has worked.", []),
    ]),
])
TERSE = Protocol(layouts.TERSE_COUNCIL, layouts.TERSE_TITLE, layouts.TERSE)

PUBLISHED = {}


def published(make):
    PUBLISHED[make.__name__] = make
    return make


def cover(document, protocol, case=lambda words: words):
    para(document, case(protocol.council), True, 16, True)
    para(document, case(protocol.title), True, 18, True)


def items_of(document, items, mark="({a})", gap="\t", left=2.5):
    for k, each in enumerate(items, 1):
        para(document, mark.format(a=letter(k), A=letter(k).upper(), i=roman(k), k=k) + gap + each, left=left, first=-1.25)


# --- Word
@published
def word_spaced_by_hand(p):
    """Hanging indents made with blanks, "1.0" headings in capitals, an empty paragraph below each."""
    d = new(font="Times New Roman"); cover(d, p, str.upper)
    for s, (h, clauses) in enumerate(p.text, 1):
        para(d, f"{s}.0     {h.upper()}", True); para(d)
        for c, (w, items) in enumerate(clauses, 1):
            para(d, f"{s}.{c}     {w}"); para(d)
            for k, e in enumerate(items, 1): para(d, f"          ({letter(k)})    {e}"); para(d)
    return "docx", d, p.gold(section="{s}.0", heading=str.upper).replace("# " + p.title, "# " + p.title.upper())


@published
def word_parts_restart(p):
    """Parts in which the sections count from 1 again."""
    d = new(); cover(d, p)
    out = [p.gold().split("\n# ")[0], f"# {p.title}\n"]
    for part, begin in enumerate(range(0, len(p.text), 3)):
        name = f"PART {letter(part + 1).upper()} – {['GENERAL', 'CONDUCT', 'COMPLAINTS'][part]}"
        para(d, name, True, centre=True); out.append(f"## {name}\n")
        for s, (h, clauses) in enumerate(p.text[begin:begin + 3], 1):
            para(d, f"{s}.\t{h}", True); out.append(f"### {s}. {h}\n")
            for c, (w, items) in enumerate(clauses, 1):
                para(d, f"{s}.{c}\t{w}", left=1.25, first=-1.25); out.append(f"{s}.{c} {w}\n")
                items_of(d, items); out += [f"- ({letter(k)}) {e}" for k, e in enumerate(items, 1)] + [""]
    return "docx", d, "\n".join(out)


@published
def word_table_merged_heads(p):
    """A table of numbers and paragraphs, a shaded row across it for each heading."""
    d = new(); cover(d, p)
    t = d.add_table(0, 2); t.style = "Table Grid"
    for s, (h, clauses) in enumerate(p.text, 1):
        cells = t.add_row().cells
        whole = cells[0].merge(cells[1]); whole.paragraphs[0].add_run(f"{s}. {h}").bold = True
        whole._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="D9D9D9"/>'))
        for c, (w, items) in enumerate(clauses, 1):
            cells = t.add_row().cells
            cells[0].text, cells[1].text = f"{s}.{c}", w
            for k, e in enumerate(items, 1): cells[1].add_paragraph(f"({letter(k)}) {e}")
    return "docx", d, p.gold()


@published
def word_table_three_columns(p):
    """Number, heading and text side by side; the heading stands beside the first paragraph of its section."""
    d = new(); cover(d, p)
    t = d.add_table(0, 3); t.style = "Table Grid"
    for s, h, c, n, w, items in p.clauses():
        cells = t.add_row().cells
        if c == 1: cells[0].text = f"{s}."; cells[1].paragraphs[0].add_run(h).bold = True
        cells[2].text = f"{s}.{c} {w}"
        for k, e in enumerate(items, 1): cells[2].add_paragraph(f"({letter(k)}) {e}")
    return "docx", d, p.gold()


@published
def word_run_in_headings(p):
    """Paragraphs numbered through; the first of each section opens with its heading, underlined."""
    d = new(); cover(d, p)
    out = [p.gold().split("\n# ")[0], f"# {p.title}\n"]
    for s, h, c, n, w, items in p.clauses():
        block = para(d, left=1.25, first=-1.25)
        block.add_run(f"{n}.\t")
        if c == 1: block.add_run(h).underline = True; block.add_run(" – ")
        block.add_run(w); items_of(d, items)
        out.append(f"{n}. {h + ' – ' if c == 1 else ''}{w}\n")
        out += [f"- ({letter(k)}) {e}" for k, e in enumerate(items, 1)] + [""]
    return "docx", d, "\n".join(out)


@published
def word_statutory(p):
    """Paragraphs (1), (2) below numbered headings, as in standing orders."""
    d = new(); cover(d, p)
    for s, (h, clauses) in enumerate(p.text, 1):
        para(d, f"{s}.\t{h}", True)
        for c, (w, items) in enumerate(clauses, 1):
            para(d, f"({c})\t{w}", left=1.25, first=-1.25); items_of(d, items)
    return "docx", d, p.gold(clause="({c})")


@published
def word_part_letter(p):
    """Numbers that open with the part of the constitution: 5E.2.1."""
    d = new(); cover(d, p)
    for s, (h, clauses) in enumerate(p.text, 1):
        para(d, f"5E.{s}\t{h}", True)
        for c, (w, items) in enumerate(clauses, 1):
            para(d, f"5E.{s}.{c}\t{w}", left=1.25, first=-1.25); items_of(d, items)
    return "docx", d, p.gold(section="5E.{s}", clause="5E.{s}.{c}")


@published
def word_contents_by_hand(p):
    """Contents typed with dots, "Page" above the numbers; a box to sign in at the end."""
    d = new(); cover(d, p)
    para(d, "CONTENTS", True); para(d, "\t\t\t\t\t\tPage")
    for s, (h, _) in enumerate(p.text, 1): para(d, f"{s}.  {h} " + "." * (70 - len(h)) + f" {s + 1}")
    d.add_page_break()
    for s, (h, clauses) in enumerate(p.text, 1):
        para(d, f"{s}.\t{h}", True)
        for c, (w, items) in enumerate(clauses, 1):
            para(d, f"{s}.{c}\t{w}", left=1.25, first=-1.25); items_of(d, items, "({i})")
    para(d, "Signed by the Chief Executive …………………………………… Date ……………………………… 20")
    return "docx", d, p.gold(item="({i})") + "\nSigned by the Chief Executive …………………………………… Date ……………………………… 20\n"


@published
def word_clauses_as_headings(p):
    """A solicitors' template: every level of clause is a heading style, numbered through its list."""
    d = new(); cover(d, p)
    nid = numbering(d, [("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)")])
    for h, clauses in p.text:
        number(para(d, h, style="Heading 1"), nid, 0)
        for w, items in clauses:
            number(para(d, w, style="Heading 2"), nid, 1)
            for e in items: number(para(d, e, style="Heading 3"), nid, 2)
    return "docx", d, p.gold()


@published
def word_upper_letters(p):
    """Headings in capitals, underlined and centred; paragraphs numbered through; items (A), (B)."""
    d = new(font="Times New Roman"); cover(d, p)
    n = 0
    for h, clauses in p.text:
        block = para(d, centre=True); run = block.add_run(h.upper()); run.underline = True; run.bold = True
        for w, items in clauses:
            n += 1
            para(d, f"{n}\t{w}", left=1.25, first=-1.25); items_of(d, items, "({A})")
    out = p.gold(section="", clause="**{n}**", heading=str.upper)
    for _, clauses in p.text:
        for _, items in clauses:
            for k, e in enumerate(items, 1): out = out.replace(f"({letter(k)}) {e}", f"({letter(k).upper()}) {e}")
    return "docx", d, out


@published
def word_text_boxes(p):
    """A drawn text box beside each section, in the new form with the old one as its alternative."""
    d = new(); cover(d, p)
    spaces = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
              'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
              'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"')
    out = [p.gold().split("\n# ")[0], f"# {p.title}\n"]
    for s, (h, clauses) in enumerate(p.text, 1):
        head = para(d, f"{s}.\t{h}", True)
        note = f"In short: this is what the section on its own says, number {s} of {len(p.text)}."
        inner = f"<w:txbxContent><w:p><w:r><w:t>{note}</w:t></w:r></w:p></w:txbxContent>"
        head._p.append(parse_xml(
            f'<w:r {spaces}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="1" cy="1"/><wp:docPr id="{s}" name="Box {s}"/>'
            f'<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>'
            f'<mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>'))
        out += [f"## {s}. {h}\n", note + "\n"]
        for c, (w, items) in enumerate(clauses, 1):
            para(d, f"{s}.{c}\t{w}", left=1.25, first=-1.25); items_of(d, items)
            out.append(f"{s}.{c} {w}\n")
            out += [f"- ({letter(k)}) {e}" for k, e in enumerate(items, 1)] + [""]
    return "docx", d, "\n".join(out)


@published
def word_automatic_fields(p):
    """Numbers by the fields that Word had before it had lists."""
    d = new(); cover(d, p)
    def counted(words, kind, **how):
        block = para(d, **how)
        layouts.field(block, f" {kind} ", "")
        block.add_run("\t" + words)
    n = 0
    for h, clauses in p.text:
        para(d, h, True)
        for w, items in clauses:
            n += 1
            counted(w, "AUTONUM \\* Arabic", left=1.25, first=-1.25); items_of(d, items)
    return "docx", d, p.gold(section="", clause="{n}.")


@published
def word_list_fields(p):
    """Numbers by LISTNUM, a level each."""
    d = new(); cover(d, p)
    def counted(words, level, **how):
        block = para(d, **how)
        layouts.field(block, f" LISTNUM  NumberDefault \\l {level} ", "")
        block.add_run("\t" + words)
    for h, clauses in p.text:
        counted(h, 1, bold=False)
        for w, items in clauses:
            counted(w, 2)
            for e in items: counted(e, 3)
    out = [p.gold().split("\n# ")[0], f"# {p.title}\n"]
    for s, (h, clauses) in enumerate(p.text, 1):
        out.append(f"## {s}) {h}\n")
        for c, (w, items) in enumerate(clauses, 1):
            out.append(f"- {letter(c)}) {w}")
            out += [f"  - {roman(k)}) {e}" for k, e in enumerate(items, 1)]
        out.append("")
    return "docx", d, "\n".join(out)


@published
def word_lines_of_a_scan(p):
    """What an OCR program exports: each printed line a paragraph of its own."""
    d = new(); para(d, p.council, True, 14); para(d, p.title, True, 14)
    for s, (h, clauses) in enumerate(p.text, 1):
        para(d, f"{s}. {h}", True)
        for c, (w, items) in enumerate(clauses, 1):
            for line in wrapped(f"{s}.{c} {w}", width=90): para(d, line)
            for k, e in enumerate(items, 1):
                for line in wrapped(f"({letter(k)}) {e}", width=84): para(d, line, left=1)
    return "docx", d, p.gold()


# --- PDF
def stamp(document, head, *foot):
    section = document.sections[0]
    section.header.paragraphs[0].text = head
    footer = section.footer
    for i, words in enumerate(foot):
        block = footer.paragraphs[0] if i == 0 else footer.add_paragraph()
        before, *after = words.split("#")
        block.add_run(before)
        if after: field(block, "PAGE"); block.add_run(after[0])


def plain(document, p, item="({a})", heading=lambda h: h):
    for s, (h, clauses) in enumerate(p.text, 1):
        para(document, f"{s}.\t{heading(h)}", True)
        for c, (w, items) in enumerate(clauses, 1):
            para(document, f"{s}.{c}\t{w}", left=1.25, first=-1.25); items_of(document, items, item)


@published
def pdf_printed_page(p):
    """A page of the council's site as a browser prints it: date and title above, address and page below."""
    d = new(10, "Georgia")
    stamp(d, f"03/06/2024, 14:22\t{p.title} | {p.council}", "https://www.example.gov.uk/constitution/part-5/codes\t\t#/4")
    para(d, p.title, True, 20); para(d, p.council)
    for s, (h, clauses) in enumerate(p.text, 1):
        para(d, f"{s}. {h}", True, 14)
        for c, (w, items) in enumerate(clauses, 1):
            para(d, f"{s}.{c} {w}")
            for e in items: para(d, e, style="List Bullet")
    return "pdf", d, p.gold(item="")


@published
def pdf_odd_and_even(p):
    """Headers and footers that change sides from page to page, with the version and the day."""
    d = new(); d.settings.odd_and_even_pages_header_footer = True
    section = d.sections[0]
    section.header.paragraphs[0].text = "Part 5 – Codes and Protocols"
    section.even_page_header.paragraphs[0].text = "\t\tConstitution of " + p.council
    foot = section.footer.paragraphs[0]; foot.add_run("Version 4.2 – 23 May 2024\t\t5."); field(foot, "PAGE")
    even = section.even_page_footer.paragraphs[0]; even.add_run("5."); field(even, "PAGE"); even.add_run("\t\tVersion 4.2 – 23 May 2024")
    cover(d, p); plain(d, p)
    return "pdf", d, p.gold()


@published
def pdf_columns_and_banner(p):
    """Two columns in small letters below a title that crosses them, headings in capitals."""
    d = new(9); stamp(d, p.council, "Issue 7 (May 2023)\t\tPage #")
    cover(d, p)
    section = d.add_section(0)
    section._sectPr.append(parse_xml(f'<w:cols {nsdecls("w")} w:num="2" w:space="720"/>'))
    plain(d, p, heading=str.upper)
    return "pdf", d, p.gold(heading=str.upper)


@published
def pdf_boxed_rows(p):
    """The table with merged heads, printed."""
    _, d, gold = word_table_merged_heads(p)
    stamp(d, p.council + " – Constitution", "Section 5 Page #")
    t = d.tables[0]; t.autofit = False
    for row in t.rows:
        cells = row.cells
        if cells[0]._tc is not cells[1]._tc: cells[0].width = Cm(1.8); cells[1].width = Cm(14)
    return "pdf", d, gold


@published
def pdf_contents_leaders(p):
    """Contents with leaders in roman pages; headings centred in capitals, paragraphs numbered through."""
    d = new(11, "Times New Roman"); stamp(d, "", p.title + " (adopted 14 July 2022)", "#")
    cover(d, p); d.add_page_break(); para(d, "CONTENTS", True, centre=True)
    n = 1
    for h, clauses in p.text:
        block = para(d, f"{h.upper()}\t{n}–{n + len(clauses) - 1}"); n += len(clauses)
        block.paragraph_format.tab_stops.add_tab_stop(Cm(15), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    d.add_page_break(); n = 0
    for h, clauses in p.text:
        para(d, h.upper(), True, centre=True)
        for w, items in clauses:
            n += 1
            para(d, f"{n}.\t{w}", left=1.25, first=-1.25); items_of(d, items)
    return "pdf", d, p.gold(section="", clause="{n}.", heading=str.upper)


@published
def pdf_table_of_roles(p):
    """A table whose heads and cells wrap."""
    d = new(); stamp(d, p.council, "Page #"); cover(d, p); plain(d, p)
    rows = [["What the matter is about", "Who decides on it in the first instance", "To whom there is an appeal"],
            ["An application for householder development of any kind", "The Head of Planning, unless the ward councillor asks otherwise", "The Planning Inspectorate"],
            ["A works order on a protected tree or hedge", "The Tree Officer, after a site visit", "The Secretary of State"],
            ["The display of an advertisement", "The Head of Planning", "The Planning Inspectorate"]]
    para(d, f"{len(p.text) + 1}.\tWho Decides", True)
    t = d.add_table(0, 3); t.style = "Table Grid"; t.autofit = False
    for i, row in enumerate(rows):
        cells = t.add_row().cells
        for k, words in enumerate(row): cells[k].width = Cm(4); cells[k].paragraphs[0].add_run(words).bold = (i == 0) or None
    return "pdf", d, p.gold() + f"\n## {len(p.text) + 1}. Who Decides\n" + layouts.table_md(rows)


@published
def pdf_running_titles(p):
    """The heading of the section, with its number, above the words of each page."""
    d = new()
    for s, (h, clauses) in enumerate(p.text, 1):
        if s == 1: cover(d, p)
        elif s % 2 == 0: d.add_section(2)
        section = d.sections[-1]
        section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
        section.header.paragraphs[0].text = f"{s}. {h}"
        foot = section.footer.paragraphs[0]; foot.add_run(f"{p.title}\t\t"); field(foot, "PAGE")
        para(d, f"{s}.\t{h}", True, 13)
        for c, (w, items) in enumerate(clauses, 1):
            para(d, f"{s}.{c}\t{w}", left=1.25, first=-1.25); items_of(d, items)
    return "pdf", d, p.gold()


# --- HTML
def page(p, body, head="", before="", after=""):
    return (f"<!DOCTYPE html><html lang='en-GB'><head><title>{p.title} - {p.council}</title>{head}</head>"
            f"<body>{before}{body}{after}</body></html>")


@published
def html_modern_gov(p):
    """A report pasted from Word into a committee system: lists by mso-list, o:p, source lines wrapped."""
    def item(level, mark, words):
        gap = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;\n</span>"
        words = html.escape(words).replace(" ", "\n", 3)
        return (f"<p class=\"MsoListParagraph\" style='margin-left:{36 * level}.0pt;text-indent:-36.0pt;mso-list:l0 level{level} lfo1'>"
                f"<![if !supportLists]><span style='mso-bidi-font-family:Arial'><span style='mso-list:Ignore'>{mark}{gap}</span></span><![endif]>"
                f"<span lang=EN-GB style='font-family:\"Arial\",sans-serif'>{words}<o:p></o:p></span></p>")
    words = f"<p class=MsoNormal align=center><b><span lang=EN-GB>{p.council}<o:p></o:p></span></b></p><p class=MsoNormal align=center><b><span lang=EN-GB>{p.title}<o:p></o:p></span></b></p>"
    for s, (h, clauses) in enumerate(p.text, 1):
        words += f"<h2 style='margin-left:36.0pt;text-indent:-36.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>{s}.<span>&nbsp;&nbsp; </span></span></span><![endif]>{h}<o:p></o:p></h2>"
        for c, (w, items) in enumerate(clauses, 1):
            words += item(1, f"{s}.{c}", w) + "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"
            for k, e in enumerate(items, 1): words += item(2, f"({letter(k)})", e)
    before = ("<div id='modgov'><div class='mgHide'><a href='#mgMainContent'>Skip to main content</a></div><ul class='mgNavigationBar'><li><a href='ieDocHome.aspx'>Home</a></li><li><a href='mgMemberIndex.aspx'>Your Councillors</a></li></ul>"
              "<div class='mgContent' id='mgMainContent'><h1 class='mgSubTitleTxt'>Issue - meetings</h1><div class='mgIssueDetail'><p class='mgBodyTxt'>Meeting: 14/03/2024 - Council (Item 9)</p><div class='mgWordPara'><div class='WordSection1'>")
    after = ("</div></div><p class='mgBodyTxt'>Supporting documents:</p><ul class='mgBulletList'><li><a href='s1.pdf'>Appendix A, item 9 <span class='mgFileSize'>PDF 120 KB</span></a></li></ul></div></div>"
             "<div class='mgFooter'><p>Powered by Modern.gov</p></div></div>")
    return "html", page(p, words, before=before, after=after), p.gold()


@published
def html_bold_numbers(p):
    """Numbers typed in bold, items by a list in the text's style; a contents list and links around it."""
    b = f"<h1>{p.title}</h1><p>{p.council}</p>"
    for s, (h, clauses) in enumerate(p.text, 1):
        b += f"<p><strong>{s}.&nbsp; {h}</strong></p>"
        for c, (w, items) in enumerate(clauses, 1):
            b += f"<p><strong>{s}.{c}</strong>&nbsp; {html.escape(w)}</p>"
            if items: b += "<ol style=\"list-style-type: lower-alpha;\">" + "".join(f"<li><p>{html.escape(e)}</p></li>" for e in items) + "</ol>"
    before = "<header class='site-header'><a class='logo' href='/'>Home</a></header><div class='layout'><aside><h2>In this section</h2><ul><li><a href='/1'>Part 4</a></li><li><a href='/2'>Part 6</a></li></ul></aside><main>"
    after = "<nav class='pagination'><a href='/4'>Previous: Part 4</a><a href='/6'>Next: Part 6</a></nav></main></div><footer><p>Contact us</p></footer>"
    return "html", page(p, b, before=before, after=after), p.gold(item="{a}.")


@published
def html_laid_out_table(p):
    """Everything in a table of three columns, the middle one blank, as old exports have it."""
    b = f"<center><b>{p.council}</b><br><b>{p.title}</b></center><table border=0 width='100%'>"
    for s, (h, clauses) in enumerate(p.text, 1):
        b += f"<tr><td valign=top><font face=Arial><b>{s}.</b></font></td><td>&nbsp;</td><td><font face=Arial><b>{h}</b></font></td></tr>"
        for c, (w, items) in enumerate(clauses, 1):
            b += f"<tr><td valign=top><font face=Arial>{s}.{c}</font></td><td>&nbsp;</td><td><font face=Arial>{html.escape(w)}</font></td></tr>"
            for k, e in enumerate(items, 1):
                b += f"<tr><td></td><td valign=top><font face=Arial>({letter(k)})</font></td><td><font face=Arial>{html.escape(e)}</font></td></tr>"
    return "html", page(p, b + "</table>"), p.gold()


@published
def html_headings_and_spans(p):
    """A page builder: numbers in spans of their own, items in paragraphs, each block in many divs."""
    b = f"<div class='hero'><h1 class='hero__title'>{p.title}</h1></div><div class='rich-text'><p class='lead'>{p.council}</p>"
    for s, (h, clauses) in enumerate(p.text, 1):
        b += f"<div class='block'><div class='block__inner'><h3><span class='no'>{s}</span> <span>{h}</span></h3></div></div>"
        for c, (w, items) in enumerate(clauses, 1):
            b += f"<div class='block'><div><p><span class='no'>{s}.{c}</span> <span>{html.escape(w)}</span></p>"
            b += "".join(f"<p class='indent'><span class='no'>({roman(k)})</span> <span>{html.escape(e)}</span></p>" for k, e in enumerate(items, 1)) + "</div></div>"
    return "html", page(p, b + "</div>"), p.gold(section="{s}", item="({i})")


@published
def html_links_to_places(p):
    """Signs that link to the heading or paragraph that they stand beside."""
    b = f"<h1>{p.title}</h1><p>{p.council}</p>"
    for s, (h, clauses) in enumerate(p.text, 1):
        b += f"<h2 id='s{s}'>{s}. {h} <a class='anchor' href='#s{s}'>#</a></h2>"
        for c, (w, items) in enumerate(clauses, 1):
            b += f"<p id='p{s}-{c}'><a href='#p{s}-{c}'>¶</a> {s}.{c} {html.escape(w)}</p>"
            b += "".join(f"<p>({letter(k)}) {html.escape(e)}</p>" for k, e in enumerate(items, 1))
    return "html", page(p, f"<main>{b}</main>"), p.gold()


@published
def html_broken_lines(p):
    """A paragraph a section, its lines broken, bullets behind blanks that do not break."""
    b = f"<h2>{p.title}</h2><p>{p.council}</p>"
    for s, (h, clauses) in enumerate(p.text, 1):
        b += f"<p><strong>{s}. {h}</strong><br />"
        for c, (w, items) in enumerate(clauses, 1):
            b += f"{s}.{c} {html.escape(w)}<br />" + "".join(f"&nbsp;&nbsp;&nbsp;• {html.escape(e)}<br />" for e in items)
        b += "</p>"
    return "html", page(p, f"<div id='content'>{b}</div>"), p.gold(item="")


def typed(p):
    """As on a typewriter, with headings in capitals."""
    lines = [p.council, "", p.title, ""]
    for s, (h, clauses) in enumerate(p.text, 1):
        lines += [f"{s}.  {h.upper()}", ""]
        for c, (w, items) in enumerate(clauses, 1):
            lines += wrapped(f"{s}.{c}  {w}", "", "     ") + [""]
            for k, e in enumerate(items, 1): lines += wrapped(f"({letter(k)})  {e}", "     ", "          ") + [""]
    return lines


@published
def html_typed(p):
    """A text that the page shows as it was typed."""
    return "html", page(p, f"<pre>{html.escape(chr(10).join(typed(p)))}</pre>"), p.gold(heading=str.upper)


# --- Text
@published
def text_quoted_mail(p):
    """Quoted in the answer to a message."""
    return "txt", "\n".join(f"> {line}".rstrip() for line in typed(p)) + "\n", p.gold(heading=str.upper)


@published
def text_marked_up(p):
    """With the marks that stand for headings, bold letters and bullets."""
    lines = [f"# {p.title}", "", p.council, ""]
    for s, (h, clauses) in enumerate(p.text, 1):
        lines += [f"## {s}. {h}", ""]
        for c, (w, items) in enumerate(clauses, 1):
            lines += [f"**{s}.{c}** {w}", "", *(f"* {e}" for e in items), *([""] if items else [])]
    return "txt", "\n".join(lines), p.gold(item="")


@published
def text_drawn_table(p):
    """Numbers and paragraphs in a table drawn with bars."""
    lines = [p.council, p.title, ""]
    def row(number, words):
        parts = wrapped(words, width=62)
        lines.extend(f"|{number if i == 0 else '':<6}|{part:<62}|" for i, part in enumerate(parts))
    for s, (h, clauses) in enumerate(p.text, 1):
        row(f"{s}.", h)
        for c, (w, items) in enumerate(clauses, 1):
            row(f"{s}.{c}", w)
            for k, e in enumerate(items, 1): row("", f"({letter(k)}) {e}")
    return "txt", "\n".join(lines) + "\n", p.gold()


@published
def text_close_lines(p):
    """No blank lines, and items without stops that fill theirs."""
    lines = [p.council, p.title]
    for s, (h, clauses) in enumerate(p.text, 1):
        lines.append(f"Section {s}: {h}")
        for c, (w, items) in enumerate(clauses, 1):
            lines += wrapped(f"{s}.{c} {w}", width=80)
            for k, e in enumerate(items, 1): lines += wrapped(f"({letter(k)}) {e}", width=80)
    return "txt", "\n".join(lines) + "\n", p.gold(section="Section {s}:")


@published
def text_of_a_scan(p):
    """Off a scanner: pages with head and number, words parted at line ends, bullets misread."""
    lines = [p.council.upper().center(70).rstrip(), "", p.title.upper().center(70).rstrip(), ""]
    for s, (h, clauses) in enumerate(p.text, 1):
        lines += [f"{s}. {h.upper()}", ""]
        for c, (w, items) in enumerate(clauses, 1):
            lines += wrapped(f"{s}.{c} {w}", width=68) + [""]
            for e in items: lines += wrapped(f"e {e}", "   ", "   ", width=66)
            if items: lines.append("")
    out = []
    for i, line in enumerate(lines):
        if i and i % 34 == 0: out += ["", "", f"- {i // 34} -".center(70).rstrip(), "", p.council.upper(), ""]
        out.append(line)
    return "txt", "\n".join(out) + "\n", p.gold(heading=str.upper, item="").replace("# " + p.title, "# " + p.title.upper())


@published
def text_saved_from_word(p):
    """Word's "plain text": a paragraph a line, tabs behind numbers, contents with tabs and dots."""
    lines = [p.council, p.title, "", "Contents"]
    lines += [f"{s}.\t{h}\t{s + 1}" for s, (h, _) in enumerate(p.text, 1)] + ["", ""]
    for s, (h, clauses) in enumerate(p.text, 1):
        lines += [f"{s}.\t{h}"]
        for c, (w, items) in enumerate(clauses, 1):
            lines += [f"{s}.{c}\t{w}"] + [f"\t{letter(k)})\t{e}" for k, e in enumerate(items, 1)]
    return "txt", "\r\n".join(lines) + "\r\n", p.gold(item="{a})")


@published
def text_leaders(p):
    """Contents with leaders, headings in capitals, a version line on every page, items in brackets."""
    lines = [p.council, "", p.title, "", "CONTENTS" + " " * 50 + "Page", ""]
    for s, (h, _) in enumerate(p.text, 1): lines.append(f"{s}   {h.upper()} ".ljust(58, ".") + f" {s + 1}")
    lines += ["", "\f"]
    body = []
    for s, (h, clauses) in enumerate(p.text, 1):
        body += [f"{s}   {h.upper()}", ""]
        for c, (w, items) in enumerate(clauses, 1):
            body += wrapped(f"{s}.{c}   {w}", "", "      ", width=74) + [""]
            for k, e in enumerate(items, 1): body += wrapped(f"({roman(k)})   {e}", "      ", "            ", width=74) + [""]
    for i, line in enumerate(body):
        if i and i % 38 == 0: lines += ["", "Version 3.1  May 2022" + " " * 40 + f"Page {i // 38 + 1} of 4", "\f"]
        lines.append(line)
    return "txt", "\n".join(lines) + "\n", p.gold(section="{s}", heading=str.upper, item="({i})")


@published
def text_side_headings(p):
    """Headings in a column of their own beside numbered paragraphs."""
    lines = [p.council, "", p.title, ""]
    n = 0
    for h, clauses in p.text:
        side = wrapped(h, width=18)
        for at, (w, items) in enumerate(clauses):
            n += 1
            own = wrapped(f"{n}.  {w}", "", "    ", width=54)
            for k, e in enumerate(items, 1): own += wrapped(f"({letter(k)})  {e}", "    ", "         ", width=54)
            beside = side if at == 0 else []
            for i in range(max(len(own), len(beside))):
                lines.append(((beside[i] if i < len(beside) else "").ljust(22) + (own[i] if i < len(own) else "")).rstrip())
            lines.append("")
    return "txt", "\n".join(lines) + "\n", p.gold(section="", clause="{n}.")


def lay_out(folder, protocol, office=True):
    """As layouts.lay_out, of the protocol."""
    golds, prints = {}, []
    for name, make in PUBLISHED.items():
        kind, made, source = make(protocol)
        if kind == "pdf" and not office:
            continue
        if isinstance(made, str):
            (folder / f"{name}.{kind}").write_text(made)
        else:
            made.save(folder / f"{name}.docx")
        if kind == "pdf":
            prints.append(folder / f"{name}.docx")
        golds[folder / f"{name}.{kind}"] = source
    layouts.convert(folder, prints, False)
    return golds
