// Which provisions of the register a wording states.
//
// What a careful reader brings to a new protocol is no better measure of likeness; it is having
// seen the provision before, in other councils' words. So each of a wording's segments is measured
// against the statements in which the register knows each provision: two clauses may have few words
// in common and each be like a third that is known. That third is the register's, which is shipped,
// and not another protocol's of the folder.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "compare/match/likeness.h"
#include "source/remembered.h"

namespace concord::compare {

// A provision that a wording may state. Values are likenesses, 0 to about 1.
struct StatedProvision {
  std::uint32_t provision = 0;  // index in the register
  std::uint32_t segment = 0;    // of the wording: the one that is most like a known statement
  float value = 0;              // its likeness to that statement
  float best_two = 0;           // the mean of its likeness to the two most like; less for one
  float lead = 0;               // over the provision next to it in likeness, or behind the first
  float rank = 0;               // provisions that are more alike
  float probability = 0;        // that one of its segments states it, by all that is known of it
};

class StatedProvisions {
 public:
  // Those of every wording. The corpus is not needed afterwards. `before`, which may be null, has
  // those of comparisons before, by text in its setting.
  explicit StatedProvisions(const Corpus& corpus,
                            source::Remembered<std::vector<StatedProvision>>* before = nullptr);

  // The few provisions that the wording is most like or states most probably, by provision; none
  // without a register.
  std::span<const StatedProvision> of(std::uint32_t wording) const {
    return stated_[text_of_[wording]];
  }

 private:
  std::vector<std::vector<StatedProvision>> stated_;  // by text in its setting
  std::vector<std::uint32_t> text_of_;                // by wording
};

// What two wordings have in common by the provisions that both may state.
struct CommonProvision {
  const StatedProvision* a = nullptr;  // null where they have none in common
  const StatedProvision* b = nullptr;
};

// Calls use(of a, of b) for each provision that both may state, in order. Both are by provision.
template <typename Use>
void for_common(std::span<const StatedProvision> a, std::span<const StatedProvision> b,
                const Use& use) {
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (i->provision == j->provision) {
      use(*i++, *j++);
    } else {
      i->provision < j->provision ? ++i : ++j;
    }
  }
}

// How probably both state the provision that they most probably both state: 0 to 1.
double both_state(std::span<const StatedProvision> a, std::span<const StatedProvision> b);

// The probability that a wording states the provision, which is sure where its words are known.
double probability(const StatedProvision& stated);

// The provision that both state best: the weaker of the two values decides; of equals, the first.
CommonProvision common_provision(std::span<const StatedProvision> a,
                                 std::span<const StatedProvision> b);

}  // namespace concord::compare
