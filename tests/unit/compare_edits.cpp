// Seeded random edits of a protocol, found and named: clauses moved, renumbered, reworded, split,
// merged and deleted.
#include <algorithm>
#include <random>
#include <set>

#include "compare_text.h"

using namespace concord;
using compare::Relation;

namespace {

// The texts of a council's clauses of at least ten words, each once.
std::vector<std::string> provisions(const std::string& id) {
  std::vector<std::string> found;
  std::set<std::string> known;
  const passes::Protocol protocol = test::protocol_of(id, test::text_of(id));
  for (const graph::Clause& clause : protocol.clauses()) {
    const std::string& text = clause.text.text;
    if (clause.kind == graph::Kind::section || std::count(text.begin(), text.end(), ' ') < 9)
      continue;
    if (text.find_first_of("*_[]<>#:|") != std::string::npos || !known.insert(text).second)
      continue;
    found.push_back(text);
  }
  return found;
}

std::string numbered(const std::vector<std::string>& clauses, int from) {
  std::string text;
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    text += "1." + std::to_string(static_cast<int>(i) + from) + " " + clauses[i] + "\n\n";
  }
  return text;
}

// Two protocols of the clauses given, compared; clause n of the text is the n-th with words.
struct Edited {
  std::vector<passes::Protocol> protocols;
  std::vector<graph::ClauseId> a, b;
  compare::Comparison comparison;

  Edited(const std::vector<std::string>& before, const std::vector<std::string>& after,
         int renumber = 1) {
    protocols.push_back(test::small_protocol("before", numbered(before, 1)));
    protocols.push_back(test::small_protocol("after", numbered(after, renumber)));
    a = texts(protocols[0]);
    b = texts(protocols[1]);
    REQUIRE(a.size() == before.size());
    REQUIRE(b.size() == after.size());
    comparison = test::compared(protocols);
  }

  static std::vector<graph::ClauseId> texts(const passes::Protocol& protocol) {
    std::vector<graph::ClauseId> found;
    for (const graph::Clause& clause : protocol.clauses()) {
      if (clause.kind != graph::Kind::section) found.push_back(clause.id);
    }
    return found;
  }

  const compare::Link* link(std::size_t i, std::size_t j) {
    links = comparison.links_of({0, a[i]});
    for (const compare::Link& found : links) {
      if (found.b.clause == b[j]) return &found;
    }
    return nullptr;
  }
  std::vector<compare::Link> links;
};

}  // namespace

TEST_CASE("moved and renumbered clauses are found, every one") {
  const auto before = provisions("york");
  auto after = before;
  std::mt19937 random(7);
  std::vector<std::size_t> to(before.size());
  for (std::size_t i = 0; i < to.size(); ++i) to[i] = i;
  std::shuffle(to.begin(), to.end(), random);
  for (std::size_t i = 0; i < to.size(); ++i) after[to[i]] = before[i];
  Edited edited(before, after, 11);
  for (std::size_t i = 0; i < before.size(); ++i) {
    const auto* link = edited.link(i, to[i]);
    REQUIRE(link != nullptr);
    CHECK(link->relation == Relation::identical);
  }
}

TEST_CASE("deleted clauses are unmatched, or keep only likenesses that they had before") {
  const auto before = provisions("north-herts");
  std::mt19937 random(11);
  std::size_t unmatched = 0;
  for (int text = 0; text < 5; ++text) {
    std::set<std::size_t> gone;
    while (gone.size() < 10) gone.insert(random() % before.size());
    std::vector<std::string> after;
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (!gone.contains(i)) after.push_back(before[i]);
    }
    Edited edited(before, after);
    for (const std::size_t i : gone) {
      const auto links = edited.comparison.links_of({0, edited.a[i]});
      unmatched += links.empty() ? 1 : 0;
      for (const auto& link : links) CHECK(link.relation >= Relation::reworded);
    }
  }
  // Of the fifty, some stand again in a longer clause, and of others the register knows a provision
  // that another clause of North Herts states too.
  CHECK(unmatched >= 25);
}

TEST_CASE("clauses reworded in a fifth of their words are found") {
  const auto before = provisions("pitstone");
  auto after = before;
  std::mt19937 random(23);
  for (std::string& text : after) {
    std::string made;
    std::size_t begin = 0;
    for (std::size_t n = 1; begin < text.size(); ++n) {
      std::size_t end = text.find(' ', begin);
      if (end == std::string::npos) end = text.size();
      const bool change = n % 5 == 0 && end < text.size() && std::islower(text[begin]) != 0;
      made += change ? "perhaps" + std::string(1, static_cast<char>('a' + random() % 26))
                     : text.substr(begin, end - begin);
      if (end < text.size()) made += ' ';
      begin = end + 1;
    }
    text = made;
  }
  Edited edited(before, after);
  std::size_t found = 0;
  std::size_t named = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const auto* link = edited.link(i, i);
    found += link != nullptr ? 1 : 0;
    named += link != nullptr && link->relation == Relation::reworded ? 1 : 0;
  }
  INFO(found << " found, " << named << " named, of " << before.size());
  CHECK(static_cast<double>(found) >= 0.97 * static_cast<double>(before.size()));
  CHECK(static_cast<double>(named) >= 0.9 * static_cast<double>(before.size()));
}

TEST_CASE("split and merged clauses are found and named as parts") {
  const auto all = provisions("york");
  std::vector<std::string> before;
  std::vector<std::string> after;
  for (const std::string& text : all) {
    const std::size_t cut = text.find(". ", 40);
    if (cut == std::string::npos || cut + 45 > text.size()) continue;
    before.push_back(text);
    after.push_back(text.substr(0, cut + 1));
    after.push_back(text.substr(cut + 2));
  }
  REQUIRE(before.size() >= 15);
  Edited split(before, after);
  Edited merged(after, before);
  std::size_t found = 0;
  std::size_t found_back = 0;
  std::size_t parts = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    for (const std::size_t half : {2 * i, 2 * i + 1}) {
      const auto* link = split.link(i, half);
      found += link != nullptr ? 1 : 0;
      parts += link != nullptr && (link->relation == Relation::contains ||
                                   link->relation == Relation::reworded)
                   ? 1
                   : 0;
      found_back += merged.link(half, i) != nullptr ? 1 : 0;
    }
  }
  INFO(found << " halves found, " << parts << " named, " << found_back << " the other way, of "
             << after.size());
  CHECK(static_cast<double>(found) >= 0.95 * static_cast<double>(after.size()));
  CHECK(found == found_back);
  CHECK(static_cast<double>(parts) >= 0.95 * static_cast<double>(found));
}
