#include "render/html_template.h"

#include <ctemplate/per_expand_data.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>
#include <fmt/format.h>

#include <map>
#include <mutex>
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

void set_globals(const Globals& globals, TemplateDictionary& dictionary) {
  dictionary.SetTemplateGlobalValue("root", string_of(globals.root));
  dictionary.SetTemplateGlobalValue("page_title", string_of(globals.page_title));
  dictionary.SetTemplateGlobalValue("language", string_of(globals.language));
}

constexpr std::string_view words_of_page = "{{word_";

// "en_word_", "cy_word_": the words of each language have names of their own among those that every
// template sees, so that they are told once and not for every page.
std::string names_of(std::string_view language) {
  return fmt::format("{}_word_", language);
}

void tell_words() {
  for (const std::string_view language : view::Words::languages())
    for (const auto& [name, text] : view::Words(language).all())
      TemplateDictionary::SetGlobalValue(names_of(language).append(name), string_of(text));
}

// The template, saying the words of the language. A page's own {{word_count}} is none of them.
std::string in_language(std::string_view text, std::string_view language) {
  static constexpr std::string_view of_names = "abcdefghijklmnopqrstuvwxyz0123456789_";
  const view::Words::ByName& words = view::Words(language).all();
  std::string out;
  for (auto at = text.find(words_of_page); at != text.npos; at = text.find(words_of_page)) {
    out.append(text.substr(0, at));
    text.remove_prefix(at + words_of_page.size());
    const bool is_word = words.contains(text.substr(0, text.find_first_not_of(of_names)));
    out.append(is_word ? "{{" + names_of(language) : words_of_page);
  }
  return out.append(text);
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
  std::map<std::string_view, ctemplate::TemplateCache> templates;  // by language
  view::Stamp stamp;

  Cache() {
    for (const std::string_view language : view::Words::languages()) templates[language];
  }

  void add(std::string_view name, const std::string& path, std::string_view text) {
    for (auto& [language, cache] : templates) {
      const std::string said = in_language(text, language);
      if (!cache.StringToTemplateCache(string_of(name), said.data(), said.size(), strip))
        throw std::runtime_error(fmt::format("template \"{}\" is not well formed", path));
    }
  }
};

HtmlTemplates::HtmlTemplates(const Templates& templates) : cache_(std::make_unique<Cache>()) {
  static std::once_flag told;
  std::call_once(told, tell_words);
  for (const auto& [path, bytes] : templates.files) {
    const std::string_view file = path;
    if (!file.starts_with(folder) || !file.ends_with(extension)) continue;
    const std::string_view name =
        file.substr(folder.size(), file.size() - folder.size() - extension.size());
    cache_->add(name, path, without_last_break(bytes));
  }
  for (auto& [language, cache] : cache_->templates) cache.Freeze();
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
  set_globals(globals, dictionary);
  fill(Dictionary(&dictionary));
  std::string text;
  auto& cache = cache_->templates.at(view::Words(globals.language).language());
  if (!cache.ExpandWithData(string_of(name), strip, &dictionary, nullptr, &text)) {
    throw std::runtime_error(
        fmt::format("template \"{}{}{}\" cannot be expanded", folder, name, extension));
  }
  text.push_back('\n');
  return text;
}

}  // namespace concord::render
