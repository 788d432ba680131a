#include "intake/notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "diag/messages.h"
#include "intake/wording.h"
#include "source/characters.h"

namespace concord::intake {
namespace {

using source::is_alpha;
using source::is_digit;
using syntax::MarkKind;

constexpr std::array<std::string_view, 10> raised{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

// A printed mark in a text.
struct Found {
  std::size_t at = 0;
  std::size_t length = 0;
  std::string mark;
};

Found raised_at(std::string_view text, std::size_t at) {
  Found found{at, 0, {}};
  for (bool more = true; more;) {
    more = false;
    for (std::size_t digit = 0; digit < raised.size(); ++digit) {
      if (!text.substr(at + found.length).starts_with(raised[digit])) continue;
      found.length += raised[digit].size();
      found.mark += static_cast<char>('0' + digit);
      more = true;
    }
  }
  return found;
}

Found bracketed_at(std::string_view text, std::size_t at) {
  if (text[at] != '[') return {};
  std::size_t end = at + 1;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end == at + 1 || end > at + 3 || end >= text.size() || text[end] != ']') return {};
  return {at, end + 1 - at, std::string(text.substr(at + 1, end - at - 1))};
}

// "Members1 and": digits that lost their raising, behind a word.
Found sunken_at(std::string_view text, std::size_t at) {
  if (at < 4 || !is_digit(text[at]) || is_digit(text[at - 1])) return {};
  std::size_t letters = at;
  while (letters > 0 && source::is_lower(text[letters - 1])) --letters;
  const bool stop = letters == at && (text[at - 1] == '.' || text[at - 1] == ',') &&
                    source::is_lower(text[at - 2]);
  if (at - letters < 3 && !stop) return {};
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  const bool closed = end == text.size() || text[end] == ' ' || text[end] == ',' ||
                      text[end] == '.' || text[end] == ';' || text[end] == ':';
  if (end - at > 2 || !closed) return {};
  return {at, end - at, std::string(text.substr(at, end - at))};
}

// The mark that the note at the foot of a page opens with.
Found note_start(const Piece& piece) {
  const std::string_view text = piece.text();
  if (text.empty() || piece.kind == BlockKind::table) return {};
  Found found = raised_at(text, 0);
  if (found.length == 0) found = bracketed_at(text, 0);
  if (found.length == 0 && is_digit(text[0])) {
    std::size_t end = 0;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end <= 2 && end < text.size() && text[end] == ' ')
      found = {0, end, std::string(text.substr(0, end))};
  }
  if (found.length == 0 || found.length + 1 >= text.size()) return {};
  return found;
}

class NoteTaker {
 public:
  explicit NoteTaker(Draft& draft) : draft_(draft) {}

  void run() {
    find_definitions();
    for (Piece& piece : draft_.pieces) mark_in(piece);
    take_definitions();
    report_unused();
  }

 private:
  // Where each mark's note may stand; the first counts, but a raised one before a plain one.
  void find_definitions() {
    for (std::size_t i = 0; i < draft_.pieces.size(); ++i) {
      const Piece& piece = draft_.pieces[i];
      if (piece.marked()) continue;
      const Found found = note_start(piece);
      if (found.length > 0) definitions_.emplace(found.mark, i);
    }
    for (std::size_t i = 0; i < draft_.notes.size(); ++i) known_.emplace(draft_.notes[i].mark, i);
  }

  void mark_in(Piece& piece) {
    for (const syntax::Mark& mark : piece.prose.marks)
      if (mark.kind == MarkKind::footnote) use(mark.target);
    use_those_of_cells(piece.rows);
    const std::size_t begin = definitions_at(piece) ? note_start(piece).length : 0;
    for (std::size_t at = begin; at < piece.prose.text.size(); ++at) {
      const std::string_view text = piece.prose.text;
      if (at == 0) continue;
      Found found = raised_at(text, at);
      if (found.length == 0) found = bracketed_at(text, at);
      if (found.length == 0) found = sunken_at(text, at);
      if (found.length == 0 || !is_note(found.mark, piece)) continue;
      put_mark(piece.prose, found);
      use(found.mark);
    }
  }

  bool definitions_at(const Piece& piece) const {
    return std::ranges::any_of(
        definitions_, [&](const auto& each) { return &draft_.pieces[each.second] == &piece; });
  }

  bool is_note(const std::string& mark, const Piece& piece) const {
    if (known_.contains(mark)) return true;
    const auto found = definitions_.find(mark);
    return found != definitions_.end() && &draft_.pieces[found->second] != &piece;
  }

  static void put_mark(syntax::Prose& prose, const Found& found) {
    std::size_t begin = found.at;
    while (begin > 0 && prose.text[begin - 1] == ' ') --begin;
    replace(prose, begin, found.at + found.length, "");
    const auto at = static_cast<std::uint32_t>(begin);
    prose.marks.push_back({{at, at}, MarkKind::footnote, found.mark});
    std::ranges::stable_sort(prose.marks, {}, [](const syntax::Mark& m) { return m.range.begin; });
  }

  void use_those_of_cells(const std::vector<Row>& rows) {
    for (const Row& row : rows)
      for (const Cell& cell : row.cells)
        for (const Runs& runs : cell.paragraphs)
          for (const Run& run : runs)
            if (!run.note.empty()) use(run.note);
  }

  void use(const std::string& mark) {
    used_.insert(mark);
    if (const auto found = known_.find(mark); found != known_.end())
      draft_.notes[found->second].used = true;
  }

  void take_definitions() {
    std::vector<bool> taken(draft_.pieces.size(), false);
    for (const auto& [mark, i] : definitions_) {
      if (!used_.contains(mark) || known_.contains(mark)) continue;
      Piece& piece = draft_.pieces[i];
      Footnote note{mark, {}, piece.place, true};
      replace(piece.prose, 0, note_start(piece).length, "");
      note.paragraphs.push_back(std::move(piece.prose));
      draft_.notes.push_back(std::move(note));
      taken[i] = true;
    }
    std::vector<Piece> kept;
    for (std::size_t i = 0; i < taken.size(); ++i)
      if (!taken[i]) kept.push_back(std::move(draft_.pieces[i]));
    draft_.pieces = std::move(kept);
    std::ranges::stable_sort(draft_.notes, {}, [](const Footnote& note) {
      return std::pair(note.mark.size(), note.mark);
    });
  }

  void report_unused() {
    for (const Footnote& note : draft_.notes)
      if (!note.used)
        draft_.doubt(diag::Code::IMP018, note.place,
                     note.paragraphs.empty() ? "" : note.paragraphs.front().text,
                     fmt::format(diag::IMP018::unused, note.mark));
  }

  Draft& draft_;
  std::map<std::string, std::size_t> definitions_;  // mark -> piece
  std::map<std::string, std::size_t> known_;        // mark -> note of the format
  std::set<std::string> used_;
};

}  // namespace

void take_footnotes(Draft& draft) {
  NoteTaker(draft).run();
}

}  // namespace concord::intake
