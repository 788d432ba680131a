#include "draft/word_edits.h"

#include <algorithm>
#include <map>

#include "source/characters.h"

namespace concord::draft {
namespace {

using syntax::Mark;
using syntax::MarkKind;
using syntax::Prose;
using syntax::Range;

// Tables of lengths of common subsequences have at most so many entries; of longer stretches all is
// taken as replaced.
constexpr std::size_t most_entries = 4'000'000;

std::uint32_t narrow(std::size_t value) {
  return static_cast<std::uint32_t>(value);
}

// A word, a space, a sign; or, with an empty range, the mark of a footnote or a line break.
struct Token {
  std::string key;
  Range range;

  bool is_mark() const { return range.begin == range.end; }
  bool is_space() const { return key == " "; }
};

bool is_word_byte(char c) {
  return source::is_alnum(c) || static_cast<unsigned char>(c) >= 0x80U;
}

void add_marks(const Prose& prose, std::uint32_t at, std::vector<Token>& tokens) {
  for (const Mark& mark : prose.marks) {
    if (mark.range.begin != at || mark.range.end != at) continue;
    if (mark.kind == MarkKind::footnote) tokens.push_back({"\x01" + mark.target, mark.range});
    if (mark.kind == MarkKind::line_break) tokens.push_back({"\x02", mark.range});
  }
}

std::vector<Token> tokens_of(const Prose& prose) {
  std::vector<Token> tokens;
  const std::string& text = prose.text;
  for (std::size_t at = 0; at < text.size();) {
    add_marks(prose, narrow(at), tokens);
    std::size_t end = at + 1;
    const auto marked = [&](std::size_t place) {
      return std::ranges::any_of(prose.marks, [&](const Mark& mark) {
        return mark.range.begin == place && mark.range.end == place;
      });
    };
    if (is_word_byte(text[at]))
      while (end < text.size() && is_word_byte(text[end]) && !marked(end)) ++end;
    tokens.push_back({text.substr(at, end - at), {narrow(at), narrow(end)}});
    at = end;
  }
  add_marks(prose, narrow(text.size()), tokens);
  return tokens;
}

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

// The pairs of a longest common subsequence, in order.
Pairs common(const std::vector<Token>& a, const std::vector<Token>& b) {
  Pairs pairs;
  std::size_t head = 0;
  while (head < a.size() && head < b.size() && a[head].key == b[head].key) ++head;
  std::size_t tail = 0;
  while (tail < a.size() - head && tail < b.size() - head &&
         a[a.size() - 1 - tail].key == b[b.size() - 1 - tail].key)
    ++tail;
  for (std::size_t i = 0; i < head; ++i) pairs.emplace_back(i, i);
  const std::size_t n = a.size() - head - tail;
  const std::size_t m = b.size() - head - tail;
  if (n > 0 && m > 0 && n * m <= most_entries) {
    std::vector<std::uint32_t> longest((n + 1) * (m + 1));
    const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& {
      return longest[i * (m + 1) + j];
    };
    for (std::size_t i = n; i-- > 0;)
      for (std::size_t j = m; j-- > 0;)
        at(i, j) = a[head + i].key == b[head + j].key ? at(i + 1, j + 1) + 1
                                                      : std::max(at(i + 1, j), at(i, j + 1));
    for (std::size_t i = 0, j = 0; i < n && j < m;) {
      if (a[head + i].key == b[head + j].key) {
        pairs.emplace_back(head + i++, head + j++);
      } else if (at(i + 1, j) >= at(i, j + 1)) {
        ++i;
      } else {
        ++j;
      }
    }
  }
  for (std::size_t i = tail; i > 0; --i) pairs.emplace_back(a.size() - i, b.size() - i);
  return pairs;
}

// How a byte looks.
struct Look {
  bool strong = false, emphasis = false, strike = false, code = false;
  std::string link = {};
};

std::vector<Look> looks_of(const Prose& prose) {
  std::vector<Look> looks(prose.text.size());
  for (const Mark& mark : prose.marks) {
    for (std::uint32_t i = mark.range.begin; i < mark.range.end; ++i) {
      Look& look = looks[i];
      if (mark.kind == MarkKind::strong) look.strong = true;
      if (mark.kind == MarkKind::emphasis) look.emphasis = true;
      if (mark.kind == MarkKind::strikethrough) look.strike = true;
      if (mark.kind == MarkKind::code) look.code = true;
      if (mark.kind == MarkKind::link) look.link = mark.target;
    }
  }
  return looks;
}

template <class Has>
void add_runs(const std::vector<Look>& looks, std::string_view text, MarkKind kind, Has has,
              std::vector<Mark>& marks) {
  for (std::size_t i = 0; i < looks.size();) {
    const std::string target = has(looks[i]);
    std::size_t end = i + 1;
    while (end < looks.size() && has(looks[end]) == target) ++end;
    std::size_t begin = i;
    std::size_t last = end;
    i = end;
    if (target.empty()) continue;
    if (kind != MarkKind::code) {
      while (begin < last && text[begin] == ' ') ++begin;
      while (last > begin && text[last - 1] == ' ') --last;
    }
    if (begin == last) continue;
    const bool named = kind == MarkKind::link;
    marks.push_back({{narrow(begin), narrow(last)}, kind, named ? target : ""});
  }
}

void sort(std::vector<Mark>& marks) {
  std::ranges::stable_sort(marks, [](const Mark& a, const Mark& b) {
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin
                                          : a.range.end > b.range.end;
  });
}

std::vector<Mark> marks_of(const std::vector<Look>& looks, std::string_view text) {
  const auto flag = [](bool Look::*which) {
    return [which](const Look& look) { return std::string(look.*which ? "x" : ""); };
  };
  std::vector<Mark> marks;
  add_runs(
      looks, text, MarkKind::link, [](const Look& look) { return look.link; }, marks);
  add_runs(looks, text, MarkKind::strong, flag(&Look::strong), marks);
  add_runs(looks, text, MarkKind::emphasis, flag(&Look::emphasis), marks);
  add_runs(looks, text, MarkKind::strikethrough, flag(&Look::strike), marks);
  add_runs(looks, text, MarkKind::code, flag(&Look::code), marks);
  return marks;
}

class Rewriter {
 public:
  Rewriter(const Prose& source, const Prose& before, const Prose& after)
      : source_(source),
        of_source_(tokens_of(source)),
        of_before_(tokens_of(before)),
        of_after_(tokens_of(after)),
        source_looks_(looks_of(source)),
        before_looks_(looks_of(before)),
        after_looks_(looks_of(after)) {}

