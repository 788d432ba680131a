#include "syntax/pasted_bullets.h"

#include <algorithm>
#include <array>

#include "diag/messages.h"
#include "syntax/pasted_lines.h"

namespace concord::syntax {
namespace {

using diag::Code;

constexpr auto nowhere = std::string_view::npos;

constexpr std::size_t dash_length = 3;

bool has_dash(const Entry& each) {
  return each.kind == LineKind::words && each.words.starts_with("\xE2\x80\x93 ");
}

}  // namespace

std::size_t foreign_bullet(std::string_view text) {
  // • ‣ ● ○ ◦ ▪ ▫ ■ □ ◆ ➢ ► , and · where a space follows.
  static constexpr std::array<std::string_view, 13> bullets{
      "\xE2\x80\xA2", "\xE2\x80\xA3", "\xE2\x97\x8F", "\xE2\x97\x8B", "\xE2\x97\xA6",
      "\xE2\x96\xAA", "\xE2\x96\xAB", "\xE2\x96\xA0", "\xE2\x96\xA1", "\xE2\x97\x86",
      "\xE2\x9E\xA2", "\xE2\x96\xBA", "\xEF\x82\xB7"};
  static constexpr std::string_view middle_dot = "\xC2\xB7";
  const auto found = std::find_if(bullets.begin(), bullets.end(), [&](std::string_view bullet) {
    return text.starts_with(bullet);
  });
  const bool dot = text.starts_with(middle_dot);
  if (found == bullets.end() && !dot) return 0;
  const std::size_t sign = dot ? middle_dot.size() : found->size();
  const std::size_t end = sign + space_length(text.substr(sign));
  return dot && end == sign ? 0 : end;
}

void PastedBullets::mend(std::vector<Entry>& stretch) {
  const auto dashes = std::count_if(stretch.begin(), stretch.end(), [&](const Entry& each) {
    return has_dash(each) && !is_broken(stretch, each);
  });
  std::size_t indent = nowhere;
  for (std::size_t i = 0; i < stretch.size(); ++i) {
    Entry& each = stretch[i];
    const bool dash = has_dash(each) && dashes > 1;
    if (is_broken(stretch, each) || !(each.kind == LineKind::foreign || dash)) {
      if (each.kind == LineKind::foreign) each.kind = LineKind::words;
      continue;
    }
    each.kind = LineKind::bullet;
    const std::size_t own = each.head - text_.lines[each.line].begin;
    indent = std::min(indent, own);
    const std::size_t length =
        dash ? std::min(each.words.find_first_not_of(" \t", dash_length), each.words.size())
             : foreign_bullet(each.words);
    edit(each, std::string(std::min<std::size_t>(own - indent, 60), ' ') + "- ", length);
  }
}

void PastedBullets::edit(const Entry& each, std::string bullet, std::size_t length) {
  const std::size_t begin = text_.lines[each.line].begin;
  if (bullets_++ == 0) first_ = {each.head, each.head + length};
  if (fixes_.size() < most_fixes)
    fixes_.push_back(
        {diag::SYN016::write_hyphen, text_.places(each.head, each.head + length), "- ", true});
  text_.edits.push_back({begin, each.head + length, std::move(bullet)});
}

void PastedBullets::report() {
  if (bullets_ == 0) return;
  const std::string_view sign =
      trimmed(text_.body.substr(first_.first, first_.second - first_.first));
  text_.reporter.report(
      {Code::SYN016,
       text_.places(first_.first, first_.second),
       fmt::format(diag::SYN016::read_as_hyphen, sign,
                   more(bullets_ - 1, diag::SYN016::and_one, diag::SYN016::and_more)),
       {},
       std::move(fixes_)});
}

}  // namespace concord::syntax
