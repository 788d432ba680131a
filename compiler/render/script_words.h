// The words that the scripts of pages show. A page opened from disk can load a script and no data,
// so they are one.
#pragma once

#include <string>
#include <string_view>

namespace concord::render {

// Sets `page_words`, the words of words.json whose names begin with "script_", by language and
// name; and `say(name, fields)`, one of them in the language of the page, with its {fields} filled
// in. It may be run twice.
std::string script_words();

// The same in the words of one language alone, for a page that is one file.
std::string script_words(std::string_view language);

}  // namespace concord::render
