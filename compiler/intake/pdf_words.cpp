#include "intake/pdf_words.h"

#include <charconv>
#include <chrono>

#include "diag/messages.h"
#include "intake/poppler.h"
#include "intake/unreadable.h"

namespace concord::intake {
namespace {

using diag::Code;

constexpr std::size_t most_words = 2'000'000;
constexpr std::chrono::seconds longest_reading{60};

std::string_view attribute(std::string_view element, std::string_view name) {
  const std::size_t at = element.find(name);
  if (at == std::string_view::npos) return {};
  const std::size_t begin = at + name.size();
  return element.substr(begin, element.find('"', begin) - begin);
}

double number(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// The entities that pdftotext writes.
std::string unescaped(std::string_view text) {
  struct Entity {
    std::string_view name;
    char character;
  };
  static constexpr Entity entities[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
  std::string out;
  while (!text.empty()) {
    std::size_t length = 1;
    char character = text[0];
    for (const Entity& entity : entities) {
      if (!text.starts_with(entity.name)) continue;
      length = entity.name.size();
      character = entity.character;
    }
    out += character;
    text.remove_prefix(length);
  }
  return out;
}

// Typesetters have signs of their own for the hyphen.
std::string with_plain_hyphens(std::string text) {
  for (const std::string_view hyphen : {"\u2010", "\u2011"})
    for (std::size_t at = text.find(hyphen); at != std::string::npos; at = text.find(hyphen, at))
      text.replace(at, hyphen.size(), "-");
  return text;
}

void read_line(std::string_view line, std::vector<PdfPage>& pages, std::size_t& words) {
  const std::size_t begin = line.find('<');
  if (begin == std::string_view::npos) return;
  line.remove_prefix(begin);
  if (line.starts_with("<page ")) {
    pages.push_back(
        {number(attribute(line, "width=\"")), number(attribute(line, "height=\"")), {}});
  } else if (line.starts_with("<word ") && !pages.empty()) {
    if (++words > most_words) throw Unreadable(Code::IMP004, diag::IMP004::pdf_words);
    const std::size_t text = line.find('>') + 1;
    pages.back().words.push_back(
        {with_plain_hyphens(unescaped(line.substr(text, line.rfind("</word>") - text))),
         number(attribute(line, "xMin=\"")), number(attribute(line, "yMin=\"")),
         number(attribute(line, "xMax=\"")), number(attribute(line, "yMax=\""))});
  }
}

[[noreturn]] void refuse(const source::ProcessEnd& end) {
  using How = source::ProcessEnd::How;
  if (end.how == How::not_found) throw Unreadable(Code::IMP020, diag::IMP020::missing);
  if (end.errors.find("Incorrect password") != std::string::npos)
    throw Unreadable(Code::IMP003, diag::IMP003::pdf);
  throw Unreadable(Code::IMP002, diag::IMP002::pdf);
}

}  // namespace

PdfWords words_of_pdf(const std::string& bytes) {
  PdfWords read;
  std::size_t words = 0;
  const source::ProcessEnd end = run_poppler(
      {"pdftotext", "-bbox", "-l", std::to_string(most_pages + 1), "-", "-"}, bytes,
      longest_reading, [&](std::string_view line) { read_line(line, read.pages, words); });
  const bool well = end.how == source::ProcessEnd::How::exited && end.code == 0;
  if (!well && read.pages.empty()) refuse(end);
  read.broke_off = !well;
  read.more_pages = read.pages.size() > most_pages;
  if (read.more_pages) read.pages.resize(most_pages);
  return read;
}

}  // namespace concord::intake
