#!/usr/bin/env python3
"""The same sources make the same bytes, whatever is around them: reproducible.py CONCORD

Builds protocols/ again and again, each time changing one thing that must not matter, and compares
every file with the first build's. Prints a table; the status is 1 where a file differs.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
CONCORD = str(Path(sys.argv[1]).resolve())


def tree(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def copy_templates(to: Path) -> None:
    """A copy of our own, so that nobody who edits a template meanwhile is taken for a difference."""
    shutil.copytree(ROOT / "templates", to, ignore=shutil.ignore_patterns("node_modules"))
    for modules in ROOT.glob("templates/*/node_modules"):
        (to / modules.parent.name / "node_modules").symlink_to(modules)


def build(at: Path, output: Path, *options: str, prefix: tuple = (), **variables: str) -> dict[str, str]:
    environment = {key: value for key, value in os.environ.items() if key not in ("TZ", "LC_ALL", "LANG", "SOURCE_DATE_EPOCH")}
    result = subprocess.run([*prefix, CONCORD, "build", "protocols", "-o", str(output), "--templates",
                             str(output.parent / "templates"), *options], cwd=at,
                            env=environment | variables, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"no build: {result.stderr[-500:]}")
    return tree(output)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="concord-same-") as name:
        work = Path(name)
        copy_templates(work / "templates")
        elsewhere = work / "a folder, elsewhere"
        shutil.copytree(ROOT / "protocols", elsewhere / "protocols")
        for path in (elsewhere / "protocols").rglob("*"):
            os.utime(path, (1_000_000_000, 1_000_000_000))
        first = build(ROOT, work / "first")
        time.sleep(1.1)
        many = os.cpu_count() or 1
        again = {
            "a second build": lambda out: build(ROOT, out),
            "over the first output": lambda out: build(ROOT, work / "first"),
            "another folder, other file times": lambda out: build(elsewhere, out),
            "another time zone": lambda out: build(ROOT, out, TZ="Pacific/Kiritimati"),
            "another locale": lambda out: build(ROOT, out, LC_ALL="tr_TR.UTF-8", LANG="tr_TR.UTF-8"),
            "a locale without UTF-8": lambda out: build(ROOT, out, LC_ALL="POSIX"),
            "one job": lambda out: build(ROOT, out, "--jobs", "1"),
            "two jobs": lambda out: build(ROOT, out, "--jobs", "2"),
            "one core": lambda out: build(ROOT, out, prefix=("taskset", "-c", "0")) if many > 1 and shutil.which("taskset") else None,
            "another user mask": lambda out: build(ROOT, out, prefix=("sh", "-c", 'umask 077; exec "$@"', "sh")),
        }
        failed = 0
        for number, (change, run) in enumerate(again.items()):
            second = run(work / f"again-{number}")
            if second is None:
                print(f"{change:<36} skipped: this machine has one core")
                continue
            differ = sorted(path for path in first.keys() | second.keys() if first.get(path) != second.get(path))
            failed += bool(differ)
            print(f"{change:<36} {len(second):>4} files, {len(differ)} differ {' '.join(differ[:5])}")
        print(f"\n{len(again) - failed} passed, {failed} failed")
        sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
