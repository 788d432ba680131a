#include "cli/letters.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "diag/messages.h"
#include "render/pdf.h"
#include "source/utf8.h"
#include "view/view.h"

namespace concord::cli {
namespace {

using render::MissingLetters;

// The first place of the letters in the text between, or nothing.
std::optional<source::Span> find(const source::SourceMap& sources, source::Span between,
                                 std::string_view letters) {
  const std::size_t at = sources.text(between).find(letters);
  if (at == std::string_view::npos) return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(between.begin + at);
  return source::Span{between.file, begin, static_cast<std::uint32_t>(begin + letters.size())};
}

// In the words of a clause, else wherever they stand in the file: in its front matter, most likely.
source::Span place_of(const Corpus& corpus, const passes::Protocol& protocol,
                      std::string_view letters) {
  const graph::ClauseGraph& graph = protocol.graph();
  const auto clause = std::ranges::find_if(graph.clauses, [&](const graph::Clause& each) {
    return each.words().text.find(letters) != std::string::npos;
  });
  if (clause != graph.clauses.end()) {
    return find(corpus.sources, clause->span, letters).value_or(clause->span);
  }
  const auto size = static_cast<std::uint32_t>(corpus.sources.text(graph.file).size());
  return find(corpus.sources, {graph.file, 0, size}, letters)
      .value_or(source::Span{graph.file, 0, 0});
}

// '"王小明" (U+738B U+5C0F U+660E)'; of many letters the first.
std::string named(std::string_view letters) {
  constexpr std::size_t most = 8;
  std::string shown;
  std::vector<std::string> codes;
  for (std::string_view rest = letters; !rest.empty() && codes.size() < most;) {
    const std::string_view letter = rest.substr(0, source::character_length(rest));
    shown += letter;
    codes.push_back(
        fmt::format("U+{:04X}", static_cast<std::uint32_t>(source::code_point(letter))));
    rest.remove_prefix(letter.size());
  }
  const char* const more = shown.size() < letters.size() ? " …" : "";
  return fmt::format("\"{}{}\" ({}{})", shown, more, fmt::join(codes, " "), more);
}

std::string what_to_do(const std::string& package) {
  if (package.empty()) return diag::PDF001::other_letters;
  return fmt::format(diag::PDF001::install, package);
}

// `letters` that one package has, or one that none has; not empty.
diag::Diagnostic diagnostic(const Corpus& corpus, const passes::Protocol& protocol,
                            const std::string& package, std::span<const std::string> letters) {
  std::vector<diag::Note> places;
  for (const std::string& each : letters) {
    places.push_back({named(each), place_of(corpus, protocol, each)});
  }
  std::ranges::stable_sort(places, {}, [](const diag::Note& note) { return note.span->begin; });
  const diag::Note first = places.front();
  places.erase(places.begin());
  return {diag::Code::PDF001, *first.span,
          fmt::format(diag::PDF001::no_typeface, first.text, what_to_do(package)),
          std::move(places)};
}

}  // namespace

std::vector<diag::Finding> missing_letters(const Corpus& corpus, const passes::Protocol& protocol,
                                           std::span<const MissingLetters> missing) {
  std::map<std::string, std::vector<std::string>> by_package;
  std::vector<diag::Finding> findings;
  const auto add = [&](const std::string& package, std::span<const std::string> letters) {
    findings.push_back({diag::Severity::error, diagnostic(corpus, protocol, package, letters)});
  };
  for (const MissingLetters& each : missing) {
    if (each.package.empty()) {
      add("", std::span(&each.letters, 1));
    } else {
      by_package[each.package].push_back(each.letters);
    }
  }
  for (const auto& [package, letters] : by_package) add(package, letters);
  return findings;
}

void check_letters(Corpus& corpus, const std::filesystem::path& templates) {
  const render::Typefaces typefaces(templates / "pdf");
  for (const passes::Protocol* protocol : all_versions(corpus)) {
    const render::PdfJob job = render::protocol_pdf(view::protocol(*protocol, corpus.as_of));
    const render::Lettering lettering = typefaces.of(job.data);
    if (lettering.missing.empty()) continue;
    if (!typefaces.installed()) return;
    auto found = missing_letters(corpus, *protocol, lettering.missing);
    std::ranges::move(found, std::back_inserter(corpus.findings));
  }
}

}  // namespace concord::cli
