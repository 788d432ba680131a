#!/usr/bin/python3
"""Checks Word files: each part of a package against the schemas of ECMA-376 and by rules that they do not
have (what Word repairs or drops without a word); openxml-audit; that Word's own counting gives every clause
of protocol.json its number, at its bookmark, with its words; and that LibreOffice counts and reads the same,
and prints no word over another.

usage: validate.py OUTPUT_FOLDER [TOOLS_FOLDER]

Every */protocol.docx of the folder is checked beside its protocol.json; where CONCORD names the program, so
are those of tests/cases, and of invented texts whose numbers are out of order. The schemas are fetched into
TOOLS_FOLDER (build/tools) by the pom.xml beside this script and openxml-audit by requirements.txt, the first
time. Needs mvn, pip, xmllint, soffice and pdftotext. Exit status 1 where anything is wrong, with a line for
each; 77 (skipped, for ctest) where there is no Word file.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile
from collections import Counter

from invented import invented_texts
from word_file import W, WordFile

HERE = pathlib.Path(__file__).resolve().parent
SKIPPED = 77
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
FIELD = re.compile(r"\b(REF|NOTEREF|PAGEREF)\s+(\S+)")

# The schema of the XML namespace itself, which those of ECMA-376 name and do not bring.
XML_SCHEMA = """<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"
  targetNamespace="http://www.w3.org/XML/1998/namespace">
