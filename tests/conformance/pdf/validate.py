#!/usr/bin/env python3
"""Checks the PDFs of a build: PDF/UA-1 and PDF/A-2a by veraPDF; the language; tables with headers that say
what they head; another text for each picture. Of each protocol.pdf, the words in the order in which a
screen reader speaks them (the structure tree) and in which a page shows them, against protocol.json, and
a named destination for every clause. Of matrix.pdf, each card in its order with every council's words,
against matrix.csv. And, where CONCORD names the program, that the letters of Welsh are printed, and the same of texts that
are hard to typeset (hard/); and of a redline.

usage: validate.py OUTPUT_FOLDER [TOOLS_FOLDER]

veraPDF is fetched into TOOLS_FOLDER (build/tools) by the pom.xml beside this script, the first time. Needs
java, mvn and poppler-utils. Exit status 1 where anything is wrong, with a line for each; 77 (skipped, for
ctest) where there is no PDF or veraPDF cannot be had.
"""
import csv
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
PROFILES = {"ua1": "PDF/UA-1", "2a": "PDF/A-2a"}
SKIPPED = 77

# What the page adds to the council's words: the page of a cross-reference, the mark of a slip.
ADDED = re.compile(r"\[p\.\d+\]|\[sic\]")

# Between the running header and the footer, in points from the top of an A4 page.
TEXT_AREA = ["-x", "0", "-y", "66", "-W", "596", "-H", "704"]


def output_of(*command):
    return subprocess.run(command, capture_output=True, encoding="utf-8",
                          errors="replace", check=False).stdout


def verapdf(tools):
    """The path of the validator, or None where it cannot be had."""
    jar = tools / "verapdf.jar"
    if not jar.exists():
        subprocess.run(["mvn", "-q", "-B", "-f", HERE / "pom.xml", "package"], check=False)
    return jar if jar.exists() else None


def profile_faults(jar, files):
    for profile, name in PROFILES.items():
        said = output_of("java", "-cp", jar, "org.verapdf.apps.GreenfieldCliWrapper",
                         "--flavour", profile, "--format", "text", "-v", *files)
        passed = said.count("PASS ")
        if passed != len(files):
            yield f"{name}: {passed} of {len(files)} files pass\n{said}"


def plain(text):
    """Without white space, which lines and pages break differently."""
    return "".join(unicodedata.normalize("NFC", text).split())


class SpokenText:
    """The words of a PDF in the order of its structure tree."""

    def __init__(self, path):
        self.body = ""   # after the contents, without footnote marks
        self.shown = ""  # the same with them
        self.notes = []  # mark and words, in the order of their marks
        self.read(output_of("pdfinfo", "-struct-text", path))

    def read(self, tree):
        path = []  # (indent, element), from the document down; each element a list so that it has identity
        notes = {}
        for line in tree.split("\n"):
            content = line.lstrip(" ")
            indent = len(line) - len(content)
            while path and path[-1][0] >= indent:
                path.pop()
            names = [element[0] for _, element in path]
            if content.startswith('"') and content.endswith('"'):
                self.speak(content[1:-1], names, path, notes)
            elif not content.startswith(("/", "Object ")):
                path.append((indent, [content.split(" ")[0].rstrip(":")]))
        self.notes = [plain(note) for note in notes.values()]
        self.body = ADDED.sub("", plain(self.body))
        self.shown = plain(self.shown)

    def speak(self, words, names, path, notes):
        if "TOC" in names:
            self.body = self.shown = ""
            notes.clear()
        elif "Note" in names:
            innermost = [element for _, element in path if element[0] == "Note"][-1]
            key = id(innermost)
            self.kept = getattr(self, "kept", []) + [innermost]  # ids stay unique while it is kept
            notes[key] = notes.get(key, "") + words
        elif "Lbl" in names and names[names.index("Lbl") - 1] != "LI":
            self.shown += words
        elif "Lbl" in names and words == "•":
            self.shown += words
        else:
            self.body += words
            self.shown += words


def destinations(path):
    """Identifier -> page."""
    found = re.findall(r'^\s*(\d+) \[.*\] "(.*)"$', output_of("pdfinfo", "-dests", path), re.MULTILINE)
    return {name: int(page) for page, name in found}


def shown_text(path, first_page, notes):
    pages = int(re.search(r"^Pages:\s+(\d+)", output_of("pdfinfo", path), re.MULTILINE)[1])
    text = ""
    for page in range(first_page, pages + 1):
        words = plain(output_of("pdftotext", "-raw", "-f", str(page), "-l", str(page), *TEXT_AREA, path, "-"))
        for note in notes:
            words = words.replace(note, "", 1) if words.count(note) == 1 else words
        text += words
    return text


def first_difference(expected, found):
    at = next((i for i, (a, b) in enumerate(zip(expected, found)) if a != b), min(len(expected), len(found)))
    return f'expected "…{expected[max(0, at - 30):at + 30]}…", found "…{found[max(0, at - 30):at + 30]}…"'


