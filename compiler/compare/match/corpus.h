// The protocols as the comparison sees them: clauses with words of their own, and the wordings that
// they share.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compare/comparison.h"
#include "compare/match/background.h"
#include "compare/match/bearer.h"
#include "compare/match/lexicon.h"

namespace concord::compare {

// A clause before it is analysed: its text and the words that it stands under, borrowed.
struct ClauseText {
  ClauseRef ref;
  std::string text;        // what is struck out is blank
  std::int64_t lead = -1;  // index of the clause whose sentence it continues; -1: none
  std::vector<std::string_view> headings;  // from the outermost
  // Clauses of different owners never share a wording; 0 is nobody.
  std::uint64_t owner = 0;
};

// The number of a protocol as an owner, by its id.
std::uint64_t owner_of(std::string_view id);

// Adds every clause of the protocol that has text in force, in order. Headings are context and not
// clauses here.
void append_clause_texts(const graph::ClauseGraph& graph, std::uint32_t protocol,
                         std::vector<ClauseText>& texts);

// A word or role with its meanings at this place: (term, group) pairs, sorted.
struct TermMeaning {
  std::uint32_t term = 0;
  std::uint32_t group = 0;
  friend auto operator<=>(const TermMeaning&, const TermMeaning&) = default;
};

struct Segment {
  syntax::Range range;                // in the clause's text
  std::vector<std::uint32_t> terms;   // words, roles and numbers: sorted, each once
  std::vector<std::uint32_t> pairs;   // of neighbouring terms: sorted, each once
  std::vector<TermMeaning> meanings;  // sorted
  std::vector<std::uint32_t> groups;  // of all meanings: sorted, each once
  double weight = 0;                  // information: the sum of the terms' weights
  double pair_weight = 0;             // the same of the pairs
  Bearer bearer = Bearer::none;
  bool duty = false;
};

// One text in one context (lead-in and headings), and who uses it.
struct Wording {
  std::array<std::uint64_t, 2> key{};  // of its words and context: the order of wordings,
  std::uint64_t owner = 0;             // and of those with one key their owner's
  std::vector<Segment> segments;
  std::vector<std::uint32_t>
      forms;  // every token's form in order: what "same but for role words" compares
  std::vector<std::uint32_t> terms;  // of all segments: sorted, each once
  double weight = 0;
  Bearer lead_bearer = Bearer::none;     // whose duty the lead-in states
  Bearer heading_bearer = Bearer::none;  // whom alone the nearest heading names
  std::vector<std::uint32_t> heading_terms;
  std::vector<std::uint32_t> lead_terms;
  std::vector<std::uint32_t> neighbours;  // wordings that stand next to it anywhere: sorted
  std::vector<std::uint32_t> leads;       // wordings that lead into it anywhere: sorted
  std::vector<std::uint32_t> protocols;   // that use it: sorted
  std::uint64_t protocol_mask = 0;  // bit p % 64 for each: wordings without a common bit share none
  std::vector<std::uint32_t> clauses;  // that have it: indices in Corpus::clauses, sorted
};

struct CorpusClause {
  ClauseRef ref;
  std::uint32_t wording = 0;
  std::uint32_t words = 0;       // tokens
  std::uint32_t text = 0;        // index in Corpus::texts
  std::uint64_t surface = 0;     // equal for clauses with the same printed words, and only for them
  std::uint64_t role_layer = 0;  // equal for clauses with the same words but for titles of one role
};

// A statement in which the register knows a provision, before it is analysed. Borrowed.
struct KnownText {
  std::uint32_t provision = 0;  // index in the register's provisions
  std::string_view words;
  std::string_view lead_in;  // of the list that the words are an item of; empty for none
};

struct KnownStatement {
  std::uint32_t provision = 0;
  Segment segment;
  Bearer certain = Bearer::none;  // whose duty it states for certain: certain_bearer
};

struct Corpus {
  std::vector<CorpusClause> clauses;       // by protocol, then place
  std::vector<Wording> wordings;           // by key, so that the order of protocols does not matter
  std::vector<KnownStatement> known;       // in the register's order
  std::vector<std::string> texts;          // distinct texts
  std::vector<std::vector<Token>> tokens;  // of each distinct text
  std::vector<std::vector<syntax::Range>> segments;  // the sentences of each distinct text
  std::vector<std::string> forms;                    // by term id, sorted
  std::vector<double> term_weight;                   // information of each, by the background
  std::vector<double> pair_weight;                   // of two terms side by side: the mean of both
};

// Tokens, wordings and weights. The same for every order of the clauses' protocols, but for the
// protocols' own numbers.
Corpus build_corpus(std::span<const ClauseText> texts, std::span<const KnownText> known,
                    const Lexicon& lexicon, const Background& background);

// The statements in which the register knows provisions.
std::vector<KnownText> known_texts(const syntax::Register& registers);

// The weights of what both lists of ids have, together. Both are sorted, each id once.
double weight_in_common(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b,
                        const std::vector<double>& weights);

}  // namespace concord::compare
