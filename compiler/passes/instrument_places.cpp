#include "passes/instrument_places.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace concord::passes {
namespace {

// Which places of the address space of legislation.gov.uk a noun of a citation opens.
std::string_view address_part(std::string_view noun) {
  static constexpr std::array<std::string_view, 7> parts = {
      "section", "regulation", "article", "schedule", "part", "paragraph", "chapter"};
  const auto found = std::ranges::find(parts, noun);
  return found == parts.end() ? std::string_view{} : *found;
}

// Past "of the" and its like.
std::optional<std::uint32_t> past_of(std::string_view text, std::uint32_t at, bool welsh,
                                     const syntax::WordLists& lists) {
  for (const std::string_view word : {"of", "to", "in", "under"})
    if (const auto end = accept(text, at, word)) {
      const std::uint32_t next = skip_spaces(text, *end);
      const auto the = accept(text, next, "the");
      return skip_spaces(text, the.value_or(next));
    }
  if (!welsh) return std::nullopt;
  const auto end = accept_any(text, at, lists.welsh_owner_prepositions);
  return end ? std::optional(skip_spaces(text, *end)) : std::nullopt;
}

// Past ", and" and its like, between "section 5 of" and "Schedule 2 to".
std::optional<std::uint32_t> past_comma_and(std::string_view text, std::uint32_t at) {
  if (text.substr(at, 1) != ",") return std::nullopt;
  at = skip_spaces(text, at + 1);
  for (const std::string_view word : {"and", "or"})
    if (const auto end = accept(text, at, word)) return skip_spaces(text, *end);
  return std::nullopt;
}

// Past the title in brackets behind a number: "section 2 (interests) of".
std::uint32_t past_title(std::string_view text, std::uint32_t at, const Vocabulary& vocabulary) {
  const auto title = title_at(text, skip_spaces(text, at), vocabulary);
  return skip_spaces(text, title ? title->end + 1 : at);
}

// Reads a lead word by word, from where it begins to where the instrument does.
class LeadReader {
 public:
  LeadReader(std::string_view text, std::uint32_t instrument, const Vocabulary& vocabulary,
             bool welsh)
      : text_(text),
        instrument_(instrument),
        vocabulary_(vocabulary),
        forms_{.statutory = true, .welsh = welsh} {}

  std::optional<Lead> read(std::uint32_t at) {
    constexpr std::size_t longest = 4;
    Lead lead;
    lead.chains.emplace_back();
    descending_ = false;
    for (std::size_t i = 0; i < longest && at < instrument_; ++i) {
      auto citation = citation_at(text_, at, vocabulary_, forms_);
      if (!citation || citation->direction != Direction::none) return std::nullopt;
      at = past_title(text_, citation->end, vocabulary_);
      add(lead, std::move(*citation));
      lead.by_comma = is_comma_before_instrument(at, lead);
      if (at == instrument_ || lead.by_comma) return lead;
      if (const auto below = lower_place(lead, at)) {
        at = *below;
        continue;
      }
      if (const auto beside = beside_title(lead, at)) {
        at = *beside;
        lead.chains.emplace_back();
        continue;
      }
      if (text_.substr(at, 1) == ",") at = skip_spaces(text_, at + 1);  // "subsection (2), of"
      const auto next = past_of(text_, at, forms_.welsh, vocabulary_.lists());
      descending_ = false;
      if (!next) return std::nullopt;
      at = *next;
      if (at == instrument_) return lead;
      if (const auto more = past_comma_and(text_, at)) {
        at = *more;
        lead.chains.emplace_back();
      } else if (text_.substr(at, 1) == ",") {  // the comma that closes ", and Schedule 2 to,"
        at = skip_spaces(text_, at + 1);
        if (const auto the = accept(text_, at, "the")) at = skip_spaces(text_, *the);
        return at == instrument_ ? std::optional(lead) : std::nullopt;
      }
    }
    return std::nullopt;
  }

 private:
  // "Schedule 12A, paragraph 4": the larger place first.
  void add(Lead& lead, Citation citation) const {
    auto& chain = lead.chains.back();
    chain.insert(descending_ ? chain.begin() : chain.end(), std::move(citation));
  }

