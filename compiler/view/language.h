// Dates and lists as a language writes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "syntax/metadata.h"
#include "view/words.h"

namespace concord::view {

// As Date::in_words, with the month's name in the language: "15 Mai 2023".
std::string in_words(const syntax::Date& date, std::string_view language);

// "5.3, 5.4 and 5.6". Welsh has "ac" before a vowel, and before numbers that begin with one when
// read; after "a" a word in small letters takes the aspirate mutation ("a pharagraff"). Names keep
// their first letter.
std::string listed(const std::vector<std::string>& items, const Words& words);

}  // namespace concord::view
