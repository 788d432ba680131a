#include "view/runs.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "view/object.h"

namespace concord::view {

namespace {

using nlohmann::json;
using syntax::Mark;
using syntax::MarkKind;
using syntax::Prose;
using syntax::Range;

bool overlap(const Range& a, const Range& b) {
  return a.begin < b.end && b.begin < a.end;
}

bool covers(const Range& whole, const Range& part) {
  return whole.begin <= part.begin && part.end <= whole.end;
}

// The links that stand, by begin.
std::vector<Link> settle(std::vector<Link> links) {
  std::ranges::stable_sort(links, {}, [](const Link& link) {
    return std::tuple(link.rank, link.range.begin, ~link.range.end);
  });
  std::map<std::uint32_t, Link> standing;
  for (Link& link : links) {
    if (link.range.begin >= link.range.end) continue;
    const auto after = standing.lower_bound(link.range.begin);
    if (after != standing.end() && overlap(after->second.range, link.range)) continue;
    if (after != standing.begin() && overlap(std::prev(after)->second.range, link.range)) continue;
    standing.emplace(link.range.begin, std::move(link));
  }
  std::vector<Link> settled;
  settled.reserve(standing.size());
  for (auto& [begin, link] : standing) settled.push_back(std::move(link));
  return settled;
}

const char* flag(MarkKind kind) {
  switch (kind) {
    case MarkKind::strong:
      return "strong";
    case MarkKind::emphasis:
      return "emphasis";
    case MarkKind::strikethrough:
      return "strike";
    case MarkKind::code:
      return "code";
    default:
      return nullptr;
  }
}

std::set<std::uint32_t> cuts(const Prose& prose, const std::vector<Link>& links,
                             const std::vector<Insertion>& insertions) {
  const auto length = static_cast<std::uint32_t>(prose.text.size());
  std::set<std::uint32_t> cuts = {0, length};
  const auto cut = [&](const Range& range) {
    cuts.insert(std::min(range.begin, length));
    cuts.insert(std::min(range.end, length));
  };
  for (const Mark& mark : prose.marks) {
    if (flag(mark.kind) || mark.kind == MarkKind::line_break) cut(mark.range);
  }
  for (const Link& link : links) cut(link.range);
  for (const Insertion& insertion : insertions) cut({insertion.at, insertion.at});
  return cuts;
}

// The link that covers the range; null where none does. They are in order, and none overlaps
// another.
const Link* link_over(const Range& range, const std::vector<Link>& links) {
  const auto after = std::ranges::upper_bound(links, range.begin, {},
                                              [](const Link& link) { return link.range.begin; });
  if (after == links.begin()) return nullptr;
  const Link& before = *std::prev(after);
  return covers(before.range, range) ? &before : nullptr;
}

// The marks that stand over one place after another, in one pass over the text.
class Standing {
 public:
  explicit Standing(const std::vector<Mark>& marks) : next_(marks.begin()), end_(marks.end()) {}

  // To a later place; says whether a line breaks there.
  bool advance(std::uint32_t at) {
    bool breaks = false;
    std::erase_if(open_, [at](const Mark* mark) { return mark->range.end <= at; });
    for (; next_ != end_ && next_->range.begin <= at; ++next_) {
      breaks = breaks || (next_->kind == MarkKind::line_break && next_->range.begin == at);
      if (flag(next_->kind) && next_->range.end > at) open_.push_back(&*next_);
    }
    return breaks;
  }

  void flag_on(json& run) const {
    for (const Mark* mark : open_) run[flag(mark->kind)] = true;
  }

 private:
  std::vector<Mark>::const_iterator next_;
  std::vector<Mark>::const_iterator end_;
  std::vector<const Mark*> open_;
};

}  // namespace

json plain_run(std::string text) {
  return object({{"break", false},
                 {"code", false},
                 {"emphasis", false},
                 {"link", nullptr},
                 {"note", nullptr},
                 {"strike", false},
                 {"strong", false},
                 {"text", std::move(text)}});
}

json runs(const Prose& prose, std::vector<Link> links, std::vector<Insertion> insertions) {
  const std::vector<Link> standing = settle(std::move(links));
  std::ranges::stable_sort(insertions, {}, &Insertion::at);
  const std::set<std::uint32_t> places = cuts(prose, standing, insertions);
  Standing marks(prose.marks);
  json runs = json::array();
  auto next = insertions.begin();
  for (auto place = places.begin(); place != places.end(); ++place) {
    if (marks.advance(*place)) {
      if (runs.empty()) runs.push_back(plain_run(""));
      runs.back()["break"] = true;
    }
    for (; next != insertions.end() && next->at <= *place; ++next) runs.push_back(next->run);
    const auto end = std::next(place);
    if (end == places.end()) break;
    json run = plain_run(prose.text.substr(*place, *end - *place));
    marks.flag_on(run);
    if (const Link* link = link_over({*place, *end}, standing)) run["link"] = link->link;
    runs.push_back(std::move(run));
  }
  return runs;
}

}  // namespace concord::view
