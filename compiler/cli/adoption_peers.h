// What other councils say on the clauses that a draft changes.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/versions.h"
#include "draft/revision.h"
#include "view/peers.h"

namespace concord::cli {

// A text of another protocol than the draft's.
struct OtherText {
  syntax::Metadata metadata;
  std::filesystem::path file;
  std::string sha256;  // of its bytes
};

// The texts in `places` (protocols/ where none is named), but those of that protocol.
std::vector<OtherText> other_texts(const std::string& id,
                                   const std::vector<std::filesystem::path>& places);

struct RevisedTexts {
  const Version& before;
  const Version& after;
  const draft::Revision& revision;
};

// Of each clause that has other words or is new, as proposed; then of each that goes, as it stands.
// Headings, tables and footnotes are nobody's counterpart. The councils asked are the draft's peers
// (compare/peers.h). Nothing where no clause changes or there is no other text. `reading` says how
// to read; its paths do not count.
std::optional<view::Peers> peers_of_changes(Reading reading, const RevisedTexts& texts,
                                            const std::vector<OtherText>& others);

}  // namespace concord::cli
