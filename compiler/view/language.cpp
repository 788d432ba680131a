#include "view/language.h"

#include <fmt/format.h>

#include <charconv>

#include "graph/keys.h"

namespace concord::view {
namespace {

// Whether the word, or the number as Welsh reads it (un, wyth, un ar ddeg, un ar bymtheg, wyth
// deg), begins with a vowel. Welsh counts w and y among these.
bool begins_with_vowel(std::string_view item) {
  const std::string plain = graph::slug(item);
  unsigned number = 0;
  const auto read = std::from_chars(plain.data(), plain.data() + plain.size(), number);
  if (read.ec == std::errc())
    return number == 1 || number == 8 || number == 11 || number == 16 || number / 10 == 8;
  return !plain.empty() && std::string_view("aeiouwy").find(plain.front()) != std::string::npos;
}

// "paragraff" -> "pharagraff"
std::string aspirated(const std::string& item) {
  const bool mutates = !item.empty() &&
                       std::string_view("cpt").find(item[0]) != std::string::npos &&
                       item.substr(1, 1) != "h";
  return mutates ? item.substr(0, 1) + 'h' + item.substr(1) : item;
}

}  // namespace

std::string in_words(const syntax::Date& date, std::string_view language) {
  if (date.precision() < syntax::Precision::month) return date.in_words();
  const Words words(language);
  const std::string_view month = words[fmt::format("month_{}", date.iso.substr(5, 2))];
  std::string text = fmt::format("{} {}", month, date.iso.substr(0, 4));
  if (!date.is_day()) return text;
  const std::size_t day = date.iso[8] == '0' ? 9 : 8;
  return fmt::format("{} {}", date.iso.substr(day), text);
}

std::string listed(const std::vector<std::string>& items, const Words& words) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i == 0 || i + 1 < items.size()) {
      text += (i == 0 ? "" : ", ") + items[i];
      continue;
    }
    const bool vowel = begins_with_vowel(items[i]);
    text += words[vowel ? "list_last_vowel" : "list_last"];
    text += words.language() == "cy" && !vowel ? aspirated(items[i]) : items[i];
  }
  return text;
}

}  // namespace concord::view
