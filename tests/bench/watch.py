#!/usr/bin/python3
"""How long it takes from the saving of a source until the pages are built again, with `concord build --watch`.

usage: watch.py CONCORD

The five protocols with their comparison, every format but PDF, and the pages alone: the fastest and the middle of
ROUNDS changes of one source. The status is 1 where the middle of the pages takes more than MOST_SECONDS.
"""
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
MOST_SECONDS = 0.2
ROUNDS = 15


def wait_for(words, process):
    for line in process.stdout:
        if words in line:
            return
    raise SystemExit(f"ended before it said {words!r}")


def rounds(concord, folder, formats):
    source = folder / "protocols/york.md"
    text = source.read_text(encoding="utf-8")
    process = subprocess.Popen([concord, "build", "--watch", "--formats", formats], cwd=folder, text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # fmt: skip
    taken = []
    try:
        wait_for("watching", process)
        for at in range(ROUNDS):
            time.sleep(0.3)
            source.write_text(text.replace("courtesy", f"courtesy and care {at}", 1), encoding="utf-8")
            began = time.monotonic()
            wait_for("watching", process)
            taken.append(time.monotonic() - began)
    finally:
        process.terminate()
        process.wait()
        source.write_text(text, encoding="utf-8")
    return taken


def main(concord):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copytree(ROOT / "protocols", folder / "protocols")
        middle = {}
        for formats in ("html", "html,docx,xml,json,md"):
            taken = rounds(concord, folder, formats)
            middle[formats] = statistics.median(taken)
            print(f"{formats:24} fastest {min(taken):6.3f} s, middle {middle[formats]:6.3f} s")
    return 0 if middle["html"] <= MOST_SECONDS else 1


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve()))
