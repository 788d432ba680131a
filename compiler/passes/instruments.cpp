// Acts, statutory instruments, codes and guidance that the prose names.
//
// A name of the register is looked for as a phrase, the longest first. A title is known without its
// year too, so that another year after it is seen: one instrument with that title means a wrong
// year, several ("Local Government Act") mean one that the register lacks. Sections stand before
// the name
// ("section 114 of the …", "s5 …") or behind it ("…, s5A").

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <span>

#include "graph/keys.h"
#include "passes/citation.h"
#include "passes/instrument_names.h"
#include "passes/subject.h"
#include "passes/vocabulary.h"

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
  if (end < text.size() && std::isalnum(static_cast<unsigned char>(text[end])) != 0)
    return std::nullopt;
  return Year{{begin, end}, bracket ? end + 1 : end};
}

constexpr std::ptrdiff_t longest_lead = 30;  // words of "sections 2, 3 and 4 of the" before a title
constexpr std::size_t longest_title = 20;    // words of a title that the register lacks

// Where an instrument stands in a clause. `instrument` is null for one that the register lacks.
struct Named {
  Range range;
  const Instrument* instrument = nullptr;
};

// Which places of the address space of legislation.gov.uk a noun of a citation opens.
std::string_view address_part(std::string_view noun) {
  static constexpr std::array<std::string_view, 6> parts = {"section",  "regulation", "article",
                                                            "schedule", "part",       "paragraph"};
  const auto found = std::ranges::find(parts, noun);
  return found == parts.end() ? std::string_view{} : *found;
}

std::string upper_letter_suffix(std::string part) {
  for (std::size_t i = 1; i < part.size(); ++i)
    if (std::isdigit(static_cast<unsigned char>(part[i - 1])) != 0)
      part[i] = static_cast<char>(std::toupper(static_cast<unsigned char>(part[i])));
  return part;
}

// "/section/114", "/section/2/1/b"; empty where the noun is no place there.
std::string address_of(const Citation& citation, const CitedNumber& number) {
  const std::string_view part = address_part(citation.noun);
  if (part.empty()) return {};
  std::string address = fmt::format("/{}", part);
  for (const std::string& each : number.parts) address += "/" + upper_letter_suffix(each);
  return address;
}

std::string uri_of(const Instrument* instrument, const std::string& place) {
  if (instrument == nullptr || instrument->uri.empty()) return {};
  const bool has_places = instrument->uri.find("legislation.gov.uk/") != std::string::npos;
  return has_places ? instrument->uri + place : instrument->uri;
}

// "section 4 of Schedule 12A to the": one or more citations that end where an instrument begins.
struct Lead {
  Range range;
  std::vector<Citation> chain;  // as written: the smallest place first
};

std::optional<std::uint32_t> accept_of(std::string_view text, std::uint32_t at) {
  for (const std::string_view word : {"of the", "to the", "in the", "under the", "of", "to"})
    if (const auto end = accept(text, at, word)) return skip_spaces(text, *end);
  return std::nullopt;
}

std::optional<Lead> lead_at(std::string_view text, std::uint32_t at, std::uint32_t instrument) {
  Lead lead{{at, instrument}, {}};
  while (at < instrument && lead.chain.size() < 4) {
    const auto citation = citation_at(text, at, true);
    if (!citation || citation->direction != Direction::none) return std::nullopt;
    lead.chain.push_back(*citation);
    at = skip_spaces(text, citation->end);
    if (at == instrument) return lead;
    const auto next = accept_of(text, at);
    if (!next) return std::nullopt;
    at = *next;
    if (at == instrument) return lead;
  }
  return std::nullopt;
}

class Pass {
 public:
  Pass(const Subject& subject, Found& found)
      : subject_(subject), found_(found), names_(subject.vocabulary.instruments()) {}

  void run() {
    for (const Clause& clause : subject_.graph.clauses) {
      clause_ = &clause;
      text_ = clause.words().text;
      named_.clear();
      named_ranges_ = {};
      find_known();
      find_unknown();
      std::ranges::sort(named_, {}, [](const Named& named) { return named.range.begin; });
      for (std::size_t i = 0; i < named_.size(); ++i) {
        const std::uint32_t from = i > 0 ? named_[i - 1].range.end : 0;
        const bool last = i + 1 == named_.size();
        refer(named_[i], from,
              last ? static_cast<std::uint32_t>(text_.size()) : named_[i + 1].range.begin);
      }
    }
  }

 private:
  bool is_free(Range range) const {
    return found_.is_free(*clause_, range) && !named_ranges_.overlaps(range);
  }

  void take(Range range, const Instrument* instrument) {
    named_.push_back({range, instrument});
    named_ranges_.add(range);
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
    const auto year = name.with_year ? std::nullopt : year_at(text_, range.end);
    if (!year) {
      const Instrument* instrument = name.without_year();
      if (instrument == nullptr) return ambiguous(name, range);
      take(range, instrument);
      return check_status(*instrument, range);
    }
    const std::string_view digits = slice(text_, year->digits);
    const Range whole{range.begin, year->end};
    for (const Instrument* instrument : name.meant) {
      if (!instrument->year.empty() && instrument->year != digits) continue;
      take(whole, instrument);
      return check_status(*instrument, whole);
    }
    if (name.meant.size() > 1) return ambiguous(name, whole);
    const Instrument& instrument = *name.meant.front();
    take(whole, &instrument);
    subject_.report(diag::Code::EXT002, *clause_, whole,
                    fmt::format("\"{}\" is cited with the year {}; the register has {}", name.words,
                                digits, instrument.year),
                    {},
                    {{fmt::format("write \"{}\"", instrument.year),
                      subject_.span(*clause_, year->digits), instrument.year, false}});
  }

