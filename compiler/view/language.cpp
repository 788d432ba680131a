#include "view/language.h"

#include <fmt/format.h>

#include "view/words.h"

namespace concord::view {

std::string in_words(const syntax::Date& date, std::string_view language) {
  constexpr std::size_t year_and_month = std::string_view("2023-05").size();
  if (!syntax::valid_date(date.iso) || date.iso.size() < year_and_month) return date.in_words();
  const Words words(language);
  const std::string_view month = words[fmt::format("month_{}", date.iso.substr(5, 2))];
  std::string text = fmt::format("{} {}", month, date.iso.substr(0, 4));
  if (date.iso.size() == year_and_month) return text;
  const std::size_t day = date.iso[8] == '0' ? 9 : 8;
  return fmt::format("{} {}", date.iso.substr(day), text);
}

}  // namespace concord::view
