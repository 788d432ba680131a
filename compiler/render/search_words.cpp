#include "render/search_words.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace concord::render {

Files search_words(const syntax::Register& registers) {
  std::string script =
      "// Made from the registers: words and phrases that are related, for the search of pages.\n"
      "\"use strict\";\nconst word_groups = [\n";
  const auto add = [&](const std::vector<std::string>& group) {
    if (group.size() < 2) return;
    script +=
        nlohmann::json(group).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace) + ",\n";
  };
  for (const syntax::Role& role : registers.roles) add(role.words);
  for (const std::vector<std::string>& group : registers.synonyms) add(group);
  return {{"assets/words.js", script + "];\n"}};
}

}  // namespace concord::render
