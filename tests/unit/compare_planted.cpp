// Changes of effect planted in the clauses of the five protocols: each must be found and named, and
// nothing else be told. Every clause in which a change can be made gets one of its kind, at a place
// and of a form that a seeded draw chooses.
//
// The first kinds plant words that the comparison knows by name. Those alone would measure the
// program's own lists: so the same changes are planted a second time in words that no list of the
// program has. One that enters a list must make room here for another.
#include <fmt/format.h>

#include <array>
#include <functional>
#include <optional>
#include <random>
#include <regex>
#include <set>

#include "compare/match/lexicon.h"
#include "compare_links.h"
#include "compare_text.h"

using namespace concord;
using compare::DivergenceType;
using compare::Token;
using compare::TokenKind;

namespace {

// Characters of a line and what they become.
struct Edit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string words;
};

using Edits = std::vector<Edit>;

// A line of a source, a clause long.
struct Line {
  const std::string& text;
  const std::vector<Token>& tokens;
  const compare::Lexicon& lexicon;

  // The token in lower case, or nothing beyond the line's ends.
  std::string word(std::size_t token) const {
    return token < tokens.size() ? std::string(tokens[token].surface) : std::string();
  }
  bool is_modal(std::size_t token) const;
  std::size_t begin(std::size_t token) const { return tokens[token].range.begin; }
  std::size_t end(std::size_t token) const { return tokens[token].range.end; }
};

