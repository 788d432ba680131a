// The room view/ turns Protocols (and a Comparison) into the structs that every renderer reads
// (view/model.h, view/comparison_model.h). A renderer decides how things look; what there is to
// show is decided here, once.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "passes/protocol.h"
#include "view/model.h"
#include "view/timeline.h"

namespace concord::view {

// What there is to show of one protocol. `as_of` as in passes::CheckOptions: decides "overdue".
Page protocol(const passes::Protocol& protocol, const std::string& as_of);

// The same of a version among others.
Page protocol(const passes::Protocol& protocol, const std::string& as_of, const Among& among);

// The date as the page has it; nothing where it is absent. The words as in_words of
// view/language.h has them.
std::optional<Date> date(const syntax::Date& date, std::string_view language = "en");

}  // namespace concord::view
