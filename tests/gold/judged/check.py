#!/usr/bin/python3
"""Holds a build against what two readers said of forty links and forty gaps.

usage: check.py OUTPUT

OUTPUT is what `concord build` made of the five protocols. Prints how the readers judged what is still told;
the status is 1 where fewer of the links that both found right are told than FLOOR allows.
"""
import csv
import json
import pathlib
import sys
from collections import Counter

HERE = pathlib.Path(__file__).resolve().parent
FLOOR = 0.9


def judged(name):
    with open(HERE / f"{name}.tsv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def main():
    comparison = json.loads((pathlib.Path(sys.argv[1]) / "data/comparison.json").read_text(encoding="utf-8"))
    told = {frozenset((link["a"], link["b"])) for link in comparison["links"]}
    found = Counter()
    known = Counter()
    for link in judged("links"):
        verdict = f"{link['first']} / {link['second']}"
        known[verdict] += 1
        found[verdict] += frozenset((link["a"], link["b"])) in told
    for verdict in sorted(known):
        print(f"links judged {verdict}: {found[verdict]} of {known[verdict]} told")
    gaps = judged("gaps")
    for reader in ("first", "second"):
        print(f"gaps, {reader} reader: {dict(sorted(Counter(gap[reader] for gap in gaps).items()))}")
    both = "right / right"
    if found[both] < FLOOR * known[both]:
        sys.exit(f"too few of the links that both readers found right: {FLOOR:.0%} wanted")


main()
