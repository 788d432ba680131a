#include "intake/structure.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "diag/messages.h"
#include "intake/labels.h"
#include "intake/wording.h"
#include "source/characters.h"
#include "syntax/designation.h"

namespace concord::intake {
namespace {

using syntax::Number;
using syntax::NumberStyle;

bool is_wordless_number(const Piece& piece) {
  return piece.number.present() && piece.wordless();
}

bool is_plain_words(const Piece& piece) {
  return piece.kind != BlockKind::table && !piece.marked() && !piece.wordless() &&
         piece.role == Role::words;
}

// Of a section, not of a paragraph within one.
bool numbers_section(const Number& number) {
  return number.path.size() == 1 || (number.path.size() == 2 && number.path[1] == 0);
}

void give(Piece& from, Piece& to) {
  to.number = from.number;
  to.role = from.role;
  to.depth = from.depth;
}

class TornNumbers {
 public:
  explicit TornNumbers(Draft& draft) : draft_(draft), lists_(draft.lists), pieces_(draft.pieces) {
    numbers_clauses_by_one_ = are_clauses_numbered_by_one();
  }

  void run() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      std::size_t end = i;
      while (end < pieces_.size() && is_wordless_number(pieces_[end])) ++end;
      if (end == i) continue;
      const std::size_t next = end;
      // The first item of a list, below the number of the clause behind the list.
      const bool list = end > i + 1 && is_item(end - 1) && !is_item(end - 2);
      if (list) place_one(--end);
      if (next == i + 1) {
        place_one(i);
      } else {
        place(i, end, next);
      }
      i = next - 1;
    }
    drop_placed();
  }

 private:
  bool is_item(std::size_t i) const { return pieces_[i].role == Role::item; }

  // Whether the numbers of one part that stand alone do so for the most part above sentences.
  bool are_clauses_numbered_by_one() const {
    std::size_t headings = 0;
    std::size_t sentences = 0;
    for (std::size_t i = 0; i + 1 < pieces_.size(); ++i) {
      if (!is_wordless_number(pieces_[i]) || is_item(i) || pieces_[i].number.path.size() != 1 ||
          !is_plain_words(pieces_[i + 1]))
        continue;
      ++(could_head(pieces_[i + 1].text(), lists_) ? headings : sentences);
    }
    return sentences > headings;
  }

  void place_one(std::size_t i) {
    if (i + 1 >= pieces_.size() || !is_plain_words(pieces_[i + 1]) || is_out_of_place(i)) return;
    give(pieces_[i], pieces_[i + 1]);
    placed_.insert(i);
  }

  // "(c)" above words that cannot be its own: "(b)" announces a list, or the words are no item as
  // those of "(b)" are. Where the words went is not known.
  bool is_out_of_place(std::size_t i) const {
    if (i == 0 || !is_item(i) || !is_item(i - 1) || pieces_[i - 1].wordless()) return false;
    const Piece& before = pieces_[i - 1];
    if (before.depth != pieces_[i].depth) return false;
    return leads_in(before.text()) ||
           (opens_with_small_letter(before.text()) && opens_with_capital(pieces_[i + 1].text()) &&
            could_head(pieces_[i + 1].text(), lists_));
  }

  // A column of numbers, then, from `words` on, their paragraphs: those up to the next number that
  // stands with words of its own take them in order, headings those of sections and paragraphs
  // those of clauses.
  void place(std::size_t begin, std::size_t end, std::size_t words) {
    std::size_t next = begin;
    for (std::size_t i = words; i < pieces_.size() && next < end; ++i) {
      const Piece& piece = pieces_[i];
      if (piece.number.present() && piece.role == Role::clause) break;
      if (!is_plain_words(piece) || is_below_number(i, words)) continue;
      const Number& number = pieces_[next].number;
      const bool section = numbers_section(number) && !numbers_clauses_by_one_;
      if (could_head(piece.text(), lists_) == section) {
        take(next++, i);
      } else if (could_head(piece.text(), lists_) && number.path.back() == 1) {
        head_without_number(i, number);
      }
    }
  }

