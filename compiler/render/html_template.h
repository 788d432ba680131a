// HTML templates, and the dictionaries that pages fill for them.
//
// A template is the file html/NAME.tpl of the Templates, in ctemplate's language, and begins with
// {{%AUTOESCAPE context="HTML"}}, so that each value is escaped for the place where it stands and
// no text can become markup. A template has a dictionary of its own and sees nothing of the one
// that includes it; a section of a template sees what stands around it as well, so that a section
// must set each name that its surroundings set too. The words of words.json, in the language of the
// page, are seen by every template: {{word_contents}}.
#pragma once

#include <concepts>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "render/render.h"
#include "view/stamp.h"

namespace concord::render {

// A name in a template. Its hash takes longer than to use it, so that each is made once, by _name.
class Name {
 public:
  explicit Name(const char* text);

 private:
  friend class Dictionary;
  const void* string_;  // a string of ctemplate's, kept until the program ends
};

template <std::size_t size>
struct NameText {
  char text[size];
  consteval NameText(const char (&from)[size]) : text{} {
    for (std::size_t i = 0; i < size; ++i) text[i] = from[i];
  }
};

// "council"_name
template <NameText name>
const Name& operator""_name() {
  static const Name made(name.text);
  return made;
}

// What a template is given. Cheap to copy; valid while its page is expanded. Texts are copied.
class Dictionary {
 public:
  // {{name}}
  void set(const Name& name, std::string_view text) const;
  void set(const Name& name, std::integral auto number) const {
    set_number(name, static_cast<long>(number));
  }

  // {{name}}, and {{#name}}…{{/name}} where the text is not empty.
  void set_optional(const Name& name, std::string_view text) const;

  // {{#name}}…{{/name}}, where it is so.
  void show(const Name& name, bool so = true) const;

  // {{#name}}…{{/name}} once more.
  Dictionary section(const Name& name) const;

  // {{>name}} once more: the template of that name.
  Dictionary include(const Name& name) const;

 private:
  friend class HtmlTemplates;
  explicit Dictionary(void* dictionary) : dictionary_(dictionary) {}

  void set_number(const Name& name, long number) const;

  void* dictionary_;  // a dictionary of ctemplate's, which its page owns
};

// What every template of a page sees.
struct Globals {
  std::string_view root;  // the way to the output folder: "../"
  std::string_view page_title;
  std::string_view language;  // "cy-GB"; English where there are no words in it
};

// The html/*.tpl of a set, parsed once. Safe to use from several threads.
class HtmlTemplates {
 public:
  // Throws std::runtime_error, naming the file, where a template is not well formed.
  explicit HtmlTemplates(const Templates& templates);
  ~HtmlTemplates();

  HtmlTemplates(const HtmlTemplates&) = delete;
  HtmlTemplates& operator=(const HtmlTemplates&) = delete;

  // What the pages say at their foot that they were made of; nothing where this is not called.
  void stamp(view::Stamp stamp);
  const view::Stamp& stamp() const;

  // The template expanded with what `fill` puts into its dictionary. Throws
  // std::runtime_error where there is no template of that name.
  std::string expand(std::string_view name, const Globals& globals,
                     const std::function<void(const Dictionary&)>& fill) const;

 private:
  struct Cache;
  std::unique_ptr<Cache> cache_;
};

}  // namespace concord::render
