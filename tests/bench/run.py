#!/usr/bin/python3
"""Speed and memory of concord beside other programs, in one run on one machine.

usage: run.py CONCORD

Whole processes with their start, files in the page cache, one run before those that count. Each line has
the fastest of several runs, their median, and the peak of memory. Whatever else the machine does only ever
adds time: so ratios are of the fastest runs, both taken here, and what counts; the seconds are this
machine's. The five protocols are the input of all. CollateX is installed into build/bench the first time;
where it or WeasyPrint is missing, its lines are left out. The status is 1 where a floor does not hold.
"""
import itertools
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
PROTOCOLS = sorted((REPOSITORY / "protocols").glob("*.md"))
PATIENCE = 60  # seconds for CollateX
VENV = REPOSITORY / "build/bench/venv"
TIMES_PANDOC = 8  # as fast as pandoc's plain HTML, at least: HTML, XML and JSON, nothing compared
MOST_SECONDS = 0.6  # for the same with the comparison, on two cores

# A pair of texts, word for word, as a researcher would ask CollateX
COLLATE = """
import sys
from collatex import Collation, collate
collation = Collation()
for path in sys.argv[1:]:
    collation.add_plain_witness(path, open(path, encoding="utf-8").read())
collate(collation, output="json", segmentation=True)
"""


class Run:
    """`times` runs of commands one after another, after `warm` that do not count: the fastest and the median
    in seconds, and the peak of memory of any of them in MB. `before` is run before each, unmeasured."""

    def __init__(self, commands, times, folder, before=lambda: None, stdin=None, allowed=(0,), warm=1):
        taken, self.megabytes = [], 0.0
        for _ in range(times + warm):
            before()
            runs = [self.once(command, folder, stdin, allowed) for command in commands]
            taken.append(sum(seconds for seconds, _ in runs))
            self.megabytes = max(self.megabytes, *(peak for _, peak in runs))
        self.seconds, self.median = min(taken[warm:]), statistics.median(taken[warm:])

    @staticmethod
    def once(command, folder, stdin, allowed):
        with open(stdin or os.devnull, "rb") as given, open(os.devnull, "wb") as nowhere:
            start = time.perf_counter()
            process = subprocess.Popen(
                list(map(str, command)), cwd=folder, stdin=given, stdout=nowhere, stderr=nowhere)
            _, status, usage = os.wait4(process.pid, 0)
            took = time.perf_counter() - start
        if os.waitstatus_to_exitcode(status) not in allowed:
            raise SystemExit(f"bench: status {os.waitstatus_to_exitcode(status)} from {command}")
        return took, usage.ru_maxrss / 1024


def remembering_node(folder):
    """A `node` that keeps what it was asked: so the typesetter can be asked the same without concord."""
    node = shutil.which("node")
    request = folder / "request.json"
    program = folder / "bin/node"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\ntee "{request}" | exec "{node}" "$@"\n')
    program.chmod(0o755)
    return program.parent, request


def collatex():
    """A Python that has CollateX, or None."""
    python = VENV / "bin/python"
    if not python.exists():
        subprocess.run(["/usr/bin/python3", "-m", "venv", VENV], check=False)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "collatex==2.3", "Levenshtein"], check=False)
    found = subprocess.run([python, "-W", "ignore", "-c", "import collatex"], check=False, stderr=subprocess.DEVNULL)
    return python if found.returncode == 0 else None


def edit_of_a_word(path):
    """Takes one word of a clause for another, and back the next time."""
    texts = itertools.cycle([path.read_text().replace(" essential ", " vital ", 1), path.read_text()])
    return lambda: path.write_text(next(texts))


def line(what, run, remark=""):
    return f"{what:44}{run.seconds:9.3f}{run.median:9.3f}{run.megabytes:7.0f}  {remark}".rstrip()


def floor(what, holds):
    """A line that says whether the floor holds; main() looks for BROKEN."""
    return f"floor {'holds' if holds else 'BROKEN'}: {what}"


