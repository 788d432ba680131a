// What the pages of a comparison share: their frame, the way from one to another, and the words
// that differ.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "render/html_comparison.h"
#include "render/html_frame.h"
#include "view/comparison_model.h"
#include "view/words.h"

namespace concord::render {

// 0.947 -> 95
long percent(double share);

// The pages that views.tpl leads to, and marks where it stands on one of them.
enum class Views : std::uint8_t { matrix, differences, gaps, pictures, none };

struct PageWords {
  std::string title;
  std::string described;
};

// Those of words.json under title_NAME and described_NAME, with their {fields} filled in. The
// comparison speaks English: so do the registers that it goes by.
template <typename... Fields>
PageWords page_words(const std::string& name, const Fields&... fields) {
  const view::Words words;
  return {words.say("title_" + name, fields...), words.say("described_" + name, fields...)};
}

// "compare/<name>.html", with its title as {{heading}} and the way to the other views. `name` may
// lead into folders: "council/york/index".
Files comparison_page(std::string_view name, Layout layout, Views current, const PageWords& words,
                      const ComparisonOffer& offer, const HtmlTemplates& templates,
                      const std::function<void(const Dictionary&)>& fill);

// {{#council_choice}}
void fill_choices(const std::vector<view::Council>& councils, const Dictionary& into);

// {{council}} by its id, {{clause_id}}, {{name}}, {{at}}
void fill_place(const view::Place& place, const Dictionary& into);

// {{#piece}}, the words that decide as {{deciding}}, the others as {{plain}}
void fill_statement(const compare::Quotation& statement, const Dictionary& into);

// {{#piece}}
void fill_pieces(const view::Pieces& pieces, const Dictionary& into);

// "differs", "may-differ": as styles and filters name how sure a difference is.
std::string_view name_of_grade(compare::Certainty certainty);

// How sure a difference is.
void fill_certainty(compare::Certainty certainty, const Dictionary& into);

// Of what kind a difference is, how sure that is, and the deciding words of both sides.
void fill_effect(const view::Effect& effect, const Dictionary& into);

// How the clauses of two compare, in numbers.
void fill_counts(const compare::PairSummary& summary, const Dictionary& into);

}  // namespace concord::render
