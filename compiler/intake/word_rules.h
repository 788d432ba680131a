// The rules by which a Word file is read, each of which can be left out to measure what it brings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/blocks.h"

namespace concord::intake {

// "counted numbers", "tables of text": those that read_word applies, before recognition has its own
// (rule_names).
std::vector<std::string_view> word_rule_names();

// As read_word, the rule `without` left out.
Outcome read_word_without(const std::string& bytes, Changes changes, const ImportLists& lists,
                          std::string_view without);

}  // namespace concord::intake
