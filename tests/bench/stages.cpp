// The stages of the compiler on the five protocols, one benchmark each (Google Benchmark):
//
//   build/release/tests/bench/stages [--benchmark_filter=compare]
//
// A stage is timed alone, on the results of those before it. Parsing to passes and the renderers
// work on one thread here, the comparison on all cores.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "compare/comparison.h"
#include "draft/revision.h"
#include "graph/clause_graph.h"
#include "passes/protocol.h"
#include "passes/vocabulary.h"
#include "render/comparison_data.h"
#include "render/html.h"
#include "render/html_comparison.h"
#include "render/html_template.h"
#include "render/tables.h"
#include "render/xml.h"
#include "source/files.h"
#include "source/source_map.h"
#include "syntax/document.h"
#include "syntax/registers.h"
#include "view/comparison.h"
#include "view/comparison_pages.h"
#include "view/matrix_list.h"
#include "view/redline.h"
#include "view/view.h"

namespace concord {
namespace {

const std::string as_of = "2026-11-21";

// The five, at every stage that a benchmark starts from.
struct Five {
  source::SourceMap sources;
  syntax::Register registers;
  std::optional<passes::Vocabulary> vocabulary;
  std::vector<source::FileId> files;
  std::vector<passes::Protocol> protocols;
  std::vector<view::Page> pages;
  compare::Comparison comparison;

  Five() {
    const std::filesystem::path folder = CONCORD_SOURCE_DIR "/protocols";
    diag::Sink sink;
    for (const auto& path : source::find_registers(folder / "register"))
      syntax::read_register(sources, sources.load(path), registers, sink);
    vocabulary.emplace(registers);
    for (const auto& path : source::find_protocols(folder)) {
      files.push_back(sources.load(path));
      protocols.push_back(*passes::check(graph(files.back()), *vocabulary, {as_of}, sink));
      pages.push_back(view::protocol(protocols.back(), as_of));
    }
    comparison = compare::compare(protocols, {&registers, 0});
  }

  syntax::Document document(source::FileId file) const {
    diag::Sink sink;
    return syntax::parse(sources, file, sink);
  }
  graph::ClauseGraph graph(source::FileId file) const {
    diag::Sink sink;
    return graph::build(document(file), sink);
  }
};

const Five& five() {
  static const Five made;
  return made;
}

// Times `stage(input)` for each input, made anew outside the timing.
template <typename Make, typename Stage>
void on_each_file(benchmark::State& state, const Make& make, const Stage& stage) {
  for (auto _ : state) {
    for (const source::FileId file : five().files) {
      state.PauseTiming();
      auto input = make(file);
      state.ResumeTiming();
      benchmark::DoNotOptimize(stage(std::move(input)));
    }
  }
}

void parse(benchmark::State& state) {
  for (auto _ : state) {
    for (const source::FileId file : five().files) {
      benchmark::DoNotOptimize(five().document(file));
    }
  }
}

void graph(benchmark::State& state) {
  on_each_file(
      state, [](source::FileId file) { return five().document(file); },
      [](syntax::Document document) {
        diag::Sink sink;
        return graph::build(std::move(document), sink);
      });
}

void passes(benchmark::State& state) {
  on_each_file(
      state, [](source::FileId file) { return five().graph(file); },
      [](graph::ClauseGraph graph) {
        diag::Sink sink;
        return passes::check(std::move(graph), *five().vocabulary, {as_of}, sink);
      });
}

void compare(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(compare::compare(five().protocols, {&five().registers, 0}));
  }
}

// York with every "should" made "must" and every "the Council" "the Authority".
passes::Protocol revised_york(source::SourceMap& sources, const passes::Protocol& york) {
  std::string text(sources.text(york.graph().file));
  const auto replace = [&](std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
      text.replace(at, from.size(), to);
  };
  replace("should", "must");
  replace("the Council", "the Authority");
  diag::Sink sink;
  const source::FileId file = sources.add("york.new.md", text);
  return *passes::check(graph::build(syntax::parse(sources, file, sink), sink), *five().vocabulary,
                        {as_of}, sink);
}

void redline(benchmark::State& state) {
  const auto york = std::find_if(five().protocols.begin(), five().protocols.end(),
                                 [](const auto& each) { return each.metadata().id == "york"; });
  source::SourceMap sources = five().sources;
  const passes::Protocol after = revised_york(sources, *york);
  for (auto _ : state) {
    const draft::Revision revision = draft::revise(*york, after, five().registers);
    benchmark::DoNotOptimize(view::redline(revision, *york, after, {}));
  }
}

void view_protocols(benchmark::State& state) {
  for (auto _ : state) {
    for (const passes::Protocol& protocol : five().protocols) {
      benchmark::DoNotOptimize(view::protocol(protocol, as_of));
    }
  }
}

view::ComparisonPages comparison_pages() {
  const view::Compared texts(five().comparison, five().protocols, five().registers);
  view::ComparisonPages pages;
  for (const auto& part : view::comparison_parts(texts, pages)) part();
  return pages;
}

void view_comparison_pages(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(comparison_pages());
}

void render_comparison_data(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        render::comparison_data(five().comparison, five().comparison.peers(), five().protocols));
  }
}

