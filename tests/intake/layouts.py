"""One invented protocol laid out as councils lay theirs out: numbers in a column of a table, headings in capitals, parts,
side headings, line numbers, columns, questions, Welsh, and more. `lay_out` writes each as a document and says what
source a careful person would make of it.
"""
import copy
import re
import subprocess
import textwrap

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

COUNCIL = "Silverbridge Borough Council"
TITLE = "Protocol on Member and Officer Relations"

TEXT = [
    ("Introduction", [
        ("The purpose of this Protocol is to guide Members and Officers of the Council in their relations with one another, and to make plain what each may expect of the other in the course of their duties.", []),
        ("Given the variety and complexity of such relations, this Protocol does not seek to cover every circumstance. The approach which it adopts to the issues it addresses will serve as a guide to dealing with others.", []),
        ("This Protocol should be read together with:", [
            "the Code of Conduct for Members that the Council adopted in 2012;",
            "the Code of Conduct for Employees; and",
            "the Financial Procedure Rules in Part 4 of the Constitution.",
        ]),
        ("A breach of this Protocol may lead to a complaint under paragraph 5.2 below.", []),
    ]),
    ("The Role of Members", [
        ("Members represent the whole community and, in particular, those who live in their ward, including those who did not vote for them.", []),
        ("Collectively, Members are the ultimate policy makers. They carry out a number of strategic and corporate management functions, and they are required to:", [
            "decide the policies of the Council and scrutinise how they are carried out;",
            "represent their communities and bring their views into the work of the Council;",
            "balance different interests within their ward; and",
            "take part in the governance and management of the Council.",
        ]),
        ("Members must not give instructions to Officers other than through the decisions of the Council, the Cabinet or a committee.", []),
        ("The Mayor presides over meetings of the Council and is expected to remain impartial between political groups at all times.", []),
    ]),
    ("The Role of Officers", [
        ("Officers are employed by, and serve, the whole Council. They advise Members and carry out the decisions of the Council.", []),
        ("Officers can expect from Members:", [
            "respect, dignity and courtesy;",
            "an understanding of their role and of the pressures on their time; and",
            "no undue pressure, bullying or harassment.",
        ]),
        ("The Chief Executive, the Monitoring Officer and the Chief Finance Officer have specific responsibilities placed on them by law. These go beyond their obligations to the Council and to its Members.", []),
        ("An Officer who is asked to attend a meeting of a political group shall inform the Chief Executive in advance, and shall leave before the group comes to a decision on party business.", []),
        ("Requests for information are answered within 10 working days, unless the Officer tells the Member why this cannot be done.", []),
    ]),
    ("Access to Information and Documents", [
        ("Members are free to approach any service of the Council for such information, explanation and advice as they may reasonably need in order to assist them in discharging their role.", []),
        ("A Member who wishes to see a document that is not public must show a need to know. The Monitoring Officer decides whether there is such a need.", []),
        ("Confidential information provided to a Member must not be disclosed to anyone else without the consent of the Officer who provided it.", []),
        ("Correspondence between an individual Member and an Officer should not normally be copied to another Member. Where it is necessary to do so, this should be made clear to the original Member.", []),
    ]),
    ("When Things Go Wrong", [
        ("A Member who is dissatisfied with the conduct of an Officer should raise the matter, in private, with the head of the service concerned.", []),
        ("An Officer who has a complaint about a Member should discuss it with their line manager, who will refer it to the Monitoring Officer where informal discussion has not settled it.", []),
        ("Any complaint will be dealt with in line with the arrangements that the Standards Committee has approved under the Localism Act 2011.", []),
    ]),
    ("Review", [
        ("The Monitoring Officer reviews this Protocol every two years and reports to the Standards Committee.", []),
        ("Questions about its interpretation are decided by the Monitoring Officer after consulting the Leader of the Council.", []),
    ]),
]

# Of the same shape: clauses of a few words, without a stop, with a number first; items that are sentences.
TERSE_COUNCIL = "Royal Borough of Eastmere"
TERSE_TITLE = "Code on Working Relations between Councillors and Employees"
TERSE = [
 ("Scope", [
  ("Councillors and employees are partners. Each is needed by the other.", []),
  ("This guidance applies to co-opted members, school governors appointed by the Authority and – where the context allows – to contractors.", []),
  ("Further rules are found in", ["Standing Orders", "The Officer Employment Procedure Rules", "Section 17 of the Crime and Disorder Act 1998"]),
  ("Nothing here overrides the law (see paragraph 3.1).", []),
 ]),
 ("What Councillors Do", [
  ("Every councillor is elected for four years and has the same rights as any other.", []),
  ("Councillors will:", ["Attend the meetings to which they are summoned.", "Declare any interest they have, whether pecuniary or not, as soon as it becomes apparent.", "Keep in touch with residents.", "Complete such training as the Council may require of them within six months of election."]),
  ("A councillor must not give orders to staff; nor may staff be asked to do party work.", []),
  ("The Chairman has a casting vote.", []),
 ]),
 ("What Employees Do", [
  ("Employees answer to the Head of Paid Service", []),
  ("They shall not -", ["canvass for a party", "write for the press on council matters without the consent of their director", "accept gifts worth more than £25"]),
  ("2 senior posts, those of Monitoring Officer and Section 151 Officer, are politically restricted.", []),
  ("No employee is obliged to attend a group meeting. If they do attend, they leave before any vote is taken; they must be told beforehand who else will be there.", []),
  ("Replies are sent in 5 days.", []),
 ]),
 ("Getting Information: the Need to Know", [
  ("1972 Act rights are summarised in the table at the end of the Access to Information Procedure Rules, which should be read first.", []),
  ("Members may inspect any document that is in the possession, or under the control, of the Council and contains material relating to any business to be transacted at a meeting.", []),
  ("Members must keep to the Data Protection Act 2018.", []),
  ("E-mails sent to one member will not be copied, openly or ‘blind’, to another.", []),
 ]),
 ("Complaints, Disputes and Breaches", [
  ("If you are unhappy with an employee, tell their manager first.", []),
  ("If you are an employee, tell yours.", []),
  ("All else is for the Standards Committee.", []),
 ]),
 ("Keeping this Under Review", [
  ("It is reviewed each May.", []),
  ("Amendments are approved by full Council on the advice of the Monitoring Officer.", []),
 ]),
]

WELSH_COUNCIL = "Cyngor Sir Glanarfon"
WELSH_TITLE = "Protocol ar y Berthynas rhwng Aelodau a Swyddogion"
WELSH = [
    ("Cyflwyniad", [
        ("Diben y Protocol hwn yw arwain Aelodau a Swyddogion y Cyngor yn eu perthynas â’i gilydd, ac egluro’r hyn y gall y naill ei ddisgwyl gan y llall wrth gyflawni eu dyletswyddau.", []),
        ("Dylid darllen y Protocol hwn ynghyd â’r canlynol:", [
            "y Cod Ymddygiad i Aelodau;",
            "y Cod Ymddygiad i Weithwyr; a",
            "Rheolau’r Weithdrefn Ariannol.",
        ]),
    ]),
    ("Rôl yr Aelodau", [
        ("Mae’r Aelodau yn cynrychioli’r gymuned gyfan ac, yn arbennig, y rhai sy’n byw yn eu ward.", []),
        ("Ni chaiff Aelodau roi cyfarwyddiadau i Swyddogion ac eithrio drwy benderfyniadau’r Cyngor.", []),
        ("Gall Aelodau ddisgwyl gan Swyddogion:", [
            "ŵyl o gyngor diduedd;",
            "ymateb amserol i ymholiadau; ac",
            "ymrwymiad i’r Cyngor cyfan.",
        ]),
    ]),
    ("Rôl y Swyddogion", [
        ("Cyflogir Swyddogion gan y Cyngor cyfan. Maent yn cynghori Aelodau ac yn gweithredu penderfyniadau’r Cyngor.", []),
        ("Rhaid i Swyddogion beidio â chael eu rhoi dan bwysau amhriodol gan Aelod.", []),
    ]),
    ("Adolygu", [
        ("Mae’r Swyddog Monitro yn adolygu’r Protocol hwn bob dwy flynedd.", []),
    ]),
]

TABLE = [["Role", "Post", "Telephone"], ["Monitoring Officer", "Head of Legal Services", "2201"],
         ["Chief Finance Officer", "Director of Resources", "3410"]]


def letter(n):
    return "abcdefghijklmnop"[n - 1]


def roman(n):
    return ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"][n - 1]


def lay_out_terse():
    """From now on the layouts have the other words."""
    global COUNCIL, TITLE, TEXT
    COUNCIL, TITLE, TEXT = TERSE_COUNCIL, TERSE_TITLE, TERSE


