#include "render/html_template.h"

#include <ctemplate/per_expand_data.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>
#include <fmt/format.h>

#include <cctype>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string_view>
#include <unordered_map>

#include "render/words.h"

namespace concord::render {

namespace {

using ctemplate::TemplateDictionary;
using ctemplate::TemplateString;
using nlohmann::json;

constexpr auto strip = ctemplate::STRIP_BLANK_LINES;
constexpr std::string_view folder = "html/";
constexpr std::string_view extension = ".tpl";

TemplateString view_of(const std::string& text) {
  return {text.data(), text.size()};
}

// A file ends with a line break; what a template draws does not, so that text can follow it.
std::string_view without_last_break(std::string_view text) {
  while (text.ends_with('\n')) text.remove_suffix(1);
  return text;
}

// A name whose hash is computed once, and not each time that a dictionary is given it. The text
// must outlive it.
class Name : public TemplateString {
 public:
  explicit Name(const std::string& text) : TemplateString(text) { CacheGlobalId(); }
};

// How the templates of a set use a name.
struct Use {
  TemplateString name = "";  // of the key in Uses
  bool value = false;        // {{name}}
  bool section = false;      // {{#name}}
  bool template_ = false;    // there is a template of that name
};

using Uses = std::unordered_map<std::string, Use>;  // by name

Use& use_of(std::string_view name, Uses& uses) {
  const auto [entry, added] = uses.try_emplace(std::string(name));
  if (added) entry->second.name = Name(entry->first);
  return entry->second;
}

bool is_name(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// Adds how the template uses names: a dictionary need not hold what no template asks for, and most
// of a page's time goes into its dictionaries.
void add_uses(std::string_view text, Uses& uses) {
  for (auto at = text.find("{{"); at != std::string_view::npos; at = text.find("{{", at)) {
    at += 2;
    const bool section = at < text.size() && text[at] == '#';
    if (section) ++at;
    const auto begin = at;
    while (at < text.size() && is_name(text[at])) ++at;
    if (at == begin) continue;
    Use& use = use_of(text.substr(begin, at - begin), uses);
    (section ? use.section : use.value) = true;
  }
}

// Fills dictionaries from JSON. The JSON must outlive them: texts are not copied.
class Walk {
 public:
  explicit Walk(const Uses& uses) : uses_(uses) {}

  void object(const json& from, TemplateDictionary& into) const {
    for (const auto& [key, value] : from.get_ref<const json::object_t&>()) {
      const auto use = uses_.find(key);
      if (use != uses_.end()) member(use->second, value, into);
    }
  }

 private:
  void member(const Use& use, const json& value, TemplateDictionary& into) const {
    if (value.is_string()) {
      const auto& text = value.get_ref<const std::string&>();
      if (use.value) into.SetValueWithoutCopy(use.name, view_of(text));
      if (use.section && !text.empty()) into.ShowSection(use.name);
    } else if (value.is_object()) {
      child(use, value, into);
    } else if (value.is_array()) {
      for (const json& element : value) child(use, element, into);
    } else if (value.is_number_integer()) {
      into.SetIntValue(use.name, value.get<long>());
      if (use.section) into.ShowSection(use.name);
    } else if (value.is_boolean() && value.get<bool>()) {
      into.ShowSection(use.name);
    } else if (use.value) {
      into.SetValue(use.name, "");
    }
  }

  void child(const Use& use, const json& value, TemplateDictionary& into) const {
    if (use.template_) {
      TemplateDictionary* const included = into.AddIncludeDictionary(use.name);
      included->SetFilename(use.name);
      object(value, *included);
    } else {
      object(value, *into.AddSectionDictionary(use.name));
    }
  }

  const Uses& uses_;
};

void set_globals(std::string_view prefix, const json& values, TemplateDictionary& dictionary) {
  for (const auto& [key, value] : values.items()) {
    dictionary.SetTemplateGlobalValue(std::string(prefix) + key,
                                      view_of(value.get_ref<const std::string&>()));
  }
}

}  // namespace

struct HtmlTemplates::Cache {
  ctemplate::TemplateCache templates;
  Uses uses;
  json words = {{"en", json::object()}};

  // "cy-GB" speaks the words of "cy".
  const json& words_in(std::string_view language) const {
    const auto found = words.find(language.substr(0, language.find('-')));
    return found == words.end() ? words["en"] : *found;
  }
};

HtmlTemplates::HtmlTemplates(const Templates& templates) : cache_(std::make_unique<Cache>()) {
  if (const auto words = templates.files.find(std::string(words_file));
      words != templates.files.end()) {
    cache_->words = json::parse(words->second);
  }
  for (const auto& [path, bytes] : templates.files) {
    const std::string_view file = path;
    if (!file.starts_with(folder) || !file.ends_with(extension)) continue;
    const std::string name(
        file.substr(folder.size(), file.size() - folder.size() - extension.size()));
    const std::string_view text = without_last_break(bytes);
    if (!cache_->templates.StringToTemplateCache(view_of(name), text.data(), text.size(), strip)) {
      throw std::runtime_error(fmt::format("template \"{}\" is not well formed", path));
    }
    use_of(name, cache_->uses).template_ = true;
    add_uses(text, cache_->uses);
  }
  cache_->templates.Freeze();
}

HtmlTemplates::~HtmlTemplates() = default;

std::string HtmlTemplates::draw(const Page& page) const {
  TemplateDictionary dictionary(view_of(page.layout));
  if (const auto globals = page.data.find("globals"); globals != page.data.end()) {
    set_globals("", *globals, dictionary);
    set_globals("word_", cache_->words_in(globals->value("language", "en")), dictionary);
  }
  Walk(cache_->uses).object(page.data, dictionary);
  std::string text;
  if (!cache_->templates.ExpandWithData(view_of(page.layout), strip, &dictionary, nullptr, &text)) {
    throw std::runtime_error(
        fmt::format("template \"{}{}{}\" cannot be drawn", folder, page.layout, extension));
  }
  text.push_back('\n');
  return text;
}

}  // namespace concord::render
