// The tokens of a text as the comparison judges them: language/'s words and roles, with stems and
// with the meanings of the thesaurus. Built once, read by every step of the comparison.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/citing_nouns.h"
#include "language/statements.h"
#include "passes/protocol.h"
#include "syntax/registers.h"

namespace concord::compare {

enum class TokenKind : std::uint8_t {
  word,      // carries meaning
  function,  // the, of, and …: no information for likeness
  role,      // one or more words that name a role of the register
  modal,     // must, shall, will, should, may, can …
  negator,   // not, no, never, neither, nor, without; cannot
  number,    // 14, 5.3, 2017; fourteen, and "fourteen (14)" as one
};

// What is known of a form, whatever the text. Each is a lexicon's once, and tells nothing of those
// of another lexicon.
struct Form;

// One token of a text. `form` is what likeness is judged by: a stem, "role:monitoring-officer", a
// modal, a number. Possessives and plurals have the form of the bare word. What it points to is the
// lexicon's, which outlives its tokens.
struct Token {
  TokenKind kind = TokenKind::word;
  syntax::Side side = syntax::Side::other;  // for roles
  bool light = false;                       // a word of general use, of the register's light_words
  syntax::Range range;                      // in the text
  std::string_view surface;                 // lower case, straight quotes, British spelling
  std::string_view form;
  const Form* known = nullptr;  // of the form
  std::string_view modal = {};  // the verb of a modal or of its negation: "can" for "cannot"
  bool cited = false;           // a number that names a place: "rule 5"
  // Of numbers and of each token of a day, where it is not the form: "1000" for "1,000",
  // "2024-05-14", "0000-05-14".
  std::string_view value = {};
};

// "14/05/2026", and each token of "14 May 2026".
inline bool is_of_day(const Token& token) {
  return token.value.find('-') != token.value.npos;
}

// What a token measures, in one spelling: the number or day, else its form.
inline std::string_view measure_of(const Token& token) {
  return token.value.empty() ? token.form : token.value;
}

// The information of the token's form, by the shipped background.
double weight_of(const Token& token);

// The id of the role that the token names; empty for others.
std::string_view role_id(const Token& token);

// How many of the tokens at the head make one of the phrases; 0 where none begins there.
std::size_t opening_words(std::span<const Token> tokens, const syntax::PhraseList& phrases);

class Lexicon {
 public:
  static constexpr std::uint32_t no_protocol = UINT32_MAX;

  // The register's roles, synonyms and lists of words (none for null), and each protocol's own
  // words for roles, which go before the register's in the text of that protocol. The register must
  // outlive it and stay as it is.
  Lexicon(const syntax::Register* registers, std::span<const passes::Protocol> protocols);
  ~Lexicon();
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;

  // The tokens of a text, in order; the longest match names a role. `protocol` is the place, in the
  // span given to the constructor, of the protocol that the text is from; no_protocol for none.
  // Safe to call from several threads.
  std::vector<Token> tokens(std::string_view text, std::uint32_t protocol = no_protocol) const;

  // The statements of a text, which may continue a lead-in (empty for none); both of that protocol.
  // Safe to call from several threads.
  std::vector<language::Statement> statements(std::string_view text, std::string_view lead,
                                              std::uint32_t protocol = no_protocol) const;

  const syntax::WordLists& lists() const;
  const language::CitingNouns& citing_nouns() const;

  // Which words for roles hold in the protocol: equal numbers, equal words. no_protocol has number
  // 0.
  std::uint32_t dialect(std::uint32_t protocol) const;

  // The groups of like meaning in which the tokens take part: (index of the token, group), sorted.
  struct Meaning {
    std::uint32_t token = 0;
    std::uint32_t group = 0;
    friend auto operator<=>(const Meaning&, const Meaning&) = default;
  };
  std::vector<Meaning> meanings(std::span<const Token> tokens) const;

 private:
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

}  // namespace concord::compare
