#!/usr/bin/python3
"""What the comparison costs as protocols grow in number, and what it finds of the links that are known.

usage: growth.py GROWTH [SIZE…]

GROWTH is the program of growth.cpp. For each size (100 and 1,000 unless told) corpus.py invents that
many councils; the five protocols themselves come first, the fastest of several runs. The comparison is
run with as many threads as there are cores, then with one, and must come out the same. The exponent is
that of processor time over clauses between a size and the one before: 1 is linear. Processor time, because
it hardly depends on what else the machine does. The status is 1 where the comparison comes out otherwise
with one thread, or a size takes longer than FLOORS allows.
"""
import json
import math
import os
import pathlib
import subprocess
import sys
import tempfile

BENCH = pathlib.Path(__file__).resolve().parent
PROTOCOLS = BENCH.parents[1] / "protocols"
FLOORS = {1000: 20.0}  # size: seconds that its comparison may take on two cores
KINDS = ["verbatim", "vocabulary", "reworded", "part"]


def measure(growth, folder, threads):
    done = subprocess.run([growth, folder, str(threads)], check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


def fastest(growth, folder, times):
    return min((measure(growth, folder, os.cpu_count()) for _ in range(times)),
               key=lambda run: run["compare"]["seconds"])


def recall(run):
    def share(kind):
        sums = run["recall"].get(kind, {"known": 0, "found": 0})
        return f"{sums['found'] / sums['known']:.3f}" if sums["known"] else "-"
    return "  ".join(f"{share(kind):>10}" for kind in KINDS) if "recall" in run else ""


def main():
    growth = pathlib.Path(sys.argv[1]).resolve()
    sizes = [int(size) for size in sys.argv[2:]] or [100, 1000]
    print(f"comparison on {os.cpu_count()} cores; recall of known links by what was done to the clause")
    print(f"{'protocols':>9}{'clauses':>10}{'parse s':>9}{'compare s':>10}{'CPU s':>8}{'exponent':>9}"
          f"{'peak MB':>9}{'rows':>8}  {'1 thread':10}" + "  ".join(f"{kind:>10}" for kind in KINDS))
    before = None
    seconds = {}
    with tempfile.TemporaryDirectory(prefix="concord-growth-") as name:
        for size in [0, *sizes]:
            folder = pathlib.Path(name) / str(size) if size else PROTOCOLS
            if size:
                subprocess.run([BENCH / "corpus.py", str(size), folder], check=True)
            run = fastest(growth, folder, 1 if size else 20)
            alone = measure(growth, folder, 1)
            exponent = math.log(run["compare"]["cpu"] / before["compare"]["cpu"]) / math.log(
                run["clauses"] / before["clauses"]) if before else math.nan
            same = "same" if alone["fingerprint"] == run["fingerprint"] else "DIFFERENT"
            print(f"{run['protocols']:9}{run['clauses']:10}{run['compile']['seconds']:9.3f}"
                  f"{run['compare']['seconds']:10.3f}{run['compare']['cpu']:8.3f}{exponent:9.2f}"
                  f"{run['compare']['peak_mb']:9.0f}{run['rows']:8}  {same:10}{recall(run)}", flush=True)
            if same != "same":
                raise SystemExit("growth: the result depends on the number of threads")
            seconds[size] = run["compare"]["seconds"]
            before = run
    broken = [size for size, most in FLOORS.items() if seconds.get(size, 0) >= most]
    for size in FLOORS.keys() & seconds.keys():
        print(f"floor {'BROKEN' if size in broken else 'holds'}: {size} councils compared in under {FLOORS[size]} s")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
