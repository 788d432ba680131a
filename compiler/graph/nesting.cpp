#include "graph/nesting.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "diag/messages.h"
#include "graph/full_numbers.h"
#include "graph/numbers.h"
#include "graph/open_clauses.h"
#include "syntax/number.h"

namespace concord::graph {
namespace {

using syntax::Block;
using syntax::BlockKind;
using syntax::Number;
using syntax::NumberStyle;
using syntax::Prose;

bool is_list_of(const Block& block) {
  return block.kind == BlockKind::list && !block.children.empty();
}

// Returns where the part stands in all.
syntax::Range append(Prose& all, const Prose& part) {
  if (!all.text.empty()) all.text.push_back(' ');
  const auto offset = static_cast<std::uint32_t>(all.text.size());
  all.text += part.text;
  for (syntax::Mark mark : part.marks) {
    mark.range.begin += offset;
    mark.range.end += offset;
    all.marks.push_back(std::move(mark));
  }
  for (const syntax::Anchor& anchor : part.anchors)
    all.anchors.push_back({anchor.text + offset, anchor.source});
  return {offset, static_cast<std::uint32_t>(all.text.size())};
}

// All cells, row by row, the header first; adds to `ranges` where each of them stands.
Prose words_of(const syntax::Table& table, std::vector<syntax::Range>& ranges) {
  Prose all;
  for (const auto& cell : table.header) ranges.push_back(append(all, cell.prose));
  for (const auto& row : table.rows)
    for (const auto& cell : row) ranges.push_back(append(all, cell.prose));
  return all;
}

// With the blocks inside them. Each becomes one clause at most.
std::size_t count(const std::vector<Block>& blocks) {
  std::size_t all = blocks.size();
  for (const Block& block : blocks) all += count(block.children);
  return all;
}

class Nesting {
 public:
  Nesting(ClauseGraph& graph, diag::Sink& sink) : graph_(graph), sink_(sink), numbers_(graph) {}

  std::optional<ClauseId> run(std::vector<Block> blocks) {
    graph_.clauses.reserve(count(blocks));  // so that none is moved
    std::vector<Block> footnotes;
    std::vector<Block> text;
    text.reserve(blocks.size());
    for (Block& block : blocks)
      (block.kind == BlockKind::footnote ? footnotes : text).push_back(std::move(block));
    Flow flow;
    walk(text, flow);
    for (Block& block : footnotes) footnote(block);
    return title_;
  }

 private:
  Clause& at(ClauseId id) { return graph_.clauses[index(id)]; }

  void walk(std::vector<Block>& blocks, Flow& flow) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      Block& block = blocks[i];
      const bool was_list = std::exchange(flow.after_list_directly, false);
      const auto paragraph_before = std::exchange(flow.paragraph, std::nullopt);
      if (i > flow.rejoined_before || flow.rejoined_before == 0)
        flow.rejoined_before = rejoining(blocks, i, flow);
      const bool rejoined = i < flow.rejoined_before;
      const bool same_list = was_list || rejoins_at(flow, i);
      switch (block.kind) {
        case BlockKind::heading:
          heading(block, designation(blocks, i), flow);
          break;
        case BlockKind::paragraph:
          paragraph(block, flow, rejoined);
          break;
        case BlockKind::list:
          if (same_list ? resumes_the_text(block, flow)
                        : numbers_the_text(block, paragraph_before, flow))
            numbered_paragraphs(block, flow);
          else
            list(block, flow, same_list ? flow.lead_in : paragraph_before, same_list);
          break;
        case BlockKind::item:
          item(block, flow.container(), Place::body);
          break;
        case BlockKind::quote:
          quote(block, rejoined ? flow.lead_in : owner_of_aside(paragraph_before, flow));
          break;
        case BlockKind::table:
          table(block, rejoined ? flow.lead_in : owner_of_aside(paragraph_before, flow));
          break;
        case BlockKind::footnote:
          footnote(block);
          break;
      }
    }
  }

