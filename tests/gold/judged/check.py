#!/usr/bin/python3
"""Holds a build against what readers said of eighty links, 120 gaps and five samples of differences.

usage: check.py OUTPUT

OUTPUT is what `concord build` made of the five protocols, and of invented ones if you like: pairs of councils
that it lacks are left out. Prints how the readers judged what is still told. The status is 1

- where fewer of the links that both readers found right are told than RIGHT_TOLD asks, or more of those that both
  found wrong than WRONG_TOLD allows (the links were drawn from those that earlier scorers were unsure of, so that
  any other scorer tells fewer of them);
- where, of the differences told with a grade, in either reading, a smaller share is right than GRADES asks of the
  sample.
"""
import csv
import json
import pathlib
import sys
from collections import Counter

HERE = pathlib.Path(__file__).resolve().parent
RIGHT_TOLD = 0.8
WRONG_TOLD = 0.4
GRADES = {
    "differences": {"certain": 0.85, "likely": 0.35},
    "differences-two-readers": {"certain": 0.6, "likely": 0.0},
    "differences-one-act": {"certain": 0.4, "likely": 0.5},
    "differences-fifteen-texts": {"certain": 0.8, "likely": 0.45},
    "differences-rules-mended": {"certain": 0.8, "likely": 0.6},
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


def told_by_verdict(sample, comparison):
    """Prints how many of a sample's links are told, by verdict; returns that, and of how many."""
    councils = set(comparison["councils"])
    told = {frozenset((link["a"], link["b"])) for link in comparison["links"]}
    found = Counter()
    known = Counter()
    for link in judged(sample):
        if not {link[end].partition("#")[0] for end in ("a", "b")} <= councils:
            continue
        verdict = f"{link['first']} / {link['second']}"
        known[verdict] += 1
        found[verdict] += frozenset((link["a"], link["b"])) in told
    for verdict in sorted(known):
        print(f"{sample} judged {verdict}: {found[verdict]} of {known[verdict]} told")
    return found, known


def faults_of_links(comparison):
    """Yields what is at fault with the links of both samples."""
    samples = [told_by_verdict(sample, comparison) for sample in ("links", "later-links")]
    told, known = (sum(counts, Counter()) for counts in zip(*samples))
    right, wrong = "right / right", "wrong / wrong"
    if told[right] < RIGHT_TOLD * known[right]:
        yield f"links that both readers found right: {told[right]} of {known[right]} told, {RIGHT_TOLD:.0%} wanted"
    if told[wrong] > WRONG_TOLD * known[wrong]:
        yield f"links that both readers found wrong: {told[wrong]} of {known[wrong]} told, {WRONG_TOLD:.0%} allowed"


def print_verdicts(name, gaps):
    for reader in ("first", "second"):
        print(f"{name}, {reader} reader: {dict(sorted(Counter(gap[reader] for gap in gaps).items()))}")


def main():
    comparison = json.loads((pathlib.Path(sys.argv[1]) / "data/comparison.json").read_text(encoding="utf-8"))
    faults = list(faults_of_links(comparison))
    print_verdicts("gaps", judged("gaps"))
    gaps = {(council, gap["row"]) for council, all_gaps in comparison.get("gaps", {}).items() for gap in all_gaps}
    for name in ("later-gaps", "fifteen-text-gaps"):
        later = judged(name)
        print_verdicts(name, later)
        print_verdicts(f"{name} told", [gap for gap in later if (gap["council"], gap["row"]) in gaps])
    for sample in GRADES:
        faults += too_often_wrong(comparison, sample)
    if faults:
        sys.exit("\n".join(faults))


main()
