#include "compare/effects/stated_clause.h"

#include <algorithm>

#include "compare/match/background.h"

namespace concord::compare {
namespace {

constexpr double of_light_words = 0.3;  // of the information of others

using language::Filler;
using language::Statement;
using syntax::Range;

// Every filler of the statement.
template <typename Use>
void each_filler(const Statement& statement, const Use& use) {
  for (const Filler* each : {&statement.bearer, &statement.modal, &statement.predicate,
                             &statement.object, &statement.recipient})
    use(*each);
  for (const auto* each :
       {&statement.conditions, &statement.exceptions, &statement.deadlines, &statement.amounts})
    for (const Filler& filler : *each) use(filler);
}

void cover(Range& range, const Filler& filler) {
  if (filler.of_lead || filler.empty()) return;
  range.begin = std::min(range.begin, filler.range.begin);
  range.end = std::max(range.end, filler.range.end);
}

// "not to sign, or enter into any contract": what denies the second verb stands before the first.
void cover_negator(const StatedClause& clause, bool with_lead, Range& range) {
  const auto denies = [](const Token& token) {
    return token.kind == TokenKind::negator && token.surface != "without";
  };
  if (std::ranges::any_of(clause.within(range), denies)) return;
  if (with_lead && std::ranges::any_of(clause.lead_tokens, denies)) return;
  const auto before = clause.within({0, range.begin});
  for (std::size_t i = before.size(); i-- > 0;)
    if (denies(before[i])) {
      range.begin = before[i].range.begin;
      return;
    }
}

}  // namespace

std::span<const Token> StatedClause::within(Range range, bool of_lead) const {
  const std::span<const Token> all = of_lead ? lead_tokens : tokens;
  const auto place = [&](std::uint32_t offset) {
    return std::ranges::lower_bound(all, offset, {},
                                    [](const Token& token) { return token.range.begin; });
  };
  const auto begin = place(range.begin);
  return {begin, std::max(begin, place(range.end))};
}

const Statement* StatedClause::at(std::uint32_t offset) const {
  const Statement* nearest = nullptr;
  for (const Statement& each : statements) {
    bool inside = offset >= each.range.begin && offset < each.range.end;
    each_filler(each, [&](const Filler& filler) {
      inside =
          inside || (!filler.of_lead && offset >= filler.range.begin && offset < filler.range.end);
    });
    if (inside) return &each;
    if (each.range.begin <= offset) nearest = &each;
  }
  return nearest;
}

Quotation quote(const StatedClause& clause, const Statement* statement,
                std::span<const Filler> deciding) {
  Quotation quotation;
  quotation.range = {0, static_cast<std::uint32_t>(clause.text.size())};
  bool with_lead = std::ranges::any_of(deciding, &Filler::of_lead);
  if (statement != nullptr) {
    quotation.range = statement->range;
    each_filler(*statement, [&](const Filler& each) { cover(quotation.range, each); });
    with_lead = with_lead || statement->continues;
  }
  for (const Filler& each : deciding) cover(quotation.range, each);
  if (statement != nullptr && statement->negative)
    cover_negator(clause, with_lead, quotation.range);
  if (with_lead && !clause.lead.empty()) quotation.text = std::string(clause.lead) + " ";
  const auto before = static_cast<std::uint32_t>(quotation.text.size());
  quotation.text += language::slice(clause.text, quotation.range);
  for (const Filler& each : deciding) {
    const std::uint32_t shift = each.of_lead ? 0 : before - quotation.range.begin;
    quotation.deciding.push_back({each.range.begin + shift, each.range.end + shift});
  }
  std::ranges::sort(quotation.deciding, {}, &Range::begin);
  return quotation;
}

void Terms::add(std::span<const Token> tokens, const Lexicon& lexicon) {
  const auto meanings = lexicon.meanings(tokens);
  auto meaning = meanings.begin();
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    while (meaning != meanings.end() && meaning->token < i) ++meaning;
    const Token& token = tokens[i];
    const bool says = token.kind == TokenKind::word || token.kind == TokenKind::role ||
                      token.kind == TokenKind::number;
    if (!says || !forms_.insert(token.form).second) continue;
    Term term{token.form, shipped_background().weight(token.form), {}};
    if (lexicon.lists().light_words.contains(token.surface)) term.weight *= of_light_words;
    for (auto of = meaning; of != meanings.end() && of->token == i; ++of) {
      term.groups.push_back(of->group);
      groups_.insert(of->group);
    }
    weight_ += term.weight;
    terms_.push_back(std::move(term));
  }
}

double Terms::share_in(const Terms& other) const {
  double common = 0;
  for (const Term& term : terms_) {
    const bool meant = std::ranges::any_of(
        term.groups, [&](std::uint32_t group) { return other.groups_.contains(group); });
    if (meant || other.forms_.contains(term.form)) common += term.weight;
  }
  return weight_ <= 0 ? 0 : common / weight_;
}

double likeness(const Terms& a, const Terms& b) {
  const double all = a.weight() + b.weight();
  if (all <= 0) return 1;
  return (a.share_in(b) * a.weight() + b.share_in(a) * b.weight()) / all;
}

std::string Quotation::words() const {
  std::string joined;
  for (const Range& each : deciding) {
    if (!joined.empty()) joined += " … ";
    joined += text.substr(each.begin, each.end - each.begin);
  }
  return joined;
}

}  // namespace concord::compare
