"""The test of the words of pages finds what it is there to find."""
import sys
import unittest

from concord import REPOSITORY

sys.path.insert(0, str(REPOSITORY / "tests"))
from words import own_words, unequal  # noqa: E402


class Words(unittest.TestCase):
    def test_words_of_words_json_pass(self):
        self.assertEqual(list(own_words('{{! a note }}<p class="a word">{{word_of}} {{name}}, 5 %</p><b>PDF</b>')), [])

    def test_words_between_tags(self):
        self.assertEqual(list(own_words("<p>{{count}} councils <b>have</b> it</p>")), ["councils", "have", "it"])

    def test_words_that_are_read_out(self):
        self.assertEqual(list(own_words('<nav aria-label="The contents"><input placeholder="{{word_of}}"></nav>')),
                         ["The contents"])

    def test_styles_and_scripts_are_not_read(self):
        self.assertEqual(list(own_words("<style>body { color: red }</style><script>let word = 1</script>")), [])

    def test_word_that_one_language_lacks(self):
        self.assertEqual(list(unequal({"en": {"of": "of", "by": "by"}, "cy": {"of": "o"}})),
                         ['words.json: "cy" lacks by'])


if __name__ == "__main__":
    unittest.main()
