#include "syntax/inlines.h"

#include <cmark-gfm.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "diag/messages.h"
#include "source/characters.h"
#include "syntax/cmark_nodes.h"
#include "syntax/drafting_notes.h"
#include "syntax/prose_builder.h"

namespace concord::syntax {
namespace {

using diag::Code;

bool starts_with_scheme(std::string_view address, std::string_view scheme) {
  return address.size() > scheme.size() &&
         std::equal(scheme.begin(), scheme.end(), address.begin(),
                    [](char a, char b) { return a == source::lower(b); });
}

// "tel:+441904551550": a number and nothing that a telephone could take for a command.
bool is_telephone(std::string_view address) {
  return starts_with_scheme(address, "tel:") &&
         address.find_first_not_of("+0123456789-.()", 4) == std::string_view::npos;
}

// True for an address that a link may have: http, https, mailto, tel, law (an instrument of the
// register), or a place in the document.
bool is_safe_address(std::string_view address) {
  const bool clean = std::none_of(address.begin(), address.end(), [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
  });
  if (!clean) return false;
  for (const std::string_view scheme : {"http://", "https://", "mailto:", "law:", "#"}) {
    if (starts_with_scheme(address, scheme)) return true;
  }
  return is_telephone(address);
}

// What to write for an address that a link may not have, as far as it can be told.
std::string advice_on(std::string_view address) {
  if (address.empty()) return diag::SYN006::no_address;
  const std::size_t colon = address.find(':');
  const bool scheme = colon < address.find('/');
  std::string right;
  if (address.starts_with("www.")) {
    right = fmt::format("https://{}", address);
  } else if (!scheme && address.find('@') != std::string_view::npos &&
             address.find('/') == std::string_view::npos) {
    right = fmt::format("mailto:{}", address);
  }
  if (!right.empty()) return fmt::format(diag::SYN006::right_address, address, right);
  if (starts_with_scheme(address, "tel:")) return fmt::format(diag::SYN006::no_telephone, address);
  if (!scheme) return fmt::format(diag::SYN006::no_scheme, address);
  return fmt::format(diag::SYN006::other_scheme, address);
}

// "[the Code](code of conduct.pdf)": brackets that look like a link, and are words to Markdown.
bool looks_like_address(std::string_view words) {
  const std::string_view inside = words.substr(0, words.find(')'));
  for (const std::string_view sign : {"://", "www.", "mailto:", "#", "law:"})
    if (inside.find(sign) != std::string_view::npos) return true;
  const std::size_t stop = inside.rfind('.');
  const std::string_view ending = inside.substr(std::min(inside.size(), stop + 1));
  return stop != std::string_view::npos && ending.size() >= 2 && ending.size() <= 5 &&
         std::all_of(ending.begin(), ending.end(),
                     [](unsigned char c) { return std::isalpha(c) != 0; });
}

bool is_code(const Prose& prose, Range range) {
  return std::any_of(prose.marks.begin(), prose.marks.end(), [&](const Mark& mark) {
    return mark.kind == MarkKind::code && mark.range.begin <= range.begin &&
           mark.range.end >= range.end;
  });
}

// What is to be said of a range of words, once it is known where they stand.
struct Notice {
  Code code;
  Range range;
  std::string message;
};

// Builds the words of one block.
class Reading {
 public:
  Reading(const Prepared& prepared, Range place, const std::vector<std::string>& labels,
          HardBreaks breaks)
      : builder_(prepared, place.begin, place.end), labels_(labels), breaks_(breaks) {}

  void read(cmark_node* node, bool enter) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_TEXT:
        builder_.words(literal_of(node));
        break;
      case CMARK_NODE_SOFTBREAK:
        builder_.space();
        break;
      case CMARK_NODE_LINEBREAK:
        breaks_ == HardBreaks::kept ? builder_.line_break() : builder_.space();
        break;
      case CMARK_NODE_CODE:
        builder_.open(MarkKind::code);
        builder_.raw_words(literal_of(node));
        builder_.close();
        break;
      case CMARK_NODE_HTML_INLINE:
        read_inline_html(node);
        break;
      case CMARK_NODE_EMPH:
        enter ? builder_.open(MarkKind::emphasis) : builder_.close();
        break;
      case CMARK_NODE_STRONG:
        enter ? builder_.open(MarkKind::strong) : builder_.close();
        break;
      case CMARK_NODE_LINK:
        read_link(node, enter);
        break;
      case CMARK_NODE_IMAGE:
        read_image(enter);
        break;
      case CMARK_NODE_FOOTNOTE_REFERENCE:
        // cmark's walk comes by twice, as if something could stand inside it.
        if (enter) read_footnote_mark(node);
        break;
      default:
        if (!is_extension_node(node, "strikethrough")) break;
        enter ? builder_.open(MarkKind::strikethrough) : builder_.close();
    }
  }

  Prose finish() { return builder_.finish(); }
  const std::vector<Notice>& notices() const { return notices_; }

