#!/usr/bin/python3
"""Holds a build against what readers said of forty links, forty gaps and two samples of differences.

usage: check.py OUTPUT

OUTPUT is what `concord build` made of the five protocols. Prints how the readers judged
what is still told; pairs of a council that is not in OUTPUT do not count. The status is 1 where fewer of the
links that both found right are told than FLOOR allows, or where of the differences told with a grade, in either
reading, a smaller share is right than GRADES asks of the sample.
"""
import csv
import json
import pathlib
import sys
from collections import Counter

HERE = pathlib.Path(__file__).resolve().parent
FLOOR = 0.9
GRADES = {
    "differences": {"certain": 0.85, "likely": 0.35},
    "differences-two-readers": {"certain": 0.38, "likely": 0.08},
}


def judged(name):
    with open(HERE / f"{name}.tsv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def too_often_wrong(comparison, sample):
    """The grades of which too few of the sample's differences that are told still are right, with the shares."""
    told = {
        (frozenset((each["a"], each["b"])), each["type"], each["certainty"]) for each in comparison["divergences"]
    }
    verdicts = {grade: {"first": Counter(), "second": Counter()} for grade in GRADES[sample]}
    for each in judged(sample):
        if (frozenset((each["a"], each["b"])), each["type"], each["certainty"]) not in told:
            continue
        for reading in ("first", "second"):
            verdicts[each["certainty"]][reading][each[reading]] += 1
    for grade, floor in GRADES[sample].items():
        for reading, found in verdicts[grade].items():
            print(f"{sample} told as {grade}, {reading} reading: {dict(sorted(found.items()))}")
            if found["right"] < floor * found.total():
                yield f"{sample}, {grade}: {found['right']} of {found.total()} right, {floor:.0%} wanted"


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
    if faults := [fault for sample in GRADES for fault in too_often_wrong(comparison, sample)]:
        sys.exit("\n".join(faults))


main()
