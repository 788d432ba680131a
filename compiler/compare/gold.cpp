// Reading a gold standard, and finding its units among the clauses of a build.
//
// Units and clauses are matched in order (Needleman and Wunsch 1970): both are transcriptions of
// one text, cut a little differently, so a unit's clause stands where its neighbours' clauses
// stand.
#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "compare/evaluate.h"

namespace concord::compare {
namespace {

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(mark);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// The fields of every line after the header that has at least `least` of them.
std::vector<std::vector<std::string_view>> records(std::string_view text, std::size_t least) {
  std::vector<std::vector<std::string_view>> found;
  const auto lines = split(text, '\n');
  for (std::size_t i = 1; i < lines.size(); ++i) {
    auto fields = split(lines[i], '\t');
    if (fields.size() >= least) found.push_back(std::move(fields));
  }
  return found;
}

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> found(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (std::isalnum(c) != 0 && c < 0x80) {
      found.back() += static_cast<char>(std::tolower(c));
    } else if (c == '\'' || text.substr(i, 3) == "\u2019") {
      i += c == '\'' ? 0 : 2;
    } else if (!found.back().empty()) {
      found.emplace_back();
    }
  }
  if (found.back().empty()) found.pop_back();
  return found;
}

// Twice the longest common subsequence over both lengths; 0 below 0.6.
double similarity(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a == b) return 1;
  if (a.empty() || b.empty()) return 0;
  if (5 * std::min(a.size(), b.size()) < 2 * std::max(a.size(), b.size())) return 0;
  std::vector<std::size_t> row(b.size() + 1);
  for (const std::string& word : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = word == b[j] ? diagonal + 1 : std::max(above, row[j]);
      diagonal = above;
    }
  }
  const double ratio =
      2.0 * static_cast<double>(row.back()) / static_cast<double>(a.size() + b.size());
  return ratio >= 0.6 ? ratio : 0;
}

struct Worded {
  std::vector<std::string> words;
  std::size_t index = 0;  // of the unit or clause
};

// (unit, clause) pairs of the best matching that keeps the order of both.
std::vector<std::pair<std::size_t, std::size_t>> match_in_order(
    const std::vector<Worded>& units, const std::vector<Worded>& clauses) {
  enum Step : std::uint8_t { none, skip_unit, skip_clause, pair };
  const std::size_t width = clauses.size() + 1;
  std::vector<double> best((units.size() + 1) * width);
  std::vector<Step> step(best.size(), none);
  for (std::size_t i = 1; i <= units.size(); ++i) {
    for (std::size_t j = 1; j < width; ++j) {
      const double alike = similarity(units[i - 1].words, clauses[j - 1].words);
      const std::size_t at = i * width + j;
      best[at] = best[at - width];
      step[at] = skip_unit;
      if (best[at - 1] > best[at]) {
        best[at] = best[at - 1];
        step[at] = skip_clause;
      }
      if (alike > 0 && best[at - width - 1] + alike >= best[at]) {
        best[at] = best[at - width - 1] + alike;
        step[at] = pair;
      }
    }
  }
  std::vector<std::pair<std::size_t, std::size_t>> found;
  for (std::size_t i = units.size(), j = clauses.size(); i > 0 && j > 0;) {
    const Step taken = step[i * width + j];
    if (taken == pair) found.emplace_back(units[i - 1].index, clauses[j - 1].index);
    if (taken != skip_clause) --i;
    if (taken != skip_unit) --j;
  }
  return found;
}

}  // namespace

Gold read_gold(std::string_view units, std::string_view links, std::string_view divergences,
               std::string_view near_misses) {
  Gold gold;
  for (const auto& f : records(units, 5)) {
    gold.units.push_back(
        {std::string(f[0]), std::string(f[1]), std::string(f[3]), std::string(f[4])});
  }
  for (const auto& f : records(links, 4)) {
    gold.links.push_back(
        {std::string(f[0]), std::string(f[1]), f[2] == "required", std::string(f[3])});
  }
  for (const auto& f : records(divergences, 4)) {
    gold.divergences.push_back({std::string(f[0]), std::string(f[1]), std::string(f[2]),
                                f[3] == "required", std::string(f.size() > 4 ? f[4] : "")});
  }
  for (const auto& f : records(near_misses, 2)) {
    gold.near_misses.push_back({std::string(f[0]), std::string(f[1])});
  }
  return gold;
}

std::map<std::string, ClauseRef> find_units(const Gold& gold,
                                            std::span<const passes::Protocol> protocols) {
  std::map<std::string, ClauseRef> found;
  for (std::uint32_t p = 0; p < protocols.size(); ++p) {
    std::vector<Worded> units;
    for (std::size_t i = 0; i < gold.units.size(); ++i) {
      if (gold.units[i].council != protocols[p].metadata().id) continue;
      units.push_back({words(gold.units[i].text), i});
    }
    std::vector<Worded> clauses;
    for (const graph::Clause& clause : protocols[p].clauses()) {
      if (clause.text.text.empty()) continue;
      clauses.push_back({words(clause.text.text), graph::index(clause.id)});
    }
    for (const auto& [unit, clause] : match_in_order(units, clauses)) {
      found[gold.units[unit].id] = {p, graph::ClauseId(clause)};
    }
  }
  return found;
}

}  // namespace concord::compare
