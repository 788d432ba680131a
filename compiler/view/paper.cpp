#include "view/paper.h"

#include <algorithm>
#include <array>
#include <utility>

namespace concord::view {
namespace {

void find_gaps(const Phrases& phrases, const Paper& paper, std::vector<PaperGap>& into) {
  for (const Phrase& phrase : phrases) {
    if (phrase.look != Look::gap) continue;
    const auto known = std::ranges::find(into, phrase.missing, &PaperGap::what);
    if (known == into.end()) {
      into.push_back({paper.title, phrase.missing, 1});
    } else {
      ++known->places;
    }
  }
}

}  // namespace

std::string_view name_of(Look look) {
  static constexpr std::array<std::string_view, 6> names = {"plain",   "strong",   "quiet",
                                                            "deleted", "inserted", "gap"};
  return names[static_cast<std::size_t>(look)];
}

std::string_view name_of(PaperBlock::Kind kind) {
  static constexpr std::array<std::string_view, 5> names = {"heading", "paragraph", "items",
                                                            "steps", "table"};
  return names[static_cast<std::size_t>(kind)];
}

void Paper::head(std::string_view words, int level) {
  blocks.push_back(
      {.kind = PaperBlock::Kind::heading, .level = level, .words = {{std::string(words)}}});
}

void Paper::say(std::string_view words) {
  say(Phrases{{std::string(words)}});
}

void Paper::say(Phrases words) {
  blocks.push_back({.kind = PaperBlock::Kind::paragraph, .words = std::move(words)});
}

void Paper::list(std::vector<Phrases> items) {
  if (!items.empty())
    blocks.push_back({.kind = PaperBlock::Kind::items, .items = std::move(items)});
}

void Paper::count(std::vector<Phrases> items) {
  if (!items.empty())
    blocks.push_back({.kind = PaperBlock::Kind::steps, .items = std::move(items)});
}

void Paper::add(PaperTable table, std::string fold) {
  if (!table.rows.empty())
    blocks.push_back(
        {.kind = PaperBlock::Kind::table, .table = std::move(table), .fold = std::move(fold)});
}

void Paper::fold(std::size_t since, const std::string& line) {
  for (std::size_t i = since; i < blocks.size(); ++i) blocks[i].fold = line;
}

PaperCell cell(std::string text) {
  if (text.empty()) return {};
  return {{{std::move(text)}}};
}

Phrase gap(std::string_view name, const Words& words) {
  std::string missing(words[name]);
  return {words.say("gap", fmt::arg("what", missing)), Look::gap, missing};
}

std::string plain(const Phrases& phrases) {
  std::string all;
  for (const Phrase& phrase : phrases) all += phrase.text;
  return all;
}

std::string plain(const PaperCell& cell) {
  std::string all;
  for (const Phrases& line : cell) all += (all.empty() ? "" : "\n") + plain(line);
  return all;
}

std::vector<PaperGap> gaps(const Paper& paper) {
  std::vector<PaperGap> all;
  for (const PaperBlock& block : paper.blocks) {
    find_gaps(block.words, paper, all);
    for (const Phrases& item : block.items) find_gaps(item, paper, all);
    for (const auto& row : block.table.rows)
      for (const PaperCell& each : row)
        for (const Phrases& line : each) find_gaps(line, paper, all);
  }
  return all;
}

}  // namespace concord::view
