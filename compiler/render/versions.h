// The versions of protocols as data.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "graph/former_keys.h"
#include "view/timeline.h"

namespace concord::render {

// Of one protocol. Borrows what its texts borrow.
struct VersionsRecord {
  std::vector<view::VersionText> texts;               // from the earliest to the drafts
  std::vector<std::vector<graph::FormerKey>> former;  // by text: draft::permalinks
};

// data/versions.json: of each protocol with several texts the versions, what became of each clause
// from one to the next, and where earlier identifiers lead. templates/schema/README.md says what
// each key means. `sources` must hold the texts.
std::string versions_data(std::span<const VersionsRecord> protocols,
                          const source::SourceMap& sources);

}  // namespace concord::render
