#include "intake/paragraphs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "diag/messages.h"
#include "intake/labels.h"
#include "intake/wording.h"
#include "source/characters.h"
#include "syntax/designation.h"

namespace concord::intake {
namespace {

using source::is_alpha;
using source::is_lower;
using syntax::Number;

constexpr std::string_view soft_hyphen = "\xC2\xAD";
// Shorter parts than this break off for other reasons than a page end.
constexpr std::size_t shortest_cut = 45;

bool is_address_end(std::string_view text) {
  const std::string_view last = last_token(text);
  return last.find("://") != std::string_view::npos || last.starts_with("www.");
}

// The words of a text as they are spelt, for telling a hyphen of a word from one of a line end.
class Spelling {
 public:
  Spelling(const std::vector<Piece>& pieces, const ImportLists& lists) : lists_(lists) {
    bool broken = false;  // the line above ends within a word
    for (const Piece& piece : pieces) {
      auto tokens = tokens_of(piece.text());
      if (broken && !tokens.empty()) tokens.erase(tokens.begin());
      broken = !tokens.empty() && tokens.back().ends_with('-');
      if (broken) tokens.pop_back();
      for (const std::string_view token : tokens) add(token);
    }
    hyphenates_ = breaks_words(pieces);
  }

  // Whether a word that a line end parted as "commit-" and "tee" has its hyphen of its own.
  bool keeps_hyphen(std::string_view first, std::string_view second) const {
    const std::string head = plain(first);
    const std::string tail = plain(second);
    const std::size_t whole = count(head + tail);
    const std::size_t hyphened = count(head + "-" + tail);
    if (whole != hyphened) return hyphened > whole;
    if (first.find('-') + 1 < first.size()) return true;  // "day-to-" "day"
    if (lists_.hyphenated_prefixes.contains(head) || !hyphenates_) return true;
    return count(tail) > 0 && (count(head) > 0 || lists_.short_prefixes.contains(head));
  }

 private:
  // Whether lines end within words that have no hyphen: those that stand whole elsewhere tell. Word
  // does not break them unless it is asked to, and then a hyphen at a line end is the word's own.
  bool breaks_words(const std::vector<Piece>& pieces) const {
    std::size_t broken = 0;
    std::size_t hyphened = 0;
    for (std::size_t i = 1; i < pieces.size(); ++i) {
      const auto heads = tokens_of(pieces[i - 1].text());
      const auto tails = tokens_of(pieces[i].text());
      if (heads.empty() || tails.empty() || !heads.back().ends_with('-')) continue;
      const std::string head = plain(heads.back());
      const std::string tail = plain(tails.front());
      if (head.empty()) continue;  // a dash that announces a list
      if (count(head + tail) > 0) ++broken;
      if (count(fmt::format("{}-{}", head, tail)) > 0) ++hyphened;
    }
    return broken > hyphened;
  }

  static std::string plain(std::string_view token) {
    while (!token.empty() && !is_alpha(token.front())) token.remove_prefix(1);
    while (!token.empty() && !is_alpha(token.back())) token.remove_suffix(1);
    return folded(token);
  }

  void add(std::string_view token) {
    ++words_[plain(token)];
    for (std::size_t at = 0; at < token.size();) {
      const std::size_t end = std::min(token.find('/', at), token.size());
      if (end - at < token.size()) ++words_[plain(token.substr(at, end - at))];
      at = end + 1;
    }
  }

  std::size_t count(const std::string& word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? 0 : found->second;
  }

