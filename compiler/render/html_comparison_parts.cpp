#include "render/html_comparison_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "view/addresses.h"
#include "view/comparison_words.h"

namespace concord::render {
namespace {

void fill_views(Views current, std::string_view name, const ComparisonOffer& offer,
                const Dictionary& into) {
  into.set("way"_name, view::way_up(name));
  into.show("whole"_name, offer.whole);
  into.show("by_council"_name, !offer.whole);
  into.show("is_matrix"_name, current == Views::matrix);
  into.show("is_differences"_name, current == Views::differences);
  into.show("is_gaps"_name, current == Views::gaps);
  into.show("is_pictures"_name, current == Views::pictures);
  into.show("pdf"_name, offer.pdf);
  into.show("tables"_name, offer.tables);
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

// Where one side alone says something, the other is said to be silent.
void fill_words(const view::Effect& effect, const Dictionary& into) {
  into.set_optional("a_words"_name, effect.a_words);
  into.show("a_silent"_name, effect.a_words.empty());
  into.set_optional("b_words"_name, effect.b_words);
  into.show("b_silent"_name, effect.b_words.empty());
}

}  // namespace

long percent(double share) {
  return std::lround(share * 100);
}

Files comparison_page(std::string_view name, Layout layout, Views current, const PageWords& words,
                      const ComparisonOffer& offer, const HtmlTemplates& templates,
                      const std::function<void(const Dictionary&)>& fill) {
  const Frame frame = {
      .title = words.title, .described = words.described, .comparison = true, .compared = true};
  return page(view::comparison_address(name), layout, frame, templates,
              [&](const Dictionary& into) {
                into.set("heading"_name, words.title);
                fill_views(current, name, offer, into.include("views"_name));
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

void fill_statement(const compare::Quotation& statement, const Dictionary& into) {
  for (const auto& [words, decides] : view::pieces_of(statement)) {
    const Dictionary piece = into.section("piece"_name);
    piece.set_optional(decides ? "deciding"_name : "plain"_name, words);
  }
}

void fill_place(const view::Place& place, const Dictionary& into) {
  into.set("council"_name, place.council);
  into.set("clause_id"_name, place.clause);
  into.set("name"_name, place.name);
  into.set("at"_name, place.label);
}

void fill_pieces(const view::Pieces& pieces, const Dictionary& into) {
  for (const view::Piece& piece : pieces) {
    const Dictionary to = into.section("piece"_name);
    to.set("words"_name, piece.text);
    to.show(section_for(piece.kind));
  }
}

std::string_view name_of_grade(compare::Certainty certainty) {
  return certainty == compare::Certainty::certain ? "differs" : "may-differ";
}

void fill_certainty(compare::Certainty certainty, const Dictionary& into) {
  const bool certain = certainty == compare::Certainty::certain;
  into.set("certainty"_name, name_of_grade(certainty));
  into.show("certain"_name, certain);
  into.show("likely"_name, !certain);
}

void fill_effect(const view::Effect& effect, const Dictionary& into) {
  fill_certainty(effect.certainty, into);
  into.set("kind_words"_name, view::words_for(effect.type));
  fill_words(effect, into);
}

void fill_counts(const compare::PairSummary& summary, const Dictionary& into) {
  into.set("percent"_name, percent(summary.similarity));
  into.set("identical"_name, summary.identical);
  into.set("vocabulary"_name, summary.vocabulary);
  into.set("reworded"_name, summary.reworded);
  into.set("part"_name, summary.part);
  into.set("differs"_name, summary.differs);
}

}  // namespace concord::render
