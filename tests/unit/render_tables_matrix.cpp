#include <catch2/catch.hpp>

#include "render/tables.h"

using namespace concord;
using compare::State;

namespace {

view::ListRow row(const std::string& council, State state, const std::string& text) {
  return {.row = "group-attendance",
          .topic = "Party groups",
          .provision = "Officers may attend",
          .council = council,
          .state = state,
          .wording = "A",
          .have = 2,
          .clauses = "5.1; 5.2",
          .text = text};
}

view::MatrixList matrix(std::vector<view::ListRow> rows) {
  return {.as_of = "2026-11-21",
          .states = {{State::same, "same wording", "Shared."}},
          .rows = std::move(rows)};
}

}  // namespace

TEST_CASE("a CSV field is quoted where it must be, and only there") {
  CHECK(render::csv_field("plain text – 5.4(ii)") == "plain text – 5.4(ii)");
  CHECK(render::csv_field("one, two") == "\"one, two\"");
  CHECK(render::csv_field("the \"Council\"") == "\"the \"\"Council\"\"\"");
  CHECK(render::csv_field("two\nlines") == "\"two\nlines\"");
  CHECK(render::csv_field("").empty());
}

TEST_CASE("a CSV field that a spreadsheet would run is made inert") {
  CHECK(render::csv_field("=1+1") == "'=1+1");
  CHECK(render::csv_field("+44 1904") == "'+44 1904");
  CHECK(render::csv_field("-1") == "'-1");
  CHECK(render::csv_field("@SUM(A1)") == "'@SUM(A1)");
  CHECK(render::csv_field("\t=1") == "'\t=1");
  CHECK(render::csv_field("\r=1") == "\"'\r=1\"");
  CHECK(render::csv_field("＝1") == "'＝1");
  CHECK(render::csv_field("=HYPERLINK(\"x\")") == "\"'=HYPERLINK(\"\"x\"\")\"");
  CHECK(render::csv_field("a = b") == "a = b");
}

TEST_CASE("the matrix in CSV has a header, a line a provision and council, and CRLF") {
  CHECK(render::matrix_csv(matrix(
            {row("York", State::same, "Officers may attend."), row("Leeds", State::none, "")})) ==
        "row,topic,provision,council,state,wording,have,clauses,provisional,text\r\n"
        "group-attendance,Party groups,Officers may attend,York,same,A,2,5.1; 5.2,no,"
        "Officers may attend.\r\n"
        "group-attendance,Party groups,Officers may attend,Leeds,none,A,2,5.1; 5.2,no,\r\n");
}

TEST_CASE("the workbook is the same for the same matrix") {
  const view::MatrixList model = matrix({row("York", State::same, "Officers may attend.")});
  const std::string first = render::matrix_xlsx(model);
  CHECK(first.substr(0, 4) == "PK\x03\x04");
  CHECK(render::matrix_xlsx(model) == first);
}

TEST_CASE("a text that no cell can hold is cut, and what XML cannot hold is replaced") {
  const auto workbook = [](const std::string& text) {
    return render::matrix_xlsx(matrix({row("York", State::differs, text)}));
  };
  CHECK(workbook(std::string(40000, 'x')) == workbook(std::string(32766, 'x') + "…"));
  CHECK(workbook(std::string(32766, 'x')) != workbook(std::string(32766, 'x') + "…"));
  CHECK(workbook("bell \a and \xC3") == workbook("bell \uFFFD and \uFFFD"));
  CHECK(workbook("bell \a") != workbook("bell "));
}

TEST_CASE("the workbook has the differences of each grade, with both statements") {
  const view::MatrixList model = matrix({row("York", State::same, "Officers may attend.")});
  const std::vector<view::ListedDifference> likely = {
      {.certainty = compare::Certainty::likely,
       .type = compare::DivergenceType::duty,
       .a = {"York", "5.1", "Officers may attend", "may"},
       .b = {"Leeds", "4.2", "Officers should attend", "should"},
       .because = {}}};
  std::vector<view::ListedDifference> certain = likely;
  certain.front().certainty = compare::Certainty::certain;
  const std::string with = render::matrix_xlsx(model, likely);
  CHECK(with != render::matrix_xlsx(model));
  CHECK(with != render::matrix_xlsx(model, certain));
  CHECK(with == render::matrix_xlsx(model, likely));
}

TEST_CASE("the workbook says how many rows it leaves out") {
  const view::MatrixList model = matrix({row("York", State::same, "Officers may attend.")});
  CHECK(render::matrix_xlsx(model, {}, 5) != render::matrix_xlsx(model));
}
