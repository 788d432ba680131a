#include "cli/pdfs.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <thread>
#include <utility>

#include "cli/letters.h"
#include "cli/program.h"
#include "source/digest.h"

namespace concord::cli {
namespace {

render::Typesetter typesetter_of(const Making& making) {
  render::Typesetter typesetter;
  typesetter.folder = making.templates / "pdf";
  typesetter.workers = making.jobs != 0 ? making.jobs : std::thread::hardware_concurrency();
  return typesetter;
}

source::Span span_of(const passes::Protocol& protocol, const std::string& clause) {
  const auto id = protocol.graph().find(clause);
  return id ? protocol[*id].span : source::Span{protocol.graph().file, 0, 0};
}

// What the typesetter refuses is the author's to mend, at the clause where that is known.
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

}  // namespace

// One that no text stands behind, as a matrix too large for a slow machine, takes no site with it.
void Pdfs::fail(const Pdf& pdf, const std::string& why, Output& output) {
  const std::string remark = fmt::format("{}: the typesetter failed: {}", pdf.path, why);
  if (pdf.protocol != nullptr) throw std::runtime_error(remark);
  output.left_out.insert(pdf.path);
  output.remarks.insert(remark);
}

Pdfs::Pdfs(const render::Templates& templates, const Making& making)
    : templates_(templates),
      making_(making),
      typefaces_(making.templates / "pdf"),
      record_(making.folder),
      typesetting_(templates, typesetter_of(making)) {}

void Pdfs::order(std::string path, const passes::Protocol* protocol, render::PdfJob job) {
  render::Lettering lettering = typefaces_.of(job.data);
  if (!lettering.missing.empty() && typefaces_.installed()) {
    unprintable_.push_back({std::move(path), protocol, std::move(lettering.missing)});
    return;
  }
  job.families = std::move(lettering.families);
  job.families_digest = std::move(lettering.digest);
  std::string key = source::digest({program_digest(), render::pdf_key(job, templates_)});
  if (auto pdf = record_.find(path, key)) {
    record_.add(path, key, *pdf);
    unchanged_.emplace(std::move(path), *std::move(pdf));
    return;
  }
  typesetting_.add(job);
  ordered_.push_back({std::move(path), protocol, std::move(key)});
}

void Pdfs::finish(Corpus& corpus, source::Destination& destination, Output& output) {
  output.unchanged_pdfs = unchanged_.size();
  source::Files files = std::move(unchanged_);
  for (const Unprintable& pdf : unprintable_) {
    output.left_out.insert(pdf.path);
    if (pdf.protocol == nullptr) continue;  // each letter is told where it stands
    auto found = missing_letters(corpus, *pdf.protocol, pdf.letters);
    std::ranges::move(found, std::back_inserter(corpus.findings));
  }
  std::vector<render::PdfResult> results = typesetting_.finish();
  for (std::size_t i = 0; i < ordered_.size(); ++i) {
    if (auto bytes = take(ordered_[i], std::move(results[i]), corpus, output))
      files.emplace(ordered_[i].path, *std::move(bytes));
  }
  for (const auto& [path, bytes] : files) output.pdfs.insert(path);
  record_.write(files);
  destination.add_all(std::move(files));
}

std::optional<std::string> Pdfs::take(const Pdf& pdf, render::PdfResult result, Corpus& corpus,
                                      Output& output) {
  switch (result.state) {
    case render::PdfState::made:
      if (result.messages.empty()) {
        record_.add(pdf.path, pdf.key, result.bytes);
      } else {  // to be said again by the next build
        output.remarks.insert(pdf.path + ": " + words(result));
      }
      return std::move(result.bytes);
    case render::PdfState::refused:
      output.left_out.insert(pdf.path);
      if (pdf.protocol == nullptr) {
        output.remarks.insert(pdf.path + " cannot be typeset: " + words(result));
      } else {
        refuse(corpus, *pdf.protocol, result);
      }
      break;
    case render::PdfState::unavailable:
      if (making_.pdf_wanted) throw std::runtime_error(words(result));
      output.remarks.insert("no PDFs: " + words(result));
      break;
    case render::PdfState::broken:
      fail(pdf, words(result), output);
      break;
  }
  return std::nullopt;
}

std::string typeset_one(const render::Templates& templates, const std::filesystem::path& folder,
                        render::PdfJob job) {
  const render::Typefaces typefaces(folder / "pdf");
  render::Lettering lettering = typefaces.of(job.data);
  if (!lettering.missing.empty() && typefaces.installed())
    throw std::runtime_error(
        fmt::format("no typeface has the letters \"{}\"", lettering.missing.front().letters));
  job.families = std::move(lettering.families);
  job.families_digest = std::move(lettering.digest);
  render::Typesetting typesetting(templates, {.folder = folder / "pdf"});
  typesetting.add(job);
  render::PdfResult result = std::move(typesetting.finish().front());
  if (result.state != render::PdfState::made) throw std::runtime_error(words(result));
  return std::move(result.bytes);
}

}  // namespace concord::cli
