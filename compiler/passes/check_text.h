// From a text to its protocol in one step, for texts that are read by themselves.
#pragma once

#include <optional>

#include "passes/protocol.h"

namespace concord::passes {

// Parses, builds and checks. What is wrong goes to the sink; nothing where the text has no clause.
std::optional<Protocol> check_text(const source::SourceMap& sources, source::FileId file,
                                   const Vocabulary& vocabulary, const CheckOptions& options,
                                   diag::Sink& sink);

}  // namespace concord::passes
