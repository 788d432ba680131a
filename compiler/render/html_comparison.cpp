#include "render/html_comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/html_comparison_parts.h"
#include "render/html_decision.h"
#include "render/html_differences.h"
#include "render/html_pictures.h"
#include "view/addresses.h"
#include "view/comparison_words.h"

namespace concord::render {

namespace {

using compare::Basis;
using compare::State;

constexpr std::size_t fold_length = 60;  // of the first words of what is folded, at least

// A provision that one council alone has is not "the same" as anything.
bool stands_alone(const view::Row& row) {
  return row.have == 1;
}

// The words that a state has in the key of the page.
void fill_state(State state, const view::Row& row, const view::StateKey& key,
                const Dictionary& into) {
  const bool alone = stands_alone(row);
  into.set("entry_state"_name, alone ? "alone" : compare::name_of(state));
  into.show("alone"_name, alone);
  if (!alone) into.set_optional("state_words"_name, view::words_for(state, key));
}

// As the templates name how near a clause comes.
const Name& section_for(view::Nearness nearness) {
  switch (nearness) {
    case view::Nearness::much:
      return "much"_name;
    case view::Nearness::some:
      return "some"_name;
    case view::Nearness::little:
      break;
  }
  return "little"_name;
}

// With the way to the clause.
void fill_nearest(const view::Nearest& nearest, const Dictionary& into) {
  into.set("near_council"_name, nearest.place.council);
  into.set("near_clause"_name, nearest.place.clause);
  into.set("near_at"_name, nearest.place.label);
  into.show(section_for(nearest.nearness));
}

void fill_key(const view::StateKey& key, const Dictionary& into) {
  for (const view::StateMeaning& each : key) {
    const Dictionary state = into.section("key_state"_name);
    state.set("state"_name, compare::name_of(each.state));
    state.set("state_words"_name, each.words);
    state.set("meaning"_name, each.meaning);
  }
}

// ---- matrix.tpl

void fill_opening(const view::Entry& entry, const view::Row& row, const view::StateKey& key,
                  const Dictionary& into) {
  if (!entry.lead_in) fill_state(entry.state, row, key, into.section("stated"_name));
  into.set("at"_name, entry.place.label);
  into.set("words"_name, entry.opening.words);
  into.set_optional("before"_name, entry.opening.before);
  into.set_optional("after"_name, entry.opening.after);
  into.show("cut"_name, entry.opening.cut);
  into.set("letter"_name, entry.wording);
  into.show("lettered"_name, row.wordings > 1 && !entry.lead_in);
  into.show("decided"_name, entry.decided);
}

// What brings the council into the row: the best that one of its clauses has.
Basis basis_of(const view::Cell& cell) {
  Basis best = Basis::provision;
  for (const view::Entry& entry : cell.entries)
    if (!entry.lead_in) best = std::min(best, entry.basis);
  return best;
}

void set_unless_none(std::ptrdiff_t count, const Name& name, const Dictionary& into) {
  if (count > 0) into.set_optional(name, std::to_string(count));
}

void fill_cell(const view::Cell& cell, const view::Row& row, const view::StateKey& key,
               const Dictionary& into) {
  const bool alone = stands_alone(row) && !cell.entries.empty();
  into.set("council"_name, cell.council);
  into.set("name"_name, cell.name);
  into.set("state"_name, alone ? "alone" : compare::name_of(cell.state));
  for (const view::Entry& entry : cell.entries)
    fill_opening(entry, row, key, into.section("clauses"_name));
  if (cell.entries.empty()) {
    for (const view::Place& place : cell.refers) {
      const Dictionary other = into.section("refers"_name);
      fill_place(place, other);
      other.set("refers_words"_name, view::words_for(cell.state, key));
    }
  }
  if (cell.state < State::none) return;
  const Dictionary nothing = into.section("nothing"_name);
  nothing.set("nothing_words"_name, view::words_for(cell.state, key));
  if (cell.nearest) fill_nearest(*cell.nearest, nothing.section("nearest"_name));
}

// How many councils stand in the row though nothing links them to its leading wording.
void fill_basis(const view::Row& row, const Dictionary& into) {
  const auto count = [&](Basis basis) {
    return std::ranges::count_if(row.cells, [&](const view::Cell& cell) {
      return !cell.entries.empty() && basis_of(cell) == basis;
    });
  };
  set_unless_none(count(Basis::others), "through_others"_name, into);
  set_unless_none(count(Basis::provision), "by_provision"_name, into);
}

// With what the filters ask of a row: who has it, and who lacks it.
void fill_matrix_row(const view::Row& row, const view::StateKey& key, const Dictionary& into) {
  std::string has;
  std::string lacks;
  for (const view::Cell& cell : row.cells) {
    fill_cell(cell, row, key, into.section("cell"_name));
    if (!cell.entries.empty()) has += cell.council + " ";
    if (cell.state == State::none) lacks += cell.council + " ";
  }
  into.set("row_id"_name, row.id);
  into.set("row_title"_name, row.title);
  into.set("have"_name, row.have);
  fill_basis(row, into);
  into.show("differs"_name, row.differs);
  into.show("may_differ"_name, row.may_differ);
  into.set("has"_name, has);
  into.set("lacks"_name, lacks);
}

// What the filters of the matrix leave, in numbers.
void fill_filters(const view::ComparisonPages& pages, const Dictionary& into) {
  const auto count = [&](const auto& of_row) {
    std::ptrdiff_t rows = 0;
    for (const view::Topic& topic : pages.topics) rows += std::ranges::count_if(topic.rows, of_row);
    return rows;
  };
  into.set("differs_count"_name, count([](const view::Row& row) { return row.differs; }));
  into.set("may_differ_count"_name, count([](const view::Row& row) { return row.may_differ; }));
  into.set("shared_count"_name, count([](const view::Row& row) { return row.have > 1; }));
  into.set("one_count"_name, count(stands_alone));
  for (std::size_t i = 0; i < pages.councils.size(); ++i) {
    const Dictionary choice = into.section("lacking_choice"_name);
    choice.set("id"_name, pages.councils[i].id);
    choice.set("name"_name, pages.councils[i].name);
    choice.set("count"_name,
               count([&](const view::Row& row) { return row.cells[i].state == State::none; }));
  }
}

void fill_matrix(const view::ComparisonPages& pages, const Dictionary& into) {
  std::size_t provisions = 0;
  for (const view::Topic& topic : pages.topics) {
    const Dictionary section = into.section("topic"_name);
    section.set("topic_id"_name, topic.id);
    section.set("topic_title"_name, topic.title);
    section.set("topic_count"_name, topic.rows.size());
    for (const view::Row& row : topic.rows)
      fill_matrix_row(row, pages.states, section.section("provision"_name));
    provisions += topic.rows.size();
  }
  fill_choices(pages.councils, into);
  fill_filters(pages, into);
  fill_key(pages.states, into);
  into.set("council_count"_name, pages.councils.size());
  into.set("columns"_name, pages.councils.size() + 1);
  into.set("provisions_count"_name, provisions);
}

// ---- texts.tpl

void fill_text(const view::Entry& entry, const view::Row& row, const view::StateKey& key,
               bool first, const Dictionary& into) {
  if (!entry.lead_in) fill_state(entry.state, row, key, into.section("stated"_name));
  into.set("entry_state"_name, compare::name_of(entry.state));
  into.set("council"_name, entry.place.council);
  into.set("name"_name, entry.place.name);
  into.show("first"_name, first);
  into.set("at"_name, entry.place.label);
  into.set("clause_id"_name, entry.place.clause);
  into.set("words"_name, entry.text);
  into.set("letter"_name, entry.wording);
  into.show("is_through_others"_name, !entry.lead_in && entry.basis == Basis::others);
  into.show("is_by_provision"_name, !entry.lead_in && entry.basis == Basis::provision);
  for (const view::Changes& changes : entry.against) {
    const Dictionary against = into.section("against"_name);
    against.set("other"_name, changes.council);
    if (changes.pieces.empty()) against.section("too_different"_name).set("words"_name, entry.text);
    fill_pieces(changes.pieces, against);
  }
}

// Who has nothing, each with the clause that comes nearest.
void fill_missing(const view::Row& row, const view::StateKey& states, const Dictionary& into) {
  bool any = false;
  for (const view::Cell& cell : row.cells) {
    if (cell.state < State::none) continue;
    const Dictionary missing = into.section("missing"_name);
    missing.set("name"_name, cell.name);
    missing.set("nothing_words"_name, view::words_for(cell.state, states));
    if (cell.nearest) fill_nearest(*cell.nearest, missing.section("nearest"_name));
    any = true;
  }
  into.show("has_missing"_name, any);
}

// Who says what where they differ, in the deciding words.
void fill_row_differences(const view::Row& row, const std::vector<view::Difference>& differences,
                          const Dictionary& into) {
  bool any = false;
  for (const view::Difference& each : differences) {
    if (each.row != row.id) continue;
    into.show("has_differences"_name, !std::exchange(any, true));
    fill_what_differs(each, into.section("difference"_name));
  }
}

void fill_provision(const view::Row& row, const view::ComparisonPages& pages,
                    const Dictionary& into) {
  for (const view::Cell& cell : row.cells) {
    bool first = true;
    for (const view::Entry& entry : cell.entries)
      fill_text(entry, row, pages.states, std::exchange(first, false),
                into.section("version"_name));
    for (const view::Place& place : cell.refers) {
      const Dictionary other = into.section("refers"_name);
      other.set("refers_state"_name, compare::name_of(cell.refers_state));
      other.set("refers_words"_name, view::words_for(cell.refers_state, pages.states));
      fill_place(place, other);
    }
  }
  fill_row_differences(row, pages.differences.entries, into);
  fill_decisions(row.decisions, into);
  fill_missing(row, pages.states, into);
  into.set("row_id"_name, row.id);
  into.set("row_title"_name, row.title);
  into.set_optional("question"_name, row.question);
  into.show("unasked"_name, row.question.empty());
  into.show("provisional"_name, row.provisional);
  into.set("have"_name, row.have);
  fill_basis(row, into);
  into.show("several"_name, row.have > 1);
  into.show("one_wording"_name, row.wordings == 1);
  into.show("differs"_name, row.differs);
  into.show("may_differ"_name, row.may_differ);
}

void fill_topic(const view::Topic& topic, const view::ComparisonPages& pages,
                const Dictionary& into) {
  // What most councils say answers most questions.
  std::vector<const view::Row*> rows;
  for (const view::Row& row : topic.rows) rows.push_back(&row);
  std::ranges::stable_sort(rows, std::ranges::greater(), &view::Row::have);
  for (const view::Row* row : rows) fill_provision(*row, pages, into.section("provision"_name));
  fill_choices(pages.councils, into);
  into.set("council_count"_name, pages.councils.size());
}

// ---- side_by_side.tpl

void fill_side(const view::Side& side, view::Which which, const Dictionary& into) {
  into.set("at"_name, side.place.label);
  into.set("clause_id"_name, side.place.clause);
  fill_pieces(side.pieces, into);
  if (side.first) {
    into.set_optional("anchor"_name, fmt::format("{}-{}", view::name_of(which), side.place.clause));
  }
  if (side.relation) {
    into.set_optional("relation"_name, compare::name_of(*side.relation));
    into.set("relation_words"_name, view::words_for(*side.relation));
  }
  into.show("moved"_name, side.moved);
  fill_decisions(side.decisions, into);
  into.show("effect_differs"_name, !side.effects.empty());
  for (const view::Effect& effect : side.effects) {
    fill_effect(effect, into.section("effect"_name));
  }
}

// True where both say the same in the same words: nothing to read twice.
bool is_unchanged(const view::Block& block) {
  return !block.only && std::ranges::all_of(block.right, [](const view::Side& side) {
    return side.relation == compare::Relation::identical && side.effects.empty() &&
           side.decisions.empty();
  });
}

// What a folded pairing is known by: the numbers, and the first words.
void fill_fold(const view::Block& block, const Dictionary& into) {
  std::string words;
  for (const view::Piece& piece : block.left->pieces) words += piece.text;
  into.set("first_words"_name, words.substr(0, words.find(' ', fold_length)));
  into.show("goes_on"_name, words.find(' ', fold_length) != std::string::npos);
  into.set("a_at"_name, block.left->place.label);
  for (const view::Side& side : block.right)
    into.section("b_side"_name).set("b_at"_name, side.place.label);
}

void fill_block(const view::Block& block, const Dictionary& into) {
  into.show("only_left"_name, block.only == view::Which::a);
  into.show("only_right"_name, block.only == view::Which::b);
  if (block.left && is_unchanged(block)) {
    into.show("end_of_fold"_name);
    fill_fold(block, into.section("fold"_name));
  }
  if (block.left) fill_side(*block.left, view::Which::a, into.section("left_text"_name));
  for (const view::Side& side : block.right)
    fill_side(side, view::Which::b, into.section("right_text"_name));
}

bool differs(const view::Block& block) {
  return std::ranges::any_of(block.right, [](const view::Side& side) {
    return std::ranges::find(side.effects, compare::Certainty::certain, &view::Effect::certainty) !=
           side.effects.end();
  });
}

// A section of the first text, with what stands beside it. The first part has no heading where the
// text begins with none.
void fill_part(std::span<const view::Block> blocks, const Dictionary& into) {
  if (blocks.front().heading) {
    into.set_optional("section_heading"_name, *blocks.front().heading);
    blocks = blocks.subspan(1);
  }
  for (const view::Block& block : blocks) fill_block(block, into.section("pairing"_name));
  into.set("count"_name, blocks.size());
  if (const auto differing = std::ranges::count_if(blocks, differs); differing > 0)
    into.section("differing"_name).set("differing"_name, differing);
}

void fill_parts(std::span<const view::Block> blocks, const Dictionary& into) {
  const auto is_heading = [](const view::Block& block) { return block.heading.has_value(); };
  while (!blocks.empty()) {
    const auto next = std::ranges::find_if(blocks.subspan(1), is_heading);
    const auto part = blocks.first(static_cast<std::size_t>(next - blocks.begin()));
    fill_part(part, into.section("part"_name));
    blocks = blocks.subspan(part.size());
  }
}

void fill_pair(const view::Pair& pair, const Dictionary& into) {
  const Dictionary summary = into.section("summary"_name);
  fill_counts(pair.summary, summary);
  summary.set("only_a"_name, pair.summary.only_a);
  summary.set("only_b"_name, pair.summary.only_b);
  into.set("a_id"_name, pair.a.id);
  into.set("b_id"_name, pair.b.id);
  into.set("a_name"_name, pair.a.name);
  into.set("b_name"_name, pair.b.name);
  fill_parts(pair.blocks, into);
}

// ---- gaps.tpl

// One council's words, to borrow.
void fill_wording(const view::Entry& entry, const Dictionary& into) {
  into.set("council"_name, entry.place.council);
  into.set("clause_id"_name, entry.place.clause);
  into.set("name"_name, entry.place.name);
  into.set("label"_name, entry.place.label);
  into.set("words"_name, entry.text);
}

// The wording that the others are measured by, where it is one of them.
const view::Entry& to_borrow(const std::vector<view::Entry>& others) {
  return *std::ranges::min_element(others, {}, &view::Entry::state);
}

void fill_gap(const view::Gap& gap, const std::string& council, const Dictionary& into) {
  into.set("lacks"_name, council);
  into.set("row_id"_name, gap.row);
  into.set("topic_id"_name, gap.topic_id);
  into.set("row_title"_name, gap.title);
  into.set("have"_name, gap.have);
  for (const view::Entry& entry : gap.others) fill_wording(entry, into.section("other"_name));
  if (!gap.others.empty()) fill_wording(to_borrow(gap.others), into.section("borrow"_name));
  if (gap.nearest) fill_nearest(*gap.nearest, into.section("nearest"_name));
  into.show("nothing_near"_name, !gap.nearest);
}

// The gaps on a topic under its title.
void fill_gap_topic(const view::CouncilGaps& council, const view::Topic& topic,
                    const Dictionary& into) {
  std::vector<const view::Gap*> gaps;
  for (const view::Gap& gap : council.gaps)
    if (gap.topic_id == topic.id) gaps.push_back(&gap);
  if (gaps.empty()) return;
  const Dictionary group = into.section("group"_name);
  group.set("topic"_name, topic.title);
  group.set("topic_id"_name, topic.id);
  group.set("group_count"_name, gaps.size());
  for (const view::Gap* gap : gaps) fill_gap(*gap, council.council.id, group.section("gap"_name));
}

void fill_gaps(const view::ComparisonPages& pages, const Dictionary& into) {
  for (const view::CouncilGaps& each : pages.gaps) {
    const Dictionary lacking = into.section("lacking"_name);
    lacking.set("id"_name, each.council.id);
    lacking.set("name"_name, each.council.name);
    lacking.set("gap_count"_name, each.gaps.size());
    lacking.show("excerpt"_name, each.excerpt);
    for (const view::Topic& topic : pages.topics) fill_gap_topic(each, topic, lacking);
  }
  for (const view::Topic& topic : pages.topics) {
    const Dictionary choice = into.section("topic_choice"_name);
    choice.set("topic_id"_name, topic.id);
    choice.set("topic"_name, topic.title);
  }
  fill_choices(pages.councils, into);
  for (std::size_t i = 2; i < pages.councils.size(); ++i)
    into.section("least_choice"_name).set("least"_name, i);
}

// ---- pictures.tpl

std::string pair_name(const view::Pair& pair) {
  return view::compared::pair(pair.a.id, pair.b.id);
}

// The same figures as in the picture, for the table beside it.
void fill_coverage_row(const view::Coverage& topic, const Dictionary& into) {
  into.set("topic_id"_name, topic.id);
  into.set("topic_title"_name, topic.title);
  for (const view::Covered& council : topic.councils) {
    const Dictionary share = into.section("share"_name);
    share.set("clause_count"_name, council.clauses);
    share.set("word_count"_name, council.words);
    if (council.known == 0) continue;
    const Dictionary of_others = share.section("of_others"_name);
    of_others.set("found"_name, council.found);
    of_others.set("known"_name, council.known);
  }
}

void fill_pair_row(const view::Pair& pair, const Dictionary& into) {
  into.set("pair_id"_name, pair_name(pair));
  into.set("a_name"_name, pair.a.name);
  into.set("b_name"_name, pair.b.name);
  fill_counts(pair.summary, into);
  into.set("shared_percent"_name, percent(pair.summary.shared_wording));
}

void fill_pictures(const view::ComparisonPages& pages, const Dictionary& into) {
  for (const view::Pair& pair : pages.pairs) fill_pair_row(pair, into.section("pair_row"_name));
  fill_choices(pages.councils, into);
  for (const view::Coverage& topic : pages.coverage)
    fill_coverage_row(topic, into.section("coverage_row"_name));
  fill_grid(coverage_picture(pages), view::Words()["coverage_picture_means"],
            into.section("coverage_picture"_name));
  fill_grid(similarity_picture(pages), view::Words()["similarity_picture_means"],
            into.section("similarity_picture"_name));
  fill_circle(wording_picture(pages), into.section("wording_picture"_name));
}

}  // namespace

std::vector<std::function<Files()>> comparison_html(const view::ComparisonPages& pages,
                                                    const ComparisonOffer& offer,
                                                    const HtmlTemplates& templates) {
  std::vector<std::function<Files()>> makers = {
      [&pages, offer, &templates] {
        return comparison_page(view::compared::main, Layout::matrix, Views::matrix,
                               page_words("matrix"), offer, templates,
                               [&](const Dictionary& into) { fill_matrix(pages, into); });
      },
      [&pages, offer, &templates] {
        return comparison_page(view::compared::gaps, Layout::gaps, Views::gaps, page_words("gaps"),
                               offer, templates,
                               [&](const Dictionary& into) { fill_gaps(pages, into); });
      },
      [&pages, offer, &templates] {
        return comparison_page(view::compared::differences, Layout::differences, Views::differences,
                               page_words("differences"), offer, templates,
                               [&](const Dictionary& into) {
                                 fill_differences(pages.differences, pages.councils, into);
                               });
      },
      [&pages, offer, &templates] {
        return comparison_page(view::compared::pictures, Layout::pictures, Views::pictures,
                               page_words("pictures"), offer, templates,
                               [&](const Dictionary& into) { fill_pictures(pages, into); });
      }};
  for (const view::Topic& topic : pages.topics) {
    makers.push_back([&topic, &pages, offer, &templates] {
      const PageWords words = page_words("topic", fmt::arg("topic", topic.title));
      return comparison_page(view::compared::topic(topic.id), Layout::texts, Views::none, words,
                             offer, templates,
                             [&](const Dictionary& into) { fill_topic(topic, pages, into); });
    });
  }
  for (const view::Pair& pair : pages.pairs)
    makers.push_back([&pair, offer, &templates] { return pair_html(pair, offer, templates); });
  return makers;
}

Files pair_html(const view::Pair& pair, const ComparisonOffer& offer,
                const HtmlTemplates& templates) {
  const std::string& a = pair.a.name;
  const std::string& b = pair.b.name;
  const PageWords words = page_words("pair", fmt::arg("a", a), fmt::arg("b", b));
  return comparison_page(pair_name(pair), Layout::side_by_side, Views::none, words, offer,
                         templates, [&](const Dictionary& into) { fill_pair(pair, into); });
}

}  // namespace concord::render