template <std::size_t n>
bool one_of(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 6> modals = {"must",   "shall", "will",
                                                    "should", "may",   "can"};

// "may", but not the month of May.
bool Line::is_modal(std::size_t token) const {
  return one_of(modals, word(token)) && tokens[token].kind == TokenKind::modal;
}

Edits negated(const Line& line) {
  Edits edits;
  for (std::size_t i = 0; i < line.tokens.size(); ++i) {
    const std::string next = line.word(i + 1);
    if (next == "not" || next == "no" || next == "neither" || next == "never") continue;
    const bool verb = line.word(i) == "is" || line.word(i) == "are";
    if (line.is_modal(i) || verb) edits.push_back({line.end(i), line.end(i), " not"});
    const bool has = verb || line.word(i) == "have" || line.word(i) == "has";
    if (has && (next == "a" || next == "an" || next == "any")) {
      edits.push_back({line.begin(i + 1), line.end(i + 1), "no"});
    }
  }
  return edits;
}

Edits affirmed(const Line& line) {
  Edits edits;
  for (std::size_t i = 0; i + 1 < line.tokens.size(); ++i) {
    const std::string word = line.word(i);
    if (word == "not" || word == "no" || word == "never") {
      edits.push_back({line.begin(i), line.begin(i + 1), ""});
    }
    if (word == "cannot") edits.push_back({line.begin(i), line.end(i), "can"});
  }
  return edits;
}

// "Must" and "shall" bind alike: one for the other changes no effect.
Edits of_other_strength(const Line& line) {
  constexpr std::array<std::string_view, 2> strongest = {"must", "shall"};
  Edits edits;
  for (std::size_t i = 0; i < line.tokens.size(); ++i) {
    if (!line.is_modal(i)) continue;
    for (const std::string_view other : modals) {
      const bool alike = one_of(strongest, other) && one_of(strongest, line.word(i));
      if (!alike && other != line.word(i))
        edits.push_back({line.begin(i), line.end(i), std::string(other)});
    }
  }
  return edits;
}

// Titles that councils give to the officers at large are one actor.
std::string_view actor(const Token& token) {
  const bool at_large = token.form == "role:officer" || token.form == "role:employee" ||
                        token.form == "role:clerk" || token.form == "role:proper-officer";
  return at_large ? "officers" : token.form;
}

Edits of_other_actors(const Line& line) {
  static const std::array<std::string, 12> titles = {
      "Members",         "officers",         "Monitoring Officer",
      "Chief Executive", "Leader",           "Chair",
      "Cabinet",         "committee",        "Mayor",
      "line manager",    "Executive Member", "Clerk"};
  Edits edits;
  for (const Token& token : line.tokens) {
    if (token.kind != TokenKind::role) continue;
    for (const std::string& title : titles) {
      const Token other = line.lexicon.tokens(title).front();
      if (actor(other) == actor(token)) continue;
      const Edit edit{token.range.begin, token.range.end, title};
      // Beside its new neighbours the title may be part of a longer one.
      std::string made = line.text;
      made.replace(edit.begin, edit.end - edit.begin, title);
      const auto tokens = line.lexicon.tokens(made);
      const bool stands = std::any_of(tokens.begin(), tokens.end(), [&](const Token& found) {
        return found.range.begin == edit.begin && found.form == other.form &&
               found.range.end == edit.begin + title.size();
      });
      if (stands) edits.push_back(edit);
    }
  }
  return edits;
}

Edits of_other_numbers(const Line& line) {
  static const std::array<std::string_view, 9> counts = {"two",   "three", "four", "five", "six",
                                                         "seven", "eight", "nine", "ten"};
  static const std::array<std::string_view, 11> months = {
      "january", "february",  "march",   "april",    "june",    "july",
      "august",  "september", "october", "november", "december"};
  static const std::array<std::string_view, 9> references = {
      "paragraph", "paragraphs", "section", "sections", "rule", "article", "part", "appendix", "s"};
  Edits edits;
  for (std::size_t i = 0; i < line.tokens.size(); ++i) {
    const std::string word = line.word(i);
    if (line.tokens[i].kind == TokenKind::number && i > 0 &&
        !one_of(references, line.word(i - 1))) {
      edits.push_back(
          {line.begin(i), line.end(i), word.front() == '7' ? "4" : "7" + word.substr(1)});
    }
    if (one_of(counts, word)) {
      edits.push_back({line.begin(i), line.end(i), word == "ten" ? "four" : "ten"});
    }
    if (one_of(months, word)) {
      edits.push_back({line.begin(i), line.end(i), word == "june" ? "March" : "June"});
    }
  }
  return edits;
}

Edits with_exceptions(const Line& line) {
  static const std::array<std::string, 12> exceptions = {
      " unless the Chair agrees otherwise",
      " except in an emergency",
      ", save where the law requires it",
      " other than at a meeting of the Council",
      ", provided that the Monitoring Officer has been informed",
      ", subject to the approval of the Chief Executive",
      ", with the exception of personal matters",
      " but only with the written consent of the Leader",
      " if the budget allows it",
      ", apart from urgent cases",
      " so long as three days have passed",
      " until the matter has been resolved"};
  Edits edits;
  const std::size_t stop = line.text.find_last_not_of(" ");
  if (stop == std::string::npos || line.tokens.size() < 4) return edits;
  if (line.text[stop] != '.' && line.text[stop] != ';') return edits;
  for (const std::string& exception : exceptions) edits.push_back({stop, stop, exception});
  return edits;
}

using Types = std::set<DivergenceType>;

const Types denials = {DivergenceType::negation};
const Types duties = {DivergenceType::duty, DivergenceType::negation};  // "need not" for "must"
const Types actors_or_recipients = {DivergenceType::actor, DivergenceType::recipient};
const Types limits = {DivergenceType::deadline, DivergenceType::amount};
const Types limiting = {DivergenceType::condition, DivergenceType::exception};
const Types kinds_of_class = {DivergenceType::class_, DivergenceType::actor};

struct Kind {
  std::string name;
  Types types;  // any of which names it: where the words stand decides
  std::function<Edits(const Line&)> edits;
};

// Of those to whom something is given or said.
Edits of_other_recipients(const Line& line) {
  Edits edits;
  for (const Edit& edit : of_other_actors(line)) {
    const std::string before = line.text.substr(0, edit.begin);
    if (before.ends_with(" to the ") || before.ends_with(" with the ") ||
        before.ends_with(" to ") || before.ends_with(" with "))
      edits.push_back(edit);
  }
  return edits;
}

Edits with_amounts(const Line& line) {
  static const std::array<std::string, 4> amounts = {
      " at a cost of no more than £250", " up to £1000 a year", " in at least two thirds of cases",
      " within 14 days"};
  Edits edits;
  const std::size_t stop = line.text.find_last_not_of(" ");
  if (stop == std::string::npos || line.tokens.size() < 4 || line.text[stop] != '.') return edits;
  for (const std::string& amount : amounts) edits.push_back({stop, stop, amount});
  return edits;
}

// "more than five" for "five".
Edits of_other_measures(const Line& line) {
  Edits places;
  for (std::size_t i = 1; i + 1 < line.tokens.size(); ++i) {
    static const std::array<std::string_view, 9> counts = {"two",   "three", "four", "five", "six",
                                                           "seven", "eight", "nine", "ten"};
    if (one_of(counts, line.word(i))) places.push_back({line.begin(i), line.begin(i), ""});
  }
  Edits edits;
  for (const Edit& place : places)
    for (const std::string words : {"more than ", "at least ", "fewer than "})
      edits.push_back({place.begin, place.end, words});
  return edits;
}

// "or" for the "and" between two roles, where nothing is denied.
Edits of_other_conjunctions(const Line& line) {
  Edits edits;
  for (std::size_t i = 1; i + 1 < line.tokens.size(); ++i) {
    if (line.tokens[i].kind == TokenKind::negator) return {};
    const bool roles =
        line.tokens[i - 1].kind == TokenKind::role && line.tokens[i + 1].kind == TokenKind::role;
    if (roles && line.word(i) == "and") edits.push_back({line.begin(i), line.end(i), "or"});
    if (roles && line.word(i) == "or") edits.push_back({line.begin(i), line.end(i), "and"});
  }
  return edits;
}

// "officers must be consulted by the Leader" for "officers must consult the Leader".
Edits turned_passive(const Line& line) {
  static const std::array<std::array<std::string_view, 2>, 6> verbs = {{{"consult", "consulted"},
                                                                        {"inform", "informed"},
                                                                        {"support", "supported"},
                                                                        {"advise", "advised"},
                                                                        {"respect", "respected"},
                                                                        {"contact", "contacted"}}};
  Edits edits;
  for (std::size_t i = 1; i + 1 < line.tokens.size(); ++i) {
    if (line.tokens[i - 1].kind != TokenKind::modal) continue;
    std::size_t next = i + 1;
    if (line.word(next) == "the") ++next;
    if (next >= line.tokens.size() || line.tokens[next].kind != TokenKind::role) continue;
    for (const auto& [verb, participle] : verbs)
      if (line.word(i) == verb)
        edits.push_back({line.begin(i), line.end(i), "be " + std::string(participle) + " by"});
  }
  return edits;
}

Edits of_other_classes(const Line& line) {
  static const std::array<std::array<std::string_view, 2>, 4> classes = {
      {{"all", "some"}, {"any", "their"}, {"every", "some"}, {"individual", "senior"}}};
  Edits edits;
  for (std::size_t i = 0; i < line.tokens.size(); ++i)
    for (const auto& [from, to] : classes)
      if (line.word(i) == from) edits.push_back({line.begin(i), line.end(i), std::string(to)});
  return edits;
}

// The edits with each of the words in place of what they write, one after another.
Edits in_words(const Edits& edits, const std::vector<std::string>& words) {
  Edits all;
  for (const Edit& edit : edits) {
    for (const std::string& each : words) all.push_back({edit.begin, edit.end, each});
  }
  return all;
}

Edits negated_otherwise(const Line& line) {
  Edits places;
  for (std::size_t i = 0; i < line.tokens.size(); ++i) {
    const std::string next = line.word(i + 1);
    if (next == "not" || next == "no" || next == "neither" || next == "never") continue;
    if (line.is_modal(i)) places.push_back({line.end(i), line.end(i), ""});
  }
  return in_words(places, {" under no circumstances", " at no time", " on no account",
                           " in no case", " not in any case"});
}

Edits permitted_or_obliged(const Line& line) {
  Edits edits;
  for (std::size_t i = 0; i < line.tokens.size(); ++i) {
    const std::string word = line.word(i);
    const Edits here = {{line.begin(i), line.end(i), ""}};
    const bool duty = word == "must" || word == "shall";
    const bool leave = (word == "may" || word == "can") && line.is_modal(i);
    const Edits made =
        duty ? in_words(here, {"are free to", "are allowed to", "need not", "have the option to"})
        : leave ? in_words(here, {"are obliged to", "are bound to", "have a duty to", "have to"})
                : Edits();
    edits.insert(edits.end(), made.begin(), made.end());
  }
  return edits;
}

Edits of_unknown_actors(const Line& line) {
  Edits places;
  for (const Token& token : line.tokens) {
    if (token.kind == TokenKind::role) places.push_back({token.range.begin, token.range.end, ""});
  }
  return in_words(places, {"External Auditor", "Town Crier", "Ombudsman", "residents",
                           "trade unions", "contractors"});
}

Edits of_larger_numbers(const Line& line) {
  static const std::array<std::string_view, 9> counts = {"two",   "three", "four", "five", "six",
                                                         "seven", "eight", "nine", "ten"};
  Edits places;
  for (std::size_t i = 0; i < line.tokens.size(); ++i) {
    if (one_of(counts, line.word(i))) places.push_back({line.begin(i), line.end(i), ""});
  }
  return in_words(places, {"eleven", "twelve", "fifteen", "twenty", "thirty", "fifty", "ninety"});
}

Edits with_other_exceptions(const Line& line) {
  Edits places;
  const std::size_t stop = line.text.find_last_not_of(" ");
  if (stop == std::string::npos || line.tokens.size() < 4) return places;
  if (line.text[stop] == '.' || line.text[stop] == ';') places.push_back({stop, stop, ""});
  return in_words(places,
                  {" on condition that the Leader agrees", " to the extent that the law allows it",
                   " as long as three days have passed", " but not during an election",
                   " barring an emergency", " once the Chair has agreed",
                   " assuming that the budget allows it", " in so far as the law allows it",
                   ", failing which the request lapses", " other things being equal"});
}

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all = {
      {"not or no inserted", denials, negated},
      {"not or no removed", denials, affirmed},
      {"modal exchanged", duties, of_other_strength},
      {"actor exchanged", actors_or_recipients, of_other_actors},
      {"number or date changed", limits, of_other_numbers},
      {"exception added", limiting, with_exceptions},
      {"recipient exchanged", {DivergenceType::recipient}, of_other_recipients},
      {"amount added", limits, with_amounts},
      {"at least for more than", limits, of_other_measures},
      {"and for or", kinds_of_class, of_other_conjunctions},
      {"passive for active", {DivergenceType::actor}, turned_passive},
      {"class exchanged", kinds_of_class, of_other_classes},
  };
  return all;
}

