#include "intake/page_paragraphs.h"

#include <algorithm>
#include <utility>

#include "intake/labels.h"
#include "intake/wording.h"

namespace concord::intake {
namespace {

// Two line breaks, or one before a number or bullet.
bool parts_paragraphs(const Runs& runs, std::size_t at) {
  std::string behind;
  for (std::size_t i = at + 1; i < runs.size(); ++i) {
    if (runs[i].text == "\n") {
      if (trimmed(behind).empty()) return true;
      break;
    }
    behind += runs[i].text;
  }
  const std::string_view words = trimmed(behind);
  return bullet_length(words) > 0 || label_at(words).number.present();
}

// Blanks that open a paragraph are how the file is laid out, and not shown.
void strip_head(Runs& runs) {
  for (Run& run : runs) {
    const std::string closed = run.text + ".";  // so that blanks alone have an end
    run.text.erase(0, closed.size() - trimmed(closed).size());
    if (!run.text.empty() || !run.note.empty()) break;
  }
  std::erase_if(runs, [](const Run& run) { return run.text.empty() && run.note.empty(); });
}

}  // namespace

std::string as_shown(std::string_view text) {
  std::string words;
  for (const char each : without_unseen(text)) {
    const char c = each == '\n' || each == '\r' || each == '\t' ? ' ' : each;
    if (c != ' ' || words.empty() || words.back() != ' ') words += c;
  }
  return words;
}

std::string typed_words_of(const PageNode& node) {
  if (node.is_words()) return node.text;
  if (node.is("br")) return "\n";
  if (is_silent(node)) return {};
  std::string words;
  for (const PageNode& child : node.children) words += typed_words_of(child);
  return words;
}

bool are_empty(const Runs& runs) {
  return std::ranges::all_of(runs, [](const Run& run) { return trimmed(run.text).empty(); });
}

std::vector<Runs> paragraphs_of(Runs runs) {
  std::vector<Runs> paragraphs(1);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (runs[i].text == "\n" && parts_paragraphs(runs, i)) {
      paragraphs.emplace_back();
    } else {
      paragraphs.back().push_back(std::move(runs[i]));
    }
  }
  std::erase_if(paragraphs, are_empty);
  for (Runs& paragraph : paragraphs) strip_head(paragraph);
  return paragraphs;
}

}  // namespace concord::intake
