#include "cli/pdf_record.h"

#include <fmt/format.h>

#include <sstream>
#include <utility>

#include "source/digest.h"

namespace concord::cli {
namespace {

// A line "DIGEST PATH" for each PDF.
constexpr std::string_view record_path = "data/pdfs.txt";

}  // namespace

PdfRecord::PdfRecord(std::filesystem::path folder) : folder_(std::move(folder)) {
  std::istringstream lines(source::read_if_present(folder_ / record_path));
  std::string path;
  for (std::string digest; lines >> digest >> std::ws && std::getline(lines, path);) {
    earlier_[path] = digest;
  }
}

std::optional<std::string> PdfRecord::find(const std::string& path, const std::string& key) const {
  const auto recorded = earlier_.find(path);
  if (recorded == earlier_.end()) return std::nullopt;
  std::string pdf = source::read_if_present(folder_ / path);
  if (source::digest({key, pdf}) != recorded->second) return std::nullopt;
  return pdf;
}

void PdfRecord::add(const std::string& path, const std::string& key, const std::string& pdf) {
  now_[path] = source::digest({key, pdf});
}

void PdfRecord::write(source::Files& files) const {
  std::string lines;
  for (const auto& [path, digest] : now_) lines += fmt::format("{} {}\n", digest, path);
  if (!lines.empty()) files[std::string(record_path)] = std::move(lines);
}

}  // namespace concord::cli
