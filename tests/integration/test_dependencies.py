"""What `make` says and does where something that it needs is missing (compiler/dependencies.sh)."""
import os
import pty
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from concord import LONGEST, REPOSITORY

# What the script itself uses; nothing else is on its path but stand-ins.
SHELL = ("sh", "dirname", "sort", "tr", "sed", "cmp", "mkdir", "cp", "id", "env")
STAND_IN = "#!/bin/sh\n"


class Dependencies(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        for path in ("compiler/dependencies.sh", "templates/pdf/package.json", "templates/pdf/package-lock.json"):
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(REPOSITORY / path, self.root / path)
        (self.root / "bin").mkdir()
        for name in SHELL:
            (self.root / "bin" / name).symlink_to(shutil.which(name))
        for name in ("cmake", "g++", "ninja", "pdftotext", "pkg-config", "sudo"):
            self.command(name, "")
        self.command("node", "echo v20.1.0")
        self.command("npm", f'echo "$@" >>{self.root}/npm.txt')
        self.command("apt-get", f'echo "$@" >>{self.root}/apt.txt')
        self.command("dpkg-query", "printf installed")

    def command(self, name, script):
        path = self.root / "bin" / name
        path.unlink(missing_ok=True)
        path.write_text(STAND_IN + script + "\n")
        path.chmod(0o755)

    def without(self, name):
        (self.root / "bin" / name).unlink()

    def environment(self, **more):
        return {"PATH": str(self.root / "bin"), **more}

    def run_script(self, **more):
        return subprocess.run([self.root / "compiler/dependencies.sh", "build"], env=self.environment(**more),
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=LONGEST)

    def asked(self, answer):
        """Runs it at a terminal, types the answer at the question, and returns all that it said and its status."""
        child, terminal = pty.fork()
        if child == 0:
            script = str(self.root / "compiler/dependencies.sh")
            os.execve(script, [script, "build"], self.environment())
        said = b""
        while True:
            try:
                piece = os.read(terminal, 4096)
            except OSError:  # it has ended
                piece = b""
            if not piece:
                break
            said += piece
            if said.endswith(b"[Y/n] "):
                os.write(terminal, answer)
        os.close(terminal)
        return said.decode().replace("\r\n", "\n"), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    def installed(self):
        return (self.root / "apt.txt").exists()

    def test_nothing_is_missing(self):
        said = self.run_script()
        self.assertEqual((said.returncode, said.stderr), (0, ""))
        self.assertFalse(self.installed())
        self.assertIn("install --no-save", (self.root / "npm.txt").read_text())

    def test_the_end_of_input_is_no_answer(self):
        self.command("dpkg-query", "printf not-installed")
        said, status = self.asked(b"\x04")
        self.assertEqual(status, 1)
        self.assertFalse(self.installed())
        self.assertIn("[Y/n] \ndependencies: nothing was installed; to install them, run: apt-get install ", said)
        self.assertIn("libyaml-dev", said.split("run: ")[1])

    def test_no_is_no_and_return_is_yes(self):
        self.command("dpkg-query", "printf not-installed")
        self.assertEqual(self.asked(b"n\n")[1], 1)
        self.assertFalse(self.installed())
        self.assertEqual(self.asked(b"\n")[1], 0)
        self.assertTrue(self.installed() or os.getuid() != 0)  # a stand-in for sudo installs nothing

    def test_node_is_missing(self):
        self.without("node")
        said = self.run_script(YES="1")
        self.assertEqual(said.returncode, 0)
        self.assertIn("found no Node.js; without version 18 or later there are no PDFs", said.stderr)
        self.assertFalse((self.root / "npm.txt").exists())

    def test_node_is_old(self):
        self.command("node", "echo v16.20.2")
        said = self.run_script()
        self.assertEqual(said.returncode, 0)
        self.assertIn("found Node.js v16.20.2; without version 18 or later there are no PDFs", said.stderr)
        self.assertFalse((self.root / "npm.txt").exists())

    def test_npm_is_missing(self):
        self.without("npm")
        self.assertIn("found Node.js v20.1.0 but no npm", self.run_script(YES="1").stderr)


if __name__ == "__main__":
    unittest.main()
