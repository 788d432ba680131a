#include "cli/share.h"

#include <fmt/format.h>

#include "cli/app.h"

namespace concord::cli {
namespace {

namespace fs = std::filesystem;

bool is_templates(const fs::path& folder) {
  return fs::is_directory(folder / "html") && fs::is_directory(folder / "pdf");
}

// The typeface comes with the typesetter; pages have it from assets/fonts/. Without it (npm was not
// run) they fall back on the reader's own sans serif.
void read_typeface(const fs::path& folder, source::Files& files) {
  const fs::path package = folder / "pdf/node_modules/source-sans";
  for (const char* face : {"Regular", "It", "Semibold", "SemiboldIt"}) {
    std::string bytes =
        source::read_if_present(package / fmt::format("WOFF2/TTF/SourceSans3-{}.ttf.woff2", face));
    if (bytes.empty()) return;
    files[fmt::format("assets/fonts/SourceSans3-{}.woff2", face)] = std::move(bytes);
  }
  files["assets/fonts/LICENSE.md"] = source::read_if_present(package / "LICENSE.md");
}

}  // namespace

std::optional<Share> find_share_if_present() {
  const fs::path program = fs::read_symlink("/proc/self/exe");
  for (fs::path folder = program.parent_path(); folder != folder.root_path();
       folder = folder.parent_path()) {
    const fs::path installed = folder / "share/concord";
    if (is_templates(installed / "templates")) {
      return Share{installed / "templates", installed / "register"};
    }
    if (is_templates(folder / "templates")) {
      return Share{folder / "templates", folder / "protocols/register"};
    }
  }
  return std::nullopt;
}

Share find_share() {
  if (const auto share = find_share_if_present()) return *share;
  throw UsageError(
      "cannot find the templates beside the program; name their folder with --templates");
}

render::Templates read_templates(const fs::path& folder) {
  if (!is_templates(folder)) {
    throw UsageError("\"" + folder.string() + "\" has no templates: html/ and pdf/ were expected");
  }
  render::Templates templates;
  for (auto entry = fs::recursive_directory_iterator(folder); entry != fs::end(entry); ++entry) {
    if (entry->path().filename() == "node_modules") {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file()) {
      templates.files[entry->path().lexically_relative(folder).generic_string()] =
          source::read_if_present(entry->path());
    }
  }
  read_typeface(folder, templates.files);
  return templates;
}

}  // namespace concord::cli
