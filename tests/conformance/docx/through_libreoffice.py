#!/usr/bin/python3
"""Measures what a Word file of Concord's keeps on its way through LibreOffice: opened and saved as a Word file, or
saved as OpenDocument (.odt) and that as a Word file again. Without an edit, the clauses that `concord import` finds
and the bytes that `concord import --onto` leaves; with seeded edits of python-docx (words exchanged, tracked and
not, a paragraph put in), how many reach the source, and how many lines besides them change.

usage: through_libreoffice.py CONCORD

Prints a line for each way and ends with status 1 where less than 98 in 100 arrives; 77 (skipped, for ctest) where
LibreOffice is missing.
"""
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tests/integration"))

FIVE = ["leeds", "north-herts", "pitstone", "york", "ware"]
WAYS = {"as it is": [], "Word": ["docx"], "OpenDocument": ["odt", "docx"]}
FLOOR = 0.98


def convert(folder, kind, files):
    """The files as that kind, in a folder of their own."""
    out = folder / kind
    out.mkdir(parents=True)
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder.parent}/profile", "--headless", "--convert-to",
                    kind, "--outdir", out, *files], check=True, capture_output=True, timeout=600)
    return [out / file.with_suffix(f".{kind}").name for file in files]


def through(folder, kinds, files):
    for kind in kinds:
        files = convert(folder / f"{len(list(folder.glob('*')))}", kind, files)
    return files


def clauses(concord, file):
    """What the file is read as, without the front matter."""
    source = file.with_suffix(".read.md")
    source.unlink(missing_ok=True)
    subprocess.run([concord, "import", file, "-o", source, "--changes", "accept"], check=True, capture_output=True)
    return source.read_text(encoding="utf-8").split("\n---\n", 1)[1]


def taken_onto(concord, file, name, folder):
    """The source once the file's edits are in it."""
    source = folder / f"{name}.md"
    shutil.copy(ROOT / f"protocols/{name}.md", source)
    subprocess.run([concord, "import", file, "--onto", source], check=False, capture_output=True)
    return source.read_text(encoding="utf-8")


def protocol(name):
    return (ROOT / f"protocols/{name}.md").read_text(encoding="utf-8")


def listed(names):
    return ", ".join(names) or "none"


def build(concord, folder):
    files = []
    for name in FIVE:
        subprocess.run([concord, "build", ROOT / f"protocols/{name}.md", "-o", folder / name, "--formats", "docx",
                        "--no-comparison"], check=True, capture_output=True)
        files.append(shutil.copy(next((folder / name).rglob("protocol.docx")), folder / f"{name}.docx"))
    return files


def seed(file):
    """The words that the edits bring."""
    import docx
    import test_onto
    document = docx.Document(file)
    words = test_onto.Seeded.seed(document, random.Random(len(file.stem)))
    paragraphs = [each for each in document.paragraphs
                  if test_onto.named(each) and re.match("List|Clause", each.style.name) and len(each.text) > 40]
    for number, paragraph in enumerate(random.Random(1).sample(paragraphs, min(3, len(paragraphs)))):
        words.append(f"put in newly as number {number}")
        test_onto.new_paragraph(paragraph, f"A paragraph {words[-1]}.")
    document.save(file)
    return words


def measure(concord, folder):
    files = build(concord, folder)
    before = {file: clauses(concord, file) for file in files}
    for way, kinds in WAYS.items():
        made = through(folder, kinds, files)
        other = [name for name, old, new in zip(FIVE, files, made) if clauses(concord, new) != before[old]]
        changed = [name for name, new in zip(FIVE, made) if taken_onto(concord, new, name, folder) != protocol(name)]
        yield f"{way}, no edit: read otherwise: {listed(other)}; sources changed: {listed(changed)}", 1.0
    edits = {file: seed(file) for file in files}
    for way, kinds in WAYS.items():
        wanted = arrived = besides = 0
        for name, old, new in zip(FIVE, files, through(folder, kinds, files)):
            text = taken_onto(concord, new, name, folder)
            original = protocol(name)
            found = [word for word in edits[old] if text.count(word) == 1]
            missing = [word for word in edits[old] if word not in found]
            if missing:
                print(f"  {way}, {name}: not found: {', '.join(missing)}")
            changed = [line for line in set(text.splitlines()) - set(original.splitlines())
                       if not any(word in line for word in edits[old])]
            wanted += len(edits[old])
            arrived += len(found)
            besides += len(changed)
        yield f"{way}, edits: {arrived} of {wanted} arrive; {besides} other lines change", arrived / wanted


def main(concord):
    if not shutil.which("soffice"):
        return 77
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        parts = []
        for line, part in measure(concord, folder):
            print(line, flush=True)
            parts.append(part)
    return 1 if min(parts) < FLOOR else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
