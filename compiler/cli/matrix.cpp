#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <set>

#include "cli/lookup.h"
#include "cli/report.h"
#include "diag/print.h"
#include "render/model_json.h"
#include "render/tables.h"
#include "view/comparison_words.h"
#include "view/matrix_list.h"

namespace concord::cli {
namespace {

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
void narrow(view::MatrixList& matrix, const Corpus& corpus, const Options& options) {
  const std::string topic = options.topic.empty() ? "" : title_of(corpus, options.topic);
  std::set<std::string> councils;
  for (const std::string& asked : options.councils) {
    councils.insert(corpus.protocols[find_protocol(corpus, asked)].metadata().name);
  }
  std::erase_if(matrix.rows, [&](const view::ListRow& row) {
    const bool on_topic = topic.empty() || row.topic == topic;
    return !on_topic || (!councils.empty() && !councils.contains(row.council));
  });
}

std::string line_of(const view::ListRow& row) {
  return fmt::format("  {:<14} {:<24} {:<4} {}\n", diag::printable(row.council),
                     view::words_for(row.state), row.wording, diag::printable(row.clauses));
}

// A paragraph a provision, a line a council, under the topics' titles.
void show(const view::MatrixList& matrix) {
  std::string topic;
  std::string provision;
  for (const view::ListRow& row : matrix.rows) {
    if (row.topic != topic) {
      topic = row.topic;
      print(fmt::format("\n{}\n{}\n", topic, std::string(topic.size(), '=')));
    }
    if (row.row != provision) {
      provision = row.row;
      print(fmt::format("\n{}  {}\n", provision, diag::printable(row.provision)));
    }
    print(line_of(row));
  }
}

Exit run(const Options& options) {
  const Corpus corpus = compile(options.reading, {});
  const compare::Comparison comparison = compare_all(corpus, options.reading.jobs);
  view::MatrixList matrix =
      view::matrix_list(comparison, corpus.protocols, corpus.registers, corpus.as_of);
  narrow(matrix, corpus, options);
  if (options.format == "json") {
    print(render::as_json(matrix));
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