  const ImportLists& lists_;
  std::map<std::string, std::size_t> words_;
  bool hyphenates_ = false;
};

// Puts a line behind the paragraph that it goes on with.
void put_behind(syntax::Prose& prose, const syntax::Prose& next, const Spelling& spelling) {
  std::string& text = prose.text;
  while (!text.empty() && source::is_blank(text.back())) text.pop_back();
  if (text.ends_with(soft_hyphen)) {
    replace(prose, text.size() - soft_hyphen.size(), text.size(), "");
    append(prose, next, "");
    return;
  }
  if (is_address_end(text) && (text.ends_with('-') || text.ends_with('/') || text.ends_with('_'))) {
    append(prose, next, "");
    return;
  }
  const bool hyphen = text.size() > 1 && text.ends_with('-') && is_alpha(text[text.size() - 2]) &&
                      !next.text.empty() && is_alpha(next.text[0]);
  if (!hyphen) {
    append(prose, next, " ");
    return;
  }
  const std::string_view head = last_token(text);
  const auto tails = tokens_of(next.text);
  const bool joins = tails.front() == "and" || tails.front() == "or";  // "pre- and post-"
  if (!joins && is_lower(next.text[0]) && !spelling.keeps_hyphen(head, tails.front()))
    replace(prose, text.size() - 1, text.size(), "");
  append(prose, next, joins ? " " : "");
}

class LineJoiner {
 public:
  explicit LineJoiner(Draft& draft)
      : lists_(draft.lists),
        pieces_(draft.pieces),
        spelling_(draft.pieces, draft.lists),
        misread_(count_misread() > 1) {
    level_blank_lines();
    wrapped_ = are_wrapped();
    spaced_ = are_spaced();
  }

  void run() {
    for (at_ = 0; at_ < pieces_.size(); ++at_) {
      Piece& piece = pieces_[at_];
      if (piece.kind == BlockKind::table || piece.labelled) {
        if (piece.number.present()) take_number(piece, {piece.number, 0, false});
        begin(std::move(piece));
      } else if (starts(piece)) {
        begin(std::move(piece));
      } else {
        go_on(piece);
      }
    }
    pieces_ = std::move(joined_);
  }

