// What the PDFs of an earlier build into the same folder were made of. The typesetter takes most of
// a build's time, so that a PDF is kept where it would come out the same; all else is made anew.
//
// Whether the PDF is older than its source was the tempting alternative; but times say nothing of a
// file that was copied or taken from version control, and the templates and the program count too.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "source/files.h"

namespace concord::cli {

class PdfRecord {
 public:
  // The record of the build before; empty where there is none.
  explicit PdfRecord(std::filesystem::path folder);

  // The PDF at the path of the output folder, where it was made under the key (a digest of all that
  // its bytes depend on) and is as it was written; else nothing.
  std::optional<std::string> find(const std::string& path, const std::string& key) const;

  void add(const std::string& path, const std::string& key, const std::string& pdf);

  // Adds the record of what was added to the build's files; none where that is nothing.
  void write(source::Files& files) const;

 private:
  using Digests = std::map<std::string, std::string>;  // of key and bytes, by path

  std::filesystem::path folder_;
  Digests earlier_;
  Digests now_;
};

}  // namespace concord::cli
