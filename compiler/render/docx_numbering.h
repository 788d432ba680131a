// Numbers as Word keeps them: none is typed, each is what Word itself counts, and each comes out as
// the council printed it. Whoever inserts a clause in Word has those behind it renumbered.
//
// Word has abstract lists of nine levels, each with a format ("(a)"), a text in which "%2" stands
// for the number of the second level, and a counter; and instances of a list, which share its
// counters and may override a level's text or start it at another number, once. (ECMA-376 part
// 1, 17.9.)
//
// There are three abstract lists: sections and clauses, whose levels are the numbered clauses
// around one; lists of items, each an instance that starts at its first label; and labels that no
// counter gives ("4.3A" between 4.3 and 4.4), each an instance of its own whose text is the label,
// so that it disturbs no other. A number out of sequence with one of its own behind it starts
// there. The alternative, a list for every run of numbers, is simpler, and nothing in it follows an
// insertion.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "render/xml_tree.h"

namespace concord::render {

inline constexpr const char* word_namespace =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

// How a paragraph is numbered; list 0 for one without a number.
struct NumberRef {
  int list = 0;   // w:numId
  int level = 0;  // w:ilvl, from 0

  friend bool operator==(const NumberRef&, const NumberRef&) = default;
};

// Distances from the left margin, in twentieths of a point: of the text, and from the number to it.
struct Indent {
  int left = 0;
  int hanging = 0;

  friend bool operator==(const Indent&, const Indent&) = default;
};

// A paragraph with a number, or a bullet where the label is empty.
struct Numbered {
  std::string label;                       // as printed
  bool item = false;                       // of a list; else a section or clause
  bool first = false;                      // of the items around it
  std::optional<std::size_t> parent = {};  // the nearest numbered paragraph around it
  Indent indent = {};
  NumberRef keep = {};  // to be preferred where it gives the label
};

class DocxNumbering {
 public:
  enum class Format : std::uint8_t {
    decimal,
    lower_letter,
    upper_letter,
    lower_roman,
    upper_roman
  };
  struct Level {
    std::string text;  // "%1.%2"
    Format format = Format::decimal;
    Indent indent;
  };

  DocxNumbering();

  // The numbers of a document's paragraphs, in their order. Those of another reading of the
  // document (before its tracked changes) may follow. List 0 where Word cannot give the label at
  // all: a label with a percent sign, or a very long one; it must be typed.
  std::vector<NumberRef> assign(std::span<const Numbered> paragraphs);

  // False for a label that assign() gives no list.
  static bool can_count(std::string_view label);

  // The indent that the level has by itself.
  Indent indent_of(NumberRef ref) const;

  // True where nothing but the level's own text makes the label.
  bool is_literal(NumberRef ref) const;

  // The part word/numbering.xml.
  std::string bytes() const;

 private:
  friend class Assignment;
  static constexpr std::size_t most_levels = 9;
  enum Abstract : std::uint8_t { clauses, items, literals, bullets };
  static constexpr std::size_t abstracts = 4;

  struct List {
    Abstract abstract = clauses;
    std::array<std::optional<Level>, most_levels> levels = {};
    std::optional<std::size_t> restart_level = {};
    std::uint32_t restart = 0;
  };

  void write_abstract(const XmlElement& root, Abstract abstract) const;
  void write_list(const XmlElement& root, std::size_t number) const;

  std::vector<List> lists_;  // w:numId from 1; the first of each abstract list has its own levels
};

}  // namespace concord::render
