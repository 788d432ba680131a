#!/usr/bin/python3
"""Speed and memory of concord beside other programs, in one run on one machine.

usage: run.py CONCORD

Each line is the fastest of several runs, whole processes with their start, files in the page cache.
The fastest, because whatever else the machine does only ever adds time. Ratios are what counts: the
seconds are this machine's. The five protocols are the input of all.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
PROTOCOLS = sorted((REPOSITORY / "protocols").glob("*.md"))


class Run:
    """The fastest of `times` runs of commands one after another: seconds, and the peak memory in MB."""

    def __init__(self, commands, times, folder, before=lambda: None, stdin=None):
        self.seconds, self.megabytes = float("inf"), 0.0
        for _ in range(times):
            before()
            seconds = 0.0
            for command in commands:
                took, peak = self.once(command, folder, stdin)
                seconds += took
                self.megabytes = max(self.megabytes, peak)
            self.seconds = min(self.seconds, seconds)

    @staticmethod
    def once(command, folder, stdin):
        with open(stdin or os.devnull, "rb") as given, open(os.devnull, "wb") as nowhere:
            start = time.perf_counter()
            process = subprocess.Popen(
                list(map(str, command)), cwd=folder, stdin=given, stdout=nowhere, stderr=nowhere)
            _, status, usage = os.wait4(process.pid, 0)
            took = time.perf_counter() - start
        if status != 0:
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


def rows(concord, folder):
    shutil.copytree(REPOSITORY / "protocols", folder / "protocols")
    output = folder / "output"

    def empty():
        shutil.rmtree(output, ignore_errors=True)

    def build(formats, times=20, **options):
        command = [concord, "build", "--formats", formats, "-o", output]
        return Run([command], times, folder, before=empty, **options)

    pandoc = Run([["pandoc", "-f", "gfm", "-t", "html", path] for path in PROTOCOLS], 5, folder)
    cmark = Run([["cmark-gfm", "-e", "table", "-e", "footnotes", path] for path in PROTOCOLS], 20, folder)
    fast = build("html,xml,json")
    everything = build("html,xml,json,md")
    again = Run([[concord, "build", "--formats", "html,xml,json", "-o", output]], 20, folder)
    check = Run([[concord, "check"]], 20, folder)

    bin_folder, request = remembering_node(folder)
    ask = {**os.environ, "PATH": f"{bin_folder}:{os.environ['PATH']}"}
    subprocess.run([concord, "build", "--formats", "pdf", "-o", output], cwd=folder, env=ask, check=True,
                   stdout=subprocess.DEVNULL)
    typst = Run([["node", REPOSITORY / "templates/pdf/typeset.mjs"]], 5, folder, stdin=request)
    pdf = build("pdf", times=5)
    unchanged = Run([[concord, "build", "--formats", "pdf", "-o", output]], 5, folder)

    yield "pandoc: plain HTML, a process a file", pandoc, ""
    yield "cmark-gfm: plain HTML, a process a file", cmark, ""
    yield ("concord: HTML, XML and JSON", fast,
           f"{pandoc.seconds / fast.seconds:.1f} times as fast as pandoc (20 wanted); "
           f"{fast.seconds / cmark.seconds:.1f} times cmark-gfm (10 allowed); "
           f"{fast.megabytes:.0f} MB (100 allowed)")
    yield "concord: the same, nothing changed", again, ""
    yield "concord: HTML, XML, JSON and Markdown", everything, ""
    yield "concord: check", check, ""
    yield "Typst in Node, asked directly", typst, ""
    yield "concord: PDF", pdf, f"{pdf.seconds / typst.seconds:.2f} times Typst (1.2 allowed)"
    yield "concord: PDF, nothing changed", unchanged, ""


def main():
    concord = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="concord-bench-") as name:
        print(f"{'':42}{'seconds':>9}{'peak MB':>9}")
        for what, run, remark in rows(concord, pathlib.Path(name)):
            print(f"{what:42}{run.seconds:9.3f}{run.megabytes:9.0f}" + (f"  {remark}" if remark else ""))


if __name__ == "__main__":
    main()
