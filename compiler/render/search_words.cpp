#include "render/search_words.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "render/script_words.h"

namespace concord::render {
namespace {

using Words = std::vector<std::string>;

// What stands on each side of the bars of a group.
std::vector<Words> sides_of(const Words& group) {
  std::vector<Words> sides(1);
  for (const std::string& words : group) {
    if (words == "|") {
      sides.emplace_back();
    } else {
      sides.back().push_back(words);
    }
  }
  return sides;
}

}  // namespace

Files search_words(const syntax::Register& registers) {
  std::string script =
      "\"use strict\";\n" + script_words() +
      "// Made from the registers: words and phrases that are related, for the search of pages.\n"
      "const word_groups = [\n";
  const auto add = [&](const Words& group) {
    if (group.size() < 2) return;
    script +=
        nlohmann::json(group).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace) + ",\n";
  };
  for (const syntax::Role& role : registers.roles) add(role.words);
  for (const Words& group : registers.synonyms)
    for (const Words& side : sides_of(group)) add(side);
  return {{"assets/words.js", script + "];\n"}};
}

}  // namespace concord::render
