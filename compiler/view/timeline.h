// The versions of a protocol as a list: what changed when, and by whose authority.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "draft/revision.h"
#include "graph/former_keys.h"
#include "view/model.h"

namespace concord::view {

// One version of a protocol, and the step that led to it. Borrows all.
struct VersionText {
  const passes::Protocol* protocol = nullptr;
  std::string name;    // draft::Versions
  std::string folder;  // of its files in the output
  // The version that it was made from, by its place in the list, and what changed; absent for the
  // first.
  std::optional<std::size_t> before;
  const draft::Revision* revision = nullptr;
};

struct TimelineEntry {
  syntax::Status status = syntax::Status::adopted;
  bool in_force = false;
  std::optional<Date> date;
  std::string version;  // its label
  std::string body;     // who decided
  std::string minute;
  std::string note;
  // Empty where the version is known from a list of versions alone, and its text is not here.
  std::string page;      // from the timeline's own page: "versions/2017-04-11/index.html"
  std::string before;    // "11 April 2017": the adoption of the version that the step began with
  std::string redline;   // "changes/2023-05-15.html"
  std::string headline;  // "12 changes: …"
};

struct Timeline {
  std::string id;
  std::string council;
  std::string title;
  std::string language;
  std::vector<TimelineEntry> entries;  // drafts first, then from the latest to the earliest
};

// `versions` from the earliest to the drafts, as draft::Versions orders them.
Timeline timeline(const std::vector<VersionText>& versions);

// Where a version stands among the others, for its page: view::protocol.
struct Among {
  std::string folder;                    // of its files in the output; empty: the protocol's id
  std::vector<graph::FormerKey> former;  // draft::permalinks
  std::vector<OtherVersion> others;
  std::vector<Milestone> milestones;
  std::optional<Date> superseded_on;
  bool superseded = false;          // a later version is in force, whatever the text says
  bool has_earlier_origin = false;  // its source: and repairs: are those of an earlier text
};

// Of the version at that place; without its permalinks.
Among among(const std::vector<VersionText>& versions, std::size_t place);

}  // namespace concord::view
