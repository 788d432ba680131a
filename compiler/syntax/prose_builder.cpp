#include "syntax/prose_builder.h"

#include <algorithm>
#include <cctype>

#include "source/characters.h"
#include "source/utf8.h"
#include "syntax/mapped_text.h"

namespace concord::syntax {
namespace {

// Markup between two words is shorter than this, but for addresses, which are stepped over.
constexpr std::uint32_t furthest_ahead = 2048;
// So many equal bytes are taken for the place that was looked for.
constexpr std::size_t bytes_that_tell = 8;

// Control characters and overrides of the direction have at most so many bytes.
constexpr std::size_t longest_control = 3;

bool is_space(char c) {
  return source::is_space(c) || c == '\r';
}
bool is_punctuation(char c) {
  return std::ispunct(static_cast<unsigned char>(c)) != 0;
}

// The sign that a held one stands for; any other as it is.
char let_go(char c) {
  return c == held_bracket ? '[' : c == held_angle ? '<' : c;
}

std::size_t character_size(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
}

// `length`, or a little more where it ends within a character.
std::size_t whole_characters(std::string_view text, std::size_t length) {
  while (length < text.size() && source::continues_character(text[length])) {
    ++length;
  }
  return length;
}

// Length of "&name;" at the head of the text, or 0.
std::size_t entity_length(std::string_view text) {
  constexpr std::size_t longest = 40;
  const std::size_t semicolon = text.substr(0, longest).find(';');
  if (!text.starts_with('&') || semicolon == std::string_view::npos || semicolon < 2) return 0;
  const std::string_view name = text.substr(1, semicolon - 1);
  const bool named =
      std::all_of(name.begin(), name.end(), [](char c) { return source::is_alnum(c) || c == '#'; });
  return named ? semicolon + 1 : 0;
}

bool is_ampersand(std::string_view entity) {
  return entity == "&amp;" || entity == "&AMP;" || entity == "&#38;" || entity == "&#x26;";
}

}  // namespace

bool SourceWalker::match(std::uint32_t at, std::string_view literal, bool raw, Step& step) const {
  if (at >= end_) return false;
  const char wanted = literal[0];
  const char found = text_[at];
  if (!raw) {
    const bool escape = found == '\\' && at + 1 < end_ && is_punctuation(text_[at + 1]);
    if (escape && text_[at + 1] == wanted) {
      step = {1, 2};
      return true;
    }
    const std::size_t entity = entity_length(text_.substr(at, end_ - at));
    if (entity > 0 && (wanted != '&' || is_ampersand(text_.substr(at, entity)))) {
      step = {std::min(character_size(wanted), literal.size()), entity};
      return true;
    }
  }
  step = {1, 1};
  return wanted == found;
}

bool SourceWalker::matches_from(std::uint32_t at, std::string_view literal, bool raw) const {
  std::size_t matched = 0;
  while (!literal.empty() && matched < bytes_that_tell) {
    if (is_space(literal[0])) {
      literal.remove_prefix(1);
      continue;
    }
    while (at < end_ && is_space(text_[at])) ++at;
    Step step;
    if (!match(at, literal, raw, step)) return false;
    literal.remove_prefix(step.literal);
    at += static_cast<std::uint32_t>(step.source);
    matched += step.literal;
  }
  return true;
}

std::uint32_t SourceWalker::find(std::string_view literal, bool raw, Step& step) {
  step = {1, 0};
  if (lost_) return nowhere;
  while (at_ < end_ && is_space(text_[at_])) ++at_;
  if (match(at_, literal, raw, step)) return at_;
  const std::uint32_t limit = std::min(end_, at_ + furthest_ahead);
  for (std::uint32_t at = at_; at < limit; ++at) {
    if (!matches_from(at, literal, raw) || !match(at, literal, raw, step)) continue;
    return at_ = at;
  }
  lost_ = true;
  step = {1, 0};
  return nowhere;
}

std::size_t SourceWalker::run(std::string_view literal) {
  if (lost_) return 0;
  const std::size_t limit = std::min<std::size_t>(literal.size(), end_ - at_);
  std::size_t length = 0;
  while (length < limit && literal[length] == text_[at_ + length]) {
    const char c = literal[length];
    if (c == '\\' || c == '&' || c == '\t' || c == '\n' || c == '\r') break;
    // One space between words is as it is to be; a second one is not.
    if (c == ' ' && (length + 1 == limit || is_space(literal[length + 1]))) break;
    ++length;
  }
  return length;
}

void SourceWalker::skip_any(std::string_view characters) {
  while (at_ < end_ && characters.find(text_[at_]) != std::string_view::npos) ++at_;
}

SourceWalker::LinkForm SourceWalker::enter_link() {
  if (lost_) return LinkForm::bare;
  skip_any(" \t\r\n*_~!");
  if (next() != '[' && next() != '<') return LinkForm::bare;
  return text_[at_++] == '[' ? LinkForm::bracketed : LinkForm::angled;
}

void SourceWalker::leave_link(LinkForm form) {
  if (lost_ || form == LinkForm::bare) return;
  skip_any(" \t\r\n*_~`");
  if (next() != (form == LinkForm::angled ? '>' : ']')) return;
  ++at_;
  if (form == LinkForm::angled) return;
  if (next() == '(') {
    skip_address();
  } else if (next() == '[') {
    while (at_ < end_ && text_[at_++] != ']') continue;
  }
}

// From the bracket that opens an address to the one that closes it.
void SourceWalker::skip_address() {
  int depth = 0;
  char closing_quote = '\0';
  for (; at_ < end_; ++at_) {
    const char c = text_[at_];
    if (c == '\\') {
      ++at_;
    } else if (closing_quote != '\0') {
      if (c == closing_quote) closing_quote = '\0';
    } else if (c == '<' || ((c == '"' || c == '\'') && is_space(text_[at_ - 1]))) {
      closing_quote = c == '<' ? '>' : c;
    } else if (c == '(') {
      ++depth;
    } else if (c == ')' && --depth == 0) {
      ++at_;
      return;
    }
  }
}

void SourceWalker::skip_footnote_mark() {
  if (lost_) return;
  const std::size_t mark = text_.substr(at_, std::min(end_ - at_, furthest_ahead)).find("[^");
  if (mark == std::string_view::npos) return;
  at_ += static_cast<std::uint32_t>(mark);
  while (at_ < end_ && text_[at_++] != ']') continue;
}

void ProseBuilder::put(std::string_view bytes, std::uint32_t place) {
  if (place != SourceWalker::nowhere) {
    const std::vector<Anchor>& anchors = prose_.anchors;
    if (anchors.empty() || place - anchors.back().source != size() - anchors.back().text) {
      prose_.anchors.push_back({size(), place});
    }
  }
  prose_.text += bytes;
}

// White space before the first word is dropped; an empty link counts as a word, for it will print
// one.
void ProseBuilder::flush_space() {
  const bool wanted =
      pending_space_ && (after_empty_link_ || (!prose_.text.empty() && prose_.text.back() != ' '));
  pending_space_ = false;
  after_empty_link_ = false;
  if (wanted) prose_.text += ' ';
}

void ProseBuilder::add(std::string_view literal, bool raw) {
  while (!literal.empty()) {
    if (is_space(literal[0])) {
      pending_space_ = true;
      literal.remove_prefix(1);
      continue;
    }
    flush_space();
    SourceWalker::Step step;
    const std::uint32_t place = walker_.find(literal, raw, step);
    // Nearly all words stand in the source as they are: these are taken at one go.
    const std::size_t run = place == SourceWalker::nowhere ? 0 : walker_.run(literal);
    if (run > step.literal) step = {run, run};
    // What stands elsewhere in the source than was thought must not be cut within a character.
    step.literal = whole_characters(literal, step.literal);
    const std::string_view taken = literal.substr(0, step.literal);
    // A character reference can name what may not stand in the source: &#x1B;.
    if (taken.size() <= longest_control) {
      put(clean_words(taken), place);
    } else {
      put(taken, place);
    }
    walker_.advance(step);
    literal.remove_prefix(step.literal);
  }
}

void ProseBuilder::line_break() {
  if (!prose_.text.empty()) prose_.marks.push_back({{size(), size()}, MarkKind::line_break});
  pending_space_ = true;
}

void ProseBuilder::footnote(std::string label) {
  prose_.marks.push_back({{size(), size()}, MarkKind::footnote, std::move(label)});
  walker_.skip_footnote_mark();
}

bool ProseBuilder::is_open(MarkKind kind) const {
  return std::any_of(open_.begin(), open_.end(),
                     [&](const Open& other) { return other.kind == kind; });
}

void ProseBuilder::open(MarkKind kind, std::string target) {
  flush_space();
  const auto form = kind == MarkKind::link ? walker_.enter_link() : SourceWalker::LinkForm::bare;
  open_.push_back({kind, size(), std::move(target), form, is_open(kind)});
}

// cmark finds e-mail addresses in the words when their escapes are gone; one that the author wrote
// with a backslash ("clerk\@ware.uk") is to stay words.
bool ProseBuilder::is_escaped_address(const Open& link) const {
  const std::size_t at = prose_.text.find('@', link.begin);
  if (link.form != SourceWalker::LinkForm::bare || at == std::string::npos) return false;
  const auto anchor = std::find_if(prose_.anchors.rbegin(), prose_.anchors.rend(),
                                   [&](const Anchor& a) { return a.text <= at; });
  if (anchor == prose_.anchors.rend()) return false;
  return prepared_.text()[anchor->source + (at - anchor->text)] != '@';
}

void ProseBuilder::close() {
  Open last = std::move(open_.back());
  open_.pop_back();
  if (last.kind == MarkKind::link) {
    walker_.leave_link(last.form);
    if (is_escaped_address(last)) return;
  }
  while (last.begin < size() && prose_.text[last.begin] == ' ') ++last.begin;
  const bool empty = last.begin >= size();
  if (last.repeated || (empty && last.kind != MarkKind::link)) return;
  if (empty) after_empty_link_ = true;
  prose_.marks.push_back(
      {{std::min(last.begin, size()), size()}, last.kind, std::move(last.target)});
}

void ProseBuilder::open_plain_link() {
  flush_space();
  plain_links_.push_back(walker_.enter_link());
}

void ProseBuilder::close_plain_link() {
  walker_.leave_link(plain_links_.back());
  plain_links_.pop_back();
}

Prose ProseBuilder::finish() {
  Prose prose = std::move(prose_);
  std::transform(prose.text.begin(), prose.text.end(), prose.text.begin(), let_go);
  if (!after_empty_link_) {
    while (prose.text.ends_with(' ')) prose.text.pop_back();
  }
  std::erase_if(prose.marks, [&](Mark& mark) {
    const auto end = static_cast<std::uint32_t>(prose.text.size());
    mark.range = {std::min(mark.range.begin, end), std::min(mark.range.end, end)};
    return mark.kind == MarkKind::line_break && mark.range.begin == end;
  });
  std::stable_sort(prose.marks.begin(), prose.marks.end(), [](const Mark& a, const Mark& b) {
    if (a.range.begin != b.range.begin) return a.range.begin < b.range.begin;
    if (a.range.end != b.range.end) return a.range.end > b.range.end;
    return a.range.begin < a.range.end && a.kind < b.kind;
  });
  prose.anchors = in_source(prose.anchors, static_cast<std::uint32_t>(prose.text.size()));
  return prose;
}

// A stretch of words that stands in the prepared text as it is may have taken more or fewer bytes
// in the source: each of its parts gets an anchor.
std::vector<Anchor> ProseBuilder::in_source(const std::vector<Anchor>& anchors,
                                            std::uint32_t length) const {
  std::vector<Anchor> found;
  found.reserve(anchors.size());
  for (std::size_t i = 0; i < anchors.size(); ++i) {
    Anchor at = anchors[i];
    const std::uint32_t end = i + 1 < anchors.size() ? anchors[i + 1].text : length;
    do {
      found.push_back({at.text, prepared_.origin(at.source)});
      const std::uint32_t step = std::max(prepared_.even(at.source), 1U);
      at = {at.text + step, at.source + step};
    } while (at.text < end);
  }
  return found;
}

void drop_front(Prose& prose, std::uint32_t bytes) {
  prose.text.erase(0, bytes);
  const auto shifted = [&](std::uint32_t at) { return at > bytes ? at - bytes : 0; };
  std::erase_if(prose.marks, [&](Mark& mark) {
    const bool was_empty = mark.range.begin == mark.range.end;
    const bool cut = mark.range.begin < bytes;
    mark.range = {shifted(mark.range.begin), shifted(mark.range.end)};
    const bool empty = mark.range.begin == mark.range.end;
    return cut && empty && (!was_empty || mark.kind == MarkKind::line_break);
  });
  std::vector<Anchor> anchors;
  for (const Anchor& anchor : prose.anchors) {
    if (anchor.text <= bytes) anchors.clear();
    const std::uint32_t skipped = anchor.text < bytes ? bytes - anchor.text : 0;
    anchors.push_back({shifted(anchor.text), anchor.source + skipped});
  }
  prose.anchors = std::move(anchors);
}

void put_before(Prose& prose, std::string_view words, std::uint32_t source) {
  const auto added = static_cast<std::uint32_t>(words.size());
  prose.text.insert(0, words);
  for (Mark& mark : prose.marks) {
    mark.range = {mark.range.begin + added, mark.range.end + added};
  }
  for (Anchor& anchor : prose.anchors) anchor.text += added;
  prose.anchors.insert(prose.anchors.begin(), {0, source});
}

}  // namespace concord::syntax
