#include "cli/clause_changes.h"

#include <fmt/format.h>

#include <utility>

#include "cli/report.h"
#include "draft/revision.h"
#include "view/labels.h"

namespace concord::cli {
namespace {

constexpr std::size_t most_clauses = 10;

// "5.3 reworded", "5.4 new". Clauses with other numbers alone follow from these: one word for all.
std::vector<std::string> changes_of(const passes::Protocol& before, const passes::Protocol& after,
                                    const syntax::Register& registers) {
  const std::vector<std::string> labels_before = view::labels(before.graph());
  const std::vector<std::string> labels_after = view::labels(after.graph());
  std::vector<std::string> all;
  std::size_t renumbered = 0;
  const draft::Revision revision = draft::revise(before, after, registers);
  for (const draft::Change& change : revision.changes()) {
    const draft::Descent& descent = change.descent;
    const std::string fate = draft::fate(change);
    if (fate == "renumbered") ++renumbered;
    if (fate == "unchanged" || fate == "renumbered") continue;
    const std::string& label = descent.deleted()
                                   ? labels_before[graph::index(descent.before.front())]
                                   : labels_after[graph::index(descent.after.front())];
    all.push_back(fmt::format("{} {}", label, fate));
  }
  if (renumbered > 0) all.push_back(fmt::format("{} renumbered", renumbered));
  return all;
}

}  // namespace

std::vector<std::string> ClauseChanges::since_last(const Corpus& corpus) {
  std::vector<std::string> lines;
  std::map<std::string, Known> now;
  for (const passes::Protocol* each : all_versions(corpus)) {
    const source::FileId file = each->graph().file;
    const std::string name(corpus.sources.name(file));
    const std::string_view text = corpus.sources.text(file);
    const auto known = known_.find(name);
    if (known != known_.end() && known->second.text == text) {
      now.insert(known_.extract(known));
      continue;
    }
    if (known != known_.end()) {
      const auto changes = changes_of(known->second.protocol, *each, corpus.registers);
      if (!changes.empty())
        lines.push_back(
            fmt::format("{}: {}", each->metadata().id, first_of(changes, most_clauses)));
    }
    now.emplace(name, Known{std::string(text), *each});
  }
  known_ = std::move(now);
  return lines;
}

}  // namespace concord::cli
