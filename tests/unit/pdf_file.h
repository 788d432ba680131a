// PDFs made in memory, for tests that need one of a certain kind.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

// Pages of A4, in Helvetica; "~" is U+2010.
class PdfFile {
 public:
  void add_page(const std::string& content, std::string_view entries = "") {
    pages_.push_back(object(fmt::format(
        "<</Type/Page/Parent 2 0 R/Resources<</Font<</F 3 0 R>>>>/Contents {} 0 R{}{}>>",
        objects_.size() + 5, entries,
        entries.find("MediaBox") == std::string_view::npos ? size : "")));
    object(fmt::format("<</Length {}>>stream\n{}\nendstream", content.size(), content));
  }

  // Returns its number.
  std::size_t object(std::string content) {
    objects_.push_back(std::move(content));
    return objects_.size() + 3;
  }

  std::string bytes() const {
    std::string kids;
    for (const std::size_t page : pages_) kids += fmt::format("{} 0 R ", page);
    std::vector<std::string> all{
        "<</Type/Catalog/Pages 2 0 R>>",
        fmt::format("<</Type/Pages/Count {}/Kids[{}]>>", pages_.size(), kids),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</BaseEncoding/WinAnsiEncoding"
        "/Differences[126/uni2010]>>>>"};
    all.insert(all.end(), objects_.begin(), objects_.end());
    std::string made = "%PDF-1.4\n";
    std::string places = "0000000000 65535 f \n";
    for (std::size_t i = 0; i < all.size(); ++i) {
      places += fmt::format("{:010} 00000 n \n", made.size());
      made += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, all[i]);
    }
    return made +
           fmt::format("xref\n0 {0}\n{1}trailer<</Size {0}/Root 1 0 R>>\nstartxref\n{2}\n%%EOF",
                       all.size() + 1, places, made.size());
  }

 private:
  static constexpr std::string_view size = "/MediaBox[0 0 595 842]";

  std::vector<std::string> objects_;
  std::vector<std::size_t> pages_;
};

// Words `x` points from the left and `y` from the top of a page.
inline std::string at(double x, double y, std::string_view words, double size = 11) {
  return fmt::format("BT /F {} Tf {} {} Td ({}) Tj ET\n", size, x, 842 - y, words);
}

// Words that climb at 45 degrees.
inline std::string aslant(double x, double y, std::string_view words, double size) {
  return fmt::format("BT /F {} Tf 0.7 0.7 -0.7 0.7 {} {} Tm ({}) Tj ET\n", size, x, 842 - y, words);
}

// A black picture, its lower left corner there.
inline std::string picture(double x, double y, double width, double height) {
  const std::string row(26, '0');
  std::string rows;
  for (int i = 0; i < 140; ++i) rows += row;
  return fmt::format("q {} 0 0 {} {} {} cm BI /W 100 /H 140 /BPC 1 /CS /G /F /AHx ID {}> EI Q\n",
                     width, height, x, 842 - y, rows);
}
