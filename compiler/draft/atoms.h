// What a redline shows whole: who reads "£[500]{1,000}" or "[3]{4} May" has to put it together.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "syntax/document.h"
#include "syntax/word_lists.h"

namespace concord::draft {

// The amounts with a sign ("£1,000", "5%") and the dates ("3 May 2026", "3rd May", "May 2026") of a
// text, in order.
std::vector<syntax::Range> atoms(std::string_view text, const syntax::WordLists& lists);

// How many bytes of the text before that place are a currency's sign; 0 for none.
std::uint32_t currency_before(std::string_view text, std::uint32_t at);

}  // namespace concord::draft
