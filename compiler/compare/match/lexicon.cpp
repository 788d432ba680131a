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
//
// A word is looked into once, however often it stands in the texts: what it is lies in a vocabulary
// under each spelling in which it was printed.
#include "compare/match/lexicon.h"

#include <libstemmer.h>
#include <tbb/concurrent_unordered_map.h>

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
  if (text[at] != 'h' && text[at] != 'w') return std::nullopt;
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

// Calls use(span) for each word of the text.
template <typename Use>
void for_each_word(std::string_view text, const Use& use) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_any_word(text, at);
    if (end > at) use(Span{at, end});
    at = std::max(end, at + 1);
  }
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
  for_each_word(phrase, [&](Span span) {
    words.push_back(plain(phrase.substr(span.begin, span.end - span.begin)));
  });
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

// The stemmer is not safe to share between threads.
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

TokenKind kind_of(const std::string& word) {
  if (digit(word.front())) return TokenKind::number;
  if (negators.contains(word)) return TokenKind::negator;
  if (modals.contains(word)) return TokenKind::modal;
  if (function_words.contains(word) || word.starts_with("http") || word.starts_with("www.")) {
    return TokenKind::function;
  }
  return TokenKind::word;
}

// What is known of a word by itself.
struct Word {
  TokenKind kind = TokenKind::word;
  std::string surface;  // empty for a possessive ending without a word
  std::string form;
};

Word look_into(const std::string& plain) {
  thread_local const Stemmer stem;
  if (plain.empty()) return {};
  Word word{kind_of(plain), british(plain), {}};
  word.form = word.kind == TokenKind::word ? stem(word.surface) : word.surface;
  return word;
}

// For looking a spelling up without copying it: of std's maps and of tbb's.
struct SpellingHash : std::hash<std::string_view> {
  using is_transparent = void;
  using transparent_key_equal = std::equal_to<>;
};

// Every word met so far, each once. A word is in the vocabulary only when all is known of it, so
// that no thread can see it without; it stays where it is.
class Vocabulary {
 public:
  // The word that is printed so.
  const Word& printed(std::string_view spelling) {
    if (const auto known = printed_.find(spelling); known != printed_.end()) return *known->second;
    const Word& word = spelled(plain(spelling));
    printed_.insert({std::string(spelling), &word});
    return word;
  }

  // The word of that plain spelling.
  const Word& spelled(const std::string& plain) {
    const auto known = words_.find(plain);
    return known != words_.end() ? known->second
                                 : words_.insert({plain, look_into(plain)}).first->second;
  }

 private:
  tbb::concurrent_unordered_map<std::string, const Word*, SpellingHash> printed_;
  tbb::concurrent_unordered_map<std::string, Word, SpellingHash> words_;
};

struct RolePhrase {
  std::vector<const Word*> words;
  std::string surface;
  std::string form;  // "role:clerk"; empty for a phrase that names no role
  syntax::Side side = syntax::Side::other;
};

// Phrases by their first word, the longest first.
using RolePhrases = std::unordered_map<const Word*, std::vector<RolePhrase>>;

void add_role(RolePhrases& phrases, Vocabulary& vocabulary, std::string_view title,
              const std::string& form, syntax::Side side) {
  for (const auto& inflected : inflections(plain_words(title))) {
    if (inflected.empty()) continue;
    RolePhrase phrase{{}, {}, form, side};
    for (const std::string& plain : inflected) {
      const Word& word = vocabulary.spelled(plain);
      phrase.surface += (phrase.words.empty() ? "" : " ") + word.surface;
      phrase.words.push_back(&word);
    }
    auto& list = phrases[phrase.words.front()];
    const bool known = std::any_of(list.begin(), list.end(), [&](const RolePhrase& other) {
      return other.words == phrase.words;
    });
    if (!known) list.push_back(std::move(phrase));
  }
}

