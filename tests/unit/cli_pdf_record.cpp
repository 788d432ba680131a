#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "cli/pdf_record.h"

using concord::cli::PdfRecord;

namespace fs = std::filesystem;

namespace {

// An output folder with one PDF, and the record of the build that made it.
class Output {
 public:
  Output()
      : path_(fs::temp_directory_path() / ("concord-pdf-record-" + std::to_string(::getpid()))) {
    PdfRecord record(path_);
    record.add("york/protocol.pdf", "key", "%PDF");
    concord::source::Files files = {{"york/protocol.pdf", "%PDF"}};
    record.write(files);
    for (const auto& [name, bytes] : files) write(name, bytes);
  }
  ~Output() { fs::remove_all(path_); }
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }
  PdfRecord record() const { return PdfRecord(path_); }

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("a PDF is found again under its path and its key") {
  const Output output;
  CHECK(output.record().find("york/protocol.pdf", "key") == "%PDF");
  CHECK_FALSE(output.record().find("york/protocol.pdf", "another key"));
  CHECK_FALSE(output.record().find("leeds/protocol.pdf", "key"));
}

TEST_CASE("a PDF that somebody else wrote is not taken for the build's own") {
  const Output output;
  output.write("york/protocol.pdf", "%PDF of others");
  CHECK_FALSE(output.record().find("york/protocol.pdf", "key"));
}

TEST_CASE("a record that makes no sense is none") {
  const Output output;
  output.write("data/pdfs.txt", "rubbish");
  CHECK_FALSE(output.record().find("york/protocol.pdf", "key"));
  output.write("data/pdfs.txt", "");
  CHECK_FALSE(output.record().find("york/protocol.pdf", "key"));
}

TEST_CASE("a build without PDFs has no record") {
  concord::source::Files files;
  PdfRecord("/nowhere").write(files);
  CHECK(files.empty());
}
