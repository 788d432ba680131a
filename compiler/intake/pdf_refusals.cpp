#include "intake/pdf_refusals.h"

#include <algorithm>
#include <string_view>

#include "diag/messages.h"
#include "source/characters.h"

namespace concord::intake {
namespace {

// Fewer words a page than this are a scan with a stamp on it.
constexpr std::size_t fewest_words_a_page = 4;

std::size_t count_words(const std::vector<PdfPage>& pages) {
  std::size_t words = 0;
  for (const PdfPage& page : pages) words += page.words.size();
  return words;
}

// Words of the markup of a page, printed: a browser's source view.
bool shows_markup(const std::vector<PdfPage>& pages) {
  std::size_t signs = 0;
  for (const PdfPage& page : pages)
    for (const PdfWord& word : page.words)
      if (word.text.starts_with("</") || word.text.starts_with("<p") ||
          word.text.starts_with("<div") || word.text.starts_with("<span") ||
          word.text.find("</") != std::string::npos)
        ++signs;
  return signs > 10 && signs * 20 > count_words(pages);
}

// Letters for the most part, with a vowel of English or Welsh.
bool can_be_said(std::string_view word) {
  const auto letters = static_cast<std::size_t>(std::ranges::count_if(word, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return source::is_alpha(c) || (byte >= 0x80 && byte < 0xEE);
  }));
  if (letters * 2 < word.size()) return false;
  return letters < 4 || word.find_first_of("aeiouwyAEIOUWY") != std::string_view::npos;
}

// Fonts that do not say which letters their glyphs are: what stands there cannot be said.
bool shows_glyphs(const std::vector<PdfPage>& pages) {
  std::size_t words = 0;
  std::size_t said = 0;
  for (const PdfPage& page : pages)
    for (const PdfWord& word : page.words) {
      if (word.text.size() < 2 || std::ranges::any_of(word.text, source::is_digit)) continue;
      ++words;
      said += can_be_said(word.text) ? 1 : 0;
    }
  return words >= 10 && said * 2 < words;
}

}  // namespace

std::optional<Refusal> refusal_of_pages(const std::vector<PdfPage>& pages) {
  if (count_words(pages) < fewest_words_a_page * std::max<std::size_t>(1, pages.size()))
    return Refusal{diag::Code::IMP005, diag::IMP005::scan};
  if (shows_glyphs(pages)) return Refusal{diag::Code::IMP005, diag::IMP005::glyphs};
  if (shows_markup(pages)) return Refusal{diag::Code::IMP006, diag::IMP006::markup};
  return std::nullopt;
}

}  // namespace concord::intake
