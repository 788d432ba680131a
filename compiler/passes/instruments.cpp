// Acts, statutory instruments, codes and guidance that the prose names.
//
// A name of the register is looked for as a phrase, the longest first. A title is known without its
// year too, so that another year beside it is seen: one instrument with that title means a wrong
// year, several ("Local Government Act") mean one that the register lacks. A statutory instrument
// is known by its number too ("SI 2012/1464").
//
// Its sections stand before a name or behind it (passes/instrument_places.h). What stands before is
// its own, so of two names the second takes the section between them ("LGA 1972, s.5 LGHA 1989").
// With a section a short name ("the 1972 Act") is a reference as well; where it means nothing, the
// section is left without a link.

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>

#include "diag/messages.h"
#include "graph/keys.h"
#include "passes/citation.h"
#include "passes/instrument_names.h"
#include "passes/instrument_places.h"
#include "passes/short_names.h"
#include "passes/subject.h"
#include "passes/vocabulary.h"
#include "source/characters.h"

namespace concord::passes {
namespace {

using graph::Clause;
using syntax::Instrument;

// "2011" or "(2011)" behind a title.
struct Year {
  Range digits;
  std::uint32_t end = 0;
};

std::optional<Year> year_at(std::string_view text, std::uint32_t at) {
  std::uint32_t begin = skip_spaces(text, at);
  const bool bracket = begin < text.size() && text[begin] == '(';
  if (bracket) ++begin;
  const std::uint32_t end = begin + 4;
  if (end > text.size() || !is_year(text.substr(begin, 4))) return std::nullopt;
  if (bracket && text.substr(end, 1) != ")") return std::nullopt;
  if (end < text.size() && source::is_alnum(text[end])) return std::nullopt;
  return Year{{begin, end}, bracket ? end + 1 : end};
}

constexpr std::ptrdiff_t longest_lead = 30;  // words of "sections 2, 3 and 4 of the" before a title
constexpr std::size_t longest_title = 20;    // words of a title that the register lacks

std::string uri_of(const Instrument* instrument, const std::string& place) {
  if (instrument == nullptr || instrument->uri.empty()) return {};
  const bool has_places = instrument->uri.find("legislation.gov.uk/") != std::string::npos;
  return has_places ? instrument->uri + place : instrument->uri;
}

// An instrument in a clause, by its title or by a short name.
struct Mention {
  Range range;
  Named meant;
  bool titled = true;  // in full: a reference with or without a section
  std::string doubt;   // why nothing is meant
};

// "SI 2012/1464", "S.I. 2012 No. 1464": year and number, and where they end.
struct StatutoryNumber {
  std::string path;  // "2012/1464"
  std::uint32_t end = 0;
};

std::optional<StatutoryNumber> statutory_number_at(std::string_view text, std::uint32_t at) {
  std::optional<std::uint32_t> sign;
  for (const std::string_view word : {"s.i.", "si", "wsi", "uksi"})
    if (!sign) sign = accept(text, at, word);
  if (!sign || lower(text[at]) == text[at]) return std::nullopt;
  std::uint32_t from = skip_spaces(text, *sign);
  if (const auto no = accept(text, from, "no.")) from = skip_spaces(text, *no);
  if (!is_year(text.substr(std::min<std::size_t>(from, text.size()), 4))) return std::nullopt;
  const std::string year(text.substr(from, 4));
  std::uint32_t number = from + 4;
  if (text.substr(number, 1) == "/") {
    ++number;
  } else {
    number = skip_spaces(text, number);
    const auto no = accept(text, number, "no.");
    const auto plain = no ? no : accept(text, number, "no");
    if (!plain) return std::nullopt;
    number = skip_spaces(text, *plain);
  }
  const std::uint32_t end = find_from(text, number, [](char c) { return !source::is_digit(c); });
  if (end == number || end - number > 5) return std::nullopt;
  return StatutoryNumber{fmt::format("{}/{}", year, text.substr(number, end - number)), end};
}

class Pass {
 public:
  Pass(const Subject& subject, Found& found)
      : subject_(subject), found_(found), names_(subject.vocabulary.instruments()) {}