 private:
  std::size_t count_misread() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        pieces_, [](const Piece& piece) { return misread_bullet_length(piece.text()) > 0; }));
  }

  // A text with a blank line below every line has no paragraphs by its blank lines: those that
  // stand within sentences say how many are nothing.
  void level_blank_lines() {
    std::map<std::uint32_t, std::size_t> within;
    std::size_t all = 0;
    for (std::size_t i = 1; i < pieces_.size(); ++i) {
      if (pieces_[i].kind != BlockKind::line || ends_with_punctuation(pieces_[i - 1].text()) ||
          !opens_with_small_letter(pieces_[i].text()) || !pieces_[i - 1].full)
        continue;
      ++within[pieces_[i].blank_before];
      ++all;
    }
    if (all < 6) return;
    const auto usual =
        std::ranges::max_element(within, {}, [](const auto& each) { return each.second; });
    if (usual->second * 10 < all * 8) return;
    for (Piece& piece : pieces_) piece.blank_before -= std::min(piece.blank_before, usual->first);
  }

  // Whether lines go on in the next at all, or each is a paragraph.
  bool are_wrapped() const {
    std::size_t wrapped = 0;
    for (std::size_t i = 1; i < pieces_.size(); ++i)
      if (pieces_[i].kind == BlockKind::line && pieces_[i].blank_before == 0 &&
          opens_with_small_letter(pieces_[i].text()) &&
          misread_bullet_length(pieces_[i].text()) == 0 &&
          !ends_with_punctuation(pieces_[i - 1].text()) &&
          (pieces_[i - 1].text().size() > 25 || pieces_[i - 1].full))
        ++wrapped;
    return wrapped >= (pieces_.size() > 20 ? 3 : 1) && wrapped * 10 >= pieces_.size();
  }

  // Whether a blank line stands above every paragraph: nearly all that open with a bullet or with a
  // number of several parts have one.
  bool are_spaced() const {
    std::size_t all = 0;
    std::size_t spaced = 0;
    for (const Piece& piece : pieces_) {
      const Label label = label_at(piece.text());
      const bool opens = bullet_length(piece.text()) > 0 ||
                         (misread_ && misread_bullet_length(piece.text()) > 0) ||
                         (label.number.path.size() > 1 && !label.alone);
      if (!opens) continue;
      ++all;
      if (piece.blank_before > 0 || piece.page_before) ++spaced;
    }
    return all > 3 && spaced * 10 >= all * 8;
  }

  static bool is_address(std::string_view text) {
    return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.");
  }

  // "and" alone below "…; ": the last word of an item, set on a line of its own.
  bool is_joiner(const Piece& piece) const {
    const std::string_view text = piece.text();
    return (text == "and" || text == "or" || text == "and/or") && !joined_.empty() &&
           piece.kind == BlockKind::line &&
           (trimmed(last_line_).ends_with(';') || trimmed(last_line_).ends_with(','));
  }

  bool starts(Piece& piece) {
    if (is_joiner(piece)) return false;
    const bool parted = joined_.empty() || piece.kind == BlockKind::paragraph ||
                        piece.blank_before > 0 || (!wrapped_ && !goes_on_from_above(piece)) ||
                        joined_.back().wordless() || looks_otherwise(piece) ||
                        joined_.back().kind == BlockKind::table ||
                        joined_.back().labelled != piece.labelled;
    const bool ended = parted || line_ends(piece);
    if (take_bullet(piece, ended)) return true;
    if (take_label(piece, parted, ended)) return true;
    if (is_note(piece.text()) || piece.heading_level > 0) return true;
    if (ends_sentence(last_line_) && names_division(piece.text())) return true;
    return ended || piece.text().find('\t') != std::string_view::npos;
  }

  // Further to the left than any line of the paragraph so far: nothing that is wrapped does.
  bool stands_out(const Piece& piece) const {
    const bool hangs = lines_ > 1 || joined_.back().marked();
    return hangs && piece.indent + 2 < std::min(begin_indent_, first_indent_);
  }

  // In larger letters than the line above, or in bold where that is not, unless a sentence goes on
  // over the line's end.
  bool looks_otherwise(const Piece& piece) const {
    const bool sizes = piece.size > 0 && last_size_ > 0 &&
                       (piece.size > last_size_ * 1.08 || last_size_ > piece.size * 1.08);
    const bool within = last_full_ && !ends_with_punctuation(last_line_);
    return sizes || (piece.bold != last_bold_ && !within);
  }

  bool goes_on_from_above(const Piece& piece) const {
    const bool address = is_address(piece.text()) && !ends_sentence(last_line_);
    return address || (breaks_off(last_line_, lists_) && !trimmed(last_line_).ends_with(',') &&
                       is_alpha(piece.text().front()));
  }

  // The line above ends its paragraph by its looks: it had room for more, or is a heading.
  bool line_ends(const Piece& piece) const {
    const std::string_view above = trimmed(last_line_);
    if (is_address(piece.text()) && !ends_sentence(above)) return false;
    if (breaks_off(above, lists_) && !above.ends_with(',')) return false;
    if (stands_out(piece)) return true;
    if (spaced_ && piece.page_before) return ends_sentence(above) && !last_full_;
    if (spaced_)
      return lines_ == 1 && joined_.back().number.present() &&
             could_head(joined_.back().text(), lists_) && !last_full_ &&
             opens_with_capital(piece.text()) && above.size() < width_of_lines() * 6 / 10;
    if (last_full_) {
      const bool moved =
          lines_ > 1 && piece.indent >= first_indent_ + 2 && last_indent_ < piece.indent;
      return moved && ends_sentence(above) && opens_with_capital(piece.text());
    }
    if (piece.text().size() > 2 && opens_with_small_letter(piece.text()) &&
        !ends_with_punctuation(above))
      return false;
    return ends_with_punctuation(above) || lines_ == 1 || above.size() < width_of_lines() * 6 / 10;
  }

  std::size_t width_of_lines() const {
    std::size_t width = 0;
    for (std::size_t i = at_ > 40 ? at_ - 40 : 0; i < at_; ++i) width = std::max(width, widths_[i]);
    return width;
  }

  // "¹ Unless the context …": the foot of the page.
  static bool is_note(std::string_view text) {
    return text.starts_with("¹") || text.starts_with("²") || text.starts_with("³") ||
           (text.size() > 2 && text[0] == '\xE2' && text[1] == '\x81');
  }

  // "Section 8: Publicity", "Schedule 2".
  bool names_division(std::string_view text) const {
    const auto designation = syntax::designation_at_start(text);
    return designation && could_head(text, lists_) &&
           (designation->set_apart || designation->length == trimmed(text).size());
  }

  bool take_bullet(Piece& piece, bool ended) {
    const std::string_view text = piece.text();
    std::size_t length = bullet_length(text);
    const bool dash = text.starts_with('-') || text.starts_with("–") || text.starts_with("—") ||
                      text.starts_with('*');
    if (dash && !ended && !ends_with_punctuation(last_line_) &&
        (joined_.empty() || joined_.back().bullet.empty()))
      length = 0;
    if (length == 0 && misread_) length = misread_bullet_length(text);
    if (length == 0) return false;
    piece.bullet = std::string(trimmed(text.substr(0, length)));
    piece.role = Role::item;
    replace(piece.prose, 0, length, "");
    if (const std::size_t second = bullet_length(piece.text())) replace(piece.prose, 0, second, "");
    // "- 2.1 Members": what wrote the bullet took every numbered paragraph for an item.
    const Label label = label_at(piece.text());
    if (label.number.present() && sequence_.fit(label.number, behind()) > Fit::none) {
      piece.bullet.clear();
      piece.role = Role::words;
      take_number(piece, label);
    }
    return true;
  }

  Behind behind() const {
    const bool announced = !joined_.empty() && (leads_in(joined_.back().text()) ||
                                                joined_.back().text().ends_with(';'));
    return announced ? Behind::lead_in : Behind::words;
  }

  // "3.4A Member": the article ran into the number, unless 3.4 stands above.
  Label without_article(std::string_view text, Label label) const {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789."), text.size());
    if (digits < 3 || !text.substr(digits).starts_with("A ")) return label;
    if (label.number.present() && sequence_.fit(label.number, Behind::words) == Fit::next)
      return label;
    const Number number = whole_label(text.substr(0, digits));
    const Fit fit = number.path.size() > 1 ? sequence_.fit(number, Behind::words) : Fit::none;
    return fit >= Fit::first ? Label{number, digits, false} : label;
  }

  bool take_label(Piece& piece, bool parted, bool ended) {
    const Label label = without_article(piece.text(), label_at(piece.text()));
    if (!label.number.present()) return false;
    const Fit fit = sequence_.fit(label.number, behind());
    const bool path = label.number.path.size() > 1;
    const bool certain = fit == Fit::next || fit == Fit::first;
    const bool clear = ended || ends_with_punctuation(last_line_) || !last_full_ ||
                       (fit == Fit::next && (ends_with_joiner(last_line_) || ends_bare_item()));
    // Within a paragraph only the very next number opens a line, and only behind a whole sentence.
    const bool taken = parted ? fit != Fit::none : certain && clear;
    const bool plain = is_plain(label.number);
    const bool stands_out = path || !plain || (fit == Fit::next && is_tabbed(piece, label));
    if (!taken || (!parted && !stands_out)) return false;
    if (plain && !could_open(piece, label)) return false;
    take_number(piece, label);
    return true;
  }

  // The number stands in a column of its own before the words.
  static bool is_tabbed(const Piece& piece, const Label& label) {
    return !label.alone &&
           piece.text().substr(0, label.length).find('\t') != std::string_view::npos;
  }

  // "…; and" before the last of a list.
  static bool ends_with_joiner(std::string_view text) {
    text = trimmed(text);
    return text.ends_with("; and") || text.ends_with("; or") || text.ends_with(", and") ||
           text.ends_with(", or");
  }

  // The last item may end without a stop, as the one before it does.
  bool ends_bare_item() const {
    const std::size_t count = joined_.size();
    return count > 1 && joined_[count - 1].role == Role::item && !breaks_off(last_line_, lists_) &&
           joined_[count - 2].role == Role::item && joined_[count - 2].number.present() &&
           !ends_with_punctuation(joined_[count - 2].text());
  }

  // "5" without a stop or bracket.
  static bool is_plain(const Number& number) { return syntax::is_unmarked(number); }

  bool could_open(const Piece& piece, const Label& label) const {
    return label.alone || could_head(piece.text().substr(label.length), lists_) ||
           opens_with_capital(piece.text().substr(label.length));
  }

  void take_number(Piece& piece, const Label& label) {
    const Sequence::Place place = sequence_.accept(label.number, behind());
    piece.number = place.number;
    piece.number.label = label.number.label;
    piece.role = place.item ? Role::item : Role::clause;
    piece.depth = place.depth;
    replace(piece.prose, 0, label.length, "");
  }

  void begin(Piece piece) {
    lines_ = 1;
    first_indent_ = piece.indent;
    begin_indent_ = piece.indent;
    remember(piece);
    joined_.push_back(std::move(piece));
  }

  void go_on(const Piece& piece) {
    ++lines_;
    if (lines_ == 2) first_indent_ = joined_.back().hang = piece.indent;
    remember(piece);
    put_behind(joined_.back().prose, piece.prose, spelling_);
    joined_.back().full = piece.full;
  }

  void remember(const Piece& piece) {
    last_line_ = piece.prose.text;
    last_full_ = piece.full;
    last_indent_ = piece.indent;
    last_size_ = piece.size;
    last_bold_ = piece.bold;
    widths_.resize(at_ + 1);
    widths_[at_] = last_line_.size();
  }

  const ImportLists& lists_;
  std::vector<Piece>& pieces_;
  Spelling spelling_;
  bool misread_;
  bool wrapped_ = false;
  bool spaced_ = false;
  Sequence sequence_;
  std::vector<Piece> joined_;
  std::vector<std::size_t> widths_;  // of each line so far
  std::size_t at_ = 0;
  std::size_t lines_ = 0;  // of the paragraph so far
  std::string last_line_;
  bool last_full_ = false;
  double last_indent_ = 0;
  double begin_indent_ = 0;  // of its first line
  double last_size_ = 0;
  bool last_bold_ = false;
  double first_indent_ = 0;  // of its second line, or of its first where there is one only
};