  void ambiguous(const InstrumentName& name, Range range) {
    take(range, nullptr);
    std::string years;
    for (const Instrument* each : name.meant) years += (years.empty() ? "" : ", ") + each->title;
    subject_.report(
        diag::Code::EXT001, *clause_, range,
        fmt::format("\"{}\" is not in the register of instruments", slice(text_, range)),
        {{fmt::format("the register has: {}", years), std::nullopt}});
  }

  void check_status(const Instrument& instrument, Range range) const {
    if (instrument.status != "repealed" && instrument.status != "superseded") return;
    const Instrument* successor = subject_.registers.instrument(instrument.by);
    const std::string by = successor != nullptr ? successor->title : instrument.by;
    std::vector<diag::Note> notes;
    if (!by.empty())
      notes.push_back({fmt::format("what stands in its place: {}", by), std::nullopt});
    subject_.report(diag::Code::EXT003, *clause_, range,
                    fmt::format("\"{}\" is {}", slice(text_, range), instrument.status),
                    std::move(notes));
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
      if (!is_free(range)) continue;
      take(range, nullptr);
      subject_.report(
          diag::Code::EXT001, *clause_, range,
          fmt::format("\"{}\" is not in the register of instruments", slice(text_, range)));
    }
  }

  // The first word of the title whose last is word `last`: capitals, with "of", "and", "the"
  // between.
  std::optional<std::size_t> title_start(std::span<const Word> words, std::size_t last) const {
    static constexpr std::array<std::string_view, 5> small = {"of", "and", "to", "in", "for"};
    static constexpr std::array<std::string_view, 10> before = {
        "the", "under", "by", "with", "this", "that", "any", "all", "an", "a"};
    std::optional<std::size_t> first;
    for (std::size_t i = last; i-- > 0 && last - i <= longest_title;) {
      const std::string_view gap = between(text_, words[i], words[i + 1]);
      if (gap.find_first_not_of(" ()-,&") != std::string_view::npos) break;
      const bool is_small = std::ranges::find(small, words[i].folded) != small.end();
      if (!words[i].capital && !is_small) break;
      if (std::ranges::find(before, words[i].folded) != before.end()) break;
      if (words[i].capital && !is_small) first = i;
    }
    return first;
  }

  // References for an instrument, with the sections given before or behind it.
  void refer(const Named& named, std::uint32_t from, std::uint32_t to) {
    if (const auto lead = lead_before(named.range, from)) {
      refer_to_numbers(named, lead->chain.front(), places_around(*lead),
                       {lead->range.begin, named.range.end});
    } else if (const auto behind = citation_behind(named.range, to)) {
      refer_to_numbers(named, *behind, "", {named.range.begin, behind->range.end});
    } else {
      add(named, "", named.range);
    }
  }

  std::optional<Lead> lead_before(Range instrument, std::uint32_t from) const {
    const auto& words = subject_.words_of(*clause_);
    const auto begin_of = [](const Word& word) { return word.range.begin; };
    const auto last = std::ranges::lower_bound(words, instrument.begin, {}, begin_of);
    auto word = std::ranges::lower_bound(words, from, {}, begin_of);
    if (last - word > longest_lead) word = last - longest_lead;
    for (; word < last; ++word)
      if (auto lead = lead_at(text_, word->range.begin, instrument.begin)) return lead;
    return std::nullopt;
  }

  std::optional<Citation> citation_behind(Range instrument, std::uint32_t to) const {
    std::uint32_t at = skip_spaces(text_, instrument.end);
    const bool bracket = text_.substr(at, 1) == "(";
    if (bracket || text_.substr(at, 1) == ",") at = skip_spaces(text_, at + 1);
    if (at >= text_.size()) return std::nullopt;
    auto citation = citation_at(text_, at, true);
    if (!citation || citation->range.end > to || citation->direction != Direction::none)
      return std::nullopt;
    if (accept_of(text_, skip_spaces(text_, citation->end))) return std::nullopt;
    return citation;
  }

  // "/schedule/12A" for "paragraph 4 of Schedule 12A to".
  static std::string places_around(const Lead& lead) {
    std::string place;
    for (std::size_t i = lead.chain.size(); i-- > 1;)
      place += address_of(lead.chain[i], lead.chain[i].numbers.front());
    return place;
  }

  // One reference a number, with ranges of their own: the first begins where the whole does, the
  // last ends where it does, so that the instrument's name goes with the number beside it.
  void refer_to_numbers(const Named& named, const Citation& citation, const std::string& around,
                        Range whole) {
    const auto& numbers = citation.numbers;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      Range range = numbers[i].range;
      if (i == 0) range.begin = whole.begin;
      if (i + 1 == numbers.size()) range.end = whole.end;
      add(named, around + address_of(citation, numbers[i]), range);
    }
  }

  void add(const Named& named, const std::string& place, Range range) {
    Reference& reference = found_.add(*clause_, range, ReferenceKind::instrument);
    reference.uri = uri_of(named.instrument, place);
    reference.target =
        named.instrument != nullptr ? named.instrument->id : graph::slug(slice(text_, named.range));
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