<xsd:attribute name="space" type="xsd:NCName"/><xsd:attribute name="lang" type="xsd:string"/></xsd:schema>"""


# ---- tools

def schema_folder(tools):
    """The folder with wml.xsd, or None where the schemas cannot be had."""
    jar = tools / "ooxml-schemas.jar"
    if not jar.exists():
        subprocess.run(["mvn", "-q", "-B", "-f", HERE / "pom.xml", "package"], check=False)
    if not jar.exists():
        return None
    folder = tools / "ooxml-schemas"
    folder.mkdir(exist_ok=True)
    with zipfile.ZipFile(jar) as package:
        for name in package.namelist():
            if name.endswith(".xsd") and "/ooxml/src/" in name:
                text = package.read(name).decode()
                text = text.replace('<xsd:import namespace="http://www.w3.org/XML/1998/namespace"/>',
                                    '<xsd:import namespace="http://www.w3.org/XML/1998/namespace"'
                                    ' schemaLocation="xml.xsd"/>')
                (folder / pathlib.Path(name).name).write_text(text)
    (folder / "xml.xsd").write_text(XML_SCHEMA)
    return folder


def audit_folder(tools):
    """Where openxml-audit is, or None where it cannot be had."""
    folder = tools / "openxml-audit"
    if not folder.exists():
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "--target", folder,
                   "--requirement", HERE / "requirements.txt"]
        if subprocess.run(command, check=False).returncode != 0:
            return None
    return folder


# ---- the package

def schema_faults(schemas, files):
    with tempfile.TemporaryDirectory() as scratch:
        parts = []
        for i, file in enumerate(files):
            with zipfile.ZipFile(file) as package:
                for name in package.namelist():
                    if re.fullmatch(r"word/[a-z0-9]+\.xml", name):
                        part = pathlib.Path(scratch) / f"{i}-{name.replace('/', '-')}"
                        part.write_bytes(package.read(name))
                        parts.append(part)
        result = subprocess.run(["xmllint", "--noout", "--nonet", "--huge", "--schema", schemas / "wml.xsd", *parts],
                                capture_output=True, text=True, check=False)
        if result.returncode != 0:
            for line in result.stderr.splitlines():
                if not line.endswith(" validates"):
                    yield re.sub(r"^\S*/(\d+)-", lambda number: f"{files[int(number[1])]}: ", line)


def audit_faults(folder, files):
    for file in files:
        result = subprocess.run([sys.executable, "-m", "openxml_audit", "--quiet", file], capture_output=True,
                                text=True, check=False, env={"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin"})
        if result.returncode != 0:
            yield f"{file}: openxml-audit: {(result.stdout + result.stderr).strip()}"


def twice(what, values):
    for each, count in Counter(values).items():
        if count > 1:
            yield f"{what} {each} stands {count} times"


def pair_faults(trees, begin, end, names=True):
    """Ranges that begin and end: each identifier once at either end."""
    begins = [each.get(W + "id") for tree in trees for each in tree.iter(W + begin)]
    ends = [each.get(W + "id") for tree in trees for each in tree.iter(W + end)]
    yield from twice(f"w:{begin}", begins)
    yield from twice(f"w:{end}", ends)
    for each in set(begins) ^ set(ends):
        yield f"w:{begin} and w:{end}: {each} has one of them"
    if names:
        yield from twice(f"the name of w:{begin}",
                         [each.get(W + "name", "").lower() for tree in trees for each in tree.iter(W + begin)])


def move_faults(trees):
    for kind in ("moveFrom", "moveTo"):
        yield from pair_faults(trees, kind + "RangeStart", kind + "RangeEnd")
        for tree in trees:
            for each in tree.iter(W + kind + "RangeStart"):
                if not each.get(W + "author") or not each.get(W + "date"):
                    yield f"w:{kind}RangeStart without author and date"
    names = {kind: {each.get(W + "name") for tree in trees for each in tree.iter(W + kind + "RangeStart")}
             for kind in ("moveFrom", "moveTo")}
    for each in names["moveFrom"] ^ names["moveTo"]:
        yield f"the move {each} has one end"


def change_faults(trees):
    tracked = ("ins", "del", "moveFrom", "moveTo", "pPrChange", "rPrChange", "trPrChange", "sectPrChange")
    yield from twice("the identifier of a tracked change",
                     [each.get(W + "id") for tree in trees for tag in tracked for each in tree.iter(W + tag)])
    for tree in trees:
        for tag, wrong, right in (("del", "t", "delText"), ("moveFrom", "delText", "t"), ("ins", "delText", "t")):
            for each in tree.iter(W + tag):
                inner = [part for part in each.iter(W + wrong)]
                if inner and tag == "ins" and each.find(f".//{W}del") is not None:
                    continue
                if inner:
                    yield f"w:{wrong} in w:{tag}, where w:{right} belongs"


def field_faults(tree, bookmarks):
    open_fields = 0
    for each in tree.iter():
        if each.tag == W + "fldChar":
            open_fields += {"begin": 1, "end": -1}.get(each.get(W + "fldCharType"), 0)
            if open_fields < 0:
                yield "a field ends that did not begin"
                open_fields = 0
        elif each.tag == W + "instrText":
            found = FIELD.search(each.text or "")
            if found and found[2] not in bookmarks:
                yield f"{found[1]} leads to {found[2]}, which is no bookmark"
        elif each.tag == W + "hyperlink" and each.get(W + "anchor") and each.get(W + "anchor") not in bookmarks:
            yield f"a link leads to {each.get(W + 'anchor')}, which is no bookmark"
    if open_fields:
        yield "a field does not end"


def note_faults(word, trees):
    """Footnotes: each mark has its note and each note its mark. Comments likewise."""
    for part, mark in (("footnotes", "footnoteReference"), ("comments", "commentReference")):
        marks = [each.get(W + "id") for tree in trees for each in tree.iter(W + mark)]
        name = f"word/{part}.xml"
        notes = [each.get(W + "id") for each in word.tree(name) if each.get(W + "type") is None] \
            if name in word.parts else []
        yield from twice(mark, marks)
        for each in set(marks) ^ set(notes):
            yield f"{part}: {each} has a mark or a note alone"


def own_faults(word):
    trees = [word.tree(name) for name in word.parts if re.fullmatch(r"word/(document|footnotes)\.xml", name)]
    bookmarks = {each.get(W + "name") for tree in trees for each in tree.iter(W + "bookmarkStart")}
    for name in bookmarks:
        if not re.fullmatch("[A-Za-z][A-Za-z0-9_]{0,39}", name):
            yield f"{name} is no name for a bookmark"
    yield from pair_faults(trees, "bookmarkStart", "bookmarkEnd")
    yield from move_faults(trees)
    yield from change_faults(trees)
    yield from note_faults(word, trees)
    for tree in trees:
        yield from field_faults(tree, bookmarks)
    for name in ("word/numbering.xml",):
        tree = word.tree(name)
        yield from twice("w:numId", [each.get(W + "numId") for each in tree.findall(W + "num")])
    used = {each.get(W + "val") for tree in trees for tag in ("pStyle", "rStyle", "tblStyle") for each in tree.iter(W + tag)}
    known = {each.get(W + "styleId") for each in word.tree("word/styles.xml").iter(W + "style")}
    for each in used - known:
        yield f"the style {each} is not there"


def accessibility_faults(word):
    """What Word's own checker asks for."""
    core = word.parts["docProps/core.xml"].decode()
    if not re.search("<dc:title>[^<]", core):
        yield "no title"
    if not word.tree("word/styles.xml").find(f".//{W}docDefaults//{W}lang").get(W + "val"):
        yield "no language"
    for table in word.document.iter(W + "tbl"):
        if table.find(f"{W}tblPr/{W}tblCaption") is None:
            yield "a table without a name"
        if len(table.findall(W + "tr")) > 1 and table.find(f"{W}tr/{W}trPr/{W}tblHeader") is None:
            yield "a table without a header row"
    level = 0
    for paragraph in word.paragraphs:
        heading = re.fullmatch("Heading([1-9])", paragraph.style or "")
        if heading and int(heading[1]) > level + 1:
            yield f"heading {heading[1]} comes after {level}: {paragraph.words}"
        level = int(heading[1]) if heading else level


