// What the registers call things, made ready to be found in prose.
#pragma once

#include <cstddef>
#include <vector>

#include "passes/instrument_names.h"
#include "passes/language.h"
#include "syntax/registers.h"

namespace concord::passes {

// The value of a phrase that names no role ("member of the public").
inline constexpr std::size_t no_role = static_cast<std::size_t>(-1);

// Made once for all texts that are read by the same registers; nothing changes it after that, so
// that threads may share it.
class Vocabulary {
 public:
  // The registers must outlive it, and stay as they are.
  explicit Vocabulary(const syntax::Register& registers);

  const syntax::Register& registers() const { return registers_; }

  // The words for roles, whose values are places in registers().roles, or no_role.
  const Phrases& roles() const { return roles_; }

  // The cues of topics.
  const Phrases& cues() const { return cues_; }
  // The topics that the cue of that value speaks for, by their places in registers().topics.
  const std::vector<std::size_t>& topics_of(std::size_t cue) const { return topics_[cue]; }

  const InstrumentNames& instruments() const { return instruments_; }

 private:
  const syntax::Register& registers_;
  Phrases roles_;
  Phrases cues_;
  std::vector<std::vector<std::size_t>> topics_;
  InstrumentNames instruments_;
};

}  // namespace concord::passes
