// What some words are about: terms with their information, and the meanings that they share with
// others. Likeness of statements and of their slots is judged by these.
#pragma once

#include <boost/container/flat_set.hpp>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "compare/match/lexicon.h"

namespace concord::compare {

class Terms {
 public:
  Terms() = default;
  Terms(std::span<const Token> tokens, const Lexicon& lexicon) { add(tokens, lexicon); }
  void add(std::span<const Token> tokens, const Lexicon& lexicon);

  bool empty() const { return terms_.empty(); }
  std::size_t size() const { return terms_.size(); }
  double weight() const { return weight_; }
  // The share of these that the other has, by word or meaning: 0 to 1; 0 of nothing.
  double share_in(const Terms& other) const;

 private:
  struct Term {
    std::string_view form;
    double weight = 0;
    std::uint32_t groups_end = 0;  // of its groups in group_of_term_; they begin where those of the
                                   // term before it end
  };
  std::vector<Term> terms_;
  std::vector<std::uint32_t> group_of_term_;
  boost::container::flat_set<std::string_view> forms_;
  boost::container::flat_set<std::uint32_t> groups_;
  double weight_ = 0;
};

// Dice coefficient of the information: 0 to 1; 1 of nothing and nothing.
double likeness(const Terms& a, const Terms& b);

}  // namespace concord::compare