# ---- the text

def squeezed(text):
    """White space made one, and what XML 1.0 cannot hold made what the compiler writes for it."""
    return NOT_XML.sub("\ufffd", " ".join(text.split()))


def clauses_of(word):
    """Bookmark -> number and words; a table's are those of all its cells."""
    found, table = {}, None
    paragraphs = word.paragraphs + [each for notes in word.notes.values() for each in notes]
    for paragraph in paragraphs:
        clause = next((name for name in paragraph.bookmarks if name.startswith("c_") and "__5f" not in name), None)
        table = (clause or table) if paragraph.in_table else None
        if clause:
            found[clause] = [paragraph.number or "", paragraph.words]
        elif table:
            found[table][1] += " " + paragraph.words
    return found


def text_faults(word, clauses):
    names = {each.get("id"): each.get("bookmark") for each in word.tree("customXml/item1.xml")}
    found = clauses_of(word)
    for clause in clauses:
        own = clause["id"].split("#", 1)[1]
        if names.get(own) not in found:
            yield f"{own} has no bookmark"
            continue
        number, words = found.pop(names[own])
        if clause["kind"] != "footnote" and number != (clause["number"] or ""):
            yield f"{own} has the number {number!r}, not {clause['number']!r}"
        wanted = squeezed(clause["heading"] or clause["text"])
        if squeezed(words) != wanted and own != "title":
            yield f"{own} has the words {squeezed(words)!r}, not {wanted!r}"
    for name in found:
        yield f"{name} is no clause's"


def file_faults(file):
    word = WordFile(file)
    clauses = json.loads((file.parent / "protocol.json").read_text(encoding="utf-8"))["clauses"]
    for fault in [*own_faults(word), *accessibility_faults(word), *text_faults(word, clauses)]:
        yield f"{file.parent.name}: {fault}"


# ---- LibreOffice, a reader that knows nothing of ours

