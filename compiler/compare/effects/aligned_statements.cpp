#include "compare/effects/aligned_statements.h"

#include <algorithm>

namespace concord::compare {
namespace {

constexpr double least_alike = 0.08;   // of statements that are aligned
constexpr double of_all_words = 0.25;  // of a pair's likeness; the rest is its core's

// The best of a row or column, and the one behind it.
struct Best {
  std::size_t at = 0;
  double first = 0;
  double second = 0;

  void add(std::size_t place, double value) {
    if (value > first) {
      second = first;
      first = value;
      at = place;
    } else {
      second = std::max(second, value);
    }
  }
  // Better than all others: no tie.
  bool is_best(std::size_t place, double value) const {
    return place == at && value == first && value > second;
  }
  // The best beside that at the place.
  double beside(std::size_t place) const { return place == at ? second : first; }
};

}  // namespace

double likeness(const StatementTerms& a, const StatementTerms& b) {
  const double core = likeness(a.core, b.core);
  const double all = likeness(a.all, b.all);
  return (1 - of_all_words) * core + of_all_words * all;
}

std::vector<StatementPair> align_statements(const StatedClause& a, const StatedClause& b) {
  const std::size_t width = b.statements.size();
  if (a.statements.empty() || width == 0) return {};
  std::vector<double> values;
  std::vector<Best> rows(a.statements.size());
  std::vector<Best> columns(width);
  for (std::size_t i = 0; i < a.statements.size(); ++i) {
    for (std::size_t j = 0; j < width; ++j) {
      const double value = likeness(a.terms[i], b.terms[j]);
      values.push_back(value);
      rows[i].add(j, value);
      columns[j].add(i, value);
    }
  }
  std::vector<StatementPair> pairs;
  const bool single = a.statements.size() == 1 && width == 1;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < width; ++j) {
      const double value = values[i * width + j];
      const bool of_row = rows[i].is_best(j, value);
      const bool of_column = columns[j].is_best(i, value);
      if (!single && (value < least_alike || !(of_row || of_column))) continue;
      const double lead = std::min(value - rows[i].beside(j), value - columns[j].beside(i));
      pairs.push_back({i, j, value, lead, single || (of_row && of_column)});
    }
  }
  return pairs;
}

std::vector<StatementPair> mutual(std::vector<StatementPair> pairs) {
  std::erase_if(pairs, [](const StatementPair& pair) { return !pair.mutual; });
  return pairs;
}

}  // namespace concord::compare
