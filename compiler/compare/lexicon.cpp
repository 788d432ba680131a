// Words and what they stand for.
//
// A text becomes tokens in three layers. The surface is what was printed, without case and
// typographic accidents. The form is what likeness is judged by: a stem (Porter's English stemmer
// in its Snowball revision, snowballstem.org), or the role that a title names. Meanings are groups
// of the thesaurus in which a word or a phrase takes part.
//
// Roles are found before anything else, the longest phrase first: "Monitoring Officer" is not an
// officer, and "member of the public" is no member at all. A word list per role and a scan lost
// against a map of phrases by their first word: a text is looked at once, whatever the register's
// size.
#include "compare/lexicon.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace concord::compare {
namespace {

constexpr std::string_view apostrophe = "\u2019";

bool ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool digit(char c) {
  return c >= '0' && c <= '9';
}

// The length in bytes of a letter beyond ASCII at `at`, or 0: general punctuation (U+2000 to
// U+2BFF), spaces and signs (U+0080 to U+00BF) are no letters.
std::size_t foreign_letter(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0;
  if (length == 0 || at + length > text.size() || lead == 0xC2 || lead == 0xE2) return 0;
  return length;
}

struct Span {
  std::size_t begin, end;
};

// An address counts as one word without meaning.
std::optional<std::size_t> end_of_address(std::string_view text, std::size_t at) {
  for (const std::string_view scheme : {"http://", "https://", "www."}) {
    if (text.substr(at, scheme.size()) != scheme) continue;
    std::size_t end = at;
    while (end < text.size() && text[end] != ' ' && text[end] != '>' && text[end] != ')') ++end;
    return end;
  }
  return std::nullopt;
}

// "14", "5.3", "21/3/24": digits, joined by single points, slashes and commas between digits.
std::size_t end_of_number(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const bool joined = (text[at] == '.' || text[at] == '/' || text[at] == ',') &&
                        at + 1 < text.size() && digit(text[at + 1]);
    if (!digit(text[at]) && !joined) break;
    ++at;
  }
  return at;
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (ascii_letter(text[at]) || digit(text[at])) {
      ++at;
    } else if (const std::size_t length = foreign_letter(text, at)) {
      at += length;
    } else {
      const std::size_t mark = text[at] == '\'' ? 1 : text.substr(at, 3) == apostrophe ? 3 : 0;
      if (mark == 0 || at + mark >= text.size() || !ascii_letter(text[at + mark])) break;
      at += mark;
    }
  }
  return at;
}

// Where the word that begins here ends; here, where none does. Words are letters with inner
// apostrophes, numbers, addresses; hyphens and slashes part.
std::size_t end_of_any_word(std::string_view text, std::size_t at) {
  if (const auto address = end_of_address(text, at)) return *address;
  if (!digit(text[at])) return end_of_word(text, at);
  const std::size_t end = end_of_number(text, at);
  return end < text.size() && ascii_letter(text[end]) ? end_of_word(text, end) : end;
}

std::vector<Span> word_spans(std::string_view text) {
  std::vector<Span> spans;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_any_word(text, at);
    if (end > at) spans.push_back({at, end});
    at = std::max(end, at + 1);
  }
  return spans;
}

