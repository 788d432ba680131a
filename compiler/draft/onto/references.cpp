#include "draft/onto/references.h"

#include <fmt/format.h>

#include <algorithm>

#include "diag/messages.h"
#include "draft/sequence.h"

namespace concord::draft {
namespace {

using graph::Clause;

class References {
 public:
  References(const MatchedFiles& files, const NewText& now, CollectedEdits& edits)
      : files_(files), now_(now), edits_(edits) {}

  void run() {
    find_successors();
    std::vector<Patch> patches;
    for (const passes::Reference& reference : files_.protocol.references())
      if (reference.kind == passes::ReferenceKind::internal) follow(reference, patches);
    std::ranges::stable_sort(patches, {}, &Patch::begin);
    std::string text;
    std::uint32_t done = 0;
    for (const Patch& patch : patches) {
      if (patch.begin < done) continue;
      text += edits_.result.text.substr(done, patch.begin - done) + patch.text;
      done = patch.end;
      ++edits_.result.references;
    }
    edits_.result.text = text + edits_.result.text.substr(done);
  }

 private:
  // The clause of the new text that the one of the source is.
  void find_successors() {
    std::size_t at = 0;
    for (const Entry& entry : edits_.entries) {
      if (!entry.after) continue;
      const graph::ClauseId now = now_.order[at++];
      if (entry.segment) successors_[files_.segments[*entry.segment].clause] = now;
    }
    for (const Clause& clause : now_.reread.graph.clauses) {
      if (clause.kind != graph::Kind::footnote || clause.parent) continue;
      for (const Clause& was : files_.graph.clauses)
        if (was.kind == graph::Kind::footnote && !was.parent &&
            was.number.label == clause.number.label)
          successors_[was.id] = clause.id;
    }
  }

  const Clause* successor(graph::ClauseId id) const {
    const auto found = successors_.find(id);
    return found == successors_.end() ? nullptr : &now_.reread.graph[found->second];
  }

  void follow(const passes::Reference& reference, std::vector<Patch>& patches) {
    const Clause* from = successor(reference.from);
    if (from == nullptr || reference.ambiguous) return;
    for (const passes::PrintedNumber& number : reference.numbers)
      if (number.clause) follow_number(reference, number, *from, patches);
    if (reference.to && reference.target.starts_with('#')) follow_link(reference, *from, patches);
  }

  // Where the words of the range stand now; nothing where they were edited.
  std::optional<syntax::Range> range_now(const passes::Reference& reference,
                                         syntax::Range range) const {
    const auto rewording = edits_.reworded.find(reference.from);
    if (rewording == edits_.reworded.end()) return range;
    const auto find = [&](std::uint32_t at) -> std::optional<std::uint32_t> {
      for (const Kept& kept : rewording->second.kept)
        if (kept.source <= at && at < kept.source + kept.length)
          return kept.after + (at - kept.source);
      return std::nullopt;
    };
    const auto begin = find(range.begin);
    const auto last = find(range.end - 1);
    if (!begin || !last || *last + 1 - *begin != range.end - range.begin) return std::nullopt;
    return syntax::Range{*begin, *last + 1};
  }

  void follow_number(const passes::Reference& reference, const passes::PrintedNumber& number,
                     const Clause& from, std::vector<Patch>& patches) {
    const Clause* target = successor(*number.clause);
    const std::string& was = files_.graph[*number.clause].full_number;
    if (target == nullptr || target->full_number == was || number.range.begin >= number.range.end)
      return;
    const auto range = range_now(reference, number.range);
    if (!range || range->end > from.words().text.size()) return;
    const std::string printed = from.words().text.substr(range->begin, range->end - range->begin);
    const auto text = cited_anew(printed, was, target->full_number);
    if (!text || *text == printed) return;
    const source::Span span = from.words().span(*range, from.span);
    if (std::string_view(edits_.result.text).substr(span.begin, span.end - span.begin) != printed)
      return edits_.leave({}, reference.text,
                          fmt::format(diag::IMP028::cites, was, target->full_number));
    patches.push_back({span.begin, span.end, *text});
  }

  // "](#5.4)" behind the words of the link.
  void follow_link(const passes::Reference& reference, const Clause& from,
                   std::vector<Patch>& patches) const {
    const Clause* target = successor(*reference.to);
    const std::string was = reference.target.substr(1);
    if (target == nullptr || target->key == was) return;
    const auto range = range_now(reference, reference.range);
    if (!range || range->end > from.words().text.size()) return;
    const std::uint32_t end = from.words().span(*range, from.span).end;
    const std::string address = fmt::format("(#{})", was);
    const std::size_t at = edits_.result.text.find(address, end);
    const std::size_t line = edits_.result.text.find('\n', end);
    if (at == std::string::npos || at > line) return;
    const auto begin = narrow(at + 2);
    patches.push_back({begin, begin + narrow(was.size()), target->key});
  }

  const MatchedFiles& files_;
  const NewText& now_;
  CollectedEdits& edits_;
  std::map<graph::ClauseId, graph::ClauseId> successors_;
};

}  // namespace

void follow_references(const MatchedFiles& files, const NewText& now, CollectedEdits& edits) {
  References(files, now, edits).run();
}

}  // namespace concord::draft
