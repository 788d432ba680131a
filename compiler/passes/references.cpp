// References in plain prose, and what they lead to.
//
// A citation ("paragraph 3.1(e)") is of this text unless something says otherwise: words behind it
// that name an owner ("of the Constitution", "to Article 12 of …"), a noun for larger things
// ("Appendix 14"), or the quotation that it stands in. A number is looked for whole, then below the
// clauses around the citing one ("sub-paragraph (b)" means the one beside it). What does not
// resolve is reported and kept; nothing is guessed but the part of a path that exists.

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "graph/numbers.h"
#include "passes/citation.h"
#include "passes/documents.h"
#include "passes/number_index.h"
#include "passes/owner.h"
#include "passes/subject.h"
#include "passes/vocabulary.h"

namespace concord::passes {
namespace {

using graph::Clause;

// The most clauses that one range ("sections 4 to 6") may name.
constexpr std::size_t longest_range = 100;

// For how many numbers of a text near ones are looked up: a text with more has other troubles.
constexpr std::size_t most_suggestions = 100;

// How many of the parts stand before the first bracket: what may not be left off.
std::size_t decimal_count(std::string_view number) {
  return graph::parts_of(number.substr(0, number.find('('))).size();
}

// ---- the pass

class Pass {
 public:
  Pass(const Subject& subject, Found& found)
      : subject_(subject), found_(found), index_(subject.graph) {
    place_footnotes();
    place_headings();
    place_acts();
  }

  void run() {
    for (const Clause& clause : subject_.graph.clauses) {
      clause_ = &clause;
      text_ = clause.words().text;
      quoted_ = is_quoted(subject_.graph, clause);
      const auto& words = subject_.words_of(clause);
      std::optional<OwnerReader> owners;  // few clauses cite anything
      std::uint32_t done = 0;
      for (const Word& word : words) {
        if (word.range.begin < done) continue;
        const auto citation = citation_at(text_, word.range.begin, false);
        if (!citation || !is_reference(*citation)) continue;
        if (!owners)
          owners.emplace(text_, words, document_names(text_, words, subject_.vocabulary.lists()));
        Owner owner = owners->at(citation->end);
        if (owner.kind == Owner::Kind::none && citation->unit == Unit::outer)
          owner = owners->after_comma(citation->end);
        done = std::max(citation->end, owner.end);
        refer(*citation, owner);
      }
    }
  }

 private:
  bool is_reference(const Citation& citation) const {
    if (!found_.is_free(*clause_, citation.range)) return false;
    // "Section 151 Officer" is a title.
    std::uint32_t after = citation.end;
    while (after < text_.size() && (text_[after] == ')' || text_[after] == ' ')) ++after;
    return !accept(text_, after, "officer") && !accept(text_, after, "officers") &&
           !accept(text_, after, "finance officer");
  }

  void refer(const Citation& citation, const Owner& owner) {
    const std::uint32_t end = std::max(citation.end, owner.end);
    if (owner.kind == Owner::Kind::act && refer_to_act(citation, end)) return;
    const bool own = owner.kind == Owner::Kind::own;
    const bool foreign = owner.kind == Owner::Kind::foreign || owner.kind == Owner::Kind::act;
    if (foreign || (quoted_ && !own)) return refer_outside(citation, end);
    if (citation.unit == Unit::footnote) return refer_to_footnotes(citation, end);
    if (citation.unit == Unit::outer) return refer_to_outer(citation, end);
    refer_inside(citation, owner, end);
  }

  // ---- outside

  void refer_outside(const Citation& citation, std::uint32_t end) {
    const std::string_view owner = text_.substr(citation.end, end - citation.end);
    const bool several = citation.numbers.size() > 1;
    for (std::size_t i = 0; i < citation.numbers.size(); ++i) {
      const Range range = range_of(citation, i, i, end);
      std::string target(slice(text_, range));
      if (several) {
        std::string noun = citation.noun;
        if (citation.capital) noun[0] = static_cast<char>(noun[0] - 'a' + 'A');
        target = fmt::format("{} {}{}", noun, slice(text_, citation.numbers[i].range), owner);
      }
      add(ReferenceKind::external, range, std::move(target));
    }
  }

