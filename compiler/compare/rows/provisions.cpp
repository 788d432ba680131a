#include "compare/rows/provisions.h"

#include <algorithm>
#include <tuple>

#include "compare/rows/held.h"
#include "compare/rows/known.h"

namespace concord::compare {
namespace {

std::vector<Provision> clustered_provisions(const LinkedCorpus& linked) {
  std::vector<Provision> found;
  for (auto& segments : cluster(linked)) {
    std::vector<std::uint32_t> wordings;
    wordings.reserve(segments.size());
    for (const SegmentRef& segment : segments) wordings.push_back(segment.wording);
    wordings.erase(std::unique(wordings.begin(), wordings.end()), wordings.end());
    Provision& provision = found.emplace_back();
    provision.wordings = std::move(wordings);
    provision.segments = std::move(segments);
  }
  return found;
}

// Wordings that have no link.
void add_unlinked(const LinkedCorpus& linked, std::vector<Provision>& provisions) {
  for (std::uint32_t w = 0; w < linked.corpus.wordings.size(); ++w) {
    if (linked.index.links_of[w].empty()) {
      provisions.emplace_back().wordings = {w};
    }
  }
}

// Most wordings first; of equals, what the register knows.
void order(std::vector<Provision>& provisions) {
  const auto rank = [](const Provision& each) {
    return std::tuple(each.wordings.size(), each.known.has_value());
  };
  std::ranges::sort(provisions, [&](const Provision& a, const Provision& b) {
    return rank(a) != rank(b) ? rank(a) > rank(b)
                              : std::tie(a.wordings, a.segments) < std::tie(b.wordings, b.segments);
  });
}

void take_over_other_points(const Provision& from, Provision& into) {
  for (const std::uint32_t wording : from.on_other_points)
    if (!into.has(wording)) insert_sorted(into.on_other_points, wording);
}

// Leaves out what is part of a provision before it, by wordings, and has no name of its own. What
// is linked to it on other points is so to that one.
std::vector<Provision> without_parts(std::vector<Provision> provisions, std::size_t wordings) {
  std::vector<std::vector<std::uint32_t>> kept_with(wordings);  // by wording: indices in `kept`
  std::vector<Provision> kept;
  for (Provision& provision : provisions) {
    const auto& own = provision.wordings;
    const auto& others = kept_with[own.front()];
    const auto whole = std::ranges::find_if(
        others, [&](std::uint32_t k) { return std::ranges::includes(kept[k].wordings, own); });
    if (!provision.known && whole != others.end()) {
      take_over_other_points(provision, kept[*whole]);
      continue;
    }
    for (const std::uint32_t wording : own) {
      kept_with[wording].push_back(static_cast<std::uint32_t>(kept.size()));
    }
    kept.push_back(std::move(provision));
  }
  return kept;
}

}  // namespace

bool Provision::has(std::uint32_t wording) const {
  return std::ranges::binary_search(wordings, wording);
}

bool Provision::shows(std::uint32_t wording) const {
  return has(wording) || std::ranges::binary_search(on_other_points, wording);
}

void Provision::add(SegmentRef stating) {
  insert_sorted(wordings, stating.wording);
  if (!segments.empty()) insert_sorted(segments, stating);
}

bool kept_apart(const Decisions& decisions, std::span<const std::uint32_t> a,
                std::span<const std::uint32_t> b) {
  const auto has = [](std::span<const std::uint32_t> list, std::uint32_t wording) {
    return std::ranges::binary_search(list, wording);
  };
  return std::ranges::any_of(decisions.all(), [&](const DecidedPair& pair) {
    return pair.decided.decision.verdict == syntax::Verdict::different &&
           ((has(a, pair.a) && has(b, pair.b)) || (has(a, pair.b) && has(b, pair.a)));
  });
}

std::vector<Provision> find_provisions(const LinkedCorpus& linked) {
  std::vector<Provision> all = clustered_provisions(linked);
  add_unlinked(linked, all);
  order(all);
  all = without_parts(std::move(all), linked.corpus.wordings.size());
  all = recognise(std::move(all), linked);
  hold_links(linked, all);
  order(all);
  return without_parts(std::move(all), linked.corpus.wordings.size());
}

}  // namespace concord::compare
