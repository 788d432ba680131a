// A provision of the comparison is the register's that its wordings are, on average, most like. An
// average and not the best of them: in a row of four clauses, one that bundles three matters would
// name the row after any of them.
#include "compare/rows/known.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace concord::compare {
namespace {

constexpr double least_mean = 0.5;     // likeness of a provision's wordings to the register's
constexpr double least_alike = 0.6;    // of the wording that is most like it
constexpr double surely_alike = 0.65;  // mean from which on clusters without a link become one
constexpr double in_its_words = 0.9;   // of a wording that states a provision as it is known
// The same where it states that provision for certain.
constexpr double nearly_in_its_words = 0.7;
constexpr double certainly = 0.99;
// What a wording states by itself is so like a known statement, or more probable than not.
constexpr double like_a_known_one = 0.5;
constexpr double probably = 0.5;
constexpr std::size_t least_terms = 4;  // of a known statement that is found in a longer sentence
constexpr double least_side_by_side = 0.6;  // share of its neighbouring words that are so there

// How like a provision's wordings are to one of the register's.
struct Support {
  double sum = 0;
  double best = 0;
};

bool states(const Provision& provision, std::uint32_t wording, std::uint32_t segment) {
  return provision.segments.empty() ||
         std::ranges::binary_search(provision.segments, SegmentRef{wording, segment});
}

// By the register's provision.
std::map<std::uint32_t, Support> support(const Provision& provision, const LinkedCorpus& linked) {
  std::map<std::uint32_t, Support> found;
  for (const std::uint32_t wording : provision.wordings) {
    for (const StatedProvision& each : linked.stated.of(wording)) {
      if (!states(provision, wording, each.segment)) continue;
      Support& of = found[each.provision];
      of.sum += each.value;
      of.best = std::max<double>(of.best, each.value);
    }
  }
  return found;
}

// The register's provision that this one is, and its wordings' mean likeness to it.
struct Recognised {
  std::uint32_t known = 0;
  double mean = 0;
};

std::optional<Recognised> recognised(const Provision& provision, const LinkedCorpus& linked) {
  std::optional<Recognised> best;
  for (const auto& [known, of] : support(provision, linked)) {
    const double mean = of.sum / static_cast<double>(provision.wordings.size());
    if (mean < least_mean || of.best < least_alike) continue;
    if (!best || mean > best->mean) best = {known, mean};
  }
  return best;
}

void absorb(Provision& into, const Provision& from) {
  const bool whole = into.segments.empty() || from.segments.empty();
  const auto unite = [](auto& list, const auto& more) {
    list.insert(list.end(), more.begin(), more.end());
    std::ranges::sort(list);
    list.erase(std::unique(list.begin(), list.end()), list.end());
  };
  unite(into.wordings, from.wordings);
  unite(into.segments, from.segments);
  if (whole) into.segments.clear();
}

// Of wordings that people keep apart from those of the provision, though they state it in words
// that are known: their councils must not be said to lack it.
void note_refused(Provision& provision, std::span<const std::uint32_t> wordings) {
  for (const std::uint32_t wording : wordings) insert_sorted(provision.on_other_points, wording);
}

bool in_known_words(const StatedProvision& stated) {
  return stated.value >= in_its_words ||
         (stated.value >= nearly_in_its_words && stated.probability >= certainly);
}

// True where the sentence has the words of a known statement, most of them side by side as there
// (what is quoted may have been shortened): whatever else it says makes it less like the statement,
// but no less a statement of it.
bool quotes(const Wording& wording, const Segment& sentence, const KnownStatement& known) {
  const auto& [terms, pairs] = std::tie(known.segment.terms, known.segment.pairs);
  if (terms.size() < least_terms || !std::ranges::includes(sentence.terms, terms)) return false;
  if (opposed(known.certain, certain_bearer(wording, sentence))) return false;
  const auto there = std::ranges::count_if(
      pairs, [&](std::uint32_t pair) { return std::ranges::binary_search(sentence.pairs, pair); });
  return static_cast<double>(there) >= least_side_by_side * static_cast<double>(pairs.size()) &&
         std::ranges::includes(wording.lead_terms, known.lead_terms);
}

// A clause that bundles three matters is clustered by one of them, and which one depends on who
// else is compared. So what states a provision in words that the register has stands in its row as
// well, whatever else it says: then rows come and go with their councils, and not with those of
// others.
class InKnownWords {
 public:
  InKnownWords(const LinkedCorpus& linked, std::vector<Provision>& provisions)
      : linked_(linked), provisions_(provisions) {
    for (std::size_t i = 0; i < provisions.size(); ++i)
      if (provisions[i].known) holder_.emplace(*provisions[i].known, i);
  }

