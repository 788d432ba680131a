#!/usr/bin/env python3
"""The program is compiled and linked with what makes mistakes hard to exploit: hardened.py CONCORD [PART…]

Looks into the program itself, and the parts that it loads (readelf), not at the flags. The status is 1 where
something is missing.
"""

import pathlib
import subprocess
import sys


def readelf(file: str, *options: str) -> str:
    return subprocess.run(["readelf", "--wide", *options, file], check=True, capture_output=True, text=True).stdout


def checks_of_all(dynamic: str, symbols: str, segments: str) -> dict[str, bool]:
    stack = next(line for line in segments.splitlines() if "GNU_STACK" in line)
    return {
        "symbols bound at the start (full RELRO)": "GNU_RELRO" in segments and "NOW" in dynamic,
        "no code on the stack": "RWE" not in stack,
        "stack guarded (-fstack-protector-strong)": "__stack_chk_fail" in symbols,
    }


def checks_of_program(dynamic: str, symbols: str) -> dict[str, bool]:
    return {
        "loaded at a random address (PIE)": "PIE" in dynamic,
        "library calls checked (_FORTIFY_SOURCE)": "_chk@" in symbols.replace("__stack_chk_fail", ""),
        "containers checked (_GLIBCXX_ASSERTIONS)": "__glibcxx_assert_fail" in symbols,
    }


def checks(file: str, is_program: bool) -> dict[str, bool]:
    dynamic, symbols, segments = (readelf(file, option) for option in ("--dynamic", "--dyn-syms", "--segments"))
    of_program = checks_of_program(dynamic, symbols) if is_program else {}
    return checks_of_all(dynamic, symbols, segments) | of_program


def main() -> None:
    results = []
    for file in sys.argv[1:]:
        print(pathlib.Path(file).name)
        for what, holds in checks(file, file == sys.argv[1]).items():
            print(f"  {'yes' if holds else 'NO':<4} {what}")
            results.append(holds)
    failed = results.count(False)
    print(f"\n{len(results) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
