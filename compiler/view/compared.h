// A comparison with what all of its pages need: the councils, the labels of their clauses, the
// differences of two wordings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/comparison.h"
#include "compare/effects/word_diff.h"
#include "view/comparison_model.h"
#include "view/decision_note.h"

namespace concord::view {

// Borrows all that it is made of. Making one labels every clause and looks for the words of each:
// make it once.
class Compared {
 public:
  // `protocols` are those compared, in the same order; `stale` decisions of people that no longer
  // count, because words have changed.
  Compared(const compare::Comparison& comparison, std::span<const passes::Protocol> protocols,
           const syntax::Register& registers, std::span<const syntax::Decision> stale = {});

  const compare::Comparison& comparison() const { return comparison_; }
  const passes::Protocol& protocol(std::uint32_t which) const { return protocols_[which]; }
  const syntax::Metadata& metadata(std::uint32_t which) const {
    return protocols_[which].metadata();
  }
  std::uint32_t count() const { return static_cast<std::uint32_t>(protocols_.size()); }
  const graph::Clause& clause(compare::ClauseRef ref) const {
    return protocols_[ref.protocol][ref.clause];
  }
  // What a reader calls the clause: "5.4(ii)", "section 2, paragraph 1".
  const std::string& label(compare::ClauseRef ref) const {
    return labels_[ref.protocol][graph::index(ref.clause)];
  }

  // The words that lead into the list that the clause is an item of; empty for none.
  std::string lead_in(compare::ClauseRef ref) const;

  Council council(std::uint32_t which) const;
  Place place(compare::ClauseRef ref) const;
  std::string topic_title(const std::string& id) const { return topic_title(registers_, id); }
  // "Other provisions" for what has no topic.
  static std::string topic_title(const syntax::Register& registers, const std::string& id);

  // The names of pages: "other" for what has no topic; "leeds--york" for a pair in either order.
  static std::string topic_page(const std::string& topic);
  std::string pair_page(std::uint32_t one, std::uint32_t other) const;

  // What people have decided about the clause and others, stale decisions last; of those about a
  // clause of the council alone where one is given. In the language.
  std::vector<DecisionNote> decided(compare::ClauseRef ref,
                                    std::optional<std::uint32_t> council = {},
                                    std::string_view language = "en-GB") const;
  // What was decided about the two, given either way round.
  std::vector<DecisionNote> decided(compare::ClauseRef a, compare::ClauseRef b) const;

  // Both texts in one: the words of `from` that are gone, and those of `to`. Empty where they have
  // so little in common that marks would make neither readable.
  Pieces changes(compare::ClauseRef from, compare::ClauseRef to) const;
  // The text of each of the two alone, its own words marked.
  std::pair<Pieces, Pieces> own_words(compare::ClauseRef a, compare::ClauseRef b) const;

 private:
  // A decision and the clauses that it names.
  struct DecidedPair {
    compare::ClauseRef a;
    compare::ClauseRef b;
    syntax::Decision decision;
    bool stale = false;
  };

  void add_decisions(std::span<const syntax::Decision> stale);
  std::optional<compare::ClauseRef> named(std::string_view global_id) const;
  DecisionNote note_of(const DecidedPair& pair, std::string_view language) const;
  compare::TokenText words(compare::ClauseRef ref) const;
  std::vector<compare::Edit> edits(compare::ClauseRef from, compare::ClauseRef to) const;

  const compare::Comparison& comparison_;
  std::span<const passes::Protocol> protocols_;
  const syntax::Register& registers_;
  template <typename T>
  using OfClauses = std::vector<std::vector<T>>;  // by protocol, then clause
  OfClauses<std::string> labels_;
  OfClauses<std::vector<compare::Token>> tokens_;
  std::vector<DecidedPair> decided_;  // those that count first
};

}  // namespace concord::view
