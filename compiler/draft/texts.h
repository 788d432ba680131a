// The two versions as the lineage reads them: a clause is a run of word numbers, and words of both
// versions have the same numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/former_keys.h"
#include "passes/protocol.h"

namespace concord::draft {

using WordId = std::uint32_t;

// One version. Clauses are named by their place in document order, as graph::index has them.
class Text {
 public:
  struct Clause {
    std::vector<WordId> words;    // of heading or text; case, signs and possessives do not count
    std::string_view key;         // the identifier
    std::string_view number;      // the full number; empty for none
    const syntax::Prose* prose;   // the words as written
    std::string_view identifier;  // as the author wrote it ({#id}); empty for none
    std::string formerly;         // the identifier in the version before; empty for none
    std::optional<std::uint32_t> parent;
    bool section = false;
    bool footnote = false;
    bool table = false;
  };

  std::size_t size() const { return clauses_.size(); }
  const Clause& operator[](std::uint32_t clause) const { return clauses_[clause]; }
  std::span<const Clause> clauses() const { return clauses_; }

 private:
  friend class Vocabulary;
  std::vector<Clause> clauses_;
};

// Numbers the words of texts that are to be compared with one another.
class Vocabulary {
 public:
  // Borrows the lists; null: every word has a meaning of its own.
  explicit Vocabulary(const syntax::WordLists* lists) : lists_(lists) {}

  // Borrows the protocol's words. `former`: what it says of the version before, if there is one.
  Text read(const passes::Protocol& protocol, std::span<const graph::FormerKey> former = {});

  // False for "any", "of", "may": alone, such words make no two clauses alike.
  bool has_meaning(WordId word) const { return has_meaning_[word]; }

  // In how many clauses of all texts read so far the word stands.
  std::uint32_t clauses_with(WordId word) const { return clauses_with_[word]; }

 private:
  std::vector<WordId> words_of(std::string_view text);
  void count(const std::vector<WordId>& words);

  bool is_content(const std::string& word) const;

  const syntax::WordLists* lists_;
  std::unordered_map<std::string, WordId> ids_;
  std::vector<bool> has_meaning_;
  std::vector<std::uint32_t> clauses_with_;
};

// 0 to 1: how like two runs of words are in their order, and how much of the shorter stands in the
// other. Of very long runs the order does not count.
struct Likeness {
  double dice = 0;         // twice the common words over the words of both
  double containment = 0;  // the common words over those of the shorter
};
Likeness likeness(std::span<const WordId> a, std::span<const WordId> b);

// How many words the two have in common in the same order (their longest common subsequence); of
// very long runs, whatever their order.
std::size_t common_words(std::span<const WordId> a, std::span<const WordId> b);

}  // namespace concord::draft
