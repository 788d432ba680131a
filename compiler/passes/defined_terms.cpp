#include "passes/defined_terms.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "passes/language.h"
#include "passes/ranges.h"
#include "source/characters.h"

namespace concord::passes {
namespace {

using graph::Clause;
using graph::Kind;
using std::string_view;

constexpr std::size_t longest_term = 60;  // bytes

// True where the text before byte `at` ends with the lower-case words.
bool ends_with(string_view text, std::uint32_t at, string_view words) {
  string_view before = text.substr(0, at);
  before = before.substr(0, before.find_last_not_of(' ') + 1);
  if (before.size() < words.size()) return false;
  const std::size_t begin = before.size() - words.size();
  const bool whole = begin == 0 || !source::is_alnum(before[begin - 1]);
  return whole && fold(before.substr(begin)) == words;
}

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

  std::vector<ScopedDefinition> run() {
    if (clause_.table) {
      find_in_table();
    } else if (clause_.kind != Kind::section) {
      for (const Range marked : marked_terms())
        if (defines(marked)) add(marked);
      if (clause_.kind == Kind::footnote) find_in_footnote();
      find_unmarked();
    }
    std::ranges::sort(found_, {},
                      [](const ScopedDefinition& each) { return each.definition.range; });
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
    if (term && source::is_lower(next)) add({0, end});
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
    for (ScopedDefinition& each : found_) {
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
  std::vector<ScopedDefinition> found_;
  Ranges taken_;
};

}  // namespace

std::vector<ScopedDefinition> find_defined_terms(const Subject& subject) {
  std::vector<ScopedDefinition> found;
  Leads leads(subject);
  for (const Clause& clause : subject.graph.clauses)
    if (!is_quoted(subject.graph, clause))
      std::ranges::move(Finder(subject, clause, leads).run(), std::back_inserter(found));
  return found;
}

}  // namespace concord::passes
