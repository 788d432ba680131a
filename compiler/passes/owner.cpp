#include "passes/owner.h"

#include <algorithm>
#include <array>

#include "passes/citation.h"
#include "passes/documents.h"

namespace concord::passes {
namespace {

constexpr std::array<std::string_view, 6> prepositions = {"of", "to",     "in",
                                                          "at", "within", "under"};
constexpr std::array<std::string_view, 9> determiners = {"this", "the",   "that", "those", "these",
                                                         "its",  "their", "our",  "such"};
constexpr std::array<std::string_view, 6> own_nouns = {"protocol", "document",  "policy",
                                                       "section",  "paragraph", "text"};
constexpr std::array<std::string_view, 16> foreign_nouns = {
    "agenda", "report", "code", "regulations", "order", "schedule",  "guidance", "agreement",
    "scheme", "policy", "plan", "minutes",     "rules", "standards", "contract", "constitution"};

}  // namespace

Owner OwnerReader::at(std::uint32_t place) const {
  std::uint32_t from = skip_spaces(text_, place);
  if (const auto aside = aside_end(from)) from = skip_spaces(text_, *aside);
  for (const std::string_view preposition : prepositions) {
    const auto end = accept(text_, from, preposition);
    if (end) return after_preposition(skip_spaces(text_, *end), preposition == "of");
  }
  return {};
}

Owner OwnerReader::after_comma(std::uint32_t place) const {
  if (text_.substr(place, 2) != ", ") return {};
  const auto next = citation_at(text_, place + 2, false);
  if (!next) return {};
  const Owner owner = at(next->end);
  return {Owner::Kind::foreign, owner.kind == Owner::Kind::none ? next->end : owner.end, {}};
}

std::optional<std::uint32_t> OwnerReader::aside_end(std::uint32_t at) const {
  if (text_.substr(at, 1) != "(") return std::nullopt;
  const auto stop = text_.substr(at, 20).find_first_of(" )");
  if (stop == std::string_view::npos || text_[at + stop] != ')') return std::nullopt;
  return at + static_cast<std::uint32_t>(stop) + 1;
}

Owner OwnerReader::after_preposition(std::uint32_t at, bool of) const {
  std::string_view determiner;
  std::uint32_t after = at;
  for (const std::string_view word : determiners) {
    const auto end = accept(text_, at, word);
    if (!end) continue;
    determiner = word;
    after = skip_spaces(text_, *end);
    break;
  }
  if (const auto owner = nested(after)) return *owner;
  if (const auto end = own_end(after, determiner)) return {Owner::Kind::own, *end, {}};
  after = past_possessive(after);
  if (const auto end = accept(text_, after, "constitution"))
    return {Owner::Kind::foreign, *end, {}};
  if (const auto end = name_end(after)) return {Owner::Kind::foreign, *end, {}};
  if (!of || determiner.empty()) return {};
  if (const auto end = act_end(after)) return {Owner::Kind::act, *end, {}};
  for (const std::string_view noun : foreign_nouns)
    if (const auto end = accept(text_, after, noun)) return {Owner::Kind::foreign, *end, {}};
  return capitals(after);
}

std::optional<Owner> OwnerReader::nested(std::uint32_t at) const {
  if (at >= text_.size()) return std::nullopt;
  const auto outer = citation_at(text_, at, false);
  if (!outer) return std::nullopt;
  const Owner beyond = this->at(outer->end);
  const bool own = outer->unit == Unit::inner && beyond.kind != Owner::Kind::foreign;
  const std::uint32_t end = beyond.kind == Owner::Kind::none ? outer->end : beyond.end;
  if (beyond.kind == Owner::Kind::act) return beyond;
  return own ? Owner{Owner::Kind::own, end, outer->numbers.front().parts}
             : Owner{Owner::Kind::foreign, end, {}};
}

std::optional<std::uint32_t> OwnerReader::own_end(std::uint32_t at,
                                                  std::string_view determiner) const {
  if (determiner != "this" && determiner != "the") return std::nullopt;
  for (const std::string_view noun : own_nouns) {
    const auto end = accept(text_, at, noun);
    if (!end || (determiner == "the" && noun != "protocol")) continue;
    return end;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> OwnerReader::name_end(std::uint32_t at) const {
  const auto next = std::ranges::upper_bound(names_, at, {}, &Range::begin);
  if (next == names_.begin() || (next - 1)->end <= at) return std::nullopt;
  return (next - 1)->end;
}

std::span<const Word>::iterator OwnerReader::word_at(std::uint32_t at) const {
  const auto word =
      std::ranges::lower_bound(words_, at, {}, [](const Word& w) { return w.range.begin; });
  return word != words_.end() && word->range.begin == at ? word : words_.end();
}

std::uint32_t OwnerReader::past_possessive(std::uint32_t at) const {
  const auto word = word_at(at);
  if (word == words_.end() || word + 1 == words_.end()) return at;
  return joins_owner(between(text_, *word, *(word + 1))) ? (word + 1)->range.begin : at;
}

std::optional<std::uint32_t> OwnerReader::act_end(std::uint32_t at) const {
  const bool year = at < text_.size() && text_[at] >= '1' && text_[at] <= '2';
  return accept(text_, year ? skip_spaces(text_, at + 4) : at, "act");
}

Owner OwnerReader::capitals(std::uint32_t at) const {
  auto word = word_at(at);
  Owner owner;
  for (; word != words_.end() && word->capital; ++word) {
    if (owner.end != 0 && !joins(text_.substr(owner.end, word->range.begin - owner.end))) break;
    owner = {Owner::Kind::foreign, word->range.end, {}};
  }
  return owner;
}

}  // namespace concord::passes