// Lower case, straight apostrophes, without a possessive ending.
std::string plain(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (word.substr(at, 3) == apostrophe) {
      out += '\'';
      at += 2;
    } else {
      const char c = word[at];
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  if (out.ends_with("'s")) out.resize(out.size() - 2);
  return out;
}

std::vector<std::string> plain_words(std::string_view phrase) {
  std::vector<std::string> words;
  for (const Span span : word_spans(phrase)) {
    words.push_back(plain(phrase.substr(span.begin, span.end - span.begin)));
  }
  return words;
}

// One spelling for -ise and -ize; British and American words are one word.
std::string british(std::string word) {
  for (const auto& [from, to] :
       std::array<std::pair<std::string_view, std::string_view>, 5>{{{"ize", "ise"},
                                                                     {"ized", "ised"},
                                                                     {"izes", "ises"},
                                                                     {"izing", "ising"},
                                                                     {"ization", "isation"}}}) {
    if (word.size() > from.size() + 3 && word.ends_with(from)) {
      word.replace(word.size() - from.size(), from.size(), to);
      break;
    }
  }
  return word;
}

const std::unordered_set<std::string_view> function_words = {
    "a",       "about",  "all",   "also",       "an",      "and",    "another",   "any",   "are",
    "as",      "at",     "be",    "because",    "been",    "being",  "between",   "both",  "but",
    "by",      "did",    "do",    "does",       "doing",   "done",   "e",         "each",  "eg",
    "either",  "etc",    "every", "for",        "from",    "g",      "had",       "has",   "have",
    "having",  "he",     "her",   "here",       "herself", "him",    "himself",   "his",   "how",
    "however", "i",      "ie",    "if",         "in",      "into",   "is",        "it",    "its",
    "itself",  "many",   "more",  "most",       "much",    "need",   "needs",     "of",    "on",
    "one",     "only",   "or",    "other",      "others",  "out",    "over",      "own",   "per",
    "s",       "same",   "she",   "so",         "some",    "such",   "than",      "that",  "the",
    "their",   "theirs", "them",  "themselves", "then",    "there",  "therefore", "these", "they",
    "this",    "those",  "to",    "up",         "upon",    "very",   "via",       "was",   "were",
    "what",    "when",   "where", "which",      "while",   "whilst", "who",       "whom",  "whose",
    "with",    "within"};

const std::unordered_set<std::string_view> modals = {
    "must", "shall", "will", "should", "may", "can", "could", "would", "ought", "might", "cannot"};

const std::unordered_set<std::string_view> negators = {"not", "no",      "never", "neither",
                                                       "nor", "without", "none",  "cannot"};

// "member" -> "members", "chairman" -> "chairmen", "deputy" -> "deputies", "burgess" ->
// "burgesses"; a word that ends in one "s" is plural.
std::string plural(const std::string& word) {
  if (word.ends_with("ss") || word.ends_with("ch") || word.ends_with("x")) return word + "es";
  if (word.ends_with("s")) return word;
  if (word.ends_with("man")) return word.substr(0, word.size() - 3) + "men";
  if (word.ends_with("y") && !word.ends_with("ey")) return word.substr(0, word.size() - 1) + "ies";
  return word + "s";
}

std::vector<std::vector<std::string>> inflections(const std::vector<std::string>& phrase) {
  std::vector<std::vector<std::string>> out{phrase};
  if (phrase.empty()) return out;
  out.push_back(phrase);
  out.back().back() = plural(phrase.back());
  if (phrase.size() > 2 && (phrase[1] == "of" || phrase[1] == "to")) {
    out.push_back(phrase);
    out.back().front() = plural(phrase.front());
  }
  return out;
}

// The stemmer is not safe to share between threads and cheap to make.
class Stemmer {
 public:
  Stemmer() : stemmer_(sb_stemmer_new("english", "UTF_8")) {}
  ~Stemmer() { sb_stemmer_delete(stemmer_); }
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  std::string operator()(const std::string& word) const {
    const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* stem = sb_stemmer_stem(stemmer_, bytes, static_cast<int>(word.size()));
    return {reinterpret_cast<const char*>(stem),
            static_cast<std::size_t>(sb_stemmer_length(stemmer_))};
  }

 private:
  sb_stemmer* stemmer_;
};

struct RolePhrase {
  std::vector<std::string> words;
  std::string form;  // "role:clerk"; empty for a phrase that names no role
  syntax::Side side = syntax::Side::other;
};

// Phrases by their first word, the longest first.
using RolePhrases = std::unordered_map<std::string, std::vector<RolePhrase>>;

void add_role(RolePhrases& phrases, std::string_view words, const std::string& form,
              syntax::Side side) {
  for (auto& inflected : inflections(plain_words(words))) {
    if (inflected.empty()) continue;
    auto& list = phrases[inflected.front()];
    const bool known = std::any_of(list.begin(), list.end(), [&](const RolePhrase& phrase) {
      return phrase.words == inflected;
    });
    if (!known) list.push_back({std::move(inflected), form, side});
  }
}

void longest_first(RolePhrases& phrases) {
  for (auto& [first, list] : phrases) {
    std::stable_sort(list.begin(), list.end(), [](const RolePhrase& a, const RolePhrase& b) {
      return a.words.size() > b.words.size();
    });
  }
}

const RolePhrase* find_phrase(const RolePhrases& phrases, std::span<const std::string> words) {
  const auto list = phrases.find(words.front());
  if (list == phrases.end()) return nullptr;
  for (const RolePhrase& phrase : list->second) {
    if (phrase.words.size() <= words.size() &&
        std::equal(phrase.words.begin(), phrase.words.end(), words.begin())) {
      return &phrase;
    }
  }
  return nullptr;
}

TokenKind kind_of(const std::string& word) {
  if (digit(word.front())) return TokenKind::number;
  if (negators.contains(word)) return TokenKind::negator;
  if (modals.contains(word)) return TokenKind::modal;
  if (function_words.contains(word) || word.starts_with("http") || word.starts_with("www.")) {
    return TokenKind::function;
  }
  return TokenKind::word;
}

}  // namespace

struct Lexicon::Tables {
  RolePhrases shared;
  std::vector<RolePhrases> own;        // by dialect
  std::vector<std::uint32_t> dialect;  // of each protocol

  struct MeaningPhrase {
    std::vector<std::string> forms;
    std::uint32_t group = 0;
  };
  std::unordered_map<std::string, std::vector<MeaningPhrase>> meanings;  // by first form
};

