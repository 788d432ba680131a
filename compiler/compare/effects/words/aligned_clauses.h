// Two clauses whose tokens and statements are aligned: what every finder of differences in words
// asks of them.
//
// A token is known by its side and by its index in that side's passage; statements are those of the
// clauses. What is residual (residual.h) stands in runs, and a run faces that of the other side
// which stands between the same matched tokens.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/effects/cues.h"
#include "compare/effects/finding.h"
#include "compare/effects/residual.h"
#include "compare/effects/stated_clause.h"

namespace concord::compare {

using Fillers = std::vector<language::Filler>;
using Places = std::vector<std::size_t>;  // of tokens, in order
using Deciding = std::array<Fillers, 2>;  // the words that decide, by side

constexpr std::array<Side, 2> both_sides = {0, 1};

class AlignedClauses {
 public:
  // Everything is borrowed.
  AlignedClauses(std::array<const StatedClause*, 2> clauses,
                 std::pair<AlignedText, AlignedText> texts, const std::vector<StatementPair>& pairs,
                 const Lexicon& lexicon)
      : clauses_(clauses),
        texts_{std::move(texts.first), std::move(texts.second)},
        pairs_(&pairs),
        lexicon_(&lexicon),
        cues_(lexicon) {}

  const StatedClause& clause(Side side) const { return *clauses_[side]; }
  const AlignedText& text(Side side) const { return texts_[side]; }
  const AlignedText& other(Side side) const { return texts_[1 - side]; }
  const std::vector<StatementPair>& pairs() const { return *pairs_; }
  const Lexicon& lexicon() const { return *lexicon_; }
  const Cues& cues() const { return cues_; }

  // Words added with a condition are the condition's, to the end of its sentence: "unless the Chair
  // agrees" adds no actor. `openers`: where the side opens conditions.
  void assign_to_conditions(Side side, const Places& openers);

  // The statement in which the token stands; null for none.
  const language::Statement* statement_at(Side side, std::size_t at) const;
  const language::Statement& statement(Side side, const StatementPair& pair) const {
    return clause(side).statements[side == 0 ? pair.a : pair.b];
  }
  // The aligned statements in which the deciding words stand; null for none.
  const StatementPair* pair_of(const Deciding& deciding) const;
  bool in_bearer(Side side, std::size_t at) const;

  // The other side has what the token governs, as far as can be known.
  bool bears(Side side, std::size_t at) const;

  // The run of residual tokens in which the token stands; null for none.
  const Run* run_at(Side side, std::size_t at) const;
  // The run of the other side that faces it.
  const Run* facing(Side side, std::size_t at) const;

  // The places as a reader sees them, a few of them; and the run of the first, from it on.
  Fillers excerpts(Side side, const Places& places) const;
  Deciding both_excerpts(const Places& a, const Places& b) const;
  Fillers run_from(Side side, const Places& places) const;
  Fillers words_of(Side side, const Run& run) const;

  // The difference that the words decide, with what speaks for it.
  Finding finding(DivergenceType type, Deciding deciding) const;

 private:
  bool rest_identical(DivergenceType type, const Deciding& deciding) const;
  bool rest_identical(Side side, DivergenceType type, const Deciding& deciding) const;
  bool replaces(const Run& run, const Deciding& deciding) const;
  bool decides(Side side, std::size_t at, const Deciding& deciding) const;

  std::array<const StatedClause*, 2> clauses_;
  std::array<AlignedText, 2> texts_;
  const std::vector<StatementPair>* pairs_;
  const Lexicon* lexicon_;
  Cues cues_;
};

// The byte is one of the filler's, and of the clause's own text.
bool covers(const language::Filler& filler, std::uint32_t offset);

bool is_modal_token(const AlignedText& text, std::size_t i);
bool is_role_token(const AlignedText& text, std::size_t i);

constexpr std::size_t most_of_denial = 5;  // "should not in any case": more says something else
constexpr std::size_t most_of_class = 5;   // tokens that name another class; more is other text

}  // namespace concord::compare
