#!/usr/bin/python3
"""How long `concord import` takes: a folder of Word files, and York's protocol as a PDF with tags and without.

usage: imports.py CONCORD [FILES]

FILES (100) are the five of tests/intake/word, over and over. Prints the seconds by the clock and the most memory;
the status is 1 where the Word files take more than MOST_SECONDS a hundred, or a PDF more than MOST_FOR_PDF.
"""
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

INTAKE = pathlib.Path(__file__).resolve().parents[1] / "intake"
MOST_SECONDS = 20.0
MOST_FOR_PDF = 1.0


def seconds(concord, source, folder):
    begin = time.monotonic()
    subprocess.run([concord, "import", source, "-o", folder], check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - begin


def main(concord, count):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        files = sorted((INTAKE / "word").glob("*.docx"))
        (folder / "in").mkdir()
        for i in range(count):
            shutil.copy(files[i % len(files)], folder / f"in/{i:04}.docx")
        word = seconds(concord, folder / "in", folder / "word")
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        assert len(list((folder / "word").glob("*.md"))) == count
        print(f"{count} Word files: {word:.1f} s, {memory:.0f} MB")
        pdfs = {kind: seconds(concord, INTAKE / kind / "york.pdf", folder / kind) for kind in ("pdf", "tagged")}
        print(f"York's PDF: {pdfs['pdf']:.2f} s, with tags {pdfs['tagged']:.2f} s")
        return 1 if word > MOST_SECONDS * count / 100 or max(pdfs.values()) > MOST_FOR_PDF else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) == 3 else 100))
