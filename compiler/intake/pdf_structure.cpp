#include "intake/pdf_structure.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <string_view>

#include "diag/messages.h"
#include "intake/poppler.h"
#include "intake/unreadable.h"

namespace concord::intake {
namespace {

// Poppler reads a page anew for each part of it: two seconds for twenty pages, and many times that
// on a busy machine.
constexpr std::chrono::seconds longest_reading{60};
constexpr std::size_t most_elements = 500'000;
constexpr std::size_t deepest = 100;

// A line of `pdfinfo -struct-text`: two spaces a level, then words in quotation marks, an element
// as "P (block):", or an attribute as " /ColSpan 2" below it.
class TreeReader {
 public:
  TreeReader() { open_.push_back(&root_); }

  void read(std::string_view line) {
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    const std::string_view content = line.substr(indent);
    if (in_words_) {
      go_on(line);
    } else if (content.starts_with('"')) {
      begin_words(content.substr(1), indent / 2);
    } else if (content.starts_with('/')) {
      read_attribute(content);
    } else if (is_element(content)) {
      add(indent / 2).type = content.substr(0, content.find_first_of(" :<"));
    }
  }

  PdfElement take() { return std::move(root_); }

 private:
  static bool is_element(std::string_view content) {
    return !content.empty() && content[0] >= 'A' && content[0] <= 'Z' &&
           !content.starts_with("Object ");
  }

  // A last child of the element that is open at that depth. The pointers to the open elements hold:
  // only the last child of each is open, and it gets its next sibling when it is no longer.
  PdfElement& add(std::size_t depth) {
    if (++elements_ > most_elements) throw Unreadable(diag::Code::IMP004, diag::IMP004::pdf_words);
    open_.resize(std::min({open_.size(), depth + 1, deepest}));
    PdfElement& element = open_.back()->children.emplace_back();
    open_.push_back(&element);
    return element;
  }

  void begin_words(std::string_view words, std::size_t depth) {
    PdfElement& element = add(depth);
    in_words_ = !words.ends_with('"');
    if (!in_words_) words.remove_suffix(1);
    element.text = words;
  }

  // Words may hold the end of a line.
  void go_on(std::string_view line) {
    in_words_ = !line.ends_with('"');
    if (!in_words_) line.remove_suffix(1);
    open_.back()->text += '\n';
    open_.back()->text += line;
  }

  void read_attribute(std::string_view content) {
    constexpr std::string_view span = "/ColSpan ";
    if (!content.starts_with(span)) return;
    content.remove_prefix(span.size());
    int columns = 1;
    std::from_chars(content.data(), content.data() + content.size(), columns);
    open_.back()->columns = std::clamp(columns, 1, 50);
  }

  PdfElement root_{"Document", {}, 1, {}};
  std::vector<PdfElement*> open_;  // from the root down
  std::size_t elements_ = 0;
  bool in_words_ = false;
};

}  // namespace

std::optional<PdfElement> structure_of_pdf(const std::string& bytes) {
  TreeReader reader;
  const source::ProcessEnd end =
      run_poppler({"pdfinfo", "-struct-text", "-"}, bytes, longest_reading,
                  [&](std::string_view line) { reader.read(line); });
  PdfElement root = reader.take();
  const bool well = end.how == source::ProcessEnd::How::exited && end.code == 0;
  return well && !root.children.empty() ? std::optional(std::move(root)) : std::nullopt;
}

}  // namespace concord::intake
