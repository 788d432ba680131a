// Words and what they stand for.
//
// A text becomes tokens in three layers. The surface is what was printed, without case and
// typographic accidents. The form is what likeness is judged by: a stem (Porter's English stemmer
// in its Snowball revision, snowballstem.org), the value of a number, or the role that a title
// names. Meanings are groups of the thesaurus in which a word or a phrase takes part.
//
// Where words begin and end, which of them name a role and which are numbers is language/'s to say,
// so that the comparison sees in a text what its own page shows.
//
// A word is looked into once, however often it stands in the texts: what it is lies in a vocabulary
// under each spelling in which it was printed.
#include "compare/match/lexicon.h"

#include <fmt/format.h>
#include <libstemmer.h>
#include <tbb/concurrent_unordered_map.h>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "compare/match/background.h"
#include "language/cited_numbers.h"
#include "language/dates.h"
#include "language/modals.h"
#include "language/numbers.h"
#include "language/roles.h"
#include "language/words.h"
#include "source/characters.h"

namespace concord::compare {

// A phrase of the thesaurus, by its forms, and the group of like meaning that it is in.
struct MeaningPhrase {
  std::vector<std::string> forms;
  std::uint32_t group = 0;
};

struct Form {
  std::string spelling;
  double weight = 0;                       // by the shipped background
  std::span<const MeaningPhrase> phrases;  // that begin with it
};

namespace {

using language::Word;
using language::Words;

constexpr std::string_view role_prefix = "role:";

// With straight apostrophes.
std::string plain(std::string_view folded) {
  static constexpr std::string_view apostrophe = "\u2019";
  std::string out(folded);
  for (auto at = out.find(apostrophe); at != out.npos; at = out.find(apostrophe))
    out.replace(at, apostrophe.size(), "'");
  return out;
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

bool begins_address(std::string_view word) {
  return word.starts_with("http") || word.starts_with("www.");
}

// What is known of a word by itself.
struct KnownWord {
  TokenKind kind = TokenKind::word;
  bool light = false;
  std::string surface;
  const Form* form = nullptr;
  std::string_view modal;  // of the register's lists
};

// For looking a spelling up without copying it: of std's maps and of tbb's.
struct SpellingHash : std::hash<std::string_view> {
  using is_transparent = void;
  using transparent_key_equal = std::equal_to<>;
};

// The phrases of the thesaurus by their first form.
using Thesaurus =
    std::unordered_map<std::string, std::vector<MeaningPhrase>, SpellingHash, std::equal_to<>>;

// Every word met so far, each once. A word is in the vocabulary only when all is known of it, so
// that no thread can see it without; it stays where it is.
class Vocabulary {
 public:
  Vocabulary(const syntax::WordLists& lists, const Thesaurus& thesaurus)
      : lists_(lists), thesaurus_(thesaurus), modals_(lists) {}

  // The word that is printed so, in lower case.
  const KnownWord& printed(std::string_view folded) {
    if (const auto known = printed_.find(folded); known != printed_.end()) return *known->second;
    const KnownWord& word = spelled(plain(folded));
    printed_.insert({std::string(folded), &word});
    return word;
  }

  // The word or number of that plain spelling.
  const KnownWord& spelled(const std::string& plain) {
    const auto known = words_.find(plain);
    return known != words_.end() ? known->second
                                 : words_.insert({plain, look_into(plain)}).first->second;
  }

  // The form of a role.
  const KnownWord& role(const std::string& id) {
    const std::string form = std::string(role_prefix) + id;
    const auto known = words_.find(form);
    if (known != words_.end()) return known->second;
    return words_.insert({form, {TokenKind::role, false, form, &known_form(form), {}}})
        .first->second;
  }

 private:
  const Form& known_form(const std::string& spelling) {
    const auto known = forms_.find(spelling);
    if (known != forms_.end()) return known->second;
    const auto phrases = thesaurus_.find(spelling);
    const Form form{
        spelling, shipped_background().weight(spelling),
        phrases == thesaurus_.end() ? std::span<const MeaningPhrase>() : phrases->second};
    return forms_.insert({spelling, form}).first->second;
  }

  KnownWord look_into(const std::string& plain) {
    thread_local const Stemmer stem;
    KnownWord word;
    word.surface = british(plain);
    word.light = lists_.light_words.contains(word.surface);
    if (const auto modal = modals_.of_word(plain)) {
      word.kind = modal->negated ? TokenKind::negator : TokenKind::modal;
      word.modal = modal->verb->verb;
    } else if (source::is_digit(plain.front())) {
      word.kind = TokenKind::number;
    } else if (lists_.negators.contains(plain) || plain == "without") {
      word.kind = TokenKind::negator;
    } else if (lists_.function_words.contains(plain) || begins_address(plain)) {
      word.kind = TokenKind::function;
    }
    word.form = &known_form(word.kind == TokenKind::word ? stem(word.surface) : word.surface);
    return word;
  }

  const syntax::WordLists& lists_;
  const Thesaurus& thesaurus_;
  language::Modals modals_;
  tbb::concurrent_unordered_map<std::string, Form, SpellingHash> forms_;
  tbb::concurrent_unordered_map<std::string, const KnownWord*, SpellingHash> printed_;
  tbb::concurrent_unordered_map<std::string, KnownWord, SpellingHash> words_;
};

bool is_number(const Word& word) {
  return source::is_digit(word.folded.front());
}

// How many of the words make one number in digits: "5.3", "21/3/24", "1,000".
std::size_t number_length(std::string_view text, std::span<const Word> words) {
  if (!is_number(words.front())) return 0;
  std::size_t count = 1;
  while (count < words.size() && is_number(words[count])) {
    const std::string_view gap = language::between(text, words[count - 1], words[count]);
    if (gap != "." && gap != "/" && gap != ",") break;
    ++count;
  }
  return count;
}

// How many of the words make a web address, and where it ends; none where the first begins none. An
// address counts as one word without meaning.
struct Address {
  std::size_t word_count = 0;
  std::uint32_t end = 0;
};

Address address_at(std::string_view text, std::span<const Word> words) {
  const std::string_view rest = text.substr(words.front().range.begin);
  const bool begins =
      rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
  if (!begins) return {};
  const auto length = std::min(rest.find_first_of(" >)"), rest.size());
  Address address{0, words.front().range.begin + static_cast<std::uint32_t>(length)};
  while (address.word_count < words.size() && words[address.word_count].range.begin < address.end)
    ++address.word_count;
  return address;
}

// The words, lower case, with single spaces.
std::string joined(std::span<const Word> words) {
  std::string all;
  for (const Word& word : words) (all += all.empty() ? "" : " ") += plain(word.folded);
  return all;
}

// Reads one text into tokens.
class TokenReader {
 public:
  TokenReader(std::string_view text, const Words& words, Vocabulary& vocabulary,
              const language::CitingNouns& nouns, const syntax::WordLists& lists)
      : text_(text),
        words_(words.begin(), words.end()),
        vocabulary_(vocabulary),
        nouns_(nouns),
        lists_(lists) {
    tokens_.reserve(words.size());
  }

  std::vector<Token> run(const std::vector<language::RoleMatch>& roles) {
    auto role = roles.begin();
    for (std::size_t at = 0; at < words_.size();) {
      // An address may hold a word for a role ("www.council.gov.uk").
      while (role != roles.end() && (role->role == nullptr || role->first_word < at)) ++role;
      if (role != roles.end() && role->first_word == at) {
        add_role(*role);
        at += role->word_count;
      } else {
        const std::size_t count = read(words_.subspan(at));
        mark(at);
        at += count;
      }
    }
    return std::move(tokens_);
  }

 private:
  void add_role(const language::RoleMatch& match) {
    const auto words = words_.subspan(match.first_word, match.word_count);
    const KnownWord& title = vocabulary_.spelled(joined(words));
    const KnownWord& role = vocabulary_.role(match.role->id);
    const std::uint32_t end = std::max(match.range.end, end_of(words.back()));
    add({match.range.begin, end}, title, role);
    tokens_.back().side = match.role->side;
  }

  // Adds the token that begins with the first of the words; returns how many it has.
  std::size_t read(std::span<const Word> words) {
    if (const Address address = address_at(text_, words); address.word_count > 0) {
      const std::uint32_t begin = words.front().range.begin;
      add({begin, address.end},
          vocabulary_.printed(language::fold(text_.substr(begin, address.end - begin))));
      return address.word_count;
    }
    if (const std::size_t count = number_length(text_, words); count > 1) {
      const syntax::Range range{words.front().range.begin, words[count - 1].range.end};
      add({range.begin, end_of(words[count - 1])},
          vocabulary_.printed(language::fold(language::slice(text_, range))));
      return count;
    }
    if (const std::size_t count = add_spelled_number(words); count > 0) return count;
    const Word& word = words.front();
    add({word.range.begin, end_of(word)}, vocabulary_.printed(word.folded));
    return 1;
  }

  // Adds to the token read last, whose first word stands at the place, what the words around it
  // tell.
  void mark(std::size_t at) {
    Token& token = tokens_.back();
    read_day(at);
    if (token.range.begin < day_.end) token.value = day_value_;
    if (token.kind == TokenKind::number) {
      token.cited = language::is_cited(text_, words_, at, nouns_, lists_);
      if (token.value.empty() && token.form.find(',') != token.form.npos)
        token.value = vocabulary_.spelled(language::plain_figures(token.form)).surface;
    } else if (token.kind == TokenKind::modal && language::is_month(words_, at, lists_)) {
      token.kind = TokenKind::function;  // it is counted as little as the verb
      token.modal = {};
    }
  }

  // The day that begins at the place, where none is being read.
  void read_day(std::size_t at) {
    if (words_[at].range.begin < day_.end) return;
    const auto day = language::day_at(text_, words_, at, lists_);
    if (!day) return;
    const std::uint32_t begin = words_[at].range.begin;
    day_ = {begin, begin + static_cast<std::uint32_t>(day->length)};
    day_value_ =
        vocabulary_.spelled(fmt::format("{:04}-{:02}-{:02}", day->year, day->month, day->day))
            .surface;
  }

  // "five", "twenty-eight", "five (5)". "one" alone is most often no number ("one another").
  std::size_t add_spelled_number(std::span<const Word> words) {
    const auto number = language::spelled_number_at(text_, words, lists_);
    if (!number || (number->value == 1 && number->word_count == 1)) return 0;
    const auto spelling = words.first(number->word_count);
    const std::uint32_t closed = words[number->word_count - 1].range.end;
    const bool bracket = spelling.size() > 1 && is_number(spelling.back());
    const KnownWord& value = vocabulary_.spelled(std::to_string(number->value));
    const KnownWord& surface = vocabulary_.spelled(joined(spelling));
    add({spelling.front().range.begin, closed + (bracket ? 1U : 0U)}, surface, value);
    return spelling.size();
  }

  void add(syntax::Range range, const KnownWord& word) { add(range, word, word); }
  // Printed as the one word, and standing for the other.
  void add(syntax::Range range, const KnownWord& printed, const KnownWord& word) {
    tokens_.push_back({word.kind,
                       syntax::Side::other,
                       printed.light,
                       range,
                       printed.surface,
                       word.form->spelling,
                       word.form,
                       word.modal,
                       false,
                       {}});
  }

  // With its possessive ending.
  std::uint32_t end_of(const Word& word) const {
    return language::past_possessive(text_, word.range.end);
  }

  std::string_view text_;
  std::span<const Word> words_;
  Vocabulary& vocabulary_;
  const language::CitingNouns& nouns_;
  const syntax::WordLists& lists_;
  std::vector<Token> tokens_;
  syntax::Range day_;  // the last one read
  std::string_view day_value_;
};

std::vector<std::string> stems_of(std::string_view phrase, const Stemmer& stem) {
  std::vector<std::string> forms;
  for (const Word& word : Words(phrase)) forms.push_back(stem(british(plain(word.folded))));
  return forms;
}

Thesaurus thesaurus_of(const std::vector<std::vector<std::string>>& synonyms) {
  const Stemmer stem;
  Thesaurus thesaurus;
  for (std::uint32_t group = 0; group < synonyms.size(); ++group) {
    for (const std::string& phrase : synonyms[group]) {
      std::vector<std::string> forms = stems_of(phrase, stem);
      if (forms.empty()) continue;
      const std::string first = forms.front();
      thesaurus[first].push_back({std::move(forms), group});
    }
  }
  return thesaurus;
}

// How many tokens are the words of the phrase, where they open with all of them; else 0.
std::size_t words_opening(std::span<const Token> tokens, std::string_view phrase) {
  std::size_t count = 0;
  while (!phrase.empty()) {
    const std::string_view word = phrase.substr(0, phrase.find(' '));
    if (count == tokens.size() || tokens[count].surface != word) return 0;
    ++count;
    phrase.remove_prefix(std::min(phrase.size(), word.size() + 1));
  }
  return count;
}

}  // namespace

double weight_of(const Token& token) {
  return token.known->weight;
}

std::string_view role_id(const Token& token) {
  return token.kind == TokenKind::role ? token.form.substr(role_prefix.size()) : "";
}

std::size_t opening_words(std::span<const Token> tokens, const syntax::PhraseList& phrases) {
  for (const std::string& phrase : phrases)
    if (const std::size_t count = words_opening(tokens, phrase)) return count;
  return 0;
}

struct Lexicon::Tables {
  explicit Tables(const syntax::Register* from)
      : registers(from == nullptr ? none : *from),
        thesaurus(thesaurus_of(registers.synonyms)),
        vocabulary(registers.lists, thesaurus),
        nouns(registers.lists),
        reader(registers.lists),
        shared(registers) {}

