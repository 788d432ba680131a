#include "intake/repairs.h"

#include <algorithm>
#include <map>

#include "intake/labels.h"
#include "intake/wording.h"
#include "source/characters.h"

namespace concord::intake {
namespace {

using source::is_alpha;
using source::is_lower;
using source::is_upper;

constexpr std::size_t shortest_word = 6;

std::string_view core_of(std::string_view token) {
  while (!token.empty() && !source::is_alnum(token.front())) token.remove_prefix(1);
  while (!token.empty() && !source::is_alnum(token.back())) token.remove_suffix(1);
  return token;
}

class WordRepairer {
 public:
  explicit WordRepairer(Draft& draft) : draft_(draft) {
    for (const Piece& piece : draft.pieces)
      for (const std::string_view token : tokens_of(piece.text())) ++count_[folded(core_of(token))];
  }

  void run() {
    if (!shows_reading()) return;
    for (Piece& piece : draft_.pieces) {
      if (piece.kind == BlockKind::table) continue;
      strip_stray_capital(piece);
      strip_stray_quote(piece);
      repair(piece);
    }
  }

 private:
  bool shows_reading() const {
    std::size_t signs = 0;
    for (const Piece& piece : draft_.pieces) {
      if (piece.bullet.size() == 1 && is_alpha(piece.bullet[0])) ++signs;
      for (const std::string_view token : tokens_of(piece.text()))
        if (!whole_word(core_with_stop(token)).empty()) ++signs;
    }
    return signs >= 2;
  }

  static std::string_view core_with_stop(std::string_view token) {
    return token.starts_with("l.e") ? token.substr(0, token.starts_with("l.e.") ? 4 : 3)
                                    : core_of(token);
  }

  std::string_view whole_word(std::string_view word) const {
    const auto& all = draft_.lists.misread_words;
    const auto found = std::ranges::find(all, word, &syntax::Misreading::from);
    return found == all.end() ? std::string_view() : found->to;
  }

  // "Dbe alert" after a bullet, among items in small letters.
  void strip_stray_capital(Piece& piece) {
    const std::string& text = piece.prose.text;
    const bool glued = piece.bullet.size() == 1 && text.size() > 3 && is_upper(text[0]) &&
                       is_lower(text[1]) && is_lower(text[2]);
    if (!glued) return;
    const std::string word(core_of(tokens_of(text).front()));
    if (count(word) != 1 || count(word.substr(1)) < 2) return;
    const std::string from = two_words(text, 0);
    replace(piece.prose, 0, 1, "");
    draft_.repair(piece.place, "", from, from.substr(1));
  }

  // "“need to know’”": a mark of two strokes read as one and one more.
  void strip_stray_quote(Piece& piece) {
    const std::string& text = piece.prose.text;
    const std::size_t at = text.find("’”");
    if (at == std::string::npos || text.find("‘") != std::string::npos) return;
    const std::size_t begin = text.rfind("“", at);
    if (begin == std::string::npos) return;
    const std::string from = text.substr(begin, at + 6 - begin);
    replace(piece.prose, at, at + 3, "");
    draft_.repair(piece.place, "", from, from.substr(0, from.size() - 6) + "”");
  }

  std::size_t count(std::string_view word) const {
    const auto found = count_.find(folded(word));
    return found == count_.end() ? 0 : found->second;
  }

  static std::string two_words(std::string_view text, std::size_t at) {
    const std::size_t first = std::min(text.find(' ', at), text.size());
    return std::string(text.substr(at, std::min(text.find(' ', first + 1), text.size()) - at));
  }

  void repair(Piece& piece) {
    for (std::size_t at = 0; at < piece.prose.text.size();) {
      const std::size_t end = std::min(piece.prose.text.find(' ', at), piece.prose.text.size());
      const std::string token = piece.prose.text.substr(at, end - at);
      const std::string to = better(piece.prose.text, at, token);
      if (!to.empty() && to != token) {
        replace(piece.prose, at, end, to);
        draft_.repair(piece.place, "", token, to);
      }
      at += (to.empty() ? token.size() : to.size()) + 1;
    }
  }

