#include "view/language.h"

#include <array>
#include <utility>

namespace concord::view {

namespace {

using Names = std::pair<std::string_view, std::string_view>;

constexpr std::array<Names, 12> months = {{{"January", "Ionawr"},
                                           {"February", "Chwefror"},
                                           {"March", "Mawrth"},
                                           {"April", "Ebrill"},
                                           {"May", "Mai"},
                                           {"June", "Mehefin"},
                                           {"July", "Gorffennaf"},
                                           {"August", "Awst"},
                                           {"September", "Medi"},
                                           {"October", "Hydref"},
                                           {"November", "Tachwedd"},
                                           {"December", "Rhagfyr"}}};

}  // namespace

bool is_welsh(std::string_view language) {
  return language == "cy" || language.starts_with("cy-");
}

std::string in_words(const syntax::Date& date, std::string_view language) {
  std::string words = date.in_words();
  if (!is_welsh(language)) return words;
  for (const auto& [english, welsh] : months) {
    const std::size_t at = words.find(english);
    if (at != std::string::npos) return words.replace(at, english.size(), welsh);
  }
  return words;
}

}  // namespace concord::view