// The same kinds in words that are in no list of the program, each with the share of the linked
// clauses in which the comparison must still see the difference and call it by its name.
struct Unlisted {
  Kind kind;
  double found;
};

const std::vector<Unlisted>& unlisted() {
  static const std::vector<Unlisted> all = {
      {{"negated otherwise", denials, negated_otherwise}, 0.95},
      {{"permitted or obliged", duties, permitted_or_obliged}, 0.90},
      {{"unknown actor", actors_or_recipients, of_unknown_actors}, 0.71},
      {{"larger number", limits, of_larger_numbers}, 1.0},
      {{"other exception", limiting, with_other_exceptions}, 0.90},
  };
  return all;
}

// The source with every clause on one line, so that a line is a clause.
std::string unwrapped(const std::string& text) {
  static const std::regex joint(R"(([^\n])\n *(?![-#>|{\[\n ]|\d+\.|source:))");
  const std::size_t body = text.find("\n---\n", 4) + 5;
  return text.substr(0, body) + std::regex_replace(text.substr(body), joint, "$1 ");
}

// True where the edit would touch Markdown's own marks: attributes, footnotes, targets of links.
bool touches_markup(const std::string& line, const Edit& edit) {
  static const std::regex marks(R"(\{[^}]*\}|\]\([^)]*\)|\[[^\]]*\]|^ *(- )?\(?[\w.]+\)? )");
  for (std::sregex_iterator mark(line.begin(), line.end(), marks), end; mark != end; ++mark) {
    const auto begin = static_cast<std::size_t>(mark->position());
    if (edit.begin < begin + static_cast<std::size_t>(mark->length()) && edit.end > begin) {
      return true;
    }
  }
  return false;
}

