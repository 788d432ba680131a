"""Layouts that tests/intake has none of: each becomes the source that a careful person would make of it."""
import shutil
import sys
import unittest

from concord import CLEAN, PROGRAM, REPOSITORY, Case

sys.path.insert(0, str(REPOSITORY / "tests/intake"))
import layouts
import score_import

OFFICE = shutil.which("soffice") is not None
FLOOR = 0.97  # clauses right


class Layouts(Case):
    def test_each_is_read(self):
        low = []
        for file, source in layouts.lay_out(self.folder, OFFICE).items():
            result = self.run_concord("import", file, "-o", f"out/{file.name}.md", "--changes", "accept")
            self.assertEqual(result.returncode, CLEAN, f"{file.name}: {result.stderr}")
            self.assertNotIn("IMP014", result.stdout, f"{file.name}: words are lost or added")
            wanted = self.write(f"wanted/{file.name}.md", source)
            figures, _ = score_import.score(str(wanted), str(self.folder / f"out/{file.name}.md"), str(PROGRAM))
            f1 = 2 * figures["right"] / (figures["gold"] + figures["candidate"])
            if f1 < FLOOR:
                low.append(f"{file.name}: {f1:.3f}")
        self.assertEqual(low, [])


if __name__ == "__main__":
    unittest.main()
