// References in plain prose, and what they lead to.
//
// A citation ("paragraph 3.1(e)") is of this text unless something says otherwise: words around it
// that name another owner ("of the Constitution", "the Code of Conduct, paragraph …"), a larger
// place that the text does not have ("Part 4, Section B, paragraph 7"), or the quotation that it
// stands in. A number is looked for whole, then below the clauses around the citing one
// ("sub-paragraph (b)" means the one beside it). What does not resolve is reported and kept; what
// may be somebody else's is left without a link and told; nothing is guessed but the part of a path
// that exists.

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "diag/messages.h"
#include "passes/citation.h"
#include "passes/owner.h"
#include "passes/subject.h"
#include "passes/targets.h"
#include "passes/vocabulary.h"

namespace concord::passes {
namespace {

using graph::Clause;

// The most clauses that one range ("sections 4 to 6") may name.
constexpr std::size_t longest_range = 100;

// For how many numbers of a text near ones are looked up: a text with more has other troubles.
constexpr std::size_t most_suggestions = 100;

// A citation with all that says where its numbers are looked for.
struct Place {
  Citation citation;
  Owner owner;  // `around` has the larger places named beside it, the smallest first
  Range range;  // of all its words
  std::size_t named_before = 0;  // how many of `around` stand before it: "section 1, paragraph 1.3"
};

class Pass {
 public:
  Pass(const Subject& subject, Found& found) : subject_(subject), found_(found), targets_(subject) {
    own_.welsh = subject.graph.metadata.language.starts_with("cy");
    own_.is_heading = [this](std::string_view words) { return targets_.is_heading(words); };
    for (const Word& word : Words(subject.graph.metadata.title)) own_.title.emplace(word.singular);
    for (const Reference& each : found.all())
      if (each.kind == ReferenceKind::instrument)
        statutes_.insert_or_assign({each.from, each.range.begin}, each.range.end);
  }

  void run() {
    for (const Clause& clause : subject_.graph.clauses) {
      clause_ = &clause;
      text_ = clause.words().text;
      quoted_ = is_quoted(subject_.graph, clause);
      quotations_.reset();
      owners_.reset();
      std::uint32_t done = 0;
      for (const Word& word : subject_.words_of(clause)) {
        if (word.range.begin < done) continue;
        auto citation = citation_from(word.range.begin);
        if (!citation || !is_reference(*citation)) continue;
        const Place place = place_of(std::move(*citation));
        done = std::max(place.range.end, place.citation.end);
        refer(place);
      }
    }
  }

 private:
  // ---- reading

  std::optional<Citation> citation_from(std::uint32_t at) const {
    const Forms forms{.welsh = own_.welsh};
    if (auto citation = citation_at(text_, at, subject_.vocabulary, forms)) return citation;
    const bool apart = at > 0 && (text_[at - 1] == ' ' || text_[at - 1] == '(');
    return apart ? bare_citation_at(text_, at, subject_.vocabulary, forms) : std::nullopt;
  }

  bool is_reference(const Citation& citation) const {
    if (!found_.is_free(*clause_, citation.range)) return false;
    // A heading that begins so names itself: "Section 15 – Members".
    if (clause_->kind == graph::Kind::section && citation.range.begin == 0) return false;
    if (own_.welsh && text_.substr(0, citation.range.begin).ends_with("wyddog ")) return false;
    // "Section 151 Officer" is a title.
    std::uint32_t after = citation.end;
    while (after < text_.size() && (text_[after] == ')' || text_[after] == ' ')) ++after;
    return !accept(text_, after, "officer") && !accept(text_, after, "officers") &&
           !accept(text_, after, "finance officer");
  }

  const OwnerReader& owners() {
    if (!owners_) {
      owners_.emplace(text_, subject_.words_of(*clause_), subject_.vocabulary, own_);
    }
    return *owners_;
  }

  // "Part 4 Section B para 7 of the Constitution": down to the smallest place, then whose it is.
  Place place_of(Citation citation) {
    const std::uint32_t begin = citation.range.begin;
    std::vector<Citation> around;
    while (auto lower = smaller_place(citation)) {
      around.insert(around.begin(), std::move(citation));
      citation = std::move(*lower);
    }
    Owner owner = owners().behind(citation.end);
    if (owner.kind == Owner::Kind::none && citation.direction == Direction::none &&
        !follows_statute(begin))
      owner.kind = owners().before(begin);
    std::uint32_t end = std::max(citation.end, owner.end);
    if (!found_.is_free(*clause_, {begin, end})) end = citation.end;
    owner.around.insert(owner.around.begin(), around.begin(), around.end());
    return {std::move(citation), std::move(owner), {begin, end}, around.size()};
  }

