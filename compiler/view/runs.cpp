#include "view/runs.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "language/words.h"

namespace concord::view {

namespace {

using syntax::Mark;
using syntax::MarkKind;
using syntax::Prose;
using syntax::Range;

// The links that stand, by begin.
std::vector<LinkedRange> settle(std::vector<LinkedRange> links) {
  std::ranges::stable_sort(links, {}, [](const LinkedRange& link) {
    return std::tuple(link.rank, link.range.begin, ~link.range.end);
  });
  std::map<std::uint32_t, LinkedRange> standing;
  for (LinkedRange& link : links) {
    if (link.range.begin >= link.range.end) continue;
    const auto after = standing.lower_bound(link.range.begin);
    if (after != standing.end() && language::overlap(after->second.range, link.range)) continue;
    if (after != standing.begin() && language::overlap(std::prev(after)->second.range, link.range))
      continue;
    standing.emplace(link.range.begin, std::move(link));
  }
  std::vector<LinkedRange> settled;
  settled.reserve(standing.size());
  for (auto& [begin, link] : standing) settled.push_back(std::move(link));
  return settled;
}

// The member of a run that the mark sets; null where it sets none.
bool Run::*style_of(MarkKind kind) {
  switch (kind) {
    case MarkKind::strong:
      return &Run::strong;
    case MarkKind::emphasis:
      return &Run::emphasis;
    case MarkKind::strikethrough:
      return &Run::strike;
    case MarkKind::code:
      return &Run::code;
    default:
      return nullptr;
  }
}

// Where runs begin and end, ascending, each once.
std::vector<std::uint32_t> cuts(const Prose& prose, const std::vector<LinkedRange>& links,
                                const std::vector<Insertion>& insertions) {
  const auto length = static_cast<std::uint32_t>(prose.text.size());
  std::vector<std::uint32_t> cuts = {0, length};
  const auto cut = [&](const Range& range) {
    cuts.push_back(std::min(range.begin, length));
    cuts.push_back(std::min(range.end, length));
  };
  for (const Mark& mark : prose.marks) {
    if (style_of(mark.kind) || mark.kind == MarkKind::line_break) cut(mark.range);
  }
  for (const LinkedRange& link : links) cut(link.range);
  for (const Insertion& insertion : insertions) cut({insertion.at, insertion.at});
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  return cuts;
}

// The link that covers the range; null where none does. They are in order, and none overlaps
// another.
const Link* link_over(const Range& range, const std::vector<LinkedRange>& links) {
  const auto after = std::ranges::upper_bound(
      links, range.begin, {}, [](const LinkedRange& link) { return link.range.begin; });
  if (after == links.begin()) return nullptr;
  const LinkedRange& before = *std::prev(after);
  return language::within(range, before.range) ? &before.link : nullptr;
}

// The marks that stand over one place after another, in one pass over the text.
class OpenMarks {
 public:
  explicit OpenMarks(const std::vector<Mark>& marks) : next_(marks.begin()), end_(marks.end()) {}

  // To a later place; says whether a line breaks there.
  bool advance(std::uint32_t at) {
    bool breaks = false;
    std::erase_if(open_, [at](const Mark* mark) { return mark->range.end <= at; });
    for (; next_ != end_ && next_->range.begin <= at; ++next_) {
      breaks = breaks || (next_->kind == MarkKind::line_break && next_->range.begin == at);
      if (style_of(next_->kind) && next_->range.end > at) open_.push_back(&*next_);
    }
    return breaks;
  }

  void style(Run& run) const {
    for (const Mark* mark : open_) run.*style_of(mark->kind) = true;
  }

 private:
  std::vector<Mark>::const_iterator next_;
  std::vector<Mark>::const_iterator end_;
  std::vector<const Mark*> open_;
};

}  // namespace

Runs runs(const Prose& prose, std::vector<LinkedRange> links, std::vector<Insertion> insertions) {
  const std::vector<LinkedRange> standing = settle(std::move(links));
  std::ranges::stable_sort(insertions, {}, &Insertion::at);
  const std::vector<std::uint32_t> places = cuts(prose, standing, insertions);
  OpenMarks marks(prose.marks);
  Runs runs;
  auto next = insertions.begin();
  for (auto place = places.begin(); place != places.end(); ++place) {
    if (marks.advance(*place)) {
      if (runs.empty()) runs.emplace_back();
      runs.back().line_break = true;
    }
    for (; next != insertions.end() && next->at <= *place; ++next)
      runs.push_back(std::move(next->run));
    const auto end = std::next(place);
    if (end == places.end()) break;
    Run& run = runs.emplace_back();
    run.text = prose.text.substr(*place, *end - *place);
    marks.style(run);
    if (const Link* link = link_over({*place, *end}, standing)) run.link = *link;
  }
  return runs;
}

void set_notes_apart(Runs& runs) {
  constexpr std::string_view narrow_no_break_space = "\u202F";
  bool after_mark = false;
  bool after_digit = false;
  for (Run& run : runs) {
    if (run.note && after_mark) {
      run.note->apart = ", ";
    } else if (run.note && after_digit) {
      run.note->apart = narrow_no_break_space;
    }
    if (!run.note && run.text.empty()) continue;
    after_mark = run.note.has_value() && run.text.empty();
    after_digit = !run.text.empty() && run.text.back() >= '0' && run.text.back() <= '9';
  }
}

}  // namespace concord::view
