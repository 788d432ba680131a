// Changes planted in a copy of a protocol must be found, by type, and nothing else be told.
#include <array>
#include <functional>
#include <random>
#include <regex>

#include "compare_text.h"

using namespace concord;
using compare::DivergenceType;

namespace {

struct Change {
  DivergenceType type;
  std::string from;  // a word or phrase within a line
  std::string to;
};

const std::vector<Change>& changes() {
  static const std::vector<Change> all = {
      {DivergenceType::negation, " should ", " should not "},
      {DivergenceType::negation, " must not ", " must "},
      {DivergenceType::negation, " should not ", " should "},
      {DivergenceType::negation, " is ", " is not "},
      {DivergenceType::negation, " will ", " will not "},
      {DivergenceType::modality, " must ", " may "},
      {DivergenceType::modality, " should ", " must "},
      {DivergenceType::modality, " will ", " should "},
      {DivergenceType::modality, " may ", " shall "},
      {DivergenceType::modality, " can ", " must "},
      {DivergenceType::actor, " members ", " officers "},
      {DivergenceType::actor, " officers ", " members "},
      {DivergenceType::actor, "Monitoring Officer", "Leader"},
      {DivergenceType::actor, "Chief Officer", "Monitoring Officer"},
      {DivergenceType::actor, " councillors ", " officers "},
      {DivergenceType::condition, ".\n\n", " unless the Chair agrees otherwise.\n\n"},
      {DivergenceType::condition, ".\n\n", ", except in an emergency.\n\n"},
      {DivergenceType::condition, ";\n", " other than at a meeting of the Council;\n"},
  };
  return all;
}

// The text with every `stride`-th place of `from` changed, from the `first`; the front matter kept.
std::string planted(const std::string& text, const Change& change, std::size_t first,
                    std::size_t stride) {
  std::string out = text;
  std::size_t at = out.find("\n---\n", 4);
  for (std::size_t n = 0; (at = out.find(change.from, at)) != std::string::npos; ++n) {
    // "should" before "not" would only undo a negation that stands there.
    const bool doubled = change.from == " should " && out.compare(at + 8, 4, "not ") == 0;
    if (n % stride == first && !doubled) {
      out.replace(at, change.from.size(), change.to);
      at += change.to.size();
    } else {
      at += change.from.size();
    }
  }
  return out;
}

struct Count {
  std::size_t planted = 0;
  std::size_t found = 0;
  std::size_t told = 0;
  std::size_t right = 0;
};

void count(const std::string& id, const Change& change, std::size_t first, Count& into) {
  const std::string text = test::text_of(id);
  std::vector<passes::Protocol> pair;
  pair.push_back(test::protocol_of(id, text));
  pair.push_back(
      test::protocol_of("copy", planted(test::renamed(text, id, "copy"), change, first, 3)));
  if (pair[0].clauses().size() != pair[1].clauses().size()) return;
  const auto comparison = test::compared(pair);
  const auto divergences = comparison.divergences(0, 1);
  for (const graph::Clause& clause : pair[0].clauses()) {
    const compare::ClauseRef a{0, clause.id};
    const compare::ClauseRef b{1, clause.id};
    if (!comparison.linked(a, b)) continue;
    const bool changed = clause.text.text != pair[1][clause.id].text.text;
    bool found = false;
    for (const auto& divergence : divergences) {
      if (divergence.a != a || divergence.b != b) continue;
      ++into.told;
      into.right += changed && divergence.type == change.type ? 1 : 0;
      found = found || divergence.type == change.type;
    }
    into.planted += changed ? 1 : 0;
    into.found += changed && found ? 1 : 0;
    if (changed && !found) {
      UNSCOPED_INFO("not found: \"" << change.from << "\" to \"" << change.to << "\" in "
                                    << clause.text.text);
    }
  }
}

}  // namespace

TEST_CASE("planted changes of effect are found and named") {
  std::map<DivergenceType, Count> counts;
  Count all;
  for (const std::string id : {"york", "pitstone"}) {
    for (const Change& change : changes()) {
      Count one;
      for (const std::size_t first : {0U, 2U}) count(id, change, first, one);
      Count& of_type = counts[change.type];
      for (Count* each : {&of_type, &all}) {
        each->planted += one.planted;
        each->found += one.found;
        each->told += one.told;
        each->right += one.right;
      }
    }
  }
  for (const auto& [type, count] : counts) {
    INFO(compare::name_of(type) << ": " << count.found << " of " << count.planted << ", "
                                << count.right << " right of " << count.told);
    CHECK(count.planted >= 20);
    CHECK(static_cast<double>(count.found) >= 0.98 * static_cast<double>(count.planted));
    CHECK(static_cast<double>(count.right) >= 0.9 * static_cast<double>(count.told));
  }
  CHECK(all.planted >= 300);
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
  for (const auto& divergence : divergences) CHECK(divergence.type == DivergenceType::threshold);
  CHECK(divergences[0].a_words == "5 working days");
  CHECK(divergences[0].b_words == "12 working days");
}
