// The language of a protocol, where words of the model's own depend on it.
#pragma once

#include <string>
#include <string_view>

#include "syntax/metadata.h"

namespace concord::view {

// True for Welsh: "cy", "cy-GB" (BCP 47).
bool is_welsh(std::string_view language);

// As Date::in_words, with the month's name in Welsh where the language is Welsh: "15 Mai 2023".
std::string in_words(const syntax::Date& date, std::string_view language);

}  // namespace concord::view
