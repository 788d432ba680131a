// A paper for a committee: a report, a schedule of changes, a list. It is plain text in blocks,
// which is rendered as a page, a PDF, a Word file and Markdown, and its tables as spreadsheets.
//
// What only a person can write stands in it as a gap: marked in every format, and never words that
// look finished.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "view/words.h"

namespace concord::view {

enum class Look : std::uint8_t {
  plain,
  strong,
  quiet,
  deleted,   // words that go
  inserted,  // words that come
  gap,       // to be written by a person
};
std::string_view name_of(Look look);  // "plain", …

struct Phrase {
  std::string text;
  Look look = Look::plain;
  std::string missing = {};  // of a gap: what is to be written, "the legal implications"

  friend bool operator==(const Phrase&, const Phrase&) = default;
};
using Phrases = std::vector<Phrase>;

// "[To be written: the legal implications]", for the words of that name.
Phrase gap(std::string_view name, const Words& words);

// The lines of a cell.
using PaperCell = std::vector<Phrases>;

struct PaperColumn {
  std::string_view key;      // for programs: "current_words"
  std::string_view heading;  // "Current words"; lives as long as the program
  int letters = 12;          // how wide it is in a spreadsheet
};

struct PaperTable {
  std::string id;     // for programs: "changes"; tables of one identifier are one sheet
  std::string name;   // "Changes"
  std::string group;  // what its rows have in common, as the heading above says: "5. Complaints"
  std::vector<PaperColumn> columns;
  std::vector<std::vector<PaperCell>> rows;  // a cell a column
};

struct PaperBlock {
  enum class Kind : std::uint8_t {
    heading,    // words
    paragraph,  // words
    items,      // a list with bullets
    steps,      // a list that counts
    table,      // the last of them
  };

  Kind kind = Kind::paragraph;
  int level = 2;  // of a heading: 2 or 3
  Phrases words = {};
  std::vector<Phrases> items = {};
  PaperTable table = {};
  // Where a screen is too narrow to show all, the line behind which the block is folded away, with
  // those next to it of the same line; empty for what is always shown.
  std::string fold = {};
};
std::string_view name_of(PaperBlock::Kind kind);  // "heading", …

struct Paper {
  std::string id;        // names its files: "schedule"
  std::string council;   //
  std::string title;     // "Schedule of changes"
  std::string subtitle;  // what it is about
  std::string language;  // of the protocol's words in it and of its own
  std::string made_of;   // the texts and the program, for data that has no place for a sentence
  std::string day;       // ISO, for the date of its files; or empty
  bool wide = false;     // its tables want a turned page
  std::vector<PaperBlock> blocks;

  // In order.
  void head(std::string_view words, int level = 2);
  void say(std::string_view words);
  void say(Phrases words);
  void list(std::vector<Phrases> items);
  void count(std::vector<Phrases> items);
  void add(PaperTable table, std::string fold = {});

  // Folds what was written since there were so many blocks.
  void fold(std::size_t since, const std::string& line);
};

// A cell of one line; of none where the text is empty.
PaperCell cell(std::string text);

// The words alone.
std::string plain(const Phrases& phrases);
std::string plain(const PaperCell& cell);  // lines parted by line breaks

// What is to be written, each once, in the order of the paper; and of each how often it stands
// there.
struct PaperGap {
  std::string paper;  // its title
  std::string what;
  std::size_t places = 0;
};
std::vector<PaperGap> gaps(const Paper& paper);

}  // namespace concord::view
