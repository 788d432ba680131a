#include "cli/histories.h"

#include <utility>

#include "draft/permalinks.h"

namespace concord::cli {
namespace {

bool is_draft(const CompiledVersion& version) {
  return version.protocol->metadata().status == syntax::Status::draft;
}

// The latest text that was adopted before, for several drafts may be made from it; else the text
// before.
std::optional<std::size_t> origin(const std::vector<CompiledVersion>& versions, std::size_t of) {
  if (of == 0) return std::nullopt;
  for (std::size_t i = of; i-- > 0;)
    if (!is_draft(versions[i])) return i;
  return of - 1;
}

History history(const Corpus& corpus, std::size_t protocol) {
  History made;
  made.protocol = protocol;
  made.versions = versions_of(corpus, protocol);
  for (std::size_t i = 0; i < made.versions.size(); ++i) {
    const passes::Protocol& after = *made.versions[i].protocol;
    const auto before = origin(made.versions, i);
    made.before.push_back(before);
    made.steps.emplace_back();
    if (!before) {
      made.former.push_back(draft::permalinks(after));
      continue;
    }
    const passes::Protocol& earlier = *made.versions[*before].protocol;
    made.steps.back() = draft::revise(earlier, after, corpus.registers);
    made.former.push_back(
        draft::permalinks({after, *made.steps.back(), earlier, made.former[*before]}));
  }
  return made;
}

}  // namespace

std::vector<view::VersionText> History::texts() const {
  std::vector<view::VersionText> all;
  for (std::size_t i = 0; i < versions.size(); ++i)
    all.push_back({versions[i].protocol, versions[i].name, versions[i].folder, before[i],
                   steps[i] ? &*steps[i] : nullptr});
  return all;
}

std::vector<History> histories(const Corpus& corpus) {
  std::vector<History> all;
  std::vector<bool> several(corpus.protocols.size());
  for (const OtherVersion& each : corpus.others) several[each.of] = true;
  for (std::size_t i = 0; i < several.size(); ++i)
    if (several[i]) all.push_back(history(corpus, i));
  return all;
}

}  // namespace concord::cli
