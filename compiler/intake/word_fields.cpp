#include "intake/word_fields.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "intake/word_numerals.h"
#include "intake/wording.h"

namespace concord::intake {
namespace {

// How a list that Word has built in writes the number of a level: "(a)" is "(", lowerLetter, ")".
struct LevelForm {
  std::string_view before;
  std::string_view format;
  std::string_view after;
};
using ListForm = std::array<LevelForm, 9>;

constexpr ListForm number_default{{{"", "decimal", ")"},
                                   {"", "lowerLetter", ")"},
                                   {"", "lowerRoman", ")"},
                                   {"(", "decimal", ")"},
                                   {"(", "lowerLetter", ")"},
                                   {"(", "lowerRoman", ")"},
                                   {"", "decimal", "."},
                                   {"", "lowerLetter", "."},
                                   {"", "lowerRoman", "."}}};
constexpr ListForm outline_default{{{"", "upperRoman", "."},
                                    {"", "upperLetter", "."},
                                    {"", "decimal", "."},
                                    {"", "lowerLetter", ")"},
                                    {"(", "decimal", ")"},
                                    {"(", "lowerLetter", ")"},
                                    {"(", "lowerRoman", ")"},
                                    {"(", "lowerLetter", ")"},
                                    {"(", "lowerRoman", ")"}}};

std::string in_form(const LevelForm& form, std::uint32_t value) {
  return std::string(form.before) + word_numeral(value, form.format).value_or("") +
         std::string(form.after);
}

// "1.2.3." of the counters up to a level; those that have not begun are passed over.
template <class Counters>
std::string legal(const Counters& counters, int last) {
  std::string path;
  for (int level = 0; level <= last; ++level)
    if (const std::uint32_t value = counters[static_cast<std::size_t>(level)]; value > 0)
      path += std::to_string(value) + ".";
  return path;
}

// What stands behind a switch: the 2 of "\\l 2".
std::optional<std::string_view> switched(const std::vector<std::string_view>& words,
                                         std::string_view name) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (folded(words[i]) == name && i + 1 < words.size()) return words[i + 1];
    if (folded(words[i].substr(0, 2)) == name && words[i].size() > 2) return words[i].substr(2);
  }
  return std::nullopt;
}

std::optional<std::uint32_t> number_of(std::optional<std::string_view> words) {
  std::uint32_t value = 0;
  if (!words ||
      std::from_chars(words->data(), words->data() + words->size(), value).ec != std::errc())
    return std::nullopt;
  return value;
}

std::string without_quotes(std::string_view name) {
  std::string plain(name);
  std::erase(plain, '"');
  return plain;
}

// A counter goes on, and those below it begin anew.
template <class Counters>
void count(Counters& counters, int level) {
  const auto at = counters.begin() + level;
  ++*at;
  std::fill(at + 1, counters.end(), 0u);
}

}  // namespace

std::string_view kind_of_field(std::string_view instruction) {
  const std::size_t begin = std::min(instruction.find_first_not_of(" \t"), instruction.size());
  instruction.remove_prefix(begin);
  return instruction.substr(0, instruction.find_first_of(" \t\\"));
}

void FieldNumbers::begin_paragraph(int outline) {
  outline_ = std::clamp(outline, 0, levels - 1);
}

std::optional<std::string> FieldNumbers::next(std::string_view instruction) {
  const std::string_view kind = kind_of_field(instruction);
  if (kind == "LISTNUM") return of_list(instruction);
  if (kind == "AUTONUM" || kind == "AUTONUMLGL" || kind == "AUTONUMOUT")
    return automatic(kind, instruction);
  return std::nullopt;
}

std::string FieldNumbers::automatic(std::string_view kind, std::string_view instruction) {
  count(automatic_, outline_);
  const std::uint32_t value = automatic_[static_cast<std::size_t>(outline_)];
  const auto words = tokens_of(instruction);
  std::string number;
  if (kind == "AUTONUMOUT") {
    const std::size_t level = std::min<std::size_t>(static_cast<std::size_t>(outline_), 8);
    return in_form(outline_default[level], value);
  }
  number = kind == "AUTONUM" ? std::to_string(value) + "." : legal(automatic_, outline_);
  const bool bare = std::ranges::find(words, "\\e") != words.end();
  const auto separator = switched(words, "\\s");
  if (bare || separator) number.pop_back();
  return separator && !bare ? number + without_quotes(*separator) : number;
}

std::optional<std::string> FieldNumbers::of_list(std::string_view instruction) {
  const auto words = tokens_of(instruction);
  const bool named = words.size() > 1 && !words[1].starts_with('\\');
  const std::string name = named ? folded(without_quotes(words[1])) : "numberdefault";
  const bool is_legal = name == "legaldefault";
  const bool is_outline = name == "outlinedefault";
  const auto level = number_of(switched(words, "\\l"));
  if (!level || *level < 1 || *level > 9) return std::nullopt;
  if (!is_legal && !is_outline && name != "numberdefault") return std::nullopt;
  const int at = static_cast<int>(*level) - 1;
  Counters& counters = lists_[name];
  count(counters, at);
  std::uint32_t& value = counters[static_cast<std::size_t>(at)];
  if (const auto start = number_of(switched(words, "\\s"))) value = *start;
  if (is_legal) return legal(counters, at);
  const ListForm& form = is_outline ? outline_default : number_default;
  return in_form(form[static_cast<std::size_t>(at)], value);
}

}  // namespace concord::intake
