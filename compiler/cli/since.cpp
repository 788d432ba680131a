#include "cli/since.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "cli/versions.h"
#include "draft/since.h"
#include "draft/versions.h"
#include "passes/check_text.h"
#include "passes/vocabulary.h"
#include "source/git.h"

namespace concord::cli {
namespace {

namespace fs = std::filesystem;

// The files that `since` names: itself, or all that are in a folder.
std::vector<source::FileId> load(source::SourceMap& sources, const std::string& since,
                                 const std::vector<fs::path>& places) {
  const fs::path path = version_file(since, places);
  if (!fs::exists(path) && source::names_committed_text(since)) {
    source::CommittedText committed = source::committed_text(since);
    if (!committed.error.empty())
      throw UsageError(fmt::format("\"{}\": {}", since, committed.error));
    return {sources.add(since, std::move(committed.text))};
  }
  if (!fs::exists(path)) throw UsageError(fmt::format("there is no file or folder \"{}\"", since));
  std::vector<source::FileId> files;
  for (const fs::path& each : source::find_protocols(path)) files.push_back(sources.load(each));
  return files;
}

struct Before {
  passes::Protocol protocol;
  diag::Sink sink;
};

std::vector<Before> check_all(Corpus& corpus, const std::vector<source::FileId>& files,
                              const passes::Corpus& lenders) {
  const passes::Vocabulary vocabulary(corpus.registers);
  std::vector<Before> all;
  for (const source::FileId file : files) {
    diag::Sink sink;
    auto protocol = passes::check_text(corpus.sources, file, vocabulary, {corpus.as_of}, sink);
    if (!protocol) continue;
    passes::check_borrowing(protocol->graph(), lenders, sink);
    all.push_back({*std::move(protocol), std::move(sink)});
  }
  return all;
}

// Of several versions of the text that is checked the one in force, or the last; of the text itself
// the one that goes before it. Null where there is none.
const Before* version_before(const passes::Protocol& after, const std::vector<Before>& all,
                             const source::SourceMap& sources) {
  std::vector<const Before*> versions;
  std::vector<const syntax::Metadata*> metadata;
  for (const Before& each : all) {
    if (each.protocol.metadata().id != after.metadata().id) continue;
    versions.push_back(&each);
    metadata.push_back(&each.protocol.metadata());
  }
  if (versions.empty()) return nullptr;
  const draft::Versions known(metadata);
  const auto is_itself = [&](std::size_t i) {
    return sources.name(versions[i]->protocol.graph().file) == sources.name(after.graph().file);
  };
  const std::size_t best = known.standing();
  if (versions.size() == 1 || !is_itself(best)) return versions[best];
  const auto& order = known.in_order();
  const auto at = std::ranges::find(order, best);
  return at == order.begin() ? versions[best] : versions[*std::prev(at)];
}

// A text and the version before it, whose own faults are not today's.
class Step {
 public:
  Step(Corpus& corpus, const passes::Protocol& before, const diag::Sink& sink_before,
       const passes::Protocol& after, const Judging& judging)
      : corpus_(corpus),
        before_(before),
        sink_before_(sink_before),
        after_(after),
        policy_(policy_of(judging, after.metadata())),
        revision_(draft::revise(before, after, corpus.registers)) {}

  // The number of findings that are known.
  std::size_t run() {
    add_findings();
    return leave_out_known();
  }

 private:
  void add_findings() {
    diag::Sink sink;
    draft::check_since(before_, after_, revision_, corpus_.sources, sink);
    std::vector<diag::Finding> found = diag::judge(sink, policy_);
    const diag::Policy everything{policy_.profile, {}, policy_.deny_warnings};
    corpus_.lifted.findings += diag::judge(sink, everything).size() - found.size();
    std::ranges::move(found, std::back_inserter(corpus_.findings));
    std::ranges::stable_sort(corpus_.findings, {}, [](const diag::Finding& each) {
      return std::pair(each.diagnostic.span.file, each.diagnostic.span.begin);
    });
  }

  std::size_t leave_out_known() {
    const auto is_here = [&](const diag::Finding& each) {
      return each.diagnostic.span.file == after_.graph().file;
    };
    std::vector<diag::Finding> here;
    std::ranges::copy_if(corpus_.findings, std::back_inserter(here), is_here);
    const std::vector<bool> known = draft::known_findings(
        diag::judge(sink_before_, policy_), here, before_, after_, revision_, corpus_.sources);
    std::size_t place = 0;
    return std::erase_if(corpus_.findings, [&](const diag::Finding& each) {
      return is_here(each) && known[place++] && !bars_adoption(each);
    });
  }

  // An error stops the adoption, however old it is; but not what another council did with a clause
  // that was adopted here in those words.
  bool bars_adoption(const diag::Finding& finding) const {
    return policy_.profile == diag::Profile::adopt && finding.severity == diag::Severity::error &&
           finding.diagnostic.code != diag::Code::REF017;
  }

  Corpus& corpus_;
  const passes::Protocol& before_;
  const diag::Sink& sink_before_;
  const passes::Protocol& after_;
  const diag::Policy policy_;
  const draft::Revision revision_;
};

}  // namespace

std::size_t check_since(Corpus& corpus, const std::string& since,
                        const std::vector<fs::path>& places, const Judging& judging,
                        const passes::Corpus& lenders) {
  const std::vector<Before> all = check_all(corpus, load(corpus.sources, since, places), lenders);
  std::size_t known = 0;
  bool compared = false;
  const auto compare = [&](const Before& before, const passes::Protocol& after) {
    known += Step(corpus, before.protocol, before.sink, after, judging).run();
    compared = true;
  };
  for (const passes::Protocol& after : corpus.protocols)
    if (const Before* before = version_before(after, all, corpus.sources)) compare(*before, after);
  if (!compared && all.size() == 1 && corpus.protocols.size() == 1) {
    remark(require_one_protocol(all.front().protocol, corpus.protocols.front()));
    compare(all.front(), corpus.protocols.front());
  }
  if (!compared)
    throw UsageError(
        fmt::format("no protocol in \"{}\" has the identifier of one that is checked", since));
  return known;
}

}  // namespace concord::cli