render::Templates html_templates() {
  render::Templates templates;
  for (const auto& entry :
       std::filesystem::directory_iterator(CONCORD_SOURCE_DIR "/templates/html")) {
    templates.files["html/" + entry.path().filename().string()] = source::read_file(entry.path());
  }
  return templates;
}

void render_html(benchmark::State& state) {
  const render::HtmlTemplates templates(html_templates());
  for (auto _ : state) {
    benchmark::DoNotOptimize(render::library_page(five().pages, {}, templates));
    for (const view::Page& page : five().pages)
      benchmark::DoNotOptimize(render::protocol_page(page, {}, {}, templates));
  }
}

void render_html_comparison(benchmark::State& state) {
  const render::HtmlTemplates templates(html_templates());
  const view::ComparisonPages pages = comparison_pages();
  for (auto _ : state) {
    for (const auto& make : render::comparison_html(pages, {}, templates))
      benchmark::DoNotOptimize(make());
  }
}

void render_xml(benchmark::State& state) {
  for (auto _ : state) {
    for (const view::Page& page : five().pages) benchmark::DoNotOptimize(render::xml(page));
  }
}

void render_tables(benchmark::State& state) {
  const view::MatrixList matrix =
      view::matrix_list(five().comparison, five().protocols, five().registers, as_of);
  for (auto _ : state) {
    benchmark::DoNotOptimize(render::matrix_csv(matrix));
    benchmark::DoNotOptimize(render::matrix_xlsx(matrix));
  }
}

void write_markdown(benchmark::State& state) {
  std::vector<syntax::Document> documents;
  for (const source::FileId file : five().files) documents.push_back(five().document(file));
  for (auto _ : state) {
    for (const syntax::Document& document : documents) {
      benchmark::DoNotOptimize(syntax::to_markdown(document, syntax::Notes::kept));
    }
  }
}

BENCHMARK(parse)->Unit(benchmark::kMillisecond);
BENCHMARK(graph)->Unit(benchmark::kMillisecond);
BENCHMARK(passes)->Unit(benchmark::kMillisecond);
BENCHMARK(compare)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(redline)->Unit(benchmark::kMillisecond);
BENCHMARK(view_protocols)->Unit(benchmark::kMillisecond);
BENCHMARK(view_comparison_pages)->Unit(benchmark::kMillisecond);
BENCHMARK(render_comparison_data)->Unit(benchmark::kMillisecond);
BENCHMARK(render_html)->Unit(benchmark::kMillisecond);
BENCHMARK(render_html_comparison)->Unit(benchmark::kMillisecond);
BENCHMARK(render_xml)->Unit(benchmark::kMillisecond);
BENCHMARK(render_tables)->Unit(benchmark::kMillisecond);
BENCHMARK(write_markdown)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace concord

BENCHMARK_MAIN();
