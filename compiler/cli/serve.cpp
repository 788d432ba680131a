#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "cli/interrupt.h"
#include "cli/memory.h"
#include "cli/outputs.h"
#include "cli/pair_record.h"
#include "cli/pipeline.h"
#include "cli/report.h"
#include "cli/server.h"
#include "cli/share.h"
#include "cli/version_sets.h"
#include "cli/watch.h"
#include "diag/print.h"
#include "render/live.h"
#include "render/script_words.h"
#include "view/live.h"

namespace concord::cli {
namespace {

struct Options {
  Reading reading;
  Judging judging;
  std::filesystem::path templates;
  std::optional<int> port;
  bool no_comparison = false;
};

// The remarks on each text, and on what is none.
void add_remarks(const Corpus& corpus, view::Live& live) {
  for (std::size_t i = 0; i < corpus.protocols.size(); ++i)
    for (const CompiledVersion& each : versions_of(corpus, i))
      live.texts[each.folder] =
          view::remarks(*each.protocol, *each.document, corpus.findings, corpus.sources);
  for (const diag::Finding& finding : corpus.findings)
    if (protocol_of(corpus, finding.diagnostic.span.file) == nullptr)
      live.others.push_back(view::remark(finding, corpus.sources));
}

// From where builds are counted: a page that is still open when the next preview starts notices.
std::uint64_t now_in_milliseconds() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
}

// Builds in memory, over and over, and keeps the pages of the last build that succeeded.
class Preview {
 public:
  Preview(const Options& options, std::filesystem::path templates)
      : options_(options), templates_(std::move(templates)) {
    const render::Templates read = read_templates(templates_);
    for (const auto& [name, bytes] : read.files)
      if (name.starts_with("live/")) extras_.emplace("_" + name, bytes);
    extras_.emplace(render::live_words.substr(1), render::script_words());
    waiting_ = render::waiting_page(render::HtmlTemplates(read));
  }

  // What to show, after one more build. Throws UsageError if the first one finds no sources;
  // otherwise never for what the next build may do better.
  Site build(const Reading& reading) {
    live_ = {.build = live_.build + 1, .failed = true, .problem = {}, .texts = {}, .others = {}};
    try {
      compile_and_make(reading);
    } catch (const std::exception& error) {
      if (!started_ && dynamic_cast<const UsageError*>(&error) != nullptr) throw;
      live_.problem = error.what();
      fmt::print(stderr, "concord: {}\n", error.what());
    }
    started_ = true;
    Site site{.files = files_, .extras = extras_, .waiting = waiting_};
    site.extras[std::string(render::live_state.substr(1))] = render::as_json(live_);
    return site;
  }

 private:
  void compile_and_make(const Reading& reading) {
    Progress progress;
    Corpus corpus = compile(reading, options_.judging, &progress, &memory_);
    add_remarks(corpus, live_);
    if (diag::has_errors(corpus.findings)) {
      progress.finish();
      report(corpus, diag::Severity::warning, stderr);
      print(fmt::format("{}; {}\n", counts(corpus),
                        files_.empty() ? "there are no pages yet" : "the pages stay as they were"));
      return;
    }
    Making making;
    making.formats = {Format::html};
    making.templates = templates_;
    making.jobs = reading.jobs;
    making.comparison = !options_.no_comparison;
    making.kept_pairs = files_[std::string(pairs_path)];
    making.memory = &*memory_.comparisons;
    source::InMemory files;
    make(corpus, making, progress, files);
    files_ = files.take();
    live_.failed = false;
    progress.finish();
    report(corpus, diag::Severity::warning, stderr);
    print(fmt::format("{}; {:.2f} s\n", counts(corpus), progress.seconds()));
  }

  const Options& options_;
  const std::filesystem::path templates_;
  source::Files extras_;  // the preview's own scripts and styles
  std::string waiting_;   // the page while there are none of a build
  Memory memory_;
  source::Files files_;   // none before the first build that succeeds
  bool started_ = false;  // whether there was a build
  view::Live live_{.build = now_in_milliseconds(), .problem = {}, .texts = {}, .others = {}};
};

[[noreturn]] void serve(const Options& options) {
  end_at_interrupt();
  Watch sources(options.reading);
  Preview preview(options, options.templates.empty() ? find_share().templates : options.templates);
  Server server(options.port);
  server.show(preview.build(sources.reading()));
  server.start();
  print(fmt::format("http://127.0.0.1:{}/ shows the pages; Ctrl-C ends it\n", server.port()));
  while (true) {
    flush_output();
    print(words_of(sources.wait()) + "\n");
    flush_output();
    server.show(preview.build(sources.reading()));
  }
}

}  // namespace

Command serve_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("serve", "Show the pages in a browser while you write");
  const auto options = std::make_shared<Options>();
  app->add_option("--port", options->port, "8000 by default, or the next that is free")
      ->type_name("N")
      ->check(CLI::Range(1, 65535).description(""));
  app->add_flag("--no-comparison", options->no_comparison,
                "show the protocols alone, and compare nothing");
  app->add_option("--templates", options->templates, "folder of templates to use instead")
      ->type_name("DIR");
  add_judging_options(*app, options->judging);
  add_reading_options(*app, options->reading);
  app->footer(
      "Builds the pages in memory and shows them at an address of this machine. When a source\n"
      "or a register changes, it builds again, and the open page reloads at the same place.\n"
      "Findings stand beside their clauses, and so do drafting notes (<!-- Ask legal -->),\n"
      "which no published page has. If a text has errors, the pages stay as they were and the\n"
      "errors are shown. Nothing is written to disk. Other machines cannot see the pages, but\n"
      "anyone who is logged in to this one can.\n"
      "\n"
      "Examples:\n"
      "  concord serve                           protocols/\n"
      "  concord serve protocols/york.md         one text\n"
      "  concord serve --profile adopt --port 8080");
  return {app, [options]() -> Exit { serve(*options); }};
}

}  // namespace concord::cli
