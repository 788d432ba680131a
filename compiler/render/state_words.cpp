#include "render/state_words.h"

#include <algorithm>
#include <string>

namespace concord::render {
namespace {

// "state_may_differ"
std::string name_in_words(compare::State state) {
  std::string name = "state_" + std::string(compare::name_of(state));
  std::ranges::replace(name, '-', '_');
  return name;
}

}  // namespace

view::StateKey state_key(const view::Words& words) {
  using enum compare::State;
  view::StateKey key;
  for (const compare::State state : {base, same, vocabulary, reworded, part, may_differ, differs,
                                     other_point, elsewhere, none, not_in_excerpt}) {
    const std::string name = name_in_words(state);
    key.push_back({state, std::string(words[name]), std::string(words[name + "_means"])});
  }
  return key;
}

}  // namespace concord::render
