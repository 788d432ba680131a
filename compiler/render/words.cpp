#include "render/words.h"

#include <nlohmann/json.hpp>

namespace concord::render {

Words::Words(const Templates& templates) {
  const auto words = templates.files.find(std::string(words_file));
  if (words == templates.files.end()) return;
  const auto all = nlohmann::json::parse(words->second);
  for (const auto& [language, names] : all.items())
    for (const auto& [name, text] : names.items()) by_language_[language][name] = text;
}

const WordsByName& Words::in(std::string_view language) const {
  static const WordsByName none;
  auto found = by_language_.find(language.substr(0, language.find('-')));
  if (found == by_language_.end()) found = by_language_.find("en");
  return found == by_language_.end() ? none : found->second;
}

}  // namespace concord::render