  // The words of a number that stands alone right above them.
  bool is_below_number(std::size_t i, std::size_t words) const {
    return i > words && is_wordless_number(pieces_[i - 1]);
  }

  void take(std::size_t from, std::size_t to) {
    give(pieces_[from], pieces_[to]);
    placed_.insert(from);
    draft_.doubt(diag::Code::IMP017, pieces_[to].place, pieces_[to].text(),
                 fmt::format(diag::IMP017::own_line, pieces_[to].number.label));
  }

  // Its clauses are numbered and its own number was lost with the page's edge: 9 above 9.1.
  void head_without_number(std::size_t i, const Number& child) {
    Piece& heading = pieces_[i];
    heading.number = whole_label(fmt::format("{}.", child.path[0]));
    heading.role = Role::clause;
    draft_.repair(heading.place, std::to_string(child.path[0]), extract(heading.text()),
                  heading.number.label + " " + extract(heading.text()),
                  diag::IMP016::told_by_children);
    draft_.doubt(diag::Code::IMP017, heading.place, heading.text(),
                 fmt::format(diag::IMP017::told_by_children, heading.number.label));
  }

  void drop_placed() {
    std::vector<Piece> kept;
    for (std::size_t i = 0; i < pieces_.size(); ++i)
      if (!placed_.contains(i)) kept.push_back(std::move(pieces_[i]));
    pieces_ = std::move(kept);
    for (Piece& piece : pieces_) {
      if (!is_wordless_number(piece)) continue;
      draft_.doubt(diag::Code::IMP017, piece.place, piece.number.label,
                   diag::IMP017::no_words_found);
    }
  }

  Draft& draft_;
  const ImportLists& lists_;
  std::vector<Piece>& pieces_;
  bool numbers_clauses_by_one_ = false;
  std::set<std::size_t> placed_;
};

constexpr std::size_t longest_bare_item = 320;

// "Is lawful" among "is even-handed": the capital is the scan's.
bool misread_capital(std::string_view text) {
  for (const std::string_view word : {"Is ", "IS ", "In ", "IN ", "It ", "If "})
    if (text.starts_with(word)) return true;
  return false;
}

bool ends_item(std::string_view text) {
  return text.ends_with(';') || text.ends_with("; and") || text.ends_with("; or") ||
         text.ends_with(", and") || text.ends_with(',');
}

class BareItems {
 public:
  explicit BareItems(Draft& draft) : draft_(draft), pieces_(draft.pieces) {}

  void run() {
    for (std::size_t i = 0; i + 2 < pieces_.size(); ++i) {
      const Piece& lead = pieces_[i];
      const bool announces = leads_in(lead.text()) || lead.text().ends_with(';');
      if (!announces || lead.kind == BlockKind::table) continue;
      std::size_t end = end_of(i + 1, &BareItems::is_small);
      const bool small = end >= i + 3 && opens_with_small_letter(pieces_[i + 1].text());
      if (!small) end = end_of_closed(i + 1);
      if (end < i + 3) continue;
      for (std::size_t j = i + 1; j < end; ++j) make_item(pieces_[j]);
    }
  }

 private:
  static bool may_be(const Piece& piece) {
    return is_plain_words(piece) && piece.text().size() <= longest_bare_item &&
           !opens_with_quotation(piece.text()) &&
           piece.text().find('\t') == std::string_view::npos && piece.heading_level == 0;
  }

  static bool is_small(const Piece& piece) {
    return may_be(piece) &&
           (opens_with_small_letter(piece.text()) || misread_capital(piece.text()));
  }

  std::size_t end_of(std::size_t begin, bool (*test)(const Piece&)) const {
    std::size_t end = begin;
    while (end < pieces_.size() && test(pieces_[end])) ++end;
    return end;
  }

  // Items with capitals are told by the semicolons that all but the last end with.
  std::size_t end_of_closed(std::size_t begin) const {
    std::size_t end = begin;
    while (end < pieces_.size() && may_be(pieces_[end]) && ends_item(pieces_[end].text())) ++end;
    if (end == begin) return begin;
    const bool last =
        end < pieces_.size() && may_be(pieces_[end]) && ends_sentence(pieces_[end].text());
    return last ? end + 1 : end;
  }

