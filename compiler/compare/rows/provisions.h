// Provisions: segments of many councils that state one thing, gathered from the links of two.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "compare/rows/clusters.h"

namespace concord::compare {

// Puts the item where it belongs in a sorted list that has each item once.
template <class T>
void insert_sorted(std::vector<T>& list, const T& item) {
  const auto place = std::ranges::lower_bound(list, item);
  if (place == list.end() || *place != item) list.insert(place, item);
}

struct Provision {
  std::vector<std::uint32_t> wordings;  // that state it, sorted
  std::vector<SegmentRef> segments;     // that state it, sorted; empty where it is whole texts
  std::optional<std::uint32_t> known;   // which of the register's it is, as an index
  // Of the wordings, those that are here because one of the others is linked to them: each may
  // state a part of it only. Sorted.
  std::vector<std::uint32_t> partial;
  // Wordings that do not state it, each linked to one of those that do, by passages on something
  // else. Sorted.
  std::vector<std::uint32_t> on_other_points;

  bool has(std::uint32_t wording) const;
  // True for those that state it and for those on other points.
  bool shows(std::uint32_t wording) const;
  // Adds the wording, and the segment of it that states the provision.
  void add(SegmentRef stating);
};

// True where a person has decided that a wording of either list, sorted, states another provision
// than one of the other.
bool kept_apart(const Decisions& decisions, std::span<const std::uint32_t> a,
                std::span<const std::uint32_t> b);

// Every provision once, none wholly part of another: what the links make one, and every wording
// that has no link. Those of most wordings first.
//
// Two linked wordings are always in one provision together. And where a wording is linked into a
// provision in which its council has nothing, it is in it, or among those on other points: a
// council that has a counterpart of any of its clauses must never be said to lack it.
std::vector<Provision> find_provisions(const LinkedCorpus& linked);

}  // namespace concord::compare
