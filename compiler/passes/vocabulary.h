// What the registers call things, made ready to be found in prose.
#pragma once

#include <cstddef>
#include <vector>

#include "language/citing_nouns.h"
#include "language/modals.h"
#include "passes/instrument_names.h"
#include "passes/language.h"
#include "syntax/registers.h"

namespace concord::passes {

// Made once for all texts that are read by the same registers; nothing changes it after that, so
// that threads may share it.
class Vocabulary {
 public:
  // The registers must outlive it, and stay as they are.
  explicit Vocabulary(const syntax::Register& registers);

  const syntax::Register& registers() const { return registers_; }

  const syntax::WordLists& lists() const { return registers_.lists; }

  // The register's words for roles.
  const RoleNames& roles() const { return roles_; }

  const language::Modals& modals() const { return modals_; }
  const language::CitingNouns& citing_nouns() const { return citing_nouns_; }

  // The cues of topics.
  const Phrases& cues() const { return cues_; }
  // The topics that the cue of that value speaks for, by their places in registers().topics.
  const std::vector<std::size_t>& topics_of(std::size_t cue) const { return topics_[cue]; }

  const InstrumentNames& instruments() const { return instruments_; }

 private:
  const syntax::Register& registers_;
  RoleNames roles_;
  language::Modals modals_;
  language::CitingNouns citing_nouns_;
  Phrases cues_;
  std::vector<std::vector<std::size_t>> topics_;
  InstrumentNames instruments_;
};

}  // namespace concord::passes
