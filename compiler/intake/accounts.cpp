#include "intake/accounts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "source/characters.h"

namespace concord::intake {
namespace {

using syntax::Block;

bool is_letter(char c) {
  return source::is_alnum(c) || static_cast<unsigned char>(c) >= 0xC3;
}

// Runs of letters and digits, in small letters. Signs of other scripts' punctuation (they begin
// with the byte E2) part words.
void add_words(std::string_view text, std::vector<std::string>& into) {
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) into.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == 0xE2 || byte == 0xEF) {
      at += 2;
      flush();
    } else if (byte == 0xC2) {
      ++at;
      flush();
    } else if (is_letter(text[at]) || (byte >= 0x80 && byte < 0xC0)) {
      word += source::lower(text[at]);
    } else if (text[at] != '\'') {
      flush();
    }
  }
  flush();
}

void add_words(const syntax::Prose& prose, std::vector<std::string>& into) {
  add_words(prose.text, into);
}

void add_words(const std::vector<Block>& blocks, std::vector<std::string>& into) {
  for (const Block& block : blocks) {
    if (block.kind != syntax::BlockKind::footnote) add_words(block.number.label, into);
    add_words(block.prose, into);
    if (block.table) {
      for (const syntax::Cell& cell : block.table->header) add_words(cell.prose, into);
      for (const auto& row : block.table->rows)
        for (const syntax::Cell& cell : row) add_words(cell.prose, into);
    }
    add_words(block.children, into);
  }
}

void add_words(const Runs& runs, std::vector<std::string>& into) {
  std::string text;
  std::string hidden;  // each is on the list of what was removed by itself
  for (const Run& run : runs) {
    const bool mark = run.superscript && std::ranges::all_of(run.text, source::is_digit);
    if (run.hidden) {
      hidden += " " + run.text;
    } else {
      text += mark ? " " : run.text;
    }
  }
  add_words(hidden, into);
  add_words(text, into);
}

using Counted = std::map<std::string, long>;

using Words = std::vector<std::string>;

Words left_over(const Words& words, Counted counts, long sign) {
  Words out;
  for (const std::string& word : words) {
    long& count = counts[word];
    if (count * sign <= 0) continue;
    count -= sign;
    out.push_back(word);
  }
  return out;
}

std::string joined(const Words& words, std::string_view between) {
  return fmt::to_string(fmt::join(words, between));
}

// Takes out two or three parts that are one of the whole words.
bool match_parts_at(std::size_t at, Words& parts, Words& wholes) {
  std::string whole = parts[at];
  for (std::size_t end = at + 1; end < std::min(parts.size(), at + 3); ++end) {
    whole += parts[end];
    const auto found = std::ranges::find(wholes, whole);
    if (found == wholes.end()) continue;
    wholes.erase(found);
    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(at),
                parts.begin() + static_cast<std::ptrdiff_t>(end) + 1);
    return true;
  }
  return false;
}

// Takes out two parts that are the whole word, wherever each stands: a part that is a word of its
// own ("of" of "officer") counts where that word first does.
bool match_halves(const std::string& whole, Words& parts) {
  for (std::size_t at = 1; at < whole.size(); ++at) {
    const auto head = std::ranges::find(parts, whole.substr(0, at));
    const auto tail = std::ranges::find(parts, whole.substr(at));
    if (head == parts.end() || tail == parts.end() || head == tail) continue;
    parts.erase(std::max(head, tail));
    parts.erase(std::min(head, tail));
    return true;
  }
  return false;
}

void match_parts(Words& parts, Words& wholes) {
  for (std::size_t at = 0; at < parts.size();)
    if (!match_parts_at(at, parts, wholes)) ++at;
  std::erase_if(wholes, [&](const std::string& whole) { return match_halves(whole, parts); });
}

}  // namespace

Accounts::Accounts(const Reading& reading) {
  for (const intake::Block& block : reading.blocks) {
    if (!block.bullet) add_words(block.label, read_);
    add_words(block.runs, read_);
    for (const Row& row : block.rows)
      for (const Cell& cell : row.cells)
        for (const Runs& runs : cell.paragraphs) add_words(runs, read_);
  }
  for (const Removed& each : reading.removed) add_words(each.words, read_);
  for (const Note& note : reading.notes)
    for (const Runs& runs : note.paragraphs) add_words(runs, read_);
}

void Accounts::expect(std::string_view words) {
  add_words(words, expected_);
}

Accounts::Difference Accounts::settle(const syntax::Document& document,
                                      const std::vector<Removed>& removed,
                                      const std::vector<syntax::Repair>& repairs) const {
  std::vector<std::string> read = read_;
  read.insert(read.end(), expected_.begin(), expected_.end());
  std::vector<std::string> written;
  add_words(document.blocks, written);
  for (const Removed& each : removed) add_words(each.words, written);
  for (const syntax::Repair& repair : repairs) {
    add_words(repair.from, written);
    add_words(repair.to, read);
  }
  Counted counts;
  for (const std::string& word : read) ++counts[word];
  for (const std::string& word : written) --counts[word];
  Words lost = left_over(read, counts, 1);
  Words added = left_over(written, counts, -1);
  if (joined(lost, "") == joined(added, "")) return {};
  match_parts(lost, added);
  match_parts(added, lost);
  return {joined(lost, " "), joined(added, " ")};
}

}  // namespace concord::intake
