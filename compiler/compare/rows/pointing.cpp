#include "compare/rows/pointing.h"

#include <algorithm>
#include <vector>

#include "compare/match/segments.h"

namespace concord::compare {
namespace {

using language::Norm;
using Tokens = std::span<const Token>;

constexpr std::size_t most_words = 40;  // of a record or an introduction

// How many of the first tokens are the phrase; 0 where they are not.
std::size_t beginning(Tokens tokens, std::string_view phrase) {
  std::size_t count = 0;
  while (!phrase.empty()) {
    // "is [specifically] covered below"
    if (count == 1 && count < tokens.size() && tokens[count].surface.ends_with("ly")) ++count;
    const std::size_t end = std::min(phrase.find(' '), phrase.size());
    if (count == tokens.size() || tokens[count].surface != phrase.substr(0, end)) return 0;
    phrase.remove_prefix(std::min(end + 1, phrase.size()));
    ++count;
  }
  return count;
}

bool begins_with_one(Tokens tokens, const syntax::PhraseList& phrases) {
  return std::ranges::any_of(
      phrases, [&](std::string_view phrase) { return beginning(tokens, phrase) > 0; });
}

bool names_person(Tokens tokens) {
  return std::ranges::any_of(tokens,
                             [](const Token& token) { return token.kind == TokenKind::role; });
}

// "The scheme [is set out in] Appendix 2": of a thing, and of no person.
bool is_found_elsewhere(Tokens tokens, const syntax::WordLists& lists) {
  for (std::size_t i = 1; i < tokens.size() && !names_person(tokens.first(i)); ++i) {
    const bool verb =
        tokens[i].kind == TokenKind::modal || lists.finite_auxiliaries.contains(tokens[i].surface);
    if (verb && begins_with_one(tokens.subspan(i), lists.signposts)) return true;
  }
  return false;
}

// A possibility to find something binds nobody; nor does a fact, and nor does "See …", which asks
// nobody in particular.
bool binds(const language::Statement& statement) {
  if (statement.bearer.empty() && statement.modal.empty()) return false;
  return statement.norm != Norm::fact && statement.norm != Norm::possibility &&
         statement.norm != Norm::permission;
}

bool points(Tokens tokens, const syntax::WordLists& lists) {
  if (begins_with_one(tokens, lists.signposts) || is_found_elsewhere(tokens, lists)) return true;
  return tokens.size() <= most_words &&
         (begins_with_one(tokens, lists.records) || begins_with_one(tokens, lists.introductions));
}

// A text, read.
struct ReadSentences {
  std::string_view text;
  std::span<const syntax::Range> sentences;
  Tokens tokens;
};

bool only_points(const ReadSentences& read, const Lexicon& lexicon, std::uint32_t protocol) {
  const auto begin_of = [](const Token& token) { return token.range.begin; };
  const auto of = [&](syntax::Range range) {
    const auto begin = std::ranges::lower_bound(read.tokens, range.begin, {}, begin_of);
    const auto end = std::ranges::lower_bound(begin, read.tokens.end(), range.end, {}, begin_of);
    return Tokens(begin, end);
  };
  return !read.sentences.empty() && std::ranges::all_of(read.sentences, [&](syntax::Range each) {
    return points(of(each), lexicon.lists());
  }) && std::ranges::none_of(lexicon.statements(read.text, {}, protocol), binds);
}

}  // namespace

bool only_points(std::string_view text, const Lexicon& lexicon, std::uint32_t protocol) {
  const auto sentences = passages_of(text, lexicon.lists());
  const std::vector<Token> tokens = lexicon.tokens(text, protocol);
  return only_points({text, sentences, tokens}, lexicon, protocol);
}

bool only_points(const LinkedCorpus& linked, std::uint32_t clause) {
  if (linked.lead_in(clause)) return false;
  const std::uint32_t text = linked.corpus.clauses[clause].text;
  return only_points(
      {linked.corpus.texts[text], linked.corpus.segments[text], linked.corpus.tokens[text]},
      linked.lexicon, linked.corpus.clauses[clause].ref.protocol);
}

bool only_records(const LinkedCorpus& linked, std::uint32_t clause) {
  const std::vector<Token>& tokens = linked.corpus.tokens[linked.corpus.clauses[clause].text];
  return begins_with_one(tokens, linked.lexicon.lists().records) && only_points(linked, clause);
}

}  // namespace concord::compare
