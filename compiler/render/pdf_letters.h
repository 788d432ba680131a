// Which letters a PDF can be set in: those that a typeface of templates/pdf/typefaces.json has.
//
// An accessible PDF may not show a letter as an empty box, so that a text with a letter that no
// typeface has cannot be typeset at all. What is missing is known before the typesetter starts: the
// words are shaped with the same files, one family after the other, as Typst does it. Looking
// letters up in the typefaces' tables was the tempting alternative; but a typeface may have "é" and
// not the accent alone, or a joined letter and not its parts, and only shaping knows.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace concord::render {

// Letters that stand together and that no typeface here has.
struct MissingLetters {
  std::string letters;  // UTF-8
  std::string package;  // Debian's, whose typeface has such letters; empty where none is known

  friend auto operator<=>(const MissingLetters&, const MissingLetters&) = default;
};

// What a text needs.
struct Lettering {
  // Families beside those that come with Concord, in the order of typefaces.json, and a digest of
  // their files; none for nearly every text.
  std::vector<std::string> families = {};
  std::string digest = {};
  std::vector<MissingLetters> missing = {};  // sorted, each once
};

// The typefaces of a folder with typefaces.json. Files are read when a text first needs them; so it
// is not for two threads at once.
class Typefaces {
 public:
  // Throws std::runtime_error where typefaces.json is missing or malformed.
  explicit Typefaces(const std::filesystem::path& folder);
  ~Typefaces();
  Typefaces(const Typefaces&) = delete;
  Typefaces& operator=(const Typefaces&) = delete;

  // False where a typeface that comes with Concord is not installed: nothing can be typeset then.
  bool installed() const;

  Lettering of(std::string_view text) const;

 private:
  struct Family;

  std::string package_for(std::string_view letters) const;

  std::vector<std::unique_ptr<Family>> families_;
};

}  // namespace concord::render