  void make_item(Piece& piece) {
    piece.bullet = "-";
    piece.role = Role::item;
    draft_.doubt(diag::Code::IMP023, piece.place, piece.text(), diag::IMP023::no_bullet);
    if (!misread_capital(piece.text())) return;
    const std::string from = first_words(piece.text());
    std::string to = from;
    for (std::size_t at = 0; at < 2; ++at) to[at] = source::lower(to[at]);
    replace(piece.prose, 0, 2, to.substr(0, 2));
    draft_.repair(piece.place, "", from, to);
  }

  static std::string first_words(std::string_view text) {
    const std::size_t first = text.find(' ');
    return std::string(text.substr(0, text.find(' ', first + 1)));
  }

  Draft& draft_;
  std::vector<Piece>& pieces_;
};

// A quotation of more paragraphs than this was never closed.
constexpr std::size_t longest_quotation = 30;

std::size_t end_of_quotation(const std::vector<Piece>& pieces, std::size_t begin) {
  const std::size_t limit = std::min(pieces.size(), begin + longest_quotation);
  for (std::size_t end = begin; end < limit; ++end) {
    if (pieces[end].number.present() || pieces[end].kind == BlockKind::table) return begin;
    if (ends_with_quotation(pieces[end].text())) return end + 1;
  }
  return begin;
}

}  // namespace

void place_torn_numbers(Draft& draft) {
  TornNumbers(draft).run();
}

void find_bare_items(Draft& draft) {
  BareItems(draft).run();
}

void find_quotations(Draft& draft) {
  std::vector<Piece>& pieces = draft.pieces;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].quoted && !pieces[i].marked()) pieces[i].role = Role::quotation;
    if (i == 0 || !leads_in(pieces[i - 1].text()) || !is_plain_words(pieces[i]) ||
        !opens_with_quotation(pieces[i].text()))
      continue;
    const std::size_t end = end_of_quotation(pieces, i);
    for (std::size_t j = i; j < end; ++j) pieces[j].role = Role::quotation;
  }
}

namespace {

std::vector<std::string_view> cells_of(std::string_view text) {
  std::vector<std::string_view> cells;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\t', at), text.size());
    cells.push_back(trimmed(text.substr(at, end - at)));
    at = end + 1;
  }
  std::erase_if(cells, [](std::string_view cell) { return cell.empty(); });
  return cells;
}

bool is_row(const Piece& piece) {
  return is_plain_words(piece) && cells_of(piece.text()).size() > 1;
}

// A head that wraps has more words than one of a line.
constexpr std::size_t most_words_of_head = 6;

// Names of columns: a few words each, no figures.
bool could_head_columns(const std::vector<std::string_view>& cells) {
  return std::ranges::all_of(cells, [](std::string_view cell) {
    return tokens_of(cell).size() <= most_words_of_head && !ends_with_punctuation(cell) &&
           std::ranges::none_of(cell, source::is_digit);
  });
}

Row row_of(const Piece& piece) {
  Row row;
  for (const std::string_view cell : cells_of(piece.text()))
    row.cells.push_back({{{Run{std::string(cell)}}}});
  return row;
}

}  // namespace

void find_tables(Draft& draft) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < draft.pieces.size(); ++i) {
    std::size_t end = i;
    while (end < draft.pieces.size() && is_row(draft.pieces[end])) ++end;
    const bool table = end > i + 1 && could_head_columns(cells_of(draft.pieces[i].text()));
    if (!table) {
      pieces.push_back(std::move(draft.pieces[i]));
      continue;
    }
    Piece piece;
    piece.kind = BlockKind::table;
    piece.role = Role::table;
    piece.place = draft.pieces[i].place;
    for (; i < end; ++i) piece.rows.push_back(row_of(draft.pieces[i]));
    piece.rows.front().header = true;
    pieces.push_back(std::move(piece));
    --i;
  }
  draft.pieces = std::move(pieces);
}

