// Provisions that the register knows, and the clauses that state them.
#include <algorithm>

#include "compare/match/candidates.h"
#include "compare/match/model.h"
#include "compare/match/provision_classifier.h"
#include "compare_text.h"

using namespace concord;
using compare::Feature;

namespace {

syntax::Provision provision(const std::string& id, const std::vector<std::string>& wordings) {
  syntax::Provision made;
  made.id = id;
  for (const std::string& words : wordings) {
    syntax::KnownWording wording;
    wording.words = words;
    made.also.push_back(wording);
  }
  return made;
}

// The frozen registers with two provisions and no others.
syntax::Register knowing() {
  syntax::Register registers = test::registers();
  registers.provisions = {
      provision("gifts", {"Every gift worth more than fifty pounds is entered in a book."}),
      provision("briefings", {"Officers may attend a meeting of a party group when invited.",
                              "A political caucus can ask staff to brief it."})};
  return registers;
}

std::vector<passes::Protocol> two_in_their_own_words() {
  std::vector<passes::Protocol> protocols;
  protocols.push_back(test::small_protocol(
      "ashby", "1.1 When invited, an officer may attend the meeting of a party group.\n"));
  protocols.push_back(
      test::small_protocol("barton", "1.1 Staff can be asked to brief the political caucus.\n"));
  return protocols;
}

}  // namespace

TEST_CASE("two clauses with few words in common are candidates by a provision of the register") {
  const auto protocols = two_in_their_own_words();
  const syntax::Register registers = knowing();
  const auto read = compare::read_protocols(protocols, &registers);
  const auto candidates = compare::find_candidates(read, 0, 1);
  REQUIRE(candidates.pairs.size() == 1);
  const auto& pair = candidates.pairs.front();
  CHECK(value_of(pair.features, Feature::provision) > 0.3F);
  CHECK(value_of(pair.features, Feature::provision_rank_worst) == 0);
  CHECK(value_of(pair.features, Feature::likeness) < 0.3F);
  const auto [a, b] = compare::common_provision(read.stated.of(pair.a), read.stated.of(pair.b));
  REQUIRE(a != nullptr);
  CHECK(registers.provisions[a->provision].id == "briefings");
}

TEST_CASE("without a register no provision speaks for a pair") {
  const auto protocols = two_in_their_own_words();
  syntax::Register registers = knowing();
  registers.provisions.clear();
  const auto read = compare::read_protocols(protocols, &registers);
  for (const auto& pair : compare::find_candidates(read, 0, 1).pairs) {
    CHECK(value_of(pair.features, Feature::provision) == 0);
    CHECK(value_of(pair.features, Feature::provision_lead_best) == -1);
  }
}

TEST_CASE("a wording of the other side's duty states no provision of this side's") {
  std::vector<passes::Protocol> protocols;
  protocols.push_back(
      test::small_protocol("ashby", "1.1 Members must treat officers with courtesy.\n"));
  syntax::Register registers = test::registers();
  registers.provisions = {provision("courtesy", {"Officers must treat members with courtesy."})};
  CHECK(compare::read_protocols(protocols, &registers).stated.of(0).empty());
}

TEST_CASE("of the provisions that two wordings may state, the one that both state best counts") {
  const std::vector<compare::StatedProvision> a = {{1, 0, 0.9F, 0, 0, 0}, {4, 0, 0.6F, 0, 0, 1}};
  const std::vector<compare::StatedProvision> b = {{1, 0, 0.2F, 0, 0, 1}, {4, 0, 0.5F, 0, 0, 0}};
  CHECK(compare::common_provision(a, b).a->provision == 4);
  CHECK(compare::common_provision(a, {}).a == nullptr);
}

TEST_CASE("a statement is put to the provision whose known statements have its words among them") {
  const auto protocols = two_in_their_own_words();
  const syntax::Register registers = knowing();
  const auto read = compare::read_protocols(protocols, &registers);
  const compare::Corpus& corpus = read.corpus;
  const compare::ProvisionClassifier classifier(corpus.known);
  const std::vector<float> unlike(2, 0);
  for (const compare::Wording& wording : corpus.wordings) {
    const auto probabilities =
        classifier.probabilities({wording.segments.front().terms, {}, {}, {}}, unlike);
    REQUIRE(probabilities.size() == 2);
    CHECK(probabilities[1] > probabilities[0]);
    CHECK(probabilities[0] + probabilities[1] < 1);
  }
  CHECK(compare::ProvisionClassifier({}).probabilities({}, {}).empty());
}

TEST_CASE("whose duty it is, the lead-in and likeness speak for one provision or another") {
  syntax::Register registers = test::registers();
  registers.provisions = {
      provision("from-officers", {"Officers must answer members with courtesy."}),
      provision("from-members", {"Members must answer officers with courtesy."})};
  std::vector<passes::Protocol> protocols;
  protocols.push_back(test::small_protocol("ashby", "1.1 Courtesy to members.\n"));
  const auto read = compare::read_protocols(protocols, &registers);
  const auto& known = read.corpus.known;
  const compare::ProvisionClassifier classifier(known);
  const auto& terms = known.front().segment.terms;
  const auto by_bearer =
      classifier.probabilities({terms, {}, {}, compare::Bearer::member}, std::vector<float>{0, 0});
  CHECK(by_bearer[1] > by_bearer[0]);
  const auto by_likeness = classifier.probabilities({terms, {}, {}, {}}, std::vector<float>{1, 0});
  CHECK(by_likeness[0] > by_likeness[1]);
}

TEST_CASE("two wordings state one provision as probably as both state it; known words surely do") {
  const std::vector<compare::StatedProvision> a = {{1, 0, 0.9F, 0, 0, 0, 0.2F},
                                                   {4, 0, 0.6F, 0, 0, 1, 0.5F}};
  const std::vector<compare::StatedProvision> b = {{1, 0, 0.2F, 0, 0, 1, 0.5F},
                                                   {4, 0, 0.5F, 0, 0, 0, 0.5F}};
  CHECK(compare::both_state(a, b) == 0.5);
  CHECK(compare::both_state(a, {}) == 0);
}

TEST_CASE("a link by provision is told with how often such links are right") {
  const compare::Line as_it_is;
  CHECK(as_it_is.probability(0.25) == Approx(0.25));
  const compare::Line surer{1, 2};
  CHECK(surer.probability(0.25) == Approx(0.7112).margin(1e-4));  // of log-odds 2 - ln 3
  CHECK(surer.probability(0) < 1e-4);
  CHECK(surer.probability(1) > 1 - 1e-4);
}

TEST_CASE("nearly the same words are one provision, whether or not the register knows it") {
  std::vector<passes::Protocol> protocols;
  protocols.push_back(test::small_protocol(
      "ashby", "1.1 The car park in Castle Street must close at dusk on winter evenings.\n"));
  protocols.push_back(test::small_protocol(
      "barton", "1.1 The car park in Castle Street may close at dusk on winter evenings.\n"));
  syntax::Register registers = test::registers();
  registers.provisions.clear();
  const auto links = compare::compare(protocols, {&registers, 1}).links(0, 1);
  REQUIRE(links.size() == 1);
  CHECK(links.front().score >= 0.95);
}
