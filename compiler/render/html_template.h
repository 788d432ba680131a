// HTML templates: one walk turns JSON into what a template reads, and nothing else does.
//
// A template is the file html/NAME.tpl of the Templates, in ctemplate's language, and begins with
// {{%AUTOESCAPE context="HTML"}}, so that each value is escaped for the place where it stands and
// no text can become markup. What a template sees of a JSON object:
//
//   "key": "text" or 5   {{key}}, and {{#key}}…{{/key}} where the text is not empty
//   "key": true          {{#key}}…{{/key}}
//   "key": {…} or [{…}]  {{>key}} where a template of that name exists: drawn by it, once for each
//                        object, seeing that object's values alone; templates nest by this, and may
//                        name themselves. Else {{#key}}…{{/key}}, seeing the outer values as well:
//                        an object within one must therefore not leave a key out that an outer one
//                        has
//   null, false, "", []  nothing
//
// Values under "globals" of the top object are seen by every template of the page, and so are the
// words of words.json in the language that globals name: {{word_contents}}.
#pragma once

#include <memory>
#include <string>

#include "render/page.h"
#include "render/render.h"

namespace concord::render {

// The html/*.tpl of a set, parsed once. Safe to use from several threads.
class HtmlTemplates {
 public:
  // Throws std::runtime_error, naming the file, where a template is not well formed.
  explicit HtmlTemplates(const Templates& templates);
  ~HtmlTemplates();

  HtmlTemplates(const HtmlTemplates&) = delete;
  HtmlTemplates& operator=(const HtmlTemplates&) = delete;

  // The page's bytes. Throws std::runtime_error where there is no template of its layout's name.
  std::string draw(const Page& page) const;

 private:
  struct Cache;
  std::unique_ptr<Cache> cache_;
};

}  // namespace concord::render
