#include "render/html_comparison.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "render/html_frame.h"
#include "render/html_pictures.h"
#include "view/comparison_words.h"

namespace concord::render {

namespace {

using compare::State;

long percent(double share) {
  return std::lround(share * 100);
}

// ---- what the pages share

// The pages that views.tpl leads to, and marks where it stands on one of them.
enum class Views : std::uint8_t { matrix, differences, gaps, pictures, none };

struct PageWords {
  std::string title;
  std::string described;
};

void fill_views(Views current, const ComparisonOffer& offer, const Dictionary& into) {
  into.show("is_matrix"_name, current == Views::matrix);
  into.show("is_differences"_name, current == Views::differences);
  into.show("is_gaps"_name, current == Views::gaps);
  into.show("is_pictures"_name, current == Views::pictures);
  into.show("pdf"_name, offer.pdf);
  into.show("tables"_name, offer.tables);
}

Files comparison_page(const std::string& name, Layout layout, Views current, const PageWords& words,
                      const ComparisonOffer& offer, const HtmlTemplates& templates,
                      const std::function<void(const Dictionary&)>& fill) {
  const Frame frame = {
      .title = words.title, .described = words.described, .comparison = true, .compared = true};
  return page(fmt::format("compare/{}.html", name), layout, frame, templates,
              [&](const Dictionary& into) {
                into.set("heading"_name, words.title);
                fill_views(current, offer, into.include("views"_name));
                fill(into);
              });
}

void fill_choices(const std::vector<view::Council>& councils, const Dictionary& into) {
  for (const view::Council& council : councils) {
    const Dictionary choice = into.section("council_choice"_name);
    choice.set("id"_name, council.id);
    choice.set("name"_name, council.name);
  }
}

const Name& section_for(view::PieceKind kind) {
  switch (kind) {
    case view::PieceKind::inserted:
      return "inserted"_name;
    case view::PieceKind::deleted:
      return "deleted"_name;
    case view::PieceKind::role:
      return "role"_name;
    case view::PieceKind::equal:
      break;
  }
  return "equal"_name;
}

void fill_pieces(const view::Pieces& pieces, const Dictionary& into) {
  for (const view::Piece& piece : pieces) {
    const Dictionary to = into.section("piece"_name);
    to.set("words"_name, piece.text);
    to.show(section_for(piece.kind));
  }
}

// A provision that one council alone has is not "the same" as anything.
bool stands_alone(const view::Row& row) {
  return row.have == 1;
}

void fill_state(State state, const view::Row& row, const Dictionary& into) {
  const bool alone = stands_alone(row);
  into.set("entry_state"_name, alone ? "alone" : compare::name_of(state));
  into.set("entry_state_words"_name, alone ? "only here" : view::words_for(state));
}

// ---- matrix.tpl

void fill_opening(const view::Entry& entry, const view::Row& row, const Dictionary& into) {
  fill_state(entry.state, row, into);
  into.set("at"_name, entry.place.label);
  into.set("words"_name, entry.opening);
  into.set("letter"_name, entry.wording);
  into.show("lettered"_name, row.wordings > 1);
}

void fill_cell(const view::Cell& cell, const view::Row& row, const Dictionary& into) {
  const bool alone = stands_alone(row) && !cell.entries.empty();
  into.set("council"_name, cell.council);
  into.set("name"_name, cell.name);
  into.set("state"_name, alone ? "alone" : compare::name_of(cell.state));
  for (const view::Entry& entry : cell.entries)
    fill_opening(entry, row, into.section("clauses"_name));
  for (const view::Place& place : cell.elsewhere)
    into.section("leads_out"_name).set("label"_name, place.label);
  into.show("nothing"_name, cell.state == State::absent);
}

// With what the filters ask of a row: who has it, who lacks it, all its words.
void fill_matrix_row(const view::Row& row, const Dictionary& into) {
  std::string has;
  std::string lacks;
  std::string words = row.title + " " + row.topic;
  for (const view::Cell& cell : row.cells) {
    fill_cell(cell, row, into.section("cell"_name));
    for (const view::Entry& entry : cell.entries) words += " " + entry.text;
    (cell.entries.empty() ? lacks : has) += cell.council + " ";
  }
  into.set("row_id"_name, row.id);
  into.set("row_title"_name, row.title);
  into.set("have"_name, row.have);
  into.show("differs"_name, row.differs);
  into.set("has"_name, has);
  into.set("lacks"_name, lacks);
  into.set("all_words"_name, words);
}

void fill_matrix(const view::ComparisonPages& pages, const Dictionary& into) {
  std::size_t provisions = 0;
  for (const view::Topic& topic : pages.topics) {
    const Dictionary section = into.section("topic"_name);
    section.set("topic_id"_name, topic.id);
    section.set("topic_title"_name, topic.title);
    for (const view::Row& row : topic.rows) fill_matrix_row(row, section.section("provision"_name));
    provisions += topic.rows.size();
  }
  fill_choices(pages.councils, into);
  into.set("council_count"_name, pages.councils.size());
  into.set("columns"_name, pages.councils.size() + 1);
  into.set("provisions_count"_name, provisions);
}

// ---- texts.tpl

void fill_text(const view::Entry& entry, const view::Row& row, bool first, const Dictionary& into) {
  fill_state(entry.state, row, into);
  into.set("council"_name, entry.place.council);
  into.set("name"_name, entry.place.name);
  into.show("first"_name, first);
  into.set("at"_name, entry.place.label);
  into.set("clause_id"_name, entry.place.clause);
  into.set("words"_name, entry.text);
  into.set("letter"_name, entry.wording);
  for (const view::Changes& changes : entry.against) {
    const Dictionary against = into.section("against"_name);
    against.set("other"_name, changes.council);
    fill_pieces(changes.pieces, against);
  }
}

void fill_provision(const view::Row& row, const Dictionary& into) {
  std::string absent;
  for (const view::Cell& cell : row.cells) {
    if (cell.entries.empty()) absent += (absent.empty() ? "" : ", ") + cell.name;
    bool first = true;
    for (const view::Entry& entry : cell.entries)
      fill_text(entry, row, std::exchange(first, false), into.section("version"_name));
  }
  into.set("row_id"_name, row.id);
  into.set("row_title"_name, row.title);
  into.set("have"_name, row.have);
  into.show("several"_name, row.have > 1);
  into.show("one_wording"_name, row.wordings == 1);
  into.show("differs"_name, row.differs);
  into.set_optional("absent"_name, absent);
}

void fill_topic(const view::Topic& topic, const std::vector<view::Council>& councils,
                const Dictionary& into) {
  for (const view::Row& row : topic.rows) fill_provision(row, into.section("provision"_name));
  fill_choices(councils, into);
  into.set("council_count"_name, councils.size());
}

// ---- side_by_side.tpl

// Where one side alone says something, the other is said to be silent.
void fill_words(const view::Effect& effect, const Dictionary& into) {
  into.set_optional("a_words"_name, effect.a_words);
  into.show("a_silent"_name, effect.a_words.empty());
  into.set_optional("b_words"_name, effect.b_words);
  into.show("b_silent"_name, effect.b_words.empty());
}

void fill_statement(const compare::Quotation& statement, const Dictionary& into) {
  for (const auto& [words, decides] : view::pieces_of(statement)) {
    const Dictionary piece = into.section("piece"_name);
    piece.set_optional(decides ? "deciding"_name : "plain"_name, words);
  }
}

// With both statements whole, their deciding words marked.
void fill_effect(const view::Effect& effect, const Dictionary& into) {
  const bool certain = effect.certainty == compare::Certainty::certain;
  into.set("certainty"_name, certain ? "differs" : "may-differ");
  into.set("kind_words"_name, view::words_for(effect));
  if (!effect.a_statement.text.empty())
    fill_statement(effect.a_statement, into.section("a_statement"_name));
  if (!effect.b_statement.text.empty())
    fill_statement(effect.b_statement, into.section("b_statement"_name));
  fill_words(effect, into);
}

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
  into.show("effect_differs"_name, !side.effects.empty());
  for (const view::Effect& effect : side.effects) {
    fill_effect(effect, into.section("effect"_name));
  }
}

void fill_block(const view::Block& block, const Dictionary& into) {
  if (block.heading) return into.set_optional("section_heading"_name, *block.heading);
  into.show("pairing"_name);
  into.show("only_left"_name, block.only == view::Which::a);
  into.show("only_right"_name, block.only == view::Which::b);
  if (block.left) fill_side(*block.left, view::Which::a, into.section("left_text"_name));
  for (const view::Side& side : block.right)
    fill_side(side, view::Which::b, into.section("right_text"_name));
}

void fill_counts(const compare::PairSummary& summary, const Dictionary& into) {
  into.set("percent"_name, percent(summary.similarity));
  into.set("identical"_name, summary.identical);
  into.set("vocabulary"_name, summary.vocabulary);
  into.set("reworded"_name, summary.reworded);
  into.set("part"_name, summary.part);
  into.set("differs"_name, summary.differs);
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
  for (const view::Block& block : pair.blocks) fill_block(block, into.section("block"_name));
}

// ---- gaps.tpl

void fill_gap(const view::Gap& gap, const Dictionary& into) {
  into.set("row_id"_name, gap.row);
  into.set("topic_id"_name, gap.topic_id);
  into.set("topic"_name, gap.topic);
  into.set("row_title"_name, gap.title);
  into.set("have"_name, gap.have);
  for (const view::Place& place : gap.others) {
    const Dictionary other = into.section("other"_name);
    other.set("name"_name, place.name);
    other.set("label"_name, place.label);
  }
}

void fill_gaps(const std::vector<view::CouncilGaps>& councils, const Dictionary& into) {
  for (const view::CouncilGaps& each : councils) {
    const Dictionary lacking = into.section("lacking"_name);
    lacking.set("id"_name, each.council.id);
    lacking.set("name"_name, each.council.name);
    lacking.set("gap_count"_name, each.gaps.size());
    for (const view::Gap& gap : each.gaps) fill_gap(gap, lacking.section("gap"_name));
  }
}

// ---- differences.tpl

std::string at(const view::Place& place) {
  return place.name + " " + place.label;
}

void fill_difference(const view::Difference& difference, const Dictionary& into) {
  into.set("kind"_name, compare::name_of(difference.effect.type));
  into.set("subject"_name, difference.topic);
  into.set("pair_id"_name, difference.pair);
  into.set("has"_name, difference.a.council + " " + difference.b.council);
  into.set("a_clause"_name, difference.a.clause);
  into.set("a_at"_name, at(difference.a));
  into.set("b_at"_name, at(difference.b));
  fill_effect(difference.effect, into);
}

void fill_differences(const view::ComparisonPages& pages, const Dictionary& into) {
  std::map<std::string_view, std::string_view> types;  // name -> words
  for (const view::Difference& difference : pages.differences) {
    const compare::DivergenceType type = difference.effect.type;
    types.emplace(compare::name_of(type), view::words_for(type));
    fill_difference(difference, into.section("difference"_name));
  }
  into.set("difference_count"_name, pages.differences.size());
  for (const auto& [type, words] : types) {
    const Dictionary choice = into.section("type_choice"_name);
    choice.set("type"_name, type);
    choice.set("type_words"_name, words);
  }
  fill_choices(pages.councils, into);
}

// ---- pictures.tpl

std::string pair_name(const view::Pair& pair) {
  return pair.a.id + "--" + pair.b.id;
}

// The same figures as in the picture, for the table beside it.
void fill_coverage_row(const view::Coverage& topic, const Dictionary& into) {
  into.set("topic_id"_name, topic.id);
  into.set("topic_title"_name, topic.title);
  for (const view::Covered& council : topic.councils)
    into.section("share"_name).set("words"_name, fmt::format("{} of {}", council.rows, topic.rows));
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
  fill_grid(coverage_picture(pages),
            "For each topic and council, how many provisions it covers. The table below has the "
            "figures.",
            into.section("coverage_picture"_name));
  fill_grid(similarity_picture(pages),
            "For each two councils, how alike they are in per cent. The table above has the "
            "figures.",
            into.section("similarity_picture"_name));
  fill_circle(wording_picture(pages), into.section("wording_picture"_name));
}

}  // namespace

