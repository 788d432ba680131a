"""The layering test finds what it is there to find."""
import sys
import unittest

from concord import REPOSITORY

sys.path.insert(0, str(REPOSITORY / "tests"))
from layering import faults, table_faults  # noqa: E402


class Layering(unittest.TestCase):
    def fault(self, path, text):
        found = list(faults(path, text))
        self.assertEqual(len(found), 1, found)
        return found[0]

    def test_forward_arrows_pass(self):
        self.assertEqual(list(faults("view/view.cpp", '#include "source/files.h"\n#include <map>\n')), [])
        self.assertEqual(list(faults("syntax/yaml.cpp", "#include <yaml.h>\n")), [])

    def test_arrow_that_runs_back(self):
        self.assertIn("syntax/ comes before render/",
                      self.fault("syntax/a.cpp", '#include "render/html.h"'))

    def test_arrow_that_runs_back_inside_a_room(self):
        self.assertIn("comes after", self.fault("compare/match/a.cpp", '#include "compare/rows/rows.h"'))
        self.assertIn("comes after", self.fault("compare/rows/a.cpp", '#include "compare/content.h"'))
        self.assertEqual(list(faults("compare/rows/a.cpp", '#include "compare/match/match.h"\n'
                                                           '#include "compare/comparison.h"\n')), [])

    def test_include_from_no_room(self):
        self.assertIn("not in a room", self.fault("syntax/a.cpp", '#include "utils.h"'))

    def test_library_outside_its_room(self):
        self.assertIn("<boost/graph/dag.hpp>", self.fault("view/a.cpp", "#include <boost/graph/dag.hpp>"))
        self.assertIn("no library", self.fault("view/a.cpp", "#include <curl/curl.hpp>"))

    def test_library_in_a_header(self):
        self.assertIn("header", self.fault("syntax/a.h", "#include <cmark-gfm.h>"))

    def test_machine(self):
        self.assertIn("machine", self.fault("passes/a.cpp", "#include <fstream>"))
        self.assertIn("machine", self.fault("passes/a.cpp", "#include <unistd.h>"))
        self.assertIn("getenv", self.fault("passes/a.cpp", 'auto x = std::getenv("HOME");'))

    def test_table_of_the_readme(self):
        readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
        self.assertEqual(list(table_faults(readme)), [])
        row = "| libyaml-dev | front matter and registers | syntax |"
        self.assertIn(row, readme)
        self.assertEqual(list(table_faults(readme.replace(row, row.replace("syntax", "view")))),
                         ["README.md: libyaml-dev is in view; expected syntax"])
        self.assertEqual(list(table_faults(readme.replace(row, ""))),
                         ["README.md: libyaml-dev is in no room; expected syntax"])


if __name__ == "__main__":
    unittest.main()
