// Whose place a citation means: this text's own or another document's.
//
// The grammar decides, with what the text holds. "Of" and what stands behind it always names an
// owner: this text ("of this Protocol", "of section 3"), a section of it by its title, or somebody
// else ("of the former Constitution", "of a job description"). "In", "to", "under" and their like
// name one only with a noun for a document ("in the Members' Handbook"; not "in writing"). Before a
// citation a document stands at once ("the Code of Conduct, paragraph 2.1", "the report's
// paragraph 3", "its paragraph 3"). A document that could be either leaves the citation in doubt.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "passes/citation.h"
#include "passes/documents.h"
#include "passes/language.h"
#include "passes/vocabulary.h"

namespace concord::passes {

struct Owner {
  enum class Kind : std::uint8_t {
    none,      // nothing says whose it is
    own,       // this text's
    foreign,   // another document's
    doubtful,  // either's
  } kind = Kind::none;
  std::uint32_t end = 0;         // after the words that say so
  std::vector<Citation> around;  // "of section 3 of Part B": what it stands in, the smallest first
};

// What the text calls itself.
struct OwnNames {
  std::set<std::string, std::less<>> title;  // the words of its title, singular, lower case
  // Whether one of its headings has these words.
  std::function<bool(std::string_view)> is_heading;
  bool welsh = false;
};

// Reads the words around a citation that name its owner.
class OwnerReader {
 public:
  // All of it must outlive the reader; `words` are those of the text.
  OwnerReader(std::string_view text, std::span<const Word> words, const Vocabulary& vocabulary,
              const OwnNames& own)
      : text_(text),
        words_(words),
        vocabulary_(vocabulary),
        names_(document_names(text, words, vocabulary.lists())),
        own_(own) {}

  // What the words from byte `place`, a citation's end, say: "of the Constitution", "thereof".
  Owner behind(std::uint32_t place) const { return behind(place, 0); }

  // What the words before byte `place`, where a citation begins, say: "the Code of Conduct, ".
  Owner::Kind before(std::uint32_t place) const;

 private:
  // The words that one noun phrase is made of; places in words_.
  struct NounPhrase {
    std::string_view determiner;  // lower case; empty for none
    bool possessive = false;      // "the Council's"
    std::size_t first = 0;
    std::size_t last = 0;                 // the first behind it
    std::optional<std::size_t> document;  // the last noun for a document in it
    bool named = false;                   // a document's name by its shape
    std::uint32_t end = 0;
  };

  // `depth`: how many places it stands in ("of section 3 of Part B") have been read.
  Owner behind(std::uint32_t place, int depth) const;
  std::optional<Owner> pointing(std::uint32_t at) const;
  std::uint32_t past_page(std::uint32_t at) const;
  std::optional<Owner> behind_comma(std::uint32_t at) const;
  Owner after_preposition(std::uint32_t at, bool always, int depth) const;
  std::optional<Owner> nested(std::uint32_t at, int depth) const;
  // Past "as set out", ", which is contained": to the preposition.
  std::uint32_t past_participles(std::uint32_t at) const;

  std::optional<NounPhrase> phrase_at(std::uint32_t at) const;
  void read_core(NounPhrase& phrase) const;
  std::size_t extended(std::size_t noun) const;
  bool is_own(const NounPhrase& phrase) const;
  bool is_of_title(std::size_t first, std::size_t last) const;
  Owner::Kind kind_of(const NounPhrase& phrase) const;

  // The phrase that ends with word `last`, which stands before a citation.
  Owner::Kind kind_before(std::size_t last, bool loose) const;
  std::size_t document_before(std::size_t last) const;
  std::size_t telling_verb(std::size_t last) const;
  bool is_own_before(std::size_t last) const;
  std::size_t phrase_begin(std::size_t first) const;

  const syntax::WordLists& lists() const { return vocabulary_.lists(); }
  bool is_document_noun(const Word& word) const;
  std::optional<Range> name_around(std::uint32_t at) const;
  std::string_view gap(std::size_t word) const;  // between the word and the one before

  std::string_view text_;
  std::span<const Word> words_;
  const Vocabulary& vocabulary_;
  std::vector<Range> names_;  // of documents, in order
  const OwnNames& own_;
};

}  // namespace concord::passes