namespace {

RolePhrases shared_phrases(const syntax::Register& registers) {
  RolePhrases phrases;
  for (const std::string& words : registers.not_roles) {
    add_role(phrases, words, {}, syntax::Side::other);
  }
  for (const syntax::Role& role : registers.roles) {
    for (const std::string& words : role.words) {
      add_role(phrases, words, "role:" + role.id, role.side);
    }
  }
  longest_first(phrases);
  return phrases;
}

RolePhrases own_phrases(const passes::Protocol& protocol, const syntax::Register* registers) {
  RolePhrases phrases;
  for (const auto& [id, titles] : protocol.metadata().roles) {
    const syntax::Role* role = registers == nullptr ? nullptr : registers->role(id);
    for (const std::string& title : titles) {
      add_role(phrases, title, "role:" + id, role == nullptr ? syntax::Side::other : role->side);
    }
  }
  longest_first(phrases);
  return phrases;
}

}  // namespace

Lexicon::Lexicon(const syntax::Register* registers, std::span<const passes::Protocol> protocols) {
  auto tables = std::make_unique<Tables>();
  std::map<std::map<std::string, std::vector<std::string>>, std::uint32_t> dialects{{{}, 0}};
  tables->own.emplace_back();
  for (const passes::Protocol& protocol : protocols) {
    const auto next = static_cast<std::uint32_t>(tables->own.size());
    const auto [known, added] = dialects.try_emplace(protocol.metadata().roles, next);
    if (added) tables->own.push_back(own_phrases(protocol, registers));
    tables->dialect.push_back(known->second);
  }
  if (registers != nullptr) {
    tables->shared = shared_phrases(*registers);
    const Stemmer stem;
    for (std::uint32_t group = 0; group < registers->synonyms.size(); ++group) {
      for (const std::string& phrase : registers->synonyms[group]) {
        std::vector<std::string> forms;
        for (const std::string& word : plain_words(phrase)) forms.push_back(stem(british(word)));
        if (!forms.empty()) tables->meanings[forms.front()].push_back({forms, group});
      }
    }
  }
  tables_ = std::move(tables);
}

Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

std::uint32_t Lexicon::dialect(std::uint32_t protocol) const {
  return protocol < tables_->dialect.size() ? tables_->dialect[protocol] : 0;
}

std::vector<Token> Lexicon::tokens(std::string_view text, std::uint32_t protocol) const {
  const std::vector<Span> spans = word_spans(text);
  std::vector<std::string> words;
  words.reserve(spans.size());
  for (const Span span : spans)
    words.push_back(plain(text.substr(span.begin, span.end - span.begin)));

  const Stemmer stem;
  const RolePhrases& own_words = tables_->own[dialect(protocol)];
  std::vector<Token> tokens;
  tokens.reserve(words.size());
  for (std::size_t at = 0; at < words.size();) {
    const std::span rest(words.begin() + static_cast<std::ptrdiff_t>(at), words.end());
    const RolePhrase* own = find_phrase(own_words, rest);
    const RolePhrase* shared = find_phrase(tables_->shared, rest);
    const RolePhrase* role =
        own != nullptr && (shared == nullptr || own->words.size() >= shared->words.size()) ? own
                                                                                           : shared;
    const std::size_t count = role == nullptr ? 1 : role->words.size();
    const auto make = [&](std::size_t first, std::size_t last) {
      Token token;
      token.range = {static_cast<std::uint32_t>(spans[first].begin),
                     static_cast<std::uint32_t>(spans[last].end)};
      for (std::size_t i = first; i <= last; ++i) {
        token.surface += (i == first ? "" : " ") + british(words[i]);
      }
      return token;
    };
    if (role != nullptr && !role->form.empty()) {
      Token token = make(at, at + count - 1);
      token.kind = TokenKind::role;
      token.form = role->form;
      token.side = role->side;
      tokens.push_back(std::move(token));
    } else {
      for (std::size_t i = at; i < at + count; ++i) {
        if (words[i].empty()) continue;
        Token token = make(i, i);
        token.kind = kind_of(words[i]);
        token.form = token.kind == TokenKind::word ? stem(token.surface) : token.surface;
        tokens.push_back(std::move(token));
      }
    }
    at += count;
  }
  return tokens;
}

std::vector<Lexicon::Meaning> Lexicon::meanings(std::span<const Token> tokens) const {
  std::vector<Meaning> found;
  for (std::uint32_t at = 0; at < tokens.size(); ++at) {
    const auto list = tables_->meanings.find(tokens[at].form);
    if (list == tables_->meanings.end()) continue;
    for (const auto& phrase : list->second) {
      if (phrase.forms.size() > tokens.size() - at) continue;
      const bool here = std::equal(
          phrase.forms.begin(), phrase.forms.end(), tokens.begin() + at,
          [](const std::string& form, const Token& token) { return form == token.form; });
      if (!here) continue;
      for (std::uint32_t i = 0; i < phrase.forms.size(); ++i) {
        found.push_back({at + i, phrase.group});
      }
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace concord::compare
