#include "passes/short_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "diag/messages.h"
#include "passes/documents.h"
#include "passes/instrument_names.h"
#include "passes/vocabulary.h"

namespace concord::passes {
namespace {

using graph::Clause;

// The noun that the word is a spelling of, one for one kind of instrument, in either language:
// "act" for "ddeddf". Empty for other words.
std::string_view head_of(std::string_view word, const syntax::WordLists& lists) {
  const auto head = lists.instrument_heads.find(word);
  return head == lists.instrument_heads.end() ? std::string_view() : head->second;
}

// The last word of short names.
bool is_head(std::string_view word, const syntax::WordLists& lists) {
  return lists.instrument_heads.contains(word) || lists.defined_heads.contains(word);
}

bool has_head(const Named& named, std::string_view head) {
  if (head.empty()) return true;
  const Words words(named.title);
  return std::ranges::any_of(words, [&](const Word& word) { return word.folded == head; });
}

std::string year_of(const Named& named) {
  if (named.instrument != nullptr) return named.instrument->year;
  const std::string_view title = named.title;
  const std::string_view last = title.size() < 4 ? title : title.substr(title.size() - 4);
  return is_year(last) ? std::string(last) : std::string();
}

bool is_quote(std::string_view gap) {
  return gap.find('"') != gap.npos || gap.find('\'') != gap.npos ||
         gap.find("\xE2\x80\x9C") != gap.npos || gap.find("\xE2\x80\x9D") != gap.npos ||
         gap.find("\xE2\x80\x98") != gap.npos || gap.find("\xE2\x80\x99") != gap.npos;
}

bool ends_sentence(std::string_view gap) {
  return gap.find_first_of(".;?!") != gap.npos;
}

// "LGA", and in quotation marks "EqA": two capitals or more.
bool is_abbreviation(std::string_view word, bool quoted) {
  const auto capitals = std::ranges::count_if(word, source::is_upper);
  return capitals >= 2 && (quoted || static_cast<std::size_t>(capitals) == word.size());
}

}  // namespace

ShortNames::ShortNames(const Subject& subject, const std::vector<std::vector<Named>>& named)
    : subject_(subject), lists_(subject.vocabulary.lists()), named_(named) {
  for (const Clause& clause : subject.graph.clauses)
    for (const Named& each : named[graph::index(clause.id)]) {
      define_in(clause, each);
      const std::string year = year_of(each);
      if (year.empty()) continue;
      for (const auto& [word, head] : lists_.instrument_heads) {
        if (!has_head(each, head)) continue;
        const auto [place, fresh] = by_year_.try_emplace({head, year}, &each);
        if (!fresh && place->second != nullptr && place->second->target != each.target)
          place->second = nullptr;
      }
    }
}

void ShortNames::define_in(const Clause& clause, const Named& named) {
  define_behind(clause, named);
  define_before(clause, named);
}

// "… Act 1972 (“the 1972 Act” or “the Act”)", "…, here called the Act".
void ShortNames::define_behind(const Clause& clause, const Named& named) {
  const std::string_view text = clause.words().text;
  const Words& words = subject_.words_of(clause);
  std::size_t at = word_from(words, named.range.end);
  std::uint32_t end = named.range.end;
  bool cued = false;
  for (; at < words.size(); ++at) {
    const std::string_view gap = text.substr(end, words[at].range.begin - end);
    if (ends_sentence(gap) || gap.find(')') != gap.npos) return;
    cued = cued || gap.find('(') != gap.npos || lists_.naming_cues.contains(words[at].folded);
    if (!lists_.naming_words.contains(words[at].folded)) break;
    end = words[at].range.end;
  }
  if (!cued) return;
  for (auto next = define_at(clause, at, end, named); next;
       next = define_at(clause, at, end, named)) {
    end = words[*next - 1].range.end;
    at = *next;
    while (at < words.size() && lists_.naming_words.contains(words[at].folded) &&
           text.substr(end, words[at].range.begin - end).find(')') == text.npos)
      end = words[at++].range.end;
    if (at == *next) return;
  }
}

// The name that begins with word `at`, behind byte `end`. The word behind it, where a list of names
// may go on.
std::optional<std::size_t> ShortNames::define_at(const Clause& clause, std::size_t at,
                                                 std::uint32_t end, const Named& named) {
  const std::string_view text = clause.words().text;
  const Words& words = subject_.words_of(clause);
  constexpr std::size_t longest_name = 5;
  if (at >= words.size()) return std::nullopt;
  const std::string_view front = text.substr(end, words[at].range.begin - end);
  if (ends_sentence(front) || front.find(')') != front.npos) return std::nullopt;
  for (std::size_t last = at; last < words.size() && last < at + longest_name; ++last) {
    const bool final = last + 1 == words.size();
    const std::string_view gap =
        final ? text.substr(words[last].range.end) : between(text, words[last], words[last + 1]);
    if (!final && joins(gap)) continue;
    define(clause, at, last, is_quote(front) && is_quote(gap), named);
    return last + 1;
  }
  return std::nullopt;
}

// "“the Act” means the … Act 2000", "the Act – … Act 2000".
void ShortNames::define_before(const Clause& clause, const Named& named) {
  const std::string_view text = clause.words().text;
  const Words& words = subject_.words_of(clause);
  std::size_t next = word_from(words, named.range.begin);
  std::uint32_t begin = named.range.begin;
  bool means = false;
  bool dash = false;
  while (next > 0) {
    const Word& word = words[next - 1];
    const std::string_view gap = text.substr(word.range.end, begin - word.range.end);
    if (ends_sentence(gap) || gap.find_first_of("(),") != gap.npos) return;
    dash = dash || gap.find(':') != gap.npos || gap.find("\xE2\x80\x93") != gap.npos ||
           gap.find(" - ") != gap.npos;
    if (!lists_.explaining_words.contains(word.folded)) break;
    means = means || word.folded == "means" || word.folded == "mean";
    begin = word.range.begin;
    --next;
  }
  if (next == 0) return;
  const std::size_t last = next - 1;
  const std::string_view behind = text.substr(words[last].range.end, begin - words[last].range.end);
  std::size_t first = last;
  while (first > 0 && last - first < 4 && joins(between(text, words[first - 1], words[first])) &&
         (words[first - 1].capital || is_year(slice(text, words[first - 1].range))))
    --first;
  if (words[first].folded == "the" && first < last) ++first;
  const std::uint32_t opening = words[first].range.begin;
  const std::string_view front = text.substr(opening < 8 ? 0 : opening - 8, std::min(opening, 8U));
  const bool quoted = is_quote(behind) && is_quote(front);
  const bool told = first >= 3 && words[first - 1].folded == "the" &&
                    words[first - 2].folded == "to" && words[first - 3].singular == "reference";
  if (means || dash || quoted || told) define(clause, first, last, quoted, named);
}

void ShortNames::define(const Clause& clause, std::size_t first, std::size_t last, bool quoted,
                        const Named& named) {
  const std::string_view text = clause.words().text;
  const Words& words = subject_.words_of(clause);
  if (overlap({words[first].range.begin, words[last].range.end}, named.range)) return;
  while (first < last && (words[first].folded == "the" || words[first].folded == "y")) ++first;
  const Word& head = words[last];
  const bool by_head = is_head(head.folded, lists_) && (head.capital || quoted);
  const bool letters = is_abbreviation(slice(text, words[first].range), quoted) &&
                       head.folded != "si" &&
                       (quoted || words[first].range.end - words[first].range.begin > 2) &&
                       (first == last || (first + 1 == last && is_year(slice(text, head.range))));
  if (!by_head && !letters) return;
  const Range range{words[first].range.begin, head.range.end};
  const std::size_t value = phrases_.add(slice(text, range), definitions_.size());
  if (value == definitions_.size()) definitions_.emplace_back();
  definitions_[value].push_back({{graph::index(clause.id), range.begin}, &named});
}

// What is asked of one clause again and again.
struct ShortNames::Reading {
  Reading(const Subject& subject, const Clause& its, std::span<const Named> its_named)
      : clause(its),
        text(its.words().text),
        words(subject.words_of(its)),
        lists(subject.vocabulary.lists()),
        named(its_named.begin(), its_named.end()) {
    for (const Named& each : named) taken.add(each.range);
  }

