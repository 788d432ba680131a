#include "cli/outputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "cli/report.h"
#include "cli/share.h"
#include "compare/comparison.h"
#include "diag/print.h"
#include "render/html.h"
#include "render/html_comparison.h"
#include "render/pdf.h"
#include "render/tables.h"
#include "render/xml.h"
#include "syntax/document.h"
#include "view/comparison.h"
#include "view/comparison_pages.h"
#include "view/corpus.h"
#include "view/view.h"

namespace concord::cli {
namespace {

using nlohmann::json;

// What each PDF was made of: "york/protocol.pdf <key>", one a line (render::pdf_key).
constexpr std::string_view keys_path = "data/typeset.txt";
constexpr std::string_view matrix_path = "compare/matrix.pdf";

std::map<std::string, std::string> keys_of_last_build(const std::filesystem::path& folder) {
  std::map<std::string, std::string> keys;
  std::istringstream lines(source::read_if_present(folder / keys_path));
  for (std::string path, key; lines >> path >> key;) keys[path] = key;
  return keys;
}

// What the renderers read.
struct Models {
  std::vector<json> protocols;
  json matrix;            // view::matrix_list; null where nothing is compared
  json pages;             // view::comparison_pages; null where no pages show it
  bool on_pages = false;  // few enough councils for pages to show
};

struct Pdf {
  std::string path;                  // in the output folder
  const passes::Protocol* protocol;  // null for the matrix
  render::PdfJob job;
  std::string key;
};

std::vector<Pdf> pdfs_to_make(const Corpus& corpus, const Models& models,
                              const render::Templates& templates) {
  std::vector<Pdf> pdfs;
  const auto add = [&](std::string path, const passes::Protocol* protocol, render::PdfJob job) {
    std::string key = render::pdf_key(job, templates);
    pdfs.push_back({std::move(path), protocol, std::move(job), std::move(key)});
  };
  for (std::size_t i = 0; i < models.protocols.size(); ++i) {
    add(corpus.protocols[i].metadata().id + "/protocol.pdf", &corpus.protocols[i],
        render::protocol_pdf(models.protocols[i]));
  }
  if (models.on_pages) add(std::string(matrix_path), nullptr, render::matrix_pdf(models.matrix));
  return pdfs;
}

// Takes over from the last build what was made of the same input; returns what is left to typeset.
std::vector<Pdf> reuse(std::vector<Pdf> pdfs, const std::filesystem::path& folder, Output& output) {
  const auto keys = keys_of_last_build(folder);
  std::vector<Pdf> left;
  for (Pdf& pdf : pdfs) {
    const auto key = keys.find(pdf.path);
    std::string bytes = key != keys.end() && key->second == pdf.key
                            ? source::read_if_present(folder / pdf.path)
                            : std::string();
    if (bytes.empty()) {
      left.push_back(std::move(pdf));
    } else {
      output.files[pdf.path] = std::move(bytes);
    }
  }
  return left;
}

source::Span span_of(const passes::Protocol& protocol, const std::string& clause) {
  const auto id = protocol.graph().find(clause);
  return id ? protocol[*id].span : source::Span{protocol.graph().file, 0, 0};
}

// A text that the typesetter refuses is the author's to mend, at the clause where that is known.
void refuse(Corpus& corpus, const passes::Protocol& protocol, const render::PdfResult& result) {
  for (const render::PdfMessage& message : result.messages) {
    corpus.findings.push_back(
        {diag::Severity::error,
         {diag::Code::PDF001, span_of(protocol, message.clause), message.text}});
  }
}

std::string words(const render::PdfResult& result) {
  std::vector<std::string> texts;
  for (const render::PdfMessage& message : result.messages) texts.push_back(message.text);
  return fmt::format("{}", fmt::join(texts, "; "));
}

void keep(Corpus& corpus, const Pdf& pdf, render::PdfResult result, const Making& making,
          Output& output) {
  switch (result.state) {
    case render::PdfState::made:
      output.files[pdf.path] = std::move(result.bytes);
      if (!result.messages.empty()) output.remarks.insert(pdf.path + ": " + words(result));
      break;
    case render::PdfState::refused:
      if (pdf.protocol == nullptr) throw std::runtime_error(pdf.path + ": " + words(result));
      refuse(corpus, *pdf.protocol, result);
      break;
    case render::PdfState::unavailable:
      if (making.pdf_wanted) throw std::runtime_error(words(result));
      output.remarks.insert("no PDFs: " + words(result));
      break;
    case render::PdfState::broken:
      throw std::runtime_error(
          fmt::format("{}: the typesetter failed: {}", pdf.path, words(result)));
  }
}

void typeset(Corpus& corpus, const Models& models, const render::Templates& templates,
             const Making& making, Output& output) {
  const std::vector<Pdf> all = pdfs_to_make(corpus, models, templates);
  const std::vector<Pdf> left = reuse(all, making.folder, output);
  std::vector<render::PdfJob> jobs;
  for (const Pdf& pdf : left) jobs.push_back(pdf.job);
  render::Typesetter typesetter;
  typesetter.folder = making.templates / "pdf";
  typesetter.workers = making.jobs != 0 ? making.jobs : std::thread::hardware_concurrency();
  std::vector<render::PdfResult> results = render::pdf(jobs, templates, typesetter);
  for (std::size_t i = 0; i < left.size(); ++i) {
    keep(corpus, left[i], std::move(results[i]), making, output);
  }
  std::string keys;
  for (const Pdf& pdf : all) {
    if (output.files.contains(pdf.path)) keys += pdf.path + " " + pdf.key + "\n";
  }
  if (!keys.empty()) output.files[std::string(keys_path)] = keys;
}

void write_data(const Corpus& corpus, const std::optional<compare::Comparison>& comparison,
                source::Files& files) {
  graph::Network network = whole_network(corpus);
  if (comparison) {
    view::add_counterparts(*comparison, corpus.protocols, network);
    files["data/comparison.json"] = view::comparison_data(*comparison, corpus.protocols);
  }
  files["data/corpus.json"] = view::corpus(corpus.protocols, corpus.sources);
  files["data/diagnostics.json"] = diag::as_json(corpus.findings, corpus.sources);
  files["data/graph.dot"] = graph::to_dot(network);
  files["data/graph.graphml"] = graph::to_graphml(network);
  files["data/graph.json"] = view::graph_data(network);
  for (const passes::Protocol& protocol : corpus.protocols) {
    files[protocol.metadata().id + "/protocol.json"] =
        view::protocol_data(protocol, corpus.sources);
  }
}

Models models_of(const Corpus& corpus, const std::optional<compare::Comparison>& comparison) {
  Models models;
  for (const passes::Protocol& protocol : corpus.protocols) {
    models.protocols.push_back(view::protocol(protocol, corpus.as_of));
  }
  if (!comparison) return models;
  models.matrix = view::matrix_list(*comparison, corpus.protocols, corpus.registers, corpus.as_of);
  models.on_pages = corpus.protocols.size() <= view::most_councils_on_pages;
  if (!models.on_pages) return models;
  models.pages = view::comparison_pages(*comparison, corpus.protocols, corpus.registers);
  for (std::uint32_t i = 0; i < models.protocols.size(); ++i) {
    view::add_counterparts(models.protocols[i], *comparison, corpus.protocols, i);
  }
  return models;
}

void write_pages(const Models& models, const render::Templates& templates, const Making& making,
                 source::Files& files) {
  const auto wanted = [&](Format format) { return making.formats.contains(format); };
  const bool data = wanted(Format::json);
  render::Offer offer{true, wanted(Format::xml), data, wanted(Format::markdown),
                      data, models.on_pages,     {}};
  for (const json& model : models.protocols) {
    const auto& id = model["id"].get_ref<const std::string&>();
    if (!files.contains(id + "/protocol.pdf")) offer.without_pdf.insert(id);
  }
  files.merge(render::html(models.protocols, templates, offer));
  if (models.on_pages) {
    files.merge(render::comparison_html(models.pages, templates,
                                        {files.contains(std::string(matrix_path)), data}));
  }
}

}  // namespace

std::optional<Format> format_named(std::string_view name) {
  if (name == "html") return Format::html;
  if (name == "pdf") return Format::pdf;
  if (name == "xml") return Format::xml;
  if (name == "json") return Format::json;
  if (name == "md") return Format::markdown;
  return std::nullopt;
}

Output make(Corpus& corpus, const Making& making, Progress& progress) {
  const auto wanted = [&](Format format) { return making.formats.contains(format); };
  const render::Templates templates = read_templates(making.templates);
  std::optional<compare::Comparison> comparison;
  if (corpus.protocols.size() > 1) {
    progress.step("comparing");
    comparison = compare::compare(corpus.protocols, {&corpus.registers, making.jobs});
  }
  const Models models = models_of(corpus, comparison);
  Output output;
  if (wanted(Format::pdf)) {
    progress.step("typesetting");
    typeset(corpus, models, templates, making, output);
  }
  progress.step("writing pages");
  if (wanted(Format::html)) write_pages(models, templates, making, output.files);
  if (wanted(Format::xml)) output.files.merge(render::xml(models.protocols));
  if (wanted(Format::json)) write_data(corpus, comparison, output.files);
  if (wanted(Format::json) && comparison) output.files.merge(render::tables(models.matrix));
  if (wanted(Format::markdown)) {
    for (const syntax::Document& document : corpus.documents) {
      output.files[document.metadata.id + "/protocol.md"] = syntax::to_markdown(document);
    }
  }
  if (!comparison) output.remarks.insert("one protocol alone: there is nothing to compare it with");
  return output;
}

}  // namespace concord::cli
