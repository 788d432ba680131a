#include "cli/given.h"

#include <fmt/format.h>

#include "cli/app.h"
#include "cli/terminal.h"
#include "source/files.h"

namespace concord::cli {
namespace {

std::string format_of(const std::filesystem::path& file, const std::vector<std::string>& formats) {
  const std::string ending = file.extension().string();
  for (const std::string& format : formats)
    if (ending == "." + format) return format;
  if (ending.empty() || ending == ".txt") return "text";
  throw UsageError(
      fmt::format("the ending \"{}\" names no format; give one with --format", ending));
}

}  // namespace

std::string given_format(const std::string& asked, const std::filesystem::path& file,
                         const std::vector<std::string>& formats) {
  std::string format = asked.empty() ? format_of(file, formats) : asked;
  if ((format == "pdf" || format == "docx") && file.empty())
    throw UsageError(fmt::format("a {} cannot be shown in a terminal; name a file with -o",
                                 format == "pdf" ? "PDF" : "Word file"));
  return format;
}

void give(const std::filesystem::path& file, std::string_view bytes) {
  if (file.empty()) return print(bytes);
  source::write_file(file, bytes);
}

}  // namespace concord::cli
