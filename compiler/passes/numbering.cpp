// Are the numbers in order?
//
// Numbers are looked at in series: the numbers that a reader expects to follow one another. Decimal
// numbers of one prefix (3.1, 3.2, …) are a series wherever they stand in their division ("Part
// B"); letters and numerals are one below the number that they belong to. Paragraphs with whole
// numbers run on across headings in many texts, and begin again in others: either is regular. What
// council printed is kept; {sic="as adopted"} accepts it.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "diag/messages.h"
#include "graph/numbers.h"
#include "passes/subject.h"

namespace concord::passes {
namespace {

using graph::Clause;
using syntax::NumberStyle;
using Parts = std::vector<std::string>;

// Which series a number belongs to. Decimal numbers share their division, or none, for `around`;
// what is told apart only by its place has the clause around it.
struct Series {
  std::optional<ClauseId> around;
  Parts prefix;
  NumberStyle style = NumberStyle::none;

  friend auto operator<=>(const Series&, const Series&) = default;
};

class Pass {
 public:
  explicit Pass(const Subject& subject) : subject_(subject), graph_(subject.graph) {}

  void run() {
    for (const Clause& clause : graph_.clauses) {
      if (clause.full_number.empty() || clause.number.path.empty()) continue;
      numbered_.push_back(&clause);
      const Parts parts = graph::parts_of(clause.full_number);
      known_.insert(parts);
      series_[series_of(clause, parts)].push_back(&clause);
      if (runs_on(clause)) note_last(clause);
    }
    for (const Clause& clause : graph_.clauses)
      if (clause.designation) known_.insert(graph::parts_of(clause.designation->number));
    check_duplicates();
    for (const auto& [series, clauses] : series_) check_order(series, clauses);
    check_parents();
    check_sections();
    check_styles();
    check_sic();
  }

 private:
  Series series_of(const Clause& clause, Parts parts) const {
    const auto above = nearest_numbered(clause);
    parts.pop_back();
    if (is_absolute(clause))
      return {graph::division_of(graph_, clause), std::move(parts), NumberStyle::decimal};
    return {above ? above : clause.parent, std::move(parts), clause.number.style};
  }

  // "3.1", and the whole number of a section: known by itself, wherever it stands.
  static bool is_absolute(const Clause& clause) {
    if (!graph::is_decimal(clause.number) || clause.kind == graph::Kind::item) return false;
    return clause.kind == graph::Kind::section || !graph::is_whole(clause.number);
  }

  // Numbers, and the capitals of paragraphs, go on across headings in many texts.
  static bool runs_on(const Clause& clause) {
    const bool capital = clause.number.style == NumberStyle::upper_alpha ||
                         clause.number.style == NumberStyle::upper_roman;
    return graph::is_decimal(clause.number) ||
           (capital && clause.kind == graph::Kind::clause && !clause.number.label.starts_with('('));
  }

  // For each such number the one before it that is written below the same number, in whatever
  // section.
  void note_last(const Clause& clause) {
    Parts written = graph::parts_of(clause.number.bare());
    written.pop_back();
    const auto [last, fresh] =
        last_.try_emplace({clause.kind, clause.number.style, std::move(written)}, &clause);
    if (!fresh) before_[clause.id] = std::exchange(last->second, &clause);
  }

  std::optional<ClauseId> nearest_numbered(const Clause& clause) const {
    auto at = clause.parent;
    while (at && graph_[*at].full_number.empty()) at = graph_[*at].parent;
    return at;
  }

  void report(diag::Code code, const Clause& clause, std::string message,
              std::vector<diag::Note> notes = {}) {
    irregular_.insert(clause.id);
    if (accepted(clause)) return;
    subject_.sink.report(
        {code, subject_.number_span(clause), std::move(message), std::move(notes)});
  }

  void check_duplicates() {
    std::map<std::tuple<std::optional<ClauseId>, Parts>, const Clause*> first;
    for (const Clause* clause : numbered_) {
      Parts parts = graph::parts_of(clause->full_number);
      const Series series = series_of(*clause, parts);
      const auto [place, fresh] = first.try_emplace({series.around, std::move(parts)}, clause);
      if (fresh) continue;
      report(diag::Code::NUM001, *clause, fmt::format(diag::NUM001::twice, clause->full_number),
             {{diag::NUM001::first_here, subject_.number_span(*place->second)}});
      repeated_.insert(clause->id);
    }
  }

  static std::uint32_t value(const Clause& clause) { return graph::place_in_series(clause.number); }