// The source with one change of the kind in every clause that allows one.
std::string planted(const std::string& text, const Kind& kind, unsigned seed) {
  static const compare::Lexicon lexicon(&test::registers(), {});
  std::mt19937 random(seed);
  std::string made = text.substr(0, text.find("\n---\n", 4) + 5);
  for (std::size_t at = made.size(); at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line = text.substr(at, end - at);
    const auto tokens = lexicon.tokens(line);
    Edits edits = line.starts_with("#") || line.starts_with("[^")
                      ? Edits()
                      : kind.edits({line, tokens, lexicon});
    std::erase_if(edits, [&](const Edit& edit) { return touches_markup(line, edit); });
    if (!edits.empty()) {
      const Edit& edit = edits[random() % edits.size()];
      line.replace(edit.begin, edit.end - edit.begin, edit.words);
    }
    made += line + "\n";
    at = end + 1;
  }
  return made;
}

struct Count {
  std::size_t planted = 0;  // clauses changed
  std::size_t linked = 0;   // of these, still linked
  std::size_t found = 0;    // of these, with a difference of the type planted
  std::size_t noticed = 0;  // of these, with a difference of any type
  std::size_t told = 0;     // differences told, wherever
  std::size_t right = 0;    // of these, the planted ones
  std::string missed;
};

