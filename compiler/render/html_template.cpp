#include "render/html_template.h"

#include <ctemplate/per_expand_data.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>
#include <fmt/format.h>

#include <stdexcept>

#include "view/words.h"

namespace concord::render {

namespace {

using ctemplate::TemplateDictionary;
using ctemplate::TemplateString;

constexpr auto strip = ctemplate::STRIP_BLANK_LINES;
constexpr std::string_view folder = "html/";
constexpr std::string_view extension = ".tpl";

TemplateString string_of(std::string_view text) {
  return {text.data(), text.size()};
}

// A file ends with a line break; an expanded template does not, so that text can follow it.
std::string_view without_last_break(std::string_view text) {
  while (text.ends_with('\n')) text.remove_suffix(1);
  return text;
}

class HashedString : public TemplateString {
 public:
  explicit HashedString(const char* text) : TemplateString(text) { CacheGlobalId(); }
};

const TemplateString& hashed(const void* name) {
  return *static_cast<const HashedString*>(name);
}

TemplateDictionary& as_dictionary(void* dictionary) {
  return *static_cast<TemplateDictionary*>(dictionary);
}

void set_globals(const Globals& globals, const view::Words& words, TemplateDictionary& dictionary) {
  dictionary.SetTemplateGlobalValue("root", string_of(globals.root));
  dictionary.SetTemplateGlobalValue("page_title", string_of(globals.page_title));
  dictionary.SetTemplateGlobalValue("language", string_of(globals.language));
  for (const auto& [name, text] : words.all())
    dictionary.SetTemplateGlobalValue(fmt::format("word_{}", name), string_of(text));
}

}  // namespace

Name::Name(const char* text) : string_(new HashedString(text)) {}

void Dictionary::set(const Name& name, std::string_view text) const {
  as_dictionary(dictionary_).SetValue(hashed(name.string_), string_of(text));
}

void Dictionary::set_number(const Name& name, long number) const {
  as_dictionary(dictionary_).SetIntValue(hashed(name.string_), number);
}

void Dictionary::set_optional(const Name& name, std::string_view text) const {
  set(name, text);
  show(name, !text.empty());
}

void Dictionary::show(const Name& name, bool so) const {
  if (so) as_dictionary(dictionary_).ShowSection(hashed(name.string_));
}

Dictionary Dictionary::section(const Name& name) const {
  return Dictionary(as_dictionary(dictionary_).AddSectionDictionary(hashed(name.string_)));
}

Dictionary Dictionary::include(const Name& name) const {
  TemplateDictionary* const included =
      as_dictionary(dictionary_).AddIncludeDictionary(hashed(name.string_));
  included->SetFilename(hashed(name.string_));
  return Dictionary(included);
}

struct HtmlTemplates::Cache {
  ctemplate::TemplateCache templates;
  view::Stamp stamp;
};

HtmlTemplates::HtmlTemplates(const Templates& templates) : cache_(std::make_unique<Cache>()) {
  for (const auto& [path, bytes] : templates.files) {
    const std::string_view file = path;
    if (!file.starts_with(folder) || !file.ends_with(extension)) continue;
    const std::string_view name =
        file.substr(folder.size(), file.size() - folder.size() - extension.size());
    const std::string_view text = without_last_break(bytes);
    if (!cache_->templates.StringToTemplateCache(string_of(name), text.data(), text.size(),
                                                 strip)) {
      throw std::runtime_error(fmt::format("template \"{}\" is not well formed", path));
    }
  }
  cache_->templates.Freeze();
}

HtmlTemplates::~HtmlTemplates() = default;

void HtmlTemplates::stamp(view::Stamp stamp) {
  cache_->stamp = std::move(stamp);
}

const view::Stamp& HtmlTemplates::stamp() const {
  return cache_->stamp;
}

std::string HtmlTemplates::expand(std::string_view name, const Globals& globals,
                                  const std::function<void(const Dictionary&)>& fill) const {
  TemplateDictionary dictionary(string_of(name));
  set_globals(globals, view::Words(globals.language), dictionary);
  fill(Dictionary(&dictionary));
  std::string text;
  if (!cache_->templates.ExpandWithData(string_of(name), strip, &dictionary, nullptr, &text)) {
    throw std::runtime_error(
        fmt::format("template \"{}{}{}\" cannot be expanded", folder, name, extension));
  }
  text.push_back('\n');
  return text;
}

}  // namespace concord::render
