"""Of the faults in faults.py each is found by `concord check --since`, as one of the kinds that it is.

CONCORD names the program.
"""
import concurrent.futures
import json
import os
import pathlib
import subprocess
import tempfile
import unittest
from collections import Counter

import faults
import york

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = pathlib.Path(os.environ.get("CONCORD", HERE.parents[1] / "build/release/concord")).resolve()


def findings(text):
    """What the checks before adoption say of the draft: how often each code is found."""
    with tempfile.TemporaryDirectory(prefix="concord-faults-") as name:
        folder = pathlib.Path(name)
        (folder / "york.draft.md").write_text(text, encoding="utf-8")
        (folder / "leeds.md").write_bytes((york.ROOT / "protocols/leeds.md").read_bytes())
        run = subprocess.run(
            [PROGRAM, "check", folder / "york.draft.md", folder / "leeds.md", "--profile", "adopt", "--since",
             york.ROOT / "protocols/york.md", "--format", "json"], capture_output=True, text=True, check=False)
        every = json.loads(run.stdout)["diagnostics"]
    return Counter(each["code"] for each in every if "york" in json.dumps(each))


class Faults(unittest.TestCase):
    def test_each_is_found(self):
        clean = findings(faults.DRAFT)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            texts = [plant(faults.DRAFT) for _, plant, _ in faults.FAULTS]
            found = list(pool.map(findings, texts))
        missed = []
        for (name, _, codes), text, new in zip(faults.FAULTS, texts, found):
            self.assertNotEqual(text, faults.DRAFT, name)
            if not any(new[code] > clean[code] for code in codes.split()):
                missed.append(f"{name}: wanted {codes}, found {dict(new - clean)}")
        self.assertEqual(missed, [])
        self.assertGreaterEqual(len(found), 51)


if __name__ == "__main__":
    unittest.main()
