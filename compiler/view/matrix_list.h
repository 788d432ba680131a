// The matrix as a list, for spreadsheets, for paper and for the terminal.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>

#include "compare/comparison.h"
#include "syntax/registers.h"
#include "view/comparison_model.h"

namespace concord::view {

// One row a provision and council, in the matrix's order. Absent councils have a row where
// everybody is everybody's peer (compare/peers.h); of more councils a list would be nearly all
// absent ones. `protocols` are those compared, in the same order. `among`: the councils that will
// be shown, if not all; a row says how surely some of these differ.
MatrixList matrix_list(const compare::Comparison& comparison,
                       std::span<const passes::Protocol> protocols,
                       const syntax::Register& registers, const std::string& as_of, StateKey states,
                       std::span<const std::uint32_t> among = {});

// Calls `use` with each row in order, and keeps none: those of ten thousand councils are too many.
// Whether councils differ is left out, for it is no council's line.
void each_list_row(const compare::Comparison& comparison,
                   std::span<const passes::Protocol> protocols, const syntax::Register& registers,
                   const std::function<void(ListRow)>& use);

}  // namespace concord::view
