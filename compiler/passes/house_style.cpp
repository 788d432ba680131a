// Habits of plain drafting: words for everybody, short sentences, no capitals for emphasis, one
// verb for one kind of duty. Quotations are other people's words and are left alone, and so are the
// names of documents and Acts. The rules are of English: a Welsh text is not judged by them.

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "diag/messages.h"
#include "passes/subject.h"
#include "passes/vocabulary.h"

namespace concord::passes {
namespace {

using graph::Clause;

constexpr std::size_t longest_sentence = 40;  // words
constexpr std::size_t shortest_shout = 4;  // letters: shorter words in capitals are abbreviations

using syntax::GenderedWords;

// By the first word, the longest first.
using GenderedByWord = std::unordered_map<std::string, std::vector<const GenderedWords*>,
                                          syntax::WordHash, std::equal_to<>>;

GenderedByWord by_first_word(const std::vector<GenderedWords>& gendered) {
  GenderedByWord entries;
  for (const GenderedWords& each : gendered) {
    const Words words(each.words);
    if (!words.empty()) entries[std::string(words[0].folded)].push_back(&each);
  }
  for (auto& [first, list] : entries)
    std::ranges::stable_sort(list, std::greater<>(),
                             [](const GenderedWords* each) { return each->words.size(); });
  return entries;
}

bool is_word_part(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const auto byte = static_cast<unsigned char>(text[at]);
  return source::is_digit(text[at]) || source::is_lower(text[at]) || byte == 0xC3 || byte == 0xC4 ||
         byte == 0xC5;
}

// With the capitals that the word in its place has: "Vice-Chairmen" -> "Vice-Chairs".
std::string like(std::string_view printed, std::string_view instead) {
  std::string result(instead);
  const auto raise = [&](std::size_t at) {
    result[at] = static_cast<char>(result[at] - 'a' + 'A');
  };
  if (source::is_upper(printed.front())) raise(0);
  const auto hyphen = printed.find('-');
  if (hyphen < result.size() && result[hyphen] == '-' && source::is_upper(printed[hyphen + 1]))
    raise(hyphen + 1);
  return result;
}

class Pass {
 public:
  Pass(const Subject& subject, const Found& found, const std::vector<RoleUse>& roles)
      : subject_(subject),
        found_(found),
        gendered_(by_first_word(subject.vocabulary.lists().gendered)) {
    for (const RoleUse& use : roles) roles_[use.mention.clause].push_back(&use);
  }

  void run() {
    for (const Clause& clause : subject_.graph.clauses) {
      if (is_quoted(subject_.graph, clause)) continue;
      text_ = clause.words().text;
      folded_ = subject_.words_of(clause).folded();
      check_gender(clause);
      check_capitals(clause);
      if (clause.kind != graph::Kind::section && clause.kind != graph::Kind::table)
        check_sentences(clause);
      collect_duties(clause);
    }
    check_duties();
  }

 private:
  // ---- STY001

  void check_gender(const Clause& clause) const {
    std::uint32_t done = 0;
    for (const Word& word : subject_.words_of(clause)) {
      const std::uint32_t at = word.range.begin;
      if (at < done) continue;
      const GenderedWords* match = gendered_at(word);
      if (match == nullptr) continue;
      const Range range{at, at + static_cast<std::uint32_t>(match->words.size())};
      done = range.end;
      if (!found_.is_free(clause, range)) continue;
      report_gender(clause, range, *match);
    }
  }

  // The longest entry that stands there; null where none does.
  const GenderedWords* gendered_at(const Word& word) const {
    const auto entries = gendered_.find(word.folded);
    if (entries == gendered_.end()) return nullptr;
    const std::string_view rest = folded_.substr(word.range.begin);
    const auto match = std::ranges::find_if(entries->second, [&](const GenderedWords* each) {
      return rest.starts_with(each->words) && !is_word_part(rest, each->words.size());
    });
    return match == entries->second.end() ? nullptr : *match;
  }

  void report_gender(const Clause& clause, Range range, const GenderedWords& match) const {
    const std::string_view printed = slice(text_, range);
    const std::string instead = like(printed, match.instead);
    std::vector<diag::Fix> fixes;
    if (match.fits)
      fixes.push_back({fmt::format(diag::STY001::write, instead), subject_.span(clause, range),
                       instead, false});
    std::vector<diag::Note> notes;
    if (!match.fits) notes.push_back({fmt::format(diag::STY001::would_do, instead), std::nullopt});
    subject_.report(diag::Code::STY001, clause, range,
                    fmt::format(diag::STY001::one_gender, printed), std::move(notes),
                    std::move(fixes));
  }

  // ---- STY002

