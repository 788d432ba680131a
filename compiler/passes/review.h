// When a review is overdue.
#pragma once

#include <string>

#include "syntax/metadata.h"

namespace concord::passes {

// Whether the last day that the due date may mean is past. `as_of` as in CheckOptions: where it is
// empty nothing is known to be overdue.
inline bool is_overdue(const syntax::Review& review, const std::string& as_of) {
  return review.due.present() && !as_of.empty() && review.due.last_day() < as_of;
}

}  // namespace concord::passes
