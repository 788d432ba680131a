#include "compare/effects/stated_clause.h"

#include <algorithm>

#include "compare/match/segments.h"
#include "source/characters.h"

namespace concord::compare {
namespace {

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

bool ends_sentence(char c) {
  return c == '.' || c == '?' || c == '!';
}

// Whether the words before a place are no whole sentences.
bool cuts_before(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \")");
  return last != std::string_view::npos && !ends_sentence(text[last]);
}

// Whether words that begin behind some others carry on their sentence.
bool cuts_behind(std::string_view quoted, std::string_view rest) {
  const std::size_t last = quoted.find_last_not_of(' ');
  const std::size_t next = rest.find_first_not_of(' ');
  if (last == std::string_view::npos || next == std::string_view::npos) return false;
  if (rest[next] == ':') return true;  // goes on in a list
  return !ends_sentence(quoted[last]) && !ends_sentence(rest[next]) &&
         std::ranges::any_of(rest, source::is_alnum);
}

// The tokens that the object's noun phrases are about: "reasonable [standards] of courtesy", "the
// [letter] or [report]".
std::vector<Token> heads_of(std::span<const Token> object, const syntax::WordLists& lists) {
  std::vector<Token> heads;
  const Token* last = nullptr;
  for (const Token& token : object) {
    if (lists.head_closers.contains(token.surface) && last != nullptr) break;
    if (lists.joining_words.contains(token.surface) && last != nullptr) {
      heads.push_back(*last);
      last = nullptr;
    }
    if (token.kind != TokenKind::function) last = &token;
  }
  if (last != nullptr) heads.push_back(*last);
  return heads;
}

// Of the words of the statement's slots.
class SlotTerms {
 public:
  // `avoiding`: the terms of "avoid".
  SlotTerms(const StatedClause& clause, const Statement& statement, const Terms& avoiding,
            const Lexicon& lexicon)
      : clause_(clause), statement_(statement), avoiding_(avoiding), lexicon_(lexicon) {}

  StatementTerms read() const {
    StatementTerms terms;
    terms.predicate = of({&statement_.predicate});
    terms.object = of({&statement_.object});
    terms.act = of({&statement_.predicate, &statement_.object});
    terms.core = of({&statement_.predicate, &statement_.object, &statement_.recipient});
    terms.own.add(clause_.within(statement_.range), lexicon_);
    terms.done.add(done(), lexicon_);
    terms.heads.add(heads_of(clause_.of(statement_.object), lexicon_.lists()), lexicon_);
    terms.avoids = avoiding_.share_in(terms.predicate) > 0;
    terms.all = terms.own;
    for (const Filler* each : {&statement_.bearer, &statement_.predicate, &statement_.object})
      if (each->of_lead) add(*each, terms.all);
    return terms;
  }

 private:
  void add(const Filler& filler, Terms& into) const {
    if (!filler.empty()) into.add(clause_.of(filler), lexicon_);
  }
  Terms of(std::initializer_list<const Filler*> fillers) const {
    Terms terms;
    for (const Filler* each : fillers) add(*each, terms);
    return terms;
  }

  std::vector<Token> done() const {
    std::vector<Token> tokens;
    for (const Token& token : clause_.within(statement_.range)) {
      const auto holds = [&](const Filler& each) { return each.holds(token.range.begin); };
      if (!holds(statement_.bearer) && std::ranges::none_of(statement_.conditions, holds))
        tokens.push_back(token);
    }
    return tokens;
  }

  const StatedClause& clause_;
  const Statement& statement_;
  const Terms& avoiding_;
  const Lexicon& lexicon_;
};

}  // namespace

StatedClause::StatedClause(std::string_view of, std::span<const Token> tokens_of,
                           std::string_view lead_in, std::span<const Token> tokens_of_lead,
                           const Lexicon& lexicon, std::uint32_t protocol)
    : text(of),
      lead(lead_in),
      tokens(tokens_of),
      lead_tokens(tokens_of_lead),
      sentences(passages_of(of, lexicon.lists())),
      statements(lexicon.statements(of, lead_in, protocol)),
      words(tokens_of, lexicon),
      words_and_lead(words) {
  words_and_lead.add(lead_tokens, lexicon);
  const Terms avoiding(lexicon.tokens("avoid"), lexicon);
  for (const Statement& each : statements)
    terms.push_back(SlotTerms(*this, each, avoiding, lexicon).read());
  at_large = compare::at_large(*this, lexicon);
}

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
    each_filler(each, [&](const Filler& filler) { inside = inside || filler.holds(offset); });
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
  const std::string_view own = language::slice(clause.text, quotation.range);
  if (cuts_before(clause.text.substr(0, quotation.range.begin))) quotation.text += "… ";
  const auto before = static_cast<std::uint32_t>(quotation.text.size());
  quotation.text += own;
  if (cuts_behind(own, clause.text.substr(quotation.range.end))) quotation.text += " …";
  for (const Filler& each : deciding) {
    const std::uint32_t shift = each.of_lead ? 0 : before - quotation.range.begin;
    quotation.deciding.push_back({each.range.begin + shift, each.range.end + shift});
  }
  std::ranges::sort(quotation.deciding, {}, &Range::begin);
  return quotation;
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
