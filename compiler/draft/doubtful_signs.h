// Commas and other signs that part phrases: where one comes, goes or moves, a modifier may belong
// to other words ("may not, without consent, speak": "may, not without consent, speak"). Who
// decides on spelling is not to decide on these.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "draft/wording.h"

namespace concord::draft {

// A place where a sign parts words on one side alone: the words beside it, with it and without.
struct DoubtfulSign {
  std::string before;
  std::string after;

  friend bool operator==(const DoubtfulSign&, const DoubtfulSign&) = default;
};

// In the order of the text. None for what certainly changes no sense: a comma for a semicolon, a
// sign at the end of a sentence, the comma before the last of a series, that behind a word or two
// with which a sentence begins ("In addition, members").
std::vector<DoubtfulSign> doubtful_signs(const compare::TokenText& before,
                                         const compare::TokenText& after,
                                         std::span<const Stretch> stretches,
                                         const syntax::WordLists& lists);

}  // namespace concord::draft