def words_of(clause):
    return "".join(clause[key] or "" for key in ("number", "heading", "text"))


def text_faults(folder):
    path = folder / "protocol.pdf"
    clauses = json.loads((folder / "protocol.json").read_text(encoding="utf-8"))["clauses"]
    places = destinations(path)
    ids = {clause["id"].split("#", 1)[1] for clause in clauses}
    if ids != set(places):
        yield f"named destinations: missing {sorted(ids - set(places))}, unknown {sorted(set(places) - ids)}"

    # The title is on the cover, the notes at the foot of the page.
    printed = [c for c in clauses if c["kind"] != "footnote" and places.get(c["id"].split("#", 1)[1]) != 1]
    expected = ADDED.sub("", plain("".join(words_of(clause) for clause in printed)))
    spoken = SpokenText(path)
    if not spoken.body.startswith(expected):
        yield "spoken text: " + first_difference(expected, spoken.body)

    expected_notes = sorted(plain(words_of(c)) for c in clauses if c["kind"] == "footnote")
    if expected_notes != sorted(ADDED.sub("", note) for note in spoken.notes):
        yield f"footnotes: expected {expected_notes}, found {spoken.notes}"

    first_page = min(page for page in places.values() if page > 1)
    shown = shown_text(path, first_page, spoken.notes)
    if shown != spoken.shown:
        yield "text shown: " + first_difference(spoken.shown, shown)


def language(path):
    """As the catalogue of the PDF says."""
    said = output_of("qpdf", "--json", "--json-key=qpdf", path)
    catalogue = next(value["value"] for value in json.loads(said)["qpdf"][1].values()
                     if isinstance(value.get("value"), dict) and value["value"].get("/Type") == "/Catalog")
    return catalogue.get("/Lang", "").removeprefix("u:")


def structure_faults(path):
    """What the tree and the catalogue must say of any of our PDFs."""
    if language(path) != "en-GB":
        yield f"language: {language(path)}"
    tree = output_of("pdfinfo", "-struct", path).split("\n")
    for at, line in enumerate(tree):
        indent = len(line) - len(line.lstrip())
        below = []
        for each in tree[at + 1:]:
            if len(each) - len(each.lstrip()) <= indent:
                break
            below.append(each.strip())
        what = [word.rstrip(":") for word in line.split()[:1]]
        if what == ["Table"] and not any(each.startswith("TH") for each in below):
            yield "a table has no headers"
        if what == ["TH"] and not any(each.startswith("/Scope") for each in below):
            yield f"a table header does not say what it heads: {line.strip()}"
        if what in (["Figure"], ["Formula"]) and not any(each.startswith("/Alt") for each in below) and '"' not in line:
            yield "a picture has no other text"


class Card:
    """A provision of the matrix as it is spoken: under which topic, its title, and all the words below."""

    def __init__(self, topic, title):
        self.topic, self.title, self.words = topic, title, ""


def spoken_cards(path):
    topic, cards, inside = "", [], ""
    for line in output_of("pdfinfo", "-struct-text", path).split("\n"):
        content = line.strip()
        if not content.startswith('"'):
            kind = content.split(" ")[0].rstrip(":")
            if kind == "H2":
                topic = ""
            elif kind == "H3":
                cards.append(Card(topic, ""))
            if kind in ("H2", "H3", "P"):
                inside = kind
        elif inside == "H2":
            topic += plain(content[1:-1])
        elif inside == "H3":
            cards[-1].title += plain(content[1:-1])
        elif cards:
            cards[-1].words += plain(content[1:-1])
    return cards


def matrix_faults(path):
    expected = {}
    with open(path.with_suffix(".csv"), encoding="utf-8-sig", newline="") as file:
        for cell in csv.DictReader(file):
            expected.setdefault(cell["row"], []).append(cell)
    cards = spoken_cards(path)
    found = [(card.topic, card.title) for card in cards]
    wanted = [(plain(cells[0]["topic"] or "Other provisions"), plain(cells[0]["provision"])) for cells in expected.values()]
    if found != wanted:
        at = next((i for i, pair in enumerate(zip(wanted, found)) if pair[0] != pair[1]), min(len(wanted), len(found)))
        yield f"card {at + 1}: expected {wanted[at:at + 1]}, found {found[at:at + 1]}"
        return
    for card, cells in zip(cards, expected.values()):
        for cell in cells:
            if plain(cell["council"]) not in card.words or plain(cell["text"]) not in card.words:
                yield f"{cell['row']}: {cell['council']}'s words are not spoken on their card"


WELSH = "Mae’r tŷ yn ŵyl: Ŵ Ŷ ŵ ŷ â ê î ô û ï."
WELSH_PROTOCOL = f"""---
council: Cyngor Tref Tŷ Gŵyr
title: Protocol
language: cy
---

# Protocol

## 1. Dŵr

1.1 {WELSH}
"""