  std::optional<Rewording> run() {
    find_source_tokens();
    find_base();
    find_pairs();
    if (!build()) return std::nullopt;
    finish();
    return std::move(out_);
  }

 private:
  // ---- what goes with what

  // By token of the Word file as it was made: the token of the source.
  void find_source_tokens() {
    to_source_.assign(of_before_.size(), none);
    for (const auto& [b, s] : common(of_before_, of_source_)) to_source_[b] = s;
  }

  // A heading is bold throughout, by its style: that is none of the words' own emphasis.
  void find_base() {
    for (std::size_t b = 0; b < of_before_.size(); ++b) {
      if (to_source_[b] == none || of_before_[b].is_mark() || of_before_[b].is_space()) continue;
      const Look& was = before_looks_[of_before_[b].range.begin];
      const Look& own = source_looks_[of_source_[to_source_[b]].range.begin];
      base_.strong = base_.strong || (was.strong && !own.strong);
      base_.emphasis = base_.emphasis || (was.emphasis && !own.emphasis);
    }
  }

  bool looks_other(const Token& before, const Token& after) const {
    if (before.is_mark() || before.is_space()) return false;
    const Look& was = before_looks_[before.range.begin];
    const Look& is = after_looks_[after.range.begin];
    return (!base_.strong && was.strong != is.strong) ||
           (!base_.emphasis && was.emphasis != is.emphasis) || was.strike != is.strike;
  }