  // Those with the head that stand before the byte, in its sentence or the one that names one last:
  // the last first, and no more than tell whether they are one.
  std::vector<const Named*> before(std::string_view head, std::uint32_t place) {
    constexpr std::size_t most = 20;
    const auto end = std::ranges::upper_bound(named, place, {},
                                              [](const Named& each) { return each.range.end; });
    std::vector<const Named*> all;
    std::uint32_t from = 0;
    for (auto each = end; each != named.begin() && all.size() < most;) {
      --each;
      if (each->range.begin < from) break;
      if (!has_head(*each, head)) continue;
      if (all.empty()) from = sentence_of(each->range.begin);
      all.push_back(&*each);
    }
    return all;
  }

  // Where the sentence of the byte begins.
  std::uint32_t sentence_of(std::uint32_t place) {
    if (sentences.empty()) sentences = sentences_of(text, lists);
    const auto next = std::ranges::upper_bound(sentences, place, {}, &Range::begin);
    return next == sentences.begin() ? 0 : (next - 1)->begin;
  }

  bool names_document(Range within_range) {
    if (!documents) documents = document_names(text, words, lists);
    const auto next = std::ranges::lower_bound(*documents, within_range.begin, {}, &Range::begin);
    return next != documents->end() && next->end <= within_range.end;
  }

