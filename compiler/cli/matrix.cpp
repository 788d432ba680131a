#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/lookup.h"
#include "cli/report.h"
#include "diag/print.h"
#include "render/tables.h"
#include "view/comparison.h"

namespace concord::cli {
namespace {

using nlohmann::json;

struct Options {
  Reading reading;
  std::string topic;
  std::vector<std::string> councils;
  std::string format = "text";
};

std::string title_of(const Corpus& corpus, const std::string& asked) {
  std::vector<std::string> known;
  for (const syntax::Topic& topic : corpus.registers.topics) {
    if (topic.id == asked || topic.title == asked) return topic.title;
    known.push_back(topic.id);
  }
  const std::vector<std::string> near = diag::nearest(asked, known);
  throw UsageError(fmt::format("there is no topic \"{}\"; {}", asked,
                               near.empty() ? fmt::format("there are {}", fmt::join(known, ", "))
                                            : fmt::format("did you mean \"{}\"?", near.front())));
}

// Leaves the rows of the topic and the councils that were asked for.
void narrow(json& matrix, const Corpus& corpus, const Options& options) {
  const std::string topic = options.topic.empty() ? "" : title_of(corpus, options.topic);
  std::set<std::string> councils;
  for (const std::string& asked : options.councils) {
    councils.insert(corpus.protocols[find_protocol(corpus, asked)].metadata().name);
  }
  json rows = json::array();
  for (json& row : matrix["rows"]) {
    const bool on_topic = topic.empty() || row["topic"] == topic;
    if (on_topic && (councils.empty() || councils.contains(row["council"].get<std::string>()))) {
      rows.push_back(std::move(row));
    }
  }
  matrix["rows"] = std::move(rows);
}

std::string line_of(const json& row) {
  const auto text = [&](const char* key) { return diag::printable(row[key].get<std::string>()); };
  const std::string wording = text("wording");
  return fmt::format("  {:<14} {:<24} {:<4} {}\n", text("council"), text("state_words"), wording,
                     text("clauses"));
}

// A paragraph a provision, a line a council, under the topics' titles.
void show(const json& matrix) {
  std::string topic;
  std::string provision;
  for (const json& row : matrix["rows"]) {
    if (row["topic"] != topic) {
      topic = row["topic"];
      print(fmt::format("\n{}\n{}\n", topic, std::string(topic.size(), '=')));
    }
    if (row["row"] != provision) {
      provision = row["row"];
      print(fmt::format("\n{}  {}\n", provision,
                        diag::printable(row["provision"].get<std::string>())));
    }
    print(line_of(row));
  }
}

Exit run(const Options& options) {
  const Corpus corpus = compile(options.reading, {});
  const compare::Comparison comparison = compare_all(corpus, options.reading.jobs);
  json matrix = view::matrix_list(comparison, corpus.protocols, corpus.registers, corpus.as_of);
  narrow(matrix, corpus, options);
  if (options.format == "json") {
    print(matrix.dump(2) + "\n");
  } else if (options.format == "csv") {
    print(render::matrix_csv(matrix));
  } else {
    show(matrix);
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
  one_of(app->add_option("--format", options->format, "text by default"), {"text", "csv", "json"});
  add_reading_options(*app, options->reading);
  app->footer(
      "Examples:\n"
      "  concord matrix --topic party-groups\n"
      "  concord matrix --councils york,ware --format csv > matrix.csv");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
