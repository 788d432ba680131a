#include "diag/fixes.h"

#include <algorithm>
#include <tuple>

namespace concord::diag {

Fixed apply(std::string_view text, std::vector<Fix> fixes) {
  std::sort(fixes.begin(), fixes.end(), [](const Fix& a, const Fix& b) {
    return std::tie(a.span.begin, a.span.end, a.replacement) <
           std::tie(b.span.begin, b.span.end, b.replacement);
  });
  Fixed fixed;
  std::size_t done = 0;
  for (const Fix& fix : fixes) {
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

}  // namespace concord::diag
