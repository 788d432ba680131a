#include "cli/rewrite.h"

#include <fmt/format.h>

#include "cli/report.h"
#include "diag/print.h"
#include "passes/subject.h"

namespace concord::cli {
namespace {

std::string place_of(const Corpus& corpus, source::Span span) {
  const source::Position at = corpus.sources.position(span.file, span.begin);
  return fmt::format("{}:{}:{}", corpus.sources.name(span.file), at.line, at.column);
}

// The lines that come in, each behind a plus sign.
std::string clause_put_in(const Corpus& corpus, const draft::Edit& edit) {
  std::string text = fmt::format("{}: {:<10}", place_of(corpus, edit.span), "clause");
  for (std::size_t at = 0; at < edit.text.size();) {
    const std::size_t end = std::min(edit.text.find('\n', at), edit.text.size());
    std::string line = edit.text.substr(at, end - at);
    if (line.ends_with('\r')) line.pop_back();
    if (!line.empty()) text += "\n  + " + diag::printable(line);
    at = end + 1;
  }
  return text + "\n";
}

// "  4.5 -> 4.4", with the clause that a consequential change stands in.
std::string line_of(const Corpus& corpus, const passes::Protocol& protocol,
                    const draft::Edit& edit) {
  using Kind = draft::Edit::Kind;
  if (edit.kind == Kind::clause) return clause_put_in(corpus, edit);
  const std::string was = diag::printable(corpus.sources.text(edit.span));
  const std::string now = diag::printable(edit.text);
  std::string what = was.empty() ? fmt::format("+{}{}", now.starts_with(' ') ? "" : " ", now)
                                 : fmt::format("{} -> {}", was, now);
  if (edit.kind == Kind::reference || edit.kind == Kind::link)
    what = fmt::format("in {}: {}", passes::shown(protocol[edit.clause]), what);
  return fmt::format("{}: {:<10} {}\n", place_of(corpus, edit.span), draft::name_of(edit.kind),
                     what);
}

std::string counted(const draft::Rewriting& rewriting) {
  using Kind = draft::Edit::Kind;
  std::string all;
  for (const Kind kind : {Kind::number, Kind::reference, Kind::link, Kind::identifier,
                          Kind::metadata, Kind::clause}) {
    const auto count = std::ranges::count(rewriting.edits, kind, &draft::Edit::kind);
    if (count == 0) continue;
    const std::string_view plural = kind == Kind::metadata || count == 1 ? "" : "s";
    all += fmt::format("{}{} {}{}", all.empty() ? "" : ", ", count, draft::name_of(kind), plural);
  }
  return all;
}

// Whether the bytes of the text are what they should be: of others "nothing to change" says
// nothing.
bool is_readable(const Corpus& corpus) {
  return std::ranges::none_of(corpus.findings, [](const diag::Finding& each) {
    return diag::info(each.diagnostic.code).name.starts_with("SRC") &&
           each.severity == diag::Severity::error;
  });
}

}  // namespace

const passes::Protocol* only_protocol(const Corpus& corpus, const std::filesystem::path& file) {
  if (std::filesystem::is_directory(file))
    throw UsageError(fmt::format("\"{}\" is a folder; name one file", file.string()));
  if (!corpus.protocols.empty()) return &corpus.protocols.front();
  report_errors(corpus);
  return nullptr;
}

Exit rewrite(const Corpus& corpus, const passes::Protocol& protocol,
             const draft::Rewriting& rewriting, bool dry_run,
             const std::vector<source::FileChange>& along) {
  const std::string name(corpus.sources.name(protocol.graph().file));
  if (!rewriting.obstacles.empty()) {
    for (const draft::Obstacle& each : rewriting.obstacles)
      fmt::print(stderr, "{}: {}\n", place_of(corpus, each.span), diag::printable(each.message));
    fmt::print(stderr, "{}: left as it is\n", name);
    return Exit::errors;
  }
  for (const draft::Edit& each : rewriting.edits) print(line_of(corpus, protocol, each));
  if (rewriting.edits.empty() && !is_readable(corpus)) return report_errors(corpus);
  if (rewriting.edits.empty()) {
    print(fmt::format("{}: nothing to change\n", name));
  } else if (dry_run) {
    print(fmt::format("{}: would change: {}\n", name, counted(rewriting)));
  } else {
    std::vector<source::FileChange> all{{name, rewriting.text}};
    all.insert(all.end(), along.begin(), along.end());
    source::change_files(all);
    print(fmt::format("{}: changed: {}\n", name, counted(rewriting)));
  }
  return Exit::clean;
}

}  // namespace concord::cli
