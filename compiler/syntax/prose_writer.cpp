#include "syntax/prose_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "source/characters.h"
#include "source/utf8.h"
#include "syntax/drafting_notes.h"
#include "syntax/number.h"
#include "syntax/pasted_lines.h"

namespace concord::syntax {
namespace {

using source::is_digit;

bool is_alnum(char c) {
  return source::is_alnum(c) || static_cast<unsigned char>(c) >= 0x80;
}
bool is_empty(const Mark& mark) {
  return mark.range.begin == mark.range.end;
}

// "&name;" would be read as one character.
bool is_entity(std::string_view text) {
  if (!text.starts_with('&')) return false;
  const std::size_t semicolon = text.substr(0, 40).find(';');
  if (semicolon == std::string_view::npos || semicolon < 2) return false;
  const std::string_view name = text.substr(1, semicolon - 1);
  return std::all_of(name.begin(), name.end(), [](char c) { return is_alnum(c) || c == '#'; });
}

// A line that opens so would be a heading, a quote, a list, a rule or a table; says at which byte
// to put the backslash that keeps it words.
std::size_t line_start_escape(std::string_view line) {
  constexpr std::size_t none = std::string_view::npos;
  if (line.empty()) return none;
  const char first = line[0];
  if (first == '#' || first == '>' || first == '=' || first == '|') return 0;
  const bool alone = line.size() == 1 || line[1] == ' ';
  if (first == '+' && alone) return 0;
  if (first == '-' && (alone || line[1] == '-' || line[1] == '|' || line[1] == ':')) return 0;
  if (first == ':' && line.size() > 1 && (line[1] == '-' || line[1] == '|')) return 0;
  std::size_t digits = 0;
  while (digits < line.size() && is_digit(line[digits])) ++digits;
  const bool marker = digits > 0 && digits < line.size() &&
                      (line[digits] == '.' || line[digits] == ')') &&
                      (digits + 1 == line.size() || line[digits + 1] == ' ');
  return marker ? digits : none;
}

bool is_simple_address(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return std::isgraph(static_cast<unsigned char>(c)) != 0 && c != '<' && c != '>' && c != '\\' &&
           c != '&';
  });
}

// True where <target> says the same as [text](target).
bool is_plain_address(std::string_view text, std::string_view target) {
  if (!is_simple_address(text)) return false;
  if (target.starts_with("mailto:")) {
    return target.substr(7) == text && text.find('@', 1) != std::string_view::npos &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return is_alnum(c) || c == '.' || c == '-' || c == '@'; });
  }
  return target == text && (target.starts_with("http://") || target.starts_with("https://"));
}

std::string destination(const std::string& target) {
  const bool plain = std::all_of(target.begin(), target.end(), [](char c) {
    return std::isgraph(static_cast<unsigned char>(c)) != 0 && c != '<' && c != '>' && c != '(' &&
           c != ')' && c != '\\' && c != '|' && c != '"';
  });
  if (plain && target.find('&') == std::string::npos) return target;
  std::string out = "<";
  for (std::size_t i = 0; i < target.size(); ++i) {
    const char c = target[i];
    if (c == '<' || c == '>' || c == '\\' || c == '|') out += '\\';
    // Here a backslash would not keep it: addresses are cleaned of entities before escapes.
    out += is_entity(std::string_view(target).substr(i)) ? "&amp;" : std::string(1, c);
  }
  return out + '>';
}

class ProseWriter {
 public:
  ProseWriter(const Prose& prose, ProseSetting setting, std::span<const DraftingNote> notes)
      : prose_(prose), text_(prose.text), place_(setting.place), notes_(notes) {
    if (setting.unnumbered) escape_number();
    if (text_.starts_with("\xC2\xA0") || foreign_bullet(text_) > 0) code_first_ = true;
    note_line_start(0);
  }

  std::string write() {
    for (; at_ <= text_.size(); ++at_) {
      close_marks();
      if (at_ < text_.size()) write_notes();
      open_marks();
      if (at_ < text_.size()) write_character();
    }
    at_ = static_cast<std::uint32_t>(text_.size());
    write_notes();
    return std::move(out_);
  }

 private:
  struct Open {
    std::uint32_t end;
    std::string closing;
    MarkKind kind;
  };

