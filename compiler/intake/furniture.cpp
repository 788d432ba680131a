#include "intake/furniture.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "diag/messages.h"
#include "intake/labels.h"
#include "intake/wording.h"
#include "source/characters.h"

namespace concord::intake {
namespace {

using source::is_digit;

// Longer lines than this are text, however often they stand there.
constexpr std::size_t longest_furniture = 160;
constexpr std::size_t most_contents = 400;
constexpr std::size_t most_tables_of_contents = 3;

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= 3 && std::ranges::all_of(text, is_digit);
}

// "Page 3", "Page 3 of 12", "3 of 12", "- 3 -", "3 | Page", "(3)" is none.
bool says_page(std::string_view text, const ImportLists& lists) {
  return lists.page_numbers.contains(without_digits(text));
}

// "Barchester Constitution   Page 2 of 4   May 2024": what no sentence of the text has.
bool says_page_of_pages(std::string_view text) {
  if (ends_sentence(text) || label_at(text).number.present()) return false;
  const std::size_t at = text.find("Page ");
  return at != std::string_view::npos && without_digits(text.substr(at)).starts_with("page # of #");
}

class FurnitureFinder {
 public:
  explicit FurnitureFinder(Draft& draft)
      : draft_(draft), lists_(draft.lists), pieces_(draft.pieces) {}

  void run() {
    gone_.assign(pieces_.size(), "");
    find_said_by_format();
    find_contents();
    find_page_numbers();
    find_running_titles();
    find_repeated();
    take_out();
    strip_page_numbers();
  }

 private:
  void find_said_by_format() {
    for (std::size_t i = 0; i < pieces_.size(); ++i)
      if (pieces_[i].furniture) gone_[i] = diag::IMP015::said_by_format;
  }

  // The next piece from `at` on, by `step`, that is still there; nothing past either end.
  std::optional<std::size_t> there(std::size_t at, int step,
                                   const std::vector<bool>& skipped) const {
    for (std::size_t i = at + static_cast<std::size_t>(step); i < pieces_.size();
         i += static_cast<std::size_t>(step))
      if (gone_[i].empty() && !skipped[i]) return i;
    return std::nullopt;
  }

  // "Lobbying ........ 4". Two rows of dots are for people to fill in: "Signed …… Date …… 20".
  static bool has_leader(std::string_view text) {
    constexpr std::string_view dots = ". \xE2\x80\xA6\t";
    if (text.empty() || !is_digit(text.back())) return false;
    for (const std::string_view leader : {"....", "……", ". . ."}) {
      const std::size_t at = text.find(leader);
      if (at == std::string_view::npos) continue;
      const std::size_t end = text.find_first_not_of(dots, at);
      return text.find(leader, std::min(end, text.size())) == std::string_view::npos;
    }
    return false;
  }

  // "Contents", "CONTENTS            Page".
  bool heads_contents(std::string_view text) const {
    std::string words;
    for (const std::string_view token : tokens_of(text))
      words += (words.empty() ? "" : " ") + folded(token);
    const std::string_view whole(words);
    const auto above_pages = [&](const std::string& page) {
      return whole.ends_with(" " + page) &&
             lists_.contents_titles.contains(whole.substr(0, whole.size() - page.size() - 1));
    };
    return lists_.contents_titles.contains(whole) ||
           std::ranges::any_of(lists_.page_headings, above_pages);
  }

  // What stands above the numbers of the pages.
  bool heads_pages(std::string_view text) const {
    return std::ranges::find(lists_.page_headings, folded(trimmed(text))) !=
           lists_.page_headings.end();
  }

  static bool ends_with_page(std::string_view text) {
    const auto tokens = tokens_of(text);
    return tokens.size() > 1 && is_number(tokens.back());
  }

  // The words of a line of the contents: without number, leader and page.
  static std::string entry_of(std::string_view text) {
    const Label label = label_at(text);
    if (label.number.present()) text.remove_prefix(label.length);
    while (!text.empty() && (is_digit(text.back()) || text.back() == '.' ||
                             trimmed(text).size() < text.size() || text.back() == '_')) {
      if (trimmed(text).size() < text.size()) {
        text = trimmed(text);
      } else {
        text.remove_suffix(1);
      }
    }
    return folded(text);
  }

  void find_contents() {
    std::size_t tried = 0;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (gone_[i].empty() && has_leader(pieces_[i].text())) gone_[i] = diag::IMP015::contents_line;
      if (tried < most_tables_of_contents && heads_contents(pieces_[i].text())) {
        find_contents_from(i);
        ++tried;
      }
    }
  }

