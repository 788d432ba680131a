#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/lookup.h"
#include "cli/report.h"
#include "cli/share.h"
#include "diag/print.h"
#include "render/html_comparison.h"
#include "render/html_template.h"
#include "view/comparison_pages.h"

namespace concord::cli {
namespace {

using nlohmann::json;

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

std::string words(const json& pieces, const Style& style) {
  std::string line;
  for (const json& piece : pieces) {
    const auto& kind = piece["kind"].get_ref<const std::string&>();
    const auto& text = piece["text"].get_ref<const std::string&>();
    if (kind == "deleted") {
      line += marked(style.deleted, text);
    } else if (kind == "inserted") {
      line += marked(style.inserted, text);
    } else if (kind == "role") {
      line += marked(style.role, text);
    } else {
      line += diag::printable(text);
    }
  }
  return line;
}

std::string name_of(const json& side) {
  return fmt::format("{} {}", side["name"].get<std::string>(), side["label"].get<std::string>());
}

void show_counterpart(const json& side, const Style& style) {
  print(fmt::format("  {}  {}{}\n    {}\n", marked(style.strong, name_of(side)),
                    side["relation_words"].get<std::string>(),
                    side["moved"] == true ? ", different position" : "",
                    words(side["pieces"], style)));
  for (const json& d : side["divergences"]) {
    print(fmt::format("    {} \"{}\" against \"{}\"\n",
                      marked(style.alert, d["type_words"].get<std::string>() + ":"),
                      diag::printable(d["a_words"].get<std::string>()),
                      diag::printable(d["b_words"].get<std::string>())));
  }
}

void show_block(const json& block, const Style& style) {
  if (block["heading"].is_string()) {
    print("\n" + marked(style.strong, block["heading"].get<std::string>()) + "\n");
    return;
  }
  const json& side = block["only"] == "b" ? block["right"][0] : block["left"];
  print(fmt::format("\n{}{}\n  {}\n", marked(style.strong, name_of(side)),
                    block["only"].is_null() ? "" : "  only here", words(side["pieces"], style)));
  if (!block["only"].is_null()) return;
  for (const json& counterpart : block["right"]) show_counterpart(counterpart, style);
}

void show_summary(const json& pair) {
  const json& s = pair["summary"];
  print(
      fmt::format("\n{} and {}: {:.0f} % of their words stand in clauses that have a counterpart\n",
                  pair["a"]["name"].get<std::string>(), pair["b"]["name"].get<std::string>(),
                  s["similarity"].get<double>() * 100));
  print(fmt::format(
      "{} identical, {} the same but for role words, {} reworded, {} in part; {} differ "
      "in effect; {} only in {}, {} only in {}\n",
      s["identical"].get<int>(), s["vocabulary"].get<int>(), s["reworded"].get<int>(),
      s["part"].get<int>(), s["differs"].get<int>(), s["only_a"].get<int>(),
      pair["a"]["name"].get<std::string>(), s["only_b"].get<int>(),
      pair["b"]["name"].get<std::string>()));
}

void show(const json& pair, const std::string& format) {
  if (format == "json") return print(pair.dump(2) + "\n");
  if (format == "html") {
    const render::HtmlTemplates templates(read_templates(find_share().templates));
    return print(templates.draw(render::pair_html(pair, {false, false})));
  }
  const Style& style = wants_colour(stdout) ? bright : plain;
  for (const json& block : pair["blocks"]) show_block(block, style);
  show_summary(pair);
}

Exit run(const Options& options) {
  const Corpus corpus = compile(options.reading, {});
  const std::uint32_t a = find_protocol(corpus, options.one);
  const std::uint32_t b = find_protocol(corpus, options.other);
  if (a == b) throw UsageError("a protocol is not compared with itself; name two");
  const compare::Comparison comparison = compare_all(corpus, options.reading.jobs);
  show(view::compared_pair({comparison, corpus.protocols, corpus.registers}, a, b), options.format);
  return report_errors(corpus);
}

}  // namespace

Command compare_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("compare", "Compare two councils clause by clause");
  const auto options = std::make_shared<Options>();
  app->add_option("A", options->one, "a protocol's id, such as york")->type_name("")->required();
  app->add_option("B", options->other, "the other's")->type_name("")->required();
  one_of(app->add_option("--format", options->format, "text by default"), {"text", "json", "html"});
  add_reading_options(*app, options->reading);
  app->footer(
      "Words that A alone has stand in red or [-so-], words that B alone has in green or {+so+}.\n"
      "\n"
      "Examples:\n"
      "  concord compare york leeds | less -R\n"
      "  concord compare mine york protocols/ drafts/mine.md");
  return {app, [options] { return run(*options); }};
}

}  // namespace concord::cli
