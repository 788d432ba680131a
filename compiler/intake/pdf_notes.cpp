#include "intake/pdf_notes.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "intake/wording.h"
#include "source/characters.h"

namespace concord::intake {
namespace {

constexpr double most_part = 0.92;  // of the height of the text's letters

double height_of(const PdfLine& line) {
  std::vector<double> heights;
  heights.reserve(line.words.size());
  for (const PdfWord& word : line.words) heights.push_back(word.height());
  return median_of(std::move(heights));
}

// "1", "1." or "1)", without what closes it; else empty.
std::string mark_of(std::string_view word) {
  if (word.ends_with('.') || word.ends_with(')')) word.remove_suffix(1);
  const bool number =
      !word.empty() && word.size() <= 2 && std::ranges::all_of(word, source::is_digit);
  return std::string(number ? word : "");
}

class NoteFinder {
 public:
  NoteFinder(std::vector<PdfLine>& lines, double usual_height)
      : lines_(lines), usual_height_(usual_height), taken_(lines.size(), false) {}

  std::vector<Note> run() {
    for (std::size_t begin = 0; begin < lines_.size();) {
      std::size_t end = begin;
      while (end < lines_.size() && lines_[end].page == lines_[begin].page) ++end;
      take_from_page(begin, end);
      begin = end;
    }
    std::vector<PdfLine> kept;
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (!taken_[i]) kept.push_back(std::move(lines_[i]));
    lines_ = std::move(kept);
    return std::move(notes_);
  }

 private:
  void take_from_page(std::size_t begin, std::size_t end) {
    const std::size_t foot = foot_of(begin, end);
    const std::map<std::string, PdfWord*> calls = calls_in(begin, foot);
    if (calls.empty() || !are_notes(foot, end, calls)) return;
    for (std::size_t i = foot; i < end; ++i) {
      if (lines_[i].furniture != Furniture::none) continue;
      taken_[i] = true;
      const std::string mark = mark_of(lines_[i].words.front().text);
      const auto call = calls.find(mark);
      const bool opens = call != calls.end() && call->second->note.empty();
      if (opens) {
        call->second->note = mark;
        notes_.push_back({mark, {{Run{}}}, {lines_[i].page}});
      }
      add(words_between(lines_[i], opens ? 1 : 0, lines_[i].words.size()));
    }
  }

  void add(const std::string& words) {
    std::string& text = notes_.back().paragraphs.front().front().text;
    const bool broken = text.ends_with('-') && opens_with_small_letter(words);
    text += (text.empty() || broken ? "" : " ") + words;
  }

  // The first of the small lines that the page ends with, its footers aside.
  std::size_t foot_of(std::size_t begin, std::size_t end) const {
    std::size_t foot = end;
    for (std::size_t i = end; i-- > begin;) {
      if (lines_[i].furniture != Furniture::none) continue;
      if (height_of(lines_[i]) > usual_height_ * most_part) break;
      foot = i;
    }
    return foot;
  }

  std::map<std::string, PdfWord*> calls_in(std::size_t begin, std::size_t end) {
    std::map<std::string, PdfWord*> calls;
    for (std::size_t i = begin; i < end; ++i)
      for (std::size_t k = 1; k < lines_[i].words.size(); ++k) {
        PdfWord& word = lines_[i].words[k];
        if (is_raised(lines_[i], word) && !word.text.ends_with(')'))
          calls.emplace(mark_of(word.text), &word);
      }
    calls.erase("");
    return calls;
  }

  // The first line opens a note, and each call has its own.
  bool are_notes(std::size_t foot, std::size_t end,
                 const std::map<std::string, PdfWord*>& calls) const {
    if (foot == end || !calls.contains(mark_of(lines_[foot].words.front().text))) return false;
    return std::ranges::all_of(calls, [&](const auto& call) {
      return std::any_of(
          lines_.begin() + static_cast<std::ptrdiff_t>(foot),
          lines_.begin() + static_cast<std::ptrdiff_t>(end), [&](const PdfLine& line) {
            return line.words.size() > 1 && mark_of(line.words.front().text) == call.first;
          });
    });
  }

  std::vector<PdfLine>& lines_;
  double usual_height_ = 0;
  std::vector<bool> taken_;
  std::vector<Note> notes_;
};

}  // namespace

std::vector<Note> take_notes(std::vector<PdfLine>& lines, double usual_height) {
  return NoteFinder(lines, usual_height).run();
}

}  // namespace concord::intake