std::vector<std::function<Files()>> comparison_html(const view::ComparisonPages& pages,
                                                    const ComparisonOffer& offer,
                                                    const HtmlTemplates& templates) {
  std::vector<std::function<Files()>> makers = {
      [&pages, offer, &templates] {
        return comparison_page(
            "index", Layout::matrix, Views::matrix,
            {"What every council says", "Every provision of the protocols, council by council"},
            offer, templates, [&](const Dictionary& into) { fill_matrix(pages, into); });
      },
      [&pages, offer, &templates] {
        return comparison_page(
            "gaps", Layout::gaps, Views::gaps,
            {"What each council lacks", "Provisions that other councils have and one lacks"}, offer,
            templates, [&](const Dictionary& into) { fill_gaps(pages.gaps, into); });
      },
      [&pages, offer, &templates] {
        return comparison_page(
            "differences", Layout::differences, Views::differences,
            {"Where the effect differs", "Counterpart clauses whose legal effect differs"}, offer,
            templates, [&](const Dictionary& into) { fill_differences(pages, into); });
      },
      [&pages, offer, &templates] {
        return comparison_page(
            "pictures", Layout::pictures, Views::pictures,
            {"The councils at a glance", "Coverage, similarity and shared wording"}, offer,
            templates, [&](const Dictionary& into) { fill_pictures(pages, into); });
      }};
  for (const view::Topic& topic : pages.topics) {
    makers.push_back([&topic, &councils = pages.councils, offer, &templates] {
      const PageWords words = {topic.title, "What the protocols say on: " + topic.title};
      return comparison_page("on-" + topic.id, Layout::texts, Views::none, words, offer, templates,
                             [&](const Dictionary& into) { fill_topic(topic, councils, into); });
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
  const PageWords words = {fmt::format("{} and {}", a, b),
                           fmt::format("The protocols of {} and {} side by side", a, b)};
  return comparison_page(pair_name(pair), Layout::side_by_side, Views::none, words, offer,
                         templates, [&](const Dictionary& into) { fill_pair(pair, into); });
}

}  // namespace concord::render
