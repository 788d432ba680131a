#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/lookup.h"
#include "cli/report.h"
#include "cli/share.h"
#include "cli/version_sets.h"
#include "diag/print.h"
#include "render/html_comparison.h"
#include "render/html_template.h"
#include "render/model_json.h"
#include "view/comparison_pages.h"
#include "view/comparison_words.h"

namespace concord::cli {
namespace {

struct Options {
  Reading reading;
  std::string one;
  std::string other;
  std::string format = "text";
};

// How the terminal shows what one side alone says; without colour, signs stand around the words.
struct Marks {
  std::string_view before, after;
};

struct Style {
  Marks deleted, inserted, role, strong, alert;
};

constexpr Style bright{{"\x1b[31m", "\x1b[0m"},
                       {"\x1b[32m", "\x1b[0m"},
                       {"\x1b[34m", "\x1b[0m"},
                       {"\x1b[1m", "\x1b[0m"},
                       {"\x1b[1;31m", "\x1b[0m"}};
constexpr Style plain{{"[-", "-]"}, {"{+", "+}"}, {"", ""}, {"", ""}, {"", ""}};

std::string marked(const Marks& marks, const std::string& text) {
  return fmt::format("{}{}{}", marks.before, diag::printable(text), marks.after);
}

std::string words(const view::Pieces& pieces, const Style& style) {
  std::string line;
  for (const view::Piece& piece : pieces) {
    switch (piece.kind) {
      case view::PieceKind::deleted:
        line += marked(style.deleted, piece.text);
        break;
      case view::PieceKind::inserted:
        line += marked(style.inserted, piece.text);
        break;
      case view::PieceKind::role:
        line += marked(style.role, piece.text);
        break;
      case view::PieceKind::equal:
        line += diag::printable(piece.text);
        break;
    }
  }
  return line;
}

std::string name_of(const view::Side& side) {
  return fmt::format("{} {}", side.place.name, side.place.label);
}

// The statement with its deciding words marked; in plain text between brackets.
std::string marked_statement(const compare::Quotation& quotation, const Style& style) {
  std::string line;
  for (const auto& [words, decides] : view::pieces_of(quotation)) {
    if (!decides) {
      line += diag::printable(words);
    } else if (style.alert.before.empty()) {
      line += "[" + diag::printable(words) + "]";
    } else {
      line += marked(style.alert, std::string(words));
    }
  }
  return line;
}

void show_effect(const view::Effect& effect, const Style& style) {
  print(fmt::format("    {} {}\n      {}\n      {}\n",
                    marked(style.alert, std::string(view::words_for(effect.certainty)) + ":"),
                    view::words_for(effect.type), marked_statement(effect.a_statement, style),
                    marked_statement(effect.b_statement, style)));
}

void show_counterpart(const view::Side& side, const Style& style) {
  print(fmt::format("  {}  {}{}\n    {}\n", marked(style.strong, name_of(side)),
                    side.relation ? view::words_for(*side.relation) : "",
                    side.moved ? ", different position" : "", words(side.pieces, style)));
  for (const view::Effect& effect : side.effects) {
    show_effect(effect, style);
  }
}

void show_block(const view::Block& block, const Style& style) {
  if (block.heading) {
    print("\n" + marked(style.strong, *block.heading) + "\n");
    return;
  }
  const view::Side& side = block.left ? *block.left : block.right.front();
  print(fmt::format("\n{}{}\n  {}\n", marked(style.strong, name_of(side)),
                    block.only ? "  no counterpart found" : "", words(side.pieces, style)));
  if (block.only) return;
  for (const view::Side& counterpart : block.right) show_counterpart(counterpart, style);
}

void show_summary(const view::Pair& pair) {
  const compare::PairSummary& s = pair.summary;
  print(fmt::format("\n{} and {}: {:.0f}% of their words are in clauses that have a counterpart\n",
                    pair.a.name, pair.b.name, s.similarity * 100));
  print(fmt::format(
      "{} identical, {} the same but for role words, {} reworded, {} in part; {} differ "
      "in effect; no counterpart found for {} of {} and {} of {}\n",
      s.identical, s.vocabulary, s.reworded, s.part, s.differs, s.only_a, pair.a.name, s.only_b,
      pair.b.name));
}

void show(const view::Pair& pair, const std::string& format) {
  if (format == "json") return print(render::as_json(pair));
  if (format == "html") {
    const render::HtmlTemplates templates(read_templates(find_share().templates));
    const render::ComparisonOffer nothing = {.pdf = false, .tables = false};
    for (const auto& [path, bytes] : render::pair_html(pair, nothing, templates)) print(bytes);
    return;
  }
  const Style& style = wants_colour(stdout) ? bright : plain;
  for (const view::Block& block : pair.blocks) show_block(block, style);
  show_summary(pair);
}

Exit run(Options options) {
  options.one = choose_version(options.one, options.reading);
  options.other = choose_version(options.other, options.reading);
  const Corpus corpus = compile(options.reading, {});
  const std::uint32_t a = find_protocol(corpus, options.one);
  const std::uint32_t b = find_protocol(corpus, options.other);
  if (a == b)
    throw UsageError(
        "a protocol is not compared with itself; for two of its versions use "
        "concord redline");
  const compare::Comparison comparison = compare_all(corpus, options.reading.jobs);
  show(view::compared_pair({comparison, corpus.protocols, corpus.registers}, a, b), options.format);
  return report_errors(corpus);
}

}  // namespace

Command compare_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("compare", "Compare two councils clause by clause");
  const auto options = std::make_shared<Options>();
  app->add_option("A", options->one, "a protocol's id, such as york or york@draft")
      ->type_name("")
      ->required();
  app->add_option("B", options->other, "the other's")->type_name("")->required();
  one_of(app->add_option("--format", options->format, "text by default"), {"text", "json", "html"});
  add_reading_options(*app, options->reading);
  app->footer(
      "Words only in A are red or [-so-], words only in B green or {+so+}.\n"
      "\n"
      "Examples:\n"
      "  concord compare york leeds | less\n"
      "  concord compare york@2017-04-11 leeds          an earlier version of York's\n"
      "  concord compare mine york protocols/ drafts/mine.md");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
