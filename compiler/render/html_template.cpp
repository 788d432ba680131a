#include "render/html_template.h"

#include <ctemplate/per_expand_data.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <string_view>

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

// Fills dictionaries from JSON. The JSON must outlive them: texts are not copied.
class Walk {
 public:
  explicit Walk(const std::set<std::string>& names) : names_(names) {}

  void object(const json& from, TemplateDictionary& into) const {
    for (const auto& [key, value] : from.items()) member(key, value, into);
  }

 private:
  void member(const std::string& key, const json& value, TemplateDictionary& into) const {
    if (value.is_string()) {
      text(key, value.get_ref<const std::string&>(), into);
    } else if (value.is_object()) {
      child(key, value, into);
    } else if (value.is_array()) {
      for (const json& element : value) child(key, element, into);
    } else if (value.is_number_integer()) {
      into.SetIntValue(view_of(key), value.get<long>());
      into.ShowSection(view_of(key));
    } else if (value.is_boolean() && value.get<bool>()) {
      into.ShowSection(view_of(key));
    } else {
      into.SetValue(view_of(key), "");
    }
  }

  static void text(const std::string& key, const std::string& value, TemplateDictionary& into) {
    into.SetValueWithoutCopy(view_of(key), view_of(value));
    if (!value.empty()) into.ShowSection(view_of(key));
  }

  void child(const std::string& key, const json& value, TemplateDictionary& into) const {
    if (names_.contains(key)) {
      TemplateDictionary* const included = into.AddIncludeDictionary(view_of(key));
      included->SetFilename(view_of(key));
      object(value, *included);
    } else {
      object(value, *into.AddSectionDictionary(view_of(key)));
    }
  }

  const std::set<std::string>& names_;
};

}  // namespace

struct HtmlTemplates::Cache {
  ctemplate::TemplateCache templates;
  std::set<std::string> names;
};

HtmlTemplates::HtmlTemplates(const Templates& templates) : cache_(std::make_unique<Cache>()) {
  for (const auto& [path, bytes] : templates.files) {
    const std::string_view file = path;
    if (!file.starts_with(folder) || !file.ends_with(extension)) continue;
    const std::string name(
        file.substr(folder.size(), file.size() - folder.size() - extension.size()));
    const std::string_view text = without_last_break(bytes);
    if (!cache_->templates.StringToTemplateCache(view_of(name), text.data(), text.size(), strip)) {
      throw std::runtime_error(fmt::format("template \"{}\" is not well formed", path));
    }
    cache_->names.insert(name);
  }
  cache_->templates.Freeze();
}

HtmlTemplates::~HtmlTemplates() = default;

std::string HtmlTemplates::draw(const std::string& name, const json& page) const {
  TemplateDictionary dictionary(view_of(name));
  if (const auto globals = page.find("globals"); globals != page.end()) {
    for (const auto& [key, value] : globals->items()) {
      dictionary.SetTemplateGlobalValue(view_of(key), view_of(value.get_ref<const std::string&>()));
    }
  }
  Walk(cache_->names).object(page, dictionary);
  std::string text;
  if (!cache_->templates.ExpandWithData(view_of(name), strip, &dictionary, nullptr, &text)) {
    throw std::runtime_error(
        fmt::format("template \"{}{}{}\" cannot be drawn", folder, name, extension));
  }
  text.push_back('\n');
  return text;
}

}  // namespace concord::render