void longest_first(RolePhrases& phrases) {
  for (auto& [first, list] : phrases) {
    std::stable_sort(list.begin(), list.end(), [](const RolePhrase& a, const RolePhrase& b) {
      return a.words.size() > b.words.size();
    });
  }
}

// A word where it stands in a text.
struct Place {
  Span span;
  const Word* word;
};

const RolePhrase* find_phrase(const RolePhrases& phrases, std::span<const Place> places) {
  const auto list = phrases.find(places.front().word);
  if (list == phrases.end()) return nullptr;
  for (const RolePhrase& phrase : list->second) {
    const std::size_t count = phrase.words.size();
    if (count <= places.size() &&
        std::ranges::equal(phrase.words, places.first(count), {}, {}, &Place::word)) {
      return &phrase;
    }
  }
  return nullptr;
}

}  // namespace

struct Lexicon::Tables {
  Vocabulary vocabulary;
  RolePhrases shared;
  std::vector<RolePhrases> own;        // by dialect
  std::vector<std::uint32_t> dialect;  // of each protocol

  struct MeaningPhrase {
    std::vector<std::string> forms;
    std::uint32_t group = 0;
  };
  // By first form.
  std::unordered_map<std::string, std::vector<MeaningPhrase>, SpellingHash, std::equal_to<>>
      meanings;
};

namespace {

RolePhrases shared_phrases(const syntax::Register& registers, Vocabulary& vocabulary) {
  RolePhrases phrases;
  for (const std::string& words : registers.not_roles) {
    add_role(phrases, vocabulary, words, {}, syntax::Side::other);
  }
  for (const syntax::Role& role : registers.roles) {
    for (const std::string& words : role.words) {
      add_role(phrases, vocabulary, words, "role:" + role.id, role.side);
    }
  }
  longest_first(phrases);
  return phrases;
}

RolePhrases own_phrases(const passes::Protocol& protocol, const syntax::Register* registers,
                        Vocabulary& vocabulary) {
  RolePhrases phrases;
  for (const auto& [id, titles] : protocol.metadata().roles) {
    const syntax::Role* role = registers == nullptr ? nullptr : registers->role(id);
    for (const std::string& title : titles) {
      add_role(phrases, vocabulary, title, "role:" + id,
               role == nullptr ? syntax::Side::other : role->side);
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
    if (added) tables->own.push_back(own_phrases(protocol, registers, tables->vocabulary));
    tables->dialect.push_back(known->second);
  }
  if (registers != nullptr) {
    tables->shared = shared_phrases(*registers, tables->vocabulary);
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
  std::vector<Place> places;
  places.reserve(text.size() / 5);
  for_each_word(text, [&](Span span) {
    const std::string_view printed = text.substr(span.begin, span.end - span.begin);
    places.push_back({span, &tables_->vocabulary.printed(printed)});
  });
  const RolePhrases& own_words = tables_->own[dialect(protocol)];
  std::vector<Token> tokens;
  tokens.reserve(places.size());
  for (std::size_t at = 0; at < places.size();) {
    const std::span rest = std::span(places).subspan(at);
    const RolePhrase* own = find_phrase(own_words, rest);
    const RolePhrase* shared = find_phrase(tables_->shared, rest);
    const RolePhrase* role =
        own != nullptr && (shared == nullptr || own->words.size() >= shared->words.size()) ? own
                                                                                           : shared;
    const std::size_t count = role == nullptr ? 1 : role->words.size();
    if (role != nullptr && !role->form.empty()) {
      const syntax::Range range = {static_cast<std::uint32_t>(rest.front().span.begin),
                                   static_cast<std::uint32_t>(rest[count - 1].span.end)};
      tokens.push_back({TokenKind::role, role->side, range, role->surface, role->form});
    } else {
      for (const auto& [span, word] : rest.first(count)) {
        if (word->surface.empty()) continue;
        const syntax::Range range = {static_cast<std::uint32_t>(span.begin),
                                     static_cast<std::uint32_t>(span.end)};
        tokens.push_back({word->kind, syntax::Side::other, range, word->surface, word->form});
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
