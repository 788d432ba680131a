#!/usr/bin/python3
"""Checks redlines as Word files: whoever accepts all tracked changes has the later text, whoever rejects all
the earlier one, clause by clause, by two readers: one written from the standard (word_file.py), which looks at
the numbers too, and LibreOffice, which gives a paragraph that is joined with one that went the number of either.
Of seeded revisions of York, of every kind of edit, and of tests/lineage/pairs. The files are
valid as validate.py has it.

usage: redlines.py CONCORD [SEEDS]

Ends with status 1 where anything is wrong, with a line for each. Without LibreOffice's python3-uno its part is
left out.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import validate
from word_file import WordFile

sys.path.insert(0, str(validate.HERE.parents[1] / "lineage"))
from revisions import EDITS, Revision  # noqa: E402  (it lives beside the measure of lineage)

ROOT = validate.HERE.parents[2]
SIZES = [1, 4, 12, 40]  # edits a revision


def expected(concord, file):
    """Number and words of each clause, a table's row by row, without the notes; and each note's."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([concord, "build", file, "-o", folder, "--formats", "json", "--no-comparison",
                        "--profile", "transcription"], capture_output=True, check=True)
        path = next(pathlib.Path(folder).glob("*/protocol.json"))
        clauses = json.loads(path.read_text(encoding="utf-8"))["clauses"]
    return [((clause["number"] or ""), validate.squeezed(clause["heading"] or clause["text"])) for clause in clauses
            if clause["kind"] != "footnote" and not clause["id"].endswith("#title")]


def found(file, accept):
    """The same of the Word file, in one text for each: tables by paragraph are joined."""
    lines, table = [], None
    for paragraph in WordFile(file, accept).paragraphs:
        if paragraph.style in ("Council", "Title", "Banner", "TableEnd"):
            table = None if paragraph.style == "TableEnd" else table
            continue
        if paragraph.in_table and table is not None:
            lines[table] = ("", validate.squeezed(lines[table][1] + " " + paragraph.words))
        else:
            table = len(lines) if paragraph.in_table else None
            lines.append((paragraph.number or "", validate.squeezed(paragraph.words)))
    return [line for line in lines if line != ("", "")]


def first_difference(wanted, made):
    for i in range(max(len(wanted), len(made))):
        a = wanted[i] if i < len(wanted) else None
        b = made[i] if i < len(made) else None
        if a != b:
            return f"expected {a}, found {b}"
    return None


def run_on(text):
    return "".join(text.split())


class Redlines:
    def __init__(self, concord, folder, office):
        self.concord, self.folder, self.office = concord, folder, office
        self.files, self.faults, self.count = [], [], 0

    def check(self, name, before, after, *options):
        self.count += 1
        file = self.folder / f"{self.count}-{name}.docx"
        run = subprocess.run([self.concord, "redline", before, after, "-o", file, *options], capture_output=True,
                             text=True, check=False)
        if not file.exists():
            self.faults.append(f"{name}: no file: {run.stderr}")
            return
        self.files.append(file)
        for side, accept in ((before, False), (after, True)):
            self.check_side(f"{name} {' '.join(options)} {'accepted' if accept else 'rejected'}", file, side, accept)
        self.faults += [f"{name}: {fault}" for fault in validate.own_faults(WordFile(file))]

    def check_side(self, name, file, side, accept):
        wanted = [line for line in expected(self.concord, side) if line != ("", "")]
        if difference := first_difference(wanted, found(file, accept)):
            self.faults.append(f"{name}: {difference}")
        if self.office is None:
            return
        try:
            text = run_on(self.office.text(file, accept).replace("\u2022", ""))
        except Exception as error:  # of its own, with many names; it may be gone with it
            self.faults.append(f"{name}: LibreOffice fails: {type(error).__name__}")
            self.office = self.office.again()
            return
        # Its text has the marks of notes among the words, which are without any here.
        text, at = re.sub(r"[0-9,]", "", text), 0
        for _, words in wanted:
            place = text.find(re.sub(r"[0-9,]", "", run_on(words)), at)
            if place < 0:
                self.faults.append(f"{name}: LibreOffice does not show {words[:60]!r} in its place")
                return
            at = place + 1


def seeded(redlines, folder, seeds):
    source = ROOT / "protocols" / "york.md"
    for seed in range(seeds):
        revision = Revision(redlines.concord, source, seed)
        for _ in range(SIZES[seed % len(SIZES)]):
            revision.edit(revision.random.choice(EDITS))
        after = folder / f"york-{seed}.md"
        after.write_text(revision.text(), encoding="utf-8")
        redlines.check(f"york-{seed}", source, after, *(["--moves-as-edits"] if seed % 3 == 2 else []))


def main(concord, seeds):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        try:
            from libreoffice import LibreOffice
            office = LibreOffice(folder)
        except ImportError:
            print("redlines: without LibreOffice, which cannot be asked")
            office = None
        redlines = Redlines(concord, folder, office)
        for old in sorted((ROOT / "tests/lineage/pairs").glob("*.old.md")):
            redlines.check(old.name.removesuffix(".old.md"), old, old.with_name(old.name.replace(".old.", ".new.")))
        seeded(redlines, folder, seeds)
        if redlines.office:
            redlines.office.close()
        if schemas := validate.schema_folder(ROOT / "build/tools"):
            redlines.faults += validate.schema_faults(schemas, redlines.files)
        print("\n".join(redlines.faults))
        print(f"redlines: {len(redlines.faults)} faults in {redlines.count} files")
        return 1 if redlines.faults else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) == 3 else 8))
