// What the citations of a text can lead to: its clauses by number, its headings by what they call
// themselves ("Appendix A"), its footnotes.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "passes/citation.h"
#include "passes/number_index.h"
#include "passes/subject.h"

namespace concord::passes {

class Targets {
 public:
  // The subject must outlive it.
  explicit Targets(const Subject& subject);

  const NumberIndex& numbers() const { return numbers_; }

  // The clauses that a number of the citation means, cited in `from` and looked for below `around`
  // where that is given. Empty where there are none.
  Holders find(const Citation& citation, const CitedNumber& number,
               std::optional<graph::ClauseId> around, const graph::Clause& from) const;

  // Whether headings are numbered with the noun: the text has articles of its own.
  bool has(const std::string& noun) const { return nouns_.contains(noun); }

  // Whether a heading of the text has these words.
  bool is_heading(std::string_view words) const;

  // Whether the clause counts "(a) …, (b) …" in its sentence, and the label is one of them.
  bool counts_inline(const graph::Clause& clause, const std::string& label);

  std::optional<graph::ClauseId> footnote(std::string_view label) const;

  // Where the clause is read: a footnote where its mark stands.
  graph::ClauseId place_of(const graph::Clause& clause) const;

  bool is_around(const graph::Clause& outer, const graph::Clause& inner) const;

 private:
  using Heading = std::pair<std::string, Parts>;  // noun and number

  void add_heading(const graph::Clause& clause);

  const Subject& subject_;
  NumberIndex numbers_;
  std::map<Heading, std::vector<graph::ClauseId>> headings_;
  std::set<std::string> nouns_;
  std::set<std::string> titles_;  // what headings say, singular words
  std::map<graph::ClauseId, std::set<std::string>> inline_labels_;  // of clauses asked about
  std::map<std::string, graph::ClauseId, std::less<>> notes_;       // footnotes by label
  std::map<std::string, graph::ClauseId, std::less<>>
      note_places_;  // the first clause that marks it
};

}  // namespace concord::passes
