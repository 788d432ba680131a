#include "graph/open_clauses.h"

#include <algorithm>

#include "graph/numbers.h"
#include "syntax/number.h"

namespace concord::graph {

using syntax::Block;
using syntax::BlockKind;
using syntax::Number;
using syntax::NumberStyle;
using syntax::Prose;

namespace {

// What numbers below this one begin with.
std::vector<std::string> prefix_of(const Number& number) {
  const bool capitals =
      number.style == NumberStyle::upper_alpha || number.style == NumberStyle::upper_roman;
  return is_decimal(number) || capitals ? parts_of(number.bare()) : std::vector<std::string>{};
}

// "## Part B" and then "## 1. Duties": of one level, and yet the first number of the part.
bool begins_below(const Block& block, const Open& last) {
  return !last.noun.empty() && last.heading_level == block.heading_level &&
         is_whole(block.number) && block.number.path.back() == 1;
}

bool is_list_of(const Block& block) {
  return block.kind == BlockKind::list && !block.children.empty();
}

}  // namespace

void Flow::forget_list() {
  after_list = after_list_directly = false;
  lead_in.reset();
  last_label = {};
}

std::optional<ClauseId> Flow::container() const {
  if (!clauses.empty()) return clauses.back().id;
  return section();
}

std::optional<ClauseId> Flow::section() const {
  return sections.empty() ? home : std::optional(sections.back().id);
}

Open opened(const Clause& clause) {
  Open open{clause.id, clause.number, prefix_of(clause.number), 0};
  if (clause.kind == Kind::clause && !is_decimal(clause.number)) open.parts.clear();
  if (clause.designation) {
    open.parts = parts_of(clause.designation->number);
    open.noun = clause.designation->noun;
  }
  return open;
}

bool is_lettered(const Number& number) {
  return number.present() && !is_decimal(number) && number.style != NumberStyle::automatic;
}

bool is_bracketed(const Number& number) {
  return number.label.starts_with('(') && (is_whole(number) || is_lettered(number));
}

bool is_capital(const Number& number) {
  const bool upper =
      number.style == NumberStyle::upper_alpha || number.style == NumberStyle::upper_roman;
  return upper && !number.label.starts_with('(');
}

void leave_sections(const Block& block, const std::string& noun, Flow& flow) {
  const auto parts = prefix_of(block.number);
  const auto above = std::find_if(flow.sections.rbegin(), flow.sections.rend(), [&](const Open& o) {
    return !o.parts.empty() && lies_below(parts, o.parts);
  });
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

void leave_section(const Number& number, Flow& flow) {
  if (flow.sections.empty() || flow.clauses.empty() || !is_whole(number)) return;
  const Number& section = flow.sections.back().number;
  const bool deeper =
      is_decimal(flow.clauses.front().number) && !is_whole(flow.clauses.front().number);
  if (number.label.starts_with('(') || !deeper || !is_whole(section) || !continues(section, number))
    return;
  flow.sections.pop_back();
  flow.clauses.clear();
}

void leave_clauses(const Number& number, Flow& flow) {
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

bool settle_by(Number& number, const std::vector<Open>& open) {
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

bool goes_on_from_clause(const Block& list, const Flow& flow) {
  const Number& first = list.children.front().number;
  return std::ranges::any_of(flow.clauses, [&](const Open& open) {
    return is_whole(open.number) && continues(open.number, first);
  });
}

std::size_t rejoining(const std::vector<Block>& blocks, std::size_t from, const Flow& flow) {
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

bool leads_in(const Prose& prose) {
  const auto end = prose.text.find_last_not_of(' ');
  return end != std::string::npos && prose.text[end] == ':';
}

bool opens_a_list(const Prose& prose) {
  const std::string_view text = prose.text;
  return text.ends_with("-") || text.ends_with("\xE2\x80\x93") || text.ends_with("\xE2\x80\x94");
}

}  // namespace concord::graph