  void run() {
    std::vector<std::vector<Named>> named(subject_.graph.clauses.size());
    for (const Clause& clause : subject_.graph.clauses) {
      read(clause);
      named_.clear();
      named_ranges_ = {};
      find_known();
      find_numbers();
      find_unknown();
      std::ranges::sort(named_, {}, [](const Named& each) { return each.range.begin; });
      named[graph::index(clause.id)] = std::move(named_);
    }
    const ShortNames short_names(subject_, named);
    for (const Clause& clause : subject_.graph.clauses) {
      read(clause);
      refer_to_all(mentions(named[graph::index(clause.id)], short_names.in(clause)));
    }
  }

 private:
  void read(const Clause& clause) {
    clause_ = &clause;
    text_ = clause.words().text;
  }

  bool is_free(Range range) const {
    return found_.is_free(*clause_, range) && !named_ranges_.overlaps(range);
  }

  void take(Range range, const Instrument* instrument) {
    const std::string printed(slice(text_, range));
    named_.push_back({range, instrument, instrument != nullptr ? instrument->title : printed,
                      instrument != nullptr ? instrument->id : graph::slug(printed)});
    named_ranges_.add(range);
  }

  // All that a clause names, in order.
  static std::vector<Mention> mentions(const std::vector<Named>& named,
                                       const std::vector<ShortName>& short_names) {
    std::vector<Mention> all;
    for (const Named& each : named) all.push_back({each.range, each, true, {}});
    for (const ShortName& each : short_names)
      all.push_back({each.range, each.meant.value_or(Named{}), false, each.doubt});
    std::ranges::sort(all, {}, [](const Mention& each) { return each.range.begin; });
    return all;
  }