def gold(text=None, title=None, council=None, section="{s}.", clause="{s}.{c}", item="({a})", number_sections=True,
         heading=lambda h: h, part=None, language="en-GB", table=None, indent_item="- ", end=""):
    """The source that a careful person makes of it. The labels are format strings of s, c, n (clauses counted
    through), a, i (of an item)."""
    text, title, council = text or TEXT, title or TITLE, council or COUNCIL
    out = [f"---\ncouncil: {council}\ntitle: {title}\nstatus: draft\nlanguage: {language}\nprofile: transcription\n---\n", f"# {title}\n"]
    n = 0
    for s, (head, clauses) in enumerate(text, 1):
        label = section.format(s=s, R=roman(s).upper(), A=letter(s).upper()) + " " if section else ""
        out.append(f"## {label}{heading(head)}\n")
        for c, (words, items) in enumerate(clauses, 1):
            n += 1
            label = clause.format(s=s, c=c, n=n, A=letter(s).upper()) + " " if clause else ""
            out.append(f"{label}{words}\n")
            for k, each in enumerate(items, 1):
                mark = item.format(a=letter(k), i=roman(k), s=s, c=c, k=k, n=n)
                out.append(f"{indent_item}{mark + ' ' if mark else ''}{each}" + ("\n" if k == len(items) or not indent_item else ""))
    if table:
        out += ["| " + " | ".join(table[0]) + " |", "|---" * len(table[0]) + "|", *("| " + " | ".join(r) + " |" for r in table[1:])]
    return "\n".join(out) + "\n" + end


LAYOUTS = {}

def layout(f):
    LAYOUTS[f.__name__] = f
    return f

def new(size=11, font="Arial"):
    d = Document()
    d.styles["Normal"].font.size = Pt(size)
    d.styles["Normal"].font.name = font
    d.core_properties.title = ""
    d.core_properties.author = ""
    return d

def para(d, words="", bold=False, size=None, centre=False, left=None, first=None, style=None, space=None):
    p = d.add_paragraph(style=style)
    if words:
        r = p.add_run(words); r.bold = bold or None
        if size: r.font.size = Pt(size)
    if centre: p.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if left is not None: p.paragraph_format.left_indent = Cm(left)
    if first is not None: p.paragraph_format.first_line_indent = Cm(first)
    if space is not None: p.paragraph_format.space_after = Pt(space)
    return p

def field(p, instruction, shown="1"):
    for kind, words in (("begin", None), (None, instruction), ("separate", None), ("text", shown), ("end", None)):
        r = p.add_run()
        if kind in ("begin", "separate", "end"):
            e = OxmlElement("w:fldChar"); e.set(qn("w:fldCharType"), kind); r._r.append(e)
        elif kind is None:
            e = OxmlElement("w:instrText"); e.set(qn("xml:space"), "preserve"); e.text = words; r._r.append(e)
        else:
            r.text = words

def furniture(d, head="", prefix="Page ", of=True):
    s = d.sections[0]
    s.header.paragraphs[0].text = head or COUNCIL + " Constitution"
    p = s.footer.paragraphs[0]
    p.add_run(prefix); field(p, "PAGE")
    if of: p.add_run(" of "); field(p, "NUMPAGES")

def title(d, council="", name=""):
    para(d, council or COUNCIL, True, 16, True); para(d, name or TITLE, True, 18, True)

def numbering(d, levels):
    """An abstract list with (format, text) per level; returns the numId."""
    root = d.part.numbering_part.element
    aid = max([int(x.get(qn("w:abstractNumId"))) for x in root.findall(qn("w:abstractNum"))] + [0]) + 1
    a = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{aid}"><w:multiLevelType w:val="multilevel"/>'
    for i, (fmt, text) in enumerate(levels):
        a += (f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
              f'<w:pPr><w:ind w:left="{720*(i+1)}" w:hanging="720"/></w:pPr></w:lvl>')
    a = parse_xml(a + "</w:abstractNum>")
    first = root.find(qn("w:num")); first.addprevious(a)
    nid = max(int(x.get(qn("w:numId"))) for x in root.findall(qn("w:num"))) + 1
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{nid}"><w:abstractNumId w:val="{aid}"/></w:num>'))
    return nid

def number(p, nid, level):
    ppr = p._p.get_or_add_pPr()
    ppr.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{nid}"/></w:numPr>'))
    return p

def typed(d, section="{s}.", clause="{s}.{c}", item="({a})", sep="\t", head=lambda h: h, bold=True, gap=8, text=None, blank=False):
    n = 0
    for s, (h, clauses) in enumerate(text or TEXT, 1):
        lab = section.format(s=s, R=roman(s).upper(), A=letter(s).upper()) + sep if section else ""
        para(d, lab + head(h), bold, space=gap)
        if blank: para(d)
        for c, (w, items) in enumerate(clauses, 1):
            n += 1
            lab = clause.format(s=s, c=c, n=n, A=letter(s).upper()) + sep if clause else ""
            para(d, lab + w, left=1.25 if clause else 0, first=-1.25 if clause else 0, space=gap)
            if blank: para(d)
            for k, e in enumerate(items, 1):
                m = item.format(a=letter(k), i=roman(k), s=s, c=c, k=k, n=n)
                para(d, m + sep + e, left=2.5, first=-1.25, space=gap)
                if blank: para(d)

# --- Word
@layout
def column_table():
    d = new(); title(d)
    t = d.add_table(0, 2); t.style = "Table Grid"
    def row(a, b, bold=False):
        r = t.add_row(); r.cells[0].text = a; r.cells[1].paragraphs[0].add_run(b).bold = bold or None
    for s, (h, cl) in enumerate(TEXT, 1):
        row(f"{s}.", h, True)
        for c, (w, items) in enumerate(cl, 1):
            row(f"{s}.{c}", w)
            for k, e in enumerate(items, 1):
                p = t.rows[-1].cells[1].add_paragraph(f"({letter(k)})\t{e}")
    return "docx", d, gold()

@layout
def capitals():
    d = new(font="Times New Roman"); para(d, COUNCIL.upper(), centre=True); para(d, TITLE.upper(), centre=True)
    typed(d, section="{s}.", item="{a})", sep="  ", head=str.upper, bold=False)
    return "docx", d, gold(heading=str.upper, item="{a})").replace("# " + TITLE, "# " + TITLE.upper())

