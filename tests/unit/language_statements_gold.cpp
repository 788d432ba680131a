// Scores the reading of statements against clauses that a reader split by hand (tests/gold/
// statements). Statements are paired within a clause by the words that they have in common; a slot
// is right where the two fillers have most of their words in common, and a force where it is the
// same.
#include <catch2/catch.hpp>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "frozen_registers.h"
#include "language/statements.h"
#include "worded_text.h"

using namespace concord;
using language::Norm;
using nlohmann::json;
using test::Worded;

namespace {

using Slots = std::map<std::string, std::string>;

std::string force_of(const language::Statement& statement) {
  switch (statement.norm) {
    case Norm::duty:
    case Norm::prohibition:
      return "duty";
    case Norm::advice:
    case Norm::advice_against:
    case Norm::expectation:
      return "expectation";
    case Norm::permission:
    case Norm::freedom:
      return "permission";
    case Norm::fact:
    case Norm::possibility:
      break;
  }
  return "statement";
}

Slots slots_of(const language::Statement& statement, const Worded& clause, const Worded& lead) {
  const auto words = [&](const language::Filler& filler) {
    return std::string(language::slice(filler.of_lead ? lead.text : clause.text, filler.range));
  };
  const auto all = [&](const std::vector<language::Filler>& fillers) {
    std::string joined;
    for (const auto& each : fillers) joined += (joined.empty() ? "" : " … ") + words(each);
    return joined;
  };
  return {{"bearer", words(statement.bearer)},
          {"polarity", statement.negative ? "negative" : "positive"},
          {"modal", statement.modal.empty() ? "none" : words(statement.modal)},
          {"force", force_of(statement)},
          {"predicate", words(statement.predicate)},
          {"object", words(statement.object)},
          {"recipient", words(statement.recipient)},
          {"condition", all(statement.conditions)},
          {"exception", all(statement.exceptions)},
          {"deadline", all(statement.deadlines)},
          {"amount", all(statement.amounts)}};
}

std::multiset<std::string> words_of(const std::string& text) {
  std::multiset<std::string> words;
  for (const language::Word& word : language::Words(text)) words.emplace(word.folded);
  return words;
}

// Dice coefficient.
double alike(const std::string& a, const std::string& b) {
  const auto x = words_of(a);
  const auto y = words_of(b);
  if (x.empty() || y.empty()) return 0;
  std::vector<std::string> common;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(common));
  return 2 * static_cast<double>(common.size()) / static_cast<double>(x.size() + y.size());
}

double alike(const Slots& a, const Slots& b) {
  double sum = 0;
  for (const auto& [slot, words] : a)
    if (slot != "force" && slot != "polarity") sum += alike(words, b.at(slot));
  return sum;
}

struct Tally {
  std::size_t right = 0, found = 0, wanted = 0;
  double f1() const {
    return found + wanted == 0
               ? 1
               : 2 * static_cast<double>(right) / static_cast<double>(found + wanted);
  }
};

using Tallies = std::map<std::string, Tally>;

void count(const Slots* found, const Slots* wanted, Tallies& tallies) {
  static const Slots none;
  for (const auto& [slot, words] : *(found != nullptr ? found : wanted)) {
    const auto filled = [&, name = slot](const Slots* in) {
      return in != nullptr && !in->at(name).empty() && in->at(name) != "none";
    };
    Tally& tally = tallies[slot];
    tally.found += filled(found) ? 1 : 0;
    tally.wanted += filled(wanted) ? 1 : 0;
    if (filled(found) && filled(wanted) && alike(found->at(slot), wanted->at(slot)) > 0.5)
      ++tally.right;
  }
}

void score(const json& clause, Tallies& tallies, bool show) {
  const Worded own(clause["text"].get<std::string>());
  const Worded lead(clause["lead"].get<std::string>());
  static const language::StatementReader reader(test::word_lists());
  const language::ReadText leading = lead.read();
  std::vector<Slots> found;
  for (const auto& each : reader.read(own.read(), lead.text.empty() ? nullptr : &leading)) {
    found.push_back(slots_of(each, own, lead));
    if (show) std::cout << "  " << language::dump(each, own.text, lead.text) << "\n";
  }
  std::set<std::size_t> taken;
  for (const json& marked : clause["statements"]) {
    const auto wanted = marked.get<Slots>();
    if (show) std::cout << "  = " << marked.dump() << "\n";
    std::size_t best = found.size();
    double most = 0.3;
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (taken.contains(i) || alike(found[i], wanted) <= most) continue;
      most = alike(found[i], wanted);
      best = i;
    }
    taken.insert(best);
    count(best < found.size() ? &found[best] : nullptr, &wanted, tallies);
  }
  for (std::size_t i = 0; i < found.size(); ++i)
    if (!taken.contains(i)) count(&found[i], nullptr, tallies);
}

Tallies score(const std::string& half, bool show = false) {
  Tallies tallies;
  std::ifstream file(CONCORD_SOURCE_DIR "/tests/gold/statements/statements.jsonl");
  REQUIRE(file);
  for (std::string line; std::getline(file, line);) {
    const json clause = json::parse(line);
    if (clause["half"] != half) continue;
    if (show) std::cout << clause["lead"] << " " << clause["text"] << "\n";
    score(clause, tallies, show);
  }
  return tallies;
}

Tally together(const Tallies& tallies) {
  Tally all;
  for (const auto& [slot, tally] : tallies) {
    all.right += tally.right;
    all.found += tally.found;
    all.wanted += tally.wanted;
  }
  return all;
}

std::string to_text(const Tallies& tallies) {
  std::string text;
  for (const auto& [slot, tally] : tallies)
    text += slot + " " + std::to_string(tally.f1()) + " of " + std::to_string(tally.wanted) + "\n";
  return text + "all " + std::to_string(together(tallies).f1()) + "\n";
}

}  // namespace

TEST_CASE("statements are split as a reader splits them") {
  const Tallies development = score("development");
  INFO(to_text(development));
  CHECK(together(development).f1() >= 0.75);
}

TEST_CASE("statements that nobody looked at are split as a reader splits them") {
  const Tallies kept_apart = score("test");
  INFO(to_text(kept_apart));
  CHECK(together(kept_apart).f1() >= 0.64);
}

TEST_CASE("statements of the development half, for people", "[.show]") {
  std::cout << to_text(score("development", true));
}
