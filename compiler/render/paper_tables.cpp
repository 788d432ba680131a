#include "render/paper_tables.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "render/data_file.h"
#include "render/paper.h"
#include "render/tables.h"
#include "render/workbook.h"

namespace concord::render {
namespace {

using nlohmann::ordered_json;
using view::PaperBlock;
using view::PaperTable;

view::PaperColumn group_column(const view::Paper& paper) {
  return {"part", view::Words(paper.language)["column_part"], 24};
}

bool has_groups(const view::Paper& paper, const std::string& id) {
  return std::ranges::any_of(paper.blocks, [&](const PaperBlock& block) {
    return block.table.id == id && !block.table.group.empty();
  });
}

void add_rows(const PaperTable& from, bool grouped, FlatTable& into) {
  for (const auto& cells : from.rows) {
    std::vector<std::string>& row = into.rows.emplace_back();
    if (grouped) row.push_back(from.group);
    for (const view::PaperCell& each : cells) row.push_back(view::plain(each));
  }
}

std::string file_of(const view::Paper& paper, const FlatTable& table) {
  return (table.id == paper.id ? table.id : paper.id + "-" + table.id) + ".csv";
}

std::string csv(const FlatTable& table) {
  std::string out;
  for (const view::PaperColumn& column : table.columns) {
    out += out.empty() ? "" : ",";
    out += csv_field(std::string(column.heading));
  }
  out += "\r\n";
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) out += (i == 0 ? "" : ",") + csv_field(row[i]);
    out += "\r\n";
  }
  return out;
}

Sheet sheet_of(const FlatTable& table) {
  Sheet sheet;
  sheet.name = table.name;
  for (const view::PaperColumn& column : table.columns)
    sheet.columns.push_back(
        {std::string(column.heading), static_cast<double>(column.letters), column.key == "number"});
  for (const auto& row : table.rows) {
    auto& cells = sheet.rows.emplace_back();
    for (const std::string& text : row) cells.push_back({text});
  }
  sheet.filter = true;
  return sheet;
}

}  // namespace

std::vector<FlatTable> flat_tables(const view::Paper& paper) {
  std::vector<FlatTable> all;
  for (const PaperBlock& block : paper.blocks) {
    if (block.kind != PaperBlock::Kind::table) continue;
    const bool grouped = has_groups(paper, block.table.id);
    auto known = std::ranges::find(all, block.table.id, &FlatTable::id);
    if (known == all.end()) {
      FlatTable made{block.table.id, block.table.name, block.table.columns, {}};
      if (grouped) made.columns.insert(made.columns.begin(), group_column(paper));
      known = all.insert(all.end(), std::move(made));
    }
    add_rows(block.table, grouped, *known);
  }
  return all;
}

Files paper_csv(const view::Paper& paper) {
  const std::vector<FlatTable> tables = flat_tables(paper);
  Files files;
  for (const FlatTable& table : tables) files.emplace(file_of(paper, table), csv(table));
  return files;
}

std::string paper_xlsx(const view::Paper& paper) {
  std::vector<Sheet> sheets;
  for (const FlatTable& table : flat_tables(paper)) sheets.push_back(sheet_of(table));
  return sheets.empty() ? "" : workbook({paper.title, paper.made_of, paper.day}, sheets);
}

std::string paper_json(const view::Paper& paper) {
  DataFile data;
  data.short_member("paper", paper.id);
  data.short_member("council", paper.council);
  data.short_member("title", paper.title);
  data.short_member("subtitle", paper.subtitle);
  data.begin_list("tables");
  for (const FlatTable& table : flat_tables(paper)) {
    ordered_json rows = ordered_json::array();
    for (const auto& row : table.rows) {
      ordered_json made;
      for (std::size_t i = 0; i < row.size(); ++i) made[std::string(table.columns[i].key)] = row[i];
      rows.push_back(std::move(made));
    }
    data.add_long({{"name", table.name}, {"rows", std::move(rows)}});
  }
  data.end_list();
  return data.take();
}

}  // namespace concord::render
