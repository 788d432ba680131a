// Which clauses of two versions go together, one step after another: each step adds the pairs that
// it is sure of, and none takes a pair back.
//
// A clause that is split and two that are merged are one thing seen from two sides, so that every
// step that looks for several in one takes the version in which the one stands.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "draft/lineage.h"
#include "draft/texts.h"

namespace concord::draft {

enum class Version : std::uint8_t { before, after };
constexpr Version other(Version version) {
  return version == Version::before ? Version::after : Version::before;
}

// Both texts and the pairs of their clauses that were found so far. A clause may have several
// partners: it was split, or several were merged into it.
class Matching {
 public:
  // Borrows the texts.
  Matching(const Text& before, const Text& after);

  const Text& text(Version version) const { return *sides_[index(version)].text; }

  // The partners in the other version, in the order of finding.
  std::span<const std::uint32_t> partners(Version version, std::uint32_t clause) const {
    return sides_[index(version)].partners[clause];
  }
  bool is_free(Version version, std::uint32_t clause) const {
    return partners(version, clause).empty();
  }
  bool paired(std::uint32_t before, std::uint32_t after) const;
  // What the first pair of the clause rests on.
  Evidence evidence(Version version, std::uint32_t clause) const {
    return sides_[index(version)].evidence[clause];
  }

  // True where another clause would have gone with the clause's partner, or another partner with
  // it, for the same reasons.
  bool is_ambiguous(Version version, std::uint32_t clause) const {
    return sides_[index(version)].ambiguous[clause];
  }
  void set_ambiguous(Version version, std::uint32_t clause) {
    sides_[index(version)].ambiguous[clause] = true;
  }

  // `clause` of that version and `partner` of the other one.
  void pair(Version version, std::uint32_t clause, std::uint32_t partner, Evidence evidence);
  // The same where both are free; whether they were.
  bool pair_free(std::uint32_t before, std::uint32_t after, Evidence evidence);

 private:
  struct Side {
    const Text* text = nullptr;
    std::vector<std::vector<std::uint32_t>> partners;  // by clause
    std::vector<Evidence> evidence;                    // by clause
    std::vector<bool> ambiguous;                       // by clause
  };
  static constexpr std::size_t index(Version version) { return static_cast<std::size_t>(version); }

  std::array<Side, 2> sides_;
};

// ---- the steps, in their order

// The same {#id} in both, or {formerly=…}.
void match_identifiers(Matching& found);

// The same words; where they stand several times, with the same number, parent or neighbours.
void match_same_words(Matching& found);

// Clauses in a row whose words, joined, are those of one clause of version `whole`.
void match_joined_words(Matching& found, Version whole);

// Headings below which most of what stood below one of them stands now.
void match_headings(Matching& found);

// The most like, helped by their surroundings. `vocabulary` has read both texts.
void match_likeness(Matching& found, const Vocabulary& vocabulary);

// What is left and has its words from a clause of version `whole` that a neighbour goes with.
void match_parts(Matching& found, Version whole);

}  // namespace concord::draft
