// Who is named: the roles of the register, and the council's own words for them.
//
// Which words name a role is language/'s to say (language/roles.h).

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <span>

#include "diag/messages.h"
#include "passes/language.h"
#include "passes/subject.h"
#include "passes/vocabulary.h"

namespace concord::passes {
namespace {

using graph::Clause;
using syntax::Role;

class Pass {
 public:
  Pass(const Subject& subject, const Found& found)
      : subject_(subject),
        found_(found),
        lists_(subject.vocabulary.lists()),
        names_(subject.vocabulary.roles(), subject.graph.metadata.roles) {
    for (const auto& [id, titles] : subject.graph.metadata.roles) check_id(id);
  }

  std::vector<RoleUse> run() {
    for (const Clause& clause : subject_.graph.clauses) {
      const std::string_view text = clause.words().text;
      const auto& words = subject_.words_of(clause);
      std::vector<Range> named;
      for (const RoleMatch& match : names_.find(text, words)) {
        if (subject_.is_closed(clause, match.range)) continue;
        named.push_back(match.range);
        if (match.role == nullptr) continue;
        uses_.push_back({match.role->id, printed(text, words, match), {clause.id, match.range}});
        check_governance(clause, *match.role, match.range);
      }
      find_unknown(clause, words, named);
    }
    check_synonyms();
    check_mayor();
    return std::move(uses_);
  }

 private:
  void check_id(const std::string& id) const {
    if (subject_.registers.role(id) != nullptr) return;
    std::vector<std::string> ids;
    for (const Role& each : subject_.registers.roles) ids.push_back(each.id);
    subject_.sink.report({diag::Code::ROL001,
                          subject_.graph.metadata.span("roles." + id, subject_.graph.file),
                          fmt::format(diag::ROL001::no_such_role, id), suggestions(id, ids)});
  }

  // The title as printed, in the singular: "Chief Officers" -> "Chief Officer".
  static std::string printed(std::string_view text, std::span<const Word> words,
                             const RoleMatch& match) {
    const auto title = words.subspan(match.first_word, match.word_count);
    auto noun = std::ranges::find(title, "of", &Word::folded);  // "Members of Cabinet"
    if (noun == title.begin()) noun = title.end();
    --noun;
    const std::string_view one = noun->singular;
    if (one == noun->folded) return std::string(slice(text, match.range));
    // The stem keeps its capitals; only a changed ending is written anew.
    const auto same = static_cast<std::size_t>(
        std::mismatch(one.begin(), one.end(), noun->folded.begin(), noun->folded.end()).first -
        one.begin());
    const auto stem_end = static_cast<std::uint32_t>(noun->range.begin + same);
    return fmt::format("{}{}{}", slice(text, {match.range.begin, stem_end}), one.substr(same),
                       slice(text, {noun->range.end, match.range.end}));
  }

  bool is_in_quotation(const Clause& clause, Range range) const {
    if (is_quoted(subject_.graph, clause)) return true;
    return std::ranges::any_of(quotations_of(clause.words().text),
                               [&](Range quotation) { return within(range, quotation); });
  }

  void check_governance(const Clause& clause, const Role& role, Range range) const {
    const std::string& own = subject_.graph.metadata.governance;
    if (own.empty() || role.governance.empty()) return;
    // Every other council has parishes in its area, and speaks of their clerks.
    if (role.governance.size() == 1 && role.governance.front() == "parish") return;
    if (std::ranges::find(role.governance, own) != role.governance.end()) return;
    if (subject_.graph.metadata.roles.contains(role.id)) return;
    if (is_in_quotation(clause, range) || !found_.is_free(clause, range)) return;
    subject_.report(diag::Code::ROL003, clause, range,
                    fmt::format(diag::ROL003::other_governance, slice(clause.words().text, range),
                                fmt::join(role.governance, " or "), own));
  }

  // Where an elected mayor leads the executive, the council has no Leader: of the two titles one is
  // left from another council's text.
  void check_mayor() const {
    const syntax::Metadata& data = subject_.graph.metadata;
    if (data.roles.contains("elected-mayor")) return;
    const RoleUse* mayor = first_own("elected-mayor");
    const RoleUse* leader = first_own("leader");
    const bool both = mayor != nullptr && leader != nullptr;
    if (!both || is_alternative(mayor->mention, leader->mention)) return;
    const Clause& clause = subject_.graph[mayor->mention.clause];
    subject_.report(
        diag::Code::ROL003, clause, mayor->mention.range,
        fmt::format(diag::ROL003::mayor_and_leader, mayor->title, leader->title),
        {{fmt::format(diag::ROL003::leader_here, leader->title),
          subject_.span(subject_.graph[leader->mention.clause], leader->mention.range)}});
  }