  std::optional<Citation> smaller_place(const Citation& citation) {
    if (citation.direction != Direction::none || citation.numbers.size() > 1) return std::nullopt;
    std::uint32_t at = citation.end;
    if (const auto title = title_at(text_, skip_spaces(text_, at), subject_.vocabulary))
      at = title->end + 1;
    const std::uint32_t sign = skip_spaces(text_, at);
    if (text_.substr(at, 1) == ",") ++at;
    if (citation.unit == Unit::outer && text_.substr(sign, 1) == "(") at = sign + 1;
    const std::uint32_t next = skip_spaces(text_, at);
    if (next == citation.end || next >= text_.size()) return std::nullopt;
    auto lower = citation_at(text_, next, subject_.vocabulary, {.welsh = own_.welsh});
    if (!lower || !is_smaller(*lower, citation) || lower->unit == Unit::footnote ||
        !found_.is_free(*clause_, lower->range))
      return std::nullopt;
    if (lists_two(citation, *lower)) return std::nullopt;
    return lower;
  }

  // "paragraph 5.3, sub-paragraph (b) of paragraph 6.1", "section 5, paragraph 6.2": the second
  // does not stand in the first.
  bool lists_two(const Citation& citation, const Citation& lower) {
    if (citation.unit == Unit::inner && !owners().behind(lower.end).around.empty()) return true;
    const auto container = targets_.find(citation, citation.numbers.front(), {}, *clause_);
    if (container.empty() || lower.unit != Unit::inner) return false;
    const auto all_in = [&](std::optional<ClauseId> around) {
      return std::ranges::all_of(lower.numbers, [&](const CitedNumber& each) {
        return !each.relative && !targets_.find(lower, each, around, *clause_).empty();
      });
    };
    return !all_in(container.front()) && all_in(std::nullopt);
  }

  bool is_in_quotation(Range range) {
    if (!quotations_) quotations_ = quotations_of(text_);
    const auto next = std::ranges::upper_bound(*quotations_, range.begin, {}, &Range::begin);
    return next != quotations_->begin() && within(range, *(next - 1));
  }

  // "s5 Localism Act 2011, paragraph 5.3": what the Act has not taken is not the Act's.
  bool follows_statute(std::uint32_t at) const {
    constexpr std::uint32_t longest_sign = 3;
    const auto next = statutes_.lower_bound({clause_->id, at});
    if (next == statutes_.begin() || std::prev(next)->first.first != clause_->id) return false;
    return std::prev(next)->second + longest_sign >= at;
  }

  // "section 5 and Schedule 2 to the … Act": the first may be the Act's as well.
  bool stands_beside_statute(const Place& place) const {
    const Citation& citation = place.citation;
    if (citation.rank < 3 || citation.direction != Direction::none) return false;
    std::uint32_t at = skip_spaces(text_, citation.end);
    if (text_.substr(at, 1) == ",") at = skip_spaces(text_, at + 1);
    for (const std::string_view word : {"and", "or", "&"})
      if (const auto end = accept(text_, at, word)) at = skip_spaces(text_, *end);
    const bool statute = at > citation.end && statutes_.contains({clause_->id, at});
    return statute && citation_at(text_, at, subject_.vocabulary, {.statutory = true}).has_value();
  }

  // ---- whose

  void refer(const Place& place) {
    switch (place.owner.kind) {
      case Owner::Kind::foreign:
        return refer_outside(place);
      case Owner::Kind::doubtful:
        if (place.citation.unit == Unit::outer && !place.citation.capital) return;
        return leave_open(place, diag::REF010::may_be_anothers);
      case Owner::Kind::own:
        break;
      case Owner::Kind::none:
        if (quoted_ || is_in_quotation(place.range)) return refer_outside(place);
        if (stands_beside_statute(place)) return leave_open(place, diag::REF010::may_be_the_acts);
    }
    const Citation& citation = place.citation;
    if (citation.unit == Unit::footnote) return refer_to_footnotes(place);
    std::optional<ClauseId> around;
    std::vector<Holders> before;  // of the larger places that are references of their own
    outer_.clear();
    for (std::size_t i = place.owner.around.size(); i-- > 0;) {
      const Citation& outer = place.owner.around[i];
      const Holders found = targets_.find(outer, outer.numbers.front(), around, *clause_);
      if (found.empty()) return refer_past(outer, place);
      around = found.front();
      if (i < place.named_before)
        before.insert(before.begin(), found);
      else
        outer_.push_back({outer.numbers.front().printed, found.front()});
    }
    if (citation.unit == Unit::outer && !is_here(place, around)) return refer_past(citation, place);
    for (std::size_t i = 0; i < before.size(); ++i)
      resolve_to(before[i], place.owner.around[i], place.owner.around[i].numbers.front().printed,
                 place.owner.around[i].range);
    Place inner = place;
    if (!before.empty()) inner.range.begin = citation.range.begin;
    refer_inside(inner, around);
  }