void count(const std::string& id, const Kind& kind, unsigned seed, Count& into) {
  const std::string text = unwrapped(test::text_of(id));
  std::vector<passes::Protocol> pair;
  pair.push_back(test::protocol_of(id, text));
  pair.push_back(test::protocol_of("copy", planted(test::renamed(text, id, "copy"), kind, seed)));
  REQUIRE(pair[0].clauses().size() == pair[1].clauses().size());
  const auto comparison = test::compared(pair);
  const auto divergences = comparison.divergences(0, 1);
  for (const graph::Clause& clause : pair[0].clauses()) {
    const compare::ClauseRef a{0, clause.id};
    const compare::ClauseRef b{1, clause.id};
    const bool changed = clause.text.text != pair[1][clause.id].text.text;
    into.planted += changed ? 1 : 0;
    if (!test::linked(comparison, a, b)) {
      if (changed) {
        into.missed += fmt::format("  not linked {}\n    {}\n    {}\n", id, clause.text.text,
                                   pair[1][clause.id].text.text);
      }
      continue;
    }
    bool found = false;
    bool noticed = false;
    std::string others;
    for (const auto& divergence : divergences) {
      if (divergence.a != a || divergence.b != b) continue;
      ++into.told;
      noticed = changed;
      const bool right = changed && kind.types.contains(divergence.type);
      into.right += right ? 1 : 0;
      found = found || right;
      if (!right) {
        others += fmt::format("\n    {}: {} / {}", compare::name_of(divergence.type),
                              divergence.a_words, divergence.b_words);
      }
    }
    into.linked += changed ? 1 : 0;
    into.found += found ? 1 : 0;
    into.noticed += noticed ? 1 : 0;
    if ((changed && !found) || !others.empty()) {
      into.missed += fmt::format("  {} {}\n    {}\n    {}{}\n", found ? "too much" : "missed", id,
                                 clause.text.text, pair[1][clause.id].text.text, others);
    }
  }
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
}

// In every protocol, twice.
Count counted(const Kind& kind) {
  Count all;
  for (const std::string& id : test::council_ids()) {
    for (const unsigned seed : {1U, 2U}) count(id, kind, seed, all);
  }
  return all;
}

std::string to_text(const Kind& kind, const Count& count) {
  return fmt::format("{}: {} planted, {} linked, {} noticed, {} found; {} right of {} told\n{}",
                     kind.name, count.planted, count.linked, count.noticed, count.found,
                     count.right, count.told, count.missed);
}

}  // namespace

