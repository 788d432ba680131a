#include "intake/struck_numbers.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "diag/messages.h"
#include "intake/draft.h"
#include "intake/labels.h"
#include "intake/wording.h"
#include "source/characters.h"

namespace concord::intake {
namespace {

// A number and what is struck of it are shorter than this.
constexpr std::size_t longest_head = 24;

bool is_number_character(char c) {
  return source::is_alnum(c) || std::string_view(".()[] \t").find(c) != std::string_view::npos;
}

// How the first words of a paragraph look without what is struck.
struct Head {
  std::string kept;
  std::string struck;
  std::size_t struck_end = 0;  // where in `kept` the last struck part stands
};

Head head_of(const Runs& runs) {
  Head head;
  for (const Run& run : runs) {
    if (!run.note.empty() || head.kept.size() > longest_head) break;
    if (!run.struck) {
      head.kept += run.text;
    } else if (trimmed(head.kept).find_first_of(" \t\n") == std::string_view::npos) {
      head.struck += run.text;
      head.struck_end = head.kept.size();
    }
  }
  return head;
}

// Whether the struck part is of the number that the other words open with.
bool strikes_number(const Head& head) {
  const std::string_view struck = trimmed(head.struck);
  if (struck.empty() || struck.size() > longest_head ||
      !std::ranges::all_of(struck, is_number_character) ||
      std::ranges::none_of(struck, source::is_alnum) || tokens_of(struck).size() > 1)
    return false;
  const std::string_view words = trimmed(head.kept);
  const Label label = label_at(words);
  if (!label.number.present()) return false;
  const auto begin = static_cast<std::size_t>(words.data() - head.kept.data());
  return head.struck_end <= begin + label.number.label.size();
}

// The struck runs up to the number's end; those further on are words.
void drop_struck(Runs& runs, const Head& head) {
  std::size_t kept = 0;
  std::erase_if(runs, [&](const Run& run) {
    if (run.struck && kept <= head.struck_end) return true;
    kept += run.text.size();
    return false;
  });
  std::string& first = runs.front().text;
  first.erase(0, std::min(first.find_first_not_of(" \t"), first.size()));
}

void settle(Block& block, Reading& reading) {
  if (block.kind == BlockKind::table || std::ranges::none_of(block.runs, &Run::struck)) return;
  const Head head = head_of(block.runs);
  if (!strikes_number(head)) return;
  drop_struck(block.runs, head);
  reading.removed.push_back(
      {block.place, std::string(trimmed(head.struck)), diag::IMP015::struck_number});
  reading.doubts.push_back(
      {diag::Code::IMP017, block.place, extract(text_of(block.runs)), diag::IMP017::struck_part});
}

}  // namespace

void settle_struck_numbers(Reading& reading) {
  for (Block& block : reading.blocks) settle(block, reading);
}

}  // namespace concord::intake
