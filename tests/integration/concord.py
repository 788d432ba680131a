"""Runs concord as its users do, in a folder of its own.

CONCORD names the program; ctest sets it. The repository's own protocols are found beside this file.
"""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("CONCORD", REPOSITORY / "build/release/concord")).resolve()

CLEAN, ERRORS, USAGE, MACHINE = 0, 1, 2, 3

PROTOCOL = """\
---
council: {council} Council
title: Protocol on Member / Officer Relations
status: superseded
---

# Protocol on Member / Officer Relations

## 1. Introduction

1.1 Members and officers work together. {words}

1.2 The advice must be consistent with paragraph 1.1 above.
"""


def protocol(council="Barchester", words=""):
    return PROTOCOL.format(council=council, words=words)


def tree(folder):
    """Every file below the folder: its path, and its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


class Case(unittest.TestCase):
    """A test with a folder of its own, in which concord runs."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="concord-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def write(self, path, content):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    def run_concord(self, *arguments, environment=None, timeout=120, program=PROGRAM):
        """The finished process, its output as text; never a crash, never a hang."""
        result = subprocess.run(
            [program, *map(str, arguments)],
            cwd=self.folder,
            env={**os.environ, **(environment or {})},
            capture_output=True,
            timeout=timeout,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        result.stdout = result.stdout.decode()
        result.stderr = result.stderr.decode()
        self.assertGreaterEqual(result.returncode, 0, f"ended by a signal: {result.stderr[-2000:]}")
        return result

    def expect(self, status, *arguments, **options):
        result = self.run_concord(*arguments, **options)
        said = f"{arguments}\n{result.stdout[-3000:]}\n{result.stderr[-3000:]}"
        self.assertEqual(result.returncode, status, said)
        return result
