#include "passes/vocabulary.h"

namespace concord::passes {

Vocabulary::Vocabulary(const syntax::Register& registers)
    : registers_(registers),
      roles_(registers),
      modals_(registers.lists),
      citing_nouns_(registers.lists),
      instruments_(registers.instruments) {
  for (std::size_t i = 0; i < registers.topics.size(); ++i)
    for (const std::string& cue : registers.topics[i].cues) {
      // A cue may speak for several topics ("expectations").
      const std::size_t value = cues_.add(cue, topics_.size());
      if (value == topics_.size()) topics_.emplace_back();
      topics_[value].push_back(i);
    }
}

}  // namespace concord::passes
