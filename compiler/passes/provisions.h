// Checks the register of provisions like a source: in itself, and against the texts that it quotes.
#pragma once

#include <span>
#include <vector>

#include "diag/diagnostic.h"
#include "passes/borrowing.h"
#include "syntax/registers.h"

namespace concord::passes {

// Reports topics and bearers that the registers do not have, provisions that lack something, and
// those that look like one: by their titles, or because they share a wording (PRV001 to PRV006,
// PRV009). What is reported stays in the register, but for topics and bearers, which go.
//
// Nothing is reported of the files that came with the program, which stand beside a user's own
// topics and roles and may name others.
void check_provisions(syntax::Register& registers, std::span<const source::FileId> programs_own,
                      diag::Sink& sink);

// Reports wordings of clauses that are not in the corpus, or that no longer have these words
// (PRV007, PRV008). Those of protocols that are not in the corpus are left alone.
void check_wordings(const syntax::Register& registers, const Corpus& corpus, diag::Sink& sink);

// Reports decisions on clauses that do not exist or whose words have changed, and second ones on
// the same clauses (LNK001 to LNK003), and takes them out: what is left counts. Those on
// protocols that are not in the corpus are left as they are. A clause may be named by its number.
// Returns those that are out because words have changed, in order.
std::vector<syntax::Decision> check_decisions(std::vector<syntax::Decision>& decisions,
                                              const Corpus& corpus, diag::Sink& sink);

}  // namespace concord::passes
