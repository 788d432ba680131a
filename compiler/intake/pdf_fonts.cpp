#include "intake/pdf_fonts.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <string_view>
#include <utility>

#include "intake/poppler.h"
#include "intake/unreadable.h"
#include "intake/wording.h"
#include "source/characters.h"

namespace concord::intake {
namespace {

constexpr std::chrono::seconds longest_reading{20};

double number_of(std::string_view element, std::string_view name) {
  const std::size_t at = element.find(name);
  double value = 0;
  if (at != std::string_view::npos)
    std::from_chars(element.data() + at + name.size(), element.data() + element.size(), value);
  return value;
}

// All that is no blank stands within elements of the name.
bool is_all_within(std::string_view content, char name) {
  int open = 0;
  bool any = false;
  for (std::size_t at = 0; at < content.size(); ++at) {
    if (content[at] == '<') {
      const bool closes = content.substr(at + 1).starts_with('/');
      const std::size_t begin = at + (closes ? 2 : 1);
      const std::size_t end = std::min(content.find('>', at), content.size());
      if (content.substr(begin, end - begin) == std::string_view(&name, 1)) open += closes ? -1 : 1;
      at = end;
    } else if (!source::is_space(content[at])) {
      if (open <= 0) return false;
      any = true;
    }
  }
  return any;
}

// A line of `pdftohtml -xml`: a page with its size, or words in one font or several, in points.
class FontReader {
 public:
  explicit FontReader(std::vector<PdfPage>& pages) : pages_(pages) {}

  void read(std::string_view line) {
    if (line.find("<page ") != std::string_view::npos) {
      ++page_;
      if (page_ <= pages_.size()) turn(pages_[page_ - 1], line);
    } else if (line.starts_with("<text ") && page_ > 0 && page_ <= pages_.size()) {
      read_words(line);
    }
  }

 private:
  // pdftotext tells the words of a turned page as it is shown, and its size as it is not.
  static void turn(PdfPage& page, std::string_view line) {
    const bool wide = number_of(line, "width=\"") > number_of(line, "height=\"");
    if (wide != (page.width > page.height)) std::swap(page.width, page.height);
  }

  void read_words(std::string_view line) {
    const std::size_t begin = std::min(line.find('>'), line.size() - 1) + 1;
    const std::string_view content = line.substr(begin, line.rfind("</text>") - begin);
    const bool bold = is_all_within(content, 'b');
    const bool slanted = is_all_within(content, 'i');
    if (!bold && !slanted) return;
    const double top = number_of(line, "top=\"");
    const double left = number_of(line, "left=\"");
    const double right = left + number_of(line, "width=\"");
    const double bottom = top + number_of(line, "height=\"");
    for (PdfWord& word : pages_[page_ - 1].words) {
      const double middle = (word.left + word.right) / 2;
      const bool level = top < word.middle() && word.middle() < bottom;
      const bool inside = level && left - 1 < middle && middle < right + 1;
      word.bold = word.bold || (inside && bold);
      word.slanted = word.slanted || (inside && slanted);
    }
  }

  std::vector<PdfPage>& pages_;
  std::size_t page_ = 0;
};

}  // namespace

void mark_fonts(const std::string& bytes, std::vector<PdfPage>& pages) {
  FontReader reader(pages);
  try {
    run_poppler({"pdftohtml", "-xml", "-i", "-stdout", "-zoom", "1", "-l",
                 std::to_string(pages.size()), "-", "unused"},
                bytes, longest_reading, [&](std::string_view line) { reader.read(line); });
  } catch (const Unreadable&) {
    return;  // the words were read, and stay
  }
}

}  // namespace concord::intake