  bool is_here(const Place& place, std::optional<ClauseId> around) const {
    return std::ranges::all_of(place.citation.numbers, [&](const CitedNumber& each) {
      return !targets_.find(place.citation, each, around, *clause_).empty();
    });
  }

  // The text has no such larger place. Unless it is said to be its own, it is somebody else's.
  void refer_past(const Citation& absent, const Place& place) {
    const bool own = place.owner.kind == Owner::Kind::own;
    const bool near = absent.direction != Direction::none;
    if (absent.unit == Unit::inner || own || near)
      return missing(absent.numbers.front(), place.range);
    if (&absent == &place.citation && !absent.capital && place.owner.around.empty()) return;
    if (targets_.has(absent.noun))
      return leave_open(place, fmt::format(diag::REF010::no_such_place, absent.noun,
                                           slice(text_, absent.numbers.front().printed)));
    refer_outside(place);
  }

  void refer_outside(const Place& place) {
    const Citation& citation = place.citation;
    const std::string_view owner =
        text_.substr(citation.end, std::max(place.range.end, citation.end) - citation.end);
    const bool several = citation.numbers.size() > 1;
    for (std::size_t i = 0; i < citation.numbers.size(); ++i) {
      const Range range = range_of(place, i, i);
      std::string target(slice(text_, range));
      if (several) {
        std::string noun = citation.noun;
        if (citation.capital) noun[0] = static_cast<char>(noun[0] - 'a' + 'A');
        target = fmt::format("{} {}{}", noun, slice(text_, citation.numbers[i].printed), owner);
      }
      add(ReferenceKind::external, range, std::move(target));
    }
  }

  void leave_open(const Place& place, std::string_view why) {
    refer_outside(place);
    subject_.report(diag::Code::REF010, *clause_, place.range,
                    fmt::format(diag::REF010::not_linked, slice(text_, place.range), why));
  }

  // ---- inside

  void refer_to_footnotes(const Place& place) {
    const Citation& citation = place.citation;
    for (std::size_t i = 0; i < citation.numbers.size(); ++i) {
      const Range range = range_of(place, i, i);
      if (const auto note = targets_.footnote(slice(text_, citation.numbers[i].printed))) {
        add(ReferenceKind::internal, range, std::string(slice(text_, range)), note);
      } else {
        missing(citation.numbers[i], range);
      }
    }
  }

  void refer_inside(const Place& place, std::optional<ClauseId> around) {
    const auto& numbers = place.citation.numbers;
    for (std::size_t i = 0; i < numbers.size();) {
      std::size_t last = i;
      while (numbers[last].through && last + 1 < numbers.size()) ++last;
      const Range range = range_of(place, i, last);
      if (last == i) {
        refer_to(numbers[i], around, place.citation, range);
      } else {
        refer_to_range(expanded(numbers[i], numbers[last]), around, place.citation, range);
      }
      i = last + 1;
    }
  }

  // The clauses of a range that there are; those that are not are reported together.
  void refer_to_range(const std::vector<CitedNumber>& all, std::optional<ClauseId> around,
                      const Citation& citation, Range range) {
    Parts absent;
    for (const CitedNumber& each : all) {
      const Holders found = targets_.find(citation, each, around, *clause_);
      if (!found.empty()) {
        const bool is_end = &each == &all.front() || &each == &all.back();
        resolve_to(found, citation, is_end ? each.printed : Range{}, range);
      } else {
        absent.push_back(fmt::format("\"{}\"", fmt::join(each.parts, ".")));
      }
    }
    if (absent.empty()) return;
    if (absent.size() == all.size()) unresolved(range);
    const std::string_view words = slice(text_, range);
    subject_.report(
        diag::Code::REF001, *clause_, range,
        absent.size() == 1
            ? fmt::format(diag::REF001::one_missing, words, absent.front())
            : fmt::format(diag::REF001::several_missing, words, absent.front(), absent.back()));
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
    all.back().printed = last.printed;
    return all;
  }