  // The value before the clause's: 2.3A needs a 2.3, and 2.4 too.
  static std::uint32_t needed(const Clause& clause) {
    return value(clause) - (clause.number.inserted > 0 || value(clause) == 0 ? 0 : 1);
  }

  static bool is_before(const Clause& a, const Clause& b) {
    return std::pair(value(a), a.number.inserted) < std::pair(value(b), b.number.inserted);
  }

  void check_order(const Series& series, const std::vector<const Clause*>& clauses) {
    const Clause* last = nullptr;
    for (const Clause* clause : clauses) {
      if (repeated_.contains(clause->id)) continue;
      if (last == nullptr) {
        check_first(series, *clause);
      } else if (is_before(*clause, *last)) {
        report(diag::Code::NUM003, *clause,
               fmt::format(diag::NUM003::out_of_order, clause->full_number, last->full_number),
               {{diag::NUM003::larger_here, subject_.number_span(*last)}});
        continue;  // the larger one stays the measure of what follows
      } else if (needed(*clause) > value(*last)) {
        report(diag::Code::NUM002, *clause, gap_between(*last, *clause));
      }
      last = clause;
    }
  }

  // A text may be taken from a longer one and begin at any section; below a number that is there,
  // the first is 1, or goes on from the last before. Legal drafting has lists that begin (aa),
  // (bb).
  void check_first(const Series& series, const Clause& clause) {
    const bool below = series.around || known_.contains(series.prefix);
    if (!below || needed(clause) == 0) return;
    const std::string_view bare = clause.number.bare();
    if (bare == "aa" || bare == "AA") return;
    const auto before = before_.find(clause.id);
    if (before != before_.end() && value(*before->second) == needed(clause)) return;
    report(diag::Code::NUM002, clause, gap_before(clause));
  }

  static std::string gap_between(const Clause& last, const Clause& next) {
    const std::string from = graph::label_beside(next.number, value(last) + 1);
    const std::string to = graph::label_beside(next.number, needed(next));
    const std::string &label = next.number.label, &before = last.number.label;
    return from == to ? fmt::format(diag::NUM002::gap, label, before, from)
                      : fmt::format(diag::NUM002::wide_gap, label, before, from, to);
  }

  static std::string gap_before(const Clause& first) {
    const std::string from = graph::label_beside(first.number, 1);
    const std::string to = graph::label_beside(first.number, needed(first));
    const std::string& label = first.number.label;
    return from == to ? fmt::format(diag::NUM002::gap_before_first, label, from)
                      : fmt::format(diag::NUM002::wide_gap_before_first, label, from, to);
  }

  // Reported once for each parent that is not there. A prefix that all numbers share ("18." of
  // section 18 of a constitution) is no parent; nor is any where all headings lack numbers.
  void check_parents() {
    const Parts shared = shared_prefix();
    std::set<std::size_t> depths;
    for (const Parts& parts : known_) depths.insert(parts.size());
    std::set<Parts> reported;
    for (const Clause* clause : numbered_) {
      if (!graph::is_decimal(clause->number)) continue;
      Parts parent = graph::parts_of(clause->full_number);
      parent.pop_back();
      if (parent.size() <= shared.size() || known_.contains(parent)) continue;
      if (!depths.contains(parent.size())) continue;
      if (!reported.insert(parent).second) continue;
      report(diag::Code::NUM004, *clause,
             fmt::format(diag::NUM004::no_parent, clause->full_number, fmt::join(parent, ".")));
    }
  }

  // "1.2" in section 2: told once for each section.
  void check_sections() {
    std::set<ClauseId> reported;
    for (const Clause* clause : numbered_) {
      if (!is_absolute(*clause) || irregular_.contains(clause->id)) continue;
      const auto section = numbered_section(*clause);
      if (!section) continue;
      const Parts own = graph::parts_of(clause->full_number);
      if (graph::lies_below(own, graph::parts_of(graph_[*section].full_number))) continue;
      if (!reported.insert(*section).second) continue;
      report(diag::Code::NUM008, *clause,
             fmt::format(diag::NUM008::in_other_section, clause->full_number,
                         graph_[*section].full_number),
             {{diag::NUM008::section_here, subject_.number_span(graph_[*section])}});
    }
  }

  // The innermost section around the clause with a decimal number.
  std::optional<ClauseId> numbered_section(const Clause& clause) const {
    auto at = clause.parent;
    while (at &&
           !(graph_[*at].kind == graph::Kind::section && graph::is_decimal(graph_[*at].number))) {
      if (graph_[*at].designation) return std::nullopt;
      at = graph_[*at].parent;
    }
    return at;
  }

