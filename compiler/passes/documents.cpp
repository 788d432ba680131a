// A document's name is told by its shape, since no register could list every council's policies: a
// run of words with capitals, small joining words between, in which one is a noun for a document.
// What follows that noun belongs to the name after "of", "for" or "on" ("Code of Conduct"), what
// comes before it does after the determiner and the owner ("the Council's"). Where another noun
// with a capital follows at once, the run names something else ("Standards and Conduct Committee").
// Small letters name a document only behind its owner: "the Council's standards protocol".

#include "passes/documents.h"

#include <algorithm>
#include <optional>
#include <span>

#include "passes/subject.h"
#include "passes/vocabulary.h"

namespace concord::passes {
namespace {

using graph::Clause;

constexpr std::size_t longest_subject = 4;  // words of "training and development" policy

class Finder {
 public:
  Finder(std::string_view text, std::span<const Word> words, const syntax::WordLists& lists)
      : text_(text), words_(words), lists_(lists) {}

  std::vector<Range> run() {
    std::vector<Range> names;
    for (std::size_t i = 0; i < words_.size();) {
      std::size_t end = run_end(i);
      auto name = name_in(i, end);
      if (!name) name = owned_name(i, end);
      if (name) names.push_back(*name);
      i = std::max(end, i + 1);
    }
    return names;
  }

 private:
  bool is_council(const Word& word) const { return lists_.owner_nouns.contains(word.singular); }
  bool is_document_noun(const Word& word) const {
    return lists_.document_nouns.contains(word.singular);
  }

  // The end of the run of capitals that begins at word `first`; `first` itself where none does.
  std::size_t run_end(std::size_t first) const {
    if (!words_[first].capital) return first;
    std::size_t end = first + 1;
    for (std::size_t i = end; i < words_.size() && goes_on(i); ++i) {
      const bool small_noun = !words_[i].capital && is_document_noun(words_[i]);
      if (words_[i].capital || small_noun) end = i + 1;
      if (small_noun) break;
      if (!words_[i].capital && !lists_.name_joiners.contains(words_[i].folded)) break;
    }
    return end;
  }

  // True where word `i` stands beside the one before: no sign between but a stroke, brackets, or
  // the comma of "Media, and Social Media Protocols".
  bool goes_on(std::size_t i) const {
    const std::string_view gap = between(text_, words_[i - 1], words_[i]);
    if (words_[i].folded == "the") return false;
    if (joins(gap) || joins_owner(gap)) return true;
    if (gap == ", ") return words_[i].folded == "and";
    return gap.find_first_not_of(" /()") == std::string_view::npos && gap.find(") (") == gap.npos;
  }

  std::optional<Range> name_in(std::size_t begin, std::size_t end) const {
    while (begin < end && is_opening(begin)) ++begin;
    std::optional<std::size_t> noun;
    for (std::size_t i = begin; i < end; ++i)
      if (is_document_noun(words_[i]) && stands_as_noun(i, end)) noun = i;
    if (!noun) return std::nullopt;
    const std::size_t last = extension_end(*noun, end);
    if (names_a_body(last, end)) return std::nullopt;
    const bool bare = begin == *noun && last == *noun + 1;
    if (bare && words_[*noun].singular != "constitution") return std::nullopt;
    if (!words_[*noun].capital && (bare || (begin + 1 == *noun && is_council(words_[begin]))))
      return std::nullopt;
    return Range{open_bracket(words_[begin].range.begin), words_[last - 1].range.end};
  }

  // "the Council's standards protocol": one document, of which the words between tell what it is
  // about. `end` moves behind it.
  std::optional<Range> owned_name(std::size_t i, std::size_t& end) const {
    if (!is_owner(i)) return std::nullopt;
    bool tells = false;
    for (std::size_t at = i + 1; at < words_.size() && at <= i + 1 + longest_subject; ++at) {
      if (words_[at].capital || (at > i + 1 && !joins(between(text_, words_[at - 1], words_[at]))))
        return std::nullopt;
      if (!lists_.document_nouns.contains(words_[at].folded)) {
        tells = tells || !lists_.nameless_adjectives.contains(words_[at].folded);
        continue;
      }
      const std::size_t last = extended(at);
      if (!tells && last == at) return std::nullopt;
      end = last + 1;
      return Range{words_[i + 1].range.begin, words_[last].range.end};
    }
    return std::nullopt;
  }

  // "scheme of delegation", "code of conduct": the noun with the word that makes a name of it.
  std::size_t extended(std::size_t noun) const {
    const bool goes_on_with = noun + 2 < words_.size() && words_[noun + 1].folded == "of" &&
                              lists_.document_extensions.contains(words_[noun + 2].folded);
    return goes_on_with ? noun + 2 : noun;
  }

  bool is_owner(std::size_t i) const {
    return i + 1 < words_.size() && is_council(words_[i]) &&
           joins_owner(between(text_, words_[i], words_[i + 1]));
  }

  // A determiner, or the owner: "the", "Council's".
  bool is_opening(std::size_t i) const {
    return lists_.name_openers.contains(words_[i].folded) || is_owner(i);
  }

  bool stands_as_noun(std::size_t i, std::size_t end) const {
    return i + 1 == end || lists_.name_joiners.contains(words_[i + 1].folded) ||
           !joins(between(text_, words_[i], words_[i + 1]));
  }

  std::size_t extension_end(std::size_t noun, std::size_t end) const {
    if (noun + 2 < end + 1 && noun + 1 < end &&
        lists_.name_extenders.contains(words_[noun + 1].folded))
      return end;
    return noun + 1;
  }

  // "Constitution and Joint Standards Committee": the rest of the run makes it a body's name.
  bool names_a_body(std::size_t last, std::size_t end) const {
    return last < end && words_[last].folded == "and" &&
           lists_.body_nouns.contains(words_[end - 1].singular);
  }

  // "(Personal) Interests Register Form" begins with its bracket.
  std::uint32_t open_bracket(std::uint32_t begin) const {
    if (begin == 0 || text_[begin - 1] != '(') return begin;
    const auto stop = text_.substr(begin, 40).find_first_of(" )");
    return stop != std::string_view::npos && text_[begin + stop] == ')' ? begin - 1 : begin;
  }

  std::string_view text_;
  std::span<const Word> words_;
  const syntax::WordLists& lists_;
};

}  // namespace

std::vector<Range> document_names(std::string_view text, std::span<const Word> words,
                                  const syntax::WordLists& lists) {
  return Finder(text, words, lists).run();
}

void find_documents(const Subject& subject, Found& found) {
  const Words own_title(subject.graph.metadata.title);
  for (const Clause& clause : subject.graph.clauses) {
    if (clause.kind == graph::Kind::section) continue;  // headings name topics, not documents
    const std::string_view text = clause.words().text;
    for (const Range range :
         document_names(text, subject.words_of(clause), subject.vocabulary.lists())) {
      const std::string_view name = slice(text, range);
      if (!found.is_free(clause, range) || same_words(Words(name), own_title)) continue;
      found.add(clause, range, ReferenceKind::external).target = name;
    }
  }
}

}  // namespace concord::passes