  // The token as it should be, or nothing.
  std::string better(const std::string& text, std::size_t at, const std::string& token) const {
    const std::string_view word = core_with_stop(token);
    if (word.empty()) return {};
    const std::size_t begin = token.find(word);
    const auto with = [&](std::string_view other) {
      return token.substr(0, begin) + std::string(other) + token.substr(begin + word.size());
    };
    if (const std::string_view whole = whole_word(word); !whole.empty()) return with(whole);
    if (word == "Il" && at >= 5 && folded(std::string_view(text).substr(at - 5, 5)) == "part ")
      return with("II");
    if (is_lost_capital(text, at, word)) return with(folded(word));
    if (const std::string other = misread(word); !other.empty()) return with(other);
    return {};
  }

  // "may, In some": a small letter at a line's head that a machine made a capital.
  static bool is_lost_capital(const std::string& text, std::size_t at, std::string_view word) {
    if (word != "Is" && word != "In" && word != "IS" && word != "IN") return false;
    if (at < 2 || text[at - 1] != ' ') return false;
    const char before = text[at - 2];
    const std::string_view above = std::string_view(text).substr(0, at - 1);
    return is_lower(before) || before == ',' || above.ends_with("i.e.") ||
           above.ends_with("e.g.") || above.ends_with("l.e.");
  }

  // A word of its own nowhere else, and with letters often misread for these found elsewhere.
  std::string misread(std::string_view word) const {
    if (word.size() < shortest_word || count(word) != 1 || !is_lower(word.back()) ||
        std::ranges::any_of(word,
                            [](char c) { return c == '-' || c == '/' || c == '.' || c == '@'; }))
      return {};
    for (const syntax::Misreading& each : draft_.lists.misread_letters) {
      for (std::size_t at = word.find(each.from); at != std::string_view::npos;
           at = word.find(each.from, at + 1)) {
        std::string other(word);
        other.replace(at, each.from.size(), each.to);
        if (count(other) >= 2) return other;
      }
    }
    return {};
  }