  // A backslash before the number's first mark of punctuation; a bare "5", which only a heading
  // takes for a number, is written by its code.
  void escape_number() {
    const BlockKind kind = place_ == ProsePlace::heading ? BlockKind::heading : BlockKind::item;
    std::string label = clause_number(kind, text_).label;
    if (label.empty()) label = number_among_others(text_).label;
    if (label.empty()) label = number_run_into_word(text_).label;
    if (label.empty()) return;
    const std::size_t mark = label.find_first_of("().#");
    if (mark != std::string::npos) {
      escape_at_[0] = mark;
    } else {
      code_first_ = true;
    }
  }

  void note_line_start(std::size_t begin) {
    const std::size_t at = line_start_escape(text_.substr(begin));
    escape_at_[1] = at == std::string_view::npos ? at : begin + at;
  }

  void close_marks() {
    while (!open_.empty() && open_.back().end <= at_) {
      out_ += open_.back().closing;
      after_bracket_ = open_.back().kind == MarkKind::link;
      last_closed_ = at_;
      open_.pop_back();
    }
  }

  // A note among the words takes a place between two of them, and behind code, where it would be
  // code.
  void write_notes() {
    if (inside(MarkKind::code)) return;
    for (; !notes_.empty() && notes_.front().at <= at_; notes_ = notes_.subspan(1)) {
      const bool glued = !out_.empty() && out_.back() != ' ' && at_ == text_.size();
      out_ += (glued ? " " : "") + to_markdown(notes_.front());
      if (at_ < text_.size() && before() == ' ') out_ += ' ';
      after_bracket_ = false;
    }
  }

  // Marks without words come before those that open here: a note is never inside the emphasis of
  // the word after it.
  void open_marks() {
    std::size_t end = next_;
    while (end < prose_.marks.size() && prose_.marks[end].range.begin <= at_) ++end;
    for (std::size_t i = next_; i < end; ++i) {
      if (is_empty(prose_.marks[i])) write_empty(prose_.marks[i]);
    }
    for (std::size_t i = next_; i < end; ++i) {
      if (!is_empty(prose_.marks[i])) open(prose_.marks[i]);
    }
    next_ = end;
  }

  void write_empty(const Mark& mark) {
    if (mark.kind == MarkKind::footnote) {
      out_ += fmt::format("[^{}]", mark.target);
      after_bracket_ = true;
    } else if (mark.kind == MarkKind::link) {
      out_ += fmt::format("[]({})", destination(mark.target));
      after_bracket_ = true;
    } else if (mark.kind == MarkKind::line_break && at_ < text_.size() && text_[at_] == ' ') {
      breaks_ = true;
      out_ += "\\\n";
    }
  }

  void open(const Mark& mark) {
    const std::string_view words =
        text_.substr(mark.range.begin, mark.range.end - mark.range.begin);
    // Two runs of stars that touch would be read as one.
    const bool touching = last_closed_ == at_ && at_ > 0;
    switch (mark.kind) {
      case MarkKind::emphasis:
        start(mark, touching ? "_" : "*");
        break;
      case MarkKind::strong:
        start(mark, touching ? "__" : "**");
        break;
      case MarkKind::strikethrough:
        start(mark, "~~");
        break;
      case MarkKind::code:
        start_code(mark, words);
        break;
      case MarkKind::link:
        start_link(mark, words);
        break;
      case MarkKind::footnote:
      case MarkKind::line_break:
        break;  // these have no words
    }
  }

  void start(const Mark& mark, const std::string& delimiter) {
    out_ += delimiter;
    open_.push_back({mark.range.end, delimiter, mark.kind});
    after_bracket_ = false;
  }

  // The fence is the shortest run of backticks that the words do not have: parsers give up on very
  // long ones.
  void start_code(const Mark& mark, std::string_view words) {
    std::set<std::size_t> runs;
    for (std::size_t at = words.find('`'); at != std::string_view::npos; at = words.find('`', at)) {
      const std::size_t end = std::min(words.find_first_not_of('`', at), words.size());
      runs.insert(end - at);
      at = end;
    }
    std::size_t length = 1;
    while (runs.contains(length)) ++length;
    const std::string fence(length, '`');
    const bool padded = words.starts_with('`') || words.ends_with('`');
    out_ += fence + (padded ? " " : "");
    open_.push_back({mark.range.end, (padded ? " " : "") + fence, mark.kind});
    after_bracket_ = false;
  }

