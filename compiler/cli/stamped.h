// What a command made its files of.
#pragma once

#include "cli/pipeline.h"
#include "view/stamp.h"

namespace concord::cli {

// Every version of every protocol, those that stand for one in the comparison marked.
view::Stamp stamp_of(const Corpus& corpus);

// Of two versions of one protocol.
view::Stamp stamp_of(const passes::Protocol& before, const passes::Protocol& after,
                     const std::string& as_of);

}  // namespace concord::cli
