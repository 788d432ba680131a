#!/usr/bin/python3
"""What a whole site costs as councils grow in number, and what comes out.

usage: sites.py CONCORD [SIZE…] [--data]

For each size (13, 40 and 300 unless told) corpus.py invents that many councils; the five protocols come
first. `concord build --formats html,xml,json` makes the site into an empty folder; then one text gets
another word, and the site is built again over the first. --data makes the data files alone (json).
Processor time is told beside seconds, because it hardly depends on what else the machine does. The status
is 1 where a page is larger than LARGEST_PAGE (of the five, whose matrix has every provision beside every
other on one page: LARGEST_MATRIX), a size takes longer or more memory than FLOORS allows, or the second
build of a size in AGAIN takes more than that share of the first one's processor time.
"""
import argparse
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import time

BENCH = pathlib.Path(__file__).resolve().parent
REPOSITORY = BENCH.parents[1]
LARGEST_PAGE = 500_000  # bytes
LARGEST_MATRIX = 800_000
FLOORS = {300: (30.0, 6000), 10000: (300.0, 6000)}  # size: seconds on two cores, MB
AGAIN = {300: 0.65}  # pairs of texts that did not change are not compared again


class Run:
    """One build: seconds, processor time, peak memory in MB."""

    def __init__(self, command):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.monotonic()
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        self.seconds = time.monotonic() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        if done.returncode != 0:
            sys.exit(f"sites: no build: {done.stderr[-2000:]}")
        memory = re.search(r"([\d.]+) MB of memory", done.stdout)
        self.memory = float(memory[1]) if memory else 0


def sizes_of(folder):
    return {path.relative_to(folder).as_posix(): path.stat().st_size for path in folder.rglob("*") if path.is_file()}


def times_of(folder):
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def change_a_word(folder):
    """In the text that stands in the middle."""
    texts = sorted(folder.glob("*.md"))
    text = texts[len(texts) // 2]
    head, body = text.read_text(encoding="utf-8").split("\n---\n", 1)
    text.write_text(head + "\n---\n" + re.sub(r"\b(the) ", r"\1 said ", body, count=1), encoding="utf-8")


def measure(concord, size, home, formats):
    protocols, output = home / "protocols", home / "output"
    if size:
        subprocess.run([BENCH / "corpus.py", str(size), protocols], check=True)
    else:
        protocols.mkdir(parents=True)
        for text in (REPOSITORY / "protocols").glob("*.md"):
            (protocols / text.name).write_bytes(text.read_bytes())
    command = [concord, "build", protocols, "-o", output, "--formats", formats,
               "--registers", REPOSITORY / "protocols/register"]
    first = Run(command)
    sizes = sizes_of(output)
    before = times_of(output)
    change_a_word(protocols)
    again = Run(command)
    after = times_of(output)
    written = sum(1 for path, when in after.items() if before.get(path) != when)
    pages = {path: count for path, count in sizes.items() if path.endswith(".html")}
    largest = max(pages, key=pages.get) if pages else "-"
    print(f"{size or 5:9}{first.seconds:9.1f}{first.cpu:8.1f}{first.memory:10.0f}{len(sizes):8}"
          f"{sum(sizes.values()) / 1e6:9.1f}{len(pages):8}{pages.get(largest, 0) / 1000:9.0f}{again.seconds:9.1f}"
          f"{again.cpu:8.1f}{written:9}  {largest}", flush=True)
    return first, again, pages.get(largest, 0)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("concord", type=pathlib.Path)
    arguments.add_argument("sizes", type=int, nargs="*", default=[13, 40, 300])
    arguments.add_argument("--data", action="store_true")
    given = arguments.parse_args()
    formats = "json" if given.data else "html,xml,json"
    print(f"sites of {formats} on {os.cpu_count()} cores; the second build is of one text with another word")
    print(f"{'councils':>9}{'seconds':>9}{'CPU s':>8}{'peak MB':>10}{'files':>8}{'MB':>9}{'pages':>8}{'largest':>9}"
          f"{'again s':>9}{'CPU s':>8}{'written':>9}  largest page (KB)")
    broken = []
    for size in [0, *given.sizes]:
        with tempfile.TemporaryDirectory(prefix="concord-sites-") as name:
            run, again, largest = measure(given.concord.resolve(), size, pathlib.Path(name), formats)
        seconds, memory = FLOORS.get(size, (float("inf"), float("inf")))
        slow = run.seconds > seconds or again.cpu > AGAIN.get(size, float("inf")) * run.cpu
        large = largest > (LARGEST_PAGE if size else LARGEST_MATRIX)
        if large or slow or run.memory > memory:
            broken.append(size)
    print(f"floors: {'BROKEN at ' + ', '.join(map(str, broken)) if broken else 'hold'}")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
