#include "compare/effects/cues.h"

#include <algorithm>
#include <unordered_set>

namespace concord::compare {
namespace {

constexpr std::size_t leave_reach = 7;  // tokens within which "without" names what is granted

using Words = std::unordered_set<std::string_view>;

// Words that open an exception or a condition; those of two words are in is_exception.
const Words exception_words = {"unless", "except",    "excepting",   "excluding",    "save",
                               "exempt", "exception", "exceptional", "exceptionally"};
const Words condition_words = {"only", "until", "consent", "approval", "permission", "without"};

// Words that put a case: where both sides have one, neither adds it.
const Words case_words = {"if", "where", "when", "whenever"};

// What "without" goes before where it opens a condition: "without those duties" opens none.
const Words leave_words = {"authority", "approval",   "consent", "permission",
                           "agreement", "permission", "notice",  "authorisation"};

// Words of degree, frequency and time: how much, how often, by when.
const Words degree_words = {
    "reasonable", "reasonably", "normally",  "usually",      "generally", "always",    "overly",
    "high",       "highest",    "minimum",   "maximum",      "regular",   "regularly", "timely",
    "prompt",     "promptly",   "immediate", "immediately",  "annual",    "annually",  "weekly",
    "monthly",    "daily",      "week",      "weeks",        "day",       "days",      "month",
    "months",     "year",       "years",     "hour",         "hours",     "least",     "duly",
    "likely",     "sometimes",  "routinely", "occasionally", "sustained", "serious",   "january",
    "february",   "march",      "april",     "june",         "july",      "august",    "september",
    "october",    "november",   "december",  "one",          "two",       "three",     "four",
    "five",       "six",        "seven",     "eight",        "nine",      "ten",       "twice",
    "once",       "extremely",  "very"};

// Words that say which of a text's parts a number names.
const Words part_words = {"paragraph", "paragraphs", "section",  "sections", "clause",
                          "clauses",   "rule",       "rules",    "article",  "part",
                          "appendix",  "annex",      "schedule", "para",     "paras"};

// Words of general use, which alone change no effect: "seek to", "in order to", "the role of".
const Words light_words = {
    "act",       "seek",      "order",      "role",       "roles",     "part",        "set",
    "use",       "give",      "giving",     "given",      "take",      "taking",      "make",
    "making",    "made",      "treat",      "show",       "behalf",    "put",         "get",
    "long",      "way",       "associated", "respective", "relevant",  "appropriate", "particular",
    "primary",   "main",      "general",    "whereas",    "therefore", "together",    "including",
    "includes",  "example",   "well",       "relation",   "regard",    "regarding",   "concerning",
    "ensure",    "ensuring",  "provide",    "providing",  "following", "follows",     "throughout",
    "against",   "towards",   "during",     "through",    "under",     "like",        "time",
    "times",     "further",   "place",      "terms",      "recognise", "recognition", "essential",
    "necessary", "important", "importance", "discharge",  "separate",  "distinct",    "basis",
    "carry",     "work",      "seen",       "elected",    "form",      "manner"};

// Words that pick some of many out.
const Words partitive_words = {"some", "certain"};

// Titles that different councils give to the officers at large: no difference of actor.
const Words officers_at_large = {"role:officer", "role:employee", "role:clerk",
                                 "role:proper-officer"};

const Words general_actors = {"officers", "role:member", "role:council"};

}  // namespace

bool is_modal(const Token& token) {
  return token.kind == TokenKind::modal || token.surface == "cannot";
}

std::string_view modal(const Token& token) {
  return token.surface == "cannot" ? "can" : token.surface;
}

bool is_negator(const AlignedText& text, std::size_t i) {
  if (text[i].kind != TokenKind::negator || text[i].surface == "without") return false;
  if (text[i].surface != "nor") return true;
  for (std::size_t k = i; k-- > 0 && text.sentence(k) == text.sentence(i);) {
    if (text[k].kind == TokenKind::negator) return false;
  }
  return true;
}

bool is_exception(const AlignedText& text, std::size_t i) {
  const std::string_view word = text[i].surface;
  if (exception_words.contains(word)) return true;
  const std::string_view next = text.word(i + 1);
  const std::string_view before = text.word_before(i);
  if (word == "other") return next == "than";
  if (word == "apart") return next == "from";
  if (word == "provided") return next == "that";
  if (word == "long") return next == "as" && (before == "so" || before == "as");
  return word == "subject" && next == "to" && !before.starts_with("be");
}

bool is_condition(std::string_view word) {
  return condition_words.contains(word);
}

bool puts_case(std::string_view word) {
  return case_words.contains(word);
}

bool opens_leave(const AlignedText& text, std::size_t i) {
  for (std::size_t k = i + 1; k <= i + leave_reach; ++k) {
    if (leave_words.contains(text.word(k))) return true;
  }
  return false;
}

bool is_threshold(const AlignedText& text, std::size_t i) {
  const std::string_view before = text.word_before(i);
  if (text[i].kind == TokenKind::number) return !part_words.contains(before);
  if (!degree_words.contains(text[i].surface)) return false;
  if (text[i].surface == "day") return text.word(i + 1) != "to" && before != "to";
  return text[i].surface != "one" || text.word(i + 1) != "another";
}

bool is_partitive(std::string_view word) {
  return partitive_words.contains(word);
}

bool names_part(std::string_view word) {
  return part_words.contains(word);
}

bool is_light(std::string_view word) {
  return light_words.contains(word);
}

std::string_view actor(const Token& token) {
  return officers_at_large.contains(token.form) ? "officers" : token.form;
}

bool is_general_actor(std::string_view actor) {
  return general_actors.contains(actor);
}

std::set<std::string_view> actors(const PassageText& passage) {
  std::set<std::string_view> found;
  for (const auto& tokens : {passage.lead, passage.tokens}) {
    for (const Token& token : tokens) {
      if (token.kind == TokenKind::role) found.insert(actor(token));
    }
  }
  return found;
}

bool is_possessor(const AlignedText& text, std::size_t i) {
  const std::string title = text.text(i, i + 1);
  return text[i].side == syntax::Side::body &&
         (title.ends_with("'s") || title.ends_with("\u2019s"));
}

}  // namespace concord::compare
