"""A Word file as Word itself reads it: each paragraph with the number that Word counts for it (ECMA-376
part 1, 17.9), its words and its bookmarks; with tracked changes accepted or rejected. Written from the
standard, without a line of the compiler's, so that the one checks the other."""
import re
import xml.etree.ElementTree as ElementTree
import zipfile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ROMAN = [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
         (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]


def value(element, path, default=None):
    found = element.find(path) if element is not None else None
    return default if found is None else found.get(W + "val", "1")


def roman(number):
    text = ""
    for step, sign in ROMAN:
        while number >= step:
            text, number = text + sign, number - step
    return text


def counted(number, how):
    letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    forms = {"lowerLetter": letter, "upperLetter": letter.upper(), "lowerRoman": roman(number),
             "upperRoman": roman(number).upper()}
    return forms.get(how, str(number))


class Numbering:
    """Word's counters: one of each level of an abstract list, shared by all its instances."""

    def __init__(self, root):
        self.abstract = {each.get(W + "abstractNumId"): self.levels(each) for each in root.findall(W + "abstractNum")}
        self.lists = {each.get(W + "numId"): each for each in root.findall(W + "num")}
        self.counters, self.started = {}, set()

    @staticmethod
    def levels(element):
        return {int(each.get(W + "ilvl")): each for each in element.findall(W + "lvl")}

    def level(self, number, level):
        for override in self.lists[number].findall(W + "lvlOverride"):
            if int(override.get(W + "ilvl")) == level and override.find(W + "lvl") is not None:
                return override.find(W + "lvl")
        return self.abstract[value(self.lists[number], W + "abstractNumId")][level]

    def start(self, number, level):
        """Where an instance of a list begins anew, the first time that it is met on that level."""
        for override in self.lists[number].findall(W + "lvlOverride"):
            begins = value(override, W + "startOverride")
            if int(override.get(W + "ilvl")) == level and begins and (number, level) not in self.started:
                self.started.add((number, level))
                return int(begins)
        return None

    def next(self, number, level):
        """The number of the next paragraph, as shown."""
        counters = self.counters.setdefault(value(self.lists[number], W + "abstractNumId"), {})
        begins = self.start(number, level)
        if begins is not None:
            counters[level] = begins
        elif level in counters:
            counters[level] += 1
        else:
            counters[level] = int(value(self.level(number, level), W + "start", "0"))
        for deeper in [each for each in counters if each > level]:
            del counters[deeper]
        text = value(self.level(number, level), W + "lvlText", "")
        return re.sub("%([1-9])", lambda sign: self.shown(number, int(sign[1]) - 1, counters), text)

    def shown(self, number, level, counters):
        definition = self.level(number, level)
        at = counters.get(level, int(value(definition, W + "start", "0")))
        return counted(at, value(definition, W + "numFmt"))

    def is_bullet(self, number, level):
        return value(self.level(number, level), W + "numFmt") == "bullet"


class Paragraph:
    def __init__(self, style, number, in_table):
        self.style, self.number, self.in_table = style, number, in_table
        self.words, self.all_words = "", ""  # the council's; with marks and typed numbers
        self.bookmarks, self.notes = [], 0


class WordFile:
    """`accept`: None to read a file without tracked changes, else whether they are."""

    def __init__(self, path, accept=True):
        with zipfile.ZipFile(path) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.gone = W + ("del" if accept else "ins"), W + ("moveFrom" if accept else "moveTo")
        self.accept = accept
        self.numbering = Numbering(self.tree("word/numbering.xml"))
        self.document = self.tree("word/document.xml")
        self.paragraphs = self.read(self.document.find(W + "body"))
        notes = self.tree("word/footnotes.xml") if "word/footnotes.xml" in self.parts else None
        self.notes = {} if notes is None else {each.get(W + "id"): self.read(each) for each in notes}

    def tree(self, name):
        return ElementTree.fromstring(self.parts[name])

    def read(self, parent):
        made, joined = [], None
        for element, in_table in self.blocks(parent, False):
            mark = element.find(f"{W}pPr/{W}rPr")
            lost = mark is not None and any(mark.find(tag) is not None for tag in self.gone)
            paragraph = joined or Paragraph(value(element, f"{W}pPr/{W}pStyle"), None, in_table)
            before = len(paragraph.all_words)
            self.read_runs(element, paragraph, None)
            # A paragraph whose mark went is one with the next, whose properties it takes.
            if lost:
                joined = paragraph if len(paragraph.all_words) > before or joined else None
                if joined is None and paragraph.bookmarks:
                    joined = None
                continue
            joined = None
            paragraph.style = value(element, f"{W}pPr/{W}pStyle")
            paragraph.number = self.number(element) or paragraph.number or ""
            made.append(paragraph)
        return made

    def blocks(self, parent, in_table):
        for element in parent:
            if element.tag == W + "p":
                yield element, in_table
            elif element.tag == W + "tr":
                tracked = element.find(W + "trPr")
                if tracked is None or all(tracked.find(tag) is None for tag in self.gone):
                    yield from self.blocks(element, True)
            elif element.tag in (W + "tbl", W + "tc", W + "sdt", W + "sdtContent"):
                yield from self.blocks(element, in_table or element.tag == W + "tbl")

    def number(self, element):
        properties = element.find(W + "pPr")
        if not self.accept and properties is not None:
            before = properties.find(f"{W}pPrChange/{W}pPr")
            properties = before if before is not None else properties
        number = value(properties, f"{W}numPr/{W}numId", "0")
        if number == "0":
            return ""
        level = int(value(properties, f"{W}numPr/{W}ilvl", "0"))
        shown = self.numbering.next(number, level)
        return "" if self.numbering.is_bullet(number, level) else shown

    def read_runs(self, parent, paragraph, style):
        for element in parent:
            if element.tag in self.gone:
                continue
            if element.tag == W + "bookmarkStart":
                paragraph.bookmarks.append(element.get(W + "name"))
            elif element.tag == W + "r":
                self.read_run(element, paragraph)
            elif element.tag in (W + "hyperlink", W + "ins", W + "del", W + "moveFrom", W + "moveTo", W + "fldSimple"):
                self.read_runs(element, paragraph, style)

    @staticmethod
    def read_run(run, paragraph):
        style = value(run, f"{W}rPr/{W}rStyle")
        words = "".join(
            each.text or "" if each.tag in (W + "t", W + "delText") else " "
            for each in run if each.tag in (W + "t", W + "delText", W + "tab", W + "br"))
        paragraph.all_words += words
        paragraph.notes += run.find(W + "footnoteReference") is not None
        if style == "TypedNumber":
            paragraph.number = (paragraph.number or "") + words.strip()
        elif style not in ("Sic", "FootnoteReference"):
            paragraph.words += words
