#include "syntax/drafting_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "diag/messages.h"
#include "source/characters.h"
#include "source/utf8.h"
#include "syntax/lines.h"

namespace concord::syntax {
namespace {

using diag::Code;
using source::is_blank;

constexpr std::string_view opening = "<!--";
constexpr std::string_view closing = "-->";
// How far ahead the end of a note with notes inside it is looked for.
constexpr std::size_t most_nested_signs = 32;
constexpr std::size_t most_nested_bytes = 2000;

// A note's bytes in the text, its signs included.
struct Found {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool closed = true;
};

// Finds the notes of a text. Inside one nothing else is looked for, neither code nor its fences.
// What is looked for ahead is remembered, so that each byte is looked at a few times at most.
class Finder {
 public:
  Finder(std::string_view text, std::size_t begin) : text_(text), at_(begin) {}

  std::vector<Found> run() {
    while (at_ < text_.size()) {
      read_line();
      if (at_ < text_.size()) at_ += break_length(text_, at_);
    }
    return std::move(found_);
  }

 private:
  void read_line() {
    std::size_t end = line_end(at_);
    if (fences_.take(content_of(text_.substr(at_, end - at_)))) at_ = end;
    while (at_ < end) {
      read_sign(end);
      if (at_ > end) end = line_end(at_);  // a note of several lines
    }
  }

  // To the next sign that may begin a note or hide one, and past what it begins.
  void read_sign(std::size_t end) {
    at_ = std::min(text_.substr(0, end).find_first_of("\\`<", at_), end);
    if (at_ == end) return;
    if (text_[at_] == '\\') {
      at_ = std::min(at_ + 2, end);
    } else if (text_[at_] == '`') {
      pass_code();
    } else if (text_.substr(at_).starts_with(opening)) {
      take();
    } else {
      ++at_;
    }
  }

  void take() {
    const std::size_t close = end_of_note(at_);
    const bool closed = close != std::string_view::npos;
    found_.push_back({at_, closed ? close : paragraph_end(at_), closed});
    at_ = found_.back().end;
  }

  // Past the sign that closes the note; npos where none does, or where another note begins in a
  // later paragraph before it: then the sign is that one's.
  std::size_t end_of_note(std::size_t note) {
    const std::size_t close = next_close_.find(text_, note + 2);  // "<!-->" is a whole comment
    if (close == std::string_view::npos) return close;
    const std::size_t inner = next_open_.find(text_, note + opening.size());
    if (inner > close) return close + closing.size();
    if (inner >= paragraph_end(note)) return std::string_view::npos;
    return nested_end(note).value_or(close + closing.size());
  }

  // The end of a note that has notes inside it, where all of them close in its paragraph.
  std::optional<std::size_t> nested_end(std::size_t note) {
    const std::string_view paragraph = text_.substr(note, paragraph_end(note) - note);
    std::size_t depth = 1;
    std::size_t at = opening.size();
    for (std::size_t signs = 0; signs < most_nested_signs; ++signs) {
      const std::string_view ahead = paragraph.substr(at, most_nested_bytes);
      const std::size_t open = ahead.find(opening);
      const std::size_t close = ahead.find(closing);
      if (close == std::string_view::npos) return std::nullopt;
      at += std::min(open, close) + closing.size();
      depth = open < close ? depth + 1 : depth - 1;
      if (depth == 0) return note + at;
    }
    return std::nullopt;
  }

  // Past a code span; past the backticks alone where nothing in their paragraph closes it.
  void pass_code() {
    const std::size_t length = std::min(text_.find_first_not_of('`', at_), text_.size()) - at_;
    if (runs_end_ <= at_) find_runs();
    const std::vector<std::size_t>& runs = runs_[length];
    const auto next = std::ranges::upper_bound(runs, at_);
    at_ = (next == runs.end() ? at_ : *next) + length;
  }