  // Where the next, smaller place begins that no "of" parts from the last.
  std::optional<std::uint32_t> lower_place(const Lead& lead, std::uint32_t at) {
    const std::uint32_t from = text_.substr(at, 1) == "," ? skip_spaces(text_, at + 1) : at;
    if (from >= instrument_) return std::nullopt;
    const auto next = citation_at(text_, from, vocabulary_, forms_);
    descending_ = next && is_smaller(*next, lead.chains.back().front());
    return descending_ ? std::optional(from) : std::nullopt;
  }

  // "section 28 (codes) and section 29 (registers) of": the same noun again, behind a title.
  std::optional<std::uint32_t> beside_title(const Lead& lead, std::uint32_t at) const {
    const Citation& last = lead.chains.back().back();
    if (lead.chains.back().size() > 1 || at < last.end + 2) return std::nullopt;
    std::uint32_t from = text_.substr(at, 1) == "," ? skip_spaces(text_, at + 1) : at;
    for (const std::string_view word : {"and", "or"})
      if (const auto end = accept(text_, from, word)) from = skip_spaces(text_, *end);
    if (from == at || from >= instrument_) return std::nullopt;
    const auto next = citation_at(text_, from, vocabulary_, forms_);
    return next && next->noun == last.noun ? std::optional(from) : std::nullopt;
  }

  // "section 3, Localism Act 2011"; "section 3, the Localism Act 2011" may begin a new thought.
  bool is_comma_before_instrument(std::uint32_t at, const Lead& lead) const {
    return text_.substr(at, 2) == ", " && at + 2 == instrument_ &&
           lead.chains.back().front().rank >= 3;
  }

  std::string_view text_;
  std::uint32_t instrument_;
  const Vocabulary& vocabulary_;
  Forms forms_;
  bool descending_ = false;
};

// Past what may stand between a name and its sections: "’s", the bracket that closes or that
// gives the short name or the number, a comma, "in" or "at".
std::uint32_t past_name(std::string_view text, std::uint32_t at) {
  for (const std::string_view possessive : {"'s ", "\xE2\x80\x99s "})
    if (text.substr(at).starts_with(possessive))
      return at + static_cast<std::uint32_t>(possessive.size());
  for (const std::string_view close : {")", "\")", "\xE2\x80\x9D)", "\xE2\x80\x99)"})
    if (text.substr(at).starts_with(close)) at += static_cast<std::uint32_t>(close.size());
  at = skip_spaces(text, at);
  if (text.substr(at, 1) == "," || text.substr(at, 1) == ":" || text.substr(at, 1) == "(")
    at = skip_spaces(text, at + 1);
  const auto locating = accept(text, at, "at");
  return locating ? skip_spaces(text, *locating) : at;
}

}  // namespace

std::optional<Lead> lead_at(std::string_view text, std::uint32_t at, std::uint32_t instrument,
                            const Vocabulary& vocabulary, bool welsh) {
  return LeadReader(text, instrument, vocabulary, welsh).read(at);
}

std::vector<Citation> citations_behind(std::string_view text, Range instrument, std::uint32_t to,
                                       const Vocabulary& vocabulary, bool welsh) {
  std::vector<Citation> all;
  std::uint32_t at = past_name(text, instrument.end);
  while (at < to) {
    auto citation = citation_at(text, at, vocabulary, {.statutory = true, .welsh = welsh});
    if (!citation || citation->range.end > to || citation->direction != Direction::none) break;
    const std::uint32_t after = past_title(text, citation->end, vocabulary);
    if (past_of(text, after, welsh, vocabulary.lists())) break;
    all.push_back(std::move(*citation));
    const auto and_end = accept(text, after, "and");
    at = and_end ? skip_spaces(text, *and_end) : to;
  }
  return all;
}

std::string address_of(const Citation& citation, const CitedNumber& number) {
  const std::string_view part = address_part(citation.noun);
  if (part.empty() && citation.rank > 1) return {};
  std::string address = part.empty() ? "" : fmt::format("/{}", part);
  for (const std::string& each : number.spelt) address += "/" + each;
  return address;
}

}  // namespace concord::passes
