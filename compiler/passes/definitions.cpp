// Terms, where they are defined, and where they are used.
//
// A term that stands in quotation marks or in bold is defined by words beside it: "means",
// "includes", "covers" behind it, "referred to as" before it, or brackets around it ("(“the
// Act”)"). Without the marks it has capitals, and the words around it must leave no doubt: "in this
// Protocol Council refers to", "the term Executive", "(here called Members)", an item or a row of a
// list of definitions, a footnote.
//
// "For the purposes of this section" a term may mean something else there, and there alone.
//
// A use is the whole word, in the singular or plural, and not in another's words. A term with a
// capital is used only with its capitals: where "Council" is defined, "council tax" uses nothing.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <span>

#include "passes/citation.h"
#include "passes/language.h"
#include "passes/ranges.h"
#include "passes/subject.h"
#include "source/characters.h"

namespace concord::passes {
namespace {

using graph::Clause;
using graph::Kind;
using std::string_view;

constexpr std::size_t longest_term = 60;

bool has_capital(string_view term) {
  return std::ranges::any_of(term, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// True where the text before byte `at` ends with the lower-case words.
bool ends_with(string_view text, std::uint32_t at, string_view words) {
  string_view before = text.substr(0, at);
  before = before.substr(0, before.find_last_not_of(' ') + 1);
  if (before.size() < words.size()) return false;
  const std::size_t begin = before.size() - words.size();
  const bool whole = begin == 0 || !source::is_alnum(before[begin - 1]);
  return whole && fold(before.substr(begin)) == words;
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

// A definition as found, with where it holds.
struct Scoped {
  Definition definition;
  std::optional<ClauseId> within;  // there and below alone; everywhere where absent
};

// What is said of the whole of a list of definitions: where it holds, and that it is one.
struct Lead {
  bool defines = false;
  string_view scope = {};  // "section" of "for the purposes of this section"
};

// "In this Protocol", "For the purposes of this section": from word `i` on, up to the word after.
struct Scope {
  std::size_t end = 0;
  string_view part = {};  // empty for the whole text
};

std::optional<Scope> scope_at(std::span<const Word> words, std::size_t i,
                              const syntax::WordLists& lists) {
  const bool purposes = i + 2 < words.size() && words[i].folded == "for" &&
                        (words[i + 1].folded == "the" || words[i + 1].singular == "purpose");
  std::size_t at = i;
  if (purposes) {
    while (at < words.size() && at < i + 4 && words[at].folded != "of") ++at;
  } else if (words[i].folded != "in" && words[i].folded != "within" &&
             words[i].folded != "throughout") {
    return std::nullopt;
  }
  if (at + 2 >= words.size() || words[at + 1].folded != "this") return std::nullopt;
  const string_view noun = words[at + 2].singular;
  if (lists.text_parts.contains(noun)) return Scope{at + 3, noun};
  if (lists.whole_texts.contains(noun)) return Scope{at + 3, {}};
  return std::nullopt;
}

// What the paragraphs and the heading around a clause say of it; each is read once.
class Leads {
 public:
  explicit Leads(const Subject& subject)
      : subject_(subject), known_(subject.graph.clauses.size()) {}

  // Of what stands below the clause.
  const Lead& below(ClauseId id) {
    std::optional<Lead>& lead = known_[graph::index(id)];
    if (!lead) lead = read(subject_.graph[id]);
    return *lead;
  }

 private:
  Lead read(const Clause& around) {
    const bool heading = around.kind == Kind::section;
    const auto& words = subject_.words_of(around);
    const syntax::WordLists& lists = subject_.registers.lists;
    Lead lead;
    if (!heading && around.parent) lead = below(*around.parent);
    for (std::size_t i = 0; i < words.size(); ++i) {
      lead.defines |= (heading ? lists.definition_headings : lists.definition_lead_ins)
                          .contains(words[i].singular);
      if (heading) continue;
      const auto scope = scope_at(words, i, lists);
      if (!scope || words.size() > scope->end + 1) continue;  // "In this section Members must:"
      lead.defines = true;
      lead.scope = scope->part;
    }
    return lead;
  }

  const Subject& subject_;
  std::vector<std::optional<Lead>> known_;
};

class Finder {
 public:
  Finder(const Subject& subject, const Clause& clause, Leads& leads)
      : subject_(subject),
        clause_(clause),
        text_(clause.words().text),
        words_(subject.words_of(clause)),
        lists_(subject.registers.lists),
        lead_(clause.parent ? leads.below(*clause.parent) : Lead()) {}

  std::vector<Scoped> run() {
    if (clause_.table) {
      find_in_table();
    } else if (clause_.kind != Kind::section) {
      for (const Range marked : marked_terms())
        if (defines(marked)) add(marked);
      if (clause_.kind == Kind::footnote) find_in_footnote();
      find_unmarked();
    }
    std::ranges::sort(found_, {}, [](const Scoped& each) { return each.definition.range; });
    place_scopes();
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
    if (verb_at(after, lists_.defining_verbs)) return true;
    if (ends_with_any(before, lists_.term_phrases) && verb_at(after, lists_.loose_defining_verbs))
      return true;
    if (ends_with_any(before, lists_.naming_phrases)) return true;
    if (in_brackets(before, after) || loosely_defined(before, after)) return true;
    return lead_.defines && before == 0 && explained_at(after);
  }

  // The text before byte `at` ends with one of the phrases.
  bool ends_with_any(std::uint32_t at, const syntax::PhraseList& phrases) const {
    return std::ranges::any_of(phrases,
                               [&](string_view phrase) { return ends_with(text_, at, phrase); });
  }

  bool verb_at(std::uint32_t at, const syntax::PhraseList& verbs) const {
    at = skip_spaces(text_, at);
    for (const string_view aside : lists_.defining_asides)
      if (const auto past = accept(text_, at, aside)) at = skip_spaces(text_, *past);
    return accept_any(text_, at, verbs).has_value();
  }

  // ": the head of paid service", "– the head of paid service"
  bool explained_at(std::uint32_t at) const {
    const string_view rest = text_.substr(at);
    for (const string_view sign : {":", " :", " -", " \xE2\x80\x93", " \xE2\x80\x94", " ="})
      if (rest.starts_with(sign) && rest.size() > sign.size() + 2) return true;
    return false;
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
    if (open == string_view::npos) return false;
    const Words inside(text_.substr(from + open + 1, before - from - open - 1));
    return std::ranges::all_of(
        inside, [&](const Word& word) { return lists_.bracket_words.contains(word.folded); });
  }

  // Past the closing quotation mark, or back before the opening one.
  std::uint32_t past_marks(std::uint32_t at) const {
    for (const string_view mark : {"\xE2\x80\x9D", "\xE2\x80\x99", "\"", "'"})
      if (text_.substr(at).starts_with(mark)) return at + static_cast<std::uint32_t>(mark.size());
    return at;
  }

  std::uint32_t before_marks(std::uint32_t at) const {
    for (const string_view mark : {"\xE2\x80\x9C", "\xE2\x80\x98", "\"", "'"})
      if (text_.substr(0, at).ends_with(mark)) return at - static_cast<std::uint32_t>(mark.size());
    return at;
  }

  // "the terms Member and Members include", "references to the term Council include", or the term
  // first of all: "Member includes …".
  void find_in_footnote() {
    for (std::size_t i = 0; i < words_.size() && found_.empty(); ++i) {
      const bool term_follows = words_[i].folded == "term" || words_[i].folded == "terms";
      if (term_follows && i + 1 < words_.size()) {
        define_at(i + 1, lists_.defining_verbs);
      } else if (i == 0) {
        define_at(0, lists_.defining_verbs);
      }
    }
  }

  void find_unmarked() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const string_view word = words_[i].singular;
      const bool refers =
          word == "reference" && i + 1 < words_.size() && words_[i + 1].folded == "to";
      if (word == "term" || word == "expression" || refers) {
        define_at(past_article(i + (refers ? 2 : 1)), lists_.defining_verbs);
      } else if (const auto scope = scope_at(words_, i, lists_)) {
        define_at(past_article(scope->end), lists_.defining_verbs);
      } else if (words_[i].capital && is_named(i)) {
        add_capitals(i);
      }
    }
    if (words_.empty() || clause_.kind == Kind::footnote) return;
    const std::size_t first = past_article(0);
    if (lead_.defines) {
      define_at(first, lists_.defining_verbs);
      if (found_.empty()) define_explained(first);
    } else if (capitals_end(first) > first + 1) {
      define_at(first, lists_.strict_defining_verbs);
    }
    if (found_.empty()) define_in_list_of_its_own();
  }

  // "the", "a" or "the term": what may stand before a term.
  std::size_t past_article(std::size_t i) const {
    while (i < words_.size() && (words_[i].folded == "the" || words_[i].folded == "a" ||
                                 words_[i].folded == "term" || words_[i].folded == "an"))
      ++i;
    return i;
  }

  // "here called Members"
  bool is_named(std::size_t i) const {
    return i > 0 && ends_with_any(words_[i].range.begin, lists_.naming_phrases_for_good);
  }

  // The word after the capitals that begin at word `first`; `first` where there are none.
  std::size_t capitals_end(std::size_t first) const {
    std::size_t end = first;
    while (end < words_.size() && words_[end].capital &&
           (end == first || joins(between(text_, words_[end - 1], words_[end]))))
      ++end;
    return end;
  }

  void add_capitals(std::size_t first) {
    const std::size_t end = capitals_end(first);
    if (end > first) add({words_[first].range.begin, words_[end - 1].range.end});
  }

  // The capitals that begin at word `first`, if one of the verbs follows them.
  void define_at(std::size_t first, const syntax::PhraseList& verbs) {
    std::size_t end = capitals_end(first);
    if (end == first) return;
    const Range term{words_[first].range.begin, words_[end - 1].range.end};
    // "Member and Members": the second is the first in the plural.
    if (end + 1 < words_.size() && words_[end].folded == "and" &&
        words_[end + 1].singular == words_[end - 1].singular)
      end += 2;
    if (verb_at(words_[end - 1].range.end, verbs)) add(term);
  }

  // "Working Day: Monday to Friday" in a list of definitions.
  void define_explained(std::size_t first) {
    const std::size_t end = capitals_end(first);
    if (end > first && explained_at(words_[end - 1].range.end))
      add({words_[first].range.begin, words_[end - 1].range.end});
  }

  // A list of definitions as Markdown's other kinds write it: the term on a line, then ": " and the
  // meaning.
  void define_in_list_of_its_own() {
    const auto sign = text_.find(" : ");
    if (sign > longest_term || !words_[0].capital) return;
    const auto end = static_cast<std::uint32_t>(sign);
    const bool term = text_.substr(0, end).find_first_of(".,;:") == string_view::npos;
    const char next = text_.substr(sign + 3, 1).empty() ? ' ' : text_[sign + 3];
    if (term && next >= 'a' && next <= 'z') add({0, end});
  }

  // ---- tables of definitions

  // A table whose first two heads say that it holds terms and their meanings.
  void find_in_table() {
    const syntax::Table& table = *clause_.table;
    if (table.header.size() < 2) return;
    const Words head(table.header[0].prose.text);
    const Words second(table.header[1].prose.text);
    const auto names = [](const Words& words, const syntax::WordSet& among) {
      return std::ranges::any_of(words,
                                 [&](const Word& word) { return among.contains(word.singular); });
    };
    if (!names(head, lists_.term_columns) || !names(second, lists_.meaning_columns)) return;
    const std::vector<Range> cells = passages_of(clause_);
    std::size_t cell = table.header.size();
    for (const auto& row : table.rows) {
      if (cell < cells.size()) add_cell(cells[cell]);
      cell += row.size();
    }
  }

  void add_cell(Range cell) {
    const std::vector<Range> quoted = quotations_of(slice(text_, cell));
    if (quoted.size() == 1)
      cell = {cell.begin + quoted.front().begin, cell.begin + quoted.front().end};
    cell = trimmed(text_, cell);
    if (cell.begin < cell.end && cell.end - cell.begin <= longest_term) add(cell);
  }

  // ----

  void add(Range term) {
    if (taken_.overlaps(term)) return;
    taken_.add(term);
    found_.push_back({{std::string(slice(text_, term)), clause_.id, term, {}}, std::nullopt});
  }

  // Each term is defined for the part of the text that the words before it name, or those around
  // the list.
  void place_scopes() {
    string_view part = lead_.scope;
    std::size_t word = 0;
    for (Scoped& each : found_) {
      for (; word < words_.size() && words_[word].range.begin < each.definition.range.begin; ++word)
        if (const auto scope = scope_at(words_, word, lists_)) part = scope->part;
      if (!part.empty()) each.within = around(part);
    }
  }

  // The section around the clause, or for "this paragraph" the paragraph.
  ClauseId around(string_view part) const {
    const Kind wanted = part == "paragraph" || part == "clause" ? Kind::clause : Kind::section;
    const Clause* at = &clause_;
    while (at->parent && at->kind != wanted) at = &subject_.graph[*at->parent];
    return at->id;
  }

  const Subject& subject_;
  const Clause& clause_;
  string_view text_;
  std::span<const Word> words_;
  const syntax::WordLists& lists_;
  Lead lead_;
  std::vector<Scoped> found_;
  Ranges taken_;
};

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

// The capitals of a term are a matter of its words, not of the sentence: "The Act" uses "the Act".
bool same_capitals(std::span<const Word> defined, std::span<const Word> used) {
  for (std::size_t i = 0; i < defined.size() && i < used.size(); ++i)
    if (defined[i].capital && !used[i].capital) return false;
  return true;
}

// Definitions of one term: one for the whole text at most, others for parts of it.
using Group = std::vector<std::size_t>;

class Uses {
 public:
  Uses(const Subject& subject, const std::vector<RoleUse>& roles, std::vector<Scoped>& found)
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
  std::vector<Scoped>& found_;
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
                     fmt::format("\"{}\" is used as a defined term, and no clause defines it",
                                 slice(text, term)));
    }
  }
}

}  // namespace

std::vector<Definition> find_definitions(const Subject& subject,
                                         const std::vector<RoleUse>& roles) {
  std::vector<Scoped> found;
  std::map<std::pair<std::string, std::optional<ClauseId>>, std::size_t> first;
  Leads leads(subject);
  for (const Clause& clause : subject.graph.clauses) {
    if (is_quoted(subject.graph, clause)) continue;
    for (Scoped& each : Finder(subject, clause, leads).run()) {
      const auto [place, fresh] =
          first.try_emplace({comparable(each.definition.term), each.within}, found.size());
      if (fresh) {
        found.push_back(std::move(each));
      } else {
        report_twice(subject, found[place->second].definition, each.definition);
      }
    }
  }
  const std::vector<bool> used = Uses(subject, roles, found).find();
  std::vector<Definition> definitions;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Definition& each = found[i].definition;
    if (!used[i])
      subject.report(diag::Code::DEF002, subject.graph[each.clause], each.range,
                     fmt::format("\"{}\" is defined and not used", each.term));
    definitions.push_back(std::move(found[i].definition));
  }
  check_undefined(subject, definitions);
  return definitions;
}

}  // namespace concord::passes
