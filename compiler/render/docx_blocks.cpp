#include "render/docx_blocks.h"

#include <algorithm>
#include <string_view>

#include "source/utf8.h"

namespace concord::render {
namespace {

using graph::Kind;
using view::Clause;

constexpr int narrowest_column = 567;
constexpr int widest_column = 1361;
constexpr int narrowest_label = 3;
constexpr int of_a_letter = 110;
constexpr int beside_a_label = 240;
constexpr int bullet_width = 397;
constexpr int item_width = 567;
constexpr int quotation_inset = 340;
constexpr std::size_t most_list_styles = 5;  // of Word's own
constexpr std::size_t most_clause_styles = 4;

int letters(const std::string& label) {
  return static_cast<int>(source::count_characters(label));
}

int widest_label(const std::vector<Clause>& clauses, bool items) {
  int widest = narrowest_label;
  for (const Clause& clause : clauses) {
    if ((clause.kind == Kind::item) == items) widest = std::max(widest, letters(clause.number));
    if (!items) widest = std::max(widest, widest_label(clause.children, items));
  }
  return widest;
}

int width_for(int label) {
  return beside_a_label + label * of_a_letter;
}

std::string numbered_style(const char* name, std::size_t depth, std::size_t most) {
  return name + (depth == 0 ? "" : std::to_string(std::min(depth + 1, most)));
}

// Where clauses stand: their numbers, their words without one, and what is numbered around them.
struct At {
  int number = 0;
  int edge = 0;
  std::optional<std::size_t> parent = {};
  std::size_t clause_depth = 0;
  std::size_t list_depth = 0;
  bool inside = false;  // of a list or a quotation
};

class Flow {
 public:
  explicit Flow(const std::vector<Clause>& clauses) {
    made_.column =
        std::clamp(width_for(widest_label(clauses, false)), narrowest_column, widest_column);
    lay(clauses, {.edge = made_.column});
  }

  DocxBlocks take() { return std::move(made_); }

 private:
  void lay(const std::vector<Clause>& clauses, const At& at) {
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      const Clause& clause = clauses[i];
      switch (clause.kind) {
        case Kind::section:
          lay_section(clause, at);
          break;
        case Kind::item:
          lay_item(clause, clauses, i, at);
          break;
        case Kind::quote:
          lay_quote(clause, at);
          break;
        case Kind::table:
          add(clause, "Table", {at.edge, 0});
          break;
        default:
          lay_clause(clause, at);
      }
    }
  }

  DocxBlock& add(const Clause& clause, std::string style, Indent indent) {
    return made_.blocks.emplace_back(DocxBlock{&clause, std::move(style), indent, {}, false});
  }

  // The block's number, around which its children stand.
  std::size_t number(DocxBlock& block, bool first, const At& at) {
    made_.numbered.push_back({.label = block.clause->number,
                              .item = block.clause->kind == Kind::item,
                              .first = first,
                              .parent = at.parent,
                              .indent = block.indent});
    block.numbered = made_.numbered.size() - 1;
    return *block.numbered;
  }

  void lay_section(const Clause& clause, const At& at) {
    const int level = std::clamp(clause.heading_level.value_or(2) - 1, 1, 5);
    const bool numbered = !clause.number.empty();
    DocxBlock& block =
        add(clause, "Heading" + std::to_string(level), {made_.column, numbered ? made_.column : 0});
    block.sticky = true;
    At below{.edge = made_.column, .parent = at.parent, .clause_depth = at.clause_depth};
    if (numbered) below.parent = number(block, false, at);
    lay(clause.children, below);
  }

  void lay_clause(const Clause& clause, const At& at) {
    const bool numbered = !clause.number.empty();
    const int left = numbered ? at.number + made_.column : at.edge;
    const std::string style = numbered
                                  ? numbered_style("Clause", at.clause_depth, most_clause_styles)
                              : at.inside ? "ListContinue"
                                          : "BodyText";
    DocxBlock& block = add(clause, style, {left, numbered ? made_.column : 0});
    block.sticky = !clause.children.empty();
    At below = at;
    below.number = below.edge = left;
    if (numbered) {
      below.parent = number(block, false, at);
      ++below.clause_depth;
    }
    lay(clause.children, below);
  }

  void lay_item(const Clause& clause, const std::vector<Clause>& siblings, std::size_t i,
                const At& at) {
    const bool bullet = clause.number.empty();
    const int width =
        bullet ? bullet_width : std::max(item_width, width_for(widest_label(siblings, true)) - 200);
    DocxBlock& block =
        add(clause,
            numbered_style(bullet ? "ListBullet" : "ListNumber", at.list_depth, most_list_styles),
            {at.edge + width, width});
    block.sticky = !clause.children.empty();
    At below = at;
    below.number = below.edge = at.edge + width;
    below.parent = number(block, i == 0 || siblings[i - 1].kind != Kind::item, at);
    ++below.list_depth;
    below.inside = true;
    lay(clause.children, below);
  }

  void lay_quote(const Clause& clause, const At& at) {
    DocxBlock& block = add(clause, "Quote", {at.edge + quotation_inset, 0});
    block.sticky = !clause.children.empty();
    At below = at;
    below.number = below.edge = at.edge + quotation_inset;
    below.inside = true;
    lay(clause.children, below);
  }

  DocxBlocks made_;
};

// What the style says by itself.
Indent own_indent(std::string_view style, int column) {
  const bool in_column = style == "BodyText" || style.starts_with("Heading");
  return {in_column ? column : 0, 0};
}

}  // namespace

void write_properties(const XmlElement& properties, const DocxBlock& block, const DocxPlace& place,
                      const DocxNumbering& numbering) {
  properties.add("w:pStyle").set("w:val", block.style);
  if (block.sticky) properties.add("w:keepNext");
  if (place.first) properties.add("w:pageBreakBefore");
  const bool numbered = place.number.list != 0;
  if (numbered) {
    const XmlElement number = properties.add("w:numPr");
    number.add("w:ilvl").set("w:val", std::to_string(place.number.level));
    number.add("w:numId").set("w:val", std::to_string(place.number.list));
  }
  const Indent own =
      numbered ? numbering.indent_of(place.number) : own_indent(block.style, place.column);
  if (block.indent == own) return;
  const XmlElement indent = properties.add("w:ind");
  indent.set("w:left", std::to_string(block.indent.left));
  if (block.indent.hanging != own.hanging)
    indent.set("w:hanging", std::to_string(block.indent.hanging));
}

DocxBlocks docx_blocks(const std::vector<Clause>& clauses) {
  return Flow(clauses).take();
}

}  // namespace concord::render
