#!/usr/bin/python3
"""How long `concord redline` takes: the York protocol against its revision (tests/lineage/york.py), and invented
texts of 2,500, 5,000 and 10,000 clauses of which every one is reworded, or one in five.

usage: redline.py CONCORD

Processor time of the whole command, reading and writing included. The status is 1 where 5,000 clauses take more
than MOST_SECONDS, or the time grows faster than MOST_EXPONENT allows from 5,000 clauses to 10,000.
"""
import math
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/lineage"))
import york  # noqa: E402

MOST_SECONDS = 2.0
MOST_EXPONENT = 1.3
HEAD = "---\ncouncil: Invented Council\ntitle: Protocol\nstatus: superseded\n---\n\n# Protocol\n\n"
CLAUSES_IN_SECTION = 20


def sentence(words, pick):
    return " ".join(pick.choices(words, k=pick.randint(12, 45))).capitalize() + "."


def reworded(text, words, pick):
    return " ".join(pick.choice(words) if pick.random() < 0.3 else word for word in text.split())


def written(clauses):
    lines = [HEAD]
    for at, text in enumerate(clauses):
        section, clause = at // CLAUSES_IN_SECTION + 1, at % CLAUSES_IN_SECTION + 1
        lines += [f"## {section}. Section\n"] if clause == 1 else []
        lines.append(f"{section}.{clause} {text}\n")
    return "\n".join(lines)


def seconds(concord, folder, before, after):
    for name, text in (("old.md", before), ("new.md", after)):
        (folder / name).write_text(text, encoding="utf-8")
    began = os.times()
    subprocess.run([concord, "redline", folder / "old.md", folder / "new.md", "--format", "json"],
                   check=True, stdout=subprocess.DEVNULL)  # fmt: skip
    ended = os.times()
    return ended.children_user + ended.children_system - began.children_user - began.children_system


def main(concord):
    words = re.findall(r"[a-z]{2,}", " ".join(p.read_text(encoding="utf-8") for p in sorted(ROOT.glob("protocols/*.md"))))
    holds = True
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        best = min(seconds(concord, folder, york.before(), york.after()) for _ in range(5))
        print(f"{'York against its revision':34} {best:6.3f} s")
        for share in (0.2, 1):
            taken = {}
            for count in (2500, 5000, 10000):
                pick = random.Random(count)
                before = [sentence(words, pick) for _ in range(count)]
                after = [reworded(text, words, pick) if pick.random() < share else text for text in before]
                taken[count] = seconds(concord, folder, written(before), written(after))
                print(f"{count:6} clauses, {share:4.0%} of them reworded {taken[count]:6.3f} s")
            exponent = math.log2(taken[10000] / taken[5000])
            print(f"{'grows with the power':34} {exponent:6.2f}")
            holds = holds and taken[5000] <= MOST_SECONDS and exponent <= MOST_EXPONENT
    return 0 if holds else 1


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
