// Scores a comparison against a gold standard: links that two careful readings drew, and pairs
// whose legal effect they found to differ.
//
// Gold units are matched to clauses by document order and text, so that the gold standard does not
// depend on the compiler's identifiers. A link is required where both readings drew it and optional
// where one did: a required link that is missing lowers recall, a predicted link that is neither
// lowers precision, an optional one counts for nothing in recall.
#pragma once

#include <array>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compare/comparison.h"

namespace concord::compare {

struct GoldUnit {
  std::string id;
  std::string council;  // the protocol's id
  std::string kind;     // "heading" is never judged
  std::string text;
};
struct GoldLink {
  std::string a;
  std::string b;
  bool required = true;
  std::string strength;  // verbatim, reworded, partial, paraphrase
};
struct GoldDivergence {
  std::string a;
  std::string b;
  std::string type;
  bool required = true;
  std::string words;  // the deciding words and why they decide, as the reader put it
};
// Two units that look alike and state different provisions.
struct GoldNearMiss {
  std::string a;
  std::string b;
};
struct Gold {
  std::vector<GoldUnit> units;
  std::vector<GoldLink> links;
  std::vector<GoldDivergence> divergences;
  std::vector<GoldNearMiss> near_misses;
};

// Reads the files of a gold directory: units.tsv (id, council, label, kind, text), links.tsv
// (a, b, status, strength), divergences.tsv (a, b, type, status, words), near.tsv (a, b, …), each
// with a header line. Lines with too few fields are left out.
Gold read_gold(std::string_view units, std::string_view links, std::string_view divergences,
               std::string_view near_misses = {});

// The clause of each gold unit, by unit id; units that no clause matches are left out.
std::map<std::string, ClauseRef> find_units(const Gold& gold,
                                            std::span<const passes::Protocol> protocols);

struct Score {
  std::uint32_t predicted = 0;  // links of the comparison between judged units
  std::uint32_t correct = 0;    // of these, required or optional in the gold standard
  std::uint32_t required = 0;   // links that the gold standard requires
  std::uint32_t found = 0;      // of these, predicted
  double precision() const {
    return predicted == 0 ? 1.0 : static_cast<double>(correct) / predicted;
  }
  double recall() const { return required == 0 ? 1.0 : static_cast<double>(found) / required; }
  double f1() const {
    const double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }
  Score& operator+=(const Score& other) {
    predicted += other.predicted;
    correct += other.correct;
    required += other.required;
    found += other.found;
    return *this;
  }
};

// What scores are worth: of links of like scores, how many are right.
struct Calibration {
  std::uint32_t links = 0;  // between judged units
  std::uint32_t right = 0;
  double sum = 0;  // of their scores
  void add(double score, bool is_right) {
    ++links;
    right += is_right ? 1 : 0;
    sum += score;
  }
  Calibration& operator+=(const Calibration& other) {
    links += other.links;
    right += other.right;
    sum += other.sum;
    return *this;
  }
};

struct Evaluation {
  std::map<std::string, Score> pairs;  // "leeds / york" -> score; pairs that the gold standard has
  Score all;
  std::map<std::string, Score> strengths;   // verbatim, reworded, partial, paraphrase: recall only
  std::array<Calibration, 10> calibration;  // by tenths of the score
  Calibration by_provision;                 // of links found by the provision that both state
  std::uint32_t near_misses = 0;
  std::uint32_t near_misses_linked = 0;
  std::map<std::string, Score> divergence_types;  // by the readers' kinds
  Score divergences;                              // told; "scope" is asked of nobody
  Score possible_divergences;                     // these, and what is only possible
  Score certain_divergences;                      // precision alone: told as certain
  Score linked_divergences;           // told only of clauses whose link the gold standard requires
  std::uint32_t unmatched_units = 0;  // gold units that no clause of the build matches
  std::vector<std::pair<std::string, std::string>> missed;  // required links not found, by gold id
  std::vector<std::pair<std::string, std::string>>
      wrong;  // predicted links that the gold standard lacks
};

// The kind by which the readers of the gold standard know it: they tell six apart.
std::string_view readers_kind(DivergenceType type);

// The registers as they would be if nobody had heard of these councils: without their wordings.
syntax::Register unknown_to(syntax::Register registers, const std::set<std::string>& councils);

// Pairs of councils that are not both among the protocols count for nothing.
Evaluation evaluate(const Comparison& comparison, std::span<const passes::Protocol> protocols,
                    const Gold& gold);

// Adds the links of one evaluation to those of several; in them it has that name.
void add_links(const std::string& name, const Evaluation& one, Evaluation& several);

// For people: `concord evaluate`.
std::string to_text(const Evaluation& evaluation);
// Of the links alone. `named`: what the lines are named by ("pair").
std::string links_text(std::string_view named, const Evaluation& evaluation);

}  // namespace concord::compare
