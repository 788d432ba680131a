#include "intake/draft.h"

#include <algorithm>
#include <array>

#include "diag/messages.h"
#include "intake/labels.h"
#include "intake/wording.h"
#include "source/characters.h"
#include "source/utf8.h"

namespace concord::intake {
namespace {

using syntax::Mark;
using syntax::MarkKind;
using syntax::Prose;

constexpr std::size_t longest_extract = 60;

std::uint32_t size_of(const Prose& prose) {
  return static_cast<std::uint32_t>(prose.text.size());
}

void mark(Prose& prose, std::uint32_t begin, bool wanted, MarkKind kind, std::string target = {}) {
  if (!wanted || begin == size_of(prose)) return;
  const auto before = std::ranges::find_if(prose.marks, [&](const Mark& each) {
    return each.kind == kind && each.target == target && each.range.end == begin &&
           each.range.begin < begin;
  });
  if (before != prose.marks.end()) {
    before->range.end = size_of(prose);
  } else {
    prose.marks.push_back({{begin, size_of(prose)}, kind, std::move(target)});
  }
}

// Digits that stand raised as raised digits, which footnotes are told by; "th" as it is.
std::string raised(const std::string& text) {
  static constexpr std::array<std::string_view, 10> digits{"⁰", "¹", "²", "³", "⁴",
                                                           "⁵", "⁶", "⁷", "⁸", "⁹"};
  if (text.empty() || text.size() > 3 || !std::ranges::all_of(text, source::is_digit)) return text;
  std::string out;
  for (const char digit : text) out += digits[static_cast<std::size_t>(digit - '0')];
  return out;
}

void put(Prose& prose, const Run& run) {
  const std::uint32_t begin = size_of(prose);
  if (!run.note.empty()) {
    prose.marks.push_back({{begin, begin}, MarkKind::footnote, run.note});
    return;
  }
  prose.text += run.superscript ? raised(run.text) : run.text;
  mark(prose, begin, run.struck, MarkKind::strikethrough);
  mark(prose, begin, run.italic, MarkKind::emphasis);
  mark(prose, begin, run.bold, MarkKind::strong);
  mark(prose, begin, !run.link.empty(), MarkKind::link, run.link);
}

bool all_bold(const Runs& runs) {
  return std::ranges::all_of(
             runs, [](const Run& run) { return run.bold || trimmed(run.text).empty(); }) &&
         std::ranges::any_of(runs, &Run::bold);
}

void sort_marks(Prose& prose) {
  std::ranges::stable_sort(prose.marks, [](const Mark& a, const Mark& b) {
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin
                                          : a.range.end > b.range.end;
  });
}

bool is_space_at(const std::string& text, std::size_t at, std::size_t& length) {
  if (std::string_view(text).substr(at).starts_with("\xC2\xA0")) {
    length = 2;
    return true;
  }
  length = 1;
  return text[at] == ' ' || text[at] == '\t' || text[at] == '\n';
}

void take_hidden(Draft& draft, Place place, Runs& runs) {
  for (const Run& run : runs)
    if (run.hidden && !trimmed(run.text).empty()) {
      draft.remove(place, run.text, diag::IMP015::hidden);
      draft.doubt(diag::Code::IMP021, place, run.text, diag::IMP021::hidden);
    }
  std::erase_if(runs, [](const Run& run) { return run.hidden; });
}

// The words of the runs that have the look; what stands between two of them as an ellipsis.
std::string words_with(bool Run::*look, const Runs& runs) {
  std::string words;
  bool apart = false;
  for (const Run& run : runs) {
    if (trimmed(run.text).empty()) continue;
    if (run.*look) words += (apart && !words.empty() ? " … " : "") + run.text;
    apart = !(run.*look);
  }
  return words;
}

// Underlined or coloured from end to end, a paragraph is a heading, or looks so throughout.
bool is_all(bool Run::*look, const Runs& runs) {
  return std::ranges::all_of(
      runs, [&](const Run& run) { return run.*look || trimmed(run.text).empty(); });
}

// What somebody marked by hand, once a paragraph for each way of marking.
void note_marked(Draft& draft, Place place, const Runs& runs) {
  const auto note = [&](bool Run::*look, std::string_view reason) {
    if (const std::string words = words_with(look, runs); !words.empty())
      draft.doubt(diag::Code::IMP011, place, words, std::string(reason));
  };
  note(&Run::struck, diag::IMP011::struck);
  if (!is_all(&Run::underlined, runs)) note(&Run::underlined, diag::IMP011::underlined);
  if (!is_all(&Run::coloured, runs)) note(&Run::coloured, diag::IMP011::coloured);
}

void see_to_runs(Draft& draft, Place place, Runs& runs) {
  take_hidden(draft, place, runs);
  note_marked(draft, place, runs);
}

Piece piece_of(Draft& draft, Block block) {
  see_to_runs(draft, block.place, block.runs);
  for (Row& row : block.rows)
    for (Cell& cell : row.cells)
      for (Runs& runs : cell.paragraphs) see_to_runs(draft, block.place, runs);
  if (block.furniture == Furniture::text_box)
    draft.doubt(diag::Code::IMP012, block.place, text_of(block.runs), diag::IMP012::text_box);
  Piece piece;
  piece.kind = block.kind;
  piece.place = block.place;
  piece.prose = prose_of(block.runs);
  piece.rows = std::move(block.rows);
  piece.heading_level = block.heading_level;
  piece.list_level = block.list_level;
  piece.style = std::move(block.style);
  piece.indent = block.indent;
  piece.size = block.size;
  piece.centred = block.alignment == Alignment::centre;
  piece.bold = all_bold(block.runs);
  piece.slanted = !block.runs.empty() &&
                  (is_all(&Run::italic, block.runs) || is_all(&Run::underlined, block.runs));
  piece.quoted = block.quoted;
  piece.page_before = block.page_before;
  piece.full = block.full;
  piece.blank_before = block.blank_before;
  piece.furniture = block.furniture == Furniture::header || block.furniture == Furniture::footer ||
                    block.furniture == Furniture::contents ||
                    block.furniture == Furniture::page_number;
  if (!block.label.empty()) {
    piece.labelled = true;
    if (block.bullet) {
      piece.bullet = block.label;
      piece.role = Role::item;
    } else if (piece.number = whole_label(block.label); !piece.number.present()) {
      // A label that is no number ("Note:") is words that the format keeps apart.
      replace(piece.prose, 0, 0, block.label + " ");
      piece.labelled = false;
    }
  }
  return piece;
}

}  // namespace

void Draft::remove(const Piece& piece, std::string reason) {
  std::string words(piece.number.label);
  if (!words.empty() && !piece.prose.text.empty()) words += ' ';
  remove(piece.place, words + piece.prose.text, std::move(reason));
}

void Draft::remove(Place place, std::string_view words, std::string reason) {
  if (trimmed(words).empty()) return;
  removed.push_back({place, std::string(trimmed(words)), std::move(reason)});
}

void Draft::repair(Place place, std::string at, std::string from, std::string to,
                   std::string note) {
  repairs.push_back({place, {std::move(at), std::move(from), std::move(to), std::move(note)}});
}

void Draft::doubt(diag::Code code, Place place, std::string_view words, std::string reason) {
  doubts.push_back({code, place, extract(words), std::move(reason)});
}

Prose prose_of(const Runs& runs) {
  Prose prose;
  for (const Run& run : runs) put(prose, run);
  sort_marks(prose);
  return prose;
}

void append(Prose& prose, const Prose& next, std::string_view between) {
  prose.text += between;
  const std::uint32_t begin = size_of(prose);
  prose.text += next.text;
  for (const Mark& each : next.marks)
    prose.marks.push_back(
        {{each.range.begin + begin, each.range.end + begin}, each.kind, each.target});
}

void replace(Prose& prose, std::size_t begin, std::size_t end, std::string_view with) {
  prose.text.replace(begin, end - begin, with);
  const auto moved = [&](std::uint32_t at) {
    if (at <= begin) return at;
    if (at >= end) return static_cast<std::uint32_t>(at - (end - begin) + with.size());
    return static_cast<std::uint32_t>(begin);
  };
  std::erase_if(prose.marks, [&](Mark& each) {
    const bool was_empty = each.range.begin == each.range.end;
    each.range = {moved(each.range.begin), moved(each.range.end)};
    return !was_empty && each.range.begin >= each.range.end;
  });
}

Prose cut(Prose& prose, std::size_t at) {
  Prose rest;
  rest.text = prose.text.substr(at);
  const auto place = static_cast<std::uint32_t>(at);
  std::vector<Mark> kept;
  for (const Mark& each : prose.marks) {
    const bool empty = each.range.begin == each.range.end;
    if (each.range.end > place || (empty && each.range.begin > place))
      rest.marks.push_back({{std::max(each.range.begin, place) - place, each.range.end - place},
                            each.kind,
                            each.target});
    if (each.range.begin < place || (empty && each.range.begin <= place))
      kept.push_back({{each.range.begin, std::min(each.range.end, place)}, each.kind, each.target});
  }
  prose.text.resize(at);
  prose.marks = std::move(kept);
  return rest;
}

void squeeze(Prose& prose) {
  std::string out;
  std::vector<std::uint32_t> moved(prose.text.size() + 1);
  for (std::size_t at = 0; at < prose.text.size();) {
    std::size_t length = 0;
    const bool space = is_space_at(prose.text, at, length);
    for (std::size_t i = at; i < at + length; ++i)
      moved[i] = static_cast<std::uint32_t>(out.size());
    if (!space) {
      out += prose.text[at];
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
    at += length;
  }
  while (out.ends_with(' ')) out.pop_back();
  const auto end = static_cast<std::uint32_t>(out.size());
  moved[prose.text.size()] = end;
  std::erase_if(prose.marks, [&](Mark& each) {
    const bool was_empty = each.range.begin == each.range.end;
    each.range = {std::min(moved[each.range.begin], end), std::min(moved[each.range.end], end)};
    while (each.range.begin < each.range.end && out[each.range.begin] == ' ') ++each.range.begin;
    while (each.range.begin < each.range.end && out[each.range.end - 1] == ' ') --each.range.end;
    return !was_empty && each.range.begin >= each.range.end;
  });
  prose.text = std::move(out);
  sort_marks(prose);
}

std::string extract(std::string_view words) {
  words = trimmed(words);
  if (words.size() <= longest_extract) return std::string(words);
  return std::string(words.substr(0, source::to_boundary(words, longest_extract))) + "…";
}

Draft draft_of(Reading reading, const ImportLists& lists) {
  Draft draft(lists);
  draft.properties = std::move(reading.properties);
  draft.removed = std::move(reading.removed);
  draft.doubts = std::move(reading.doubts);
  for (Note& note : reading.notes) {
    Footnote footnote{std::move(note.mark), {}, note.place};
    for (Runs& runs : note.paragraphs) {
      see_to_runs(draft, note.place, runs);
      footnote.paragraphs.push_back(prose_of(runs));
    }
    draft.notes.push_back(std::move(footnote));
  }
  for (Block& block : reading.blocks) draft.pieces.push_back(piece_of(draft, std::move(block)));
  return draft;
}

}  // namespace concord::intake