  // What the heading at that place is designated by. Where only a space stands before its title,
  // and that could be a matter as well, the numbers below must begin with its own.
  static std::optional<syntax::Designation> designation(const std::vector<Block>& blocks,
                                                        std::size_t at) {
    if (blocks[at].number.present()) return std::nullopt;
    auto found = syntax::designation_at_start(blocks[at].prose.text);
    if (!found || found->set_apart || syntax::needs_no_sign(*found)) return found;
    const auto own = parts_of(found->number);
    for (std::size_t i = at + 1; i < blocks.size() && i < at + longest_interposition; ++i) {
      if (blocks[i].number.style == NumberStyle::decimal &&
          lies_below(parts_of(blocks[i].number.bare()), own))
        return found;
      if (blocks[i].kind == BlockKind::heading) break;
    }
    return std::nullopt;
  }

  void heading(Block& block, std::optional<syntax::Designation> designation, Flow& flow) {
    if (flow.home) return paragraph(block, flow, false);  // a heading inside an item is its text
    flow.forget_list();
    flow.clauses.clear();
    if (is_title(block)) {
      const ClauseId id = add(Kind::section, block, std::nullopt, Place::body);
      at(id).designation = std::move(designation);
      title_ = id;
      return;
    }
    if (!designation) numbers_.automate_heading(block);
    if (is_lettered(block.number)) settle_by(block.number, flow.sections);
    leave_sections(block, designation ? designation->noun : std::string(), flow);
    const auto parent = flow.section();
    numbers_.give(block.number, Kind::section, parent);
    const ClauseId id = add(Kind::section, block, parent, Place::body);
    at(id).is_division = designation.has_value();
    at(id).designation = std::move(designation);
    if (parent && block.number.present() && at(*parent).full_number.empty())
      at(*parent).is_division = true;
    flow.sections.push_back(opened(at(id)));
    flow.sections.back().heading_level = block.heading_level;
  }

  bool is_title(const Block& block) const {
    const auto is_section = [](const Clause& clause) { return clause.kind == Kind::section; };
    return block.heading_level == 1 && !block.number.present() &&
           std::ranges::none_of(graph_.clauses, is_section);
  }

  void paragraph(Block& block, Flow& flow, bool rejoined) {
    if (!rejoined) numbers_.automate_paragraph(block, flow.container());
    if (block.number.present() && !rejoined) {
      numbered_paragraph(block, flow);
      return;
    }
    if (!flow.after_list && goes_on(block.prose)) leave_letters(flow);
    const bool tail = flow.after_list && (rejoined || keeps_tail(flow));
    const auto parent = tail ? flow.lead_in : flow.container();
    flow.paragraph = add(Kind::paragraph, block, parent, tail ? Place::tail : Place::body);
  }

  // Text after a list goes on with the lead-in where that is a numbered clause or the item around.
  bool keeps_tail(const Flow& flow) {
    if (!flow.lead_in) return false;
    if (flow.lead_in == flow.home) return true;
    const Clause& lead_in = at(*flow.lead_in);
    return lead_in.kind != Kind::section && lead_in.number.present();
  }

  // Words that begin in small letters go on with a sentence.
  static bool goes_on(const Prose& prose) {
    return !prose.text.empty() && prose.text[0] >= 'a' && prose.text[0] <= 'z';
  }

  // "(i) …; (ii) …; and amendments so made are reported": the sentence is that of the lettered
  // paragraphs' lead-in, which they stand in as a list does.
  void leave_letters(Flow& flow) {
    std::size_t keep = flow.clauses.size();
    while (keep > 0 && is_lettered(flow.clauses[keep - 1].number) &&
           !leads_in(at(flow.clauses[keep - 1].id).text))
      --keep;
    if (keep == 0 || keep == flow.clauses.size()) return;
    flow.clauses.resize(keep);
    flow.lead_in = flow.clauses.back().id;
    flow.after_list = true;
  }

