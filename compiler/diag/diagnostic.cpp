#include "diag/diagnostic.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>

#include "source/characters.h"

namespace concord::diag {
namespace {

using enum Severity;

// The catalogue's own words for severities stand in the macro's arguments.
constexpr std::array codes = {
#define CONCORD_CODE(code, transcription, draft, adopt, title) \
  CodeInfo{Code::code, #code, title, {transcription, draft, adopt}},
#include "diag/catalogue.def"
};

bool same_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return source::lower(x) == source::lower(y); });
}

// A code is switched off by its name or by its family: "STY002", "STY".
bool matches(std::string_view pattern, std::string_view code) {
  constexpr std::size_t digits = 3;
  return same_ignoring_case(pattern, code) ||
         same_ignoring_case(pattern, code.substr(0, code.size() - digits));
}

auto place(const Diagnostic& d) {
  return std::tie(d.span.file, d.span.begin, d.code, d.span.end, d.message);
}

// Optimal string alignment: insertions, deletions, exchanges, and swaps of neighbours, at one each.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool equal = source::lower(a[i - 1]) == source::lower(b[j - 1]);
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (equal ? 0u : 1u)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        now[j] = std::min(now[j], before_last[j - 2] + 1);
      }
    }
    std::swap(before_last, last);
    std::swap(last, now);
  }
  return last[b.size()];
}

}  // namespace

std::span<const CodeInfo> catalogue() {
  return codes;
}

const CodeInfo& info(Code code) {
  return codes.at(static_cast<std::size_t>(code));
}

std::optional<Code> code_named(std::string_view name) {
  const auto found = std::find_if(codes.begin(), codes.end(), [&](const CodeInfo& c) {
    return same_ignoring_case(c.name, name);
  });
  if (found == codes.end()) return std::nullopt;
  return found->code;
}

bool can_be_switched_off(const CodeInfo& code) {
  for (const std::string_view family : {"SRC", "FMT", "ID", "PDF"})
    if (matches(family, code.name)) return false;
  return std::any_of(std::begin(code.severity), std::end(code.severity),
                     [](Severity severity) { return severity != error; });
}

std::vector<const CodeInfo*> codes_of(std::string_view pattern) {
  std::vector<const CodeInfo*> found;
  for (const CodeInfo& code : codes)
    if (matches(pattern, code.name)) found.push_back(&code);
  return found;
}

std::string_view name_of(Severity severity) {
  switch (severity) {
    case off:
      return "off";
    case note:
      return "note";
    case warning:
      return "warning";
    case error:
      return "error";
  }
  return "";
}

std::optional<Profile> profile_named(std::string_view name) {
  if (name == "transcription") return Profile::transcription;
  if (name == "draft") return Profile::draft;
  if (name == "adopt") return Profile::adopt;
  return std::nullopt;
}

void Sink::absorb(Sink other) {
  std::move(other.diagnostics_.begin(), other.diagnostics_.end(), std::back_inserter(diagnostics_));
}

Severity Policy::severity(Code code) const {
  const CodeInfo& about = info(code);
  const Severity given = about.severity[static_cast<std::size_t>(profile)];
  const bool switched_off = std::any_of(off.begin(), off.end(), [&](const std::string& pattern) {
    return matches(pattern, about.name);
  });
  if (switched_off && can_be_switched_off(about)) return Severity::off;
  return deny_warnings && given == warning ? error : given;
}

std::vector<Finding> judge(const Sink& sink, const Policy& policy) {
  std::vector<Finding> findings;
  for (const Diagnostic& diagnostic : sink.all()) {
    const Severity severity = policy.severity(diagnostic.code);
    if (severity != Severity::off) findings.push_back({severity, diagnostic});
  }
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return place(a.diagnostic) < place(b.diagnostic);
  });
  const auto repeated =
      std::unique(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return place(a.diagnostic) == place(b.diagnostic);
      });
  findings.erase(repeated, findings.end());
  return findings;
}

bool has_errors(std::span<const Finding> findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& f) { return f.severity == error; });
}

std::vector<std::string> nearest(std::string_view word, std::span<const std::string> names) {
  const std::size_t most = std::max<std::size_t>(1, word.size() / 3);
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& name : names) {
    const std::size_t longer = std::max(word.size(), name.size());
    if (longer - std::min(word.size(), name.size()) > most) continue;
    const std::size_t apart = distance(word, name);
    if (apart <= most) near.emplace_back(apart, name);
  }
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  std::vector<std::string> best;
  for (std::size_t i = 0; i < near.size() && i < 3; ++i) best.push_back(near[i].second);
  return best;
}

}  // namespace concord::diag
