// What the training and the tests of the comparison read: frozen registers, protocols, gold.
#pragma once

#include <filesystem>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "compare/evaluate.h"
#include "compare/match/background.h"
#include "syntax/registers.h"

namespace concord::training {

// Every .yaml file of the folder, by name. Throws std::runtime_error on one that is not a register.
syntax::Register read_registers(const std::filesystem::path& folder);

// The folder's protocols, by file name, without those whose id is in `left_out`. What their authors
// could do better is no concern here: diagnostics are dropped.
std::vector<passes::Protocol> read_protocols(const std::filesystem::path& folder,
                                             const syntax::Register& registers,
                                             const std::set<std::string>& left_out = {});

// units.tsv, links.tsv, divergences.tsv and, where it has one, near.tsv of the folder.
compare::Gold read_gold(const std::filesystem::path& folder);

// The units, links and near misses of both.
compare::Gold joined(compare::Gold gold, const compare::Gold& more);

// How many of the protocols' distinct sentences have each term.
compare::Background count_background(std::span<const passes::Protocol> protocols,
                                     const syntax::Register& registers);

// The background as the text of background.def.
std::string to_text(const compare::Background& background);

}  // namespace concord::training
