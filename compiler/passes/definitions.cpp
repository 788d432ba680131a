// Terms, where they are defined, and where they are used.
//
// A term stands in quotation marks or in bold, and words beside it say that it is defined: "means",
// "includes", "is defined by" behind it, "referred to as" before it, or brackets around it ("(“the
// Act”)"). A footnote may do without the marks: "the terms Member and Members include …".
//
// A use is the whole word, in the singular or plural. A term with a capital is used only with its
// capitals: where "Council" is defined, "council tax" uses nothing.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>
#include <span>

#include "passes/citation.h"
#include "passes/language.h"
#include "passes/ranges.h"
#include "passes/subject.h"

namespace concord::passes {
namespace {

using graph::Clause;

constexpr std::size_t longest_term = 60;

// Behind the term.
constexpr std::array<std::string_view, 13> defining_verbs = {
    "means",          "mean",        "includes",        "include",
    "is defined",     "are defined", "shall mean",      "shall include",
    "refers to",      "refer to",    "has the meaning", "have the meaning",
    "is used to mean"};

// Before the term.
constexpr std::array<std::string_view, 7> naming_phrases = {"referred to as",
                                                            "referred to as the",
                                                            "referred to in this protocol as",
                                                            "hereinafter called",
                                                            "hereafter called",
                                                            "to be known as",
                                                            "known as"};

bool has_capital(std::string_view term) {
  return std::ranges::any_of(term, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// True where the text before byte `at` ends with the lower-case words.
bool ends_with(std::string_view text, std::uint32_t at, std::string_view words) {
  std::string_view before = text.substr(0, at);
  before = before.substr(0, before.find_last_not_of(' ') + 1);
  if (before.size() < words.size()) return false;
  const std::size_t begin = before.size() - words.size();
  const bool whole = begin == 0 || std::isalnum(static_cast<unsigned char>(before[begin - 1])) == 0;
  return whole && fold(before.substr(begin)) == words;
}

class Finder {
 public:
  Finder(const Subject& subject, const Clause& clause)
      : subject_(subject), clause_(clause), text_(clause.words().text) {}

  std::vector<Definition> run() {
    for (const Range marked : marked_terms())
      if (defines(marked)) add(marked);
    if (clause_.kind == graph::Kind::footnote) find_in_footnote();
    std::ranges::sort(found_, {}, &Definition::range);
    return std::move(found_);
  }

 private:
  std::vector<Range> marked_terms() const {
    std::vector<Range> terms = quotations_of(text_);
    for (const syntax::Mark& mark : clause_.words().marks)
      if (mark.kind == syntax::MarkKind::strong) terms.push_back(mark.range);
    for (Range& term : terms) term = trimmed(text_, term);
    std::erase_if(terms, [](Range term) {
      return term.begin == term.end || term.end - term.begin > longest_term;
    });
    return terms;
  }

  bool defines(Range term) const {
    const std::uint32_t after = past_marks(term.end);
    const std::uint32_t before = before_marks(term.begin);
    if (verb_at(after)) return true;
    if (std::ranges::any_of(naming_phrases, [&](std::string_view phrase) {
          return ends_with(text_, before, phrase);
        }))
      return true;
    return in_brackets(before, after) || loosely_defined(before, after);
  }

  bool verb_at(std::uint32_t at) const {
    return std::ranges::any_of(defining_verbs, [&](std::string_view verb) {
      return accept(text_, skip_spaces(text_, at), verb).has_value();
    });
  }

  // "the term “Council document” is very broad and includes": the verb within a few words.
  bool loosely_defined(std::uint32_t before, std::uint32_t after) const {
    if (!ends_with(text_, before, "the term")) return false;
    const Words words(text_.substr(after, 60));
    for (std::size_t i = 0; i < std::min<std::size_t>(words.size(), 6); ++i)
      if (words[i].folded == "means" || words[i].folded == "includes") return true;
    return false;
  }

  // "(“the Act”)", "(the “Act”)", "(hereafter “the Act”)".
  bool in_brackets(std::uint32_t before, std::uint32_t after) const {
    if (after >= text_.size() || text_[after] != ')') return false;
    const std::uint32_t from = before > 40 ? before - 40 : 0;
    const auto open = text_.substr(from, before - from).rfind('(');
    if (open == std::string_view::npos) return false;
    static constexpr std::array<std::string_view, 10> allowed = {
        "the",  "hereafter", "hereinafter", "or",       "in",
        "this", "protocol",  "called",      "together", "a"};
    const Words inside(text_.substr(from + open + 1, before - from - open - 1));
    return std::ranges::all_of(inside, [&](const Word& word) {
      return std::ranges::find(allowed, word.folded) != allowed.end();
    });
  }

  // Past the closing quotation mark, or back before the opening one.
  std::uint32_t past_marks(std::uint32_t at) const {
    for (const std::string_view mark : {"\xE2\x80\x9D", "\xE2\x80\x99", "\"", "'"})
      if (text_.substr(at).starts_with(mark)) return at + static_cast<std::uint32_t>(mark.size());
    return at;
  }

  std::uint32_t before_marks(std::uint32_t at) const {
    for (const std::string_view mark : {"\xE2\x80\x9C", "\xE2\x80\x98", "\"", "'"})
      if (text_.substr(0, at).ends_with(mark)) return at - static_cast<std::uint32_t>(mark.size());
    return at;
  }

  // "the terms Member and Members include", "references to the term Council include", or the term
  // first of all: "Member includes …".
  void find_in_footnote() {
    const auto& words = subject_.words_of(clause_);
    for (std::size_t i = 0; i < words.size() && found_.empty(); ++i) {
      const bool term_follows = words[i].folded == "term" || words[i].folded == "terms";
      if (term_follows && i + 1 < words.size()) {
        define_at(words, i + 1);
      } else if (i == 0) {
        define_at(words, 0);
      }
    }
  }

  // The capitals that begin at word `first`, if a defining verb follows them.
  void define_at(std::span<const Word> words, std::size_t first) {
    std::size_t end = first;
    while (end < words.size() && words[end].capital &&
           (end == first || joins(between(text_, words[end - 1], words[end]))))
      ++end;
    if (end == first) return;
    const Range term{words[first].range.begin, words[end - 1].range.end};
    // "Member and Members": the second is the first in the plural.
    if (end + 1 < words.size() && words[end].folded == "and" &&
        words[end + 1].singular == words[end - 1].singular)
      end += 2;
    if (verb_at(words[end - 1].range.end)) add(term);
  }

  void add(Range term) {
    if (taken_.overlaps(term)) return;
    taken_.add(term);
    found_.push_back({std::string(slice(text_, term)), clause_.id, term, {}});
  }

  const Subject& subject_;
  const Clause& clause_;
  std::string_view text_;
  std::vector<Definition> found_;
  Ranges taken_;
};

// Case and number left out: what two definitions of one term have in common.
std::string comparable(std::string_view term) {
  std::string result;
  for (const Word& word : Words(term)) result.append(word.singular) += ' ';
  return result;
}

void report_twice(const Subject& subject, const Definition& first, const Definition& again) {
  subject.report(diag::Code::DEF003, subject.graph[again.clause], again.range,
                 fmt::format("\"{}\" is defined twice", again.term),
                 {{"first defined here", subject.span(subject.graph[first.clause], first.range)}});
}

// Which titles stand where: a term inside a longer title ("officer" in "Monitoring Officer") is no
// use.
std::vector<std::vector<Range>> titles_by_clause(const Subject& subject,
                                                 const std::vector<RoleUse>& roles) {
  std::vector<std::vector<Range>> titles(subject.graph.clauses.size());
  for (const RoleUse& use : roles)
    titles[graph::index(use.mention.clause)].push_back(use.mention.range);
  return titles;
}

// "of", "the": what stands between them is a title's second noun, not half of a first.
bool links(std::string_view word) {
  return word == "of" || word == "the" || word == "a" || word == "to";
}

// The words of the term are only a part of a title's noun. "Members of the Council" uses "Member"
// and "Council" both.
bool is_half_of_title(const std::vector<Range>& titles, std::span<const Word> words,
                      const Phrases::Match& match) {
  const auto next = std::ranges::upper_bound(titles, match.range.begin, {}, &Range::begin);
  if (next == titles.begin() || !within(match.range, *(next - 1))) return false;
  const Range title = *(next - 1);
  const auto is_beside = [&](std::size_t word) {
    return word < words.size() && within(words[word].range, title) && !links(words[word].folded);
  };
  const std::size_t after = match.first_word + match.word_count;
  return is_beside(after) || (match.first_word > 0 && is_beside(match.first_word - 1));
}

// The capitals of a term are a matter of its words, not of the sentence: "The Act" uses "the Act".
bool same_capitals(std::span<const Word> defined, std::span<const Word> used) {
  for (std::size_t i = 0; i < defined.size() && i < used.size(); ++i)
    if (defined[i].capital && !used[i].capital) return false;
  return true;
}

void find_uses(const Subject& subject, const std::vector<RoleUse>& roles,
               std::vector<Definition>& definitions) {
  Phrases terms;
  std::vector<Words> defined;  // by definition; empty where its capitals do not count
  for (std::size_t i = 0; i < definitions.size(); ++i) {
    const std::string_view term = definitions[i].term;
    terms.add(term, i);
    defined.emplace_back(has_capital(term) ? term : std::string_view{});
  }
  const auto titles = titles_by_clause(subject, roles);
  for (const Clause& clause : subject.graph.clauses) {
    if (clause.key == "title") continue;
    const std::string_view text = clause.words().text;
    const std::span<const Word> words = subject.words_of(clause);
    for (const auto& match : terms.find(text, words)) {
      Definition& definition = definitions[match.value];
      if (definition.clause == clause.id || subject.is_closed(clause, match.range)) continue;
      if (is_half_of_title(titles[graph::index(clause.id)], words, match)) continue;
      if (same_capitals(defined[match.value], words.subspan(match.first_word, match.word_count)))
        definition.uses.push_back({clause.id, match.range});
    }
  }
}

// "as defined in the Constitution", "… in section 2 of the Act": the definition is not looked for
// here.
bool elsewhere(std::string_view text, std::uint32_t at) {
  const auto in = accept(text, skip_spaces(text, at), "in");
  if (!in) return false;
  return !accept(text, skip_spaces(text, *in), "this protocol") &&
         !accept(text, skip_spaces(text, *in), "paragraph");
}

// "a Key Officer, as defined above": a term that says it is defined, and is not.
void check_undefined(const Subject& subject, const std::vector<Definition>& definitions) {
  std::map<std::string, bool> defined;
  for (const Definition& each : definitions) defined[comparable(each.term)] = true;
  for (const Clause& clause : subject.graph.clauses) {
    const std::string_view text = clause.words().text;
    const auto& words = subject.words_of(clause);
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
      if (words[i].folded != "as" || words[i + 1].folded != "defined") continue;
      if (i + 2 < words.size() && words[i + 2].folded == "by") continue;
      std::size_t first = i;
      while (first > 0 && words[first - 1].capital &&
             (first == i || joins(between(text, words[first - 1], words[first]))))
        --first;
      while (first < i && (words[first].folded == "the" || words[first].folded == "a" ||
                           words[first].folded == "an" || words[first].folded == "any"))
        ++first;
      if (first == i || elsewhere(text, words[i + 1].range.end)) continue;
      const Range term{words[first].range.begin, words[i - 1].range.end};
      if (defined.contains(comparable(slice(text, term)))) continue;
      subject.report(diag::Code::DEF001, clause, term,
                     fmt::format("\"{}\" is used as a defined term, and no clause defines it",
                                 slice(text, term)));
    }
  }
}

}  // namespace

std::vector<Definition> find_definitions(const Subject& subject,
                                         const std::vector<RoleUse>& roles) {
  std::vector<Definition> definitions;
  std::map<std::string, std::size_t> first;
  for (const Clause& clause : subject.graph.clauses) {
    if (is_quoted(subject.graph, clause)) continue;
    for (Definition& each : Finder(subject, clause).run()) {
      const auto [place, fresh] = first.try_emplace(comparable(each.term), definitions.size());
      if (!fresh) {
        report_twice(subject, definitions[place->second], each);
        continue;
      }
      definitions.push_back(std::move(each));
    }
  }
  find_uses(subject, roles, definitions);
  for (const Definition& each : definitions)
    if (each.uses.empty())
      subject.report(diag::Code::DEF002, subject.graph[each.clause], each.range,
                     fmt::format("\"{}\" is defined and not used", each.term));
  check_undefined(subject, definitions);
  return definitions;
}

}  // namespace concord::passes
