#include "view/matrix_list.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "compare/peers.h"
#include "view/compared.h"
#include "view/labels.h"

namespace concord::view {
namespace {

using compare::ClauseRef;
using compare::State;
using passes::Protocol;
using Protocols = std::span<const Protocol>;

// Each part once, in order, joined.
void add_part(std::string& list, std::vector<std::string>& parts, std::string part,
              std::string_view between) {
  if (std::find(parts.begin(), parts.end(), part) != parts.end()) return;
  if (!parts.empty()) list += between;
  list += part;
  parts.push_back(std::move(part));
}

// What the list says of one council, the row aside.
ListRow list_row(const compare::Cell& cell, const Protocol& protocol,
                 const std::vector<std::string>& labels) {
  ListRow to;
  to.council = protocol.metadata().name;
  to.state = cell.state;
  std::vector<std::string> clauses, wordings, texts;
  const auto name = [&](ClauseRef ref) {
    add_part(to.clauses, clauses, labels[graph::index(ref.clause)], "; ");
  };
  const auto quote = [&](ClauseRef ref) {
    add_part(to.text, texts, protocol[ref.clause].words().text, "\n");
  };
  for (const compare::Entry& entry : cell.entries) {
    name(entry.clause);
    quote(entry.clause);
    if (entry.lead_in) continue;
    add_part(to.wording, wordings, compare::wording_letter(entry.wording), ", ");
  }
  if (!cell.entries.empty()) return to;
  for (const ClauseRef& from : cell.refers) {
    name(from);
    if (cell.state == State::elsewhere) quote(from);
  }
  return to;
}

// Calls `use` with each line and its row.
void each_line(const compare::Comparison& comparison, Protocols protocols,
               const syntax::Register& registers,
               const std::function<void(ListRow, std::size_t)>& use) {
  std::vector<std::vector<std::string>> labels_by_protocol;
  for (const Protocol& protocol : protocols) labels_by_protocol.push_back(labels(protocol.graph()));
  const auto rows = comparison.rows();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const compare::Row& row = rows[i];
    const std::size_t have = councils_stating(row);
    for (const compare::Cell& cell : compare::listed_cells(row, protocols.size())) {
      ListRow to = list_row(cell, protocols[cell.protocol], labels_by_protocol[cell.protocol]);
      to.row = row.id;
      to.provisional = row.provisional;
      to.topic = Compared::topic_title(registers, row.topic);
      to.provision = row.title;
      to.have = have;
      use(std::move(to), i);
    }
  }
}

}  // namespace

void each_list_row(const compare::Comparison& comparison, Protocols protocols,
                   const syntax::Register& registers, const std::function<void(ListRow)>& use) {
  each_line(comparison, protocols, registers,
            [&](ListRow line, std::size_t) { use(std::move(line)); });
}

MatrixList matrix_list(const compare::Comparison& comparison, Protocols protocols,
                       const syntax::Register& registers, const std::string& as_of, StateKey states,
                       std::span<const std::uint32_t> among) {
  MatrixList list{.as_of = as_of, .states = std::move(states), .rows = {}};
  const auto differing = comparison.differing_rows(among);
  each_line(comparison, protocols, registers, [&](ListRow line, std::size_t row) {
    line.differs = differing[row];
    list.rows.push_back(std::move(line));
  });
  return list;
}

}  // namespace concord::view