 private:
  void read_inline_html(cmark_node* node) {
    const std::uint32_t begin = builder_.size();
    if (literal_of(node).starts_with("<!--")) {  // one that hid behind backticks
      notices_.push_back({Code::SYN009, {begin, begin}, diag::SYN009::note});
      return;
    }
    builder_.raw_words(literal_of(node));
    notices_.push_back({Code::SYN005, {begin, builder_.size()}, diag::SYN005::html});
  }

  void read_link(cmark_node* node, bool enter) {
    const char* url = cmark_node_get_url(node);
    const std::string address = url == nullptr ? "" : url;
    const bool safe = is_safe_address(address);
    if (enter) {
      safe ? builder_.open(MarkKind::link, address) : builder_.open_plain_link();
      link_begin_ = builder_.size();
      return;
    }
    if (safe) {
      builder_.close();
      return;
    }
    builder_.close_plain_link();
    notices_.push_back({Code::SYN006, {link_begin_, builder_.size()}, advice_on(address)});
  }

  void read_image(bool enter) {
    if (enter) {
      notices_.push_back({Code::SYN008, {builder_.size(), builder_.size()}, diag::SYN008::image});
      builder_.open_plain_link();
    } else {
      builder_.close_plain_link();
    }
  }

  void read_footnote_mark(cmark_node* node) {
    std::size_t number = 0;
    for (const char digit : literal_of(node)) {
      if (digit >= '0' && digit <= '9')
        number = number * 10 + static_cast<std::size_t>(digit - '0');
    }
    if (number >= 1 && number <= labels_.size()) builder_.footnote(labels_[number - 1]);
  }

  ProseBuilder builder_;
  const std::vector<std::string>& labels_;
  HardBreaks breaks_;
  std::vector<Notice> notices_;
  std::uint32_t link_begin_ = 0;
};

}  // namespace

Prose InlineReader::read(cmark_node* block, Range place, HardBreaks breaks) {
  Reading reading(prepared_, place, labels_, breaks);
  walk(block, [&](cmark_node* node, bool enter) {
    if (node != block) reading.read(node, enter);
    return Inside::look;
  });
  Prose prose = reading.finish();
  const source::Span whole = prepared_.span(place.begin, place.end);
  for (const Notice& notice : reading.notices()) {
    const auto text_end = static_cast<std::uint32_t>(prose.text.size());
    Range range{std::min(notice.range.begin, text_end), std::min(notice.range.end, text_end)};
    // A space that came before the words was waiting to be written when they were noticed.
    if (range.begin < range.end && prose.text[range.begin] == ' ') ++range.begin;
    reporter_.report({notice.code, prose.span(range, whole), notice.message});
  }
  report_missing_footnotes(prose, whole);
  report_broken_links(prose, whole);
  return prose;
}

bool InlineReader::stands_in_source(const Prose& prose, Range range, source::Span place) const {
  if (prose.anchors.empty()) return true;
  return source_.substr(place.begin, place.end - place.begin) ==
         std::string_view(prose.text).substr(range.begin, range.end - range.begin);
}

void InlineReader::report_broken_links(const Prose& prose, source::Span whole) {
  const std::string_view text = prose.text;
  for (std::size_t at = text.find(']'); at != std::string_view::npos; at = text.find(']', at + 1)) {
    const std::size_t open = at + (text.substr(at).starts_with("] (") ? 2 : 1);
    if (!text.substr(open).starts_with('(')) continue;
    if (!looks_like_address(text.substr(open + 1, 300))) continue;
    const Range range{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(open + 1)};
    const source::Span place = prose.span(range, whole);
    if (!stands_in_source(prose, range, place) || is_code(prose, range)) continue;
    reporter_.report({Code::SYN011, place, diag::SYN011::not_a_link});
  }
}

void InlineReader::report_missing_footnotes(const Prose& prose, source::Span whole) {
  const std::string_view text = prose.text;
  for (std::size_t at = text.find("[^"); at != std::string_view::npos;
       at = text.find("[^", at + 2)) {
    const std::size_t close = text.substr(0, std::min(text.size(), at + 80)).find(']', at);
    if (close == std::string_view::npos || close == at + 2) continue;
    const std::string label(text.substr(at + 2, close - at - 2));
    const Range range{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(close + 1)};
    const source::Span place = prose.span(range, whole);
    if (!stands_in_source(prose, range, place)) continue;
    if (label.find_first_of(" [") != std::string::npos || is_code(prose, range)) continue;
    report_missing_footnote(label, place);
  }
}

void InlineReader::report_missing_footnote(const std::string& label, source::Span place) {
  if (!reporter_.shows(Code::FN001)) {
    reporter_.report({Code::FN001, place, ""});  // counted
    return;
  }
  reporter_.report({Code::FN001, place, unread_mark(label)});
}

std::string InlineReader::unread_mark(const std::string& label) const {
  if (std::find(labels_.begin(), labels_.end(), label) != labels_.end()) {
    return fmt::format(diag::FN001::mark_not_read, label);
  }
  std::vector<std::string> labels = labels_;
  std::sort(labels.begin(), labels.end());
  const std::vector<std::string> near = diag::nearest(label, labels);
  if (near.empty()) return fmt::format(diag::FN001::missing, label);
  return fmt::format(diag::FN001::missing_near, label, near.front());
}

}  // namespace concord::syntax
