#include "passes/vocabulary.h"

namespace concord::passes {

Vocabulary::Vocabulary(const syntax::Register& registers)
    : registers_(registers), instruments_(registers.instruments) {
  for (std::size_t i = 0; i < registers.roles.size(); ++i)
    for (const std::string& word : registers.roles[i].words) roles_.add(word, i);
  for (const std::string& phrase : registers.not_roles) roles_.add(phrase, no_role);
  for (std::size_t i = 0; i < registers.topics.size(); ++i)
    for (const std::string& cue : registers.topics[i].cues) {
      // A cue may speak for several topics ("expectations").
      const std::size_t value = cues_.add(cue, topics_.size());
      if (value == topics_.size()) topics_.emplace_back();
      topics_[value].push_back(i);
    }
}

}  // namespace concord::passes
