#include "compare/rows/identity.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <vector>

namespace concord::compare {
namespace {

constexpr std::size_t most_words = 4;
constexpr std::size_t most_letters = 24;  // of a word: an id names a file

// The information of a form, by the background; 0 for one that no text has.
double weight_of(std::string_view form, const Corpus& corpus) {
  const auto place = std::ranges::lower_bound(corpus.forms, form);
  if (place == corpus.forms.end() || *place != form) return 0;
  return corpus.term_weight[static_cast<std::size_t>(place - corpus.forms.begin())];
}

// Letters and digits of the first word; an id is part of an address.
std::string plain(std::string_view surface) {
  std::string word;
  for (const char c : surface) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!kept && !word.empty()) break;
    if (kept && word.size() < most_letters) word += c;
  }
  return word;
}

struct Word {
  std::string text;
  double weight = 0;
  std::size_t place = 0;
};

// Those that say most, each once, in the order of the statement.
std::vector<Word> weightiest(std::span<const Token> tokens, const Corpus& corpus) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::word) continue;
    std::string text = plain(tokens[i].surface);
    const auto same = [&](const Word& word) { return word.text == text; };
    if (text.size() < 3 || std::ranges::any_of(words, same)) continue;
    words.push_back({std::move(text), weight_of(tokens[i].form, corpus), i});
  }
  std::ranges::stable_sort(words, std::ranges::greater(), &Word::weight);
  if (words.size() > most_words) words.resize(most_words);
  std::ranges::sort(words, {}, &Word::place);
  return words;
}

// FNV-1a, folded to 16 bits, of the forms.
std::uint32_t digest(std::span<const Token> tokens) {
  std::uint32_t hash = 2166136261U;
  for (const Token& token : tokens) {
    for (const char c : token.form) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    hash = (hash ^ 0xFFU) * 16777619U;
  }
  return (hash >> 16U) ^ (hash & 0xFFFFU);
}

}  // namespace

std::uint32_t founding_clause(std::span<const std::uint32_t> clauses,
                              std::span<const passes::Protocol> protocols, const Corpus& corpus) {
  const auto rank = [&](std::uint32_t clause) {
    const ClauseRef ref = corpus.clauses[clause].ref;
    const syntax::Metadata& about = protocols[ref.protocol].metadata();
    const std::string& date = about.adopted.date.iso;
    return std::tuple(date.empty(), std::string_view(date), std::string_view(about.id), clause);
  };
  return *std::ranges::min_element(clauses, {}, rank);
}

std::string id_of_words(std::string_view statement, const LinkedCorpus& linked) {
  const std::vector<Token> tokens = linked.lexicon.tokens(statement);
  std::string id;
  for (const Word& word : weightiest(tokens, linked.corpus)) id += word.text + "-";
  return fmt::format("{}{:04x}", id.empty() ? "provision-" : id, digest(tokens));
}

}  // namespace concord::compare