  ClauseId numbered_paragraph(Block& block, Flow& flow) {
    flow.forget_list();
    if (is_lettered(block.number)) settle_paragraph(block, flow);
    leave_section(block.number, flow);
    leave_clauses(block.number, flow);
    const auto parent = flow.container();
    numbers_.give(block.number, Kind::clause, parent);
    const ClauseId id = add(Kind::clause, block, parent, Place::body);
    flow.clauses.push_back(opened(at(id)));
    if (is_capital(at(id).number)) flow.capital = {flow.clauses.back()};
    flow.paragraph = id;
    return id;
  }

  // Behind another list: "2. Members must:" "(a) …" "(b) …" "3. Officers advise." The next label of
  // that list is its own.
  bool resumes_the_text(const Block& list, const Flow& flow) const {
    return has_whole_numbers(list) && !continues(flow.last_label, list.children.front().number) &&
           goes_on_from_clause(list, flow);
  }

  bool has_whole_numbers(const Block& list) const {
    return quotes_ == 0 && !list.children.empty() &&
           std::ranges::all_of(list.children, [](const Block& item) {
             return is_whole(item.number) && !item.number.label.starts_with('(');
           });
  }

  // "1. … 2. …" as a Markdown list may be paragraphs of the text, numbered through: not where
  // something leads into them or where they are parts of a sentence; below a numbered paragraph
  // only where they go on from what it stands below.
  bool numbers_the_text(const Block& block, std::optional<ClauseId> before, const Flow& flow) {
    if (!has_whole_numbers(block)) return false;
    if (flow.home && !(at(*flow.home).kind == Kind::clause && is_decimal(at(*flow.home).number)))
      return false;
    const Block& first = block.children.front();
    if (goes_on_from_clause(block, flow)) return true;
    if (!before && flow.clauses.empty()) before = flow.home;
    const bool led_in = before && at(*before).kind != Kind::section &&
                        (leads_in(at(*before).text) || opens_a_list(at(*before).text));
    const bool below = !flow.clauses.empty() && !is_whole(flow.clauses.back().number);
    return !led_in && !below && !goes_on(first.prose) && !first.prose.text.ends_with(';');
  }

  void numbered_paragraphs(Block& block, Flow& flow) {
    for (Block& each : block.children) {
      std::vector<Block> children = std::move(each.children);
      const ClauseId id = numbered_paragraph(each, flow);
      if (children.empty()) continue;
      inside(children, id);
      flow.paragraph.reset();
    }
  }

  // A lettered paragraph has no list around it: its sibling is an open clause that it continues.
  void settle_paragraph(Block& block, const Flow& flow) {
    const bool one_way = syntax::readings(block.number).size() < 2;
    if (one_way || settle_by(block.number, flow.clauses)) return;
    if (is_capital(block.number) && settle_by(block.number, flow.capital)) return;
    Number* label = &block.number;
    settle({&label, 1}, nullptr, {&block, 1});
  }

  // `goes_on`: the list follows the one before, or rejoins it.
  void list(Block& block, Flow& flow, std::optional<ClauseId> before, bool goes_on) {
    if (block.children.empty()) return;
    const auto parent = before ? before : flow.container();
    const bool counts_on = goes_on && continues(flow.last_label, block.children.front().number);
    std::vector<Number*> labels;
    for (Block& each : block.children) labels.push_back(&each.number);
    settle(labels, counts_on ? &flow.last_label : nullptr, block.children);

    const bool continues_text = parent && at(*parent).kind != Kind::section;
    for (Block& each : block.children) {
      flow.automatic = each.number.style == NumberStyle::automatic;
      const ClauseId id = item(each, parent, continues_text ? Place::list : Place::body);
      flow.last_label = at(id).number;
    }
    flow.after_list = flow.after_list_directly = true;
    flow.lead_in = parent;
  }

