"""Runs concord as its users do, in a folder of its own.

CONCORD names the program; ctest sets it. The repository's own protocols are found beside this file.
"""
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import threading
import unittest

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("CONCORD", REPOSITORY / "build/release/concord")).resolve()

CLEAN, ERRORS, USAGE, MACHINE = 0, 1, 2, 3
LONGEST = 120  # seconds for anything, on the slowest machine

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


class Running:
    """A concord that runs until it is ended, its output line by line."""

    def __init__(self, folder, *arguments):
        self.process = subprocess.Popen(
            [PROGRAM, *map(str, arguments)], cwd=folder, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env={**os.environ, "NO_COLOR": "1"})
        self.said = []
        self.news = threading.Condition()
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        for line in self.process.stdout:
            with self.news:
                self.said.append(line)
                self.news.notify_all()
        with self.news:
            self.said.append(None)
            self.news.notify_all()

    def wait_for(self, words, after=0):
        """The place after the line that has the words, looked for from the place given on."""
        with self.news:
            at = after
            while True:
                while at < len(self.said):
                    if self.said[at] is None:
                        raise AssertionError(f"ended before it said {words!r}: {self.said}")
                    if words in self.said[at]:
                        return at + 1
                    at += 1
                if not self.news.wait(LONGEST):
                    raise AssertionError(f"never said {words!r}: {self.said}")

    def end(self, by=signal.SIGINT):
        if self.process.poll() is None:
            self.process.send_signal(by)
        self.process.wait(LONGEST)
        self.reader.join(LONGEST)
        self.process.stdout.close()
        return self.process.returncode


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