  Parts shared_prefix() const {
    std::optional<Parts> shared;
    for (const Clause* clause : numbered_) {
      Parts parts = graph::parts_of(clause->full_number);
      parts.pop_back();
      if (!shared) shared = parts;
      const auto [end, other] =
          std::mismatch(shared->begin(), shared->end(), parts.begin(), parts.end());
      shared->erase(end, shared->end());
    }
    return shared.value_or(Parts{});
  }

  // What stands around the number itself: "(a)", "a)", "1.", "1.0".
  static std::string dress(const Clause& clause) {
    const std::string_view label = clause.number.label;
    std::string result;
    if (label.starts_with('(')) result += '(';
    const auto& path = clause.number.path;
    result += path.size() > 1 && path.back() == 0 ? "n.0" : "n";
    if (label.ends_with(')')) result += ')';
    if (label.ends_with('.')) result += '.';
    return result;
  }

  static std::string_view name_of(NumberStyle style) {
    switch (style) {
      case NumberStyle::decimal:
        return "a number";
      case NumberStyle::lower_alpha:
      case NumberStyle::upper_alpha:
        return "a letter";
      case NumberStyle::lower_roman:
      case NumberStyle::upper_roman:
        return "a roman numeral";
      case NumberStyle::none:
      case NumberStyle::automatic:
        break;
    }
    return "a label";
  }

  // Labels of one series are dressed alike, and items of one list are of one kind.
  void check_styles() {
    for (const auto& [series, clauses] : series_) check_dress(clauses);
    std::map<ClauseId, const Clause*> first_item;
    std::set<std::pair<ClauseId, NumberStyle>> reported;
    for (const Clause* clause : numbered_) {
      if (clause->kind != graph::Kind::item || !clause->parent) continue;
      const Clause* first = first_item.try_emplace(*clause->parent, clause).first->second;
      if (first->number.style == clause->number.style) continue;
      irregular_.insert(clause->id);
      if (accepted(*clause) || !reported.insert({first->id, clause->number.style}).second) continue;
      report(diag::Code::NUM006, *clause,
             fmt::format(diag::NUM006::other_style, clause->number.label,
                         name_of(clause->number.style), name_of(first->number.style)),
             {{diag::NUM006::list_here, subject_.number_span(*first)}});
    }
  }

  void check_dress(const std::vector<const Clause*>& clauses) {
    std::map<std::string, std::size_t> counts;
    for (const Clause* clause : clauses) ++counts[dress(*clause)];
    if (counts.size() < 2) return;
    const auto usual = std::ranges::max_element(
        clauses, {}, [&](const Clause* clause) { return counts[dress(*clause)]; });
    std::set<std::string> reported;
    for (const Clause* clause : clauses) {
      const std::string own = dress(*clause);
      if (own == dress(**usual)) continue;
      irregular_.insert(clause->id);
      if (accepted(*clause) || !reported.insert(own).second) continue;
      report(diag::Code::NUM006, *clause,
             fmt::format(diag::NUM006::unlike_siblings, clause->number.label,
                         and_others(clauses, own), (*usual)->number.label),
             {{diag::NUM006::usual_here, subject_.number_span(**usual)}});
    }
  }

  // One way of writing numbers is one thing to decide on, however many are written so.
  static std::string and_others(const std::vector<const Clause*>& clauses, const std::string& own) {
    const auto others = std::ranges::count_if(
        clauses, [&](const Clause* clause) { return dress(*clause) == own && !accepted(*clause); });
    return others > 1 ? fmt::format(", like {} more,", others - 1) : std::string();
  }

  void check_sic() {
    for (const Clause& clause : graph_.clauses) {
      if (!accepted(clause) || irregular_.contains(clause.id)) continue;
      if (subject_.lifted.contains(clause.id)) continue;
      if (clause.kind == graph::Kind::footnote) continue;  // the footnotes' pass knows
      subject_.sink.report({diag::Code::NUM007, clause.attributes.span, diag::NUM007::regular});
    }
  }

  const Subject& subject_;
  const graph::ClauseGraph& graph_;
  std::vector<const Clause*> numbered_;
  std::set<Parts> known_;
  std::map<Series, std::vector<const Clause*>> series_;
  std::map<std::tuple<graph::Kind, NumberStyle, Parts>, const Clause*> last_;
  std::map<ClauseId, const Clause*> before_;
  std::set<ClauseId> repeated_;
  std::set<ClauseId> irregular_;
};

}  // namespace

void check_numbering(const Subject& subject) {
  Pass(subject).run();
}

}  // namespace concord::passes
