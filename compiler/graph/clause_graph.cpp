// Nesting, in one walk over the blocks.
//
// Three stacks would tell the whole story, and two are enough: the open sections, and the open
// numbered clauses of the innermost section. A number finds its parent by going up until it meets a
// number that it continues (4.5.1 finds 4.5); a heading without a number goes by its level; what
// has neither belongs to whatever is open. The tempting alternative, a first pass that builds a
// tree of headings and a second that sorts numbers into it, loses the order of the text, and with
// it what an unnumbered paragraph belongs to.
//
// The order of clauses is the order of the text, and a tree walked from its roots meets them in
// that order: a list that rejoins an earlier lead-in takes the paragraphs between with it.

#include "graph/clause_graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "diag/messages.h"
#include "graph/keys.h"
#include "graph/numbers.h"
#include "syntax/number.h"

namespace concord::graph {
namespace {

using syntax::Block;
using syntax::BlockKind;
using syntax::Number;
using syntax::NumberStyle;
using syntax::Prose;

// How many paragraphs may stand between two halves of one list.
constexpr std::size_t longest_interposition = 8;

bool is_lettered(const Number& number) {
  return number.present() && !is_decimal(number) && number.style != NumberStyle::automatic;
}

bool leads_in(const Prose& prose) {
  const auto end = prose.text.find_last_not_of(' ');
  return end != std::string::npos && prose.text[end] == ':';
}

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

// A place where a number may find its parent.
struct Open {
  ClauseId id{};
  Number number;
  // Of a decimal number, a heading's letter or numeral, or a designation: what numbers below begin
  // with. Empty for all else.
  std::vector<std::string> parts;
  int heading_level = 0;
  std::string noun = {};  // of a designation
};

// What the blocks of one region (the text, an item, a footnote) have opened so far.
struct Flow {
  std::optional<ClauseId> home;  // the item or footnote that holds the region
  std::vector<Open> sections;
  std::vector<Open> clauses;          // numbered, within the innermost section
  std::vector<Open> capital;          // the last with a capital letter ("A."), or none
  std::optional<ClauseId> paragraph;  // the block just before, where it is a paragraph
  bool after_list = false;            // some list stands since the last number or heading
  bool after_list_directly = false;   // the block just before is a list
  std::optional<ClauseId> lead_in;    // of that list
  Number last_label;                  // of that list
  bool automatic = false;             // its labels are the compiler's
  std::size_t rejoined_before = 0;    // blocks before this index belong to `lead_in`

  void forget_list() {
    after_list = after_list_directly = false;
    lead_in.reset();
    last_label = {};
  }
  // What an unnumbered block belongs to.
  std::optional<ClauseId> container() const {
    if (!clauses.empty()) return clauses.back().id;
    return section();
  }
  std::optional<ClauseId> section() const {
    return sections.empty() ? home : std::optional(sections.back().id);
  }
};

class Builder {
 public:
  Builder(syntax::Document document, diag::Sink& sink)
      : document_(std::move(document)), sink_(sink) {
    graph_.file = document_.file;
    graph_.metadata = std::move(document_.metadata);
    graph_.clauses.reserve(count(document_.blocks));  // so that none is moved
  }

  ClauseGraph run() {
    std::vector<Block> footnotes;
    std::vector<Block> text;
    text.reserve(document_.blocks.size());
    for (Block& block : document_.blocks)
      (block.kind == BlockKind::footnote ? footnotes : text).push_back(std::move(block));
    Flow flow;
    walk(text, flow);
    for (Block& block : footnotes) footnote(block);
    name_clauses();
    connect();
    return std::move(graph_);
  }

 private:
  Clause& at(ClauseId id) { return graph_.clauses[index(id)]; }

  // ---- the walk

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
    if (!designation) automate(block, flow.section(), true);
    if (is_lettered(block.number)) settle_by(block.number, flow.sections);
    leave_sections(block, designation ? designation->noun : std::string(), flow);
    const auto parent = flow.section();
    number_automatically(block.number, Kind::section, parent);
    const ClauseId id = add(Kind::section, block, parent, Place::body);
    at(id).is_division = designation.has_value();
    at(id).designation = std::move(designation);
    if (parent && block.number.present() && at(*parent).full_number.empty())
      at(*parent).is_division = true;
    flow.sections.push_back(opened(id));
    flow.sections.back().heading_level = block.heading_level;
  }

