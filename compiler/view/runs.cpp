#include "view/runs.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

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

json segment(const Prose& prose, const Range& range, const std::vector<Link>& links) {
  json run = plain_run(prose.text.substr(range.begin, range.end - range.begin));
  for (const Mark& mark : prose.marks) {
    const char* const name = flag(mark.kind);
    if (name && covers(mark.range, range)) run[name] = true;
  }
  const auto link =
      std::ranges::find_if(links, [&](const Link& each) { return covers(each.range, range); });
  if (link != links.end()) run["link"] = link->link;
  return run;
}

bool breaks_at(const Prose& prose, std::uint32_t at) {
  return std::ranges::any_of(prose.marks, [&](const Mark& mark) {
    return mark.kind == MarkKind::line_break && mark.range.begin == at;
  });
}

}  // namespace

json plain_run(std::string text) {
  return {{"text", std::move(text)}, {"strong", false}, {"emphasis", false}, {"strike", false},
          {"code", false},           {"break", false},  {"note", nullptr},   {"link", nullptr}};
}

json runs(const Prose& prose, std::vector<Link> links, std::vector<Insertion> insertions) {
  const std::vector<Link> standing = settle(std::move(links));
  std::ranges::stable_sort(insertions, {}, &Insertion::at);
  const std::set<std::uint32_t> places = cuts(prose, standing, insertions);
  json runs = json::array();
  auto next = insertions.begin();
  for (auto place = places.begin(); place != places.end(); ++place) {
    if (breaks_at(prose, *place)) {
      if (runs.empty()) runs.push_back(plain_run(""));
      runs.back()["break"] = true;
    }
    for (; next != insertions.end() && next->at <= *place; ++next) runs.push_back(next->run);
    const auto end = std::next(place);
    if (end != places.end()) runs.push_back(segment(prose, {*place, *end}, standing));
  }
  return runs;
}

}  // namespace concord::view