  void find_contents_from(std::size_t title) {
    std::multiset<std::string> entries;
    for (std::size_t i = title + 1; i < pieces_.size(); ++i)
      entries.insert(entry_of(pieces_[i].text()));
    std::size_t end = title + 1;
    std::string first;
    for (; end < pieces_.size() && end < title + most_contents; ++end) {
      const std::string_view text = pieces_[end].text();
      const std::string entry = entry_of(text);
      // The text begins where the first entry stands once more.
      if (entry == first && !first.empty() && !ends_with_page(text)) break;
      if (first.empty() && !heads_pages(text)) first = entry;
      const bool again = entries.count(entry) > 1;
      const bool entry_or_page =
          has_leader(text) || again || ends_with_page(text) || is_number(text) || heads_pages(text);
      if (!entry_or_page) break;
      if (again && !ends_with_page(text)) entries.erase(entries.find(entry));
    }
    if (end < title + 3) return;
    for (std::size_t i = title; i < end; ++i) gone_[i] = diag::IMP015::contents;
  }

  // A number on a line of its own is a page's unless it heads words: then nearly each has a line
  // behind it that could be a heading or opens a clause.
  void find_page_numbers() {
    std::vector<std::size_t> numbers;
    std::size_t heading = 0;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (!gone_[i].empty()) continue;
      const std::string_view text = trimmed(pieces_[i].text());
      if (says_page(text, lists_)) gone_[i] = diag::IMP015::page_number;
      if (says_page_of_pages(text) && may_be_furniture(i)) gone_[i] = diag::IMP015::on_pages;
      if (!is_number(text) || pieces_[i].labelled || pieces_[i].kind == BlockKind::table) continue;
      numbers.push_back(i);
      if (i + 1 < pieces_.size() && heads(i)) ++heading;
    }
    if (numbers.size() > 2 && heading * 10 >= numbers.size() * 7) return;
    for (const std::size_t i : numbers) gone_[i] = diag::IMP015::page_number;
  }

  // The heading of the section that a page stands in, printed once more above its words.
  void find_running_titles() {
    std::set<std::string> headings;  // that stand below the head of a page
    std::vector<std::size_t> again;
    std::size_t pages = 0;
    for (std::size_t i = pieces_.size(); i-- > 0;) {
      if (!gone_[i].empty()) continue;
      const std::string title = title_of(pieces_[i].text());
      const bool head = i == 0 || pieces_[i].page_before;
      if (!head && is_title(pieces_[i].text())) headings.insert(title);
      if (!head) continue;
      ++pages;
      if (is_title(pieces_[i].text())) again.push_back(i);
    }
    std::erase_if(again,
                  [&](std::size_t i) { return !headings.contains(title_of(pieces_[i].text())); });
    if (again.size() < 2 || again.size() * 3 < pages * 2) return;
    for (const std::size_t i : again) gone_[i] = diag::IMP015::on_pages;
  }

  // A heading, with its number or without.
  bool is_title(std::string_view text) const {
    return could_head(text.substr(label_at(text).length), lists_);
  }

  // Its words, whatever parts them.
  static std::string title_of(std::string_view text) {
    std::string title;
    for (const std::string_view token : tokens_of(text)) title += folded(token) + " ";
    return title;
  }

  bool heads(std::size_t number) const {
    const Piece& next = pieces_[number + 1];
    return could_head(next.text(), lists_) && !label_at(next.text()).number.present() &&
           !next.page_before && next.blank_before <= 1;
  }

  bool stands_apart(std::size_t i) const {
    const bool above = i == 0 || pieces_[i].blank_before > 0 || pieces_[i].page_before;
    const bool below =
        i + 1 == pieces_.size() || pieces_[i + 1].blank_before > 0 || pieces_[i + 1].page_before;
    return above || below || pieces_[i].kind == BlockKind::paragraph;
  }

  // "(a) …" is an item, whatever stands around it.
  static bool is_item(std::string_view text) {
    const Label label = label_at(text);
    return label.number.present() && !label.alone && label.number.label.ends_with(')');
  }

  // "… impracticable.", "order that even-": a part of a sentence that goes on over a page's end.
  bool is_within_sentence(std::string_view text) const {
    if (!opens_with_small_letter(text)) return false;
    return ends_sentence(text) || breaks_off(text, lists_) || text.ends_with('-');
  }

  bool may_be_furniture(std::size_t i) const {
    const Piece& piece = pieces_[i];
    if (is_item(piece.text()) || is_within_sentence(piece.text())) return false;
    if (!gone_[i].empty() || piece.kind == BlockKind::table || piece.marked()) return false;
    const std::string_view text = piece.text();
    return !text.empty() && text.size() <= longest_furniture && bullet_length(text) == 0 &&
           misread_bullet_length(text) == 0 && !contains(text, ";") && !leads_in(text) &&
           stands_apart(i);
  }

  // A line with a number of a clause is furniture only with its digits; others without.
  std::string key_of(std::string_view text) const {
    return label_at(text).number.present() ? folded(text) : without_digits(text);
  }

  void find_repeated() {
    std::map<std::string, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < pieces_.size(); ++i)
      if (may_be_furniture(i)) groups[key_of(pieces_[i].text())].push_back(i);
    std::erase_if(groups, [](const auto& group) { return group.second.size() < 2; });
    std::vector<bool> candidate(pieces_.size(), false);
    for (const auto& [key, places] : groups)
      for (const std::size_t i : places) candidate[i] = true;
    std::vector<bool> shown(pieces_.size(), false);
    mark_interrupting(candidate, shown);
    for (const auto& [key, places] : groups) {
      if (!shows(places, shown) && !is_often(key, places)) continue;
      for (const std::size_t i : places) gone_[i] = diag::IMP015::on_pages;
    }
  }

  // At least half of the places are where furniture stands: a line of the text that chances to end
  // a page, or stands twice, is no furniture. What could be a clause has to stand there each time,
  // on three pages or more.
  bool shows(const std::vector<std::size_t>& places, const std::vector<bool>& shown) const {
    const auto count = static_cast<std::size_t>(
        std::ranges::count_if(places, [&](std::size_t i) { return shown[i]; }));
    if (label_at(pieces_[places.front()].text()).number.present())
      return places.size() >= 3 && count == places.size();
    return count * 2 >= places.size();
  }

  // Words on three pages or more that are about the document.
  bool is_often(std::string_view key, const std::vector<std::size_t>& places) const {
    const bool same = contains_any(key, lists_.document_words);
    const bool plain = std::ranges::all_of(places, [&](std::size_t i) {
      return !ends_sentence(pieces_[i].text()) && !breaks_off(pieces_[i].text(), lists_);
    });
    return places.size() >= 3 && same && plain;
  }

  // Runs of candidates that stand within a sentence, or where a page begins.
  void mark_interrupting(const std::vector<bool>& candidate, std::vector<bool>& shown) const {
    for (std::size_t begin = 0; begin < pieces_.size(); ++begin) {
      if (!candidate[begin]) continue;
      std::size_t end = begin;
      bool page = begin > 0 && gone_[begin - 1] == diag::IMP015::page_number;
      for (; end < pieces_.size() && (candidate[end] || !gone_[end].empty()); ++end)
        page = page || pieces_[end].page_before || gone_[end] == diag::IMP015::page_number;
      page = page || (end < pieces_.size() && pieces_[end].page_before);
      if (page || interrupts(begin, end, candidate))
        for (std::size_t i = begin; i < end; ++i) shown[i] = true;
      begin = end;
    }
  }

  bool interrupts(std::size_t begin, std::size_t end, const std::vector<bool>& candidate) const {
    const auto before = there(begin, -1, candidate);
    if (!before || end >= pieces_.size()) return false;
    const std::string_view above = pieces_[*before].text();
    return !ends_with_punctuation(above) && above.size() > 20 &&
           opens_with_small_letter(pieces_[end].text()) &&
           misread_bullet_length(pieces_[end].text()) == 0;
  }

  void take_out() {
    std::vector<Piece> kept;
    std::set<std::string> seen;
    bool page = false;
    std::uint32_t blank = 0;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      Piece& piece = pieces_[i];
      if (gone_[i].empty()) {
        piece.page_before = piece.page_before || page;
        piece.blank_before = std::max(piece.blank_before, blank);
        page = false;
        blank = 0;
        kept.push_back(std::move(piece));
        continue;
      }
      page = true;
      blank = std::max<std::uint32_t>(1, piece.blank_before);
      draft_.remove(piece, gone_[i]);
      const bool about = gone_[i].starts_with("header");
      if (about && seen.insert(piece.prose.text).second)
        draft_.furniture.push_back(piece.prose.text);
    }
    pieces_ = std::move(kept);
  }

  // "2 2.3.3 Councillors …": a page number that ran into the line below it.
  void strip_page_numbers() {
    for (Piece& piece : pieces_) {
      const std::string& text = piece.prose.text;
      const std::size_t begin = bullet_length(text);
      const std::size_t end = std::min(text.find_first_not_of("0123456789", begin), text.size());
      if (end == begin || end > begin + 3 || end + 1 >= text.size() || text[end] != ' ') continue;
      const Label second = label_at(std::string_view(text).substr(end + 1));
      const bool clause = second.number.style == syntax::NumberStyle::decimal &&
                          second.number.path.size() > 1 && !second.alone;
      if (!clause) continue;
      draft_.remove(piece.place, text.substr(begin, end - begin), diag::IMP015::page_number);
      replace(piece.prose, begin, end + 1, "");
    }
  }

  Draft& draft_;
  const ImportLists& lists_;
  std::vector<Piece>& pieces_;
  std::vector<std::string> gone_;  // why a piece goes; empty for those that stay
};

}  // namespace

void remove_furniture(Draft& draft) {
  FurnitureFinder(draft).run();
}

}  // namespace concord::intake
