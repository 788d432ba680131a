#!/usr/bin/python3
"""What each rule of recognition brings: F1 of clauses right over the five, and mends by hand, with all rules and with
each left out in turn, for each kind of document.

usage: rules.py CONCORD WITHOUT [KIND…]     WITHOUT is the program made of without.cpp
"""
import pathlib
import subprocess
import sys
import tempfile

import score_import

HERE = pathlib.Path(__file__).resolve().parent
FIVE = ["leeds", "north-herts", "pitstone", "york", "ware"]
KINDS = {"text": "txt", "html": "html", "word": "docx", "pdf": "pdf", "tagged": "pdf"}


def score(concord, without, rule, kind, folder):
    right = both = fixes = 0
    for name in FIVE:
        made = folder / f"{name}.md"
        subprocess.run([without, rule, HERE / kind / f"{name}.{KINDS[kind]}", made], check=True)
        figures, _ = score_import.score(str(HERE.parents[1] / f"protocols/{name}.md"), str(made), concord)
        right += figures["right"]
        both += figures["gold"] + figures["candidate"]
        fixes += figures["fixes"]
    return 2 * right / both, fixes


def main(concord, without, kinds):
    rules = subprocess.run([without], capture_output=True, text=True, check=True).stdout.splitlines()
    with tempfile.TemporaryDirectory() as folder:
        print(f"{'left out':20}" + "".join(f"{kind:>14}" for kind in kinds))
        for rule in ["", *rules]:
            found = [score(concord, without, rule, kind, pathlib.Path(folder)) for kind in kinds]
            print(f"{rule or 'none':20}" + "".join(f"{f1:9.3f} {fixes:4}" for f1, fixes in found), flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], sys.argv[3:] or list(KINDS))