def welsh_faults(concord):
    """The letters are in the text of the PDF, and every font is one of ours."""
    with tempfile.TemporaryDirectory(prefix="concord-welsh-") as name:
        folder = pathlib.Path(name)
        (folder / "welsh.md").write_text(WELSH_PROTOCOL, encoding="utf-8")
        subprocess.run([concord, "build", folder / "welsh.md", "-o", folder / "output", "--formats", "pdf"],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        path = folder / "output/welsh/protocol.pdf"
        if plain(WELSH) not in plain(output_of("pdftotext", path, "-")):
            yield "Welsh: the letters are not in the text"
        if language(path) != "cy":
            yield f"Welsh: the language is {language(path)}"
        fonts = [line.split()[0] for line in output_of("pdffonts", path).split("\n")[2:] if line]
        if not fonts or not all("SourceSans3" in font for font in fonts):
            yield f"Welsh: printed with {fonts}"


def hard_faults(concord, jar):
    """Texts that are hard to typeset (hard/*.md): the profiles, and the order in which they are spoken. What
    a page shows is not compared, since the head of a table is shown again on the next page and never spoken
    again; nor is what is spoken in scripts from right to left, which pdfinfo shows as they are drawn."""
    with tempfile.TemporaryDirectory(prefix="concord-hard-") as name:
        output = pathlib.Path(name)
        subprocess.run([concord, "build", HERE / "hard", "-o", output, "--no-comparison", "--formats", "pdf,json"],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        files = [output / source.stem / "protocol.pdf" for source in sorted((HERE / "hard").glob("*.md"))]
        missing = [file for file in files if not file.exists()]
        if missing:
            yield f"not typeset: {', '.join(file.parent.name for file in missing)}"
            return
        yield from profile_faults(jar, files)
        for file in files:
            yield from (f"{file.parent.name}: {fault}" for fault in structure_faults(file))
            if file.parent.name != "scripts":
                yield from (f"{file.parent.name}: {fault}" for fault in text_faults(file.parent)
                            if not fault.startswith("text shown"))


def redline_faults(concord, jar):
    """The redline of the York protocol and its revision (tests/lineage/york.py): the profiles, the structure,
    and in the order of speaking every word of the changes, what went before what came."""
    sys.path.insert(0, str(HERE.parents[1] / "lineage"))
    import york

    with tempfile.TemporaryDirectory(prefix="concord-redline-") as name:
        folder = pathlib.Path(name)
        (folder / "old.md").write_text(york.before(), encoding="utf-8")
        (folder / "new.md").write_text(york.after(), encoding="utf-8")
        command = [concord, "redline", folder / "old.md", folder / "new.md", "-o"]
        for file in ("redline.pdf", "redline.json"):
            subprocess.run([*command, folder / file], check=True)
        file = folder / "redline.pdf"
        yield from profile_faults(jar, [file])
        yield from (f"redline: {fault}" for fault in structure_faults(file))
        spoken = SpokenText(file).shown
        at = 0
        for change in json.loads((folder / "redline.json").read_text(encoding="utf-8"))["changes"]:
            if change["class"] in ("none", "numbering") or change["table"] or "fn" in "".join(change["after"]):
                continue
            for piece in change["pieces"]:
                found = spoken.find(plain(piece["text"]), at)
                if found < 0:
                    yield f"redline: not spoken in its place: {piece['text'][:60]!r}"
                    break
                at = found


def main(output, tools):
    folders = sorted(path.parent for path in output.glob("*/protocol.pdf"))
    jar = verapdf(tools)
    if not folders or jar is None:
        print("skipped:", "no PDF in the build" if not folders else "veraPDF is not to be had")
        return SKIPPED
    matrix = output / "compare/matrix.pdf"
    files = [folder / "protocol.pdf" for folder in folders] + [matrix]
    faults = list(profile_faults(jar, files))
    for file in files:
        faults += [f"{file.relative_to(output)}: {fault}" for fault in structure_faults(file)]
    faults += [f"matrix.pdf: {fault}" for fault in matrix_faults(matrix)]
    if "CONCORD" in os.environ:
        faults += welsh_faults(os.environ["CONCORD"])
        faults += hard_faults(os.environ["CONCORD"], jar)
        faults += redline_faults(os.environ["CONCORD"], jar)
    for folder in folders:
        faults += [f"{folder.name}: {fault}" for fault in text_faults(folder)]
    for fault in faults:
        print(fault)
    print(f"{len(files)} PDFs: " + (f"{len(faults)} faults" if faults else
                                      f"{' and '.join(PROFILES.values())}, words, order, tables, languages and destinations as they should be"))
    return 1 if faults else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(pathlib.Path(sys.argv[1]),
                  pathlib.Path(sys.argv[2]) if len(sys.argv) == 3 else HERE.parents[2] / "build" / "tools"))