def converted(files, folder, form):
    """All files at once: to start the program takes longer than to read a file."""
    copies = [folder / f"{i}.docx" for i in range(len(files))]
    for file, copy in zip(files, copies):
        shutil.copy(file, copy)
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", form,
                    "--outdir", folder, *copies], capture_output=True, check=False, timeout=500)
    return [copy.with_suffix("." + form.split(":")[0]) for copy in copies]


def counting_faults(file, text):
    lines = [squeezed(line) for line in text.splitlines()]
    for paragraph in WordFile(file).paragraphs:
        wanted = squeezed(f"{paragraph.number} {paragraph.all_words}")[:30]
        # A footnote's number stands among the words of LibreOffice's text.
        if paragraph.number and not paragraph.notes and not any(line.startswith(wanted) for line in lines):
            yield f"{file.parent.name}: LibreOffice does not show {wanted!r}"


BOX = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">')


def overlap_faults(name, pdf):
    places = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, text=True, check=False).stdout
    for number, page in enumerate(places.split("<page ")[1:], 1):
        words = [tuple(map(float, found)) for found in BOX.findall(page)]
        for i, (left, top, right, bottom) in enumerate(words):
            for other in words[i + 1:]:
                wide = min(right, other[2]) - max(left, other[0])
                high = min(bottom, other[3]) - max(top, other[1])
                # A box is as high as the typeface; lines of a heading stand closer.
                if wide > 1 and high > min(bottom - top, other[3] - other[1]) / 3:
                    yield f"{name}: LibreOffice prints two words over each other on page {number} at {left:.0f}, {top:.0f}"


def libreoffice_faults(files, printed):
    with tempfile.TemporaryDirectory() as folder:
        for file, text in zip(files, converted(files, pathlib.Path(folder), "txt:Text")):
            if text.exists():
                yield from counting_faults(file, text.read_text(encoding="utf-8-sig"))
            else:
                yield f"{file}: LibreOffice does not open it"
        for file, pdf in zip(printed, converted(printed, pathlib.Path(folder), "pdf")):
            yield from overlap_faults(file.parent.name, pdf)


# ---- texts

def built(concord, folder):
    """The Word files of tests/cases and of invented texts."""
    texts = [each for each in sorted((HERE.parents[1] / "cases").glob("[0-9]*.md"))]
    for name, text in invented_texts():
        (folder / name).write_text(text, encoding="utf-8")
        texts.append(folder / name)
    for text in texts:
        subprocess.run([concord, "build", text, "--profile", "transcription", "--formats", "docx,json",
                        "--no-comparison", "-o", folder / text.stem], capture_output=True, check=False)
    return sorted(folder.glob("*/*/protocol.docx"))


def faults(files, printed, tools):
    yield from (fault for file in files for fault in file_faults(file))
    if schemas := schema_folder(tools):
        yield from schema_faults(schemas, files)
    if audit := audit_folder(tools):
        yield from audit_faults(audit, printed)
    if shutil.which("soffice"):
        yield from libreoffice_faults(files, printed)
    missing = [name for name, tool in (("the schemas", schemas), ("openxml-audit", audit),
                                       ("LibreOffice", shutil.which("soffice"))) if not tool]
    if missing:
        print(f"Word: without {' and '.join(missing)}, which cannot be had")


def main(output, tools):
    files = sorted(pathlib.Path(output).glob("*/protocol.docx"))
    if not files:
        print("Word: skipped, there is no protocol.docx")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        more = built(os.environ["CONCORD"], pathlib.Path(folder)) if "CONCORD" in os.environ else []
        found = list(faults(files + more, files + more[-2:], tools))
    for fault in found:
        print(fault)
    print(f"Word: {len(found)} faults" if found else f"Word: {len(files) + len(more)} files valid and whole")
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2]) if len(sys.argv) == 3 else HERE.parents[2] / "build/tools"))