def conversion(build, concord, folder):
    pandoc = Run([["pandoc", "-f", "gfm", "-t", "html", path] for path in PROTOCOLS], 5, folder)
    yield line("pandoc: plain HTML, a process a file", pandoc)
    cmark = Run([["cmark-gfm", "-e", "table", "-e", "footnotes", path] for path in PROTOCOLS], 20, folder)
    yield line("cmark-gfm: plain HTML, a process a file", cmark)
    def beside(run):
        return (f"{pandoc.seconds / run.seconds:.1f} times as fast as pandoc; "
                f"{run.seconds / cmark.seconds:.1f} times as long as cmark-gfm")

    alone = build("html,xml,json", options=("--no-comparison",))
    yield line("concord: HTML, XML, JSON, nothing compared", alone, beside(alone))
    fast = build("html,xml,json")
    yield line("concord: HTML, XML and JSON", fast, beside(fast))
    yield floor(f"HTML, XML and JSON, nothing compared, at least {TIMES_PANDOC} times as fast as pandoc's plain HTML",
                pandoc.seconds >= TIMES_PANDOC * alone.seconds)
    yield floor(f"HTML, XML and JSON with the comparison in under {MOST_SECONDS} s", fast.seconds < MOST_SECONDS)
    alone_in = folder / "alone"
    apart = Run([[concord, "build", path, "--formats", "html,xml,json", "-o", alone_in / path.stem]
                 for path in PROTOCOLS], 10, folder, before=lambda: shutil.rmtree(alone_in, ignore_errors=True))
    yield line("concord: the same, a process a file", apart,
               f"{pandoc.seconds / apart.seconds:.1f} times as fast as pandoc; nothing compared")
    yield line("concord: HTML, XML, JSON and Markdown", build("html,xml,json,md"))
    yield line("concord: check", Run([[concord, "check"]], 20, folder))


def comparison(concord, folder):
    pairs = list(itertools.combinations(PROTOCOLS, 2))
    ours = Run([[concord, "matrix", "--format", "json"]], 10, folder)
    yield line("concord: the five compared, all ten pairs", ours)
    diff = Run([["git", "diff", "--no-index", "--word-diff", *pair] for pair in pairs], 5, folder, allowed=(0, 1))
    yield line("git diff --word-diff: the ten pairs", diff, f"concord takes {ours.seconds / diff.seconds:.1f} times as long")
    python = collatex()
    if python is None:
        return
    script = folder / "collate.py"
    script.write_text(COLLATE)
    pitstone, york = folder / "protocols/pitstone.md", folder / "protocols/york.md"
    one = Run([["timeout", PATIENCE, python, "-W", "ignore", script, pitstone, york]], 1, folder, allowed=(0, 124), warm=0)
    yield line("CollateX: Pitstone and York alone", one,
               "no answer by then" if one.seconds >= PATIENCE else
               f"{one.seconds / ours.seconds:.0f} times as long as concord for all ten")


def typesetting(build, concord, folder, output):
    bin_folder, request = remembering_node(folder)
    ask = {**os.environ, "PATH": f"{bin_folder}:{os.environ['PATH']}"}
    shutil.rmtree(output)
    subprocess.run([concord, "build", "--formats", "pdf", "-o", output], cwd=folder, env=ask, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    typst = Run([["node", REPOSITORY / "templates/pdf/typeset.mjs"]], 5, folder, stdin=request)
    yield line("Typst in Node, asked directly", typst)
    pdf = build("pdf", times=5)
    yield line("concord: PDF", pdf, f"{pdf.seconds / typst.seconds:.2f} times Typst (1.2 allowed)")
    unchanged = build("pdf", times=5, clean=False)
    yield line("concord: PDF, nothing changed", unchanged, f"{unchanged.seconds / pdf.seconds:.2f} of a full build")
    edited = build("pdf", times=5, clean=False, edit=edit_of_a_word(folder / "protocols/york.md"))
    yield line("concord: PDF, a word edited", edited, f"{edited.seconds / pdf.seconds:.2f} of a full build")
    if shutil.which("weasyprint"):
        build("html", times=1)
        pages = [output / path.stem / "index.html" for path in PROTOCOLS]
        weasy = Run([["weasyprint", page, folder / "page.pdf"] for page in pages], 1, folder)
        yield line("WeasyPrint: PDF of the five pages", weasy, f"{weasy.seconds / pdf.seconds:.1f} times as long as concord")


def lines(concord, folder):
    shutil.copytree(REPOSITORY / "protocols", folder / "protocols")
    output = folder / "output"

    def build(formats, times=20, clean=True, edit=lambda: None, options=()):
        def before():
            edit()
            if clean:
                shutil.rmtree(output, ignore_errors=True)
        return Run([[concord, "build", "--formats", formats, "-o", output, *options]], times, folder, before=before)

    yield from conversion(build, concord, folder)
    yield from comparison(concord, folder)
    yield from typesetting(build, concord, folder, output)


def main():
    concord = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="concord-bench-") as name:
        print(f"{'':44}{'fastest':>9}{'median':>9}{'MB':>7}")
        broken = False
        for each in lines(concord, pathlib.Path(name)):
            print(each, flush=True)
            broken = broken or each.startswith("floor BROKEN")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
