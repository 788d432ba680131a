// Renumbering, in one walk over the clauses.
//
// A label is taken apart into what it stands below ("4.5." of "4.5.1."), its own value, and its
// dress. The first follows the clause around that it names; the value follows the number before it
// in its series, as the check of numbers has series (passes/numbering.cpp). Counting the children
// of each clause, the tempting alternative, would number a list anew that goes on behind a
// paragraph, and take 2.3A for 2.4.

#include "draft/sequence.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "graph/numbers.h"
#include "passes/subject.h"
#include "source/characters.h"

namespace concord::draft {
namespace {

using graph::Clause;
using graph::ClauseId;
using syntax::Number;
using syntax::NumberStyle;
using Pieces = std::vector<std::string>;

// Where a number stands in its series; 2.3A is {3, 1}.
struct Step {
  std::uint32_t value = 0;
  std::uint32_t inserted = 0;

  friend auto operator<=>(const Step&, const Step&) = default;
};

Step step_of(const Number& number) {
  return {graph::place_in_series(number), number.inserted};
}

// The numbers that follow one another: those below one number, of one style.
struct Series {
  std::optional<ClauseId> around;
  Pieces stem;  // of numbers that say what they stand below
  NumberStyle style = NumberStyle::none;

  friend auto operator<=>(const Series&, const Series&) = default;
};

// The last number of a series, as printed and as it will be.
struct Last {
  Step printed;
  Step now;
  std::optional<ClauseId> parent;
};

class Sequence {
 public:
  explicit Sequence(const graph::ClauseGraph& graph)
      : graph_(graph), numbers_(graph.clauses.size()), labels_(graph.clauses.size()) {}

  std::vector<std::string> run() {
    for (const Clause& clause : graph_.clauses) {
      if (clause.designation) numbers_[graph::index(clause.id)] = clause.designation->number;
      const bool counted = !clause.full_number.empty() && !clause.number.path.empty();
      label_of(clause) = counted ? next_label(clause) : clause.number.label;
    }
    return std::move(labels_);
  }

 private:
  std::string& label_of(const Clause& clause) { return labels_[graph::index(clause.id)]; }

  std::string next_label(const Clause& clause) {
    const graph::Label parts = graph::take_apart(clause.number);
    const bool stays = passes::accepted(clause);
    const auto stem_around = parts.stem.empty() || stays ? std::nullopt : around(clause, parts);
    const std::string stem = stem_around ? stem_of(*stem_around, parts) : std::string(parts.stem);
    const Series series = series_of(clause, stem);
    const Step printed = step_of(clause.number);
    const Step now = stays ? printed : next_step(clause, series, stem_around.has_value());
    note(clause, series, printed, now);
    if (stays) {
      numbers_[graph::index(clause.id)] = clause.full_number;
      return clause.number.label;
    }
    std::string value = now.value == printed.value ? std::string(parts.value)
                                                   : graph::spelt(now.value, clause.number.style);
    value += inserted_letter(now, parts, printed);
    const std::string bare = stem + value;
    numbers_[graph::index(clause.id)] = full(clause, bare);
    return std::string(parts.before) + bare + std::string(parts.after);
  }

  static std::string inserted_letter(Step now, const graph::Label& parts, Step printed) {
    if (now.inserted == 0) return {};
    if (now.inserted == printed.inserted) return std::string(parts.inserted);
    return graph::spelt(now.inserted, source::is_upper(parts.inserted.front())
                                          ? NumberStyle::upper_alpha
                                          : NumberStyle::lower_alpha);
  }

  // ---- what it stands below

  // The innermost clause around whose number the stem begins with; else, of a clause that was
  // brought here from another section, the clause around with as many parts.
  std::optional<ClauseId> around(const Clause& clause, const graph::Label& parts) const {
    const auto stem = graph::parts_of(parts.stem);
    std::optional<ClauseId> as_deep;
    for (auto at = clause.parent; at; at = graph_[*at].parent) {
      const Pieces own = graph::parts_of(printed_number(graph_[*at]));
      if (own.empty()) continue;
      if (own == stem || graph::lies_below(stem, own)) return at;
      const bool section = graph::is_decimal(graph_[*at].number) && !graph_[*at].designation;
      if (!as_deep && section && own.size() == stem.size()) as_deep = at;
    }
    return as_deep;
  }

  static std::string_view printed_number(const Clause& clause) {
    return clause.designation ? std::string_view(clause.designation->number) : clause.full_number;
  }

  std::string stem_of(ClauseId above, const graph::Label& parts) const {
    return with_pieces(parts.stem, 0, pieces_of(numbers_[graph::index(above)]));
  }

  std::optional<ClauseId> nearest_numbered(const Clause& clause) const {
    auto at = clause.parent;
    while (at && graph_[*at].full_number.empty()) at = graph_[*at].parent;
    return at;
  }

  std::string full(const Clause& clause, const std::string& bare) const {
    const auto above = nearest_numbered(clause);
    if (clause.full_number == clause.number.bare() || !above) return bare;
    return numbers_[graph::index(*above)] + "." + bare;
  }

  // ---- what it comes after

  Series series_of(const Clause& clause, const std::string& stem) const {
    if (!stem.empty())
      return {graph::division_of(graph_, clause), pieces_of(stem), NumberStyle::decimal};
    const auto above = nearest_numbered(clause);
    if (clause.kind == graph::Kind::section && graph::is_decimal(clause.number) && !above)
      return {graph::division_of(graph_, clause), {}, NumberStyle::decimal};
    return {above ? above : clause.parent, {}, clause.number.style};
  }

