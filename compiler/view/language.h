// Dates as a language writes them.
#pragma once

#include <string>
#include <string_view>

#include "syntax/metadata.h"

namespace concord::view {

// As Date::in_words, with the month's name in the language: "15 Mai 2023".
std::string in_words(const syntax::Date& date, std::string_view language);

}  // namespace concord::view
