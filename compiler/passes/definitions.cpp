// The terms that a text defines, each once, and where they are used.
//
// A use is the whole word, in the singular or plural, and not in another's words. A term with a
// capital is used only with its capitals: where "Council" is defined, "council tax" uses nothing.
// Where "Working day" is, "ten working days" uses it: that capital begins an entry, not a name.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "diag/messages.h"
#include "passes/defined_terms.h"
#include "passes/language.h"
#include "passes/subject.h"
#include "source/characters.h"

namespace concord::passes {
namespace {

using graph::Clause;
using std::string_view;

bool has_capital(string_view term) {
  return std::ranges::any_of(term, source::is_upper);
}

// "Political Group(s)", "Officer/s": the singular.
string_view without_plural(string_view term) {
  for (const string_view ending : {"(s)", "(es)", "/s"})
    if (term.ends_with(ending)) return term.substr(0, term.size() - ending.size());
  return term;
}

// "the Act": "Act". Terms are looked for by the word that tells them apart.
string_view without_article(string_view term) {
  const bool article = term.starts_with("the ") || term.starts_with("The ");
  return article ? term.substr(4) : term;
}

// Case and number left out: what two definitions of one term have in common.
std::string comparable(string_view term) {
  std::string result;
  for (const Word& word : Words(without_plural(term))) result.append(word.singular) += ' ';
  return result;
}

void report_twice(const Subject& subject, const Definition& first, const Definition& again) {
  subject.report(
      diag::Code::DEF003, subject.graph[again.clause], again.range,
      fmt::format(diag::DEF003::twice, again.term),
      {{diag::DEF003::first_here, subject.span(subject.graph[first.clause], first.range)}});
}

// The first definition of each term, for the whole text and for each part of it.
std::vector<ScopedDefinition> each_once(const Subject& subject) {
  std::vector<ScopedDefinition> found;
  std::map<std::pair<std::string, std::optional<ClauseId>>, std::size_t> first;
  for (ScopedDefinition& each : find_defined_terms(subject)) {
    const auto [place, fresh] =
        first.try_emplace({comparable(each.definition.term), each.within}, found.size());
    if (fresh) {
      found.push_back(std::move(each));
    } else {
      report_twice(subject, found[place->second].definition, each.definition);
    }
  }
  return found;
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
bool links(string_view word) {
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

bool begins_with_its_only_capital(std::span<const Word> term) {
  return term.size() > 1 && std::ranges::none_of(term.subspan(1), &Word::capital);
}

// The capitals of a term are a matter of its words, not of the sentence: "The Act" uses "the Act".
bool same_capitals(std::span<const Word> defined, std::span<const Word> used) {
  for (std::size_t i = begins_with_its_only_capital(defined) ? 1 : 0;
       i < defined.size() && i < used.size(); ++i)
    if (defined[i].capital && !used[i].capital) return false;
  return true;
}

// Definitions of one term: one for the whole text at most, others for parts of it.
using Group = std::vector<std::size_t>;

class Uses {
 public:
  Uses(const Subject& subject, const std::vector<RoleUse>& roles,
       std::vector<ScopedDefinition>& found)
      : subject_(subject), titles_(titles_by_clause(subject, roles)), found_(found) {
    std::map<std::string, std::size_t> group;
    for (std::size_t i = 0; i < found.size(); ++i) {
      const string_view term = without_article(without_plural(found[i].definition.term));
      const auto [place, fresh] = group.try_emplace(comparable(term), groups_.size());
      if (fresh) {
        groups_.emplace_back();
        phrases_.add(term, place->second);
      }
      groups_[place->second].push_back(i);
      terms_.emplace_back(has_capital(term) ? term : string_view{});
    }
    used_.resize(found.size());
  }

  // Fills in the uses, and says which definitions have any.
  std::vector<bool> find() {
    for (const Clause& clause : subject_.graph.clauses)
      if (clause.key != "title" && !is_quoted(subject_.graph, clause)) find_in(clause);
    return std::move(used_);
  }

 private:
  void find_in(const Clause& clause) {
    const string_view text = clause.words().text;
    const std::span<const Word> words = subject_.words_of(clause);
    std::optional<std::vector<Range>> quotations;
    for (Phrases::Match match : phrases_.find(text, words)) {
      const auto meant = meant_in(clause, groups_[match.value]);
      if (!meant || subject_.is_closed(clause, match.range)) continue;
      if (is_half_of_title(titles_[graph::index(clause.id)], words, match)) continue;
      const auto printed = words.subspan(match.first_word, match.word_count);
      const string_view term = found_[*meant].definition.term;
      if (without_article(term) != term && !take_article(text, words, match)) continue;
      if (!same_capitals(terms_[*meant], printed)) {
        // Too little for a link, but the definition serves a purpose.
        used_[*meant] = used_[*meant] || found_[*meant].definition.clause != clause.id;
        continue;
      }
      if (!quotations) quotations = quotations_of(text);
      if (is_anothers(*quotations, match.range)) continue;
      add(clause, match, *meant, words);
    }
  }

  // Where "the Act" is defined, "the Localism Act" uses nothing.
  static bool take_article(string_view text, std::span<const Word> words, Phrases::Match& match) {
    if (match.first_word == 0) return false;
    const Word& before = words[match.first_word - 1];
    if (before.folded != "the" || between(text, before, words[match.first_word]) != " ")
      return false;
    --match.first_word;
    ++match.word_count;
    match.range.begin = before.range.begin;
    return true;
  }

  void add(const Clause& clause, const Phrases::Match& match, std::size_t meant,
           std::span<const Word> words) {
    Definition& definition = found_[meant].definition;
    if (definition.clause != clause.id) {
      definition.uses.push_back({clause.id, match.range});
      used_[meant] = true;
    } else if (!overlap(definition.range, match.range) && !is_half_of_name(clause, words, match)) {
      used_[meant] = true;  // beside its own definition it needs no link to it
    }
  }

  // "Exampleton Town Council": the capitals go on around the term. "The Council" begins a sentence.
  bool is_half_of_name(const Clause& clause, std::span<const Word> words,
                       const Phrases::Match& match) const {
    const syntax::WordSet& determiners = subject_.registers.lists.term_determiners;
    const string_view text = clause.words().text;
    const std::size_t end = match.first_word + match.word_count;
    const auto goes_on = [&](std::size_t a, std::size_t b) {
      return words[a].capital && words[b].capital && between(text, words[a], words[b]) == " " &&
             !determiners.contains(words[a].folded);
    };
    return (match.first_word > 0 && goes_on(match.first_word - 1, match.first_word)) ||
           (end < words.size() && goes_on(end - 1, end));
  }

  // In a quotation of more than the term and an article: words of somebody else. Quotations come in
  // order, none inside another.
  static bool is_anothers(const std::vector<Range>& quotations, Range use) {
    constexpr std::uint32_t article = 8;  // bytes, with its space
    const auto after = std::ranges::upper_bound(quotations, use.begin, {}, &Range::begin);
    if (after == quotations.begin()) return false;
    const Range around = *std::prev(after);
    return within(use, around) && (around.end - around.begin) - (use.end - use.begin) > article;
  }

  // The definition that holds in the clause: the one for the smallest part around it.
  std::optional<std::size_t> meant_in(const Clause& clause, const Group& group) const {
    std::optional<std::size_t> whole;
    for (const std::size_t each : group)
      if (!found_[each].within) whole = each;
    if (group.size() == 1 && whole) return whole;
    for (std::optional<ClauseId> at = clause.id; at; at = subject_.graph[*at].parent)
      for (const std::size_t each : group)
        if (found_[each].within == at) return each;
    return whole;
  }

  const Subject& subject_;
  std::vector<std::vector<Range>> titles_;
  std::vector<ScopedDefinition>& found_;
  Phrases phrases_;  // values are places in groups_
  std::vector<Group> groups_;
  std::vector<Words> terms_;  // by definition; empty where its capitals do not count
  std::vector<bool> used_;
};

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
                     fmt::format(diag::DEF001::not_defined, slice(text, term)));
    }
  }
}

}  // namespace

std::vector<Definition> find_definitions(const Subject& subject,
                                         const std::vector<RoleUse>& roles) {
  std::vector<ScopedDefinition> found = each_once(subject);
  const std::vector<bool> used = Uses(subject, roles, found).find();
  std::vector<Definition> definitions;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Definition& each = found[i].definition;
    if (!used[i])
      subject.report(diag::Code::DEF002, subject.graph[each.clause], each.range,
                     fmt::format(diag::DEF002::not_used, each.term));
    definitions.push_back(std::move(found[i].definition));
  }
  check_undefined(subject, definitions);
  return definitions;
}

}  // namespace concord::passes