  void check_sentences(const Clause& clause) const {
    const auto& words = subject_.words_of(clause);
    std::size_t word = 0;
    for (const Range sentence : sentences_of(text_, subject_.vocabulary.lists())) {
      // Words as a reader counts them: "and/or" is one, "on-line" is one.
      std::size_t count = 0;
      std::uint32_t last_end = sentence.begin;
      for (; word < words.size() && words[word].range.begin < sentence.end; ++word) {
        const std::string_view gap = text_.substr(last_end, words[word].range.begin - last_end);
        const bool apart = gap.find(' ') != std::string_view::npos || count == 0;
        if (apart && text_[words[word].range.begin] != '&') ++count;
        last_end = words[word].range.end;
      }
      if (count > longest_sentence)
        subject_.report(diag::Code::STY002, clause, sentence,
                        fmt::format(diag::STY002::long_sentence, count));
    }
  }

  // ---- STY003

  // Capitals for emphasis, not an abbreviation: the word stands in small letters somewhere, or
  // beside others in capitals.
  void check_capitals(const Clause& clause) {
    const auto& words = subject_.words_of(clause);
    for (std::size_t i = 0; i < words.size();) {
      if (!words[i].all_capitals) {
        ++i;
        continue;
      }
      std::size_t end = i + 1;
      while (end < words.size() && words[end].all_capitals &&
             between(text_, words[end - 1], words[end]).size() <= 5)
        ++end;
      const Range range{words[i].range.begin, words[end - 1].range.end};
      const bool shouts = std::any_of(words.begin() + static_cast<std::ptrdiff_t>(i),
                                      words.begin() + static_cast<std::ptrdiff_t>(end),
                                      [&](const Word& word) { return is_shout(word, end - i); });
      if (shouts && found_.is_free(clause, range))
        subject_.report(diag::Code::STY003, clause, range,
                        fmt::format(diag::STY003::capitals, slice(text_, range)));
      i = end;
    }
  }

  bool is_shout(const Word& word, std::size_t run) {
    if (word.folded.size() < shortest_shout) return false;
    return (run > 1 && word.folded.size() > shortest_shout) || stands_in_small_letters(word);
  }

  bool stands_in_small_letters(const Word& word) {
    if (!small_words_) find_small_words();
    return small_words_->contains(word.folded);
  }

  void find_small_words() {
    small_words_.emplace();
    for (const Words& words : subject_.words)
      for (const Word& word : words)
        if (!word.all_capitals) small_words_->insert(word.folded);
  }

  // ---- STY004

  // The verb of a duty in one list or clause: who, by which verb, and where.
  struct Duty {
    std::string_view verb;
    const Clause* clause;
    Range range;
  };

  // "must", "shall" or "will".
  bool binds(const Word& word) const {
    const auto modal = subject_.vocabulary.modals().of_word(word.folded);
    if (!modal || modal->negated) return false;
    return modal->verb->force == syntax::Force::duty || modal->verb->force == syntax::Force::future;
  }

  // "officers must … officers will …" in one clause, or in the items of one list.
  void collect_duties(const Clause& clause) {
    const auto uses = roles_.find(clause.id);
    if (uses == roles_.end()) return;
    const auto& words = subject_.words_of(clause);
    for (const RoleUse* use : uses->second) {
      const auto next = std::ranges::lower_bound(words, use->mention.range.end, {},
                                                 [](const Word& word) { return word.range.begin; });
      if (next == words.end() || words.end() - next < 3) continue;
      if (!binds(*next)) continue;
      if (text_.substr(use->mention.range.end, next->range.begin - use->mention.range.end) != " ")
        continue;
      // One duty: the same people, and the same words for what they have to do.
      std::string duty = use->role;
      for (auto word = next + 1; word != words.end() && word < next + 4; ++word)
        (duty += ' ').append(word->singular);
      duties_[duty].push_back({next->folded, &clause, next->range});
    }
  }

  void check_duties() const {
    for (const auto& [duty, places] : duties_) {
      const Duty& first = places.front();
      const auto other =
          std::ranges::find_if(places, [&](const Duty& each) { return each.verb != first.verb; });
      if (other == places.end()) continue;
      subject_.report(diag::Code::STY004, *other->clause, other->range,
                      fmt::format(diag::STY004::mixed, other->verb, first.verb),
                      {{fmt::format(diag::STY004::used_here, first.verb),
                        subject_.span(*first.clause, first.range)}});
    }
  }

  const Subject& subject_;
  const Found& found_;
  GenderedByWord gendered_;
  std::map<ClauseId, std::vector<const RoleUse*>> roles_;
  std::optional<std::unordered_set<std::string_view>> small_words_;  // where a text has capitals
  std::map<std::string, std::vector<Duty>> duties_;
  std::string_view text_;
  std::string_view folded_;
};

}  // namespace

void check_style(const Subject& subject, const Found& found, const std::vector<RoleUse>& roles) {
  if (subject.graph.metadata.language.starts_with("cy")) {
    subject.sink.report({diag::Code::STY005,
                         subject.graph.metadata.span("language", subject.graph.file),
                         diag::STY005::welsh});
    return;
  }
  Pass(subject, found, roles).run();
}

}  // namespace concord::passes