  void refer_to_all(const std::vector<Mention>& all) {
    std::vector<std::optional<Lead>> leads(all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
      leads[i] = lead_before(all[i].range, i > 0 ? all[i - 1].range.end : 0);
    for (std::size_t i = 0; i < all.size(); ++i) {
      auto to = static_cast<std::uint32_t>(text_.size());
      if (i + 1 < all.size())
        to = leads[i + 1] ? leads[i + 1]->chains.front().front().range.begin
                          : all[i + 1].range.begin;
      refer(all[i], leads[i], to);
    }
  }

  void find_known() {
    const auto& words = subject_.words_of(*clause_);
    for (const auto& match : names_.phrases().find(text_, words)) {
      const InstrumentName& name = names_.all()[match.value];
      const std::string_view printed = slice(text_, match.range);
      // An abbreviation must be just that; a title begins with a capital or a year.
      if (match.word_count == 1 && printed != name.words) continue;
      const bool titled = words[match.first_word].capital || is_year(printed.substr(0, 4)) ||
                          name.meant.front()->kind == syntax::InstrumentKind::guidance;
      if (!titled || !is_free(match.range)) continue;
      choose(name, match.range);
    }
  }

  // Which instrument a name means, with the year that follows it.
  void choose(const InstrumentName& name, Range range) {
    auto year = name.with_year ? std::nullopt : year_at(text_, range.end);
    if (!year && !name.with_year) year = year_before(range);
    if (!year && !name.with_year) year = year_behind_comma(name, range);
    if (!year) {
      const Instrument* instrument = name.without_year();
      if (instrument == nullptr) return ambiguous(name, range);
      take(range, instrument);
      return check_status(*instrument, range);
    }
    const std::string_view digits = slice(text_, year->digits);
    const Range whole{std::min(range.begin, year->digits.begin), std::max(range.end, year->end)};
    for (const Instrument* instrument : name.meant) {
      if (!instrument->year.empty() && instrument->year != digits) continue;
      take(whole, instrument);
      return check_status(*instrument, whole);
    }
    if (name.meant.size() > 1) return ambiguous(name, whole);
    const Instrument& instrument = *name.meant.front();
    take(whole, &instrument);
    subject_.report(diag::Code::EXT002, *clause_, whole,
                    fmt::format(diag::EXT002::wrong_year, name.words, digits, instrument.year), {},
                    {{fmt::format(diag::EXT002::write, instrument.year),
                      subject_.span(*clause_, year->digits), instrument.year, false}});
  }

  // "the Local Government Act, 1972": only a year that an instrument of that name has.
  std::optional<Year> year_behind_comma(const InstrumentName& name, Range range) const {
    if (text_.substr(range.end, 1) != ",") return std::nullopt;
    const auto year = year_at(text_, range.end + 1);
    const bool known = year && std::ranges::any_of(name.meant, [&](const Instrument* each) {
                         return each->year == slice(text_, year->digits);
                       });
    return known ? year : std::nullopt;
  }

  // "the 1998 Data Protection Act".
  std::optional<Year> year_before(Range name) const {
    constexpr std::uint32_t width = 5;
    if (name.begin < width) return std::nullopt;
    const auto year = year_at(text_, name.begin - width);
    const bool alone = name.begin == width || !source::is_alnum(text_[name.begin - width - 1]);
    if (!year || !alone || year->end + 1 != name.begin) return std::nullopt;
    return year;
  }

  void ambiguous(const InstrumentName& name, Range range) {
    take(range, nullptr);
    std::string years;
    for (const Instrument* each : name.meant) years += (years.empty() ? "" : ", ") + each->title;
    subject_.report(diag::Code::EXT001, *clause_, range,
                    fmt::format(diag::EXT001::not_in_register, slice(text_, range)),
                    {{fmt::format(diag::EXT001::other_years, years), std::nullopt}});
  }

  void check_status(const Instrument& instrument, Range range) const {
    if (instrument.status != "repealed" && instrument.status != "superseded") return;
    const Instrument* successor = subject_.registers.instrument(instrument.by);
    const std::string by = successor != nullptr ? successor->title : instrument.by;
    std::vector<diag::Note> notes;
    if (!by.empty()) notes.push_back({fmt::format(diag::EXT003::successor, by), std::nullopt});
    subject_.report(
        diag::Code::EXT003, *clause_, range,
        fmt::format(diag::EXT003::no_longer_in_force, slice(text_, range), instrument.status),
        std::move(notes));
  }

  // Statutory instruments by their numbers.
  void find_numbers() {
    for (const Word& word : subject_.words_of(*clause_)) {
      if (!word.capital ||
          (word.folded[0] != 's' && word.folded[0] != 'w' && word.folded[0] != 'u'))
        continue;
      const auto number = statutory_number_at(text_, word.range.begin);
      if (!number || !is_free({word.range.begin, number->end})) continue;
      const Range range{word.range.begin, number->end};
      const Instrument* instrument = numbered(number->path);
      take(range, instrument);
      if (instrument == nullptr) report_unknown(range);
    }
  }

  const Instrument* numbered(std::string_view path) const {
    const std::string end = fmt::format("si/{}", path);
    const auto found =
        std::ranges::find_if(subject_.registers.instruments,
                             [&](const Instrument& each) { return each.uri.ends_with(end); });
    return found == subject_.registers.instruments.end() ? nullptr : &*found;
  }

  void report_unknown(Range range) const {
    subject_.report(diag::Code::EXT001, *clause_, range,
                    fmt::format(diag::EXT001::not_in_register, slice(text_, range)));
  }

  // "Imaginary Powers Act 1999": a title that the register lacks.
  void find_unknown() {
    const auto& words = subject_.words_of(*clause_);
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (!words[i].capital) continue;
      const std::string_view word = slice(text_, words[i].range);
      const bool act = word == "Act" || word == "Measure";
      const auto year = year_at(text_, words[i].range.end);
      if (!act && !(year && (word == "Regulations" || word == "Order" || word == "Rules")))
        continue;
      const auto first = title_start(words, i);
      if (!first) continue;
      const Range range{words[*first].range.begin, year ? year->end : words[i].range.end};
      if (!is_free(range) || !is_balanced(slice(text_, range))) continue;
      take(range, nullptr);
      report_unknown(range);
    }
  }

  // A title is taken whole or not at all: "Scotland) Act" is a part of one.
  static bool is_balanced(std::string_view title) {
    return std::ranges::count(title, '(') == std::ranges::count(title, ')');
  }

  // The first word of the title whose last is word `last`: capitals, with "of", "and", "etc."
  // between.
  std::optional<std::size_t> title_start(std::span<const Word> words, std::size_t last) const {
    const syntax::WordLists& lists = subject_.registers.lists;
    std::optional<std::size_t> first;
    for (std::size_t i = last; i-- > 0 && last - i <= longest_title;) {
      const std::string_view gap = between(text_, words[i], words[i + 1]);
      const bool shortened = words[i].folded == "etc" || words[i].folded == "no";
      if (gap.find_first_not_of(shortened ? " .()-,&" : " ()-,&") != gap.npos) break;
      const bool is_small = lists.instrument_joiners.contains(words[i].folded);
      if (!words[i].capital && !is_small) break;
      if (lists.instrument_openers.contains(words[i].folded)) break;
      if (words[i].capital && !is_small) first = i;
    }
    return first;
  }

