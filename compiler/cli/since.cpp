#include "cli/since.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "draft/since.h"
#include "passes/vocabulary.h"
#include "source/git.h"

namespace concord::cli {
namespace {

namespace fs = std::filesystem;

std::vector<source::FileId> load(source::SourceMap& sources, const std::string& since) {
  std::vector<source::FileId> files;
  if (!fs::exists(since) && source::names_committed_text(since)) {
    source::CommittedText committed = source::committed_text(since);
    if (!committed.error.empty())
      throw UsageError(fmt::format("\"{}\": {}", since, committed.error));
    return {sources.add(since, std::move(committed.text))};
  }
  if (!fs::exists(since)) throw UsageError(fmt::format("there is no file or folder \"{}\"", since));
  for (const fs::path& each : source::find_protocols(since)) files.push_back(sources.load(each));
  return files;
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
      return is_here(each) && known[place++];
    });
  }

  Corpus& corpus_;
  const passes::Protocol& before_;
  const diag::Sink& sink_before_;
  const passes::Protocol& after_;
  const diag::Policy policy_;
  const draft::Revision revision_;
};

}  // namespace

std::size_t check_since(Corpus& corpus, const std::string& since, const Judging& judging) {
  const passes::Vocabulary vocabulary(corpus.registers);
  std::size_t known = 0;
  bool compared = false;
  for (const source::FileId file : load(corpus.sources, since)) {
    diag::Sink sink;
    const auto before = passes::check(graph::build(syntax::parse(corpus.sources, file, sink), sink),
                                      vocabulary, {corpus.as_of}, sink);
    if (!before) continue;
    for (const passes::Protocol& after : corpus.protocols) {
      if (after.metadata().id != before->metadata().id) continue;
      known += Step(corpus, *before, sink, after, judging).run();
      compared = true;
    }
  }
  if (!compared)
    throw UsageError(
        fmt::format("no protocol in \"{}\" has the identifier of one that is checked", since));
  return known;
}

}  // namespace concord::cli
