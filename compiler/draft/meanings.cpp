#include "draft/meanings.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "language/sentences.h"
#include "language/words.h"

namespace concord::draft {
namespace {

using language::Words;
using passes::Definition;
using passes::Protocol;
using syntax::Range;

// Case, number and signs left out, each word with a space behind it.
std::string comparable(std::string_view text) {
  std::string all;
  for (const language::Word& word : Words(text)) all.append(word.singular) += ' ';
  return all;
}

// The cells of the row in which the byte stands, of a table's words: cells are parted by a space.
Range row_around(const syntax::Table& table, std::uint32_t at) {
  Range row;
  const auto holds = [&](const std::vector<syntax::Cell>& cells) {
    row.begin = row.end;
    for (const syntax::Cell& cell : cells)
      row.end += static_cast<std::uint32_t>(cell.prose.text.size()) + 1;
    return at < row.end;
  };
  if (!holds(table.header)) std::ranges::find_if(table.rows, holds);
  return row;
}

Range statement_around(const graph::Clause& clause, Range term, const syntax::WordLists& lists) {
  if (clause.table) return row_around(*clause.table, term.begin);
  return language::sentence_around(clause.words().text, term.begin, lists);
}

// Where the words of the clause begin in those of several that were split or merged.
std::uint32_t place_in(const std::vector<ClauseId>& clauses, ClauseId clause,
                       const Protocol& protocol) {
  std::size_t at = 0;
  for (const ClauseId each : clauses) {
    if (each == clause) break;
    at += protocol[each].words().text.size() + clause_break.size();
  }
  return static_cast<std::uint32_t>(at);
}

// Whether other words came into or went out of the ranges, which are of the earlier and the later
// text.
bool has_other_words(const std::vector<Piece>& pieces, Range before, Range after) {
  std::uint32_t then = 0;
  std::uint32_t now = 0;
  for (const Piece& piece : pieces) {
    const auto size = static_cast<std::uint32_t>(piece.text.size());
    const Range gone{then, piece.kind == Piece::Kind::deleted ? then + size : then};
    const Range came{now, piece.kind == Piece::Kind::inserted ? now + size : now};
    if (piece.kind != Piece::Kind::kept && piece.layer == Layer::words &&
        (language::overlap(gone, before) || language::overlap(came, after)) &&
        !Words(piece.text).empty())
      return true;
    if (piece.kind != Piece::Kind::inserted) then += size;
    if (piece.kind != Piece::Kind::deleted) now += size;
  }
  return false;
}

class Meanings {
 public:
  Meanings(const Protocol& before, const Protocol& after, const Revision& revision,
           const syntax::WordLists& lists)
      : before_(before), after_(after), revision_(revision), lists_(lists) {
    for (const Definition& each : before.definitions())
      earlier_.emplace(comparable(each.term), &each);
  }

  std::vector<MeaningChange> run() {
    std::set<std::string> defined;
    for (const Definition& each : after_.definitions()) {
      const std::string term = comparable(each.term);
      defined.insert(term);
      if (revision_.of_later(each.clause).descent.unchanged()) continue;
      const Definition* origin = origin_of(each, term);
      if (origin == nullptr) {
        add(each.clause, {EffectKind::new_definition, "", each.term, users(each)});
      } else if (says_otherwise(*origin, each)) {
        add(each.clause, {EffectKind::definition, origin->term, each.term, users(each)});
      }
    }
    for (const Definition& each : before_.definitions()) {
      const std::string term = comparable(each.term);
      if (defined.contains(term) || revision_.of_earlier(each.clause).descent.unchanged()) continue;
      add(each.clause, {EffectKind::lost_definition, each.term, "", users_left(each, term)});
    }
    return std::move(made_);
  }

 private:
  void add(ClauseId clause, Effect effect) { made_.push_back({clause, std::move(effect)}); }

  bool descends(const Definition& later, const Definition& earlier) const {
    const auto origins = revision_.origins(later.clause);
    return std::ranges::find(origins, earlier.clause) != origins.end();
  }

  // Of several definitions of one term, each for a part of the text, its own; null where none was.
  const Definition* origin_of(const Definition& later, const std::string& term) const {
    const auto [first, last] = earlier_.equal_range(term);
    const auto own =
        std::find_if(first, last, [&](const auto& each) { return descends(later, *each.second); });
    if (own != last) return own->second;
    return first == last ? nullptr : first->second;
  }

  bool says_otherwise(const Definition& then, const Definition& now) const {
    Range was = statement_around(before_[then.clause], then.range, lists_);
    Range is = statement_around(after_[now.clause], now.range, lists_);
    if (!descends(now, then))
      return comparable(language::slice(before_[then.clause].words().text, was)) !=
             comparable(language::slice(after_[now.clause].words().text, is));
    const Change& change = revision_.of_later(now.clause);
    shift(was, place_in(change.descent.before, then.clause, before_));
    shift(is, place_in(change.descent.after, now.clause, after_));
    return has_other_words(change.pieces, was, is);
  }

  static void shift(Range& range, std::uint32_t by) {
    range.begin += by;
    range.end += by;
  }

  // The clauses that use the term, but for the one that defines it.
  static std::set<ClauseId> using_clauses(const Definition& of) {
    std::set<ClauseId> clauses;
    for (const passes::Mention& use : of.uses)
      if (use.clause != of.clause) clauses.insert(use.clause);
    return clauses;
  }

  static std::size_t users(const Definition& of) { return using_clauses(of).size(); }

  // Of those, as the later version has them, the ones in which the term still stands.
  std::size_t users_left(const Definition& of, const std::string& term) const {
    std::set<ClauseId> left;
    for (const ClauseId user : using_clauses(of))
      for (const ClauseId heir : revision_.successors(user))
        if ((" " + comparable(after_[heir].words().text)).find(" " + term) != std::string::npos)
          left.insert(heir);
    return left.size();
  }

  const Protocol& before_;
  const Protocol& after_;
  const Revision& revision_;
  const syntax::WordLists& lists_;
  std::multimap<std::string, const Definition*> earlier_;  // by comparable term
  std::vector<MeaningChange> made_;
};

}  // namespace

std::vector<MeaningChange> meaning_changes(const Protocol& before, const Protocol& after,
                                           const Revision& revision,
                                           const syntax::WordLists& lists) {
  return Meanings(before, after, revision, lists).run();
}

}  // namespace concord::draft