  // The first use of the role, with its capitals, that is the text's own.
  const RoleUse* first_own(std::string_view role) const {
    const auto use = std::ranges::find_if(uses_, [&](const RoleUse& each) {
      const Mention& place = each.mention;
      return each.role == role && is_own_word(each) && has_capital(each.title) &&
             !is_in_quotation(subject_.graph[place.clause], place.range);
    });
    return use == uses_.end() ? nullptr : &*use;
  }

  static bool has_capital(std::string_view title) {
    return std::ranges::any_of(title, source::is_upper);
  }

  // "the Leader or elected Mayor": whichever there is.
  bool is_alternative(const Mention& a, const Mention& b) const {
    if (a.clause != b.clause) return false;
    const std::uint32_t from = std::min(a.range.end, b.range.end);
    const std::uint32_t to = std::max(a.range.begin, b.range.begin);
    const std::string gap =
        fold(subject_.graph[a.clause].words().text.substr(from, to - std::min(from, to)));
    return gap.size() < 20 &&
           (gap.find(" or ") != std::string::npos || gap.find('/') != std::string::npos);
  }

  // "Appropriate Officer": capitals that end in a noun of office, of which the register knows no
  // more than that noun.
  void find_unknown(const Clause& clause, std::span<const Word> words,
                    const std::vector<Range>& named) {
    if (clause.kind == graph::Kind::section || is_quoted(subject_.graph, clause)) return;
    const std::string_view text = clause.words().text;
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (!words[i].capital || words[i].all_capitals) continue;
      if (!lists_.title_nouns.contains(words[i].singular)) continue;
      if (i + 1 < words.size() && words[i + 1].capital &&
          joins(between(text, words[i], words[i + 1])))
        continue;  // the title, or another name, goes on
      std::size_t first = i;
      while (first > 0 && is_title_word(words[first - 1]) &&
             between(text, words[first - 1], words[first]) == " ")
        --first;
      if (first == i) continue;
      const Range title{words[first].range.begin, words[i].range.end};
      const bool known = std::ranges::any_of(named, [&](Range range) {
        return overlap(range, title) && range.begin <= words[i - 1].range.begin;
      });
      if (known || subject_.is_closed(clause, title)) continue;
      const std::string_view name = slice(text, title);
      if (!unknown_.emplace(fold(name), clause.id).second) continue;
      subject_.report(diag::Code::ROL001, clause, title,
                      fmt::format(diag::ROL001::not_in_register, name));
    }
  }

  bool is_title_word(const Word& word) const {
    return word.capital && !word.all_capitals && !lists_.title_openers.contains(word.folded);
  }

  // A title and where it is first used.
  struct First {
    std::string title;
    Words words;
    Mention mention;
  };

  // Titles that are one title said in several ways, the first said first.
  using Group = std::vector<First>;

  // Not of a Welsh text, in which one title has the forms of its plural and its mutations.
  void check_synonyms() {
    if (subject_.graph.metadata.language.starts_with("cy")) return;
    find_equated();
    std::map<std::string, std::vector<Group>> titles;  // by role
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (const RoleUse& use : uses_) {
      if (!is_own_word(use) || !seen.insert({use.role, use.title}).second) continue;
      First first{use.title, Words(use.title), use.mention};
      if (is_telling(first.words, use.role)) sort_in(std::move(first), titles[use.role]);
    }
    for (auto& [role, groups] : titles)
      if (groups.size() > 1) report_synonyms(role, groups);
  }

  // ---- what the text says to be one

  // "Members (also known as councillors)", "the term Executive refers to the Mayor and Cabinet".
  void find_equated() {
    for (std::size_t i = 0; i + 1 < uses_.size(); ++i) {
      const RoleUse& first = uses_[i];
      for (std::size_t j = i + 1; j < uses_.size() && j < i + 4; ++j) {
        const RoleUse& other = uses_[j];
        if (other.mention.clause != first.mention.clause) break;
        if (other.role == first.role && is_equated(first.mention, other.mention.range))
          equated_.insert({plain(first.title), plain(other.title)});
      }
    }
  }

