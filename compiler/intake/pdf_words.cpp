#include "intake/pdf_words.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

#include "diag/messages.h"
#include "intake/unreadable.h"
#include "source/process.h"

namespace concord::intake {
namespace {

using diag::Code;

constexpr int most_pages = 1500;
constexpr std::size_t most_output = 256u << 20u;
constexpr std::size_t most_words = 2'000'000;
constexpr std::chrono::seconds longest_silence{30};

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
        {unescaped(line.substr(text, line.rfind("</word>") - text)),
         number(attribute(line, "xMin=\"")), number(attribute(line, "yMin=\"")),
         number(attribute(line, "xMax=\"")), number(attribute(line, "yMax=\""))});
  }
}

[[noreturn]] void refuse(const source::ProcessEnd& end) {
  using How = source::ProcessEnd::How;
  if (end.how == How::not_found) throw Unreadable(Code::IMP020, diag::IMP020::missing);
  if (end.how == How::silent)
    throw Unreadable(Code::IMP004, fmt::format(diag::IMP004::pdf_time, longest_silence.count()));
  if (end.errors.find("Incorrect password") != std::string::npos)
    throw Unreadable(Code::IMP003, diag::IMP003::pdf);
  throw Unreadable(Code::IMP002, diag::IMP002::pdf);
}

}  // namespace

std::vector<PdfPage> words_of_pdf(const std::string& bytes, bool& stopped) {
  std::vector<PdfPage> pages;
  std::size_t words = 0;
  std::size_t seen = 0;
  bool fed = false;
  const auto input = [&]() -> std::optional<source::ProcessInput> {
    if (fed) return std::nullopt;
    fed = true;
    return source::ProcessInput{bytes, longest_silence};
  };
  const auto listen = [&](std::string& output) {
    std::size_t at = 0;
    for (std::size_t end = output.find('\n'); end != std::string::npos;
         end = output.find('\n', at)) {
      read_line(std::string_view(output).substr(at, end - at), pages, words);
      at = end + 1;
    }
    seen += at;
    output.erase(0, at);
    if (seen > most_output || output.size() > most_output)
      throw Unreadable(Code::IMP004, diag::IMP004::pdf_size);
  };
  const source::ProcessEnd end = source::run_process(
      {"pdftotext", "-bbox", "-l", std::to_string(most_pages), "-", "-"}, input, listen);
  const bool well = end.how == source::ProcessEnd::How::exited && end.code == 0;
  if (!well && pages.empty()) refuse(end);
  stopped = !well || pages.size() >= most_pages;
  return pages;
}

}  // namespace concord::intake
