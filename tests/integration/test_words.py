"""The test of the words of pages finds what it is there to find."""
import sys
import unittest

from concord import REPOSITORY

sys.path.insert(0, str(REPOSITORY / "tests"))
from words import (  # noqa: E402
    is_used, names_of_script, own_words_of_cpp, own_words_of_page, own_words_of_paper, own_words_of_script, unequal)


class Words(unittest.TestCase):
    def test_words_of_words_json_pass(self):
        self.assertEqual(list(own_words_of_page('{{! a note }}<p class="a word">{{word_of}} {{name}}, 5 %</p><b>PDF</b>')), [])

    def test_words_between_tags(self):
        self.assertEqual(list(own_words_of_page("<p>{{count}} councils <b>have</b> it</p>")), ["councils", "have", "it"])

    def test_words_that_are_read_out(self):
        self.assertEqual(list(own_words_of_page('<nav aria-label="The contents"><input placeholder="{{word_of}}"></nav>')),
                         ["The contents"])

    def test_styles_and_scripts_are_not_read(self):
        self.assertEqual(list(own_words_of_page("<style>body { color: red }</style><script>let word = 1</script>")), [])

    def test_words_of_a_paper(self):
        self.assertEqual(list(own_words_of_paper('#let title = "What they say" // a note\n[Made by #made.] [#said.of]')),
                         ["What they say", "Made by #made."])

    def test_code_of_a_paper_is_not_read(self):
        self.assertEqual(list(own_words_of_paper('[#heading(level: 2, rows.map(r => (r, 1))) #if first [#part]]')), [])

    def test_words_of_the_program(self):
        self.assertEqual(list(own_words_of_cpp('say("No counterpart found: {}."); title = "Draft "; // in "a few words"')),
                         ["No counterpart found: {}.", "Draft "])

    def test_what_the_program_says_to_others_is_not_read(self):
        self.assertEqual(list(own_words_of_cpp('throw Error("cannot be read"); add("w:tblGrid"); set("TableEnd");')), [])

    def test_words_of_a_script(self):
        for script, words in (
                ('tally.textContent = "none has every word";', ["none has every word"]),
                ('said.textContent = "Copied";', ["Copied"]),
                ("said.textContent = 'The last one';", ["The last one"]),
                ("tally.textContent = `${stay.length} of ${rows.length}`;", ["$ of $"]),
                ("make(`${count === 1 ? `${count} clause` : 'more clauses'}`)", ["$ clause", "more clauses"]),
                ('set.push(`without ${names.join(", ")}`);', ["without $"])):
            self.assertEqual(list(own_words_of_script(script)), words)

    def test_what_a_script_says_to_the_browser_is_not_read(self):
        for script in ('"use strict"; // the last one', 'page.querySelector(".text a, main [id]");',
                       'panel.querySelector(`label[for="${id}"]`);', 'if (event.key === "Escape") hide();',
                       'make("p", { class: "words heading" }); make("p", { class: `live-remark live-${kind}` });',
                       'text.replace(/some "words/g, " ");', 'const small = new Set("of the and".split(" "));',
                       "link.href = `${pair}.html#${words}`; style.left = `${left}px`;", 'say("script_copied")'):
            self.assertEqual(list(own_words_of_script(script)), [], script)

    def test_names_that_a_script_asks_for(self):
        self.assertEqual(list(names_of_script('say(first ? "script_one" : "script_other", { of: `${say("script_in")}` })')),
                         ["script_one", "script_other", "script_in"])

    def test_word_that_one_language_lacks(self):
        self.assertEqual(list(unequal({"en": [("of", "of"), ("by", "by")], "cy": [("of", "o")]})),
                         ['words.json: "cy" lacks by'])

    def test_word_that_stands_twice(self):
        self.assertEqual(list(unequal({"en": [("of", "of"), ("of", "by")]})), ['words.json: "en" has of twice'])

    def test_fields_that_differ(self):
        self.assertEqual(list(unequal({"en": [("to", "to {place}")], "cy": [("to", "i")]})),
                         ["words.json: to has other {fields} in one language than in another"])

    def test_word_that_is_put_together(self):
        self.assertTrue(is_used("effect_new_duty", {"effect_"}))
        self.assertTrue(is_used("terms_heading", {"_heading"}))
        self.assertFalse(is_used("effect_new_duty", {"effect", "duty"}))


if __name__ == "__main__":
    unittest.main()
