// Clustering leaves links out: a clause that bundles several provisions, a weak link beside strong
// ones. A reader who is told of a link in one place, and in another that the council has nothing of
// the kind, believes neither. So each such link brings one of its wordings into a provision of the
// other: where the newcomer has more links to those who are there. What the register knows is
// stated by those alone who state it by themselves. Others stand beside them, as linked on another
// point: a link says that two clauses have something in common, and not that it is this.
//
// The tempting alternative, a provision of its own for each such link, says of every council linked
// to one of the two that it lacks it.
#include "compare/rows/held.h"

#include <algorithm>
#include <optional>
#include <set>
#include <span>

#include "compare/rows/known.h"

namespace concord::compare {
namespace {

class Holder {
 public:
  Holder(const LinkedCorpus& linked, std::vector<Provision>& provisions)
      : linked_(linked),
        provisions_(provisions),
        protocols_(linked.corpus.clauses.empty() ? 0
                                                 : linked.corpus.clauses.back().ref.protocol + 1),
        with_(linked.corpus.wordings.size()) {
    for (std::uint32_t i = 0; i < provisions.size(); ++i) {
      for (const std::uint32_t wording : provisions[i].wordings) with_[wording].push_back(i);
    }
  }

  void hold_pairs() {
    for (const WordingLink& link : linked_.links) {
      if (!together(link.a, link.b)) join(link);
    }
  }

  // One step from those who are there: what a newcomer is linked to need not be what they state.
  void hold_protocols() {
    for (std::uint32_t i = 0; i < provisions_.size(); ++i) {
      std::set<std::uint32_t> protocols;
      for (const std::uint32_t wording : provisions_[i].wordings)
        protocols.insert(linked_.protocol_of(wording));
      if (protocols.size() < protocols_) bring_in(i, protocols);
      if (protocols.size() == protocols_) continue;  // nobody is missing
      for (const std::uint32_t wording : provisions_[i].wordings)
        note_other_points(provisions_[i], wording, protocols);
    }
  }

 private:
  bool together(std::uint32_t a, std::uint32_t b) const {
    const auto has = [&](std::uint32_t other) {
      return [this, other](std::uint32_t provision) { return provisions_[provision].shows(other); };
    };
    return std::ranges::any_of(with_[a], has(b)) || std::ranges::any_of(with_[b], has(a));
  }

  // True where the wording may be one of those that state the provision.
  bool may_state(const Provision& provision, std::uint32_t wording) const {
    return !provision.known || states_by_itself(linked_, wording, *provision.known);
  }

  // The mean score of the wording's links to those of the provision.
  double agreement(std::uint32_t provision, std::uint32_t wording) const {
    double sum = 0;
    for (const std::uint32_t i : linked_.index.links_of[wording]) {
      const WordingLink& link = linked_.links[i];
      if (provisions_[provision].has(link.partner_of(wording))) sum += link.score;
    }
    return sum / static_cast<double>(provisions_[provision].wordings.size());
  }

  bool may_join(std::uint32_t provision, std::uint32_t wording) const {
    const std::uint32_t newcomer[] = {wording};
    return !kept_apart(linked_.decisions, provisions_[provision].wordings, newcomer);
  }

  struct Place {
    std::uint32_t provision = 0;
    double agreement = -1;
  };

  // Where the wording fits best of the provisions that have the other end of its link.
  Place best_place(SegmentRef newcomer, SegmentRef other) const {
    Place best;
    for (const std::uint32_t i : with_[other.wording]) {
      if (!may_join(i, newcomer.wording)) continue;
      const auto& segments = provisions_[i].segments;
      const bool same_passage = segments.empty() || std::ranges::binary_search(segments, other);
      const double fit = agreement(i, newcomer.wording) + (same_passage ? 1 : 0) +
                         (may_state(provisions_[i], newcomer.wording) ? 2 : 0);
      if (fit > best.agreement) best = {i, fit};
    }
    return best;
  }

  void join(const WordingLink& link) {
    const SegmentLink segment = link.segments.empty() ? SegmentLink{} : link.segments.front();
    const SegmentRef a{link.a, segment.a};
    const SegmentRef b{link.b, segment.b};
    const Place of_a = best_place(a, b);
    const Place of_b = best_place(b, a);
    if (of_a.agreement < 0 && of_b.agreement < 0) return add_pair(a, b);
    if (of_a.agreement >= of_b.agreement) return put(of_a.provision, a);
    put(of_b.provision, b);
  }

