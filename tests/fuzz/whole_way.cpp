// Markdown of any kind, the whole way to every output that is made within the process. Whatever the
// input: no crash, every output well formed, and nothing of the text live in any of them.
#include <filesystem>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/print.h"
#include "live.h"
#include "render/data.h"
#include "render/html.h"
#include "render/html_template.h"
#include "render/xml.h"
#include "view/view.h"
#include "way.h"

namespace fuzz = concord::fuzz;

namespace {

concord::render::Templates read_html_templates() {
  concord::render::Templates read;
  const std::filesystem::path folder = CONCORD_SOURCE_DIR "/templates/html";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    read.files["html/" + entry.path().filename().string()] =
        concord::source::read_file(entry.path());
  }
  return read;
}

const concord::render::HtmlTemplates& templates() {
  static const concord::render::HtmlTemplates read(read_html_templates());
  return read;
}

void check_html(const concord::render::Files& pages) {
  for (const auto& [path, bytes] : pages) {
    const std::string live = fuzz::live_in_html(bytes);
    fuzz::promise(live.empty(), path + " has " + live);
  }
}

void check_pages(const concord::view::Page& page) {
  check_html(concord::render::library_page({&page, 1}, {}, templates()));
  check_html(concord::render::protocol_page(page, {}, {}, templates()));
  const std::string wrong = fuzz::wrong_in_xml(concord::render::akoma_ntoso(page));
  fuzz::promise(wrong.empty(), "the XML has " + wrong);
}

void check_diagnostics(const fuzz::Way& way) {
  const auto findings = concord::diag::judge(way.sink, {});
  fuzz::promise(fuzz::calm(concord::diag::as_text(findings, way.sources, false)),
                "a diagnostic commands the terminal");
  const auto data = nlohmann::json::parse(concord::diag::as_json(findings, way.sources));
  const auto sarif = nlohmann::json::parse(concord::diag::as_sarif(findings, way.sources));
  fuzz::promise(data.contains("diagnostics") && sarif.contains("runs"), "diagnostics as data");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Way way;
  fuzz::compile(way, fuzz::as_text(data, size), "fuzz.md");
  check_diagnostics(way);
  if (!way.protocol) return 0;

  const auto corpus = nlohmann::json::parse(
      concord::render::corpus_data(std::span(&*way.protocol, 1), way.sources));
  fuzz::promise(corpus["protocols"].size() == 1, "one protocol in the corpus");
  fuzz::promise(corpus["protocols"][0]["clauses"].size() == way.protocol->clauses().size(),
                "every clause in the corpus");
  fuzz::promise(!concord::graph::to_dot(way.protocol->network()).empty(), "a graph");
  const std::string wrong = fuzz::wrong_in_xml(concord::graph::to_graphml(way.protocol->network()));
  fuzz::promise(wrong.empty(), "the GraphML has " + wrong);
  check_pages(concord::view::protocol(*way.protocol, "2026-11-21"));
  return 0;
}
