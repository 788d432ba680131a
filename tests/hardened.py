#!/usr/bin/env python3
"""The program is compiled and linked with what makes mistakes hard to exploit: hardened.py CONCORD

Looks into the program itself (readelf), not at the flags. The status is 1 where
something is missing.
"""

import subprocess
import sys


def readelf(file: str, *options: str) -> str:
    return subprocess.run(["readelf", "--wide", *options, file], check=True, capture_output=True, text=True).stdout


def checks(program: str) -> dict[str, bool]:
    dynamic, symbols, segments = (readelf(program, option) for option in ("--dynamic", "--dyn-syms", "--segments"))
    stack = next(line for line in segments.splitlines() if "GNU_STACK" in line)
    return {
        "symbols bound at the start (full RELRO)": "GNU_RELRO" in segments and "NOW" in dynamic,
        "no code on the stack": "RWE" not in stack,
        "stack guarded (-fstack-protector-strong)": "__stack_chk_fail" in symbols,
        "loaded at a random address (PIE)": "PIE" in dynamic,
        "library calls checked (_FORTIFY_SOURCE)": "_chk@" in symbols.replace("__stack_chk_fail", ""),
        "containers checked (_GLIBCXX_ASSERTIONS)": "__glibcxx_assert_fail" in symbols,
    }


def main() -> None:
    results = checks(sys.argv[1])
    for what, holds in results.items():
        print(f"{'yes' if holds else 'NO':<4} {what}")
    failed = list(results.values()).count(False)
    print(f"\n{len(results) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