  // A place of the Act that was named last.
  bool refer_to_act(const Citation& citation, std::uint32_t end) {
    const auto next = acts_.lower_bound({clause_->id, citation.range.begin});
    if (next == acts_.begin()) return false;
    const syntax::Instrument& act = *std::prev(next)->second;
    for (std::size_t i = 0; i < citation.numbers.size(); ++i) {
      Reference& reference = add(ReferenceKind::instrument, range_of(citation, i, i, end), act.id);
      reference.uri = act.uri;
      if (act.uri.empty() || citation.noun != "section") continue;
      reference.uri += "/section";
      for (const std::string& part : citation.numbers[i].parts) reference.uri += "/" + part;
    }
    return true;
  }

  // "Appendix A" may be a heading of this very text.
  void refer_to_outer(const Citation& citation, std::uint32_t end) {
    if (!citation.capital) return;
    const auto heading = headings_.find({citation.noun, citation.numbers.front().parts});
    if (heading == headings_.end() || citation.numbers.size() > 1)
      return refer_outside(citation, end);
    if (heading->second == clause_->id) return;
    resolve_to(Holders{{heading->second}, 1}, citation, range_of(citation, 0, 0, end));
  }

  // ---- inside

  void refer_to_footnotes(const Citation& citation, std::uint32_t end) {
    for (std::size_t i = 0; i < citation.numbers.size(); ++i) {
      const Range range = range_of(citation, i, i, end);
      const std::string_view label = slice(text_, citation.numbers[i].range);
      if (const auto note = notes_.find(label); note != notes_.end()) {
        add(ReferenceKind::internal, range, std::string(slice(text_, range)), note->second);
      } else {
        missing(citation.numbers[i], range);
      }
    }
  }

  void refer_inside(const Citation& citation, const Owner& owner, std::uint32_t end) {
    const auto& numbers = citation.numbers;
    for (std::size_t i = 0; i < numbers.size();) {
      std::size_t last = i;
      while (numbers[last].through && last + 1 < numbers.size()) ++last;
      const Range range = range_of(citation, i, last, end);
      if (last == i) {
        refer_to(numbers[i], owner.within, citation, range);
      } else {
        refer_to_range(expanded(numbers[i], numbers[last]), owner.within, citation, range);
      }
      i = last + 1;
    }
  }

  // The clauses of a range that there are; those that are not are reported together.
  void refer_to_range(const std::vector<CitedNumber>& all, const Parts& within,
                      const Citation& citation, Range range) {
    Parts absent;
    for (const CitedNumber& each : all) {
      const Parts parts = joined(within, each.parts);
      if (const auto* found = index_.find(parts, within.empty() && each.relative, *clause_)) {
        resolve_to(*found, citation, range);
      } else {
        absent.push_back(fmt::format("\"{}\"", fmt::join(parts, ".")));
      }
    }
    if (absent.empty()) return;
    if (absent.size() == all.size()) unresolved(range);
    const bool several = absent.size() > 1;
    subject_.report(
        diag::Code::REF001, *clause_, range,
        fmt::format("\"{}\" leads to {} that this protocol does not have: {}{}{}",
                    slice(text_, range), several ? "clauses" : "a clause", absent.front(),
                    several ? " to " : "", several ? absent.back() : ""));
  }

  static Parts joined(Parts parts, const Parts& more) {
    parts.insert(parts.end(), more.begin(), more.end());
    return parts;
  }

  // Every number of a range: "4 to 6" is 4, 5, 6. Where the ends are not of one series, the ends.
  static std::vector<CitedNumber> expanded(const CitedNumber& first, const CitedNumber& last) {
    std::vector<CitedNumber> ends = {first, last};
    if (first.parts.size() != last.parts.size()) return ends;
    if (!std::equal(first.parts.begin(), first.parts.end() - 1, last.parts.begin())) return ends;
    const auto value = [](const std::string& part) -> std::size_t {
      if (part.size() == 1 && part[0] >= 'a') return static_cast<std::size_t>(part[0] - 'a') + 1;
      if (part.size() > 6 || part.find_first_not_of("0123456789") != std::string::npos) return 0;
      return std::stoul(part);
    };
    const std::size_t low = value(first.parts.back());
    const std::size_t high = value(last.parts.back());
    const bool letters = first.parts.back()[0] >= 'a';
    if (low == 0 || high <= low || high - low > longest_range) return ends;
    std::vector<CitedNumber> all;
    for (std::size_t each = low; each <= high; ++each) {
      CitedNumber number = first;
      number.parts.back() =
          letters ? std::string(1, static_cast<char>('a' + each - 1)) : std::to_string(each);
      all.push_back(std::move(number));
    }
    return all;
  }

