#include "view/words.h"

#include <cassert>

namespace concord::view {
namespace {

// words.json, by language; written at configure time.
const std::map<std::string_view, Words::ByName>& by_language() {
  static const std::map<std::string_view, Words::ByName> all =
#include "view/words.inc"
      ;
  return all;
}

}  // namespace

Words::Words(std::string_view language) {
  auto found = by_language().find(language.substr(0, language.find('-')));
  if (found == by_language().end()) found = by_language().find("en");
  language_ = found->first;
  words_ = &found->second;
}

std::vector<std::string_view> Words::languages() {
  std::vector<std::string_view> languages;
  for (const auto& [language, words] : by_language()) languages.push_back(language);
  return languages;
}

std::string_view Words::operator[](std::string_view name) const {
  const auto found = words_->find(name);
  assert(found != words_->end());
  return found->second;
}

std::string Words::count(std::size_t count, std::string_view name) const {
  return fmt::format("{} {}", count,
                     (*this)[fmt::format("{}_{}", name, count == 1 ? "one" : "many")]);
}

}  // namespace concord::view