  ClauseId item(Block& block, std::optional<ClauseId> parent, Place place) {
    numbers_.give(block.number, Kind::item, parent);
    std::vector<Block> children = std::move(block.children);
    const ClauseId id = add(Kind::item, block, parent, place);
    inside(children, id);
    return id;
  }

  // The blocks within an item or a footnote, after its own first paragraph. As deep as the blocks
  // are nested, which syntax/ bounds.
  void inside(std::vector<Block>& children, ClauseId home) {
    Flow flow;
    flow.home = home;
    walk(children, flow);
  }

  // A quotation or table belongs to the lead-in before it, else to the clause or section around.
  std::optional<ClauseId> owner_of_aside(std::optional<ClauseId> paragraph, const Flow& flow) {
    if (paragraph && leads_in(at(*paragraph).text)) return paragraph;
    return flow.container();
  }

  void quote(Block& block, std::optional<ClauseId> owner) {
    ++quotes_;
    std::optional<ClauseId> paragraph = owner;
    for (Block& each : block.children) {
      if (is_list_of(each)) {
        Flow flow;
        flow.home = paragraph;
        list(each, flow, paragraph, false);
      } else if (each.kind == BlockKind::quote) {
        quote(each, paragraph);
      } else if (each.kind == BlockKind::table) {
        table(each, owner);
      } else {
        paragraph = add(Kind::quote, each, owner, Place::body);
      }
    }
    --quotes_;
  }

  void table(Block& block, std::optional<ClauseId> owner) {
    std::vector<syntax::Range> cells;
    if (block.table) block.prose = words_of(*block.table, cells);
    at(add(Kind::table, block, owner, Place::body)).cells = std::move(cells);
  }

  void footnote(Block& block) {
    std::vector<Block> children = std::move(block.children);
    inside(children, add(Kind::footnote, block, std::nullopt, Place::body));
  }

  static bool rejoins_at(const Flow& flow, std::size_t place) {
    return place > 0 && place == flow.rejoined_before;
  }

  void settle(std::span<Number*> labels, const Number* before, std::span<Block> blocks) {
    for (const std::size_t doubtful : settle_letters(labels, before)) {
      const Block& block = blocks[doubtful];
      if (block.attributes.find("sic") != nullptr) continue;
      const bool roman = is_roman(block.number);
      sink_.report({diag::Code::NUM005, block.number_span,
                    roman ? fmt::format(diag::NUM005::read_as_roman, block.number.label)
                          : fmt::format(diag::NUM005::read_as_letter, block.number.label)});
    }
  }

  ClauseId add(Kind kind, Block& block, std::optional<ClauseId> parent, Place place) {
    Clause clause;
    clause.id = static_cast<ClauseId>(graph_.clauses.size());
    clause.kind = quotes_ > 0 && kind == Kind::paragraph ? Kind::quote : kind;
    clause.place = place;
    clause.number = std::move(block.number);
    (kind == Kind::section ? clause.heading : clause.text) = std::move(block.prose);
    clause.table = std::move(block.table);
    clause.attributes = std::move(block.attributes);
    clause.heading_level = kind == Kind::section ? block.heading_level : 0;
    clause.level = parent ? at(*parent).level + 1 : 0;
    clause.parent = parent;
    clause.span = block.span;
    clause.number_span = block.number_span;
    if (quotes_ == 0) clause.full_number = numbers_.of(clause);
    numbers_.count(clause);
    const ClauseId id = clause.id;
    (parent ? at(*parent).children : graph_.roots).push_back(id);
    graph_.clauses.push_back(std::move(clause));
    return id;
  }

  ClauseGraph& graph_;
  diag::Sink& sink_;
  FullNumbers numbers_;
  std::optional<ClauseId> title_;
  int quotes_ = 0;  // how many quotations are open: numbers in them are others' numbers
};

}  // namespace

std::optional<ClauseId> nest(std::vector<Block> blocks, ClauseGraph& graph, diag::Sink& sink) {
  return Nesting(graph, sink).run(std::move(blocks));
}

}  // namespace concord::graph