  // The token after each token of the file that came back that it is in the one that was made.
  void find_pairs() {
    to_before_.assign(of_after_.size(), none);
    for (const auto& [b, a] : common(of_before_, of_after_))
      if (!looks_other(of_before_[b], of_after_[a])) to_before_[a] = b;
    drop_lone_spaces();
  }

  // A space between two edits goes with them.
  void drop_lone_spaces() {
    for (std::size_t a = 1; a + 1 < of_after_.size(); ++a) {
      if (to_before_[a] == none || !of_after_[a].is_space()) continue;
      const std::size_t b = to_before_[a];
      const bool left = to_before_[a - 1] == none || to_before_[a - 1] + 1 != b;
      const bool right = to_before_[a + 1] == none || to_before_[a + 1] != b + 1;
      if (left && right) to_before_[a] = none;
    }
  }

  // ---- the new words

  bool build() {
    std::size_t done = 0;  // tokens of the file as it was made
    std::size_t a = 0;
    while (a <= of_after_.size()) {
      std::size_t end = a;
      while (end < of_after_.size() && to_before_[end] == none) ++end;
      const std::size_t next = end < of_after_.size() ? to_before_[end] : of_before_.size();
      if ((end > a || next > done) && !replace(done, next, a, end)) return false;
      if (end == of_after_.size()) break;
      keep(next);
      done = next + 1;
      a = end + 1;
    }
    copy_source(of_source_.size());
    return true;
  }

  // Tokens of the source up to that one which the Word file did not show.
  void copy_source(std::size_t until) {
    while (next_source_ < until) put_source(of_source_[next_source_++]);
  }

  void put_source(const Token& token) {
    if (token.is_mark()) return put_mark(token);
    for (std::uint32_t i = token.range.begin; i < token.range.end; ++i)
      looks_.push_back(source_looks_[i]);
    out_.kept.push_back({token.range.begin, size(), narrow(token.key.size())});
    out_.after.text += token.key;
  }

  void put_mark(const Token& token) {
    const bool note = token.key.front() == '\x01';
    marks_.push_back({{size(), size()},
                      note ? MarkKind::footnote : MarkKind::line_break,
                      note ? token.key.substr(1) : ""});
  }

  void keep(std::size_t before) {
    const std::size_t at = to_source_[before];
    if (at == none) return;  // shown, and no word of the source
    copy_source(at);
    put_source(of_source_[next_source_++]);
  }

  // Where in the tokens of the source the edit of those of the file begins and ends.
  bool find_stretch(std::size_t begin, std::size_t end, std::size_t& first,
                    std::size_t& last) const {
    first = begin == 0 ? 0 : to_source_[begin - 1] == none ? none : to_source_[begin - 1] + 1;
    last = end == of_before_.size() ? of_source_.size() : to_source_[end];
    if (first == none && last == none) return false;
    std::size_t found = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (to_source_[i] == none) return false;
      ++found;
    }
    if (first == none) first = last - found;
    if (last == none) last = first + found;
    return last >= first && last - first == found && first >= next_source_;
  }

  bool replace(std::size_t begin, std::size_t end, std::size_t a, std::size_t a_end) {
    std::size_t first = 0;
    std::size_t last = 0;
    if (!find_stretch(begin, end, first, last)) return false;
    copy_source(first);
    Hunk hunk;
    hunk.source = {offset(first, last), offset_end(first, last)};
    hunk.after.begin = size();
    hunk.behind_note = first > 0 && of_source_[first - 1].is_mark();
    hunk.before_note = last < of_source_.size() && of_source_[last].is_mark();
    for (std::size_t i = first; i < last; ++i)
      hunk.has_mark = hunk.has_mark || of_source_[i].is_mark();
    for (std::size_t i = a; i < a_end; ++i) {
      hunk.has_mark = hunk.has_mark || of_after_[i].is_mark();
      put_new(of_after_[i]);
    }
    hunk.after.end = size();
    next_source_ = last;
    inherit_link(hunk);
    out_.hunks.push_back(hunk);
    return true;
  }

