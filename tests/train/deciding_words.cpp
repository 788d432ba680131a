#include "train/deciding_words.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <vector>

namespace concord::training {
namespace {

constexpr double most_of_them = 0.6;  // share of the recorded words that the statements hold

bool is_letter(std::string_view text, std::size_t at) {
  return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0;
}

// What stands between quotation marks; the apostrophe of a possessive closes nothing.
std::string quoted(std::string_view recorded) {
  std::string words;
  for (std::size_t at = 0; at < recorded.size(); ++at) {
    const char mark = recorded[at];
    if ((mark != '\'' && mark != '"') || (at > 0 && is_letter(recorded, at - 1))) continue;
    std::size_t end = at + 1;
    while (end < recorded.size() && (recorded[end] != mark || is_letter(recorded, end + 1))) ++end;
    words.append(recorded.substr(at + 1, end - at - 1)).append(" ; ");
    at = end;
  }
  return words;
}

std::set<std::string_view> said_by(const std::vector<compare::Token>& tokens) {
  std::set<std::string_view> forms;
  for (const compare::Token& token : tokens)
    if (token.kind != compare::TokenKind::function) forms.insert(token.form);
  return forms;
}

bool share_any(const std::set<std::string_view>& a, const std::set<std::string_view>& b) {
  return std::ranges::any_of(a, [&](std::string_view form) { return b.contains(form); });
}

}  // namespace

bool shows(const compare::Difference& told, std::string_view recorded,
           const compare::Lexicon& lexicon) {
  std::string words = quoted(recorded);
  if (words.empty()) words = recorded.substr(0, recorded.find(':'));
  const auto asked = said_by(lexicon.tokens(words));
  if (asked.empty()) return true;
  const auto stated = said_by(lexicon.tokens(told.a.text + " ; " + told.b.text));
  const auto held =
      std::ranges::count_if(asked, [&](std::string_view form) { return stated.contains(form); });
  const auto deciding = said_by(lexicon.tokens(told.a.words() + " ; " + told.b.words()));
  return static_cast<double>(held) >= most_of_them * static_cast<double>(asked.size()) &&
         (deciding.empty() || share_any(deciding, asked));
}

}  // namespace concord::training