TEST_CASE("planted changes of effect are found and named, kind by kind") {
  Count all;
  for (const Kind& kind : kinds()) {
    const Count of_kind = counted(kind);
    all.planted += of_kind.planted;
    all.linked += of_kind.linked;
    all.found += of_kind.found;
    all.told += of_kind.told;
    all.right += of_kind.right;
    INFO(to_text(kind, of_kind));
    CHECK(share(of_kind.found, of_kind.linked) >= 0.65);
    CHECK(of_kind.planted >= 6);
  }
  INFO(fmt::format("all: {} of {} found, {} right of {} told", all.found, all.linked, all.right,
                   all.told));
  CHECK(all.planted >= 3800);
  CHECK(share(all.found, all.linked) >= 0.98);
  CHECK(share(all.right, all.told) >= 0.9);
}

TEST_CASE("planted changes in words that no list has are found as often as the README says") {
  for (const Unlisted& each : unlisted()) {
    const Count of_kind = counted(each.kind);
    INFO(to_text(each.kind, of_kind));
    CHECK(share(of_kind.found, of_kind.linked) >= each.found);
    CHECK(of_kind.planted >= 10);
  }
}

TEST_CASE("other punctuation and other words for a role are no differences") {
  // Lines of text only: an attribute or a label keeps its marks.
  const auto restyled = [](const std::string& text) {
    static const compare::Lexicon lexicon(&test::registers(), {});
    std::string made = text.substr(0, text.find("\n---\n", 4) + 5);
    for (std::size_t at = made.size(); at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      std::string line = text.substr(at, end - at);
      const auto tokens = lexicon.tokens(line);
      for (std::size_t i = tokens.size(); i-- > 0;) {
        const Edit title{tokens[i].range.begin, tokens[i].range.end, ""};
        if (tokens[i].form != "role:member" || touches_markup(line, title)) continue;
        const bool many = tokens[i].surface.ends_with("s");
        line.replace(title.begin, title.end - title.begin, many ? "Councillors" : "Councillor");
      }
      const bool plain = line.find('{') == std::string::npos;  // an attribute keeps its quotes
      for (const auto& [from, to] : {std::pair{"\u2019", "'"},
                                     {"\u201c", "\""},
                                     {"\u201d", "\""},
                                     {", and ", " and "},
                                     {" \u2013 ", " - "}}) {
        if (plain) line = std::regex_replace(line, std::regex(from), to);
      }
      made += line + "\n";
      at = end + 1;
    }
    return made;
  };
  std::size_t vocabulary = 0;
  for (const std::string& id : test::council_ids()) {
    const std::string text = unwrapped(test::text_of(id));
    std::vector<passes::Protocol> pair;
    pair.push_back(test::protocol_of(id, text));
    pair.push_back(test::protocol_of("copy", restyled(test::renamed(text, id, "copy"))));
    const auto comparison = test::compared(pair);
    CHECK(comparison.unmatched(0).empty());
    for (const auto& found : comparison.divergences(0, 1)) CHECK(found.a.clause != found.b.clause);
    for (const auto& link : comparison.links(0, 1)) {
      if (link.a.clause != link.b.clause) continue;
      INFO(pair[0][link.a.clause].text.text << "\n" << pair[1][link.b.clause].text.text);
      CHECK(link.relation <= compare::Relation::vocabulary);
      vocabulary += link.relation == compare::Relation::vocabulary ? 1 : 0;
    }
  }
  CHECK(vocabulary >= 130);
}

TEST_CASE("a changed number or date is found") {
  const std::string clauses =
      "1.1 The officer must reply to the member within {} working days of the request.\n\n"
      "1.2 The Council adopted this protocol on {} May 2023 after consultation with staff.\n\n"
      "1.3 Agenda items must be sent to the Clerk at least {} weeks before the meeting.\n";
  const auto with = [&](const std::string& number) {
    return std::regex_replace(clauses, std::regex("\\{\\}"), number);
  };
  std::vector<passes::Protocol> pair;
  pair.push_back(test::small_protocol("ashby", with("5")));
  pair.push_back(test::small_protocol("barton", with("12")));
  const auto divergences = test::compared(pair).divergences(0, 1);
  REQUIRE(divergences.size() == 3);
  CHECK(divergences[0].type == DivergenceType::deadline);
  for (const auto& divergence : divergences) CHECK(limits.contains(divergence.type));
  CHECK(divergences[0].a_words == "5 working days");
  CHECK(divergences[0].b_words == "12 working days");
}