  void refer_to(const CitedNumber& number, std::optional<ClauseId> around, const Citation& citation,
                Range range) {
    if (const Holders found = targets_.find(citation, number, around, *clause_); !found.empty())
      return resolve_to(found, citation, number.printed, range);
    CitedNumber part = number;
    while (part.parts.size() > std::max<std::size_t>(part.decimals, 1) && !part.relative) {
      const std::string label = std::move(part.parts.back());
      part.parts.pop_back();
      const Holders found = targets_.find(citation, part, around, *clause_);
      if (found.empty()) continue;
      const bool here = part.parts.size() + 1 == number.parts.size() &&
                        targets_.counts_inline(subject_.graph[found.front()], label);
      return here ? resolve_to(found, citation, number.printed, range)
                  : resolve_in_part(found, number, range);
    }
    if (number.relative && is_counted_here(number, around)) return;
    missing(number, range);
  }

  // "(b)" of a sentence that counts "(a) …, (b) …", cited in it or of the place around.
  bool is_counted_here(const CitedNumber& number, std::optional<ClauseId> around) {
    const Clause& clause = around ? subject_.graph[*around] : *clause_;
    return number.parts.size() == 1 && targets_.counts_inline(clause, number.parts.front());
  }

  void resolve_in_part(Holders found, const CitedNumber& number, Range range) {
    const Clause& target = subject_.graph[found.front()];
    add_numbered(number.printed, range, target.id);
    subject_.report(diag::Code::REF005, *clause_, range,
                    fmt::format(diag::REF005::in_part, slice(text_, range), shown(target)),
                    near_numbers(slice(text_, number.printed)));
  }

  Reference& unresolved(Range range) {
    return add(ReferenceKind::internal, range, std::string(slice(text_, range)));
  }

  void missing(const CitedNumber& number, Range range) {
    unresolved(range).numbers = {{number.printed, std::nullopt}};
    const std::string_view printed = slice(text_, number.printed);
    subject_.report(diag::Code::REF001, *clause_, range,
                    fmt::format(diag::REF001::missing, slice(text_, range), printed),
                    near_numbers(printed));
  }

  std::vector<diag::Note> near_numbers(std::string_view number) {
    if (suggested_++ >= most_suggestions) return {};
    return suggestions(number, targets_.numbers().full_numbers());
  }

  // `printed`: the number, or nothing for a member of a range that is not named.
  void resolve_to(Holders found, const Citation& citation, Range printed, Range range) {
    const Clause& target = subject_.graph[found.front()];
    Reference& reference = add_numbered(printed, range, target.id);
    reference.ambiguous = found.size() > 1;
    if (reference.ambiguous) return ambiguous(found, range);
    const bool around_with_direction =
        citation.direction != Direction::none && targets_.is_around(target, *clause_);
    if (target.id == clause_->id || around_with_direction) {
      subject_.report(diag::Code::REF006, *clause_, range,
                      fmt::format(diag::REF006::itself, slice(text_, range), shown(target)));
      return;
    }
    check_direction(citation, target);
    check_title(citation, target);
  }

  void ambiguous(Holders found, Range range) const {
    constexpr std::size_t most_listed = 5;
    std::vector<diag::Note> notes;
    for (const ClauseId id : found.first(std::min(found.size(), most_listed)))
      notes.push_back({fmt::format(diag::REF004::candidate, subject_.graph[id].key),
                       subject_.number_span(subject_.graph[id])});
    subject_.report(diag::Code::REF004, *clause_, range,
                    fmt::format(diag::REF004::ambiguous, slice(text_, range), found.size()),
                    std::move(notes));
  }

  void check_direction(const Citation& citation, const Clause& target) const {
    if (citation.direction == Direction::none || targets_.is_around(*clause_, target)) return;
    const bool stands_below = targets_.place_of(target) > targets_.place_of(*clause_);
    const bool says_below = citation.direction == Direction::below;
    if (stands_below == says_below) return;
    const std::string_view right = stands_below ? "below" : "above";
    subject_.report(
        diag::Code::REF003, *clause_, citation.direction_range,
        fmt::format(diag::REF003::stands_the_other_way, shown(target), right,
                    slice(text_, citation.direction_range)),
        {{diag::REF003::target_here, subject_.number_span(target)}},
        {{fmt::format(diag::REF003::write, right),
          subject_.span(*clause_, citation.direction_range), std::string(right), false}});
  }

