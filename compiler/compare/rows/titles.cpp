#include "compare/rows/titles.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include "source/characters.h"
#include "source/letter_case.h"
#include "source/utf8.h"

namespace concord::compare {
namespace {

constexpr std::size_t title_length = 110;
constexpr std::size_t least_length = 12;  // of a sentence that is a title

using language::Filler;
using language::Statement;

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

// The last place, up to the length of a title, where a part of the sentence ends; else between
// words, or within a word that is longer than any title.
std::size_t end_of_part(const std::string& title, const syntax::PhraseList& cuts) {
  std::size_t end = 0;
  const auto cut_before = [&](const std::string& words) {
    const std::size_t found = title.rfind(words, title_length);
    if (found != std::string::npos) end = std::max(end, found);
  };
  cut_before(", ");
  for (const std::string& words : cuts) cut_before(" " + words + " ");
  if (end >= title_length / 3) return end;
  const std::size_t space = title.rfind(' ', title_length);
  return space != std::string::npos ? space : source::to_boundary(title, title_length);
}

std::string shortened(std::string title, const syntax::WordLists& lists) {
  if (title.size() > title_length) {
    title.resize(end_of_part(title, lists.title_cuts));
    title += "\u2026";
  }
  while (!title.empty() && (title.back() == ' ' || title.back() == ',')) title.pop_back();
  return title;
}

// From the first of the fillers in the text to the end of the last.
std::string_view spanned(std::string_view text, std::initializer_list<const Filler*> fillers,
                         bool of_lead) {
  std::uint32_t begin = UINT32_MAX;
  std::uint32_t end = 0;
  for (const Filler* filler : fillers) {
    if (filler->empty() || filler->of_lead != of_lead) continue;
    begin = std::min(begin, filler->range.begin);
    end = std::max(end, filler->range.end);
  }
  return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

// Empty where the statement does not say who must do what.
std::string who_does_what(const Statement& statement, const Passages& passages) {
  const bool whole = !statement.bearer.empty() && !statement.modal.empty() &&
                     (!statement.predicate.empty() || !statement.object.empty());
  // A lead-in that has the verb may go on between it and the item.
  const bool interrupted = statement.continues && statement.predicate.of_lead;
  if (!whole || interrupted) return {};
  const auto part = [&](std::string_view text, bool of_lead) {
    return spanned(text,
                   {&statement.bearer, &statement.modal, &statement.predicate, &statement.object,
                    &statement.recipient},
                   of_lead);
  };
  std::string words(part(passages.lead, true));
  const std::string_view own = part(passages.text, false);
  if (!words.empty() && !own.empty()) words += ' ';
  return source::with_capital(words + std::string(own));
}

constexpr auto is_negator = [](const Token& token) { return token.kind == TokenKind::negator; };

std::ptrdiff_t count_negators(std::string_view words, const Lexicon& lexicon) {
  return std::ranges::count_if(lexicon.tokens(words), is_negator);
}

// The text up to what it states second.
std::string_view stated_first(std::span<const Statement> statements, std::string_view text) {
  return statements.size() > 1 ? text.substr(0, statements[1].range.begin) : text;
}

// True where what denies stands in front of who must do what ("Neither officers nor members may"),
// or behind it ("must act without regard to"), so that the words alone would say the opposite.
bool drops_negator(std::string_view words, std::span<const Statement> statements,
                   const Passages& passages, const Lexicon& lexicon) {
  std::ptrdiff_t said = count_negators(stated_first(statements, passages.text), lexicon);
  if (statements.front().continues) said += count_negators(passages.lead, lexicon);
  return count_negators(words, lexicon) < said;
}

// "Members must not … put pressure on officers": the lead-in as far as it denies.
std::string behind_denial(std::string_view lead, const std::string& own, const Lexicon& lexicon) {
  std::uint32_t end = 0;
  for (const Token& token : lexicon.tokens(lead))
    if (is_negator(token)) end = token.range.end;
  return std::string(lead.substr(0, end)) + " … " + own;
}

}  // namespace

std::string opening(const std::string& text, const syntax::WordLists& lists) {
  const std::string sentence = text.substr(0, end_of_sentence(text));
  return shortened(sentence.size() < least_length ? text : sentence, lists);
}

bool is_anaphoric(const std::string& text, const Lexicon& lexicon) {
  const auto tokens = lexicon.tokens(text.substr(0, title_length));
  return tokens.empty() || lexicon.lists().anaphors.contains(tokens.front().surface);
}

std::string core(const Passages& passages, const Lexicon& lexicon) {
  const auto statements = lexicon.statements(passages.text, passages.lead, passages.protocol);
  std::string words;
  if (!statements.empty()) words = who_does_what(statements.front(), passages);
  if (!words.empty() && drops_negator(words, statements, passages, lexicon)) words.clear();
  if (words.size() >= least_length && words.size() <= title_length) return words;
  const std::string own = opening(std::string(passages.text), lexicon.lists());
  if (passages.lead.empty()) return source::with_capital(own);
  const std::string whole = opening(std::string(passages.lead), lexicon.lists()) + ": " + own;
  if (whole.size() <= title_length) return source::with_capital(whole);
  const bool denied = !statements.empty() && statements.front().continues &&
                      statements.front().negative && count_negators(own, lexicon) == 0;
  if (!denied) return source::with_capital(own);
  return source::with_capital(
      shortened(behind_denial(passages.lead, own, lexicon), lexicon.lists()));
}

}  // namespace concord::compare
