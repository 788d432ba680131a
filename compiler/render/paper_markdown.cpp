// A paper as Markdown that any editor opens.
#include <algorithm>

#include "render/paper.h"

namespace concord::render {
namespace {

using view::Look;
using view::PaperBlock;
using view::Phrase;
using view::Phrases;

// Words that Markdown could take for its own signs, as themselves.
std::string escaped(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (std::string_view("\\`*_[]<>|#~").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// Emphasis holds only where no space stands inside its signs.
std::string between(std::string_view sign, std::string_view words) {
  const std::size_t first = words.find_first_not_of(' ');
  if (first == std::string_view::npos) return std::string(words);
  const std::size_t last = words.find_last_not_of(' ');
  std::string out(words.substr(0, first));
  out += sign;
  out += escaped(words.substr(first, last - first + 1));
  out += sign;
  out += words.substr(last + 1);
  return out;
}

std::string words_of(const Phrase& phrase) {
  switch (phrase.look) {
    case Look::strong:
    case Look::inserted:
    case Look::gap:
      return between("**", phrase.text);
    case Look::deleted:
      return between("~~", phrase.text);
    default:
      return escaped(phrase.text);
  }
}

std::string words_of(const Phrases& phrases) {
  std::string out;
  for (const Phrase& each : phrases) out += words_of(each);
  return out;
}

std::string words_of(const view::PaperCell& cell) {
  std::string out;
  for (const Phrases& line : cell) out += (out.empty() ? "" : "<br>") + words_of(line);
  return out;
}

std::string table(const view::PaperTable& from) {
  std::string head = "|";
  std::string rule = "|";
  for (const view::PaperColumn& column : from.columns) {
    head += " " + escaped(column.heading) + " |";
    rule += "---|";
  }
  std::string out = head + "\n" + rule + "\n";
  for (const auto& row : from.rows) {
    out += "|";
    for (const view::PaperCell& cell : row) out += " " + words_of(cell) + " |";
    out += "\n";
  }
  return out;
}

std::string items(const PaperBlock& block) {
  std::string out;
  for (std::size_t i = 0; i < block.items.size(); ++i) {
    const bool counts = block.kind == PaperBlock::Kind::steps;
    out += (counts ? std::to_string(i + 1) + ". " : "- ") + words_of(block.items[i]) + "\n";
  }
  return out;
}

std::string block_of(const PaperBlock& block) {
  switch (block.kind) {
    case PaperBlock::Kind::heading:
      return std::string(static_cast<std::size_t>(block.level), '#') + " " + words_of(block.words) +
             "\n";
    case PaperBlock::Kind::paragraph:
      return words_of(block.words) + "\n";
    case PaperBlock::Kind::items:
    case PaperBlock::Kind::steps:
      return items(block);
    case PaperBlock::Kind::table:
      return table(block.table);
  }
  return "";
}

}  // namespace

std::string paper_markdown(const view::Paper& paper) {
  std::string out = "# " + escaped(paper.title) + "\n\n" + escaped(paper.council) + ". " +
                    escaped(paper.subtitle) + ".\n";
  for (const PaperBlock& block : paper.blocks) out += "\n" + block_of(block);
  return out;
}

}  // namespace concord::render
