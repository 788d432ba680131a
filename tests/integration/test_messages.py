"""The test of the messages finds what it is there to find."""
import sys
import unittest

from concord import REPOSITORY

sys.path.insert(0, str(REPOSITORY / "tests"))
from messages import faults, unused  # noqa: E402


class Messages(unittest.TestCase):
    def test_messages_of_the_catalogue_pass(self):
        self.assertEqual(list(faults("passes/a.cpp", """
            sink.report({diag::Code::REF003, span, fmt::format(diag::REF003::other_way, where, "above"),
                         {{diag::REF003::target_here, other}}});""")), [])

    def test_words_at_the_place_of_the_report(self):
        (fault,) = faults("passes/a.cpp", '\n\nreport(Code::NUM001, clause, "number used; twice");')
        self.assertIn('"number used; twice" belongs in', fault)

    def test_words_that_are_no_report(self):
        self.assertEqual(list(faults("passes/a.cpp", 'if (is(Code::NUM001)) print("two words");')), [])
        self.assertEqual(list(faults("passes/a.cpp", '// report(Code::NUM001, "two words");\n')), [])

    def test_words_of_another_code(self):
        (fault,) = faults("passes/a.cpp", "sink.report({Code::REF011, span, diag::REF003::target_here});")
        self.assertIn("says REF003::target_here of REF011", fault)

    def test_message_that_nothing_says(self):
        catalogue = '  CONCORD_NOTE(REF003, here, "it is here")\n  CONCORD_FIX(REF003, write, "write")\n'
        self.assertEqual(list(unused(catalogue, ["f(diag::REF003::write);"])),
                         ["compiler/diag/catalogue.def: nothing says REF003::here"])


if __name__ == "__main__":
    unittest.main()