  syntax::Register none;
  const syntax::Register& registers;
  Thesaurus thesaurus;
  Vocabulary vocabulary;
  language::CitingNouns nouns;
  language::StatementReader reader;
  language::RoleNames shared;
  std::vector<language::RoleNames> own;  // by dialect
  std::vector<std::uint32_t> dialect;    // of each protocol
};

Lexicon::Lexicon(const syntax::Register* registers, std::span<const passes::Protocol> protocols)
    : tables_(std::make_unique<Tables>(registers)) {
  std::map<language::RoleNames::OwnTitles, std::uint32_t> dialects{{{}, 0}};
  tables_->own.emplace_back(tables_->shared, language::RoleNames::OwnTitles{});
  for (const passes::Protocol& protocol : protocols) {
    const auto next = static_cast<std::uint32_t>(tables_->own.size());
    const auto [known, added] = dialects.try_emplace(protocol.metadata().roles, next);
    if (added) tables_->own.emplace_back(tables_->shared, protocol.metadata().roles);
    tables_->dialect.push_back(known->second);
  }
}

Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

std::uint32_t Lexicon::dialect(std::uint32_t protocol) const {
  return protocol < tables_->dialect.size() ? tables_->dialect[protocol] : 0;
}

const syntax::WordLists& Lexicon::lists() const {
  return tables_->registers.lists;
}

const language::CitingNouns& Lexicon::citing_nouns() const {
  return tables_->nouns;
}

std::vector<Token> Lexicon::tokens(std::string_view text, std::uint32_t protocol) const {
  const Words words(text);
  const auto roles = tables_->own[dialect(protocol)].find(text, words);
  return TokenReader(text, words, tables_->vocabulary, tables_->nouns, lists()).run(roles);
}

std::vector<language::Statement> Lexicon::statements(std::string_view text, std::string_view lead,
                                                     std::uint32_t protocol) const {
  const language::RoleNames& names = tables_->own[dialect(protocol)];
  const Words words(text);
  const auto roles = names.find(text, words);
  const language::ReadText own{text, {words.begin(), words.end()}, roles};
  if (lead.empty()) return tables_->reader.read(own);
  const Words lead_words(lead);
  const auto lead_roles = names.find(lead, lead_words);
  const language::ReadText leading{lead, {lead_words.begin(), lead_words.end()}, lead_roles};
  return tables_->reader.read(own, &leading);
}

std::vector<Lexicon::Meaning> Lexicon::meanings(std::span<const Token> tokens) const {
  std::vector<Meaning> found;
  for (std::uint32_t at = 0; at < tokens.size(); ++at) {
    for (const MeaningPhrase& phrase : tokens[at].known->phrases) {
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