namespace {

constexpr std::size_t longest_section_heading = 170;

// "b" of 2; no more sections than there are letters.
std::string small_letter(std::uint32_t value) {
  return value > 26 ? "" : std::string(1, static_cast<char>('a' + value - 1));
}

// So many of a kind show what its author means by it.
constexpr std::ptrdiff_t fewest_to_tell = 3;

class Headings {
 public:
  explicit Headings(Draft& draft) : lists_(draft.lists), pieces_(draft.pieces) {}

  void run() {
    forget_levels_of_clauses();
    close_up_counted(syntax::as_roman);
    close_up_counted(small_letter);
    said_by_format_ = std::ranges::count_if(
                          pieces_, [](const Piece& piece) { return piece.heading_level > 0; }) > 1;
    said_by_look_ = std::ranges::count_if(pieces_, [&](const Piece& piece) {
                      return looks_like_heading(piece);
                    }) >= fewest_to_tell;
    find_shapes_of_clauses();
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].kind == BlockKind::table || pieces_[i].role == Role::item ||
          pieces_[i].role == Role::quotation || pieces_[i].role == Role::title)
        continue;
      const std::string_view text = pieces_[i].text();
      if (folded(text).starts_with("signed")) signing_ = true;
      const bool heading = pieces_[i].number.present() ? numbered(i) : by_look(i);
      if (heading) pieces_[i].role = Role::heading;
    }
    set_levels();
  }

 private:
  const Piece* next(std::size_t i) const {
    return i + 1 < pieces_.size() ? &pieces_[i + 1] : nullptr;
  }

  // A template may set every level of clauses in a style of headings: a level whose words are
  // sentences for the most part says nothing, nor does its look, nor do those below it.
  void forget_levels_of_clauses() {
    std::map<int, std::pair<std::ptrdiff_t, std::ptrdiff_t>> levels;  // all, sentences
    for (const Piece& piece : pieces_) {
      if (piece.heading_level == 0) continue;
      auto& [all, sentences] = levels[piece.heading_level];
      ++all;
      if (is_sentence(piece)) ++sentences;
    }
    const auto of_clauses = std::ranges::find_if(levels, [](const auto& level) {
      return level.second.second >= fewest_to_tell && level.second.second * 2 > level.second.first;
    });
    if (of_clauses == levels.end()) return;
    for (Piece& piece : pieces_) {
      if (piece.heading_level < of_clauses->first) continue;
      piece.heading_level = 0;
      piece.bold = piece.slanted = false;
    }
  }

  // "II<tab>Roles", "B<tab>Roles": numerals and letters without a stop that count the headings of
  // sections are their words, and a tab behind them is a space.
  void close_up_counted(std::string (*counter)(std::uint32_t)) {
    std::vector<Piece*> counted;
    for (Piece& piece : pieces_) {
      const std::string_view text = piece.text();
      const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
      const auto next = static_cast<std::uint32_t>(counted.size() + 1);
      const bool counts = std::ranges::all_of(text.substr(0, end), source::is_upper) &&
                          folded(text.substr(0, end)) == counter(next);
      if (counts && is_plain_words(piece) && could_head(text.substr(end), lists_) &&
          text.find('\t', end + 1) == std::string_view::npos)
        counted.push_back(&piece);
    }
    if (counted.size() < 2) return;
    for (Piece* piece : counted) piece->prose.text[piece->text().find_first_of(" \t")] = ' ';
  }

  static bool is_sentence(const Piece& piece) {
    return piece.text().size() > longest_section_heading || ends_sentence(piece.text()) ||
           leads_in(piece.text());
  }

  // Unnumbered words that no sentence would be set as.
  bool looks_like_heading(const Piece& piece) const {
    return is_plain_words(piece) && could_head(piece.text(), lists_) && is_set_apart(piece);
  }

  static bool is_set_apart(const Piece& piece) {
    return piece.bold || piece.slanted || in_capitals(piece.text());
  }

  // Numbers of one shape: "2.", "C1", "(3)".
  using Shape = std::tuple<NumberStyle, std::size_t, bool>;

  static Shape shape_of(const Number& number) {
    return {number.style, number.path.size(), number.label.ends_with(')')};
  }

  // The shapes of numbers that for the most part stand before sentences.
  void find_shapes_of_clauses() {
    std::map<Shape, std::pair<std::size_t, std::size_t>> counts;  // all, sentences
    for (const Piece& piece : pieces_) {
      if (!piece.number.present() || piece.wordless() || piece.role == Role::item) continue;
      auto& [all, sentences] = counts[shape_of(piece.number)];
      ++all;
      if (!could_head(piece.text(), lists_) && !in_capitals(piece.text())) ++sentences;
    }
    for (const auto& [shape, count] : counts)
      if (count.second >= static_cast<std::size_t>(fewest_to_tell) &&
          count.second * 3 >= count.first * 2)
        of_clauses_.insert(shape);
  }

  static bool is_child(const Number& child, const Number& parent) {
    std::vector<std::uint32_t> path = parent.path;
    if (path.size() > 1 && path.back() == 0) path.pop_back();
    return child.style == NumberStyle::decimal && child.path.size() > path.size() &&
           std::equal(path.begin(), path.end(), child.path.begin());
  }

  // Words of a heading with its stop or colon kept: "1. Introduction:" above 1.1.
  bool could_head_with_stop(std::string_view text) const {
    return opens_with_capital(text) && tokens_of(text).size() <= 8 && text.size() <= 80 &&
           !text.ends_with(';') && !breaks_off(text, lists_);
  }

  bool numbered(std::size_t i) const {
    const Piece& piece = pieces_[i];
    const std::string_view text = piece.text();
    if (piece.heading_level > 0 && !text.empty()) return text.size() <= longest_section_heading;
    const Piece* after = next(i);
    if (after == nullptr || text.empty()) return false;
    const bool child = is_child(after->number, piece.number);
    const bool section =
        piece.number.style != NumberStyle::decimal || numbers_section(piece.number);
    if (child && could_head_with_stop(text) && !leads_in(text)) return true;
    if (section && child)
      return text.size() <= longest_section_heading && opens_with_capital(text) &&
             !ends_with_punctuation(text) && !breaks_off(text, lists_);
    if (!could_head(text, lists_)) return section && in_capitals(text) && text.size() < 140;
    if (breaks_off(text, lists_)) return false;
    const bool clause = of_clauses_.contains(shape_of(piece.number)) && !is_set_apart(piece);
    if (section) return !clause && !is_listed_beside(i);
    if (child || piece.bold || in_capitals(text)) return true;
    return has_body(*after);
  }

  // One of short lines that all have numbers: items, not headings.
  bool is_listed_beside(std::size_t i) const {
    const Piece* after = next(i);
    const bool before = i > 0 && pieces_[i - 1].number.present() &&
                        pieces_[i - 1].role != Role::heading &&
                        shape_of(pieces_[i].number) == shape_of(pieces_[i - 1].number) &&
                        syntax::is_next(pieces_[i].number, pieces_[i - 1].number);
    const bool behind = after != nullptr && after->number.present() &&
                        could_head(after->text(), lists_) &&
                        syntax::is_next(after->number, pieces_[i].number);
    return before || (behind && !pieces_[i].bold && !in_capitals(pieces_[i].text()));
  }

  // Words that stand below a heading.
  static bool has_body(const Piece& after) {
    return is_plain_words(after) && !opens_with_small_letter(after.text()) &&
           (ends_with_punctuation(after.text()) || after.text().size() > 120);
  }

  bool by_look(std::size_t i) const {
    const Piece& piece = pieces_[i];
    const std::string_view text = piece.text();
    if (piece.heading_level > 0 && !text.empty()) return text.size() <= longest_section_heading;
    if (!piece.bullet.empty()) return false;
    const Piece* after = next(i);
    if (after == nullptr || signing_ || text.find('\t') != std::string_view::npos) return false;
    const bool named = syntax::designation_at_start(text).has_value() && could_head(text, lists_);
    if (named) return true;
    if (!could_head(text, lists_)) return is_short_lead(i);
    if (breaks_off(text, lists_) || (said_by_look_ && !is_set_apart(piece))) return false;
    if (after->kind == BlockKind::table) return true;
    if (i > 0 && announces_list(i - 1)) return false;
    if (said_by_format_ && !piece.bold) return false;
    if (piece.bold || in_capitals(text)) return true;
    return has_body(*after) || is_section(*after) || !after->bullet.empty()
               ? !in_row_of_short(i)
               : could_head(after->text(), lists_) && i + 2 < pieces_.size() &&
                     (has_body(pieces_[i + 2]) || pieces_[i + 2].number.present()) &&
                     !in_row_of_short(i);
  }

  bool announces_list(std::size_t i) const {
    return leads_in(pieces_[i].text()) && pieces_[i].role != Role::heading;
  }

  static bool is_section(const Piece& piece) {
    return piece.number.present() && piece.role != Role::item;
  }

  // "Procedure for officers:" above a paragraph, and not above a list.
  bool is_short_lead(std::size_t i) const {
    const std::string_view text = pieces_[i].text();
    if (!text.ends_with(':') || tokens_of(text).size() > 4 || !opens_with_capital(text))
      return false;
    const Piece* after = next(i);
    if (after != nullptr && after->kind == BlockKind::table) return true;
    return after != nullptr && is_plain_words(*after) && has_body(*after) &&
           !leads_in(after->text()) && !opens_with_quotation(after->text()) &&
           ends_sentence(after->text());
  }

  // Three short lines one below the other are an address, a list of names.
  bool in_row_of_short(std::size_t i) const {
    const auto is_short = [&](std::size_t at) {
      return at < pieces_.size() && is_plain_words(pieces_[at]) &&
             could_head(pieces_[at].text(), lists_);
    };
    return is_short(i + 1) && is_short(i + 2);
  }

  void set_levels() {
    const bool sections = std::ranges::any_of(pieces_, [](const Piece& piece) {
      return piece.role == Role::heading && piece.number.present() && numbers_section(piece.number);
    });
    const bool capitals = std::ranges::any_of(pieces_, [](const Piece& piece) {
      return piece.role == Role::heading && !piece.number.present() && in_capitals(piece.text());
    });
    int highest = 9;
    for (const Piece& piece : pieces_)
      if (piece.role == Role::heading && piece.heading_level > 0)
        highest = std::min(highest, piece.heading_level);
    bool inside = false;
    int shift = 0;
    for (Piece& piece : pieces_) {
      if (piece.role != Role::heading) continue;
      if (piece.number.present()) {
        piece.heading_level = shift + numbered_level(piece.number);
        inside = true;
      } else if (is_division(piece.text())) {
        piece.heading_level = 2;
        shift = 1;
        inside = false;
      } else if (piece.heading_level > 0) {
        piece.heading_level += 2 - highest;
      } else {
        const bool below = sections ? inside : capitals && !in_capitals(piece.text());
        piece.heading_level = (below ? 3 : 2) + shift;
      }
      piece.heading_level = std::clamp(piece.heading_level, 2, 6);
    }
  }

  // "Part A", "Schedule 2", "Appendix 1": sections begin anew below it.
  bool is_division(std::string_view text) const {
    const auto designation = syntax::designation_at_start(text);
    return designation && lists_.divisions.contains(designation->noun);
  }

  static int numbered_level(const Number& number) {
    if (number.style != NumberStyle::decimal) return 2;
    std::size_t depth = number.path.size();
    if (depth > 1 && number.path.back() == 0) --depth;
    return 1 + static_cast<int>(depth);
  }

  const ImportLists& lists_;
  std::vector<Piece>& pieces_;
  bool said_by_format_ = false;
  bool said_by_look_ = false;
  std::set<Shape> of_clauses_;
  bool signing_ = false;
};

}  // namespace