  Step next_step(const Clause& clause, const Series& series, bool below) const {
    const Step printed = step_of(clause.number);
    const auto last = last_.find(series);
    if (last == last_.end()) return first_step(clause, series, below);
    const Last& before = last->second;
    const bool begins_again =
        series.stem.empty() && printed == Step{1, 0} && before.parent != clause.parent;
    if (begins_again) return printed;
    if (printed.inserted > 0 && printed.value == before.printed.value)
      return {before.now.value, before.now.inserted + 1};
    return {before.now.value + 1, 0};
  }

  Step first_step(const Clause& clause, const Series& series, bool below) const {
    const Step printed = step_of(clause.number);
    const std::string_view bare = clause.number.bare();
    const bool is_first = printed.value <= 1 && printed.inserted == 0;
    if (is_first || bare == "aa" || bare == "AA") return printed;
    const auto run = below ? runs_.end() : runs_.find(run_of(clause));
    if (run != runs_.end() && printed > run->second.printed) return {run->second.now.value + 1, 0};
    return below || series.around ? Step{1, 0} : printed;
  }

  // Whole numbers and capitals of paragraphs and headings run on across headings in many texts.
  using Run = std::tuple<graph::Kind, NumberStyle, Pieces>;
  static Run run_of(const Clause& clause) {
    Pieces written = graph::parts_of(clause.number.bare());
    written.pop_back();
    return {clause.kind, clause.number.style, std::move(written)};
  }

  static bool runs_on(const Clause& clause) {
    const bool capital = clause.number.style == NumberStyle::upper_alpha ||
                         clause.number.style == NumberStyle::upper_roman;
    return graph::is_decimal(clause.number) ||
           (capital && clause.kind == graph::Kind::clause && !clause.number.label.starts_with('('));
  }

  // A number that stays and repeats an earlier one or stands out of order is not counted on from.
  void note(const Clause& clause, const Series& series, Step printed, Step now) {
    const Last step{printed, now, clause.parent};
    const auto [last, fresh] = last_.try_emplace(series, step);
    const bool steps_back = passes::accepted(clause) && !fresh && now <= last->second.now;
    if (steps_back) return;
    last->second = step;
    if (runs_on(clause)) runs_.insert_or_assign(run_of(clause), step);
  }

  const graph::ClauseGraph& graph_;
  std::vector<std::string>
      numbers_;  // by clause: its full number, or its designation's, as it will be
  std::vector<std::string> labels_;
  std::map<Series, Last> last_;
  std::map<Run, Last> runs_;
};

// The pieces of a number without the zeros at its end: "1.0" is 1.
std::vector<std::string> counted_pieces(std::string_view number) {
  std::vector<std::string> pieces = pieces_of(number);
  while (pieces.size() > 1 && pieces.back() == "0") pieces.pop_back();
  return pieces;
}

}  // namespace

std::vector<std::string> pieces_of(std::string_view printed) {
  std::vector<std::string> pieces;
  bool inside = false;
  for (const char c : printed) {
    const bool counts = source::is_alnum(c);
    if (counts && !inside) pieces.emplace_back();
    if (counts) pieces.back().push_back(c);
    inside = counts;
  }
  return pieces;
}

std::string with_pieces(std::string_view printed, std::size_t first,
                        const std::vector<std::string>& pieces) {
  std::string text;
  std::size_t piece = 0;
  for (std::size_t at = 0; at < printed.size();) {
    if (!source::is_alnum(printed[at])) {
      text.push_back(printed[at++]);
      continue;
    }
    std::size_t end = at;
    while (end < printed.size() && source::is_alnum(printed[end])) ++end;
    const bool replaced = piece >= first && piece - first < pieces.size();
    text += replaced ? std::string_view(pieces[piece - first]) : printed.substr(at, end - at);
    ++piece;
    at = end;
  }
  return text;
}

std::vector<std::string> labels_in_sequence(const graph::ClauseGraph& graph) {
  return Sequence(graph).run();
}

std::optional<std::string> cited_anew(std::string_view printed, std::string_view was,
                                      std::string_view now) {
  const auto cited = graph::parts_of(printed);
  const auto old_parts = graph::parts_of(was);
  std::vector<std::string> pieces = counted_pieces(now);
  if (cited.empty() || old_parts.empty() || pieces.empty()) return std::nullopt;
  const bool whole = cited.size() >= old_parts.size() &&
                     std::equal(old_parts.begin(), old_parts.end(), cited.begin());
  const bool end = cited.size() < old_parts.size() &&
                   std::equal(cited.rbegin(), cited.rend(), old_parts.rbegin());
  if (!whole && !end) return std::nullopt;
  if (whole && pieces.size() != old_parts.size())
    return cited.size() == old_parts.size() ? std::optional(std::string(now)) : std::nullopt;
  if (end) {
    if (pieces.size() < cited.size()) return std::nullopt;
    pieces.erase(pieces.begin(), pieces.end() - static_cast<std::ptrdiff_t>(cited.size()));
  }
  for (std::size_t i = 0; i < pieces.size(); ++i)  // "(A)" of a clause (a) stays in capitals
    if (graph::parts_of(pieces[i]).front() == cited[i]) pieces[i] = pieces_of(printed)[i];
  return with_pieces(printed, 0, pieces);
}

}  // namespace concord::draft
