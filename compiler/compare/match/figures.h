// A sparse row of a table, laid out so that any place of it is there to be read: what one thread
// works with while it compares one thing with many.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace concord::compare {

class Figures {
 public:
  // Takes away what was put and makes room for places below `size`.
  void clear(std::size_t size) {
    for (const std::uint32_t place : put_) values_[place] = 0;
    put_.clear();
    if (values_.size() < size) values_.resize(size, 0);
  }

  // Puts the value there if it is more than what is there; 0 is everywhere to begin with.
  void raise(std::uint32_t place, double value) {
    if (values_[place] == 0) put_.push_back(place);
    values_[place] = std::max(values_[place], value);
  }

  // Puts the weight of each of the ids.
  void lay(const std::vector<std::uint32_t>& ids, const std::vector<double>& weights) {
    clear(weights.size());
    for (const std::uint32_t id : ids) raise(id, weights[id]);
  }

  double operator[](std::uint32_t place) const { return values_[place]; }

  // What is put at these ids, together.
  double sum_at(const std::vector<std::uint32_t>& ids) const {
    double sum = 0;
    for (const std::uint32_t id : ids) sum += values_[id];
    return sum;
  }

 private:
  std::vector<double> values_;
  std::vector<std::uint32_t> put_;
};

}  // namespace concord::compare
