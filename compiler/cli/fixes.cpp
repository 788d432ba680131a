#include "cli/fixes.h"

#include <algorithm>
#include <tuple>

namespace concord::cli {

Fixed apply(std::string_view text, std::vector<diag::Fix> fixes) {
  std::sort(fixes.begin(), fixes.end(), [](const diag::Fix& a, const diag::Fix& b) {
    return std::tie(a.span.begin, a.span.end, a.replacement) <
           std::tie(b.span.begin, b.span.end, b.replacement);
  });
  Fixed fixed;
  std::size_t done = 0;
  for (const diag::Fix& fix : fixes) {
    const bool repeated = fixed.count > 0 && fix.span.begin == done && fix.span.end == done;
    if (fix.span.begin < done || fix.span.end > text.size() || repeated) continue;
    fixed.text += text.substr(done, fix.span.begin - done);
    fixed.text += fix.replacement;
    done = fix.span.end;
    ++fixed.count;
  }
  fixed.text += text.substr(done);
  return fixed;
}

bool same_meaning(const passes::Protocol& before, const passes::Protocol& after) {
  const auto same_clause = [](const graph::Clause& a, const graph::Clause& b) {
    return a.key == b.key && a.kind == b.kind && a.full_number == b.full_number;
  };
  const auto same_goal = [](const passes::Reference& a, const passes::Reference& b) {
    return a.from == b.from && a.kind == b.kind && a.to == b.to && a.uri == b.uri;
  };
  return std::ranges::equal(before.clauses(), after.clauses(), same_clause) &&
         std::ranges::equal(before.references(), after.references(), same_goal);
}

}  // namespace concord::cli
