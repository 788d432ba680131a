#include "render/script_words.h"

#include <nlohmann/json.hpp>

#include "view/words.h"

namespace concord::render {
namespace {

using nlohmann::ordered_json;

ordered_json words_of(const view::Words& words) {
  ordered_json own;
  for (const auto& [name, text] : words.all())
    if (name.starts_with("script_")) own[std::string(name)] = text;
  return own;
}

std::string script_of(const ordered_json& words) {
  return "// Made from words.json: what the scripts of pages show.\n"
         "globalThis.page_words = " +
         words.dump() + R"(;
globalThis.say = (name, fields = {}) => {
  const words = page_words[document.documentElement.lang.slice(0, 2)] ?? page_words.en;
  return words[name].replace(/\{(\w+)\}/g, (_, field) => fields[field]);
};
)";
}

}  // namespace

std::string script_words() {
  ordered_json all;
  for (const std::string_view language : view::Words::languages())
    all[std::string(language)] = words_of(view::Words(language));
  return script_of(all);
}

std::string script_words(std::string_view language) {
  const view::Words words(language);
  return script_of({{std::string(words.language()), words_of(words)}});
}

}  // namespace concord::render