  bool is_title(const Block& block) const {
    const auto is_section = [](const Clause& clause) { return clause.kind == Kind::section; };
    return block.heading_level == 1 && !block.number.present() &&
           std::ranges::none_of(graph_.clauses, is_section);
  }

  // Closes the sections that the heading does not stand in. `noun`: of its designation.
  static void leave_sections(const Block& block, const std::string& noun, Flow& flow) {
    const auto parts = prefix_of(block.number);
    const auto above =
        std::find_if(flow.sections.rbegin(), flow.sections.rend(),
                     [&](const Open& o) { return !o.parts.empty() && lies_below(parts, o.parts); });
    if (above != flow.sections.rend()) {
      flow.sections.erase(above.base(), flow.sections.end());
      return;
    }
    const auto like = std::ranges::find(flow.sections, noun, &Open::noun);
    if (!noun.empty()) flow.sections.erase(like, flow.sections.end());
    while (!flow.sections.empty()) {
      Open& last = flow.sections.back();
      const bool rival = is_decimal(block.number) && is_decimal(last.number);
      if (!rival && last.heading_level < block.heading_level) break;
      if (begins_below(block, last)) {
        last.heading_level = block.heading_level - 1;
        break;
      }
      flow.sections.pop_back();
    }
  }

  // "## Part B" and then "## 1. Duties": of one level, and yet the first number of the part.
  static bool begins_below(const Block& block, const Open& last) {
    return !last.noun.empty() && last.heading_level == block.heading_level &&
           is_whole(block.number) && block.number.path.back() == 1;
  }

  // What numbers below this one begin with.
  static std::vector<std::string> prefix_of(const Number& number) {
    const bool capitals =
        number.style == NumberStyle::upper_alpha || number.style == NumberStyle::upper_roman;
    return is_decimal(number) || capitals ? parts_of(number.bare()) : std::vector<std::string>{};
  }

  void paragraph(Block& block, Flow& flow, bool rejoined) {
    if (!rejoined) automate(block, flow.container(), false);
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
    number_automatically(block.number, Kind::clause, parent);
    const ClauseId id = add(Kind::clause, block, parent, Place::body);
    flow.clauses.push_back(opened(id));
    if (is_capital(at(id).number)) flow.capital = {flow.clauses.back()};
    flow.paragraph = id;
    return id;
  }

