// The versions of the protocols that have several, with what changed from each to the next.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "cli/pipeline.h"
#include "cli/version_sets.h"
#include "draft/revision.h"
#include "graph/former_keys.h"
#include "view/timeline.h"

namespace concord::cli {

// Borrows the corpus.
struct History {
  std::size_t protocol = 0;                           // its place in Corpus::protocols
  std::vector<CompiledVersion> versions;              // from the earliest to the drafts
  std::vector<std::optional<std::size_t>> before;     // by version: what it was made from
  std::vector<std::optional<draft::Revision>> steps;  // by version: from that one to it
  std::vector<std::vector<graph::FormerKey>> former;  // by version: draft::permalinks

  std::vector<view::VersionText> texts() const;
};

// Of each protocol of which there are several texts, by its place.
std::vector<History> histories(const Corpus& corpus);

}  // namespace concord::cli
