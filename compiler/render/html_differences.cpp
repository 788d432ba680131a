#include "render/html_differences.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "render/html_comparison_parts.h"
#include "view/comparison_words.h"

namespace concord::render {
namespace {

void fill_position(const view::Position& position, const Dictionary& into) {
  into.set_optional("position_words"_name, position.words);
  into.show("silent"_name, position.words.empty());
  for (const view::Stated& each : position.statements) {
    const Dictionary stated = into.section("stated"_name);
    fill_place(each.place, stated);
    fill_statement(each.statement, stated);
  }
}

// What the filters ask of an entry: "leeds:york:differs …".
std::string pairs_of(const view::Difference& difference) {
  std::string pairs;
  for (const view::DifferingPair& each : difference.pairs)
    pairs += fmt::format("{}:{}:{} ", each.a.id, each.b.id, name_of_grade(each.certainty));
  return pairs;
}

// The pairs that differ so surely, if any; they are named where the entry has several.
void fill_grade_of(const view::Difference& difference, compare::Certainty certainty,
                   const Dictionary& into) {
  std::vector<std::string> between;
  for (const view::DifferingPair& each : difference.pairs) {
    if (each.certainty == certainty)
      between.push_back(fmt::format("{} – {}", each.a.name, each.b.name));
  }
  if (between.empty()) return;
  const Dictionary grade = into.section("grade"_name);
  fill_certainty(certainty, grade);
  if (difference.pairs.size() > 1)
    grade.set_optional("between"_name, fmt::format("{}", fmt::join(between, "; ")));
}

void fill_difference(const view::Difference& difference, const Dictionary& into) {
  into.set("kind"_name, compare::name_of(difference.type));
  fill_what_differs(difference, into);
  into.set("row_id"_name, difference.row);
  into.set("row_title"_name, difference.title);
  into.set("topic_id"_name, difference.topic_id);
  into.set("subject"_name, difference.topic);
  into.set("pairs"_name, pairs_of(difference));
  into.set_optional("because"_name, difference.because);
}

// Those of one certainty and kind, which stand together in the list; the likely ones, which are for
// a person to judge, are folded.
void fill_group(std::span<const view::Difference> group, const Dictionary& into) {
  const bool folded = group.front().certainty == compare::Certainty::likely;
  if (folded) {
    const Dictionary fold = into.section("fold"_name);
    fold.set("kind_words"_name, view::words_for(group.front().type));
    fold.set("group_count"_name, group.size());
  }
  for (const view::Difference& each : group) fill_difference(each, into.section("difference"_name));
  into.show("end_of_fold"_name, folded);
}

void fill_groups(std::span<const view::Difference> differences, const Dictionary& into) {
  const auto key = [](const view::Difference& each) {
    return std::tuple(each.certainty, each.type);
  };
  while (!differences.empty()) {
    const auto end = std::ranges::find_if(differences, [&](const view::Difference& each) {
      return key(each) != key(differences.front());
    });
    const auto count = static_cast<std::size_t>(end - differences.begin());
    fill_group(differences.first(count), into.section("group"_name));
    differences = differences.subspan(count);
  }
}

// The kinds that occur, in the order in which they come.
void fill_kinds(std::span<const view::Difference> differences, const Dictionary& into) {
  std::set<compare::DivergenceType> seen;
  for (const view::Difference& each : differences) {
    if (!seen.insert(each.type).second) continue;
    const Dictionary choice = into.section("type_choice"_name);
    choice.set("type"_name, compare::name_of(each.type));
    choice.set("type_words"_name, view::words_for(each.type));
  }
}

}  // namespace

void fill_what_differs(const view::Difference& difference, const Dictionary& into) {
  into.set("kind_words"_name, view::words_for(difference.type));
  fill_grade_of(difference, compare::Certainty::certain, into);
  fill_grade_of(difference, compare::Certainty::likely, into);
  for (const view::Position& position : difference.positions)
    fill_position(position, into.section("position"_name));
}

void fill_differences(const view::Differences& differences,
                      const std::vector<view::Council>& councils, const Dictionary& into) {
  fill_groups(differences.entries, into);
  into.set("entry_count"_name, differences.entries.size());
  into.set("certain_count"_name, differences.certain);
  into.set("likely_count"_name, differences.likely);
  fill_kinds(differences.entries, into);
  fill_choices(councils, into);
}

}  // namespace concord::render
