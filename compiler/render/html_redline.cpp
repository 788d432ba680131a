#include "render/html_redline.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>
#include <vector>

#include "render/html_alone.h"
#include "view/redline_words.h"
#include "view/words.h"

namespace concord::render {
namespace {

using draft::Piece;

void fill_pieces(const std::vector<Piece>& pieces, const Dictionary& into) {
  const Dictionary run = into.include("redline_pieces"_name);
  for (const Piece& piece : pieces) {
    const Dictionary to = run.section("piece"_name);
    to.set("words"_name, piece.text);
    to.set("layer"_name, draft::name_of(piece.layer));
    to.show("kept"_name, piece.kind == Piece::Kind::kept);
    to.show("deleted"_name, piece.kind == Piece::Kind::deleted);
    to.show("inserted"_name, piece.kind == Piece::Kind::inserted);
  }
}

void fill_numbers(const view::RedlineClause& clause, const Dictionary& into) {
  if (clause.number_before.empty() && clause.number_after.empty()) return;
  const Dictionary numbered = into.section("numbered"_name);
  if (clause.number_before == clause.number_after)
    return numbered.set_optional("number"_name, clause.number_after);
  const Dictionary changed = numbered.section("number_changed"_name);
  changed.set_optional("number_before"_name, clause.number_before);
  changed.set_optional("number_after"_name, clause.number_after);
}

// A heading that went heads nothing: it stands as a paragraph.
std::string element_of(const view::RedlineClause& clause) {
  return clause.heading_level == 0 || clause.fate == "deleted"
             ? "p"
             : fmt::format("h{}", clause.heading_level);
}

void fill_row(const draft::RowChange& row, const Dictionary& into) {
  into.set("fate"_name, draft::name_of(row.fate));
  for (const auto& cell : row.cells) fill_pieces(cell, into.section("cell"_name));
}

void fill_table(const draft::TableChange& table, const Dictionary& into) {
  if (!table.header.cells.empty()) fill_row(table.header, into.section("head"_name));
  for (const draft::RowChange& row : table.rows) fill_row(row, into.section("row"_name));
}

void fill_effect(const view::RedlineEffect& effect, const Dictionary& into) {
  into.set("says"_name, effect.says);
  into.set_optional("words_before"_name, effect.before);
  into.set_optional("words_after"_name, effect.after);
  into.show("only_after"_name, effect.before.empty());
}

// What became of the clause, after its place; not where there is only the place, and the number
// says that already.
void fill_marks(const view::RedlineClause& clause, const Dictionary& into) {
  if (clause.change == 0 || (clause.marks.empty() && clause.label == clause.number_after)) return;
  const Dictionary how = into.section("how"_name);
  for (const std::string& mark : clause.marks) how.section("mark"_name).set("text"_name, mark);
}

void fill_clause(const view::RedlineClause& clause, const Dictionary& around) {
  const Dictionary into = around.section("clause"_name).include("redline_clause"_name);
  into.set("kind"_name, draft::name_of(clause.kind));
  into.set("label"_name, clause.label);
  into.show("footnote"_name, clause.footnote);
  into.show("item"_name, clause.depth > 0);
  if (clause.change > 0) into.section("change"_name).set("change"_name, clause.change);
  fill_marks(clause, into);
  if (clause.table) {
    fill_table(*clause.table, into.section("table"_name));
  } else {
    const Dictionary worded = into.section("worded"_name);
    worded.set("element"_name, element_of(clause));
    worded.show("heading"_name, clause.heading_level > 0);
    fill_numbers(clause, worded);
    fill_pieces(clause.pieces, worded);
  }
  into.show("any_effects"_name, !clause.effects.empty());
  for (const view::RedlineEffect& effect : clause.effects)
    fill_effect(effect, into.section("effect"_name));
}

// "4.4 Stronger rule", "5.3 Split into 5.3 and 5.4".
void fill_entry(const view::RedlineClause& clause, const Dictionary& into) {
  into.set("kind"_name, draft::name_of(clause.kind));
  into.set("change"_name, clause.change);
  into.set("label"_name, clause.label);
  std::vector<std::string> what = clause.marks;
  for (const view::RedlineEffect& effect : clause.effects) what.push_back(effect.says);
  into.set("what"_name, view::in_a_line(std::move(what)));
}

void fill_part(const view::RedlinePart& part, const view::Redline& redline,
               const Dictionary& into) {
  if (part.clause) fill_clause(*part.clause, into);
  if (part.gap) {
    const Dictionary gap = into.section("gap"_name);
    gap.set("label"_name, part.gap->label);
    const Dictionary leads = gap.section("leads"_name);
    leads.set("change"_name, part.gap->change);
    leads.set("now"_name, part.gap->now);
  }
  if (part.folded.empty()) return;
  const Dictionary fold = into.section("fold"_name);
  fold.set("fold_label"_name, view::label_of_fold(part.folded, redline.language));
  for (const view::RedlineClause& clause : part.folded) fill_clause(clause, fold);
}

void fill(const view::Redline& redline, const Dictionary& into) {
  into.set("council"_name, redline.council);
  into.set("protocol_title"_name, redline.title);
  into.set("before_name"_name, redline.before.name);
  into.set("after_name"_name, redline.after.name);
  into.set_optional("timeline"_name, redline.ways ? redline.ways->timeline : "");
  into.set_optional("before_page"_name, redline.ways ? redline.ways->before : "");
  into.set_optional("after_page"_name, redline.ways ? redline.ways->after : "");
  into.show("alone"_name, !redline.ways);
  into.set("headline"_name, redline.headline);
  into.set("described"_name, redline.headline);
  for (const std::string& remark : redline.remarks)
    into.section("remark"_name).set("text"_name, remark);
  into.set_optional("made"_name, redline.made_of);
  into.show("any_changes"_name, redline.changes > 0);
  into.set("change_count"_name, view::Words(redline.language).count(redline.changes, "changes"));
  for (const view::RedlinePart& part : redline.parts) {
    if (part.clause && part.clause->change > 0)
      fill_entry(*part.clause, into.section("entry"_name));
    fill_part(part, redline, into.section("part"_name));
  }
}

}  // namespace

std::string redline_html(const view::Redline& redline, const HtmlTemplates& templates,
                         const Templates& assets) {
  const std::string title = view::Words(redline.language)
                                .say("redline_title", fmt::arg("title", redline.title),
                                     fmt::arg("council", redline.council));
  const Globals globals = {.root = "", .page_title = title, .language = redline.language};
  return templates.expand("redline", globals, [&](const Dictionary& into) {
    into.set("styles"_name, styles_alone(assets, "html/redline.css"));
    into.set("script"_name, asset(assets, "html/redline.js"));
    fill(redline, into);
  });
}

}  // namespace concord::render
