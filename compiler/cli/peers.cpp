#include "view/peers.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/given.h"
#include "cli/lookup.h"
#include "cli/pdfs.h"
#include "cli/report.h"
#include "cli/share.h"
#include "cli/stamped.h"
#include "cli/version_sets.h"
#include "diag/print.h"
#include "render/html_peers.h"
#include "render/model_json.h"
#include "render/paper.h"
#include "render/pdf.h"
#include "view/comparison_words.h"
#include "view/peers_paper.h"

namespace concord::cli {
namespace {

struct Options {
  Reading reading;
  std::string clauses;  // parted by commas
  std::vector<std::string> councils;
  std::string format;  // empty: what the file's name says, else text
  std::filesystem::path file;
};

const std::vector<std::string> formats = {"text", "html", "pdf", "docx", "json"};

// ---- for a terminal

// What stands around words that differ from the chosen clause.
struct Marks {
  std::string_view begin, end;
};
constexpr Marks bright{"\x1b[32m", "\x1b[0m"};
constexpr Marks plain{"{+", "+}"};

std::string led(const std::string& lead_in, const std::string& words) {
  return lead_in.empty() ? words : fmt::format("[{}] {}", diag::printable(lead_in), words);
}

std::string words_of(const view::PeerClause& clause, const Marks& marks) {
  std::string words;
  for (const view::Piece& piece : clause.pieces) {
    const std::string text = diag::printable(piece.text);
    words += piece.kind == view::PieceKind::inserted
                 ? fmt::format("{}{}{}", marks.begin, text, marks.end)
                 : text;
  }
  return led(clause.lead_in, words);
}

std::string quoted(const std::string& words) {
  return words.empty() ? "no such words" : fmt::format("\"{}\"", diag::printable(words));
}

std::string lines_of(const view::PeerClause& clause, const Marks& marks) {
  std::string lines =
      fmt::format("  {} {}, {}\n    {}\n", diag::printable(clause.place.name),
                  diag::printable(clause.place.label), view::words_for_peer(clause, view::Words()),
                  words_of(clause, marks));
  for (const view::Effect& effect : clause.effects)
    lines +=
        fmt::format("    differs in effect, {}: {} here, {} there\n", view::words_for(effect.type),
                    quoted(effect.a_words), quoted(effect.b_words));
  if (!clause.decided.empty())
    lines += fmt::format("    decided by a person: {}\n", diag::printable(clause.decided));
  return lines;
}

std::string lines_of(const view::PeerChoice& choice, const Marks& marks) {
  std::string lines = fmt::format("\n{} {}\n", diag::printable(choice.place.name),
                                  diag::printable(choice.place.label));
  for (const view::PeerProvision& each : choice.provisions)
    lines += fmt::format("{}{}{}\n", diag::printable(each.title), each.question.empty() ? "" : ". ",
                         diag::printable(each.question));
  lines += fmt::format("  {}\n\n", led(choice.lead_in, diag::printable(choice.text)));
  for (const view::Peer& peer : choice.peers)
    for (const view::PeerClause& clause : peer.clauses) lines += lines_of(clause, marks);
  if (!choice.elsewhere.empty())
    lines += fmt::format("  dealt with in another document, to which the text refers: {}\n",
                         diag::printable(view::list_of(choice.elsewhere)));
  if (!choice.without.empty())
    lines +=
        fmt::format("  no counterpart found: {}\n", diag::printable(view::list_of(choice.without)));
  if (!choice.excerpts.empty())
    lines += fmt::format("  none found in an excerpt, the rest of which may have one: {}\n",
                         diag::printable(view::list_of(choice.excerpts)));
  return lines;
}

std::string as_text(const view::Peers& peers, bool colour) {
  std::string text = diag::printable(view::described(peers)) + "\n";
  for (const view::PeerChoice& choice : peers.choices)
    text += lines_of(choice, colour ? bright : plain);
  text += "\n";
  for (const std::string& caveat : view::caveats(peers)) text += caveat + "\n";
  return text + diag::printable(view::words_for(peers.stamp)) + "\n";
}

// ---- for paper and browsers

std::string rendered(const view::Peers& peers, const std::string& format, bool colour) {
  if (format == "text") return as_text(peers, colour);
  if (format == "json") return render::as_json(peers);
  const Share share = find_share();
  const render::Templates templates = read_templates(share.templates);
  if (format == "docx") return render::paper_docx(view::peers_paper(peers), templates);
  if (format == "pdf") return typeset_one(templates, share.templates, render::peers_pdf(peers));
  return render::peers_html(peers, render::HtmlTemplates(templates), templates);
}

std::vector<std::string> parted(const std::string& list) {
  std::vector<std::string> parts;
  std::istringstream from(list);
  for (std::string part; std::getline(from, part, ',');)
    if (!part.empty()) parts.push_back(part);
  if (parts.empty()) throw UsageError("no clause is named; clauses are named like york#5.4");
  return parts;
}

Exit run(Options options) {
  const std::string format = given_format(options.format, options.file, formats);
  std::vector<std::string> clauses = parted(options.clauses);
  for (std::string& each : clauses) each = choose_version(each, options.reading);
  const Corpus corpus = compile(options.reading, {});
  std::vector<compare::ClauseRef> chosen;
  chosen.reserve(clauses.size());
  for (const std::string& each : clauses) chosen.push_back(find_clause(corpus, each));
  std::vector<std::uint32_t> among;
  for (const std::string& each : options.councils) among.push_back(find_protocol(corpus, each));
  const compare::Comparison comparison = compare_all(corpus, options.reading.jobs);
  const view::Compared compared(comparison, corpus.protocols, corpus.registers,
                                corpus.stale_decisions);
  view::Peers peers = view::peers(compared, chosen, among);
  peers.stamp = stamp_of(corpus);
  // The terminal and programs are spoken to in English.
  if (!peers.council.id.empty() && format != "text" && format != "json")
    peers.language = corpus.protocols[chosen.front().protocol].metadata().language;
  const bool colour = options.file.empty() && wants_colour(stdout);
  give(options.file, rendered(peers, format, colour));
  return report_errors(corpus);
}

}  // namespace

Command peers_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("peers", "Show what other councils say on chosen clauses");
  const auto options = std::make_shared<Options>();
  app->add_option("CLAUSES", options->clauses,
                  "such as york#5.3,york#4.3; a section stands for all in it")
      ->type_name("")
      ->required();
  app->add_option("--councils", options->councils, "ask these councils only: leeds,ware")
      ->type_name("LIST")
      ->delimiter(',')
      ->allow_extra_args(false);
  one_of(app->add_option("--format", options->format,
                         "by default as the ending of the file's name says, else text"),
         formats);
  app->add_option("-o,--output", options->file, "write to this file")->type_name("FILE");
  add_reading_options(*app, options->reading);
  app->footer(
      "For each clause: its provision, its words, and each other council's clauses, with the\n"
      "words marked that differ from the chosen one. A difference in effect is named only where\n"
      "it is certain.\n"
      "\n"
      "Examples:\n"
      "  concord peers york#5.3,york#4.3\n"
      "  concord peers york#5.3,york#4.3 -o peers.pdf        for a committee\n"
      "  concord peers york@draft#5.3 --councils leeds,ware  of a draft");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
