#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/lookup.h"
#include "cli/pipeline.h"
#include "cli/report.h"
#include "diag/print.h"
#include "graph/clause_graph.h"
#include "language/statements.h"
#include "render/model_json.h"
#include "syntax/document.h"
#include "view/view.h"

namespace concord::cli {
namespace {

struct Options {
  Reading reading;
  std::string stage;
};

// One text as the stage leaves it.
std::string dump(const Corpus& corpus, std::size_t i, const std::string& stage) {
  if (stage == "syntax") return syntax::dump(corpus.documents[i]);
  const passes::Protocol& protocol = corpus.protocols[i];
  if (stage == "graph") return graph::dump(protocol.graph());
  if (stage == "protocol") return passes::dump(protocol);
  return render::as_json(view::protocol(protocol, corpus.as_of));
}

// The clause's text in force, with its words and roles.
struct WordedText {
  WordedText(std::string made, const language::RoleNames& names)
      : text(std::move(made)), words(text), roles(names.find(text, words)) {}

  language::ReadText read() const { return {text, words, roles}; }

  std::string text;
  language::Words words;
  std::vector<language::RoleMatch> roles;
};

// The statements of every clause, each on a line of its own below the clause's key.
std::string dump_statements(const passes::Protocol& protocol, const language::RoleNames& shared,
                            const language::StatementReader& reader) {
  const language::RoleNames names(shared, protocol.metadata().roles);
  std::string text;
  for (const graph::Clause& clause : protocol.clauses()) {
    if (clause.text.text.empty()) continue;
    const WordedText own(clause.text.text, names);
    const bool item = clause.place == graph::Place::list && clause.parent;
    const WordedText lead(item ? protocol[*clause.parent].text.text : std::string(), names);
    const language::ReadText leading = lead.read();
    text += clause.key + "\n";
    for (const auto& each : reader.read(own.read(), lead.text.empty() ? nullptr : &leading))
      text += "  " + language::dump(each, own.text, lead.text) + "\n";
  }
  return text;
}

// A text must not command the terminal through the stage that shows it.
void print_lines(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    print(diag::printable(text.substr(0, end)) + "\n");
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

Exit run(const Options& options) {
  const Corpus corpus = compile(options.reading, {});
  if (options.stage == "comparison") {
    print_lines(compare::dump(compare_all(corpus, options.reading.jobs), corpus.protocols));
    return report_errors(corpus);
  }
  if (options.stage == "statements") {
    const language::RoleNames roles(corpus.registers);
    const language::StatementReader reader(corpus.registers.lists);
    for (const passes::Protocol& each : corpus.protocols)
      print_lines(dump_statements(each, roles, reader));
    return report_errors(corpus);
  }
  for (std::size_t i = 0; i < corpus.protocols.size(); ++i) {
    print_lines(dump(corpus, i, options.stage));
  }
  return report_errors(corpus);
}

}  // namespace

Command dump_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("dump", "Print what a stage of the compiler makes of a text");
  const auto options = std::make_shared<Options>();
  one_of(app->add_option("--stage", options->stage, "the stage whose result is printed"),
         {"syntax", "graph", "protocol", "statements", "comparison", "view"})
      ->required();
  add_reading_options(*app, options->reading);
  app->footer(
      "Examples:\n"
      "  concord dump --stage graph protocols/york.md\n"
      "  concord dump --stage statements protocols/york.md   who must do what, clause by clause");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