  void add_pair(SegmentRef a, SegmentRef b) {
    const auto i = static_cast<std::uint32_t>(provisions_.size());
    provisions_.push_back(
        {.wordings = {std::min(a.wording, b.wording), std::max(a.wording, b.wording)},
         .segments = {std::min(a, b), std::max(a, b)},
         .known = {},
         .partial = {},
         .on_other_points = {}});
    with_[a.wording].push_back(i);
    with_[b.wording].push_back(i);
  }

  void put(std::uint32_t provision, SegmentRef newcomer) {
    Provision& into = provisions_[provision];
    if (!may_state(into, newcomer.wording))
      return insert_sorted(into.on_other_points, newcomer.wording);
    into.add(newcomer);
    insert_sorted(into.partial, newcomer.wording);
    with_[newcomer.wording].push_back(provision);
  }

  bool is_in(const std::set<std::uint32_t>& protocols, std::uint32_t wording) const {
    return protocols.contains(linked_.protocol_of(wording));
  }

  // The wordings' links to what other protocols have, the strongest first.
  std::vector<const WordingLink*> links_out(std::span<const std::uint32_t> wordings,
                                            const std::set<std::uint32_t>& protocols) const {
    std::vector<const WordingLink*> links;
    for (const std::uint32_t wording : wordings) {
      for (const std::uint32_t i : linked_.index.links_of[wording]) {
        const WordingLink& link = linked_.links[i];
        if (!is_in(protocols, link.partner_of(wording))) links.push_back(&link);
      }
    }
    std::ranges::stable_sort(links, [](const WordingLink* x, const WordingLink* y) {
      return x->score != y->score ? x->score > y->score
                                  : std::pair(x->a, x->b) < std::pair(y->a, y->b);
    });
    return links;
  }

  // The passage by which a link brings a wording into the provision: its partner's is one that
  // states it. None where the two are linked by passages on something else.
  static std::optional<SegmentRef> newcomer(const Provision& provision, const WordingLink& link) {
    const bool has_a = provision.has(link.a);
    if (link.segments.empty()) return SegmentRef{has_a ? link.b : link.a, 0};
    for (const SegmentLink& each : link.segments) {
      const SegmentRef a{link.a, each.a};
      const SegmentRef b{link.b, each.b};
      if (provision.segments.empty() ||
          std::ranges::binary_search(provision.segments, has_a ? a : b))
        return has_a ? b : a;
    }
    return std::nullopt;
  }

  // Of a protocol's wordings the one of the strongest link comes in.
  void bring_in(std::uint32_t provision, std::set<std::uint32_t>& protocols) {
    const std::vector<std::uint32_t> from = provisions_[provision].wordings;
    for (const WordingLink* link : links_out(from, protocols)) {
      const auto stating = newcomer(provisions_[provision], *link);
      if (!stating || !may_join(provision, stating->wording)) continue;
      if (is_in(protocols, stating->wording)) continue;
      if (!may_state(provisions_[provision], stating->wording)) continue;
      put(provision, *stating);
      protocols.insert(linked_.protocol_of(stating->wording));
    }
  }

  // Of protocols that still have nothing in the provision: what is linked to one of its wordings.
  void note_other_points(Provision& provision, std::uint32_t wording,
                         const std::set<std::uint32_t>& protocols) const {
    for (const std::uint32_t i : linked_.index.links_of[wording]) {
      const std::uint32_t other = linked_.links[i].partner_of(wording);
      if (!is_in(protocols, other)) insert_sorted(provision.on_other_points, other);
    }
  }

  const LinkedCorpus& linked_;
  std::vector<Provision>& provisions_;
  std::size_t protocols_;                         // of those compared
  std::vector<std::vector<std::uint32_t>> with_;  // by wording: provisions that have it
};

}  // namespace

void hold_links(const LinkedCorpus& linked, std::vector<Provision>& provisions) {
  Holder holder(linked, provisions);
  holder.hold_pairs();
  holder.hold_protocols();
}

}  // namespace concord::compare