  // True where the list goes on from a numbered paragraph around: "1." "1.1" "1.2" "2.".
  static bool goes_on_from_clause(const Block& list, const Flow& flow) {
    const Number& first = list.children.front().number;
    return std::ranges::any_of(flow.clauses, [&](const Open& open) {
      return is_whole(open.number) && continues(open.number, first);
    });
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

  // "In particular it aims to –"
  static bool opens_a_list(const Prose& prose) {
    const std::string_view text = prose.text;
    return text.ends_with("-") || text.ends_with("\xE2\x80\x93") || text.ends_with("\xE2\x80\x94");
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

  // "1. Definitions" as a heading, "1.1", "1.2", and then "2. Members should …" as a paragraph: it
  // goes on from the section, and does not stand in it.
  static void leave_section(const Number& number, Flow& flow) {
    if (flow.sections.empty() || flow.clauses.empty() || !is_whole(number)) return;
    const Number& section = flow.sections.back().number;
    const bool deeper =
        is_decimal(flow.clauses.front().number) && !is_whole(flow.clauses.front().number);
    if (number.label.starts_with('(') || !deeper || !is_whole(section) ||
        !continues(section, number))
      return;
    flow.sections.pop_back();
    flow.clauses.clear();
  }

  // "(1)" stands below a clause as "(a)" does.
  static bool is_bracketed(const Number& number) {
    return number.label.starts_with('(') && (is_whole(number) || is_lettered(number));
  }

  // Closes the clauses that a paragraph with this number does not stand in.
  static void leave_clauses(const Number& number, Flow& flow) {
    if (number.style == NumberStyle::automatic) {
      flow.clauses.clear();
    } else if (is_decimal(number) && !is_bracketed(number)) {
      const auto parts = prefix_of(number);
      const auto holds = [&](const Open& open) {
        return !open.parts.empty() && lies_below(parts, open.parts);
      };
      while (!flow.clauses.empty() && !holds(flow.clauses.back())) flow.clauses.pop_back();
    } else {
      const auto sibling =
          std::find_if(flow.clauses.begin(), flow.clauses.end(), [&](const Open& open) {
            return open.number.style == number.style &&
                   (!is_decimal(number) || is_bracketed(open.number));
          });
      flow.clauses.erase(sibling, flow.clauses.end());
    }
  }

  // Reads the label so that it goes on from an open one, the innermost first; false where it goes
  // on from none.
  static bool settle_by(Number& number, const std::vector<Open>& open) {
    const std::vector<Number> readings = syntax::readings(number);
    for (auto each = open.rbegin(); each != open.rend(); ++each) {
      for (const Number& reading : readings) {
        if (!syntax::is_next(reading, each->number)) continue;
        number = reading;
        return true;
      }
    }
    return false;
  }

  // "A.": numbers the paragraphs of a text, across its headings too.
  static bool is_capital(const Number& number) {
    const bool upper =
        number.style == NumberStyle::upper_alpha || number.style == NumberStyle::upper_roman;
    return upper && !number.label.starts_with('(');
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
    number_automatically(block.number, Kind::item, parent);
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

  // The index of a list that goes on from the list before, with only unnumbered blocks between;
  // else 0. Automatic labels go on where nothing leads into them anew.
  static std::size_t rejoining(const std::vector<Block>& blocks, std::size_t from,
                               const Flow& flow) {
    if (!flow.after_list || !flow.lead_in) return 0;
    const std::size_t end = std::min(blocks.size(), from + longest_interposition);
    for (std::size_t i = from; i < end; ++i) {
      const Block& block = blocks[i];
      if (is_list_of(block)) {
        const Number& first = block.children.front().number;
        const bool goes_on = first.style == NumberStyle::automatic
                                 ? i > from && flow.automatic && !leads_in(blocks[i - 1].prose)
                                 : continues(flow.last_label, first);
        return i > from && goes_on ? i : 0;
      }
      if (block.kind == BlockKind::heading || block.number.present()) return 0;
    }
    return 0;
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

  // ---- numbers

  // With `numbering: auto` headings and paragraphs of the text itself have a number without asking.
  void automate(Block& block, std::optional<ClauseId> parent, bool is_heading) const {
    if (graph_.metadata.numbering != syntax::Numbering::automatic || block.number.present()) return;
    if (!is_heading && (!parent || graph_.clauses[index(*parent)].kind == Kind::item)) return;
    if (!is_heading && graph_.clauses[index(*parent)].kind == Kind::footnote) return;
    if (std::ranges::find(block.attributes.classes, "unnumbered") != block.attributes.classes.end())
      return;
    block.number.style = NumberStyle::automatic;
    block.number.label = "#.";
  }

  // The compiler's own number: the next after its last sibling, be that printed or given.
  void number_automatically(Number& number, Kind kind, std::optional<ClauseId> parent) {
    if (number.style != NumberStyle::automatic) return;
    const Number* above = parent ? numbered_above(*parent) : nullptr;
    if (kind == Kind::item) {
      const bool roman = above != nullptr && above->style == NumberStyle::lower_alpha;
      number.style = roman ? NumberStyle::lower_roman : NumberStyle::lower_alpha;
      number.path = {next_after(parent, number.style)};
      number.label =
          fmt::format("({})", roman ? syntax::as_roman(number.path[0]) : as_letter(number.path[0]));
      return;
    }
    number.style = NumberStyle::decimal;
    const bool below = above != nullptr && is_decimal(*above);
    number.path = below ? above->path : std::vector<std::uint32_t>{};
    std::string_view stem = below ? above->bare() : std::string_view();
    while (number.path.size() > 1 && number.path.back() == 0) {  // "1.0" is 1
      number.path.pop_back();
      stem.remove_suffix(std::min<std::size_t>(2, stem.size()));
    }
    number.path.push_back(next_after(parent, number.style));
    number.label = below ? fmt::format("{}.{}", stem, number.path.back())
                         : fmt::format("{}.", number.path.back());
  }

  std::uint32_t next_after(std::optional<ClauseId> parent, NumberStyle style) const {
    const auto last = last_values_.find({parent, style});
    return last == last_values_.end() ? 1 : last->second + 1;
  }

  // The number of the clause, or of the nearest clause around it that has one.
  const Number* numbered_above(ClauseId id) const {
    const auto found = nearest_numbered(id);
    return found ? &graph_.clauses[index(*found)].number : nullptr;
  }

  std::optional<ClauseId> nearest_numbered(std::optional<ClauseId> id) const {
    while (id && graph_.clauses[index(*id)].full_number.empty())
      id = graph_.clauses[index(*id)].parent;
    return id;
  }

  // "2.3", "B.1", "A1": says itself what it stands below.
  static bool is_absolute(const Number& number) {
    const std::string_view bare = number.bare();
    return bare.find('.') != std::string_view::npos || bare[0] > '9';
  }

  std::string full_number(const Clause& clause) const {
    const Number& number = clause.number;
    if (!number.present() || quotes_ > 0 || clause.kind == Kind::footnote) return {};
    std::string bare(number.bare());
    if (is_decimal(number) && is_absolute(number)) return bare;
    const auto above = nearest_numbered(clause.parent);
    if (is_decimal(number) && clause.kind != Kind::item && !is_bracketed(number))
      return above ? graph_.clauses[index(*above)].full_number + "." + bare : bare;
    if (!above &&
        (clause.kind == Kind::section || (clause.kind == Kind::clause && is_capital(number))))
      return bare;
    return (above ? graph_.clauses[index(*above)].full_number : "") + "(" + bare + ")";
  }

  // ---- clauses

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
    clause.full_number = full_number(clause);
    if (clause.number.present() && !clause.number.path.empty())
      last_values_[{parent, clause.number.style}] = clause.number.path.back();
    const ClauseId id = clause.id;
    (parent ? at(*parent).children : graph_.roots).push_back(id);
    graph_.clauses.push_back(std::move(clause));
    return id;
  }

  Open opened(ClauseId id) const {
    const Clause& clause = graph_.clauses[index(id)];
    Open open{id, clause.number, prefix_of(clause.number), 0};
    if (clause.kind == Kind::clause && !is_decimal(clause.number)) open.parts.clear();
    if (clause.designation) {
      open.parts = parts_of(clause.designation->number);
      open.noun = clause.designation->noun;
    }
    return open;
  }

  // ---- names

  // Ids that authors gave first: they must not depend on what happens to be generated before them.
  void name_clauses() {
    Names names;
    std::map<std::string, ClauseId> first;
    for (Clause& clause : graph_.clauses) {
      const std::string& id = clause.attributes.id;
      if (id.empty()) continue;
      if (!valid_id(id)) {
        sink_.report(
            {diag::Code::ID004, clause.attributes.span, fmt::format(diag::ID004::characters, id)});
        continue;
      }
      clause.key = names.take(id);
      const auto [owner, fresh] = first.try_emplace(id, clause.id);
      if (fresh) continue;
      sink_.report({diag::Code::ID001,
                    clause.attributes.span,
                    fmt::format(diag::ID001::twice, id),
                    {{diag::ID001::first_here, at(owner->second).attributes.span}}});
    }
    repeating_ = repeating_divisions();
    std::map<std::pair<std::optional<ClauseId>, char>, unsigned> places;
    for (Clause& clause : graph_.clauses)
      if (clause.key.empty()) clause.key = names.take(generated_key(clause, places));
  }

  // The divisions some of whose numbers stand elsewhere too, so that their identifiers need the
  // division's own before them.
  std::set<ClauseId> repeating_divisions() const {
    std::map<std::vector<std::string>, std::optional<ClauseId>> first;
    std::set<ClauseId> repeating;
    for (const Clause& clause : graph_.clauses) {
      const auto division = division_of(graph_, clause);
      auto parts =
          parts_of(clause.designation ? clause.designation->noun + "." + clause.designation->number
                                      : clause.full_number);
      if (parts.empty() || clause.full_number.starts_with('(')) continue;
      const auto [found, fresh] = first.try_emplace(std::move(parts), division);
      if (fresh || found->second == division) continue;
      if (found->second) repeating.insert(*found->second);
      if (division) repeating.insert(*division);
    }
    return repeating;
  }

  // The identifier of the division that repeats numbers, and a full stop, for what stands in it.
  std::string division_prefix(const Clause& clause) const {
    const auto division = division_of(graph_, clause);
    if (!division || !repeating_.contains(*division)) return {};
    return graph_.clauses[index(*division)].key + ".";
  }

  std::string generated_key(
      const Clause& clause,
      std::map<std::pair<std::optional<ClauseId>, char>, unsigned>& places) const {
    if (clause.id == title_) return "title";
    const std::string prefix = clause.parent ? graph_.clauses[index(*clause.parent)].key + "." : "";
    if (clause.kind == Kind::footnote) return "fn" + slug(clause.number.label);
    if (clause.designation)
      return division_prefix(clause) +
             slug(clause.designation->noun + " " + clause.designation->number);
    if (!clause.full_number.empty()) {
      const bool relative = clause.full_number.starts_with('(');
      return (relative ? prefix : division_prefix(clause)) + number_slug(clause.full_number);
    }
    if (clause.kind == Kind::section) {
      const std::string words = slug(clause.heading.text);
      return words.empty() ? "section" : words;
    }
    const char letter = clause.kind == Kind::item    ? 'b'
                        : clause.kind == Kind::quote ? 'q'
                        : clause.kind == Kind::table ? 't'
                                                     : 'p';
    return fmt::format("{}{}{}", prefix, letter, ++places[{clause.parent, letter}]);
  }

  // ---- the network

  void connect() {
    for (const Clause& clause : graph_.clauses) {
      const bool note = clause.kind == Kind::footnote;
      graph_.network.add({graph_.metadata.id + "#" + clause.key,
                          note ? VertexKind::footnote : VertexKind::clause, label_of(clause)});
    }
    bool in_footnotes = false;  // which have no place in the order of reading
    for (const Clause& clause : graph_.clauses) {
      const auto vertex = static_cast<std::uint32_t>(clause.id);
      in_footnotes = in_footnotes || clause.kind == Kind::footnote;
      if (clause.parent)
        graph_.network.connect(static_cast<std::uint32_t>(*clause.parent), vertex,
                               EdgeKind::contains);
      if (vertex > 0 && !in_footnotes) graph_.network.connect(vertex - 1, vertex, EdgeKind::next);
    }
  }

  static std::string label_of(const Clause& clause) {
    if (clause.kind == Kind::footnote) return "footnote " + clause.number.label;
    if (!clause.full_number.empty()) return clause.full_number;
    return clause.kind == Kind::section ? clause.heading.text : clause.key;
  }

  syntax::Document document_;
  diag::Sink& sink_;
  ClauseGraph graph_;
  std::optional<ClauseId> title_;
  std::set<ClauseId> repeating_;  // divisions
  std::map<std::pair<std::optional<ClauseId>, NumberStyle>, std::uint32_t> last_values_;
  int quotes_ = 0;  // how many quotations are open: numbers in them are others' numbers
};

}  // namespace

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::section:
      return "section";
    case Kind::clause:
      return "clause";
    case Kind::item:
      return "item";
    case Kind::paragraph:
      return "paragraph";
    case Kind::quote:
      return "quote";
    case Kind::table:
      return "table";
    case Kind::footnote:
      return "footnote";
  }
  return "";
}

std::string_view name_of(Place place) {
  switch (place) {
    case Place::body:
      return "body";
    case Place::list:
      return "list";
    case Place::tail:
      return "tail";
  }
  return "";
}

std::optional<ClauseId> ClauseGraph::find(std::string_view key) const {
  const auto found = std::ranges::find(clauses, key, &Clause::key);
  if (found == clauses.end()) return std::nullopt;
  return found->id;
}

std::optional<ClauseId> division_of(const ClauseGraph& graph, const Clause& clause) {
  auto around = clause.parent;
  while (around && !graph[*around].is_division) around = graph[*around].parent;
  return around;
}

ClauseGraph build(syntax::Document document, diag::Sink& sink) {
  return Builder(std::move(document), sink).run();
}

std::string dump(const ClauseGraph& graph) {
  std::string text;
  for (const Clause& clause : graph.clauses) {
    text += fmt::format("{:{}}{} {}", "", 2 * clause.level, clause.key, name_of(clause.kind));
    if (clause.place != Place::body) text += fmt::format(" {}", name_of(clause.place));
    if (clause.number.present() || clause.kind == Kind::footnote)
      text += fmt::format(" [{}]", clause.number.label);
    if (!clause.full_number.empty()) text += fmt::format(" = {}", clause.full_number);
    text += fmt::format(" | {}\n", clause.words().text);
  }
  return text;
}

}  // namespace concord::graph
