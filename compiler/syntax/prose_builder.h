// Gathers the words of one block, with what stands over them and where each stands in the source.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/document.h"
#include "syntax/prepared.h"

namespace concord::syntax {

// Follows the bytes of a block while its words go by, to say where each word stands. The Markdown
// parser's own columns are wrong after the first line of an indented block, so the words are looked
// for instead: they come in order, with nothing between them but markup. Where they are not found,
// the walker gives up for the rest of the block and the last known place holds: a caret less exact,
// never a word lost.
class SourceWalker {
 public:
  SourceWalker(std::string_view text, std::uint32_t begin, std::uint32_t end)
      : text_(text), at_(begin), end_(end) {}

  static constexpr std::uint32_t nowhere = 0xFFFFFFFF;

  // How many bytes of the literal stand for how many of the source.
  struct Step {
    std::size_t literal = 0;
    std::size_t source = 0;
  };

  // Moves to the head of the literal (which begins with no white space), past markup. `raw` is said
  // of code and HTML, which know no escapes. Returns where it stands, or nowhere.
  std::uint32_t find(std::string_view literal, bool raw, Step& step);
  // How many bytes of the literal, which stands here, stand in the source just as they are, with
  // single spaces between words; 0 where even the first does not.
  std::size_t run(std::string_view literal);
  void advance(const Step& step) { at_ += static_cast<std::uint32_t>(step.source); }

  enum class LinkForm : std::uint8_t { bracketed, angled, bare };
  LinkForm enter_link();
  void leave_link(LinkForm form);
  // Past the next "[^label]".
  void skip_footnote_mark();

 private:
  bool match(std::uint32_t at, std::string_view literal, bool raw, Step& step) const;
  bool matches_from(std::uint32_t at, std::string_view literal, bool raw) const;
  char next() const { return at_ < end_ ? text_[at_] : '\0'; }
  void skip_any(std::string_view characters);
  void skip_address();

  std::string_view text_;
  std::uint32_t at_;
  std::uint32_t end_;
  bool lost_ = false;
};

class ProseBuilder {
 public:
  // The words stand in the prepared text from `begin` to `end`.
  ProseBuilder(const Prepared& prepared, std::uint32_t begin, std::uint32_t end)
      : prepared_(prepared), walker_(prepared.text(), begin, end) {}

  void words(std::string_view literal) { add(literal, false); }
  // Of code and HTML, which know no escapes.
  void raw_words(std::string_view literal) { add(literal, true); }
  void space() { pending_space_ = true; }
  void line_break();
  void footnote(std::string label);

  // Opens a range; ranges close in the reverse order of opening.
  void open(MarkKind kind, std::string target = {});
  void close();
  // A link or image whose text is kept and whose address is not.
  void open_plain_link();
  void close_plain_link();

  // The length of the text so far.
  std::uint32_t size() const { return static_cast<std::uint32_t>(prose_.text.size()); }

  Prose finish();

 private:
  struct Open {
    MarkKind kind;
    std::uint32_t begin;
    std::string target;
    SourceWalker::LinkForm form;
    bool repeated;  // stands inside another of its kind, and says nothing new
  };

  void add(std::string_view literal, bool raw);
  void put(std::string_view bytes, std::uint32_t place);
  std::vector<Anchor> in_source(const std::vector<Anchor>& anchors, std::uint32_t length) const;
  void flush_space();
  bool is_open(MarkKind kind) const;
  bool is_escaped_address(const Open& link) const;

  const Prepared& prepared_;
  SourceWalker walker_;
  Prose prose_;
  std::vector<Open> open_;
  std::vector<SourceWalker::LinkForm> plain_links_;
  bool pending_space_ = false;
  bool after_empty_link_ = false;
};

// Cuts the first `bytes` of the text off, with the marks on them.
void drop_front(Prose& prose, std::uint32_t bytes);

// Puts words of the source before the text.
void put_before(Prose& prose, std::string_view words, std::uint32_t source);

}  // namespace concord::syntax
