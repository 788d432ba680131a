// A sparse row scattered over a dense array, so that any place of it can be read at once: the
// sparse accumulator of Gilbert, Moler and Schreiber ("Sparse matrices in MATLAB", 1992). Clearing
// it costs what was put in and not the size of the array: one thread uses one for row after row.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace concord::compare {

class SparseAccumulator {
 public:
  // Takes away what was put in and makes room for indices below `size`.
  void clear(std::size_t size) {
    for (const std::uint32_t index : occupied_) values_[index] = 0;
    occupied_.clear();
    if (values_.size() < size) values_.resize(size, 0);
  }

  // Puts the value in where it is more than what is there; 0 is everywhere to begin with.
  void raise(std::uint32_t index, double value) {
    if (values_[index] == 0) occupied_.push_back(index);
    values_[index] = std::max(values_[index], value);
  }

  // Holds the weights of these ids and nothing else.
  void scatter(std::span<const std::uint32_t> ids, const std::vector<double>& weights) {
    clear(weights.size());
    for (const std::uint32_t id : ids) raise(id, weights[id]);
  }

  double operator[](std::uint32_t index) const { return values_[index]; }
  // The same of an index that may be beyond what there is room for.
  bool has(std::uint32_t index) const { return index < values_.size() && values_[index] != 0; }

  // The sum of the values at these ids.
  double sum_at(std::span<const std::uint32_t> ids) const {
    double sum = 0;
    for (const std::uint32_t id : ids) sum += values_[id];
    return sum;
  }

 private:
  std::vector<double> values_;
  std::vector<std::uint32_t> occupied_;
};

}  // namespace concord::compare