  // The runs of backticks in the rest of the block, by length.
  void find_runs() {
    runs_.clear();
    runs_end_ = line_end(at_);
    const std::size_t last = paragraph_end(at_);
    while (runs_end_ < last) {
      const std::size_t begin = runs_end_ + break_length(text_, runs_end_);
      const std::string_view line = text_.substr(begin, line_end(begin) - begin);
      if (opens_block(line) || content_of(line).starts_with(opening)) break;
      runs_end_ = begin + line.size();
    }
    for (std::size_t at = text_.find('`', at_); at < runs_end_; at = text_.find('`', at)) {
      const std::size_t end = std::min(text_.find_first_not_of('`', at), text_.size());
      runs_[end - at].push_back(at);
      at = end;
    }
  }

  std::size_t line_end(std::size_t at) const {
    return std::min(text_.find_first_of("\r\n", at), text_.size());
  }

  // The end of the last line before a blank one.
  std::size_t paragraph_end(std::size_t at) {
    if (at >= paragraph_begin_ && at < paragraph_end_) return paragraph_end_;
    paragraph_begin_ = at;
    paragraph_end_ = line_end(at);
    while (paragraph_end_ < text_.size()) {
      const std::size_t begin = paragraph_end_ + break_length(text_, paragraph_end_);
      const std::size_t end = line_end(begin);
      if (trimmed(text_.substr(begin, end - begin)).empty()) break;
      paragraph_end_ = end;
    }
    return paragraph_end_;
  }

  // Where a sign stands next; asked for later and later places, it walks through the text once.
  struct Next {
    std::string_view sign;
    std::size_t found = 0;

    std::size_t find(std::string_view text, std::size_t from) {
      if (found < from) found = text.find(sign, from);
      return found;
    }
  };

  std::string_view text_;
  std::size_t at_;
  Fences fences_;
  Next next_open_{opening};
  Next next_close_{closing};
  std::size_t paragraph_begin_ = 0;
  std::size_t paragraph_end_ = 0;
  std::map<std::size_t, std::vector<std::size_t>> runs_;
  std::size_t runs_end_ = 0;
  std::vector<Found> found_;
};

// The words between the signs, on one line. What would open another comment is set apart.
std::string words_of(std::string_view note, bool closed) {
  note.remove_prefix(std::min(opening.size(), note.size()));
  if (closed) note.remove_suffix(std::min(closing.size(), note.size()));
  std::string out;
  for (const char c : note) {
    const bool space = is_blank(c) || c == '\n' || c == '\r';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
    if (out.ends_with(opening)) out.insert(out.size() - 2, " ");
    if (out.ends_with(closing)) out.insert(out.size() - 1, " ");
  }
  while (out.ends_with(' ') || out.ends_with('-')) out.pop_back();
  return out;
}

// What goes with a note: the spaces beside it at either end of a line, and its lines where it has
// them to itself.
class Remover {
 public:
  explicit Remover(std::string_view text) : text_(text) {}

  Found place(Found note) const {
    std::size_t begin = note.begin;
    while (begin > 0 && is_blank(text_[begin - 1])) --begin;
    std::size_t end = note.end;
    while (end < text_.size() && is_blank(text_[end])) ++end;
    const bool first = begin == 0 || is_break(text_[begin - 1]);
    const bool last = end == text_.size() || is_break(text_[end]);
    if (first && last) return {begin, carries_on(end) ? past_break(end) : end};
    if (first) return {note.begin, end};  // the indentation stays
    // "listen <!-- to all -->;": the space went with the note.
    const bool apart = begin < note.begin;
    const bool closes =
        !last && std::string_view(".,;:!?)").find(text_[end]) != std::string_view::npos;
    return last || (apart && closes) ? Found{begin, end} : note;
  }

 private:
  static bool is_break(char c) { return c == '\n' || c == '\r'; }

  std::size_t past_break(std::size_t at) const {
    return at < text_.size() ? at + break_length(text_, at) : at;
  }

  // The line after the note goes on with what stands before it: a sentence, a table.
  bool carries_on(std::size_t end) const {
    std::size_t next = past_break(end);
    while (next < text_.size() && is_blank(text_[next])) ++next;
    return next < text_.size() &&
           (text_[next] == '|' || (text_[next] >= 'a' && text_[next] <= 'z'));
  }

