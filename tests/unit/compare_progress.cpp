#include <catch2/catch.hpp>
#include <mutex>
#include <string>
#include <vector>

#include "compare/match/progress.h"
#include "compare_text.h"

using namespace concord;

namespace {

class Recorded final : public compare::Progress {
 public:
  struct Step {
    std::string what;
    std::size_t things = 0;
    std::size_t done = 0;
  };

  void step(std::string_view what, std::size_t things) override {
    const std::scoped_lock lock(mutex_);
    steps_.push_back({std::string(what), things, 0});
  }
  void advance() override {
    const std::scoped_lock lock(mutex_);
    ++steps_.back().done;
  }

  const std::vector<Step>& steps() const { return steps_; }

 private:
  std::mutex mutex_;
  std::vector<Step> steps_;
};

}  // namespace

TEST_CASE("whoever waits is told of every pair and every provision") {
  std::vector<passes::Protocol> protocols;
  for (const char* id : {"ashby", "barton", "corby"})
    protocols.push_back(test::protocol_of(
        id,
        "## 1. Conduct\n\n1.1 Members and officers must treat one another with respect.\n\n"
        "1.2 Officers must attend the meetings of party groups when they are asked.\n"));
  Recorded progress;
  const compare::Comparison comparison =
      compare::compare(protocols, {.registers = &test::registers(), .progress = &progress});
  REQUIRE(progress.steps().size() == 2);
  CHECK(progress.steps()[0].what == "comparing pairs");
  CHECK(progress.steps()[0].things == 3);
  CHECK(progress.steps()[1].what == "comparing provisions");
  CHECK(progress.steps()[1].things == comparison.rows().size());
  for (const Recorded::Step& step : progress.steps()) CHECK(step.done == step.things);
}