  void refer_to(const CitedNumber& number, const Parts& within, const Citation& citation,
                Range range) {
    Parts parts = joined(within, number.parts);
    const bool relative = within.empty() && number.relative;
    if (const auto* found = index_.find(parts, relative, *clause_))
      return resolve_to(*found, citation, range);
    const std::size_t least = std::max<std::size_t>(decimal_count(slice(text_, number.range)), 1);
    while (parts.size() > within.size() + least && !relative) {
      parts.pop_back();
      if (const auto* found = index_.find(parts, false, *clause_))
        return resolve_in_part(*found, number, range);
    }
    missing(number, range);
  }

  void resolve_in_part(const Holders& found, const CitedNumber& number, Range range) {
    const Clause& target = subject_.graph[found.first.front()];
    add(ReferenceKind::internal, range, std::string(slice(text_, range)), target.id);
    subject_.report(diag::Code::REF005, *clause_, range,
                    fmt::format("\"{}\" resolves only to {}", slice(text_, range), shown(target)),
                    suggestions(slice(text_, number.range)));
  }

  void unresolved(Range range) {
    add(ReferenceKind::internal, range, std::string(slice(text_, range)));
  }

  void missing(const CitedNumber& number, Range range) {
    unresolved(range);
    const std::string_view printed = slice(text_, number.range);
    subject_.report(diag::Code::REF001, *clause_, range,
                    fmt::format("\"{}\" leads to no clause: there is no \"{}\" in this protocol",
                                slice(text_, range), printed),
                    suggestions(printed));
  }

  std::vector<diag::Note> suggestions(std::string_view number) {
    std::vector<diag::Note> notes;
    if (suggested_++ >= most_suggestions) return notes;
    for (const std::string& near : diag::nearest(number, index_.full_numbers()))
      notes.push_back({fmt::format("did you mean \"{}\"?", near), std::nullopt});
    return notes;
  }

  void resolve_to(const Holders& found, const Citation& citation, Range range) {
    ClauseId id = found.first.front();
    const auto sections = [&](ClauseId each) {
      return subject_.graph[each].kind == graph::Kind::section;
    };
    const bool one_section = citation.noun == "section" && found.count == found.first.size() &&
                             std::ranges::count_if(found.first, sections) == 1;
    if (one_section) id = *std::ranges::find_if(found.first, sections);
    const Clause& target = subject_.graph[id];
    add(ReferenceKind::internal, range, std::string(slice(text_, range)), target.id);
    if (found.count > 1 && !one_section) return ambiguous(found, range);
    if (target.id == clause_->id) {
      subject_.report(
          diag::Code::REF006, *clause_, range,
          fmt::format("\"{}\" stands in {} itself", slice(text_, range), shown(target)));
      return;
    }
    check_direction(citation, target);
  }

  void ambiguous(const Holders& found, Range range) const {
    std::vector<diag::Note> notes;
    for (const ClauseId id : found.first)
      notes.push_back({fmt::format("it could be this one, \"#{}\"", subject_.graph[id].key),
                       subject_.number_span(subject_.graph[id])});
    subject_.report(diag::Code::REF004, *clause_, range,
                    fmt::format("\"{}\" could mean {} clauses", slice(text_, range), found.count),
                    std::move(notes));
  }

  void check_direction(const Citation& citation, const Clause& target) const {
    if (citation.direction == Direction::none) return;
    if (is_around(target, *clause_) || is_around(*clause_, target)) return;
    const bool stands_below = place_of(target) > place_of(*clause_);
    const bool says_below = citation.direction == Direction::below;
    if (stands_below == says_below) return;
    const std::string_view right = stands_below ? "below" : "above";
    subject_.report(
        diag::Code::REF003, *clause_, citation.direction_range,
        fmt::format("{} stands {}, not {}", shown(target), right,
                    slice(text_, citation.direction_range)),
        {{"it stands here", subject_.number_span(target)}},
        {{fmt::format("write \"{}\"", right), subject_.span(*clause_, citation.direction_range),
          std::string(right), false}});
  }

