#include "draft/wording.h"

#include <algorithm>
#include <array>
#include <utility>

#include "draft/atoms.h"
#include "language/words.h"
#include "source/characters.h"

namespace concord::draft {
namespace {

using compare::Edit;
using compare::EditKind;
using compare::Token;
using compare::TokenText;
using language::slice;
using syntax::Range;

constexpr std::size_t most_words_absorbed = 3;

std::uint32_t length(Range range) {
  return range.end - range.begin;
}

// A byte within a longer character: no text is cut before it.
bool continues_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

class Stretches {
 public:
  Stretches(const TokenText& before, const TokenText& after) : before_(before), after_(after) {}

  // Where the edits leave the end of a text out, it stands for itself.
  std::vector<Stretch> of(const std::vector<Edit>& edits) {
    for (const Edit& edit : edits) add_edit(edit);
    if (at_before_ < before_.text.size() || at_after_ < after_.text.size())
      add(false, Layer::spelling, size(before_), size(after_));
    return std::move(all_);
  }

 private:
  static std::uint32_t size(const TokenText& text) {
    return static_cast<std::uint32_t>(text.text.size());
  }

  void add_edit(const Edit& edit) {
    if (edit.kind == EditKind::equal) {
      add_equal(edit);
    } else {
      const bool role = edit.kind == EditKind::role;
      add(false, role ? layer_of_role(edit) : Layer::words, edit.a.end, edit.b.end);
    }
  }

  // "officer" for "officers" is no other title.
  Layer layer_of_role(const Edit& edit) const {
    const auto is_role = [](const TokenText& text, Range range) {
      const auto token =
          std::partition_point(text.tokens.begin(), text.tokens.end(),
                               [&](const Token& each) { return each.range.begin < range.begin; });
      return token != text.tokens.end() && token->kind == compare::TokenKind::role;
    };
    if (!is_role(before_, edit.a) || !is_role(after_, edit.b)) return Layer::words;
    const language::Words then(slice(before_.text, edit.a));
    const language::Words now(slice(after_.text, edit.b));
    return language::same_words({then.data(), then.size()}, {now.data(), now.size()})
               ? Layer::words
               : Layer::title;
  }

  // Token by token: a sign beside a word may have changed, or the word's case.
  void add_equal(const Edit& edit) {
    const auto first_in = [](const TokenText& text, Range range) {
      return std::partition_point(text.tokens.begin(), text.tokens.end(), [&](const Token& token) {
        return token.range.begin < range.begin;
      });
    };
    auto then = first_in(before_, edit.a);
    auto now = first_in(after_, edit.b);
    for (; then != before_.tokens.end() && now != after_.tokens.end() &&
           then->range.begin < edit.a.end && now->range.begin < edit.b.end;
         ++then, ++now) {
      add_signs(then->range.begin, now->range.begin);
      add(slice(before_.text, then->range) == slice(after_.text, now->range), Layer::spelling,
          then->range.end, now->range.end);
    }
    add_signs(edit.a.end, edit.b.end);
  }

  // What stands between words: kept but for the middle that differs.
  void add_signs(std::uint32_t before_end, std::uint32_t after_end) {
    const std::string_view then = slice(before_.text, {at_before_, before_end});
    const std::string_view now = slice(after_.text, {at_after_, after_end});
    const std::size_t least = std::min(then.size(), now.size());
    std::size_t head = 0;
    while (head < least && then[head] == now[head]) ++head;
    while (continues_character(then, head) || continues_character(now, head)) --head;
    std::size_t tail = 0;
    while (tail < least - head && then[then.size() - 1 - tail] == now[now.size() - 1 - tail])
      ++tail;
    while (tail > 0 && continues_character(then, then.size() - tail)) --tail;
    const auto cut = [](std::uint32_t at, std::size_t by) {
      return at + static_cast<std::uint32_t>(by);
    };
    add(true, Layer::words, cut(at_before_, head), cut(at_after_, head));
    add(false, Layer::spelling, before_end - static_cast<std::uint32_t>(tail),
        after_end - static_cast<std::uint32_t>(tail));
    add(true, Layer::words, before_end, after_end);
  }

  void add(bool kept, Layer layer, std::uint32_t before_end, std::uint32_t after_end) {
    if (before_end == at_before_ && after_end == at_after_) return;
    all_.push_back({kept, layer, {at_before_, before_end}, {at_after_, after_end}});
    at_before_ = before_end;
    at_after_ = after_end;
  }

