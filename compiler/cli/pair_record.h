// What an earlier build into the same folder found of pairs of protocols. Of hundreds of councils
// most pairs are as they were when one text has changed, and to compare them again would be half of
// the work.
#pragma once

#include <string_view>

#include "cli/pipeline.h"
#include "compare/match/kept_pairs.h"

namespace concord::cli {

// Where a build keeps its pairs, below the output folder: KeptPairs::bytes().
inline constexpr std::string_view pairs_path = "data/pairs.bin";

// Those that a build before kept in these bytes, which may be empty, for the protocols of this
// corpus.
compare::KeptPairs earlier_pairs(const Corpus& corpus, std::string_view bytes);

}  // namespace concord::cli
