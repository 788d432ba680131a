#include "view/language.h"

#include <fmt/format.h>

#include "view/words.h"

namespace concord::view {

std::string in_words(const syntax::Date& date, std::string_view language) {
  if (date.precision() < syntax::Precision::month) return date.in_words();
  const Words words(language);
  const std::string_view month = words[fmt::format("month_{}", date.iso.substr(5, 2))];
  std::string text = fmt::format("{} {}", month, date.iso.substr(0, 4));
  if (!date.is_day()) return text;
  const std::size_t day = date.iso[8] == '0' ? 9 : 8;
  return fmt::format("{} {}", date.iso.substr(day), text);
}

}  // namespace concord::view
