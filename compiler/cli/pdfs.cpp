#include "cli/pdfs.h"

#include <fmt/format.h>

#include <stdexcept>
#include <thread>
#include <utility>

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

}  // namespace

Pdfs::Pdfs(const render::Templates& templates, const Making& making, const Keys& keys,
           const Earlier& earlier)
    : making_(making),
      keys_(keys),
      earlier_(earlier),
      typesetting_(templates, typesetter_of(making)) {}

void Pdfs::order(std::string path, const passes::Protocol* protocol, const render::PdfJob& job) {
  std::string key = keys_.of_pdf(job);
  if (auto kept = earlier_.files(key)) {
    reused_.emplace_back(std::move(key), *std::move(kept));
    return;
  }
  typesetting_.add(job);
  ordered_.push_back({std::move(path), protocol, std::move(key)});
}

void Pdfs::finish(Corpus& corpus, Record& record, Output& output) {
  for (auto& [key, files] : reused_) {
    record.add_reused(key, files);
    output.files.merge(std::move(files));
  }
  std::vector<render::PdfResult> results = typesetting_.finish();
  for (std::size_t i = 0; i < ordered_.size(); ++i) {
    keep(ordered_[i], std::move(results[i]), corpus, record, output);
  }
}

void Pdfs::keep(const Pdf& pdf, render::PdfResult result, Corpus& corpus, Record& record,
                Output& output) const {
  switch (result.state) {
    case render::PdfState::made:
      output.files[pdf.path] = std::move(result.bytes);
      if (result.messages.empty()) {
        record.add(pdf.key, {{pdf.path, output.files[pdf.path]}});
      } else {
        output.remarks.insert(pdf.path + ": " + words(result));
      }
      break;
    case render::PdfState::refused:
      if (pdf.protocol == nullptr) throw std::runtime_error(pdf.path + ": " + words(result));
      refuse(corpus, *pdf.protocol, result);
      break;
    case render::PdfState::unavailable:
      if (making_.pdf_wanted) throw std::runtime_error(words(result));
      output.remarks.insert("no PDFs: " + words(result));
      break;
    case render::PdfState::broken:
      throw std::runtime_error(
          fmt::format("{}: the typesetter failed: {}", pdf.path, words(result)));
  }
}

}  // namespace concord::cli
