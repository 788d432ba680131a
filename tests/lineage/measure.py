#!/usr/bin/env python3
"""Measures lineage: seeded revisions of protocols, and whether each edit is told as what it was.

    tests/lineage/measure.py CONCORD [SEEDS] [-v]

Prints how many edits of each kind were told rightly, and how many clauses were said to have changed
that nobody touched. Ends with status 1 where one of the floors is missed. -v names what is wrong.
"""
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

from revisions import EDITS, Revision, words

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SIZES = [1, 3, 10, 30, 60]  # edits a revision
FLOORS = {"all": 0.98, "move and reword": 0.95, "split": 0.95, "merge": 0.95}
MOST_UNTOUCHED = 0  # clauses reported that nobody touched


class Told:
    """What the program says of two versions."""

    def __init__(self, concord, before, after):
        run = subprocess.run(
            [concord, "redline", str(before), str(after), "--format", "json"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if not run.stdout:
            raise RuntimeError(run.stderr)
        self.changes = json.loads(run.stdout)["changes"]
        self.of = {}
        for change in self.changes:
            for clause in change["before"]:
                assert clause not in self.of, f"{clause} is told twice"
                self.of[clause] = change

    def is_kept(self, clause, moved=False, wording="same"):
        change = self.of[clause]
        return (
            len(change["before"]) == len(change["after"]) == 1
            and change["moved"] == moved
            and (change["wording"] == "words") == (wording == "words")
        )

    def is_new(self, text):
        return any(
            not change["before"]
            and words("".join(piece["text"] for piece in change["pieces"])) == words(text)
            for change in self.changes
        )


def is_right(edit, told):
    kind, what, text = edit
    if kind in ("insert", "insert and renumber"):
        return told.is_new(text)
    if kind == "delete":
        return not told.of[what]["after"]
    if kind == "move":
        return told.is_kept(what, moved=True)
    if kind == "move and reword":
        return told.is_kept(what, moved=True, wording="words")
    if kind == "split":
        return told.of[what]["before"] == [what] and len(told.of[what]["after"]) == 2
    if kind == "merge":
        return told.of[what[0]]["before"] == list(what) and len(told.of[what[0]]["after"]) == 1
    if kind == "swap":
        one, other = (told.is_kept(each, moved=True) for each in what)
        return one != other and all(told.is_kept(each, moved=m) for each, m in zip(what, (one, other)))
    return told.is_kept(what, wording="words")


def touched(edits):
    for _, what, _ in edits:
        yield from (what if isinstance(what, tuple) else [what])


def measure(concord, path, seed, folder, verbose):
    revision = Revision(concord, path, seed)
    for _ in range(SIZES[seed % len(SIZES)]):
        revision.edit(revision.random.choice(EDITS))
    after = pathlib.Path(folder, path.name)
    after.write_text(revision.text(), encoding="utf-8")
    told = Told(concord, path, after)
    result = collections.Counter()
    for edit in revision.edits:
        right = is_right(edit, told)
        result[edit[0], right] += 1
        if verbose and not right:
            print(f"{path.name}, seed {seed}: not told rightly: {edit}")
    changed = set(touched(revision.edits))
    for clause in revision.clauses:
        if clause["id"] not in changed:
            result["untouched"] += 1
            if not told.is_kept(clause["id"]):
                result["false"] += 1
                if verbose:
                    print(f"{path.name}, seed {seed}: untouched: {told.of[clause['id']]}")
    return result


def report(total):
    """Prints the figures; whether every floor holds."""
    holds = True
    for kind in EDITS:
        right, made = total[kind, True], total[kind, True] + total[kind, False]
        if made:
            print(f"{kind:20} {right:5} of {made:5}  {right / made:.3f}")
            holds = holds and right >= FLOORS.get(kind, 0) * made
    right = sum(total[kind, True] for kind in EDITS)
    made = right + sum(total[kind, False] for kind in EDITS)
    print(f"{'all edits':20} {right:5} of {made:5}  {right / made:.3f}")
    print(f"untouched clauses told as changed: {total['false']} of {total['untouched']}")
    return holds and right >= FLOORS["all"] * made and total["false"] <= MOST_UNTOUCHED


def main():
    arguments = [each for each in sys.argv[1:] if each != "-v"]
    concord, seeds = str(pathlib.Path(arguments[0]).resolve()), int((arguments[1:] or ["5"])[0])
    total = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(ROOT.glob("protocols/*.md")):
            for seed in range(seeds):
                total += measure(concord, path, seed, folder, "-v" in sys.argv)
    return 0 if report(total) else 1


if __name__ == "__main__":
    sys.exit(main())
