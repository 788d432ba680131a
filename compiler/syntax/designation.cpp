#include "syntax/designation.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "source/characters.h"
#include "source/letter_case.h"
#include "syntax/number.h"

namespace concord::syntax {
namespace {

struct Noun {
  std::string_view words;
  std::string_view noun;
};

constexpr std::array<Noun, 19> nouns{{{"article", "article"},
                                      {"rule", "rule"},
                                      {"part", "part"},
                                      {"section", "section"},
                                      {"schedule", "schedule"},
                                      {"appendix", "appendix"},
                                      {"annex", "annex"},
                                      {"annexe", "annex"},
                                      {"chapter", "chapter"},
                                      {"standing order", "standing order"},
                                      {"paragraph", "paragraph"},
                                      {"clause", "clause"},
                                      {"erthygl", "article"},
                                      {"rheol", "rule"},
                                      {"rhan", "part"},
                                      {"adran", "section"},
                                      {"atodlen", "schedule"},
                                      {"atodiad", "appendix"},
                                      {"pennod", "chapter"}}};

constexpr std::array<std::string_view, 20> number_words{
    "one",     "two",     "three",     "four",     "five",     "six",      "seven",
    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};

// Words behind the number that make it a place spoken of.
constexpr std::array<std::string_view, 8> joining_words{"of", "and", "or",    "to",
                                                        "in", "for", "above", "below"};

constexpr std::string_view no_break_space = "\xC2\xA0";

std::size_t space_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (;;) {
    const std::string_view rest = text.substr(std::min(end, text.size()));
    if (rest.starts_with(' ')) {
      ++end;
    } else if (rest.starts_with(no_break_space)) {
      end += no_break_space.size();
    } else {
      return end - at;
    }
  }
}

std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && source::is_alnum(text[end])) ++end;
  return text.substr(at, end - at);
}

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// "13", "B", "IV", "A1", "12A", "Four": the digits, letters or words, and how long they are.
std::string number_at(std::string_view text, std::size_t& length) {
  const std::string_view word = word_at(text, 0);
  const auto named = std::ranges::find(number_words, source::folded(word));
  if (named != number_words.end()) {
    length = word.size();
    return std::to_string(named - number_words.begin() + 1);
  }
  // Read as one with a bracket behind it: no words that follow can speak against it.
  std::size_t end = word.size();
  while (end + 1 < text.size() && text[end] == '.' && word_at(text, end + 1).size() > 0)
    end += 1 + word_at(text, end + 1).size();
  const std::string token = std::string(text.substr(0, end)) + ")";
  const Number number = number_at_start(token);
  if (number.label != token || source::is_lower(token[0])) return {};
  length = end;
  return std::string(text.substr(0, end));
}

// How the title follows the number.
enum class Gap : std::uint8_t { none, space, sign };

Gap gap_at(std::string_view rest) {
  const std::size_t space = space_at(rest, 0);
  const std::string_view title = rest.substr(space);
  if (title.empty()) return Gap::sign;
  for (const std::string_view sign : {"-", "\xE2\x80\x93", "\xE2\x80\x94", ":", ".", ","}) {
    if (title.starts_with(sign)) return Gap::sign;
  }
  const auto first = static_cast<unsigned char>(title[0]);
  const bool words = space > 0 && (std::isupper(first) != 0 || first >= 0x80 || first == '(');
  return words && !contains(joining_words, source::folded(word_at(title, 0))) ? Gap::space
                                                                              : Gap::none;
}

}  // namespace

std::optional<Designation> designation_at_start(std::string_view heading) {
  const std::string small = source::folded(heading.substr(0, 40));
  for (const Noun& noun : nouns) {
    const std::size_t space =
        small.starts_with(noun.words) ? space_at(heading, noun.words.size()) : 0;
    if (space == 0) continue;
    const std::size_t begin = noun.words.size() + space;
    std::size_t length = 0;
    std::string number = number_at(heading.substr(begin), length);
    if (number.empty()) return std::nullopt;
    const Gap gap = gap_at(heading.substr(begin + length));
    if (gap == Gap::none) return std::nullopt;
    return Designation{std::string(noun.noun), std::move(number),
                       static_cast<std::uint32_t>(begin + length), gap == Gap::sign};
  }
  return std::nullopt;
}

bool needs_no_sign(const Designation& designation) {
  return designation.noun != "section" && designation.noun != "article" &&
         designation.noun != "paragraph" && designation.noun != "clause";
}

}  // namespace concord::syntax