  void start_link(const Mark& mark, std::string_view words) {
    const bool alone = next_inner_mark(mark) == nullptr;
    if (alone && is_plain_address(words, mark.target)) {
      // Between a letter and emphasis, brackets would keep the emphasis from being seen.
      const bool glued =
          !open_.empty() && (is_alnum(before()) || is_alnum(character(mark.range.end)));
      out_ += glued ? "" : "<";
      open_.push_back({mark.range.end, glued ? "" : ">", MarkKind::code});  // verbatim, as code is
    } else {
      out_ += '[';
      open_.push_back(
          {mark.range.end, fmt::format("]({})", destination(mark.target)), MarkKind::link});
    }
    after_bracket_ = false;
  }

  const Mark* next_inner_mark(const Mark& mark) const {
    const auto index = static_cast<std::size_t>(&mark - prose_.marks.data());
    const bool inner =
        index + 1 < prose_.marks.size() && prose_.marks[index + 1].range.begin < mark.range.end;
    return inner ? &prose_.marks[index + 1] : nullptr;
  }

  bool inside(MarkKind kind) const {
    return std::any_of(open_.begin(), open_.end(),
                       [&](const Open& open) { return open.kind == kind; });
  }

  void write_character() {
    const char c = text_[at_];
    if (breaks_) {
      breaks_ = false;
      note_line_start(at_ + 1);
      return;
    }
    const bool code = inside(MarkKind::code);
    if (code_first_ && at_ == 0 && !code) {
      write_first_by_code();
    } else {
      if (code ? c == '|' && place_ == ProsePlace::cell : needs_escape(c)) out_ += '\\';
      out_ += c;
    }
    after_bracket_ = false;
  }

  void write_first_by_code() {
    const std::string_view first = text_.substr(0, source::character_length(text_));
    out_ += fmt::format("&#{};", static_cast<std::uint32_t>(source::code_point(first)));
    at_ += static_cast<std::uint32_t>(first.size()) - 1;
  }

  bool needs_escape(char c) const {
    if (at_ == escape_at_[0] || at_ == escape_at_[1]) return true;
    const std::string_view rest = text_.substr(at_);
    switch (c) {
      case '\\':
      case '`':
      case '*':
      case '[':
      case ']':
      case '<':
      case '~':
        return true;
      case '_':
        return !(is_alnum(before()) && is_alnum(after()));
      case '&':
        return is_entity(rest);
      case '#':
        return place_ == ProsePlace::heading;
      case '|':
        return place_ == ProsePlace::cell;
      case '{':
        return text_.ends_with('}');
      case '(':
        return after_bracket_;
      case ':':
        return after_bracket_ || (rest.starts_with("://") && !inside(MarkKind::link));
      case '.':
        return text_.substr(0, at_).ends_with("www") && !inside(MarkKind::link);
      case '!':
        return opens_bracket_next();
      case '@':
        return is_alnum(after()) && !inside(MarkKind::link);
      default:
        return false;
    }
  }

  char character(std::size_t at) const { return at < text_.size() ? text_[at] : ' '; }
  char before() const { return at_ == 0 ? ' ' : text_[at_ - 1]; }
  char after() const { return character(at_ + 1); }

  bool opens_bracket_next() const {
    return next_ < prose_.marks.size() && prose_.marks[next_].range.begin == at_ + 1;
  }

  const Prose& prose_;
  std::string_view text_;
  ProsePlace place_;
  std::span<const DraftingNote> notes_;  // not yet written
  std::string out_;
  std::uint32_t at_ = 0;
  std::size_t next_ = 0;  // the first mark that is not yet open
  std::vector<Open> open_;
  std::size_t escape_at_[2] = {std::string_view::npos, std::string_view::npos};
  std::uint32_t last_closed_ = 0;
  bool code_first_ = false;
  bool after_bracket_ = false;  // what follows could be read as a link's address
  bool breaks_ = false;
};

}  // namespace

std::string to_markdown(const Prose& prose, ProseSetting setting,
                        std::span<const DraftingNote> notes) {
  return ProseWriter(prose, setting, notes).write();
}

}  // namespace concord::syntax
