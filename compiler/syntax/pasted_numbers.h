// Which numbers of pasted lines go on from one another.
#pragma once

#include <vector>

#include "syntax/number.h"

namespace concord::syntax {

// 1, (a), (i): begins a list.
bool is_first(const Number& number);
// 2.1, 2.3.4 below 2.
bool is_below(const Number& number, const Number& above);
bool is_first_below(const Number& number, const Number& above);

// The numbers that the next one may go on from, the outermost first.
class Chain {
 public:
  // Takes the number where it goes on from one of them, or is the first below the last.
  bool take(const Number& number);
  // A list begins with it.
  void begin(const Number& number);
  bool empty() const { return open_.empty(); }

 private:
  static constexpr std::size_t deepest_chain = 8;
  std::vector<Number> open_;
};

}  // namespace concord::syntax