  std::uint32_t offset(std::size_t first, std::size_t last) const {
    if (first < last) return of_source_[first].range.begin;
    return first > 0 ? of_source_[first - 1].range.end : 0;
  }
  std::uint32_t offset_end(std::size_t first, std::size_t last) const {
    return first < last ? of_source_[last - 1].range.end : offset(first, last);
  }

  void put_new(const Token& token) {
    if (token.is_mark()) return put_mark(token);
    for (std::uint32_t i = token.range.begin; i < token.range.end; ++i) {
      Look look = after_looks_[i];
      look.strong = look.strong && !base_.strong;
      look.emphasis = look.emphasis && !base_.emphasis;
      looks_.push_back(look);
    }
    out_.after.text += token.key;
  }

  // Words that come between two of one link belong to it.
  void inherit_link(const Hunk& hunk) {
    const Range range = hunk.source;
    if (range.begin == 0 || range.end >= source_looks_.size()) return;
    const std::string& link = source_looks_[range.begin - 1].link;
    if (link.empty() || link != source_looks_[range.end].link) return;
    for (std::uint32_t i = hunk.after.begin; i < hunk.after.end; ++i) looks_[i].link = link;
  }

  // Marks of the source without words: a link that prints a number.
  void copy_empty_links() {
    for (const Mark& mark : source_.marks) {
      if (mark.kind != MarkKind::link || mark.range.begin != mark.range.end) continue;
      for (const Kept& kept : out_.kept) {
        if (kept.source > mark.range.begin || kept.source + kept.length < mark.range.begin)
          continue;
        const std::uint32_t at = kept.after + (mark.range.begin - kept.source);
        marks_.push_back({{at, at}, mark.kind, mark.target});
        break;
      }
    }
  }

  void finish() {
    copy_empty_links();
    std::vector<Mark> all = marks_of(looks_, out_.after.text);
    all.insert(all.end(), marks_.begin(), marks_.end());
    sort(all);
    out_.after.marks = std::move(all);
  }

  std::uint32_t size() const { return narrow(out_.after.text.size()); }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  const Prose& source_;
  std::vector<Token> of_source_, of_before_, of_after_;
  std::vector<Look> source_looks_, before_looks_, after_looks_;
  std::vector<std::size_t> to_source_;  // by token before
  std::vector<std::size_t> to_before_;  // by token after
  Look base_;
  std::size_t next_source_ = 0;
  std::vector<Look> looks_;  // of the new words
  std::vector<Mark> marks_;
  Rewording out_;
};

// ---- in the source

// The byte of the source that the byte of the words stands for.
std::uint32_t place_of(const Prose& prose, std::uint32_t at) {
  return prose.span({at, at + 1}, {}).begin;
}

// The stretch of the prose, without what holds for all of it anyway.
Prose part_of(const Prose& prose, Range range, const std::vector<Mark>& around) {
  Prose part;
  part.text = prose.text.substr(range.begin, range.end - range.begin);
  for (const Mark& mark : prose.marks) {
    const bool empty = mark.range.begin == mark.range.end;
    if (empty ? mark.range.begin < range.begin || mark.range.begin > range.end
              : mark.range.end <= range.begin || mark.range.begin >= range.end)
      continue;
    const bool known = !empty && std::ranges::any_of(around, [&](const Mark& each) {
      return each.kind == mark.kind && each.target == mark.target;
    });
    if (known) continue;
    part.marks.push_back({{std::max(mark.range.begin, range.begin) - range.begin,
                           std::min(mark.range.end, range.end) - range.begin},
                          mark.kind,
                          mark.target});
  }
  return part;
}

class Patcher {
 public:
  Patcher(const Prose& source, const Rewording& rewording, const WordsPlace& place)
      : source_(source), rewording_(rewording), place_(place) {}

