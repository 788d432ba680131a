// Months as prose names them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "language/words.h"
#include "syntax/day.h"
#include "syntax/word_lists.h"

namespace concord::language {

// "march", "mawrth" -> 3; nothing for what is no month.
std::optional<std::uint32_t> month_of(std::string_view word, const syntax::WordLists& lists);

// Whether the word at the place, which must be one of the words, is the name of a month. A word
// that may also be a verb ("may") is one beside a day or year ("14 May", "May 2026"), and behind a
// word that opens a time ("every May"); those before it are read for that.
bool is_month(std::span<const Word> words, std::size_t at, const syntax::WordLists& lists);

// The day that begins with the word at the place: as syntax/day.h reads it, where it is no part of
// another number. Its length is counted from the word.
std::optional<syntax::Day> day_at(std::string_view text, std::span<const Word> words,
                                  std::size_t at, const syntax::WordLists& lists);

}  // namespace concord::language