  const TokenText& before_;
  const TokenText& after_;
  std::uint32_t at_before_ = 0;
  std::uint32_t at_after_ = 0;
  std::vector<Stretch> all_;
};

bool same_kind(const Stretch& a, const Stretch& b) {
  return a.kept == b.kept && (a.kept || a.layer == b.layer);
}

std::vector<Stretch> merged(const std::vector<Stretch>& from) {
  std::vector<Stretch> all;
  for (const Stretch& each : from) {
    if (!all.empty() && same_kind(all.back(), each)) {
      all.back().before.end = each.before.end;
      all.back().after.end = each.after.end;
    } else {
      all.push_back(each);
    }
  }
  return all;
}

// Spaces and signs that end both sides of a change are none of it, but "%" is of its number.
std::vector<Stretch> trimmed(const std::vector<Stretch>& from, std::string_view before,
                             std::string_view after) {
  std::vector<Stretch> all;
  for (Stretch each : from) {
    std::uint32_t same = 0;
    const auto ends_alike = [&] {
      const char last = before[each.before.end - 1 - same];
      return last == after[each.after.end - 1 - same] && static_cast<unsigned char>(last) < 0x80 &&
             !source::is_alnum(last) && last != '%';
    };
    while (each.is_replacement() && same < std::min(length(each.before), length(each.after)) &&
           ends_alike())
      ++same;
    const Stretch end{true,
                      Layer::words,
                      {each.before.end - same, each.before.end},
                      {each.after.end - same, each.after.end}};
    each.before.end -= same;
    each.after.end -= same;
    all.push_back(each);
    if (same > 0) all.push_back(end);
  }
  return all;
}

bool changes_words(const Stretch& each) {
  return !each.kept && each.layer == Layer::words;
}

// Signs that changed beside words that changed are part of that: "now." becomes "now, if asked."
std::vector<Stretch> with_signs_beside_words(std::vector<Stretch> all, std::string_view before,
                                             std::string_view after) {
  const auto is_of_signs = [&](const Stretch& each) {
    return !each.kept && each.layer == Layer::spelling &&
           language::Words(slice(before, each.before)).empty() &&
           language::Words(slice(after, each.after)).empty();
  };
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool beside =
        (i > 0 && changes_words(all[i - 1])) || (i + 1 < all.size() && changes_words(all[i + 1]));
    if (beside && is_of_signs(all[i])) all[i].layer = Layer::words;
  }
  return merged(all);
}

// Between two changes that are each longer than it, a word or three.
bool hardly_parts(const std::vector<Stretch>& all, std::size_t i, std::string_view before) {
  if (i == 0 || i + 1 >= all.size() || !all[i].kept) return false;
  if (!changes_words(all[i - 1]) || !changes_words(all[i + 1])) return false;
  const auto extent = [](const Stretch& s) { return std::max(length(s.before), length(s.after)); };
  const std::uint32_t own = length(all[i].before);
  if (own > extent(all[i - 1]) || own > extent(all[i + 1])) return false;
  const std::string_view words = slice(before, all[i].before);
  return language::Words(words).size() <= most_words_absorbed &&
         words.find_first_of(".;:") == std::string_view::npos &&
         words.find(clause_break) == std::string_view::npos;
}

// How far an atom that holds the place between two bytes reaches beyond it, to either side.
struct Reach {
  std::uint32_t back = 0;
  std::uint32_t on = 0;
};

Reach reach_at(const std::vector<Range>& atoms, std::uint32_t at) {
  for (const Range& each : atoms)
    if (each.begin < at && at < each.end) return {at - each.begin, each.end - at};
  return {};
}

// A change within an amount or a date is one of the whole of it.
class Whole {
 public:
  Whole(std::vector<Range> before, std::vector<Range> after)
      : before_(std::move(before)), after_(std::move(after)) {}

  std::vector<Stretch> of(std::vector<Stretch> all) const {
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!changes_words(all[i])) continue;
      if (i > 0 && all[i - 1].kept) extend_back(all[i - 1], all[i]);
      if (i + 1 < all.size() && all[i + 1].kept) extend_on(all[i], all[i + 1]);
    }
    std::erase_if(all, [](const Stretch& each) {
      return length(each.before) == 0 && length(each.after) == 0;
    });
    return merged(all);
  }

 private:
  void extend_back(Stretch& kept, Stretch& change) const {
    const std::uint32_t by = std::min(std::max(reach_at(before_, change.before.begin).back,
                                               reach_at(after_, change.after.begin).back),
                                      length(kept.before));
    for (std::uint32_t* end :
         {&kept.before.end, &kept.after.end, &change.before.begin, &change.after.begin})
      *end -= by;
  }

  void extend_on(Stretch& change, Stretch& kept) const {
    const std::uint32_t by = std::min(
        std::max(reach_at(before_, change.before.end).on, reach_at(after_, change.after.end).on),
        length(kept.before));
    for (std::uint32_t* begin :
         {&kept.before.begin, &kept.after.begin, &change.before.end, &change.after.end})
      *begin += by;
  }

  std::vector<Range> before_;
  std::vector<Range> after_;
};

}  // namespace

std::string_view name_of(Piece::Kind kind) {
  static constexpr std::array<std::string_view, 3> names = {"kept", "deleted", "inserted"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Layer layer) {
  static constexpr std::array<std::string_view, 4> names = {"words", "spelling", "title",
                                                            "reference"};
  return names[static_cast<std::size_t>(layer)];
}

std::vector<Stretch> stretches(const TokenText& before, const TokenText& after,
                               const syntax::WordLists& lists) {
  std::vector<Stretch> all = merged(Stretches(before, after).of(compare::word_diff(before, after)));
  all = with_signs_beside_words(std::move(all), before.text, after.text);
  all = merged(trimmed(all, before.text, after.text));
  return Whole(atoms(before.text, lists), atoms(after.text, lists)).of(std::move(all));
}

std::vector<Stretch> joined(const std::vector<Stretch>& stretches, std::string_view before,
                            std::string_view after) {
  std::vector<Stretch> all = stretches;
  for (std::size_t i = 0; i < stretches.size(); ++i)
    if (hardly_parts(stretches, i, before)) {
      all[i].kept = false;
      all[i].layer = Layer::words;
    }
  return merged(trimmed(merged(all), before, after));
}

std::vector<Piece> pieces_of(const std::vector<Stretch>& stretches, std::string_view before,
                             std::string_view after) {
  std::vector<Piece> all;
  const auto add = [&](Piece::Kind kind, Layer layer, std::string_view text) {
    if (!text.empty()) all.push_back({kind, layer, std::string(text)});
  };
  for (const Stretch& each : stretches) {
    if (each.kept) {
      add(Piece::Kind::kept, Layer::words, slice(after, each.after));
    } else {
      add(Piece::Kind::deleted, each.layer, slice(before, each.before));
      add(Piece::Kind::inserted, each.layer, slice(after, each.after));
    }
  }
  return all;
}

}  // namespace concord::draft