  const Clause& clause;
  std::string_view text;
  std::span<const Word> words;
  const syntax::WordLists& lists;
  std::vector<Named> named;            // in full, and what short names mean, in order
  std::vector<ShortName> short_names;  // those that point at nothing before them
  Ranges taken;                        // by all of these
  std::vector<Range> sentences;
  std::optional<std::vector<Range>> documents;
};

std::vector<ShortName> ShortNames::in(const Clause& clause) const {
  Reading reading = read(clause);
  std::vector<ShortName> found = std::move(reading.short_names);
  for (std::size_t i = 0; i < reading.words.size(); ++i) {
    if (reading.taken.overlaps(reading.words[i].range)) continue;
    if (auto name = pointing_at(reading, i)) found.push_back(std::move(*name));
  }
  std::ranges::sort(found, {}, [](const ShortName& each) { return each.range.begin; });
  return found;
}

// What the clause names in full, by a name that the text defines, and by a year: all that "that
// Act" may point back to.
ShortNames::Reading ShortNames::read(const Clause& clause) const {
  Reading reading(subject_, clause, named_[graph::index(clause.id)]);
  reading.short_names = defined(reading);
  for (const ShortName& each : reading.short_names) reading.taken.add(each.range);
  for (std::size_t i = 0; i < reading.words.size(); ++i) {
    if (reading.taken.overlaps(reading.words[i].range)) continue;
    auto name = dated_at(reading, i);
    if (!name) continue;
    reading.taken.add(name->range);
    reading.short_names.push_back(std::move(*name));
  }
  for (const ShortName& each : reading.short_names) {
    if (!each.meant) continue;
    Named named = *each.meant;
    named.range = each.range;
    reading.named.push_back(std::move(named));
  }
  std::ranges::sort(reading.named, {}, [](const Named& each) { return each.range.begin; });
  return reading;
}

std::vector<ShortName> ShortNames::defined(const Reading& reading) const {
  std::vector<ShortName> found;
  for (const auto& match : phrases_.find(reading.text, reading.words)) {
    const Word& last = reading.words[match.first_word + match.word_count - 1];
    const bool name = last.capital || is_year(slice(reading.text, last.range));
    if (!name || reading.taken.overlaps(match.range)) continue;
    // "The Act" is defined; "that Act" and "the parent Act" are others.
    const bool bare = match.word_count == 1 && is_head(last.folded, lists_);
    if (bare && !has_article(reading, match.first_word)) continue;
    const auto& all = definitions_[match.value];
    const Place here{graph::index(reading.clause.id), match.range.begin};
    const auto next = std::ranges::upper_bound(all, here, {}, &Definition::place);
    found.push_back({match.range, *(next == all.begin() ? all.front() : *(next - 1)).means, {}});
  }
  return found;
}

// "the 1972 Act", "the Act of 1972", in Welsh "Deddf 1972".
std::optional<ShortName> ShortNames::dated_at(const Reading& reading, std::size_t at) const {
  const Word& word = reading.words[at];
  const std::string_view head = head_of(word.folded, lists_);
  if (!word.capital || head.empty()) return std::nullopt;
  const auto year_of_word = [&](std::size_t other) -> std::optional<ShortName> {
    const Word& year = reading.words[other];
    const std::string_view digits = slice(reading.text, year.range);
    if (!is_year(digits)) return std::nullopt;
    return by_year(
        head, digits,
        {std::min(word.range.begin, year.range.begin), std::max(word.range.end, year.range.end)});
  };
  const std::size_t next = at + 1;
  if (head != word.folded) return next < reading.words.size() ? year_of_word(next) : std::nullopt;
  if (next + 1 < reading.words.size() && reading.words[next].folded == "of")  // "the Act of 1972"
    if (auto name = year_of_word(next + 1)) return name;
  const bool follows = at > 0 && joins(between(reading.text, reading.words[at - 1], word));
  return follows ? year_of_word(at - 1) : std::nullopt;
}

// "that Act", "thereof", and "the Act" where the text defines none.
std::optional<ShortName> ShortNames::pointing_at(Reading& reading, std::size_t at) const {
  const Word& word = reading.words[at];
  if (is_among(word.folded, lists_.there_words)) return named_last(reading, "", word.range);
  const std::string_view head = head_of(word.folded, lists_);
  if (!word.capital || head.empty()) return std::nullopt;
  if (head != word.folded && at + 1 < reading.words.size()) {
    const Word& next = reading.words[at + 1];  // "y Ddeddf honno"
    if (next.folded == "honno" || next.folded == "hwnnw" || next.folded == "hynny")
      return named_last(reading, head, {word.range.begin, next.range.end});
  }
  if (at == 0 || !joins(between(reading.text, reading.words[at - 1], word))) return std::nullopt;
  const Word& last = reading.words[at - 1];
  const Range both{last.range.begin, word.range.end};
  if (lists_.pointing_words.contains(last.folded)) return named_last(reading, head, both);
  if (!has_article(reading, at)) return std::nullopt;
  return ShortName{word.range, {}, fmt::format(diag::REF010::not_said, slice(reading.text, both))};
}

bool ShortNames::has_article(const Reading& reading, std::size_t at) const {
  if (at == 0) return false;
  const std::string_view last = reading.words[at - 1].folded;
  return last == "the" || lists_.welsh_articles.contains(straight(last));
}

ShortName ShortNames::by_year(std::string_view head, std::string_view year, Range range) const {
  const auto named = by_year_.find({std::string(head), std::string(year)});
  if (named == by_year_.end()) return {range, {}, fmt::format(diag::REF010::none_in_full, year)};
  if (named->second == nullptr)
    return {range, {}, fmt::format(diag::REF010::several_of_year, year)};
  return {range, *named->second, {}};
}

std::optional<ShortName> ShortNames::named_last(Reading& reading, std::string_view head,
                                                Range range) const {
  auto all = reading.before(head, range.begin);
  if (all.empty() && head.empty()) return std::nullopt;
  if (all.empty() && reading.clause.id != ClauseId{}) {
    const Clause& last = subject_.graph.clauses[graph::index(reading.clause.id) - 1];
    Reading there = read(last);
    all = there.before(head, static_cast<std::uint32_t>(there.text.size()));
  } else if (head.empty() && reading.names_document({all.front()->range.end, range.begin})) {
    return std::nullopt;
  }
  if (all.empty()) return ShortName{range, {}, diag::REF010::none_before};
  const bool one = std::ranges::all_of(
      all, [&](const Named* each) { return each->target == all.front()->target; });
  if (one) return ShortName{range, *all.front(), {}};
  return ShortName{range, {}, diag::REF010::several_before};
}

}  // namespace concord::passes
