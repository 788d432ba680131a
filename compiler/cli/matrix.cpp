#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/given.h"
#include "cli/lookup.h"
#include "cli/pdfs.h"
#include "cli/report.h"
#include "cli/share.h"
#include "cli/stamped.h"
#include "diag/print.h"
#include "render/model_json.h"
#include "render/pdf.h"
#include "render/state_words.h"
#include "render/tables.h"
#include "view/matrix_list.h"
#include "view/narrowing.h"

namespace concord::cli {
namespace {

struct Options {
  Reading reading;
  std::string topic;
  std::vector<std::string> councils;
  std::string format;  // empty: what the file's name says, else text
  std::filesystem::path file;
};

const std::vector<std::string> formats = {"text", "csv", "json", "pdf"};

std::string title_of(const Corpus& corpus, const std::string& asked) {
  std::vector<std::string> known;
  for (const syntax::Topic& topic : corpus.registers.topics) {
    if (topic.id == asked || topic.title == asked) return topic.title;
    known.push_back(topic.id);
  }
  const std::vector<std::string> near = diag::nearest(asked, known);
  throw UsageError(fmt::format("there is no topic \"{}\"; {}", asked,
                               near.empty()
                                   ? fmt::format("the topics are {}", fmt::join(known, ", "))
                                   : fmt::format("did you mean \"{}\"?", near.front())));
}

constexpr std::string_view measured_by_all =
    "States and letters go by the base wording (A) of all the councils compared.";

// What a reader of the paper has to know of what it leaves out.
std::string words_of(const std::string& topic, const std::set<std::string>& councils,
                     std::size_t compared) {
  std::string words;
  if (!topic.empty()) words = fmt::format("Only the topic “{}” is shown. ", topic);
  if (!councils.empty())
    words += fmt::format("Only {} of the {} councils compared are shown: {}. {} ", councils.size(),
                         compared, fmt::join(councils, ", "), measured_by_all);
  return words;
}

// By provision: the councils that have its base wording.
using Bases = std::map<std::string, std::vector<std::string>>;

Bases bases_of(const view::MatrixList& matrix) {
  Bases bases;
  for (const view::ListRow& row : matrix.rows)
    if (row.state <= compare::State::same) bases[row.row].push_back(row.council);
  return bases;
}

// Leaves the rows of the topic and the councils that were asked for.
view::Narrowing narrow(view::MatrixList& matrix, const Corpus& corpus, const std::string& asked,
                       std::span<const std::uint32_t> among) {
  const std::string topic = asked.empty() ? "" : title_of(corpus, asked);
  std::set<std::string> councils;
  for (const std::uint32_t council : among)
    councils.insert(corpus.protocols[council].metadata().name);
  std::erase_if(matrix.rows, [&](const view::ListRow& row) {
    const bool on_topic = topic.empty() || row.topic == topic;
    return !on_topic || (!councils.empty() && !councils.contains(row.council));
  });
  const std::size_t compared = corpus.protocols.size();
  return {compared, words_of(topic, councils, compared)};
}

// Leaves out, and says so, the provisions that none of the councils shown has.
void leave_out_provisions_of_others(view::MatrixList& matrix, view::Narrowing& narrowing) {
  std::set<std::string> had;
  std::set<std::string> all;
  for (const view::ListRow& row : matrix.rows) {
    all.insert(row.row);
    if (!row.clauses.empty()) had.insert(row.row);
  }
  std::erase_if(matrix.rows, [&](const view::ListRow& row) { return !had.contains(row.row); });
  const std::size_t left_out = all.size() - had.size();
  if (left_out > 0)
    narrowing.shows +=
        fmt::format("{} provision{} that only other councils have {} left out.", left_out,
                    left_out == 1 ? "" : "s", left_out == 1 ? "is" : "are");
}

void write_pdf(view::MatrixList& matrix, view::Narrowing narrowing, const std::string& made,
               const Options& options) {
  leave_out_provisions_of_others(matrix, narrowing);
  if (matrix.rows.empty()) throw UsageError("there is no provision to print");
  const Share share = find_share();
  give(options.file, typeset_one(read_templates(share.templates), share.templates,
                                 render::stamped(render::matrix_pdf(matrix, narrowing), made)));
}

std::string line_of(const view::ListRow& row, const view::StateKey& states) {
  return fmt::format("  {:<14} {:<24} {:<4} {}\n", diag::printable(row.council),
                     view::words_for(row.state, states), row.wording, diag::printable(row.clauses));
}

// Names those who have the base wording of the rows of one provision, where none of them is shown.
std::string line_of_base(std::span<const view::ListRow> shown,
                         const std::vector<std::string>& base) {
  const bool among_them = std::ranges::any_of(shown, [&](const view::ListRow& row) {
    return std::ranges::find(base, row.council) != base.end();
  });
  if (base.empty() || among_them) return "";
  return fmt::format("  base wording (A), not shown: {}\n",
                     diag::printable(fmt::format("{}", fmt::join(base, ", "))));
}

// A paragraph a provision, a line a council, under the topics' titles.
std::string as_text(const view::MatrixList& matrix, const Bases& bases) {
  std::string text;
  std::string topic;
  std::span<const view::ListRow> rest = matrix.rows;
  while (!rest.empty()) {
    const view::ListRow& row = rest.front();
    const auto end =
        std::ranges::find_if(rest, [&](const view::ListRow& each) { return each.row != row.row; });
    const auto shown = rest.first(static_cast<std::size_t>(end - rest.begin()));
    rest = rest.subspan(shown.size());
    if (row.topic != topic) {
      topic = row.topic;
      text += fmt::format("\n{}\n{}\n", topic, std::string(topic.size(), '='));
    }
    text += fmt::format("\n{}{}\n{}\n", row.row, row.provisional ? " (this id may change)" : "",
                        diag::printable(row.provision));
    if (const auto base = bases.find(row.row); base != bases.end())
      text += line_of_base(shown, base->second);
    for (const view::ListRow& each : shown) text += line_of(each, matrix.states);
  }
  return text;
}

Exit run(const Options& options) {
  const std::string format = given_format(options.format, options.file, formats);
  const Corpus corpus = compile(options.reading, {});
  const compare::Comparison comparison = compare_all(corpus, options.reading.jobs);
  std::vector<std::uint32_t> among;
  for (const std::string& asked : options.councils) among.push_back(find_protocol(corpus, asked));
  view::MatrixList matrix =
      view::matrix_list(comparison, corpus.protocols, corpus.registers, corpus.as_of,
                        render::state_key(view::Words()), among);
  const Bases bases = bases_of(matrix);
  const view::Narrowing narrowing = narrow(matrix, corpus, options.topic, among);
  if (format == "pdf") {
    write_pdf(matrix, narrowing, view::words_for(stamp_of(corpus)), options);
  } else {
    give(options.file, format == "json"  ? render::as_json(matrix)
                       : format == "csv" ? render::matrix_csv(matrix)
                                         : as_text(matrix, bases));
    if (!among.empty() && format != "text") fmt::print(stderr, "concord: {}\n", measured_by_all);
  }
  return report_errors(corpus);
}

}  // namespace

Command matrix_command(CLI::App& root) {
  CLI::App* app =
      root.add_subcommand("matrix", "Print what every council says, provision by provision");
  const auto options = std::make_shared<Options>();
  app->add_option("--topic", options->topic, "one topic only, such as party-groups")
      ->type_name("ID");
  app->add_option("--councils", options->councils, "these councils only: york,leeds")
      ->type_name("LIST")
      ->delimiter(',')
      ->allow_extra_args(false);
  one_of(app->add_option("--format", options->format,
                         "by default as the ending of the file's name says, else text"),
         formats);
  app->add_option("-o,--output", options->file, "write to this file")->type_name("FILE");
  add_reading_options(*app, options->reading);
  app->footer(
      "Examples:\n"
      "  concord matrix --topic party-groups\n"
      "  concord matrix --councils york,ware --format csv > matrix.csv\n"
      "  concord matrix --topic party-groups --councils york,ware -o party-groups.pdf");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