  void place() {
    for (std::uint32_t wording = 0; wording < linked_.corpus.wordings.size(); ++wording) {
      for (const StatedProvision& each : linked_.stated.of(wording)) {
        if (in_known_words(each)) {
          put({wording, each.segment}, each.provision);
        } else if (const auto quoting = sentence_quoting(wording, each.provision)) {
          put({wording, *quoting}, each.provision);
        }
      }
    }
  }

 private:
  // The first sentence of the wording that has the words of a known statement of the provision.
  std::optional<std::uint32_t> sentence_quoting(std::uint32_t wording,
                                                std::uint32_t provision) const {
    const Wording& of = linked_.corpus.wordings[wording];
    const auto& all = linked_.corpus.known;  // by provision
    const auto begin = std::ranges::lower_bound(all, provision, {}, &KnownStatement::provision);
    const auto end = std::ranges::upper_bound(all, provision, {}, &KnownStatement::provision);
    for (std::uint32_t i = 0; i < of.segments.size(); ++i) {
      if (std::any_of(begin, end, [&](const KnownStatement& known) {
            return quotes(of, of.segments[i], known);
          }))
        return i;
    }
    return std::nullopt;
  }

  void put(SegmentRef stating, std::uint32_t known) {
    const auto [held, added] = holder_.try_emplace(known, provisions_.size());
    if (added) {
      provisions_.emplace_back().known = known;
      provisions_.back().segments = {stating};
    }
    Provision& provision = provisions_[held->second];
    const std::uint32_t newcomer[] = {stating.wording};
    if (!kept_apart(linked_.decisions, provision.wordings, newcomer)) return provision.add(stating);
    note_refused(provision, newcomer);
  }

  const LinkedCorpus& linked_;
  std::vector<Provision>& provisions_;
  std::map<std::uint32_t, std::size_t> holder_;  // of the register's provision: index
};

// What the wording says of the register's provision; null for nothing.
const StatedProvision* stated_as(const LinkedCorpus& linked, std::uint32_t wording,
                                 std::uint32_t known) {
  const auto stated = linked.stated.of(wording);
  const auto found = std::ranges::find(stated, known, &StatedProvision::provision);
  return found == stated.end() ? nullptr : &*found;
}

}  // namespace

bool is_like_known(const LinkedCorpus& linked, std::uint32_t wording, std::uint32_t known) {
  const StatedProvision* const stated = stated_as(linked, wording, known);
  return stated != nullptr && stated->value >= like_a_known_one;
}

bool states_by_itself(const LinkedCorpus& linked, std::uint32_t wording, std::uint32_t known) {
  const StatedProvision* const stated = stated_as(linked, wording, known);
  return stated != nullptr &&
         (stated->value >= like_a_known_one || stated->probability >= probably);
}

std::vector<Provision> recognise(std::vector<Provision> provisions, const LinkedCorpus& linked) {
  std::ranges::stable_sort(provisions, [](const Provision& a, const Provision& b) {
    return a.wordings.size() > b.wordings.size();
  });
  std::vector<Provision> kept;
  std::map<std::uint32_t, std::size_t> holder;  // of the register's name, by index in `kept`
  for (Provision& provision : provisions) {
    const auto is = recognised(provision, linked);
    const auto held = is ? holder.find(is->known) : holder.end();
    if (is && held == holder.end()) {
      provision.known = is->known;
      holder.emplace(is->known, kept.size());
    } else if (is && is->mean >= surely_alike) {
      Provision& holds = kept[held->second];
      if (!kept_apart(linked.decisions, holds.wordings, provision.wordings)) {
        absorb(holds, provision);
        continue;
      }
      note_refused(holds, provision.wordings);
    }
    kept.push_back(std::move(provision));
  }
  InKnownWords(linked, kept).place();
  return kept;
}

}  // namespace concord::compare
