// The protocols as the comparison sees them: clauses with words of their own, and their wordings.
//
// A text is read once, whoever has it. Nothing else is shared: a wording is one protocol's, so that
// what is found of two protocols depends on these two alone.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
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
  std::string text;                             // what is struck out is blank
  std::optional<std::uint32_t> lead = {};       // index of the clause whose sentence it continues
  std::vector<std::string_view> headings = {};  // from the outermost
  std::uint64_t owner = 0;                      // its protocol's: see owner_of
};

// A number of a protocol that depends on its id alone.
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

// One text in one setting (lead-in and headings), read once whoever has it.
struct TextInSetting {
  std::array<std::uint64_t, 2> key{};  // of the words and the setting
  // Their ranges are those of one who has it; another's spelling may have others: Corpus::segments.
  std::vector<Segment> segments;
  std::vector<std::uint32_t> forms;
  std::vector<std::uint32_t> terms;
  double weight = 0;
  Bearer lead_bearer = Bearer::none;
  Bearer heading_bearer = Bearer::none;
  std::vector<std::uint32_t> heading_terms;
  std::vector<std::uint32_t> lead_terms;
};

// The key of a text in its setting, as a name of it.
std::string name_of(const std::array<std::uint64_t, 2>& key);

// A text in a setting, as one protocol has it. What is read of it is borrowed from the corpus.
struct Wording {
  std::uint32_t text = 0;      // index in Corpus::in_settings: equal for one text in one setting
  std::uint32_t protocol = 0;  // that has it
  std::uint32_t place = 0;     // among those of the protocol, from 0
  std::span<const Segment> segments;
  std::span<const std::uint32_t>
      forms;  // every token's form in order: what "same but for role words" compares
  std::span<const std::uint32_t> terms;  // of all segments: sorted, each once
  double weight = 0;
  Bearer lead_bearer = Bearer::none;     // whose duty the lead-in states
  Bearer heading_bearer = Bearer::none;  // whom alone the nearest heading names
  std::span<const std::uint32_t> heading_terms;
  std::span<const std::uint32_t> lead_terms;
  std::vector<std::uint32_t> neighbours;  // wordings that stand next to it anywhere: sorted
  std::vector<std::uint32_t> leads;       // wordings that lead into it anywhere: sorted
  std::vector<std::uint32_t> clauses;     // that have it: indices in Corpus::clauses, sorted
};

struct CorpusClause {
  ClauseRef ref;
  std::uint32_t wording = 0;
  std::uint32_t words = 0;            // tokens
  std::uint32_t text = 0;             // index in Corpus::texts
  std::optional<std::uint32_t> lead;  // index of the clause whose sentence it continues
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
  Bearer certain = Bearer::none;          // whose duty it states for certain: certain_bearer
  std::vector<std::uint32_t> lead_terms;  // of the list that it is an item of: sorted, each once
};

// Moved, not copied: wordings borrow from it.
struct Corpus {
  Corpus() = default;
  Corpus(Corpus&&) noexcept = default;
  Corpus& operator=(Corpus&&) noexcept = default;

  std::vector<CorpusClause> clauses;       // by protocol, then place
  std::vector<TextInSetting> in_settings;  // by key
  std::vector<Wording> wordings;           // by key, so that the order of protocols does not matter
  std::vector<std::vector<std::uint32_t>> wordings_of;  // by protocol: sorted
  std::vector<KnownStatement> known;                    // in the register's order
  std::vector<std::string> texts;                       // distinct texts
  std::vector<std::vector<Token>> tokens;               // of each distinct text
  std::vector<std::vector<syntax::Range>> segments;     // the sentences of each distinct text
  std::vector<std::string> forms;                       // by term id, sorted
  std::vector<double> term_weight;                      // information of each, by the background
  std::vector<double> pair_weight;  // of two terms side by side: the mean of both

  // The wordings of a protocol, sorted; none of one without a clause.
  std::span<const std::uint32_t> of(std::uint32_t protocol) const {
    if (protocol >= wordings_of.size()) return {};
    return wordings_of[protocol];
  }
};

// Tokens, wordings and weights. The same for every order of the clauses' protocols, but for the
// protocols' own numbers.
Corpus build_corpus(std::span<const ClauseText> texts, std::span<const KnownText> known,
                    const Lexicon& lexicon, const Background& background);

// The statements in which the register knows provisions.
std::vector<KnownText> known_texts(const syntax::Register& registers);

// The weights of what both lists of ids have, together. Both are sorted, each id once.
double weight_in_common(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b,
                        const std::vector<double>& weights);

}  // namespace concord::compare