// The second, without a number of its own, begins where the wrapped lines of the first do, which
// hang on its number.
bool hangs_on(const Piece& first, const Piece& second) {
  return first.kind == BlockKind::line && second.kind == BlockKind::line && first.marked() &&
         !second.marked() && !second.bold && first.hang > first.indent + 2 &&
         std::abs(second.indent - first.hang) < 1.5;
}

bool goes_over_page(const Piece& first, const Piece& second, const ImportLists& lists) {
  const bool heads = ends_with_punctuation(first.text()) && could_head(second.text(), lists);
  return second.page_before && !second.wordless() && !heads && hangs_on(first, second);
}

// Whether paragraphs of their own stand below numbered ones, as far in as their wrapped lines: what
// stands so at the head of a page may be one.
bool has_inner_paragraphs(const std::vector<Piece>& pieces) {
  for (std::size_t i = 1; i < pieces.size(); ++i)
    if (!pieces[i].page_before && hangs_on(pieces[i - 1], pieces[i])) return true;
  return false;
}

// `listed`: both stand in a row of lines below a lead-in, which may be its items.
bool goes_on(const Piece& first, const Piece& second, bool listed, const ImportLists& lists) {
  // The format knows where both end.
  if (first.kind == BlockKind::paragraph && second.kind == BlockKind::paragraph) return false;
  if (second.marked() || second.kind == BlockKind::table || first.kind == BlockKind::table ||
      second.heading_level > 0 || first.heading_level > 0 || second.wordless() ||
      first.wordless() || second.labelled)
    return false;
  const std::string_view above = first.text();
  if (ends_with_punctuation(above) && !above.ends_with(',')) return false;
  if (above.find('\t') != std::string_view::npos ||
      second.text().find('\t') != std::string_view::npos)
    return false;
  const bool small = opens_with_small_letter(second.text());
  if (small && above.ends_with('-') && above.size() > 1 && is_alpha(above[above.size() - 2]))
    return true;
  const bool broken = breaks_off(above, lists);
  // The last words of a page do not end a sentence.
  const bool cut = (above.size() >= shortest_cut && !could_head(above, lists)) ||
                   (first.full && first.role == Role::item);
  const bool heads = could_head(second.text(), lists) && !breaks_off(second.text(), lists);
  if (second.page_before && cut && !heads) return true;
  if (second.page_before && broken && !above.ends_with(',')) return true;
  if (listed) return broken && !above.ends_with(',');
  if (small && (above.size() >= shortest_cut || first.full || broken)) return true;
  return broken && above.size() >= shortest_cut && !above.ends_with(',');
}

}  // namespace