  std::vector<Patch> run() {
    for (const Hunk& hunk : rewording_.hunks)
      if (!patch(hunk)) return {rewritten(rewording_, place_)};
    return std::move(patches_);
  }

 private:
  static bool is_wide(const Mark& mark) { return mark.range.begin < mark.range.end; }

  // All of the new words have the mark.
  bool has_throughout(Range range, const Mark& mark) const {
    return std::ranges::any_of(rewording_.after.marks, [&](const Mark& each) {
      return each.kind == mark.kind && each.target == mark.target &&
             each.range.begin <= range.begin && each.range.end >= range.end;
    });
  }

  bool patch(const Hunk& hunk) {
    if (source_.anchors.empty() || hunk.has_mark) return false;
    return hunk.source.begin < hunk.source.end ? replace(hunk) : insert(hunk);
  }

  // The byte of the words is where the source is said to have it: blanks behind a footnote's mark
  // may have no place of their own.
  bool stands(std::uint32_t at) const {
    const std::uint32_t place = place_of(source_, at);
    if (place >= place_.text.size()) return false;
    const char there = place_.text[place];
    return there == source_.text[at] || (source_.text[at] == ' ' && source::is_space(there));
  }

  bool replace(const Hunk& hunk) {
    if (!stands(hunk.source.begin) || !stands(hunk.source.end - 1)) return false;
    std::vector<Mark> around;
    for (const Mark& mark : source_.marks) {
      if (!is_wide(mark) || mark.range.begin >= hunk.source.end ||
          mark.range.end <= hunk.source.begin)
        continue;
      const bool holds = mark.range.begin <= hunk.source.begin && mark.range.end >= hunk.source.end;
      const bool all = mark.range == hunk.source;
      if (!holds || mark.kind == MarkKind::code || (all && hunk.after.begin == hunk.after.end))
        return false;
      if (hunk.after.begin < hunk.after.end && !has_throughout(hunk.after, mark)) return false;
      around.push_back(mark);
    }
    return put(place_of(source_, hunk.source.begin), place_of(source_, hunk.source.end - 1) + 1,
               hunk, around);
  }

  // Behind the byte before it, or before the byte behind it: marks may begin or end between.
  bool insert(const Hunk& hunk) {
    const std::uint32_t at = hunk.source.begin;
    if (at > 0 && !hunk.behind_note && stands(at - 1)) {
      std::vector<Mark> around;
      if (find_around(
              hunk, [&](const Mark& mark) { return mark.range.begin < at && mark.range.end >= at; },
              around)) {
        const std::uint32_t place = place_of(source_, at - 1) + 1;
        return put(place, place, hunk, around);
      }
    }
    if (at >= source_.text.size() || hunk.before_note || !stands(at)) return false;
    std::vector<Mark> around;
    if (!find_around(
            hunk, [&](const Mark& mark) { return mark.range.begin <= at && mark.range.end > at; },
            around))
      return false;
    const std::uint32_t place = place_of(source_, at);
    return put(place, place, hunk, around);
  }

  template <class Holds>
  bool find_around(const Hunk& hunk, Holds holds, std::vector<Mark>& around) const {
    for (const Mark& mark : source_.marks) {
      if (!is_wide(mark) || !holds(mark)) continue;
      if (mark.kind == MarkKind::code || !has_throughout(hunk.after, mark)) return false;
      around.push_back(mark);
    }
    return true;
  }