  // References for an instrument, with the sections given before or behind it.
  void refer(const Mention& mention, const std::optional<Lead>& lead, std::uint32_t to) {
    if (lead) {
      for (const auto& chain : lead->chains) {
        const bool last = &chain == &lead->chains.back();
        refer_to_numbers(mention, chain.front(), places_around(chain),
                         {chain_begin(chain), last ? mention.range.end : chain_end(chain)});
      }
      return;
    }
    const auto behind = citations_behind(text_, mention.range, to, subject_.vocabulary, is_welsh());
    for (const Citation& citation : behind) {
      const bool first = &citation == &behind.front();
      refer_to_numbers(mention, citation, "",
                       {first && mention.titled ? mention.range.begin : citation.range.begin,
                        citation.range.end});
    }
    if (behind.empty() && mention.titled) add(mention, "", mention.range);
  }

  static std::uint32_t chain_begin(const std::vector<Citation>& chain) {
    return std::ranges::min(chain, {}, [](const Citation& each) { return each.range.begin; })
        .range.begin;
  }
  static std::uint32_t chain_end(const std::vector<Citation>& chain) {
    return std::ranges::max(chain, {}, [](const Citation& each) { return each.range.end; })
        .range.end;
  }

  bool is_welsh() const { return subject_.graph.metadata.language.starts_with("cy"); }

  std::optional<Lead> lead_before(Range instrument, std::uint32_t from) const {
    const auto& words = subject_.words_of(*clause_);
    const auto begin_of = [](const Word& word) { return word.range.begin; };
    const auto last = std::ranges::lower_bound(words, instrument.begin, {}, begin_of);
    auto word = std::ranges::lower_bound(words, from, {}, begin_of);
    if (last - word > longest_lead) word = last - longest_lead;
    for (; word < last; ++word) {
      auto lead =
          lead_at(text_, word->range.begin, instrument.begin, subject_.vocabulary, is_welsh());
      // "LGA 1972 s.101, LGA 2000": what stands at once behind the name before it is that one's.
      const bool taken = from > 0 && lead && lead->by_comma &&
                         text_.substr(from, word->range.begin - from).find_first_not_of(" ,(") ==
                             std::string_view::npos;
      if (lead) return taken ? std::nullopt : lead;
    }
    return std::nullopt;
  }

  // "/schedule/12A" for "paragraph 4 of Schedule 12A to".
  static std::string places_around(const std::vector<Citation>& chain) {
    std::string place;
    for (std::size_t i = chain.size(); i-- > 1;)
      place += address_of(chain[i], chain[i].numbers.front());
    return place;
  }

  // One reference a number, with ranges of their own: the first begins where the whole does, the
  // last ends where it does, so that the instrument's name goes with the number beside it.
  void refer_to_numbers(const Mention& mention, const Citation& citation, const std::string& around,
                        Range whole) {
    if (!found_.is_free(*clause_, whole)) return;
    if (!mention.doubt.empty()) return leave_open(mention, whole);
    const auto& numbers = citation.numbers;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      Range range = numbers[i].range;
      if (i == 0) range.begin = whole.begin;
      if (i + 1 == numbers.size()) range.end = whole.end;
      add(mention, around + address_of(citation, numbers[i]), range);
    }
  }

  // "section 9P of the Act" where the text does not say which Act.
  void leave_open(const Mention& mention, Range whole) {
    found_.add(*clause_, whole, ReferenceKind::external).target = slice(text_, whole);
    subject_.report(diag::Code::REF010, *clause_, whole,
                    fmt::format(diag::REF010::not_linked, slice(text_, whole), mention.doubt));
  }

  void add(const Mention& mention, const std::string& place, Range range) {
    Reference& reference = found_.add(*clause_, range, ReferenceKind::instrument);
    reference.uri = uri_of(mention.meant.instrument, place);
    reference.target = mention.meant.target;
  }

  const Subject& subject_;
  Found& found_;
  const InstrumentNames& names_;
  const Clause* clause_ = nullptr;
  std::string_view text_;
  std::vector<Named> named_;
  Ranges named_ranges_;
};

}  // namespace

void find_instruments(const Subject& subject, Found& found) {
  Pass(subject, found).run();
}

}  // namespace concord::passes
