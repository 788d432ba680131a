#include "intake/page_lists.h"

#include <charconv>
#include <utility>

#include "intake/labels.h"
#include "intake/wording.h"
#include "syntax/number.h"

namespace concord::intake {

std::string list_style_of(const PageNode& list, const Declarations& style) {
  std::string shown = folded(value_of(style, "list-style-type"));
  if (shown.empty()) {
    const std::string all = folded(value_of(style, "list-style"));
    for (const std::string_view word : tokens_of(all))
      if (word != "inside" && word != "outside" && !word.starts_with("url")) shown = word;
  }
  return shown.empty() ? std::string(list.attribute("type")) : shown;
}

ListNumbers::ListNumbers(const PageNode& list, std::string style) : style_(std::move(style)) {
  set(list.attribute("start"));
}

std::string ListNumbers::next(const PageNode& item) {
  set(item.attribute("value"));
  return number_in_list(style_, next_++) + ".";
}

void ListNumbers::set(std::string_view text) {
  int value = 0;
  if (std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc() && value > 0)
    next_ = static_cast<std::uint32_t>(value);
}

std::string better_marker(const std::string& marker, std::string_view counted) {
  const syntax::Number number = whole_label(counted);
  const syntax::Number own = whole_label(marker);
  if (!number.present()) return marker;
  const bool letter = own.present() && own.style != syntax::NumberStyle::decimal;
  return letter || own.path == number.path ? marker : std::string(counted);
}

bool has_typed_number(const PageNode& item) {
  const std::string words = words_of(item);
  const Label label = label_at(trimmed(words));
  return label.number.present() && !label.alone && !syntax::is_unmarked(label.number);
}

}  // namespace concord::intake
