#include "compare/rows/titles.h"

#include "source/characters.h"
#include "source/utf8.h"

namespace concord::compare {
namespace {

constexpr std::size_t title_length = 80;
constexpr std::size_t least_length = 12;  // of a sentence that is a title

// The first stop that ends a sentence or a part of one: a colon or semicolon, or a full stop after
// a word of two letters or more ("e.g." has none).
std::size_t end_of_sentence(const std::string& text) {
  const auto is_letter = [](char c) { return source::is_alpha(c); };
  for (std::size_t i = text.find_first_of(".;:"); i != std::string::npos;
       i = text.find_first_of(".;:", i + 1)) {
    const bool last = i + 1 == text.size() || text[i + 1] == ' ';
    if (text[i] != '.') return i;
    if (last && i >= 2 && is_letter(text[i - 1]) && is_letter(text[i - 2])) return i;
  }
  return text.size();
}

// Where to cut a long title: between words, or within a word that is longer than any title.
std::size_t end_of_words(const std::string& title) {
  const std::size_t space = title.rfind(' ', title_length);
  return space != std::string::npos ? space : source::to_boundary(title, title_length);
}

}  // namespace

std::string opening(const std::string& text) {
  std::string title = text.substr(0, end_of_sentence(text));
  if (title.size() < least_length) title = text;
  if (title.size() > title_length) {
    title.resize(end_of_words(title));
    title += "\u2026";
  }
  while (!title.empty() && (title.back() == ' ' || title.back() == ',')) title.pop_back();
  return title;
}

bool is_anaphoric(const std::string& text, const Lexicon& lexicon) {
  const auto tokens = lexicon.tokens(text.substr(0, title_length));
  return tokens.empty() || lexicon.lists().anaphors.contains(tokens.front().surface);
}

}  // namespace concord::compare