  std::string_view text_;
};

void copy(const MappedText& from, std::size_t begin, std::size_t end, MappedText& into) {
  const std::string_view text = from.text();
  for (auto at = static_cast<std::uint32_t>(begin); at < end;) {
    const std::uint32_t length =
        std::min(std::max(from.even(at), 1U), static_cast<std::uint32_t>(end) - at);
    into.append(text.substr(at, length), from.origin(at));
    at += length;
  }
}

void report(const DraftingNote& note, bool closed, Reporter& reporter) {
  reporter.report({Code::SYN009, note.span, diag::SYN009::note});
  if (closed) return;
  reporter.report({Code::SYN010,
                   {note.span.file, note.span.begin, note.span.begin + 4},
                   diag::SYN010::not_closed,
                   {{diag::SYN010::close, std::nullopt}}});
}

std::uint32_t narrow(std::size_t value) {
  return static_cast<std::uint32_t>(value);
}

// The byte of the words that the source goes on with after the note; never within a character,
// which may be longer here than the byte of the source that it stands for.
std::uint32_t place_in(const Prose& prose, std::uint32_t origin) {
  const auto after = std::ranges::upper_bound(prose.anchors, origin, {}, &Anchor::source);
  const auto end = narrow(prose.text.size());
  if (after == prose.anchors.begin()) return 0;
  const Anchor& last = *std::prev(after);
  std::uint32_t at = std::min(last.text + (origin - last.source),
                              after == prose.anchors.end() ? end : after->text);
  while (at < end && source::continues_character(prose.text[at])) ++at;
  return at;
}

void gather(std::vector<Block>& blocks, std::vector<Block*>& into) {
  for (Block& block : blocks) {
    if (block.kind != BlockKind::list && block.kind != BlockKind::quote) into.push_back(&block);
    gather(block.children, into);
  }
}

}  // namespace

std::optional<WithoutNotes> take_notes(const MappedText& cleaned, std::uint32_t body_begin,
                                       source::FileId file, Reporter& reporter) {
  const std::string_view text = cleaned.text();
  if (text.find(opening, body_begin) == std::string_view::npos) return std::nullopt;
  const std::vector<Found> found = Finder(text, body_begin).run();
  if (found.empty()) return std::nullopt;
  WithoutNotes out;
  const Remover remover(text);
  std::size_t copied = 0;
  for (const Found& each : found) {
    const Found gone = remover.place(each);
    copy(cleaned, copied, std::max(copied, gone.begin), out.text);
    copied = std::max(copied, gone.end);
    DraftingNote note;
    note.text = words_of(text.substr(each.begin, each.end - each.begin), each.closed);
    note.span = {file, cleaned.origin(narrow(each.begin)), cleaned.origin(narrow(each.end))};
    report(note, each.closed, reporter);
    out.notes.push_back(std::move(note));
  }
  copy(cleaned, copied, text.size(), out.text);
  out.text.close(cleaned.origin(narrow(text.size())));
  return out;
}

std::vector<NotePlace> note_places(std::string_view source, std::size_t body_begin) {
  const Remover remover(source);
  std::vector<NotePlace> all;
  for (const Found& each : Finder(source, body_begin).run()) {
    const Found gone = remover.place(each);
    all.push_back({gone.begin, gone.end});
  }
  return all;
}

void give_notes(std::vector<DraftingNote> notes, std::vector<Block>& blocks) {
  if (notes.empty()) return;
  std::vector<Block*> takers;
  gather(blocks, takers);
  std::ranges::stable_sort(takers, {}, [](const Block* block) { return block->span.begin; });
  for (DraftingNote& note : notes) {
    const auto after = std::ranges::upper_bound(
        takers, note.span.begin, {}, [](const Block* block) { return block->span.begin; });
    if (takers.empty()) return;
    Block& block = after == takers.begin() ? *takers.front() : **std::prev(after);
    note.at = place_in(block.prose, note.span.begin);
    // At the head of a block it would be taken for the end of the one before.
    if (note.at == 0 && block.kind == BlockKind::paragraph && !block.number.present())
      note.at = narrow(block.prose.text.size());
    block.notes.push_back(std::move(note));
  }
}

std::string to_markdown(const DraftingNote& note) {
  return fmt::format("<!-- {} -->", note.text);
}

}  // namespace concord::syntax
