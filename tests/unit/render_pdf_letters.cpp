#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "render/pdf_letters.h"

using namespace concord::render;

namespace {

namespace fs = std::filesystem;

const fs::path own_folder = fs::path(CONCORD_SOURCE_DIR) / "templates" / "pdf";

bool typefaces_are_installed() {
  const bool installed = Typefaces(own_folder).installed();
  if (!installed) WARN("skipped: the typefaces are not installed");
  return installed;
}

// A folder with this typefaces.json.
class Folder {
 public:
  explicit Folder(const std::string& typefaces)
      : path_(fs::temp_directory_path() / ("concord-typefaces-" + std::to_string(::getpid()))) {
    fs::create_directory(path_);
    std::ofstream(path_ / "typefaces.json") << typefaces;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

// Source Sans alone, and beside it what a machine may have.
std::string beside_source_sans(const std::string& others) {
  const fs::path face = own_folder / "node_modules/source-sans/TTF/SourceSans3-Regular.ttf";
  return R"([{"family": "Source Sans 3", "files": [")" + face.string() + "\"]}" + others + "]";
}

}  // namespace

TEST_CASE("letters of the scripts of Europe, Arabic and Hebrew come with Concord") {
  if (!typefaces_are_installed()) return;
  const std::string text =
      GENERATE("Zoë Ŵynne, Tŷ Gŵyr", "Łódź, Čapek, Őze", "Nguyễn Thị", "Иван", "Ελλάδα",
               "محمد العربي", "شہباز گِل", "שלום", "✓ ☐ ☒ ➢ → ● ½ € №", "“quoted” – and so on…");
  CAPTURE(text);
  const Lettering lettering = Typefaces(own_folder).of(text);
  CHECK(lettering.missing.empty());
  CHECK(lettering.families.empty());
  CHECK(lettering.digest.empty());
}

TEST_CASE("an accent of its own, and signs that nobody sees, need no typeface") {
  if (!typefaces_are_installed()) return;
  const std::string text =
      GENERATE("e\u0301 and w\u0302", "con\u00ADfi\u00ADdential", "a\u200Bb\u200Cc\u200Dd",
               "10\u00A0pm, 1\u202F000", "\u2060\uFEFF");
  CHECK(Typefaces(own_folder).of(text).missing.empty());
}

TEST_CASE("letters without a typeface are named, each once, with the package that has one") {
  if (!typefaces_are_installed()) return;
  const Folder folder(beside_source_sans(
      R"(, {"family": "Han", "package": "fonts-han", "scripts": ["Hani"], "files": ["none.ttf"]},
         {"family": "Signs", "package": "fonts-signs", "ranges": ["1F300-1FAFF"], "files": ["none.ttf"]})"));
  const Typefaces typefaces(folder.path());
  CHECK(typefaces.installed());
  const std::vector<MissingLetters> wanted = {
      {"王小明", "fonts-han"}, {"\uE000", ""}, {"😀", "fonts-signs"}};
  CHECK(typefaces.of("Councillor 王小明 and 王小明 😀 (\uE000) agree").missing == wanted);
}

TEST_CASE("a family that the machine has is used for its letters alone") {
  if (!typefaces_are_installed()) return;
  const fs::path arabic = own_folder / "node_modules/@expo-google-fonts/noto-naskh-arabic" /
                          "400Regular/NotoNaskhArabic_400Regular.ttf";
  const Folder folder(beside_source_sans(
      R"(, {"family": "Naskh", "package": "fonts-naskh", "scripts": ["Arab"], "files": [")" +
      arabic.string() + "\"]}"));
  const Typefaces typefaces(folder.path());
  const Lettering lettering = typefaces.of("محمد");
  CHECK(lettering.missing.empty());
  CHECK(lettering.families == std::vector<std::string>{"Naskh"});
  CHECK(lettering.digest.size() == 32);
  CHECK(typefaces.of("“Zoë”").families.empty());
}

TEST_CASE("without the typefaces that come along nothing is installed") {
  const Folder folder(R"([{"family": "Own", "files": ["none.ttf"]}])");
  CHECK_FALSE(Typefaces(folder.path()).installed());
}

TEST_CASE("a list of typefaces that cannot be read is told") {
  const std::string text = GENERATE("", "[", R"([{"files": []}])", R"([{"family": "A"}])",
                                    R"([{"family": "A", "files": []}])",
                                    R"([{"family": "A", "files": ["a"], "ranges": ["x-y"]}])",
                                    R"([{"family": "A", "files": ["a"], "ranges": ["12"]}])");
  const Folder folder(text);
  CHECK_THROWS_WITH(Typefaces(folder.path()), Catch::Contains("typefaces.json"));
}