  bool put(std::uint32_t begin, std::uint32_t end, const Hunk& hunk,
           const std::vector<Mark>& around) {
    if (begin < place_.begin || end > place_.end || begin > end) return false;
    Prose part = part_of(rewording_.after, hunk.after, around);
    std::erase_if(part.marks, [](const Mark& mark) { return mark.range.begin == mark.range.end; });
    const auto space = part.text.find_first_not_of(' ');
    const std::size_t lead = space == std::string::npos ? part.text.size() : space;
    const auto trail =
        space == std::string::npos ? 0 : part.text.size() - 1 - part.text.find_last_not_of(' ');
    Prose bare = part_of(part, {narrow(lead), narrow(part.text.size() - trail)}, {});
    const bool first = hunk.after.begin == 0;
    std::string words(lead, ' ');
    const std::string written =
        syntax::to_markdown(bare, {.place = place_.kind, .unnumbered = first && place_.unnumbered});
    words += !first && opens_line(bare.text) ? unescaped_start(written, bare) : written;
    words += std::string(trail, ' ');
    patches_.push_back({begin, end, std::move(words)});
    return true;
  }

  // What opens no line needs no escape that keeps it from being a heading or a list.
  static bool opens_line(std::string_view text) {
    return !text.empty() &&
           std::string_view("#>=|+-:0123456789").find(text.front()) != std::string_view::npos;
  }

  std::string unescaped_start(const std::string& written, const Prose& bare) const {
    Prose behind = bare;
    behind.text.insert(0, "x");
    for (Mark& mark : behind.marks) {
      ++mark.range.begin;
      ++mark.range.end;
    }
    const std::string other = syntax::to_markdown(behind, {.place = place_.kind});
    return other.starts_with('x') ? other.substr(1) : written;
  }

  const Prose& source_;
  const Rewording& rewording_;
  const WordsPlace& place_;
  std::vector<Patch> patches_;
};

// The drafting notes among the words, as they are spelt.
std::string notes_in(std::string_view text) {
  std::string notes;
  for (std::size_t at = text.find("<!--"); at != std::string_view::npos;
       at = text.find("<!--", at)) {
    const std::size_t end = text.find("-->", at + 2);
    if (end == std::string_view::npos) break;
    notes += " " + std::string(text.substr(at, end + 3 - at));
    at = end + 3;
  }
  return notes;
}

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  bool open = false;
  for (const char c : text) {
    if (!is_word_byte(c)) {
      open = false;
      continue;
    }
    if (!open) words.emplace_back();
    words.back() += source::lower(c);
    open = true;
  }
  return words;
}

}  // namespace

std::optional<Rewording> reword(const Prose& source, const Prose& before, const Prose& after) {
  return Rewriter(source, before, after).run();
}

std::vector<Patch> patches(const Prose& source, const Rewording& rewording,
                           const WordsPlace& place) {
  return Patcher(source, rewording, place).run();
}

Patch rewritten(const Rewording& rewording, const WordsPlace& place) {
  std::string words =
      syntax::to_markdown(rewording.after, {.place = place.kind, .unnumbered = place.unnumbered});
  for (std::size_t at = words.find('\n'); at != std::string::npos; at = words.find('\n', at + 1))
    words.insert(at + 1, place.indent);
  words += notes_in(place.text.substr(place.begin, place.end - place.begin));
  return {place.begin, place.end, std::move(words)};
}

double likeness_of(std::string_view a, std::string_view b) {
  const std::vector<std::string> one = folded_words(a);
  const std::vector<std::string> other = folded_words(b);
  if (one.empty() || other.empty()) return one.empty() && other.empty() ? 1 : 0;
  std::map<std::string_view, int> counts;
  for (const std::string& word : one) ++counts[word];
  std::size_t shared = 0;
  for (const std::string& word : other)
    if (--counts[word] >= 0) ++shared;
  return 2.0 * static_cast<double>(shared) / static_cast<double>(one.size() + other.size());
}

}  // namespace concord::draft
