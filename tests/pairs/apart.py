#!/usr/bin/python3
"""What two councils say of each other depends on no other council: apart.cpp, on two hundred invented
councils and on the five beside the invented protocols of the gold standard.

usage: apart.py APART
"""
import pathlib
import subprocess
import sys
import tempfile

TESTS = pathlib.Path(__file__).resolve().parents[1]
COUNCILS = "200"


def main():
    apart = pathlib.Path(sys.argv[1]).resolve()
    subprocess.run([apart, TESTS.parent / "protocols", TESTS / "gold/invented"], check=True)
    with tempfile.TemporaryDirectory(prefix="concord-apart-") as folder:
        subprocess.run([TESTS / "bench/corpus.py", COUNCILS, folder], check=True)
        subprocess.run([apart, folder], check=True)


if __name__ == "__main__":
    main()