  // "Section 2 (Officers)" where 2 is Members. In brackets words with a capital are a title; behind
  // a dash, a colon or a quotation mark the words of another heading are.
  void check_title(const Citation& citation, const Clause& target) const {
    constexpr std::size_t longest_heading = 200;
    if (citation.numbers.size() > 1 || target.kind != graph::Kind::section ||
        target.heading.text.size() > longest_heading)
      return;
    const auto bracketed = title_at(text_, skip_spaces(text_, citation.end), subject_.vocabulary);
    const Range title = bracketed ? *bracketed : words_behind(citation.end);
    const std::string_view printed = slice(text_, title);
    const Words said(printed);
    const Words heading(target.heading.text);
    if (said.empty() || same_words(said, heading)) return;
    const bool shared = std::ranges::any_of(said, [&](const Word& word) {
      return std::ranges::find(heading, word.singular, &Word::singular) != heading.end();
    });
    if (!targets_.is_heading(printed) && (!bracketed || shared || !said[0].capital)) return;
    subject_.report(
        diag::Code::REF011, *clause_, title,
        fmt::format(diag::REF011::other_title, shown(target), target.heading.text, printed),
        {{diag::REF011::target_here, subject_.number_span(target)}});
  }

  // "Officers" in "section 2 – Officers", "section 2: Officers", "section 2 “Officers”".
  Range words_behind(std::uint32_t at) const {
    constexpr std::size_t longest_title = 80;
    const std::string_view rest = text_.substr(at, longest_title);
    for (const std::string_view sign :
         {": ", " \xE2\x80\x93 ", " - ", " \xE2\x80\x9C", " \"", " \xE2\x80\x98", " '"})
      if (rest.starts_with(sign)) {
        const auto begin = at + static_cast<std::uint32_t>(sign.size());
        const auto words = text_.substr(begin, longest_title);
        const auto end = std::min(words.find_first_of(".,;()\"'\xE2"), words.size());
        return {begin, begin + static_cast<std::uint32_t>(end)};
      }
    return {at, at};
  }

  // ---- both

  // The first reference begins where the whole does, the last takes the words behind the numbers.
  static Range range_of(const Place& place, std::size_t first, std::size_t last) {
    const auto& numbers = place.citation.numbers;
    const bool whole_end = last + 1 == numbers.size();
    return {first == 0 ? place.range.begin : numbers[first].range.begin,
            whole_end ? place.range.end : numbers[last].range.end};
  }

  Reference& add_numbered(Range printed, Range range, ClauseId to) {
    Reference& reference =
        add(ReferenceKind::internal, range, std::string(slice(text_, range)), to);
    if (printed.begin == printed.end) return reference;
    reference.numbers = outer_;
    reference.numbers.insert(reference.numbers.begin(), {printed, to});
    return reference;
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
  Targets targets_;
  OwnNames own_;
  // References to instruments: where each begins, and where it ends.
  std::map<std::pair<ClauseId, std::uint32_t>, std::uint32_t> statutes_;
  std::size_t suggested_ = 0;
  const Clause* clause_ = nullptr;
  std::vector<PrintedNumber> outer_;  // the larger places named behind: "(b) of paragraph 6.1"
  std::string_view text_;
  bool quoted_ = false;
  std::optional<std::vector<Range>> quotations_;  // of the clause, where asked for
  std::optional<OwnerReader> owners_;             // few clauses cite anything
};

}  // namespace

void find_numbered(const Subject& subject, Found& found) {
  Pass(subject, found).run();
}

void check_circles(const Subject& subject) {
  for (const auto& circle : graph::reference_cycles(subject.graph.network)) {
    const bool kept = std::ranges::any_of(circle, [&](std::uint32_t each) {
      return subject.graph.clauses[each].attributes.find("sic") != nullptr;
    });
    if (kept) continue;
    const Clause& first = subject.graph.clauses[circle.front()];
    std::vector<diag::Note> notes;
    std::string names;
    for (const std::uint32_t each : circle) {
      const Clause& clause = subject.graph.clauses[each];
      names += (names.empty() ? "" : ", ") + shown(clause);
      if (clause.id != first.id)
        notes.push_back({diag::REF007::and_here, subject.number_span(clause)});
    }
    subject.sink.report({diag::Code::REF007, subject.number_span(first),
                         fmt::format(diag::REF007::circle, names), std::move(notes)});
  }
}

}  // namespace concord::passes