void find_headings(Draft& draft) {
  Headings(draft).run();
}

namespace {

bool is_bracketed_decimal(const Piece& piece) {
  return piece.role == Role::item && piece.depth == 0 &&
         piece.number.style == NumberStyle::decimal && piece.number.path.size() == 1 &&
         piece.number.label.starts_with('(');
}

bool opens_clause(const Piece& piece) {
  const std::string_view text = piece.text();
  return opens_with_capital(text) || (!text.empty() && source::is_digit(text.front()));
}

bool is_sentence(const Piece& piece) {
  return opens_with_capital(piece.text()) &&
         (ends_sentence(piece.text()) || leads_in(piece.text()));
}

// Paragraphs (1), (2) that stand below a heading with no words that lead them in are clauses of it,
// where most of them are sentences.
class BracketedClauses {
 public:
  explicit BracketedClauses(std::vector<Piece>& pieces) : pieces_(pieces) {}

  void run() {
    std::size_t all = 0;
    std::size_t sentences = 0;
    std::vector<std::size_t> begins;
    for (std::size_t i = 1; i < pieces_.size(); ++i) {
      if (!begins_at(i) || !could_be_clauses(i)) continue;
      begins.push_back(i);
      for (std::size_t j = i; j < end_of(i); ++j) {
        if (pieces_[j].depth > 0) continue;
        ++all;
        sentences += is_sentence(pieces_[j]) ? 1 : 0;
      }
    }
    if (sentences * 3 < all * 2) return;
    for (const std::size_t i : begins) raise(i);
  }