  Draft& draft_;
  std::map<std::string, std::size_t> count_;
};

}  // namespace

void repair_words(Draft& draft) {
  WordRepairer(draft).run();
}

void repair_hyphens(Draft& draft) {
  std::map<std::string, std::size_t> count;
  for (const Piece& piece : draft.pieces)
    for (const std::string_view token : tokens_of(piece.text())) ++count[folded(core_of(token))];
  for (Piece& piece : draft.pieces) {
    if (piece.kind == BlockKind::table) continue;
    for (std::size_t at = piece.prose.text.find("- "); at != std::string::npos;
         at = piece.prose.text.find("- ", at + 1)) {
      const std::string& text = piece.prose.text;
      const bool within = at > 1 && is_lower(text[at - 1]) && is_lower(text[at - 2]) &&
                          at + 2 < text.size() && is_lower(text[at + 2]);
      if (!within) continue;
      const std::size_t begin = text.rfind(' ', at) + 1;
      const std::size_t end = std::min(text.find(' ', at + 2), text.size());
      const std::string_view next = core_of(std::string_view(text).substr(at + 2, end - at - 2));
      if (next == "and" || next == "or" || next == "to" || next == "nor") continue;
      const std::string from(std::string_view(text).substr(begin, at + 2 + next.size() - begin));
      const std::string to = from.substr(0, at + 1 - begin) + std::string(next);
      replace(piece.prose, at + 1, at + 2, "");
      draft.repair(piece.place, "", from, to);
    }
  }
}

namespace {

// The labels of a run of items in numerals, from its first to the last of its depth.
struct Numerals {
  std::vector<Piece*> items;
};

bool is_numeral(const Piece& piece) {
  return piece.number.style == syntax::NumberStyle::lower_roman && piece.role == Role::item;
}

void mend(Draft& draft, const Numerals& run) {
  for (std::size_t i = 0; i < run.items.size(); ++i) {
    Piece& piece = *run.items[i];
    const auto value = static_cast<std::uint32_t>(i + 1);
    const std::string printed(piece.number.bare());
    const std::string meant = syntax::as_roman(value);
    if (printed == meant || !meant.starts_with(printed)) continue;
    const std::string from = piece.number.label;
    std::string to = from;
    to.replace(to.find(printed), printed.size(), meant);
    piece.number.label = to;
    piece.number.path = {value};
    draft.repair(piece.place, "", from, to);
  }
}

}  // namespace

// Only where the last numeral of the run says how many there are.
void repair_numerals(Draft& draft) {
  Numerals run;
  const auto settle = [&] {
    const bool told = run.items.size() > 2 &&
                      run.items.back()->number.path.back() == run.items.size() &&
                      run.items.front()->number.path.back() == 1;
    if (told) mend(draft, run);
    run.items.clear();
  };
  for (Piece& piece : draft.pieces) {
    if (is_numeral(piece)) {
      run.items.push_back(&piece);
    } else if (piece.role != Role::words || piece.marked()) {
      settle();
    }
  }
  settle();
}

void repair_blanks(Draft& draft) {
  for (Piece& piece : draft.pieces) {
    for (std::size_t at = 0; at < piece.prose.text.size();) {
      const std::size_t end = std::min(piece.prose.text.find(' ', at), piece.prose.text.size());
      const std::string token = piece.prose.text.substr(at, end - at);
      const std::string_view core = core_of(token);
      const bool filled = token.starts_with("...") && token.ends_with("...") && !core.empty() &&
                          core.size() + 6 <= token.size();
      if (filled) {
        const std::string to(core);
        replace(piece.prose, at, end, to);
        draft.repair(piece.place, "", token, to);
        at += to.size() + 1;
      } else {
        at = end + 1;
      }
    }
  }
}

namespace {

// Where "th" stands apart from its figures and a word follows; npos: nowhere from there on.
std::size_t torn_ordinal(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find(' ', from); at != std::string_view::npos;
       at = text.find(' ', at + 1)) {
    if (at == 0 || !source::is_digit(text[at - 1])) continue;
    const std::string_view rest = text.substr(at + 1);
    for (const std::string_view ordinal : {"th ", "st ", "nd ", "rd "})
      if (rest.starts_with(ordinal) && rest.size() > 3 && is_upper(rest[3])) return at;
  }
  return std::string_view::npos;
}

// "20 th May 2020": up to three words, for a report.
std::string words_around(std::string_view text, std::size_t at) {
  const std::size_t begin =
      text.rfind(' ', at - 1) == std::string_view::npos ? 0 : text.rfind(' ', at - 1) + 1;
  std::size_t end = at;
  for (int words = 0; words < 3 && end < text.size(); ++words)
    end = std::min(text.find(' ', end + 1), text.size());
  return std::string(text.substr(begin, end - begin));
}

void repair_ordinals(Draft& draft, Place place, std::string& text) {
  for (std::size_t at = torn_ordinal(text, 0); at != std::string::npos;
       at = torn_ordinal(text, at)) {
    const std::string from = words_around(text, at);
    text.erase(at, 1);
    std::string to = from;
    to.erase(to.find(' '), 1);
    draft.repair(place, "", from, to);
  }
}

}  // namespace

void repair_ordinals(Draft& draft) {
  for (Piece& piece : draft.pieces) {
    for (Row& row : piece.rows)
      for (Cell& cell : row.cells)
        for (Runs& runs : cell.paragraphs)
          for (Run& run : runs) repair_ordinals(draft, piece.place, run.text);
    for (std::size_t at = torn_ordinal(piece.text(), 0); at != std::string::npos;
         at = torn_ordinal(piece.text(), at)) {
      const std::string from = words_around(piece.text(), at);
      std::string to = from;
      to.erase(to.find(' '), 1);
      replace(piece.prose, at, at + 1, "");
      draft.repair(piece.place, "", from, to);
    }
  }
}

}  // namespace concord::intake
