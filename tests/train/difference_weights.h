// Teaches the confidence of differences (compare/effects/confidence.h) from those that readers
// found.
#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

#include "compare/effects/effects.h"
#include "compare/evaluate.h"
#include "syntax/registers.h"

namespace concord::training {

struct JudgedDifference {
  std::string a;  // the clauses: "york#3.4"
  std::string b;
  compare::Difference difference;
  bool of_kind = false;  // a reader has one of this kind between the clauses
  bool right = false;    // as it was asked
  bool real = true;      // neither council is invented
};

// What the readings ask of the pairs: each required difference once, by council.
struct Asked {
  std::set<std::string> councils;
  std::string key;  // clauses and the readers' kind
};

struct JudgedDifferences {
  std::vector<JudgedDifference> all;
  std::vector<Asked> asked;    // but for "scope", which nobody is asked for
  std::set<std::string> real;  // councils that are not invented
};

// What is right: that the two differ in the words shown, or only that they differ in that way.
enum class Asking : std::uint8_t { words, kind };

// Of the clauses that the comparison links, between councils of which the gold standard has links.
// Differences of pairs with an invented council count only where its author links the two clauses.
JudgedDifferences judge_differences(std::span<const passes::Protocol> protocols,
                                    const syntax::Register& registers, const compare::Gold& gold,
                                    const std::set<std::string>& real, Asking asking);

// Authors of invented councils tell differences more freely than readers of real texts: theirs
// count for less. Of councils with words of their own they are the examples.
constexpr double weight_of_invented = 0.25;
constexpr double weight_of_invented_in_own_words = 1;

// Logistic regression with L2 regularisation, by Newton's method; the same on every machine.
// A difference with an invented council teaches so much as a share of one.
compare::Weights fit(std::span<const JudgedDifference* const> examples, double of_invented);

// Each council's differences by weights that the pairs without it taught: confidences in the order
// of `all`; a pair's is the mean of its two. The thresholds are chosen by them.
struct Rates {
  double precision = 0;
  double recall = 0;
  double f1 = 0;
};
struct CrossValidated {
  std::vector<double> confidence;
  std::array<double, compare::kind_groups>
      possible{};  // F1 of the real pairs is highest from there
  std::array<double, compare::kind_groups>
      possible_in_own_words{};  // and that of pairs that share no wording from there
  double likely = 0;            // told from that confidence on
  double certain_from = 0;      // and told as certain
  Rates real;                   // of the pairs of real councils, by kind
  Rates possible_real;          // of these, from `possible` on
  Rates certain;                // of all pairs, by words
  Rates by_words;               // of all pairs
  std::string report;
};
CrossValidated cross_validate(const JudgedDifferences& judged);

// How the weights fare on the pairs of real councils from a confidence on, if they taught them too:
// not what to expect of others.
std::string report_of(const JudgedDifferences& judged, const compare::Weights& weights,
                      double threshold);

// The model as the text of weights.def.
std::string to_text(const compare::ConfidenceModel& model);

// One a line, the surest first, with both statements: for people.
std::string to_list(const JudgedDifferences& judged, std::span<const double> confidence);

// What both readings of the real councils have and the comparison does not tell, by cause, with
// both clauses and what was read from them: for people.
std::string missed_differences(std::span<const passes::Protocol> protocols,
                               const syntax::Register& registers, const compare::Gold& gold,
                               const std::set<std::string>& real);

// What the comparison tells of two councils of which one is real, a difference in five lines:
// grade, kind and clauses, both statements with the deciding words in brackets, both clauses.
std::string told_differences(std::span<const passes::Protocol> protocols,
                             const syntax::Register& registers, const std::set<std::string>& real);

}  // namespace concord::training