  bool is_equated(const Mention& first, Range other) const {
    const std::string_view text = subject_.graph[first.clause].words().text;
    if (other.begin < first.range.end) return false;
    std::string gap = fold(text.substr(first.range.end, other.begin - first.range.end));
    if (gap.find(". ") != std::string::npos) return false;
    const bool bracket = gap == " (" || gap == " (the " || gap == " (\xE2\x80\x9C" ||
                         gap == " (the \xE2\x80\x9C" || gap == " (\xE2\x80\x98" || gap == "/";
    if (bracket) return true;
    for (const std::string_view sign :
         {"\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x98", "\xE2\x80\x99", "\"", "(", ",", ":"})
      for (auto at = gap.find(sign); at != std::string::npos; at = gap.find(sign))
        gap.replace(at, sign.size(), sign.size() > 1 ? "" : " ");
    const std::string_view words =
        std::string_view(gap).substr(std::min(gap.find_first_not_of(' '), gap.size()));
    return std::ranges::any_of(lists_.equating_phrases, [&](std::string_view phrase) {
      return words.starts_with(phrase) &&
             (words.size() == phrase.size() || words[phrase.size()] == ' ' ||
              words[phrase.size()] == '.');
    });
  }

  // A title without case and number, by which it is told again.
  static std::string plain(std::string_view title) {
    std::string words;
    for (const Word& word : Words(title)) words.append(word.singular) += ' ';
    return words;
  }

  bool is_said_to_be_one(const First& a, const First& b) const {
    const std::string one = plain(a.title);
    const std::string other = plain(b.title);
    return equated_.contains({one, other}) || equated_.contains({other, one});
  }

  // "Member" joins "elected Member" and "Member of the Council", which alone would be two.
  void sort_in(First first, std::vector<Group>& groups) const {
    const auto knows = [&](const Group& group) {
      return std::ranges::any_of(group, [&](const First& other) {
        return is_one_title(first.words, other.words) || is_said_to_be_one(first, other);
      });
    };
    const auto home = std::ranges::find_if(groups, knows);
    if (home == groups.end()) {
      groups.emplace_back().push_back(std::move(first));
      return;
    }
    for (auto other = home + 1; other != groups.end();) {
      if (!knows(*other)) {
        ++other;
        continue;
      }
      std::ranges::move(*other, std::back_inserter(*home));
      other = groups.erase(other);
    }
    const bool said = std::ranges::any_of(
        *home, [&](const First& other) { return same_words(first.words, other.words); });
    if (!said) home->push_back(std::move(first));
  }

  // Neither quoted nor a part of a document's name.
  bool is_own_word(const RoleUse& use) const {
    const Clause& clause = subject_.graph[use.mention.clause];
    return !is_quoted(subject_.graph, clause) && found_.is_free(clause, use.mention.range);
  }

  // Titles have capitals; in small letters staff and bodies are called many things without harm,
  // but "member" and "councillor" are taken for two. Not in capitals throughout.
  bool is_telling(const Words& words, std::string_view id) const {
    if (std::ranges::any_of(words, &Word::all_capitals)) return false;
    const syntax::Role* role = subject_.registers.role(id);
    if (role != nullptr && role->side == syntax::Side::member) return true;
    return std::ranges::all_of(words, [](const Word& word) {
      return word.capital || word.folded.size() <= 3 || word.folded == "151";
    });
  }

  // "Chair" and "Chair of the Committee" are one title, said shortly or at length.
  static bool is_one_title(const Words& a, const Words& b) {
    const auto& longer = a.size() >= b.size() ? a : b;
    const auto& shorter = a.size() >= b.size() ? b : a;
    return std::ranges::all_of(shorter, [&](const Word& word) {
      return std::ranges::find(longer, word.singular, &Word::singular) != longer.end();
    });
  }

  void report_synonyms(const std::string& role, const std::vector<Group>& groups) const {
    std::string names;
    std::vector<diag::Note> notes;
    for (const Group& group : groups) {
      const First& first = group.front();
      names += fmt::format("{}\"{}\"", names.empty() ? "" : ", ", first.title);
      const Clause& clause = subject_.graph[first.mention.clause];
      if (&group != &groups.front())
        notes.push_back({fmt::format(diag::ROL002::first_here, first.title),
                         subject_.span(clause, first.mention.range)});
    }
    const First& first = groups.front().front();
    const Role* shared = subject_.registers.role(role);
    subject_.report(diag::Code::ROL002, subject_.graph[first.mention.clause], first.mention.range,
                    fmt::format(diag::ROL002::several_titles,
                                shared != nullptr ? shared->title : role, groups.size(), names),
                    std::move(notes));
  }

  const Subject& subject_;
  const Found& found_;
  const syntax::WordLists& lists_;
  RoleNames names_;
  std::vector<RoleUse> uses_;
  std::map<std::string, ClauseId> unknown_;
  std::set<std::pair<std::string, std::string>> equated_;  // titles, without case and number
};

}  // namespace

std::vector<RoleUse> find_roles(const Subject& subject, const Found& found) {
  return Pass(subject, found).run();
}

}  // namespace concord::passes