  bool is_around(const Clause& outer, const Clause& inner) const {
    for (auto at = inner.parent; at; at = subject_.graph[*at].parent)
      if (*at == outer.id) return true;
    return false;
  }

  // A footnote is read where its mark stands.
  void place_footnotes() {
    for (const Clause& clause : subject_.graph.clauses) {
      if (clause.kind == graph::Kind::footnote) notes_.try_emplace(clause.number.label, clause.id);
      for (const syntax::Mark& mark : clause.words().marks)
        if (mark.kind == syntax::MarkKind::footnote)
          note_places_.try_emplace(mark.target, clause.id);
    }
  }

  void place_headings() {
    for (const Clause& clause : subject_.graph.clauses) {
      if (clause.kind != graph::Kind::section || clause.heading.empty()) continue;
      const auto citation = citation_at(clause.heading.text, 0, false);
      if (citation && citation->unit == Unit::outer)
        headings_.try_emplace({citation->noun, citation->numbers.front().parts}, clause.id);
    }
  }

  void place_acts() {
    for (const Reference& each : found_.all()) {
      if (each.kind != ReferenceKind::instrument) continue;
      const auto* instrument = subject_.registers.instrument(each.target);
      if (instrument != nullptr && instrument->kind == syntax::InstrumentKind::act)
        acts_[{each.from, each.range.begin}] = instrument;
    }
  }

  ClauseId place_of(const Clause& clause) const {
    const Clause* at = &clause;
    while (at->parent) at = &subject_.graph[*at->parent];
    const auto mark = note_places_.find(at->number.label);
    return at->kind == graph::Kind::footnote && mark != note_places_.end() ? mark->second
                                                                           : clause.id;
  }

  // ---- both

  // The first reference begins at the noun, the last takes the words behind the numbers.
  static Range range_of(const Citation& citation, std::size_t first, std::size_t last,
                        std::uint32_t end) {
    const bool whole_end = last + 1 == citation.numbers.size();
    return {first == 0 ? citation.range.begin : citation.numbers[first].range.begin,
            whole_end ? end : citation.numbers[last].range.end};
  }

  Reference& add(ReferenceKind kind, Range range, std::string target,
                 std::optional<ClauseId> to = std::nullopt) {
    Reference& reference = found_.add(*clause_, range, kind);
    reference.to = to;
    reference.target = std::move(target);
    return reference;
  }

  const Subject& subject_;
  Found& found_;
  NumberIndex index_;
  std::map<std::string, ClauseId, std::less<>> notes_;          // footnotes by label
  std::map<std::string, ClauseId, std::less<>> note_places_;    // the first clause that marks each
  std::map<std::pair<std::string, Parts>, ClauseId> headings_;  // "Appendix A" of this text
  std::map<std::pair<ClauseId, std::uint32_t>, const syntax::Instrument*> acts_;  // by place
  std::size_t suggested_ = 0;
  const Clause* clause_ = nullptr;
  std::string_view text_;
  bool quoted_ = false;
};

}  // namespace

void find_numbered(const Subject& subject, Found& found) {
  Pass(subject, found).run();
}

void check_circles(const Subject& subject) {
  for (const auto& circle : graph::reference_cycles(subject.graph.network)) {
    const Clause& first = subject.graph.clauses[circle.front()];
    std::vector<diag::Note> notes;
    std::string names;
    for (const std::uint32_t each : circle) {
      const Clause& clause = subject.graph.clauses[each];
      names += (names.empty() ? "" : ", ") + shown(clause);
      if (clause.id != first.id) notes.push_back({"and here", subject.number_span(clause)});
    }
    subject.sink.report({diag::Code::REF007, subject.number_span(first),
                         fmt::format("clauses refer to one another in a circle: {}", names),
                         std::move(notes)});
  }
}

}  // namespace concord::passes