void join_lines(Draft& draft) {
  LineJoiner(draft).run();
}

void join_paragraphs(Draft& draft) {
  const Spelling spelling(draft.pieces, draft.lists);
  const bool inner = has_inner_paragraphs(draft.pieces);
  std::vector<Piece> joined;
  bool listed = false;
  for (Piece& piece : draft.pieces) {
    const bool below = joined.size() > 1 && leads_in(joined[joined.size() - 2].text());
    listed = (below || listed) && !joined.back().marked() &&
             opens_with_small_letter(joined.back().text());
    const bool over_page =
        !joined.empty() && !inner && goes_over_page(joined.back(), piece, draft.lists);
    if (joined.empty() || !(over_page || goes_on(joined.back(), piece, listed, draft.lists))) {
      joined.push_back(std::move(piece));
      continue;
    }
    Piece& before = joined.back();
    if (!opens_with_small_letter(piece.text()))
      draft.doubt(diag::Code::IMP023, piece.place, piece.text(), diag::IMP023::joined);
    put_behind(before.prose, piece.prose, spelling);
    before.full = piece.full;
  }
  draft.pieces = std::move(joined);
}

namespace {

// Where in the words the next number of their list stands behind the end of a sentence; 0: nowhere.
std::size_t run_in_label(const Piece& piece) {
  const std::string_view text = piece.text();
  for (std::size_t at = 1; at + 4 < text.size(); ++at) {
    if (text[at] != ' ') continue;
    const char before = text[at - 1];
    if (before != '.' && before != ';' && before != ':') continue;
    const Label label = label_at(text.substr(at + 1, 40));
    if (!label.number.present() || label.alone) continue;
    const std::string_view words = text.substr(at + 1 + label.length);
    const bool path = label.number.path.size() > 1;
    const bool bracketed = label.number.label.ends_with(')');
    if (!(path ? opens_with_capital(words) : bracketed && before == ';')) continue;
    if (syntax::follows(label.number, piece.number)) return at + 1;
  }
  return 0;
}

}  // namespace

void split_paragraphs(Draft& draft) {
  std::vector<Piece> split;
  for (Piece& piece : draft.pieces) {
    split.push_back(std::move(piece));
    while (split.back().number.present() && split.back().kind != BlockKind::table) {
      const std::size_t at = run_in_label(split.back());
      if (at == 0) break;
      Piece next = split.back();
      next.prose = cut(split.back().prose, at);
      const Label label = label_at(next.text());
      next.number = label.number;
      next.number.style = split.back().number.style;
      replace(next.prose, 0, label.length, "");
      draft.doubt(diag::Code::IMP017, next.place, label.number.label + " " + next.prose.text,
                  diag::IMP017::ran_into);
      split.push_back(std::move(next));
    }
  }
  draft.pieces = std::move(split);
}

}  // namespace concord::intake