 private:
  bool begins_at(std::size_t i) const {
    return pieces_[i - 1].role == Role::heading && is_bracketed_decimal(pieces_[i]) &&
           pieces_[i].number.path[0] == 1;
  }

  std::size_t end_of(std::size_t begin) const {
    std::size_t end = begin;
    while (end < pieces_.size() && pieces_[end].role == Role::item) ++end;
    return end;
  }

  bool could_be_clauses(std::size_t begin) const {
    for (std::size_t i = begin; i < end_of(begin); ++i)
      if (pieces_[i].depth == 0 && !(is_bracketed_decimal(pieces_[i]) && opens_clause(pieces_[i])))
        return false;
    return true;
  }

  void raise(std::size_t begin) {
    const std::size_t end = end_of(begin);
    for (std::size_t i = begin; i < end; ++i) {
      if (pieces_[i].depth > 0) {
        --pieces_[i].depth;
      } else {
        pieces_[i].role = Role::clause;
      }
    }
  }

  std::vector<Piece>& pieces_;
};

// Only the format's own levels tell "1." of a list from "1." of the list around it.
bool may_nest(const Piece& piece) {
  return piece.labelled && piece.list_level >= 0 && piece.number.present() &&
         piece.number.path.size() == 1 && piece.number.style == NumberStyle::decimal &&
         !piece.number.label.starts_with('(');
}

}  // namespace

void find_nested_items(Draft& draft) {
  std::vector<const Piece*> open;  // the last piece of each level of the list
  for (Piece& piece : draft.pieces) {
    if (piece.list_level < 0 || !piece.marked()) {
      if (piece.list_level < 0) open.clear();
      continue;
    }
    const auto level = static_cast<std::size_t>(piece.list_level);
    const Piece* around = level > 0 && level <= open.size() ? open[level - 1] : nullptr;
    const Piece* beside = level < open.size() ? open[level] : nullptr;
    const bool within = around != nullptr && around->role != Role::heading && may_nest(*around);
    if (within && piece.role != Role::heading && may_nest(piece)) {
      piece.role = Role::item;
      piece.depth = around->role == Role::item ? around->depth + 1 : 0;
    } else if (beside != nullptr && beside->role == Role::clause && may_nest(*beside) &&
               piece.role == Role::item && may_nest(piece)) {
      piece.role = Role::clause;
    }
    open.resize(level + 1, nullptr);
    open[level] = &piece;
  }
}

void find_bracketed_clauses(Draft& draft) {
  BracketedClauses(draft.pieces).run();
}

}  // namespace concord::intake
