#include "draft/lineage.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "draft/increasing.h"
#include "draft/matching.h"
#include "draft/texts.h"

namespace concord::draft {
namespace {

Matching match(const Text& before, const Text& after, const Vocabulary& vocabulary) {
  Matching found(before, after);
  match_identifiers(found);
  match_same_words(found);
  match_joined_words(found, Version::before);
  match_joined_words(found, Version::after);
  match_headings(found);
  match_likeness(found, vocabulary);
  match_parts(found, Version::before);
  match_parts(found, Version::after);
  match_headings(found);
  return found;
}

// ---- what moved ----

bool is_alone(const Matching& found, Version version, std::uint32_t clause) {
  const auto partners = found.partners(version, clause);
  return partners.size() == 1 && found.partners(other(version), partners.front()).size() == 1;
}

// The nearest clause above that has one partner, for which it is the only one.
std::optional<std::uint32_t> above(const Matching& found, Version version, std::uint32_t clause) {
  std::optional<std::uint32_t> at = found.text(version)[clause].parent;
  while (at && !is_alone(found, version, *at)) at = found.text(version)[*at].parent;
  return at;
}

struct Placed {
  std::uint32_t before = 0;
  std::uint32_t after = 0;
};

// Marks all but a longest run whose places in the later version ascend.
void mark_out_of_order(const std::vector<Placed>& siblings, std::vector<bool>& moved) {
  std::vector<std::size_t> places;
  for (const Placed& each : siblings) {
    moved[each.before] = true;
    places.push_back(each.after);
  }
  for (const std::size_t stayed : longest_increasing(places))
    moved[siblings[stayed].before] = false;
}

// By clause of the earlier version.
std::vector<bool> find_moved(const Matching& found) {
  std::vector<bool> moved(found.text(Version::before).size());
  std::map<std::optional<std::uint32_t>, std::vector<Placed>> siblings;  // by the parent after
  for (std::uint32_t i = 0; i < moved.size(); ++i) {
    if (!is_alone(found, Version::before, i)) continue;
    const std::uint32_t j = found.partners(Version::before, i).front();
    const auto parent = above(found, Version::before, i);
    const auto now = above(found, Version::after, j);
    const bool stayed = parent ? now && found.paired(*parent, *now) : !now;
    if (stayed) {
      siblings[now].push_back({i, j});
    } else {
      moved[i] = true;
    }
  }
  for (const auto& [parent, placed] : siblings) mark_out_of_order(placed, moved);
  return moved;
}

// ---- descents ----

std::uint32_t place(ClauseId clause) {
  return static_cast<std::uint32_t>(graph::index(clause));
}

std::vector<ClauseId> ids(std::span<const std::uint32_t> clauses) {
  std::vector<ClauseId> all;
  for (const std::uint32_t clause : clauses) all.push_back(ClauseId{clause});
  std::sort(all.begin(), all.end());
  return all;
}

std::vector<WordId> words_of(const Text& text, const std::vector<ClauseId>& clauses) {
  std::vector<WordId> all;
  for (const ClauseId clause : clauses) {
    const std::vector<WordId>& words = text[place(clause)].words;
    all.insert(all.end(), words.begin(), words.end());
  }
  return all;
}

class Descents {
 public:
  explicit Descents(const Matching& found)
      : found_(found),
        before_(found.text(Version::before)),
        after_(found.text(Version::after)),
        moved_(find_moved(found)) {}

  std::vector<Descent> list() {
    add_deleted_from(0);
    for (std::uint32_t j = 0; j < after_.size(); ++j) {
      const std::vector<ClauseId> before = ids(found_.partners(Version::after, j));
      if (before.empty()) {
        add({}, {ClauseId{j}});
      } else {
        add_descent(before, j);
      }
    }
    return std::move(all_);
  }

 private:
  // The clauses in a row that have no descendant.
  void add_deleted_from(std::uint32_t clause) {
    for (; clause < before_.size() && found_.is_free(Version::before, clause); ++clause)
      add({ClauseId{clause}}, {});
  }

  void add(std::vector<ClauseId> before, std::vector<ClauseId> after) {
    Descent one;
    one.before = std::move(before);
    one.after = std::move(after);
    all_.push_back(std::move(one));
  }

  // Once for all clauses that one was split into: with the first.
  void add_descent(const std::vector<ClauseId>& before, std::uint32_t j) {
    std::vector<ClauseId> after = {ClauseId{j}};
    if (before.size() == 1) after = ids(found_.partners(Version::before, place(before.front())));
    if (after.front() != ClauseId{j}) return;
    all_.push_back(descent(before, after));
    for (const ClauseId each : before) add_deleted_from(place(each) + 1);
  }

  Descent descent(const std::vector<ClauseId>& before, const std::vector<ClauseId>& after) const {
    const std::uint32_t one = place(before.front());
    Descent to;
    to.before = before;
    to.after = after;
    to.evidence = before.size() > 1 || after.size() > 1 ? Evidence::parts
                                                        : found_.evidence(Version::before, one);
    const std::vector<WordId> then = words_of(before_, before);
    const std::vector<WordId> now = words_of(after_, after);
    to.likeness = then == now ? 1 : likeness(then, now).dice;
    to.wording = then == now ? Wording::same : Wording::words;
    if (!to.one_to_one()) return to;
    const Text::Clause& earlier = before_[one];
    const Text::Clause& later = after_[place(after.front())];
    if (then == now && !syntax::same_words(*earlier.prose, *later.prose))
      to.wording = earlier.prose->text == later.prose->text ? Wording::marks : Wording::punctuation;
    to.renumbered = earlier.number != later.number;
    to.moved = moved_[one];
    to.ambiguous = found_.is_ambiguous(Version::before, one);
    return to;
  }

  const Matching& found_;
  const Text& before_;
  const Text& after_;
  std::vector<bool> moved_;
  std::vector<Descent> all_;
};

}  // namespace

std::string_view name_of(Evidence evidence) {
  static constexpr std::array<std::string_view, 6> names = {"none",  "identifier", "words",
                                                            "parts", "children",   "likeness"};
  return names[static_cast<std::size_t>(evidence)];
}

std::string_view name_of(Wording wording) {
  static constexpr std::array<std::string_view, 4> names = {"same", "marks", "punctuation",
                                                            "words"};
  return names[static_cast<std::size_t>(wording)];
}

std::vector<Descent> lineage(const passes::Protocol& before, const passes::Protocol& after,
                             const syntax::WordLists* lists) {
  Vocabulary vocabulary(lists);
  const Text earlier = vocabulary.read(before);
  const Text later = vocabulary.read(after, graph::former_keys(after.graph(), before.graph()));
  return Descents(match(earlier, later, vocabulary)).list();
}

}  // namespace concord::draft