@layout
def three_levels():
    d = new(); title(d)
    nid = numbering(d, [("decimal", "%1."), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3")])
    for h, cl in TEXT:
        number(para(d, h, True), nid, 0)
        for w, items in cl:
            number(para(d, w), nid, 1)
            for e in items: number(para(d, e), nid, 2)
    return "docx", d, gold(item="{s}.{c}.{k}", indent_item="")

@layout
def frames():
    d = new(); title(d)
    def frame(label):
        p = para(d, label)
        p._p.get_or_add_pPr().append(parse_xml(f'<w:framePr {nsdecls("w")} w:w="800" w:hSpace="180" w:wrap="around" w:vAnchor="text" w:hAnchor="page" w:x="1000" w:y="1"/>'))
    for s, (h, cl) in enumerate(TEXT, 1):
        frame(f"{s}."); para(d, h, True)
        for c, (w, items) in enumerate(cl, 1):
            frame(f"{s}.{c}"); para(d, w, left=1.5)
            for k, e in enumerate(items, 1):
                para(d, f"({letter(k)})\u00a0\u00a0{e}", left=2.5, first=-1)
    return "docx", d, gold()

@layout
def roman_parts():
    d = new(); title(d)
    n = 0
    for s, (h, cl) in enumerate(TEXT, 1):
        para(d, f"PART {roman(s).upper()} – {h.upper()}", True, centre=True)
        for w, items in cl:
            n += 1
            para(d, f"{n}.\t{w}", left=1, first=-1)
            for k, e in enumerate(items, 1): para(d, f"({roman(k)})\t{e}", left=2, first=-1)
    return "docx", d, gold(section="PART {R} –", heading=str.upper, clause="{n}.", item="({i})")

@layout
def bold_run_in():
    d = new(); title(d)
    g = []
    for s, (h, cl) in enumerate(TEXT, 1):
        para(d, f"{s}.\t{h}", True)
        for c, (w, items) in enumerate(cl, 1):
            p = para(d, left=1.25, first=-1.25)
            p.add_run(f"{s}.{c}\t")
            p.add_run(w.split()[0] + " " + w.split()[1] + ". ").bold = True
            p.add_run(w)
            for k, e in enumerate(items, 1): para(d, f"({letter(k)})\t{e}", left=2.5, first=-1.25)
    text = [(h, [(" ".join(w.split()[:2]) + ". " + w, i) for w, i in cl]) for h, cl in TEXT]
    return "docx", d, gold(text)

@layout
def run_in_unnumbered():
    """Unnumbered paragraphs, each led in by bold words; sections numbered."""
    d = new(); title(d)
    for s, (h, cl) in enumerate(TEXT, 1):
        para(d, h, True, 14)
        for c, (w, items) in enumerate(cl, 1):
            para(d, w)
            for e in items: para(d, e, style="List Bullet")
    return "docx", d, gold(section="", clause="", item="")

@layout
def empty_paragraphs():
    d = new(); title(d); para(d); typed(d, item="•", blank=True)
    return "docx", d, gold(item="")

@layout
def continuous():
    d = new(); title(d)
    typed(d, section="", clause="{n}.", item="({i})")
    return "docx", d, gold(section="", clause="{n}.", item="({i})")

@layout
def lettered():
    d = new(); title(d); typed(d, section="{A}.", clause="{A}{c}", item="({i})")
    return "docx", d, gold(section="{A}.", clause="{A}{c}", item="({i})")

QUESTIONS = ["What is this Protocol for?", "What do Members do?", "What can Officers expect from Members?", "How do Members get information?", "What happens when things go wrong?", "When is this Protocol reviewed?"]
@layout
def questions():
    d = new(); title(d)
    text = [(q, cl) for q, (_, cl) in zip(QUESTIONS, TEXT)]
    typed(d, text=text)
    return "docx", d, gold(text)

@layout
def questions_unnumbered():
    d = new(); title(d)
    text = [(q, cl) for q, (_, cl) in zip(QUESTIONS, TEXT)]
    typed(d, text=text, section="", clause="", item="•")
    return "docx", d, gold(text, section="", clause="", item="")

@layout
def articles():
    d = new(); title(d)
    for s, (h, cl) in enumerate(TEXT, 1):
        para(d, f"Article {s} – {h}", True)
        for c, (w, items) in enumerate(cl, 1):
            para(d, f"{s}.0{c}\t{w}", left=1.25, first=-1.25)
            for k, e in enumerate(items, 1): para(d, f"({letter(k)})\t{e}", left=2.5, first=-1.25)
    return "docx", d, gold(section="Article {s} –", clause="{s}.0{c}")

def beside_headings(table, widths=()):
    """The heading of each section in the left column, its paragraphs, numbered through, in the right."""
    n = 0
    for heading, clauses in TEXT:
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(heading).bold = True
        for cell, width in zip(cells, widths): cell.width = width
        for at, (words, items) in enumerate(clauses):
            n += 1
            paragraph = cells[1].add_paragraph() if at else cells[1].paragraphs[0]
            paragraph.add_run(f"{n}.\t{words}")
            for k, each in enumerate(items, 1): cells[1].add_paragraph(f"({letter(k)})\t{each}")

@layout
def side_headings():
    d = new(); title(d)
    t = d.add_table(0, 2)
    beside_headings(t)
    return "docx", d, gold(section="", clause="{n}.")

@layout
def textbox():
    d = new(); title(d); typed(d)
    p = d.paragraphs[4]
    p._p.append(parse_xml(f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape style="width:100pt;height:50pt"><v:textbox><w:txbxContent><w:p><w:r><w:t>Key point: Members and Officers respect one another.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>'))
    g = gold()
    # anchored in the paragraph 1.2's block (paragraphs: council, title, heading, 1.1, 1.2)
    g = g.replace(TEXT[0][1][1][0] + "\n", TEXT[0][1][1][0] + "\n\nKey point: Members and Officers respect one another.\n")
    return "docx", d, g

@layout
def tracked():
    """Words, paragraphs and a part of a typed number tracked; accepted."""
    d = new(); title(d); typed(d)
    W = nsdecls("w")
    def change(p, old, newwords):
        r = next(r for r in p.runs if old in r.text)
        a, b = r.text.split(old, 1)
        new_ = []
        for kind, words in ((None, a), ("del", old), ("ins", newwords), (None, b)):
            t = "w:delText" if kind == "del" else "w:t"
            words = words.replace("&", "&amp;")
            parts = words.split("\t")
            inner = f"<w:tab/>".join(f'<{t} xml:space="preserve">{x}</{t}>' for x in parts)
            x = f"<w:r>{inner}</w:r>"
            if kind: x = f'<w:{kind} w:id="{900+len(new_)}" w:author="A" w:date="2024-01-01T00:00:00Z">{x}</w:{kind}>'
            new_.append(parse_xml(f'<w:x {W}>{x}</w:x>')[0])
        for x in new_: r._r.addprevious(x)
        r._r.getparent().remove(r._r)
    ps = {p.text.split("\t")[0]: p for p in d.paragraphs}
    change(ps["2.3"], "must not give", "may not give")
    # typed numbers: 3.5 was 3.4 (only the digit is tracked)
    text = copy.deepcopy(TEXT)
    text[1][1][2] = (text[1][1][2][0].replace("must not give", "may not give"), [])
    p = ps["3.5"]; p.runs[0].text = p.runs[0].text.replace("3.5", "3.9", 1)
    change(p, "9", "5")
    return "docx", d, gold(text)

@layout
def struck_number():
    """By hand: 3.~~9~~5, struck without tracking."""
    d = new(); title(d); typed(d)
    p = next(p for p in d.paragraphs if p.text.startswith("3.5\t"))
    rest = p.runs[0].text[3:]
    p.runs[0].text = "3."
    r = p.add_run("9"); r.font.strike = True
    p.add_run("5" + rest)
    return "docx", d, gold()

@layout
def welsh():
    d = new(); title(d, WELSH_COUNCIL, WELSH_TITLE); furniture(d, WELSH_COUNCIL, "Tudalen ", False)
    d.core_properties.language = "cy-GB"
    typed(d, text=WELSH)
    return "docx", d, gold(WELSH, WELSH_TITLE, WELSH_COUNCIL, language="cy")

@layout
def landscape_table():
    d = new(); title(d); typed(d)
    s = d.add_section(); s.orientation = WD_ORIENT.LANDSCAPE; s.page_width, s.page_height = s.page_height, s.page_width
    para(d, "7.\tContacts", True)
    t = d.add_table(0, 3); t.style = "Table Grid"
    for row in TABLE:
        r = t.add_row()
        for i, w in enumerate(row): r.cells[i].text = w
    return "docx", d, gold() + "\n## 7. Contacts\n\n" + "| Role | Post | Telephone |\n|---|---|---|\n" + "".join("| " + " | ".join(r) + " |\n" for r in TABLE[1:])

@layout
def history_table_first():
    """A document control table and a contents list typed by hand before the text."""
    d = new(); title(d)
    t = d.add_table(0, 3); t.style = "Table Grid"
    for row in [["Version", "Date", "Change"], ["1.0", "12 May 2019", "Adopted by Council"], ["2.0", "14 March 2022", "Reviewed"]]:
        r = t.add_row()
        for i, w in enumerate(row): r.cells[i].text = w
    para(d, "Contents", True)
    for s, (h, _) in enumerate(TEXT, 1): para(d, f"{s}.\t{h}\t{s+1}")
    typed(d)
    g = gold().replace(f"# {TITLE}\n", f"# {TITLE}\n\n| Version | Date | Change |\n|---|---|---|\n| 1.0 | 12 May 2019 | Adopted by Council |\n| 2.0 | 14 March 2022 | Reviewed |\n")
    return "docx", d, g

def numbered_items(source):
    """"@3" below A2 as "A2.3"."""
    lines, clause = [], ""
    for line in source.split("\n"):
        opening = re.match(r"[A-F]\d ", line)
        clause = opening.group().strip() if opening else clause
        lines.append(f"{clause}.{line[1:]}" if line.startswith("@") else line)
    return "\n".join(lines)

EXPECTATIONS = [["Members can expect from Officers", "Officers can expect from Members"],
        ["a commitment to the Council as a whole", "an understanding of their role and workload"],
        ["respect and courtesy at all times", "respect and courtesy at all times"],
        ["timely answers to enquiries", "no public criticism of an individual Officer"]]
def table_md(rows):
    return "\n" + "| " + " | ".join(rows[0]) + " |\n" + "|---" * len(rows[0]) + "|\n" + "".join("| " + " | ".join(r) + " |\n" for r in rows[1:])

@layout
def bracket_close():
    d = new(); title(d)
    typed(d, section="{s})", clause="{s}.{c})", item="{i})")
    return "docx", d, gold(section="{s})", clause="{s}.{c})", item="{i})")

@layout
def trailing_dots():
    d = new(); title(d)
    typed(d, section="{s}.", clause="{s}.{c}.", item="{a}.", sep=" ")
    return "docx", d, gold(section="{s}.", clause="{s}.{c}.", item="{a}.")

@layout
def section_letters():
    d = new(); title(d)
    for s, (h, cl) in enumerate(TEXT, 1):
        A = letter(s).upper()
        para(d, f"Section {A}: {h}", True, 13)
        for c, (w, items) in enumerate(cl, 1):
            para(d, f"{A}{c}\t{w}", left=1.25, first=-1.25)
            for k, e in enumerate(items, 1): para(d, f"{A}{c}.{k}\t{e}", left=2.5, first=-1.25)
    return "docx", d, numbered_items(gold(section="Section {A}:", clause="{A}{c}", item="@{k}", indent_item=""))

@layout
def roman_restart():
    d = new(); title(d)
    for s, (h, cl) in enumerate(TEXT, 1):
        para(d, f"Part {roman(s).upper()}: {h}", True, centre=True)
        for c, (w, items) in enumerate(cl, 1):
            para(d, f"{c}.\t{w}", left=1, first=-1)
            for k, e in enumerate(items, 1): para(d, f"({letter(k)})\t{e}", left=2, first=-1)
    return "docx", d, gold(section="Part {R}:", clause="{c}.")

@layout
def letters_restart():
    d = new(); title(d)
    for s, (h, cl) in enumerate(TEXT, 1):
        para(d, f"{letter(s).upper()}.\t{h}", True)
        for c, (w, items) in enumerate(cl, 1):
            para(d, f"{c}.\t{w}", left=1, first=-1)
            for k, e in enumerate(items, 1): para(d, f"({letter(k)})\t{e}", left=2, first=-1)
    return "docx", d, gold(section="{A}.", clause="{c}.")

@layout
def headings_restart():
    """Numbers that begin with 1 again below each unnumbered heading."""
    d = new(); title(d)
    for s, (h, cl) in enumerate(TEXT, 1):
        para(d, h, True)
        for c, (w, items) in enumerate(cl, 1):
            para(d, f"{c}.\t{w}", left=1, first=-1)
            for k, e in enumerate(items, 1): para(d, f"({letter(k)})\t{e}", left=2, first=-1)
    return "docx", d, gold(section="", clause="{c}.")

@layout
def auto_restarted():
    """A list of Word's own for each section."""
    d = new(); title(d)
    for h, cl in TEXT:
        d.add_heading(h, 2)
        nid = numbering(d, [("decimal", "%1."), ("lowerRoman", "(%2)")])
        for w, items in cl:
            number(para(d, w), nid, 0)
            for e in items: number(para(d, e), nid, 1)
    return "docx", d, gold(section="", clause="{c}.", item="({i})")

@layout
def list_after_table():
    """The list goes on after a table."""
    d = new(); title(d)
    nid = numbering(d, [("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)")])
    for s, (h, cl) in enumerate(TEXT, 1):
        number(para(d, h, True), nid, 0)
        for c, (w, items) in enumerate(cl, 1):
            number(para(d, w), nid, 1)
            for e in items: number(para(d, e), nid, 2)
            if (s, c) == (2, 2):
                t = d.add_table(0, 3); t.style = "Table Grid"
                for row in TABLE:
                    r = t.add_row()
                    for i, x in enumerate(row): r.cells[i].text = x
    g = gold()
    last = TEXT[1][1][1][1][-1] + "\n"
    return "docx", d, g.replace(last, last + table_md(TABLE))

@layout
def underlined_headings():
    d = new(); title(d)
    for s, (h, cl) in enumerate(TEXT, 1):
        p = para(d); p.add_run(h).underline = True
        for c, (w, items) in enumerate(cl, 1):
            para(d, w)
            for k, e in enumerate(items, 1): para(d, f"•\t{e}", left=1.2, first=-0.6)
    return "docx", d, gold(section="", clause="", item="")

@layout
def italic_headings():
    d = new(); title(d)
    n = 0
    for s, (h, cl) in enumerate(TEXT, 1):
        p = para(d); p.add_run(h).italic = True
        for c, (w, items) in enumerate(cl, 1):
            n += 1
            para(d, f"{n}.\t{w}", left=1.2, first=-1.2)
            for k, e in enumerate(items, 1): para(d, f"({letter(k)})\t{e}", left=2.4, first=-1.2)
    return "docx", d, gold(section="", clause="{n}.")

@layout
def heading_styles():
    """Headings by style alone, nothing numbered but the clauses."""
    d = new()
    d.add_heading(COUNCIL, 0); d.add_heading(TITLE, 1)
    nid = numbering(d, [("decimal", "%1."), ("lowerLetter", "(%2)")])
    for h, cl in TEXT:
        d.add_heading(h, 2)
        for w, items in cl:
            number(para(d, w), nid, 0)
            for e in items: number(para(d, e), nid, 1)
    return "docx", d, gold(section="", clause="{n}.")

@layout
def bullet_levels():
    """Bullets of several glyphs, one list within another."""
    d = new(); title(d); furniture(d)
    nid = numbering(d, [("bullet", "\uf0b7"), ("bullet", "o"), ("bullet", "\uf0a7")])
    for h, cl in TEXT:
        para(d, h, True, 13)
        for w, items in cl:
            number(para(d, w), nid, 0)
            for e in items: number(para(d, e), nid, 1)
    out = [gold(section="", clause="", item="").split("\n# ")[0], f"# {TITLE}\n"]
    for h, cl in TEXT:
        out.append(f"## {h}\n")
        for w, items in cl:
            out.append(f"- {w}")
            out += [f"  - {e}" for e in items]
        out.append("")
    return "docx", d, "\n".join(out)

@layout
def nested_items():
    d = new(); title(d)
    head = gold().split("\n# ")[0]
    out = [head, f"# {TITLE}\n"]
    for s, (h, cl) in enumerate(TEXT, 1):
        para(d, f"{s}.\t{h}", True); out.append(f"## {s}. {h}\n")
        for c, (w, items) in enumerate(cl, 1):
            para(d, f"{s}.{c}\t{w}", left=1.25, first=-1.25); out.append(f"{s}.{c} {w}\n")
            for k, e in enumerate(items, 1):
                if k == 2:
                    para(d, f"({letter(k)})\tfurther:", left=2.5, first=-1.25)
                    out.append(f"- ({letter(k)}) further:")
                    for j in (1, 2, 3):
                        para(d, f"({roman(j)})\tthe matter numbered {'one two three'.split()[j-1]};", left=3.75, first=-1.25)
                        out.append(f"  - ({roman(j)}) the matter numbered {'one two three'.split()[j-1]};")
                else:
                    para(d, f"({letter(k)})\t{e}", left=2.5, first=-1.25)
                    out.append(f"- ({letter(k)}) {e}")
            if items:
                out.append("")
                t = "This applies whether or not the matter is confidential."
                para(d, t, left=1.25); out.append(t + "\n")
    return "docx", d, "\n".join(out)

@layout
def appendices():
    d = new(); title(d); typed(d)
    d.add_page_break()
    para(d, "Appendix A", True, centre=True); para(d, "Procedure for Complaints", True, centre=True)
    A = ["A complaint is made in writing to the Monitoring Officer, who acknowledges it within five working days.",
         "The Monitoring Officer consults the Independent Person before a decision is taken on the complaint.",
         "The outcome is given to both parties in writing, with reasons, within twenty working days."]
    for i, w in enumerate(A, 1): para(d, f"{i}.\t{w}", left=1.2, first=-1.2)
    para(d, "Appendix B", True, centre=True); para(d, "Useful Contacts", True, centre=True)
    para(d, "The Monitoring Officer may be reached through the switchboard of the Council during office hours.")
    g = gold() + "\n## Appendix A\n\n### Procedure for Complaints\n\n" + "\n\n".join(f"{i}. {w}" for i, w in enumerate(A, 1)) + "\n\n## Appendix B\n\n### Useful Contacts\n\nThe Monitoring Officer may be reached through the switchboard of the Council during office hours.\n"
    return "docx", d, g

@layout
def content_controls():
    """Title, headings and clauses in content controls."""
    d = new(); title(d); typed(d)
    W = nsdecls("w")
    for i, p in enumerate(list(d.paragraphs)):
        if i % 3 == 0:
            sdt = parse_xml(f'<w:sdt {W}><w:sdtPr><w:alias w:val="x"/><w:id w:val="{7000+i}"/></w:sdtPr><w:sdtContent/></w:sdt>')
            p._p.addprevious(sdt); sdt.find(qn("w:sdtContent")).append(p._p)
        elif i % 3 == 1:
            r = p.runs[-1]._r
            sdt = parse_xml(f'<w:sdt {W}><w:sdtPr><w:id w:val="{8000+i}"/></w:sdtPr><w:sdtContent/></w:sdt>')
            r.addprevious(sdt); sdt.find(qn("w:sdtContent")).append(r)
    return "docx", d, gold()

@layout
def smart_soft():
    """Smart quotes, soft hyphens, no-break hyphens and blanks."""
    d = new(); title(d)
    def soft(w):
        for a, b in SOFT.items(): w = w.replace(a, b)
        return w.replace("Chief Executive", "Chief\u00a0Executive").replace("10 working", "10\u00a0working")
    typed(d, text=[(h, [(soft(w), [soft(e) for e in i]) for w, i in cl]) for h, cl in TEXT], sep="\u00a0\u00a0 ")
    return "docx", d, gold()

@layout
def moved():
    """A clause moved with changes tracked."""
    d = new(); title(d); typed(d)
    W = nsdecls("w")
    ps = {p.text.split("\t")[0]: p for p in d.paragraphs}
    p = ps["6.2"]
    q = copy.deepcopy(p._p)
    def wrap(par, kind, i):
        for r in par.findall(qn("w:r")):
            x = parse_xml(f'<w:{kind} {W} w:id="{i}" w:author="A" w:date="2024-01-01T00:00:00Z"/>')
            r.addprevious(x); x.append(r)
        ppr = par.get_or_add_pPr()
        rpr = parse_xml(f'<w:rPr {W}><w:{kind} w:id="{i+1}" w:author="A" w:date="2024-01-01T00:00:00Z"/></w:rPr>')
        ppr.append(rpr)
    wrap(q, "moveTo", 100); wrap(p._p, "moveFrom", 200)
    for par, n_, kind in ((q, 300, "moveToRange"), (p._p, 301, "moveFromRange")):
        par.insert(1, parse_xml(f'<w:{kind}Start {W} w:id="{n_}" w:name="move1" w:author="A" w:date="2024-01-01T00:00:00Z"/>'))
        par.append(parse_xml(f'<w:{kind}End {W} w:id="{n_}"/>'))
    ps["5.3"]._p.addnext(q)
    text = copy.deepcopy(TEXT)
    g = gold().replace("\n6.2 " + TEXT[5][1][1][0] + "\n", "").replace(TEXT[4][1][2][0] + "\n", TEXT[4][1][2][0] + "\n\n6.2 " + TEXT[5][1][1][0] + "\n")
    return "docx", d, g

# --- PDF
@layout
def pdf_contents():
    d = new(); furniture(d); title(d)
    para(d, "Contents", True)
    for s, (h, _) in enumerate(TEXT, 1):
        p = para(d, f"{s}.\t{h}\t{s+1}")
        p.paragraph_format.tab_stops.add_tab_stop(Cm(1)); p.paragraph_format.tab_stops.add_tab_stop(Cm(15), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    d.add_page_break(); typed(d)
    return "pdf", d, gold()

@layout
def pdf_contents_plain():
    d = new(); furniture(d, prefix="", of=False); title(d)
    para(d, "CONTENTS", True)
    for s, (h, _) in enumerate(TEXT, 1):
        p = para(d, f"{h}\t{s+1}")
        p.paragraph_format.tab_stops.add_tab_stop(Cm(15), WD_TAB_ALIGNMENT.RIGHT)
    d.add_page_break(); typed(d)
    return "pdf", d, gold()

@layout
def pdf_two_columns():
    d = new(10); furniture(d); title(d)
    s = d.add_section(0)  # continuous
    s._sectPr.append(parse_xml(f'<w:cols {nsdecls("w")} w:num="2" w:space="500"/>'))
    typed(d)
    return "pdf", d, gold()

@layout
def pdf_line_numbers():
    d = new(); furniture(d); title(d); typed(d)
    for s in d.sections:
        s._sectPr.append(parse_xml(f'<w:lnNumType {nsdecls("w")} w:countBy="1" w:restart="continuous"/>'))
    return "pdf", d, gold()

@layout
def pdf_line_numbers_by_five():
    d = new(); furniture(d); title(d); typed(d)
    for s in d.sections:
        s._sectPr.append(parse_xml(f'<w:lnNumType {nsdecls("w")} w:countBy="5" w:restart="newPage"/>'))
    return "pdf", d, gold()

SOFT = {"strategic": "stra\u00adte\u00adgic", "corporate": "cor\u00adpo\u00adrate", "management": "ma\u00adna\u00adge\u00adment", "circumstance": "cir\u00adcum\u00adstance", "community": "com\u00admu\u00adni\u00adty",
        "responsibilities": "re\u00adspon\u00adsi\u00adbi\u00adli\u00adties", "explanation": "ex\u00adpla\u00adna\u00adtion", "information": "in\u00adfor\u00adma\u00adtion", "Monitoring": "Mo\u00adni\u00adto\u00adring", "Constitution": "Con\u00adsti\u00adtu\u00adtion",
        "obligations": "ob\u00adli\u00adga\u00adtions", "necessary": "ne\u00adces\u00adsa\u00adry", "discharging": "dis\u00adchar\u00adging", "communities": "com\u00admu\u00adni\u00adties", "Committee": "Com\u00admit\u00adtee", "complexity": "com\u00adple\u00adxi\u00adty", "instructions": "in\u00adstruc\u00adtions", "impartial": "im\u00adpar\u00adtial"}
@layout
def pdf_hyphenated():
    d = new(12); furniture(d)
    for s in d.sections: s.left_margin = s.right_margin = Cm(5)
    title(d)
    def soft(w):
        for a, b in SOFT.items(): w = w.replace(a, b)
        return w
    text = [(h, [(soft(w), [soft(e) for e in i]) for w, i in cl]) for h, cl in TEXT]
    typed(d, text=text)
    for p in d.paragraphs: p.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    return "pdf", d, gold()

@layout
def pdf_plain():
    d = new(); furniture(d); title(d); typed(d)
    return "pdf", d, gold()

@layout
def pdf_column_table():
    d = new(); title(d); furniture(d)
    t = d.add_table(0, 2); t.style = "Table Grid"
    t.autofit = False
    def row(a, b, bold=False):
        r = t.add_row(); r.cells[0].text = a; r.cells[1].paragraphs[0].add_run(b).bold = bold or None
        r.cells[0].width = Cm(1.8); r.cells[1].width = Cm(14)
    for s, (h, cl) in enumerate(TEXT, 1):
        row(f"{s}.", h, True)
        for c, (w, items) in enumerate(cl, 1):
            row(f"{s}.{c}", w)
            for k, e in enumerate(items, 1):
                row("", f"({letter(k)})\t{e}")
    return "pdf", d, gold()

@layout
def pdf_side_headings():
    d = new(); title(d); furniture(d)
    t = d.add_table(0, 2); t.autofit = False
    beside_headings(t, (Cm(4), Cm(12)))
    return "pdf", d, gold(section="", clause="{n}.")

@layout
def pdf_capitals_unstyled():
    d = new(12, "Times New Roman"); furniture(d, head="Part 5 - Codes and Protocols", prefix="5-"); para(d, COUNCIL.upper(), centre=True); para(d, TITLE.upper(), centre=True)
    typed(d, item="{a})", head=str.upper, bold=False)
    return "pdf", d, gold(heading=str.upper, item="{a})").replace("# " + TITLE, "# " + TITLE.upper())

@layout
def pdf_watermark():
    d = new(); furniture(d); title(d); typed(d)
    p = d.sections[0].header.paragraphs[0]
    p._p.append(parse_xml(f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"/><v:shape id="W" type="#_x0000_t136" style="position:absolute;width:400pt;height:160pt;rotation:315;z-index:-251;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="silver" stroked="f"><v:textpath style="font-family:Arial" string="DRAFT"/></v:shape></w:pict></w:r>'))
    return "pdf", d, gold()

@layout
def pdf_tagged_auto():
    d = new(); furniture(d); title(d)
    nid = numbering(d, [("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)")])
    for h, cl in TEXT:
        number(d.add_heading(h, 1), nid, 0)
        for w, items in cl:
            number(para(d, w), nid, 1)
            for e in items: number(para(d, e), nid, 2)
    return "tagged", d, gold()

@layout
def pdf_unnumbered_bullets():
    d = new(); furniture(d); title(d)
    for h, cl in TEXT:
        para(d, h, True, 14)
        for w, items in cl:
            para(d, w)
            for e in items: para(d, e, style="List Bullet")
    return "pdf", d, gold(section="", clause="", item="")

@layout
def pdf_roman_parts():
    d = new(); title(d); furniture(d)
    n = 0
    for s, (h, cl) in enumerate(TEXT, 1):
        para(d, f"PART {roman(s).upper()}", True, centre=True)
        para(d, h.upper(), True, centre=True)
        for w, items in cl:
            n += 1
            para(d, f"{n}.\t{w}", left=1, first=-1)
            for k, e in enumerate(items, 1): para(d, f"({roman(k)})\t{e}", left=2, first=-1)
    return "pdf", d, gold(section="PART {R}\n\n###", heading=str.upper, clause="{n}.", item="({i})")

@layout
def pdf_part_five():
    d = new(); furniture(d, head="Part 5 – Codes and Protocols", prefix="5-", of=False); title(d)
    typed(d, section="5.{s}", clause="5.{s}.{c}", item="({a})")
    return "pdf", d, gold(section="5.{s}", clause="5.{s}.{c}")

@layout
def pdf_footer_lines():
    """A footer of three lines: version, review date, address of the site."""
    d = new(); title(d); typed(d)
    s = d.sections[0]
    s.header.paragraphs[0].text = COUNCIL
    s.footer.paragraphs[0].text = "Version 3.2 – approved May 2023 – next review May 2025"
    s.footer.add_paragraph("www.silverbridge.gov.uk/constitution")
    p = s.footer.add_paragraph(); p.add_run("Page "); field(p, "PAGE")
    return "pdf", d, gold()

@layout
def pdf_tight():
    """No space between paragraphs, no indents."""
    d = new(10); furniture(d); title(d)
    for s, (h, cl) in enumerate(TEXT, 1):
        para(d, f"{s}. {h}", True, space=0)
        for c, (w, items) in enumerate(cl, 1):
            para(d, f"{s}.{c} {w}", space=0)
            for k, e in enumerate(items, 1): para(d, f"({letter(k)}) {e}", space=0)
    return "pdf", d, gold()

@layout
def pdf_unnumbered_tight():
    d = new(11); furniture(d); title(d)
    for s, (h, cl) in enumerate(TEXT, 1):
        para(d, h, True, space=4)
        for c, (w, items) in enumerate(cl, 1):
            para(d, w, space=4)
            for k, e in enumerate(items, 1): para(d, f"•\t{e}", left=1.2, first=-0.6, space=2)
    return "pdf", d, gold(section="", clause="", item="")

@layout
def pdf_first_page_cover():
    """A cover, a page of document control, contents with dotted leaders, then the text."""
    d = new(); furniture(d); title(d)
    para(d, "Adopted by Council on 14 March 2022", centre=True)
    d.add_page_break()
    para(d, "Document Control", True)
    t = d.add_table(0, 2); t.style = "Table Grid"
    for row in [["Owner", "Monitoring Officer"], ["Approved by", "Council"], ["Review date", "March 2025"]]:
        r = t.add_row()
        for i, w in enumerate(row): r.cells[i].text = w
    d.add_page_break()
    para(d, "Table of Contents", True)
    for s, (h, _) in enumerate(TEXT, 1):
        p = para(d, f"{s}.\t{h}\t{s+2}")
        p.paragraph_format.tab_stops.add_tab_stop(Cm(1)); p.paragraph_format.tab_stops.add_tab_stop(Cm(15), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    d.add_page_break(); typed(d)
    g = gold()
    g = g.replace(f"# {TITLE}\n", f"# {TITLE}\n\nAdopted by Council on 14 March 2022\n\n## Document Control\n\n| Owner | Monitoring Officer |\n|---|---|\n| Approved by | Council |\n| Review date | March 2025 |\n")
    return "pdf", d, g

@layout
def pdf_double_spaced():
    d = new(12); furniture(d); title(d); typed(d, gap=0)
    for p in d.paragraphs: p.paragraph_format.line_spacing = 2.0
    return "pdf", d, gold()

@layout
def tagged_table():
    d = new(); furniture(d); title(d); typed(d)
    para(d, "7.\tExpectations", True)
    t = d.add_table(0, 2); t.style = "Table Grid"
    for i, row in enumerate(EXPECTATIONS):
        r = t.add_row()
        for k, w in enumerate(row): r.cells[k].paragraphs[0].add_run(w).bold = (i == 0) or None
    return "tagged", d, gold() + "\n## 7. Expectations\n" + table_md(EXPECTATIONS)

# --- HTML
def page(body, head="", before="", after=""):
    return (f"<!DOCTYPE html><html lang='en-GB'><head><title>{TITLE} | {COUNCIL}</title>{head}</head>"
            f"<body>{before}{body}{after}</body></html>")


@layout
def html_lists():
    b = f"<h1>{TITLE}</h1>"
    for s, (h, cl) in enumerate(TEXT, 1):
        b += f"<h2>{s}. {h}</h2>"
        for c, (w, items) in enumerate(cl, 1):
            b += f"<p>{s}.{c} {w}</p>"
            if items: b += "<ol type='a'>" + "".join(f"<li>{e}</li>" for e in items) + "</ol>"
    before = "<header><a href='/'>Silverbridge Borough Council</a><nav><ul><li><a href='/a'>Home</a></li><li><a href='/b'>Council and democracy</a></li></ul></nav></header><div id='cookie' class='cookie-banner'><p>We use cookies to make this site work.</p><button>Accept</button></div><main>"
    after = "<p>Last updated: 12 May 2023</p><div class='rating'><p>Was this page useful?</p></div></main><footer><p>© Silverbridge Borough Council 2024</p><ul><li><a href='/p'>Privacy</a></li></ul></footer>"
    return "html", page(b, before=before, after=after), gold(item="{a}.")

@layout
def html_nested_ol():
    b = f"<h1>{TITLE}</h1><ol>"
    for h, cl in TEXT:
        b += f"<li><strong>{h}</strong><ol>"
        for w, items in cl:
            b += f"<li>{w}" + ("<ol type='a'>" + "".join(f"<li>{e}</li>" for e in items) + "</ol>" if items else "") + "</li>"
        b += "</ol></li>"
    b += "</ol>"
    style = "<style>ol{counter-reset:i} li{counter-increment:i} li:before{content:counters(i,'.')}</style>"
    return "html", page(f"<main><p>{COUNCIL}</p>{b}</main>", head=style), gold(item="{a}.")

@layout
def html_details():
    b = f"<h1>{TITLE}</h1>"
    for s, (h, cl) in enumerate(TEXT, 1):
        b += f"<details><summary>{s}. {h}</summary><div>"
        for c, (w, items) in enumerate(cl, 1):
            b += f"<p>{s}.{c}&nbsp;&nbsp;{w}</p>" + ("<ul>" + "".join(f"<li>{e}</li>" for e in items) + "</ul>" if items else "")
        b += "</div></details>"
    return "html", page(f"<article><p class='council'>{COUNCIL}</p>{b}</article>"), gold(item="")

@layout
def html_table():
    b = f"<h1>{TITLE}</h1><p>{COUNCIL}</p><table>"
    for s, (h, cl) in enumerate(TEXT, 1):
        b += f"<tr><td><b>{s}</b></td><td><b>{h}</b></td></tr>"
        for c, (w, items) in enumerate(cl, 1):
            b += f"<tr><td>{s}.{c}</td><td><p>{w}</p>" + "".join(f"<p>({letter(k)}) {e}</p>" for k, e in enumerate(items, 1)) + "</td></tr>"
    return "html", page(b + "</table>"), gold(section="{s}")

@layout
def html_divs_br():
    """Everything in one div, lines broken by <br>."""
    b = f"<div><b>{COUNCIL}</b><br><b>{TITLE}</b><br><br>"
    for s, (h, cl) in enumerate(TEXT, 1):
        b += f"<b>{s}. {h}</b><br><br>"
        for c, (w, items) in enumerate(cl, 1):
            b += f"{s}.{c} {w}<br>" + "".join(f"({letter(k)}) {e}<br>" for k, e in enumerate(items, 1)) + "<br>"
    return "html", page(b + "</div>"), gold()

@layout
def html_word_filtered():
    b = f"<p class=MsoTitle align=center><b><span>{COUNCIL}</span></b></p><p class=MsoTitle align=center><b><span>{TITLE}</span></b></p>"
    for s, (h, cl) in enumerate(TEXT, 1):
        b += f"<p class=MsoNormal style='margin-left:36.0pt;text-indent:-36.0pt'><b><span>{s}.<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span>{h}</b></p>"
        for c, (w, items) in enumerate(cl, 1):
            b += f"<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-36.0pt'>{s}.{c}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span>{w}</p>"
            for k, e in enumerate(items, 1):
                b += f"<p class=MsoListParagraph style='margin-left:72.0pt;text-indent:-18.0pt'><span style='font-family:Symbol'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span>{e}</p>"
    return "html", page(f"<div class=WordSection1>{b}</div>"), gold(item="")

def sections_as_html(section="{s}. ", clause="{s}.{c} ", item="({a}) "):
    b = ""
    n = 0
    for s, (h, cl) in enumerate(TEXT, 1):
        b += "<h2>" + section.format(s=s, A=letter(s).upper()) + h + "</h2>"
        for c, (w, items) in enumerate(cl, 1):
            n += 1
            b += "<p>" + clause.format(s=s, c=c, n=n) + w + "</p>"
            b += "".join("<p>" + item.format(a=letter(k), i=roman(k)) + e + "</p>" for k, e in enumerate(items, 1))
    return b

@layout
def html_site():
    """A site with everything around the text, in plain divs."""
    before = ("<div id='ccc-notify'><div class='ccc-content'><p>We use necessary cookies to make our site work.</p><button>Accept all</button><a href='/c'>Cookie policy</a></div></div>"
              "<a class='visually-hidden' href='#content'>Skip to main content</a>"
              "<div class='header-top'><div class='logo'><a href='/'>Silverbridge Borough Council</a></div><div class='search'><form><input name='q'><button>Search</button></form></div></div>"
              "<div class='menu-main'><ul><li><a href='/'>Home</a></li><li><a href='/bins'>Bins</a></li><li><a href='/tax'>Council tax</a></li></ul></div>"
              "<ol class='breadcrumb'><li><a href='/'>Home</a></li><li><a href='/c'>Your council</a></li><li>Constitution</li></ol>"
              "<div class='content-area'>")
    after = ("<div class='share'><p>Share this page</p><ul><li><a href='https://x.com'>X</a></li><li><a href='https://facebook.com'>Facebook</a></li></ul></div>"
             "<div class='last-updated'>Last updated: 3 June 2024</div><div class='useful'><h2>Was this page useful?</h2><p>Yes No</p></div>"
             "<div class='related'><h2>Related pages</h2><ul><li><a href='/a'>Code of Conduct</a></li></ul></div></div>"
             "<div class='footer-links'><ul><li><a href='/p'>Privacy notice</a></li><li><a href='/a'>Accessibility</a></li></ul><p>© 2024 Silverbridge Borough Council</p></div>")
    return "html", page(f"<h1>{TITLE}</h1>" + sections_as_html(), before=before, after=after), gold()

@layout
def html_site_main():
    """The same within main, with pieces of the site in it."""
    before = ("<header><a href='/'>Silverbridge Borough Council</a></header><nav aria-label='breadcrumb'><ol><li><a href='/'>Home</a></li></ol></nav><main id='main-content'>")
    after = ("<div class='share-links'><h2>Share this page</h2><ul><li><a href='https://x.com'>X</a></li></ul></div><p><a href='#top'>Back to top</a></p><p>Print this page</p>"
             "<section class='feedback-form'><h2>Was this page useful?</h2></section></main><footer><p>© 2024</p></footer>")
    return "html", page(f"<h1>{TITLE}</h1>" + sections_as_html(), before=before, after=after), gold()

@layout
def html_committee_system():
    words = f"<p class=MsoNormal align=center style='text-align:center'><b>{COUNCIL}</b></p><p class=MsoNormal align=center><b>{TITLE}</b></p>"
    for s, (h, cl) in enumerate(TEXT, 1):
        words += f"<p class=MsoNormal style='margin-left:36.0pt;text-indent:-36.0pt'><b>{s}.&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; {h}</b></p><p class=MsoNormal>&nbsp;</p>"
        for c, (w, items) in enumerate(cl, 1):
            words += f"<p class=MsoNormal style='margin-left:36.0pt;text-indent:-36.0pt'>{s}.{c}&nbsp;&nbsp;&nbsp; {w}</p><p class=MsoNormal>&nbsp;</p>"
            for k, e in enumerate(items, 1):
                words += f"<p class=MsoNormal style='margin-left:72.0pt;text-indent:-36.0pt'>({letter(k)})&nbsp;&nbsp;&nbsp; {e}</p>"
    before = ("<div id='modgov'><div class='mgNavBar'><ul><li><a href='mgListCommittees.aspx'>Committees</a></li><li><a href='mgCalendar.aspx'>Calendar</a></li></ul></div>"
              "<div class='mgContent'><h1 class='mgMainTitleTxt'>Agenda item</h1><h2 class='mgSubTitleTxt'>Constitution - Part 5</h2>"
              "<ul class='mgActionList'><li><a href='x'>Share this item</a></li><li><a href='y'>Meeting of Council, Thursday 14 March 2024 7.00 pm (Item 9)</a></li></ul><div class='mgWordPara'>")
    after = "</div><p class='mgSupporting'>Supporting documents:</p><ul class='mgBulletList'><li><a href='d.pdf'>Appendix A, 120 KB</a></li></ul></div></div>"
    return "html", page(words, before=before, after=after), gold()

@layout
def html_accordion():
    """Sections that open: heading in a button."""
    b = f"<h1>{TITLE}</h1><p>{COUNCIL}</p><div class='accordion'>"
    for s, (h, cl) in enumerate(TEXT, 1):
        b += f"<div class='accordion__section'><h2 class='accordion__heading'><button type='button' aria-expanded='false'><span>{s}. {h}</span><span class='accordion__toggle visually-hidden'></span></button></h2><div class='accordion__panel'>"
        for c, (w, items) in enumerate(cl, 1):
            b += f"<p>{s}.{c} {w}</p>" + ("<ul>" + "".join(f"<li>{e}</li>" for e in items) + "</ul>" if items else "")
        b += "</div></div>"
    return "html", page(f"<main>{b}</div></main>"), gold(item="")

@layout
def html_hidden_panels():
    """Panels that are hidden until they are opened."""
    b = f"<h1>{TITLE}</h1><p>{COUNCIL}</p>"
    for s, (h, cl) in enumerate(TEXT, 1):
        b += f"<h3 class='trigger' role='button'>{s}. {h}</h3><div class='panel' style='display:none' hidden>"
        for c, (w, items) in enumerate(cl, 1):
            b += f"<p>{s}.{c} {w}</p>" + ("<ul>" + "".join(f"<li>{e}</li>" for e in items) + "</ul>" if items else "")
        b += "</div>"
    return "html", page(f"<main>{b}</main>"), gold(item="")

@layout
def html_list_types():
    b = f"<h1>{TITLE}</h1><p>{COUNCIL}</p><ol type='1'>"
    for h, cl in TEXT:
        b += f"<li><strong>{h}</strong><ol type='a'>" + "".join(f"<li>{w}" + ("<ol type='i'>" + "".join(f"<li>{e}</li>" for e in items) + "</ol>" if items else "") + "</li>" for w, items in cl) + "</ol></li>"
    head = gold().split("\n# ")[0]
    out = [head, f"# {TITLE}\n"]
    for s, (h, cl) in enumerate(TEXT, 1):
        out.append(f"## {s}. {h}\n")
        for c, (w, items) in enumerate(cl, 1):
            out.append(f"- {letter(c)}. {w}")
            out += [f"  - {roman(k)}. {e}" for k, e in enumerate(items, 1)]
        out.append("")
    return "html", page(f"<main>{b}</ol></main>"), "\n".join(out)

@layout
def html_list_goes_on():
    """Headings, and lists that go on with start=."""
    b = f"<h1>{TITLE}</h1><p>{COUNCIL}</p>"
    n = 1
    for h, cl in TEXT:
        b += f"<h2>{h}</h2><ol start='{n}'>"
        for w, items in cl:
            b += f"<li>{w}" + ("<ol style='list-style-type:lower-alpha'>" + "".join(f"<li>{e}</li>" for e in items) + "</ol>" if items else "") + "</li>"
            n += 1
        b += "</ol>"
    return "html", page(f"<main>{b}</main>"), gold(section="", clause="{n}.", item="{a}.")

@layout
def html_counters():
    """Numbers by a style sheet: classes with counters, as exporters write them."""
    style = "<style>ol.lst-1{counter-reset:c1;list-style:none} ol.lst-2{counter-reset:c2;list-style:none} ol.lst-3{counter-reset:c3;list-style:none} .lst-1>li{counter-increment:c1} .lst-2>li{counter-increment:c2} .lst-3>li{counter-increment:c3} .lst-1>li:before{content:counter(c1) '. '} .lst-2>li::before{content:counter(c1) \".\" counter(c2) \" \"} .lst-3 > li:before{content:\"(\" counter(c3,lower-latin) \") \"}</style>"
    b = f"<h1>{TITLE}</h1><p>{COUNCIL}</p><ol class='lst-1'>"
    for h, cl in TEXT:
        b += f"<li><h2>{h}</h2><ol class='lst-2'>"
        for w, items in cl:
            b += f"<li>{w}" + ("<ol class='lst-3'>" + "".join(f"<li>{e}</li>" for e in items) + "</ol>" if items else "") + "</li>"
        b += "</ol></li>"
    return "html", page(f"<main>{b}</ol></main>", head=style), gold()

@layout
def html_counted_headings():
    """Headings and paragraphs counted by a style sheet."""
    style = "<style>body{counter-reset:sec} h2{counter-increment:sec;counter-reset:par} h2:before{content:counter(sec) '. '} p.num{counter-increment:par} p.num:before{content:counter(sec) '.' counter(par) ' '}</style>"
    b = f"<h1>{TITLE}</h1><p>{COUNCIL}</p>"
    for h, cl in TEXT:
        b += f"<h2>{h}</h2>"
        for w, items in cl:
            b += f"<p class='num'>{w}</p>" + ("<ul>" + "".join(f"<li>{e}</li>" for e in items) + "</ul>" if items else "")
    return "html", page(f"<main>{b}</main>", head=style), gold(item="")

@layout
def html_definition_list():
    b = f"<h1>{TITLE}</h1><p>{COUNCIL}</p><dl>"
    for s, (h, cl) in enumerate(TEXT, 1):
        b += f"<dt>{s}. {h}</dt>"
        for c, (w, items) in enumerate(cl, 1):
            b += f"<dd>{s}.{c} {w}</dd>" + "".join(f"<dd>({letter(k)}) {e}</dd>" for k, e in enumerate(items, 1))
    return "html", page(f"<main>{b}</dl></main>"), gold()

@layout
def html_contents_links():
    """A list of links to the sections above them, and links back."""
    toc = "<h2>Contents</h2><ul>" + "".join(f"<li><a href='#s{s}'>{h}</a></li>" for s, (h, _) in enumerate(TEXT, 1)) + "</ul>"
    b = sections_as_html(section="{s}. ")
    for s in range(1, 7): b = b.replace(f"<h2>{s}.", f"<h2 id='s{s}'>{s}.")
    b = b.replace("<h2 id", "<p><a href='#top'>Back to top</a></p><h2 id")
    return "html", page(f"<main><h1>{TITLE}</h1><p>{COUNCIL}</p>{toc}{b}</main>"), gold()

@layout
def html_classes():
    """Spans and classes as Google Docs and page builders write them; bold by a class."""
    style = "<style type='text/css'>.c1{font-weight:700}.c2{margin-left:36pt}.c3{font-size:11pt}.c9{font-weight:700;font-size:16pt}</style>"
    b = f"<p class='c5'><span class='c9'>{COUNCIL}</span></p><p><span class='c9'>{TITLE}</span></p>"
    for s, (h, cl) in enumerate(TEXT, 1):
        b += f"<p class='c2'><span class='c1'>{h}</span></p>"
        for c, (w, items) in enumerate(cl, 1):
            half = len(w) // 2
            b += f"<p class='c2'><span class='c3'>{w[:half]}</span><span class='c3'>{w[half:]}</span></p>" + "".join(f"<p class='c2'><span class='c3'>● {e}</span></p>" for e in items)
    return "html", page(b, head=style), gold(section="", clause="", item="")

@layout
def text_unwrapped():
    """Each paragraph a line, without a blank line between."""
    lines = [COUNCIL, TITLE, ""]
    for s, (h, cl) in enumerate(TEXT, 1):
        lines.append(f"{s} {h}")
        for c, (w, items) in enumerate(cl, 1):
            lines += [f"{s}.{c} {w}", *(f"- {e}" for e in items)]
    return "txt", "\n".join(lines) + "\n", gold(section="{s}", item="")

def wrapped(words, first="", rest="", width=72):
    return textwrap.wrap(words, width, initial_indent=first, subsequent_indent=rest, break_long_words=False)

@layout
def text_pages():
    """Hard wraps, page ends with header and number, hyphens at line ends."""
    lines = []
    def put(x): lines.extend(x)
    put([COUNCIL.center(72).rstrip(), "", TITLE.center(72).rstrip(), ""])
    for s, (h, cl) in enumerate(TEXT, 1):
        put([f"{s}.   {h.upper()}", ""])
        for c, (w, items) in enumerate(cl, 1):
            put(wrapped(f"{s}.{c}  {w}", "", "     ") + [""])
            for k, e in enumerate(items, 1): put(wrapped(f"({letter(k)})  {e}", "     ", "          ") + [""])
    out, n = [], 1
    for i, line in enumerate(lines):
        if i and i % 40 == 0:
            out += ["", f"Page {n}".center(72).rstrip(), "\f" + COUNCIL + " Constitution", ""]
            n += 1
        out.append(line)
    return "txt", "\n".join(out) + "\n", gold(heading=str.upper)

@layout
def text_underlined():
    lines = [COUNCIL, "=" * len(COUNCIL), "", TITLE, "=" * len(TITLE), ""]
    for s, (h, cl) in enumerate(TEXT, 1):
        lines += [f"{s}. {h}", "-" * (len(h) + 3), ""]
        for c, (w, items) in enumerate(cl, 1):
            lines += wrapped(f"{s}.{c} {w}") + [""]
            for e in items: lines += wrapped(f"* {e}", "  ", "    ")
            if items: lines.append("")
    return "txt", "\n".join(lines) + "\n", gold(item="")

@layout
def text_number_own_line():
    lines = [COUNCIL, "", TITLE, ""]
    for s, (h, cl) in enumerate(TEXT, 1):
        lines += [f"{s}.", "", h, ""]
        for c, (w, items) in enumerate(cl, 1):
            lines += [f"{s}.{c}", ""] + wrapped(w) + [""]
            for k, e in enumerate(items, 1): lines += [f"({letter(k)})", ""] + wrapped(e) + [""]
    return "txt", "\n".join(lines) + "\n", gold()

@layout
def text_windows():
    """In Windows-1252, with curly quotes and line ends of its own."""
    lines = [COUNCIL, TITLE, ""]
    for s, (h, cl) in enumerate(TEXT, 1):
        lines += [f"{s}) {h}", ""]
        for c, (w, items) in enumerate(cl, 1):
            lines += [f"{s}.{c}) {w}", ""]
            for k, e in enumerate(items, 1): lines += [f"\t{letter(k)}) {e}"]
            if items: lines.append("")
    return "txt", "\r\n".join(lines) + "\r\n", gold(section="{s})", clause="{s}.{c})", item="{a})")

# layouts_more defines those that follow


# Texts that pdftotext makes of a PDF: by its options.
TEXTS = {"text_layout": ("pdf_plain", "-layout"), "text_raw": ("pdf_plain", "-raw"), "text_flow": ("pdf_plain",),
         "text_layout_contents": ("pdf_contents", "-layout")}


def convert(folder, documents, tagged):
    """PDFs of the documents, by LibreOffice."""
    if not documents:
        return
    options = '{"UseTaggedPDF":{"type":"boolean","value":"%s"}}' % ("true" if tagged else "false")
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/.office", "--headless", "--convert-to",
                    "pdf:writer_pdf_Export:" + options, "--outdir", folder, *documents], check=True, capture_output=True)
    for document in documents:
        document.unlink()


def lay_out(folder, office=True):
    """Writes every layout into the folder, each as NAME.KIND, and returns the sources that they come from: by file.
    Without LibreOffice (`office`) there are no PDFs, and no texts of them."""
    golds, prints = {}, {"pdf": [], "tagged": []}
    for name, make in LAYOUTS.items():
        kind, made, source = make()
        if kind in prints and not office:
            continue
        if isinstance(made, str):
            (folder / f"{name}.{kind}").write_text(made)
        else:
            made.save(folder / f"{name}.docx")
        if kind in prints:
            prints[kind].append(folder / f"{name}.docx")
        golds[folder / f"{name}.{'pdf' if kind in prints else kind}"] = source
    convert(folder, prints["pdf"], False)
    convert(folder, prints["tagged"], True)
    for name, (printed, *options) in TEXTS.items() if office else ():
        subprocess.run(["pdftotext", *options, folder / f"{printed}.pdf", folder / f"{name}.txt"], check=True)
        golds[folder / f"{name}.txt"] = golds[folder / f"{printed}.pdf"]
    return golds
